//! `make screenshots`: a picture of every route, light, dark and in English, on a phone and on a wide screen, into
//! `target/screenshots/`; and the pictures of the handbook into `docs/handbook/img/`.

use std::error::Error;
use std::fs;
use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sferum_planner_e2e::{Browser, Failure, Outcome, ROUTES, fixture, project};

/// Pages of one thing: the screen that links to it, the link, the name of the picture.
const DETAILS: [(&str, &str, &str); 5] = [
    ("#/structure", "a[href^='#/structure/']:not([href$=orders])", "class"),
    ("#/people", "a[href^='#/people/']", "person"),
    ("#/regulation", "a[href^='#/regulation/2']", "clause"),
    ("#/load", "a[href^='#/load/']", "activity"),
    ("#/chats", "a[href^='#/chats/']", "chat"),
];

/// The screens of the handbook.
const HANDBOOK: [(&str, &str); 8] = [
    ("#/", "overview"),
    ("#/invites", "invites"),
    ("#/chats", "chats"),
    ("#/acknowledgements", "acknowledgements"),
    ("#/control", "control"),
    ("#/documents", "documents"),
    ("#/snapshots", "snapshots"),
    ("#/structure", "class"),
];

/// The most of a page that is pictured, in pixels.
const TALLEST: u64 = 3_000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let page = Browser::open("#/").await?;
    let only = std::env::args().nth(1).unwrap_or_default();
    if only.is_empty() || only == "empty" {
        routes(&page, "empty", "ru", "light", 1440).await?;
    }
    page.go("#/").await?;
    page.open_demo().await?;
    for (name, lang, theme) in [("light", "ru", "light"), ("dark", "ru", "dark"), ("english", "en", "light")] {
        for width in [1440, 390] {
            if only.is_empty() || only == name {
                routes(&page, &format!("{name}-{width}"), lang, theme, width).await?;
            }
        }
    }
    if only.is_empty() || only == "handbook" {
        handbook(&page).await?;
    }
    page.finish().await?;
    Ok(())
}

/// Looks as asked: language, theme, size of the window.
async fn look(page: &Browser, lang: &str, theme: &str, width: u32, height: u32) -> Outcome {
    page.resize(width, height).await?;
    let device = json!({ "language": lang, "theme": theme });
    page.script::<()>("localStorage.setItem('sferum-planner.device', JSON.stringify(arguments[0]));", &[device])
        .await?;
    page.reload().await?;
    page.find(&format!("html[lang={lang}][data-theme={theme}]")).await.map(drop)
}

async fn routes(page: &Browser, folder: &str, lang: &str, theme: &str, width: u32) -> Outcome {
    look(page, lang, theme, width, 900).await?;
    let folder = project().join("target/screenshots").join(folder);
    fs::create_dir_all(&folder)?;
    for route in ROUTES.into_iter().chain(["#/settings/privacy"]) {
        show(page, route).await?;
        let name = route.trim_start_matches("#/").replace('/', "-");
        let name = if name.is_empty() { "overview" } else { &name };
        picture(page, &folder.join(format!("{name}.png")), "png", TALLEST).await?;
    }
    for (route, link, name) in DETAILS {
        if follow(page, route, link).await? {
            picture(page, &folder.join(format!("{name}.png")), "png", TALLEST).await?;
        }
    }
    println!("{}", folder.display());
    Ok(())
}

async fn show(page: &Browser, route: &str) -> Outcome {
    page.go(route).await?;
    page.find("#page-title").await?;
    page.see_count("[data-testid=desk-busy]", 0).await
}

/// Follows the first link of a screen; false where there is none.
async fn follow(page: &Browser, route: &str, link: &str) -> Result<bool, Failure> {
    show(page, route).await?;
    let hash: Option<String> = page
        .script("return document.querySelector('main ' + arguments[0])?.getAttribute('href');", &[json!(link)])
        .await?;
    let Some(hash) = hash else { return Ok(false) };
    show(page, &hash).await?;
    Ok(true)
}

async fn handbook(page: &Browser) -> Outcome {
    let folder = project().join("docs/handbook/img");
    fs::create_dir_all(&folder)?;
    for lang in ["ru", "en"] {
        look(page, lang, "light", 1280, 800).await?;
        for (route, name) in HANDBOOK {
            if name == "class" {
                let (_, link, _) = DETAILS[0];
                follow(page, route, link).await?;
            } else {
                show(page, route).await?;
            }
            picture(page, &folder.join(format!("{name}-{lang}.webp")), "webp", 800).await?;
        }
        show(page, "#/import").await?;
        let files = ["staff.xlsx", "students.csv", "parents.csv"].map(|name| fixture(&format!("gymnasium/{name}")));
        page.upload("[data-testid=import-files]", &files).await?;
        page.see_count("[data-testid=import-file-row]", files.len()).await?;
        picture(page, &folder.join(format!("import-{lang}.webp")), "webp", 800).await?;
    }
    println!("{}", folder.display());
    Ok(())
}

/// Pictures the page from its top, as far as `tallest`.
async fn picture(page: &Browser, file: &Path, format: &str, tallest: u64) -> Outcome {
    // Fonts and what is drawn in the next frame.
    page.driver()?
        .execute_async(
            "const done = arguments[0];
             scrollTo(0, 0);
             document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));",
            Vec::new(),
        )
        .await?;
    let (width, height): (u64, u64) =
        page.script("return [innerWidth, Math.max(innerHeight, document.documentElement.scrollHeight)];", &[]).await?;
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height.min(tallest), "scale": 1 });
    let asked = if format == "webp" {
        json!({ "format": format, "quality": 70, "captureBeyondViewport": true, "clip": clip })
    } else {
        json!({ "format": format, "captureBeyondViewport": true, "clip": clip })
    };
    let answer = page.driver()?.cdp().send_raw("Page.captureScreenshot", asked).await?;
    let data = answer.get("data").and_then(|data| data.as_str()).unwrap_or_default();
    let bytes = BASE64_STANDARD.decode(data).map_err(|error| Failure::Answer(error.to_string()))?;
    fs::write(file, bytes).map_err(|source| Failure::File { path: file.to_owned(), source })
}
