//! The header aliases of SPEC section 6, as a table.

use super::Field;

/// Each field with the headers it is known by, already normalized.
const ALIASES: &[(Field, &[&str])] = &[
    (
        Field::FullName,
        &[
            "фио",
            "фамилияимяотчество",
            "фамилияимя",
            "фамилияио",
            "фиополностью",
            "полноеимя",
            "ученик",
            "учащийся",
            "учащиеся",
            "обучающийся",
            "обучающиеся",
            "сотрудник",
            "работник",
            "фиосотрудника",
            "фиоработника",
            "фиоученика",
            "фиоучащегося",
            "фиообучающегося",
            "фиоучителя",
            "фиопедагога",
            "списокучащихся",
            "списокобучающихся",
            "fio",
            "student",
            "fullname",
            "name",
            "имяфамилия",
            "участник",
        ],
    ),
    (Field::LastName, &["фамилия", "surname", "lastname", "familyname", "фамилияученика", "фамилияобучающегося"]),
    (Field::FirstName, &["имя", "givenname", "firstname", "имяученика", "имяобучающегося"]),
    (Field::MiddleName, &["отчество", "patronymic", "middlename", "отчествоученика", "отчествоприналичии"]),
    (
        Field::Class,
        &[
            "класс",
            "классгруппа",
            "классобучения",
            "группакласс",
            "учебныйкласс",
            "наименованиекласса",
            "class",
            "классребенка",
            "классученика",
        ],
    ),
    (Field::Grade, &["параллель", "ступень", "годобучения", "номеркласса", "цифра", "grade"]),
    (Field::Letter, &["литера", "буква", "литеракласса", "буквакласса", "letter"]),
    (
        Field::BirthDate,
        &["датарождения", "др", "рожд", "датарожд", "деньрождения", "деньмесяцгодрождения", "birthdate", "birthday"],
    ),
    (Field::Gender, &["пол", "gender", "sex"]),
    (
        Field::FileNumber,
        &[
            "личногодела",
            "номерличногодела",
            "личноедело",
            "номерлд",
            "лд",
            "личногоделаномер",
            "номеральфавитнойкниги",
        ],
    ),
    (Field::FileLetter, &["букваличногодела", "буквадела", "буквалд", "буквавличномделе"]),
    (
        Field::Phone,
        &[
            "телефон",
            "мобильный",
            "сотовый",
            "контакты",
            "номертелефона",
            "мобильныйтелефон",
            "сотовыйтелефон",
            "контактныйтелефон",
            "тел",
            "телефонмобильный",
            "phone",
            "mobile",
            "sms",
        ],
    ),
    (
        Field::Email,
        &["email", "почта", "элпочта", "электроннаяпочта", "адресэлектроннойпочты", "эпочта", "mail", "адресэлпочты"],
    ),
    (Field::Status, &["статус", "состояние", "отметкаовыбытии", "движение", "status"]),
    (
        Field::Position,
        &[
            "должность",
            "роль",
            "категория",
            "категорияперсонала",
            "занимаемаядолжность",
            "position",
            "role",
            "должностьроль",
        ],
    ),
    (
        Field::HomeroomOf,
        &[
            "классноеруководство",
            "классилигруппаклассногоруководства",
            "клрук",
            "клруководство",
            "классныйруководитель",
            "классноерук",
            "homeroom",
        ],
    ),
    (Field::HireDate, &["датаприема", "датаприеманаработу", "принят", "датапоступления"]),
    (
        Field::Parent,
        &[
            "родитель",
            "родители",
            "родитель1",
            "фиородителя",
            "фиородителя1",
            "законныйпредставитель",
            "законныепредставители",
            "законныйпредставитель1",
            "фиозаконногопредставителя",
            "родителизаконныепредставители",
            "родительзаконныйпредставитель",
            "представитель",
            "фиородителей",
            "parent",
            "parent1",
        ],
    ),
    (
        Field::ParentPhone,
        &[
            "телефонродителя",
            "телефонродителей",
            "телефонродителя1",
            "телефонзаконногопредставителя",
            "мобильныйродителя",
        ],
    ),
    (Field::ParentEmail, &["emailродителя", "почтародителя", "элпочтародителя", "emailродителей"]),
    (Field::SecondParent, &["родитель2", "фиородителя2", "законныйпредставитель2", "второйродитель", "parent2"]),
    (Field::SecondParentPhone, &["телефонродителя2", "телефонвторогородителя"]),
    (Field::SecondParentEmail, &["emailродителя2", "почтародителя2"]),
    (Field::Mother, &["мать", "мама", "фиоматери", "матьфио", "mother"]),
    (Field::MotherPhone, &["телефонматери", "телефонмамы", "матьтелефон", "мамателефон", "мобильныйматери"]),
    (Field::MotherEmail, &["emailматери", "почтаматери", "матьemail"]),
    (Field::Father, &["отец", "папа", "фиоотца", "отецфио", "father"]),
    (Field::FatherPhone, &["телефонотца", "телефонпапы", "отецтелефон", "папателефон", "мобильныйотца"]),
    (Field::FatherEmail, &["emailотца", "почтаотца", "отецemail"]),
    (Field::Kinship, &["степеньродства", "родство", "отношение", "ктоприходится", "кемприходится", "kinship"]),
    (Field::Child, &["фиоребенка", "ребенок", "фиодетей", "дети", "фамилияимяребенка", "child"]),
    (Field::Subject, &["предмет", "дисциплина", "учебныйпредмет", "предметы", "subject", "наименованиепредмета"]),
    (Field::Teacher, &["учитель", "преподаватель", "педагог", "учительпредметник", "teacher"]),
    (
        Field::Hours,
        &[
            "часы",
            "часоввнеделю",
            "часов",
            "колвочасов",
            "количествочасов",
            "нагрузка",
            "чнед",
            "часовнед",
            "часывнеделю",
            "hours",
        ],
    ),
    (Field::Group, &["подгруппа", "группа", "номергруппы", "group"]),
    (
        Field::Title,
        &[
            "название",
            "наименование",
            "курс",
            "названиекурса",
            "кружок",
            "секция",
            "программа",
            "наименованиекурса",
            "названиегруппы",
            "объединение",
            "title",
        ],
    ),
    (Field::Leader, &["руководитель", "ведет", "руководителькружка", "leader"]),
    (Field::Classes, &["классы", "участвующиеклассы", "classes"]),
    (Field::MemberId, &["id", "идентификатор", "ид"]),
    (Field::MemberRoles, &["роли", "roles"]),
    (Field::MemberSchools, &["учебныезаведения", "учебноезаведение"]),
    (Field::RowNumber, &["пп", "нпп", "номерпп", "номерпорядку", "порядковыйномер", "n"]),
    (
        Field::Other,
        &[
            "адрес",
            "адреспроживания",
            "адресрегистрации",
            "местожительства",
            "примечание",
            "примечания",
            "комментарий",
            "гражданство",
            "откуда",
            "куда",
        ],
    ),
    (Field::Inn, &["инн", "inn"]),
    (Field::Login, &["логин", "login", "username", "имяпользователя"]),
    (Field::Password, &["пароль", "password"]),
];

