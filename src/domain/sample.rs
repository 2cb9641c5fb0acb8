//! The named people of the tests: director Орлова, deputy Ветрова, teacher Баранов, and a class with a family.

mod change_class;
mod daily;
mod office;

pub use change_class::ChangeClass;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    Author, Chat, ChatId, ChatScope, ChatState, Class, ClassId, ClassKind, Command, Context, Enrolment, EnrolmentId,
    HomeroomAssignment, HomeroomAssignmentId, Hours, IdSource, Kinship, LoadLine, LoadLineId, LocalAct, LocalActId,
    LocalActKind, Organisation, Period, Person, PersonId, PersonName, Position, PositionId, Record, Representation,
    RepresentationId, SchoolYear, SchoolYearId, StaffCategory, Subject, SubjectId, Workspace,
};

/// A small school with everybody a rule speaks of.
pub struct Sample {
    /// The plan.
    pub workspace: Workspace,
    /// New identities.
    pub ids: IdSource,
    /// The year 2026/27.
    pub year: SchoolYearId,
    /// The staff room.
    pub staff_room: ClassId,
    /// 7А.
    pub class_7a: ClassId,
    /// 7Б.
    pub class_7b: ClassId,
    /// The director.
    pub orlova: PersonId,
    /// A deputy.
    pub vetrova: PersonId,
    /// Teacher of mathematics in 7А and its class teacher.
    pub baranov: PersonId,
    /// Secretary: staff outside the categories.
    pub lugova: PersonId,
    /// Student of 7А.
    pub zueva: PersonId,
    /// Mother of the student.
    pub zueva_mother: PersonId,
    /// The line of mathematics in 7А.
    pub math_7a: LoadLineId,
    /// The order of the head.
    pub order: LocalActId,
}

/// A day of September 2026.
pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, day).unwrap()
}

/// The context of 10 September 2026.
pub fn context() -> Context {
    let now: DateTime<Utc> = "2026-09-10T09:00:00Z".parse().unwrap();
    Context { now, today: day(10), author: Author { name: "Орлова".into(), device: "PC".into() } }
}

impl Sample {
    /// Builds the school through commands, so that it keeps every rule.
    pub fn new() -> Self {
        let mut ids = IdSource::new(1_788_000_000_000, [3; 10]);
        let mut sample = Self {
            workspace: Workspace::default(),
            year: ids.fresh(),
            staff_room: ids.fresh(),
            class_7a: ids.fresh(),
            class_7b: ids.fresh(),
            orlova: ids.fresh(),
            vetrova: ids.fresh(),
            baranov: ids.fresh(),
            lugova: ids.fresh(),
            zueva: ids.fresh(),
            zueva_mother: ids.fresh(),
            math_7a: ids.fresh(),
            order: ids.fresh(),
            ids,
        };
        let (from, to) = (day(1), NaiveDate::from_ymd_opt(2027, 5, 31).unwrap());
        sample.save(Organisation {
            full_name: "Гимназия № 44".into(),
            short_name: "Гимназия № 44".into(),
            ..Organisation::default()
        });
        sample.save(SchoolYear { id: sample.year, from, to });
        sample.save(Class {
            id: sample.staff_room,
            kind: ClassKind::StaffRoom,
            profile: String::new(),
            archived: None,
        });
        for (id, label) in [(sample.class_7a, "7А"), (sample.class_7b, "7Б")] {
            let kind = ClassKind::Class { label: label.parse().unwrap(), year: sample.year };
            sample.save(Class { id, kind, profile: String::new(), archived: None });
        }
        for (id, name) in [
            (sample.orlova, "Орлова Нина Андреевна"),
            (sample.vetrova, "Ветрова Анна Ильинична"),
            (sample.baranov, "Баранов Глеб Олегович"),
            (sample.lugova, "Лугова Вера Петровна"),
            (sample.zueva, "Зуева Ева Марковна"),
            (sample.zueva_mother, "Зуева Ольга Петровна"),
        ] {
            sample.save(Person::new(id, PersonName::parse(name).unwrap()));
        }
        for (person, title, category) in [
            (sample.orlova, "Директор", StaffCategory::Head),
            (sample.vetrova, "Заместитель директора", StaffCategory::Deputy),
            (sample.baranov, "Учитель математики", StaffCategory::Teacher),
            (sample.lugova, "Секретарь", StaffCategory::NonTeaching),
        ] {
            let id: PositionId = sample.ids.fresh();
            sample.save(Position { id, person, title: title.into(), category, period: Period::default(), order: None });
        }
        let (order, orlova) = (sample.order, sample.orlova);
        let title = "О назначении администратора".into();
        sample.save(LocalAct {
            id: order,
            kind: LocalActKind::Order,
            number: "102".into(),
            date: day(1),
            title,
            signer: Some(orlova),
        });
        let enrolment: EnrolmentId = sample.ids.fresh();
        sample.save(Enrolment {
            id: enrolment,
            student: sample.zueva,
            class: sample.class_7a,
            period: Period::since(day(1)),
            order: None,
        });
        let link: RepresentationId = sample.ids.fresh();
        sample.save(Representation {
            id: link,
            parent: sample.zueva_mother,
            child: sample.zueva,
            kinship: Kinship::Mother,
        });
        let homeroom: HomeroomAssignmentId = sample.ids.fresh();
        sample.save(HomeroomAssignment {
            id: homeroom,
            class: sample.class_7a,
            teacher: sample.baranov,
            period: Period::since(day(1)),
            order: None,
        });
        let subject: SubjectId = sample.ids.fresh();
        sample.save(Subject { id: subject, name: "Математика".into() });
        sample.save(LoadLine {
            id: sample.math_7a,
            class: sample.class_7a,
            subject,
            group: String::new(),
            members: BTreeSet::new(),
            teacher: Some(sample.baranov),
            hours: Hours(500),
        });
        sample
    }

    /// Carries out a command that must be possible.
    #[track_caller]
    pub fn run(&mut self, command: &Command) {
        let id = self.ids.fresh();
        if let Err(refusal) = self.workspace.dispatch(id, command, &context()) {
            panic!("{refusal}");
        }
    }

    /// Saves a record that must be right.
    #[track_caller]
    pub fn save(&mut self, record: impl Into<Record>) {
        self.run(&Command::Save(record.into()));
    }

    /// Records the chat of the students of 7А, led by its class teacher.
    pub fn chat_of_7a(&mut self) -> ChatId {
        let id = self.ids.fresh();
        self.save(Chat {
            id,
            rule: "class-students".into(),
            scope: ChatScope::Class(self.class_7a),
            name: "7А · ученики".into(),
            purpose: String::new(),
            owner: Some(self.baranov),
            moderator: None,
            link: String::new(),
            state: ChatState::Active { since: day(1) },
            quiet: None,
            rules: String::new(),
            include: BTreeMap::new(),
            exclude: BTreeMap::new(),
            checked: None,
            missing: BTreeSet::new(),
            extra: BTreeSet::new(),
            misroled: BTreeSet::new(),
            strangers: BTreeSet::new(),
        });
        id
    }

    /// Tells what a command answers, without carrying it out: `ok, n changes` or the refusal.
    pub fn answer(&self, command: &Command) -> String {
        match self.workspace.school().handle(command, &context()) {
            Ok(changes) => format!("ok, {} changes", changes.len()),
            Err(refusal) => refusal.to_string(),
        }
    }
}
