//! Documents: an order is written, signed and kept; the plan changes and the page says so; a memo has a code.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn an_order_is_signed_kept_and_compared() -> Outcome {
    let page = Browser::with_demo().await?;
    page.show("#/documents").await?;
    page.find("[data-testid=section-orders]").await?;
    page.find("[data-testid=section-memos]").await?;
    page.axe().await?;

    // The paper with its preview.
    page.show("#/documents?form=order-use").await?;
    page.see("[data-testid=paper]", "ПРИКАЗЫВАЮ").await?;
    page.screenshot("documents-order").await?;
    page.axe().await?;

    // Signed: the number is asked, the text is kept.
    page.click_css("[data-testid=act-sign]").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.find("dialog[open] [aria-invalid=true]").await?;
    // A number that another order of the year has is refused; the demo school enrolled somebody by № 144.
    page.fill("Номер", "144").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("dialog[open]", "144").await?;
    page.find("dialog[open] [role=alert]").await?;
    page.fill("Номер", "301").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-changes]", "ничего не изменилось").await?;

    // It stands in both lists.
    page.show("#/documents?tab=acts").await?;
    page.see("[data-testid=section-acts]", "301").await?;
    page.show("#/documents?tab=issued").await?;
    page.see("[data-testid=section-issued]", "301").await?;

    // Undone from the journal: the paper was never signed.
    page.show("#/journal").await?;
    page.click_css("[data-testid=journal-undo]").await?;
    page.show("#/documents?tab=issued").await?;
    page.see_no("[data-testid=section-issued]", "301").await?;
    page.finish().await
}

#[tokio::test]
async fn a_memo_has_a_code_and_fits_a_phone() -> Outcome {
    let page = Browser::with_demo().await?;
    page.resize(360, 740).await?;
    page.show("#/documents?form=memo-student").await?;
    page.see("[data-testid=paper]", "ПАМЯТКА").await?;
    page.find("[data-testid=paper-code]").await?;
    page.axe().await?;
    page.screenshot("documents-memo").await?;
    page.finish().await
}
