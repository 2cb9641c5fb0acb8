//! Chats of a school from its lists: created together, one reconciled with the platform's list, ticked, undone.

use sferum_planner_e2e::{Browser, Outcome, fixture};

/// The lists from which the chats of 7А follow; the archive holds the valid rows only.
const LISTS: [&str; 3] = ["gymnasium/staff.xlsx", "gymnasium/load.csv", "gymnasium/oneroster.zip"];

/// The address of the class 7А among the filters of the screen.
async fn class_7a(page: &Browser) -> Result<String, sferum_planner_e2e::Failure> {
    page.go("#/structure").await?;
    page.find("[data-testid=structure-class-7А]").await?;
    let script = "return document.querySelector('[data-testid=structure-class-7А]').getAttribute('href');";
    let href: String = page.script(script, &[]).await?;
    Ok(href.trim_start_matches("#/structure/").to_owned())
}

/// Chooses all rows of a table and presses the button of a bulk act.
async fn choose_all(page: &Browser, section: &str, act: &str) -> Outcome {
    page.click_css(&format!("[data-testid=section-{section}] [data-testid=choose-all]")).await?;
    page.click_css(&format!("[data-testid=section-{section}] [data-testid=act-{act}]")).await
}

#[tokio::test]
async fn chats_are_created_reconciled_and_ticked() -> Outcome {
    let page = Browser::open("").await?;
    page.go("#/import").await?;
    let files: Vec<_> = LISTS.iter().map(|name| fixture(name)).collect();
    page.upload("[data-testid=import-files]", &files).await?;
    page.see_count("[data-testid=import-file-row]", LISTS.len()).await?;
    page.click_css("[data-testid=import-apply]").await?;
    page.find("[data-testid=import-done]").await?;
    let class = class_7a(&page).await?;

    // The chats of 7А, created by one act.
    page.go(&format!("#/chats?class={class}&rule=class-students")).await?;
    page.see("[data-testid=section-required]", "7А · ученики").await?;
    choose_all(&page, "required", "create-chosen").await?;
    page.find("[data-testid=preview-to-create]").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-required]", "Создан").await?;
    page.screenshot("chats-created").await?;

    // Reconciled with the platform's list: two missing, one wrong role, one who does not belong.
    page.click_css("[data-testid=section-required] [data-testid=act-open]").await?;
    page.click_css("[data-testid=act-reconcile]").await?;
    page.upload("#field-file", &[fixture("gymnasium/chat-members-7a.csv")]).await?;
    for name in ["Мухина Ксения Юрьевна", "Баранова Таисия Дмитриевна", "Пахомов Илья Олегович", "Пётр Посторонний"]
    {
        page.see("[data-testid=preview-differences]", name).await?;
    }
    page.screenshot("chats-reconciled").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see("[data-testid=section-checklist]", "Добавить: Мухина Ксения Юрьевна").await?;
    page.see("[data-testid=section-checklist]", "Исправить роль: Пахомов Илья Олегович").await?;

    // Ticked all at once, then taken back.
    let card: String = page.script("return location.hash;", &[]).await?;
    page.click_css("[data-testid=act-tick-all]").await?;
    page.see("[data-testid=section-checklist]", "Расхождений нет").await?;
    page.go("#/journal").await?;
    page.click_css("[data-testid=journal-undo]").await?;
    page.go(&card).await?;
    page.see("[data-testid=section-checklist]", "Добавить: Мухина Ксения Юрьевна").await?;
    page.finish().await
}
