//! A merge on the desk: the questions with both values, who wrote them and when, and what a person decides.

use super::wire::{Act, Body, Field, Kind, Part, Row, Sheet, Table, badge, noted};
use super::{Desk, Held, Reply, Room, Told, Way};
use crate::domain::{RecordKind, School};
use crate::json;
use crate::snapshot::{self, Decision, Merge, NoAncestor, Relation, Side, Spot, Version};
use crate::text::{self, Lang, msg};
use crate::view::difference::Shown;
use crate::view::merge::entry::{self, Entry, Shape};
use crate::view::merge::{ConflictRow, Decided, Hand, Question};
use crate::view::page::Tone;
use crate::view::{merge as shown, snapshots};

impl Desk {
    /// Begins the merge of a file into the open plan; where no ancestor is left, of all records of both.
    pub(super) fn begin_merge(&self, held: &Held) -> Option<Merge> {
        let (workspace, lineage) = self.plan.as_ref()?;
        let (theirs, their_lineage) = (held.opened.workspace(), held.opened.lineage());
        let mine = Side { workspace, lineage };
        let other = Side { workspace: &theirs, lineage: &their_lineage };
        match snapshot::merge(mine, other, &held.name) {
            Ok(merge) => Some(merge),
            Err(NoAncestor::Apart | NoAncestor::Trimmed { .. }) => Some(snapshot::union(mine, other, &held.name)),
        }
    }

    /// Whether the plans still know their common ancestor.
    fn has_ancestor(&self, held: &Held) -> bool {
        let Some((workspace, lineage)) = self.plan.as_ref() else { return false };
        let (theirs, their_lineage) = (held.opened.workspace(), held.opened.lineage());
        let mine = Side { workspace, lineage };
        snapshot::merge(mine, Side { workspace: &theirs, lineage: &their_lineage }, "").is_ok()
    }

    pub(super) fn merging(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        let school = self.school();
        let (verb, about) = told.split();
        if verb == "merge" {
            let is_other = self
                .proposal()
                .is_none_or(|proposal| proposal.relation == Relation::OtherSchool || !snapshots::may_open(&proposal));
            // A file of another school is never merged, whatever the page said.
            if is_other {
                reply.failed = msg::desk_other_school(room.lang).into();
                return;
            }
            if let Some(merge) = self.held.as_ref().and_then(|held| self.begin_merge(held)) {
                self.way = Way::Merged(Box::new(merge));
            }
            return;
        }
        if verb == "finish" {
            self.finish(room, reply);
            return;
        }
        let Way::Merged(merge) = &mut self.way else { return };
        match verb {
            "all" => {
                let (side, kind) = about.split_once(' ').unwrap_or((about, ""));
                let side = if side == "mine" { Version::Mine } else { Version::Theirs };
                let kind: Option<RecordKind> = json::read(&json::text(&kind)).ok();
                // A question about a rule may come up again in other words once the first is answered.
                for _ in 0..4 {
                    let review = merge.review(&school, room.today());
                    if merge.decide_all(&review, kind, side) == 0 {
                        break;
                    }
                }
            }
            _ => {
                let Some(spot) = told.about::<Spot>() else { return };
                decide(room, merge, &school, verb, spot, told, reply);
            }
        }
    }

    fn finish(&mut self, room: &Room, reply: &mut Reply) {
        let (Way::Merged(merge), Some((workspace, _)), Some(held)) = (&self.way, &self.plan, &self.held) else {
            return;
        };
        let command = match merge.finish(workspace, room.today()) {
            Ok(command) => command,
            Err(unresolved) => {
                reply.failed = text::refusal::sentence(room.lang, &unresolved.into());
                return;
            }
        };
        let (source, theirs) = (held.name.clone(), held.opened.lineage());
        if self.carry_out(room, &command, true, |own| own.after_merging(&theirs), reply) {
            reply.said = msg::desk_merged(room.lang, &source);
            self.clear(reply);
        }
    }

