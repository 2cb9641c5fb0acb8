//! The main job, from an empty profile to a planned school and back from its own file.

use std::fs;

use serde_json::json;
use sferum_planner_e2e::{Browser, Failure, Outcome, fixture, project};

/// The six lists of the school.
const LISTS: [&str; 6] = [
    "gymnasium/staff.xlsx",
    "gymnasium/students.csv",
    "gymnasium/parents.csv",
    "gymnasium/load.csv",
    "gymnasium/extracurricular.csv",
    "gymnasium/oneroster.zip",
];

/// Waits until everything is in the durable copy.
async fn wait_saved(page: &Browser) -> Outcome {
    page.find("[data-testid=save-state][data-state=saved]").await?;
    Ok(())
}

/// The figures of the overview.
async fn check_counts(page: &Browser, expected: &[(&str, u32)]) -> Outcome {
    page.go("#/").await?;
    for (kind, count) in expected {
        page.find(&format!("[data-testid=count-{kind}][data-n='{count}']")).await?;
    }
    Ok(())
}

/// Exports the plan and gives the bytes of the file.
async fn export(page: &Browser) -> Result<Vec<u8>, Failure> {
    page.go("#/snapshots").await?;
    page.click_css("[data-testid=snapshot-export]").await?;
    let (name, bytes) = page.download(".json").await?;
    assert!(name.contains("_r"), "{name} tells the revision");
    Ok(bytes)
}

/// The address of the page behind the first link that matches.
async fn follow(page: &Browser, css: &str) -> Outcome {
    page.find(css).await?;
    let hash: String =
        page.script("return document.querySelector(arguments[0]).getAttribute('href');", &[json!(css)]).await?;
    page.go(&hash).await
}

#[tokio::test]
async fn a_school_is_planned_from_its_lists() -> Outcome {
    let mut page = Browser::open("").await?;

    // Six files at once, then one click.
    page.go("#/import").await?;
    let files: Vec<_> = LISTS.iter().map(|name| fixture(name)).collect();
    page.upload("[data-testid=import-files]", &files).await?;
    page.see_count("[data-testid=import-file-row]", LISTS.len()).await?;
    page.find("[data-testid=import-problem-row]").await?;
    page.screenshot("import-preview").await?;
    page.click_css("[data-testid=import-apply]").await?;
    page.find("[data-testid=import-done]").await?;
    wait_saved(&page).await?;
    let expected = [
        ("classes", 31),
        ("students", 778),
        ("staff", 62),
        ("representatives", 1130),
        ("lines", 403),
        ("activities", 10),
    ];
    check_counts(&page, &expected).await?;

    // 7А: 26 students, a class teacher, lines.
    page.go("#/structure").await?;
    follow(&page, "[data-testid=structure-class-7А]").await?;
    page.find("[data-testid=class-students-count][data-n='26']").await?;
    let teacher = page.find("[data-testid=class-teacher] a").await?.text().await?;
    assert!(teacher.split_whitespace().count() >= 2, "7А has a class teacher: {teacher}");
    let lines: String =
        page.script("return document.querySelector('[data-testid=class-lines-count]').dataset.n;", &[]).await?;
    assert_ne!(lines, "0", "7А has lines");
    page.screenshot("class-7a").await?;

    // What the class teacher may do, and why.
    let card: String = page
        .script("return document.querySelector('[data-testid=class-teacher] a').getAttribute('href');", &[])
        .await?;
    page.go(&card.replace("#/people/", "#/roles/person/")).await?;
    for (action, clause) in [(38, "2.3/3a"), (39, "2.3/3b"), (40, "2.3/3c")] {
        page.see(&format!("[data-testid=decision-{action}]"), clause).await?;
        page.see(&format!("[data-testid=decision-{action}]"), "обязан").await?;
    }
    page.see("[data-testid=decision-15]", "ни один пункт").await?;
    page.see("[data-testid=decision-15]", "2.7/1").await?;
    page.screenshot("class-teacher").await?;
    page.click_css("[data-testid=preview-leave]").await?;

    // Export, wipe, import: the same bytes.
    let before = export(&page).await?;
    let text = String::from_utf8(before.clone()).unwrap_or_default();
    assert!(!text.contains("118-209-256"), "no insurance number is in the plan");
    wipe(&page).await?;
    page.go("#/snapshots").await?;
    let file = project().join("target/e2e/back.json");
    fs::create_dir_all(project().join("target/e2e"))?;
    fs::write(&file, &before)?;
    page.upload("[data-testid=snapshot-file]", &[file]).await?;
    page.click_css("[data-testid=act-replace]").await?;
    page.find("[data-testid=counts]").await?;
    check_counts(&page, &expected).await?;
    wait_saved(&page).await?;
    let after = export(&page).await?;
    assert!(before == after, "{} and {} bytes differ", before.len(), after.len());

    // Killed right after «saved»: everything is there.
    page.go("#/").await?;
    wait_saved(&page).await?;
    page.check_conduct().await?;
    page.kill().await?;
    page.relaunch("").await?;
    check_counts(&page, &expected).await?;
    page.finish().await
}

/// Deletes the plan the way a person does; the school has no name yet, so a word is typed.
async fn wipe(page: &Browser) -> Outcome {
    page.go("#/settings").await?;
    page.click_css("[data-testid=settings-wipe]").await?;
    page.fill("Чтобы подтвердить", "удалить").await?;
    page.click_css("[data-testid=settings-wipe-confirm]").await?;
    page.find("[data-testid=welcome]").await?;
    Ok(())
}
