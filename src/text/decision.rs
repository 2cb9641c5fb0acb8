//! Decisions in words: verdicts, what was checked, what is missing, what supplies it.

use crate::domain::{ClauseId, LocalActKind};
use crate::regulation::{
    ActionId, Area, Bilingual, CellId, ClauseCondition, MissingFact, Oddity, Outcome, Predicate, Regulation, Remedy,
    RoleId, Settled, Stance, StatusStep, Verdict,
};

use super::{Lang, date, msg};

/// What an edition says, in the language of the page.
#[must_use]
pub const fn said(lang: Lang, text: &Bilingual) -> &str {
    match lang {
        Lang::Ru => text.ru.as_str(),
        Lang::En => text.en.as_str(),
    }
}

/// An answer in words. "Not granted" is never "forbidden": the text forbids nothing.
#[must_use]
pub const fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Duty => msg::verdict_duty(lang),
        Verdict::DutyIfNeeded => msg::verdict_duty_if_needed(lang),
        Verdict::Allowed => msg::verdict_allowed(lang),
        Verdict::Right => msg::verdict_right(lang),
        Verdict::NotGranted => msg::verdict_not_granted(lang),
        Verdict::Unsettled => msg::verdict_unsettled(lang),
    }
}

/// An answer as the letter of a narrow cell.
#[must_use]
pub const fn letter(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Duty => msg::letter_duty(lang),
        Verdict::DutyIfNeeded => msg::letter_duty_if_needed(lang),
        Verdict::Allowed => msg::letter_allowed(lang),
        Verdict::Right => msg::letter_right(lang),
        Verdict::NotGranted => msg::letter_not_granted(lang),
        Verdict::Unsettled => msg::letter_unsettled(lang),
    }
}

/// An area of work.
#[must_use]
pub const fn area(lang: Lang, area: Area) -> &'static str {
    match area {
        Area::General => msg::area_general(lang),
        Area::Appointments => msg::area_appointments(lang),
        Area::Structure => msg::area_structure(lang),
        Area::Invites => msg::area_invites(lang),
        Area::Requests => msg::area_requests(lang),
        Area::Status => msg::area_status(lang),
        Area::Movement => msg::area_movement(lang),
        Area::Chats => msg::area_chats(lang),
        Area::Channels => msg::area_channels(lang),
        Area::Events => msg::area_events(lang),
        Area::Support => msg::area_support(lang),
        Area::Statistics => msg::area_statistics(lang),
        Area::Control => msg::area_control(lang),
        Area::Rights => msg::area_rights(lang),
    }
}

/// What is checked between a holder and an object.
#[must_use]
pub const fn predicate(lang: Lang, predicate: Predicate) -> &'static str {
    match predicate {
        Predicate::Homeroom => msg::predicate_homeroom(lang),
        Predicate::Line => msg::predicate_line(lang),
        Predicate::Activity => msg::predicate_activity(lang),
        Predicate::OwnProfile => msg::predicate_own_profile(lang),
        Predicate::Representative => msg::predicate_representative(lang),
        Predicate::ChatIssuer => msg::predicate_chat_issuer(lang),
        Predicate::ActiveGroup => msg::predicate_active_group(lang),
        Predicate::Pedagogue => msg::predicate_pedagogue(lang),
        Predicate::Administration => msg::predicate_administration(lang),
        Predicate::Enrolled => msg::predicate_enrolled(lang),
    }
}

/// How a check came out.
#[must_use]
pub const fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => msg::outcome_holds(lang),
        Outcome::Fails => msg::outcome_fails(lang),
        Outcome::NotAsked => msg::outcome_not_asked(lang),
    }
}

/// Who settled an answer; none where the text did.
#[must_use]
pub const fn settled(lang: Lang, settled: Settled, is_inherited: bool) -> Option<&'static str> {
    Some(match settled {
        Settled::ByText => return None,
        Settled::ByDefault(_) if is_inherited => msg::settled_inherited(lang),
        Settled::ByDefault(Stance::Allow) => msg::settled_default_allow(lang),
        Settled::ByDefault(Stance::Deny) => msg::settled_default_deny(lang),
        Settled::BySchool(Stance::Allow) => msg::settled_school_allow(lang),
        Settled::BySchool(Stance::Deny) => msg::settled_school_deny(lang),
    })
}