    pub(super) fn merge_parts(&self, room: &Room, merge: &Merge, sheet: &mut Sheet) {
        let lang = room.lang;
        let view = shown::view(merge, &self.school(), room.today());
        let waits = (view.open > 0).then(|| msg::desk_merge_waits(lang, view.open as u64));
        let (mine, theirs) = (room.number(merge.mine_since), room.number(merge.theirs_since));
        let facts = vec![
            (msg::preview_file(lang).to_owned(), view.source.clone()),
            (msg::desk_merge_since(lang).to_owned(), msg::desk_merge_acts(lang, &mine, &theirs)),
            (msg::desk_merge_changes(lang).to_owned(), room.number(view.changes)),
            (msg::desk_merge_questions(lang).to_owned(), room.number(view.rows.len())),
            (msg::desk_merge_open(lang).to_owned(), room.number(view.open)),
        ];
        sheet.parts.push(
            Part::new("merge", msg::desk_merge_title(lang, &view.source), Body::Facts(facts))
                .note(msg::preview_safety(lang))
                .acts(vec![
                    Act::new("finish", msg::desk_merge_finish(lang), "finish").main().refused(waits),
                    Act::new("away", msg::desk_away(lang), "away"),
                ]),
        );
        if self.held.as_ref().is_some_and(|held| !self.has_ancestor(held)) {
            sheet.parts.push(Part::notice("union", Tone::Warning, msg::desk_merge_union(lang)));
        }
        let areas = view.areas.iter().map(|area| {
            let kind = json::word(&area.kind);
            let acts = if area.open > 0 {
                vec![
                    Act::new("all-mine", msg::desk_all_mine(lang), format!("all mine {kind}")),
                    Act::new("all-theirs", msg::desk_all_theirs(lang), format!("all theirs {kind}")),
                ]
            } else {
                Vec::new()
            };
            let number = |number: usize| (room.number(number), String::new(), None);
            let name = noted(text::kind::one(lang, area.kind), "");
            Row { key: kind, cells: vec![name, number(area.changes), number(area.questions), number(area.open)], acts }
        });
        let areas = Table {
            name: msg::desk_merge_areas(lang).to_owned(),
            columns: vec![
                (msg::preview_kind(lang).to_owned(), false),
                (msg::desk_merge_changes(lang).to_owned(), true),
                (msg::desk_merge_questions(lang).to_owned(), true),
                (msg::desk_merge_open(lang).to_owned(), true),
            ],
            rows: areas.collect(),
            bulk: Vec::new(),
            empty: msg::preview_same(lang).to_owned(),
        };
        sheet.parts.push(Part::new("areas", msg::desk_merge_areas(lang), Body::Table(areas)));
        let heads = [
            msg::field_record(lang),
            msg::desk_merge_base(lang),
            msg::desk_merge_mine(lang),
            msg::desk_merge_theirs(lang),
            msg::desk_line_state(lang),
        ];
        let table = Table {
            name: msg::desk_merge_questions(lang).to_owned(),
            columns: heads.map(|head| (head.to_owned(), false)).into(),
            rows: view.rows.iter().map(|row| question(room, row)).collect(),
            bulk: Vec::new(),
            empty: msg::desk_merge_nothing(lang).to_owned(),
        };
        sheet.parts.push(Part::new("questions", msg::desk_merge_questions(lang), Body::Table(table)).acts(
            if view.open > 0 {
                vec![
                    Act::new("every-mine", msg::desk_all_mine(lang), "all mine"),
                    Act::new("every-theirs", msg::desk_all_theirs(lang), "all theirs"),
                ]
            } else {
                Vec::new()
            },
        ));
    }
}

fn decide(room: &Room, merge: &mut Merge, school: &School, verb: &str, spot: Spot, told: &Told, reply: &mut Reply) {
    let decision = match verb {
        "mine" => Decision::Mine,
        "theirs" => Decision::Theirs,
        "edit" => {
            let review = merge.review(school, room.today());
            let Some(asked) = review.conflicts.iter().find(|asked| asked.spot == spot) else { return };
            match entry::read(asked, |part| told.value(&field_of(part))) {
                Ok(value) => Decision::Edited(value),
                Err(part) => {
                    reply.fault(&field_of(&part), msg::desk_edit_unfit(room.lang));
                    return;
                }
            }
        }
        _ => {
            merge.reopen(&spot);
            return;
        }
    };
    if merge.decide(spot, decision).is_err() {
        reply.failed = msg::desk_edit_unfit(room.lang).into();
    }
}

