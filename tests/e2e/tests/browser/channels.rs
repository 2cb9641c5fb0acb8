//! Channels: a channel is added and taken back; publications on the board, in the calendar and in the plan.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn a_channel_is_added_and_taken_back() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/channels").await?;
    page.see("[data-testid=section-named]", "Общегимназический").await?;
    page.click_css("[data-testid=act-channel-add]").await?;
    page.fill("Название", "Школьный спорт").await?;
    page.screenshot("channel-form").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-channels]", "Школьный спорт").await?;
    page.click_css("[data-testid=undo]").await?;
    page.see_no("[data-testid=section-channels]", "Школьный спорт").await?;
    page.axe().await?;
    page.finish().await
}

#[tokio::test]
async fn publications_stand_on_a_board_in_a_calendar_and_in_a_plan() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/channels?tab=publications").await?;
    page.find("[data-testid=section-publications]").await?;
    page.screenshot("publications").await?;
    page.go("#/channels?month=2026-09&tab=calendar").await?;
    page.see("[data-testid=section-content-calendar]", "Сентябрь 2026").await?;
    page.click_css("[data-testid=act-later]").await?;
    page.see("[data-testid=section-content-calendar]", "Октябрь 2026").await?;
    page.go("#/channels?tab=plan").await?;
    page.find("[data-testid=table-publication-plan]").await?;
    page.go("#/channels?tab=materials").await?;
    page.find("[data-testid=section-materials]").await?;
    page.finish().await
}
