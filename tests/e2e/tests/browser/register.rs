//! The register: an edition from a file is a proposal first; a cell is decided with its effect; laws are added at once.

use sferum_planner_e2e::{Browser, Key, Outcome, fixture};

#[tokio::test]
async fn another_edition_is_shown_before_it_is_adopted() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/regulation/editions").await?;
    page.find("[data-testid=section-in-force]").await?;
    page.click_css("[data-testid=act-new-edition]").await?;
    page.upload("#field-data", &[fixture("regulation/lyceum-7.json")]).await?;
    page.see("[data-testid=preview-roles]", "куратор класса").await?;
    page.see("[data-testid=preview-clauses]", "2.7/3").await?;
    page.screenshot("edition-proposal").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-editions]", "lyceum-7").await?;
    page.see("[data-testid=section-editions]", "проект").await?;
    page.click_css("[data-testid=undo]").await?;
    page.see_no("[data-testid=section-editions]", "lyceum-7").await?;
    page.finish().await
}

#[tokio::test]
async fn an_open_question_is_decided_and_undone() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/regulation/interpretations?decided=no").await?;
    page.find("[data-testid=section-cells]").await?;
    page.click_css("[data-testid=act-decide]").await?;
    page.find("[data-testid=preview-effect]").await?;
    page.fill("Кто решил", "Директор").await?;
    page.fill("Почему", "так решил педсовет").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.go("#/regulation/interpretations?decided=yes").await?;
    page.see("[data-testid=section-cells]", "так решил педсовет").await?;
    page.click_css("[data-testid=undo]").await?;
    page.see_no("[data-testid=section-cells]", "так решил педсовет").await?;
    page.finish().await
}

#[tokio::test]
async fn the_register_leads_to_a_clause_and_on() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/regulation").await?;
    page.see("[data-testid=section-clauses]", "2.1/12").await?;
    page.go("#/regulation/2.6").await?;
    page.see("[data-testid=section-oddities]", "2.6").await?;
    page.click_css("[data-testid=act-clause-next]").await?;
    page.find("[data-testid=section-actions]").await?;
    page.finish().await
}

#[tokio::test]
async fn words_of_the_glossary_tell_what_they_mean() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/regulation/2.1/4").await?;
    // In the text of a clause, once, by the keyboard; Escape closes.
    let term = page.find("#section-wording [data-testid=term]").await?;
    assert_eq!(term.text().await?, "Учительскую");
    page.see_count("[popover]:popover-open", 0).await?;
    page.script::<()>("document.querySelector('#section-wording [data-testid=term]').focus();", &[]).await?;
    page.press(Key::Enter + "").await?;
    page.see("[popover]:popover-open", "Особый класс организации").await?;
    page.see("[popover]:popover-open a", "2.1/4").await?;
    page.axe().await?;
    page.screenshot("term").await?;
    page.press(Key::Escape + "").await?;
    page.see_count("[popover]:popover-open", 0).await?;
    // In the register, on a phone.
    page.resize(390, 800).await?;
    page.go("#/regulation").await?;
    page.click_css("#section-clauses [data-testid=term]").await?;
    page.find("[popover]:popover-open").await?;
    let inside: bool = page
        .script(
            "const box = document.querySelector('[popover]:popover-open').getBoundingClientRect();
             return box.left >= 0 && box.right <= innerWidth && box.width > 100;",
            &[],
        )
        .await?;
    assert!(inside);
    page.screenshot("term-phone").await?;
    page.finish().await
}
