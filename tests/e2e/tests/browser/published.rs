//! The edition for the staff: made on the screen, laid beside the page, opened by a visitor; nobody who was left out is
//! anywhere in what is transferred.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use sferum_planner_e2e::{Browser, Failure, Folder, Key, Outcome, Site, project};

/// Copies a folder with what is in it.
fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)?.flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The rows of a table of a snapshot.
fn rows(plan: &Value, table: &str) -> Vec<Value> {
    plan.pointer(&format!("/records/{table}")).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn text(row: &Value, pointer: &str) -> String {
    row.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What must not leave: names as the file writes them and as people read them, phones, e-mails.
fn secrets(plan: &Value) -> BTreeSet<String> {
    let staff: BTreeSet<String> =
        rows(plan, "positions").iter().chain(&rows(plan, "appointments")).map(|row| text(row, "/person")).collect();
    let people = rows(plan, "people");
    let full = |row: &Value| {
        ["/name/family", "/name/given", "/name/patronymic"].map(|part| text(row, part)).join(" ").trim().to_owned()
    };
    let written = |row: &Value| {
        format!("\"family\":\"{}\",\"given\":\"{}\"", text(row, "/name/family"), text(row, "/name/given"))
    };
    let kept = people.iter().filter(|row| staff.contains(&text(row, "/id")));
    let kept: BTreeSet<String> = kept.flat_map(|row| [full(row), written(row)]).collect();
    let mut secrets = BTreeSet::new();
    for row in &people {
        if !staff.contains(&text(row, "/id")) {
            secrets.extend([full(row), written(row), text(row, "/id")]);
        }
        secrets.extend([text(row, "/phone"), text(row, "/email")]);
    }
    secrets.retain(|secret| !secret.is_empty() && !kept.contains(secret));
    secrets
}

/// Which secrets stand in the bytes: looked up by their first bytes, so that megabytes are searched in one pass.
fn found<'a>(bytes: &[u8], secrets: &'a BTreeSet<String>) -> BTreeSet<&'a str> {
    const FIRST: usize = 6;
    let mut by_first: HashMap<&[u8], Vec<&'a str>> = HashMap::new();
    for secret in secrets {
        let first = secret.as_bytes().get(..FIRST);
        assert!(first.is_some(), "'{secret}' is too short to mean anybody");
        by_first.entry(first.unwrap_or_default()).or_default().push(secret);
    }
    let at = bytes.windows(FIRST).enumerate();
    at.filter_map(|(at, first)| Some((bytes.get(at..)?, by_first.get(first)?)))
        .flat_map(|(rest, meant)| meant.iter().copied().filter(move |secret| rest.starts_with(secret.as_bytes())))
        .collect()
}

/// Makes the edition on the screen and takes the file.
async fn publish(school: &Browser) -> Result<Vec<u8>, Failure> {
    school.go("#/roles").await?;
    school.click_css("[data-testid=publish]").await?;
    school.find("[data-testid=publish-leaves] tbody tr").await?;
    school.click_css("[data-testid=publish-save]").await?;
    let (name, bytes) = school.download("school.json").await?;
    assert_eq!(name, "school.json");
    Ok(bytes)
}

