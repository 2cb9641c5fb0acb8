//! The signed documents get the text that they had on their day: written by the forms, as a school would have them.

use std::sync::Arc;

use crate::demo::Unmade;
use crate::document::{Desk, Form, Stamp, Subject, forms};
use crate::domain::Records;
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;

/// Writes the lines of every signed document.
pub fn write(records: &mut Records) -> Result<(), Unmade> {
    let school = records.clone().into_school().map_err(Unmade::Twice)?;
    for row in &mut records.documents {
        let Some(form) = Form::of_key(&row.form) else { return Err(Unmade::Missing("form")) };
        let index = Index::of(&school, row.on);
        let regulation = Regulation::bundled();
        let plan = Plan::of(&school, &index, regulation);
        let desk = Desk { school: &school, index: &index, plan: &plan, regulation, lang: Lang::Ru };
        let subject = Subject::of_map(&row.subject).resolved(form, &desk);
        let stamp = Stamp { number: row.number.clone(), on: row.on };
        let lines = forms::write(form, &desk, &subject, Some(&stamp)).plain();
        let row = Arc::make_mut(row);
        row.subject = subject.to_map();
        row.lines = lines;
    }
    Ok(())
}
