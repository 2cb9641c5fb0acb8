//! The forms of channels, materials and publications.

use super::{Channel, ChannelId, ChannelKind, MaterialId, PublicationId, channel_name, editor_leave};
use crate::clause;
use crate::domain::{
    AudienceGroup, Command, Leave, Material, MaterialState, MaterialStep, MoveMaterial, MovePublication, PersonId,
    PlanPublication, Publication, PublicationState, PublicationStep, SaveChannel, StaffCategory, Verb,
};
use crate::plan::audience::{self, Reach};
use crate::plan::leave::{Question, SUPPLY};
use crate::text::{self, msg};
use crate::view::area::{Asking, kit};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Section, Tone};
use crate::view::room::{Making, Room};

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// A channel, new or edited; of which kind where it is new.
    Channel(Option<ChannelId>, ChannelKind),
    /// That a channel was created on the platform.
    Created(ChannelId),
    /// That a channel was put away.
    Archive(ChannelId),
    /// Who reads a channel and does not belong there.
    Outsiders(ChannelId),
    /// A material, new or edited.
    Material(Option<MaterialId>),
    /// That a material was handed in.
    Submit(MaterialId),
    /// That a material goes back.
    Return(MaterialId),
    /// A publication, new or edited; of which material where it is new.
    Publication(Option<PublicationId>, Option<MaterialId>),
    /// That something was published.
    Publish(PublicationId),
    /// That a publication will not be.
    Cancel(PublicationId),
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Channel(id, kind) => channel_form(room, *id, *kind, values),
            Self::Created(id) => day_form(room, channel_name(room, Some(*id)), msg::channels_mark_created(room.lang)),
            Self::Archive(id) => day_form(room, channel_name(room, Some(*id)), msg::channels_archive(room.lang)),
            Self::Outsiders(id) => outsiders_form(room, *id),
            Self::Material(id) => material_form(room, *id, values),
            Self::Submit(id) => submit_form(room, *id),
            Self::Return(id) => {
                reason_form(room, material(room, *id).map(|row| row.title), msg::channels_return(room.lang))
            }
            Self::Publication(id, material) => publication_form(room, *id, *material),
            Self::Publish(id) => {
                let row = room.school.publications().get(id);
                let leave = row.map_or(Ok(()), |row| publish_leave(room, row));
                let form = day_form(
                    room,
                    row.map(|row| row.title.clone()).unwrap_or_default(),
                    msg::channels_publish(room.lang),
                );
                Form { refused: kit::refused(room, &leave), ..form }
            }
            Self::Cancel(id) => {
                let title = room.school.publications().get(id).map(|row| row.title.clone());
                reason_form(room, title, msg::channels_cancel(room.lang))
            }
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        let mut reader = Reader::default();
        let on = |reader: &mut Reader| reader.needed_day("on", values.get("on"));
        match self {
            Self::Channel(id, _) => read_channel(room, *id, values, making),
            Self::Created(id) | Self::Archive(id) => {
                let day = on(&mut reader);
                let row = room.school.channels().get(id).map(|row| row.as_ref().clone());
                let is_created = matches!(self, Self::Created(_));
                let edited = row.zip(day).map(|(row, day)| {
                    let row = if is_created {
                        Channel { created_on: Some(day), ..row }
                    } else {
                        Channel { archived_on: Some(day), ..row }
                    };
                    let verb = if is_created { Verb::CreateChannel } else { Verb::ChangeChannel };
                    SaveChannel { channel: row, leave: Ok(()), verb }.into()
                });
                reader.finish(edited)
            }
            Self::Outsiders(id) => {
                let row = room.school.channels().get(id).map(|row| row.as_ref().clone());
                reader.finish(
                    row.map(|row| Command::Save(Channel { extra: values.many("extra").collect(), ..row }.into())),
                )
            }
            Self::Material(id) => read_material(*id, room, values, making),
            Self::Submit(id) => {
                let text = reader.needed_lines("text", values.get("text"));
                let author = material(room, *id).and_then(|row| row.author);
                let step = on(&mut reader).map(|on| MaterialStep::Submit { on, text });
                let leave = supply_leave(room, author);
                reader.finish(step.map(|step| MoveMaterial { id: *id, step, leave }.into()))
            }
            Self::Return(id) => {
                let reason = reader.required("reason", values.get("reason"));
                let step = on(&mut reader).map(|on| MaterialStep::Return { on, reason });
                reader.finish(step.map(|step| MoveMaterial { id: *id, step, leave: Ok(()) }.into()))
            }
            Self::Publication(id, _) => read_publication(*id, room, values, making),
            Self::Publish(id) => {
                let leave = room.school.publications().get(id).map_or(Ok(()), |row| publish_leave(room, row));
                let step = on(&mut reader).map(|on| PublicationStep::Publish { on });
                reader.finish(step.map(|step| MovePublication { id: *id, step, leave }.into()))
            }
            Self::Cancel(id) => {
                let reason = reader.required("reason", values.get("reason"));
                let step = PublicationStep::Cancel { reason };
                reader.finish(Some(MovePublication { id: *id, step, leave: Ok(()) }.into()))
            }
        }
    }
}

