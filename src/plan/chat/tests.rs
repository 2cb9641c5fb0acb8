//! Acts on chats of the named people's school: what they write, and what refuses them.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::{Expect, expect};

use super::{
    ChangeChat, ChatDetails, ChatStep, ChatTick, ChatTurn, ChooseChats, CreateChats, EquipChats, ExceptMembers,
    ExceptionKind, ExcuseChats, ModeratorChoice, NewChat, OpenOther, Progress, ReconcileChat, ReconcileClass,
    TickChats, TurnChats, WithdrawException,
};
use crate::clause;
use crate::domain::sample::{Sample, context, day};
use crate::domain::{
    Act, Chat, ChatId, ChatScope, ChatState, Command, MemberRole, Person, PersonId, QuietHours, Settings,
};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

fn regulation() -> Regulation {
    Regulation::bundled().clone()
}

fn plan(sample: &Sample) -> Plan {
    let school = sample.workspace.school();
    Plan::of(school, &Index::of(school, day(10)), Regulation::bundled())
}

fn new(sample: &mut Sample, rule: &str, scope: &ChatScope) -> NewChat {
    let id = sample.ids.fresh();
    let plan = plan(sample);
    let required = plan.of_scope(&rule.into(), scope).expect("required");
    NewChat::of(id, required, required.name.ru.clone())
}

fn create(sample: &mut Sample, rule: &str, scope: &ChatScope) -> ChatId {
    let new = new(sample, rule, scope);
    let id = new.id;
    sample.run(&Command::from(CreateChats { regulation: regulation(), chats: vec![new], on: day(5) }));
    id
}

fn students_chat(sample: &mut Sample) -> ChatId {
    let scope = ChatScope::Class(sample.class_7a);
    create(sample, "class-students", &scope)
}

fn chat(sample: &Sample, id: ChatId) -> Chat {
    (*sample.workspace.school().chats()[&id]).clone()
}

#[track_caller]
fn check(sample: &Sample, act: impl Act, expected: &Expect) {
    expected.assert_eq(&sample.answer(&Command::from(act)));
}

/// Carries an act out, takes it back and does it again; the school is as before, then as after.
#[track_caller]
fn check_undo(sample: &mut Sample, act: impl Act) {
    let before = sample.workspace.school().clone();
    sample.run(&Command::from(act));
    let after = sample.workspace.school().clone();
    let id = sample.ids.fresh();
    sample.workspace.undo(id, &context()).unwrap();
    assert!(*sample.workspace.school() == before, "undone");
    let id = sample.ids.fresh();
    sample.workspace.redo(id, &context()).unwrap();
    assert!(*sample.workspace.school() == after, "redone");
}

#[test]
fn all_required_chats_with_an_owner_are_created_by_one_act() {
    let mut sample = Sample::new();
    let plan = plan(&sample);
    let owned: Vec<_> = plan.required().iter().filter(|chat| chat.owner.is_some()).collect();
    let chats = owned.iter().map(|chat| NewChat::of(sample.ids.fresh(), chat, chat.name.ru.clone())).collect();
    check_undo(&mut sample, CreateChats { regulation: regulation(), chats, on: day(5) });
    let school = sample.workspace.school();
    assert_eq!(school.chats().len(), 8, "four of the school, three and a line of 7А; 7Б has no class teacher");
    let entry = sample.workspace.journal().entries().iter().find(|entry| entry.label.count == 8).unwrap();
    assert_eq!(entry.label.subject, "Администрация, Педагогический коллектив, Родительский актив, …");
    let plan = self::plan(&sample);
    assert!(plan.required().iter().filter(|chat| chat.owner.is_some()).all(|chat| chat.record.is_some()));
}

