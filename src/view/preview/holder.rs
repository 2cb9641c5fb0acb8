//! A typical holder of a role: what the text says, what is due when, which chats, and the answer of every row.

use super::own::tone;
use super::paper;
use crate::document::{Form as Paper, Subject};
use crate::plan::duty;
use crate::regulation::{
    Basis, Cell as MatrixCell, Interpretations, MemberSet, Outcome, Regulation, RoleId, Verdict, decide_role,
};
use crate::text::{self, decision, msg};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Page, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// The roles of an edition that rest on such records.
#[must_use]
pub fn roles_of(regulation: &Regulation, basis: Basis) -> Vec<RoleId> {
    regulation.roles().iter().filter(|role| role.basis == basis).map(|role| role.id.clone()).collect()
}

fn table(name: &str, columns: &[(&str, ColumnKind)], rows: Vec<Row>, empty: &str) -> Body {
    let columns = columns.iter().map(|(label, kind)| Column { label: (*label).to_owned(), kind: *kind }).collect();
    Body::Table(Table { name: name.to_owned(), columns, rows, bulk: Vec::new(), empty: empty.to_owned() })
}

fn row(key: String, cells: Vec<Cell>) -> Row {
    Row { key, cells, acts: Vec::new() }
}

/// The page of a typical holder.
pub fn page(room: &Room, basis: Basis) -> Page {
    let lang = room.lang;
    let roles = roles_of(room.regulation, basis);
    let memo = match basis {
        Basis::ClassTeacher => Some(Paper::ClassTeacherMemo),
        Basis::SubjectTeacher | Basis::ExtraEducator => Some(Paper::TeacherMemo),
        Basis::Student => Some(Paper::StudentMemo),
        Basis::Parent => Some(Paper::ParentMemo),
        Basis::Head | Basis::Administration | Basis::PlatformAdmin | Basis::AdditionalAdmin => None,
    };
    let memo = memo.map(|form| paper("own-memo", msg::eyes_memo(lang), form, &Subject::default()));
    Page {
        title: decision::capitalized(&decision::role_list(lang, room.regulation, &roles)),
        lead: msg::eyes_typical_lead(lang).to_owned(),
        up: Some((Route::Roles.to_string(), msg::nav_roles(lang).to_owned())),
        acts: memo.into_iter().collect::<Vec<Button>>(),
        sections: vec![clauses(room, &roles), duties(room, &roles), chats(room, basis), answers(room, &roles)],
        ..Page::default()
    }
}

/// What the text says to the role: the clauses that name it first among those who act.
fn clauses(room: &Room, roles: &[RoleId]) -> Section {
    let lang = room.lang;
    let told = room.regulation.clauses().filter(|(_, clause)| {
        let is_of_users = clause.id.section() == 3 && clause.actors.iter().any(|actor| roles.contains(actor));
        !clause.absent && (is_of_users || clause.actors.first().is_some_and(|actor| roles.contains(actor)))
    });
    let rows = told.map(|(_, clause)| {
        let condition = clause.condition.map(|condition| decision::condition(lang, condition)).unwrap_or_default();
        row(
            clause.id.to_string(),
            vec![
                Cell::link(clause.id.to_string(), Route::Clause(clause.id)),
                Cell::text(decision::said(lang, &clause.text)).note(condition),
            ],
        )
    });
    let columns = [(msg::control_clause(lang), ColumnKind::Text), (msg::eyes_says(lang), ColumnKind::Text)];
    let body = table(msg::eyes_clauses(lang), &columns, rows.collect(), msg::eyes_no_clauses(lang));
    Section::new("role-clauses", msg::eyes_clauses(lang), body)
}

/// What is due in the year of whoever holds the role.
fn duties(room: &Room, roles: &[RoleId]) -> Section {
    let lang = room.lang;
    let all = duty::duties(room.school, room.index, room.plan, room.regulation, room.context.today);
    let own = all.iter().filter(|entry| entry.duty.roles.iter().any(|role| roles.contains(role)));
    let rows = own.map(|entry| {
        let from = msg::duties_from(lang, &text::date::short(entry.from));
        let clause = entry.duty.clause;
        row(
            format!("{}:{}", entry.duty.id, entry.from),
            vec![
                Cell::day(Some(entry.to)).note(from),
                Cell::text(decision::said(lang, &entry.duty.title)),
                Cell::link(clause.to_string(), Route::Clause(clause)),
                Cell::badge(text::duty::state(lang, entry.state), tone(entry.state)),
            ],
        )
    });
    let columns = [
        (msg::duties_until(lang), ColumnKind::Day),
        (msg::duties_what(lang), ColumnKind::Text),
        (msg::control_clause(lang), ColumnKind::Text),
        (msg::eyes_duty_of_all(lang), ColumnKind::Text),
    ];
    let body = table(msg::duties_file(lang), &columns, rows.collect(), msg::eyes_no_duties(lang));
    Section::new("role-duties", msg::eyes_duties(lang), body)
}

