//! Files between colleagues and for the archive: merged, sealed, locked, given away in part.

use std::fs;

use sferum_planner_e2e::{Browser, Failure, Folder, Key, Outcome};

const SCHOOL: &str = "МОУ «Гимназия № 44 г. Твери»";

async fn export(page: &Browser) -> Result<Vec<u8>, Failure> {
    page.go("#/snapshots").await?;
    page.click_css("[data-testid=snapshot-export]").await?;
    Ok(page.download(".json").await?.1)
}

/// Offers bytes as a file of that name; the folder is kept until the page has read it.
async fn offer(page: &Browser, name: &str, bytes: &[u8]) -> Result<Folder, Failure> {
    let folder = Folder::new()?;
    let file = folder.path().join(name);
    fs::write(&file, bytes)?;
    page.upload("[data-testid=snapshot-file]", &[&file]).await?;
    Ok(folder)
}

async fn set_address(page: &Browser, address: &str) -> Outcome {
    page.go("#/school").await?;
    page.click_css("[data-testid=school-organisation-edit]").await?;
    page.fill("Адрес", address).await?;
    page.click_css("dialog[open] button[type=submit]").await?;
    page.see("[data-testid=school-organisation]", address).await?;
    page.saved().await
}

async fn wipe(page: &Browser) -> Outcome {
    page.go("#/settings").await?;
    page.click_css("[data-testid=settings-wipe]").await?;
    page.fill("Чтобы подтвердить", SCHOOL).await?;
    page.click_css("[data-testid=settings-wipe-confirm]").await?;
    page.find("[data-testid=welcome]").await.map(drop)
}

/// Nothing is left of the plan, and a file becomes the plan of the empty browser.
async fn another_computer(page: &Browser, name: &str, bytes: &[u8]) -> Outcome {
    wipe(page).await?;
    page.go("#/snapshots").await?;
    let _file = offer(page, name, bytes).await?;
    page.click_css("[data-testid=act-replace]").await?;
    page.find("[data-testid=counts]").await?;
    page.saved().await
}

#[tokio::test]
async fn two_administrators_merge_and_take_it_back() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    let common = export(&page).await?;
    set_address(&page, "Тверь, Первая улица, 1").await?;
    let colleague = export(&page).await?;
    // Another computer: the common file, and an address of its own.
    another_computer(&page, "общий.json", &common).await?;
    set_address(&page, "Тверь, Вторая улица, 2").await?;

    page.go("#/snapshots").await?;
    let _file = offer(&page, "коллега.json", &colleague).await?;
    page.see("#section-file", "изменён и здесь, и в файле").await?;
    page.click_css("[data-testid=act-merge]").await?;
    page.see("#section-questions", "Первая улица").await?;
    page.see("#section-questions", "Вторая улица").await?;
    page.see("#section-questions", "ждёт решения").await?;
    page.axe().await?;
    page.click_css("#section-questions tbody [data-testid=act-theirs]").await?;
    page.see_no("#section-questions tbody", "ждёт решения").await?;
    // What is decided survives a reload.
    page.reload().await?;
    page.see("#section-questions tbody", "Первая улица").await?;
    page.see_no("#section-questions tbody", "ждёт решения").await?;
    page.click_css("[data-testid=act-finish]").await?;
    let (_, safety) = page.download(".json").await?;
    assert!(String::from_utf8_lossy(&safety).contains("Вторая улица"));
    page.saved().await?;
    page.go("#/school").await?;
    page.see("[data-testid=school-organisation]", "Первая улица").await?;
    // One step back, also after a reload.
    page.reload().await?;
    page.press(Key::Control + "z").await?;
    page.see("[data-testid=school-organisation]", "Вторая улица").await?;
    page.finish().await
}

