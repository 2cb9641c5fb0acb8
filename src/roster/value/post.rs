//! What a post means for the regulation, by the words of its title.

use crate::domain::StaffCategory;
use crate::domain::words::fold;

/// Words of titles, the more special first; the first that the title contains decides.
const WORDS: [(&str, StaffCategory); 51] = [
    ("секретар", StaffCategory::NonTeaching),
    ("помощник директора", StaffCategory::NonTeaching),
    ("делопроизвод", StaffCategory::NonTeaching),
    ("заместител", StaffCategory::Deputy),
    ("зам.", StaffCategory::Deputy),
    ("зам ", StaffCategory::Deputy),
    ("замдиректор", StaffCategory::Deputy),
    ("завуч", StaffCategory::Deputy),
    ("директор", StaffCategory::Head),
    ("руководитель организации", StaffCategory::Head),
    ("педагог доп", StaffCategory::ExtraEducator),
    ("дополнительного образования", StaffCategory::ExtraEducator),
    ("пдо", StaffCategory::ExtraEducator),
    ("тренер", StaffCategory::ExtraEducator),
    ("психолог", StaffCategory::Specialist),
    ("социальн", StaffCategory::Specialist),
    ("соцпедагог", StaffCategory::Specialist),
    ("логопед", StaffCategory::Specialist),
    ("дефектолог", StaffCategory::Specialist),
    ("педагог-библиотекар", StaffCategory::Specialist),
    ("педагог-организатор", StaffCategory::Specialist),
    ("тьютор", StaffCategory::Specialist),
    ("воспитател", StaffCategory::Specialist),
    ("вожат", StaffCategory::Specialist),
    ("методист", StaffCategory::Specialist),
    ("концертмейстер", StaffCategory::Specialist),
    ("советник", StaffCategory::Specialist),
    ("учител", StaffCategory::Teacher),
    ("преподавател", StaffCategory::Teacher),
    ("классн", StaffCategory::Teacher),
    ("кл. рук", StaffCategory::Teacher),
    ("кл.рук", StaffCategory::Teacher),
    ("педагог", StaffCategory::Specialist),
    ("библиотекар", StaffCategory::NonTeaching),
    ("бухгалтер", StaffCategory::NonTeaching),
    ("завхоз", StaffCategory::NonTeaching),
    ("заведующ", StaffCategory::NonTeaching),
    ("лаборант", StaffCategory::NonTeaching),
    ("инженер", StaffCategory::NonTeaching),
    ("программист", StaffCategory::NonTeaching),
    ("системн", StaffCategory::NonTeaching),
    ("медсестр", StaffCategory::NonTeaching),
    ("медицинск", StaffCategory::NonTeaching),
    ("уборщи", StaffCategory::NonTeaching),
    ("сторож", StaffCategory::NonTeaching),
    ("вахтер", StaffCategory::NonTeaching),
    ("гардероб", StaffCategory::NonTeaching),
    ("дворник", StaffCategory::NonTeaching),
    ("повар", StaffCategory::NonTeaching),
    ("рабочий", StaffCategory::NonTeaching),
    ("водител", StaffCategory::NonTeaching),
];

/// The category of a post; `None` for a title that tells nothing.
pub fn category(title: &str) -> Option<StaffCategory> {
    let title = fold(title);
    WORDS.iter().find(|(word, _)| title.contains(word)).map(|(_, category)| *category)
}

/// The usual title of a post where a list gives the category alone.
#[must_use]
pub const fn usual_title(category: StaffCategory) -> &'static str {
    match category {
        StaffCategory::Head => "Директор",
        StaffCategory::Deputy => "Заместитель директора",
        StaffCategory::Teacher => "Учитель",
        StaffCategory::ExtraEducator => "Педагог дополнительного образования",
        StaffCategory::Specialist => "Педагог",
        StaffCategory::NonTeaching => "Сотрудник",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: StaffCategory) {
        assert_eq!(category(title), Some(expected), "{title}");
    }

    #[test]
    fn posts() {
        check("Директор", StaffCategory::Head);
        check("и.о. директора", StaffCategory::Head);
        check("Заместитель директора по УВР (5–9 классы)", StaffCategory::Deputy);
        check("Зам. директора по ВР", StaffCategory::Deputy);
        check("Учитель начальных классов", StaffCategory::Teacher);
        check("Учитель", StaffCategory::Teacher);
        check("кл. рук. 7А", StaffCategory::Teacher);
        check("Педагог дополнительного образования", StaffCategory::ExtraEducator);
        check("Педагог доп. обр.", StaffCategory::ExtraEducator);
        check("Педагог-психолог", StaffCategory::Specialist);
        check("Социальный педагог", StaffCategory::Specialist);
        check("Учитель-логопед", StaffCategory::Specialist);
        check("Педагог-библиотекарь", StaffCategory::Specialist);
        check("Библиотекарь", StaffCategory::NonTeaching);
        check("Секретарь", StaffCategory::NonTeaching);
        check("Секретарь директора", StaffCategory::NonTeaching);
        assert_eq!(category("Фея"), None);
    }
}
