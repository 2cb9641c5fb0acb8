//! Rosters in words: kinds of lists and fields, what is told about a line, why a file cannot be read.

use crate::roster::header::{Field, ListKind};
use crate::roster::proposal::{Choice, CountOf};
use crate::roster::{Encoding, Place, Problem, ProblemKind, Severity, Unreadable};

use super::{Lang, msg};

/// What a kind of list is called.
#[must_use]
pub fn list_kind(lang: Lang, kind: ListKind) -> &'static str {
    match kind {
        ListKind::Staff => msg::list_staff(lang),
        ListKind::Students => msg::list_students(lang),
        ListKind::Parents => msg::list_parents(lang),
        ListKind::Load => msg::list_load(lang),
        ListKind::Activities => msg::list_activities(lang),
        ListKind::ChatMembers => msg::list_chat_members(lang),
        ListKind::OneRoster => msg::list_one_roster(lang),
    }
}

/// What is counted apart in a preview.
#[must_use]
pub fn count_of(lang: Lang, of: CountOf) -> &'static str {
    match of {
        CountOf::Years => msg::import_of_years(lang),
        CountOf::Classes => msg::import_of_classes(lang),
        CountOf::Staff => msg::import_of_staff(lang),
        CountOf::Homerooms => msg::import_of_homerooms(lang),
        CountOf::Students => msg::import_of_students(lang),
        CountOf::Parents => msg::import_of_parents(lang),
        CountOf::Subjects => msg::import_of_subjects(lang),
        CountOf::Load => msg::import_of_load(lang),
        CountOf::Activities => msg::import_of_activities(lang),
    }
}

/// What a person may allow beyond the usual, and what it means.
#[must_use]
pub fn choice(lang: Lang, choice: Choice) -> (&'static str, &'static str) {
    match choice {
        Choice::TakeWithoutDate => (msg::import_take_without_date(lang), msg::import_take_without_date_hint(lang)),
        Choice::KeepWithoutTeacher => {
            (msg::import_keep_without_teacher(lang), msg::import_keep_without_teacher_hint(lang))
        }
        Choice::KeepBirthDates => (msg::import_keep_birth_dates(lang), msg::import_keep_birth_dates_hint(lang)),
        Choice::KeepFileNumbers => (msg::import_keep_file_numbers(lang), msg::import_keep_file_numbers_hint(lang)),
        Choice::KeepStudentContacts => {
            (msg::import_keep_student_contacts(lang), msg::import_keep_student_contacts_hint(lang))
        }
    }
}

/// How grave a problem is.
#[must_use]
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => msg::severity_error(lang),
        Severity::Warning => msg::severity_warning(lang),
        Severity::Note => msg::severity_note(lang),
    }
}

/// The name of an encoding.
#[must_use]
pub const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1251 => "windows-1251",
        Encoding::Koi8R => "KOI8-R",
        Encoding::Cp866 => "CP866 (DOS)",
    }
}

/// What stands between cells, in words.
#[must_use]
pub fn delimiter(lang: Lang, delimiter: char) -> String {
    match delimiter {
        ';' => msg::delimiter_semicolon(lang).to_owned(),
        ',' => msg::delimiter_comma(lang).to_owned(),
        '\t' => msg::delimiter_tab(lang).to_owned(),
        other => format!("«{other}»"),
    }
}

/// Where a problem is: the sheet where there are several, and the line, or the whole list.
#[must_use]
pub fn line(lang: Lang, place: &Place) -> String {
    let line = if place.line == 0 { msg::whole_list(lang).to_owned() } else { place.line.to_string() };
    if place.sheet.is_empty() { line } else { format!("{} · {line}", place.sheet) }
}

