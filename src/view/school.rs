//! What the page of the school shows: the organisation, its platform, its settings, its years and its local acts.

mod act;
mod organisation;
mod platform;
mod setting;
mod year;

pub use act::{ActForm, ActRow, Signer, act_options, act_rows, signers};
pub use organisation::{OrganisationForm, organisation};
pub use platform::platform;
pub use setting::{SettingsForm, settings};
pub use year::{YearForm, YearRow, suggested_year, year_rows};

#[cfg(test)]
mod tests;
