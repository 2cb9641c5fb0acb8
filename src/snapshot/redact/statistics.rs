//! Figures for the director: how many there are of what, and nobody's name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::Release;
use crate::domain::{ClassId, ConsentState, Participation, Person, PersonId, School, StaffCategory, VerificationState};
use crate::json;
use crate::order;

/// The name that the file carries under `format`.
pub const STATISTICS_FORMAT: &str = "sferum-planner-statistics";

/// The figures of a plan on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statistics {
    /// What the file is.
    pub format: String,
    /// Version of this format.
    pub schema: u32,
    /// Version of the app.
    pub app: String,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The day that the figures are of.
    pub day: NaiveDate,
    /// Short name of the organisation.
    pub organisation: String,
    /// The school year: `2026/27`.
    pub year: String,
    /// The figures, by subject.
    pub figures: BTreeMap<String, Counts>,
}

/// Figures of one subject by their own keys: `students-by-grade` → `7` → 81.
pub type Counts = BTreeMap<String, u64>;

impl Statistics {
    /// Counts.
    #[must_use]
    pub fn of(school: &School, release: &Release) -> Self {
        let today = release.today;
        let held = school.years().values().find(|year| (year.from..=year.to).contains(&today));
        let year = held.or_else(|| school.years().values().max_by_key(|year| year.from));
        let stays = school.enrolments().values().filter(|row| row.period.contains(today));
        let class_of: BTreeMap<PersonId, ClassId> = order::map(stays.map(|row| (row.student, row.class)));
        let students: BTreeSet<PersonId> = order::set(class_of.keys().copied());
        let links = school.representations().values().filter(|row| students.contains(&row.child));
        let parents: BTreeSet<PersonId> = order::set(links.map(|row| row.parent));
        let posts = school.positions().values().filter(|row| row.period.contains(today));
        let mut staff: BTreeMap<PersonId, StaffCategory> = BTreeMap::new();
        for post in posts {
            // Who holds several posts is counted once, by the first category of the list.
            let category = staff.entry(post.person).or_insert(post.category);
            *category = (*category).min(post.category);
        }
        let staff_ids: BTreeSet<PersonId> = order::set(staff.keys().copied());
        let mut figures = Figures::default();
        for (hat, people) in [("students", &students), ("representatives", &parents), ("staff", &staff_ids)] {
            figures.add("people", hat, people.len());
            people.iter().filter_map(|id| school.people().get(id)).for_each(|row| figures.person(hat, row));
        }
        for category in staff.values() {
            figures.add("staff-by-category", json::word(category), 1);
        }
        figures.classes(school, year.map(|year| year.id), &class_of, today);
        figures.work(school);
        Self {
            format: STATISTICS_FORMAT.to_owned(),
            schema: 1,
            app: release.stamp.app.clone(),
            at: release.stamp.at,
            day: today,
            organisation: school.organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default(),
            year: year.map(|year| year.label()).unwrap_or_default(),
            figures: figures.0,
        }
    }

    /// The file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = json::lines(self, 0);
        out.push(b'\n');
        out
    }

    /// How many figures there are.
    pub fn figures(&self) -> usize {
        self.figures.values().map(BTreeMap::len).sum()
    }

    /// One figure; none where nothing was counted.
    pub fn figure(&self, subject: &str, key: &str) -> Option<u64> {
        self.figures.get(subject)?.get(key).copied()
    }
}

#[derive(Default)]
struct Figures(BTreeMap<String, Counts>);

impl Figures {
    fn add(&mut self, subject: &str, key: impl Into<String>, count: usize) {
        let figure = self.0.entry(subject.to_owned()).or_default().entry(key.into()).or_default();
        *figure += count as u64;
    }

    fn person(&mut self, hat: &str, row: &Person) {
        let participation = match row.participation {
            Participation::OnPlatform => "on-platform",
            Participation::OffPlatform => "off-platform",
            Participation::Refused => "refused",
        };
        let consent = match row.consent.state {
            ConsentState::Unknown => "unknown",
            ConsentState::Given => "given",
            ConsentState::Refused => "refused",
            ConsentState::Withdrawn => "withdrawn",
        };
        self.add(&format!("participation-of-{hat}"), participation, 1);
        self.add(&format!("consent-of-{hat}"), consent, 1);
    }

    fn classes(
        &mut self,
        school: &School,
        year: Option<crate::domain::SchoolYearId>,
        class_of: &BTreeMap<PersonId, ClassId>,
        today: NaiveDate,
    ) {
        let mut sizes: BTreeMap<ClassId, usize> = BTreeMap::new();
        for class in class_of.values() {
            *sizes.entry(*class).or_default() += 1;
        }
        let led: BTreeSet<ClassId> =
            order::set(school.homerooms().values().filter(|row| row.period.contains(today)).map(|row| row.class));
        for class in school.classes().values().filter(|row| row.year() == year && row.archived.is_none()) {
            let Some(label) = class.label() else { continue };
            let size = sizes.get(&class.id).copied().unwrap_or_default();
            self.add("classes", "all", 1);
            self.add(
                "classes",
                if led.contains(&class.id) { "with-class-teacher" } else { "without-class-teacher" },
                1,
            );
            self.add("classes-by-grade", label.grade().to_string(), 1);
            self.add("students-by-grade", label.grade().to_string(), size);
            self.add("students-by-class", label.to_string(), size);
        }
    }

    fn work(&mut self, school: &School) {
        for line in school.load().values() {
            self.add("curriculum", "lines", 1);
            self.add("curriculum", "hundredths-of-hours", usize::from(line.hours.0));
            if line.teacher.is_none() {
                self.add("curriculum", "vacant-lines", 1);
            }
        }
        for row in school.verifications().values() {
            let state = match row.state {
                VerificationState::NotRequired => "not-required",
                VerificationState::Required { .. } => "required",
                VerificationState::Submitted { .. } => "submitted",
                VerificationState::Confirmed { .. } => "confirmed",
                VerificationState::Rejected { .. } => "rejected",
            };
            self.add("verifications", state, 1);
        }
        for kind in crate::domain::RecordKind::ALL {
            self.add("records", json::word(kind), school.count(*kind));
        }
    }
}