/// What a column holds.
#[must_use]
pub fn field(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::FullName => msg::field_full_name(lang),
        Field::LastName => msg::field_last_name(lang),
        Field::FirstName => msg::field_first_name(lang),
        Field::MiddleName => msg::field_middle_name(lang),
        Field::Class => msg::field_class(lang),
        Field::Grade => msg::field_grade(lang),
        Field::Letter => msg::field_letter(lang),
        Field::BirthDate => msg::field_birth_date(lang),
        Field::Gender => msg::field_gender(lang),
        Field::FileNumber => msg::field_file_number(lang),
        Field::FileLetter => msg::field_file_letter(lang),
        Field::Phone => msg::field_phone(lang),
        Field::Email => msg::field_email(lang),
        Field::Status => msg::field_status(lang),
        Field::Position => msg::field_position(lang),
        Field::HomeroomOf => msg::field_homeroom_of(lang),
        Field::HireDate => msg::field_hire_date(lang),
        Field::Parent => msg::field_parent(lang),
        Field::ParentPhone => msg::field_parent_phone(lang),
        Field::ParentEmail => msg::field_parent_email(lang),
        Field::SecondParent => msg::field_second_parent(lang),
        Field::SecondParentPhone => msg::field_second_parent_phone(lang),
        Field::SecondParentEmail => msg::field_second_parent_email(lang),
        Field::Mother => msg::field_mother(lang),
        Field::MotherPhone => msg::field_mother_phone(lang),
        Field::MotherEmail => msg::field_mother_email(lang),
        Field::Father => msg::field_father(lang),
        Field::FatherPhone => msg::field_father_phone(lang),
        Field::FatherEmail => msg::field_father_email(lang),
        Field::Kinship => msg::field_kinship(lang),
        Field::Child => msg::field_child(lang),
        Field::Subject => msg::field_subject(lang),
        Field::Teacher => msg::field_teacher(lang),
        Field::Hours => msg::field_hours(lang),
        Field::Group => msg::field_group(lang),
        Field::Title => msg::field_title(lang),
        Field::Leader => msg::field_leader(lang),
        Field::Classes => msg::field_classes(lang),
        Field::MemberId => msg::field_member_id(lang),
        Field::MemberRoles => msg::field_member_roles(lang),
        Field::MemberSchools => msg::field_member_schools(lang),
        Field::RowNumber => msg::field_row_number(lang),
        Field::Other => msg::field_other(lang),
        Field::Snils => msg::field_snils(lang),
        Field::Inn => msg::field_inn(lang),
        Field::Passport => msg::field_passport(lang),
        Field::Login => msg::field_login(lang),
        Field::Password => msg::field_password(lang),
        Field::Health => msg::field_health(lang),
    }
}

/// What there is to tell about a line, and what helps.
#[must_use]
pub fn problem(lang: Lang, problem: &Problem) -> String {
    use ProblemKind as K;
    let place = |place: &Place| {
        let same = place.file == problem.place.file;
        let line = line(lang, place);
        if same { msg::at_line(lang, &line) } else { msg::at_line_of(lang, &place.file, &line) }
    };
    let is_taken = problem.severity != Severity::Error;
    match &problem.kind {
        K::MissingFamilyName => msg::told_missing_family_name(lang).to_owned(),
        K::MissingGivenName { text } => msg::told_missing_given_name(lang, text),
        K::NotAName { text } => msg::told_not_a_name(lang, text),
        K::MissingClass => msg::told_missing_class(lang).to_owned(),
        K::NotAClass { text } => msg::told_not_a_class(lang, text),
        K::LatinInClass { text, label } => msg::told_latin_in_class(lang, &label.to_string(), text),
        K::ImpossibleDate { text } if is_taken => msg::told_impossible_date_taken(lang, text),
        K::ImpossibleDate { text } => msg::told_impossible_date(lang, text),
        K::NotADate { text } => msg::told_not_a_date(lang, text),
        K::NotAPhone { text } => msg::told_not_a_phone(lang, text),
        K::NotAnEmail { text } => msg::told_not_an_email(lang, text),
        K::NotAGender { text } => msg::told_not_a_gender(lang, text),
        K::NotHours { text } => msg::told_not_hours(lang, text),
        K::SeveralValues { text } => msg::told_several_values(lang, text),
        K::UnknownPost { title } => msg::told_unknown_post(lang, title),
        K::MissingPost => msg::told_missing_post(lang).to_owned(),
        K::UnknownKinship { text } => msg::told_unknown_kinship(lang, text),
        K::MixedAlphabets { text } => msg::told_mixed_alphabets(lang, text),
        K::InvisibleCharacters { text } => msg::told_invisible_characters(lang, text),
        K::MissingSubject => msg::told_missing_subject(lang).to_owned(),
        K::MissingTitle => msg::told_missing_title(lang).to_owned(),
        K::TooLong { text } => msg::told_too_long(lang, text),
        K::MissingTeacher if is_taken => msg::told_missing_teacher_taken(lang).to_owned(),
        K::MissingTeacher => msg::told_missing_teacher(lang).to_owned(),
        K::Subtotal { text } => msg::told_subtotal(lang, text),
        K::NotARow { text } => msg::told_not_a_row(lang, text),
        K::DroppedColumn { header, .. } => msg::told_dropped_column(lang, header),
        K::OpenQuote => msg::told_open_quote(lang).to_owned(),
        K::SheetWithoutTable => msg::told_sheet_without_table(lang).to_owned(),
        K::LeftSchool { status } => msg::told_left_school(lang, status),
        K::ExactDuplicate { first } => msg::told_exact_duplicate(lang, &place(first)),
        K::PossibleDuplicate { first, name } => msg::told_possible_duplicate(lang, name, &place(first)),
        K::Homonyms { first } => msg::told_homonyms(lang, &place(first)),
        K::AmbiguousPerson { name } => msg::told_ambiguous_person(lang, name),
        K::ChildNotOnRoster { child } => msg::told_child_not_on_roster(lang, child),
        K::TeacherNotOnStaff { teacher } if is_taken => msg::told_teacher_not_on_staff_taken(lang, teacher),
        K::TeacherNotOnStaff { teacher } => msg::told_teacher_not_on_staff(lang, teacher),
        K::ClassNotInSchool { label } => msg::told_class_not_in_school(lang, &label.to_string()),
        K::ClassWithoutTeacher { label } => msg::told_class_without_teacher(lang, &label.to_string()),
        K::HomeroomTaken { label, teacher } => msg::told_homeroom_taken(lang, &label.to_string(), teacher),
        K::InAnotherClass { current } => msg::told_in_another_class(lang, &current.to_string()),
        K::NamesakeInAnotherClass { current } => msg::told_namesake_in_another_class(lang, &current.to_string()),
        K::StayEnded => msg::told_stay_ended(lang).to_owned(),
        K::LoadLineTwice { first } => msg::told_load_line_twice(lang, &place(first)),
        K::ActivityWithoutClasses => msg::told_activity_without_classes(lang).to_owned(),
        K::OtherSchoolYear { year } => {
            msg::told_other_school_year(lang, &format!("{year}/{:02}", (year + 1).rem_euclid(100)))
        }
    }
}

