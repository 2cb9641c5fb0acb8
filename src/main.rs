//! Mounts the app in the page. Natively there is nothing to mount.

#[cfg(target_arch = "wasm32")]
fn main() {
    sferum_planner::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this binary runs in a browser: use `make serve`");
    std::process::exit(2);
}
