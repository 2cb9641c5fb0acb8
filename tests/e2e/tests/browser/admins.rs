//! Administrators: who, by which order, why others cannot; a new additional one, and the end of the appointment.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn an_additional_administrator_comes_and_goes() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/admins").await?;
    page.find("[data-testid=section-appointments]").await?;
    page.see("[data-testid=section-candidates]", "не педагог").await?;
    page.click_css("[data-testid=section-candidates-additional] [data-testid=act-appoint]").await?;
    page.find("#field-by").await?;
    page.screenshot("admins-appoint").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.find("[data-testid=toast-undo]").await?;
    page.see("[data-testid=section-appointments]", "действует").await?;
    page.click_css("[data-testid=toast-undo]").await?;
    page.axe().await?;
    page.finish().await
}
