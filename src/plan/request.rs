//! Requests to join and statuses: who a request means, and what is decided (2.1/9, 2.1/10).

mod act;
mod matching;
mod status;

pub use act::{ApproveRequest, AskRequest, DeclineRequests, WithdrawRequest};
pub use matching::{Candidate, Roster, Verdict, Why};
pub use status::{
    ConfirmStatuses, ExcuseStatuses, RejectStatus, RequireStatuses, Stage, StatusRow, SubmitStatuses, statuses,
};

#[cfg(test)]
mod tests;