/// Words that decide wherever they stand in a header: data that is never kept is never missed.
const DROPPED: &[(Field, &[&str])] = &[
    (Field::Snils, &["снилс", "snils", "страховойномер"]),
    (
        Field::Passport,
        &["паспорт", "passport", "свидетельствоорождении", "удостоверениеличности", "серияиномердокумента"],
    ),
    (Field::Password, &["пароль", "password"]),
    (Field::Login, &["логин"]),
    (Field::Health, &["здоровь", "диагноз", "инвалид", "полис", "группаздоровья", "овз", "заболеван"]),
];

/// Normalizes a header: lower case, ё as е, letters and digits only.
#[must_use]
pub fn normal(header: &str) -> String {
    let lower = header.chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c });
    lower.filter(|c| c.is_alphanumeric()).collect()
}

/// Finds the field of a header; headers longer than an alias are tried without what stands in brackets.
#[must_use]
pub fn field(header: &str) -> Option<Field> {
    // «№» alone numbers the rows; «№ личного дела» does not.
    if matches!(header.trim(), "№" | "#" | "№№") {
        return Some(Field::RowNumber);
    }
    let whole = normal(header);
    if whole.is_empty() || whole.len() > 120 {
        return None;
    }
    let short = || header.split_once(['(', ',', '/', '\n', ':']).map(|(start, _)| normal(start));
    exact(&whole).or_else(|| dropped(&whole)).or_else(|| short().and_then(|start| exact(&start)))
}

