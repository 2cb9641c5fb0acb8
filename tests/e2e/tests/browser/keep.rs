//! The plan stays: after a kill, through a snapshot and back, in two tabs; and it goes only when asked.

use std::fs;

use sferum_planner_e2e::{Browser, Failure, Folder, Key, Outcome};

const SCHOOL: &str = "МОУ «Гимназия № 44 г. Твери»";

fn at(test_id: &str) -> String {
    format!("[data-testid={test_id}]")
}

/// The figures of the overview, by name.
async fn counts(page: &Browser) -> Result<Vec<(String, String)>, Failure> {
    page.show("#/").await?;
    page.find(&at("count-classes")).await?;
    page.script(
        "return [...document.querySelectorAll('[data-testid^=count-]')].map((e) => [e.dataset.testid, e.dataset.n]);",
        &[],
    )
    .await
}

async fn export(page: &Browser) -> Result<Vec<u8>, Failure> {
    page.show("#/snapshots").await?;
    page.click_css(&at("snapshot-export")).await?;
    Ok(page.download(".json").await?.1)
}

/// Offers bytes to the import as a file.
async fn offer(page: &Browser, bytes: &[u8]) -> Result<Folder, Failure> {
    let folder = Folder::new()?;
    let file = folder.path().join("план.json");
    fs::write(&file, bytes)?;
    page.show("#/snapshots").await?;
    page.upload(&at("snapshot-file"), &[&file]).await?;
    page.find("#section-file, #section-refused").await?;
    // The page may still read the file.
    Ok(folder)
}

async fn wipe(page: &Browser) -> Outcome {
    page.show("#/settings").await?;
    page.click_css(&at("settings-wipe")).await?;
    // Nothing goes before the name is typed.
    page.click_css(&at("settings-wipe-confirm")).await?;
    page.see("dialog[open]", "Введите точно").await?;
    page.fill("Чтобы подтвердить", SCHOOL).await?;
    page.click_css(&at("settings-wipe-confirm")).await?;
    page.find(&at("welcome")).await.map(drop)
}

#[tokio::test]
async fn what_was_saved_survives_a_kill() -> Outcome {
    let mut page = Browser::with_demo().await?;
    let before = counts(&page).await?;
    assert!(before.contains(&("count-students".to_owned(), "775".to_owned())), "{before:?}");
    page.kill().await?;
    page.relaunch("#/").await?;
    assert_eq!(counts(&page).await?, before);
    // The act can still be undone, and the undo stays too.
    page.show("#/journal").await?;
    page.see_count(&at("journal-row"), 1).await?;
    page.click_css(&at("journal-undo")).await?;
    page.find("[data-testid=save-state][data-revision='2']").await?;
    page.reload().await?;
    page.show("#/").await?;
    page.find(&at("welcome")).await?;
    page.finish().await
}

#[tokio::test]
async fn a_wiped_plan_is_gone_and_leaves_nothing() -> Outcome {
    let page = Browser::with_demo().await?;
    wipe(&page).await?;
    assert!(page.stored_keys().await?.iter().all(|key| !key.starts_with("sferum-planner/")));
    page.reload().await?;
    page.find(&at("welcome")).await?;
    page.finish().await
}

#[tokio::test]
async fn export_wipe_import_export_gives_equal_bytes() -> Outcome {
    let page = Browser::with_demo().await?;
    let before = counts(&page).await?;
    let file = export(&page).await?;
    wipe(&page).await?;
    let _file = offer(&page, &file).await?;
    page.see("#section-file", SCHOOL).await?;
    let people = page.texts("#section-counts tr[data-key=person] td").await?;
    // In the plan, in the file, new, changed, gone.
    assert!(
        people.get(2).is_some_and(|added| added != "0") && people.get(4).is_some_and(|gone| gone == "0"),
        "{people:?}"
    );
    page.axe().await?;
    page.click_css(&at("act-replace")).await?;
    page.find(&at("counts")).await?;
    page.saved().await?;
    assert_eq!(counts(&page).await?, before);
    assert!(export(&page).await? == file, "the bytes of the second export differ");
    page.reload().await?;
    assert!(export(&page).await? == file, "the bytes of the export after a reload differ");
    page.finish().await
}

#[tokio::test]
async fn opening_an_older_file_asks_copies_and_can_be_undone() -> Outcome {
    let page = Browser::with_demo().await?;
    let file = export(&page).await?;
    let altered = String::from_utf8_lossy(&file).replace("\"revision\": 1", "\"revision\": 7");
    let _file = offer(&page, altered.as_bytes()).await?;
    page.see("#section-refused", "контрольная сумма не сходится").await?;
    let _file = offer(&page, b"{\"format\": \"other\"}").await?;
    page.see("#section-refused", "другой программы").await?;
    page.click_css(&at("act-away")).await?;
    // The plan is taken back, so that the file is ahead of an empty plan with a history.
    page.show("#/settings").await?;
    page.click_css(&at("settings-demo")).await?;
    page.find("[data-testid=save-state][data-revision='2']").await?;
    let _file = offer(&page, &file).await?;
    page.see("#section-file", "более раннее состояние").await?;
    // Another demo school has other identities: everybody would go, so the number is typed.
    let people = page.texts("#section-counts tr[data-key=person] td").await?;
    let removed: String =
        people.get(4).map(|text| text.chars().filter(char::is_ascii_digit).collect()).unwrap_or_default();
    page.click_css(&at("act-replace")).await?;
    page.set_field("number", "1").await?;
    page.click_css(&at("form-submit")).await?;
    page.see(".error-summary", "Введите").await?;
    page.set_field("number", &removed).await?;
    page.click_css(&at("form-submit")).await?;
    let (_, safety) = page.download(".json").await?;
    assert!(safety != file && safety.starts_with(b"{\n\"format\": \"sferum-planner-snapshot\""));
    page.find("[data-testid=save-state][data-revision='3']").await?;
    page.reload().await?;
    page.press(Key::Control + "z").await?;
    page.find("[data-testid=save-state][data-revision='4']").await?;
    page.finish().await
}

#[tokio::test]
async fn a_second_tab_reads_and_takes_over() -> Outcome {
    let page = Browser::with_demo().await?;
    let first = page.driver()?.window().await?;
    page.open_tab("#/settings").await?;
    page.see(".banner", "в другой вкладке").await?;
    page.find(&format!("{}[aria-disabled=true]", at("settings-wipe"))).await?;
    page.click_css(&at("take-over")).await?;
    page.see_no(".banner", "в другой вкладке").await?;
    page.show("#/journal").await?;
    page.click_css(&at("journal-undo")).await?;
    page.find("[data-testid=save-state][data-revision='2']").await?;
    // The first tab follows and only reads.
    page.driver()?.switch_to_window(first).await?;
    page.find(&at("welcome")).await?;
    page.see(".banner", "в другой вкладке").await?;
    page.finish().await
}
