//! Two plans side by side: the open one, files, a moment of the journal. Nothing is taken over.

use super::proposal::{difference_parts, file_facts};
use super::wire::{Body, Filter, Part, Sheet};
use super::{Act, Desk, Room};
use crate::domain::{School, Workspace};
use crate::snapshot::Difference;
use crate::text::{self, msg};
use crate::view::page::Tone;

/// Moments of the journal that are offered, the newest first.
const MOMENTS: usize = 200;

/// The school as it was before the newest `back` entries.
pub(super) fn back(workspace: &Workspace, back: usize) -> School {
    let mut school = workspace.school().clone();
    for entry in workspace.journal().entries().iter().rev().take(back) {
        // A journal fits its school, else it was cut where it did not.
        if school.apply(&entry.changes.inverse()).is_err() {
            break;
        }
    }
    school
}

impl Desk {
    /// The schools that are compared, and what differs.
    pub(super) fn looked_at(&self, room: &Room) -> Option<(Difference, School, School)> {
        let (before, after) = if room.query.get("tab") == "compare" {
            let default = if self.held.is_some() { "file" } else { "" };
            let side = |param: &str, default: &str| {
                let value = room.query.get(param);
                self.side(if value.is_empty() { default } else { value })
            };
            (side("a", "plan")?, side("b", default)?)
        } else {
            (self.school(), self.held.as_ref()?.opened.school.clone())
        };
        Some((Difference::between(&before, &after), before, after))
    }

    /// A side of the comparison by its name in the address.
    fn side(&self, name: &str) -> Option<School> {
        match name {
            "file" => self.held.as_ref().map(|held| held.opened.school.clone()),
            "second" => self.second.as_ref().map(|held| held.opened.school.clone()),
            "plan" => self.plan.as_ref().map(|(plan, _)| plan.school().clone()),
            moment => {
                let steps = moment.strip_prefix("back-")?.parse().ok()?;
                self.plan.as_ref().map(|(plan, _)| back(plan, steps))
            }
        }
    }

    /// What can be compared: value and name.
    fn sides(&self, room: &Room) -> Vec<(String, String)> {
        let mut sides = vec![("plan".to_owned(), msg::desk_side_plan(room.lang).to_owned())];
        for (name, held) in [("file", &self.held), ("second", &self.second)] {
            sides.extend(held.as_ref().map(|held| (name.to_owned(), held.name.clone())));
        }
        if let Some((plan, _)) = &self.plan {
            let entries = plan.journal().entries().iter().rev().take(MOMENTS).enumerate();
            sides.extend(entries.map(|(at, entry)| {
                let what = text::kind::one(room.lang, entry.label.kind);
                let subject = &entry.label.subject;
                let told = msg::desk_side_moment(room.lang, &format!("{what} {subject}"), &room.time(entry.at));
                (format!("back-{}", at + 1), told)
            }));
        }
        sides
    }

    pub(super) fn compare_sheet(&self, room: &Room, sheet: &mut Sheet) {
        self.obstacles(room, sheet);
        let lang = room.lang;
        let sides = self.sides(room);
        let value = |param: &str, default: &str| match room.query.get(param) {
            "" => default.to_owned(),
            value => value.to_owned(),
        };
        let default = if self.held.is_some() { "file" } else { "" };
        let mut offered = vec![(String::new(), msg::desk_side_none(lang).to_owned())];
        offered.extend(sides.iter().cloned());
        for (param, label, choices, default) in
            [("a", msg::desk_side_before(lang), sides, "plan"), ("b", msg::desk_side_after(lang), offered, default)]
        {
            sheet.filters.push(Filter {
                id: param.to_owned(),
                label: label.to_owned(),
                choices,
                value: value(param, default),
            });
        }
        for (id, held) in [("file", &self.held), ("second", &self.second)] {
            if let Some(held) = held {
                let word = if id == "file" { "away" } else { "second-away" };
                sheet.parts.push(
                    Part::new(id, held.name.clone(), Body::Facts(file_facts(room, &held.opened, &held.name)))
                        .acts(vec![Act::new(word, msg::desk_away(lang), word)]),
                );
            }
        }
        match self.looked_at(room) {
            Some((difference, _, _)) if difference.is_empty() => {
                sheet.parts.push(Part::notice("same", Tone::Info, msg::desk_sides_same(lang)));
            }
            Some((difference, before, after)) => difference_parts(room, &difference, &before, &after, sheet),
            None => sheet.parts.push(Part::notice("choose", Tone::Info, msg::desk_compare_text(lang))),
        }
    }
}
