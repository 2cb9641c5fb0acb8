//! The forms of events. What follows from what was typed is shown before it is saved: who is meant, whether they fit into
//! a call, whether the host may, what overlaps.

use std::collections::BTreeSet;

use chrono::Days;

use super::{Event, EventId, EventKind, EventState, overlap_lines};
use crate::clause;
use crate::domain::{Audience, Command, EventFormat, EventStep, IdSource, Leave, MoveEvent, PersonId, PlanEvent, Verb};
use crate::plan::audience::{self, Fit, Reach};
use crate::plan::leave::{self, ATTEND, Question};
use crate::plan::overlap;
use crate::text::{self, decision, msg};
use crate::view::area::{Asking, kit};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{self, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Cell, Fact, Section, Tone};
use crate::view::room::{Making, Room};

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// A new event of a kind.
    New(EventKind),
    /// A new event like another, a week later.
    Copy(EventId),
    /// An event, edited.
    Edit(EventId),
    /// That the equipment was tried.
    Rehearse(EventId),
    /// That an event took place.
    Hold(EventId),
    /// That an event will not be.
    Cancel(EventId),
}

/// A kind of event as a value of a form.
pub(super) const fn code(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Broadcast => "broadcast",
        EventKind::Meeting => "meeting",
        EventKind::Lesson => "lesson",
        EventKind::ClassEvent => "class",
        EventKind::Webinar => "webinar",
    }
}

/// The kind of a value.
pub(super) fn kind_of(code: &str) -> Option<EventKind> {
    EventKind::ALL.into_iter().find(|kind| self::code(*kind) == code)
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        let row = self.event(room);
        match self {
            Self::New(_) | Self::Copy(_) | Self::Edit(_) => plan_form(room, self, row.as_ref(), values),
            Self::Rehearse(_) => day_form(room, row.as_ref(), msg::events_rehearse(room.lang)),
            Self::Hold(_) => hold_form(room, row.as_ref(), values),
            Self::Cancel(_) => Form {
                fields: vec![Field::new("reason", msg::events_reason(room.lang), FieldKind::Text).required()],
                ..day_form(room, row.as_ref(), msg::events_cancel(room.lang))
            },
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        let mut reader = Reader::default();
        let row = self.event(room);
        let kind = row.as_ref().map(|row| row.kind);
        match self {
            Self::New(_) | Self::Copy(_) | Self::Edit(_) => {
                let old = row.filter(|_| matches!(self, Self::Edit(_)));
                let verb = if old.is_some() { Verb::Edit } else { Verb::PlanEvent };
                let event = read(&mut reader, values, old.as_ref(), making.ids);
                let leave =
                    event.as_ref().map_or(Ok(()), |event| leave::host_leave(room.school, room.regulation, event));
                reader.finish(event.map(|event| PlanEvent { event, leave, verb }.into()))
            }
            Self::Rehearse(id) => {
                let on = reader.needed_day("on", values.get("on"));
                reader.finish(on.zip(kind).map(|(on, kind)| {
                    MoveEvent { id: *id, kind, step: EventStep::Rehearse { on }, leave: Ok(()) }.into()
                }))
            }
            Self::Hold(id) => {
                let on = reader.needed_day("on", values.get("on"));
                let attended: BTreeSet<PersonId> = values.many("attended").collect();
                let outcome = Reader::lines(values.get("outcome"));
                let protocol = reader.optional("protocol", values.get("protocol"), Problem::Choice);
                reader.finish(on.zip(row).map(|(on, row)| {
                    let leave = attend_leave(room, &row, &attended);
                    let step = EventStep::Hold { on, attended, outcome, protocol };
                    MoveEvent { id: *id, kind: row.kind, step, leave }.into()
                }))
            }
            Self::Cancel(id) => {
                let reason = reader.required("reason", values.get("reason"));
                reader.finish(
                    kind.map(|kind| {
                        MoveEvent { id: *id, kind, step: EventStep::Cancel { reason }, leave: Ok(()) }.into()
                    }),
                )
            }
        }
    }
}

impl Ask {
    /// The event it is about.
    fn event(&self, room: &Room) -> Option<Event> {
        let (Self::Copy(id) | Self::Edit(id) | Self::Rehearse(id) | Self::Hold(id) | Self::Cancel(id)) = self else {
            return None;
        };
        room.school.events().get(id).map(|row| row.as_ref().clone())
    }
}

