//! Rosters, from the files of a whole school to the plan; and files that are none.

use std::path::PathBuf;

use sferum_planner_e2e::{Browser, Folder, Outcome, Site, fixture};

/// The six files of the gymnasium, not in the order in which they must be taken.
const SIX: [&str; 6] =
    ["load.csv", "parents.csv", "students.csv", "extracurricular.csv", "staff.xlsx", "chat-members-7a.csv"];

fn files(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| fixture(&format!("gymnasium/{name}"))).collect()
}

/// Waits for a figure of the preview.
async fn figure(page: &Browser, of: &str, outcome: &str, count: usize) -> Outcome {
    page.find(&format!("[data-testid=import-preview-{of}-{outcome}][data-n='{count}']")).await.map(drop)
}

/// Waits for a problem at a line of a file.
async fn problem(page: &Browser, file: &str, line: u32, text: &str) -> Outcome {
    page.see(&format!("[data-testid=import-problem-row][data-file='{file}'][data-line='{line}']"), text).await
}

/// Brings files and waits until each is read, whatever came of it.
async fn bring(page: &Browser, paths: &[PathBuf]) -> Outcome {
    page.upload("[data-testid=import-files]", paths).await?;
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let row = format!("[data-testid=import-file-row][data-file='{name}']");
        page.find(&format!("{row}:is([data-state=read], [data-state=refused], [data-state=halted])")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_whole_school_is_imported() -> Outcome {
    let page = Browser::open("#/import").await?;
    page.axe().await?;
    bring(&page, &files(&SIX)).await?;
    let expected =
        [("classes", 31), ("students", 778), ("staff", 62), ("parents", 1130), ("homerooms", 30), ("load", 403)];
    for (of, count) in expected {
        figure(&page, of, "created", count).await?;
    }
    figure(&page, "activities", "created", 10).await?;
    problem(&page, "students.csv", 777, "имени нет").await?;
    problem(&page, "students.csv", 778, "нет в календаре").await?;
    problem(&page, "students.csv", 779, "Повторяет другую строку").await?;
    problem(&page, "students.csv", 781, "тот же человек").await?;
    problem(&page, "students.csv", 782, "латинская буква").await?;
    problem(&page, "students.csv", 783, "Итоговая строка").await?;
    problem(&page, "parents.csv", 1249, "нет в списках").await?;
    problem(&page, "load.csv", 405, "нет среди работников").await?;
    page.see("[data-testid=import-dropped]", "СНИЛС").await?;
    page.see("[data-testid=import-preview]", "7А").await?;
    page.axe().await?;
    page.screenshot("import-preview").await?;

    // The row with the impossible date is taken only when somebody says so.
    page.click("checkbox", "Брать строку с невозможной датой").await?;
    figure(&page, "students", "created", 779).await?;
    page.click("checkbox", "Брать строку с невозможной датой").await?;
    figure(&page, "students", "created", 778).await?;

    page.click_css("[data-testid=import-apply]").await?;
    page.see("[data-testid=import-done]", "Списки загружены").await?;
    for (of, count) in expected {
        figure(&page, of, "same", count).await?;
        figure(&page, of, "created", 0).await?;
    }
    page.axe().await?;
    page.screenshot("import-done").await?;
    page.go("#/").await?;
    for (of, count) in [("classes", 31), ("students", 778), ("staff", 62), ("representatives", 1130), ("lines", 403)] {
        page.find(&format!("[data-testid=count-{of}][data-n='{count}']")).await?;
    }

    // The same files again, and another format of the same school after them: nothing and nobody twice.
    page.go("#/import").await?;
    bring(&page, &files(&SIX)).await?;
    page.see("[data-testid=import-nothing]", "применять нечего").await?;
    page.click("button", "Убрать все файлы").await?;
    bring(&page, &files(&["oneroster.zip"])).await?;
    figure(&page, "students", "same", 775).await?;
    page.see("[data-testid=import-nothing]", "применять нечего").await?;
    page.finish().await
}

#[tokio::test]
async fn an_undone_import_is_offered_again() -> Outcome {
    let page = Browser::open("#/import").await?;
    bring(&page, &files(&["staff.xlsx"])).await?;
    figure(&page, "staff", "created", 62).await?;
    page.click_css("[data-testid=import-apply]").await?;
    figure(&page, "staff", "same", 62).await?;
    // The desk outlives the screen; the plan moved meanwhile, so the comparison is renewed.
    page.go("#/").await?;
    page.find("[data-testid=count-staff][data-n='62']").await?;
    page.go("#/import").await?;
    page.find("[data-testid=import-done]").await?;
    page.click("button", "Отменить").await?;
    figure(&page, "staff", "created", 62).await?;
    page.see_count("[data-testid=import-done]", 0).await?;
    page.finish().await
}

#[tokio::test]
async fn what_is_no_list_is_refused_by_name() -> Outcome {
    let page = Browser::open("#/import").await?;
    let folder = Folder::new()?;
    let mut bomb = b"PK\x03\x04".to_vec();
    bomb.extend([0xFF; 80]);
    let bad: [(&str, Vec<u8>, &str); 5] = [
        ("empty.csv", Vec::new(), "Файл пустой"),
        ("old.xls", [b"\xD0\xCF\x11\xE0".as_slice(), &[1; 600]].concat(), ".xls"),
        ("broken.xlsx", bomb, "повреждён"),
        ("junk.csv", (0_u8..=255).cycle().take(5000).collect(), "не таблица и не текст"),
        ("words.csv", b"alpha;beta\n1;2\n3;4\n".to_vec(), "Добавьте строку заголовков"),
    ];
    let mut paths = files(&["students.csv"]);
    for (name, bytes, _) in &bad {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes)?;
        paths.push(path);
    }
    let large = folder.path().join("large.csv");
    std::fs::File::create(&large)?.set_len(50 * 1024 * 1024 + 1)?;
    paths.push(large);
    bring(&page, &paths).await?;
    let row = |name: &str| format!("[data-testid=import-file-row][data-file='{name}'][data-state=refused]");
    for (name, _, text) in &bad {
        page.see(&row(name), text).await?;
    }
    page.see(&row("large.csv"), "предел 50 МБ").await?;
    // The good one among them goes on, and nothing is in the plan.
    figure(&page, "students", "created", 778).await?;
    page.axe().await?;
    page.screenshot("import-refused").await?;
    page.go("#/").await?;
    page.find("[data-testid=welcome]").await?;
    page.finish().await
}

#[tokio::test]
async fn a_blocked_worker_is_told() -> Outcome {
    let policy =
        Site::start()?.get("/")?.header("content-security-policy").replace("worker-src 'self'", "worker-src 'none'");
    let page = Browser::at(Site::with_policy(&policy)?, "#/import").await?;
    page.wait_started().await?;
    bring(&page, &files(&["staff.xlsx"])).await?;
    page.see("[data-testid=import-file-row][data-state=halted]", "Модуль чтения не загрузился").await?;
    page.named("button", "Прочитать снова").await?;
    page.close().await
}

#[tokio::test]
async fn a_list_of_another_kind_is_refused_and_can_be_read_as_what_it_is() -> Outcome {
    let page = Browser::open("#/import").await?;
    page.choose("Что в файлах", "обучающиеся").await?;
    bring(&page, &files(&["staff.xlsx"])).await?;
    page.see("[data-testid=import-file-row][data-state=refused]", "Ожидался вид «обучающиеся»").await?;
    page.click("button", "Прочитать как «работники»").await?;
    figure(&page, "staff", "created", 62).await?;
    page.finish().await
}

#[tokio::test]
async fn pasted_rows_are_read_and_a_mapping_is_kept() -> Outcome {
    let page = Browser::open("#/import").await?;
    page.click_css("summary").await?;
    let rows = "Ученик\tКласс\tКто дома\nКим Ева Олеговна\t7А\tКим Анна Ивановна\n";
    page.script::<()>(
        "const area = document.getElementById('import-paste');
         area.value = arguments[0];
         area.dispatchEvent(new Event('input', { bubbles: true }));",
        &[rows.into()],
    )
    .await?;
    page.click_css("[data-testid=import-read-paste]").await?;
    figure(&page, "students", "created", 1).await?;
    page.click_css("[data-testid=import-mapping] > summary").await?;
    page.choose("Что в столбце Кто дома", "Родитель").await?;
    figure(&page, "parents", "created", 1).await?;
    page.fill("Название сопоставления", "Наша выгрузка").await?;
    page.click_css("[data-testid=import-save-profile]").await?;
    page.see("[data-testid=import-profile-row]", "Наша выгрузка").await?;
    page.axe().await?;
    // The next list with these headers needs no hand.
    page.click("button", "Убрать все файлы").await?;
    let folder = Folder::new()?;
    let next = folder.path().join("7b.csv");
    std::fs::write(&next, "Ученик;Класс;Кто дома\nЛи Ян Петрович;7Б;Ли Анна Ивановна\n")?;
    bring(&page, &[next]).await?;
    figure(&page, "parents", "created", 1).await?;
    page.click("button", "Удалить сопоставление «Наша выгрузка»").await?;
    page.see_count("[data-testid=import-profile-row]", 0).await?;
    page.finish().await
}
