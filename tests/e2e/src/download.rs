//! Files the page hands out.

use std::{fs, path::PathBuf};

use crate::{Browser, Failure};

impl Browser {
    /// Waits for a finished download whose name ends so (`.json`), and takes it out of the folder.
    pub async fn download(&self, ending: &str) -> Result<(String, Vec<u8>), Failure> {
        let folder = self.downloads.path();
        let path: PathBuf = self
            .until(&format!("a download *{ending}"), async || {
                // While it is written, Chromium keeps it under another name.
                let mut entries = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
                Ok(entries.find(|path| path.to_string_lossy().ends_with(ending)))
            })
            .await?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).map_err(|source| Failure::File { path: path.clone(), source })?;
        fs::remove_file(&path)?;
        Ok((name, bytes))
    }
}
