//! The command line as a script meets it: what it prints, and how it ends.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what failed by panicking"
)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use sferum_planner::domain::RecordKind;
use sferum_planner::snapshot::{Opened, read};

const GOLDEN: &str = "tests/fixtures/snapshot/schema-1.json";
const NEWER: &str = "tests/fixtures/snapshot/schema-2.json";
const LISTS: [&str; 4] = ["staff.xlsx", "students.csv", "parents.csv", "load.csv"];

/// How a run ended.
struct Ran {
    code: i32,
    out: Vec<u8>,
    err: String,
}

impl Ran {
    fn text(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }

    fn json(&self) -> Vec<Value> {
        self.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

fn run_with(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sferum-plan"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that does not read its input is no failure.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        code: output.status.code().expect("ended by itself"),
        out: output.stdout,
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[track_caller]
fn check(arguments: &[&str], code: i32) -> Ran {
    let ran = run_with(arguments, b"");
    assert_eq!(ran.code, code, "{arguments:?}: {}", ran.err);
    ran
}

/// A new place for a file of a test.
fn place(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let _ = std::fs::remove_file(&path);
    path
}

fn saved(name: &str, bytes: &[u8]) -> String {
    let path = place(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn golden() -> Vec<u8> {
    std::fs::read(GOLDEN).unwrap()
}

fn altered() -> Vec<u8> {
    String::from_utf8(golden()).unwrap().replacen("Баранов", "Буранов", 1).into_bytes()
}

fn open(bytes: &[u8]) -> Opened {
    read(bytes).unwrap()
}

#[test]
fn verify_tells_what_a_file_is() {
    let bad = saved("verify-altered.json", &altered());
    let cut = saved("verify-cut.json", &golden()[..9_000]);
    let foreign = saved("verify-foreign.json", b"{\"a\": 1}");
    let says = |path: &str, code, word: &str| {
        let ran = check(&["verify", path], code);
        assert!(ran.text().starts_with(&format!("{path}: {word}")), "{}", ran.text());
    };
    says(GOLDEN, 0, "intact: МОУ «Гимназия № 44 г. Твери», 2026/27, revision 44, 6 people");
    says(&bad, 1, "altered (its own digest does not fit): МОУ");
    says(&cut, 3, "unreadable (cut off at line");
    says(&foreign, 3, "not-ours\n");
    says(NEWER, 3, "newer (schema 2 of app 9.0.0; this program reads up to 1)");
    let missing = check(&["verify", "no-such-file.json"], 4);
    assert!(missing.err.contains("no-such-file.json"), "{}", missing.err);
}

#[test]
fn verify_goes_on_after_a_bad_file_and_ends_with_the_worst() {
    let bad = saved("many-altered.json", &altered());
    let ran = check(&["verify", "--json", GOLDEN, &bad, NEWER, "none.json", GOLDEN], 4);
    let verdicts: Vec<String> = ran.json().iter().map(|row| row["verdict"].as_str().unwrap().to_owned()).collect();
    assert_eq!(verdicts, ["intact", "altered", "newer", "io", "intact"]);
    assert_eq!(ran.json()[0]["contents"]["counts"][3][1], 1);
    let many: Vec<&str> = std::iter::once("verify").chain(std::iter::repeat_n(GOLDEN, 300)).collect();
    assert_eq!(check(&many, 0).text().lines().count(), 300);
}

#[test]
fn verify_takes_the_digest_of_the_cover_sheet() {
    // As `sha256sum` prints it, and as a person may type it.
    let output = Command::new("sha256sum").arg(GOLDEN).output().unwrap();
    let whole = String::from_utf8(output.stdout).unwrap()[..64].to_uppercase();
    check(&["verify", "--sha256", &whole, GOLDEN], 0);
    check(&["verify", &format!("--sha256={}", "0".repeat(64)), GOLDEN], 1);
    check(&["verify", "--sha256", &whole, GOLDEN, GOLDEN], 2);
}

#[test]
fn standard_input_and_packed_files() {
    let ran = run_with(&["verify", "-"], &golden());
    assert_eq!((ran.code, ran.text().starts_with("-: intact")), (0, true));
    let packed = place("plan.json.gz");
    let path = packed.to_str().unwrap();
    check(&["migrate", "-o", path, GOLDEN], 0);
    let bytes = std::fs::read(&packed).unwrap();
    assert!(bytes.starts_with(&[0x1f, 0x8b]) && bytes.len() < golden().len() / 2);
    check(&["verify", path], 0);
    check(&["diff", path, GOLDEN], 0);
    let cut = saved("cut.json.gz", &bytes[..bytes.len() - 20]);
    assert!(check(&["verify", &cut], 3).err.contains("the packed file is damaged or cut off"));
}

#[test]
fn diff_tells_records_and_fields() {
    assert_eq!(check(&["diff", GOLDEN, GOLDEN], 0).text(), "");
    let bad = saved("diff.json", &altered());
    let ran = check(&["diff", GOLDEN, &bad], 1);
    assert!(
        ran.text().starts_with("person: 0 added, 1 changed, 0 removed\n  ~ Буранов Глеб Олегович ["),
        "{}",
        ran.text()
    );
    assert!(ran.text().ends_with("      name.family: \"Баранов\" -> \"Буранов\"\n"), "{}", ran.text());
    assert!(ran.err.contains("altered after it was written"));
    let rows = check(&["diff", "--json", GOLDEN, &bad], 1).json();
    assert_eq!(rows[0]["changed"], 1);
    assert_eq!(rows[1]["fields"][0]["after"], "Буранов");
    assert_eq!(check(&["diff", "--summary", GOLDEN, &bad], 1).text().lines().count(), 1);
    check(&["diff", GOLDEN], 2);
    check(&["diff", GOLDEN, NEWER], 3);
}

#[test]
fn migrate_writes_todays_schema() {
    let ran = check(&["migrate", GOLDEN], 0);
    assert!(ran.out == golden(), "a file of today comes out as it went in");
    let bad = saved("migrate-altered.json", &altered());
    let refused = check(&["migrate", &bad], 3);
    assert!(refused.out.is_empty() && refused.err.contains("nothing was written"), "{}", refused.err);
    check(&["migrate", NEWER], 3);
}

#[test]
fn nothing_is_written_over() {
    let there = saved("there.json", b"mine");
    assert!(check(&["migrate", "-o", &there, GOLDEN], 4).err.contains("exist"));
    assert_eq!(std::fs::read(&there).unwrap(), b"mine");
    check(&["migrate", "--force", "-o", &there, GOLDEN], 0);
    assert!(std::fs::read(&there).unwrap() == golden());
    assert!(!Path::new(&format!("{there}.part")).exists());
}

#[test]
fn redact_tells_what_leaves_and_keeps_the_key_apart() {
    let (out, key) = (place("bundle.json"), place("key.json"));
    let (out_text, key_text) = (out.to_str().unwrap(), key.to_str().unwrap());
    let ran = check(&["redact", "-p", "support", "--key", key_text, "-o", out_text, "--seed", "s", GOLDEN], 0);
    assert!(
        ran.err.contains("person: 6 leave, 0 stay") && ran.err.contains("journal: 0 leave, 44 stay"),
        "{}",
        ran.err
    );
    let bundle = std::fs::read(&out).unwrap();
    assert_eq!(open(&bundle).school.count(RecordKind::Person), 6);
    let has = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    for name in ["Баранов", "Зуева", "Гимназия", "+70000000001"] {
        assert!(!has(&bundle, name) && has(&std::fs::read(&key).unwrap(), name), "{name}");
    }
    let pack = check(&["redact", "--purpose=class-pack", "--class", "7Б", "--at", "2026-09-20T08:00:00Z", GOLDEN], 0);
    let school = open(&pack.out).school;
    assert_eq!(school.classes().values().next().unwrap().label().unwrap().to_string(), "7Б");
    let dry = check(&["redact", "-p", "staff", "--dry-run", "--json", GOLDEN], 0);
    assert!(dry.out.is_empty());
    let leaves: Value = serde_json::from_str(&dry.err).unwrap();
    assert!(leaves["kinds"].as_array().unwrap().iter().any(|row| row["kind"] == "enrolment" && row["leave"] == 0));
    let figures: Value = serde_json::from_slice(&check(&["redact", "-p", "statistics", GOLDEN], 0).out).unwrap();
    assert_eq!(figures["figures"]["records"]["person"], 6);
    let bad = saved("redact-altered.json", &altered());
    check(&["redact", "-p", "staff", &bad], 3);
}

#[test]
fn redact_asks_for_what_it_needs() {
    check(&["redact", GOLDEN], 2);
    check(&["redact", "-p", "everything", GOLDEN], 2);
    check(&["redact", "-p", "class-pack", GOLDEN], 2);
    check(&["redact", "-p", "staff", "--class", "7А", GOLDEN], 2);
    check(&["redact", "-p", "class-pack", "--class", "9Ю", GOLDEN], 2);
    check(&["redact", "-p", "staff", "--key", "k.json", GOLDEN], 2);
    check(&["redact", "-p", "support", "--key", "same.json", "-o", "same.json", GOLDEN], 2);
    check(&["redact", "-p", "staff", "--at", "soon", GOLDEN], 2);
}

#[test]
fn convert_makes_a_plan_of_lists() {
    let lists: Vec<String> = LISTS.iter().map(|name| format!("tests/fixtures/gymnasium/{name}")).collect();
    let options = ["convert", "--seed", "44", "--at", "2026-10-12T08:00:00Z", "--organisation", "МОУ «Гимназия № 44»"];
    let arguments: Vec<&str> = options.into_iter().chain(lists.iter().map(String::as_str)).collect();
    // One child is on no roster, one teacher on no staff list: the fixtures plant rows that are not taken.
    let ran = check(&arguments, 1);
    let opened = open(&ran.out);
    for (kind, count) in [
        (RecordKind::Class, 31),
        (RecordKind::Enrolment, 778),
        (RecordKind::Position, 62),
        (RecordKind::LoadLine, 403),
        (RecordKind::Person, 1970),
    ] {
        assert_eq!(opened.school.count(kind), count, "{kind:?}");
    }
    assert_eq!(opened.snapshot.organisation, "МОУ «Гимназия № 44»");
    assert!(run_with(&arguments, b"").out == ran.out, "equal seeds give equal bytes");
    let plan = saved("convert.json", &ran.out);
    let again: Vec<&str> = ["convert", "--into", &plan, "--at", "2026-10-12T08:00:00Z"]
        .into_iter()
        .chain(lists.iter().map(String::as_str))
        .collect();
    let same = open(&run_with(&again, b"").out);
    assert_eq!(
        (same.school, same.snapshot.plan),
        (opened.school, opened.snapshot.plan),
        "the same lists change nothing"
    );
}

#[test]
fn convert_tells_of_rows_that_were_not_taken() {
    let list = saved("list.csv", "ФИО;Класс\nКим Ева Львовна;7А\nБезКласса Анна;\n".as_bytes());
    let ran = check(&["convert", "--json", "--at", "2026-09-10T08:00:00Z", &list], 1);
    let problem: Value = serde_json::from_str(ran.err.lines().next().unwrap()).unwrap();
    assert_eq!((&problem["severity"], &problem["place"]["file"]), (&"error".into(), &"list.csv".into()));
    assert_eq!(open(&ran.out).school.count(RecordKind::Person), 1);
    let binary = saved("binary.csv", &[0, 1, 2, 3, 0xff, 0xfe, 0, 9]);
    check(&["convert", &binary], 3);
    check(&["convert", "--year", "next", &list], 2);
}

#[test]
fn stat_counts() {
    let ran = check(&["stat", GOLDEN], 0);
    assert!(ran.text().contains("      6 person\n"), "{}", ran.text());
    let rows = check(&["stat", "--json", GOLDEN, GOLDEN], 0).json();
    assert_eq!((rows.len(), &rows[1]["contents"]["year"]), (2, &"2026/27".into()));
    check(&["stat", GOLDEN, NEWER], 3);
}

#[test]
fn help_version_and_usage() {
    for page in [&["help"][..], &["--help"], &["help", "redact"], &["diff", "--help"]] {
        let text = check(page, 0).text();
        assert!(text.starts_with("NAME\n    sferum-plan") && text.contains("\nSYNOPSIS\n"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    }
    assert!(check(&["help"], 0).text().contains("\nEXIT CODES\n    0\n"));
    assert!(check(&["help", "redact"], 0).text().contains("    -p, --purpose PURPOSE\n"));
    assert_eq!(check(&["--version"], 0).text(), format!("sferum-plan {} (schema 1)\n", env!("CARGO_PKG_VERSION")));
    for wrong in [
        &[][..],
        &["destroy"],
        &["verify"],
        &["verify", "--loud", "x"],
        &["verify", "--json=yes", "x"],
        &["verify", "--sha256"],
        &["verify", "--json", "--json", "x"],
        &["migrate", "a", "b"],
        &["completions", "csh"],
        &["help", "a", "b"],
    ] {
        let ran = check(wrong, 2);
        assert!(ran.err.starts_with("sferum-plan: ") && ran.err.ends_with("Try `sferum-plan help`.\n"), "{}", ran.err);
    }
}

#[test]
fn completions_name_every_command_and_option() {
    for (shell, option) in [("bash", "--dry-run"), ("zsh", "--dry-run"), ("fish", "-l dry-run")] {
        let script = check(&["completions", shell], 0).text();
        for name in ["verify", "diff", "migrate", "redact", "convert", "stat", "help", "class-pack", option] {
            assert!(script.contains(name), "{shell}: {name}");
        }
    }
    let script = saved("completions.bash", &check(&["completions", "bash"], 0).out);
    let asked = format!(
        "source {script}; COMP_WORDS=(sferum-plan redact --purpose s); COMP_CWORD=3; _sferum_plan; echo ${{COMPREPLY[@]}}; \
         COMP_WORDS=(sferum-plan ver); COMP_CWORD=1; _sferum_plan; echo ${{COMPREPLY[@]}}; \
         COMP_WORDS=(sferum-plan diff --s); COMP_CWORD=2; _sferum_plan; echo ${{COMPREPLY[@]}}"
    );
    let output = Command::new("bash").args(["-c", &asked]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "statistics staff support\nverify\n--summary\n", "{output:?}");
}

#[test]
fn a_reader_that_stops_is_no_failure() {
    let plan = env!("CARGO_BIN_EXE_sferum-plan");
    let line = format!("set -o pipefail; {plan} stat {GOLDEN} {} | head -n 1", format!("{GOLDEN} ").repeat(2000));
    let output = Command::new("bash").args(["-c", &line]).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

/// The golden plan after somebody wrote a note on a person.
fn noted(name: &str, family: &str, note: &str) -> String {
    use sferum_planner::domain::{Author, Command as Act, Context, Person, Record};
    use sferum_planner::snapshot::{Stamp, export, write};
    let opened = open(&golden());
    let mut workspace = opened.workspace();
    let row = workspace.school().people().values().find(|row| row.name.family() == family).unwrap().as_ref().clone();
    let at: chrono::DateTime<chrono::Utc> = "2026-11-24T08:00:00Z".parse().unwrap();
    let author = Author { name: name.to_owned(), device: String::new() };
    let context = Context { now: at, today: at.date_naive(), author: author.clone() };
    let id = uuid::Uuid::from_u128(u128::from(name.bytes().map(u64::from).sum::<u64>()));
    let act = Act::Save(Record::new(Person { note: note.into(), ..row }));
    workspace.dispatch(id.into(), &act, &context).unwrap();
    let (file, _) = export(&workspace, &opened.lineage(), Stamp::new(id, at, author, String::new()));
    saved(&format!("merge-{name}.json"), &write(&file))
}

fn note_of(bytes: &[u8], family: &str) -> String {
    open(bytes).school.people().values().find(|row| row.name.family() == family).unwrap().note.clone()
}

#[test]
fn merge_joins_two_plans_and_asks_what_both_changed() {
    let (anna, boris) = (noted("anna", "Баранов", "кабинет 12"), noted("boris", "Орлова", "отпуск"));
    let ran = check(&["merge", "--seed", "x", "--at", "2026-11-25T08:00:00Z", &anna, &boris], 0);
    assert_eq!((note_of(&ran.out, "Баранов").as_str(), note_of(&ran.out, "Орлова").as_str()), ("кабинет 12", "отпуск"));
    assert!(ran.err.contains("0 conflicts wait"), "{}", ran.err);
    // Equal input gives equal bytes; the other way round, the same records.
    let again = check(&["merge", "--seed", "x", "--at", "2026-11-25T08:00:00Z", &anna, &boris], 0);
    let other = check(&["merge", &boris, &anna], 0);
    assert!(again.out == ran.out && open(&other.out).school == open(&ran.out).school);

    let vera = noted("vera", "Баранов", "кабинет 14");
    let asked = check(&["merge", "--json", &anna, &vera], 1);
    assert!(asked.out.is_empty(), "nothing is written while a conflict waits");
    let mut line: Value = serde_json::from_str(asked.err.lines().next().unwrap()).unwrap();
    assert_eq!((line["path"].as_str(), line["mine"].as_str()), (Some("note"), Some("кабинет 12")));
    for (side, note) in [("mine", "кабинет 12"), ("theirs", "кабинет 14")] {
        assert_eq!(note_of(&check(&["merge", "--prefer", side, &anna, &vera], 0).out, "Баранов"), note);
    }
    line["decision"] = serde_json::json!({ "edited": "кабинеты 12 и 14" });
    let decisions = saved("decisions.jsonl", line.to_string().as_bytes());
    let ran = check(&["merge", "--decisions", &decisions, &anna, &vera], 0);
    assert_eq!(note_of(&ran.out, "Баранов"), "кабинеты 12 и 14");
    check(&["merge", &anna], 2);
    check(&["merge", &anna, &saved("merge-foreign.json", b"{}")], 3);
    check(&["merge", "--dry-run", &anna, &boris], 0);
}

#[test]
fn merge_refuses_another_school() {
    let lists = ["students.csv"].map(|name| format!("tests/fixtures/gymnasium/{name}"));
    let other = place("other-school.json").to_str().unwrap().to_owned();
    let ran = run_with(&["convert", "--organisation", "Лицей № 1", "--year", "2026", "-o", &other, &lists[0]], b"");
    assert!(ran.code <= 1, "{}", ran.err);
    let ran = check(&["merge", "--union", GOLDEN, &other], 3);
    assert!(ran.err.contains("another school") && ran.out.is_empty(), "{}", ran.err);
}

#[test]
fn audit_tells_findings_by_clause() {
    let ran = check(&["audit", "--day", "2026-11-22", "--json", GOLDEN], 1);
    let rows = ran.json();
    assert!(rows.iter().any(|row| row["clause"] == "2.1/1" || row["lint"] == "L02"), "{rows:?}");
    let grave = check(&["audit", "--day", "2026-11-22", "--severity", "error", GOLDEN], 1);
    assert!(grave.text().lines().count() < rows.len());
    assert!(grave.text().lines().all(|line| line.contains(": error L")), "{}", grave.text());
    let russian = check(&["audit", "--day", "2026-11-22", "--language", "ru", GOLDEN], 1);
    assert!(russian.text().contains(|c: char| ('а'..='я').contains(&c)));
    check(&["audit", "--day", "yesterday", GOLDEN], 2);
    check(&["audit", "no-such-file.json", GOLDEN], 4);
}

#[test]
fn verify_checks_a_signature() {
    use sferum_planner::snapshot::sign::Key;
    let at = "2026-11-22T08:00:00Z".parse().unwrap();
    let key = Key::new([7; 32], "Гимназия № 44", at);
    let public = saved("archive.pub", key.public.to_file().as_bytes());
    let signature = saved("plan.minisig", key.sign(&golden(), "plan.json", at).as_bytes());
    let ran = check(&["verify", "--signature", &signature, "--key", &public, GOLDEN], 0);
    assert!(ran.text().contains("signed (timestamp:"), "{}", ran.text());
    let bad = saved("signed-altered.json", &altered());
    let ran = check(&["verify", "--json", "--signature", &signature, "--key", &public, &bad], 1);
    assert_eq!(ran.json()[0]["signature"], "the signature is of another file");
    check(&["verify", "--signature", &signature, GOLDEN], 2);
}

#[test]
fn a_locked_file_says_so() {
    let locked =
        saved("locked.age", &sferum_planner::snapshot::lock::lock_with(&golden(), "длинная фраза", 2).unwrap());
    let ran = check(&["verify", &locked], 3);
    assert!(ran.err.contains("locked with a passphrase"), "{}", ran.err);
}

/// An archive of years: every file is read, a bad one keeps nobody else from being read, memory does not grow with them.
#[test]
fn hundreds_of_archived_files_are_read_one_after_another() {
    let packed = saved("many.json.gz", &sferum_planner::snapshot::gzip::gzip(&golden()));
    let bad = saved("many-cut.json", &golden()[..5_000]);
    let files: Vec<&str> = (0..400).map(|n| [GOLDEN, &packed, GOLDEN, &bad][n % 4]).collect();
    for command in ["verify", "stat", "audit"] {
        let arguments: Vec<&str> = [command, "--json"].into_iter().chain(files.iter().copied()).collect();
        let ran = check(&arguments, 3);
        let unreadable = ran.json().iter().filter(|row| row["verdict"] == "unreadable").count();
        assert_eq!(unreadable, 100, "{command}");
    }
}
