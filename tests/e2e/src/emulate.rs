//! Other circumstances: a small window, a dark theme, no network, a slow computer, a wiped storage.

use serde_json::{Value, json};

use crate::{Browser, Failure, Outcome};

impl Browser {
    /// Makes the page's area this large, in CSS pixels; below the window's smallest size too.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await
    }

    /// Sets a media feature: `("prefers-color-scheme", "dark")`, `("forced-colors", "active")`.
    pub async fn prefer(&self, feature: &str, value: &str) -> Outcome {
        let media = json!({ "features": [{ "name": feature, "value": value }] });
        self.cdp("Emulation.setEmulatedMedia", media).await
    }

    /// Cuts the network, or brings it back.
    pub async fn set_online(&self, online: bool) -> Outcome {
        // Without this first, only `navigator.onLine` changes and requests still go out.
        self.cdp("Network.enable", json!({})).await?;
        let network = json!({ "offline": !online, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", network).await
    }

    /// Makes the processor so many times slower; 1 is its own speed.
    pub async fn slow_down(&self, times: u32) -> Outcome {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await
    }

    /// Wipes storages of the origin behind the page's back: `local_storage`, `indexeddb`, `all`.
    pub async fn wipe(&self, storages: &str) -> Outcome {
        let what = json!({ "origin": self.site().origin(), "storageTypes": storages });
        self.cdp("Storage.clearDataForOrigin", what).await
    }

    /// Freezes the tab as a browser does with one in the background, or wakes it.
    pub async fn set_frozen(&self, frozen: bool) -> Outcome {
        let state = if frozen { "frozen" } else { "active" };
        self.cdp("Page.setWebLifecycleState", json!({ "state": state })).await
    }

    /// Sends a command of the browser's debugging protocol (CDP).
    pub async fn cdp(&self, method: &str, params: Value) -> Outcome {
        self.ask_cdp(method, params).await.map(drop)
    }

    /// Asks something by the browser's debugging protocol.
    pub async fn ask_cdp(&self, method: &str, params: Value) -> Result<Value, Failure> {
        Ok(self.driver()?.cdp().send_raw(method, params).await?)
    }

    /// Runs a script in every page from now on, before the page's own.
    pub async fn before_scripts(&self, source: &str) -> Outcome {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await
    }
}