/// 3.4: seminars and webinars are for pedagogues.
fn attend_leave(room: &Room, event: &Event, attended: &BTreeSet<PersonId>) -> Leave {
    if event.kind != EventKind::Webinar {
        return Ok(());
    }
    let mut questions = attended.iter().map(|person| Question::new(*person, ATTEND, event.on));
    questions.try_for_each(|question| question.ask(room.school, room.regulation))
}

fn day_form(room: &Room, row: Option<&Event>, submit: &str) -> Form {
    Form {
        title: row.map(|row| row.title.clone()).unwrap_or_default(),
        clause: row.map(|row| row.kind.clause()),
        submit: submit.to_owned(),
        fields: vec![kit::day_field(room, "on", msg::events_day(room.lang))],
        ..Form::default()
    }
}

fn hold_form(room: &Room, row: Option<&Event>, values: &Values) -> Form {
    let lang = room.lang;
    let mut form = day_form(room, row, msg::events_hold(lang));
    let Some(row) = row else { return form };
    if row.on <= room.context.today {
        form.fields = vec![Field::new("on", msg::events_day(lang), FieldKind::Day).required().value(row.on)];
    }
    let meant = audience::people(room.school, room.index, room.plan, &row.audience);
    // A list of names is kept where it matters and can be kept: not of a broadcast for the whole school.
    if row.kind != EventKind::Broadcast {
        let people = if row.kind == EventKind::Webinar {
            choice::staff(room.school, room.index, |_| true)
        } else {
            let all = meant.iter().copied().chain(row.host);
            let mut rows: Vec<choice::Item> = all
                .collect::<BTreeSet<PersonId>>()
                .into_iter()
                .map(|id| (id.to_string(), room.school.person_name(id)))
                .collect();
            choice::sort_by_name(&mut rows);
            rows
        };
        form.fields.push(
            Field::new("attended", msg::events_attended(lang), FieldKind::Many(people))
                .value(kit::joined(&row.attended)),
        );
    }
    form.fields.push(Field::new("outcome", msg::events_outcome(lang), FieldKind::Long).value(row.outcome.clone()));
    if row.kind == EventKind::Meeting {
        let protocols = choice::or_none(msg::events_no_protocol(lang), choice::protocols(room.school));
        form.fields
            .push(Field::new("protocol", msg::events_protocol(lang), FieldKind::Choice(protocols)).maybe(row.protocol));
    }
    let attended: BTreeSet<PersonId> = values.over(&form).many("attended").collect();
    form.refused = kit::refused(room, &attend_leave(room, row, &attended));
    form
}

fn plan_form(room: &Room, ask: &Ask, row: Option<&Event>, values: &Values) -> Form {
    let lang = room.lang;
    let first = match ask {
        Ask::New(kind) => *kind,
        _ => row.map_or(EventKind::Broadcast, |row| row.kind),
    };
    let kind = values.typed("kind").and_then(kind_of).unwrap_or(first);
    let title = match ask {
        Ask::Edit(_) => msg::edit(lang),
        _ => msg::events_add(lang),
    };
    let mut form = Form { title: title.to_owned(), clause: Some(kind.clause()), ..Form::default() };
    form.fields = fields(room, ask, row, kind, values);
    let whole = values.over(&form);
    let old = row.filter(|_| matches!(ask, Ask::Edit(_)));
    // What is not complete yet is shown as far as it goes; an identity is only needed to tell it from the others.
    let mut ids = IdSource::new(0, [0; 10]);
    let event = draft(&whole, old, &mut ids);
    if let Some(event) = event {
        form.preview = preview(room, &event);
        form.refused = kit::refused(room, &leave::host_leave(room.school, room.regulation, &event));
    }
    form
}

