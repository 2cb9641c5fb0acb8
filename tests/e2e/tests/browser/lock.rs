//! The lock of a shared computer: turned on, shut, opened by passphrase and by sheet; and what is left on the disk.

#![allow(clippy::unwrap_used, reason = "a test says what failed by panicking")]

use sferum_planner_e2e::{Browser, Failure, Key, Outcome, TypingData};

const PHRASE: &str = "жёлтый трамвай у реки";
const OTHER: &str = "семь синих карандашей";
const CANARY: &str = "Кукушкинд-7Q";

fn at(test_id: &str) -> String {
    format!("[data-testid={test_id}]")
}

/// Presses keys that make an act, and waits until it is saved.
async fn press_saved(page: &Browser, keys: impl Into<TypingData>) -> Outcome {
    let revision = "return document.querySelector('[data-testid=save-state]').dataset.revision;";
    page.saved().await?;
    let before: String = page.script(revision, &[]).await?;
    page.press(keys).await?;
    page.until("the next revision", async || {
        let now: String = page.script(revision, &[]).await?;
        Ok((!now.is_empty() && now != before).then_some(()))
    })
    .await
}

/// Turns the lock on and gives the code of the recovery sheet.
async fn turn_on(page: &Browser) -> Result<String, Failure> {
    page.show("#/settings").await?;
    page.click_css(&at("lock-turn-on")).await?;
    page.fill("Новая парольная фраза обязательно", PHRASE).await?;
    page.fill("Новая парольная фраза ещё раз", PHRASE).await?;
    page.click_css(&at("lock-submit")).await?;
    page.find(&at("lock-sheet")).await?;
    let code = page.texts(&at("lock-code")).await?.remove(0);
    // The sheet is printed alone, on one sheet of paper.
    let printed = page.print().await?;
    assert_eq!(printed.sheets.len(), 1, "{printed:?}");
    assert!(printed.has("Лист восстановления") && printed.has(&code) && printed.cut.is_empty(), "{printed:?}");
    assert!(!printed.has("Замок для общего компьютера") && !printed.has("Хранение"), "{printed:?}");
    page.click("checkbox", "Лист напечатан").await?;
    page.click_css(&at("lock-submit")).await?;
    page.see(&at("settings-lock"), "Замок включён").await?;
    Ok(code)
}

async fn open_with(page: &Browser, secret: &str) -> Outcome {
    page.find(&at("lock-screen")).await?;
    page.fill("Парольная фраза", secret).await?;
    page.press(Key::Enter).await
}

/// The texts of the plan in `localStorage` that do not stand encrypted.
async fn plain(page: &Browser) -> Result<Vec<String>, Failure> {
    page.script(
        "return Object.entries(localStorage).filter(([key, text]) => key.startsWith('sferum-planner/')
            && key !== 'sferum-planner/lock' && !text.startsWith('SP2 locked ')).map(([key]) => key);",
        &[],
    )
    .await
}

async fn encrypted(page: &Browser) -> Result<u64, Failure> {
    page.script("return Object.values(localStorage).filter((text) => text.startsWith('SP2 locked ')).length;", &[])
        .await
}

#[tokio::test]
async fn the_lock_is_turned_on_shut_opened_and_turned_off() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    page.show("#/settings").await?;
    // What is wrong is said at its field.
    page.click_css(&at("lock-turn-on")).await?;
    page.fill("Новая парольная фраза обязательно", "коротко").await?;
    page.click_css(&at("lock-submit")).await?;
    page.see("dialog[open] .error-summary", "Не короче 8 знаков").await?;
    page.fill("Новая парольная фраза обязательно", PHRASE).await?;
    page.fill("Новая парольная фраза ещё раз", OTHER).await?;
    page.click_css(&at("lock-submit")).await?;
    page.see("dialog[open] .error-summary", "Фразы различаются").await?;
    page.axe().await?;
    page.press(Key::Escape).await?;
    page.see_count("dialog[open]", 0).await?;
    assert_eq!(encrypted(&page).await?, 0);

    let code = turn_on(&page).await?;
    assert_eq!(plain(&page).await?, Vec::<String>::new());
    assert!(encrypted(&page).await? >= 2);
    page.axe().await?;
    page.screenshot("lock-on").await?;

    // The page asks at every start, and nothing of the plan is there before.
    page.reload().await?;
    page.find(&at("lock-screen")).await?;
    let body: String = page.script("return document.body.innerText + document.title;", &[]).await?;
    assert!(!body.contains("Гимназия"), "{body}");
    page.axe().await?;
    page.screenshot("lock-screen").await?;
    // The rescue page says what it sees, and no name.
    page.go("rescue.html").await?;
    page.see("#plans", "План закрыт на замок").await?;
    page.see("#rows", "под замком").await?;
    page.see_no("#plans", "Скачать план").await?;
    page.go("#/settings").await?;
    page.wait_started().await?;
    open_with(&page, OTHER).await?;
    page.see("[role=alert]", "не подходит").await?;
    open_with(&page, PHRASE).await?;
    page.see(&at("settings-lock"), "Замок включён").await?;

    // Acts go on, can be undone, and stand encrypted.
    page.show("#/school").await?;
    press_saved(&page, Key::Control + "z").await?;
    press_saved(&page, Key::Control + Key::Shift + "z").await?;
    assert_eq!(plain(&page).await?, Vec::<String>::new());

    // By the button, and back by the sheet.
    page.click_css(&at("lock-now")).await?;
    page.find(&at("lock-screen")).await?;
    page.click_css(&at("lock-switch")).await?;
    page.fill("Код с листа", &code.replace(' ', "-")).await?;
    page.press(Key::Enter).await?;
    page.see("#page-title", "Школа").await?;

    // Another phrase shuts the old one out.
    page.show("#/settings").await?;
    page.click_css(&at("lock-change")).await?;
    page.fill("Нынешняя парольная фраза", OTHER).await?;
    page.fill("Новая парольная фраза обязательно", OTHER).await?;
    page.fill("Новая парольная фраза ещё раз", OTHER).await?;
    page.click_css(&at("lock-submit")).await?;
    page.see("dialog[open] .error-summary", "не подходит").await?;
    page.fill("Нынешняя парольная фраза", PHRASE).await?;
    page.click_css(&at("lock-submit")).await?;
    page.see_count("dialog[open]", 0).await?;
    page.reload().await?;
    open_with(&page, PHRASE).await?;
    page.see("[role=alert]", "не подходит").await?;
    open_with(&page, OTHER).await?;
    page.see(&at("settings-lock"), "Замок включён").await?;

    // Off again: the texts stand as before, and nobody asks.
    page.click_css(&at("lock-turn-off")).await?;
    page.fill("Нынешняя парольная фраза", OTHER).await?;
    page.click_css(&at("lock-submit")).await?;
    page.find(&at("lock-turn-on")).await?;
    assert_eq!(encrypted(&page).await?, 0);
    page.reload().await?;
    page.show("#/").await?;
    page.find(&at("counts")).await?;
    page.finish().await
}

