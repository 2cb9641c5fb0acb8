//! Roles and rights: the matrix, the explanation, the plan through somebody's eyes, comparison.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use sferum_planner_e2e::{Browser, Key, Outcome};

/// A holder of each role, as the screen offers them: the name of the role and the address.
async fn examples(page: &Browser) -> Result<BTreeMap<String, String>, sferum_planner_e2e::Failure> {
    page.go("#/roles").await?;
    page.find("[data-testid=roles-matrix]").await?;
    let pairs: Vec<(String, String)> = page
        .script(
            "return [...document.querySelectorAll('main a[href^=\"#/roles/person/\"]')]
                .map((a) => [a.parentElement.querySelector('.muted')?.textContent ?? '', a.getAttribute('href')]);",
            &[],
        )
        .await?;
    Ok(pairs.into_iter().collect())
}

/// What changes with every act: the revision that is saved.
async fn revision(page: &Browser) -> Result<String, sferum_planner_e2e::Failure> {
    page.script("return document.querySelector('[data-testid=save-state]').dataset.revision;", &[]).await
}

/// Presses everything that can be pressed, fills nothing in, sends every form that opens.
async fn press_everything(page: &Browser, route: &str) -> Outcome {
    page.go(route).await?;
    page.find("#page-title").await?;
    page.script::<u32>(
        "window.print = () => {};
         let pressed = 0;
         for (const button of document.querySelectorAll('main button')) {
             if (!button.isConnected) continue;
             button.click();
             pressed += 1;
             for (const send of document.querySelectorAll('dialog[open] [type=submit]')) send.click();
             for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
         }
         return pressed;",
        &[],
    )
    .await?;
    Ok(())
}

#[tokio::test]
async fn matrix_is_filtered_compared_explained_and_saved() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/roles").await?;
    page.see("[data-testid=roles-count]", "57 из 57").await?;
    page.fill("Действие, слово или пункт", "2.3/3a").await?;
    page.see("[data-testid=roles-count]", "1 из 57").await?;
    page.fill("Действие, слово или пункт", "").await?;
    page.choose("Роль", "Классный руководитель").await?;
    page.choose("Сравнить с ролью", "Учитель-предметник").await?;
    page.see_count("[data-testid=roles-matrix] thead th", 3).await?;
    page.click_css("#roles-differing").await?;
    page.see_no("[data-testid=roles-count]", "57 из 57").await?;
    page.see("[data-testid=roles-matrix]", "2.3/3a").await?;
    page.click_css("[data-testid=xlsx-roles]").await?;
    let (name, bytes) = page.download(".xlsx").await?;
    assert_eq!(name, "матрица-прав.xlsx");
    assert!(bytes.starts_with(b"PK"));
    page.click_css("[data-testid=csv-roles]").await?;
    let (name, bytes) = page.download(".csv").await?;
    assert_eq!(name, "матрица-прав.csv");
    let text = String::from_utf8(bytes).unwrap_or_default();
    assert!(text.starts_with('\u{feff}') && text.contains("обязанность") && text.contains("(2.3/3a)"), "{text}");
    assert!(text.lines().count() > 5 && text.lines().count() < 57);
    // One stop of the tab key, arrows inside, Enter explains; the focus comes back.
    page.click_css("#roles-differing").await?;
    page.script::<()>("document.querySelector('[data-testid=roles-matrix] button[tabindex=\"0\"]').focus();", &[])
        .await?;
    page.press(Key::Down + "").await?;
    page.press(Key::Right + "").await?;
    let cell: String = page.script("return document.activeElement.id;", &[]).await?;
    assert_eq!(cell, "role-cell-2-subject-teacher");
    page.press(Key::Enter + "").await?;
    page.see("[data-testid=role-why]", "1.3").await?;
    page.axe().await?;
    page.press(Key::Escape + "").await?;
    page.until("the focus returns to the cell", async || {
        let id: String = page.script("return document.activeElement.id;", &[]).await?;
        Ok((id == cell).then_some(()))
    })
    .await?;
    // An address points at a cell; what no clause grants is never called forbidden.
    page.go("#/roles?cell=15:class-teacher").await?;
    page.see("[data-testid=role-why-verdict]", "ни один пункт не даёт права").await?;
    page.see("[data-testid=role-why]", "2.7/1").await?;
    page.see_no("[data-testid=role-why]", "запрещено").await?;
    page.finish().await
}

