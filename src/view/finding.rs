//! Findings of the audit as rows and buttons: where a remedy leads, in which tone a degree is shown.

use crate::audit::{ClauseState, Finding, Remedy, Severity};
use crate::text::{self, Lang};
use crate::view::page::{Button, Does, Tone};
use crate::view::room::Query;
use crate::view::route::Route;

/// The tone of a degree.
#[must_use]
pub const fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Note => Tone::Info,
    }
}

/// The tone of a clause's state.
#[must_use]
pub const fn state_tone(state: ClauseState) -> Tone {
    match state {
        ClauseState::Fulfilled => Tone::Success,
        ClauseState::Partly | ClauseState::NeedsAttestation => Tone::Warning,
        ClauseState::Unfulfilled => Tone::Error,
        ClauseState::NotApplicable | ClauseState::Absent => Tone::Info,
    }
}

/// The button that leads to what mends a finding.
#[must_use]
pub fn fix(lang: Lang, finding: &Finding) -> Button {
    Button::new("fix", text::audit::remedy(lang, finding.remedy), Does::Go(address(finding.remedy)))
}

/// Where a remedy leads.
#[must_use]
pub fn address(remedy: Remedy) -> String {
    let at = |route: Route, pairs: &[(&str, &str)]| {
        pairs.iter().fold(Query::default(), |query, (key, value)| query.with(key, value)).address(&route)
    };
    match remedy {
        Remedy::Editions | Remedy::LegalActs => Route::Editions.to_string(),
        Remedy::Interpretations => Route::Interpretations.to_string(),
        Remedy::UseOrder => at(Route::Documents, &[("form", "order-use")]),
        Remedy::Administrators => Route::Administrators.to_string(),
        Remedy::Registration => Route::Registration.to_string(),
        Remedy::Structure => Route::Structure.to_string(),
        Remedy::StructureOrders => Route::StructureOrders.to_string(),
        Remedy::Class(class) => Route::Class(class).to_string(),
        Remedy::Person(person) => Route::Person(person).to_string(),
        Remedy::Invites => Route::Invites.to_string(),
        Remedy::Invite(invite) => at(Route::Invites, &[("invite", &invite.to_string())]),
        Remedy::Sweep => at(Route::Invites, &[("tab", "sweep")]),
        Remedy::Requests => Route::Requests.to_string(),
        Remedy::Statuses => at(Route::Requests, &[("tab", "statuses")]),
        Remedy::Movement(_) => at(Route::Movements, &[("tab", "steps")]),
        Remedy::Movements => Route::Movements.to_string(),
        Remedy::Chats => Route::Chats.to_string(),
        Remedy::ClassChats(class) => at(Route::Chats, &[("class", &class.to_string())]),
        Remedy::Chat(chat) => Route::Chat(chat).to_string(),
        Remedy::Channels => Route::Channels.to_string(),
        Remedy::Publications => at(Route::Channels, &[("tab", "publications")]),
        Remedy::Event(event, on) => at(Route::Calendar, &[("day", &on.to_string()), ("event", &event.to_string())]),
        Remedy::Support => Route::Support.to_string(),
        Remedy::Statistics => Route::Statistics.to_string(),
        Remedy::Checks => at(Route::Control, &[("tab", "checks")]),
        Remedy::Check(check) => at(Route::Control, &[("tab", "checks"), ("check", &check.to_string())]),
        Remedy::Memos => Route::Acknowledgements.to_string(),
        Remedy::Consents => at(Route::Acknowledgements, &[("tab", "consents")]),
        Remedy::Load(_) => Route::Load.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::audit::Remedy;
    use crate::view::route::Route;

    #[track_caller]
    fn check(remedy: Remedy, expected: &str) {
        let address = address(remedy);
        assert_eq!(address, expected);
        assert!(Route::parse(&address).is_some());
    }

    #[test]
    fn remedies_lead_to_screens() {
        check(Remedy::Sweep, "#/invites?tab=sweep");
        check(Remedy::UseOrder, "#/documents?form=order-use");
        check(Remedy::Checks, "#/control?tab=checks");
        check(Remedy::Interpretations, "#/regulation/interpretations");
    }
}
