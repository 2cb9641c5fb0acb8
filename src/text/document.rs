//! Papers in words: what forms are called, what is missing, how records stand in a line.

use crate::document::{Desk, Family, Form, Missing};
use crate::domain::{
    Audience, AudienceGroup, ChatState, ClassId, Event, EventFormat, EventKind, EventState, FindingState, InviteRole,
    InviteState, LocalAct, LocalActKind, Period, PublicationState, RegulationEdition, School, SchoolYear, SendingWay,
};

use crate::order;

use super::decision::said;
use super::grammar::Case;
use super::{Lang, date, msg};

/// What a form is called.
#[must_use]
pub const fn form(lang: Lang, form: Form) -> &'static str {
    match form {
        Form::ApprovalOrder => msg::doc_form_order_approval(lang),
        Form::CouncilExtract => msg::doc_form_extract_council(lang),
        Form::OrderOnUse => msg::doc_form_order_use(lang),
        Form::AdministratorOrder => msg::doc_form_order_administrator(lang),
        Form::AdditionalDirective => msg::doc_form_directive_additional(lang),
        Form::RegistrationApplication => msg::doc_form_application(lang),
        Form::OrganisationCard => msg::doc_form_card_organisation(lang),
        Form::StaffList => msg::doc_form_list_staff(lang),
        Form::NomenclatureOrder => msg::doc_form_order_nomenclature(lang),
        Form::HomeroomOrder => msg::doc_form_order_homeroom(lang),
        Form::InviteLedger => msg::doc_form_ledger_invites(lang),
        Form::RevocationAct => msg::doc_form_act_revocation(lang),
        Form::RequestLedger => msg::doc_form_ledger_requests(lang),
        Form::StatusRegister => msg::doc_form_register_statuses(lang),
        Form::MovementBook => msg::doc_form_book_movement(lang),
        Form::MovementExtract => msg::doc_form_extract_movement(lang),
        Form::ChatList => msg::doc_form_list_chats(lang),
        Form::ActivistList => msg::doc_form_list_activists(lang),
        Form::PublicationPlan => msg::doc_form_plan_publications(lang),
        Form::EventPlan => msg::doc_form_plan_events(lang),
        Form::TrainingList => msg::doc_form_list_training(lang),
        Form::TicketLedger => msg::doc_form_ledger_tickets(lang),
        Form::VendorLetter => msg::doc_form_letter_vendor(lang),
        Form::StatisticsReport => msg::doc_form_report_statistics(lang),
        Form::ControlAct => msg::doc_form_act_control(lang),
        Form::AcknowledgementSheet => msg::doc_form_sheet_acknowledgement(lang),
        Form::PersonalSheet => msg::doc_form_sheet_rights(lang),
        Form::StaffSheets => msg::doc_form_sheets_staff(lang),
        Form::TeacherMemo => msg::doc_form_memo_teacher(lang),
        Form::ClassTeacherMemo => msg::doc_form_memo_class_teacher(lang),
        Form::StudentMemo => msg::doc_form_memo_student(lang),
        Form::ParentMemo => msg::doc_form_memo_parent(lang),
        Form::SecurityMemo => msg::doc_form_memo_security(lang),
        Form::ArchiveCover => msg::doc_form_cover_archive(lang),
    }
}

/// What a signed document is called, by the words for it in files: `order-use 103`.
#[must_use]
pub fn caption(lang: Lang, caption: &str) -> String {
    let (key, number) = caption.split_once(' ').unwrap_or((caption, ""));
    let name = Form::of_key(key).map_or(key, |known| form(lang, known));
    if number.is_empty() { name.to_owned() } else { format!("{name} {}", msg::paper_numbered(lang, number)) }
}

/// What a kind of local act is called.
#[must_use]
pub const fn act_kind(lang: Lang, kind: LocalActKind) -> &'static str {
    match kind {
        LocalActKind::Order => msg::paper_act_order(lang),
        LocalActKind::Directive => msg::paper_act_directive(lang),
        LocalActKind::Protocol => msg::paper_act_protocol(lang),
        LocalActKind::Act => msg::paper_act_act(lang),
    }
}

/// What a family of forms is called.
#[must_use]
pub const fn family(lang: Lang, family: Family) -> &'static str {
    match family {
        Family::Orders => msg::doc_family_orders(lang),
        Family::Letters => msg::doc_family_letters(lang),
        Family::Ledgers => msg::doc_family_ledgers(lang),
        Family::Lists => msg::doc_family_lists(lang),
        Family::Reports => msg::doc_family_reports(lang),
        Family::Memos => msg::doc_family_memos(lang),
        Family::Archive => msg::doc_family_archive(lang),
    }
}