#[tokio::test]
async fn a_sealed_file_is_verified_and_looked_at() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    page.go("#/snapshots?tab=archive").await?;
    page.click_css("[data-testid=act-key-new]").await?;
    page.set_field("owner", SCHOOL).await?;
    page.set_field("passphrase", "ключ нашего архива").await?;
    page.set_field("again", "ключ нашего архива").await?;
    page.submit_form().await?;
    page.see("#section-key", "Отпечаток").await?;
    page.click_css("[data-testid=act-seal]").await?;
    page.set_field("case", "01-17").await?;
    page.set_field("retention", "5 лет").await?;
    page.click_css("#field-signed").await?;
    page.set_field("key-passphrase", "ключ нашего архива").await?;
    page.submit_form().await?;
    let (name, sealed) = page.download(".json").await?;
    let (_, signature) = page.download(".minisig").await?;
    page.see("#section-register", "01-17").await?;
    page.saved().await?;
    page.axe().await?;

    let _file = offer(&page, &name, &sealed).await?;
    page.see("#section-verdict", "совпадает с реестром").await?;
    let _file = offer(&page, &format!("{name}.minisig"), &signature).await?;
    page.see("#section-proof", "файл тот самый").await?;
    let altered = String::from_utf8_lossy(&sealed).replacen("\"revision\": 1", "\"revision\": 2", 1);
    let _file = offer(&page, &name, altered.as_bytes()).await?;
    page.see("#section-verdict", "контрольная сумма не сходится").await?;
    let _file = offer(&page, "чужой.json", b"{}").await?;
    page.see("#section-verdict", "не снимок").await?;

    // Looked at, it is the plan of that day, and nothing can be changed.
    let _file = offer(&page, &name, &sealed).await?;
    page.see("#section-verdict", "совпадает с реестром").await?;
    page.click_css("#section-verdict [data-testid=act-look]").await?;
    page.see("[data-testid=looked-banner]", "Изменить здесь ничего нельзя").await?;
    page.press(Key::Control + "z").await?;
    page.find(".toast.is-error").await?;
    page.click_css("[data-testid=looked-leave]").await?;
    page.go("#/snapshots?tab=archive").await?;
    page.see("#section-register", "01-17").await?;
    page.click_css("[data-testid=act-cover]").await?;
    page.see("#section-preview", "01-17").await?;
    page.see("#section-preview", &name).await?;
    page.see("#section-preview", "Опись").await?;
    // Many buttons beside it do not crush the title.
    let titles =
        "return Math.max(...[...document.querySelectorAll('h1')].map(h1 => h1.getBoundingClientRect().width));";
    let width: f64 = page.script(titles, &[]).await?;
    assert!(width > 200.0, "the title is {width} pixels wide");
    page.finish().await
}

#[tokio::test]
async fn a_locked_file_opens_with_its_passphrase_only() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    page.go("#/snapshots?tab=give").await?;
    page.click_css("[data-testid=act-export]").await?;
    page.click_css("#field-packed").await?;
    page.set_field("passphrase", "четыре слова подряд").await?;
    page.set_field("again", "четыре слова подряд").await?;
    page.submit_form().await?;
    let (name, locked) = page.download(".age").await?;
    assert!(name.ends_with(".json.gz.age") && locked.starts_with(b"age-encryption.org/v1"), "{name}");
    page.go("#/snapshots").await?;
    let _file = offer(&page, &name, &locked).await?;
    page.click_css("[data-testid=act-unlock]").await?;
    page.set_field("passphrase", "другие слова").await?;
    page.click_css("[data-testid=form-submit]").await?;
    page.see(".error-summary", "не подходит").await?;
    page.set_field("passphrase", "четыре слова подряд").await?;
    page.submit_form().await?;
    page.see("#section-file", "Тот же план").await?;
    let mut damaged = locked.clone();
    damaged.truncate(locked.len() / 2);
    let _file = offer(&page, &name, &damaged).await?;
    page.click_css("[data-testid=act-unlock]").await?;
    page.set_field("passphrase", "четыре слова подряд").await?;
    page.submit_form().await?;
    page.see("#section-refused", "повреждён").await?;
    page.finish().await
}

#[tokio::test]
async fn an_export_shows_what_leaves_before_it_does() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    let whole = String::from_utf8_lossy(&export(&page).await?).into_owned();
    page.go("#/snapshots?tab=give").await?;
    page.click_css("tr[data-key=staff] [data-testid=act-redact]").await?;
    page.see("#section-leaves", "Останется").await?;
    page.axe().await?;
    page.click_css("[data-testid=act-redact-save]").await?;
    page.submit_form().await?;
    let (name, bytes) = page.download(".json").await?;
    assert!(name.starts_with("сотрудники"), "{name}");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    // No phone and no e-mail of anybody is in it.
    let phones: Vec<&str> = whole.split("\"phone\":\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(phones.len() > 10, "the demo school has phones");
    assert!(phones.iter().all(|phone| !text.contains(phone)));
    page.finish().await
}

/// A picker as the browser has one, without the window that no test can press: each time it gives the file of that name.
async fn pick(page: &Browser, name: &str) -> Outcome {
    page.script::<()>(
        "window.showSaveFilePicker = async () =>
            (await navigator.storage.getDirectory()).getFileHandle(arguments[0], { create: true });",
        &[name.into()],
    )
    .await
}

/// The file that the page has written.
async fn written(page: &Browser, name: &str) -> Result<String, Failure> {
    page.script(
        "return navigator.storage.getDirectory().then((folder) => folder.getFileHandle(arguments[0]))
            .then((file) => file.getFile()).then((file) => file.text());",
        &[name.into()],
    )
    .await
}

