//! The school as an organisation, the platform it uses, and its own settings: one record each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::json;

use super::chat::QuietHours;
use super::contact::{Email, Phone};
use super::record::School;

/// The organisation's data (2.1/3); the short name is used in the title of the staff room (2.1/4).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Organisation {
    /// Name as in the charter.
    pub full_name: String,
    /// Name for titles: «МОУ «Гимназия № 44 г. Твери»».
    pub short_name: String,
    /// Postal address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Tax number, ten digits.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tax_number: String,
    /// Address of the school's site.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub site: String,
    /// Address at which the school lets its staff open this planner: QR codes of papers lead there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub planner: String,
    /// Reception's phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Reception's e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
}

/// What the school knows of its platform. Nothing in the code knows a platform's number: unknown is a value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PlatformProfile {
    /// Name of the platform.
    pub name: String,
    /// Address for registration and support (2.1/1, 3.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_email: Option<Email>,
    /// Site with instructions (3.3).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub help_site: String,
    /// Most members of a chat; none while unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_limit: Option<u32>,
    /// Most members of a call; none while unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_limit: Option<u32>,
    /// Days that an invite link lives; none while unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_days: Option<u16>,
    /// What the platform calls the role of a pedagogue.
    pub teacher_term: String,
    /// What the platform calls the role of a student.
    pub student_term: String,
    /// What the platform calls the role of a representative; empty while unknown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub parent_term: String,
    /// Whether an electronic journal is there (1.5: where available).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_journal: Option<bool>,
    /// Whether there are individual and group calls (1.5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_calls: Option<bool>,
    /// Whether files can be sent (1.5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_files: Option<bool>,
    /// Whether there are polls (1.5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_polls: Option<bool>,
}

impl Organisation {
    /// The address of a screen of this planner on the school's site; none where the school gives none. A bare host is
    /// taken for a secure one.
    #[must_use]
    pub fn planner_address(&self, hash: &str) -> Option<String> {
        let base = self.planner.trim().split('#').next().unwrap_or_default().trim_end_matches('/');
        if base.is_empty() {
            return None;
        }
        let scheme = if base.contains("://") { "" } else { "https://" };
        Some(format!("{scheme}{base}/{hash}"))
    }
}

impl PlatformProfile {
    /// The profile of «Сферум»: the values that the regulation's text names (2.1/1, 3.2, 3.3), unknown where it names none.
    #[must_use]
    pub fn sferum() -> Self {
        json::read(include_str!("data/platform-sferum.json")).unwrap_or_default()
    }

    /// The profile of «MAX»: a name, and everything else unknown until the school finds it out (SPEC section 9).
    #[must_use]
    pub fn max() -> Self {
        serde_json::from_str(include_str!("data/platform-max.json")).unwrap_or_default()
    }

    /// The profiles that come with the app.
    #[must_use]
    pub fn bundled() -> Vec<Self> {
        vec![Self::sferum(), Self::max()]
    }
}

/// The platform to which the school moves (SPEC section 9).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct NextPlatform {
    /// What the school knows of it.
    pub profile: PlatformProfile,
    /// When the school means to work there alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_on: Option<NaiveDate>,
}

/// The school's own thresholds and choices; each has its meaning where it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Settings {
    /// Whether the status of a pedagogue must be confirmed («при необходимости», 2.1/10).
    pub requires_verification: bool,
    /// Days after which an unclaimed invite is to be revoked (2.1/12).
    pub unclaimed_days: u16,
    /// Days in which a join request is decided (2.1/9).
    pub request_days: u16,
    /// Days in which a status is confirmed (2.1/10).
    pub verification_days: u16,
    /// Days in which a request for help is answered (2.1/15).
    #[serde(skip_serializing_if = "is_usual::<3>")]
    pub ticket_days: u16,
    /// How many requests on one topic make a frequent question (2.1/15).
    #[serde(skip_serializing_if = "is_usual::<3>")]
    pub faq_tickets: u16,
    /// Days between reports on statistics (2.1/17).
    #[serde(skip_serializing_if = "is_usual::<90>")]
    pub report_days: u16,
    /// Whether each subgroup of a lesson gets a chat of its own (2.4/3a); else one chat a class and subject.
    pub splits_subgroup_chats: bool,
    /// Whether a primary teacher's own subjects collapse into the class chat (2.4/3a).
    pub collapses_primary_chats: bool,
    /// Days in which the administration records at least one check (2.2/7).
    #[serde(skip_serializing_if = "is_usual::<92>")]
    pub control_days: u16,
    /// Days after which the members of a chat are compared with the plan again (2.3/4, 2.4/4).
    #[serde(skip_serializing_if = "is_usual::<120>")]
    pub stale_chat_days: u16,
    /// Most classes that one person leads (2.1/8).
    #[serde(skip_serializing_if = "is_usual::<2>")]
    pub homeroom_classes: u16,
    /// Hours without messages of chats that have none of their own (4.3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_quiet: Option<QuietHours>,
    /// Rules of chats that have none of their own (4.3).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub chat_rules: String,
    /// The lowest grade whose students are invited («при необходимости», 2.1/6); 1 invites everybody.
    #[serde(skip_serializing_if = "is_lowest")]
    pub student_invite_grade: u8,
}

/// Whether every grade is meant, which files leave out.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_lowest(grade: &u8) -> bool {
    *grade == 1
}

impl Settings {
    /// The school's settings; the defaults where nobody chose others.
    #[must_use]
    pub fn of(school: &School) -> Self {
        school.settings().values().next().map(|row| row.as_ref().clone()).unwrap_or_default()
    }
}

/// Whether a threshold is as usual, which files leave out.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_usual<const USUAL: u16>(value: &u16) -> bool {
    *value == USUAL
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            requires_verification: true,
            unclaimed_days: 30,
            request_days: 3,
            verification_days: 14,
            ticket_days: 3,
            faq_tickets: 3,
            report_days: 90,
            splits_subgroup_chats: false,
            collapses_primary_chats: false,
            control_days: 92,
            stale_chat_days: 120,
            homeroom_classes: 2,
            chat_quiet: None,
            chat_rules: String::new(),
            student_invite_grade: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Organisation, PlatformProfile};

    #[track_caller]
    fn check_address(planner: &str, expected: Option<&str>) {
        let row = Organisation { planner: planner.into(), ..Organisation::default() };
        assert_eq!(row.planner_address("#/roles").as_deref(), expected);
    }

    #[test]
    fn a_screen_has_an_address_where_the_school_gives_one() {
        check_address("", None);
        check_address("  ", None);
        check_address("school.example.org/plan", Some("https://school.example.org/plan/#/roles"));
        check_address("http://10.0.0.5:8080/", Some("http://10.0.0.5:8080/#/roles"));
        check_address("https://school.example.org/plan/#/people", Some("https://school.example.org/plan/#/roles"));
    }

    #[test]
    fn the_bundled_profile_is_read() {
        let profile = PlatformProfile::sferum();
        assert_eq!(profile.support_email.map(|email| email.to_string()).as_deref(), Some("info@sferum.ru"));
        assert_eq!(profile.chat_limit, None);
        assert_eq!(PlatformProfile::max(), PlatformProfile { name: "MAX".into(), ..PlatformProfile::default() });
        let names: Vec<String> = PlatformProfile::bundled().into_iter().map(|profile| profile.name).collect();
        assert_eq!(names, ["Сферум", "MAX"]);
    }
}
