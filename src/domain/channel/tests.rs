//! Channels, materials and publications, case by case.

use std::collections::BTreeSet;

use crate::domain::sample::{Sample, day};
use crate::domain::*;

/// The sample with both channels, a material that was asked for and a publication made of it.
struct Office {
    sample: Sample,
    general: ChannelId,
    material: MaterialId,
    publication: PublicationId,
}

impl Office {
    fn new() -> Self {
        let mut sample = Sample::new().with_administrator();
        let [general, material, publication] = [(); 3].map(|()| sample.ids.fresh::<uuid::Uuid>());
        let (general, material, publication) =
            (general.into(), MaterialId::from(material), PublicationId::from(publication));
        sample.save(channel(general, ChannelKind::General, &[AudienceGroup::Staff, AudienceGroup::Parents]));
        sample.save(Material {
            id: material,
            title: "День учителя".into(),
            text: String::new(),
            channel: Some(general),
            author: None,
            due: None,
            state: MaterialState::Requested,
        });
        sample.save(Publication {
            id: publication,
            title: "День учителя".into(),
            channel: general,
            planned_on: day(20),
            material: Some(material),
            state: PublicationState::Material,
        });
        Self { sample, general, material, publication }
    }

    fn authored(mut self) -> Self {
        let mut material = (*self.sample.workspace.school().materials()[&self.material]).clone();
        material.author = Some(self.sample.vetrova);
        self.sample.save(material);
        self
    }

    fn with(mut self, steps: &[MaterialStep]) -> Self {
        for step in steps {
            self.sample.run(&MoveMaterial { id: self.material, step: step.clone(), leave: Ok(()) }.into());
        }
        self
    }

    fn published(mut self, steps: &[PublicationStep]) -> Self {
        for step in steps {
            self.sample.run(&MovePublication { id: self.publication, step: step.clone(), leave: Ok(()) }.into());
        }
        self
    }

    #[track_caller]
    fn check_material(&self, step: MaterialStep, expected: &str) {
        let act = MoveMaterial { id: self.material, step, leave: Ok(()) };
        assert_eq!(self.sample.answer(&act.into()), expected);
    }

    #[track_caller]
    fn check_publication(&self, step: PublicationStep, expected: &str) {
        let act = MovePublication { id: self.publication, step, leave: Ok(()) };
        assert_eq!(self.sample.answer(&act.into()), expected);
    }
}

fn channel(id: ChannelId, kind: ChannelKind, audience: &[AudienceGroup]) -> Channel {
    Channel {
        id,
        kind,
        name: "Канал".into(),
        audience: audience.iter().copied().collect(),
        editor: None,
        link: String::new(),
        created_on: None,
        archived_on: None,
        extra: BTreeSet::new(),
    }
}

fn submit() -> MaterialStep {
    MaterialStep::Submit { on: day(8), text: "С праздником!".into() }
}

fn hand_back() -> MaterialStep {
    MaterialStep::Return { on: day(9), reason: "нет фамилий".into() }
}

const ACCEPT: MaterialStep = MaterialStep::Accept { on: day_of(9) };

const fn day_of(day: u32) -> chrono::NaiveDate {
    match chrono::NaiveDate::from_ymd_opt(2026, 9, day) {
        Some(day) => day,
        None => chrono::NaiveDate::MIN,
    }
}

#[track_caller]
fn check_channel(kind: ChannelKind, audience: &[AudienceGroup], expected: &str) {
    let mut office = Office::new();
    let id = office.sample.ids.fresh();
    assert_eq!(office.sample.answer(&Command::Save(channel(id, kind, audience).into())), expected);
}

#[test]
fn a_named_channel_is_there_once() {
    check_channel(ChannelKind::General, &[], "refused by 2.1/13: the channel Канал is there already");
    check_channel(ChannelKind::Other, &[], "ok, 1 changes");
}

#[test]
fn the_staff_channel_is_for_the_staff() {
    let (staff, students) = (AudienceGroup::Pedagogues, AudienceGroup::Students);
    check_channel(ChannelKind::Staff, &[staff], "ok, 1 changes");
    check_channel(ChannelKind::Staff, &[staff, students], "refused by 2.1/13: the staff channel is for the staff");
}

