//! The palette, files for office programs, charts, and parts of the program that come when they are needed.

#![allow(clippy::unwrap_used, reason = "a test says what failed by panicking")]

use sferum_planner_e2e::{Browser, Folder, Key, Outcome, Site, project};

/// Opens the palette; it takes the focus once its part of the program is here.
async fn palette(page: &Browser) -> Outcome {
    page.press(Key::Control + "k").await?;
    page.find("#palette-text:focus").await.map(drop)
}

/// What is chosen in the palette; read by a script, for the rows are made anew with every key.
async fn chosen(page: &Browser, text: &str) -> Outcome {
    page.until(&format!("'{text}' chosen in the palette"), async || {
        let script = "return document.querySelector('#palette-list [aria-selected=true]')?.innerText ?? '';";
        let found: String = page.script(script, &[]).await?;
        Ok(found.contains(text).then_some(()))
    })
    .await
}

#[tokio::test]
async fn everything_is_found_from_the_keyboard() -> Outcome {
    let page = Browser::with_demo().await?;
    // In the wrong layout, for a person.
    palette(&page).await?;
    page.press(",fhfyjd").await?;
    chosen(&page, "Баранов").await?;
    page.axe().await?;
    page.screenshot("palette").await?;
    page.press(Key::Enter).await?;
    page.see("#page-title", "Баранов").await?;
    // An act opens its form; the address is clean again.
    palette(&page).await?;
    page.press("перевести в другой класс").await?;
    chosen(&page, "Перевести").await?;
    page.press(Key::Enter).await?;
    page.find("dialog[open] [data-testid=form-submit]").await?;
    let hash: String = page.script("return location.hash;", &[]).await?;
    assert_eq!(hash, "#/movement");
    page.press(Key::Escape).await?;
    // The arrows walk; what is not there is said.
    palette(&page).await?;
    page.press("журнал").await?;
    page.press(Key::Down).await?;
    page.press(Key::Up).await?;
    page.press(Key::Enter).await?;
    page.see("#page-title", "Журнал").await?;
    palette(&page).await?;
    page.press("щщщщщщщ").await?;
    page.see("#palette-list", "Ничего не найдено").await?;
    // Escape first empties the field, as in any field for searching, and then closes.
    page.press(Key::Escape).await?;
    page.press(Key::Escape).await?;
    page.see_count("dialog[open]", 0).await?;
    // The keys are told.
    page.press("?").await?;
    page.see("dialog[open] [data-testid=shortcuts]", "Ctrl + K").await?;
    page.finish().await
}

#[tokio::test]
async fn a_phone_finds_too() -> Outcome {
    let page = Browser::with_demo().await?;
    page.resize(360, 740).await?;
    page.click_css("[data-testid=palette-open]").await?;
    page.find("#palette-text:focus").await?;
    page.press("7а").await?;
    chosen(&page, "7А").await?;
    page.axe().await?;
    page.screenshot("palette-phone").await?;
    page.click_css("#palette-list [aria-selected=true]").await?;
    page.see("#page-title", "7А").await?;
    page.finish().await
}

#[tokio::test]
async fn papers_and_lists_are_files_of_office_programs() -> Outcome {
    let page = Browser::with_demo().await?;
    page.show("#/documents?form=order-use").await?;
    page.find("[data-testid=paper]").await?;
    page.click_css("[data-testid=act-word]").await?;
    let (name, bytes) = page.download(".docx").await?;
    assert_eq!(name, "Приказ об использовании платформы.docx");
    assert!(String::from_utf8_lossy(&bytes).contains("word/document.xml"));
    page.show("#/movement?tab=book").await?;
    page.click_css("[data-testid^=xlsx-]").await?;
    let (_, bytes) = page.download(".xlsx").await?;
    assert!(bytes.starts_with(b"PK"));
    // The screens that are drawn by hand give their lists away too, whole and as they are filtered.
    page.show("#/people").await?;
    page.fill("Найти в списке людей", "Баранов").await?;
    page.click_css("[data-testid=csv-people]").await?;
    let (name, bytes) = page.download(".csv").await?;
    assert_eq!(name, "Люди.csv");
    let rows = String::from_utf8_lossy(&bytes).lines().count();
    let shown: usize =
        page.script("return Number(document.querySelector('[data-testid=people-count]').dataset.n);", &[]).await?;
    assert_eq!(rows, shown + 1);
    for (route, list) in
        [("#/people", "people"), ("#/load", "load-matrix"), ("#/structure", "classes"), ("#/journal", "journal")]
    {
        page.show(route).await?;
        page.click_css(&format!("[data-testid=xlsx-{list}]")).await?;
        let (name, bytes) = page.download(".xlsx").await?;
        assert!(bytes.starts_with(b"PK"), "{name}");
    }
    page.finish().await
}

#[tokio::test]
async fn charts_have_a_table_and_are_pictures() -> Outcome {
    let page = Browser::with_demo().await?;
    page.show("#/statistics").await?;
    page.find("[data-testid=section-chart-classes] svg rect").await?;
    page.screenshot("charts").await?;
    page.axe().await?;
    page.click_css("[data-testid=section-chart-classes] summary").await?;
    page.see("[data-testid=section-chart-classes] table", "7А").await?;
    page.click_css("[data-testid=section-chart-classes] [data-testid=chart-svg]").await?;
    let (_, svg) = page.download(".svg").await?;
    assert!(String::from_utf8_lossy(&svg).contains("fill=\"#0b5fce\""));
    page.click_css("[data-testid=section-chart-classes] [data-testid=chart-png]").await?;
    let (_, png) = page.download(".png").await?;
    assert!(png.starts_with(b"\x89PNG"));
    page.finish().await
}

#[tokio::test]
async fn a_part_that_does_not_come_is_said_and_asked_for_again() -> Outcome {
    let folder = Folder::new()?;
    let mut hidden = Vec::new();
    for entry in std::fs::read_dir(project().join("dist")).unwrap() {
        let entry = entry.unwrap();
        if !entry.file_type().unwrap().is_file() {
            continue;
        }
        let name = entry.file_name();
        let is_part = name.to_string_lossy().starts_with("part-areas");
        let to = folder.path().join(&name);
        let to = if is_part { to.with_extension("hidden") } else { to };
        std::fs::copy(entry.path(), &to).unwrap();
        if is_part {
            hidden.push(to);
        }
    }
    assert_eq!(hidden.len(), 1, "the areas are one part");
    let page = Browser::at(Site::of(folder.path())?, "#/").await?;
    page.show("#/movement").await?;
    page.see("main", "Эта часть программы не загрузилась").await?;
    for file in hidden {
        std::fs::rename(&file, file.with_extension("wasm")).unwrap();
    }
    page.click_css("[data-testid=part-again]").await?;
    page.see("#page-title", "Движение").await?;
    // The missing file was asked for on purpose: its error stands in the console.
    page.close().await
}
