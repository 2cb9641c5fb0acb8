//! Asks the regulation whether a person may do something, in the form that acts carry: a leave, or the refusal.

pub mod office;

use chrono::NaiveDate;

use crate::clause;
use crate::domain::{ClauseId, EventKind, Leave, PersonId, Reason, Refusal, School};
use crate::regulation::{ActionId, Decision, Object, Regulation, decide};

/// Publish in the system channels (2.1/13).
pub const PUBLISH: ActionId = ActionId(28);
/// Supply material for the channels (2.2/5).
pub const SUPPLY: ActionId = ActionId(29);
/// Plan and organise a broadcast (2.1/14).
pub const BROADCAST: ActionId = ActionId(32);
/// Hold meetings by video (2.2/6e).
pub const MEET: ActionId = ActionId(37);
/// Run a remote event or lesson (2.3/4, 2.4/4).
pub const TEACH: ActionId = ActionId(45);
/// Help participants (2.1/15).
pub const HELP: ActionId = ActionId(50);
/// Attend seminars and webinars (3.4).
pub const ATTEND: ActionId = ActionId(55);
/// Report statistics to the head (2.1/17).
pub const REPORT: ActionId = ActionId(56);

/// What is asked: may a person do something on an object, on a day.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// Who.
    pub person: PersonId,
    /// What.
    pub action: ActionId,
    /// On what.
    pub object: Object,
    /// When.
    pub on: NaiveDate,
    /// The clause that must be the ground, where a row of the matrix speaks of several things.
    pub ground: Option<ClauseId>,
}

impl Question {
    /// A question without an object.
    #[must_use]
    pub const fn new(person: PersonId, action: ActionId, on: NaiveDate) -> Self {
        Self { person, action, object: Object::None, on, ground: None }
    }

    /// What the regulation decides; none where the edition has no such action.
    #[must_use]
    pub fn decide(self, school: &School, regulation: &Regulation) -> Option<Decision> {
        decide(school, regulation, self.person, self.action, self.object, self.on)
    }

    /// The leave, or the refusal with its clause and who may instead.
    pub fn ask(self, school: &School, regulation: &Regulation) -> Leave {
        let Some(decision) = self.decide(school, regulation) else {
            // An edition without the action grants it to nobody and forbids it to nobody.
            return Ok(());
        };
        let permits = decision
            .grounds
            .iter()
            .any(|ground| ground.permits && self.ground.is_none_or(|clause| ground.clauses.contains(&clause)));
        if permits {
            return Ok(());
        }
        let action = regulation.action(self.action);
        let clause = self.ground.or_else(|| action?.clauses.first().copied()).unwrap_or(clause!("4.3"));
        let instead = action.iter().flat_map(|action| &action.cells).filter(|cell| {
            cell.verdict.is_granted() && self.ground.is_none_or(|clause| cell.clauses.contains(&clause))
        });
        let reason = Reason::NotGranted {
            person: school.person_name(self.person),
            action: self.action.0,
            instead: instead.map(|cell| cell.role.to_string()).collect(),
        };
        Err(Refusal::new(clause, reason))
    }
}

/// The questions whose yes lets the host of an event run it: of a class event, one for each class.
#[must_use]
pub fn host(event: &crate::domain::Event) -> Vec<Question> {
    let Some(host) = event.host else { return Vec::new() };
    let ask = |action, object, ground| Question { person: host, action, object, on: event.on, ground };
    let audience = &event.audience;
    match event.kind {
        // 2.1/14: the administrator organises broadcasts.
        EventKind::Broadcast => vec![ask(BROADCAST, Object::None, None)],
        // 2.2/6: the administration holds meetings.
        EventKind::Meeting => vec![ask(MEET, Object::None, None)],
        // 2.4/4: who teaches the line, or leads the group, gives the lesson.
        EventKind::Lesson => {
            let line = audience.line.map(Object::LoadLine);
            let object = line.or_else(|| audience.activity.map(Object::Activity));
            object.map(|object| ask(TEACH, object, Some(clause!("2.4/4")))).into_iter().collect()
        }
        // 2.3/4: the class teacher holds the events of the class.
        EventKind::ClassEvent => {
            let classes = audience.classes.union(&audience.parents_of);
            classes.map(|class| ask(TEACH, Object::Class(*class), Some(clause!("2.3/4")))).collect()
        }
        // 3.4 speaks of those who attend; who runs a webinar is not asked.
        EventKind::Webinar => Vec::new(),
    }
}

