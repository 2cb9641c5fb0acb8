//! Families of the demo school: students in their classes, their representatives, siblings merged.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::frame::{FIRST_DAY, Frame, LAST_YEAR};
use super::name::{Father, form};
use super::sketch::Sketch;
use super::staff::{Staff, Worker};
use super::{Defect, Unmade};
use crate::domain::{Enrolment, Gender, Kinship, Participation, Period, Person, PersonId, PersonName, Representation};
use crate::order;

/// The students and their representatives, by the number of the class.
#[derive(Debug)]
pub struct Students {
    /// Students in the order of their names.
    pub of_class: Vec<Vec<(PersonId, Gender)>>,
    /// Representatives, mothers first.
    pub parents_of: Vec<Vec<PersonId>>,
}

/// Who represents the children of a family.
#[derive(Debug, Clone, Copy)]
enum Parents {
    Both,
    /// There is one.
    Single,
    /// The school has been told of one.
    OneKnown,
    Guardian,
    Nobody,
    /// Both, and one of them works here.
    Worker(Worker),
}

impl Parents {
    fn count(self) -> usize {
        match self {
            Self::Both | Self::Worker(_) => 2,
            Self::Single | Self::OneKnown | Self::Guardian => 1,
            Self::Nobody => 0,
        }
    }
}

/// A family that must be there: its class, family name, daughter, father, mother; empty where chance decides.
type Wish = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Two near-homonyms with one birth date, two mothers of one name in a class, and the student of the project's tests.
const WISHES: [Wish; 5] = [
    ("7А", "Ёлкин", "Алёна", "Пётр", ""),
    ("7Б", "Елкин", "Алена", "Пётр", ""),
    ("2А", "Тихомиров", "", "", "Ольга Сергеевна"),
    ("2А", "Тихомиров", "", "", "Ольга Сергеевна"),
    ("7А", "Зуев", "Ева", "Марк", "Ольга Петровна"),
];
/// The day of the year on which the daughters of the wishes were born.
const WISHED_BIRTHDAY: usize = 122;
/// Students without a patronymic.
const WITHOUT_PATRONYMIC: usize = 4;

#[derive(Debug)]
struct Family {
    /// The class of each child.
    children: Vec<usize>,
    wish: Wish,
    parents: Option<Parents>,
}

struct Child {
    class: usize,
    family: usize,
    person: Person,
}

/// Fills the classes and tells the school the representatives.
pub fn settle(sketch: &mut Sketch, staff: &Staff, frame: &Frame) -> Result<Students, Unmade> {
    let mut families = found(sketch, frame)?;
    choose_parents(sketch, staff, &mut families);
    let mut fathers = Vec::new();
    let mut children: Vec<Child> = Vec::new();
    for (at, family) in families.iter().enumerate() {
        let (surname, father) = bloodline(sketch, family)?;
        fathers.push((surname, father));
        let mut birthdays: BTreeMap<u8, usize> = BTreeMap::new();
        for (number, class) in family.children.iter().enumerate() {
            let grade = frame.rooms.get(*class).map_or(1, |room| room.label.grade());
            // Two children of one grade are twins.
            let birthday = *birthdays.entry(grade).or_insert_with(|| sketch.dice.below(364) + 1);
            let is_bare = number == 0 && at % 150 == 77 && at / 150 < WITHOUT_PATRONYMIC;
            let person = child(sketch, family.wish, surname, father, grade, birthday, is_bare)?;
            children.push(Child { class: *class, family: at, person });
        }
    }
    order::by(&mut children, |a, b| a.class.cmp(&b.class).then_with(|| a.person.name.cmp(&b.person.name)));
    let mut of_class = vec![Vec::new(); frame.rooms.len()];
    let mut kids: Vec<Vec<(PersonId, usize)>> = vec![Vec::new(); families.len()];
    for Child { class, family, mut person } in children {
        // Identities ascend with the lists, so that files read and pack well.
        person.id = sketch.ids.fresh();
        let gender = person.gender.unwrap_or(Gender::Female);
        let id = sketch.enter(person);
        of_class.get_mut(class).into_iter().for_each(|list| list.push((id, gender)));
        kids.get_mut(family).into_iter().for_each(|list| list.push((id, class)));
        enrol(sketch, frame, id, class);
    }
    let mut parents_of = vec![Vec::new(); frame.rooms.len()];
    for ((family, kids), (surname, father)) in families.iter().zip(&kids).zip(fathers) {
        represent(sketch, family, kids, surname, father, &mut parents_of)?;
    }
    Ok(Students { of_class, parents_of })
}