/// What is missing, as it stands in a gap.
#[must_use]
pub fn missing(lang: Lang, school: &School, missing: Missing) -> String {
    let plain = match missing {
        Missing::Organisation => msg::doc_missing_organisation(lang),
        Missing::Address => msg::doc_missing_address(lang),
        Missing::TaxNumber => msg::doc_missing_tax_number(lang),
        Missing::Site => msg::doc_missing_site(lang),
        Missing::Contact => msg::doc_missing_contact(lang),
        Missing::Platform => msg::doc_missing_platform(lang),
        Missing::SupportEmail => msg::doc_missing_support_email(lang),
        Missing::HelpSite => msg::doc_missing_help_site(lang),
        Missing::Year => msg::doc_missing_year(lang),
        Missing::Head => msg::doc_missing_head(lang),
        Missing::Administrator => msg::doc_missing_administrator(lang),
        Missing::Additional => msg::doc_missing_additional(lang),
        Missing::AppointmentDay => msg::doc_missing_appointment_day(lang),
        Missing::AppointmentOrder => msg::doc_missing_appointment_order(lang),
        Missing::ApprovalOrder => msg::doc_missing_approval_order(lang),
        Missing::Protocol => msg::doc_missing_protocol(lang),
        Missing::Classes => msg::doc_missing_classes(lang),
        Missing::Distribution => msg::doc_missing_distribution(lang),
        Missing::Homeroom(id) => return msg::doc_missing_homeroom(lang, &class(lang, school, id)),
        Missing::Students(id) => return msg::doc_missing_students(lang, &class(lang, school, id)),
        Missing::Person => msg::doc_missing_person(lang),
        Missing::Post(id) => return msg::doc_missing_post(lang, &school.person_name(id)),
        Missing::Phone(id) => return msg::doc_missing_phone(lang, &school.person_name(id)),
        Missing::Email(id) => return msg::doc_missing_email(lang, &school.person_name(id)),
        Missing::Owner => msg::doc_missing_owner(lang),
        Missing::Host => msg::doc_missing_host(lang),
        Missing::Editor => msg::doc_missing_editor(lang),
        Missing::Activists => msg::doc_missing_activists(lang),
        Missing::Sweep => msg::doc_missing_sweep(lang),
        Missing::Letter => msg::doc_missing_letter(lang),
        Missing::Statistics => msg::doc_missing_statistics(lang),
        Missing::Check => msg::doc_missing_check(lang),
        Missing::Checker => msg::doc_missing_checker(lang),
        Missing::Sheet => msg::doc_missing_sheet(lang),
        Missing::Seal => msg::doc_missing_seal(lang),
        Missing::CaseIndex => msg::doc_missing_case_index(lang),
        Missing::Retention => msg::doc_missing_retention(lang),
    };
    plain.to_owned()
}

/// A class by its label, the staff room by its name.
#[must_use]
pub fn class(lang: Lang, school: &School, id: ClassId) -> String {
    match school.classes().get(&id) {
        Some(class) if class.is_staff_room() => msg::people_staff_room(lang).to_owned(),
        _ => school.class_name(id),
    }
}

/// An act in a line: «приказ от 26.08.2026 № 102».
#[must_use]
pub fn act(lang: Lang, act: &LocalAct) -> String {
    format!("{} {}", act_kind(lang, act.kind), msg::paper_act_reference(lang, &date::short(act.date), &act.number))
}

/// An act after «ознакомлен с»: «приказом от 26.08.2026 № 102».
#[must_use]
pub fn act_with(lang: Lang, act: &LocalAct) -> String {
    let kind = match act.kind {
        LocalActKind::Order => msg::paper_act_with_order(lang),
        LocalActKind::Directive => msg::paper_act_with_directive(lang),
        LocalActKind::Protocol => msg::paper_act_with_protocol(lang),
        LocalActKind::Act => msg::paper_act_with_act(lang),
    };
    format!("{kind} {}", msg::paper_act_reference(lang, &date::short(act.date), &act.number))
}

/// The days of a period after a title: «с 01.09.2026 по 31.05.2027»; empty where both ends are open.
#[must_use]
pub fn days(lang: Lang, period: Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) => msg::paper_days(lang, &date::short(from), &date::short(to)),
        (Some(from), None) => msg::paper_days_from(lang, &date::short(from)),
        (None, Some(to)) => msg::paper_days_to(lang, &date::short(to)),
        (None, None) => String::new(),
    }
}

