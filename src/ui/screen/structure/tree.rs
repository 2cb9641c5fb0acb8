//! The tree: a table for each level, its parallels as groups of rows.

use leptos::prelude::*;

use crate::domain::SchoolYearId;
use crate::text::{Lang, msg, number};
use crate::ui::component::{EmptyState, ListFiles, TableRegion, spoken};
use crate::ui::session::Session;
use crate::view::file;
use crate::view::route::Route;
use crate::view::structure::{self, ClassRow, Level, LevelRow, ParallelRow};

/// The classes of the year by level and parallel.
#[component]
pub fn TreeView(year: Memo<Option<SchoolYearId>>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let tree = Memo::new(move |_| {
        let year = year.get();
        session.school(|school, index| year.map(|year| structure::tree(school, index, year)).unwrap_or_default())
    });
    let list = Callback::new(move |()| tree.with_untracked(|tree| file::classes(lang, tree)));
    view! {
        {move || {
            let tree = tree.get();
            if tree.classes == 0 {
                return view! {
                    <EmptyState title=msg::structure_no_classes(lang) text=msg::structure_no_classes_text(lang)>
                        <a class="button" href=Route::Import.to_string()>{msg::structure_import(lang)}</a>
                    </EmptyState>
                }
                    .into_any();
            }
            let lead = msg::structure_lead(lang, tree.classes as u64, tree.students as u64);
            view! {
                <div class="cluster">
                    <p class="strong" data-testid="structure-count" data-n=tree.classes role="status">{lead}</p>
                    <ListFiles id="classes" list />
                </div>
                {tree.levels.into_iter().map(|level| view! { <LevelCard level /> }).collect_view()}
            }
                .into_any()
        }}
    }
}

fn level_name(lang: Lang, level: Level) -> &'static str {
    match level {
        Level::Primary => msg::structure_level_primary(lang),
        Level::Basic => msg::structure_level_basic(lang),
        Level::Secondary => msg::structure_level_secondary(lang),
    }
}

#[component]
fn LevelCard(level: LevelRow) -> impl IntoView {
    let lang = crate::ui::session::lang();
    let name = level_name(lang, level.level);
    let count = msg::structure_lead(lang, level.classes() as u64, level.students() as u64);
    view! {
        <section class="card is-flush">
            <header class="card__header">
                <h2 class="card__title">{name}</h2>
                <span class="muted">{count}</span>
            </header>
            <TableRegion caption=name>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{msg::structure_parallel(lang)}</th>
                            <th scope="col">{msg::structure_class(lang)}</th>
                            <th scope="col" class="table__number">{msg::structure_students(lang)}</th>
                            <th scope="col">{msg::structure_teacher(lang)}</th>
                        </tr>
                    </thead>
                    {level.parallels.into_iter().map(|parallel| parallel_rows(lang, parallel)).collect_view()}
                </table>
            </TableRegion>
        </section>
    }
}

fn parallel_rows(lang: Lang, parallel: ParallelRow) -> impl IntoView {
    let count = msg::structure_parallel_students(lang, parallel.students() as u64);
    let (grade, height) = (parallel.grade, parallel.classes.len());
    let mut head = Some(view! {
        <th scope="rowgroup" rowspan=height>{grade}<span class="table__note">{count}</span></th>
    });
    view! {
        <tbody>
            {parallel
                .classes
                .into_iter()
                .map(|class| view! { <tr>{head.take()}{class_cells(lang, class)}</tr> })
                .collect_view()}
        </tbody>
    }
}

fn class_cells(lang: Lang, class: ClassRow) -> impl IntoView {
    let teacher = match &class.teacher {
        Some(teacher) => super::super::part::person_link(teacher).into_any(),
        None => view! { <span class="badge is-warning">{msg::structure_none(lang)}</span> }.into_any(),
    };
    let test_id = format!("structure-class-{}", class.label);
    view! {
        <th scope="row">
            <a class="table__link" href=Route::Class(class.id).to_string() data-testid=test_id>
                {spoken(class.label)}
            </a>
            {(!class.profile.is_empty()).then(|| view! { <span class="table__note">{spoken(class.profile)}</span> })}
        </th>
        <td class="table__number">{number::grouped(lang, class.students as u64)}</td>
        <td>{teacher}</td>
    }
}
