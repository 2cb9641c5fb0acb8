//! Requests to join: pasted and compared with the lists, one let in, a parent declined with the clause; statuses.

use serde_json::json;
use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn requests_are_matched_approved_and_declined() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;

    // A student of 7А as the lists name them.
    page.go("#/structure").await?;
    page.find("[data-testid=structure-class-7А]").await?;
    let class: String = page
        .script("return document.querySelector('[data-testid=structure-class-7А]').getAttribute('href');", &[])
        .await?;
    page.go(&class).await?;
    let name = page.find("[data-testid=class-students] a").await?.text().await?;

    page.go("#/requests").await?;
    page.click_css("[data-testid=act-receive], [data-testid=act-first-receive]").await?;
    page.fill("Заявки, по одной в строке", &format!("{name}; ученик; 7А")).await?;
    page.find("[data-testid=preview-preview]").await?;
    page.submit_form().await?;
    page.see("[data-testid=section-inbox]", &name).await?;
    page.see("[data-testid=section-inbox]", "найден в списках").await?;
    page.screenshot("requests-inbox").await?;
    page.click_css("[data-testid=act-approve].is-primary").await?;
    page.submit_form().await?;
    page.go("#/requests?tab=journal").await?;
    page.see("[data-testid=section-journal]", "принята").await?;

    // A parent is answered with the clause of parents.
    page.go("#/requests").await?;
    page.click_css("[data-testid=act-receive], [data-testid=act-first-receive]").await?;
    page.fill("Заявки, по одной в строке", "Волкова Анна; мама; 7А").await?;
    page.submit_form().await?;
    page.see("[data-testid=section-inbox]", "2.7/1").await?;
    page.script::<()>(
        "const card = [...document.querySelectorAll(arguments[0])].find((one) => one.textContent.includes(arguments[1]));
         card.click();",
        &[json!("[data-testid=act-decline]"), json!("Волкова")],
    )
    .await?;
    page.find("[data-testid=preview-answer]").await?;
    page.submit_form().await?;
    page.go("#/requests?tab=journal").await?;
    page.see("[data-testid=section-journal]", "Родители вступают в чаты").await?;
    page.axe().await?;
    page.finish().await
}

#[tokio::test]
async fn a_status_is_confirmed_by_somebody_else() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/requests?tab=status").await?;
    page.find("[data-testid=table-status]").await?;
    page.click_css("[data-testid=act-confirm]:not([aria-disabled])").await?;
    page.find("#field-by").await?;
    page.submit_form().await?;
    page.find("[data-testid=toast-undo]").await?;
    page.go("#/requests?tab=register").await?;
    page.find("[data-testid=section-register]").await?;
    page.axe().await?;
    page.finish().await
}
