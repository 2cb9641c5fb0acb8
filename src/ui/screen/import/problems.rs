//! Everything there is to tell, by file and line, in pages.

use leptos::prelude::*;

use crate::roster::{Problem, Severity};
use crate::text::{self, Lang, msg, number};
use crate::ui::component::pager;
use crate::ui::component::{Badge, ChoiceList, Pager, TableRegion, Tone};
use crate::ui::import_desk::{ImportDesk, Preview};
use crate::ui::session::lang;
use crate::view::import::preview;

/// The codes of severities in the filter.
const CODES: [(Severity, &str); 3] =
    [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];

/// The problems of the proposal.
#[component]
pub fn Problems() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let only = RwSignal::new(None::<Severity>);
    let page = RwSignal::new(0_usize);
    let is_ready = Memo::new(move |_| desk.preview.with(|preview| matches!(preview, Preview::Ready(_))));
    let shown = Memo::new(move |_| {
        desk.preview.with(|preview| match preview {
            Preview::Ready(proposal) => preview::problems(&proposal.problems, only.get(), pager::shown(page)),
            _ => (Vec::new(), 0),
        })
    });
    let counts = Memo::new(move |_| {
        desk.preview.with(|preview| match preview {
            Preview::Ready(proposal) => preview::severities(&proposal.problems).map(|(_, count)| count),
            _ => [0; 3],
        })
    });
    let total = Signal::derive(move || shown.with(|(_, total)| *total));
    let value = Signal::derive(move || code(only.get()).to_owned());
    let options = Signal::derive(move || filters(lang, counts.get()));
    let choose = move |code: String| {
        page.set(0);
        only.set(CODES.iter().find(|(_, own)| *own == code).map(|(severity, _)| *severity));
    };
    view! {
        <Show when=move || is_ready.get()>
            <section class="stack" aria-labelledby="import-problems-title">
                <h2 id="import-problems-title">{msg::import_problems(lang)}</h2>
                <Show
                    when=move || counts.get().iter().any(|count| *count > 0)
                    fallback=move || view! { <p>{msg::import_problems_none(lang)}</p> }
                >
                    <div class="cluster">
                        <div class="field is-narrow">
                            <ChoiceList
                                name=msg::import_problems_filter(lang)
                                value
                                options
                                on_choose=choose
                                test_id="import-problems-filter"
                            />
                        </div>
                        <span aria-live="polite">{move || msg::row_count(lang, total.get() as u64)}</span>
                    </div>
                    <TableRegion caption=msg::import_problems(lang)>
                        <table class="table is-dense">
                            <thead>
                                <tr>
                                    <th scope="col">{msg::import_problem_file(lang)}</th>
                                    <th scope="col">{msg::import_problem_line(lang)}</th>
                                    <th scope="col">{msg::import_problem_severity(lang)}</th>
                                    <th scope="col">{msg::import_problem_text(lang)}</th>
                                </tr>
                            </thead>
                            <tbody>
                                {move || shown.with(|(rows, _)| rows.iter().map(|row| line(lang, row)).collect_view())}
                            </tbody>
                        </table>
                    </TableRegion>
                    <Pager page total />
                </Show>
            </section>
        </Show>
    }
}

fn code(only: Option<Severity>) -> &'static str {
    CODES.iter().find(|(severity, _)| Some(*severity) == only).map_or("", |(_, code)| code)
}

/// The choices of the filter with their counts.
fn filters(lang: Lang, counts: [usize; 3]) -> Vec<(String, String)> {
    let name = |name: &str, count: usize| format!("{name}: {}", number::grouped(lang, count as u64));
    let all = (String::new(), name(msg::import_problems_all(lang), counts.iter().sum()));
    let each = CODES
        .into_iter()
        .zip(counts)
        .map(|((severity, code), count)| (code.to_owned(), name(text::roster::severity(lang, severity), count)));
    std::iter::once(all).chain(each).collect()
}

fn line(lang: Lang, problem: &Problem) -> impl IntoView + use<> {
    let tone = match problem.severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Note => Tone::Plain,
    };
    view! {
        <tr
            data-testid="import-problem-row"
            data-file=problem.place.file.clone()
            data-line=problem.place.line.to_string()
        >
            <td>{problem.place.file.clone()}</td>
            <td>{text::roster::line(lang, &problem.place)}</td>
            <td><Badge text=text::roster::severity(lang, problem.severity) tone /></td>
            <td>{text::roster::problem(lang, problem)}</td>
        </tr>
    }
}
