//! The laws of merging, over random acts of two and three administrators.

use std::collections::BTreeSet;
use std::hash::BuildHasher as _;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;

/// A random act: what, on which record, with which text.
type Act = (u8, u8, u8);

fn acts(most: usize) -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec((0..16u8, any::<u8>(), any::<u8>()), 0..most)
}

fn pick<T: Copy>(all: &[T], at: u8) -> T {
    all[usize::from(at) % all.len()]
}

/// Carries out a random act; what the rules refuse changes nothing.
fn act(admin: &mut Admin, (what, on, text): Act) {
    let people: Vec<PersonId> = admin.school().people().keys().copied().collect();
    let classes: Vec<ClassId> = admin.school().classes().keys().copied().collect();
    if people.is_empty() || classes.is_empty() {
        return;
    }
    let (person, class, id) = (pick(&people, on), pick(&classes, text), admin.ids.fresh::<Uuid>());
    let mut row = admin.school().people()[&person].as_ref().clone();
    let from = day(1 + u32::from(text % 25));
    let words = format!("{} {text}", admin.name);
    let command = match what {
        0 | 1 => Command::Save(Person::new(id.into(), PersonName::new("Новикова", &words, "").unwrap()).into()),
        2 => Command::Save(Person { note: words, ..row }.into()),
        3 => Command::Save(Person { file_number: format!("{}", text % 4), ..row }.into()),
        4 => {
            row.consent.state = if text % 2 == 0 { ConsentState::Given } else { ConsentState::Refused };
            Command::Save(row.into())
        }
        5 => Command::Remove(RecordKey::to::<Person>(person)),
        6 if classes.len() > 2 && text % 4 == 0 => Command::Remove(RecordKey::to::<Class>(class)),
        7 => ChangeClass { id: id.into(), student: person, class, from, order: None }.into(),
        8 => Command::AssignHomeroom { id: id.into(), class, teacher: person, from, order: None },
        9 | 10 => {
            let Some(line) = admin.school().load().values().next().cloned() else { return };
            let mut line = line.as_ref().clone();
            if !line.members.remove(&person) {
                line.members.insert(person);
            }
            Command::Save(line.into())
        }
        11 => Command::Save(Subject { id: id.into(), name: format!("Предмет {}", text % 6) }.into()),
        12 => {
            let title = "Педагог".into();
            let category = pick(&StaffCategory::ALL, text);
            Command::Save(
                Position { id: id.into(), person, title, category, period: Period::since(from), order: None }.into(),
            )
        }
        13 => {
            let Some(stay) = admin.school().enrolments().values().next().cloned() else { return };
            let period = Period { to: Some(from), ..stay.period };
            Command::Save(Enrolment { period, ..stay.as_ref().clone() }.into())
        }
        14 => {
            let label = format!("{}В", 1 + text % 9).parse().unwrap();
            let Some(year) = admin.school().years().keys().next().copied() else { return };
            Command::CreateClasses { year, classes: vec![(id.into(), label)] }
        }
        _ => {
            admin.undo();
            return;
        }
    };
    let _ = admin.attempt(&command);
}

fn all(admin: &mut Admin, acts: &[Act]) {
    for each in acts {
        act(admin, *each);
    }
}

/// The plan all begin with, built once.
fn start(name: &'static str) -> Admin {
    use std::sync::OnceLock;
    static START: OnceLock<Workspace> = OnceLock::new();
    let workspace = START.get_or_init(|| Sample::new().workspace);
    let blank = Sample { workspace: workspace.clone(), ..blank() };
    Admin::new(name, &blank)
}

/// A sample of which only the workspace counts.
fn blank() -> Sample {
    let nil = Uuid::nil();
    Sample {
        workspace: Workspace::default(),
        ids: IdSource::new(0, [0; 10]),
        year: nil.into(),
        staff_room: nil.into(),
        class_7a: nil.into(),
        class_7b: nil.into(),
        orlova: nil.into(),
        vetrova: nil.into(),
        baranov: nil.into(),
        lugova: nil.into(),
        zueva: nil.into(),
        zueva_mother: nil.into(),
        math_7a: nil.into(),
        order: nil.into(),
    }
}

