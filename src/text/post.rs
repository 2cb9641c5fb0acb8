//! Posts by their titles: what a staff list's word means for the regulation.

use crate::domain::StaffCategory;
use crate::domain::words::fold;

/// Guesses the category of a post from its title; none where no word is known. A person confirms it.
#[must_use]
pub fn category(title: &str) -> Option<StaffCategory> {
    const DEPUTY: [&str; 3] = ["заместитель", "зам.", "завуч"];
    const HEAD: [&str; 3] = ["директор", "заведующ", "руководитель организации"];
    const EXTRA: [&str; 3] = ["дополнительного образования", "тренер", "руководитель кружка"];
    const TEACHER: [&str; 3] = ["учитель", "преподаватель", "воспитатель"];
    const SPECIALIST: [&str; 8] =
        ["психолог", "социальный педагог", "логопед", "дефектолог", "вожат", "тьютор", "методист", "педагог"];
    const OTHER: [&str; 9] =
        ["секретарь", "бухгалтер", "уборщ", "охран", "повар", "гардеробщ", "рабочий", "лаборант", "инженер"];
    let title = fold(title);
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    // «Учитель-логопед» is a specialist, «заместитель директора» no head: the narrow words come first.
    let groups: [(&[&str], StaffCategory); 7] = [
        (&DEPUTY, StaffCategory::Deputy),
        (&EXTRA, StaffCategory::ExtraEducator),
        (&SPECIALIST[..7], StaffCategory::Specialist),
        (&TEACHER, StaffCategory::Teacher),
        (&SPECIALIST, StaffCategory::Specialist),
        (&HEAD, StaffCategory::Head),
        (&OTHER, StaffCategory::NonTeaching),
    ];
    groups.into_iter().find(|(words, _)| has(words)).map(|(_, category)| category)
}

#[cfg(test)]
mod tests {
    use super::category;
    use crate::domain::StaffCategory;

    #[track_caller]
    fn check(title: &str, expected: Option<StaffCategory>) {
        assert_eq!(category(title), expected, "{title}");
    }

    #[test]
    fn titles() {
        check("Директор", Some(StaffCategory::Head));
        check("Заместитель директора по УВР", Some(StaffCategory::Deputy));
        check("Учитель математики", Some(StaffCategory::Teacher));
        check("учитель-логопед", Some(StaffCategory::Specialist));
        check("Педагог-психолог", Some(StaffCategory::Specialist));
        check("Педагог дополнительного образования", Some(StaffCategory::ExtraEducator));
        check("Педагог-организатор", Some(StaffCategory::Specialist));
        check("Секретарь", Some(StaffCategory::NonTeaching));
        check("Специалист", None);
    }
}
