//! What acts of the journal are called.

use crate::domain::{Entry, Label, RecordKind, Step, Verb};
use crate::regulation::Regulation;

use super::{Lang, decision, document, kind, msg};

/// Names an act: «Изменено: человек · Орлова Нина Андреевна».
#[must_use]
pub fn name(lang: Lang, regulation: &Regulation, label: &Label) -> String {
    let what = kind::one(lang, label.kind);
    let count = u64::from(label.count);
    let subject = || subject(lang, regulation, label);
    match label.verb {
        Verb::Add => with_subject(msg::act_add(lang, what), &subject()),
        Verb::Edit => with_subject(msg::act_edit(lang, what), &subject()),
        Verb::Remove => with_subject(msg::act_remove(lang, what), &subject()),
        Verb::CreateClasses => msg::act_create_classes(lang, count, &label.subject),
        Verb::ChangeClass => msg::act_change_class(lang, &label.subject),
        Verb::AssignHomeroom => msg::act_assign_homeroom(lang, &label.subject),
        Verb::ImportRoster => msg::act_import_roster(lang, count, &label.subject),
        Verb::OpenSnapshot => msg::act_open_snapshot(lang, count, &label.subject),
        Verb::MergePlan => msg::act_merge_plan(lang, count, &label.subject),
        Verb::OpenDemo => msg::act_open_demo(lang).to_owned(),
        other => with_subject(said(lang, other).to_owned(), &subject()),
    }
}

