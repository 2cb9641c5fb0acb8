//! Opening a file as a proposal: what is in it, what it would change; replaced, taken line by line, or only looked at.

use std::collections::BTreeSet;

use super::wire::{Act, Body, Field, Kind, Part, Row, Sheet, Table, badge, noted, words};
use super::{Become, Desk, Held, Reply, Room, Told, Way};
use crate::domain::{Change, Changes, Command, Draft, Joined, RecordKey, RecordKind, School, Workspace, links};
use crate::json;
use crate::snapshot::{self, Difference, Lineage, Opened, Proposal, Relation, Warning, newly_broken};
use crate::text::{self, msg};
use crate::view::difference::{self, Way as Change_};
use crate::view::page::Tone;
use crate::view::snapshots;

/// Rows of differences that are shown at once; the file and the filters give the rest.
const SHOWN: usize = 500;
/// Fields that a row tells one by one.
const TOLD: usize = 12;

impl Desk {
    /// What the file on the desk is to the open plan.
    pub(super) fn proposal(&self) -> Option<Proposal> {
        let held = self.held.as_ref()?;
        let empty = (Workspace::default(), Lineage::default());
        let (workspace, lineage) = self.plan.as_ref().unwrap_or(&empty);
        let file = if held.is_altered {
            Err(snapshot::Unreadable::Altered(Box::new(held.opened.clone())))
        } else {
            Ok(held.opened.clone())
        };
        snapshot::propose(workspace, lineage, &held.name, file).ok()
    }

    pub(super) fn open_sheet(&self, room: &Room, sheet: &mut Sheet) {
        self.obstacles(room, sheet);
        let (Some(held), Some(proposal)) = (&self.held, self.proposal()) else { return };
        match &self.way {
            Way::Merged(merge) => self.merge_parts(room, merge, sheet),
            Way::ByLine(accepted) => self.line_parts(room, &proposal, accepted, sheet),
            Way::Proposed => self.proposal_parts(room, held, &proposal, sheet),
        }
    }

    fn proposal_parts(&self, room: &Room, held: &Held, proposal: &Proposal, sheet: &mut Sheet) {
        let lang = room.lang;
        let mut facts = file_facts(room, &held.opened, &held.name);
        facts.push((
            msg::preview_relation(lang).to_owned(),
            text::snapshot::relation(lang, proposal.relation).to_owned(),
        ));
        sheet.parts.push(
            Part::new("file", msg::preview_title(lang), Body::Facts(facts))
                .note(msg::preview_safety(lang))
                .acts(ways(room, proposal)),
        );
        for (at, warning) in proposal.warnings.iter().enumerate() {
            let id = format!("warning-{at}");
            sheet.parts.push(Part::notice(&id, Tone::Warning, text::snapshot::warning(lang, warning)));
        }
        if proposal.difference.is_empty() {
            sheet.parts.push(Part::notice("same", Tone::Info, msg::preview_same(lang)));
            return;
        }
        let school = self.school();
        counts_part(room, &snapshots::counts(proposal, &school), sheet);
        difference_parts(room, &proposal.difference, &school, &held.opened.school, sheet);
    }

    pub(super) fn school(&self) -> School {
        self.plan.as_ref().map(|(plan, _)| plan.school().clone()).unwrap_or_default()
    }

    /// Makes the plan equal to the file.
    pub(super) fn replace(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        let Some(proposal) = self.proposal() else { return };
        if !snapshots::may_open(&proposal) {
            reply.failed = msg::preview_dangling_stop(room.lang).into();
            return;
        }
        if let Some(number) = proposal.number_to_type()
            && told.value("number").trim() != number.to_string()
        {
            reply.fault("number", msg::preview_type_wrong(room.lang, &number.to_string()));
            return;
        }
        if let Some((workspace, lineage)) = snapshots::whole(&proposal) {
            reply.plan_bytes = Some(snapshot::base(&workspace, &lineage));
            reply.plan = Some(Become::Own);
            reply.said = msg::preview_opened(room.lang, &proposal.source);
            self.plan = Some((workspace, lineage));
            self.clear(reply);
            return;
        }
        let Some((workspace, _)) = &self.plan else { return };
        let command = match proposal.command(workspace) {
            Ok(command) => command,
            Err(refusal) => {
                reply.failed = text::refusal::sentence(room.lang, &refusal);
                return;
            }
        };
        let file = proposal.opened.snapshot.clone();
        if self.carry_out(room, &command, true, |own| own.after_opening(&file), reply) {
            reply.said = msg::preview_opened(room.lang, &proposal.source);
            self.clear(reply);
        }
    }