/// The title of a regulation in a case: «Положением об использовании…»; another word at its head stays quoted.
#[must_use]
pub fn regulation(lang: Lang, title: &str, case: Case) -> String {
    const HEAD: &str = "Положение";
    if lang == Lang::En {
        return title.to_owned();
    }
    if let Some(rest) = title.strip_prefix(HEAD) {
        let head = match case {
            Case::Nominative | Case::Accusative => HEAD,
            Case::Genitive => "Положения",
            Case::Dative => "Положению",
            Case::Instrumental => "Положением",
            Case::Prepositional => "Положении",
        };
        return format!("{head}{rest}");
    }
    let case = match case {
        Case::Nominative | Case::Accusative => "nominative",
        Case::Genitive => "genitive",
        Case::Dative => "dative",
        Case::Instrumental => "instrumental",
        Case::Prepositional => "prepositional",
    };
    msg::paper_local_act(lang, case, title)
}

/// A school year in full, as orders write it: «2026/2027».
#[must_use]
pub fn school_year(lang: Lang, year: &SchoolYear) -> String {
    use chrono::Datelike;
    match lang {
        Lang::Ru => format!("{}/{}", year.from.year(), year.to.year()),
        Lang::En => year.label(),
    }
}

/// The title of the regulation in force in a case.
#[must_use]
pub fn regulation_title(desk: &Desk<'_>, case: Case) -> String {
    let own = edition_in_force(desk).map(|row| row.title.as_str()).filter(|title| !title.is_empty());
    regulation(desk.lang, own.unwrap_or_else(|| said(desk.lang, &desk.regulation.edition().title)), case)
}

/// The regulation in force with its approval: «Положением …, утверждённым приказом от …».
#[must_use]
pub fn regulation_in_force(desk: &Desk<'_>, case: Case) -> String {
    let lang = desk.lang;
    let words = regulation_title(desk, case);
    let order = edition_in_force(desk).and_then(|row| row.order).and_then(|id| desk.school.acts().get(&id));
    match order {
        Some(order) => {
            let order = msg::paper_act_reference(lang, &date::short(order.date), &order.number);
            let case = if case == Case::Instrumental { "instrumental" } else { "genitive" };
            msg::paper_approved_by(lang, case, &order, &words)
        }
        None => words,
    }
}

/// The edition in force on the day of the desk.
fn edition_in_force<'a>(desk: &Desk<'a>) -> Option<&'a RegulationEdition> {
    let day = desk.index.day;
    let in_force =
        |row: &&RegulationEdition| row.from.is_some_and(|from| from <= day) && row.to.is_none_or(|to| to >= day);
    desk.school.editions().values().map(AsRef::as_ref).filter(in_force).max_by_key(|row| row.from)
}

/// The role of an invite.
#[must_use]
pub fn invite_role(lang: Lang, role: InviteRole) -> String {
    msg::paper_invite_role(
        lang,
        match role {
            InviteRole::Teacher => "teacher",
            InviteRole::Student => "student",
            InviteRole::Parent => "parent",
        },
    )
}

/// How an invite was handed over.
#[must_use]
pub fn sending_way(lang: Lang, way: SendingWay) -> String {
    msg::paper_sending_way(
        lang,
        match way {
            SendingWay::InPerson => "in-person",
            SendingWay::Paper => "paper",
            SendingWay::Email => "email",
            SendingWay::Message => "message",
            SendingWay::Journal => "journal",
            SendingWay::Other => "other",
        },
    )
}

/// What became of an invite.
#[must_use]
pub fn invite_state(lang: Lang, state: &InviteState) -> String {
    let (state, on) = match state {
        InviteState::Draft => ("draft", None),
        InviteState::Issued => ("issued", None),
        InviteState::Sent => ("sent", None),
        InviteState::Closed { on } => ("closed", Some(on)),
        InviteState::Expired { on } => ("expired", Some(on)),
        InviteState::Revoked { on, .. } => ("revoked", Some(on)),
        InviteState::Superseded { on, .. } => ("superseded", Some(on)),
    };
    msg::paper_invite_state(lang, &on.map(|on| date::short(*on)).unwrap_or_default(), state)
}

/// How far a publication is.
#[must_use]
pub fn publication_state(lang: Lang, state: &PublicationState) -> String {
    let (state, on) = match state {
        PublicationState::Idea => ("idea", None),
        PublicationState::Material => ("material", None),
        PublicationState::Ready => ("ready", None),
        PublicationState::Published { on } => ("published", Some(on)),
        PublicationState::Cancelled { .. } => ("cancelled", None),
    };
    msg::paper_publication_state(lang, &on.map(|on| date::short(*on)).unwrap_or_default(), state)
}

