//! The page of a class, or of the staff room.

mod edit;
mod gap;
mod head;
mod history;
mod period_dialog;
mod staff_room;
mod student;
mod student_form;
mod study;
mod teacher;

use leptos::prelude::*;

use crate::domain::ClassId;
use crate::text::msg;
use crate::ui::component::links;
use crate::ui::component::{EmptyState, PageHeader};
use crate::ui::session::Session;
use crate::view::class_page::{self, ClassHead};
use crate::view::elsewhere;
use crate::view::route::Route;

use gap::Gaps;
use head::Head;
use history::{Stays, Terms};
use staff_room::StaffRoom;
use student::Students;
use study::{Groups, Lines};
use teacher::Teacher;

/// The page of a class; says so where the class is gone.
#[component]
pub fn ClassPage(id: ClassId) -> impl IntoView {
    let session = Session::expect();
    let head = Memo::new(move |_| session.school(|school, index| class_page::head(school, index, id)));
    let kind = Memo::new(move |_| head.with(|head| head.as_ref().map(|head| head.is_staff_room)));
    move || match kind.get() {
        None => view! { <Missing /> }.into_any(),
        Some(true) => view! { <StaffRoom room=id /> }.into_any(),
        Some(false) => view! { <OneClass id head /> }.into_any(),
    }
}

#[component]
fn Missing() -> impl IntoView {
    let lang = crate::ui::session::lang();
    let up = (Route::Structure, msg::nav_structure(lang).to_owned());
    view! {
        <PageHeader title=msg::class_missing(lang) up />
        <EmptyState title=msg::class_missing(lang) text=msg::class_missing_text(lang)>
            <a class="button is-primary" href=Route::Structure.to_string()>{msg::class_back(lang)}</a>
        </EmptyState>
    }
}

#[component]
fn OneClass(id: ClassId, head: Memo<Option<ClassHead>>) -> impl IntoView {
    let is_assigning = RwSignal::new(false);
    view! {
        <Head id head />
        {links(elsewhere::of_class(crate::ui::session::lang(), id))}
        <Gaps id head is_assigning />
        <Teacher id head is_assigning />
        <Students id head />
        <div class="split">
            <Lines id />
            <Groups id />
        </div>
        <Stays id head />
        <Terms id head />
    }
}

/// The day as of which the page speaks.
fn day(head: Memo<Option<ClassHead>>) -> chrono::NaiveDate {
    head.with(|head| head.as_ref().map(|head| head.day).unwrap_or_default())
}

/// The day as the first value of a date field.
fn day_value(head: Memo<Option<ClassHead>>) -> String {
    head.with_untracked(|head| head.as_ref().map(|head| head.day.to_string()).unwrap_or_default())
}
