//! A post of a person; the category is proposed from the title.

use leptos::prelude::*;

use crate::domain::{Command, PersonId, Position, PositionId, StaffCategory};
use crate::text::{self, msg};
use crate::ui::component::{Form, FormDialog, SelectField, TextField};
use crate::ui::form::FieldError;
use crate::ui::session::{Session, lang};

use super::{Days, DaysFields, OrderField, at_place, key, order, place, places_or_none, row, text_of};

/// The fields of a post, also of somebody new.
#[derive(Debug, Clone, Copy)]
pub struct Post {
    title: RwSignal<String>,
    category: RwSignal<String>,
}

impl Post {
    /// The fields of a post that is there, or empty ones.
    pub fn new(position: Option<&Position>) -> Self {
        Self {
            title: RwSignal::new(position.map(|position| position.title.clone()).unwrap_or_default()),
            category: place(&StaffCategory::ALL, position.map(|position| position.category)),
        }
    }

    /// The title and the category, or what is missing.
    pub fn read(self) -> Result<(String, StaffCategory), Vec<FieldError>> {
        let lang = lang();
        let title = crate::domain::words::tidy(&self.title.get_untracked());
        let category = at_place(&StaffCategory::ALL, self.category).or_else(|| text::post::category(&title));
        let mut errors = Vec::new();
        if title.is_empty() {
            errors.push(FieldError::new("position-title", msg::position_title_missing(lang)));
        }
        match category {
            Some(category) if errors.is_empty() => Ok((title, category)),
            _ => {
                if category.is_none() {
                    errors.push(FieldError::new("position-category", msg::position_category_missing(lang)));
                }
                Err(errors)
            }
        }
    }
}

/// The title and the category of a post.
#[component]
pub fn PostFields(post: Post, form: Form) -> impl IntoView {
    let lang = lang();
    let hint = move || {
        let guess = post.title.with(|title| text::post::category(title))?;
        post.category
            .with(String::is_empty)
            .then(|| msg::position_category_guess(lang, text::people::category(lang, guess)))
    };
    view! {
        <TextField
            label=msg::position_title(lang)
            value=post.title
            id="position-title"
            is_required=true
            error=form.error("position-title")
        />
        <SelectField
            label=msg::position_category(lang)
            value=post.category
            id="position-category"
            options=places_or_none(&StaffCategory::ALL, |category| text::people::category(lang, category))
            error=form.error("position-category")
        />
        <p class="field__hint" role="status">{hint}</p>
    }
}

/// The form of a post.
#[component]
pub fn PositionForm(person: PersonId, id: Option<PositionId>, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<Position>(id);
    let post = Post::new(before.as_ref());
    let days = before.as_ref().map_or_else(Days::since_today, |before| Days::new(before.period));
    let order_text = text_of(before.as_ref().and_then(|before| before.order));
    let submit = move |()| {
        form.send_if(post.read().map(|(title, category)| {
            let id = id.unwrap_or_else(|| session.fresh());
            Command::Save(
                Position { id, person, title, category, period: days.period(), order: order(order_text) }.into(),
            )
        }));
    };
    let title = if id.is_some() { msg::position_edit(lang) } else { msg::position_add(lang) };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<Position>(id)}>
            <PostFields post form />
            <DaysFields days />
            <OrderField value=order_text />
        </FormDialog>
    }
}