/// Whether the host of an event may run it.
pub fn host_leave(school: &School, regulation: &Regulation, event: &crate::domain::Event) -> Leave {
    host(event).into_iter().try_for_each(|question| question.ask(school, regulation))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::{ATTEND, PUBLISH, Question, SUPPLY, host_leave};
    use crate::domain::sample::{Sample, day};
    use crate::domain::*;
    use crate::regulation::Regulation;

    #[track_caller]
    fn check(question: Question, sample: &Sample, expected: Expect) {
        let answer = match question.ask(sample.workspace.school(), Regulation::bundled()) {
            Ok(()) => "yes".to_owned(),
            Err(refusal) => refusal.to_string(),
        };
        expected.assert_eq(&answer);
    }

    #[test]
    fn the_administration_supplies_and_the_administrator_publishes() {
        let sample = Sample::new().with_administrator();
        let ask = |person, action| Question::new(person, action, day(10));
        check(ask(sample.vetrova, SUPPLY), &sample, expect!["yes"]);
        check(
            ask(sample.baranov, SUPPLY),
            &sample,
            expect!["refused by 2.2/5: no clause grants Баранов Глеб Олегович action 29"],
        );
        check(ask(sample.baranov, PUBLISH), &sample, expect!["yes"]);
        check(
            ask(sample.vetrova, PUBLISH),
            &sample,
            expect!["refused by 2.1/13: no clause grants Ветрова Анна Ильинична action 28"],
        );
        check(
            ask(sample.lugova, ATTEND),
            &sample,
            expect!["refused by 3.4: no clause grants Лугова Вера Петровна action 55"],
        );
    }

    /// Asks for the host of an event for 7А or its line of mathematics.
    #[track_caller]
    fn check_host(kind: EventKind, host: fn(&Sample) -> PersonId, expected: Expect) {
        let mut sample = Sample::new().with_administrator();
        let mut event = sample.event(kind);
        event.host = Some(host(&sample));
        match kind {
            EventKind::Lesson => event.audience.line = Some(sample.math_7a),
            _ => event.audience.classes = [sample.class_7a].into(),
        }
        let answer = host_leave(sample.workspace.school(), Regulation::bundled(), &event);
        expected.assert_eq(&answer.map_or_else(|refusal| refusal.to_string(), |()| "yes".to_owned()));
    }

    #[test]
    fn hosts() {
        let teacher: fn(&Sample) -> PersonId = |sample| sample.baranov;
        let deputy: fn(&Sample) -> PersonId = |sample| sample.vetrova;
        check_host(EventKind::Lesson, teacher, expect!["yes"]);
        check_host(
            EventKind::Lesson,
            deputy,
            expect!["refused by 2.4/4: no clause grants Ветрова Анна Ильинична action 45"],
        );
        check_host(EventKind::ClassEvent, teacher, expect!["yes"]);
        check_host(
            EventKind::ClassEvent,
            deputy,
            expect!["refused by 2.3/4: no clause grants Ветрова Анна Ильинична action 45"],
        );
        check_host(EventKind::Meeting, deputy, expect!["yes"]);
        check_host(
            EventKind::Meeting,
            teacher,
            expect!["refused by 2.2/6e: no clause grants Баранов Глеб Олегович action 37"],
        );
        check_host(EventKind::Broadcast, teacher, expect!["yes"]);
        check_host(
            EventKind::Broadcast,
            deputy,
            expect!["refused by 2.1/14: no clause grants Ветрова Анна Ильинична action 32"],
        );
        check_host(EventKind::Webinar, deputy, expect!["yes"]);
    }
}
