//! The worker module: loaded by the page on first use, for work too heavy for the main thread.

#[cfg(target_arch = "wasm32")]
fn main() {
    sferum_planner::worker::serve();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this binary runs in a browser: use `make serve`");
    std::process::exit(2);
}
