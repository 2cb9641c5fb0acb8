//! Choosing people among thousands: a field that proposes as one types; keyboard and screen reader as a combobox.

use std::collections::BTreeSet;

use leptos::ev;
use leptos::prelude::*;

use super::told::spoken;
use crate::domain::PersonId;
use crate::order;
use crate::text::msg;
use crate::ui::component::List;
use crate::ui::form::unique_id;
use crate::ui::session::{Session, lang};
use crate::view::directory::PersonKind;
use crate::view::search;

/// Most proposals shown.
const PROPOSALS: usize = 8;

/// A field whose value is a person: arrows move among the proposals, Enter takes one, Escape closes them.
#[component]
pub fn PersonPicker(
    #[prop(into)] label: String,
    value: RwSignal<Option<PersonId>>,
    /// Only people of this kind are proposed.
    #[prop(default = None, into)]
    kind: Option<PersonKind>,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] id: String,
    /// Called with each person taken.
    #[prop(optional, into)]
    on_pick: Option<Callback<PersonId>>,
) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let id = if id.is_empty() { unique_id("person") } else { id };
    // What is being typed; none while the chosen person's name stands in the field.
    let typed = RwSignal::new(None::<String>);
    let active = RwSignal::new(0_usize);
    let name_of = move |person: PersonId| session.peek(|workspace| workspace.school().person_name(person));
    let shown = move || typed.get().unwrap_or_else(|| value.get().map(name_of).unwrap_or_default());
    let proposals = Memo::new(move |_| {
        let Some(text) = typed.get().filter(|text| !text.trim().is_empty()) else { return Vec::new() };
        let ids = session.directory().propose(&text, kind, PROPOSALS);
        session.school(|school, index| {
            let row = |id: PersonId| (id, school.person_name(id), search::note(school, index, id));
            ids.into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let is_open = Memo::new(move |_| typed.with(|text| text.as_ref().is_some_and(|text| !text.trim().is_empty())));
    let pick = move |person: PersonId| {
        value.set(Some(person));
        typed.set(None);
        active.set(0);
        if let Some(on_pick) = on_pick {
            on_pick.run(person);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let count = proposals.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => active.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if count > 0 => active.update(|at| *at = (*at + count - 1) % count),
            "Enter" if is_open.get_untracked() => {
                if let Some(person) = proposals.with_untracked(|rows| rows.get(active.get_untracked()).map(|row| row.0))
                {
                    pick(person);
                }
            }
            "Escape" if is_open.get_untracked() => typed.set(None),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let (list_id, hint_id, error_id) = (format!("{id}-list"), format!("{id}-hint"), format!("{id}-error"));
    let option_id = {
        let list_id = list_id.clone();
        move |at: usize| format!("{list_id}-{at}")
    };
    let own_option = option_id.clone();
    let described_by = {
        let (hint_id, error_id, has_hint) = (hint_id.clone(), error_id.clone(), !hint.is_empty());
        move || match (has_hint, error.with(Option::is_some)) {
            (true, true) => Some(format!("{hint_id} {error_id}")),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(error_id.clone()),
            (false, false) => None,
        }
    };
    view! {
        <div class="field picker" class:is-invalid=move || error.with(Option::is_some)>
            <label class="field__label" for=id.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <input
                id=id
                class="input"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder=msg::picker_placeholder(lang)
                aria-autocomplete="list"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=move || {
                    (proposals.with(Vec::len) > active.get()).then(|| option_id(active.get()))
                }
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described_by
                prop:value=shown
                on:input:target=move |event| {
                    typed.set(Some(event.target().value()));
                    active.set(0);
                }
                on:keydown=on_key
                on:blur=move |_| {
                    // Nobody was taken: the one before comes back, an emptied field stands for nobody.
                    if typed.with_untracked(|text| text.as_ref().is_some_and(|text| text.trim().is_empty())) {
                        value.set(None);
                    }
                    typed.set(None);
                }
            />
            <ul class="picker__list" role="listbox" id=list_id aria-label=msg::picker_proposals(lang) hidden=move || !is_open.get()>
                {move || {
                    let rows = proposals.get();
                    rows.into_iter()
                        .enumerate()
                        .map(|(at, (person, name, note))| {
                            view! {
                                <li
                                    id=own_option(at)
                                    class="picker__option"
                                    role="option"
                                    aria-selected=move || (active.get() == at).to_string()
                                    on:mousedown=move |event: ev::MouseEvent| {
                                        event.prevent_default();
                                        pick(person);
                                    }
                                >
                                    <span>{spoken(name)}</span>
                                    <span class="muted">{note}</span>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
            <p class="field__hint" role="status">
                {move || (is_open.get() && proposals.with(Vec::is_empty)).then(|| msg::picker_nobody(lang))}
            </p>
            {move || error.get().map(|text| view! { <p class="field__error" id=error_id.clone()>{text}</p> })}
        </div>
    }
}

/// Several people: those chosen, each with a button that takes them out, and a field that adds.
#[component]
pub fn PeoplePicker(
    #[prop(into)] label: String,
    #[prop(into)] add_label: String,
    value: RwSignal<BTreeSet<PersonId>>,
    #[prop(default = None, into)] kind: Option<PersonKind>,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let next = RwSignal::new(None);
    let chosen = Memo::new(move |_| {
        session.school(|school, _| {
            let ids = value.get();
            let mut people: Vec<_> = ids.iter().filter_map(|id| school.people().get(id)).collect();
            order::by(&mut people, |a, b| a.name.cmp(&b.name));
            people.into_iter().map(|person| (person.id, person.name.to_string())).collect::<Vec<_>>()
        })
    });
    let on_pick = move |person: PersonId| {
        value.update(|people| {
            people.insert(person);
        });
        next.set(None);
    };
    view! {
        <fieldset class="fieldset">
            <legend class="fieldset__legend">{label}</legend>
            <ul class="picker__chosen">
                <List each=move || chosen.get() key=Clone::clone let((id, name))>
                    <li>
                        {name.clone()}
                        <button
                            type="button"
                            class="button is-small is-quiet is-icon"
                            aria-label=msg::picker_take_out(lang, &name)
                            on:click=move |_| value.update(|people| { people.remove(&id); })
                        >
                            "×"
                        </button>
                    </li>
                </List>
            </ul>
            <PersonPicker label=add_label value=next kind hint on_pick=Callback::new(on_pick) />
        </fieldset>
    }
}