/// Decides which children are siblings: 9 % of the families have two or more children here.
fn found(sketch: &mut Sketch, frame: &Frame) -> Result<Vec<Family>, Unmade> {
    let mut free: Vec<usize> = frame.rooms.iter().enumerate().flat_map(|(at, room)| vec![at; room.size]).collect();
    let mut take = |label: &str| {
        let class = frame.at(label)?;
        let at = free.iter().position(|other| *other == class).ok_or(Unmade::Missing("place in a class"))?;
        Ok::<usize, Unmade>(free.remove(at))
    };
    let mut families = Vec::new();
    for wish in WISHES {
        families.push(Family { children: vec![take(wish.0)?], wish, parents: Some(Parents::Both) });
    }
    let wish = Wish::default();
    families
        .push(Family { children: vec![take("3А")?, take("5Б")?, take("9А")?], wish, parents: Some(Parents::Both) });
    families.push(Family { children: vec![take("4Б")?], wish, parents: Some(Parents::Nobody) });

    sketch.dice.shuffle(&mut free);
    let several = sketch.size.students * 64 / 775;
    let triples = several / 32;
    let counts = std::iter::repeat_n(3, triples - 1).chain(std::iter::repeat_n(2, several - triples));
    for count in counts.chain(std::iter::repeat(1)) {
        let children: Vec<usize> = free.split_off(free.len().saturating_sub(count));
        if children.is_empty() {
            break;
        }
        families.push(Family { children, wish, parents: None });
    }
    Ok(families)
}

/// Decides who represents each family: 3 % have a guardian, 12 % one parent, and so on up to the number of parents.
fn choose_parents(sketch: &mut Sketch, staff: &Staff, families: &mut [Family]) {
    let everybody: Vec<Worker> = staff.pedagogues().filter(|worker| worker.family.is_some()).collect();
    let step = (everybody.len() / sketch.size.staff_parents.max(1)).max(1);
    let workers = everybody.into_iter().step_by(step).take(sketch.size.staff_parents);
    let mut kinds: Vec<Parents> = workers.map(Parents::Worker).collect();
    let total = families.len();
    kinds.extend(std::iter::repeat_n(Parents::Guardian, total * 3 / 100));
    kinds.extend(std::iter::repeat_n(Parents::Single, total * 12 / 100));
    let decided: usize = families.iter().filter_map(|family| family.parents).map(Parents::count).sum();
    let open = families.iter().filter(|family| family.parents.is_none()).count();
    let fewer: usize = kinds.iter().map(|kind| 2 - kind.count()).sum();
    let one_known = (decided + 2 * open).saturating_sub(fewer + sketch.size.parents());
    kinds.extend(std::iter::repeat_n(Parents::OneKnown, one_known));
    kinds.resize(open, Parents::Both);
    sketch.dice.shuffle(&mut kinds);
    let undecided = families.iter_mut().filter(|family| family.parents.is_none());
    undecided.zip(kinds).for_each(|(family, kind)| family.parents = Some(kind));
}

/// The family name and the father, told to the school or not.
fn bloodline(sketch: &mut Sketch, family: &Family) -> Result<(&'static str, Father), Unmade> {
    let (_, surname, _, father, _) = family.wish;
    if let Some(Parents::Worker(Worker { family: Some(surname), gender, father, .. })) = family.parents {
        let father = if gender == Gender::Male { father } else { sketch.names.father("", &mut sketch.dice)? };
        return Ok((surname, father));
    }
    let surname = if surname.is_empty() { sketch.names.family(&mut sketch.dice)? } else { surname };
    Ok((surname, sketch.names.father(father, &mut sketch.dice)?))
}

fn child(
    sketch: &mut Sketch,
    wish: Wish,
    surname: &str,
    father: Father,
    grade: u8,
    birthday: usize,
    is_bare: bool,
) -> Result<Person, Unmade> {
    let (_, _, daughter, _, _) = wish;
    let gender = if daughter.is_empty() && sketch.dice.chance(50) { Gender::Male } else { Gender::Female };
    let patronymic = if is_bare { String::new() } else { father.patronymic(gender) };
    let name = if daughter.is_empty() {
        sketch.names.child(surname, gender, &patronymic, &mut sketch.dice)?
    } else {
        PersonName::new(&form(surname, gender), daughter, &patronymic)?
    };
    let day = u32::try_from(if daughter.is_empty() { birthday } else { WISHED_BIRTHDAY }).unwrap_or(1);
    let mut person = sketch.person(name, gender);
    person.birth_date = NaiveDate::from_yo_opt(2020 - i32::from(grade), day);
    Ok(person)
}