#[tokio::test]
async fn a_locked_plan_leaves_no_name_on_the_disk() -> Outcome {
    let mut page = Browser::open("#/settings").await?;
    turn_on(&page).await?;
    page.fill("Ваше имя", CANARY).await?;
    page.press(Key::Tab).await?;
    page.show("#/").await?;
    page.click_css(&at("open-demo")).await?;
    page.find(&at("counts")).await?;
    page.saved().await?;
    // Typed into a form, saved, taken back and done again; looked for in the list and in the palette.
    page.show("#/people").await?;
    page.click_css(&at("people-add")).await?;
    page.fill("Фамилия", CANARY).await?;
    page.fill("Имя", "Инна").await?;
    page.choose("Кто это", "Роль укажу позже").await?;
    page.click_css(&at("dialog-save")).await?;
    page.see_count("dialog[open]", 0).await?;
    page.see("#page-title", CANARY).await?;
    page.saved().await?;
    press_saved(&page, Key::Control + "z").await?;
    press_saved(&page, Key::Control + Key::Shift + "z").await?;
    page.show("#/people").await?;
    page.click_css("input[type=search]").await?;
    page.press(CANARY).await?;
    page.see("table", CANARY).await?;
    page.press(Key::Control + "k").await?;
    page.find("#palette-text:focus").await?;
    page.press(CANARY).await?;
    page.see("#palette-list", CANARY).await?;
    page.press(Key::Enter).await?;
    page.see("#page-title", CANARY).await?;
    page.click_css(&at("lock-now")).await?;
    page.find(&at("lock-screen")).await?;
    page.check_conduct().await?;
    page.quit().await?;
    assert_eq!(page.files_with(CANARY)?, Vec::<String>::new());
    // The search does find what stands there.
    assert_ne!(page.files_with("sferum-planner/plan/")?, Vec::<String>::new());
    // Nothing was lost by it.
    page.relaunch("#/settings").await?;
    open_with(&page, PHRASE).await?;
    page.find(&at("settings-author")).await?;
    let author: String =
        page.script("return document.querySelector('[data-testid=settings-author]').value;", &[]).await?;
    assert_eq!(author, CANARY);
    page.finish().await
}

#[tokio::test]
async fn the_plan_locks_itself_in_every_tab() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    let first = page.driver()?.window().await?;
    turn_on(&page).await?;
    page.open_tab("#/people").await?;
    let second = page.driver()?.window().await?;
    open_with(&page, PHRASE).await?;
    page.find("table").await?;
    // A minute before, it is asked whether somebody is here; a key answers, and what is typed stays.
    page.click_css(&at("people-search")).await?;
    page.press("Недописанная").await?;
    page.script::<()>("const now = Date.now; Date.now = () => now() + 9.5 * 60000;", &[]).await?;
    page.find(&at("lock-soon")).await?;
    page.axe().await?;
    page.press(Key::Shift).await?;
    page.see_count(&at("lock-soon"), 0).await?;
    let typed: String = page.script("return document.activeElement.value;", &[]).await?;
    assert_eq!(typed, "Недописанная");
    // Somebody at the second tab keeps the first one open too; nobody anywhere, and both are shut.
    page.script::<()>("const now = Date.now; Date.now = () => now() + 11 * 60000;", &[]).await?;
    page.find(&at("lock-screen")).await?;
    page.driver()?.switch_to_window(first).await?;
    page.find(&at("lock-screen")).await?;
    let body: String = page.script("return document.body.innerText + document.title;", &[]).await?;
    assert!(!body.contains("Гимназия"), "{body}");
    page.driver()?.switch_to_window(second).await?;
    open_with(&page, PHRASE).await?;
    page.find("table").await?;
    page.finish().await
}

#[tokio::test]
async fn a_plan_whose_secrets_are_lost_can_only_be_deleted() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    turn_on(&page).await?;
    page.reload().await?;
    page.click_css(&at("lock-give-up")).await?;
    page.click_css(&at("lock-wipe")).await?;
    page.see("dialog[open]", "Введите точно").await?;
    page.fill("Чтобы подтвердить", "удалить").await?;
    page.click_css(&at("lock-wipe")).await?;
    page.find(&at("settings-lock")).await?;
    assert_eq!(page.stored("sferum-planner/lock").await?, None);
    page.show("#/").await?;
    page.open_demo().await?;
    page.finish().await
}
