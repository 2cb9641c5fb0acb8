//! What axe does not look at: zoom, forced colors, motion, the size of what one must hit.
#![allow(clippy::unwrap_used, reason = "a test says what failed by panicking")]

use serde_json::json;
use sferum_planner_e2e::{Browser, Outcome, ROUTES};

/// Asks every route of the demo school the same question; the answers are what is wrong.
async fn check(page: &Browser, question: &str) -> Outcome {
    let mut found = Vec::new();
    for route in ROUTES.into_iter().chain(["#/settings/privacy"]) {
        page.go(route).await?;
        page.find("#page-title").await?;
        let wrong: Vec<String> = page.script(question, &[]).await?;
        found.extend(wrong.into_iter().map(|wrong| format!("{route}: {wrong}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

#[tokio::test]
async fn at_400_percent_nothing_is_cut_off() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    // 1280 by 1024 at 400 %.
    page.resize(320, 256).await?;
    check(
        &page,
        "const wide = document.documentElement.scrollWidth - innerWidth;
         const cut = [...document.querySelectorAll('main button, main a, main input, main select, main h1, main h2')]
             .filter((element) => element.checkVisibility() && !element.closest('.table-region, .visually-hidden, pre, [role=region], .board'))
             .filter((element) => { const { left, right, width } = element.getBoundingClientRect(); return width > 0 && (right > innerWidth + 1 || left < -1); })
             .filter((element) => !element.matches('.visually-hidden, .drop-zone input'))
             .map((element) => `cut off: ${element.outerHTML.slice(0, 100)}`);
         return [...(wide > 0 ? [`${wide} px too wide`] : []), ...cut.slice(0, 3)];",
    )
    .await?;
    page.finish().await
}

#[tokio::test]
async fn in_forced_colors_controls_keep_their_edges() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.prefer("forced-colors", "active").await?;
    assert!(page.script::<bool>("return matchMedia('(forced-colors: active)').matches;", &[]).await?);
    check(
        &page,
        "return [...document.querySelectorAll('.button, .input, .select, .textarea, .card, .notice, .banner')]
             .filter((element) => element.checkVisibility() && !element.matches('.is-quiet, [hidden]'))
             .filter((element) => { const { borderStyle, borderWidth } = getComputedStyle(element); return borderStyle === 'none' || parseFloat(borderWidth) < 1; })
             .map((element) => `no edge: ${element.outerHTML.slice(0, 100)}`).slice(0, 3);",
    )
    .await?;
    page.axe().await?;
    page.screenshot("forced-colors").await?;
    page.finish().await
}

#[tokio::test]
async fn who_wants_no_motion_gets_none() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.prefer("prefers-reduced-motion", "reduce").await?;
    check(
        &page,
        "const long = (text) => text.split(',').some((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) > 10);
         return [...document.querySelectorAll('*')].filter((element) => {
             const style = getComputedStyle(element);
             return long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration)) || style.scrollBehavior === 'smooth';
         }).map((element) => `moves: ${element.outerHTML.slice(0, 100)}`).slice(0, 3);",
    )
    .await?;
    page.finish().await
}

#[tokio::test]
async fn what_one_must_hit_is_large_enough() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    for (width, height) in [(1280, 900), (390, 844)] {
        page.resize(width, height).await?;
        // WCAG 2.5.8: 24 by 24, or so much room around; what stands inside a sentence is an exception.
        check(
            &page,
            "const all = [...document.querySelectorAll('button, summary, select, input:not([type=hidden]), .button, .side-nav__link, .tabs__tab, .pagination a')]
                 .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden') && !element.matches('.visually-hidden, .skip-link, .drop-zone input, .link-button, .term'));
             const boxes = all.map((element) => (element.matches('input[type=checkbox], input[type=radio]') ? element.closest('label, td, th') ?? element : element).getBoundingClientRect());
             return all.filter((element, at) => {
                 const { width, height, x, y } = boxes[at];
                 if (width === 0 || (width >= 24 && height >= 24)) return false;
                 // A circle of 24 px around the middle meets no other one.
                 const [middleX, middleY] = [x + width / 2, y + height / 2];
                 return boxes.some((other, place) => place !== at && other.width > 0
                     && Math.max(Math.abs(other.x + other.width / 2 - middleX) - other.width / 2, 0) ** 2
                     + Math.max(Math.abs(other.y + other.height / 2 - middleY) - other.height / 2, 0) ** 2 < 12 ** 2);
             }).map((element) => `too small: ${element.outerHTML.slice(0, 100)}`).slice(0, 3);",
        )
        .await?;
    }
    page.finish().await
}

#[tokio::test]
async fn what_happens_is_announced_once() -> Outcome {
    let page = Browser::open("").await?;
    // Counts what a screen reader would be told in the polite regions.
    page.open_demo().await?;
    page.go("#/journal").await?;
    page.find("#page-title").await?;
    page.script::<()>(
        "window.said = [];
         const region = document.querySelector('[data-testid=toast]');
         const before = region.innerText;
         new MutationObserver(() => {
             const text = region.innerText.trim();
             if (text && text !== before && text !== window.said.at(-1)) window.said.push(text);
         }).observe(region, { childList: true, characterData: true, subtree: true });",
        &[],
    )
    .await?;
    page.click_css("[data-testid=journal-undo]").await?;
    page.find("[data-testid=save-state][data-revision='2']").await?;
    let said: Vec<String> = page.script("return window.said;", &[]).await?;
    assert_eq!(said.len(), 1, "{said:?}");
    let roles: bool = page
        .script(
            "return arguments[0].every((id) => document.querySelector(`[data-testid=${id}]`).getAttribute('role') === 'status');",
            &[json!(["toast", "save-state"])],
        )
        .await?;
    assert!(roles, "both are regions that are read out");
    page.finish().await
}
