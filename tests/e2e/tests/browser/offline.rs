//! The program without a network, a new version of it, and the addresses where it cannot have a copy of itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what failed by panicking"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use sferum_planner_e2e::{Browser, By, Failure, Folder, Outcome, Site, fixture, project};

/// The copy is whole.
async fn ready(page: &Browser) -> Outcome {
    page.find("html[data-offline=ready]").await.map(drop)
}

/// The build that the page runs.
async fn build_of(page: &Browser) -> Result<String, Failure> {
    page.script("return document.querySelector('meta[name=build]').content;", &[]).await
}

/// Copies the release build into a folder.
fn copy_build(to: &Path) {
    let status = Command::new("cp").args(["-a"]).arg(project().join("dist/.")).arg(to).status().unwrap();
    assert!(status.success());
}

/// Puts another version into the folder, as a host does that keeps no old file: the digest that the files of the program
/// share changes in their names, and where they name each other.
fn deploy_next(folder: &Path) {
    let names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let stem = |name: &String| Some(name.strip_prefix("page-")?.strip_suffix(".wasm")?.to_owned());
    let digest = names.iter().find_map(stem).expect("the program");
    let next = format!("ffff{}", digest.get(4..).unwrap());
    for name in names.iter().filter(|name| name.contains(&digest)) {
        let (old, new) = (folder.join(name), folder.join(name.replace(&digest, &next)));
        if name.ends_with("js") {
            fs::write(&new, fs::read_to_string(&old).unwrap().replace(&digest, &next)).unwrap();
            fs::remove_file(&old).unwrap();
        } else {
            fs::rename(&old, &new).unwrap();
        }
    }
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).unwrap().replace(&digest, &next);
    // The scripts are others now: their digests in the page would refuse them.
    let line = |line: &str| match line.split_once(" integrity=\"") {
        Some((before, after)) if line.contains("modulepreload") => {
            format!("{before}{}", after.split_once('"').map_or("", |(_, rest)| rest))
        }
        _ => line.to_owned(),
    };
    let html = html.lines().map(line).collect::<Vec<_>>().join("\n");
    fs::write(&index, html).unwrap();
    let status = Command::new("node").arg("scripts/offline.mjs").arg(folder).current_dir(project()).status().unwrap();
    assert!(status.success());
}

/// Everything of the plan that is kept in both storages, but the heads.
async fn kept(page: &Browser) -> Result<serde_json::Value, Failure> {
    let read = "const done = arguments[0];
        indexedDB.open('sferum-planner').onsuccess = ({ target }) => {
            const database = target.result;
            const store = database.transaction('records').objectStore('records');
            const keys = store.getAllKeys();
            const values = store.getAll();
            values.onsuccess = () => {
                database.close();
                // The heads name the tab that writes, so a page that opens writes them anew.
                const plan = (pairs) => pairs.filter(([key]) => key.startsWith('sferum-planner/') && !key.endsWith('/head')).sort();
                done([plan(Object.entries(localStorage)), plan(keys.result.map((key, at) => [key, values.result[at]]))]);
            };
        };";
    Ok(page.driver()?.execute_async(read, Vec::new()).await?.json().clone())
}

#[tokio::test]
async fn after_one_visit_everything_opens_without_a_server() -> Outcome {
    let mut page = Browser::open("#/").await?;
    page.open_demo().await?;
    ready(&page).await?;
    page.check_conduct().await?;
    page.site_mut().stop();

    page.reload().await?;
    page.find("[data-testid=count-students][data-n='775']").await?;
    // The worker's module is a part of the copy too.
    page.go("#/import").await?;
    page.upload("[data-testid=import-files]", &[fixture("gymnasium/students.csv")]).await?;
    page.see_count("[data-testid=import-file-row]", 1).await?;
    for (path, text) in [("rescue.html", "Спасение данных"), ("handbook/ru/", "Руководство"), ("licences.html", "MIT")]
    {
        page.go(path).await?;
        page.see("body", text).await?;
    }
    // Next year, in a browser that was closed.
    page.kill().await?;
    page.relaunch("#/people").await?;
    page.find("main table tbody tr").await?;
    page.finish().await
}

