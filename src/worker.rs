//! The worker.
pub fn serve() {}
