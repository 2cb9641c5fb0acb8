//! The lists of a school of a given size, made up: a thirteenth are staff, each student has one or two parents.

const FAMILIES: [&str; 40] = [
    "Авдеев",
    "Белов",
    "Власов",
    "Голубев",
    "Дроздов",
    "Ершов",
    "Жданов",
    "Зимин",
    "Исаев",
    "Калинин",
    "Лапин",
    "Маслов",
    "Наумов",
    "Осипов",
    "Панин",
    "Рогов",
    "Сазонов",
    "Титов",
    "Уваров",
    "Фомин",
    "Харитонов",
    "Царёв",
    "Чернов",
    "Шубин",
    "Щукин",
    "Юдин",
    "Яшин",
    "Агапов",
    "Быков",
    "Воронов",
    "Гусев",
    "Дёмин",
    "Елисеев",
    "Журавлёв",
    "Зуев",
    "Игнатов",
    "Корнеев",
    "Лыткин",
    "Мухин",
    "Носов",
];
const GIVEN: [&str; 24] = [
    "Алексей",
    "Борис",
    "Вадим",
    "Глеб",
    "Денис",
    "Егор",
    "Захар",
    "Илья",
    "Кирилл",
    "Лев",
    "Максим",
    "Никита",
    "Олег",
    "Павел",
    "Роман",
    "Степан",
    "Тимур",
    "Фёдор",
    "Юрий",
    "Яков",
    "Артём",
    "Виктор",
    "Герман",
    "Марк",
];
const PATRONYMICS: [&str; 30] = [
    "Александрович",
    "Борисович",
    "Вадимович",
    "Глебович",
    "Денисович",
    "Егорович",
    "Захарович",
    "Иванович",
    "Кириллович",
    "Львович",
    "Максимович",
    "Николаевич",
    "Олегович",
    "Павлович",
    "Романович",
    "Степанович",
    "Тимурович",
    "Фёдорович",
    "Юрьевич",
    "Яковлевич",
    "Артёмович",
    "Викторович",
    "Германович",
    "Маркович",
    "Андреевич",
    "Петрович",
    "Сергеевич",
    "Антонович",
    "Семёнович",
    "Григорьевич",
];
const LETTERS: [&str; 28] = [
    "А", "Б", "В", "Г", "Д", "Е", "Ж", "З", "И", "К", "Л", "М", "Н", "О", "П", "Р", "С", "Т", "У", "Ф", "Х", "Ц", "Ч",
    "Ш", "Щ", "Э", "Ю", "Я",
];

/// The n-th name: every combination once before any comes again, neighbours unlike each other.
fn name(number: usize) -> [&'static str; 3] {
    let all = FAMILIES.len() * GIVEN.len() * PATRONYMICS.len();
    // A step without a common factor with the number of names, so that no name comes twice.
    let place = (number + 1) * 7_919 % all;
    let pick = |list: &[&'static str], at: usize| list.get(at % list.len()).copied().unwrap_or_default();
    [
        pick(&FAMILIES, place),
        pick(&GIVEN, place / FAMILIES.len()),
        pick(&PATRONYMICS, place / FAMILIES.len() / GIVEN.len()),
    ]
}

fn phone(number: usize) -> String {
    format!("+7 (000) {:03}-{:02}-{:02}", number / 10_000 % 1_000, number / 100 % 100, number % 100)
}

fn put(list: &mut String, cells: &[&str]) {
    list.push_str(&cells.join(";"));
    list.push('\n');
}

/// The lists by file name; together they name exactly so many people.
pub fn of(people: usize) -> Vec<(&'static str, String)> {
    let staff_count = people / 13;
    let students_count = (people - staff_count) * 100 / 245;
    let mut staff = String::from("Фамилия;Имя;Отчество;Должность;Телефон\n");
    for number in 0..staff_count {
        let [family, given, patronymic] = name(number);
        let post = if number == 0 { "Директор" } else { "Учитель математики" };
        put(&mut staff, &[family, given, patronymic, post, &phone(number)]);
    }
    let mut students = String::from("Фамилия;Имя;Отчество;Дата рождения;Параллель;Литера\n");
    let mut parents = String::from("ФИО родителя;Степень родства;ФИО ребёнка;Класс;Телефон\n");
    let per_grade = students_count.div_ceil(11);
    let classes = per_grade.div_ceil(40).max(per_grade / 30).clamp(1, LETTERS.len());
    let mut next = staff_count + students_count;
    for at in 0..students_count {
        let [family, given, patronymic] = name(staff_count + at);
        let (grade, letter) = (at / per_grade + 1, LETTERS.get(at % per_grade % classes).copied().unwrap_or_default());
        let born = 2026 - 6 - grade;
        let born = format!("{:02}.{:02}.{born}", at % 28 + 1, at % 12 + 1);
        put(&mut students, &[family, given, patronymic, &born, &grade.to_string(), letter]);
        // Whoever is left is shared out: one parent or two.
        for parent in 0..(people - next).div_ceil(students_count - at) {
            let [family_of, given_of, patronymic_of] = name(next);
            let kin = if parent == 0 { "Отец" } else { "Опекун" };
            let [parent, child] =
                [[family_of, given_of, patronymic_of], [family, given, patronymic]].map(|name| name.join(" "));
            put(&mut parents, &[&parent, kin, &child, &format!("{grade}{letter}"), &phone(next)]);
            next += 1;
        }
    }
    vec![("staff.csv", staff), ("students.csv", students), ("parents.csv", parents)]
}
