//! Movement: a student leaves with everything that follows, a step is ticked off, all of it is undone; the change of the
//! year is previewed; class teachers stand beside the approved distribution.

use sferum_planner_e2e::{Browser, Outcome};

/// Finds somebody in a long list by typing, and chooses the first who is left.
async fn pick(page: &Browser, field: &str, text: &str) -> Outcome {
    page.find(&format!("[id$='{field}-search']")).await?;
    page.script::<()>(
        "const [field, text] = arguments;
         const search = document.querySelector(`[id$='${field}-search']`);
         search.value = text;
         search.dispatchEvent(new Event('input', { bubbles: true }));",
        &[field.into(), text.into()],
    )
    .await?;
    page.see(&format!("select[id$='{field}'] option:last-child"), text).await?;
    page.script::<()>(
        "const list = document.querySelector(`select[id$='${arguments[0]}']`);
         list.value = list.options[list.options.length - 1].value;
         list.dispatchEvent(new Event('change', { bubbles: true }));",
        &[field.into()],
    )
    .await
}

#[tokio::test]
async fn a_departure_is_recorded_ticked_off_and_undone() -> Outcome {
    let page = Browser::with_demo().await?;
    page.show("#/movement").await?;
    page.axe().await?;
    page.click_css("[data-testid=act-leave]").await?;
    pick(&page, "person", "Зуева Ева").await?;
    // What follows is told before it is recorded.
    page.see("[data-testid=preview-consequences]", "7А").await?;
    page.screenshot("movement-consequences").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-latest]", "Зуева Ева").await?;

    page.show("#/movement?tab=steps").await?;
    page.see("[data-testid=section-steps]", "Зуева Ева").await?;
    page.click_css("[data-testid=act-tick]").await?;
    page.show("#/movement?tab=steps&state=done").await?;
    page.see("[data-testid=section-steps]", "Исключить").await?;

    page.show("#/movement?tab=book").await?;
    page.see("[data-testid=section-totals]", "Всего").await?;
    page.axe().await?;

    page.show("#/journal").await?;
    page.click_css("[data-testid=journal-undo]").await?;
    page.show("#/movement?tab=steps").await?;
    page.see("[data-testid=section-steps]", "Зуева Ева").await?;
    page.finish().await
}

#[tokio::test]
async fn the_change_of_the_year_is_previewed() -> Outcome {
    let page = Browser::with_demo().await?;
    page.show("#/movement?tab=rollover").await?;
    page.click_css("[data-testid=act-rollover]").await?;
    // 9В has no class 10В to go to in this school, but one can be made.
    page.see("[data-testid=preview-classes]", "10В").await?;
    page.screenshot("rollover").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.show("#/journal").await?;
    page.see("main", "Переход на новый учебный год").await?;
    page.click_css("[data-testid=journal-undo]").await?;
    page.finish().await
}

#[tokio::test]
async fn class_teachers_stand_beside_the_distribution() -> Outcome {
    let page = Browser::with_demo().await?;
    page.show("#/structure/orders").await?;
    page.see("[data-testid=section-distribution]", "не по приказу").await?;
    page.find("[data-testid=section-staff-room]").await?;
    page.axe().await?;
    page.finish().await
}