    /// Gives the file's plan to be looked at; nothing can be changed in it.
    pub(super) fn look(&self, room: &Room, told: &Told, reply: &mut Reply) {
        let held = match told.split().1 {
            "verified" => self.verified.as_ref().and_then(|verified| verified.held.as_ref()),
            _ => self.held.as_ref(),
        };
        let Some(held) = held else { return };
        let workspace = held.opened.workspace();
        reply.plan_bytes = Some(snapshot::base(&workspace, &held.opened.lineage()));
        let when = room.time(held.opened.snapshot.at);
        reply.plan = Some(Become::LookedAt(format!("{} · {when}", held.name)));
    }

    fn line_parts(&self, room: &Room, proposal: &Proposal, accepted: &BTreeSet<String>, sheet: &mut Sheet) {
        let lang = room.lang;
        let school = self.school();
        let theirs = &proposal.opened.school;
        let number = accepted.len() as u64;
        let refused = accepted.is_empty().then(|| msg::desk_lines_none(lang).to_owned());
        let narrowed = Narrowed::of(room, &proposal.difference);
        narrowed.filters(room, &proposal.difference, sheet);
        let note = msg::desk_lines_text(lang);
        let note = narrowed.note(room).map_or(note.to_owned(), |more| format!("{note} {more}"));
        let rows = difference::rows(narrowed.shown(), &school, theirs);
        let rows = rows.into_iter().zip(narrowed.shown()).map(|(row, change)| {
            let key = json::text(&change.key());
            let is_taken = accepted.contains(&key);
            let mut told = line(room, row);
            told.key.clone_from(&key);
            told.cells.push(if is_taken {
                badge(msg::desk_line_accepted(lang), Tone::Success)
            } else {
                words(msg::desk_line_left(lang))
            });
            told
        });
        let mut columns = heads(room);
        columns.push((msg::desk_line_state(lang).to_owned(), false));
        let table = Table {
            name: msg::preview_differences(lang).to_owned(),
            columns,
            rows: rows.collect(),
            bulk: vec![
                Act::new("accept", msg::desk_line_accept(lang), "accept").main(),
                Act::new("unaccept", msg::desk_line_leave(lang), "unaccept"),
            ],
            empty: msg::preview_same(lang).to_owned(),
        };
        sheet.parts.push(
            Part::new("lines", msg::desk_lines_title(lang, &proposal.source), Body::Table(table)).note(note).acts(
                vec![
                    Act::new("take-lines", msg::desk_lines_take(lang, number), "take-lines").main().refused(refused),
                    Act::new(
                        "accept-all",
                        msg::desk_lines_accept_all(lang, &room.number(narrowed.fitting.len())),
                        "accept-all",
                    ),
                    Act::new("away", msg::desk_away(lang), "away"),
                ],
            ),
        );
    }

    pub(super) fn by_line(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        match (told.split().0, &mut self.way) {
            ("accept", Way::ByLine(accepted)) => accepted.extend(told.chosen.iter().cloned()),
            ("accept-all", Way::ByLine(_)) => {
                let Some(proposal) = self.proposal() else { return };
                let fitting = Narrowed::of(room, &proposal.difference).fitting;
                let keys = fitting.into_iter().map(|change| json::text(&change.key()));
                if let Way::ByLine(accepted) = &mut self.way {
                    accepted.extend(keys);
                }
            }
            ("unaccept", Way::ByLine(accepted)) => accepted.retain(|key| !told.chosen.contains(key)),
            ("take-lines", Way::ByLine(accepted)) => {
                let accepted = accepted.clone();
                self.take_lines(room, &accepted, reply);
            }
            _ => self.way = Way::ByLine(BTreeSet::new()),
        }
    }

