//! Compliance: every clause has a state; what no record shows is attested, and undone.

use sferum_planner_e2e::{Browser, Failure, Outcome};

/// Opens the demo school and waits until both copies have it.
async fn demo() -> Result<Browser, Failure> {
    let page = Browser::open("#/").await?;
    page.click_css("[data-testid=open-demo]").await?;
    page.find("[data-testid=save-state][data-state=saved]").await?;
    Ok(page)
}

/// Goes to an address without loading the page anew.
async fn show(page: &Browser, route: &str) -> Outcome {
    page.script::<()>("location.hash = arguments[0];", &[route.into()]).await
}

#[tokio::test]
async fn a_clause_is_shown_with_its_evidence_and_attested() -> Outcome {
    let page = demo().await?;
    show(&page, "#/regulation/compliance").await?;
    page.see("[data-testid=section-clauses]", "в тексте отсутствует").await?;
    page.axe().await?;
    page.screenshot("compliance").await?;

    // What records cannot show is attested by a person, with a reason where it is needed.
    show(&page, "#/regulation/compliance?clause=1.7").await?;
    page.click("button", "Снять подтверждение").await?;
    page.see("[data-testid=section-clause]", "нужно подтверждение").await?;
    page.click_css("[data-testid=act-attest]").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.find("dialog[open] [aria-invalid=true]").await?;
    page.axe().await?;
    page.finish().await
}