#[test]
fn a_chat_is_created_once_and_by_whom_the_clause_names() {
    let mut sample = Sample::new();
    let scope = ChatScope::Class(sample.class_7a);
    let wanted = new(&mut sample, "class-students", &scope);
    let act = |new: NewChat| CreateChats { regulation: regulation(), chats: vec![new], on: day(5) };
    check(&sample, act(wanted.clone()), &expect!["ok, 1 changes"]);
    let owned = |owner: Option<PersonId>| NewChat { owner, ..wanted.clone() };
    check(
        &sample,
        act(owned(Some(sample.vetrova))),
        &expect!["refused by 2.3/3a: Ветрова Анна Ильинична may not keep the chat 7А · ученики"],
    );
    check(&sample, act(owned(None)), &expect!["refused by 2.3/3a: the chat 7А · ученики has no owner"]);
    let elsewhere = NewChat { scope: ChatScope::School, ..wanted.clone() };
    check(&sample, act(elsewhere), &expect!["refused by 2.3/3a: no rule asks for the chat 7А · ученики"]);
    let twice = vec![wanted.clone(), NewChat { id: sample.ids.fresh(), ..wanted.clone() }];
    check(
        &sample,
        CreateChats { regulation: regulation(), chats: twice, on: day(5) },
        &expect!["refused by 1.6: the chat 7А · ученики is there already"],
    );
    check(
        &sample,
        CreateChats { regulation: regulation(), chats: Vec::new(), on: day(5) },
        &expect!["refused by 4.3: nothing is chosen"],
    );
    sample.run(&Command::from(act(wanted.clone())));
    let again = NewChat { id: sample.ids.fresh(), ..wanted };
    check(&sample, act(again), &expect!["refused by 2.3/3a: the chat 7А · ученики is there already"]);
}

#[test]
fn owners_by_rule() {
    let mut sample = Sample::new();
    let deputies = new(&mut sample, "deputies", &ChatScope::School);
    let act = |owner| {
        let chats = vec![NewChat { owner: Some(owner), ..deputies.clone() }];
        CreateChats { regulation: regulation(), chats, on: day(5) }
    };
    check(&sample, act(sample.vetrova), &expect!["ok, 1 changes"]);
    check(
        &sample,
        act(sample.baranov),
        &expect!["refused by 2.2/6a: Баранов Глеб Олегович may not keep the chat Администрация"],
    );
    let line = sample.workspace.school().load()[&sample.math_7a].clone();
    let scope = ChatScope::Subject { class: line.class, subject: line.subject, group: String::new() };
    let math = new(&mut sample, "subject", &scope);
    let act = |owner| {
        let chats = vec![NewChat { owner: Some(owner), ..math.clone() }];
        CreateChats { regulation: regulation(), chats, on: day(5) }
    };
    check(&sample, act(sample.baranov), &expect!["ok, 1 changes"]);
    check(
        &sample,
        act(sample.orlova),
        &expect!["refused by 2.4/3a: Орлова Нина Андреевна may not keep the chat 7А · Математика"],
    );
}

#[test]
fn the_school_does_without_a_chat_and_wants_it_again() {
    let mut sample = Sample::new();
    let scope = ChatScope::Class(sample.class_7a);
    let new = new(&mut sample, "class-parents", &scope);
    let act = |reason: &str, by: &str| ExcuseChats {
        regulation: regulation(),
        chats: vec![NewChat { owner: None, ..new.clone() }],
        reason: reason.into(),
        by: by.into(),
    };
    check(&sample, act("", "Орлова"), &expect!["refused by 1.4: doing without a chat needs a reason and an author"]);
    check(
        &sample,
        act("есть общий чат", " "),
        &expect!["refused by 1.4: doing without a chat needs a reason and an author"],
    );
    check_undo(&mut sample, act("есть общий чат", "Орлова"));
    let row = plan(&sample).coverage(sample.workspace.school()).into_iter().find(|row| row.rule.0 == "class-parents");
    assert_eq!(row.map(|row| (row.required, row.excused, row.to_create())), Some((2, 1, 1)));
    // Created after all: the same record.
    let created = CreateChats { regulation: regulation(), chats: vec![new.clone()], on: day(6) };
    sample.run(&Command::from(created));
    assert_eq!(sample.workspace.school().chats().len(), 1);
    assert!(chat(&sample, new.id).state.is_live());
    check(&sample, act("есть общий чат", "Орлова"), &expect!["refused by 2.3/3b: the chat 7А · родители is in use"]);
}