#[tokio::test]
async fn a_visitor_without_a_plan_sees_the_edition_and_nobody_who_was_left_out() -> Outcome {
    let school = Browser::open("").await?;
    school.open_demo().await?;
    school.go("#/snapshots").await?;
    school.click_css("[data-testid=snapshot-export]").await?;
    let (_, whole) = school.download(".json").await?;
    let edition = publish(&school).await?;
    school.go("#/school").await?;
    school.click_css("[data-testid=school-organisation-edit]").await?;
    school.fill("Краткое название", "МОУ «Гимназия № 45»").await?;
    school.click_css("[data-testid=school-organisation-save]").await?;
    school.see("[data-testid=school-organisation]", "№ 45").await?;
    let renewed = publish(&school).await?;
    school.finish().await?;

    let folder = Folder::new()?;
    copy(&project().join("dist"), folder.path())?;
    fs::write(folder.path().join("school.json"), &edition)?;
    let page = Browser::at(Site::of(folder.path())?, "").await?;
    page.wait_started().await?;
    page.see("[data-testid=published-banner]", "Издание для сотрудников").await?;
    page.find("[data-testid=section-visitors]").await?;
    page.axe().await?;

    // Everything that was transferred, byte by byte.
    let plan: Value = serde_json::from_slice(&whole).unwrap_or_default();
    let secrets = secrets(&plan);
    assert!(secrets.len() > 3_000, "{}", secrets.len());
    let transferred: Vec<String> = page
        .script("return [location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name)];", &[])
        .await?;
    assert!(transferred.iter().any(|url| url.ends_with("/school.json")), "{transferred:?}");
    let origin = page.site().origin();
    let mut searched = 0;
    for url in transferred.iter().filter_map(|url| url.strip_prefix(&origin)) {
        let path = url.split(['#', '?']).next().unwrap_or_default();
        let body = page.site().get(path)?.body;
        let found = found(&body, &secrets);
        assert!(found.is_empty(), "{path} has {found:?}");
        searched += body.len();
    }
    assert!(searched > 100_000, "{searched}");
    // And the search finds them in the whole plan.
    assert!(found(&whole, &secrets).len() > 1_000);

    // A visitor finds themselves by post and sees the own sheet; nothing can be changed.
    page.fill("Поиск", "директор").await?;
    page.click_css("[data-testid=table-visitors] tbody a").await?;
    page.see("[data-testid=preview-banner]", "Изменить ничего нельзя").await?;
    page.see("[data-testid=section-own-chats]", "2.2/6a").await?;
    page.find("[data-testid=rights-table]").await?;
    page.click_css("[data-testid=act-own-sheet]").await?;
    page.see("[data-testid=paper]", "ЛИСТ ПРАВ И ОБЯЗАННОСТЕЙ").await?;

    // The file changes while the page stays open: looked at again, it shows the new one, and still the visitor's own.
    fs::write(folder.path().join("school.json"), &renewed)?;
    page.script::<()>("document.dispatchEvent(new Event('visibilitychange'));", &[]).await?;
    page.see("[data-testid=toast]", "Школа обновила издание").await?;
    page.see("[data-testid=preview-banner]", "Изменить ничего нельзя").await?;
    page.press(Key::Escape + "").await?;
    page.see("[data-testid=published-banner]", "№ 45").await?;
    page.go("#/people").await?;
    page.find("[data-testid=section-elsewhere]").await?;
    let stored: Vec<String> = page.stored_keys().await?;
    assert!(stored.iter().all(|key| !key.starts_with("sferum-planner/plan/")), "{stored:?}");

    // A new visit asks for it too.
    fs::write(folder.path().join("school.json"), &edition)?;
    page.reload().await?;
    page.go("#/").await?;
    page.see("[data-testid=published-banner]", "№ 44").await?;

    // A file that somebody edited is not shown as the school's.
    let forged = String::from_utf8_lossy(&renewed).replace("№ 45", "№ 46");
    fs::write(folder.path().join("school.json"), forged)?;
    page.reload().await?;
    page.see("[data-testid=toast]", "не читается").await?;
    fs::write(folder.path().join("school.json"), &renewed)?;
    page.reload().await?;

    // One's own plan comes first.
    page.click_css("[data-testid=published-own-plan]").await?;
    page.click_css("[data-testid=open-demo]").await?;
    page.find("[data-testid=save-state][data-state=saved]").await?;
    page.reload().await?;
    page.find("[data-testid=counts]").await?;
    assert_eq!(
        page.script::<u32>(
            "return document.querySelectorAll(arguments[0]).length;",
            &[json!("[data-testid=published-banner]")]
        )
        .await?,
        0
    );
    page.finish().await
}
