//! The plain controls of filters and forms: a value comes in, what is typed goes out.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::words::fold;
use crate::hex::hex;
use crate::order;
use crate::roster::decode;
use crate::roster::text_decoder::TextDecoder;
use crate::text::msg;
use crate::ui::dom;
use crate::ui::session::{Session, lang};
use crate::view::form::Choice;

/// How a control is wired: its identity, what it shows, where it writes, whether something is wrong with it.
#[derive(Clone)]
pub struct Wire {
    /// Identity on the page.
    pub id: String,
    /// What it shows.
    pub value: Signal<String>,
    /// Where it writes.
    pub write: Callback<String>,
    /// Whether something is wrong with it; `ID-error` says what.
    pub is_invalid: Signal<bool>,
}

impl Wire {
    /// A control with which nothing can be wrong, such as a filter.
    pub fn plain(id: String, value: Signal<String>, write: Callback<String>) -> Self {
        Self { id, value, write, is_invalid: Signal::stored(false) }
    }

    fn invalid(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + use<> {
        let is_invalid = self.is_invalid;
        move || is_invalid.get().then_some("true")
    }

    fn described_by(&self) -> impl Fn() -> Option<String> + Send + Sync + use<> {
        let (is_invalid, id) = (self.is_invalid, format!("{}-error", self.id));
        move || is_invalid.get().then(|| id.clone())
    }
}

/// A line of a kind of input.
pub fn input(wire: Wire, kind: &'static str) -> AnyView {
    let (invalid, described_by) = (wire.invalid(), wire.described_by());
    let Wire { id, value, write, .. } = wire;
    view! {
        <input
            id=id
            class="input"
            type=kind
            aria-invalid=invalid
            aria-describedby=described_by
            autocomplete="off"
            prop:value=move || value.get()
            on:input:target=move |event| write.run(event.target().value())
        />
    }
    .into_any()
}

/// Several lines.
pub fn lines(wire: Wire) -> AnyView {
    let (invalid, described_by) = (wire.invalid(), wire.described_by());
    let Wire { id, value, write, .. } = wire;
    view! {
        <textarea
            id=id
            class="textarea"
            aria-invalid=invalid
            aria-describedby=described_by
            rows="5"
            prop:value=move || value.get()
            on:input:target=move |event| write.run(event.target().value())
        ></textarea>
    }
    .into_any()
}

/// One of a list.
pub fn select(wire: Wire, choices: Vec<Choice>) -> AnyView {
    let (invalid, described_by) = (wire.invalid(), wire.described_by());
    let Wire { id, value, write, .. } = wire;
    view! {
        <select id=id class="select" aria-invalid=invalid aria-describedby=described_by on:change:target=move |event| write.run(event.target().value())>
            {options(choices, value)}
        </select>
    }
    .into_any()
}

/// The entries of a list.
pub fn options(choices: Vec<Choice>, value: Signal<String>) -> Vec<AnyView> {
    let lang = lang();
    choices
        .into_iter()
        .map(|(key, name)| {
            let own = key.clone();
            view! { <option value=key lang=lang.of_text(&name) prop:selected=move || value.with(|value| *value == own)>{name.clone()}</option> }
                .into_any()
        })
        .collect()
}

/// Most entries of a long list that are shown at once.
const SHOWN: usize = 60;

/// One of a long list: a field that narrows it, and the list.
pub fn search(wire: Wire, label: String, choices: Vec<Choice>, is_required: bool) -> AnyView {
    let (invalid, described_by) = (wire.invalid(), wire.described_by());
    let Wire { id, value, write, .. } = wire;
    let lang = lang();
    let text = RwSignal::new(String::new());
    let none = (!is_required).then(|| (String::new(), msg::search_none(lang).to_owned()));
    let choices = StoredValue::new(choices);
    let shown = Memo::new(move |_| {
        let (text, value) = (text.with(|text| fold(text)), value.get());
        choices.with_value(|choices| {
            let is_kept = |choice: &&Choice| text.is_empty() || fold(&choice.1).contains(&text) || choice.0 == value;
            let mut found: Vec<Choice> = choices.iter().filter(is_kept).take(SHOWN).cloned().collect();
            // What is chosen stays in the list, however long it is.
            if !found.iter().any(|choice| choice.0 == value) {
                found.extend(choices.iter().find(|choice| choice.0 == value).cloned());
            }
            none.iter().cloned().chain(found).collect::<Vec<Choice>>()
        })
    });
    view! {
        <input
            class="input"
            type="search"
            autocomplete="off"
            id=format!("{id}-search")
            aria-label=msg::search_in(lang, &label)
            placeholder=msg::table_search(lang)
            prop:value=move || text.get()
            on:input:target=move |event| text.set(event.target().value())
        />
        <select id=id class="select is-list" size="6" aria-invalid=invalid aria-describedby=described_by on:change:target=move |event| write.run(event.target().value())>
            {move || options(shown.get(), value)}
        </select>
    }
    .into_any()
}

/// Several of a list.
pub fn many(wire: Wire, label: String, choices: Vec<Choice>) -> AnyView {
    let (invalid, described_by) = (wire.invalid(), wire.described_by());
    let Wire { id, value, write, .. } = wire;
    let lang = lang();
    let text = RwSignal::new(String::new());
    let is_long = choices.len() > 12;
    let chosen = Memo::new(move |_| value.with(|value| order::set(value.lines().map(str::to_owned))));
    let choices = StoredValue::new(choices);
    let shown = Memo::new(move |_| {
        let text = text.with(|text| fold(text));
        choices.with_value(|choices| {
            choices
                .iter()
                .filter(|choice| text.is_empty() || fold(&choice.1).contains(&text))
                .take(SHOWN * 5)
                .cloned()
                .collect::<Vec<Choice>>()
        })
    });
    let set = move |keys: &BTreeSet<String>| write.run(keys.iter().map(String::as_str).collect::<Vec<_>>().join("\n"));
    let toggle = move |key: &str, is_on: bool| {
        let mut keys = chosen.get_untracked();
        if is_on {
            keys.insert(key.to_owned());
        } else {
            keys.remove(key);
        }
        set(&keys);
    };
    let all = move || {
        let keys: BTreeSet<String> =
            shown.with_untracked(|shown| shown.iter().map(|choice| choice.0.clone()).collect());
        let now = chosen.get_untracked();
        let next = if keys.is_subset(&now) {
            now.difference(&keys).cloned().collect()
        } else {
            now.union(&keys).cloned().collect()
        };
        set(&next);
    };
    let items = move || {
        shown
            .get()
            .into_iter()
            .map(|(key, name)| {
                let (own, other) = (key.clone(), key);
                view! {
                    <label class="choice">
                        <input
                            type="checkbox"
                            prop:checked=move || chosen.with(|chosen| chosen.contains(&own))
                            on:change:target=move |event| toggle(&other, event.target().checked())
                        />
                        <span>{name}</span>
                    </label>
                }
                .into_any()
            })
            .collect::<Vec<AnyView>>()
    };
    view! {
        <div class="stack is-tight" role="group" id=id.clone() tabindex="-1" data-invalid=invalid aria-describedby=described_by aria-labelledby=format!("{id}-label")>
            <div class="cluster">
                {is_long.then(|| view! {
                    <input
                        class="input"
                        type="search"
                        autocomplete="off"
                        aria-label=msg::search_in(lang, &label)
                        placeholder=msg::table_search(lang)
                        prop:value=move || text.get()
                        on:input:target=move |event| text.set(event.target().value())
                    />
                })}
                <button type="button" class="button is-small" on:click=move |_| all()>{msg::table_choose_all(lang)}</button>
                <span class="muted" role="status">{move || msg::table_chosen(lang, chosen.with(BTreeSet::len) as u64)}</span>
            </div>
            <div class="choices-box">{items}</div>
        </div>
    }
    .into_any()
}

/// Yes or no, with its sentence.
pub fn flag(wire: Wire, label: String) -> AnyView {
    let (invalid, described_by) = (wire.invalid(), wire.described_by());
    let Wire { id, value, write, .. } = wire;
    view! {
        <label class="choice">
            <input
                id=id
                type="checkbox"
                aria-invalid=invalid
                aria-describedby=described_by
                prop:checked=move || value.with(|value| value == "yes")
                on:change:target=move |event| write.run(if event.target().checked() { "yes".to_owned() } else { String::new() })
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// The text of a file: chosen, decoded, shown by its size.
pub fn file(wire: Wire, accept: &'static str, is_binary: bool) -> AnyView {
    let (invalid, described_by) = (wire.invalid(), wire.described_by());
    let Wire { id, value, write, .. } = wire;
    let lang = lang();
    let session = Session::expect();
    let read = move |element: web_sys::HtmlInputElement| {
        let Some(file) = element.files().and_then(|files| files.get(0)) else { return };
        wasm_bindgen_futures::spawn_local(async move {
            let bytes = dom::file_bytes(&file).await.unwrap_or_default();
            let text = if is_binary {
                Some(hex(&bytes))
            } else {
                decode::decode(&bytes, &TextDecoder).ok().map(|decoded| decoded.text)
            };
            match text {
                Some(text) => write.run(text),
                None => session.warn(msg::file_no_text(lang).to_owned()),
            }
        });
    };
    view! {
        <input id=id class="input" type="file" accept=accept aria-invalid=invalid aria-describedby=described_by on:change:target=move |event| read(event.target()) />
        <p class="field__hint" role="status">
            {move || value.with(|value| {
                (!is_binary && !value.is_empty()).then(|| msg::file_lines(lang, value.lines().count() as u64))
            })}
        </p>
    }
    .into_any()
}
