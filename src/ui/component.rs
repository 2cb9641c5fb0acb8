//! The parts screens are made of. Each has its styles in `style/`, named after it (see `docs/design.md`).

pub mod badge;
pub mod button;
pub mod choice_list;
pub mod dialog;
pub mod empty_state;
pub mod field;
pub mod page_header;
pub mod pager;
pub mod table;

pub use badge::{Badge, ClauseLink, Tone};
pub use button::{Button, CommandButton, Look};
pub use choice_list::ChoiceList;
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use field::{Choice, DateField, ErrorSummary, Option_, SelectField, TextArea, TextField};
pub use page_header::PageHeader;
pub use pager::Pager;
pub use table::{SortHeader, TableRegion};
