//! The school's thresholds and choices, and the form that edits them.

use crate::domain::{School, Settings};
use crate::view::fault::{Fault, Reader};

/// The school's settings; the defaults where nobody chose others.
#[must_use]
pub fn settings(school: &School) -> Settings {
    Settings::of(school)
}

/// The fields of the form as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsForm {
    /// Whether the status must be confirmed.
    pub requires_verification: bool,
    /// Days after which an unclaimed invite is revoked.
    pub unclaimed_days: String,
    /// Days in which a request is decided.
    pub request_days: String,
    /// Days in which a status is confirmed.
    pub verification_days: String,
    /// Days in which a request for help is answered.
    pub ticket_days: String,
    /// How many requests on one topic make a frequent question.
    pub faq_tickets: String,
    /// Days between reports on statistics.
    pub report_days: String,
    /// Whether each subgroup has a chat.
    pub splits_subgroup_chats: bool,
    /// Whether a primary teacher's subjects share the class chat.
    pub collapses_primary_chats: bool,
    /// Days in which a check is recorded.
    pub control_days: String,
    /// Days after which a chat is compared again.
    pub stale_chat_days: String,
    /// Most classes that one person leads.
    pub homeroom_classes: String,
    /// The lowest grade whose students are invited.
    pub student_invite_grade: String,
    /// The settings that the form begins with; what it does not ask stays as it is.
    pub base: Settings,
}

impl From<Settings> for SettingsForm {
    fn from(row: Settings) -> Self {
        Self {
            requires_verification: row.requires_verification,
            unclaimed_days: row.unclaimed_days.to_string(),
            request_days: row.request_days.to_string(),
            verification_days: row.verification_days.to_string(),
            ticket_days: row.ticket_days.to_string(),
            faq_tickets: row.faq_tickets.to_string(),
            report_days: row.report_days.to_string(),
            splits_subgroup_chats: row.splits_subgroup_chats,
            collapses_primary_chats: row.collapses_primary_chats,
            control_days: row.control_days.to_string(),
            stale_chat_days: row.stale_chat_days.to_string(),
            homeroom_classes: row.homeroom_classes.to_string(),
            student_invite_grade: row.student_invite_grade.to_string(),
            base: row,
        }
    }
}

impl SettingsForm {
    /// Reads the form.
    pub fn read(&self) -> Result<Settings, Vec<Fault>> {
        let mut reader = Reader::default();
        let mut days = |field, text: &str| {
            let text = reader.required(field, text);
            reader.number(field, &text, 1, 365).and_then(|days| u16::try_from(days).ok())
        };
        let unclaimed = days("settings-unclaimed-days", &self.unclaimed_days);
        let request = days("settings-request-days", &self.request_days);
        let verification = days("settings-verification-days", &self.verification_days);
        let ticket = days("settings-ticket-days", &self.ticket_days);
        let faq = days("settings-faq-tickets", &self.faq_tickets);
        let report = days("settings-report-days", &self.report_days);
        let control = days("settings-control-days", &self.control_days);
        let stale = days("settings-stale-chat-days", &self.stale_chat_days);
        let classes = days("settings-homeroom-classes", &self.homeroom_classes);
        let grade = reader.required("settings-student-grade", &self.student_invite_grade);
        let grade = reader.number("settings-student-grade", &grade, 1, 11).and_then(|grade| u8::try_from(grade).ok());
        let whole = || {
            Some(Settings {
                requires_verification: self.requires_verification,
                unclaimed_days: unclaimed?,
                request_days: request?,
                verification_days: verification?,
                ticket_days: ticket?,
                faq_tickets: faq?,
                report_days: report?,
                splits_subgroup_chats: self.splits_subgroup_chats,
                collapses_primary_chats: self.collapses_primary_chats,
                control_days: control?,
                stale_chat_days: stale?,
                homeroom_classes: classes?,
                student_invite_grade: grade?,
                ..self.base.clone()
            })
        };
        let settings = whole();
        reader.finish(settings)
    }
}
