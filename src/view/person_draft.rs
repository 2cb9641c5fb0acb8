//! The personal fields as a form holds them: text, until all of it can be read.

use chrono::NaiveDate;

use crate::domain::words::tidy;
use crate::domain::{
    Consent, ConsentState, Email, Gender, NameError, Participation, Person, PersonId, PersonName, Phone,
};

/// The fields of a person as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonDraft {
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Patronymic.
    pub patronymic: String,
    /// Gender.
    pub gender: Option<Gender>,
    /// Phone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Number of the personal file.
    pub file_number: String,
    /// Participation.
    pub participation: Participation,
    /// The answer to the question of consent.
    pub consent: ConsentState,
    /// When it was answered.
    pub consent_on: Option<NaiveDate>,
    /// Where the paper is.
    pub paper: String,
    /// Note.
    pub note: String,
    /// How the person is reached where not on the platform; kept as it is.
    pub other_way: String,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The family name is missing.
    NoFamily,
    /// The given name is missing.
    NoGiven,
    /// A part of the name is too long.
    LongName,
    /// No phone number.
    Phone,
    /// No e-mail address.
    Email,
}

impl PersonDraft {
    /// The fields of a person.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            family: person.name.family().to_owned(),
            given: person.name.given().to_owned(),
            patronymic: person.name.patronymic().unwrap_or_default().to_owned(),
            gender: person.gender,
            phone: person.phone.map(|phone| phone.to_string()).unwrap_or_default(),
            email: person.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            birth_date: person.birth_date,
            file_number: person.file_number.clone(),
            participation: person.participation,
            consent: person.consent.state,
            consent_on: person.consent.on,
            paper: person.consent.paper.clone(),
            other_way: person.other_way.clone(),
            note: person.note.clone(),
        }
    }

    /// Reads the person, or says everything that is wrong.
    pub fn read(&self, id: PersonId) -> Result<Person, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = PersonName::new(&self.family, &self.given, &self.patronymic);
        if let Err(error) = &name {
            problems.push(match error {
                NameError::NoFamily => Problem::NoFamily,
                NameError::NoGiven => Problem::NoGiven,
                NameError::TooLong => Problem::LongName,
            });
            if *error == NameError::NoFamily && tidy(&self.given).is_empty() {
                problems.push(Problem::NoGiven);
            }
        }
        let phone = optional::<Phone>(&self.phone).unwrap_or_else(|()| {
            problems.push(Problem::Phone);
            None
        });
        let email = optional::<Email>(&self.email).unwrap_or_else(|()| {
            problems.push(Problem::Email);
            None
        });
        match name {
            Ok(name) if problems.is_empty() => Ok(Person {
                id,
                name,
                gender: self.gender,
                birth_date: self.birth_date,
                phone,
                email,
                file_number: tidy(&self.file_number),
                participation: self.participation,
                consent: Consent { state: self.consent, on: self.consent_on, paper: tidy(&self.paper) },
                other_way: self.other_way.clone(),
                note: self.note.trim().to_owned(),
            }),
            _ => Err(problems),
        }
    }
}

/// Reads a field that may be empty.
fn optional<T: std::str::FromStr>(text: &str) -> Result<Option<T>, ()> {
    if tidy(text).is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| ()) }
}

#[cfg(test)]
mod tests {
    use super::{PersonDraft, Problem};
    use crate::domain::sample::Sample;

    #[test]
    fn a_person_is_read_back() {
        let sample = Sample::new();
        let person = sample.workspace.school().people()[&sample.orlova].as_ref();
        assert_eq!(PersonDraft::of(person).read(person.id).as_ref(), Ok(person));
    }

    #[track_caller]
    fn check(family: &str, given: &str, phone: &str, email: &str, expected: &[Problem]) {
        let draft = PersonDraft {
            family: family.into(),
            given: given.into(),
            phone: phone.into(),
            email: email.into(),
            ..PersonDraft::default()
        };
        let problems = draft.read(Sample::new().orlova).err().unwrap_or_default();
        assert_eq!(problems, expected);
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        check("Ким", "Ева", "", " ", &[]);
        check("", "", "1", "x", &[Problem::NoFamily, Problem::NoGiven, Problem::Phone, Problem::Email]);
        check("Ким", "", "", "", &[Problem::NoGiven]);
        check(&"К".repeat(300), "Ева", "", "", &[Problem::LongName]);
    }
}
