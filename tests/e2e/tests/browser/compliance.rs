//! Compliance: every clause has a state; what no record shows is attested, and undone.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn a_clause_is_shown_with_its_evidence_and_attested() -> Outcome {
    let page = Browser::with_demo().await?;
    page.show("#/regulation/compliance").await?;
    page.see("[data-testid=section-clauses]", "в тексте отсутствует").await?;
    page.axe().await?;
    page.screenshot("compliance").await?;

    // What records cannot show is attested by a person, with a reason where it is needed.
    page.show("#/regulation/compliance?clause=1.7").await?;
    page.click("button", "Снять подтверждение").await?;
    page.see("[data-testid=section-clause]", "нужно подтверждение").await?;
    page.click_css("[data-testid=act-attest]").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.find("dialog[open] [aria-invalid=true]").await?;
    page.axe().await?;
    page.finish().await
}
