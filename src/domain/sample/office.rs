//! One record of each kind of daily work, for tests that want every kind.

use std::collections::{BTreeMap, BTreeSet};

use super::{Sample, day};
use crate::clause;
use crate::domain::*;

impl Sample {
    /// Adds one record of each kind of daily work.
    #[must_use]
    #[allow(clippy::too_many_lines, reason = "one record of each kind")]
    pub fn with_office(mut self) -> Self {
        let (orlova, vetrova, baranov, zueva) = (self.orlova, self.vetrova, self.baranov, self.zueva);
        let (year, a, b, order, room) = (self.year, self.class_7a, self.class_7b, self.order, self.staff_room);
        let phone: Phone = "+7 (000) 000-00-44".parse().unwrap();
        let id = self.ids.fresh();
        self.save(RegistrationApplication {
            id,
            person: Some(baranov),
            name: "Баранов Глеб Олегович".into(),
            email: "baranov@example.org".parse().ok(),
            phone: Some(phone),
            order: Some(order),
            state: ApplicationState::Sent { on: day(2) },
            registered: Some(Registered { on: day(3), phone }),
            note: String::new(),
        });
        let id = self.ids.fresh();
        let rows = BTreeMap::from([(a, baranov)]);
        self.save(HomeroomDistribution { id, year, order: Some(order), rows });
        let id = self.ids.fresh();
        self.save(Invite {
            id,
            target: InviteTarget::Class(room),
            role: InviteRole::Teacher,
            addressees: BTreeSet::from([vetrova]),
            link: "https://example.org/join/1".into(),
            issued_by: Some(baranov),
            issued_on: Some(day(3)),
            expires_on: None,
            max_uses: Some(1),
            sent: vec![Sending { on: day(3), via: SendingWay::InPerson, to: Some(vetrova) }],
            uses: Vec::new(),
            state: InviteState::Sent,
            note: String::new(),
        });
        let id = self.ids.fresh();
        self.save(JoinRequest {
            id,
            name: "Зуева Ева".into(),
            role: InviteRole::Student,
            class: Some(a),
            on: day(4),
            state: RequestState::New,
            note: String::new(),
        });
        let chat = self.ids.fresh();
        self.save(Chat {
            id: chat,
            rule: "class-students".into(),
            scope: ChatScope::Class(a),
            name: "7А: ученики".into(),
            purpose: String::new(),
            owner: Some(baranov),
            moderator: Some(baranov),
            link: "https://example.org/chat/1".into(),
            state: ChatState::Active { since: day(5) },
            quiet: Some(QuietHours { from: 21 * 60, to: 7 * 60 }),
            rules: String::new(),
            include: BTreeMap::from([(vetrova, "курирует класс".into())]),
            exclude: BTreeMap::new(),
            checked: Some(day(9)),
            missing: BTreeSet::from([zueva]),
            extra: BTreeSet::new(),
            misroled: BTreeSet::new(),
            strangers: BTreeSet::from(["Гость".into()]),
        });
        let id = self.ids.fresh();
        self.save(Movement {
            id,
            kind: MovementKind::Enrol,
            person: zueva,
            on: day(1),
            order: Some(order),
            from: None,
            to: Some(a),
            place: "детский сад".into(),
            steps: vec![MovementStep {
                action: StepAction::JoinChat(chat),
                person: None,
                done: Some(Tick { on: day(2), by: "Баранов".into() }),
            }],
            note: String::new(),
        });
        let channel = self.ids.fresh();
        self.save(Channel {
            id: channel,
            kind: ChannelKind::General,
            name: "Общегимназический".into(),
            audience: BTreeSet::from([AudienceGroup::Staff, AudienceGroup::Students, AudienceGroup::Parents]),
            editor: Some(baranov),
            link: String::new(),
            created_on: Some(day(3)),
            archived_on: None,
            extra: BTreeSet::new(),
        });
        let material = self.ids.fresh();
        self.save(Material {
            id: material,
            title: "День знаний".into(),
            text: "Поздравление".into(),
            channel: Some(channel),
            author: Some(vetrova),
            due: Some(day(1)),
            state: MaterialState::Accepted { on: day(1) },
        });
        let id = self.ids.fresh();
        self.save(Publication {
            id,
            title: "День знаний".into(),
            channel,
            planned_on: day(1),
            material: Some(material),
            state: PublicationState::Published { on: day(1) },
        });
        let id = self.ids.fresh();
        self.save(Event {
            id,
            kind: EventKind::Broadcast,
            title: "Общешкольное собрание".into(),
            on: day(18),
            start: Some(18 * 60),
            minutes: 60,
            format: EventFormat::Online,
            place: "Актовый зал".into(),
            host: Some(vetrova),
            audience: Audience { groups: BTreeSet::from([AudienceGroup::Parents]), ..Audience::default() },
            link: String::new(),
            agenda: "Планы на год".into(),
            outcome: String::new(),
            protocol: None,
            attended: BTreeSet::new(),
            state: EventState::Planned,
        });
        let ticket = self.ids.fresh();
        self.save(SupportTicket {
            id: ticket,
            topic: "Вход".into(),
            text: "Не приходит код".into(),
            from: Some(self.zueva_mother),
            class: Some(a),
            opened_on: day(5),
            owner: Some(baranov),
            due: Some(day(8)),
            state: TicketState::Open,
        });
        let (tickets, id) = (BTreeSet::from([ticket]), self.ids.fresh());
        self.save(VendorCase {
            id,
            number: "1-44".into(),
            subject: "Код для входа".into(),
            text: "Код не приходит".into(),
            tickets: tickets.clone(),
            state: CaseState::Sent { on: day(6) },
        });
        let id = self.ids.fresh();
        self.save(FaqEntry {
            id, topic: "Не приходит код".into(), answer: "Подождите минуту".into(), tickets
        });
        let id = self.ids.fresh();
        self.save(StatReport {
            id,
            period: Period { from: Some(day(1)), to: Some(day(10)) },
            access: StatAccess::Available,
            figures: BTreeMap::from([("joined-staff".into(), Figure { value: 3, of: Some(4) })]),
            author: Some(baranov),
            note: String::new(),
            submitted: Some(Submission { on: day(10), to: Some(orlova) }),
        });
        let id = self.ids.fresh();
        self.save(ControlCheck {
            id,
            on: day(8),
            checker: Some(vetrova),
            scope: ControlScope::Class(b),
            summary: "Нет классного руководителя".into(),
            findings: vec![ControlFinding {
                text: "Нет классного руководителя".into(),
                clause: clause!("2.1/8"),
                responsible: Some(baranov),
                deadline: Some(day(20)),
                state: FindingState::Open,
            }],
            act: None,
        });
        let edition = self.ids.fresh();
        self.save(RegulationEdition {
            id: edition,
            edition: "gymnasium-44".into(),
            title: "Положение".into(),
            version: "2026".into(),
            protocol: None,
            order: Some(order),
            from: Some(day(1)),
            to: None,
            amends: None,
            changes: String::new(),
            text: String::new(),
            data: String::new(),
        });
        let id = self.ids.fresh();
        self.save(LegalAct {
            id,
            number: "149-ФЗ".into(),
            date: "2006-07-27".parse().ok(),
            issuer: "Российская Федерация".into(),
            title: "Об информации".into(),
            retired_on: None,
        });
        let id = self.ids.fresh();
        self.save(GapNote {
            id,
            topic: "Удаление участников".into(),
            governed_by: "Устав".into(),
            note: String::new(),
            on: Some(day(2)),
        });
        let id = self.ids.fresh();
        self.save(AcknowledgementSheet {
            id,
            subject: SheetSubject::Security,
            class: Some(a),
            audience: SheetAudience::Students,
            opened_on: day(4),
            people: BTreeMap::from([(zueva, Some(day(5)))]),
        });
        let id = self.ids.fresh();
        self.save(IssuedDocument {
            id,
            form: "order-use".into(),
            subject: BTreeMap::new(),
            number: "103".into(),
            on: day(2),
            act: Some(order),
            signer: Some(orlova),
            lines: vec!["ПРИКАЗ".into()],
        });
        let id = self.ids.fresh();
        self.save(Counterpart {
            id,
            of: CounterpartOf::Chat(chat),
            name: "7А".into(),
            link: String::new(),
            state: CounterpartState::Created { on: day(9) },
            read_only_on: Some(day(30)),
            missing: BTreeSet::from([zueva]),
        });
        let id = self.ids.fresh();
        self.save(Attestation {
            id,
            clause: clause!("3.1"),
            year: Some(year),
            verdict: AttestationVerdict::Fulfilled,
            on: day(9),
            by: Some(orlova),
            note: "доступ есть у всех".into(),
            acts: BTreeSet::from([order]),
        });
        self.save(NextPlatform { profile: PlatformProfile::max(), switch_on: Some(day(30)) });
        let id = self.ids.fresh();
        self.save(SealedFile {
            id,
            file: "план-гимназия-44_2026-09-09_r40.json".into(),
            case_index: "01-17".into(),
            retention: "5 лет, по номенклатуре дел".into(),
            author: Author { name: "Лугова В. П.".into(), device: "Архив".into() },
            at: "2026-09-09T08:00:00Z".parse().unwrap(),
            sha256: "0".repeat(64),
            bytes: 40_000,
            export: uuid::Uuid::from_u128(7),
            revision: 40,
            year: "2026/27".into(),
            regulation: "gymnasium-44".into(),
            counts: BTreeMap::from([(RecordKind::Person, 6), (RecordKind::Class, 3)]),
            signed_by: "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3".into(),
            note: "на хранение".into(),
        });
        self
    }
}
