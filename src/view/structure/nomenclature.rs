//! The approved list of classes of a year, and where the classes differ from it (2.1/5).

use std::collections::BTreeSet;

use crate::domain::words::fold;
use crate::domain::{ClassId, ClassLabel, Nomenclature, School, SchoolYearId};
use crate::order;

use super::pattern::{self, Fault};

/// The approved list of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListView {
    /// The record.
    pub list: Nomenclature,
    /// Its classes as a pattern.
    pub text: String,
    /// The order: number and date are the act's.
    pub order: Option<(String, chrono::NaiveDate)>,
    /// Where the classes differ.
    pub difference: ListDifference,
}

/// Where the classes of a year differ from the approved list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListDifference {
    /// In the list, not created.
    pub missing: Vec<ClassLabel>,
    /// Created, not in the list; closed classes are left out.
    pub extra: Vec<(ClassId, String)>,
}

/// Finds the approved list of a year.
#[must_use]
pub fn nomenclature(school: &School, year: SchoolYearId) -> Option<ListView> {
    let list = school.nomenclatures().values().find(|list| list.year == year)?.as_ref().clone();
    let order = list.order.and_then(|id| school.acts().get(&id)).map(|act| (act.number.clone(), act.date));
    let difference = difference(school, &list);
    Some(ListView { text: pattern::to_text(&list.classes), list, order, difference })
}

fn difference(school: &School, list: &Nomenclature) -> ListDifference {
    let key = |label: &ClassLabel| (label.grade(), fold(label.letter()));
    let mut created: Vec<(ClassLabel, ClassId)> = school
        .classes()
        .values()
        .filter(|class| class.year() == Some(list.year))
        .filter_map(|class| Some((class.label()?.clone(), class.id)))
        .collect();
    order::natural(&mut created);
    let there: BTreeSet<_> = order::set(created.iter().map(|(label, _)| key(label)));
    let listed: BTreeSet<_> = order::set(list.classes.iter().map(key));
    let missing = list.classes.iter().filter(|label| !there.contains(&key(label))).cloned().collect();
    let is_open = |id: &ClassId| school.classes().get(id).is_some_and(|class| class.archived.is_none());
    let extra = created
        .into_iter()
        .filter(|(label, id)| !listed.contains(&key(label)) && is_open(id))
        .map(|(label, id)| (id, label.to_string()))
        .collect();
    ListDifference { missing, extra }
}

impl ListView {
    /// Reads the edited pattern into the classes of the list; what could not be read instead.
    pub fn read(text: &str) -> Result<Vec<ClassLabel>, Vec<Fault>> {
        let pattern = pattern::parse(text);
        if pattern.faults.is_empty() { Ok(pattern.labels) } else { Err(pattern.faults) }
    }
}

#[cfg(test)]
mod tests {
    use super::{ListView, nomenclature};
    use crate::domain::Nomenclature;
    use crate::domain::sample::Sample;

    #[track_caller]
    fn check(pattern: &str, missing: &str, extra: &str) {
        let mut sample = Sample::new();
        let classes = ListView::read(pattern).unwrap();
        let order = Some(sample.order);
        sample.save(Nomenclature { id: sample.ids.clone().fresh(), year: sample.year, order, classes });
        let view = nomenclature(sample.workspace.school(), sample.year).unwrap();
        let missed: Vec<String> = view.difference.missing.iter().map(ToString::to_string).collect();
        let found: Vec<String> = view.difference.extra.into_iter().map(|(_, label)| label).collect();
        assert_eq!((missed.join(" ").as_str(), found.join(" ").as_str()), (missing, extra));
        assert_eq!(view.order.map(|(number, _)| number).as_deref(), Some("102"));
        assert_eq!(view.text, pattern);
    }

    #[test]
    fn the_classes_are_compared_with_the_list() {
        check("7: А, Б", "", "");
        check("7: А; 8: А, Б", "8А 8Б", "7Б");
    }

    #[test]
    fn a_list_that_cannot_be_read_is_not_saved() {
        assert!(ListView::read("7: А; x").is_err());
        assert!(nomenclature(Sample::new().workspace.school(), Sample::new().year).is_none());
    }
}
