//! The calendar: an event is repeated with its consequences shown before, taken back, and saved as a file.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn an_event_is_repeated_and_taken_back() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/calendar").await?;
    page.find("[data-testid=section-events]").await?;
    page.screenshot("calendar-board").await?;
    page.click_css("[data-testid=act-event-copy]").await?;
    page.find("[data-testid=preview-event-preview]").await?;
    page.find("[data-testid=preview-event-overlaps]").await?;
    page.fill("Название", "Повтор для проверки").await?;
    page.screenshot("event-form").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-events]", "Повтор для проверки").await?;
    page.click_css("[data-testid=undo]").await?;
    page.see_no("[data-testid=section-events]", "Повтор для проверки").await?;
    page.axe().await?;
    page.finish().await
}

#[tokio::test]
async fn months_weeks_the_list_and_the_file() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/calendar?on=2026-09-01&view=month").await?;
    page.see("[data-testid=section-calendar]", "Сентябрь 2026").await?;
    page.screenshot("calendar-month").await?;
    page.go("#/calendar?on=2026-09-01&view=week").await?;
    page.see("[data-testid=section-calendar]", "31.08.2026").await?;
    page.go("#/calendar?view=list").await?;
    page.find("[data-testid=table-event-list]").await?;
    page.click_css("[data-testid=act-event-file]").await?;
    let (_, bytes) = page.download(".ics").await?;
    let text = String::from_utf8(bytes).unwrap_or_default();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("BEGIN:VEVENT"), "{text}");
    page.finish().await
}
