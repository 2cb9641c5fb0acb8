//! What the browser tests stand on: a server, a real Chromium, and the questions a test asks of a page.
//!
//! A test opens a [`Browser`], acts, and ends with [`Browser::finish`], which fails on anything the page must never do:
//! an error in the console, a violation of the content security policy, a request to another site. A test that stops
//! earlier leaves a screenshot, the page's source and the console under `target/e2e/<test>/`.
//!
//! ```ignore
//! #[tokio::test]
//! async fn class_is_created() -> Outcome {
//!     let page = Browser::open("#/structure").await?;
//!     page.click("button", "Добавить класс").await?;
//!     page.fill("Класс", "7А").await?;
//!     page.click("button", "Создать").await?;
//!     page.see("main", "7А").await?;
//!     page.axe().await?;
//!     page.finish().await
//! }
//! ```

mod act;
mod browser;
mod download;
mod driver;
mod emulate;
mod failure;
mod folder;
mod http;
mod inspect;
mod plan;
mod print;
mod process;
mod routes;
mod site;
mod wait;

pub use browser::Browser;
pub use failure::{Failure, Outcome};
pub use folder::{Folder, fixture, project, tools};
pub use http::Response;
pub use inspect::{LogLine, Violation};
pub use print::{Printed, squeezed};
pub use routes::ROUTES;
pub use site::Site;
/// Elements, keys and selectors, for what the helpers here do not cover.
pub use thirtyfour::{By, Key, TypingData, WebElement};