    /// Takes over the records that were accepted, with those they need.
    fn take_lines(&mut self, room: &Room, accepted: &BTreeSet<String>, reply: &mut Reply) {
        let (Some(proposal), Some((workspace, _))) = (self.proposal(), &self.plan) else { return };
        let keys: BTreeSet<RecordKey> = accepted.iter().filter_map(|key| json::read(key).ok()).collect();
        let changes = match accepted_changes(workspace.school(), &proposal.difference, &keys) {
            Ok(changes) => changes,
            Err(refusal) => {
                reply.failed = text::refusal::sentence(room.lang, &refusal);
                return;
            }
        };
        if let Some(refusal) = newly_broken(workspace.school(), &proposal.opened.school, &changes, room.today()) {
            reply.failed = msg::desk_lines_break(room.lang, &text::refusal::sentence(room.lang, &refusal));
            return;
        }
        // What was left is no answer to the rest of the file: a later merge asks about it.
        let joined = Joined::default();
        let command = Command::MergePlan { source: proposal.source.clone(), changes, joined };
        if self.carry_out(room, &command, true, |own| own, reply) {
            reply.said = msg::desk_lines_done(room.lang, &proposal.source);
            self.clear(reply);
        }
    }

    /// The differences that are looked at, as a table for a spreadsheet: all of them, whatever the screen shows.
    pub(super) fn save_differences(&self, room: &Room, reply: &mut Reply) {
        let Some((difference, before, after)) = self.looked_at(room) else { return };
        let rows = difference::rows(difference.records.iter().map(|row| &row.change), &before, &after);
        let heads: Vec<String> = [
            msg::preview_kind(room.lang),
            msg::field_record(room.lang),
            msg::field_way(room.lang),
            msg::field_changes(room.lang),
        ]
        .map(str::to_owned)
        .into();
        let lines: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| {
                vec![
                    text::kind::one(room.lang, row.kind).to_owned(),
                    row.caption.clone(),
                    text::field::way(room.lang, row.way).to_owned(),
                    told_fields(room, &row, usize::MAX),
                ]
            })
            .collect();
        let all = std::iter::once(&heads).chain(&lines).map(|line| line.iter().map(String::as_str));
        let name = format!("{}_{}.csv", msg::desk_differences_file(room.lang), room.today());
        reply.file(name, "text/csv", crate::roster::write::csv(all).into_bytes());
    }
}

/// What can be done with the file.
fn ways(room: &Room, proposal: &Proposal) -> Vec<Act> {
    let lang = room.lang;
    let dangling = (!snapshots::may_open(proposal)).then(|| msg::preview_dangling_stop(lang).to_owned());
    let other = (proposal.relation == Relation::OtherSchool).then(|| msg::desk_other_school(lang).to_owned());
    let empty = (proposal.relation == Relation::IntoEmpty).then(|| msg::desk_into_empty(lang).to_owned());
    let altered = proposal.warnings.contains(&Warning::Altered).then(|| msg::desk_altered_merge(lang).to_owned());
    let stop = dangling.clone().or(other).or(empty).or(altered);
    let mut fields = Vec::new();
    let mut lead = msg::preview_safety(lang).to_owned();
    if proposal.relation == Relation::OtherSchool {
        lead = format!("{} {lead}", msg::warning_other_school(lang));
    }
    if let Some(number) = proposal.number_to_type() {
        let label = msg::preview_type_number(lang, &number.to_string());
        fields.push(Field::new("number", label, Kind::Text).required());
    }
    let replace = Act::new("replace", msg::desk_replace(lang), "replace").refused(dangling);
    let replace = if proposal.relation == Relation::IntoEmpty { replace.main() } else { replace.asking(lead, fields) };
    let is_diverged = proposal.relation != Relation::IntoEmpty;
    let merge = Act::new("merge", msg::desk_merge(lang), "merge").refused(stop.clone());
    vec![
        if is_diverged { merge.main() } else { merge },
        replace,
        Act::new("lines", msg::desk_lines(lang), "lines").refused(stop),
        Act::new("look", msg::desk_look(lang), "look"),
        Act::new("away", msg::desk_away(lang), "away"),
    ]
}