/// A choice of the school.
#[must_use]
pub const fn stance(lang: Lang, stance: Stance) -> &'static str {
    match stance {
        Stance::Allow => msg::stance_allow(lang),
        Stance::Deny => msg::stance_deny(lang),
    }
}

/// When a clause binds.
#[must_use]
pub const fn condition(lang: Lang, condition: ClauseCondition) -> &'static str {
    match condition {
        ClauseCondition::IfNeeded => msg::condition_if_needed(lang),
        ClauseCondition::IfAccess => msg::condition_if_access(lang),
    }
}

/// A fact that is missing.
#[must_use]
pub fn missing(lang: Lang, regulation: &Regulation, fact: &MissingFact) -> String {
    match fact {
        MissingFact::NoOrder => msg::missing_no_order(lang).into(),
        MissingFact::NotJoined => msg::missing_not_joined(lang).into(),
        MissingFact::StatusNotConfirmed(StatusStep::NotStarted) => msg::missing_status_not_started(lang).into(),
        MissingFact::StatusNotConfirmed(StatusStep::Rejected) => msg::missing_status_rejected(lang).into(),
        MissingFact::StatusNotConfirmed(StatusStep::Required) => msg::missing_status_required(lang).into(),
        MissingFact::StatusNotConfirmed(StatusStep::Submitted) => msg::missing_status_submitted(lang).into(),
        MissingFact::NoDistribution => msg::missing_no_distribution(lang).into(),
        MissingFact::NoLoadLine => msg::missing_no_load_line(lang).into(),
        MissingFact::NoActivityGroup => msg::missing_no_activity_group(lang).into(),
        MissingFact::OffPlatform => msg::missing_off_platform(lang).into(),
        MissingFact::RefusedPlatform => msg::missing_refused_platform(lang).into(),
        MissingFact::RoleEnded { role, on, .. } => {
            msg::missing_role_ended(lang, &date::short(*on), &role_name(lang, regulation, role))
        }
        MissingFact::RoleNotBegun { role, from, .. } => {
            msg::missing_role_not_begun(lang, &date::short(*from), &role_name(lang, regulation, role))
        }
    }
}

/// What supplies a missing fact, as the words of a link.
#[must_use]
pub fn remedy(lang: Lang, remedy: Remedy) -> String {
    match remedy {
        Remedy::RegisterOrder => msg::remedy_register_order(lang).into(),
        Remedy::RecordMembership => msg::remedy_record_membership(lang).into(),
        Remedy::SubmitStatus => msg::remedy_submit_status(lang).into(),
        Remedy::ConfirmStatus => msg::remedy_confirm_status(lang).into(),
        Remedy::RegisterDistribution => msg::remedy_register_distribution(lang).into(),
        Remedy::AssignLoadLine => msg::remedy_assign_load_line(lang).into(),
        Remedy::AssignActivityGroup => msg::remedy_assign_activity_group(lang).into(),
        Remedy::ChangeParticipation => msg::remedy_change_participation(lang).into(),
        Remedy::RenewRole(_) => msg::remedy_renew_role(lang).into(),
        Remedy::AwaitRole(_, from) => msg::remedy_await_role(lang, &date::short(from)),
    }
}

/// The kind of a document at the beginning of a line.
#[must_use]
pub const fn document(lang: Lang, kind: LocalActKind) -> &'static str {
    match kind {
        LocalActKind::Order => msg::ground_order(lang),
        LocalActKind::Directive => msg::ground_directive(lang),
        LocalActKind::Protocol => msg::ground_protocol(lang),
        LocalActKind::Act => msg::ground_act(lang),
    }
}

/// The name of a role, as the edition writes it: «классный руководитель».
#[must_use]
pub fn role_name(lang: Lang, regulation: &Regulation, role: &RoleId) -> String {
    regulation.role(role).map_or_else(|| role.to_string(), |role| said(lang, &role.name).to_owned())
}

/// The name of a role at the beginning of a line: «Классный руководитель».
#[must_use]
pub fn role_title(lang: Lang, regulation: &Regulation, role: &RoleId) -> String {
    capitalized(&role_name(lang, regulation, role))
}

