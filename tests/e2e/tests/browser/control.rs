//! Control: the audit leads to what mends a finding; a finding becomes a check, is mended, verified by another, undone;
//! the past answers who led a class.

use sferum_planner_e2e::{Browser, Key, Outcome};

#[tokio::test]
async fn a_finding_becomes_a_check_and_is_mended() -> Outcome {
    let page = Browser::with_demo().await?;

    // 6В has no class teacher: the finding says so and leads to the class.
    page.show("#/control?lint=L10").await?;
    page.see("[data-testid=section-findings]", "В классе 6В нет классного руководителя").await?;
    page.axe().await?;
    page.screenshot("control-audit").await?;
    page.find("[data-testid=section-findings] [data-testid=act-fix]").await?;

    // A check with a finding of its own.
    page.show("#/control?tab=checks").await?;
    page.click_css("[data-testid=act-new-check]").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.find("dialog[open] [aria-invalid=true]").await?;
    page.axe().await?;
    page.screenshot("control-check").await?;
    page.finish().await
}

#[tokio::test]
async fn the_past_tells_who_led_a_class() -> Outcome {
    let page = Browser::with_demo().await?;
    page.show("#/control?tab=asof&on=2026-10-15").await?;
    page.see("[data-testid=section-as-of]", "15").await?;
    page.see("[data-testid=section-as-of-classes]", "7А").await?;
    page.axe().await?;
    page.screenshot("control-as-of").await?;

    // From there the whole plan is looked at on that day, and on others; nothing can be changed, and today is one key away.
    page.click_css("[data-testid=act-whole]").await?;
    page.see("[data-testid=day-banner]", "15\u{a0}октября 2026").await?;
    let hash: String = page.script("return location.hash;", &[]).await?;
    assert!(!hash.contains("as-of"), "{hash}");
    page.axe().await?;
    page.show("#/people").await?;
    page.find("[data-testid=people-add][aria-disabled=true]").await?.click().await?;
    page.see("[data-testid=toast]", "План показан на другой день").await?;
    page.press(Key::Control + "z").await?;
    page.see("[data-testid=toast]", "План показан на другой день").await?;
    page.click_css("[data-testid=day-after]").await?;
    page.see("[data-testid=day-banner]", "16\u{a0}октября 2026").await?;
    page.show("#/structure").await?;
    let autumn = page.texts("[data-testid=structure-count]").await?;
    page.script::<()>(
        "const field = document.querySelector('[data-testid=day-field]');
         field.value = '2025-10-15';
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        &[],
    )
    .await?;
    page.see("[data-testid=day-banner]", "15\u{a0}октября 2025").await?;
    page.until("the classes of the year before", async || {
        Ok((page.texts("[data-testid=structure-count]").await? != autumn).then_some(()))
    })
    .await?;
    let past = page.texts("[data-testid=structure-count]").await?;
    page.screenshot("another-day").await?;
    page.press(Key::Escape + "").await?;
    page.see_count("[data-testid=day-banner]", 0).await?;
    page.until("the classes of today", async || {
        Ok((page.texts("[data-testid=structure-count]").await? != past).then_some(()))
    })
    .await?;
    page.show("#/people").await?;
    page.find("[data-testid=people-add]:not([aria-disabled])").await?;

    // The duties of the year stand in the calendar.
    page.show("#/calendar?tab=duties").await?;
    page.see("[data-testid=section-duties]", "Аннулировать неиспользованные приглашения").await?;
    page.axe().await?;
    page.finish().await
}
