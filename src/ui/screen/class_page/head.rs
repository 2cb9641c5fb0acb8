//! The head of a class page: title, state, what can be done with the class.

use leptos::prelude::*;

use crate::domain::{Class, ClassId, Command, RecordKey};
use crate::text::{date, msg};
use crate::ui::component::{ActButton, Badge, Look, PageHeader, Tone};
use crate::ui::router;
use crate::ui::session::Session;
use crate::view::class_page::ClassHead;
use crate::view::route::Route;

use super::edit::EditClass;

/// Title, badges and acts of a class.
#[component]
pub fn Head(id: ClassId, head: Memo<Option<ClassHead>>) -> impl IntoView {
    let lang = crate::ui::session::lang();
    let is_editing = RwSignal::new(false);
    view! {
        {move || {
            head.get().map(|head| {
                let up = (Route::Structure, msg::nav_structure(lang).to_owned());
                let as_of = msg::class_as_of(lang, &date::short(head.day));
                let year = head.year.map(|(_, label)| label).unwrap_or_default();
                let facts = [year, head.profile, as_of].into_iter().filter(|fact| !fact.is_empty());
                let lead = facts.collect::<Vec<_>>().join(" · ");
                view! {
                    <PageHeader title=msg::class_title(lang, &head.label) lead up>
                        <Acts id day=head.day is_archived=head.archived.is_some() is_editing />
                    </PageHeader>
                    {head.archived.map(|on| {
                        view! {
                            <p><Badge text=msg::class_archived(lang, &date::short(on)) tone=Tone::Warning /></p>
                        }
                    })}
                }
            })
        }}
        <EditClass id is_open=is_editing />
    }
}

#[component]
fn Acts(id: ClassId, day: chrono::NaiveDate, is_archived: bool, is_editing: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let archive = move || {
        let class = session.peek(|workspace| workspace.school().classes().get(&id).map(|row| row.as_ref().clone()));
        if let Some(class) = class {
            let archived = (!is_archived).then_some(day);
            drop(session.dispatch(&Command::Save(Class { archived, ..class }.into())));
        }
    };
    let delete = move || {
        if session.dispatch(&Command::Remove(RecordKey::to::<Class>(id))).is_ok() {
            router::go(Route::Structure);
        }
    };
    let archive_label = if is_archived { msg::class_restore(lang) } else { msg::class_archive(lang) };
    view! {
        <ActButton label=msg::edit(lang) test_id="class-edit" on_click=move || is_editing.set(true) />
        <ActButton label=archive_label test_id="class-archive" on_click=archive />
        <ActButton label=msg::delete(lang) look=Look::Quiet test_id="class-delete" on_click=delete />
    }
}