#[test]
fn details_of_a_chat() {
    let mut sample = Sample::new();
    let id = students_chat(&mut sample);
    let change = |edit: &dyn Fn(&mut ChatDetails)| {
        let mut details = ChatDetails::from(&chat(&sample, id));
        edit(&mut details);
        ChangeChat { regulation: regulation(), clause: clause!("2.3/3a"), chat: id, details }
    };
    check(&sample, change(&|_| ()), &expect!["ok, 0 changes"]);
    check(&sample, change(&|details| details.name = "7А".into()), &expect!["ok, 1 changes"]);
    check(&sample, change(&|details| details.name = " ".into()), &expect!["refused by 4.3: a required field is empty"]);
    check(
        &sample,
        change(&|details| details.owner = Some(sample.vetrova)),
        &expect!["refused by 2.3/3a: Ветрова Анна Ильинична may not keep the chat 7А · ученики"],
    );
    check(
        &sample,
        change(&|details| details.owner = None),
        &expect!["refused by 2.3/3a: the chat 7А · ученики has no owner"],
    );
    check(&sample, change(&|details| details.moderator = Some(sample.zueva_mother)), &expect!["ok, 1 changes"]);
    let quiet = |from, to| change(&move |details| details.quiet = Some(QuietHours { from, to }));
    check(&sample, quiet(1260, 420), &expect!["ok, 1 changes"]);
    check(&sample, quiet(420, 420), &expect!["refused by 3.1: quiet hours begin and end at different times of a day"]);
    check(&sample, quiet(1440, 420), &expect!["refused by 3.1: quiet hours begin and end at different times of a day"]);
    check(
        &sample,
        change(&|details| details.rules = "х".repeat(2_001)),
        &expect!["refused by 4.3: a text is too long"],
    );
}

#[test]
fn several_chats_are_equipped_at_once() {
    let mut sample = Sample::new();
    let students = students_chat(&mut sample);
    let scope = ChatScope::Class(sample.class_7a);
    let parents = create(&mut sample, "class-parents", &scope);
    let (quiet, rules) = (Some(QuietHours { from: 1260, to: 420 }), Some("Пишем по делу".to_owned()));
    let (chats, moderator) = (BTreeSet::from([students, parents]), ModeratorChoice::Person(sample.vetrova));
    check_undo(&mut sample, EquipChats { clause: clause!("4.3"), chats, moderator, quiet, rules });
    for id in [students, parents] {
        let chat = chat(&sample, id);
        assert_eq!((chat.moderator, chat.quiet, chat.rules.as_str()), (Some(sample.vetrova), quiet, "Пишем по делу"));
    }
}

#[test]
fn chats_are_closed_and_opened_again() {
    let mut sample = Sample::new();
    let id = students_chat(&mut sample);
    let turn = |turn, on| TurnChats { clause: clause!("2.3/3a"), chats: BTreeSet::from([id]), turn, on: day(on) };
    check(
        &sample,
        turn(ChatTurn::ReadOnly, 4),
        &expect!["refused by 2.3/3a: the day 2026-09-04 lies outside the term"],
    );
    check_undo(&mut sample, turn(ChatTurn::ReadOnly, 8));
    check(
        &sample,
        turn(ChatTurn::ReadOnly, 9),
        &expect!["refused by 2.3/3a: the state of the chat 7А · ученики does not allow it"],
    );
    sample.run(&Command::from(turn(ChatTurn::Archive, 9)));
    assert_eq!(chat(&sample, id).state, ChatState::Archived { on: day(9) });
    // A new chat stands beside the archive; the old one cannot come back beside it.
    let other = students_chat(&mut sample);
    assert_ne!(other, id);
    check(&sample, turn(ChatTurn::Use, 10), &expect!["refused by 1.6: the chat 7А · ученики is there already"]);
}

