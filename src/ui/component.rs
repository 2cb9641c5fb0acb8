//! The parts screens are made of. Each has its styles in `style/`, named after it (see `docs/design.md`).

pub mod badge;
pub mod button;
pub mod choice_list;
pub mod dialog;
pub mod empty_state;
pub mod field;
pub mod form_body;
pub mod form_dialog;
pub mod link_row;
pub mod list;
pub mod page_header;
pub mod pager;
pub mod paper;
pub mod person_picker;
pub mod record_changes;
pub mod table;
pub mod verdict;
pub mod why_button;

pub use badge::{Badge, ClauseLink, Tone};
pub use button::{Button, CommandButton, Look};
pub use choice_list::ChoiceList;
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use field::{Choice, DateField, ErrorSummary, Option_, SelectField, TextArea, TextField};
pub use form_body::FormBody;
pub use form_dialog::{Form, FormDialog};
pub use link_row::links;
pub use list::List;
pub use page_header::PageHeader;
pub use pager::Pager;
pub use paper::Paper;
pub use person_picker::{PeoplePicker, PersonPicker};
pub use record_changes::RecordChanges;
pub use table::{SortHeader, TableRegion};
pub use verdict::{ClauseLinks, ClauseList, VerdictWord};
pub use why_button::why_button;
