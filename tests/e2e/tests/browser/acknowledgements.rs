//! Acknowledgement: a sheet is opened for the staff, confirmed and undone; consents and activists have their tables.

use sferum_planner_e2e::{Browser, Outcome};

#[tokio::test]
async fn a_sheet_is_opened_and_undone() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/acknowledgements").await?;
    page.find("[data-testid=section-coverage]").await?;
    page.click_css("[data-testid=act-open-sheet]").await?;
    page.choose("С чем знакомят", "Правила чатов").await?;
    page.choose("Кто", "родители").await?;
    page.find("[data-testid=preview-preview]").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-sheets]", "родители").await?;
    page.screenshot("acknowledgements").await?;
    page.click_css("[data-testid=undo]").await?;
    page.see_no("[data-testid=section-sheets]", "родители").await?;
    page.finish().await
}

#[tokio::test]
async fn rights_consents_and_activists_have_their_places() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/acknowledgements?tab=rights").await?;
    page.see("[data-testid=section-rights]", "3.1").await?;
    page.find("[data-testid=section-personal]").await?;
    page.go("#/acknowledgements?tab=consents&who=staff").await?;
    page.find("[data-testid=section-consents]").await?;
    page.go("#/acknowledgements?tab=activists").await?;
    page.find("[data-testid=section-parents]").await?;
    page.find("[data-testid=section-students]").await?;
    page.finish().await
}
