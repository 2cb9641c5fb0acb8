//! The edition for the staff: shows what leaves, then saves `school.json`, which lies beside the page of the school's site.

use leptos::prelude::*;
use uuid::Uuid;

use crate::snapshot::Stamp;
use crate::snapshot::redact::{Leaves, Redacted, Release, staff_edition};
use crate::text::{kind, msg};
use crate::ui::component::{Button, Dialog, Look, TableRegion};
use crate::ui::keeper::Keeper;
use crate::ui::session::{Session, lang};
use crate::ui::{clock, dom};

/// The name that the page looks for.
const FILE: &str = "school.json";

/// The card with the button; nothing leaves before it was shown.
#[component]
pub fn Publish() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let made = RwSignal::new(None::<Redacted>);
    let is_open = RwSignal::new(false);
    let prepare = move || match redacted(session, keeper) {
        Some(redacted) => {
            made.set(Some(redacted));
            is_open.set(true);
        }
        None => session.warn(msg::publish_failed(lang).to_owned()),
    };
    let save = move || {
        let is_saved = made.with_untracked(|made| {
            made.as_ref().is_some_and(|made| dom::download(FILE, "application/json", &made.bytes))
        });
        if is_saved {
            is_open.set(false);
            session.say(msg::publish_saved(lang).to_owned());
        } else {
            session.warn(msg::export_blocked(lang).to_owned());
        }
    };
    view! {
        <section class="card no-print">
            <h2 class="card__title">{msg::publish_title(lang)}</h2>
            <p>{msg::publish_text(lang)}</p>
            <p><Button label=msg::publish_button(lang) test_id="publish" on_click=prepare /></p>
        </section>
        <Dialog title=msg::publish_title(lang) is_open is_wide=true>
            <div class="dialog__body stack" data-testid="publish-leaves">
                <p>{msg::publish_lead(lang)}</p>
                {move || made.with(|made| made.as_ref().map(|made| table(&made.leaves)))}
            </div>
            <div class="dialog__actions">
                <Button label=msg::publish_save(lang) look=Look::Primary test_id="publish-save" on_click=save />
                <Button label=msg::cancel(lang) on_click=move || is_open.set(false) />
            </div>
        </Dialog>
    }
}

fn redacted(session: Session, keeper: Keeper) -> Option<Redacted> {
    let context = session.context();
    let mut secret = [0; 32];
    secret
        .iter_mut()
        .zip([clock::random(), clock::random(), clock::random(), clock::random()].concat())
        .for_each(|(to, from)| *to = from);
    let stamp = Stamp::new(session.fresh::<Uuid>(), context.now, context.author, String::new());
    let release = Release { stamp, today: context.today, secret };
    let lineage = keeper.lineage();
    session.peek(|workspace| staff_edition(workspace, &lineage, &release)).ok()
}

/// What leaves and what stays, kind by kind.
fn table(leaves: &Leaves) -> AnyView {
    let lang = lang();
    let rows: Vec<AnyView> = leaves
        .kinds
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{kind::one(lang, row.kind)}</th>
                    <td class="table__number">{row.leave.to_string()}</td>
                    <td class="table__number">{row.stay.to_string()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <TableRegion caption=msg::publish_title(lang)>
            <table class="table is-dense">
                <thead>
                    <tr>
                        <th scope="col">{msg::preview_kind(lang)}</th>
                        <th scope="col" class="table__number">{msg::publish_leave(lang)}</th>
                        <th scope="col" class="table__number">{msg::publish_stay(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableRegion>
    }
    .into_any()
}
