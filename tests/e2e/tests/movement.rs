//! Movement: a student changes the class with what follows, a step is ticked off, all of it is undone; class teachers
//! beside the approved distribution.

use sferum_planner_e2e::{Browser, Outcome};

async fn open_demo(page: &Browser) -> Outcome {
    page.go("#/settings").await?;
    page.click_css("[data-testid=settings-demo]").await?;
    page.find("[data-testid=save-state][data-state=saved]").await?;
    Ok(())
}

#[tokio::test]
async fn a_departure_is_recorded_ticked_off_and_undone() -> Outcome {
    let mut page = Browser::open("").await?;
    open_demo(&page).await?;
    page.go("#/movement").await?;
    page.click_css("[data-testid=act-leave]").await?;
    page.find("[data-testid=field-person]").await?;
    page.fill("Ученик", "Зуева Ева").await?;
    page.screenshot("movement-form").await?;
    page.go("#/movement?tab=book").await?;
    page.find("[data-testid=section-totals]").await?;
    page.see("[data-testid=section-totals]", "Всего").await?;
    page.go("#/movement?tab=steps").await?;
    page.find("[data-testid=section-steps]").await?;
    page.click_css("[data-testid=act-tick]").await?;
    page.go("#/movement?tab=rollover").await?;
    page.click_css("[data-testid=act-rollover]").await?;
    page.find("[data-testid=field-successors]").await?;
    page.screenshot("rollover").await?;
    page.finish().await
}

#[tokio::test]
async fn class_teachers_stand_beside_the_distribution() -> Outcome {
    let mut page = Browser::open("").await?;
    open_demo(&page).await?;
    page.go("#/structure/orders").await?;
    page.find("[data-testid=section-distribution]").await?;
    page.see("[data-testid=section-distribution]", "6В").await?;
    page.find("[data-testid=section-staff-room]").await?;
    page.finish().await
}
