//! L20, L22, L23, L24 (members), L25, L26 (chats).

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect;

use super::{check, check_later};
use crate::audit::Lint;
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AcknowledgementSheet, Chat, ChatScope, ChatState, Consent, ConsentState, Person, QuietHours, Record, SheetAudience,
    SheetSubject,
};

fn chat(sample: &mut Sample, rule: &str, scope: ChatScope) -> Chat {
    Chat {
        id: sample.ids.fresh(),
        rule: rule.into(),
        scope,
        name: "Чат".into(),
        purpose: String::new(),
        owner: Some(sample.baranov),
        moderator: Some(sample.baranov),
        link: String::new(),
        state: ChatState::Active { since: day(2) },
        quiet: Some(QuietHours { from: 21 * 60, to: 7 * 60 }),
        rules: "Только по делу".into(),
        include: BTreeMap::new(),
        exclude: BTreeMap::new(),
        checked: Some(day(9)),
        missing: BTreeSet::new(),
        extra: BTreeSet::new(),
        misroled: BTreeSet::new(),
        strangers: BTreeSet::new(),
    }
}

fn of_7a(sample: &mut Sample, rule: &str) -> Chat {
    let scope = ChatScope::Class(sample.class_7a);
    chat(sample, rule, scope)
}

#[test]
fn chats_of_the_administration() {
    check(
        Lint::ManagementChat,
        |sample| {
            let owner = Some(sample.orlova);
            let rows = ["deputies", "pedagogues", "parent-activists"]
                .map(|rule| Record::from(Chat { owner, ..chat(sample, rule, ChatScope::School) }));
            rows.into()
        },
        &expect!["error 2.2/6d Нет чата: Руководитель и ученический актив."],
    );
}

#[test]
fn the_school_may_do_without_a_chat_for_a_reason() {
    check(
        Lint::ManagementChat,
        |sample| {
            let owner = Some(sample.orlova);
            let mut rows: Vec<Record> = ["deputies", "pedagogues", "parent-activists"]
                .map(|rule| Record::from(Chat { owner, ..chat(sample, rule, ChatScope::School) }))
                .into();
            let state = ChatState::NotRequired { reason: "актива нет".into(), by: "Орлова".into() };
            rows.push(Chat { state, ..chat(sample, "student-activists", ChatScope::School) }.into());
            rows
        },
        &expect![""],
    );
}

fn class_chats(sample: &mut Sample) -> Vec<Chat> {
    ["class-students", "class-parents", "class-teachers"].map(|rule| of_7a(sample, rule)).into()
}

#[test]
fn chats_of_a_class() {
    check(
        Lint::ClassChat,
        |_| vec![],
        &expect!["error 2.3/3a Класс 7А, нет чатов: 7А · ученики; 7А · родители; 7А · педагоги."],
    );
    check(Lint::ClassChat, |sample| class_chats(sample).into_iter().map(Record::from).collect(), &expect![""]);
}

