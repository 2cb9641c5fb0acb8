//! The messages between the page and the worker: JSON text with a version; the bytes of a file travel beside it.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::desk::{self, Desk};
use crate::json;
use crate::roster::Decode;
use crate::roster::exchange::{self, Request, Response};
use crate::store::lock::{Cost, SALT};

/// The version of the protocol. A page and a worker of different builds tell it, instead of guessing.
pub const VERSION: u32 = 3;

/// A job for the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// [`VERSION`] of the page.
    pub version: u32,
    /// The number of the job; every message about it carries it.
    pub job: u32,
    /// What is asked.
    pub request: Work,
}

/// What the worker is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Work {
    /// Lists and the demo school.
    Lists(Box<Request>),
    /// The desk of files.
    Desk(Box<desk::Request>),
    /// The slow function of the lock.
    Derive(Box<Derive>),
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

/// What came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Done {
    /// Of lists and the demo school.
    Lists(Box<Response>),
    /// Of the desk; its bytes travel beside.
    Desk(Box<desk::Reply>),
    /// Of the slow function: the key travels beside; nothing does where there was no memory for it.
    Derived,
}

/// What the worker tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// A job is done.
    Answer {
        /// The job.
        job: u32,
        /// The answer.
        done: Done,
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

/// What any version's message begins with.
#[derive(Deserialize)]
struct Head {
    version: u32,
    job: u32,
}

/// Does the job of a message. `bytes` are those of the file that came along; `progress` hears how far it is. The answer
/// comes with the bytes that travel beside it.
pub fn reply(
    desk: &mut Desk,
    text: &str,
    bytes: &[u8],
    decoder: &dyn Decode,
    progress: &mut dyn FnMut(Tell),
) -> (Tell, Vec<Vec<u8>>) {
    let fault = |job, fault| (Tell::Fault { job, fault }, Vec::new());
    let Ok(head) = json::read::<Head>(text) else { return fault(0, Fault::Unknown) };
    let job = head.job;
    if head.version != VERSION {
        return fault(job, Fault::OtherVersion);
    }
    let Ok(ask) = json::read::<Ask>(text) else { return fault(job, Fault::Unknown) };
    let mut told = |done, total| progress(Tell::Progress { job, done, total });
    match ask.request {
        Work::Lists(request) => {
            let response = exchange::answer(*request, bytes, decoder, &mut |done, total| {
                told(done, total);
                ControlFlow::Continue(())
            });
            (Tell::Answer { job, done: Done::Lists(Box::new(response)) }, Vec::new())
        }
        Work::Desk(request) => {
            let mut reply = desk.answer(*request, bytes, &mut told);
            let beside = reply.take_bytes();
            (Tell::Answer { job, done: Done::Desk(Box::new(reply)) }, beside)
        }
        Work::Derive(derive) => {
            let cost = Cost::new(derive.memory, derive.passes).ok();
            let key = cost.and_then(|cost| cost.derive(&derive.secret, &derive.salt));
            (Tell::Answer { job, done: Done::Derived }, key.iter().map(|key| key.bytes().to_vec()).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Records, School};
    use crate::roster::library_decoder::LibraryDecoder;
    use crate::roster::{ImportOptions, ReadFile, ReadOptions, Unreadable};

    /// The answer to a message, and how often progress was told.
    #[track_caller]
    fn check(text: &str, bytes: &[u8]) -> (Tell, usize) {
        let mut told = 0;
        let (tell, _) = reply(&mut Desk::default(), text, bytes, &LibraryDecoder, &mut |tell| {
            assert!(matches!(tell, Tell::Progress { job: 7, .. }), "{tell:?}");
            told += 1;
        });
        let json = json::text(&tell);
        assert_eq!(json::read::<Tell>(&json).unwrap(), tell, "the page reads what the worker tells");
        (tell, told)
    }

    fn ask(request: Request) -> String {
        json::text(&Ask { version: VERSION, job: 7, request: Work::Lists(Box::new(request)) })
    }

    fn read(name: &str) -> String {
        ask(Request::ReadFile { name: name.to_owned(), options: ReadOptions::default() })
    }

    fn students() -> ReadFile {
        let rows = (0..250).map(|n| format!("Ким{} Ева{};7А\n", "о".repeat(n / 20), "а".repeat(n % 20)));
        let text = format!("ФИО;Класс\n{}", rows.collect::<String>());
        match check(&read("a.csv"), text.as_bytes()).0 {
            Tell::Answer { done: Done::Lists(response), .. } => match *response {
                Response::Read { file } => file,
                other => panic!("{other:?}"),
            },
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
        let (tell, told) = check(&ask(request), b"");
        assert!(matches!(tell, Tell::Answer { job: 7, .. }));
        assert_eq!(told, 3, "every hundred rows and at the end");
    }

    #[test]
    fn what_is_no_job_is_a_fault() {
        let fault = |job, fault| (Tell::Fault { job, fault }, 0);
        for text in ["", "{", "null", "[1]", "{\"version\":1}", "{\"version\":-1,\"job\":7}", &"[".repeat(100_000)] {
            assert_eq!(check(text, b""), fault(0, Fault::Unknown), "{}", text.get(..20).unwrap_or(text));
        }
        assert_eq!(check("{\"version\":3,\"job\":7,\"request\":{\"ask\":\"dance\"}}", b""), fault(7, Fault::Unknown));
        assert_eq!(check("{\"version\":1,\"job\":7}", b""), fault(7, Fault::OtherVersion));
    }

    #[test]
    fn a_key_is_derived_and_its_secret_is_not_shown() {
        let derived = |memory| {
            let derive =
                Derive { secret: "Летние каникулы".to_owned(), salt: [7; SALT], memory, passes: 2 };
            assert!(!format!("{derive:?}").contains("Летние"));
            let ask = Ask { version: VERSION, job: 7, request: Work::Derive(Box::new(derive)) };
            reply(&mut Desk::default(), &json::text(&ask), b"", &LibraryDecoder, &mut |_| {})
        };
        let answer = Tell::Answer { job: 7, done: Done::Derived };
        let key = Cost::USUAL.derive("Летние каникулы", &[7; SALT]).unwrap();
        assert_eq!(derived(19 * 1024), (answer.clone(), vec![key.bytes().to_vec()]));
        // What the page would never ask for is no key.
        assert_eq!(derived(u32::MAX), (answer, vec![]));
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
            let response = Box::new(Response::Refused { name: "a.csv".to_owned(), error });
            assert_eq!(check(&read("a.csv"), bytes), (Tell::Answer { job: 7, done: Done::Lists(response) }, 0));
        }
    }
}
