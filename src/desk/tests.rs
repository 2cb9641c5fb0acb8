//! The desk as a person uses it: words go in, a sheet comes back, and the plan changes only by an entry.

use uuid::Uuid;

use super::wire::{Body, Part, Row};
use super::*;
use crate::document::{Desk as Papers, Form, Subject, forms};
use crate::domain::sample::{Sample, context, day};
use crate::domain::{Consent, ConsentState, Entry, Person, PersonId, Record, RecordKey, RecordKind};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::snapshot::lock::unlock;
use crate::snapshot::{read, sha256, sign};

/// A page with its desk.
struct Stage {
    desk: Desk,
    workspace: Workspace,
    lineage: Lineage,
    query: String,
    count: u8,
}

fn lineage() -> Lineage {
    Lineage::new(Uuid::from_u128(1), "gymnasium-44")
}

impl Stage {
    fn new(workspace: &Workspace) -> Self {
        let mut stage = Self {
            desk: Desk::default(),
            workspace: workspace.clone(),
            lineage: lineage(),
            query: String::new(),
            count: 0,
        };
        stage.send_plan();
        stage
    }

    fn request(&mut self, deed: Deed) -> Request {
        self.count += 1;
        Request {
            lang: "ru".into(),
            now: "2026-09-20T08:00:00Z".parse().unwrap(),
            ahead: 180,
            author: Author { name: "Орлова Н. А.".into(), device: "ПК".into() },
            random: [self.count; 32],
            query: self.query.clone(),
            deed,
        }
    }

    /// A job through JSON, as between page and worker; gives the answer and the bytes beside.
    fn ask(&mut self, deed: Deed, bytes: &[u8]) -> (Reply, Vec<Vec<u8>>) {
        let request = self.request(deed);
        let request = json::read(&json::text(&request)).unwrap();
        let mut reply = self.desk.answer(request, bytes, &mut |_, _| {});
        let beside = reply.take_bytes();
        let back: Reply = json::read(&json::text(&reply)).unwrap();
        assert_eq!(back.sheet, reply.sheet);
        if let Some(line) = &reply.entry {
            let entry: Entry = snapshot::read_entry(line.as_bytes()).unwrap();
            self.workspace.follow(entry).unwrap();
            self.lineage = back.lineage.clone().unwrap();
        }
        (back, beside)
    }

    fn send_plan(&mut self) {
        let base = snapshot::base(&self.workspace, &self.lineage);
        self.ask(Deed::Plan, &base);
    }

    /// The plan as the worker knows it.
    fn known(&self) -> &Workspace {
        &self.desk.plan.as_ref().unwrap().0
    }

    /// What the page sends after acts: whether the worker could follow.
    fn send_acts(&mut self, lines: &[u8]) -> bool {
        let lineage = Box::new(self.lineage.clone());
        self.ask(Deed::Acts { lineage }, lines).0.failed.is_empty()
    }

    fn take(&mut self, name: &str, bytes: &[u8]) -> Reply {
        self.ask(Deed::Take { name: name.into() }, bytes).0
    }

    fn fill(&mut self, word: &str, values: &[(&str, &str)], chosen: &[&str]) -> (Reply, Vec<Vec<u8>>) {
        let values = values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
        let chosen = chosen.iter().map(|key| (*key).to_owned()).collect();
        self.ask(Deed::Tell { word: word.into(), values, chosen }, b"")
    }

    fn tell(&mut self, word: &str) -> Reply {
        self.fill(word, &[], &[]).0
    }

    fn person(&self, id: PersonId) -> &Person {
        &self.workspace.school().people()[&id]
    }
}

fn part<'a>(reply: &'a Reply, id: &str) -> &'a Part {
    let ids: Vec<&str> = reply.sheet.parts.iter().map(|part| part.id.as_str()).collect();
    reply.sheet.parts.iter().find(|part| part.id == id).unwrap_or_else(|| panic!("{id} among {ids:?}"))
}

fn rows<'a>(reply: &'a Reply, id: &str) -> &'a [Row] {
    match &part(reply, id).body {
        Body::Table(table) => &table.rows,
        other => panic!("{other:?}"),
    }
}