#[test]
fn an_other_chat_has_a_purpose_and_its_circle() {
    let mut sample = Sample::new();
    let (id, scope) = (sample.ids.fresh(), ChatScope::Class(sample.class_7a));
    let open = |edit: &dyn Fn(&mut Chat)| {
        let mut chat = Chat::new(id, "class-other".into(), scope.clone(), ChatState::Created { on: day(5) });
        chat.name = "7А · поход".into();
        chat.purpose = "Поход".into();
        chat.owner = Some(sample.baranov);
        chat.include = BTreeMap::from([(sample.zueva, String::new()), (sample.zueva_mother, String::new())]);
        edit(&mut chat);
        OpenOther { regulation: regulation(), chat }
    };
    check(&sample, open(&|_| ()), &expect!["ok, 1 changes"]);
    check(&sample, open(&|chat| chat.purpose.clear()), &expect!["refused by 2.3/3d: an other chat needs a purpose"]);
    check(&sample, open(&|chat| chat.include.clear()), &expect!["refused by 2.3/3d: an other chat needs members"]);
    check(
        &sample,
        open(&|chat| chat.owner = Some(sample.orlova)),
        &expect!["refused by 2.3/3d: Орлова Нина Андреевна may not keep the chat 7А · поход"],
    );
    check(
        &sample,
        open(&|chat| {
            chat.include.insert(sample.lugova, String::new());
        }),
        &expect!["refused by 2.3/3d: Лугова Вера Петровна is not of the circle of the class"],
    );
    check(
        &sample,
        open(&|chat| chat.rule = "class-students".into()),
        &expect!["refused by 1.6: no rule asks for the chat 7А · поход"],
    );
    let act = open(&|_| ());
    let another = open(&|chat| chat.purpose = "Выпускной".into());
    check_undo(&mut sample, act.clone());
    // A second one for the same purpose is the same chat; for another purpose it is another one.
    let again: ChatId = sample.ids.fresh();
    let with_id = |mut act: OpenOther| {
        act.chat.id = again;
        act
    };
    check(&sample, with_id(act), &expect!["refused by 1.6: the chat 7А · поход is there already"]);
    check(&sample, with_id(another), &expect!["ok, 1 changes"]);
}

#[test]
fn other_chats_of_the_school_and_of_teaching() {
    let mut sample = Sample::new();
    let id = sample.ids.fresh();
    let open = |rule: &str, owner: PersonId| {
        let mut chat = Chat::new(id, rule.into(), ChatScope::School, ChatState::Created { on: day(5) });
        (chat.name, chat.purpose, chat.owner) = ("Штаб".into(), "Подготовка праздника".into(), Some(owner));
        chat.include = BTreeMap::from([(sample.lugova, String::new())]);
        OpenOther { regulation: regulation(), chat }
    };
    check(&sample, open("management-other", sample.vetrova), &expect!["ok, 1 changes"]);
    check(
        &sample,
        open("management-other", sample.baranov),
        &expect!["refused by 2.2/6e: Баранов Глеб Олегович may not keep the chat Штаб"],
    );
    check(&sample, open("teaching-other", sample.baranov), &expect!["ok, 1 changes"]);
    check(
        &sample,
        open("teaching-other", sample.lugova),
        &expect!["refused by 2.4/3b: Лугова Вера Петровна may not keep the chat Штаб"],
    );
}