#[tokio::test]
async fn a_new_version_waits_for_the_person_and_saves_first() -> Outcome {
    let folder = Folder::new()?;
    copy_build(folder.path());
    let page = Browser::at(Site::of(folder.path())?, "#/").await?;
    page.wait_started().await?;
    page.open_demo().await?;
    ready(&page).await?;
    let first = build_of(&page).await?;
    let window = page.driver()?.window().await?;
    page.open_tab("#/people").await?;
    let other = page.driver()?.window().await?;

    deploy_next(folder.path());
    page.driver()?.switch_to_window(window.clone()).await?;
    page.reload().await?;
    page.see("[data-testid=notice-update]", "новая версия").await?;
    assert_eq!(build_of(&page).await?, first, "nothing is replaced by itself");
    page.axe().await?;
    page.reload().await?;
    assert_eq!(build_of(&page).await?, first, "also not by loading the page again");
    page.find("[data-testid=notice-update]").await?;

    // An act, and the new version at once: the act is there afterwards.
    page.click_css("[data-testid=take-over]").await?;
    page.see_no(".banner", "Здесь он только для чтения").await?;
    page.go("#/journal").await?;
    page.click_css("[data-testid=journal-undo]").await?;
    page.click_css("[data-testid=update-apply]").await?;
    page.until("the new version", async || Ok((build_of(&page).await? != first).then_some(()))).await?;
    page.wait_started().await?;
    page.go("#/").await?;
    page.find("[data-testid=welcome]").await?;
    page.see_no("main", "Готова новая версия").await?;

    // The other tab was not touched: it is told, and goes on with its own parts.
    page.driver()?.switch_to_window(other).await?;
    page.see("[data-testid=notice-update]", "В другой вкладке").await?;
    assert_eq!(build_of(&page).await?, first);
    page.finish().await
}

#[tokio::test]
async fn a_page_whose_files_are_gone_mends_itself_and_touches_no_plan() -> Outcome {
    let folder = Folder::new()?;
    copy_build(folder.path());
    let page = Browser::at(Site::of(folder.path())?, "#/").await?;
    page.wait_started().await?;
    page.open_demo().await?;
    ready(&page).await?;
    let first = build_of(&page).await?;
    let before = kept(&page).await?;
    page.check_conduct().await?;

    // The browser has lost a part of the copy, and the host that version.
    let lost = page
        .driver()?
        .execute_async(
            "const done = arguments[0];
             caches.keys().then(async ([name]) => {
                 const cache = await caches.open(name);
                 const parts = (await cache.keys()).filter(({ url }) => url.endsWith('.wasm') || url.endsWith('.css'));
                 for (const part of parts) await cache.delete(part);
                 done(parts.length);
             });",
            Vec::new(),
        )
        .await?
        .json()
        .as_u64()
        .unwrap_or_default();
    assert!(lost >= 3, "{lost}");
    deploy_next(folder.path());
    page.cdp("Network.clearBrowserCache", json!({})).await?;
    page.driver()?.refresh().await?;
    page.until("another build", async || Ok((build_of(&page).await? != first).then_some(()))).await?;
    page.wait_started().await?;
    assert_eq!(kept(&page).await?, before, "not a byte of the plan changed");
    page.find("[data-testid=counts]").await?;
    page.close().await
}

#[tokio::test]
async fn a_site_that_lost_its_files_says_so_once_and_stops() -> Outcome {
    let folder = Folder::new()?;
    copy_build(folder.path());
    for entry in fs::read_dir(folder.path())?.flatten() {
        let name = entry.file_name().into_string().unwrap();
        if name.starts_with("boot-") {
            fs::remove_file(entry.path())?;
        }
    }
    let page = Browser::at(Site::of(folder.path())?, "#/").await?;
    page.see("#unloaded", "загрузилась не полностью").await?;
    page.see_no("#loading", "Загрузка").await?;
    let loads = page.requests().await?.iter().filter(|url| url.ends_with('/')).count();
    assert!(loads <= 4, "the page is asked for anew once, not for ever: {loads}");
    page.close().await
}

#[tokio::test]
async fn the_planner_lives_in_any_folder_of_a_host() -> Outcome {
    let folder = Folder::new()?;
    let inner = folder.path().join("school/plan");
    fs::create_dir_all(&inner)?;
    copy_build(&inner);
    let mut page = Browser::at(Site::of(folder.path())?.under("/school/plan/"), "#/").await?;
    page.wait_started().await?;
    page.open_demo().await?;
    ready(&page).await?;
    let manifest: serde_json::Value = serde_json::from_str(&page.site().get("/school/plan/app.webmanifest")?.text())?;
    assert_eq!(manifest["scope"], "./");
    for icon in manifest["icons"].as_array().unwrap() {
        let path = icon["src"].as_str().unwrap().trim_start_matches('.');
        assert_eq!(page.site().get(&format!("/school/plan{path}"))?.status, 200, "{path}");
    }
    page.check_conduct().await?;
    page.site_mut().stop();
    page.reload().await?;
    page.find("[data-testid=counts]").await?;
    page.finish().await
}

