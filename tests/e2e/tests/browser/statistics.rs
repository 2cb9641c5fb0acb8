//! Statistics: coverage by the plan, figures of a period with the report, taken back.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn figures_are_entered_reported_and_taken_back() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/statistics").await?;
    page.see("[data-testid=section-coverage]", "Учительской").await?;
    page.screenshot("statistics").await?;
    page.click_css("[data-testid=act-report-add]").await?;
    page.fill("Показатели", "Сообщений за период;120").await?;
    page.see("[data-testid=preview-report-preview]", "Сообщений за период").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-reports]", "нет доступа").await?;
    page.go("#/statistics?tab=report").await?;
    page.see("[data-testid=section-report]", "Сообщений за период: 120").await?;
    page.screenshot("statistics-report").await?;
    page.go("#/statistics?tab=compare").await?;
    page.find("[data-testid=section-comparison]").await?;
    page.click_css("[data-testid=undo]").await?;
    page.go("#/statistics?tab=report").await?;
    page.see_no("[data-testid=section-report]", "Сообщений за период").await?;
    page.axe().await?;
    page.finish().await
}