/// Merges with every question decided for one side; tells whether there was any.
#[track_caller]
fn merge_deciding(mine: &mut Admin, theirs: &Admin, version: Version) -> bool {
    let mut merge = mine.begin(theirs);
    let has_asked = !merge.review(mine.school(), today()).conflicts.is_empty();
    settle(&mut merge, mine, version);
    mine.carry_out(&merge, theirs);
    has_asked
}

/// Nothing dangles.
fn is_whole(school: &School) -> bool {
    let mut is_whole = true;
    for record in school.records() {
        links(&record, &mut |to, _| is_whole &= school.record(to).is_some());
    }
    is_whole
}

/// Both orders of a merge of two plans that went on by these acts.
fn check_both_orders(ours: &[Act], others: &[Act], version: bool) -> Result<(), TestCaseError> {
    let (mut anna, mut boris) = (start("Анна"), start("Борис"));
    all(&mut anna, ours);
    all(&mut boris, others);
    let (old_anna, old_boris) = (anna.clone(), boris.clone());
    // Decided for Anna on both sides, or for Boris on both.
    let (here, there) = if version { (Version::Mine, Version::Theirs) } else { (Version::Theirs, Version::Mine) };
    let asked = merge_deciding(&mut anna, &old_boris, here);
    let asked_too = merge_deciding(&mut boris, &old_anna, there);
    prop_assert_eq!(asked, asked_too);
    prop_assert_eq!(anna.school(), boris.school());
    prop_assert!(is_whole(anna.school()));
    // Through the files it is the same; files take their time, so every third case goes through them.
    if ours.len().is_multiple_of(3) {
        let mut again = old_anna.through_a_file();
        merge_deciding(&mut again, &old_boris.through_a_file(), here);
        prop_assert_eq!(again.school(), anna.school());
    }
    // Merged again, it asks nothing and changes nothing: with the old plan, and with the merged one.
    for other in [&old_boris, &boris] {
        let merge = anna.begin(other);
        prop_assert_eq!(questions(&merge, &anna), Vec::<String>::new());
        prop_assert!(merge.review(anna.school(), today()).changes.is_empty());
    }
    // Undone, it was not; merged once more, it is as before.
    let merged = anna.school().clone();
    if anna.workspace.journal().entries().len() > old_anna.workspace.journal().entries().len() {
        prop_assert!(anna.undo());
        prop_assert_eq!(anna.school(), old_anna.school());
        merge_deciding(&mut anna, &old_boris, here);
        prop_assert_eq!(anna.school(), &merged);
    }
    Ok(())
}

/// A way of plans among three people: who acts, whose file is merged then, the acts, for whom is decided.
type Meeting = (usize, usize, Vec<Act>, bool);

