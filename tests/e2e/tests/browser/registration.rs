//! The way onto the platform: a new application with its letter, sent, and registered with another phone.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn an_application_goes_its_way() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/school/registration").await?;
    page.find("[data-testid=section-steps]").await?;
    page.click_css("[data-testid=act-prepare], [data-testid=act-prepare-again]").await?;
    page.fill("Электронная почта", "administrator@example.org").await?;
    page.fill("Мобильный телефон", "+7 (000) 000-00-44").await?;
    page.submit_form().await?;
    page.see("[data-testid=section-application]", "+7 (000) 000-00-44").await?;
    page.screenshot("registration").await?;
    page.click_css("[data-testid=act-send]").await?;
    page.submit_form().await?;
    page.click_css("[data-testid=act-register]").await?;
    page.fill("По какому телефону", "+7 (000) 000-00-45").await?;
    page.see("[data-testid=preview-differs]", "права администратора не появятся").await?;
    page.submit_form().await?;
    page.find("[data-testid=section-phone-differs]").await?;
    page.click_css("[data-testid=undo]").await?;
    page.axe().await?;
    page.finish().await
}
