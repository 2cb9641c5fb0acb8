//! The school's choices on chats (2.4/3a, 4.3).

use super::Ask;
use crate::clause;
use crate::text::msg;
use crate::view::form::clock;
use crate::view::page::{Body, Button, Cell, Fact, Section};
use crate::view::room::Room;
use crate::view::school::settings;

/// The tab of settings.
pub fn sections(room: &Room) -> (Vec<Section>, Vec<Button>) {
    let lang = room.lang;
    let settings = settings(room.school);
    let said = |flag: bool, yes: &'static str, no: &'static str| Cell::text(if flag { yes } else { no });
    let quiet = settings.chat_quiet.map_or_else(
        || msg::chats_quiet_none(lang).to_owned(),
        |quiet| msg::chats_quiet_hours(lang, &clock(quiet.from), &clock(quiet.to)),
    );
    let rules = if settings.chat_rules.is_empty() { msg::chats_rules_none(lang) } else { &settings.chat_rules };
    let facts = vec![
        Fact::new(
            msg::chats_setting_subgroups(lang),
            said(
                settings.splits_subgroup_chats,
                msg::chats_setting_subgroups_yes(lang),
                msg::chats_setting_subgroups_no(lang),
            ),
        ),
        Fact::new(
            msg::chats_setting_primary(lang),
            said(
                settings.collapses_primary_chats,
                msg::chats_setting_primary_yes(lang),
                msg::chats_setting_primary_no(lang),
            ),
        ),
        Fact::new(msg::chats_setting_quiet(lang), Cell::text(quiet)),
        Fact::new(msg::chats_setting_rules(lang), Cell::text(rules)),
    ];
    let acts = vec![Button::new("choose", msg::chats_choose(lang), Ask::Choose).primary()];
    let section = Section::new("settings", msg::chats_settings(lang), Body::Facts(facts))
        .note(msg::chats_settings_note(lang))
        .clause(clause!("2.4/3a"))
        .acts(acts);
    (vec![section], Vec::new())
}