/// Why a file cannot be read, and what to do.
#[must_use]
pub fn unreadable(lang: Lang, error: &Unreadable) -> String {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    match error {
        Unreadable::Empty => msg::unreadable_empty(lang).to_owned(),
        Unreadable::TooLarge { bytes, limit } => msg::unreadable_too_large(lang, megabytes(*bytes), megabytes(*limit)),
        Unreadable::OldWorkbook => msg::unreadable_old_workbook(lang).to_owned(),
        Unreadable::Encrypted => msg::unreadable_encrypted(lang).to_owned(),
        Unreadable::Binary => msg::unreadable_binary(lang).to_owned(),
        Unreadable::UnknownEncoding => msg::unreadable_unknown_encoding(lang).to_owned(),
        Unreadable::BrokenArchive => msg::unreadable_broken_archive(lang).to_owned(),
        Unreadable::TooManyEntries { entries, limit } => msg::unreadable_too_many_entries(lang, *entries, *limit),
        Unreadable::InflatesTooFar { limit } => msg::unreadable_inflates_too_far(lang, megabytes(*limit)),
        Unreadable::InflatesTooMuch { limit } => msg::unreadable_inflates_too_much(lang, *limit),
        Unreadable::TooManyCells { limit } => msg::unreadable_too_many_cells(lang, *limit),
        Unreadable::UnknownArchive => msg::unreadable_unknown_archive(lang).to_owned(),
        Unreadable::BrokenWorkbook => msg::unreadable_broken_workbook(lang).to_owned(),
        Unreadable::NoColumns => msg::unreadable_no_columns(lang).to_owned(),
        Unreadable::WrongKind { expected, found } => {
            msg::unreadable_wrong_kind(lang, list_kind(lang, *expected), list_kind(lang, *found))
        }
        Unreadable::MissingEntry { file } => msg::unreadable_missing_entry(lang, file),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(file: &str, line: u32) -> Place {
        Place { file: file.to_owned(), sheet: String::new(), line }
    }

    #[track_caller]
    fn check(severity: Severity, kind: ProblemKind, ru: &str, en: &str) {
        let told = Problem { place: at("a.csv", 7), severity, kind };
        assert_eq!(problem(Lang::Ru, &told), ru);
        assert_eq!(problem(Lang::En, &told), en);
    }

    #[test]
    fn a_row_that_is_taken_is_told_otherwise() {
        let date = || ProblemKind::ImpossibleDate { text: "31.02.2015".to_owned() };
        check(
            Severity::Error,
            date(),
            "Дня «31.02.2015» нет в календаре. Исправьте дату или разрешите брать строку без неё.",
            "There is no day “31.02.2015”. Correct the date, or allow taking the row without it.",
        );
        check(
            Severity::Warning,
            date(),
            "Дня «31.02.2015» нет в календаре. Строка взята без даты рождения.",
            "There is no day “31.02.2015”. The row is taken without the birth date.",
        );
    }

    #[test]
    fn another_line_is_named_with_its_file() {
        check(
            Severity::Note,
            ProblemKind::ExactDuplicate { first: at("a.csv", 3) },
            "Повторяет другую строку: строка 3.",
            "Repeats another row: line 3.",
        );
        check(
            Severity::Note,
            ProblemKind::ExactDuplicate { first: at("b.csv", 3) },
            "Повторяет другую строку: b.csv, строка 3.",
            "Repeats another row: b.csv, line 3.",
        );
    }

    #[test]
    fn sizes_are_told_in_megabytes() {
        let error = Unreadable::TooLarge { bytes: 52_428_801, limit: 52_428_800 };
        assert!(unreadable(Lang::Ru, &error).contains("51 МБ"), "{}", unreadable(Lang::Ru, &error));
        assert!(unreadable(Lang::En, &error).contains("50 MB"));
    }
}