#[test]
fn exceptions_go_to_the_checklist_and_back() {
    let mut sample = Sample::new();
    let id = students_chat(&mut sample);
    let (vetrova, zueva) = (sample.vetrova, sample.zueva);
    let except = |kind, person, reason: &str, progress| ExceptMembers {
        regulation: regulation(),
        clause: clause!("2.3/3a"),
        chat: id,
        kind,
        people: BTreeSet::from([person]),
        reason: reason.into(),
        progress,
    };
    check(
        &sample,
        except(ExceptionKind::Include, zueva, "x", Progress::ToDo),
        &expect!["refused by 2.3/3a: Зуева Ева Марковна belongs into the chat already"],
    );
    check(
        &sample,
        except(ExceptionKind::Include, vetrova, " ", Progress::ToDo),
        &expect!["refused by 1.4: an exception needs a reason"],
    );
    check(
        &sample,
        except(ExceptionKind::Exclude, vetrova, "x", Progress::ToDo),
        &expect!["refused by 2.3/3a: Ветрова Анна Ильинична does not belong into the chat"],
    );
    check_undo(&mut sample, except(ExceptionKind::Include, vetrova, "курирует", Progress::ToDo));
    let steps = |sample: &Sample| plan(sample).difference(&chat(sample, id));
    assert_eq!(steps(&sample).add, BTreeSet::from([vetrova]));
    let withdraw = |person| WithdrawException { regulation: regulation(), clause: clause!("2.3/3a"), chat: id, person };
    check_undo(&mut sample, withdraw(vetrova));
    assert!(steps(&sample).is_empty(), "was never added");
    check(
        &sample,
        withdraw(vetrova),
        &expect!["refused by 2.3/3a: Ветрова Анна Ильинична does not belong into the chat"],
    );
    sample.run(&Command::from(except(ExceptionKind::Exclude, zueva, "временно", Progress::ToDo)));
    assert_eq!(steps(&sample).remove, BTreeSet::from([zueva]));
    sample.run(&Command::from(withdraw(zueva)));
    assert!(steps(&sample).is_empty(), "was never removed");
    sample.run(&Command::from(except(ExceptionKind::Exclude, zueva, "временно", Progress::Done)));
    sample.run(&Command::from(withdraw(zueva)));
    assert_eq!(steps(&sample).add, BTreeSet::from([zueva]));
}

fn reconcile(sample: &Sample, id: ChatId) -> ReconcileChat {
    ReconcileChat {
        clause: clause!("2.3/3a"),
        chat: id,
        on: day(9),
        missing: BTreeSet::from([sample.zueva]),
        extra: BTreeSet::from([sample.lugova]),
        misroled: BTreeSet::new(),
        strangers: BTreeSet::from(["Гость".to_owned()]),
    }
}

#[test]
fn a_reconciled_chat_is_in_use_and_its_steps_are_ticked() {
    let mut sample = Sample::new();
    let id = students_chat(&mut sample);
    let act = reconcile(&sample, id);
    check_undo(&mut sample, act);
    assert_eq!(chat(&sample, id).state, ChatState::Active { since: day(9) });
    let tick = |steps: &[ChatStep]| TickChats {
        regulation: regulation(),
        clause: clause!("2.3/3a"),
        ticks: steps.iter().map(|step| ChatTick { chat: id, step: step.clone() }).collect(),
        created: Vec::new(),
        on: day(10),
    };
    let (zueva, lugova) = (sample.zueva, sample.lugova);
    check(&sample, tick(&[]), &expect!["refused by 4.3: nothing is chosen"]);
    check(
        &sample,
        tick(&[ChatStep::Mend(zueva)]),
        &expect!["refused by 2.3/3a: the step is not open any more in 7А · ученики"],
    );
    check(
        &sample,
        tick(&[ChatStep::ChangeOwner(sample.vetrova)]),
        &expect!["refused by 2.3/3a: Ветрова Анна Ильинична may not keep the chat 7А · ученики"],
    );
    let all = [ChatStep::Add(zueva), ChatStep::Remove(lugova), ChatStep::RemoveStranger("Гость".into())];
    check_undo(&mut sample, tick(&all));
    assert!(plan(&sample).difference(&chat(&sample, id)).is_empty());
    check(
        &sample,
        tick(&[ChatStep::Add(zueva)]),
        &expect!["refused by 2.3/3a: the step is not open any more in 7А · ученики"],
    );
    let rest = [ChatStep::Rename("7А класс".into()), ChatStep::ChangeOwner(sample.baranov), ChatStep::Archive];
    sample.run(&Command::from(tick(&rest)));
    assert_eq!((chat(&sample, id).name.as_str(), chat(&sample, id).state.is_live()), ("7А класс", false));
    check(
        &sample,
        reconcile(&sample, id),
        &expect!["refused by 2.3/3a: the state of the chat 7А класс does not allow it"],
    );
}