/// The fields of an event of a kind.
fn fields(room: &Room, ask: &Ask, row: Option<&Event>, kind: EventKind, values: &Values) -> Vec<Field> {
    let (lang, school, index) = (room.lang, room.school, room.index);
    let kinds =
        EventKind::ALL.into_iter().map(|kind| (code(kind).to_owned(), text::event::kind(lang, kind).to_owned()));
    let week = |row: &Event| row.on.checked_add_days(Days::new(7)).unwrap_or(row.on);
    let day = match (ask, row) {
        (Ask::Copy(_), Some(row)) => week(row),
        (_, Some(row)) => row.on,
        (_, None) => room.context.today,
    };
    let audience = row.map(|row| row.audience.clone()).unwrap_or_default();
    let mut fields = vec![
        Field::new("kind", msg::events_kind(lang), FieldKind::Choice(kinds.collect())).required().value(code(kind)),
        Field::new("title", msg::events_name(lang), FieldKind::Text).required().maybe(row.map(|row| row.title.clone())),
        Field::new("on", msg::events_day(lang), FieldKind::Day).required().value(day),
        Field::new("start", msg::events_start(lang), FieldKind::Time)
            .hint(msg::events_start_hint(lang))
            .maybe(row.and_then(|row| row.start).map(form::clock)),
        Field::new("minutes", msg::events_minutes(lang), FieldKind::Number)
            .maybe(row.map(|row| row.minutes).filter(|minutes| *minutes > 0)),
    ];
    let mut host = row.and_then(|row| row.host);
    if kind == EventKind::Lesson {
        let lines = choice::lines(school, index);
        let line = Field::new("line", msg::events_line(lang), FieldKind::Search(lines))
            .hint(msg::events_line_hint(lang))
            .maybe(audience.line);
        // Who teaches the line gives the lesson, until another host is chosen.
        let chosen = values.typed("line").map_or(audience.line, |line| line.parse().ok());
        host = chosen.and_then(|id| school.load().get(&id)).and_then(|line| line.teacher).or(host);
        fields.push(line);
        fields.push(
            Field::new("activity", msg::events_activity(lang), FieldKind::Search(choice::activities(school, index)))
                .maybe(audience.activity),
        );
    }
    let staff = choice::staff(school, index, |_| true);
    let host_field = Field::new("host", msg::events_host(lang), FieldKind::Search(staff)).maybe(host);
    fields.push(if kind == EventKind::Webinar {
        host_field.hint(msg::events_host_outside(lang))
    } else {
        host_field.required()
    });
    let classes = || FieldKind::Many(choice::classes(school, index));
    if !matches!(kind, EventKind::Lesson | EventKind::ClassEvent) {
        let groups: Vec<&str> = audience.groups.iter().map(|group| group.code()).collect();
        fields.push(
            Field::new("groups", msg::events_groups(lang), FieldKind::Many(choice::groups(lang)))
                .value(groups.join("\n")),
        );
    }
    if !matches!(kind, EventKind::Lesson | EventKind::Webinar) {
        fields.push(Field::new("classes", msg::events_classes(lang), classes()).value(kit::joined(&audience.classes)));
        fields.push(
            Field::new("parents", msg::events_parents_of(lang), classes()).value(kit::joined(&audience.parents_of)),
        );
    }
    if matches!(kind, EventKind::Broadcast | EventKind::Meeting) {
        fields.push(
            Field::new("chat", msg::events_chat(lang), FieldKind::Search(choice::chats(school))).maybe(audience.chat),
        );
    }
    if matches!(kind, EventKind::Meeting | EventKind::Webinar) {
        let staff = choice::staff(school, index, |_| true);
        fields.push(
            Field::new("people", msg::events_people_by_name(lang), FieldKind::Many(staff))
                .value(kit::joined(&audience.people)),
        );
    }
    let formats = [EventFormat::Online, EventFormat::Hybrid].map(|format| {
        let code = if format == EventFormat::Hybrid { "hybrid" } else { "online" };
        (code.to_owned(), text::event::format(lang, format).to_owned())
    });
    let is_hybrid = row.is_some_and(|row| row.format == EventFormat::Hybrid);
    fields.extend([
        Field::new("format", msg::events_format(lang), FieldKind::Choice(formats.into())).value(if is_hybrid {
            "hybrid"
        } else {
            "online"
        }),
        Field::new("place", msg::events_place(lang), FieldKind::Text)
            .hint(msg::events_place_hint(lang))
            .maybe(row.map(|row| row.place.clone())),
        Field::new("link", msg::events_link(lang), FieldKind::Text)
            .maybe(row.filter(|_| !matches!(ask, Ask::Copy(_))).map(|row| row.link.clone())),
        Field::new("agenda", msg::events_agenda(lang), FieldKind::Long).maybe(row.map(|row| row.agenda.clone())),
    ]);
    fields
}

/// Reads the form; faults stand beside their fields.
fn read(reader: &mut Reader, values: &Values, old: Option<&Event>, ids: &mut IdSource) -> Option<Event> {
    let kind = kind_of(values.get("kind"));
    if kind.is_none() {
        reader.fault("kind", Problem::Choice);
    }
    reader.required("title", values.get("title"));
    reader.needed_day("on", values.get("on"));
    reader.time("start", values.get("start"));
    reader.number("minutes", values.get("minutes"), 1, 24 * 60);
    for field in ["line", "activity", "host", "chat"] {
        reader.optional::<uuid::Uuid>(field, values.get(field), Problem::Choice);
    }
    draft(values, old, ids)
}

