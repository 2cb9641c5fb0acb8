//! The messages between the page and the worker: a head and a body, both JSON text; the bytes of files travel beside.
//!
//! The head says what the body is and is all that both sides always read. A body is read by whoever it is for: the page
//! need not hold what reads an import before somebody imports.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::demo::Wanted;
use crate::desk::{self, Desk};
use crate::json;
use crate::roster::Decode;
use crate::roster::exchange;
use crate::store::lock::{Cost, SALT};

/// The version of the protocol. A page and a worker of different builds tell it, instead of guessing.
pub const VERSION: u32 = 4;

/// The head of a job for the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// [`VERSION`] of the page.
    pub version: u32,
    /// The number of the job; every message about it carries it.
    pub job: u32,
    /// What the body is.
    pub kind: Kind,
}

/// What the worker is for: the type of a request, and of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// [`exchange::Request`], [`exchange::Response`].
    Lists,
    /// [`Wanted`], an option of [`crate::domain::Records`].
    Demo,
    /// [`desk::Request`], [`desk::Reply`]; bytes travel beside.
    Desk,
    /// [`Derive`], nothing; the key travels beside, where there was memory for it.
    Derive,
}

/// What the slow function of the lock is given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derive {
    /// A passphrase, or the code of the recovery sheet.
    pub secret: String,
    /// The salt of its way.
    pub salt: [u8; SALT],
    /// Kibibytes of memory.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl std::fmt::Debug for Derive {
    /// The secret is not shown.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Derive").field("memory", &self.memory).field("passes", &self.passes).finish_non_exhaustive()
    }
}

/// The head of what the worker tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Tell {
    /// The worker listens.
    Ready {
        /// [`VERSION`] of the worker.
        version: u32,
    },
    /// How far a job is.
    Progress {
        /// The job.
        job: u32,
        /// Rows done.
        done: usize,
        /// Rows in all.
        total: usize,
    },
    /// A job is done; the body is its answer.
    Answer {
        /// The job.
        job: u32,
    },
    /// A job cannot be done.
    Fault {
        /// The job; 0 where the message does not even tell that.
        job: u32,
        /// Why.
        fault: Fault,
    },
}

/// Why a message is no job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Fault {
    /// The message is no message of the protocol.
    #[error("not a message of the protocol")]
    Unknown,
    /// The page is of another version of the protocol.
    #[error("another version of the protocol")]
    OtherVersion,
}

/// What any version's head begins with.
#[derive(Deserialize)]
struct Head {
    version: u32,
    job: u32,
}

/// What is told at the end of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The head.
    pub tell: Tell,
    /// The body; empty for a fault.
    pub body: String,
    /// The bytes that travel beside.
    pub beside: Vec<Vec<u8>>,
}

/// Does the job of a message. `bytes` are those of the file that came along; `progress` hears how far it is.
pub fn reply(
    desk: &mut Desk,
    head: &str,
    body: &str,
    bytes: &[u8],
    decoder: &dyn Decode,
    progress: &mut dyn FnMut(Tell),
) -> Said {
    let fault = |job, fault| Said { tell: Tell::Fault { job, fault }, body: String::new(), beside: Vec::new() };
    let Ok(known) = json::read::<Head>(head) else { return fault(0, Fault::Unknown) };
    let job = known.job;
    if known.version != VERSION {
        return fault(job, Fault::OtherVersion);
    }
    let mut told = |done, total| progress(Tell::Progress { job, done, total });
    let done = json::read::<Ask>(head).ok().and_then(|ask| work(ask.kind, desk, body, bytes, decoder, &mut told));
    match done {
        Some((body, beside)) => Said { tell: Tell::Answer { job }, body, beside },
        None => fault(job, Fault::Unknown),
    }
}

