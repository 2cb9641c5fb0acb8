//! The command line over exported plans: `sferum-plan help`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    sferum_planner::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