#[tokio::test]
async fn a_page_opened_from_the_disk_says_what_to_do() -> Outcome {
    let page = Browser::open("").await?;
    let file = format!("file://{}", project().join("dist/index.html").display());
    page.driver()?.goto(&file).await?;
    page.see("#file", "открыт как файл").await?;
    page.see("#file", "python -m http.server").await?;
    page.see_no("#loading", "Загрузка").await?;
    page.close().await
}

#[tokio::test]
async fn an_address_without_encryption_says_what_is_off() -> Outcome {
    let page = Browser::at(Site::start()?.by_name(), "#/").await?;
    page.wait_started().await?;
    page.see("[data-testid=notice-insecure]", "работа без сети").await?;
    page.axe().await?;
    page.open_demo().await?;
    page.go("#/settings").await?;
    page.see("[data-testid=settings-offline]", "не откроется").await?;
    let notice = page.find("[data-testid=notice-insecure] .button").await?;
    notice.click().await?;
    page.see_no("main", "работа без сети и установка").await?;
    // The console tells of a header that only encrypted addresses may use; a host without encryption has no more.
    page.close().await
}

#[tokio::test]
async fn the_staff_edition_beside_the_page_is_the_newest_there_is() -> Outcome {
    let folder = Folder::new()?;
    copy_build(folder.path());
    let mut page = Browser::at(Site::of(folder.path())?, "#/").await?;
    page.wait_started().await?;
    ready(&page).await?;
    let ask = "const done = arguments[0];
        fetch('./school.json').then(async (answer) => done([answer.status, await answer.text()]), () => done(['none', '']));";
    let asked = async |page: &Browser| -> Result<serde_json::Value, Failure> {
        Ok(page.driver()?.execute_async(ask, Vec::new()).await?.json().clone())
    };
    assert_eq!(asked(&page).await?[0], 404);
    fs::write(folder.path().join("school.json"), "{\"day\": 1}")?;
    assert_eq!(asked(&page).await?, json!([200, "{\"day\": 1}"]));
    fs::write(folder.path().join("school.json"), "{\"day\": 2}")?;
    assert_eq!(asked(&page).await?, json!([200, "{\"day\": 2}"]));
    page.site_mut().stop();
    assert_eq!(asked(&page).await?, json!([200, "{\"day\": 2}"]));
    page.close().await
}

#[test]
fn the_copy_lists_every_file_of_the_build() {
    let site = Site::start().unwrap();
    let script = site.get("/sw.js").unwrap().text();
    let list = script.strip_prefix("const BUILD = ").unwrap().split_once(";\n").unwrap().0;
    let build: serde_json::Value = serde_json::from_str(list).unwrap();
    let mut listed: Vec<&str> = build["files"].as_object().unwrap().keys().map(String::as_str).collect();
    listed.sort_unstable();
    let mut found = Vec::new();
    let dist = project().join("dist");
    let mut folders = vec![dist.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path().strip_prefix(&dist).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found.retain(|name| name != "sw.js");
    found.sort_unstable();
    assert_eq!(listed, found);
    assert!(found.iter().any(|name| name.starts_with("worker-") && name.contains("_bg.")));
    assert_eq!(site.get("/").unwrap().text().matches(build["id"].as_str().unwrap()).count(), 1);
}

#[tokio::test]
async fn the_privacy_page_counts_what_the_browser_has() -> Outcome {
    let page = Browser::open("#/").await?;
    page.open_demo().await?;
    ready(&page).await?;
    let build = build_of(&page).await?;
    page.go("#/settings").await?;
    page.see("[data-testid=settings-offline]", "открывается без сети").await?;
    page.click("link", "Данные и запросы").await?;
    page.see("#section-summary", &build).await?;
    page.see("#section-summary", "ни одного").await?;
    page.see("#section-policy", "connect-src 'self'").await?;
    // Both copies of the plan, the settings of the device, the copy of the program.
    for text in ["sferum-planner/plan/head", "основная копия", "Файлы программы"] {
        page.until(text, async || {
            let shown = page.texts("#section-kept").await?.join("\n").to_lowercase();
            Ok(shown.contains(&text.to_lowercase()).then_some(()))
        })
        .await?;
    }
    page.see("#section-asked", "licences.json").await?;
    // A list is drawn a hundred rows at a time.
    page.find("#section-libraries input[type=search]").await?.send_keys("leptos").await?;
    page.see("#section-libraries tbody", "leptos 0").await?;
    assert!(page.driver()?.find_all(By::Css("#section-asked .badge.is-error")).await?.is_empty());
    page.axe().await?;
    page.screenshot("privacy").await?;
    page.finish().await
}
