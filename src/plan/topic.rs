//! Topics of requests for help that come again and again (2.1/15): what the school answers often, it writes down once.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::words::fold;
use crate::domain::{School, SupportTicket, SupportTicketId, TicketState};

/// A topic that came often and has no written answer yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// How it was called last.
    pub name: String,
    /// The requests.
    pub tickets: BTreeSet<SupportTicketId>,
    /// The answer that was given last; empty where there is none.
    pub answer: String,
}

/// The topics that came at least `least` times and are in no written answer, the most frequent first.
#[must_use]
pub fn repeated(school: &School, least: usize) -> Vec<Topic> {
    let mut groups: BTreeMap<String, Vec<&SupportTicket>> = BTreeMap::new();
    for ticket in school.tickets().values() {
        groups.entry(fold(&ticket.topic)).or_default().push(ticket);
    }
    for entry in school.faq().values() {
        groups.remove(&fold(&entry.topic));
        for ticket in entry.tickets.iter().filter_map(|id| school.tickets().get(id)) {
            groups.remove(&fold(&ticket.topic));
        }
    }
    let mut topics: Vec<Topic> =
        groups.into_values().filter(|tickets| tickets.len() >= least.max(1)).map(topic).collect();
    topics.sort_by(|a, b| b.tickets.len().cmp(&a.tickets.len()).then_with(|| a.name.cmp(&b.name)));
    topics
}

fn topic(mut tickets: Vec<&SupportTicket>) -> Topic {
    tickets.sort_by_key(|ticket| (ticket.opened_on, ticket.id));
    let answer = tickets.iter().rev().find_map(|ticket| match &ticket.state {
        TicketState::Answered { answer, .. } | TicketState::Closed { answer, .. } => Some(answer.clone()),
        TicketState::Open => None,
    });
    Topic {
        name: tickets.last().map(|ticket| ticket.topic.clone()).unwrap_or_default(),
        tickets: tickets.iter().map(|ticket| ticket.id).collect(),
        answer: answer.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::repeated;
    use crate::domain::sample::{Sample, day};
    use crate::domain::{FaqEntry, SupportTicket, TicketState};

    /// Adds requests on these topics; tells which of them are repeated.
    #[track_caller]
    fn check(topics: &[&str], least: usize, written: Option<&str>, expected: &[(&str, usize)]) {
        let mut sample = Sample::new();
        for (at, topic) in (1..).zip(topics) {
            let id = sample.ids.fresh();
            let state = TicketState::Answered { on: day(9), answer: format!("Ответ {at}") };
            sample.save(SupportTicket {
                id,
                topic: (*topic).into(),
                text: String::new(),
                from: None,
                class: None,
                opened_on: day(at),
                owner: Some(sample.baranov),
                due: None,
                state,
            });
        }
        if let Some(topic) = written {
            let id = sample.ids.fresh();
            sample.save(FaqEntry { id, topic: topic.into(), answer: "Ответ".into(), tickets: [].into() });
        }
        let found = repeated(sample.workspace.school(), least);
        let found: Vec<(&str, usize)> = found.iter().map(|topic| (topic.name.as_str(), topic.tickets.len())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn spellings_of_one_topic_count_together() {
        check(&["Вход", "вход ", "ВХОД", "Звук"], 3, None, &[("ВХОД", 3)]);
        check(&["Вход", "Звук", "звук"], 2, None, &[("звук", 2)]);
        check(&["Вход"], 2, None, &[]);
    }

    #[test]
    fn what_is_written_down_is_not_proposed_again() {
        check(&["Вход", "Вход", "Звук", "Звук"], 2, Some("вход"), &[("Звук", 2)]);
    }
}