#[test]
fn chats_are_created_by_a_tick_of_the_checklist() {
    let mut sample = Sample::new();
    let id = students_chat(&mut sample);
    sample.run(&Command::from(reconcile(&sample, id)));
    let scope = ChatScope::Class(sample.class_7a);
    let created = vec![new(&mut sample, "class-parents", &scope)];
    let ticks = vec![ChatTick { chat: id, step: ChatStep::Add(sample.zueva) }];
    let clause = clause!("2.3/3a");
    let act = TickChats { regulation: regulation(), clause, ticks, created, on: day(10) };
    assert_eq!(act.subject(sample.workspace.school()), "7А · ученики, 7А · родители");
    check_undo(&mut sample, act);
    assert_eq!(sample.workspace.school().chats().len(), 2);
}

#[test]
fn members_of_the_staff_room_are_written_down() {
    let mut sample = Sample::new();
    let (class, on) = (sample.staff_room, day(9));
    let joined = BTreeMap::from([(sample.vetrova, (sample.ids.fresh(), MemberRole::Teacher))]);
    check_undo(&mut sample, ReconcileClass { class, on, joined, left: BTreeSet::new() });
    let left = BTreeSet::from([sample.vetrova]);
    check_undo(&mut sample, ReconcileClass { class, on: day(20), joined: BTreeMap::new(), left: left.clone() });
    let row = sample.workspace.school().memberships().values().next().unwrap().clone();
    assert_eq!((row.period.from, row.period.to), (Some(on), Some(day(19))));
    let parent = BTreeMap::from([(sample.zueva_mother, (sample.ids.fresh(), MemberRole::Teacher))]);
    let act = ReconcileClass { class, on, joined: parent, left: BTreeSet::new() };
    check(&sample, act, &expect!["refused by 2.7/1: a parent joins chats, not classes"]);
}

#[test]
fn the_school_chooses() {
    let mut sample = Sample::new();
    sample.save(Settings { unclaimed_days: 14, ..Settings::default() });
    let quiet = Some(QuietHours { from: 1260, to: 420 });
    let rules = "Пишем по делу".to_owned();
    check_undo(
        &mut sample,
        ChooseChats { splits_subgroup_chats: true, collapses_primary_chats: false, quiet, rules: rules.clone() },
    );
    let settings = sample.workspace.school().settings().values().next().unwrap().clone();
    assert_eq!((settings.unclaimed_days, settings.splits_subgroup_chats), (14, true));
    assert_eq!((settings.chat_quiet, &settings.chat_rules), (quiet, &rules));
}

#[test]
fn a_record_keeps_the_rules_whoever_writes_it() {
    let mut sample = Sample::new();
    let id = sample.ids.fresh();
    let save = |edit: &dyn Fn(&mut Chat)| {
        let mut chat = Chat::new(id, "deputies".into(), ChatScope::School, ChatState::Created { on: day(5) });
        chat.name = "Администрация".into();
        edit(&mut chat);
        Command::Save(chat.into())
    };
    let check = |edit: &dyn Fn(&mut Chat), expected: Expect| expected.assert_eq(&sample.answer(&save(edit)));
    check(&|_| (), expect!["ok, 1 changes"]);
    check(
        &|chat| chat.owner = Some(sample.zueva_mother),
        expect!["refused by 2.4/3: Зуева Ольга Петровна holds no post at the school"],
    );
    check(&|chat| chat.name.clear(), expect!["refused by 4.3: a required field is empty"]);
    check(
        &|chat| chat.exclude = BTreeMap::from([(sample.vetrova, String::new())]),
        expect!["refused by 1.4: an exception needs a reason"],
    );
    check(
        &|chat| {
            chat.exclude = BTreeMap::from([(sample.vetrova, "x".into())]);
            chat.include = chat.exclude.clone();
        },
        expect!["refused by 1.4: Ветрова Анна Ильинична is an exception in both ways"],
    );
    check(
        &|chat| chat.state = ChatState::NotRequired { reason: String::new(), by: "Орлова".into() },
        expect!["refused by 1.4: doing without a chat needs a reason and an author"],
    );
}

#[test]
fn a_person_who_is_removed_is_forgotten_by_chats() {
    let mut sample = Sample::new();
    let id = students_chat(&mut sample);
    sample.run(&Command::from(reconcile(&sample, id)));
    sample.run(&Command::Remove(crate::domain::RecordKey::to::<Person>(sample.lugova)));
    assert!(chat(&sample, id).extra.is_empty());
}
