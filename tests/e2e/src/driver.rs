//! Chromedriver and the browser it starts.

use std::{path::Path, process::Command};

use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver,
    common::log::LoggingPrefsLogLevel,
};

use crate::{
    Failure,
    process::{Program, find_program},
    site::FOREIGN_HOST,
};

// Written in every window before the page's own scripts.
const WATCH: &str = "addEventListener('securitypolicyviolation', (event) => console.error(\
    `policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));";

// How often a chromedriver is started before its end is believed.
const STARTS: usize = 5;

/// Starts a chromedriver on a free port.
///
/// It takes a port that is free for one version of the Internet protocol and ends where the other has given the same
/// one away in the meantime. So it is started again.
pub(crate) fn start() -> Result<Program, Failure> {
    let path = find_program(&["chromedriver"])?;
    let once = || {
        // The browser names downloaded files by the locale, and without one it saves none with a Cyrillic name.
        Program::start(Command::new(&path).arg("--port=0").env("LC_ALL", "C.UTF-8"), |line| {
            line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
        })
    };
    (1..STARTS).find_map(|_| once().ok()).map_or_else(once, Ok)
}

/// Opens a browser with the profile, downloading into the folder.
pub(crate) async fn open(chromedriver: &Program, profile: &Path, downloads: &Path) -> Result<WebDriver, Failure> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary(&find_program(&["chromium", "chromium-browser", "google-chrome"])?)?;
    for argument in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=ru",
        "--window-size=1280,900",
    ] {
        wanted.add_arg(argument)?;
    }
    wanted.add_arg(&format!("--host-resolver-rules=MAP {FOREIGN_HOST} 127.0.0.1"))?;
    wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    wanted.set_browser_option("prefs", json!({ "intl.accept_languages": "ru,en" }))?;
    wanted.set("unhandledPromptBehavior", "accept")?;

    let driver = WebDriver::new(format!("http://127.0.0.1:{}", chromedriver.port), wanted).await?;
    let cdp = driver.cdp();
    let folder = downloads.to_string_lossy();
    cdp.send_raw("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder })).await?;
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    Ok(driver)
}
