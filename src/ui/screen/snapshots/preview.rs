//! What is in a file and what opening it would change; the button that opens it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::clause;
use crate::domain::{Reason, RecordKind, Refusal};
use crate::json;
use crate::snapshot::{Proposal, Relation};
use crate::text::{self, Lang, date, msg};
use crate::ui::component::{Button, ErrorSummary, Look, Option_, RecordChanges, SelectField, TableRegion, TextField};
use crate::ui::copy_out::copy_out;
use crate::ui::form::{FieldError, error_at};
use crate::ui::keeper::Keeper;
use crate::ui::session::{Session, lang};
use crate::ui::{clock, router};
use crate::view::route::Route;
use crate::view::snapshots;

use super::import::Stage;

const NUMBER: &str = "snapshot-number";

/// The preview of a file.
#[component]
pub fn Preview(proposal: Arc<Proposal>, stage: RwSignal<Stage>) -> impl IntoView {
    let lang = lang();
    let warnings = proposal
        .warnings
        .iter()
        .map(|warning| {
            view! {
                <div class="notice is-warning" data-testid="snapshot-warning">
                    <p class="notice__body">{text::snapshot::warning(lang, warning)}</p>
                </div>
            }
        })
        .collect_view();
    let is_same = proposal.difference.is_empty();
    view! {
        <div class="stack is-loose" data-testid="snapshot-preview">
            <h3>{msg::preview_title(lang)}</h3>
            {header(lang, &proposal)}
            {warnings}
            {is_same.then(|| view! { <div class="notice is-info"><p class="notice__body">{msg::preview_same(lang)}</p></div> })}
            <Counts proposal=proposal.clone() />
            <Opening proposal=proposal.clone() stage />
            {(!is_same).then(|| view! { <Differences proposal=proposal.clone() /> })}
        </div>
    }
}

