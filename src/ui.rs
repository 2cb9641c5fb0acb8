//! The page: shell, router, session, components, screens. Components know no rule, no storage and no sentence.

mod app;
mod background;
mod clock;
mod component;
mod copy_out;
mod desk;
mod device;
mod dom;
mod export;
mod form;
mod idle;
mod import_desk;
mod keeper;
mod lock_screen;
mod notices;
mod offline;
mod page;
mod palette;
mod part;
mod preference;
mod printing;
mod problem;
mod published;
mod record_form;
mod recovery;
mod router;
mod same_file;
mod save_line;
mod screen;
mod session;
mod shell;

pub use app::mount;
