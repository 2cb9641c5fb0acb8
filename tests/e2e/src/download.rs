//! Files the page hands out.

use std::{fs, path::PathBuf};

use crate::{Browser, Failure};

impl Browser {
    /// Waits for a finished download whose name ends so (`.json`), and takes it out of the folder.
    pub async fn download(&self, ending: &str) -> Result<(String, Vec<u8>), Failure> {
        let folder = self.downloads.path();
        let path: PathBuf = self
            .until(&format!("a download *{ending}"), async || {
                // While it is written, Chromium keeps it under another name, and may hold its own with an empty file.
                let mut entries = fs::read_dir(folder)?.flatten();
                let is_whole = |entry: &fs::DirEntry| entry.metadata().is_ok_and(|metadata| metadata.len() > 0);
                let is_meant = |entry: &fs::DirEntry| entry.path().to_string_lossy().ends_with(ending);
                Ok(entries.find(|entry| is_meant(entry) && is_whole(entry)).map(|entry| entry.path()))
            })
            .await?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).map_err(|source| Failure::File { path: path.clone(), source })?;
        fs::remove_file(&path)?;
        Ok((name, bytes))
    }
}
