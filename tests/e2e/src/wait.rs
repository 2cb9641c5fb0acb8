//! Waiting for a state: asked again until it holds, never a pause of fixed length.

use std::time::{Duration, Instant};

use thirtyfour::{By, WebElement, error::WebDriverErrorInner};

use crate::{Browser, Failure, Outcome};

const LIMIT: Duration = Duration::from_secs(15);
const BETWEEN: Duration = Duration::from_millis(40);

impl Browser {
    /// Asks until the answer is `Some`. Elements that vanish in between count as "not yet".
    pub async fn until<T>(
        &self,
        what: &str,
        mut ask: impl AsyncFnMut() -> Result<Option<T>, Failure>,
    ) -> Result<T, Failure> {
        let start = Instant::now();
        loop {
            let seen = match ask().await {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => "nothing".to_owned(),
                Err(error) if is_passing(&error) => error.to_string(),
                Err(error) => return Err(error),
            };
            if start.elapsed() > LIMIT {
                return Err(Failure::TimedOut { what: what.to_owned(), seconds: LIMIT.as_secs(), seen });
            }
            tokio::time::sleep(BETWEEN).await;
        }
    }

    /// Waits for the first element that a CSS selector names.
    pub async fn find(&self, css: &str) -> Result<WebElement, Failure> {
        self.until(css, async || Ok(self.driver()?.find_all(By::Css(css)).await?.into_iter().next())).await
    }

    /// Gives all elements that a CSS selector names at this moment.
    pub async fn find_all(&self, css: &str) -> Result<Vec<WebElement>, Failure> {
        Ok(self.driver()?.find_all(By::Css(css)).await?)
    }

    /// Waits until an element of the selector shows the text somewhere in it.
    pub async fn see(&self, css: &str, text: &str) -> Outcome {
        let mut last = String::new();
        let found = self
            .until(&format!("'{text}' in {css}"), async || {
                last = self.texts(css).await?.join("\n");
                Ok(last.contains(text).then_some(()))
            })
            .await;
        with_seen(found, last)
    }

    /// Waits until no element of the selector shows the text.
    pub async fn see_no(&self, css: &str, text: &str) -> Outcome {
        let mut last = String::new();
        let found = self
            .until(&format!("no '{text}' in {css}"), async || {
                last = self.texts(css).await?.join("\n");
                Ok((!last.contains(text)).then_some(()))
            })
            .await;
        with_seen(found, last)
    }

    /// Waits until exactly `count` elements match the selector.
    pub async fn see_count(&self, css: &str, count: usize) -> Outcome {
        let mut last = 0;
        let found = self
            .until(&format!("{count} × {css}"), async || {
                last = self.find_all(css).await?.len();
                Ok((last == count).then_some(()))
            })
            .await;
        with_seen(found, last.to_string())
    }

    /// Gives the visible text of every element of the selector at this moment.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>, Failure> {
        self.script(
            "return [...document.querySelectorAll(arguments[0])]
                .filter((element) => element.checkVisibility()).map((element) => element.innerText);",
            &[css.into()],
        )
        .await
    }
}

fn with_seen<T>(result: Result<T, Failure>, seen: String) -> Result<T, Failure> {
    match result {
        Err(Failure::TimedOut { what, seconds, .. }) => Err(Failure::TimedOut { what, seconds, seen }),
        other => other,
    }
}

/// A page that repaints while it is asked: worth asking again.
fn is_passing(error: &Failure) -> bool {
    let Failure::Driver(error) = error else { return matches!(error, Failure::TimedOut { .. }) };
    matches!(
        **error,
        WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::NoSuchElement(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
    )
}