fn exact(header: &str) -> Option<Field> {
    ALIASES.iter().find(|(_, aliases)| aliases.contains(&header)).map(|(field, _)| *field)
}

fn dropped(header: &str) -> Option<Field> {
    DROPPED.iter().find(|(_, words)| words.iter().any(|word| header.contains(word))).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headers: &[&str], expected: Field) {
        for header in headers {
            assert_eq!(field(header), Some(expected), "{header}");
        }
    }

    #[test]
    fn aliases_of_the_table() {
        check(
            &["ФИО", "Ф.И.О.", "Фамилия Имя Отчество", "Фамилия Имя", "Ученик", "Учащийся", "Обучающийся"],
            Field::FullName,
        );
        check(&["Сотрудник", "ФИО ученика", "fio", "student", "\u{feff}ФИО", "ФИО (полностью)"], Field::FullName);
        check(&["Фамилия", "surname"], Field::LastName);
        check(&["Имя", "givenName"], Field::FirstName);
        check(&["Отчество", "patronymic", "Отчество (при наличии)"], Field::MiddleName);
        check(&["Класс", "Класс (группа)", "Класс обучения"], Field::Class);
        check(&["Параллель"], Field::Grade);
        check(&["Литера", "Буква"], Field::Letter);
        check(&["Дата рождения", "Д.р.", "ДР", "Рожд.", "Дата рождения (дд.мм.гггг)"], Field::BirthDate);
        check(&["Пол", "Пол (м/ж)"], Field::Gender);
        check(&["№ личного дела", "Номер личного дела"], Field::FileNumber);
        check(&["Буква личного дела"], Field::FileLetter);
        check(&["Телефон", "Мобильный", "Сотовый", "Контакты"], Field::Phone);
        check(&["Email", "E-mail", "Эл. почта"], Field::Email);
        check(&["Должность", "Роль", "Категория"], Field::Position);
        check(&["Классное руководство", "Класс или группа классного руководства", "Кл. рук."], Field::HomeroomOf);
        check(&["Родитель", "Родитель 1", "Законный представитель", "ФИО родителя"], Field::Parent);
        check(&["Родитель 2"], Field::SecondParent);
        check(&["Мать", "ФИО матери"], Field::Mother);
        check(&["Телефон матери"], Field::MotherPhone);
        check(&["Отец"], Field::Father);
        check(&["ФИО ребёнка", "ФИО РЕБЕНКА"], Field::Child);
        check(&["Предмет", "Дисциплина"], Field::Subject);
        check(&["Учитель", "Преподаватель"], Field::Teacher);
        check(&["Часы", "Часов в неделю"], Field::Hours);
        check(&["Подгруппа", "Группа"], Field::Group);
        check(&["Статус"], Field::Status);
        check(&["№", "№ п/п"], Field::RowNumber);
        check(&["Учебные заведения"], Field::MemberSchools);
    }

    #[test]
    fn what_is_never_kept_is_recognized() {
        check(&["СНИЛС", "СНИЛС ребёнка", "Номер СНИЛС"], Field::Snils);
        check(&["ИНН"], Field::Inn);
        check(&["Серия паспорта", "Номер паспорта", "Паспорт"], Field::Passport);
        check(&["Логин"], Field::Login);
        check(&["Пароль", "Пароль от журнала"], Field::Password);
        check(&["Группа здоровья", "Инвалидность"], Field::Health);
    }

    #[test]
    fn unknown_headers_are_no_field() {
        for header in ["", "Любимый цвет", "7А", "Иванов Лев"] {
            assert_eq!(field(header), None, "{header}");
        }
    }

    #[test]
    fn an_alias_stands_once_and_is_normal() {
        let mut seen = std::collections::BTreeSet::new();
        for alias in ALIASES.iter().flat_map(|(_, aliases)| *aliases) {
            assert_eq!(normal(alias), *alias);
            assert!(seen.insert(alias), "{alias} stands twice");
        }
    }
}