/// Whatever way plans travel, all end with one plan that holds what somebody created and nobody removed.
fn check_travel(steps: &[Meeting]) -> Result<(), TestCaseError> {
    let mut admins = [start("Анна"), start("Борис"), start("Вера")];
    let first: BTreeSet<RecordKey> = admins[0].school().records().map(|record| record.key()).collect();
    let old = admins[0].workspace.journal().entries().len();
    let mut asked: BTreeSet<RecordKey> = BTreeSet::new();
    let mut meet = |admins: &mut [Admin; 3], here: usize, there: usize, version: Version| {
        let other = admins[there].clone();
        let mut merge = admins[here].begin(&other);
        let review = merge.review(admins[here].school(), today());
        asked.extend(review.conflicts.iter().flat_map(|asked| asked.because.iter().copied().chain([asked.spot.key])));
        settle(&mut merge, &admins[here], version);
        let review = merge.review(admins[here].school(), today());
        asked.extend(review.decided.iter().copied());
        admins[here].carry_out(&merge, &other);
    };
    for (who, from, acts, version) in steps {
        all(&mut admins[*who], acts);
        if who != from {
            meet(&mut admins, *who, *from, if *version { Version::Mine } else { Version::Theirs });
        }
    }
    for (here, there) in [(0, 1), (0, 2), (1, 0), (2, 0)] {
        meet(&mut admins, here, there, Version::Mine);
    }
    prop_assert_eq!(admins[0].school(), admins[1].school());
    prop_assert_eq!(admins[0].school(), admins[2].school());
    prop_assert!(is_whole(admins[0].school()));
    for (here, there) in [(0, 1), (1, 2), (2, 0)] {
        let merge = admins[here].begin(&admins[there]);
        prop_assert_eq!(questions(&merge, &admins[here]), Vec::<String>::new());
        prop_assert!(merge.review(admins[here].school(), today()).changes.is_empty());
    }
    // What somebody wrote themselves, not by a merge.
    let (mut created, mut removed) = (first, BTreeSet::new());
    for admin in &admins {
        for entry in admin.workspace.journal().entries().iter().skip(old) {
            let is_of_a_merge = entry.label.verb == Verb::MergePlan;
            for change in &entry.changes {
                match change.after() {
                    Some(_) if !is_of_a_merge => {
                        created.insert(change.key());
                    }
                    None if !is_of_a_merge || entry.step != Step::Act => {
                        removed.insert(change.key());
                    }
                    _ => {}
                }
            }
        }
    }
    let school = admins[0].school();
    for key in created.iter().filter(|key| !removed.contains(key) && !asked.contains(key)) {
        prop_assert!(school.record(*key).is_some(), "lost {:?}", key);
    }
    Ok(())
}

/// A step of people who each look after their own: who acts, whose file is merged then, on which, with which text.
type Care = (usize, usize, usize, u8);

/// What one person alone writes is everybody's in the end, and nothing is ever asked.
fn check_care(steps: &[Care]) -> Result<(), TestCaseError> {
    let mut admins = [start("Анна"), start("Борис"), start("Вера")];
    let mut theirs: Vec<Vec<PersonId>> = Vec::new();
    // Nine people, three in the care of each; nobody else edits or removes them, so nothing is ever asked.
    for (at, admin) in admins.iter_mut().enumerate() {
        let mut own = Vec::new();
        for n in 0..3u8 {
            let id: PersonId = admin.ids.fresh();
            admin.save(Person::new(id, PersonName::new("Новикова", &format!("{at}{n}"), "").unwrap()));
            own.push(id);
        }
        theirs.push(own);
    }
    let mut expected: std::collections::BTreeMap<PersonId, Option<String>> =
        theirs.iter().flatten().map(|id| (*id, Some(String::new()))).collect();
    for (who, from, on, text) in steps.iter().copied() {
        let id = theirs[who][on % 3];
        if admins[who].school().people().contains_key(&id) {
            if text % 5 == 0 {
                admins[who].run(&Command::Remove(RecordKey::to::<Person>(id)));
                expected.insert(id, None);
            } else {
                admins[who].edit(id, |row| row.note = format!("{}", text % 3));
                expected.insert(id, Some(format!("{}", text % 3)));
            }
        }
        if who != from {
            let other = admins[from].clone();
            admins[who].take_over(&other);
        }
    }
    for (here, there) in [(0, 1), (0, 2), (1, 0), (2, 0)] {
        let other = admins[there].clone();
        admins[here].take_over(&other);
    }
    for admin in &admins {
        let found = |id: &PersonId| admin.school().people().get(id).map(|row| row.note.clone());
        for (id, note) in &expected {
            prop_assert_eq!(&found(id), note);
        }
    }
    Ok(())
}