/// The field of the form in which a part of an own value is written.
fn field_of(part: &str) -> String {
    if part.is_empty() { "value".to_owned() } else { format!("value-{}", part.replace('.', "-")) }
}

fn ask(lang: Lang, entry: &Entry) -> Field {
    let choices = || {
        let named = entry.choices.iter().map(|(key, shown)| (key.clone(), text::field::value(lang, shown)));
        let mut choices: Vec<(String, String)> = named.collect();
        crate::order::by_cached_key(&mut choices, |(_, name)| name.clone());
        choices
    };
    let kind = match entry.shape {
        Shape::Text | Shape::Lines => Kind::Long,
        Shape::Day => Kind::Day,
        Shape::Number | Shape::Hours => Kind::Text,
        Shape::Several => Kind::Many(choices()),
        Shape::Choice => {
            let none = (String::new(), msg::field_absent(lang).to_owned());
            Kind::Choice([none].into_iter().chain(choices()).collect())
        }
    };
    let start = match (entry.shape, entry.start.parse()) {
        (Shape::Hours, Ok(hundredths)) => text::field::value(lang, &Shown::Hours(hundredths)),
        _ => entry.start.clone(),
    };
    let hint = if entry.shape == Shape::Lines { msg::desk_edit_lines(lang) } else { "" };
    Field::new(&field_of(&entry.part), text::field::name(lang, &entry.path), kind).value(start).hint(hint)
}

fn question(room: &Room, row: &ConflictRow) -> Row {
    let lang = room.lang;
    let spot = json::text(&row.spot);
    let asked = match &row.question {
        Question::Field(path) => text::field::name(lang, path),
        Question::RemovedHere => msg::desk_removed_here(lang).to_owned(),
        Question::RemovedThere => msg::desk_removed_there(lang).to_owned(),
        Question::Rule(refusal) => text::refusal::sentence(lang, refusal),
    };
    let because = if row.because.is_empty() || matches!(row.question, Question::Field(_)) {
        String::new()
    } else {
        format!(": {}", row.because.join(", "))
    };
    let kind = text::kind::one(lang, row.spot.key.kind);
    let value = |value: &Option<Shown>| text::field::value(lang, value.as_ref().unwrap_or(&Shown::Absent));
    let (state, tone) = match row.decided {
        Decided::Open => (msg::desk_state_open(lang), Tone::Warning),
        Decided::NotEnough => (msg::desk_state_not_enough(lang), Tone::Error),
        Decided::Mine => (msg::desk_state_mine(lang), Tone::Success),
        Decided::Theirs => (msg::desk_state_theirs(lang), Tone::Success),
        Decided::Edited => (msg::desk_state_edited(lang), Tone::Success),
    };
    let cells = vec![
        noted(row.caption.clone(), format!("{kind} · {asked}{because}")),
        noted(value(&row.base), ""),
        noted(value(&row.mine), hand(room, lang, &row.mine_by)),
        noted(value(&row.theirs), hand(room, lang, &row.theirs_by)),
        badge(state, tone),
    ];
    let mut acts = vec![
        Act::new("mine", msg::desk_take_mine(lang), format!("mine {spot}")),
        Act::new("theirs", msg::desk_take_theirs(lang), format!("theirs {spot}")),
    ];
    if !row.entries.is_empty() {
        let fields = row.entries.iter().map(|entry| ask(lang, entry)).collect();
        let edit = Act::new("edit", msg::desk_edit(lang), format!("edit {spot}"));
        acts.push(edit.asking(msg::desk_edit_hint(lang), fields));
    }
    if !matches!(row.decided, Decided::Open) {
        acts.push(Act::new("reopen", msg::desk_reopen(lang), format!("reopen {spot}")));
    }
    Row { key: spot, cells, acts }
}

fn hand(room: &Room, lang: Lang, hand: &Hand) -> String {
    match hand {
        Some((author, at)) => {
            let name = snapshots::author(author);
            let name = if name.is_empty() { msg::preview_author_unknown(lang).to_owned() } else { name };
            format!("{name}, {}", room.time(*at))
        }
        None => String::new(),
    }
}
