//! The help desk: a request is written down and taken back; letters, frequent questions, where to turn.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn a_request_is_written_down_and_taken_back() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/support").await?;
    page.find("[data-testid=section-tickets]").await?;
    page.screenshot("support").await?;
    page.click_css("[data-testid=act-ticket-add]").await?;
    page.fill("Тема", "Проверка связи").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-tickets]", "Проверка связи").await?;
    page.click_css("[data-testid=undo]").await?;
    page.see_no("[data-testid=section-tickets]", "Проверка связи").await?;
    page.axe().await?;
    page.finish().await
}

#[tokio::test]
async fn letters_questions_and_where_to_turn() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/support?tab=cases").await?;
    page.find("[data-testid=section-cases]").await?;
    page.go("#/support?tab=faq").await?;
    page.find("[data-testid=section-faq]").await?;
    page.go("#/support?tab=links").await?;
    page.see("[data-testid=section-right-support]", "info@sferum.ru").await?;
    page.see("[data-testid=section-right-help]", "prof-sferum.ru").await?;
    page.finish().await
}
