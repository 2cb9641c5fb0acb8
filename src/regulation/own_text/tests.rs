//! Texts as schools keep them: dashes, letters, addresses, wrapped lines, gaps, nonsense. All wordings are made up.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{OwnText, split};
use crate::regulation::Regulation;

/// Splits by the bundled register and tells the clauses, what is extra, and how much is missing.
#[track_caller]
fn check(text: &str, expected: &Expect) {
    let OwnText { front, clauses, intros, missing, extra } = split(text, Regulation::bundled());
    let front = Some(front).filter(|front| !front.is_empty()).map(|front| format!("front: {front}\n"));
    let clauses = clauses.iter().map(|(id, text)| format!("{id}: {text}\n"));
    let intros = intros.iter().map(|(id, text)| format!("{id} before the list: {text}\n"));
    let extra = extra.iter().map(|extra| format!("extra at {}: {}\n", extra.place, extra.text));
    let missing = format!("missing: {}\n", missing.len());
    let told: String = front.into_iter().chain(clauses).chain(intros).chain(extra).chain([missing]).collect();
    expected.assert_eq(&told);
}

#[test]
fn points_with_wrapped_lines_and_headings() {
    check(
        "ПОЛОЖЕНИЕ\nо профиле\n\n1. Общие положения\n1.1. Это местный акт,\nобязательный для всех.\n1.2 Опирается на акты:\n\
         - первый;\n- второй.\n2. Права и\nобязанности\n",
        &expect![[r"
            front: ПОЛОЖЕНИЕ о профиле
            1.1: Это местный акт, обязательный для всех.
            1.2: Опирается на акты: первый; второй.
            missing: 62
        "]],
    );
}

#[test]
fn a_date_or_a_reference_begins_no_clause() {
    check(
        "1.1. Приказ от\n15.07.2022 № 542/1 и пункт\n1.1 того же письма.\n",
        &expect![[r"
            1.1: Приказ от 15.07.2022 № 542/1 и пункт 1.1 того же письма.
            missing: 63
        "]],
    );
}

#[test]
fn a_list_of_as_many_bullets_is_given_in_order() {
    check(
        "2.5. Обучающийся:\n— вступает;\n— участвует;\n— учится;\n— бережёт профиль.\n",
        &expect![[r"
            2.5/1: вступает;
            2.5/2: участвует;
            2.5/3: учится;
            2.5/4: бережёт профиль.
            2.5 before the list: Обучающийся:
            missing: 60
        "]],
    );
}

#[test]
fn a_missing_bullet_is_told_by_the_words_in_common() {
    check(
        "2.5. Обучающийся:\n- вступает в чат по ссылке;\n- участвует в онлайн-уроках;\n- отвечает за безопасность своего профиля.\n",
        &expect![[r"
            2.5/1: вступает в чат по ссылке;
            2.5/3: участвует в онлайн-уроках;
            2.5/4: отвечает за безопасность своего профиля.
            2.5 before the list: Обучающийся:
            missing: 61
        "]],
    );
}

#[test]
fn what_the_register_does_not_have_is_extra() {
    check(
        "2.6. Гость смотрит.\n2.7. Родитель:\n- вступает в чат;\n- общается;\n- танцует.\n5.1. Хранение.\n",
        &expect![[r"
            2.7/1: общается;
            2.7/2: танцует.
            2.7 before the list: Родитель:
            extra at 2.6: Гость смотрит.
            extra at 2.7: вступает в чат;
            extra at 5.1: Хранение.
            missing: 62
        "]],
    );
}

#[test]
fn addresses_and_russian_letters() {
    check(
        "2.1/12. отзывает ссылки;\n2.2.6. ведёт чаты:\n2.2/6а с заместителями;\n2.2/6z с кем-то;\n",
        &expect![[r"
            2.1/12: отзывает ссылки;
            2.2/6: ведёт чаты:
            2.2/6a: с заместителями;
            extra at 2.2/6z: с кем-то;
            missing: 61
        "]],
    );
}

#[test]
fn nothing_is_nothing() {
    check(
        "",
        &expect![[r"
        missing: 64
    "]],
    );
}

#[test]
fn a_huge_text_is_read_in_time_and_bounded() {
    let text = format!("1.1. {}\n{}", "слово ".repeat(100_000), "- ещё\n".repeat(50_000));
    let own = split(&text, Regulation::bundled());
    assert_eq!(own.clauses.len(), 1);
    assert!(split(&"2.1. ".repeat(100_000), Regulation::bundled()).clauses.len() <= 1);
}

proptest! {
    #[test]
    fn any_text_is_split_and_no_word_of_the_register_is_made_up(text in "(?s).{0,400}") {
        let own = split(&text, Regulation::bundled());
        let known = Regulation::bundled().clauses().filter(|(_, entry)| !entry.absent).count();
        prop_assert_eq!(own.clauses.len() + own.missing.len(), known);
    }
}
