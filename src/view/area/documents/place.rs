//! Where what a paper lacks is entered.

use crate::document::Missing;
use crate::view::route::Route;

/// The screen on which something missing is entered.
pub(super) fn place(missing: Missing) -> Route {
    match missing {
        Missing::Organisation
        | Missing::Address
        | Missing::TaxNumber
        | Missing::Site
        | Missing::Contact
        | Missing::Platform
        | Missing::SupportEmail
        | Missing::HelpSite
        | Missing::Year => Route::School,
        Missing::Head => Route::People,
        Missing::Administrator | Missing::Additional | Missing::AppointmentDay | Missing::AppointmentOrder => {
            Route::Administrators
        }
        Missing::ApprovalOrder | Missing::Protocol => Route::Editions,
        Missing::Classes => Route::Structure,
        Missing::Distribution => Route::StructureOrders,
        Missing::Homeroom(class) | Missing::Students(class) => Route::Class(class),
        Missing::Person => Route::People,
        Missing::Post(person) | Missing::Phone(person) | Missing::Email(person) => Route::Person(person),
        Missing::Owner => Route::Chats,
        Missing::Host => Route::Calendar,
        Missing::Editor => Route::Channels,
        Missing::Activists | Missing::Sheet => Route::Acknowledgements,
        Missing::Sweep => Route::Invites,
        Missing::Letter => Route::Support,
        Missing::Statistics => Route::Statistics,
        Missing::Check | Missing::Checker => Route::Control,
        Missing::Seal | Missing::CaseIndex | Missing::Retention => Route::Snapshots,
    }
}
