//! The main scenarios by keyboard alone: no pointer, and the focus is never lost.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what failed by panicking")]

use serde_json::json;
use sferum_planner_e2e::{Browser, Failure, Outcome, fixture};

/// A key as the browser gets it from the system: its name, its code, what it writes.
#[derive(Clone, Copy)]
struct Press(&'static str, u32, &'static str);

const TAB: Press = Press("Tab", 9, "");
const ENTER: Press = Press("Enter", 13, "\r");
const SPACE: Press = Press(" ", 32, " ");
const ESCAPE: Press = Press("Escape", 27, "");
const DOWN: Press = Press("ArrowDown", 40, "");

/// The keys held down with another one.
const SHIFT: u32 = 8;
const CONTROL: u32 = 2;

async fn press_with(page: &Browser, Press(key, code, text): Press, held: u32) -> Outcome {
    let name = if key == " " { "Space" } else { key };
    let down = json!({
        "type": if text.is_empty() { "rawKeyDown" } else { "keyDown" }, "key": key, "code": name, "text": text,
        "windowsVirtualKeyCode": code, "modifiers": held,
    });
    page.cdp("Input.dispatchKeyEvent", down).await?;
    let up = json!({ "type": "keyUp", "key": key, "code": name, "windowsVirtualKeyCode": code, "modifiers": held });
    page.cdp("Input.dispatchKeyEvent", up).await
}

async fn press(page: &Browser, key: Press) -> Outcome {
    press_with(page, key, 0).await
}

async fn write(page: &Browser, text: &str) -> Outcome {
    page.cdp("Input.insertText", json!({ "text": text })).await
}

/// What has the focus: its tag and the name a screen reader would say.
async fn focus(page: &Browser) -> Result<(String, String), Failure> {
    let element = page.driver()?.active_element().await?;
    let tag = element.tag_name().await?;
    Ok((tag, page.name_of(&element)?))
}

/// Presses Tab until the focus is on what is called so; every stop on the way can be seen.
async fn tab_to(page: &Browser, name: &str) -> Outcome {
    let mut passed = Vec::new();
    for _ in 0..250 {
        press(page, TAB).await?;
        let (tag, found) = focus(page).await?;
        if found == name || (found.starts_with(name) && name.chars().count() > 10) {
            return visible(page).await;
        }
        passed.push(format!("{tag} {found}"));
    }
    panic!("no Tab leads to '{name}': {}", passed.join(" | "));
}

/// The focus can be seen: a ring of two pixels, and nothing lies over it.
async fn visible(page: &Browser) -> Outcome {
    page.until("a focus that can be seen", async || {
        let wrong: String = page
            .script(
                "const it = document.activeElement;
                 const { x, y, width, height } = it.getBoundingClientRect();
                 const top = document.elementFromPoint(x + Math.min(width / 2, innerWidth - x - 2), y + height / 2);
                 const ring = [it, it.closest('label'), it.parentElement].filter(Boolean).some((element) => {
                     const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
                     return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
                 });
                 if (!ring) return `no ring on ${it.outerHTML.slice(0, 120)}`;
                 if (top && !it.contains(top) && !top.contains(it) && !it.closest('label')?.contains(top)) {
                     return `${it.outerHTML.slice(0, 120)} lies under ${top.outerHTML.slice(0, 120)}`;
                 }
                 return '';",
                &[],
            )
            .await?;
        if wrong.is_empty() {
            Ok(Some(()))
        } else {
            Err(Failure::TimedOut { what: wrong, seconds: 0, seen: String::new() })
        }
    })
    .await
}

/// The focus is on the title of the screen: a new screen begins there.
async fn at_title(page: &Browser, title: &str) -> Outcome {
    page.until(&format!("the focus on the title '{title}'"), async || {
        let (tag, name) = focus(page).await?;
        Ok((tag == "h1" && name.contains(title)).then_some(()))
    })
    .await
}

/// The focus is on something called so.
async fn at(page: &Browser, expected: &str) -> Outcome {
    page.until(&format!("the focus on '{expected}'"), async || {
        Ok((focus(page).await?.1.starts_with(expected)).then_some(()))
    })
    .await
}

async fn saved(page: &Browser, revision: u32) -> Outcome {
    page.find(&format!("[data-testid=save-state][data-state=saved][data-revision='{revision}']")).await.map(drop)
}

/// The demo school, opened by keyboard.
async fn demo() -> Result<Browser, Failure> {
    let page = Browser::open("#/").await?;
    tab_to(&page, "Открыть демонстрационную школу").await?;
    press(&page, ENTER).await?;
    page.find("[data-testid=counts]").await?;
    saved(&page, 1).await?;
    Ok(page)
}

