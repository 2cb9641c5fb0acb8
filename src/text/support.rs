//! Requests for help and letters to support in words.

use crate::domain::{CaseState, School, SupportTicket, TicketState, VendorCase};

use super::{Lang, date, msg};

/// How far a request for help is.
#[must_use]
pub fn ticket(lang: Lang, state: &TicketState) -> String {
    match state {
        TicketState::Open => msg::support_open(lang).to_owned(),
        TicketState::Answered { on, .. } => msg::support_answered(lang, &date::short(*on)),
        TicketState::Closed { on, .. } => msg::support_closed(lang, &date::short(*on)),
    }
}

/// How far a letter is.
#[must_use]
pub fn case(lang: Lang, state: &CaseState) -> String {
    match state {
        CaseState::Draft => msg::support_case_draft(lang).to_owned(),
        CaseState::Sent { on } => msg::support_case_sent(lang, &date::short(*on)),
        CaseState::Answered { on, .. } => msg::support_answered(lang, &date::short(*on)),
        CaseState::Closed { on, .. } => msg::support_closed(lang, &date::short(*on)),
    }
}

/// The text of a letter about requests: what was asked, without the names of those who asked.
#[must_use]
pub fn letter(lang: Lang, school: &School, tickets: &[&SupportTicket]) -> String {
    let name = school.organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default();
    let mut lines = vec![msg::support_letter_greeting(lang).to_owned(), String::new()];
    lines.push(msg::support_letter_from(lang, &name));
    lines.push(String::new());
    for (number, ticket) in (1..).zip(tickets) {
        let day = date::short(ticket.opened_on);
        lines.push(msg::support_letter_item(lang, &day, &i32::to_string(&number), &ticket.topic));
        lines.extend((!ticket.text.is_empty()).then(|| ticket.text.clone()));
        lines.push(String::new());
    }
    lines.push(msg::support_letter_close(lang).to_owned());
    lines.join("\n")
}

/// The address that opens the mail program with a letter.
#[must_use]
pub fn mailto(address: &str, case: &VendorCase) -> String {
    let subject =
        if case.number.is_empty() { case.subject.clone() } else { format!("[{}] {}", case.number, case.subject) };
    format!("mailto:{address}?subject={}&body={}", encode(&subject), encode(&case.text.replace('\n', "\r\n")))
}

/// Percent-encodes a text for an address (RFC 3986, RFC 6068).
fn encode(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::mailto;
    use crate::domain::{CaseState, VendorCase};

    #[track_caller]
    fn check(number: &str, subject: &str, text: &str, expected: &str) {
        let case = VendorCase {
            id: uuid::Uuid::nil().into(),
            number: number.into(),
            subject: subject.into(),
            text: text.into(),
            tickets: BTreeSet::new(),
            state: CaseState::Draft,
        };
        assert_eq!(mailto("help@example.org", &case), expected);
    }

    #[test]
    fn a_letter_is_an_address() {
        check("", "Code & login", "a\nb", "mailto:help@example.org?subject=Code%20%26%20login&body=a%0D%0Ab");
        check("1-44", "Код", "", "mailto:help@example.org?subject=%5B1-44%5D%20%D0%9A%D0%BE%D0%B4&body=");
    }
}