/// The stay of this year and, above grade 1, that of the year before; 1 and 10 rest on an order.
fn enrol(sketch: &mut Sketch, frame: &Frame, student: PersonId, at: usize) {
    let Some(room) = frame.rooms.get(at) else { return };
    if let Some(class) = frame.before(at).and_then(|at| frame.last.get(at)).copied() {
        let id = sketch.ids.fresh();
        sketch.records.enrolments.push(Arc::new(Enrolment { id, student, class, period: LAST_YEAR, order: None }));
    }
    let order = matches!(room.label.grade(), 1 | 10).then_some(frame.acts.enrolment);
    let (id, period) = (sketch.ids.fresh(), Period::since(FIRST_DAY));
    sketch.records.enrolments.push(Arc::new(Enrolment { id, student, class: room.id, period, order }));
}

fn represent(
    sketch: &mut Sketch,
    family: &Family,
    kids: &[(PersonId, usize)],
    surname: &'static str,
    father: Father,
    parents_of: &mut [Vec<PersonId>],
) -> Result<(), Unmade> {
    use Gender::{Female, Male};
    use Kinship::{Guardian, Mother};
    let kind = family.parents.unwrap_or(Parents::Both);
    let known: &[(Gender, Kinship)] = match kind {
        Parents::Both | Parents::Worker(_) => &[(Female, Mother), (Male, Kinship::Father)],
        Parents::Single | Parents::OneKnown if sketch.dice.chance(8) => &[(Male, Kinship::Father)],
        Parents::Single | Parents::OneKnown => &[(Female, Mother)],
        Parents::Guardian if sketch.dice.chance(20) => &[(Male, Guardian)],
        Parents::Guardian => &[(Female, Guardian)],
        Parents::Nobody => &[],
    };
    for (gender, kinship) in known.iter().copied() {
        let parent = match kind {
            Parents::Worker(worker) if worker.gender == gender => worker.id,
            _ => parent(sketch, family.wish, surname, father, gender, kinship, kind)?,
        };
        for (child, class) in kids.iter().copied() {
            let id = sketch.ids.fresh();
            sketch.records.representations.push(Arc::new(Representation { id, parent, child, kinship }));
            parents_of.get_mut(class).into_iter().for_each(|list| list.push(parent));
        }
        if kids.len() > 2
            && gender == Female
            && !sketch.planted.iter().any(|(defect, _)| *defect == Defect::ThreeClasses)
        {
            sketch.plant::<Person>(Defect::ThreeClasses, parent);
        }
    }
    if matches!(kind, Parents::Nobody) {
        for (child, _) in kids {
            sketch.plant::<Person>(Defect::NoParent, *child);
        }
    }
    Ok(())
}

fn parent(
    sketch: &mut Sketch,
    wish: Wish,
    surname: &'static str,
    father: Father,
    gender: Gender,
    kinship: Kinship,
    kind: Parents,
) -> Result<PersonId, Unmade> {
    let (_, _, _, _, mother) = wish;
    let name = match kinship {
        Kinship::Mother if !mother.is_empty() => PersonName::parse(&format!("{} {mother}", form(surname, gender)))?,
        // A father has the given name of his children's patronymic.
        Kinship::Father => {
            let patronymic = sketch.names.father("", &mut sketch.dice)?.patronymic(gender);
            PersonName::new(&form(surname, gender), father.given, &patronymic)?
        }
        Kinship::Guardian => {
            let other = sketch.names.family(&mut sketch.dice)?;
            sketch.names.adult(other, gender, &mut sketch.dice)?.0
        }
        _ => sketch.names.adult(surname, gender, &mut sketch.dice)?.0,
    };
    sketch.names.claim(&name);
    let mut person = sketch.person(name, gender);
    let has_mail = sketch.dice.chance(40);
    sketch.reach(&mut person, has_mail.then_some("parent"))?;
    person.participation = match sketch.dice.below(100) {
        0 | 1 => Participation::Refused,
        2..=4 => Participation::OffPlatform,
        _ => Participation::OnPlatform,
    };
    if matches!(kind, Parents::Single) {
        "единственный представитель".clone_into(&mut person.note);
    }
    Ok(sketch.enter(person))
}