/// Goes to a screen through the navigation.
async fn go(page: &Browser, name: &str) -> Outcome {
    tab_to(page, name).await?;
    press(page, ENTER).await?;
    at_title(page, "").await
}

#[tokio::test]
async fn one_opens_the_demo_school_and_takes_it_back() -> Outcome {
    let page = demo().await?;
    press_with(&page, Press("z", 90, ""), CONTROL).await?;
    // By the code of the key, whatever the layout.
    page.cdp(
        "Input.dispatchKeyEvent",
        json!({ "type": "rawKeyDown", "key": "я", "code": "KeyZ", "windowsVirtualKeyCode": 90, "modifiers": CONTROL }),
    )
    .await?;
    page.find("[data-testid=welcome]").await?;
    page.cdp("Input.dispatchKeyEvent", json!({ "type": "rawKeyDown", "key": "Я", "code": "KeyZ", "windowsVirtualKeyCode": 90, "modifiers": CONTROL | SHIFT })).await?;
    page.find("[data-testid=counts]").await?;
    page.finish().await
}

#[tokio::test]
async fn two_skips_the_navigation_and_walks_through_it() -> Outcome {
    let page = demo().await?;
    page.reload().await?;
    page.find(".skip-link").await?;
    press(&page, TAB).await?;
    at(&page, "Перейти к содержанию").await?;
    visible(&page).await?;
    press(&page, ENTER).await?;
    at_title(&page, "").await?;
    // Backwards from the title: the navigation stands before it.
    for _ in 0..80 {
        press_with(&page, TAB, SHIFT).await?;
        if focus(&page).await?.1 == "Чаты" {
            break;
        }
    }
    visible(&page).await?;
    press(&page, ENTER).await?;
    at_title(&page, "Чаты").await?;
    page.finish().await
}

#[tokio::test]
async fn three_finds_a_person_from_any_screen() -> Outcome {
    let page = demo().await?;
    tab_to(&page, "Найти").await?;
    press(&page, ENTER).await?;
    page.find("dialog[open] #palette-list [aria-selected=true]").await?;
    write(&page, "7А").await?;
    page.see("#palette-list [aria-selected=true]", "7А").await?;
    press(&page, ENTER).await?;
    at_title(&page, "7А").await?;
    page.finish().await
}

#[tokio::test]
async fn four_searches_sorts_and_turns_the_pages_of_a_list() -> Outcome {
    let page = demo().await?;
    go(&page, "Люди").await?;
    let first = page.texts("[data-testid=people-row] th").await?.into_iter().next();
    tab_to(&page, "Фамилия, имя, отчество").await?;
    press(&page, SPACE).await?;
    page.until("the other order", async || {
        Ok((page.texts("[data-testid=people-row] th").await?.into_iter().next() != first).then_some(()))
    })
    .await?;
    at(&page, "Фамилия, имя, отчество").await?;
    press(&page, SPACE).await?;
    tab_to(&page, "Следующая страница").await?;
    press(&page, ENTER).await?;
    page.find("[data-testid=people-row][aria-rowindex='101']").await?;
    at(&page, "Следующая страница").await?;
    page.finish().await
}

#[tokio::test]
async fn five_edits_a_person_and_stands_where_it_began() -> Outcome {
    let page = demo().await?;
    go(&page, "Люди").await?;
    let name = page.texts("[data-testid=people-row] th").await?.into_iter().next().unwrap();
    tab_to(&page, name.trim()).await?;
    press(&page, ENTER).await?;
    at_title(&page, name.trim()).await?;
    tab_to(&page, "Изменить").await?;
    press(&page, ENTER).await?;
    page.until("the first field has the focus", async || {
        Ok(page
            .script::<bool>("return document.activeElement.matches('dialog[open] input');", &[])
            .await?
            .then_some(()))
    })
    .await?;
    tab_to(&page, "Телефон").await?;
    press_with(&page, Press("a", 65, ""), CONTROL).await?;
    page.script::<()>("document.activeElement.select();", &[]).await?;
    write(&page, "+7 (000) 123-45-67").await?;
    press(&page, ENTER).await?;
    saved(&page, 2).await?;
    page.see("main", "123-45-67").await?;
    at(&page, "Изменить").await?;
    page.finish().await
}