/// Whether people of a set are holders of a basis.
const fn is_of(set: MemberSet, basis: Basis) -> bool {
    match set {
        MemberSet::Head => matches!(basis, Basis::Head),
        MemberSet::Deputies => matches!(basis, Basis::Administration),
        MemberSet::Administration => basis.is_administration(),
        MemberSet::Pedagogues => basis.is_pedagogue(),
        MemberSet::ParentActivists | MemberSet::ClassParents => matches!(basis, Basis::Parent),
        MemberSet::StudentActivists
        | MemberSet::ClassStudents
        | MemberSet::LineStudents
        | MemberSet::ActivityStudents => matches!(basis, Basis::Student),
        MemberSet::Homeroom => matches!(basis, Basis::ClassTeacher),
        MemberSet::ClassTeachers => matches!(basis, Basis::SubjectTeacher | Basis::ExtraEducator),
        MemberSet::LineTeachers => matches!(basis, Basis::SubjectTeacher),
        MemberSet::ActivityLeader => matches!(basis, Basis::ExtraEducator),
    }
}

/// The chats that a holder keeps, and those a holder is in.
fn chats(room: &Room, basis: Basis) -> Section {
    let lang = room.lang;
    let rows = room.regulation.chat_rules().iter().filter_map(|rule| {
        let keeps = is_of(rule.owner, basis);
        let belongs = rule.members.iter().any(|set| is_of(*set, basis));
        (keeps || belongs).then(|| {
            let part = if keeps { msg::eyes_chat_keeps(lang) } else { msg::eyes_chat_belongs(lang) };
            let duty =
                if rule.is_required { msg::register_chat_required(lang) } else { msg::register_chat_allowed(lang) };
            let tone = if rule.is_required && keeps { Tone::Info } else { Tone::Plain };
            row(
                rule.id.0.clone(),
                vec![
                    Cell::text(decision::said(lang, &rule.title)),
                    Cell::link(rule.clause.to_string(), Route::Clause(rule.clause)),
                    Cell::text(part),
                    Cell::badge(duty, tone),
                ],
            )
        })
    });
    let columns = [
        (msg::chats_column_chat(lang), ColumnKind::Text),
        (msg::control_clause(lang), ColumnKind::Text),
        (msg::eyes_part(lang), ColumnKind::Text),
        (msg::control_state(lang), ColumnKind::Text),
    ];
    let body = table(msg::nav_chats(lang), &columns, rows.collect(), msg::eyes_no_chats(lang));
    Section::new("role-chats", msg::nav_chats(lang), body)
}

/// The answer of every row, with its clauses and limits, and who can where the role cannot.
fn answers(room: &Room, roles: &[RoleId]) -> Section {
    let lang = room.lang;
    let interpretations = Interpretations::of(room.school, room.index.day);
    let rows = room.regulation.actions().iter().filter_map(|action| {
        let decided =
            roles.iter().filter_map(|role| decide_role(room.regulation, &interpretations, role, action.number));
        let best = decided.max_by_key(|decision| (decision.verdict, decision.permitted))?;
        let ground = best.grounds.first();
        let clauses = ground.map_or(&action.clauses, |ground| &ground.clauses);
        let limits = ground.into_iter().flat_map(|ground| &ground.checks);
        let limits = limits.filter(|check| check.outcome == Outcome::NotAsked);
        let limits: Vec<&str> = limits.map(|check| decision::predicate(lang, check.predicate)).collect();
        let cell: Option<&MatrixCell> = roles.first().and_then(|role| action.cell(role));
        let settled = ground.and_then(|ground| decision::settled(lang, ground.settled, ground.inherited));
        let instead = decision::role_list(lang, room.regulation, &best.instead);
        let who = if best.permitted {
            String::new()
        } else if instead.is_empty() {
            msg::why_nobody(lang).to_owned()
        } else {
            decision::capitalized(&instead)
        };
        let address = cell.map(|cell| crate::view::why::cell_address(action.number, &cell.role));
        let name = format!("{}. {}", action.number, decision::said(lang, &action.name));
        Some(row(
            action.number.to_string(),
            vec![
                Cell { href: address, ..Cell::text(name) }.note(decision::area(lang, action.area)),
                Cell::badge(decision::verdict(lang, best.verdict), tone_of(best.verdict))
                    .note(settled.unwrap_or_default()),
                Cell::text(decision::clause_list(clauses)),
                Cell::text(limits.join("; ")),
                Cell::text(who),
            ],
        ))
    });
    let columns = [
        (msg::roles_action_column(lang), ColumnKind::Text),
        (msg::rights_column_answer(lang), ColumnKind::Text),
        (msg::rights_column_clauses(lang), ColumnKind::Text),
        (msg::rights_column_scope(lang), ColumnKind::Text),
        (msg::rights_column_instead(lang), ColumnKind::Text),
    ];
    let body = table(msg::rights_table(lang), &columns, rows.collect(), "");
    Section::new("role-answers", msg::rights_table(lang), body)
}

/// What an answer looks like. Nothing here is red: the text forbids nothing.
pub const fn tone_of(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Duty | Verdict::DutyIfNeeded => Tone::Info,
        Verdict::Allowed | Verdict::Right => Tone::Success,
        Verdict::Unsettled => Tone::Warning,
        Verdict::NotGranted => Tone::Plain,
    }
}