fn notice(reply: &Reply, id: &str) -> String {
    match &part(reply, id).body {
        Body::Notice(_, text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

fn refusal(reply: &Reply, part_id: &str, act: &str) -> Option<String> {
    part(reply, part_id).acts.iter().find(|one| one.id == act).unwrap().refused.clone()
}

/// The sample after edits by somebody else, as a file.
fn file(sample: &Sample, edits: &[(PersonId, &str)]) -> Vec<u8> {
    let mut theirs =
        Sample { workspace: sample.workspace.clone(), ids: IdSource::new(1_790_000_000_000, [8; 10]), ..Sample::new() };
    for (id, note) in edits {
        let row = theirs.workspace.school().people()[id].as_ref().clone();
        theirs.run(&Command::Save(Record::new(Person { note: (*note).into(), ..row })));
    }
    written(&theirs.workspace, &lineage(), 7)
}

fn written(workspace: &Workspace, lineage: &Lineage, id: u128) -> Vec<u8> {
    let stamp = Stamp::new(
        Uuid::from_u128(id),
        day(12).and_hms_opt(8, 0, 0).unwrap().and_utc(),
        Author::default(),
        String::new(),
    );
    snapshot::write(&snapshot::export(workspace, lineage, stamp).0)
}

/// The sample with a note of one's own on Зуева.
fn mine() -> (Sample, Stage) {
    let mut sample = Sample::new();
    let theirs = Sample { workspace: sample.workspace.clone(), ..Sample::new() };
    let row = sample.workspace.school().people()[&sample.zueva].as_ref().clone();
    sample.run(&Command::Save(Record::new(Person { note: "хор".into(), ..row })));
    let stage = Stage::new(&sample.workspace);
    (theirs, stage)
}

#[test]
fn a_merge_asks_what_both_changed_and_is_one_step() {
    let (sample, mut stage) = mine();
    let before = stage.workspace.school().clone();
    let bytes = file(&sample, &[(sample.zueva, "шахматы"), (sample.lugova, "отпуск")]);
    let reply = stage.take("план.json", &bytes);
    assert_eq!(refusal(&reply, "file", "merge"), None);
    let reply = stage.tell("merge");
    assert_eq!(rows(&reply, "questions").len(), 1);
    let row = &rows(&reply, "questions")[0];
    assert_eq!([row.cells[2].0.as_str(), row.cells[3].0.as_str()], ["хор", "шахматы"]);
    assert!(row.cells[2].1.contains("10.09.2026"), "{:?}", row.cells[2]);
    assert!(refusal(&reply, "merge", "finish").unwrap().contains('1'));
    // Nothing is done while a question waits, whatever the page says.
    assert_eq!(stage.tell("finish").entry, None);
    let edit = format!("edit {}", row.key);
    let reply = stage.fill(&edit, &[("value", "хор и шахматы")], &[]).0;
    assert_eq!(refusal(&reply, "merge", "finish"), None);
    let (reply, beside) = stage.fill("finish", &[], &[]);
    // The safety copy is the plan as it was.
    assert_eq!(read(&beside[0]).unwrap().school, before);
    assert!(reply.files[0].0.starts_with("план-") && reply.keep.as_deref() == Some(""));
    assert_eq!(
        (stage.person(sample.zueva).note.as_str(), stage.person(sample.lugova).note.as_str()),
        ("хор и шахматы", "отпуск")
    );
    let context = Context { now: "2026-09-20T09:00:00Z".parse().unwrap(), today: day(20), author: Author::default() };
    stage.workspace.undo(Uuid::from_u128(99).into(), &context).unwrap();
    assert_eq!(stage.workspace.school(), &before);
}

#[test]
fn a_consent_is_written_part_by_part() {
    let consent = |state, paper: &str| Consent { state, on: Some(day(3)), paper: paper.into() };
    let mut sample = Sample::new();
    let mut theirs =
        Sample { workspace: sample.workspace.clone(), ids: IdSource::new(1_790_000_000_000, [8; 10]), ..Sample::new() };
    for (plan, state, paper) in [(&mut sample, ConsentState::Given, "№ 1"), (&mut theirs, ConsentState::Refused, "№ 2")]
    {
        let row = plan.workspace.school().people()[&plan.zueva].as_ref().clone();
        plan.run(&Command::Save(Record::new(Person { consent: consent(state, paper), ..row })));
    }
    let mut stage = Stage::new(&sample.workspace);
    stage.take("план.json", &written(&theirs.workspace, &lineage(), 7));
    let reply = stage.tell("merge");
    let row = &rows(&reply, "questions")[0];
    let form = row.acts.iter().find(|act| act.id == "edit").and_then(|act| act.form.as_ref()).unwrap();
    let asked: Vec<_> = form.fields.iter().map(|field| (field.id.as_str(), field.value.as_str())).collect();
    assert_eq!(asked, [("value-on", "2026-09-03"), ("value-paper", "№ 1"), ("value-state", "\"given\"")]);
    let edit = format!("edit {}", row.key);
    let fill = |on| [("value-on", on), ("value-paper", "№ 3"), ("value-state", "\"given\"")];
    let reply = stage.fill(&edit, &fill("вчера"), &[]).0;
    assert_eq!(reply.faults.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), ["value-on"]);
    let reply = stage.fill(&edit, &fill("2026-09-03"), &[]).0;
    assert_eq!(refusal(&reply, "merge", "finish"), None);
    stage.tell("finish");
    assert_eq!(stage.person(sample.zueva).consent, consent(ConsentState::Given, "№ 3"));
}

#[test]
fn what_is_half_decided_survives_a_reload() {
    let (sample, mut stage) = mine();
    let bytes = file(&sample, &[(sample.zueva, "шахматы"), (sample.baranov, "кабинет 12")]);
    stage.take("план.json", &bytes);
    let reply = stage.tell("merge");
    let spot = rows(&reply, "questions")[0].key.clone();
    let kept = stage.tell(&format!("theirs {spot}")).keep.unwrap();
    // Another page, another worker.
    let mut again = Stage::new(&stage.workspace);
    let reply = again.ask(Deed::Restore { state: kept }, &bytes).0;
    assert_eq!(refusal(&reply, "merge", "finish"), None);
    again.tell("finish");
    assert_eq!(again.person(sample.zueva).note, "шахматы");
}

#[test]
fn all_of_a_kind_are_decided_at_once() {
    let (sample, mut stage) = mine();
    stage.take("план.json", &file(&sample, &[(sample.zueva, "шахматы")]));
    stage.tell("merge");
    let reply = stage.tell("all theirs person");
    assert_eq!(refusal(&reply, "merge", "finish"), None);
    let reply = stage.tell(&format!("reopen {}", rows(&reply, "questions")[0].key));
    assert!(refusal(&reply, "merge", "finish").is_some());
}

#[test]
fn the_plan_of_another_school_is_never_merged() {
    let (_, mut stage) = mine();
    let mut other = Sample::new();
    let row = other.workspace.school().organisation().values().next().unwrap().as_ref().clone();
    other.run(&Command::Save(Record::new(crate::domain::Organisation {
        short_name: "Лицей № 1".into(),
        full_name: "Лицей № 1".into(),
        ..row
    })));
    let bytes = written(&other.workspace, &Lineage::new(Uuid::from_u128(5), "gymnasium-44"), 8);
    let reply = stage.take("лицей.json", &bytes);
    assert!(refusal(&reply, "file", "merge").unwrap().contains("другой школы"));
    for word in ["merge", "finish"] {
        let reply = stage.tell(word);
        assert_eq!((reply.entry, reply.files.len()), (None, 0), "{word}");
    }
    // Replacing asks first how many people go.
    let reply = stage.fill("replace", &[("number", "1")], &[]).0;
    assert_eq!(reply.entry.is_some(), reply.faults.is_empty());
}

#[test]
fn rows_are_accepted_one_by_one_with_what_they_need() {
    let mut sample = Sample::new();
    let mut stage = Stage::new(&sample.workspace);
    let (person, post): (PersonId, crate::domain::PositionId) = (sample.ids.fresh(), sample.ids.fresh());
    sample.save(Person::new(person, crate::domain::PersonName::parse("Котова Яна Игоревна").unwrap()));
    let category = crate::domain::StaffCategory::Teacher;
    let period = crate::domain::Period::default();
    sample.save(crate::domain::Position {
        id: post, person, title: "Учитель".into(), category, period, order: None
    });
    sample.run(&Command::Remove(RecordKey::to::<Person>(sample.lugova)));
    stage.take("план.json", &written(&sample.workspace, &lineage(), 9));
    let reply = stage.tell("lines");
    let key = json::text(&RecordKey::to::<crate::domain::Position>(post));
    assert!(rows(&reply, "lines").iter().any(|row| row.key == key));
    assert!(refusal(&reply, "lines", "take-lines").is_some());
    let reply = stage.fill("accept", &[], &[&key]).0;
    assert_eq!(refusal(&reply, "lines", "take-lines"), None);
    let (reply, beside) = stage.fill("take-lines", &[], &[]);
    assert!(reply.entry.is_some() && read(&beside[0]).is_ok(), "{}", reply.failed);
    let school = stage.workspace.school();
    // The post came with its person; the removal was not accepted.
    assert!(school.positions().contains_key(&post) && school.people().contains_key(&person));
    assert!(school.people().contains_key(&sample.lugova));
}

/// A new class teacher without the end of the one before breaks a rule that each plan keeps; both together do not.
#[test]
fn rows_that_break_a_rule_by_themselves_are_not_taken() {
    let mut sample = Sample::new();
    let mut stage = Stage::new(&sample.workspace);
    let id = sample.ids.fresh();
    sample.run(&Command::AssignHomeroom {
        id,
        class: sample.class_7a,
        teacher: sample.vetrova,
        from: day(9),
        order: None,
    });
    let before = stage.workspace.school().clone();
    stage.take("план.json", &written(&sample.workspace, &lineage(), 9));
    stage.tell("lines");
    let key = json::text(&RecordKey::to::<crate::domain::HomeroomAssignment>(id));
    stage.fill("accept", &[], &[&key]);
    let (reply, beside) = stage.fill("take-lines", &[], &[]);
    assert!(reply.entry.is_none() && beside.is_empty());
    assert!(reply.failed.contains("нарушит правило") && reply.failed.contains("2.1/8"), "{}", reply.failed);
    assert_eq!(stage.workspace.school(), &before);
    // All that fit the filter: here, both terms.
    stage.query = "#/snapshots?tab=open&kind=homeroom-assignment".into();
    stage.tell("accept-all");
    let (reply, _) = stage.fill("take-lines", &[], &[]);
    assert!(reply.entry.is_some(), "{}", reply.failed);
    assert_eq!(stage.workspace.school().homerooms(), sample.workspace.school().homerooms());
}

/// A long list comes in pieces, each of which can be reached.
#[test]
fn a_long_list_is_shown_in_pieces() {
    let mut sample = Sample::new();
    let mut stage = Stage::new(&sample.workspace);
    for number in 0..501_u32 {
        let id = sample.ids.fresh();
        sample.save(crate::domain::Subject { id, name: format!("Курс {number}") });
    }
    stage.take("план.json", &written(&sample.workspace, &lineage(), 9));
    for part in ["lines", "differences"] {
        if part == "lines" {
            stage.tell("lines");
        } else {
            stage.take("план.json", &written(&sample.workspace, &lineage(), 9));
        }
        for (query, shown) in [("", 500), ("&from=500", 1), ("&from=9999", 500)] {
            stage.query = format!("#/snapshots?tab=open{query}");
            let reply = stage.ask(Deed::Show, b"").0;
            assert_eq!(rows(&reply, part).len(), shown, "{part} {query}");
            let pieces = reply.sheet.filters.iter().find(|filter| filter.id == "from").unwrap();
            assert_eq!(pieces.choices.len(), 2);
        }
        stage.query = "#/snapshots?tab=open".into();
    }
}

#[test]
fn files_of_every_kind_come_to_the_desk() {
    let sample = Sample::new();
    let mut stage = Stage::new(&Workspace::default());
    let bytes = file(&sample, &[]);
    let reply = stage.take("план.json.gz", &snapshot::gzip::gzip(&bytes));
    assert!(reply.has_kept_file && part(&reply, "file").acts.len() == 5);
    let locked = snapshot::lock::lock_with(&bytes, "длинная фраза", 2).unwrap();
    let reply = stage.take("план.json.age", &locked);
    assert!(notice(&reply, "locked").contains("план.json.age"));
    let (reply, _) = stage.fill("unlock", &[("passphrase", "другая")], &[]);
    assert_eq!(reply.faults[0].0, "passphrase");
    let (reply, _) = stage.fill("unlock", &[("passphrase", "длинная фраза")], &[]);
    assert!(part(&reply, "file").acts.iter().any(|act| act.id == "replace"));
    // Into an empty plan it comes whole, with its history.
    let (reply, beside) = stage.fill("replace", &[], &[]);
    assert_eq!(reply.plan, Some(Become::Own));
    let (workspace, lineage) = snapshot::open_base(&beside[0]).unwrap();
    assert_eq!(written(&workspace, &lineage, 70), bytes);
    for (name, bad) in [
        ("a.json", b"{}".as_slice()),
        ("b.json", b""),
        ("c.gz", b"\x1f\x8bjunk"),
        ("d.age", b"age-encryption.org/v1\njunk"),
    ] {
        let reply = stage.take(name, bad);
        if name != "d.age" {
            assert!(notice(&reply, "refused").contains(name));
        }
    }
}

#[test]
fn an_altered_file_is_looked_at_by_choice_and_never_merged() {
    let (sample, mut stage) = mine();
    let text = String::from_utf8(file(&sample, &[])).unwrap().replacen("Баранов", "Буранов", 1);
    let reply = stage.take("план.json", text.as_bytes());
    assert!(notice(&reply, "refused").contains("изменён"));
    let reply = stage.tell("look-altered");
    assert!(refusal(&reply, "file", "merge").is_some() && refusal(&reply, "file", "lines").is_some());
    let (reply, beside) = stage.fill("look", &[], &[]);
    assert!(matches!(reply.plan, Some(Become::LookedAt(_))) && snapshot::open_base(&beside[0]).is_ok());
}

#[test]
fn any_two_states_are_compared() {
    let (sample, mut stage) = mine();
    stage.take("план.json", &file(&sample, &[(sample.lugova, "отпуск")]));
    stage.query = "#/snapshots?tab=compare".into();
    let reply = stage.ask(Deed::Show, b"").0;
    assert_eq!(rows(&reply, "differences").len(), 2);
    stage.take("второй.json", &file(&sample, &[(sample.lugova, "отпуск"), (sample.baranov, "кабинет")]));
    stage.query = "#/snapshots?tab=compare&a=file&b=second".into();
    let reply = stage.ask(Deed::Show, b"").0;
    assert_eq!(rows(&reply, "differences").len(), 1);
    // A moment of the journal: before the last act there was no note.
    stage.query = "#/snapshots?tab=compare&a=back-1&b=plan".into();
    let reply = stage.ask(Deed::Show, b"").0;
    assert!(rows(&reply, "differences")[0].cells[2].0.contains("хор"));
    let (reply, beside) = stage.fill("differences", &[], &[]);
    assert!(reply.files[0].1 == "text/csv" && String::from_utf8_lossy(&beside[0]).contains("хор"));
    stage.query = "#/snapshots?tab=compare&a=plan&b=plan".into();
    let reply = stage.ask(Deed::Show, b"").0;
    assert!(notice(&reply, "same").contains("нет"));
}

#[test]
fn a_plan_is_sealed_attested_and_verified() {
    let (_, mut stage) = mine();
    stage.query = "#/snapshots?tab=archive".into();
    let phrase = [("owner", "Гимназия № 44"), ("passphrase", "ключ ключ ключ"), ("again", "ключ ключ ключ")];
    let (reply, _) = stage.fill("key-new", &phrase, &[]);
    let kept = reply.key.clone().unwrap();
    assert!(kept.contains("Гимназия") && !reply.faults.iter().any(|_| true));
    let wrong = [("signed", "yes"), ("key-passphrase", "не та")];
    assert_eq!(stage.fill("seal", &wrong, &[]).0.faults[0].0, "key-passphrase");
    let right = [("case", "01-17"), ("retention", "5 лет"), ("signed", "yes"), ("key-passphrase", "ключ ключ ключ")];
    let (reply, beside) = stage.fill("seal", &right, &[]);
    assert_eq!((reply.files.len(), beside.len()), (2, 2), "{} {:?}", reply.failed, reply.faults);
    let row = stage.workspace.school().sealed_files().values().next().unwrap().clone();
    assert_eq!((row.case_index.as_str(), row.sha256.as_str()), ("01-17", sha256(&beside[0]).as_str()));
    let signature = String::from_utf8(beside[1].clone()).unwrap();
    assert!(matches!(sign::check(&beside[0], &signature, &row.signed_by), sign::Proof::Signed { .. }));
    // The file is verified, then its attestation, then a forged one.
    let reply = stage.take(&row.file, &beside[0]);
    assert!(notice(&reply, "verdict").contains("совпадает с реестром"));
    let reply = stage.take("x.minisig", signature.as_bytes());
    assert!(notice(&reply, "proof").contains("файл тот самый"));
    let (reply, bytes) = stage.fill("look verified", &[], &[]);
    assert!(matches!(reply.plan, Some(Become::LookedAt(_))) && bytes.len() == 1);
    let text = String::from_utf8(beside[0].clone()).unwrap().replacen("Баранов", "Буранов", 1);
    let reply = stage.take(&row.file, text.as_bytes());
    assert!(notice(&reply, "verdict").contains("контрольная сумма не сходится"));
    let reply = stage.take("чужой.json", b"{}");
    assert!(notice(&reply, "verdict").contains("не снимок"));
    // The cover sheet is a paper, which carries the digest and the inventory.
    stage.query = "#/snapshots?tab=archive".into();
    let reply = stage.ask(Deed::Show, b"").0;
    let Body::Table(register) = &part(&reply, "register").body else { panic!() };
    let cover = register.rows[0].acts[0].word.clone();
    assert!(cover.starts_with("open #/documents?") && cover.contains(&row.id.to_string()), "{cover}");
    let school = stage.workspace.school();
    let index = Index::of(school, day(10));
    let plan = Plan::of(school, &index, Regulation::bundled());
    let desk = Papers { school, index: &index, plan: &plan, regulation: Regulation::bundled(), lang: Lang::Ru };
    let subject = Subject { record: Some(row.id.into()), ..Subject::default() };
    let text = forms::write(Form::ArchiveCover, &desk, &subject, None).plain().join("\n");
    assert!(text.contains(&row.sha256) && text.contains("01-17") && row.counts.len() > 3, "{text}");
    // The key comes back in another browser from its file.
    let (_, files) = stage.fill("key-file", &[], &[]);
    let mut other = Stage::new(&stage.workspace);
    other.query = "#/snapshots?tab=archive".into();
    let hex = files[0].iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let (reply, _) = other.fill("key-import", &[("file", &hex), ("key-passphrase", "не та")], &[]);
    assert_eq!(reply.faults[0].0, "key-passphrase");
    let (reply, _) = other.fill("key-import", &[("file", &hex), ("key-passphrase", "ключ ключ ключ")], &[]);
    assert!(reply.key.is_some() && reply.faults.is_empty());
}

#[test]
fn exports_are_locked_and_opened_again() {
    let (_, mut stage) = mine();
    stage.query = "#/snapshots?tab=give".into();
    let short = [("passphrase", "мало"), ("again", "мало")];
    assert_eq!(stage.fill("export", &short, &[]).0.faults[0].0, "passphrase");
    let other = [("passphrase", "длинная фраза"), ("again", "другая фраза")];
    assert_eq!(stage.fill("export", &other, &[]).0.faults[0].0, "again");
    let right = [("packed", "yes"), ("passphrase", "длинная фраза"), ("again", "длинная фраза")];
    let (reply, beside) = stage.fill("export", &right, &[]);
    assert!(reply.files[0].0.ends_with(".json.gz.age") && reply.lineage.is_some());
    let inside = unlock(&beside[0], "длинная фраза").unwrap();
    assert_eq!(&read(&snapshot::gzip::gunzip(&inside, 10_000_000).unwrap()).unwrap().school, stage.workspace.school());
}

#[test]
fn what_leaves_is_shown_before_it_does() {
    let (sample, mut stage) = mine();
    stage.query = "#/snapshots?tab=give".into();
    let class = sample.class_7a.to_string();
    assert_eq!(stage.fill("redact class-pack", &[("class", "")], &[]).0.faults[0].0, "class");
    for purpose in ["class-pack", "statistics", "staff", "support"] {
        let (reply, beside) = stage.fill(&format!("redact {purpose}"), &[("class", &class)], &[]);
        assert!(beside.is_empty() && reply.files.is_empty(), "nothing leaves before it is shown");
        assert!(!rows(&reply, "leaves").is_empty());
        let (reply, beside) = stage.fill("redact-save", &[], &[]);
        assert_eq!(reply.files.len(), if purpose == "support" { 2 } else { 1 }, "{purpose}");
        let text = String::from_utf8_lossy(&beside[0]).into_owned();
        let stays = match purpose {
            "class-pack" => vec!["\"хор\"", "Лугова"],
            "statistics" | "support" => vec!["Зуева", "Баранов", "Орлова", "хор"],
            _ => vec!["Зуева", "хор"],
        };
        for name in stays {
            assert!(!text.contains(name), "{purpose} holds {name}");
        }
    }
}

#[test]
fn twenty_six_thousand_people_are_compared_in_a_page() {
    let mut school = crate::domain::Records::default();
    let mut ids = IdSource::new(1_789_000_000_000, [5; 10]);
    for n in 0..26_000 {
        let name = crate::domain::PersonName::new("Иванов", &format!("Иван {n}"), "").unwrap();
        school.people.push(std::sync::Arc::new(Person::new(ids.fresh(), name)));
    }
    let workspace = Workspace::new(school.into_school().unwrap(), crate::domain::Journal::default(), 1);
    let mut stage = Stage::new(&Sample::new().workspace);
    let reply = stage.take("большой.json", &written(&workspace, &lineage(), 3));
    let shown = rows(&reply, "differences").len();
    assert!(shown > 0 && shown <= 500, "{shown}");
    let count = rows(&reply, "counts").iter().find(|row| row.key == json::word(&RecordKind::Person)).unwrap();
    assert_eq!(count.cells[3].0, "26 000".replace(' ', "\u{a0}"));
}

#[test]
fn the_worker_follows_the_acts_of_the_page() {
    let mut sample = Sample::new();
    let mut stage = Stage::new(&sample.workspace);
    let (revision, last) = (sample.workspace.revision(), sample.workspace.journal().entries().last().unwrap().id);
    let row = sample.workspace.school().people()[&sample.zueva].as_ref().clone();
    sample.run(&Command::Save(Record::new(Person { note: "раз".into(), ..row.clone() })));
    sample.run(&Command::Save(Record::new(Person { note: "два".into(), ..row })));
    let undone = sample.ids.fresh();
    sample.workspace.undo(undone, &context()).unwrap();
    let lines = snapshot::lines_since(&sample.workspace, revision, last).unwrap();
    assert!(lines.len() < snapshot::base(&sample.workspace, &lineage()).len() / 4, "the acts, not the plan");
    assert!(stage.send_acts(&lines));
    assert_eq!(stage.known(), &sample.workspace);
    // The same acts again do not fit any more: the plan is asked for.
    assert!(!stage.send_acts(&lines));
    assert!(stage.desk.plan.is_none());
}

#[test]
fn acts_that_do_not_lead_from_the_known_state_are_no_acts() {
    let sample = Sample::new();
    let last = sample.workspace.journal().entries().last().unwrap().id;
    let revision = sample.workspace.revision();
    assert_eq!(snapshot::lines_since(&sample.workspace, revision, last), Some(Vec::new()));
    assert_eq!(snapshot::lines_since(&sample.workspace, revision + 1, last), None);
    assert_eq!(snapshot::lines_since(&sample.workspace, revision, sample.ids.clone().fresh()), None);
    let mut stage = Stage::new(&sample.workspace);
    assert!(!stage.send_acts(b"{\"torn\":"));
}