/// The body of the answer with the bytes beside it; none where the body of the request is not of its kind.
fn work(
    kind: Kind,
    desk: &mut Desk,
    body: &str,
    bytes: &[u8],
    decoder: &dyn Decode,
    told: &mut dyn FnMut(usize, usize),
) -> Option<(String, Vec<Vec<u8>>)> {
    match kind {
        Kind::Lists => {
            let request = json::read::<exchange::Request>(body).ok()?;
            let response = exchange::answer(request, bytes, decoder, &mut |done, total| {
                told(done, total);
                ControlFlow::Continue(())
            });
            Some((json::text(&response), Vec::new()))
        }
        Kind::Demo => Some((json::text(&json::read::<Wanted>(body).ok()?.make()), Vec::new())),
        Kind::Desk => {
            let mut reply = desk.answer(json::read::<desk::Request>(body).ok()?, bytes, told);
            let beside = reply.take_bytes();
            Some((json::text(&reply), beside))
        }
        Kind::Derive => {
            let derive = json::read::<Derive>(body).ok()?;
            let cost = Cost::new(derive.memory, derive.passes).ok();
            let key = cost.and_then(|cost| cost.derive(&derive.secret, &derive.salt));
            Some((json::text(&()), key.iter().map(|key| key.bytes().to_vec()).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::demo::Scale;
    use crate::domain::{Records, School};
    use crate::roster::exchange::{Request, Response};
    use crate::roster::library_decoder::LibraryDecoder;
    use crate::roster::{ImportOptions, ReadFile, ReadOptions, Unreadable};

    const HEAD: &str = "{\"version\":4,\"job\":7,\"kind\":\"lists\"}";

    /// What is said to a message, and how often progress was told.
    #[track_caller]
    fn said(head: &str, body: &str, bytes: &[u8]) -> (Said, usize) {
        let mut told = 0;
        let said = reply(&mut Desk::default(), head, body, bytes, &LibraryDecoder, &mut |tell| {
            assert!(matches!(tell, Tell::Progress { job: 7, .. }), "{tell:?}");
            told += 1;
        });
        let json = json::text(&said.tell);
        assert_eq!(json::read::<Tell>(&json).unwrap(), said.tell, "the page reads what the worker tells");
        (said, told)
    }

    /// The answer to a request, and how often progress was told.
    #[track_caller]
    fn check<A: DeserializeOwned>(kind: Kind, request: &impl Serialize, bytes: &[u8]) -> (A, usize) {
        let head = json::text(&Ask { version: VERSION, job: 7, kind });
        let (said, told) = said(&head, &json::text(request), bytes);
        assert_eq!(said.tell, Tell::Answer { job: 7 });
        (json::read(&said.body).unwrap(), told)
    }

    fn read(name: &str) -> Request {
        Request::ReadFile { name: name.to_owned(), options: ReadOptions::default() }
    }

    fn students() -> ReadFile {
        let rows = (0..250).map(|n| format!("Ким{} Ева{};7А\n", "о".repeat(n / 20), "а".repeat(n % 20)));
        let text = format!("ФИО;Класс\n{}", rows.collect::<String>());
        match check(Kind::Lists, &read("a.csv"), text.as_bytes()).0 {
            Response::Read { file } => file,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_comes_beside_the_job() {
        assert_eq!(students().lists.len(), 1);
    }

    #[test]
    fn progress_is_told_while_comparing() {
        let options = ImportOptions::usual(&School::default(), chrono::NaiveDate::from_ymd_opt(2026, 9, 10).unwrap());
        let request = Request::Propose {
            records: Box::new(Records::default()),
            files: vec![students()],
            options,
            millis: 1,
            random: [1; 10],
        };
        let (response, told) = check::<Response>(Kind::Lists, &request, b"");
        assert!(matches!(response, Response::Proposed { .. }));
        assert_eq!(told, 3, "every hundred rows and at the end");
    }

    #[test]
    fn the_demo_school_is_the_same_every_time() {
        let wanted = Wanted { scale: Scale::Gymnasium, millis: 1, random: [1; 10] };
        let (records, _) = check::<Option<Records>>(Kind::Demo, &wanted, b"");
        assert_eq!(records, wanted.make());
        assert!(records.unwrap().into_school().is_ok());
    }

    #[test]
    fn what_is_no_job_is_a_fault() {
        let fault = |job, fault| Tell::Fault { job, fault };
        for text in ["", "{", "null", "[1]", "{\"version\":1}", "{\"version\":-1,\"job\":7}", &"[".repeat(100_000)] {
            assert_eq!(said(text, "", b"").0.tell, fault(0, Fault::Unknown), "{}", text.get(..20).unwrap_or(text));
        }
        for (head, body) in [
            ("{\"version\":4,\"job\":7,\"kind\":\"dance\"}", "{}"),
            ("{\"version\":4,\"job\":7}", "{}"),
            (HEAD, ""),
            (HEAD, "{\"ask\":\"dance\"}"),
        ] {
            assert_eq!(said(head, body, b"").0.tell, fault(7, Fault::Unknown), "{head} {body}");
        }
        assert_eq!(said("{\"version\":1,\"job\":7}", "", b"").0.tell, fault(7, Fault::OtherVersion));
    }

    #[test]
    fn a_key_is_derived_and_its_secret_is_not_shown() {
        let derived = |memory| {
            let derive =
                Derive { secret: "Летние каникулы".to_owned(), salt: [7; SALT], memory, passes: 2 };
            assert!(!format!("{derive:?}").contains("Летние"));
            let head = json::text(&Ask { version: VERSION, job: 7, kind: Kind::Derive });
            said(&head, &json::text(&derive), b"").0.beside
        };
        let key = Cost::USUAL.derive("Летние каникулы", &[7; SALT]).unwrap();
        assert_eq!(derived(19 * 1024), [key.bytes().to_vec()]);
        // What the page would never ask for is no key.
        assert_eq!(derived(u32::MAX), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn hostile_files_are_answers() {
        let zip = [b"PK\x03\x04".as_slice(), &[0xFF; 60]].concat();
        for (bytes, error) in [
            (b"".as_slice(), Unreadable::Empty),
            (b"\xD0\xCF\x11\xE0 old workbook", Unreadable::OldWorkbook),
            (b"\x00\x01\x02\x03junk\xFF", Unreadable::Binary),
            (&zip, Unreadable::BrokenArchive),
        ] {
            let refused = Response::Refused { name: "a.csv".to_owned(), error };
            assert_eq!(check(Kind::Lists, &read("a.csv"), bytes), (refused, 0));
        }
    }
}
