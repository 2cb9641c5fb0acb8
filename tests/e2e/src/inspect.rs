//! What can be asked of a page: storage, console, requests, accessibility, a picture.

use std::fs;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{
    Browser, Failure, Outcome,
    folder::{project, tools},
};

const AXE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: { type: 'tag', values: arguments[0] }, resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.map(({ id, impact, help, nodes }) =>
            ({ id, impact: impact ?? '', help, targets: nodes.map(({ target }) => target.join(' ')) }))),
            (error) => done(String(error)));";
const AXE_TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// A line of the browser's console.
#[derive(Debug, Clone)]
pub struct LogLine {
    /// `SEVERE`, `WARNING`, `INFO`, `DEBUG`.
    pub level: String,
    /// Where and what.
    pub message: String,
}

/// A rule of accessibility that the page breaks.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// The rule's name in axe-core.
    pub id: String,
    /// How bad: `minor`, `moderate`, `serious`, `critical`.
    pub impact: String,
    /// What the rule asks for.
    pub help: String,
    /// Selectors of the elements that break it.
    pub targets: Vec<String>,
}

impl Browser {
    /// Runs the body of a function in the page and gives what it returns.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T, Failure> {
        let answer = self.driver()?.execute(body, arguments.to_vec()).await?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// Gives the name a screen reader would say, as the browser itself computes it.
    pub fn name_of(&self, element: &WebElement) -> Result<String, Failure> {
        let driver = self.driver()?;
        let path = format!("/session/{}/element/{}/computedlabel", driver.session_id(), element.element_id());
        let answer: Value = serde_json::from_slice(&self.ask_driver(&path)?.body)?;
        let label = answer.get("value").and_then(Value::as_str).unwrap_or_default();
        Ok(label.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Gives a value of the page's `localStorage`.
    pub async fn stored(&self, key: &str) -> Result<Option<String>, Failure> {
        self.script("return localStorage.getItem(arguments[0]);", &[json!(key)]).await
    }

    /// Sets a value of the page's `localStorage`.
    pub async fn store(&self, key: &str, value: &str) -> Outcome {
        self.script("localStorage.setItem(arguments[0], arguments[1]);", &[json!(key), json!(value)]).await
    }

    /// Lists the keys of the page's `localStorage`, sorted.
    pub async fn stored_keys(&self) -> Result<Vec<String>, Failure> {
        self.script("return Object.keys(localStorage).sort();", &[]).await
    }

    /// Takes the console's lines since the last call.
    pub async fn console(&self) -> Result<Vec<LogLine>, Failure> {
        let lines = self.driver()?.browser_log().await?;
        Ok(lines.into_iter().map(|line| LogLine { level: line.level, message: line.message }).collect())
    }

    /// Takes the addresses the browser asked for since the last call.
    pub async fn requests(&self) -> Result<Vec<String>, Failure> {
        let events = self.driver()?.get_log("performance").await?;
        let url = |event: &str| -> Option<String> {
            let event: Value = serde_json::from_str(event).ok()?;
            let sent = event.pointer("/message/method")? == "Network.requestWillBeSent";
            sent.then(|| event.pointer("/message/params/request/url")?.as_str().map(str::to_owned))?
        };
        Ok(events.iter().filter_map(|event| url(&event.message)).collect())
    }

    /// Fails on what the page must never do, since the last call: an error or a policy violation in the console,
    /// a request to another site.
    pub async fn check_conduct(&self) -> Outcome {
        let mut wrongs: Vec<String> = self
            .console()
            .await?
            .into_iter()
            .filter(|line| line.level == "SEVERE")
            // Where a school published nothing for its staff, there is no such file, and the browser says so.
            .filter(|line| !line.message.contains("/school.json - Failed to load resource"))
            .map(|line| format!("console: {}", line.message))
            .collect();
        let own = self.site().origin();
        let foreign = |url: &String| {
            ["http:", "https:", "ws:", "wss:"].iter().any(|scheme| url.starts_with(scheme)) && !url.starts_with(&own)
        };
        wrongs.extend(self.requests().await?.into_iter().filter(foreign).map(|url| format!("off-origin: {url}")));
        if wrongs.is_empty() { Ok(()) } else { Err(Failure::Misbehaved(wrongs)) }
    }

    /// Fails when the page breaks a rule of WCAG 2.2, levels A and AA, that axe-core knows.
    pub async fn axe(&self) -> Outcome {
        let violations = self.axe_violations().await?;
        if violations.is_empty() {
            return Ok(());
        }
        let route = self.driver()?.current_url().await?;
        let line = |found: &Violation| {
            format!("axe, {}: {} ({}): {}: {}", route, found.id, found.impact, found.help, found.targets.join(" | "))
        };
        Err(Failure::Misbehaved(violations.iter().map(line).collect()))
    }

    /// Lists the rules of accessibility that the page breaks.
    pub async fn axe_violations(&self) -> Result<Vec<Violation>, Failure> {
        if !self.script::<bool>("return 'axe' in window;", &[]).await? {
            let path = tools().join("node_modules/axe-core/axe.min.js");
            let source = fs::read_to_string(&path).map_err(|source| Failure::File { path, source })?;
            self.driver()?.execute(source, Vec::new()).await?;
        }
        let answer = self.driver()?.execute_async(AXE, vec![json!(AXE_TAGS)]).await?;
        serde_json::from_value(answer.json().clone()).map_err(|_| Failure::Answer(answer.json().to_string()))
    }

    /// Saves a picture of the page as `target/screenshots/<name>.png`.
    pub async fn screenshot(&self, name: &str) -> Outcome {
        let folder = project().join("target/screenshots");
        fs::create_dir_all(&folder)?;
        Ok(self.driver()?.screenshot(&folder.join(format!("{name}.png"))).await?)
    }
}
