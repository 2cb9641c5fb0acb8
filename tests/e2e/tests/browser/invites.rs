//! Invites: issued for a class, links pasted, handed over, and what nobody claimed revoked by one act and brought back.

use serde_json::json;
use sferum_planner_e2e::{Browser, Failure, Outcome};

/// How many rows a table of the page holds.
async fn rows(page: &Browser, section: &str) -> Result<u32, Failure> {
    let css = format!("[data-testid=count-{section}]");
    page.find(&css).await?;
    let count: String = page.script("return document.querySelector(arguments[0]).dataset.n;", &[json!(css)]).await?;
    Ok(count.parse().unwrap_or(0))
}

#[tokio::test]
async fn a_class_is_invited_and_unclaimed_links_are_swept() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;

    // Whom a class awaits, one button.
    page.go("#/invites?tab=waiting").await?;
    page.click_css("[data-testid=table-waiting] [data-testid=act-invite]").await?;
    page.find("[data-testid=preview-preview]").await?;
    page.screenshot("invites-issue").await?;
    page.submit_form().await?;

    // Their links, pasted as a list.
    page.go("#/invites?tab=list&state=draft").await?;
    let drafts = rows(&page, "ledger").await?;
    assert!(drafts > 0, "somebody was invited");
    let lines: Vec<String> = (1..=drafts).map(|n| format!("https://example.org/join/{n}")).collect();
    page.click_css("[data-testid=act-links]").await?;
    page.set_field("links", &lines.join("\n")).await?;
    page.set_field("day", "2026-09-03").await?;
    page.submit_form().await?;

    // Handed over, all at once; slips with codes to print.
    page.go("#/invites?tab=list&state=issued").await?;
    page.click_css("[data-testid=choose-all]").await?;
    page.click_css("[data-testid=act-bulk-hand]").await?;
    page.submit_form().await?;
    page.go("#/invites?tab=handouts").await?;
    page.click_css("[data-testid=act-slips]").await?;
    page.find(".handout svg path").await?;
    page.screenshot("invites-handouts").await?;

    // What nobody claimed goes by one act, and comes back by one step.
    page.go("#/invites?tab=sweep").await?;
    let unclaimed = rows(&page, "sweep").await?;
    assert!(unclaimed >= drafts, "links of September are unclaimed");
    page.click_css("[data-testid=act-sweep]").await?;
    page.find("[data-testid=preview-preview]").await?;
    page.submit_form().await?;
    page.find("[data-testid=section-acts]").await?;
    page.go("#/invites?tab=list&state=revoked").await?;
    let revoked = rows(&page, "ledger").await?;
    assert!(revoked >= unclaimed);
    page.click_css("[data-testid=undo]").await?;
    page.go("#/invites?tab=sweep").await?;
    assert_eq!(rows(&page, "sweep").await?, unclaimed);
    page.axe().await?;
    page.finish().await
}
