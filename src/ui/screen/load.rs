//! `#/load`: who teaches what where: a matrix, lists, extracurricular groups, activists, sums of hours.

mod groups;
mod hours;
mod lines;
mod matrix;

use leptos::ev;
use leptos::prelude::*;

use crate::text::msg;
use crate::ui::component::{ActButton, Look, PageHeader};
use crate::ui::dom;
use crate::ui::record_form::{Ask, AskView, Asked};
use crate::ui::session::lang;

pub use groups::ActivityCard;

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Matrix,
    Lines,
    Subjects,
    Groups,
    Active,
    Hours,
}

impl Tab {
    const ALL: [Self; 6] = [Self::Matrix, Self::Lines, Self::Subjects, Self::Groups, Self::Active, Self::Hours];

    fn id(self) -> &'static str {
        match self {
            Self::Matrix => "load-tab-matrix",
            Self::Lines => "load-tab-lines",
            Self::Subjects => "load-tab-subjects",
            Self::Groups => "load-tab-groups",
            Self::Active => "load-tab-active",
            Self::Hours => "load-tab-hours",
        }
    }

    fn name(self) -> &'static str {
        let lang = lang();
        match self {
            Self::Matrix => msg::load_tab_matrix(lang),
            Self::Lines => msg::load_tab_lines(lang),
            Self::Subjects => msg::load_tab_subjects(lang),
            Self::Groups => msg::load_tab_groups(lang),
            Self::Active => msg::load_tab_active(lang),
            Self::Hours => msg::load_tab_hours(lang),
        }
    }

    /// The tab beside this one, round the ends.
    fn beside(self, step: isize) -> Self {
        let count = Self::ALL.len();
        let at = Self::ALL.iter().position(|tab| *tab == self).unwrap_or_default();
        let next = at.checked_add_signed(step).unwrap_or(count - 1) % count;
        Self::ALL.get(next).copied().unwrap_or_default()
    }
}

/// The load of the year.
#[component]
pub fn Load() -> impl IntoView {
    let lang = lang();
    let asked: Asked = RwSignal::new(None);
    let tab = RwSignal::new(Tab::default());
    let add = move || match tab.get_untracked() {
        Tab::Subjects => Ask::Subject(None),
        Tab::Groups => Ask::Activity(None),
        Tab::Active => Ask::ActiveGroup(None),
        Tab::Matrix | Tab::Lines | Tab::Hours => Ask::Line(None, None, None),
    };
    let add_label = move || match tab.get() {
        Tab::Subjects => msg::subject_add(lang),
        Tab::Groups => msg::activity_add(lang),
        Tab::Active => msg::active_add(lang),
        Tab::Matrix | Tab::Lines | Tab::Hours => msg::line_add(lang),
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowRight" => tab.get_untracked().beside(1),
            "ArrowLeft" => tab.get_untracked().beside(-1),
            _ => return,
        };
        event.prevent_default();
        tab.set(next);
        dom::focus(next.id());
    };
    view! {
        <PageHeader title=msg::load_title(lang) lead=msg::load_lead(lang)>
            {move || {
                let ask = move || asked.set(Some(add()));
                view! { <ActButton label=add_label() look=Look::Primary test_id="load-add" on_click=ask /> }
            }}
        </PageHeader>
        <div class="tabs" role="tablist" aria-label=msg::load_tabs(lang) on:keydown=on_key>
            {Tab::ALL
                .into_iter()
                .map(|one| {
                    view! {
                        <button
                            type="button"
                            class="tabs__tab"
                            role="tab"
                            id=one.id()
                            data-testid=one.id()
                            aria-controls="load-panel"
                            aria-selected=move || (tab.get() == one).to_string()
                            tabindex=move || if tab.get() == one { "0" } else { "-1" }
                            on:click=move |_| tab.set(one)
                        >
                            {one.name()}
                        </button>
                    }
                })
                .collect_view()}
        </div>
        <div class="tab-panel" role="tabpanel" id="load-panel" aria-labelledby=move || tab.get().id()>
            {move || match tab.get() {
                Tab::Matrix => view! { <matrix::MatrixPanel asked /> }.into_any(),
                Tab::Lines => view! { <lines::LinesPanel asked /> }.into_any(),
                Tab::Subjects => view! { <lines::SubjectsPanel asked /> }.into_any(),
                Tab::Groups => view! { <groups::GroupsPanel asked /> }.into_any(),
                Tab::Active => view! { <groups::ActivePanel asked /> }.into_any(),
                Tab::Hours => view! { <hours::HoursPanel /> }.into_any(),
            }}
        </div>
        <AskView asked />
    }
}
