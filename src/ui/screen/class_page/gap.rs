//! What a class lacks, each with its clause and the way to fix it.

use leptos::prelude::*;

use crate::domain::ClassId;
use crate::text::{Lang, msg};
use crate::ui::component::{ActButton, ClauseLink};
use crate::ui::session::Session;
use crate::view::class_page::{self, ClassHead, Gap};
use crate::view::route::Route;

use super::super::part::person_link;

/// The gaps of a class as notices; nothing where there are none.
#[component]
pub fn Gaps(id: ClassId, head: Memo<Option<ClassHead>>, is_assigning: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let gaps = Memo::new(move |_| {
        let day = super::day(head);
        session.school(|school, index| class_page::gaps(school, index, id, day))
    });
    view! {
        <Show when=move || gaps.with(|gaps| !gaps.is_empty())>
            <section class="stack is-tight" aria-label=msg::class_gaps(lang) data-testid="class-gaps">
                {move || {
                    gaps.get()
                        .into_iter()
                        .map(|gap| {
                            let clause = gap.clause();
                            view! {
                                <div class="notice is-warning">
                                    <div class="notice__body cluster">
                                        {gap_view(lang, gap, is_assigning)}
                                        <ClauseLink clause />
                                    </div>
                                </div>
                            }
                        })
                        .collect_view()
                }}
            </section>
        </Show>
    }
}

fn gap_view(lang: Lang, gap: Gap, is_assigning: RwSignal<bool>) -> AnyView {
    match gap {
        Gap::NoClassTeacher => view! {
            <span>{msg::class_gap_teacher(lang)}</span>
            <ActButton
                label=msg::class_teacher_assign(lang)
                test_id="class-gap-assign"
                on_click=move || is_assigning.set(true)
            />
        }
        .into_any(),
        Gap::NoStudents => view! { <span>{msg::class_gap_students(lang)}</span> }.into_any(),
        Gap::NoRepresentative(people) => view! {
            <span>{msg::class_gap_parents(lang, people.len() as u64)}</span>
            {people.iter().map(person_link).collect_view()}
        }
        .into_any(),
        Gap::VacantLines(lines) => view! {
            <span>{msg::class_gap_lines(lang, &lines.join(", "))}</span>
            <a href=Route::Load.to_string()>{msg::class_gap_lines_fix(lang)}</a>
        }
        .into_any(),
        Gap::Unlisted => view! {
            <span>{msg::class_gap_unlisted(lang)}</span>
            <a href=Route::Structure.to_string()>{msg::class_gap_unlisted_fix(lang)}</a>
        }
        .into_any(),
    }
}