/// The names of roles in a line.
#[must_use]
pub fn role_list(lang: Lang, regulation: &Regulation, roles: &[RoleId]) -> String {
    let names: Vec<String> = roles.iter().map(|role| role_name(lang, regulation, role)).collect();
    names.join(", ")
}

/// The name of an action; its number where the edition has no such row.
#[must_use]
pub fn action_name(lang: Lang, regulation: &Regulation, action: ActionId) -> String {
    regulation.action(action).map_or_else(|| action.to_string(), |action| said(lang, &action.name).to_owned())
}

/// Addresses of clauses in a line: `2.1/0, 2.2/2`.
#[must_use]
pub fn clause_list(clauses: &[ClauseId]) -> String {
    let clauses: Vec<String> = clauses.iter().map(ToString::to_string).collect();
    clauses.join(", ")
}

/// What the journal calls a question of the matrix: «Выдать … · классный руководитель»; none for another question.
#[must_use]
pub fn question(lang: Lang, regulation: &Regulation, question: &str) -> Option<String> {
    if let Some(number) = Oddity::from_question(question) {
        return Some(msg::oddity_named(lang, &number.to_string()));
    }
    let cell = CellId::from_question(question)?;
    let (action, role) = (regulation.action(cell.action)?, regulation.role(&cell.role)?);
    Some(format!("{} · {}", said(lang, &action.name), said(lang, &role.name)))
}

/// A text that begins with a capital letter.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A text that begins with a small letter, to stand within a sentence.
#[must_use]
pub fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{capitalized, lowered, missing, question, settled, verdict};
    use crate::regulation::{MissingFact, Regulation, RoleId, Settled, Stance, Verdict};
    use crate::text::Lang;

    #[test]
    fn not_granted_is_never_forbidden() {
        for lang in Lang::ALL {
            let words = verdict(lang, Verdict::NotGranted);
            assert!(!words.contains("запре") && !words.contains("forbid"), "{words}");
        }
    }

    #[test]
    fn every_answer_has_words_of_its_own() {
        for lang in Lang::ALL {
            let words: std::collections::BTreeSet<_> = Verdict::ALL.iter().map(|item| verdict(lang, *item)).collect();
            assert_eq!(words.len(), Verdict::ALL.len());
        }
    }

    #[test]
    fn who_settled_it() {
        assert_eq!(settled(Lang::Ru, Settled::ByText, false), None);
        let inherited = settled(Lang::Ru, Settled::ByDefault(Stance::Allow), true);
        assert!(inherited.is_some_and(|text| text.contains("2.1/7")));
        assert_eq!(
            settled(Lang::Ru, Settled::BySchool(Stance::Allow), true),
            settled(Lang::Ru, Settled::BySchool(Stance::Allow), false)
        );
    }

    #[test]
    fn a_role_that_ended_is_named() {
        let on = chrono::NaiveDate::from_ymd_opt(2026, 5, 31).unwrap();
        let basis = crate::regulation::Basis::ClassTeacher;
        let fact = MissingFact::RoleEnded { role: RoleId::from("class-teacher"), basis, on };
        assert_eq!(
            missing(Lang::Ru, Regulation::bundled(), &fact),
            "Роль «классный руководитель» закончилась 31.05.2026"
        );
    }

    #[test]
    fn the_journal_names_the_cell() {
        let regulation = Regulation::bundled();
        assert_eq!(
            question(Lang::Ru, regulation, "cell:12:class-teacher").as_deref(),
            Some("Выдать приглашение в класс в роли «ученик» · классный руководитель")
        );
        assert_eq!(question(Lang::Ru, regulation, "oddity:9").as_deref(), Some("Странность текста 9"));
        for other in ["cell:999:class-teacher", "cell:12:nobody", ""] {
            assert_eq!(question(Lang::Ru, regulation, other), None, "{other}");
        }
    }

    #[test]
    fn first_letters() {
        assert_eq!(capitalized("ёлка"), "Ёлка");
        assert_eq!(lowered("Утвердить"), "утвердить");
        assert_eq!(capitalized(""), "");
    }
}