fn material(room: &Room, id: MaterialId) -> Option<Material> {
    room.school.materials().get(&id).map(|row| row.as_ref().clone())
}

/// Whether an author may supply material (2.2/5); nothing stands against one who is not named yet.
fn supply_leave(room: &Room, author: Option<PersonId>) -> Leave {
    author.map_or(Ok(()), |author| Question::new(author, SUPPLY, room.index.day).ask(room.school, room.regulation))
}

fn publish_leave(room: &Room, row: &Publication) -> Leave {
    editor_leave(room, room.school.channels().get(&row.channel).and_then(|channel| channel.editor))
}

fn day_form(room: &Room, title: String, submit: &str) -> Form {
    Form {
        title,
        clause: Some(clause!("2.1/13")),
        submit: submit.to_owned(),
        fields: vec![kit::day_field(room, "on", msg::channels_on(room.lang))],
        ..Form::default()
    }
}

fn reason_form(room: &Room, title: Option<String>, submit: &str) -> Form {
    let fields = vec![
        kit::day_field(room, "on", msg::channels_on(room.lang)),
        Field::new("reason", msg::channels_reason(room.lang), FieldKind::Text).required(),
    ];
    Form { title: title.unwrap_or_default(), submit: submit.to_owned(), fields, ..Form::default() }
}

fn channel_form(room: &Room, id: Option<ChannelId>, kind: ChannelKind, values: &Values) -> Form {
    let (lang, school) = (room.lang, room.school);
    let row = id.and_then(|id| school.channels().get(&id));
    let kinds =
        ChannelKind::ALL.into_iter().map(|kind| (code(kind).to_owned(), text::channel::kind(lang, kind).to_owned()));
    let groups: Vec<&str> = match row {
        Some(row) => row.audience.iter().map(|group| group.code()).collect(),
        None => default_audience(kind).iter().map(|group| group.code()).collect(),
    };
    let name = row.map_or_else(
        || if kind == ChannelKind::Other { String::new() } else { text::channel::kind(lang, kind).to_owned() },
        |row| row.name.clone(),
    );
    let staff = choice::staff(school, room.index, |_| true);
    let fields = vec![
        Field::new("kind", msg::channels_kind(lang), FieldKind::Choice(kinds.collect()))
            .required()
            .value(code(row.map_or(kind, |row| row.kind))),
        Field::new("name", msg::channels_name(lang), FieldKind::Text).required().value(name),
        Field::new("audience", msg::channels_audience_field(lang), FieldKind::Many(choice::groups(lang)))
            .value(groups.join("\n")),
        Field::new("editor", msg::channels_editor_name(lang), FieldKind::Search(staff))
            .hint(msg::channels_editor_hint(lang))
            .maybe(row.and_then(|row| row.editor)),
        Field::new("link", msg::channels_link(lang), FieldKind::Text).maybe(row.map(|row| row.link.clone())),
    ];
    let title = if id.is_some() { msg::edit(lang) } else { msg::channels_add(lang) };
    let mut form = Form { title: title.to_owned(), clause: Some(clause!("2.1/13")), fields, ..Form::default() };
    let whole = values.over(&form);
    let people = audience::of_groups(school, room.index, &whole.many("audience").collect());
    let reach = text::audience::reach(lang, Reach::of(school, people));
    form.preview = vec![Section::new("audience", msg::channels_reach(lang), Body::Prose(vec![reach]))];
    form.refused = kit::refused(room, &editor_leave(room, whole.parsed("editor")));
    form
}

