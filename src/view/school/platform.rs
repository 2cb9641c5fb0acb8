//! What the school knows of its platform (1.5, 2.1/1).

use crate::domain::{PlatformProfile, School};

/// The platform's profile; the values of the regulation's text where nobody entered others.
#[must_use]
pub fn platform(school: &School) -> PlatformProfile {
    school.platform().values().next().map_or_else(PlatformProfile::sferum, |row| row.as_ref().clone())
}