/// Cases that once broke a law, each as it was found.
#[test]
fn what_once_broke_a_law_keeps_it() {
    // The answer about two records was taken for one about the first of them and a third.
    check_both_orders(&[(7, 28, 131), (7, 88, 115)], &[(0, 0, 0), (7, 95, 88)], false).unwrap();
    // An edit that came together with its undoing left no trace of its own.
    let end = |text| (13, 0, text);
    let undo = (15, 0, 1);
    check_travel(&[
        (2, 0, vec![end(0)], false),
        (0, 2, vec![], false),
        (2, 0, vec![undo], false),
        (0, 0, vec![end(1)], false),
        (1, 2, vec![], false),
    ])
    .unwrap();
    // A record that both have alike pointed to one that went by decision.
    check_travel(&[
        (2, 0, vec![(0, 0, 0), (0, 0, 0)], false),
        (1, 0, vec![(5, 132, 0), (5, 110, 0)], false),
        (0, 0, vec![undo, (5, 31, 0)], false),
        (2, 0, vec![(9, 121, 0)], false),
        (1, 0, vec![(9, 0, 0)], true),
        (2, 1, vec![], false),
    ])
    .unwrap();
    // The same with a class that came and went, while somebody put a student into it.
    check_travel(&[
        (2, 0, vec![(14, 0, 0)], false),
        (0, 2, vec![], false),
        (2, 0, vec![undo], false),
        (0, 0, vec![(7, 0, 123)], false),
        (1, 2, vec![], false),
    ])
    .unwrap();
}

/// `MERGE_CASES=10000 cargo test law` looks harder. Every run looks elsewhere; a failure prints its seed, and
/// `MERGE_SEED=…` looks there again.
fn config() -> ProptestConfig {
    let given = std::env::var("MERGE_SEED").ok().and_then(|text| text.parse().ok());
    let seed = given.unwrap_or_else(|| std::hash::RandomState::new().hash_one("seed"));
    eprintln!("MERGE_SEED={seed}");
    let rng_seed = RngSeed::Fixed(seed);
    let cases = std::env::var("MERGE_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000);
    ProptestConfig {
        failure_persistence: None,
        max_global_rejects: 1_000_000,
        rng_seed,
        ..ProptestConfig::with_cases(cases)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_plan_merged_with_itself_is_itself(steps in acts(12)) {
        let mut anna = start("Анна");
        all(&mut anna, &steps);
        let merge = anna.begin(&anna);
        prop_assert!(merge.is_empty());
        let before = anna.workspace.clone();
        anna.carry_out(&merge, &anna.clone());
        prop_assert!(anna.workspace == before);
    }

    #[test]
    fn both_orders_give_the_same_school(ours in acts(8), others in acts(8), version in any::<bool>()) {
        check_both_orders(&ours, &others, version)?;
    }

    #[test]
    fn three_plans_merge_in_any_grouping(ours in acts(5), others in acts(5), thirds in acts(5)) {
        let (mut anna, mut boris, mut vera) = (start("Анна"), start("Борис"), start("Вера"));
        all(&mut anna, &ours);
        all(&mut boris, &others);
        all(&mut vera, &thirds);
        let (mut left, mut right) = (anna.clone(), boris.clone());
        let mut asked = merge_deciding(&mut left, &boris, Version::Mine);
        asked |= merge_deciding(&mut left, &vera, Version::Mine);
        asked |= merge_deciding(&mut right, &vera, Version::Mine);
        asked |= merge_deciding(&mut anna, &right, Version::Mine);
        prop_assert!(is_whole(left.school()) && is_whole(anna.school()));
        if !asked {
            prop_assert_eq!(left.school(), anna.school());
        }
    }

    #[test]
    fn nothing_is_lost_or_comes_back_however_plans_travel(
        steps in proptest::collection::vec((0..3usize, 0..3usize, acts(4), any::<bool>()), 1..8),
    ) {
        check_travel(&steps)?;
    }

    #[test]
    fn what_is_removed_stays_removed_and_what_one_person_writes_stays_written(
        steps in proptest::collection::vec((0..3usize, 0..3usize, 0..9usize, any::<u8>()), 1..14),
    ) {
        check_care(&steps)?;
    }
}
