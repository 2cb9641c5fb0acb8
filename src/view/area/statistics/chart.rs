//! The charts of the figures: the coverage of classes, links and joins over the weeks.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{InviteRole, InviteState};
use crate::plan::invite::Ledger;
use crate::text::{date, msg};
use crate::view::chart::{Chart, Series};
use crate::view::page::{Body, Section};
use crate::view::room::Room;

/// Weeks that are shown, the last ones.
const WEEKS: u64 = 26;
/// The letters of a day and a month of a short date.
const DAY_AND_MONTH: usize = 5;

/// The charts that have something to show.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let all = [
        ("chart-classes", msg::statistics_chart_classes(lang), classes(room)),
        ("chart-links", msg::statistics_chart_links(lang), links(room)),
        ("chart-joins", msg::statistics_chart_joins(lang), joins(room)),
    ];
    let shown = all.into_iter().filter(|(_, _, chart)| !chart.is_empty());
    shown.map(|(id, title, chart)| Section::new(id, title, Body::Chart(chart))).collect()
}

/// Of the students of each class: in it, with a link, without one. Who stands apart is not counted.
fn classes(room: &Room) -> Chart {
    let lang = room.lang;
    let places = Ledger::of(room.school, room.index).places(room.school, room.index, room.plan);
    let places: Vec<_> = places.into_iter().filter(|place| place.role == InviteRole::Student).collect();
    let name = |place: &crate::plan::invite::Waiting| match place.target {
        crate::domain::InviteTarget::Class(class) => room.school.class_name(class),
        crate::domain::InviteTarget::Chat(_) => String::new(),
    };
    let count = |of: fn(&crate::plan::invite::Waiting) -> usize| places.iter().map(|place| of(place) as u64).collect();
    Chart {
        name: msg::statistics_chart_classes(lang).to_owned(),
        head: msg::statistics_chart_class(lang).to_owned(),
        categories: places.iter().map(name).collect(),
        series: vec![
            Series { name: msg::statistics_chart_joined(lang).to_owned(), values: count(|place| place.joined.len()) },
            Series {
                name: msg::statistics_chart_invited(lang).to_owned(),
                values: count(|place| place.invited.difference(&place.joined).count()),
            },
            Series {
                name: msg::statistics_chart_missing(lang).to_owned(),
                values: count(|place| place.missing().count()),
            },
        ],
    }
}

/// Whether a state belongs to a series.
type Fits = fn(&InviteState) -> bool;

/// Links by the week in which they were issued, by what became of them.
fn links(room: &Room) -> Chart {
    let lang = room.lang;
    let kinds: [(&str, Fits); 3] = [
        (msg::statistics_chart_used(lang), |state| matches!(state, InviteState::Closed { .. })),
        (msg::statistics_chart_open(lang), InviteState::is_open),
        (msg::statistics_chart_ended(lang), |state| !state.is_open() && !matches!(state, InviteState::Closed { .. })),
    ];
    let series = kinds.into_iter().map(|(name, fits)| {
        let rows = room.school.invites().values().filter(|row| fits(&row.state));
        (name.to_owned(), rows.filter_map(|row| row.issued_on).collect())
    });
    weekly(room, msg::statistics_chart_links(lang), series.collect())
}

/// People who joined by a link, by week.
fn joins(room: &Room) -> Chart {
    let lang = room.lang;
    let series = [
        (msg::statistics_chart_staff(lang), InviteRole::Teacher),
        (msg::statistics_chart_students(lang), InviteRole::Student),
        (msg::statistics_chart_parents(lang), InviteRole::Parent),
    ];
    let series = series.into_iter().map(|(name, role)| {
        let rows = room.school.invites().values().filter(|row| row.role == role);
        (name.to_owned(), rows.flat_map(|row| row.uses.iter().map(|used| used.on)).collect())
    });
    weekly(room, msg::statistics_chart_joins(lang), series.collect())
}

/// Days counted by their weeks; each week by its Monday.
fn weekly(room: &Room, name: &str, series: Vec<(String, Vec<NaiveDate>)>) -> Chart {
    let monday = |day: NaiveDate| day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    let last = monday(room.context.today);
    let first = series.iter().flat_map(|(_, days)| days).map(|day| monday(*day)).min().unwrap_or(last);
    let first = first.max(last - Days::new(7 * (WEEKS - 1)));
    let weeks: Vec<NaiveDate> = first.iter_weeks().take_while(|week| *week <= last).collect();
    let counted = |days: Vec<NaiveDate>| -> Vec<u64> {
        let mut counts: BTreeMap<NaiveDate, u64> = BTreeMap::new();
        for day in days {
            *counts.entry(monday(day)).or_default() += 1;
        }
        weeks.iter().map(|week| counts.get(week).copied().unwrap_or(0)).collect()
    };
    let series = series.into_iter().map(|(name, days)| Series { name, values: counted(days) }).collect();
    Chart {
        name: name.to_owned(),
        head: msg::statistics_chart_week(room.lang).to_owned(),
        categories: weeks.iter().map(|week| date::short(*week).chars().take(DAY_AND_MONTH).collect()).collect(),
        series,
    }
}
