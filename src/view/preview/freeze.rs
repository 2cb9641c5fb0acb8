//! A page with every button off that would change the plan; what only leads, copies, prints or saves a file stays on.

use crate::view::page::{Body, Button, Does, Page, Section};

/// The page as it is while nothing can be changed; `why` is what its buttons say.
#[must_use]
pub fn freeze(mut page: Page, why: &str) -> Page {
    buttons(&mut page.acts, why);
    for part in &mut page.sections {
        section(part, why);
    }
    page
}

fn section(section: &mut Section, why: &str) {
    buttons(&mut section.acts, why);
    match &mut section.body {
        Body::Empty { acts, .. } => buttons(acts, why),
        Body::Table(table) => {
            buttons(&mut table.bulk, why);
            table.rows.iter_mut().for_each(|row| buttons(&mut row.acts, why));
        }
        Body::Cards(cards) => cards.iter_mut().for_each(|card| buttons(&mut card.acts, why)),
        Body::Board(lanes) => {
            lanes.iter_mut().flat_map(|lane| &mut lane.cards).for_each(|card| buttons(&mut card.acts, why));
        }
        Body::Checklist(steps) => steps.iter_mut().for_each(|step| buttons(&mut step.acts, why)),
        // An entry of a calendar opens the form that shows the event; sending it is refused by the gate.
        Body::Calendar(_)
        | Body::Facts(_)
        | Body::Figures(_)
        | Body::Prose(_)
        | Body::Verbatim(_)
        | Body::Document(_)
        | Body::Notice(..)
        | Body::Chart(_)
        | Body::Handouts(_) => {}
    }
}

fn buttons(buttons: &mut [Button], why: &str) {
    for button in buttons.iter_mut().filter(|button| changes(&button.does)) {
        button.refused = Some(why.to_owned());
    }
}

/// Whether a button leads to a change of the plan.
const fn changes(does: &Does) -> bool {
    matches!(does, Does::Ask(_) | Does::Do(_))
}
