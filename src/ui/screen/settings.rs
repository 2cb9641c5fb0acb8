//! `#/settings`.

use crate::demo::{self, Scale};
use crate::domain::Command;
use crate::ui::clock;
use crate::ui::session::Session;

/// Fills the plan with the demo school, as one act that can be undone.
pub fn open_demo(session: Session) {
    match demo::school(Scale::Gymnasium, &mut clock::ids()) {
        Ok(school) => drop(session.dispatch(&Command::OpenDemo { school: Box::new(school) })),
        Err(error) => session.warn(error.to_string()),
    }
}