fn code(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::General => "general",
        ChannelKind::Staff => "staff",
        ChannelKind::Other => "other",
    }
}

fn default_audience(kind: ChannelKind) -> &'static [AudienceGroup] {
    match kind {
        ChannelKind::General => &[AudienceGroup::Staff, AudienceGroup::Students, AudienceGroup::Parents],
        ChannelKind::Staff => &[AudienceGroup::Staff],
        ChannelKind::Other => &[],
    }
}

fn read_channel(
    room: &Room,
    id: Option<ChannelId>,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let kind = ChannelKind::ALL.into_iter().find(|kind| code(*kind) == values.get("kind"));
    if kind.is_none() {
        reader.fault("kind", Problem::Choice);
    }
    let name = reader.required("name", values.get("name"));
    let editor = reader.optional("editor", values.get("editor"), Problem::Choice);
    let old = id.and_then(|id| room.school.channels().get(&id));
    let channel = kind.map(|kind| Channel {
        id: id.unwrap_or_else(|| making.ids.fresh()),
        kind,
        name,
        audience: values.many("audience").collect(),
        editor,
        link: values.get("link").trim().to_owned(),
        created_on: old.and_then(|row| row.created_on),
        archived_on: old.and_then(|row| row.archived_on),
        extra: old.map(|row| row.extra.clone()).unwrap_or_default(),
    });
    let verb = if id.is_some() { Verb::ChangeChannel } else { Verb::CreateChannel };
    let leave = editor_leave(room, editor);
    reader.finish(channel.map(|channel| SaveChannel { channel, leave, verb }.into()))
}

fn outsiders_form(room: &Room, id: ChannelId) -> Form {
    let lang = room.lang;
    let row = room.school.channels().get(&id);
    let extra = kit::joined(row.iter().flat_map(|row| &row.extra));
    let people = choice::people(room.school, room.index);
    Form {
        title: channel_name(room, Some(id)),
        lead: msg::channels_outsiders_note(lang).to_owned(),
        clause: Some(clause!("2.1/13")),
        fields: vec![Field::new("extra", msg::channels_outsiders(lang), FieldKind::Many(people)).value(extra)],
        ..Form::default()
    }
}

fn material_form(room: &Room, id: Option<MaterialId>, values: &Values) -> Form {
    let lang = room.lang;
    let row = id.and_then(|id| material(room, id));
    let row = row.as_ref();
    let administration = choice::staff(room.school, room.index, StaffCategory::is_administration);
    let mut form = Form {
        title: (if id.is_some() { msg::edit(lang) } else { msg::channels_material_add(lang) }).to_owned(),
        clause: Some(clause!("2.2/5")),
        fields: vec![
            Field::new("title", msg::channels_material_title(lang), FieldKind::Text)
                .required()
                .maybe(row.map(|row| row.title.clone())),
            Field::new("channel", msg::channels_channel(lang), FieldKind::Choice(channel_choices(room)))
                .maybe(row.and_then(|row| row.channel)),
            Field::new("author", msg::channels_material_author(lang), FieldKind::Search(administration))
                .hint(msg::channels_author_hint(lang))
                .maybe(row.and_then(|row| row.author)),
            Field::new("due", msg::channels_due_day(lang), FieldKind::Day).maybe(row.and_then(|row| row.due)),
            Field::new("text", msg::channels_text(lang), FieldKind::Long)
                .hint(msg::channels_text_hint(lang))
                .maybe(row.map(|row| row.text.clone())),
        ],
        ..Form::default()
    };
    let author = values.over(&form).parsed("author");
    form.refused = kit::refused(room, &supply_leave(room, author));
    form
}

/// Channels in use, with an entry for none.
fn channel_choices(room: &Room) -> Vec<choice::Item> {
    let open = room.school.channels().values().filter(|row| row.archived_on.is_none());
    let mut rows: Vec<choice::Item> = open.map(|row| (row.id.to_string(), row.name.clone())).collect();
    choice::sort_by_name(&mut rows);
    choice::or_none(msg::channels_not_chosen(room.lang), rows)
}

