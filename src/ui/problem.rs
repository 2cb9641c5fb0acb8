//! What is wrong with the fields of a form, in words.

use crate::text::{Lang, msg};
use crate::view::fault::{Fault, Problem};

use super::form::FieldError;

/// Puts faults into words at their fields.
pub fn errors(lang: Lang, faults: Vec<Fault>) -> Vec<FieldError> {
    faults.into_iter().map(|fault| FieldError::new(fault.field, sentence(lang, fault.problem))).collect()
}

fn sentence(lang: Lang, problem: Problem) -> String {
    match problem {
        Problem::Empty => msg::fault_empty(lang).to_owned(),
        Problem::Email => msg::fault_email(lang).to_owned(),
        Problem::Phone => msg::fault_phone(lang).to_owned(),
        Problem::TaxNumber => msg::fault_tax_number(lang).to_owned(),
        Problem::Site => msg::fault_site(lang).to_owned(),
        Problem::Number { least, most } => msg::fault_number(lang, &least.to_string(), &most.to_string()),
        Problem::Date => msg::fault_date(lang).to_owned(),
        Problem::Backwards => msg::fault_backwards(lang).to_owned(),
        Problem::Class => msg::fault_class(lang).to_owned(),
        Problem::Name => msg::fault_name(lang).to_owned(),
        Problem::Time => msg::fault_time(lang).to_owned(),
        Problem::Members => msg::fault_members(lang).to_owned(),
        Problem::Choice => msg::fault_choice(lang).to_owned(),
        Problem::File => msg::fault_file(lang).to_owned(),
        Problem::Link => msg::fault_link(lang).to_owned(),
        Problem::Line(line) => msg::fault_line(lang, &line.to_string()),
    }
}