#[tokio::test]
async fn everybody_sees_the_own_plan_and_changes_nothing() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    let before = revision(&page).await?;
    let people = examples(&page).await?;
    for (role, step) in [
        ("руководитель", "2.2/6a"),
        ("классный руководитель", "2.3/3a"),
        ("учитель-предметник", "2.4/3a"),
        ("обучающийся", "2.5/1"),
        ("родитель (законный представитель)", "2.7/1"),
    ] {
        let address = people.get(role).unwrap_or_else(|| panic!("no {role} in {people:?}"));
        // The deep link opens it; so does a fresh start with it.
        page.go(address).await?;
        page.see("[data-testid=preview-banner]", "Изменить ничего нельзя").await?;
        page.see("[data-testid=section-own-steps]", step).await?;
        page.find("[data-testid=rights-table]").await?;
        page.see("[data-testid=section-own-rights]", "3.2").await?;
        page.axe().await?;
        // The start page is the own page, and the tools of the planner are nobody's.
        page.go("#/").await?;
        page.see("[data-testid=section-own-steps]", step).await?;
        page.go("#/settings").await?;
        page.find("[data-testid=section-elsewhere]").await?;
        if role != "руководитель" {
            for hidden in ["#/people", "#/invites", "#/journal"] {
                page.go(hidden).await?;
                page.find("[data-testid=section-elsewhere]").await?;
            }
            page.see_no(".side-nav a:not([hidden] a)", "Журнал").await?;
        }
        page.press(Key::Control + "z").await?;
        page.press(Key::Escape + "").await?;
        page.see_count("[data-testid=preview-banner]", 0).await?;
        assert_eq!(revision(&page).await?, before, "{role}");
    }
    // Whoever leads sees every screen; none of their buttons changes anything.
    page.go(people.get("руководитель").map_or("#/roles", String::as_str)).await?;
    page.find("[data-testid=preview-banner]").await?;
    for route in [
        "#/",
        "#/school",
        "#/school/registration",
        "#/structure",
        "#/people",
        "#/load",
        "#/admins",
        "#/invites",
        "#/requests",
        "#/movement",
        "#/chats",
        "#/channels",
        "#/calendar",
        "#/support",
        "#/migration",
        "#/documents",
        "#/acknowledgements",
        "#/statistics",
        "#/control",
        "#/regulation/editions",
        "#/regulation/interpretations",
        "#/journal",
    ] {
        press_everything(&page, route).await?;
        assert_eq!(revision(&page).await?, before, "{route}");
        page.find("[data-testid=preview-banner]").await?;
    }
    // A button that is off says why, and leads to the clause and its cell.
    page.go("#/invites").await?;
    let refused = page.find("[data-testid=act-issue][aria-disabled=true]").await?;
    refused.click().await?;
    page.see("[data-testid=toast]", "просмотр глазами").await?;
    page.click_css("[data-testid=toast-why]").await?;
    page.see("[data-testid=why-off]", "2.1/6").await?;
    page.find("[data-testid=why-off] a[href^='#/roles/person/']").await?;
    page.screenshot("why-off").await?;
    page.finish().await
}

#[tokio::test]
async fn a_person_of_several_hats_gets_the_union() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/snapshots").await?;
    page.click_css("[data-testid=snapshot-export]").await?;
    let (_, bytes) = page.download(".json").await?;
    let plan: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let ids = |table: &str, field: &str| -> BTreeSet<String> {
        let rows = plan.pointer(&format!("/records/{table}")).and_then(Value::as_array).cloned().unwrap_or_default();
        rows.iter().filter_map(|row| Some(row.get(field)?.as_str()?.to_owned())).collect()
    };
    let (leaders, parents) = (ids("homerooms", "teacher"), ids("representations", "parent"));
    let both = leaders.intersection(&parents).next().unwrap_or_else(|| panic!("{leaders:?}"));
    page.go(&format!("#/roles/person/{both}")).await?;
    page.see("[data-testid=section-own-classes]", "классное руководство").await?;
    page.see("[data-testid=section-own-classes]", "ребёнок:").await?;
    page.see("[data-testid=decision-38]", "2.3/3a").await?;
    page.see("[data-testid=decision-18]", "2.7/1").await?;
    page.see("[data-testid=rights-hats]", "Родитель").await?;
    // In another class the answer is another one, with its reason.
    let options: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('#rights-place option')].map((option) => option.textContent);",
            &[],
        )
        .await?;
    assert!(options.len() > 30, "{options:?}");
    page.screenshot("several-hats").await?;
    page.finish().await
}

