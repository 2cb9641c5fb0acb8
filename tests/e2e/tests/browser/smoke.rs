//! The page starts, behaves, and says what is wrong when it cannot start.

use std::fs;

use sferum_planner_e2e::{Browser, Failure, Outcome, Site, project};

/// The policy in the header, as `scripts/policy.mjs` builds it, compared with the page's own.
fn page_policy(html: &str) -> Option<&str> {
    html.split_once(r#"http-equiv="Content-Security-Policy" content=""#)?.1.split('"').next()
}

/// Breaks the page with a policy or a lost file, and sees the message that must appear instead of a white page.
async fn check_message(site: Site, message: &str, text: &str) -> Outcome {
    let page = Browser::at(site, "").await?;
    page.see(&format!("#{message}"), text).await?;
    page.see_no("#loading", "Загрузка").await?;
    page.axe().await?;
    page.screenshot(message).await?;
    page.close().await
}

#[tokio::test]
async fn page_starts_without_an_error() -> Outcome {
    let page = Browser::open("").await?;
    assert!(page.driver()?.title().await?.contains("Планировщик Сферума"));
    page.see_no("#loading", "Загрузка").await?;
    assert!(
        page.requests()
            .await?
            .iter()
            .any(|url| { url.rsplit_once('.').is_some_and(|(path, kind)| path.contains("/page-") && kind == "wasm") }),
        "the program's own request is seen"
    );
    page.axe().await?;
    page.screenshot("start").await?;
    page.finish().await
}

#[tokio::test]
async fn page_starts_small_and_dark() -> Outcome {
    let page = Browser::open("").await?;
    page.resize(360, 640).await?;
    page.prefer("prefers-color-scheme", "dark").await?;
    assert_eq!(page.script::<u32>("return innerWidth;", &[]).await?, 360);
    assert!(page.script::<bool>("return matchMedia('(prefers-color-scheme: dark)').matches;", &[]).await?);
    page.axe().await?;
    page.finish().await
}

#[tokio::test]
async fn missing_wasm_permission_is_told() -> Outcome {
    let policy = Site::start()?.get("/")?.header("content-security-policy").replace(" 'wasm-unsafe-eval'", "");
    check_message(Site::with_policy(&policy)?, "unsupported", "Этот браузер не может открыть планировщик").await
}

#[tokio::test]
async fn lost_program_is_told() -> Outcome {
    let policy =
        Site::start()?.get("/")?.header("content-security-policy").replace("connect-src 'self'", "connect-src 'none'");
    check_message(Site::with_policy(&policy)?, "unloaded", "Программа загрузилась не полностью").await
}

#[tokio::test]
async fn panic_is_told_and_leads_to_the_rescue_page() -> Outcome {
    let page = Browser::open("").await?;
    // A module whose only function traps, as a panic does.
    let trap = "const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
        WebAssembly.instantiate(new Uint8Array(code)).then(({ instance }) => instance.exports.f());";
    page.script::<()>(trap, &[]).await?;
    page.see("#fatal", "В программе произошла ошибка").await?;
    page.axe().await?;
    assert!(page.named("link", "Страница спасения").await?.attr("href").await?.unwrap().ends_with("rescue.html"));
    page.click("button", "Обновить страницу").await?;
    page.wait_started().await?;
    page.see_no("#fatal", "ошибка").await?;
    page.close().await
}

#[tokio::test]
async fn killed_browser_comes_back_with_its_profile() -> Outcome {
    let mut page = Browser::open("").await?;
    // IndexedDB is durable at its own `complete` event; localStorage would need minutes.
    let put = "const done = arguments[0];
        indexedDB.open('e2e', 1).onupgradeneeded = ({ target }) => {
            target.result.createObjectStore('s');
            target.transaction.oncomplete = () => {
                const write = target.result.transaction('s', 'readwrite', { durability: 'strict' });
                write.objectStore('s').put('цел', 'k');
                write.oncomplete = () => done(true);
            };
        };";
    page.driver()?.execute_async(put, Vec::new()).await?;
    page.kill().await?;
    page.relaunch("").await?;
    let read = "const done = arguments[0];
        indexedDB.open('e2e').onsuccess = ({ target }) => {
            target.result.transaction('s').objectStore('s').get('k').onsuccess = (event) => done(event.target.result);
        };";
    let value = page.driver()?.execute_async(read, Vec::new()).await?;
    assert_eq!(value.json(), "цел");
    page.finish().await
}

#[tokio::test]
async fn misbehavior_fails_a_test() -> Outcome {
    let page = Browser::open("").await?;
    page.script::<()>("document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }));", &[])
        .await?;
    let seen = page
        .until("the violation in the console", async || match page.check_conduct().await {
            Err(Failure::Misbehaved(wrongs)) => Ok(Some(wrongs.join("\n"))),
            other => other.map(|()| None),
        })
        .await?;
    assert!(seen.contains("policy violation: img-src https://example.org/x.png"), "{seen}");
    page.close().await
}

#[test]
fn headers_are_those_of_the_policy() {
    let site = Site::start().unwrap();
    let page = site.get("/").unwrap();
    assert_eq!(page.status, 200);
    let policy = page.header("content-security-policy");
    assert_eq!(policy, format!("{}; frame-ancestors 'none'", page_policy(&page.text()).unwrap()));
    assert_eq!(page.header("cache-control"), "no-cache");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
}

#[test]
fn every_file_of_the_build_is_served_as_what_it_is() {
    let site = Site::start().unwrap();
    let html = site.get("/").unwrap().text();
    for entry in fs::read_dir(project().join("dist")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let Some((_, kind)) = name.rsplit_once('.') else { continue };
        let answer = site.get(&format!("/{name}")).unwrap();
        assert_eq!((answer.status, answer.body.len()), (200, fs::read(entry.path()).unwrap().len()), "{name}");
        let expected = match kind {
            "wasm" => "application/wasm",
            "js" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "html" => "text/html; charset=utf-8",
            _ => continue,
        };
        assert_eq!(answer.header("content-type"), expected, "{name}");
        // The pages of public/ keep their plain names; whatever index.html, the worker or a part of the program starts is
        // hashed.
        let is_part = ["worker-", "part-", "chunk_"].iter().any(|start| name.starts_with(start));
        let hashed = kind != "html"
            && (html.contains(&name) || is_part)
            && !["favicon.svg", "check.js", "sw.js"].contains(&name.as_str());
        assert_eq!(answer.header("cache-control").contains("immutable"), hashed, "{name}");
    }
}

#[test]
fn missing_asset_is_not_the_page() {
    let site = Site::start().unwrap();
    for path in ["/app-0000000000000000.js", "/people", "/worker.js", "/../Cargo.toml"] {
        let answer = site.get(path).unwrap();
        assert_eq!((answer.status, answer.text().as_str()), (404, "not found\n"), "{path}");
    }
}
