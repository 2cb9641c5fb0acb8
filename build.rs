//! Compiles the message files of `src/text/ru` and `src/text/en` into Rust, and fails where they disagree.

#[path = "build/messages.rs"]
mod messages;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use messages::{Language, Source};

fn main() -> Result<(), Box<dyn Error>> {
    for watched in ["build.rs", "build"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    // The page's program is cut into parts after linking (scripts/split.mjs): that needs to know what refers to what.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=sferum-planner=--emit-relocs");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    compile(Path::new("src/text"), &out.join("messages.rs"))?;
    // The compiler's own tests call what it makes of these.
    compile(Path::new("tests/fixtures/messages"), &out.join("sample_messages.rs"))
}

/// Compiles the languages under `folder` into the file `target`; every problem is an error line of the build.
fn compile(folder: &Path, target: &Path) -> Result<(), Box<dyn Error>> {
    let mut sources = Vec::new();
    for language in Language::ALL {
        let folder = folder.join(language.code());
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files = fs::read_dir(&folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
        files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
        files.sort();
        for path in files {
            let text = fs::read_to_string(&path)?;
            sources.push(Source { language, file: path.to_string_lossy().replace('\\', "/"), text });
        }
    }
    match messages::compile(&sources) {
        Ok(code) => fs::write(target, code)?,
        Err(problems) => problems.iter().for_each(|problem| println!("cargo::error={problem}")),
    }
    Ok(())
}
