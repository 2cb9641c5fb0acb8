//! The move to another platform: chosen, everything planned in one act, undone.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn a_move_is_planned_and_undone() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/migration?tab=platforms").await?;
    page.find("[data-testid=section-platform]").await?;
    page.click_css("[data-testid=act-next-choose]").await?;
    page.choose("Взять из готового описания", "MAX").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-next]", "MAX").await?;
    page.go("#/migration").await?;
    page.click_css("[data-testid=act-plan-all]").await?;
    page.see("[data-testid=section-tracker]", "запланировано").await?;
    page.find("[data-testid=act-switch]").await?;
    page.screenshot("migration").await?;
    page.click_css("[data-testid=undo]").await?;
    page.see("[data-testid=section-tracker]", "не запланировано").await?;
    page.finish().await
}