fn read_material(
    id: Option<MaterialId>,
    room: &Room,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let row = Material {
        title: reader.required("title", values.get("title")),
        text: Reader::lines(values.get("text")),
        channel: reader.optional("channel", values.get("channel"), Problem::Choice),
        author: reader.optional("author", values.get("author"), Problem::Choice),
        due: reader.day("due", values.get("due")),
        state: id.and_then(|id| material(room, id)).map_or(MaterialState::Requested, |row| row.state),
        id: id.unwrap_or_else(|| making.ids.fresh()),
    };
    reader.finish(Some(Command::Save(row.into())))
}

fn submit_form(room: &Room, id: MaterialId) -> Form {
    let lang = room.lang;
    let row = material(room, id);
    let leave = supply_leave(room, row.as_ref().and_then(|row| row.author));
    let has_author = row.as_ref().is_some_and(|row| row.author.is_some());
    let preview = if has_author {
        Vec::new()
    } else {
        let notice = Body::Notice(Tone::Warning, msg::channels_no_author(lang).to_owned());
        vec![Section::new("author", "", notice)]
    };
    Form {
        title: row.as_ref().map(|row| row.title.clone()).unwrap_or_default(),
        clause: Some(clause!("2.2/5")),
        submit: msg::channels_submit(lang).to_owned(),
        fields: vec![
            kit::day_field(room, "on", msg::channels_on(lang)),
            Field::new("text", msg::channels_text(lang), FieldKind::Long)
                .required()
                .hint(msg::channels_text_hint(lang))
                .maybe(row.map(|row| row.text)),
        ],
        preview,
        refused: kit::refused(room, &leave),
        ..Form::default()
    }
}

fn publication_form(room: &Room, id: Option<PublicationId>, of: Option<MaterialId>) -> Form {
    let lang = room.lang;
    let row = id.and_then(|id| room.school.publications().get(&id));
    let of = of.and_then(|id| material(room, id));
    let mut materials: Vec<choice::Item> =
        room.school.materials().values().map(|row| (row.id.to_string(), row.title.clone())).collect();
    choice::sort_by_name(&mut materials);
    let title = row.map(|row| row.title.clone()).or_else(|| of.as_ref().map(|row| row.title.clone()));
    let channel = row.map(|row| row.channel).or_else(|| of.as_ref().and_then(|row| row.channel));
    let material = row.map_or_else(|| of.as_ref().map(|row| row.id), |row| row.material);
    Form {
        title: (if id.is_some() { msg::edit(lang) } else { msg::channels_publication_add(lang) }).to_owned(),
        clause: Some(clause!("2.1/13")),
        fields: vec![
            Field::new("title", msg::channels_publication_title(lang), FieldKind::Text).required().maybe(title),
            Field::new("channel", msg::channels_channel(lang), FieldKind::Choice(channel_choices(room)))
                .required()
                .maybe(channel),
            Field::new("planned", msg::channels_day(lang), FieldKind::Day)
                .required()
                .value(row.map_or(room.context.today, |row| row.planned_on)),
            Field::new("material", msg::channels_material(lang), FieldKind::Search(materials))
                .hint(msg::channels_material_hint(lang))
                .maybe(material),
        ],
        ..Form::default()
    }
}

fn read_publication(
    id: Option<PublicationId>,
    room: &Room,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let title = reader.required("title", values.get("title"));
    let channel = reader.needed("channel", values.get("channel"), Problem::Choice);
    let planned_on = reader.needed_day("planned", values.get("planned"));
    let material = reader.optional("material", values.get("material"), Problem::Choice);
    let old = id.and_then(|id| room.school.publications().get(&id));
    let row = channel.zip(planned_on).map(|(channel, planned_on)| {
        let id = id.unwrap_or_else(|| making.ids.fresh());
        Publication { id, title, channel, planned_on, material, state: PublicationState::Idea }
    });
    let command = row.map(|row| match old {
        None => PlanPublication { publication: row }.into(),
        Some(old) => {
            // With another material it is as far as that is; what is over stays as it is.
            let is_begun = matches!(old.state, PublicationState::Idea | PublicationState::Material);
            let state = if is_begun || (old.state == PublicationState::Ready && old.material != row.material) {
                row.begun()
            } else {
                old.state.clone()
            };
            Command::Save(Publication { state, ..row }.into())
        }
    });
    reader.finish(command)
}
