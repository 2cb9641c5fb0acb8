//! The hosting kit on a real server: nginx with the example's own text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what failed by panicking"
)]

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sferum_planner_e2e::{Browser, Folder, Outcome, Site, project};

/// A running nginx; ends when dropped.
struct Nginx {
    child: Child,
    port: u16,
    _folder: Folder,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Its workers end with the master only when it is asked to.
        let _ = Command::new("kill").args(["-QUIT", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

/// Packs the kit and serves its `site` folder by its own example.
fn nginx() -> Nginx {
    let folder = Folder::new().unwrap();
    let kit = folder.path().join("kit");
    let made =
        Command::new("node").args(["scripts/dist.mjs", "--to"]).arg(&kit).current_dir(project()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let home = fs::read_dir(&kit).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
    let sums = Command::new("sha256sum").args(["--quiet", "-c", "SHA256SUMS"]).current_dir(&home).status().unwrap();
    assert!(sums.success(), "the digests of the kit hold");

    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let example = Command::new("node")
        .args(["scripts/hosting.mjs", "nginx", &format!("127.0.0.1:{port}")])
        .arg(home.join("site"))
        .current_dir(project())
        .output()
        .unwrap();
    let at = folder.path().display();
    // As root it would give its workers to a user who may not read the test's folder.
    let user = if fs::metadata("/proc/self").is_ok_and(|info| std::os::unix::fs::MetadataExt::uid(&info) == 0) {
        "user root;\n"
    } else {
        ""
    };
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {at}/{name};\n"))
        .concat();
    let config = format!(
        "{user}daemon off;\npid {at}/nginx.pid;\nerror_log {at}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{}\n}}\n",
        String::from_utf8_lossy(&example.stdout)
    );
    let file = folder.path().join("nginx.conf");
    fs::write(&file, config).unwrap();
    let path = format!("{}:/usr/sbin", std::env::var("PATH").unwrap_or_default());
    let child = Command::new("nginx")
        .env("PATH", path)
        .arg("-c")
        .arg(&file)
        .stderr(Stdio::inherit())
        .spawn()
        .expect("nginx is installed by scripts/setup.sh test");
    let server = Nginx { child, port, _folder: folder };
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(start.elapsed() < Duration::from_secs(15), "nginx does not listen");
        std::thread::yield_now();
    }
    server
}

#[tokio::test]
async fn the_example_for_nginx_serves_the_kit_as_it_should_be() -> Outcome {
    let server = nginx();
    let site = Site::at_port(server.port);
    let ours = Site::start()?;
    let page = site.get("/")?;
    assert_eq!(page.status, 200);
    for header in [
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-opener-policy",
        "cross-origin-resource-policy",
        "cache-control",
    ] {
        assert_eq!(page.header(header), ours.get("/")?.header(header), "{header}");
    }
    assert!(page.header("strict-transport-security").contains("max-age="));

    for entry in fs::read_dir(project().join("dist"))?.flatten().filter(|entry| entry.path().is_file()) {
        let name = entry.file_name().into_string().unwrap();
        let (theirs, own) = (site.get(&format!("/{name}"))?, ours.get(&format!("/{name}"))?);
        assert_eq!((theirs.status, theirs.body.len()), (200, own.body.len()), "{name}");
        assert_eq!(theirs.header("cache-control"), own.header("cache-control"), "{name}");
        let kind = |header: &str| header.split(';').next().unwrap_or_default().to_owned();
        assert_eq!(kind(theirs.header("content-type")), kind(own.header("content-type")), "{name}");
        assert_eq!(theirs.header("content-security-policy"), own.header("content-security-policy"), "{name}");
    }
    // A missing file is no page, and what a host must not show is not there.
    for path in ["/app-0000000000000000.js", "/people", "/.htaccess", "/../nginx.conf"] {
        assert!(matches!(site.get(path)?.status, 400 | 404), "{path}");
    }
    assert_eq!(site.get("/handbook/ru/")?.status, 200);

    let browser = Browser::at(site, "#/").await?;
    browser.wait_started().await?;
    browser.open_demo().await?;
    browser.find("html[data-offline=ready]").await?;
    browser.finish().await
}