#[test]
fn an_editor_without_the_right_is_refused() {
    let mut office = Office::new();
    let id = office.sample.ids.fresh();
    let refusal = Refusal::new(crate::clause!("2.1/13"), Reason::NoEditor { channel: "Канал".into() });
    let channel = channel(id, ChannelKind::Staff, &[]);
    let act = SaveChannel { channel, leave: Err(refusal), verb: Verb::CreateChannel };
    assert_eq!(office.sample.answer(&act.into()), "refused by 2.1/13: the channel Канал has no editor");
}

#[test]
fn a_material_needs_its_author() {
    Office::new().check_material(submit(), "refused by 2.2/5: День учителя has no author");
    Office::new().authored().check_material(submit(), "ok, 1 changes");
}

#[test]
fn a_material_goes_forth_and_back() {
    let wrong = "refused by 2.2/5: День учителя is in another state";
    let office = Office::new().authored();
    office.check_material(ACCEPT, wrong);
    office.check_material(hand_back(), wrong);
    let office = office.with(&[submit()]);
    office.check_material(ACCEPT, "ok, 1 changes");
    office.check_material(
        MaterialStep::Return { on: day(9), reason: " ".into() },
        "refused by 2.2/5: a required field is empty",
    );
    let office = office.with(&[hand_back()]);
    office.check_material(ACCEPT, wrong);
    office.with(&[submit(), ACCEPT]).check_material(submit(), wrong);
}

#[test]
fn a_publication_waits_for_its_material() {
    let office = Office::new().authored().with(&[submit()]);
    office.check_publication(PublicationStep::Ready, "refused by 2.2/5: the material of День учителя is not accepted");
    office.with(&[ACCEPT]).check_publication(PublicationStep::Ready, "ok, 1 changes");
}

#[test]
fn a_channel_without_an_editor_publishes_nothing() {
    let mut office = Office::new().authored().with(&[submit(), ACCEPT]).published(&[PublicationStep::Ready]);
    let publish = || PublicationStep::Publish { on: day(10) };
    office.check_publication(publish(), "refused by 2.1/13: the channel Канал has no editor");
    let mut general = (*office.sample.workspace.school().channels()[&office.general]).clone();
    general.editor = Some(office.sample.baranov);
    office.sample.save(general);
    office.check_publication(publish(), "ok, 1 changes");
    let office = office.published(&[publish()]);
    office.check_publication(publish(), "refused by 2.1/13: День учителя is in another state");
    office.check_publication(
        PublicationStep::Cancel { reason: "поздно".into() },
        "refused by 2.1/13: День учителя is in another state",
    );
}

#[test]
fn a_material_that_goes_back_takes_its_publication_along() {
    let office = Office::new().authored().with(&[submit(), ACCEPT]).published(&[PublicationStep::Ready]);
    office.check_material(hand_back(), "ok, 2 changes");
    let mut office = office.with(&[hand_back()]);
    let state = |office: &Office| office.sample.workspace.school().publications()[&office.publication].state.clone();
    assert_eq!(state(&office), PublicationState::Material);
    // Without the material it is an idea again; the publication stays.
    office.sample.run(&Command::Remove(RecordKey::to::<Material>(office.material)));
    assert_eq!(state(&office), PublicationState::Idea);
    office.check_publication(PublicationStep::Ready, "refused by 2.2/5: День учителя has no material");
}

#[test]
fn a_cancelled_publication_comes_back() {
    let cancel = PublicationStep::Cancel { reason: "карантин".into() };
    let office = Office::new().published(&[cancel]);
    office.check_publication(PublicationStep::Ready, "refused by 2.1/13: День учителя is in another state");
    office.check_publication(PublicationStep::Reopen, "ok, 1 changes");
}

#[test]
fn a_step_is_undone_and_named() {
    use crate::domain::sample::context;
    let mut office = Office::new().authored();
    let id = office.sample.ids.fresh();
    let act = MoveMaterial { id: office.material, step: submit(), leave: Ok(()) };
    let entry = office.sample.workspace.dispatch(id, &act.into(), &context()).unwrap().unwrap().clone();
    assert_eq!((entry.label.verb, entry.clause), (Verb::SubmitMaterial, crate::clause!("2.2/5")));
    assert_eq!(entry.label.subject, "День учителя");
    let id = office.sample.ids.fresh();
    office.sample.workspace.undo(id, &context()).unwrap();
    let material = &office.sample.workspace.school().materials()[&office.material];
    assert_eq!(material.state, MaterialState::Requested);
}
