//! What screens are called in the navigation and in the palette.

use super::route::Route;
use crate::text::{Lang, msg};

/// The name of a screen in the navigation.
#[must_use]
pub fn name(lang: Lang, route: Route) -> &'static str {
    match route.section() {
        Route::School => msg::nav_school(lang),
        Route::Structure => msg::nav_structure(lang),
        Route::People => msg::nav_people(lang),
        Route::Load => msg::nav_load(lang),
        Route::Import => msg::nav_import(lang),
        Route::Roles => msg::nav_roles(lang),
        Route::Regulation => msg::nav_regulation(lang),
        Route::Snapshots => msg::nav_snapshots(lang),
        Route::Journal => msg::nav_journal(lang),
        Route::Settings => msg::nav_settings(lang),
        Route::Registration => msg::nav_registration(lang),
        Route::StructureOrders => msg::nav_structure_orders(lang),
        Route::Editions => msg::nav_editions(lang),
        Route::Interpretations => msg::nav_interpretations(lang),
        Route::Compliance => msg::nav_compliance(lang),
        Route::Invites => msg::nav_invites(lang),
        Route::Requests => msg::nav_requests(lang),
        Route::Administrators => msg::nav_administrators(lang),
        Route::Movements => msg::nav_movement(lang),
        Route::Chats => msg::nav_chats(lang),
        Route::Channels => msg::nav_channels(lang),
        Route::Calendar => msg::nav_calendar(lang),
        Route::Documents => msg::nav_documents(lang),
        Route::Support => msg::nav_support(lang),
        Route::Control => msg::nav_control(lang),
        Route::Statistics => msg::nav_statistics(lang),
        Route::Acknowledgements => msg::nav_acknowledgements(lang),
        Route::Migration => msg::nav_migration(lang),
        _ => msg::nav_overview(lang),
    }
}
