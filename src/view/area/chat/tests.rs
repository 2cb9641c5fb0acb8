//! The screen of chats over the named people's school: what it shows, and what its forms and deeds do.

use std::collections::BTreeSet;

use super::{Ask, Deed, card, page};
use crate::demo::{self, Scale};
use crate::domain::sample::{Sample, context, day};
use crate::domain::{ChatId, ChatRuleId, ChatScope, Command, IdSource, School};
use crate::plan::chat::{ChatStep, ChatTurn};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;
use crate::view::area::{Asking, Doing};
use crate::view::form::{Form, Values};
use crate::view::page::{Body, Page, Section, Table};
use crate::view::room::{Making, Query, Room};

/// Looks at a school from an address.
fn within<T>(school: &School, hash: &str, chosen: &BTreeSet<String>, lang: Lang, look: impl FnOnce(&Room) -> T) -> T {
    let context = context();
    let index = Index::of(school, context.today);
    let regulation = Regulation::bundled();
    let plan = Plan::of(school, &index, regulation);
    let query = Query::parse(hash);
    let (index, plan, context, query) = (&index, &plan, &context, &query);
    look(&Room { school, index, plan, regulation, context, lang, query, chosen })
}

fn look(sample: &Sample, hash: &str) -> Page {
    within(sample.workspace.school(), hash, &BTreeSet::new(), Lang::Ru, page)
}

fn section<'a>(page: &'a Page, id: &str) -> &'a Section {
    page.sections.iter().find(|section| section.id == id).unwrap_or_else(|| panic!("no section {id}"))
}