/// What an event is.
#[must_use]
pub fn event_kind(lang: Lang, kind: EventKind) -> String {
    msg::paper_event_kind(
        lang,
        match kind {
            EventKind::Broadcast => "broadcast",
            EventKind::Meeting => "meeting",
            EventKind::Lesson => "lesson",
            EventKind::ClassEvent => "class-event",
            EventKind::Webinar => "webinar",
        },
    )
}

/// How an event is held.
#[must_use]
pub fn event_format(lang: Lang, format: EventFormat) -> String {
    msg::paper_event_format(
        lang,
        match format {
            EventFormat::Online => "online",
            EventFormat::Hybrid => "hybrid",
        },
    )
}

/// How far an event is.
#[must_use]
pub fn event_state(lang: Lang, state: &EventState) -> String {
    let (state, on) = match state {
        EventState::Planned => ("planned", None),
        EventState::Rehearsed { on } => ("rehearsed", Some(on)),
        EventState::Held { on } => ("held", Some(on)),
        EventState::Cancelled { .. } => ("cancelled", None),
    };
    msg::paper_event_state(lang, &on.map(|on| date::short(*on)).unwrap_or_default(), state)
}

/// The day of an event with its time.
#[must_use]
pub fn when(event: &Event) -> String {
    match event.start {
        Some(start) => format!("{}, {:02}:{:02}", date::short(event.on), start / 60, start % 60),
        None => date::short(event.on),
    }
}

/// Whom something is for.
#[must_use]
pub fn audience(lang: Lang, school: &School, audience: &Audience) -> String {
    let labels = |ids: &std::collections::BTreeSet<ClassId>| {
        let mut labels: Vec<_> =
            ids.iter().filter_map(|id| school.classes().get(id)).filter_map(|class| class.label().cloned()).collect();
        order::natural(&mut labels);
        labels.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    let mut parts: Vec<String> = audience.groups.iter().map(|group| audience_group(lang, *group)).collect();
    if !audience.classes.is_empty() {
        parts.push(msg::paper_audience_classes(lang, &labels(&audience.classes)));
    }
    if !audience.parents_of.is_empty() {
        parts.push(msg::paper_audience_parents(lang, &labels(&audience.parents_of)));
    }
    if let Some(line) = audience.line.and_then(|id| school.load().get(&id)) {
        let subject = school.subjects().get(&line.subject).map(|row| row.name.clone()).unwrap_or_default();
        parts.push(format!("{} {subject}", school.class_name(line.class)));
    }
    parts.extend(audience.activity.and_then(|id| school.activities().get(&id)).map(|row| row.name.clone()));
    parts.extend(audience.chat.and_then(|id| school.chats().get(&id)).map(|row| row.name.clone()));
    if !audience.people.is_empty() {
        parts.push(msg::paper_audience_people(lang, audience.people.len() as u64));
    }
    parts.join("; ")
}

fn audience_group(lang: Lang, group: AudienceGroup) -> String {
    msg::paper_audience_group(
        lang,
        match group {
            AudienceGroup::Administration => "administration",
            AudienceGroup::Pedagogues => "pedagogues",
            AudienceGroup::Staff => "staff",
            AudienceGroup::Students => "students",
            AudienceGroup::Parents => "parents",
        },
    )
}

/// The groups that a channel is for.
#[must_use]
pub fn audience_groups(lang: Lang, groups: &std::collections::BTreeSet<AudienceGroup>) -> String {
    groups.iter().map(|group| audience_group(lang, *group)).collect::<Vec<_>>().join(", ")
}

/// How far a finding of a check is.
#[must_use]
pub fn finding_state(lang: Lang, state: &FindingState) -> String {
    let (state, on) = match state {
        FindingState::Open => ("open", None),
        FindingState::Fixed { on, .. } => ("fixed", Some(on)),
        FindingState::Verified { on, .. } => ("verified", Some(on)),
    };
    msg::paper_finding_state(lang, &on.map(|on| date::short(*on)).unwrap_or_default(), state)
}

/// How far a chat is.
#[must_use]
pub fn chat_state(lang: Lang, state: &ChatState) -> String {
    let (state, on) = match state {
        ChatState::NotRequired { .. } => ("not-required", None),
        ChatState::Created { on } => ("created", Some(on)),
        ChatState::Active { since } => ("active", Some(since)),
        ChatState::ReadOnly { on } => ("read-only", Some(on)),
        ChatState::Archived { on } => ("archived", Some(on)),
    };
    msg::paper_chat_state(lang, &on.map(|on| date::short(*on)).unwrap_or_default(), state)
}
