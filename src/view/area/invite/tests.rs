//! The pages and forms of invites, case by case.
