//! A browser with a profile of its own, looking at the planner.

use std::fs;

use base64::{Engine, prelude::BASE64_STANDARD};
use thirtyfour::WebDriver;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::{
    Failure, Folder, Outcome, Response, Site, driver, folder, http,
    process::{self, Program},
};

// Browsers at a time: more only make each other slow.
static SLOTS: Semaphore = Semaphore::const_new(2);

/// A browser with a fresh profile, looking at the planner. End a test with [`Browser::finish`].
#[derive(Debug)]
pub struct Browser {
    // Dropped in this order: the browser first, its folders and the server last.
    pub(crate) driver: Option<WebDriver>,
    chromedriver: Program,
    profile: Folder,
    pub(crate) downloads: Folder,
    site: Site,
    finished: bool,
    _slot: SemaphorePermit<'static>,
}

impl Browser {
    /// Starts a server and a browser, opens the route (`#/people`) and waits until the program runs.
    pub async fn open(route: &str) -> Result<Self, Failure> {
        let browser = Self::at(Site::start()?, route).await?;
        browser.wait_started().await?;
        Ok(browser)
    }

    /// Starts a browser on a site, and waits for nothing.
    pub async fn at(site: Site, route: &str) -> Result<Self, Failure> {
        let slot = SLOTS.acquire().await.map_err(|error| Failure::Answer(error.to_string()))?;
        let (profile, downloads) = (Folder::new()?, Folder::new()?);
        let chromedriver = driver::start()?;
        let driver = driver::open(&chromedriver, profile.path(), downloads.path()).await?;
        let browser =
            Self { driver: Some(driver), chromedriver, profile, downloads, site, finished: false, _slot: slot };
        browser.go(route).await?;
        Ok(browser)
    }

    /// Gives the driver, for what the helpers do not cover.
    pub fn driver(&self) -> Result<&WebDriver, Failure> {
        self.driver.as_ref().ok_or_else(|| Failure::Answer("the browser is not running".to_owned()))
    }

    /// Asks the driver what the library has no call for.
    pub(crate) fn ask_driver(&self, path: &str) -> Result<Response, Failure> {
        http::get(self.chromedriver.port, path)
    }

    /// Gives the server.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Gives the server, to stop and resume it.
    pub fn site_mut(&mut self) -> &mut Site {
        &mut self.site
    }

    /// Opens a route (`#/people`) or a path (`rescue.html`) of the site.
    pub async fn go(&self, route: &str) -> Outcome {
        Ok(self.driver()?.goto(format!("{}{route}", self.site.home())).await?)
    }

    /// Loads the page again and waits until the program runs.
    pub async fn reload(&self) -> Outcome {
        self.driver()?.refresh().await?;
        self.wait_started().await
    }

    /// Waits until the loader says that the program runs.
    pub async fn wait_started(&self) -> Outcome {
        self.find("html[data-boot=started]").await.map(drop)
    }

    /// Opens one more tab with the same profile, switches to it and waits until the program runs.
    pub async fn open_tab(&self, route: &str) -> Outcome {
        let driver = self.driver()?;
        let tab = driver.new_tab().await?;
        driver.switch_to_window(tab).await?;
        self.go(route).await?;
        self.wait_started().await
    }

    /// Kills the browser with all its processes at once, as a power cut would. [`Browser::relaunch`] brings it back.
    pub async fn kill(&mut self) -> Outcome {
        process::kill_users_of(self.profile.path());
        if let Some(driver) = self.driver.take() {
            let _ = driver.leak();
        }
        let profile = self.profile.path().to_owned();
        self.until("the browser's processes end", async || Ok(process::users_of(&profile).is_empty().then_some(())))
            .await
    }

    /// Closes the browser as a person does; its profile stays. [`Browser::relaunch`] brings it back.
    pub async fn quit(&mut self) -> Outcome {
        if let Some(driver) = self.driver.take() {
            driver.quit().await?;
        }
        let profile = self.profile.path().to_owned();
        self.until("the browser's processes end", async || Ok(process::users_of(&profile).is_empty().then_some(())))
            .await
    }

    /// The files of the profile in which a text stands, whichever way a browser may write it.
    pub fn files_with(&self, text: &str) -> Result<Vec<String>, Failure> {
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let json = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>().concat();
        let percent = text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
        let forms = [text.as_bytes().to_vec(), utf16, json.into_bytes(), percent.into_bytes()];
        let mut found = Vec::new();
        let mut folders = vec![self.profile.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).map_err(|source| Failure::File { path: folder.clone(), source })? {
                let path = entry.map_err(|source| Failure::File { path: folder.clone(), source })?.path();
                if path.is_dir() && !path.is_symlink() {
                    folders.push(path);
                } else if let Ok(bytes) = fs::read(&path)
                    && forms.iter().any(|form| bytes.windows(form.len()).any(|part| part == form))
                {
                    found.push(path.display().to_string());
                }
            }
        }
        Ok(found)
    }

    /// Starts the browser again with the same profile.
    pub async fn relaunch(&mut self, route: &str) -> Outcome {
        // Left behind by a killed browser; the new one would take the profile for one in use.
        for name in ["SingletonLock", "SingletonCookie", "SingletonSocket"] {
            let _ = fs::remove_file(self.profile.path().join(name));
        }
        self.driver = Some(driver::open(&self.chromedriver, self.profile.path(), self.downloads.path()).await?);
        self.go(route).await?;
        self.wait_started().await
    }

    /// Ends the test: fails on console errors, policy violations and requests to other sites, then closes the browser.
    pub async fn finish(self) -> Outcome {
        self.check_conduct().await?;
        self.close().await
    }

    /// Ends a test that provokes errors on purpose: closes the browser without looking at the console.
    pub async fn close(mut self) -> Outcome {
        self.finished = true;
        if let Some(driver) = self.driver.take() {
            driver.quit().await?;
        }
        Ok(())
    }

    /// Keeps what the page looked like, for the person who reads the failure.
    fn keep_evidence(&self, driver: &WebDriver) -> Option<()> {
        let thread = std::thread::current();
        let name = thread.name()?.replace("::", "-");
        let dir = folder::project().join("target/e2e").join(name);
        fs::create_dir_all(&dir).ok()?;
        let session = format!("/session/{}", driver.session_id());
        // Plain requests, because dropping cannot await.
        let value = |path: &str| -> Option<String> {
            let answer = self.ask_driver(&format!("{session}/{path}")).ok()?;
            let json: serde_json::Value = serde_json::from_slice(&answer.body).ok()?;
            Some(json.get("value")?.as_str()?.to_owned())
        };
        let image = BASE64_STANDARD.decode(value("screenshot")?).ok()?;
        fs::write(dir.join("screenshot.png"), image).ok()?;
        fs::write(dir.join("page.html"), value("source")?).ok()?;
        eprintln!("the page as it was: {}", dir.display());
        Some(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            if !self.finished {
                self.keep_evidence(&driver);
            }
            let _ = driver.leak();
        }
        process::kill_users_of(self.profile.path());
    }
}
