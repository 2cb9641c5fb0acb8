//! The organisation's data (2.1/3) and the form that edits them.

use crate::domain::words::tidy;
use crate::domain::{Email, Organisation, Phone, School};
use crate::view::fault::{Fault, Problem, Reader};

/// The organisation's data; empty where nobody entered them.
#[must_use]
pub fn organisation(school: &School) -> Organisation {
    school.organisation().values().next().map(|row| row.as_ref().clone()).unwrap_or_default()
}

/// The fields of the form as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationForm {
    /// Name as in the charter.
    pub full_name: String,
    /// Name for titles.
    pub short_name: String,
    /// Postal address.
    pub address: String,
    /// Tax number.
    pub tax_number: String,
    /// Address of the site.
    pub site: String,
    /// Address of this planner on the school's site.
    pub planner: String,
    /// Reception's phone.
    pub phone: String,
    /// Reception's e-mail.
    pub email: String,
}

impl From<Organisation> for OrganisationForm {
    fn from(row: Organisation) -> Self {
        Self {
            full_name: row.full_name,
            short_name: row.short_name,
            address: row.address,
            tax_number: row.tax_number,
            site: row.site,
            planner: row.planner,
            phone: row.phone.map(|phone| phone.to_string()).unwrap_or_default(),
            email: row.email.map(|email| email.to_string()).unwrap_or_default(),
        }
    }
}

impl OrganisationForm {
    /// Reads the form.
    pub fn read(&self) -> Result<Organisation, Vec<Fault>> {
        let mut reader = Reader::default();
        // 2.1/3: an organisation is entered under its name; the short one stands in the title of the staff room.
        let full_name = reader.required("organisation-full-name", &self.full_name);
        let short_name = reader.required("organisation-short-name", &self.short_name);
        let tax_number = tidy(&self.tax_number);
        if !tax_number.is_empty() && (tax_number.len() != 10 || !tax_number.bytes().all(|b| b.is_ascii_digit())) {
            reader.fault("organisation-tax-number", Problem::TaxNumber);
        }
        let is_wrong = |site: &str| !site.is_empty() && (site.contains(' ') || !site.trim_matches('.').contains('.'));
        let (site, planner) = (tidy(&self.site), tidy(&self.planner));
        if is_wrong(&site) {
            reader.fault("organisation-site", Problem::Site);
        }
        if is_wrong(&planner) {
            reader.fault("organisation-planner", Problem::Site);
        }
        let phone: Option<Phone> = reader.optional("organisation-phone", &self.phone, Problem::Phone);
        let email: Option<Email> = reader.optional("organisation-email", &self.email, Problem::Email);
        let address = tidy(&self.address);
        reader.finish(Some(Organisation { full_name, short_name, address, tax_number, site, planner, phone, email }))
    }
}