/// The changes of the accepted records. What an accepted record points to comes along; with a record that goes, go its
/// parts, and others forget it.
pub(super) fn accepted_changes(
    school: &School,
    difference: &Difference,
    accepted: &BTreeSet<RecordKey>,
) -> Result<Changes, crate::domain::Refusal> {
    let all: std::collections::BTreeMap<RecordKey, &Change> =
        crate::order::map(difference.records.iter().map(|row| (row.key(), &row.change)));
    let mut taken: BTreeSet<RecordKey> = BTreeSet::new();
    let mut waiting: Vec<RecordKey> = accepted.iter().copied().filter(|key| all.contains_key(key)).collect();
    while let Some(key) = waiting.pop() {
        if !taken.insert(key) {
            continue;
        }
        let Some(after) = all.get(&key).and_then(|change| change.after()) else { continue };
        links(after, &mut |to, _| {
            if school.record(to).is_none() && all.contains_key(&to) {
                waiting.push(to);
            }
        });
    }
    let mut draft = Draft::new(school);
    let changes = || taken.iter().filter_map(|key| all.get(key));
    for change in changes().filter(|change| change.after().is_none()) {
        draft.remove(change.key());
    }
    for record in changes().filter_map(|change| change.after()) {
        draft.put(record.clone());
    }
    draft.finish()
}

