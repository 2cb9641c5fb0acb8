//! axe-core finds nothing on any route, empty and full, in both languages and on a phone.

use serde_json::json;
use sferum_planner_e2e::{Browser, Outcome, ROUTES};

/// Pages of one thing: the screen that links to it and the link.
const DETAILS: [(&str, &str); 5] = [
    ("#/structure", "a[href^='#/structure/']"),
    ("#/people", "a[href^='#/people/']"),
    ("#/regulation", "a[href^='#/regulation/']"),
    ("#/load", "a[href^='#/load/']"),
    ("#/chats", "a[href^='#/chats/']"),
];

/// Goes through every route and collects what axe says.
async fn check_routes(page: &Browser) -> Outcome {
    let mut found = Vec::new();
    for route in ROUTES.into_iter().chain(["#/roles/compare"]) {
        page.go(route).await?;
        page.find("#page-title").await?;
        for violation in page.axe_violations().await? {
            found.push(format!("{route}: {} {:?}", violation.id, violation.targets));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

#[tokio::test]
async fn empty_plan() -> Outcome {
    let page = Browser::open("").await?;
    check_routes(&page).await?;
    page.finish().await
}

#[tokio::test]
async fn full_plan() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    check_routes(&page).await?;
    let mut found = Vec::new();
    for (route, link) in DETAILS {
        page.go(route).await?;
        page.find("#page-title").await?;
        let hash: Option<String> = page
            .script("return document.querySelector('main ' + arguments[0])?.getAttribute('href');", &[json!(link)])
            .await?;
        let Some(hash) = hash else { continue };
        page.go(&hash).await?;
        page.find("#page-title").await?;
        for violation in page.axe_violations().await? {
            found.push(format!("{hash}: {} {:?}", violation.id, violation.targets));
        }
        if route == "#/people" {
            page.go(&hash.replace("#/people/", "#/roles/person/")).await?;
            page.find("#page-title").await?;
            for violation in page.axe_violations().await? {
                found.push(format!("roles of a person: {} {:?}", violation.id, violation.targets));
            }
            page.click_css("[data-testid=preview-leave]").await?;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    page.finish().await
}

#[tokio::test]
async fn full_plan_in_english_dark_on_a_phone() -> Outcome {
    let page = Browser::open("").await?;
    page.resize(360, 740).await?;
    page.open_demo().await?;
    page.script::<()>(
        "localStorage.setItem('sferum-planner.device', JSON.stringify({ language: 'en', theme: 'dark' }));",
        &[],
    )
    .await?;
    page.reload().await?;
    page.find("html[lang=en][data-theme=dark]").await?;
    check_routes(&page).await?;
    // Nothing of the page scrolls sideways; wide tables do so in their own region.
    for route in ROUTES.into_iter().chain(["#/roles/compare"]) {
        page.go(route).await?;
        page.find("#page-title").await?;
        let overflow: i64 = page.script("return document.documentElement.scrollWidth - innerWidth;", &[]).await?;
        assert!(overflow <= 0, "{route} is {overflow} px too wide");
    }
    page.finish().await
}