#[tokio::test]
async fn six_is_led_to_what_is_wrong_and_out_again() -> Outcome {
    let page = demo().await?;
    go(&page, "Люди").await?;
    tab_to(&page, "Добавить человека").await?;
    press(&page, ENTER).await?;
    page.find("dialog[open] form").await?;
    tab_to(&page, "Сохранить").await?;
    press(&page, ENTER).await?;
    page.until("the focus on what is wrong", async || {
        Ok(page.script::<bool>("return document.activeElement.matches('.error-summary');", &[]).await?.then_some(()))
    })
    .await?;
    press(&page, TAB).await?;
    // The address belongs to the router, so what leads to a field is a button.
    let is_inside: bool = page.script("return document.activeElement.closest('.error-summary') !== null;", &[]).await?;
    assert!(is_inside, "{:?}", focus(&page).await?);
    press(&page, ENTER).await?;
    page.until("the focus at the field", async || {
        Ok(page
            .script::<bool>("return document.activeElement.matches('[aria-invalid=true]');", &[])
            .await?
            .then_some(()))
    })
    .await?;
    press(&page, ESCAPE).await?;
    at(&page, "Добавить человека").await?;
    page.finish().await
}

#[tokio::test]
async fn seven_takes_lists_over() -> Outcome {
    let page = Browser::open("#/").await?;
    go(&page, "Загрузка списков").await?;
    // The system's own window for files is the one thing a test cannot type into.
    page.upload("[data-testid=import-files]", &[fixture("gymnasium/staff.xlsx")]).await?;
    page.see_count("[data-testid=import-file-row]", 1).await?;
    let label: String = page.find("[data-testid=import-apply]").await?.text().await?;
    tab_to(&page, label.trim()).await?;
    press(&page, ENTER).await?;
    page.find("[data-testid=import-done]").await?;
    saved(&page, 1).await?;
    page.until("the focus stays on the page", async || Ok((focus(&page).await?.0 != "body").then_some(()))).await?;
    page.finish().await
}

#[tokio::test]
async fn eight_downloads_the_plan() -> Outcome {
    let page = demo().await?;
    go(&page, "Снимки").await?;
    tab_to(&page, "Скачать снимок").await?;
    press(&page, ENTER).await?;
    let (name, bytes) = page.download(".json").await?;
    assert!(bytes.len() > 100_000, "{name}: {}", bytes.len());
    page.finish().await
}

#[tokio::test]
async fn nine_asks_who_may_do_what() -> Outcome {
    let page = demo().await?;
    go(&page, "Роли и права").await?;
    let is_verdict =
        async || page.script::<bool>("return document.activeElement.matches('main table button');", &[]).await;
    for _ in 0..120 {
        press(&page, TAB).await?;
        if is_verdict().await? {
            break;
        }
    }
    assert!(is_verdict().await?, "{:?}", focus(&page).await?);
    visible(&page).await?;
    let (_, name) = focus(&page).await?;
    press(&page, ENTER).await?;
    page.find("dialog[open]").await?;
    press(&page, ESCAPE).await?;
    page.see_count("dialog[open]", 0).await?;
    at(&page, &name).await?;
    page.finish().await
}

#[tokio::test]
async fn ten_deletes_the_plan_with_a_typed_word() -> Outcome {
    let page = demo().await?;
    go(&page, "Настройки").await?;
    // A list is chosen from by the arrows.
    tab_to(&page, "Удалить план").await?;
    press(&page, ENTER).await?;
    page.find("dialog[open]").await?;
    tab_to(&page, "Чтобы подтвердить").await?;
    write(&page, "МОУ «Гимназия № 44 г. Твери»").await?;
    tab_to(&page, "Удалить безвозвратно").await?;
    press(&page, ENTER).await?;
    page.find("[data-testid=welcome]").await?;
    page.until("the focus stays on the page", async || Ok((focus(&page).await?.0 != "body").then_some(()))).await?;
    page.finish().await
}

#[tokio::test]
async fn eleven_chooses_rows_and_acts_on_all_of_them() -> Outcome {
    let page = demo().await?;
    page.script::<()>("location.hash = '#/invites?tab=sweep';", &[]).await?;
    at_title(&page, "Приглашения").await?;
    page.find("main table input[type=checkbox]").await?;
    for _ in 0..60 {
        press(&page, TAB).await?;
        if page
            .script::<bool>("return document.activeElement.matches('main table tbody input[type=checkbox]');", &[])
            .await?
        {
            break;
        }
    }
    press(&page, SPACE).await?;
    page.find("main table tbody input[type=checkbox]:checked").await?;
    visible(&page).await?;
    press(&page, DOWN).await?;
    page.finish().await
}
