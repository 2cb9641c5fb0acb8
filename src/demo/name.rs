//! Invented names: family names with their feminine forms, given names, patronymics.

use std::collections::BTreeSet;

use super::Unmade;
use super::dice::Dice;
use crate::domain::{Gender, PersonName};

/// Family names in the masculine; the feminine adds `а`.
const FAMILIES: &str = "Алёшин Баранов Вишняков Горелов Дёмин Ефремов Ёлкин Жданов Зуев Ильин Калинин Ларионов \
Мещеряков Наумов Овчинников Прохоров Рябинин Савельев Тихомиров Уваров Фёдоров Хохлов Цветков Чернышёв Шапошников \
Щукин Юдин Яшин Агапов Белов Воронин Гусев Дорофеев Елисеев Журавлёв Зимин Исаев Комаров Крылов Маслов Никитин Носов \
Осипов Панов Пахомов Рогов Синицын Сорокин Трофимов Ушаков Филатов Хромов Царёв Чижов Шубин Щеглов Юрьев Яковлев";
/// Family names that do not follow the rule: masculine and feminine.
const RARE: &str = "Салтыков-Щедринский/Салтыкова-Щедринская,Оглы Мамед/Оглы Мамед,Ким/Ким,Де Лазари/Де Лазари,\
Петров-Водкин мл./Петрова-Водкина";
const BOYS: &str = "Артём Мирон Лев Тимур Савва Егор Даниил Матвей Семён Пётр Иван Глеб Роман Кирилл Арсений Фёдор \
Никита Илья Максим Захар";
const GIRLS: &str = "Алёна Варвара Василиса Ева Злата Кира Полина Таисия Ульяна Софья Анна Мария Дарья Вера Арина \
Милана Есения Маргарита Виктория Алиса";
/// Fathers with what their children's patronymics begin with.
const MEN: &str = "Андрей/Андреев Алексей/Алексеев Сергей/Сергеев Дмитрий/Дмитриев Олег/Олегов Игорь/Игорев \
Павел/Павлов Антон/Антонов Виктор/Викторов Юрий/Юрьев Николай/Николаев Константин/Константинов Михаил/Михайлов \
Владимир/Владимиров Роман/Романов Вадим/Вадимов Денис/Денисов Максим/Максимов Евгений/Евгеньев Артём/Артёмов \
Тимур/Тимуров Егор/Егоров Семён/Семёнов Пётр/Петров Глеб/Глебов Марк/Марков";
const WOMEN: &str = "Ольга Елена Наталья Ирина Татьяна Светлана Анна Мария Юлия Екатерина Марина Оксана Надежда \
Людмила Галина Вера Нина Лариса Инна Жанна";

/// A man's given name and the stem of his children's patronymics.
#[derive(Debug, Clone, Copy)]
pub struct Father {
    /// Given name.
    pub given: &'static str,
    stem: &'static str,
}

impl Father {
    /// The patronymic of his child.
    pub fn patronymic(self, child: Gender) -> String {
        format!("{}{}", self.stem, if child == Gender::Male { "ич" } else { "на" })
    }
}

/// The tables, and the full names given so far.
#[derive(Debug)]
pub struct NameBook {
    families: Vec<&'static str>,
    rare: Vec<&'static str>,
    boys: Vec<&'static str>,
    girls: Vec<&'static str>,
    men: Vec<Father>,
    women: Vec<&'static str>,
    used: BTreeSet<String>,
}

impl NameBook {
    /// Opens the tables.
    pub fn new() -> Self {
        let words = |text: &'static str| text.split(' ').collect();
        let fathers = MEN.split(' ').filter_map(|pair| pair.split_once('/'));
        Self {
            families: words(FAMILIES),
            rare: RARE.split(',').collect(),
            boys: words(BOYS),
            girls: words(GIRLS),
            men: fathers.map(|(given, stem)| Father { given, stem }).collect(),
            women: words(WOMEN),
            used: BTreeSet::new(),
        }
    }

    /// A family name; one of thirty is out of the rule.
    pub fn family(&self, dice: &mut Dice) -> Result<&'static str, Unmade> {
        let table = if dice.below(30) == 0 { &self.rare } else { &self.families };
        dice.pick(table).ok_or(Unmade::Missing("family names"))
    }

    /// A father's name; `given` where it must be a certain one.
    pub fn father(&self, given: &str, dice: &mut Dice) -> Result<Father, Unmade> {
        let named = self.men.iter().find(|father| father.given == given).copied();
        named.or_else(|| dice.pick(&self.men)).ok_or(Unmade::Missing("fathers"))
    }

    /// A name of a grown-up that nobody else has, as far as the tables go.
    pub fn adult(&mut self, family: &str, gender: Gender, dice: &mut Dice) -> Result<(PersonName, Father), Unmade> {
        let mut last = None;
        for _ in 0..20 {
            let given = self.father("", dice)?;
            let woman = dice.pick(&self.women).ok_or(Unmade::Missing("women"))?;
            let patronymic = self.father("", dice)?.patronymic(gender);
            let text = if gender == Gender::Male { given.given } else { woman };
            let name = PersonName::new(&form(family, gender), text, &patronymic)?;
            let is_new = self.claim(&name);
            last = Some((name, given));
            if is_new {
                break;
            }
        }
        last.ok_or(Unmade::Missing("names"))
    }

    /// A child's name that no other child has, as far as the tables go.
    pub fn child(
        &mut self,
        family: &str,
        gender: Gender,
        patronymic: &str,
        dice: &mut Dice,
    ) -> Result<PersonName, Unmade> {
        let mut last = None;
        for _ in 0..20 {
            let table = if gender == Gender::Male { &self.boys } else { &self.girls };
            let given = dice.pick(table).ok_or(Unmade::Missing("children"))?;
            let name = PersonName::new(&form(family, gender), given, patronymic)?;
            let is_new = self.claim(&name);
            last = Some(name);
            if is_new {
                break;
            }
        }
        last.ok_or(Unmade::Missing("names"))
    }

    /// Keeps a name from being given again; tells whether it was free.
    pub fn claim(&mut self, name: &PersonName) -> bool {
        self.used.insert(name.key())
    }
}

/// The family name in its gender.
pub fn form(family: &str, gender: Gender) -> String {
    match (family.split_once('/'), gender) {
        (Some((form, _)), Gender::Male) | (Some((_, form)), Gender::Female) => form.to_owned(),
        (None, Gender::Male) => family.to_owned(),
        (None, Gender::Female) => format!("{family}а"),
    }
}

#[cfg(test)]
mod tests {
    use super::{NameBook, form};
    use crate::demo::dice::Dice;
    use crate::domain::Gender::{self, Female, Male};

    #[track_caller]
    fn check_form(family: &str, gender: Gender, expected: &str) {
        assert_eq!(form(family, gender), expected);
    }

    #[test]
    fn families_have_a_form_for_each_gender() {
        check_form("Алёшин", Male, "Алёшин");
        check_form("Алёшин", Female, "Алёшина");
        check_form("Ким/Ким", Female, "Ким");
        check_form("Петров-Водкин мл./Петрова-Водкина", Male, "Петров-Водкин мл.");
        check_form("Петров-Водкин мл./Петрова-Водкина", Female, "Петрова-Водкина");
    }

    #[test]
    fn patronymics() {
        let peter = NameBook::new().father("Пётр", &mut Dice::new(1)).unwrap();
        assert_eq!([Male, Female].map(|child| peter.patronymic(child)), ["Петрович", "Петровна"]);
    }
}