#[tokio::test]
async fn the_same_file_is_saved_to_after_a_reload_too() -> Outcome {
    const SAME: &str = "[data-testid=snapshot-same-file]";
    const CHOOSE: &str = "[data-testid=snapshot-choose-file]";
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    page.go("#/snapshots").await?;
    page.see(CHOOSE, "Выбрать файл").await?;
    page.see_count(SAME, 0).await?;
    pick(&page, "план.json").await?;
    page.click_css(CHOOSE).await?;
    page.see(SAME, "план.json").await?;
    assert!(written(&page, "план.json").await?.contains("sferum-planner"));

    // Another day: the file is known, and nobody is asked which one.
    set_address(&page, "Тверь, Третья улица, 3").await?;
    page.reload().await?;
    page.go("#/snapshots").await?;
    page.see(SAME, "план.json").await?;
    page.click_css(SAME).await?;
    page.see("[data-testid=snapshot-last]", "С тех пор").await?;
    page.until("the file has the new address", async || {
        Ok(written(&page, "план.json").await?.contains("Третья улица").then_some(()))
    })
    .await?;
    page.go("#/settings/privacy").await?;
    page.see("#section-kept", "Файл, в который сохраняют").await?;

    // Another file, and one that may not be written.
    page.go("#/snapshots").await?;
    pick(&page, "другой.json").await?;
    page.click_css(CHOOSE).await?;
    page.see(SAME, "другой.json").await?;
    page.script::<()>("FileSystemHandle.prototype.requestPermission = async () => 'denied';", &[]).await?;
    page.click_css(SAME).await?;
    page.see("[data-testid=toast]", "не разрешил записать").await?;

    page.reload().await?;
    wipe(&page).await?;
    page.open_demo().await?;
    page.go("#/snapshots").await?;
    page.see(CHOOSE, "Выбрать файл").await?;
    page.see_count(SAME, 0).await?;
    page.finish().await
}

/// The consent of the first person of the list, written on their card.
async fn set_consent(page: &Browser, state: &str, paper: &str) -> Outcome {
    page.go("#/people").await?;
    page.click_css("[data-testid=people-row] a").await?;
    page.click_css("[data-testid=person-edit]").await?;
    page.choose("Согласие на обработку", state).await?;
    page.fill("Где хранится бумага", paper).await?;
    page.click_css("dialog[open] button[type=submit]").await?;
    page.see("main", paper).await?;
    page.saved().await
}

#[tokio::test]
async fn states_are_compared_rows_taken_one_by_one_and_values_written_by_hand() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    let first = export(&page).await?;
    set_address(&page, "Тверь, Первая улица, 1").await?;
    set_consent(&page, "дано", "дело 4, лист 77").await?;
    let second = export(&page).await?;

    // The plan beside a moment of its journal: what was done since.
    page.go("#/snapshots?tab=compare&b=back-1").await?;
    page.see("main", "лист 77").await?;
    page.see_no("main", "Первая улица").await?;
    page.go("#/snapshots?tab=compare&b=back-2").await?;
    page.see("main", "Первая улица").await?;
    page.see("main", "лист 77").await?;
    page.axe().await?;
    page.click_css("[data-testid=act-differences]").await?;
    let (_, list) = page.download(".csv").await?;
    assert!(String::from_utf8_lossy(&list).contains("лист 77"));

    // Another computer, at the beginning, takes one of the two rows. The file is dropped on another screen.
    another_computer(&page, "начало.json", &first).await?;
    page.go("#/calendar").await?;
    page.find("#page-title").await?;
    let folder = Folder::new()?;
    let file = folder.path().join("дальше.json");
    fs::write(&file, &second)?;
    page.drop_files("main", &[&file]).await?;
    page.click_css("[data-testid=act-lines]").await?;
    page.see("#section-lines", "Первая улица").await?;
    page.click_css("#section-lines tr[data-key*=organisation] input[type=checkbox]").await?;
    page.click_css("[data-testid=act-accept]").await?;
    page.click_css("[data-testid=act-take-lines]").await?;
    page.go("#/school").await?;
    page.see("[data-testid=school-organisation]", "Первая улица").await?;
    page.saved().await?;

    // Both wrote the consent: a third answer is written part by part.
    set_consent(&page, "отказ", "дело 4, лист 88").await?;
    page.go("#/snapshots").await?;
    let _file = offer(&page, "дальше.json", &second).await?;
    page.click_css("[data-testid=act-merge]").await?;
    page.see("#section-questions", "лист 88").await?;
    page.see("#section-questions", "Согласие").await?;
    page.click_css("#section-questions tbody [data-testid=act-edit]").await?;
    page.axe().await?;
    page.choose("Согласие", "дано").await?;
    page.set_field("value-paper", "дело 4, лист 99").await?;
    page.submit_form().await?;
    page.see("#section-questions tbody", "вписано").await?;
    // The button above lies under the bar that stays at the top.
    page.script::<()>("scrollTo(0, 0);", &[]).await?;
    page.click_css("[data-testid=act-finish]").await?;
    page.saved().await?;
    page.go("#/people").await?;
    page.click_css("[data-testid=people-row] a").await?;
    page.see("main", "дано").await?;
    page.see("main", "лист 99").await?;
    page.finish().await
}