#[tokio::test]
async fn a_role_and_two_people_are_looked_at() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/roles").await?;
    page.click_css("[data-testid=as-class-teacher]").await?;
    page.see("[data-testid=preview-banner]", "классный руководитель").await?;
    page.see("[data-testid=section-role-chats]", "2.3/3b").await?;
    page.see("[data-testid=section-role-answers]", "ни один пункт не даёт права").await?;
    page.axe().await?;
    page.click_css("[data-testid=preview-leave]").await?;
    page.see_count("[data-testid=preview-banner]", 0).await?;
    let people = examples(&page).await?;
    let id =
        |role: &str| people.get(role).and_then(|address| address.rsplit('/').next()).unwrap_or_default().to_owned();
    let (head, teacher) = (id("руководитель"), id("классный руководитель"));
    page.go(&format!("#/roles/compare?a={head}&b={teacher}")).await?;
    page.see("[data-testid=section-answers]", "2.2/6a").await?;
    page.see("[data-testid=section-chats]", "2.3/3a").await?;
    page.go("#/roles/compare?kind=choice&cell=12:class-teacher&stance=allow").await?;
    page.see_count("[data-testid=table-cells] tbody tr", 1).await?;
    let affected: u32 =
        page.script("return Number(document.querySelector('[data-testid=count-affected]').dataset.n);", &[]).await?;
    assert!(affected > 20, "{affected} class teachers");
    page.go(&format!("#/roles/compare?kind=appointment&person={head}&role=additional-admin")).await?;
    page.see("[data-testid=section-answers]", "2.1/7").await?;
    page.axe().await?;
    page.finish().await
}

/// Presses what is not off, and tells which of it opens a form.
const OPENING: &str = "
    const done = arguments[arguments.length - 1];
    const pause = () => new Promise((go) => setTimeout(go, 20));
    window.print = () => {};
    (async () => {
        const opening = [];
        const buttons = [...document.querySelectorAll('main button:not([aria-disabled=true], [role=tab])')];
        for (const button of buttons.slice(0, 60)) {
            if (!button.isConnected) continue;
            button.click();
            await pause();
            if (document.querySelector('dialog[open] [type=submit]')) opening.push(button.textContent);
            for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
        }
        done(opening);
    })();";

#[tokio::test]
async fn acts_are_off_and_say_why_while_the_plan_is_only_looked_at() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    let people = examples(&page).await?;
    let head = people.get("руководитель").cloned().unwrap_or_default();
    let person = head.replace("#/roles/person/", "#/people/");
    page.go("#/structure").await?;
    let class = page.find("[data-testid='structure-class-7А']").await?.attr("href").await?.unwrap_or_default();
    let class = class.split('#').nth(1).map(|hash| format!("#{hash}")).unwrap_or_default();
    // Each with a button that changes the plan there.
    let screens = [
        ("#/people", "people-add"),
        (person.as_str(), "person-edit"),
        (class.as_str(), "class-edit"),
        ("#/school", "school-organisation-edit"),
        ("#/structure", "structure-add-class"),
        ("#/load", "load-add"),
    ];
    page.go(&head).await?;
    page.find("[data-testid=preview-banner]").await?;
    for (route, act) in screens {
        page.go(route).await?;
        let css = format!("[data-testid={act}][aria-disabled=true]");
        let button = page.find(&css).await?;
        let why = button.attr("aria-describedby").await?.unwrap_or_default();
        let said: String =
            page.script("return document.getElementById(arguments[0])?.textContent ?? '';", &[why.into()]).await?;
        assert!(said.contains("просмотр глазами"), "{route}: {said}");
        button.click().await?;
        page.see("[data-testid=toast]", "просмотр глазами").await?;
        let opening = page.driver()?.execute_async(OPENING, Vec::new()).await?;
        assert_eq!(opening.json(), &Value::Array(Vec::new()), "{route}");
    }
    page.press(Key::Escape + "").await?;
    page.see_count("[data-testid=preview-banner]", 0).await?;
    for (route, act) in screens {
        page.go(route).await?;
        page.find(&format!("[data-testid={act}]:not([aria-disabled])")).await?;
    }
    page.finish().await
}
