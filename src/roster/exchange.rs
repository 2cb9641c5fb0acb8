//! What the page and the worker say to each other about an import; plain data over JSON.
//!
//! The worker keeps nothing: the page sends back the files that were read, so that a change of an option or of a
//! mapping asks for one thing only.

use serde::{Deserialize, Serialize};

use super::decode::Decode;
use super::limits::Unreadable;
use super::proposal::{Cancelled, ImportOptions, Proposal, propose};
use super::read::{ReadFile, ReadOptions, read_file, read_text};
use crate::domain::{IdSource, RecordKey, Records, School};
use std::ops::ControlFlow;

/// Asks the worker for something. The bytes of a file travel beside the request, not in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Request {
    /// Read the file whose bytes come along.
    ReadFile {
        /// The name of the file.
        name: String,
        /// How.
        options: ReadOptions,
    },
    /// Read what was pasted.
    ReadText {
        /// A name for the text.
        name: String,
        /// The text.
        text: String,
        /// How.
        options: ReadOptions,
    },
    /// Compare files with the school.
    Propose {
        /// The school.
        records: Box<Records>,
        /// The files.
        files: Vec<ReadFile>,
        /// What the person decided.
        options: ImportOptions,
        /// Milliseconds since 1970, for new identities.
        millis: u64,
        /// Random bits, for new identities.
        random: [u8; 10],
    },
}

/// Answers a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Response {
    /// The file was read.
    Read {
        /// What is in it.
        file: ReadFile,
    },
    /// The file cannot be read.
    Refused {
        /// The name of the file.
        name: String,
        /// Why.
        error: Unreadable,
    },
    /// What the school would take.
    Proposed {
        /// The proposal.
        proposal: Proposal,
    },
    /// The work was stopped.
    Cancelled,
    /// The school that was sent holds a record twice.
    BrokenSchool {
        /// Which.
        key: RecordKey,
    },
}

/// Answers a request. `bytes` are those of the file to read; `progress` may stop the comparing.
pub fn answer(
    request: Request,
    bytes: &[u8],
    decoder: &dyn Decode,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Response {
    match request {
        Request::ReadFile { name, options } => read(read_file(&name, bytes, decoder, &options), name),
        Request::ReadText { name, text, options } => read(read_text(&name, &text, &options), name),
        Request::Propose { records, files, options, millis, random } => match records.into_school() {
            Ok(school) => compare(&school, &files, &options, IdSource::new(millis, random), progress),
            Err(key) => Response::BrokenSchool { key },
        },
    }
}

fn read(file: Result<ReadFile, Unreadable>, name: String) -> Response {
    match file {
        Ok(file) => Response::Read { file },
        Err(error) => Response::Refused { name, error },
    }
}

fn compare(
    school: &School,
    files: &[ReadFile],
    options: &ImportOptions,
    mut ids: IdSource,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Response {
    match propose(school, files, options, &mut ids, progress) {
        Ok(proposal) => Response::Proposed { proposal },
        Err(Cancelled) => Response::Cancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::library_decoder::LibraryDecoder;

    /// Sends a request as JSON, as the page and the worker do, and gives the answer after the same way back.
    #[track_caller]
    fn check(request: &Request, bytes: &[u8]) -> Response {
        let request = serde_json::from_str(&serde_json::to_string(request).unwrap()).unwrap();
        let response = answer(request, bytes, &LibraryDecoder, &mut |_, _| ControlFlow::Continue(()));
        let back: Response = serde_json::from_str(&serde_json::to_string(&response).unwrap()).unwrap();
        assert_eq!(back, response);
        back
    }

    #[test]
    fn a_file_is_read_and_compared() {
        let name = "список.csv".to_owned();
        let request = Request::ReadFile { name: name.clone(), options: ReadOptions::default() };
        let Response::Read { file } = check(&request, "ФИО;Класс\nКим Ева;7А\n".as_bytes()) else {
            panic!("is read")
        };
        let refused = Response::Refused { name: name.clone(), error: Unreadable::Empty };
        assert_eq!(
            check(&Request::ReadText { name, text: " ".to_owned(), options: ReadOptions::default() }, b""),
            refused
        );
        let options = ImportOptions::usual(&School::default(), chrono::NaiveDate::from_ymd_opt(2026, 9, 10).unwrap());
        let propose = |records| Request::Propose {
            records: Box::new(records),
            files: vec![file.clone()],
            options: options.clone(),
            millis: 1,
            random: [1; 10],
        };
        let Response::Proposed { proposal } = check(&propose(Records::default()), b"") else { panic!("is compared") };
        // The year, the class, the student, the stay.
        assert_eq!(proposal.records.len(), 4);
    }
}