/// What an act of an area is called; the subject stands behind it.
fn said(lang: Lang, verb: Verb) -> &'static str {
    match verb {
        // These have sentences of their own above.
        Verb::Add
        | Verb::Edit
        | Verb::Remove
        | Verb::CreateClasses
        | Verb::ChangeClass
        | Verb::AssignHomeroom
        | Verb::ImportRoster
        | Verb::OpenSnapshot
        | Verb::MergePlan
        | Verb::OpenDemo => "",
        Verb::IssueInvites => msg::verb_issue_invites(lang),
        Verb::LinkInvites => msg::verb_link_invites(lang),
        Verb::CloseInvites => msg::verb_close_invites(lang),
        Verb::ExcuseStatus => msg::verb_excuse_status(lang),
        Verb::SendInvites => msg::verb_send_invites(lang),
        Verb::UseInvite => msg::verb_use_invite(lang),
        Verb::ExpireInvites => msg::verb_expire_invites(lang),
        Verb::SupersedeInvite => msg::verb_supersede_invite(lang),
        Verb::RevokeInvite => msg::verb_revoke_invite(lang),
        Verb::SweepInvites => msg::verb_sweep_invites(lang),
        Verb::ReRole => msg::verb_re_role(lang),
        Verb::ApproveRequest => msg::verb_approve_request(lang),
        Verb::DeclineRequest => msg::verb_decline_request(lang),
        Verb::AskRequest => msg::verb_ask_request(lang),
        Verb::WithdrawRequest => msg::verb_withdraw_request(lang),
        Verb::ConfirmStatus => msg::verb_confirm_status(lang),
        Verb::RejectStatus => msg::verb_reject_status(lang),
        Verb::RequireStatus => msg::verb_require_status(lang),
        Verb::SubmitStatus => msg::verb_submit_status(lang),
        Verb::Appoint => msg::verb_appoint(lang),
        Verb::EndAppointment => msg::verb_end_appointment(lang),
        Verb::RecordMovement => msg::verb_record_movement(lang),
        Verb::Rollover => msg::verb_rollover(lang),
        Verb::Tick => msg::verb_tick(lang),
        Verb::Untick => msg::verb_untick(lang),
        Verb::CreateChats => msg::verb_create_chats(lang),
        Verb::ChangeChat => msg::verb_change_chat(lang),
        Verb::CloseChats => msg::verb_close_chats(lang),
        Verb::ExcuseChat => msg::verb_excuse_chat(lang),
        Verb::ExceptMember => msg::verb_except_member(lang),
        Verb::Reconcile => msg::verb_reconcile(lang),
        Verb::CreateChannel => msg::verb_create_channel(lang),
        Verb::ChangeChannel => msg::verb_change_channel(lang),
        Verb::SubmitMaterial => msg::verb_submit_material(lang),
        Verb::ReturnMaterial => msg::verb_return_material(lang),
        Verb::AcceptMaterial => msg::verb_accept_material(lang),
        Verb::PlanPublication => msg::verb_plan_publication(lang),
        Verb::ReadyPublication => msg::verb_ready_publication(lang),
        Verb::Publish => msg::verb_publish(lang),
        Verb::CancelPublication => msg::verb_cancel_publication(lang),
        Verb::PlanEvent => msg::verb_plan_event(lang),
        Verb::RehearseEvent => msg::verb_rehearse_event(lang),
        Verb::HoldEvent => msg::verb_hold_event(lang),
        Verb::CancelEvent => msg::verb_cancel_event(lang),
        Verb::Reopen => msg::verb_reopen(lang),
        Verb::OpenTicket => msg::verb_open_ticket(lang),
        Verb::AnswerTicket => msg::verb_answer_ticket(lang),
        Verb::CloseTicket => msg::verb_close_ticket(lang),
        Verb::Escalate => msg::verb_escalate(lang),
        Verb::SendCase => msg::verb_send_case(lang),
        Verb::CloseCase => msg::verb_close_case(lang),
        Verb::AnswerCase => msg::verb_answer_case(lang),
        Verb::WriteFaq => msg::verb_write_faq(lang),
        Verb::EnterStatistics => msg::verb_enter_statistics(lang),
        Verb::SubmitReport => msg::verb_submit_report(lang),
        Verb::WithdrawReport => msg::verb_withdraw_report(lang),
        Verb::RecordCheck => msg::verb_record_check(lang),
        Verb::FixFinding => msg::verb_fix_finding(lang),
        Verb::VerifyFinding => msg::verb_verify_finding(lang),
        Verb::ApproveEdition => msg::verb_approve_edition(lang),
        Verb::AdoptEdition => msg::verb_adopt_edition(lang),
        Verb::WithdrawApproval => msg::verb_withdraw_approval(lang),
        Verb::Interpret => msg::verb_interpret(lang),
        Verb::Acknowledge => msg::verb_acknowledge(lang),
        Verb::SignDocument => msg::verb_sign_document(lang),
        Verb::Migrate => msg::verb_migrate(lang),
        Verb::Attest => msg::verb_attest(lang),
        Verb::SendApplication => msg::verb_send_application(lang),
        Verb::AnswerApplication => msg::verb_answer_application(lang),
        Verb::RegisterAdministrator => msg::verb_register_administrator(lang),
        Verb::ApproveStructure => msg::verb_approve_structure(lang),
        Verb::SetConsent => msg::verb_set_consent(lang),
        Verb::Choose => msg::verb_choose(lang),
    }
}

/// Tells that an entry was made: an act, an undo, a redo.
#[must_use]
pub fn done(lang: Lang, regulation: &Regulation, entry: &Entry) -> String {
    let name = name(lang, regulation, &entry.label);
    match entry.step {
        Step::Act => name,
        Step::Undo(_) => msg::act_undone(lang, &name),
        Step::Redo(_) => msg::act_redone(lang, &name),
    }
}

/// What an act was about; the school's choice on a cell and a document by their names, not by their keys.
fn subject(lang: Lang, regulation: &Regulation, label: &Label) -> String {
    if label.kind == RecordKind::IssuedDocument {
        return document::caption(lang, &label.subject);
    }
    let question = (label.kind == RecordKind::Interpretation)
        .then(|| decision::question(lang, regulation, &label.subject))
        .flatten();
    question.unwrap_or_else(|| label.subject.clone())
}

fn with_subject(what: String, subject: &str) -> String {
    if subject.is_empty() { what } else { format!("{what} · {subject}") }
}
