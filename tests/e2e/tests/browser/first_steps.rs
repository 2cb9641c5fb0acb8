//! The first five minutes: three ways in, steps worked out from the plan, samples of lists, help on every screen.

use sferum_planner_e2e::{Browser, Outcome, ROUTES};

#[tokio::test]
async fn an_empty_browser_offers_three_ways_and_the_samples() -> Outcome {
    let page = Browser::open("#/").await?;
    page.see_count("[data-testid=welcome] > section", 3).await?;
    page.find("[data-testid=open-demo]").await?;
    page.click_css("[data-testid=sample-students]").await?;
    let (_, bytes) = page.download(".csv").await?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.contains("\"ФИО\";\"Класс\""), "{text}");
    page.axe().await?;
    page.finish().await
}

#[tokio::test]
async fn the_first_steps_lead_to_their_forms_and_can_be_put_away() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.find("[data-testid=first-steps] [aria-current=step]").await?;
    page.see("[data-testid=first-steps-progress]", "из 14").await?;
    page.axe().await?;
    let forms: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('[data-testid=steps] li:not(.is-done, .is-blocked) a[href*=\"?do=\"]')].map((link) => link.getAttribute('href'));",
            &[],
        )
        .await?;
    for form in forms {
        page.go("#/").await?;
        page.find("[data-testid=first-steps]").await?;
        page.click_css(&format!("[data-testid=steps] a[href='{form}']")).await?;
        page.find("dialog[open] form").await?;
    }
    page.go("#/").await?;
    page.click_css("[data-testid=first-steps-toggle]").await?;
    page.see_count("[data-testid=steps]", 0).await?;
    let focused: String = page.script("return document.activeElement.id;", &[]).await?;
    assert_eq!(focused, "first-steps-toggle");
    page.reload().await?;
    page.find("[data-testid=first-steps-toggle]").await?;
    page.see_count("[data-testid=steps]", 0).await?;
    page.click_css("[data-testid=first-steps-toggle]").await?;
    page.find("[data-testid=steps]").await?;
    page.finish().await
}

#[tokio::test]
async fn every_screen_explains_itself_and_leads_into_the_handbook() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    for route in ROUTES {
        page.go(route).await?;
        page.click_css("[data-testid=help]").await?;
        page.find("dialog[open] [data-testid=help-text]").await?;
        let address: String = page
            .script("return document.querySelector('dialog[open] [data-testid=help-text] a[href*=handbook]').getAttribute('href');", &[])
            .await?;
        let (file, mark) = address.trim_start_matches('.').split_once('#').unwrap_or_default();
        let body = page.site().get(file)?.body;
        let text = String::from_utf8_lossy(&body).into_owned();
        assert!(text.contains(&format!("id=\"{mark}\"")), "{route}: {address}");
        page.press(sferum_planner_e2e::Key::Escape).await?;
    }
    page.finish().await
}

#[tokio::test]
async fn russian_names_on_an_english_page_say_their_language() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    page.go("#/settings").await?;
    page.find("[data-testid=settings-language]").await?;
    page.script::<()>(
        "const select = document.querySelector('[data-testid=settings-language]');
         select.value = 'en'; select.dispatchEvent(new Event('change', { bubbles: true }));",
        &[],
    )
    .await?;
    page.find("html[lang=en]").await?;
    let mut silent = Vec::new();
    for route in ROUTES {
        page.go(route).await?;
        page.find("#page-title").await?;
        page.see_count("[aria-busy=true]", 0).await?;
        let found: Vec<String> = page
            .script(
                "const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                 const nodes = [];
                 while (walker.nextNode()) nodes.push(walker.currentNode);
                 // A pattern of class labels (1–4: А, Б, В) is made of signs, not of words.
                 return nodes.filter((node) => /[\\u0400-\\u04ff]/.test(node.data) && !/\\d–\\d+: [А-Я]/.test(node.data))
                     .filter((node) => !node.parentElement.closest('[lang=ru], svg')).map((node) => node.data.slice(0, 200)).slice(0, 3);",
                &[],
            )
            .await?;
        silent.extend(found.into_iter().map(|text| format!("{route}: {text}")));
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    page.finish().await
}
