//! What many tests begin with or do: the demo school, a form of an area.

use serde_json::json;

use super::{Browser, Failure, Outcome};

impl Browser {
    /// Opens the demo school in an empty profile and waits until it is stored.
    pub async fn open_demo(&self) -> Outcome {
        self.go("#/").await?;
        self.click_css("[data-testid=open-demo]").await?;
        self.find("[data-testid=counts]").await?;
        self.saved().await
    }

    /// Starts a browser with the demo school.
    pub async fn with_demo() -> Result<Self, Failure> {
        let browser = Self::open("").await?;
        browser.open_demo().await?;
        Ok(browser)
    }

    /// Goes to a route within the page, as a link does.
    pub async fn show(&self, route: &str) -> Outcome {
        self.script::<()>("location.hash = arguments[0];", &[json!(route)]).await
    }

    /// Waits until everything is saved.
    pub async fn saved(&self) -> Outcome {
        self.find("[data-testid=save-state][data-state=saved]").await.map(drop)
    }

    /// Writes a value into a field of the open form, as typing does: for dates and long texts.
    pub async fn set_field(&self, field: &str, value: &str) -> Outcome {
        let css = format!("#field-{field}");
        self.find(&css).await?;
        self.script::<()>(
            "const field = document.querySelector(arguments[0]);
             const shape = Object.getPrototypeOf(field);
             Object.getOwnPropertyDescriptor(shape, 'value').set.call(field, arguments[1]);
             field.dispatchEvent(new Event('input', { bubbles: true }));",
            &[json!(css), json!(value)],
        )
        .await
    }

    /// Sends the open form and waits until it has closed.
    pub async fn submit_form(&self) -> Outcome {
        self.click_css("[data-testid=form-submit]").await?;
        self.until("the form closes", async || {
            let is_open: bool = self.script("return document.querySelector('dialog[open]') !== null;", &[]).await?;
            Ok((!is_open).then_some(()))
        })
        .await
    }
}