/// What a file says of itself.
pub(super) fn file_facts(room: &Room, opened: &Opened, name: &str) -> Vec<(String, String)> {
    let (lang, file) = (room.lang, &opened.snapshot);
    let author = snapshots::author(&file.author);
    let author = if author.is_empty() { msg::preview_author_unknown(lang).to_owned() } else { author };
    let mut facts = vec![
        (msg::preview_file(lang).to_owned(), name.to_owned()),
        (msg::preview_organisation(lang).to_owned(), file.organisation.clone()),
        (msg::preview_made(lang).to_owned(), room.time(file.at)),
        (msg::preview_author(lang).to_owned(), author),
        (msg::preview_revision(lang).to_owned(), text::number::grouped(lang, file.revision)),
        (msg::preview_note(lang).to_owned(), file.note.clone()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

fn counts_part(room: &Room, counts: &[snapshots::Count], sheet: &mut Sheet) {
    let lang = room.lang;
    let number = |number: usize| words(room.number(number));
    let rows = counts.iter().filter(|count| count.tally.total() > 0).map(|count| Row {
        key: json::word(&count.kind),
        cells: vec![
            words(text::kind::one(lang, count.kind)),
            number(count.ours),
            number(count.theirs),
            number(count.tally.added),
            number(count.tally.changed),
            number(count.tally.removed),
        ],
        acts: Vec::new(),
    });
    let heads = [
        (msg::preview_kind(lang), false),
        (msg::preview_ours(lang), true),
        (msg::preview_theirs(lang), true),
        (msg::preview_added(lang), true),
        (msg::preview_changed(lang), true),
        (msg::preview_removed(lang), true),
    ];
    let table = Table {
        name: msg::preview_counts(lang).to_owned(),
        columns: heads.map(|(head, is_number)| (head.to_owned(), is_number)).into(),
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: String::new(),
    };
    sheet.parts.push(Part::new("counts", msg::preview_counts(lang), Body::Table(table)));
}

fn heads(room: &Room) -> Vec<(String, bool)> {
    let lang = room.lang;
    let heads = [msg::field_record(lang), msg::field_way(lang), msg::field_changes(lang)];
    heads.map(|head| (head.to_owned(), false)).into()
}

/// The differences that fit the filters of the address, and the piece of them that is shown.
struct Narrowed<'a> {
    fitting: Vec<&'a Change>,
    from: usize,
}

impl<'a> Narrowed<'a> {
    /// What fits the address.
    fn of(room: &Room, difference: &'a Difference) -> Self {
        let kind: Option<RecordKind> = json::read(&json::text(&room.query.get("kind"))).ok();
        let way = room.query.get("way");
        let fits = |change: &&Change| {
            let is_way = match way {
                "added" => change.before().is_none(),
                "removed" => change.after().is_none(),
                "changed" => change.before().is_some() && change.after().is_some(),
                _ => true,
            };
            is_way && kind.is_none_or(|kind| change.key().kind == kind)
        };
        let fitting: Vec<&Change> = difference.records.iter().map(|row| &row.change).filter(fits).collect();
        // An address of a longer list shows the beginning.
        let from = room.query.get("from").parse().ok().filter(|from| *from < fitting.len()).unwrap_or_default();
        Self { fitting, from }
    }

    /// The piece that is shown.
    fn shown(&self) -> impl Iterator<Item = &'a Change> {
        self.fitting.iter().copied().skip(self.from).take(SHOWN)
    }

    /// Lays out the filters: by kind, by what happens, and the pieces of a long list.
    fn filters(&self, room: &Room, difference: &Difference, sheet: &mut Sheet) {
        let lang = room.lang;
        let mut kinds = vec![(String::new(), msg::preview_all_kinds(lang).to_owned())];
        kinds.extend(difference.tallies().map(|(kind, tally)| {
            (json::word(&kind), format!("{} ({})", text::kind::one(lang, kind), room.number(tally.total())))
        }));
        let ways = [
            ("", msg::desk_all_ways(lang)),
            ("added", msg::preview_added(lang)),
            ("changed", msg::preview_changed(lang)),
            ("removed", msg::preview_removed(lang)),
        ];
        let total = self.fitting.len();
        let pieces = (0..total).step_by(SHOWN).map(|from| {
            let value = if from == 0 { String::new() } else { from.to_string() };
            (value, format!("{}–{}", room.number(from + 1), room.number(total.min(from + SHOWN))))
        });
        let ways = ways.map(|(value, name)| (value.to_owned(), name.to_owned())).into();
        let mut add = |id: &str, label: &str, choices, value: &str| {
            let (id, label, value) = (id.to_owned(), label.to_owned(), value.to_owned());
            sheet.filters.push(super::wire::Filter { id, label, choices, value });
        };
        add("kind", msg::preview_kind(lang), kinds, room.query.get("kind"));
        add("way", msg::field_way(lang), ways, room.query.get("way"));
        if total > SHOWN {
            let from = if self.from == 0 { "" } else { room.query.get("from") };
            add("from", msg::desk_differences_rows(lang), pieces.collect(), from);
        }
    }

    /// That the list is longer than what is shown.
    fn note(&self, room: &Room) -> Option<String> {
        let total = self.fitting.len();
        let shown = room.number(total.min(SHOWN));
        (total > SHOWN).then(|| msg::desk_differences_more(room.lang, &shown, total as u64))
    }
}

/// The difference of two schools as a table, narrowed by the address.
pub(super) fn difference_parts(
    room: &Room,
    difference: &Difference,
    before: &School,
    after: &School,
    sheet: &mut Sheet,
) {
    let lang = room.lang;
    let narrowed = Narrowed::of(room, difference);
    narrowed.filters(room, difference, sheet);
    let rows = difference::rows(narrowed.shown(), before, after);
    let tally = difference.total();
    let note = msg::desk_differences_count(
        lang,
        &room.number(tally.added),
        &room.number(tally.changed),
        &room.number(tally.removed),
    );
    let table = Table {
        name: msg::preview_differences(lang).to_owned(),
        columns: heads(room),
        rows: rows.into_iter().map(|row| line(room, row)).collect(),
        bulk: Vec::new(),
        empty: msg::preview_same(lang).to_owned(),
    };
    sheet.parts.push(
        Part::new("differences", msg::preview_differences(lang), Body::Table(table))
            .note(narrowed.note(room).map_or(note.clone(), |more| format!("{note} {more}")))
            .acts(vec![Act::new("differences", msg::desk_differences_save(lang), "differences")]),
    );
}

fn line(room: &Room, row: difference::Row) -> Row {
    let kind = text::kind::one(room.lang, row.kind);
    let told = told_fields(room, &row, TOLD);
    let tone = match row.way {
        Change_::Added => Tone::Success,
        Change_::Changed => Tone::Info,
        Change_::Removed => Tone::Warning,
    };
    let way = text::field::way(room.lang, row.way);
    let name = if row.caption.is_empty() { noted(kind, "") } else { noted(row.caption, kind) };
    Row { key: String::new(), cells: vec![name, badge(way, tone), words(told)], acts: Vec::new() }
}

fn told_fields(room: &Room, row: &difference::Row, most: usize) -> String {
    let fields = row.fields.iter().take(most).map(|field| {
        let name = text::field::name(room.lang, &field.path);
        format!("{name}: {}", text::field::change(room.lang, row.way, field))
    });
    let mut told = fields.collect::<Vec<_>>().join("; ");
    if row.fields.len() > most {
        told.push_str("; …");
    }
    told
}
