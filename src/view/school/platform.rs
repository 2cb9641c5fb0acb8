//! What the school knows of its platform (1.5, 2.1/1) and the form that edits it; unknown is an answer.

use crate::domain::words::tidy;
use crate::domain::{Email, PlatformProfile, School};
use crate::view::fault::{Fault, Problem, Reader};

/// The platform's profile; the values of the regulation's text where nobody entered others.
#[must_use]
pub fn platform(school: &School) -> PlatformProfile {
    school.platform().values().next().map_or_else(PlatformProfile::sferum, |row| row.as_ref().clone())
}

/// The fields of the form as typed; an empty number means unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlatformForm {
    /// Name of the platform.
    pub name: String,
    /// Address for registration and support.
    pub support_email: String,
    /// Site with instructions.
    pub help_site: String,
    /// Most members of a chat.
    pub chat_limit: String,
    /// Most members of a call.
    pub call_limit: String,
    /// Days that a link lives.
    pub link_days: String,
    /// The platform's word for a pedagogue.
    pub teacher_term: String,
    /// The platform's word for a student.
    pub student_term: String,
    /// `yes`, `no` or empty for unknown.
    pub has_journal: String,
}

impl From<PlatformProfile> for PlatformForm {
    fn from(row: PlatformProfile) -> Self {
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let has_journal = match row.has_journal {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        Self {
            name: row.name,
            support_email: row.support_email.map(|email| email.to_string()).unwrap_or_default(),
            help_site: row.help_site,
            chat_limit: number(row.chat_limit),
            call_limit: number(row.call_limit),
            link_days: number(row.link_days.map(u32::from)),
            teacher_term: row.teacher_term,
            student_term: row.student_term,
            has_journal: has_journal.to_owned(),
        }
    }
}

impl PlatformForm {
    /// Reads the form.
    pub fn read(&self) -> Result<PlatformProfile, Vec<Fault>> {
        const MOST: u32 = 1_000_000;
        let mut reader = Reader::default();
        let name = reader.required("platform-name", &self.name);
        let support_email: Option<Email> = reader.optional("platform-email", &self.support_email, Problem::Email);
        let chat_limit = reader.number("platform-chat-limit", &self.chat_limit, 1, MOST);
        let call_limit = reader.number("platform-call-limit", &self.call_limit, 1, MOST);
        let link_days = reader.number("platform-link-days", &self.link_days, 1, 3650);
        let teacher_term = reader.required("platform-teacher-term", &self.teacher_term);
        let student_term = reader.required("platform-student-term", &self.student_term);
        let has_journal = match self.has_journal.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        reader.finish(Some(PlatformProfile {
            name,
            support_email,
            help_site: tidy(&self.help_site),
            chat_limit,
            call_limit,
            link_days: link_days.and_then(|days| u16::try_from(days).ok()),
            teacher_term,
            student_term,
            has_journal,
        }))
    }
}
