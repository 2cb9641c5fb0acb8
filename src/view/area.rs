//! The areas of the app that are pages of plain data: each file gives the page of its route, the forms it asks and the
//! deeds it does. Adding an area is adding a line to `areas!`.

pub mod administrator;
pub mod calendar;
pub mod channel;
pub mod chat;
pub mod control;
pub mod documents;
pub mod invite;
pub mod kit;
pub mod migration;
pub mod movement;
pub mod registration;
pub mod regulation;
pub mod request;
pub mod rights;
#[cfg(test)]
pub(crate) mod stage;
pub mod statistics;
pub mod structure;
pub mod support;

use super::fault::Fault;
use super::form::{Form, Values};
use super::page::Page;
use super::room::{Making, Room};
use super::route::Route;
use crate::domain::{Command, Refusal};

/// The page of a route; none where the route has a screen of its own.
#[must_use]
pub fn page(route: Route, room: &Room) -> Option<Page> {
    Some(match route {
        Route::Registration => registration::page(room),
        Route::StructureOrders => structure::page(room),
        Route::Regulation => regulation::register(room),
        Route::Clause(id) => regulation::clause(room, id),
        Route::Editions => regulation::editions(room),
        Route::Interpretations => regulation::interpretations(room),
        Route::Compliance => control::compliance(room),
        Route::Administrators => administrator::page(room),
        Route::Invites => invite::page(room),
        Route::Requests => request::page(room),
        Route::Movements => movement::page(room),
        Route::Chats => chat::page(room),
        Route::Chat(id) => chat::card(room, id),
        Route::Channels => channel::page(room),
        Route::Calendar => calendar::page(room),
        Route::Documents => documents::page(room),
        Route::Support => support::page(room),
        Route::Control => control::page(room),
        Route::Statistics => statistics::page(room),
        Route::Acknowledgements => rights::page(room),
        Route::Migration => migration::page(room),
        Route::RolesCompare => super::comparison::page(room),
        _ => return None,
    })
}

/// A form of an area.
pub trait Asking {
    /// The form with what was typed so far.
    fn form(&self, room: &Room, values: &Values) -> Form;
    /// Reads the form into a command. `values` hold every field, typed or not.
    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>>;
}

/// A deed of an area: an act that needs no form.
pub trait Doing {
    /// The command; a refusal where it cannot even be made.
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal>;
}

macro_rules! areas {
    ($($name:ident: $module:ident;)+) => {
        /// A form of any area.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Ask {
            $(#[doc = concat!("A form of `", stringify!($module), "`.")] $name($module::Ask),)+
        }

        /// A deed of any area.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Deed {
            $(#[doc = concat!("A deed of `", stringify!($module), "`.")] $name($module::Deed),)+
        }

        impl Asking for Ask {
            fn form(&self, room: &Room, values: &Values) -> Form {
                match self {
                    $(Self::$name(ask) => ask.form(room, values),)+
                }
            }

            fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
                match self {
                    $(Self::$name(ask) => ask.command(room, values, making),)+
                }
            }
        }

        impl Doing for Deed {
            fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
                match self {
                    $(Self::$name(deed) => deed.command(room, making),)+
                }
            }
        }

        $(
            impl From<$module::Ask> for super::page::Does {
                fn from(ask: $module::Ask) -> Self {
                    Self::Ask(Ask::$name(ask))
                }
            }

            impl From<$module::Deed> for super::page::Does {
                fn from(deed: $module::Deed) -> Self {
                    Self::Do(Deed::$name(deed))
                }
            }
        )+
    };
}

areas! {
    Administrator: administrator;
    Calendar: calendar;
    Channel: channel;
    Chat: chat;
    Control: control;
    Document: documents;
    Invite: invite;
    Migration: migration;
    Movement: movement;
    Registration: registration;
    Regulation: regulation;
    Request: request;
    Rights: rights;
    Statistics: statistics;
    Structure: structure;
    Support: support;
}
