//! A copy of the plan outside of the browser: written, read back, offered as a file, remembered.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use uuid::Uuid;

use crate::snapshot::{self, Lineage, Stamp, Unreadable, Writing};
use crate::text::{self, Lang, date, msg};
use crate::view::reminder::{self, Reminder};

use super::keeper::{Keeper, breathe, opened, written};
use super::same_file::SameFile;
use super::session::Session;
use super::{clock, dom};

/// Why there is no copy.
pub enum NoCopy {
    /// The file could not be read back.
    Unsound(Unreadable),
    /// The browser would not take the file.
    Blocked,
    /// The chosen file could not be written.
    NotWritten,
}

impl NoCopy {
    /// What to tell.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Unsound(error) => msg::export_failed(lang, &text::snapshot::unreadable(lang, error)),
            Self::Blocked => msg::export_blocked(lang).to_owned(),
            Self::NotWritten => msg::save_not_written(lang).to_owned(),
        }
    }
}

/// Where a snapshot goes.
pub enum Place {
    /// To the downloads.
    Downloads,
    /// Into the file that was chosen, again and again.
    File(SameFile),
}

/// The name of a snapshot of today.
pub fn name_of_today(session: Session) -> String {
    session.peek(|workspace| {
        let school = workspace.school();
        let name = school.organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default();
        snapshot::file_name(&name, clock::today(), workspace.revision())
    })
}

/// Saves a snapshot that was read back; gives its name, and the descent that the plan has from now on.
pub async fn copy_out(
    session: Session,
    keeper: Keeper,
    note: String,
    place: Place,
) -> Result<(String, Lineage), NoCopy> {
    // What is shown meanwhile gets its turn.
    breathe().await;
    let context = session.context();
    let stamp = Stamp::new(session.fresh::<Uuid>(), context.now, context.author, note);
    let lineage = keeper.lineage();
    let name = name_of_today(session);
    let (writing, next) = session.peek(|workspace| Writing::export(workspace, &lineage, stamp.clone()));
    let bytes = written(writing).await;
    // Only what was read again, and then gives the same bytes, is offered as a copy.
    let (again, own) = opened(bytes.clone()).await.map_err(NoCopy::Unsound)?;
    if written(Writing::export(&again, &own, stamp).0).await != bytes {
        return Err(NoCopy::Unsound(Unreadable::NotWhatWasWritten));
    }
    match place {
        Place::Downloads => dom::download(&name, "application/json", &bytes).then_some(()).ok_or(NoCopy::Blocked),
        Place::File(file) => file.write(&bytes).await.ok_or(NoCopy::NotWritten),
    }?;
    // A tab that follows keeps no descent: the writer's would win anyway.
    if session.read_only().get_untracked().is_none() && next != lineage {
        keeper.set_lineage(next.clone());
    }
    session.set_device(|device| device.last_export = clock::millis());
    Ok((name, next))
}

/// When the plan was last copied out of the browser; tracks the plan and the device.
pub fn last_copy(session: Session, keeper: Keeper) -> Option<DateTime<Utc>> {
    let by_device = session.device().with(|device| device.last_export);
    let by_device = i64::try_from(by_device).ok().filter(|at| *at > 0).and_then(DateTime::from_timestamp_millis);
    session.read(|_| keeper.lineage().last.map(|export| export.stamp.at)).max(by_device)
}

/// The last copy in words.
pub fn last_copy_text(session: Session, keeper: Keeper) -> String {
    let lang = session.lang();
    let Some(last) = last_copy(session, keeper) else { return msg::export_never(lang).to_owned() };
    let told = msg::export_last(lang, &date::short_time(clock::local(last)));
    let acts = session.read(|workspace| {
        workspace.journal().entries().iter().rev().take_while(|entry| entry.at > last).count() as u64
    });
    let since = if acts == 0 { msg::export_current(lang).to_owned() } else { msg::export_acts_since(lang, acts) };
    format!("{told}. {since}")
}

/// The reminder of the overview: there is a plan, and its last copy outside of the browser is old.
#[component]
pub fn CopyReminder() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = session.lang();
    let due = Memo::new(move |_| {
        let last = last_copy(session, keeper);
        session.read(|workspace| reminder::reminder(workspace.journal(), last, clock::now()))
    });
    view! {
        {move || due.get().map(|Reminder { days, acts }| {
            let told = days.map_or_else(|| msg::reminder_never(lang).to_owned(), |days| msg::reminder_old(lang, days));
            let since = msg::export_acts_since(lang, acts as u64);
            let text = if days.is_some() { format!("{told} {since}") } else { told };
            view! {
                <div class="notice is-warning" data-testid="copy-reminder">
                    <p class="notice__body">{text}</p>
                    <p class="notice__actions">
                        <a class="button is-small" href=crate::view::route::Route::Snapshots.to_string()>{msg::reminder_button(lang)}</a>
                    </p>
                </div>
            }
        })}
    }
}