/// What the file says of itself, and what it is to the plan.
fn header(lang: Lang, proposal: &Proposal) -> impl IntoView + use<> {
    let file = &proposal.opened.snapshot;
    let author = snapshots::author(&file.author);
    let author = if author.is_empty() { msg::preview_author_unknown(lang).to_owned() } else { author };
    let mut facts = vec![
        (msg::preview_file(lang), proposal.source.clone()),
        (msg::preview_organisation(lang), file.organisation.clone()),
        (msg::preview_made(lang), date::short_time(clock::local(file.at))),
        (msg::preview_author(lang), author),
        (msg::preview_revision(lang), text::number::grouped(lang, file.revision)),
        (msg::preview_note(lang), file.note.clone()),
        (msg::preview_relation(lang), text::snapshot::relation(lang, proposal.relation).to_owned()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let facts = facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl class="definition-list" data-testid="snapshot-header">{facts.collect_view()}</dl> }
}

/// How many records of each kind would change.
#[component]
fn Counts(proposal: Arc<Proposal>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let counts = session.peek(|workspace| snapshots::counts(&proposal, workspace.school()));
    let total = proposal.difference.total();
    let number = move |number: usize| text::number::grouped(lang, number as u64);
    let rows = counts
        .into_iter()
        .map(|count| {
            let tally = count.tally;
            let test_id = format!("snapshot-count-{}", json::word(&count.kind));
            let told = format!("{} {} {}", tally.added, tally.changed, tally.removed);
            view! {
                <tr data-testid=test_id data-n=told>
                    <th scope="row">{text::kind::one(lang, count.kind)}</th>
                    <td class="table__number">{number(count.ours)}</td>
                    <td class="table__number">{number(count.theirs)}</td>
                    <td class="table__number">{number(tally.added)}</td>
                    <td class="table__number">{number(tally.changed)}</td>
                    <td class="table__number">{number(tally.removed)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <TableRegion caption=msg::preview_counts(lang)>
            <table class="table is-dense">
                <caption>{msg::preview_counts(lang)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{msg::preview_kind(lang)}</th>
                        <th scope="col" class="table__number">{msg::preview_ours(lang)}</th>
                        <th scope="col" class="table__number">{msg::preview_theirs(lang)}</th>
                        <th scope="col" class="table__number">{msg::preview_added(lang)}</th>
                        <th scope="col" class="table__number">{msg::preview_changed(lang)}</th>
                        <th scope="col" class="table__number">{msg::preview_removed(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="3">{msg::preview_total(lang)}</th>
                        <td class="table__number">{number(total.added)}</td>
                        <td class="table__number">{number(total.changed)}</td>
                        <td class="table__number">{number(total.removed)}</td>
                    </tr>
                </tfoot>
            </table>
        </TableRegion>
    }
}

/// The differences, a hundred a page, of all kinds or of one.
#[component]
fn Differences(proposal: Arc<Proposal>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let kind = RwSignal::new(String::new());
    let mut options: Vec<Option_> = vec![(String::new(), msg::preview_all_kinds(lang).to_owned())];
    let kinds = proposal.difference.tallies().map(|(kind, _)| kind);
    options.extend(kinds.map(|kind| (json::word(&kind), text::kind::one(lang, kind).to_owned())));
    // Another kind begins on its first page.
    let table = move || {
        let kind = kind.with(|chosen| RecordKind::ALL.iter().copied().find(|kind| json::word(kind) == *chosen));
        let page = RwSignal::new(0);
        let total = snapshots::total(&proposal, kind);
        let proposal = proposal.clone();
        let rows = Signal::derive(move || {
            session.peek(|workspace| snapshots::rows(&proposal, workspace.school(), kind, page.get()))
        });
        view! { <RecordChanges caption=msg::preview_differences(lang) rows page total /> }
    };
    view! {
        <section class="stack">
            <h3>{msg::preview_differences(lang)}</h3>
            <SelectField label=msg::preview_kind(lang) value=kind options is_narrow=true id="snapshot-kind" />
            {table}
        </section>
    }
}

/// The confirmation by number where many people go, and the button.
#[component]
fn Opening(proposal: Arc<Proposal>, stage: RwSignal<Stage>) -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let number = proposal.number_to_type().map(|number| number.to_string());
    let typed = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let is_busy = RwSignal::new(false);
    let text = if proposal.relation == Relation::IntoEmpty {
        msg::preview_into_empty(lang)
    } else {
        msg::preview_safety(lang)
    };
    let refused = refusal(session, &proposal);
    let field = number.clone().map(|number| {
        let error = Signal::derive(move || errors.with(|errors| error_at(errors, NUMBER)));
        view! {
            <TextField label=msg::preview_type_number(lang, &number) value=typed id=NUMBER error is_narrow=true is_required=true />
        }
    });
    let open = move || {
        let wrong = number.as_ref().filter(|number| typed.with_untracked(|typed| typed.trim() != number.as_str()));
        if let Some(number) = wrong {
            errors.set(vec![FieldError::new(NUMBER, msg::preview_type_wrong(lang, number))]);
            return;
        }
        errors.set(Vec::new());
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let proposal = proposal.clone();
        spawn_local(async move {
            match open_file(session, keeper, &proposal).await {
                Ok(()) => {
                    stage.set(Stage::Choosing);
                    router::go(Route::Overview);
                }
                Err(sentence) => session.warn(sentence),
            }
            is_busy.set(false);
        });
    };
    view! {
        <div class="stack">
            <p class="prose">{text}</p>
            <ErrorSummary errors />
            {field}
            <p class="cluster">
                <Button label=msg::preview_open(lang) look=Look::Primary test_id="snapshot-open" refused on_click=open />
                <Button label=msg::cancel(lang) on_click=move || stage.set(Stage::Choosing) />
                <span role="status">{move || is_busy.get().then(|| msg::export_busy(lang))}</span>
            </p>
        </div>
    }
}

/// What stands against opening, whatever is typed.
fn refusal(session: Session, proposal: &Proposal) -> Signal<Option<Refusal>> {
    let missing = proposal.opened.dangling.first().map(|link| Reason::MissingRecord { kind: link.to.kind });
    Signal::derive(move || {
        session.shut().or_else(|| missing.clone().map(|reason| Refusal::new(clause!("4.3"), reason)))
    })
}

/// Makes the plan equal to the file's: an empty one wholly, another by one act after its safety copy left the browser.
async fn open_file(session: Session, keeper: Keeper, proposal: &Proposal) -> Result<(), String> {
    let lang = session.lang();
    let told = |refusal: Refusal| text::refusal::sentence(lang, &refusal);
    if let Some((workspace, lineage)) = snapshots::whole(proposal) {
        // The plan may have been filled since the preview.
        session.peek(|workspace| proposal.command(workspace)).map_err(told)?;
        untrack(|| session.shut()).map_or(Ok(()), Err).map_err(told)?;
        keeper.adopt(workspace, lineage);
        session.say(msg::preview_opened(lang, &proposal.source));
        return Ok(());
    }
    let command = session.peek(|workspace| proposal.command(workspace)).map_err(told)?;
    let (_, lineage) = copy_out(session, keeper, String::new())
        .await
        .map_err(|error| msg::preview_no_safety(lang, &error.sentence(lang)))?;
    session.dispatch(&command).map_err(told)?;
    keeper.set_lineage(lineage.after_opening(&proposal.opened.snapshot));
    Ok(())
}
