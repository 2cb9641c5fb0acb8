//! One round of one page: opened with a file, reloaded, searched, sorted, edited, exported.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sferum_planner_e2e::{Browser, Failure, Outcome, Site};

const PROBE: &str = include_str!("probe.js");

/// Who is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contender {
    /// The hand-written page: the bound.
    Hand,
    /// The data grid.
    Grid,
    /// The planner.
    Planner,
}

impl Contender {
    /// In the order of the table's columns.
    pub const ALL: [Self; 3] = [Self::Hand, Self::Grid, Self::Planner];

    /// What the table calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hand => "hand-written",
            Self::Grid => "Tabulator",
            Self::Planner => "planner",
        }
    }

    fn list(self) -> &'static str {
        match self {
            Self::Hand => "hand.html",
            Self::Grid => "grid.html",
            Self::Planner => "#/people",
        }
    }

    fn files(self) -> &'static str {
        if self == Self::Planner { "#/snapshots" } else { self.list() }
    }
}

/// What is measured, in milliseconds unless the name says otherwise.
pub type Times = Vec<(&'static str, f64)>;

/// Runs a round in a browser of its own.
pub async fn round(contender: Contender, site: Site, plan: &Path, people: usize) -> Result<Times, Failure> {
    let page = Browser::at(site, contender.files()).await?;
    page.before_scripts(PROBE).await?;
    page.cdp("Performance.enable", json!({})).await?;
    page.driver()?.refresh().await?;
    if contender == Contender::Planner {
        page.wait_started().await?;
        page.find(".tabs").await?;
    }
    let mut times = Times::new();
    page.upload("[data-testid=snapshot-file]", &[plan]).await?;
    times.push(("open a snapshot", ask(&page, "open", &[]).await?));
    page.find("[data-testid=save-state][data-state=saved]").await?;
    times.push(("open a snapshot, longest task", ask(&page, "longest", &[]).await?));

    page.go(contender.list()).await?;
    page.driver()?.refresh().await?;
    times.push(("start with stored data", ask(&page, "start", &[]).await?));
    let whole: String = ask(&page, "learn", &[json!("filter"), json!("")]).await?;
    if !whole.starts_with(&format!("{people} ")) {
        return Err(Failure::Answer(format!("{} shows '{whole}', not {people} people", contender.name())));
    }
    let (one, two) = (json!("м"), json!("ма"));
    let first: String = ask(&page, "learn", &[json!("filter"), one.clone()]).await?;
    let second: String = ask(&page, "learn", &[json!("filter"), two.clone()]).await?;
    clear(&page).await?;
    times.push(("filter, first key", ask(&page, "time", &[json!(first), json!("filter"), one.clone()]).await?));
    times.push(("filter, next key", ask(&page, "time", &[json!(second), json!("filter"), two.clone()]).await?));
    times.push(("clear the filter", ask(&page, "time", &[json!(whole), json!("filter"), json!("")]).await?));

    let sorted = sort(&page, &mut times).await?;
    let first: String = ask(&page, "learn", &[json!("filter"), one.clone()]).await?;
    clear(&page).await?;
    times.push(("filter, sorted", ask(&page, "time", &[json!(first), json!("filter"), one]).await?));
    times.push(("clear, sorted", ask(&page, "time", &[json!(sorted), json!("filter"), json!("")]).await?));

    ask::<f64>(&page, "delay", &[]).await?;
    let field = page.find("[data-testid=people-search]").await?;
    field.send_keys("маслов алекс").await?;
    times.push(("worst input delay, 12 keys", ask(&page, "delay", &[]).await?));
    clear(&page).await?;
    page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    times.push(("memory, MB", ask(&page, "memory", &[]).await?));

    for (name, phone) in
        [("edit until stored, first", "+7 (000) 111-22-33"), ("edit until stored", "+7 (000) 111-22-34")]
    {
        ask::<Value>(&page, "editor", &[json!(phone)]).await?;
        let before = main_thread(&page).await?;
        times.push((name, ask(&page, "commit", &[]).await?));
        let after = main_thread(&page).await?;
        if name == "edit until stored" {
            times.push(("edit, main thread", (after - before) * 1_000.0));
        }
        page.go(contender.list()).await?;
        page.find("[data-testid=people-row], .tabulator-row").await?;
    }

    page.go(contender.files()).await?;
    page.find("[data-testid=snapshot-export]").await?;
    ask::<f64>(&page, "longest", &[]).await?;
    times.push(("export", ask(&page, "export", &[]).await?));
    times.push(("export, longest task", ask(&page, "longest", &[]).await?));
    page.close().await?;
    Ok(times)
}

/// Sorts by name and gives what the list shows then. The planner's list begins sorted: a press turns it round.
async fn sort(page: &Browser, times: &mut Times) -> Result<String, Failure> {
    let sorted: String = ask(page, "learn", &[json!("sort")]).await?;
    page.driver()?.refresh().await?;
    ask::<f64>(page, "start", &[]).await?;
    times.push(("sort by name, first", ask(page, "time", &[json!(sorted), json!("sort")]).await?));
    Ok(sorted)
}

async fn clear(page: &Browser) -> Outcome {
    ask::<String>(page, "learn", &[json!("filter"), json!("")]).await.map(drop)
}

/// Seconds that the page's thread has worked.
async fn main_thread(page: &Browser) -> Result<f64, Failure> {
    let answer = page.ask_cdp("Performance.getMetrics", json!({})).await?;
    let metrics = answer.get("metrics").and_then(Value::as_array).cloned().unwrap_or_default();
    let found = metrics.iter().find(|metric| metric.get("name").and_then(Value::as_str) == Some("TaskDuration"));
    found
        .and_then(|metric| metric.get("value")?.as_f64())
        .ok_or_else(|| Failure::Answer("no TaskDuration among the metrics".to_owned()))
}

/// Calls a function of the probe.
async fn ask<T: DeserializeOwned>(page: &Browser, name: &str, arguments: &[Value]) -> Result<T, Failure> {
    let body = "const [name, all, done] = arguments;
        Promise.resolve(bench[name](...all)).then((value) => done({ value }), (error) => done({ error: String(error) }));";
    let answer = page.driver()?.execute_async(body, vec![json!(name), json!(arguments)]).await?;
    let mut answer = answer.json().clone();
    if let Some(error) = answer.get("error") {
        return Err(Failure::Answer(format!("{name}: {error}")));
    }
    let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
    Ok(serde_json::from_value(value)?)
}

/// Milliseconds from the navigation to the figures of the overview: the demo school is stored, nothing is in the cache,
/// and the processor is slowed four times.
pub async fn cold_start(rounds: usize) -> Result<Vec<f64>, Failure> {
    let page = Browser::open("#/").await?;
    page.before_scripts(PROBE).await?;
    page.open_demo().await?;
    page.cdp("Network.enable", json!({})).await?;
    page.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    page.cdp("Network.setBypassServiceWorker", json!({ "bypass": true })).await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    let mut times = Vec::new();
    for _ in 0..rounds {
        page.driver()?.refresh().await?;
        times.push(ask(&page, "overview", &[]).await?);
    }
    page.close().await?;
    Ok(times)
}
