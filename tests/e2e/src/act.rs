//! What a person does: finds things by role and name, clicks, types, chooses files.

use std::{fs, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebElement};

use crate::{Browser, Failure, Outcome};

const VISIBLE: &str =
    "return [...document.querySelectorAll(arguments[0])].filter((element) => element.checkVisibility());";

const DROP: &str = "
    const [css, files] = arguments;
    const data = new DataTransfer();
    for (const { name, base64 } of files) {
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    const target = document.querySelector(css);
    for (const kind of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
    }";

const PASTE: &str = "
    const [css, text] = arguments;
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.querySelector(css).dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));";

impl Browser {
    /// Waits for a visible thing of a role (`button`, `link`, `textbox`, …) with the name a screen reader would say.
    /// The exact name wins; without one, the first name that begins so.
    pub async fn named(&self, role: &str, name: &str) -> Result<WebElement, Failure> {
        let css = candidates(role);
        let what = format!("a {role} named '{name}'");
        self.until(&what, async || {
            let driver = self.driver()?;
            let mut beginning = None;
            for element in driver.execute(VISIBLE, vec![json!(css)]).await?.elements()? {
                let label = self.name_of(&element)?;
                if label == name {
                    return Ok(Some(element));
                }
                if label.starts_with(name) && beginning.is_none() {
                    beginning = Some(element);
                }
            }
            Ok(beginning)
        })
        .await
    }

    /// Clicks a thing of a role with a name.
    pub async fn click(&self, role: &str, name: &str) -> Outcome {
        self.until(&format!("a click on the {role} '{name}'"), async || {
            self.named(role, name).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Clicks the first element of a selector, for what has no name: prefer [`Browser::click`].
    pub async fn click_css(&self, css: &str) -> Outcome {
        self.until(&format!("a click on {css}"), async || {
            self.find(css).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Replaces the text of the field with this label.
    pub async fn fill(&self, label: &str, text: &str) -> Outcome {
        self.until(&format!("the field '{label}'"), async || {
            let field = self.named("field", label).await?;
            field.send_keys(Key::Control + "a").await?;
            if text.is_empty() {
                field.send_keys(Key::Delete).await?;
            } else {
                field.send_keys(text).await?;
            }
            Ok(Some(()))
        })
        .await
    }

    /// Chooses an option of the list with this label by its text.
    pub async fn choose(&self, label: &str, option: &str) -> Outcome {
        let list = self.named("combobox", label).await?;
        self.until(&format!("the option '{option}' of '{label}'"), async || {
            for item in list.find_all(thirtyfour::By::Css("option")).await? {
                if item.text().await?.trim() == option {
                    item.click().await?;
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Types keys to whatever has the focus: `Key::Tab`, `Key::Control + "z"`, a word.
    /// Where the focus goes elsewhere between the look and the keys, no key was typed yet: it looks again.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        let keys = keys.into().to_string();
        self.until("an element with the focus", async || {
            self.driver()?.active_element().await?.send_keys(keys.as_str()).await?;
            Ok(Some(()))
        })
        .await
    }

    /// Gives files to the file field of a selector, hidden or not.
    pub async fn upload(&self, css: &str, files: &[impl AsRef<Path>]) -> Outcome {
        let names = files
            .iter()
            .map(|file| {
                let path = file.as_ref();
                let found = path.canonicalize().map_err(|source| Failure::File { path: path.to_owned(), source })?;
                Ok(found.to_string_lossy().into_owned())
            })
            .collect::<Result<Vec<_>, Failure>>()?;
        Ok(self.find(css).await?.send_keys(names.join("\n")).await?)
    }

    /// Drops files on the first element of a selector.
    pub async fn drop_files(&self, css: &str, files: &[impl AsRef<Path>]) -> Outcome {
        self.find(css).await?;
        let mut dropped = Vec::new();
        for file in files {
            let path = file.as_ref();
            let bytes = fs::read(path).map_err(|source| Failure::File { path: path.to_owned(), source })?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            dropped.push(json!({ "name": name, "base64": BASE64_STANDARD.encode(bytes) }));
        }
        self.script::<Value>(DROP, &[json!(css), json!(dropped)]).await.map(drop)
    }

    /// Pastes a text on the first element of a selector.
    pub async fn paste(&self, css: &str, text: &str) -> Outcome {
        self.find(css).await?;
        self.script::<Value>(PASTE, &[json!(css), json!(text)]).await.map(drop)
    }
}

/// Where to look for a role; the roles of ARIA, and `field` for anything a person types into.
fn candidates(role: &str) -> String {
    let native = match role {
        "button" => "button, summary, input[type=button], input[type=submit]",
        "link" => "a[href]",
        "field" => "input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select",
        "textbox" => {
            "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], textarea"
        }
        "searchbox" => "input[type=search]",
        "combobox" => "select, input[list]",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "dialog" => "dialog",
        "table" => "table",
        "row" => "tr",
        "columnheader" => "th",
        "cell" => "td",
        "img" => "img, svg",
        "navigation" => "nav",
        _ => "",
    };
    let aria = format!("[role={role}]");
    if native.is_empty() { aria } else { format!("{native}, {aria}") }
}