fn table<'a>(page: &'a Page, id: &str) -> &'a Table {
    match &section(page, id).body {
        Body::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

/// The first cells of a table.
#[track_caller]
fn check_rows(page: &Page, id: &str, columns: usize, expected: &[&str]) {
    let shown = table(page, id).rows.iter().map(|row| {
        let cells: Vec<&str> = row.cells.iter().take(columns).map(|cell| cell.text.as_str()).collect();
        cells.join(" | ")
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}

fn figures(page: &Page) -> Vec<String> {
    let Body::Figures(figures) = &section(page, "figures").body else { panic!("no figures") };
    figures.iter().map(|figure| format!("{} {}", figure.label, figure.value)).collect()
}

/// The keys of rows of a table at an address.
fn keys(sample: &Sample, hash: &str, id: &str) -> BTreeSet<String> {
    table(&look(sample, hash), id).rows.iter().map(|row| row.key.clone()).collect()
}

fn filled(pairs: &[(&'static str, &str)]) -> Values {
    let mut values = Values::default();
    for (id, value) in pairs {
        values.set(id, *value);
    }
    values
}

/// Fills a form and sends it.
#[track_caller]
fn ask(sample: &mut Sample, ask: &Ask, hash: &str, chosen: &BTreeSet<String>, pairs: &[(&'static str, &str)]) -> Form {
    let values = filled(pairs);
    let mut ids = sample.ids.clone();
    let (form, command) = within(sample.workspace.school(), hash, chosen, Lang::Ru, |room| {
        let form = ask.form(room, &values);
        let command = ask.command(room, &values.over(&form), &mut Making { ids: &mut ids });
        (form, command)
    });
    sample.ids = ids;
    sample.run(&command.unwrap_or_else(|faults| panic!("{faults:?}")));
    form
}

#[track_caller]
fn deed(sample: &mut Sample, deed: &Deed, chosen: &BTreeSet<String>) {
    let mut ids = sample.ids.clone();
    let command = within(sample.workspace.school(), "#/chats", chosen, Lang::Ru, |room| {
        deed.command(room, &mut Making { ids: &mut ids })
    });
    sample.ids = ids;
    sample.run(&command.unwrap_or_else(|refusal| panic!("{refusal}")));
}

fn none() -> BTreeSet<String> {
    BTreeSet::new()
}

fn students_of(sample: &Sample) -> (ChatRuleId, ChatScope) {
    ("class-students".into(), ChatScope::Class(sample.class_7a))
}

fn create_students(sample: &mut Sample) -> ChatId {
    let (rule, scope) = students_of(sample);
    ask(sample, &Ask::Create(rule, scope), "#/chats", &none(), &[]);
    *sample.workspace.school().chats().keys().next_back().unwrap()
}

#[test]
fn a_school_without_anything_is_told_where_to_begin() {
    let page = within(&School::default(), "#/chats", &none(), Lang::Ru, page);
    assert!(matches!(section(&page, "empty").body, Body::Empty { .. }));
}

#[test]
fn the_plan_by_clause_and_by_chat() {
    let sample = Sample::new();
    let page = look(&sample, "#/chats");
    assert_eq!(
        figures(&page),
        [
            "Создано из требуемых 0",
            "Создать 11",
            "Переименовать 0",
            "Сменить владельца 0",
            "Шагов по участникам 0",
            "Убрать в архив 0",
            "Вне платформы 0"
        ]
    );
    check_rows(
        &page,
        "clauses",
        5,
        &[
            "2.2/6a | Руководитель и заместители | 1 | 0 | 1",
            "2.2/6b | Руководитель и педагоги | 1 | 0 | 1",
            "2.2/6c | Руководитель и родительский актив | 1 | 0 | 1",
            "2.2/6d | Руководитель и ученический актив | 1 | 0 | 1",
            "2.3/3a | Ученики класса | 2 | 0 | 2",
            "2.3/3b | Родители класса | 2 | 0 | 2",
            "2.3/3c | Педагоги класса | 2 | 0 | 2",
            "2.4/3a | Предмет в классе | 1 | 0 | 1",
        ],
    );
    assert_eq!(table(&page, "required").rows.len(), 11);
}

#[test]
fn the_address_narrows_the_plan() {
    let sample = Sample::new();
    let class = format!("#/chats?class={}", sample.class_7b);
    check_rows(
        &look(&sample, &class),
        "required",
        4,
        &[
            "7Б · ученики | 7Б | 2.3/3a | не назначен",
            "7Б · родители | 7Б | 2.3/3b | не назначен",
            "7Б · педагоги | 7Б | 2.3/3c | не назначен",
        ],
    );
    check_rows(
        &look(&sample, "#/chats?rule=subject"),
        "required",
        4,
        &["7А · Математика | 7А | 2.4/3a | Баранов Глеб Олегович"],
    );
    check_rows(&look(&sample, "#/chats?state=live"), "required", 1, &[]);
    let owner = format!("#/chats?owner={}&rule=class-parents", sample.baranov);
    check_rows(&look(&sample, &owner), "required", 1, &["7А · родители"]);
}

#[test]
fn one_person_and_the_chats_of_the_rules() {
    let mut sample = Sample::new();
    let hash = format!("#/chats?person={}", sample.zueva);
    check_rows(
        &look(&sample, &hash),
        "person",
        4,
        &["7А · ученики | 2.3/3a | ученик класса | Создать", "7А · Математика | 2.4/3a | ученик класса | Создать"],
    );
    let id = create_students(&mut sample);
    let list = [("list", "Ева Зуева\nВера Лугова")];
    ask(&mut sample, &Ask::Reconcile(id), "#/chats", &none(), &list);
    check_rows(
        &look(&sample, &hash),
        "person",
        4,
        &["7А · ученики | 2.3/3a | ученик класса | в чате", "7А · Математика | 2.4/3a | ученик класса | Создать"],
    );
    let hash = format!("#/chats?person={}", sample.lugova);
    check_rows(&look(&sample, &hash), "person", 4, &["7А · ученики | 2.3/3a |  | в чате, но не должен"]);
}

#[test]
fn chosen_chats_are_created_and_those_without_an_owner_wait() {
    let mut sample = Sample::new();
    let chosen = keys(&sample, "#/chats", "required");
    let form = ask(&mut sample, &Ask::CreateChosen, "#/chats", &chosen, &[]);
    assert!(form.preview.iter().any(|section| section.id == "vacant"));
    let school = sample.workspace.school();
    assert_eq!(school.chats().len(), 8);
    assert!(school.chats().values().all(|chat| chat.moderator == chat.owner && chat.owner.is_some()));
    check_rows(
        &look(&sample, "#/chats?state=create"),
        "required",
        1,
        &["7Б · ученики", "7Б · родители", "7Б · педагоги"],
    );
    let chosen = keys(&sample, "#/chats?state=create", "required");
    let refused = within(sample.workspace.school(), "#/chats", &chosen, Lang::Ru, |room| {
        Ask::CreateChosen.form(room, &Values::default()).refused
    });
    assert!(refused.is_some());
}

#[test]
fn the_checklist_is_ticked_together() {
    let mut sample = Sample::new();
    let id = create_students(&mut sample);
    ask(&mut sample, &Ask::Reconcile(id), "#/chats", &none(), &[("list", "Вера Лугова\nГость Случайный")]);
    let page = look(&sample, &format!("#/chats?tab=checklist&class={}", sample.class_7a));
    check_rows(
        &page,
        "checklist",
        2,
        &[
            "Добавить: Зуева Ева Марковна | 7А · ученики",
            "Убрать: Лугова Вера Петровна | 7А · ученики",
            "Убрать неизвестного: Гость Случайный | 7А · ученики",
            "Создать чат | 7А · родители",
            "Создать чат | 7А · педагоги",
            "Создать чат | 7А · Математика",
        ],
    );
    check_rows(&look(&sample, "#/chats?tab=checklist&step=add"), "checklist", 1, &["Добавить: Зуева Ева Марковна"]);
    let chosen = keys(&sample, "#/chats?tab=checklist", "checklist");
    let before = sample.workspace.school().clone();
    deed(&mut sample, &Deed::TickChosen, &chosen);
    assert_eq!(sample.workspace.school().chats().len(), 8);
    check_rows(
        &look(&sample, "#/chats?tab=checklist"),
        "checklist",
        2,
        &["Создать чат | 7Б · ученики", "Создать чат | 7Б · родители", "Создать чат | 7Б · педагоги"],
    );
    let undo = sample.ids.fresh();
    sample.workspace.undo(undo, &context()).unwrap();
    assert!(*sample.workspace.school() == before, "one step takes all ticks back");
}

#[test]
fn a_card_has_members_and_their_steps() {
    let mut sample = Sample::new();
    let id = create_students(&mut sample);
    let show = |sample: &Sample| within(sample.workspace.school(), "#/chats", &none(), Lang::Ru, |room| card(room, id));
    check_rows(
        &show(&sample),
        "members",
        4,
        &[
            "Баранов Глеб Олегович | учитель | классный руководитель | в чате",
            "Зуева Ева Марковна | ученик | ученик класса | не сверялся",
        ],
    );
    assert!(matches!(section(&show(&sample), "checklist").body, Body::Notice(..)));
    ask(&mut sample, &Ask::Reconcile(id), "#/chats", &none(), &[("list", "Вера Лугова")]);
    let page = show(&sample);
    check_rows(
        &page,
        "members",
        4,
        &[
            "Баранов Глеб Олегович | учитель | классный руководитель | в чате",
            "Зуева Ева Марковна | ученик | ученик класса | нет в чате",
            "Лугова Вера Петровна | учитель | основания нет | в чате, но не должен",
        ],
    );
    let Body::Checklist(steps) = &section(&page, "checklist").body else { panic!("no checklist") };
    assert_eq!(steps.len(), 2);
    let (zueva, vetrova) = (sample.zueva, sample.vetrova);
    deed(&mut sample, &Deed::Tick(id, ChatStep::Add(zueva)), &none());
    deed(&mut sample, &Deed::TickAll(id), &none());
    let include = [("people", vetrova.to_string()), ("reason", "курирует".to_owned())];
    let include: Vec<(&'static str, &str)> = include.iter().map(|(id, text)| (*id, text.as_str())).collect();
    ask(&mut sample, &Ask::Include(id), "#/chats", &none(), &include);
    check_rows(
        &show(&sample),
        "exceptions",
        4,
        &["Ветрова Анна Ильинична | 7А · ученики | добавлен сверх правила | курирует"],
    );
    deed(&mut sample, &Deed::Withdraw(id, vetrova), &none());
    deed(&mut sample, &Deed::Remove(id), &none());
    assert_eq!(section(&show(&sample), "gone").id, "gone");
}

#[test]
fn the_preview_of_a_list_is_live() {
    let mut sample = Sample::new();
    let id = create_students(&mut sample);
    let form = |text: &str| {
        let values = filled(&[("list", text)]);
        within(sample.workspace.school(), "#/chats", &none(), Lang::Ru, |room| Ask::Reconcile(id).form(room, &values))
    };
    assert!(form("").refused.is_some() && form("").preview.is_empty());
    assert!(form("123").refused.is_some());
    let right = form("Ева Зуева\nПётр Посторонний\n\n---");
    assert_eq!(right.refused, None);
    let differences = right.preview.iter().find(|section| section.id == "differences").unwrap();
    let Body::Table(table) = &differences.body else { panic!("no table") };
    assert_eq!(table.rows[0].cells[1].text, "Пётр Посторонний");
    assert!(right.preview.iter().any(|section| section.id == "notes"), "roles and skipped lines are told");
}

#[test]
fn who_is_in_a_class_is_written_down() {
    let mut sample = Sample::new();
    let class = sample.staff_room;
    let list = "Нина Орлова;Учитель\nГлеб Баранов;Учитель\nОльга Зуева;Родитель\n";
    ask(&mut sample, &Ask::ReconcileClass(class), "#/chats", &none(), &[("list", list), ("on", "2026-09-09")]);
    check_rows(
        &look(&sample, "#/chats?tab=reality"),
        "classes",
        3,
        &["Учительская | 3 | 2", "7А | 2 | 0", "7Б | 0 | 0"],
    );
    let list = "Нина Орлова\nАнна Ветрова";
    ask(&mut sample, &Ask::ReconcileClass(class), "#/chats", &none(), &[("list", list), ("on", "2026-09-10")]);
    let index = Index::of(sample.workspace.school(), day(10));
    assert_eq!(index.joined, BTreeSet::from([sample.orlova, sample.vetrova]).into());
}

#[test]
fn other_chats_and_the_archive() {
    let mut sample = Sample::new();
    let (class, zueva) = (sample.class_7a.to_string(), sample.zueva.to_string());
    let owner = sample.baranov.to_string();
    let pairs = [
        ("class", class.as_str()),
        ("name", "7А · поход"),
        ("purpose", "Поход"),
        ("owner", owner.as_str()),
        ("members", zueva.as_str()),
    ];
    ask(&mut sample, &Ask::Other("class-other".into()), "#/chats?tab=other", &none(), &pairs);
    let id = *sample.workspace.school().chats().keys().next().unwrap();
    check_rows(
        &look(&sample, "#/chats?tab=other"),
        "other",
        5,
        &["7А · поход | Поход | 2.3/3d | Баранов Глеб Олегович | 2"],
    );
    ask(&mut sample, &Ask::Turn(id, ChatTurn::Archive), "#/chats", &none(), &[]);
    check_rows(&look(&sample, "#/chats?tab=other"), "archive", 1, &["7А · поход"]);
    ask(&mut sample, &Ask::Turn(id, ChatTurn::Use), "#/chats", &none(), &[]);
    let chosen = BTreeSet::from([id.to_string()]);
    ask(&mut sample, &Ask::TurnChosen(ChatTurn::ReadOnly), "#/chats", &chosen, &[]);
    ask(&mut sample, &Ask::TurnChosen(ChatTurn::Archive), "#/chats", &chosen, &[]);
    check_rows(&look(&sample, "#/chats?tab=other"), "other", 1, &[]);
}

#[test]
fn a_chat_that_the_school_does_without() {
    let mut sample = Sample::new();
    let (rule, scope) = students_of(&sample);
    ask(&mut sample, &Ask::Excuse(rule, scope), "#/chats", &none(), &[("reason", "нет телефонов")]);
    check_rows(
        &look(&sample, "#/chats?tab=exceptions"),
        "excused",
        5,
        &["7А · ученики | 7А | 2.3/3a | нет телефонов | Орлова"],
    );
    let id = *sample.workspace.school().chats().keys().next().unwrap();
    deed(&mut sample, &Deed::Require(id), &none());
    assert!(sample.workspace.school().chats().is_empty());
    let chosen = keys(&sample, "#/chats?rule=class-parents", "required");
    ask(&mut sample, &Ask::ExcuseChosen, "#/chats", &chosen, &[("reason", "есть общий чат")]);
    assert_eq!(sample.workspace.school().chats().len(), 2);
}

#[test]
fn details_and_defaults_are_changed_by_forms() {
    let mut sample = Sample::new();
    let id = create_students(&mut sample);
    let pairs = [("name", "Ученики 7А"), ("quiet-from", "21:00"), ("quiet-to", "07:00"), ("rules", "Пишем по делу")];
    ask(&mut sample, &Ask::Change(id), "#/chats", &none(), &pairs);
    let chat = sample.workspace.school().chats()[&id].clone();
    assert_eq!((chat.name.as_str(), chat.owner), ("Ученики 7А", Some(sample.baranov)));
    assert_eq!(chat.quiet.map(|quiet| (quiet.from, quiet.to)), Some((1260, 420)));
    let key = super::key::of(&chat.rule, &chat.scope);
    let chosen = BTreeSet::from([key]);
    ask(&mut sample, &Ask::EquipChosen, "#/chats", &chosen, &[("how", "keep"), ("rules", "Коротко")]);
    assert_eq!(sample.workspace.school().chats()[&id].rules, "Коротко");
    let form = ask(&mut sample, &Ask::Choose, "#/chats?tab=settings", &none(), &[("subgroups", "yes")]);
    assert!(form.preview.iter().any(|section| section.id == "counts"));
    assert!(sample.workspace.school().settings().values().all(|row| row.splits_subgroup_chats));
}

#[test]
fn a_time_that_is_none_is_told_at_its_field() {
    let sample = Sample::new();
    let (rule, scope) = students_of(&sample);
    let values = filled(&[("quiet-from", "25:00"), ("name", "")]);
    let faults = within(sample.workspace.school(), "#/chats", &none(), Lang::Ru, |room| {
        let ask = Ask::Create(rule, scope);
        let whole = values.over(&ask.form(room, &values));
        ask.command(room, &whole, &mut Making { ids: &mut sample.ids.clone() }).map(|_: Command| ()).unwrap_err()
    });
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field).collect();
    assert_eq!(fields, ["name", "quiet-from", "quiet-to"]);
}

#[test]
fn subjects_by_class_in_a_matrix() {
    let mut sample = Sample::new();
    let page = look(&sample, "#/chats?tab=matrix");
    check_rows(&page, "matrix", 3, &["Математика | Создать | "]);
    let chosen = keys(&sample, "#/chats?rule=subject", "required");
    ask(&mut sample, &Ask::CreateChosen, "#/chats", &chosen, &[("on", "2026-09-05")]);
    check_rows(&look(&sample, "#/chats?tab=matrix&grade=7"), "matrix", 3, &["Математика | Создан 05.09.2026 | "]);
}

#[test]
fn every_tab_of_the_demo_school_is_there_in_both_languages() {
    let mut ids = IdSource::new(1_788_000_000_000, [44; 10]);
    let school = demo::school(Scale::Gymnasium, &mut ids).unwrap();
    let pages: Vec<(&str, Page)> = within(&school, "#/chats", &none(), Lang::Ru, |room| {
        let tabs = super::TABS.iter().flat_map(|tab| Lang::ALL.map(|lang| (*tab, lang)));
        let page = |(tab, lang)| {
            let query = Query::from([("tab", tab)]);
            (tab, page(&Room { lang, query: &query, ..*room }))
        };
        tabs.map(page).collect()
    });
    for (tab, page) in pages {
        {
            assert!(!page.sections.is_empty() && page.tabs.iter().filter(|tab| tab.is_here).count() == 1, "{tab}");
            let keys = page.sections.iter().filter_map(|section| match &section.body {
                Body::Table(table) => Some(table),
                _ => None,
            });
            for table in keys {
                let unique: BTreeSet<&str> = table.rows.iter().map(|row| row.key.as_str()).collect();
                assert_eq!(unique.len(), table.rows.len(), "{tab}: {}", table.name);
                assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{tab}: {}", table.name);
            }
        }
    }
}