#[test]
fn a_chat_twice_led_by_another_and_with_strangers() {
    check(
        Lint::ClassChat,
        |sample| {
            let mut rows = class_chats(sample);
            rows[0].owner = Some(sample.vetrova);
            rows[1].extra = BTreeSet::from([sample.lugova]);
            rows[1].strangers = BTreeSet::from(["Гость".to_owned()]);
            rows.push(of_7a(sample, "class-teachers"));
            rows.into_iter().map(Record::from).collect()
        },
        &expect![[r"
            error 2.3/3a Чат «Чат» ведёт Ветрова Анна Ильинична, а должен вести Баранов Глеб Олегович.
            error 2.3/3c Чат «Чат» повторяет другой такой же.
            warning 2.3/3b Состав чата «Чат» расходится с планом: добавить 0, убрать 2, исправить роль 0."]],
    );
}

#[test]
fn teaching_chats() {
    check(Lint::SubjectChat, |_| vec![], &expect!["error 2.4/3a 7А, нет учебных чатов: 7А · Математика."]);
    check(
        Lint::SubjectChat,
        |sample| {
            let line = sample.workspace.school().load()[&sample.math_7a].as_ref().clone();
            let scope = |class| ChatScope::Subject { class, subject: line.subject, group: String::new() };
            let (here, past) = (scope(line.class), scope(sample.class_7b));
            vec![chat(sample, "subject", here).into(), chat(sample, "subject", past).into()]
        },
        &expect!["warning 2.4/3a Чат «Чат» больше не соответствует ни классу, ни строке учебного плана, ни группе."],
    );
}

#[test]
fn other_chats_say_what_they_are_for() {
    check(
        Lint::SubjectChat,
        |sample| {
            let line = sample.workspace.school().load()[&sample.math_7a].as_ref().clone();
            let scope = ChatScope::Subject { class: line.class, subject: line.subject, group: String::new() };
            let named =
                Chat { purpose: "Олимпиада".into(), ..chat(sample, "teaching-other", ChatScope::School) };
            let other = chat(sample, "teaching-other", ChatScope::School);
            vec![chat(sample, "subject", scope).into(), named.into(), other.into()]
        },
        &expect!["warning 2.4/3b У чата «Чат» не указано назначение."],
    );
}

#[test]
fn who_has_not_joined_a_chat() {
    check(
        Lint::Family,
        |sample| {
            let mut rows = class_chats(sample);
            rows[0].missing = BTreeSet::from([sample.zueva]);
            rows.into_iter().map(Record::from).collect()
        },
        &expect!["warning 2.5/2 Чат «Чат»: не вступили 1 участник."],
    );
}

#[test]
fn who_withdrew_consent_is_not_missing_from_a_chat() {
    check(
        Lint::Family,
        |sample| {
            let row = sample.workspace.school().people()[&sample.zueva].as_ref().clone();
            let consent = Consent { state: ConsentState::Withdrawn, ..Consent::default() };
            sample.save(Person { consent, ..row });
            let mut rows = class_chats(sample);
            rows[0].missing = BTreeSet::from([sample.zueva]);
            rows.into_iter().map(Record::from).collect()
        },
        &expect![""],
    );
}

fn memo(sample: &mut Sample, on: Option<chrono::NaiveDate>) -> Record {
    let (id, class) = (sample.ids.fresh(), Some(sample.class_7a));
    let people = BTreeMap::from([(sample.zueva, on)]);
    AcknowledgementSheet {
        id,
        subject: SheetSubject::Security,
        class,
        audience: SheetAudience::Students,
        opened_on: day(4),
        people,
    }
    .into()
}

#[test]
fn the_security_memo() {
    check(Lint::Memo, |_| vec![], &expect!["warning 2.5/4 Класс 7А: памятка по безопасности не выдана."]);
    check(Lint::Memo, |sample| vec![memo(sample, Some(day(5)))], &expect![""]);
    check(
        Lint::Memo,
        |sample| vec![memo(sample, None)],
        &expect!["warning 2.5/4 Класс 7А: памятку по безопасности подтвердили не все, осталось: 1."],
    );
}

#[test]
fn what_the_text_leaves_open_for_chats() {
    let chat = |sample: &mut Sample| {
        let ids: Vec<_> = sample.workspace.school().people().keys().copied().collect();
        for id in ids {
            let row = sample.workspace.school().people()[&id].as_ref().clone();
            sample.save(Person { consent: Consent { state: ConsentState::Given, ..Consent::default() }, ..row });
        }
        let row = of_7a(sample, "class-students");
        vec![Chat { moderator: None, quiet: None, rules: String::new(), ..row }.into()]
    };
    check(
        Lint::Gap,
        chat,
        &expect![[r"
            note 4.3 У чата «Чат» нет модератора.
            note 4.3 Чатов без тихих часов: 1, без правил: 1."]],
    );
    check_later(
        Lint::Gap,
        "2027-02-01",
        chat,
        &expect![[r"
            note 4.3 У чата «Чат» нет модератора.
            note 4.3 Чатов без тихих часов: 1, без правил: 1.
            note 2.3/4 Чатов, состав которых не сверяли больше 120 дней: 1."]],
    );
}