/// The event of the fields as far as they can be read; none without a kind and a day. Fields of another kind are left out.
fn draft(values: &Values, old: Option<&Event>, ids: &mut IdSource) -> Option<Event> {
    use EventKind::{Broadcast, ClassEvent, Lesson, Meeting, Webinar};

    let kind = kind_of(values.get("kind"))?;
    let on = values.day("on")?;
    let is = |kinds: &[EventKind]| kinds.contains(&kind);
    let mut audience = Audience::default();
    if is(&[Lesson]) {
        audience.line = values.parsed("line");
        audience.activity = values.parsed("activity").filter(|_| audience.line.is_none());
    }
    if is(&[Broadcast, Meeting, Webinar]) {
        audience.groups = values.many("groups").collect();
    }
    if is(&[Broadcast, Meeting, ClassEvent]) {
        audience.classes = values.many("classes").collect();
        audience.parents_of = values.many("parents").collect();
    }
    if is(&[Broadcast, Meeting]) {
        audience.chat = values.parsed("chat");
    }
    if is(&[Meeting, Webinar]) {
        audience.people = values.many("people").collect();
    }
    Some(Event {
        id: old.map_or_else(|| ids.fresh(), |old| old.id),
        kind,
        title: crate::domain::words::tidy(values.get("title")),
        on,
        start: form::minutes(values.get("start")),
        minutes: values.parsed("minutes").unwrap_or(0),
        format: if values.get("format") == "hybrid" { EventFormat::Hybrid } else { EventFormat::Online },
        place: crate::domain::words::tidy(values.get("place")),
        host: values.parsed("host"),
        audience,
        link: values.get("link").trim().to_owned(),
        agenda: Reader::lines(values.get("agenda")),
        outcome: old.map(|old| old.outcome.clone()).unwrap_or_default(),
        protocol: old.and_then(|old| old.protocol),
        attended: old.map(|old| old.attended.clone()).unwrap_or_default(),
        state: old.map_or(EventState::Planned, |old| old.state.clone()),
    })
}

/// What follows from an event as it is typed.
fn preview(room: &Room, event: &Event) -> Vec<Section> {
    let lang = room.lang;
    let people = audience::people(room.school, room.index, room.plan, &event.audience);
    let reach = Reach::of(room.school, people);
    let fit = Fit::of(room.school, reach.on_platform);
    let fit_cell = match fit {
        Fit::TooMany { .. } => Cell::badge(text::audience::fit(lang, fit), Tone::Error),
        Fit::Unknown | Fit::Fits { .. } => Cell::text(text::audience::fit(lang, fit)),
    };
    let mut facts = vec![
        Fact::new(msg::events_people(lang), Cell::number(reach.total()).note(text::audience::reach(lang, reach))),
        Fact::new(msg::events_fit(lang), fit_cell),
    ];
    for question in leave::host(event) {
        let Some(decision) = question.decide(room.school, room.regulation) else { continue };
        if !decision.permitted {
            continue;
        }
        let missing: Vec<String> =
            decision.missing.iter().map(|fact| decision::missing(lang, room.regulation, fact)).collect();
        let verdict = Cell::text(decision::verdict(lang, decision.verdict));
        facts.push(Fact::new(msg::events_right(lang), verdict.note(missing.join("; "))));
    }
    let mut sections = vec![Section::new("event-preview", msg::events_follows(lang), Body::Facts(facts))];
    let overlaps = overlap::overlaps_of(room.school, room.index, room.plan, event);
    if event.start.is_none() {
        let notice = Body::Notice(Tone::Info, msg::events_unknown_hour(lang).to_owned());
        sections.push(Section::new("event-overlaps", "", notice));
    } else if overlaps.is_empty() {
        let notice = Body::Notice(Tone::Success, msg::events_no_overlap(lang).to_owned());
        sections.push(Section::new("event-overlaps", "", notice));
    } else {
        let lines = overlap_lines(room, event.id, &overlaps);
        let notice = Body::Notice(Tone::Warning, lines.join(" "));
        sections.push(Section::new("event-overlaps", msg::events_overlaps(lang), notice).clause(clause!("2.1/14")));
    }
    sections
}
