//! Files made to break a reader: each gets an answer in words, in time; none panics, none is taken for intact.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what failed by panicking"
)]

#[path = "hostile/case.rs"]
mod case;
#[path = "hostile/damage.rs"]
mod damage;
#[path = "hostile/json.rs"]
mod json;
#[path = "hostile/list.rs"]
mod list;
#[path = "hostile/naughty.rs"]
mod naughty;
#[path = "hostile/replay.rs"]
mod replay;
#[path = "../fuzz/targets.rs"]
mod targets;
