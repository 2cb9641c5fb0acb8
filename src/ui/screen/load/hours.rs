//! Sums of hours: of teachers with their groups, of classes with every subgroup.

use leptos::prelude::*;

use crate::text::{self, msg};
use crate::ui::component::{ListFiles, TableRegion};
use crate::ui::session::{Session, lang};
use crate::view::file;
use crate::view::load;
use crate::view::route::Route;

/// Two small tables of sums.
#[component]
pub fn HoursPanel() -> impl IntoView {
    let session = Session::expect();
    let by_teacher = move || {
        let rows = session.school(load::hours_by_teacher);
        rows.into_iter().map(|(id, name, sum)| (Route::Person(id), name, sum)).collect()
    };
    let by_class = move || {
        let rows = session.school(load::hours_by_class);
        rows.into_iter().map(|(id, name, sum)| (Route::Class(id), name, sum)).collect()
    };
    let lang = lang();
    view! {
        <div class="grid is-wide">
            <Sums id="load-teachers" title=msg::load_by_teacher(lang) head=msg::line_teacher(lang) rows=Signal::derive(by_teacher) />
            <Sums id="load-classes" title=msg::load_by_class(lang) head=msg::form_class(lang) rows=Signal::derive(by_class) />
        </div>
    }
}

#[component]
fn Sums(
    id: &'static str,
    title: &'static str,
    head: &'static str,
    rows: Signal<Vec<(Route, String, u32)>>,
) -> impl IntoView {
    let lang = lang();
    let list = Callback::new(move |()| {
        let sums: Vec<(String, u32)> = rows.get_untracked().into_iter().map(|(_, name, sum)| (name, sum)).collect();
        file::hours(lang, title, head, &sums)
    });
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{title}</h2><ListFiles id list /></div>
            <TableRegion caption=title>
                <table class="table is-dense">
                    <thead>
                        <tr><th scope="col">{head}</th><th scope="col" class="table__number">{msg::form_hours(lang)}</th></tr>
                    </thead>
                    <tbody>
                        {move || {
                            rows.get()
                                .into_iter()
                                .map(|(route, name, sum)| view! {
                                    <tr>
                                        <th scope="row"><a href=route.to_string() lang=crate::ui::session::lang().of_text(&name)>{name.clone()}</a></th>
                                        <td class="table__number">{text::people::sum(lang, sum)}</td>
                                    </tr>
                                })
                                .collect_view()
                        }}
                    </tbody>
                </table>
            </TableRegion>
        </section>
    }
}
