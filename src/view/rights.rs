//! What one person may do and why: the hats with their grounds, and the answer for every action.

mod examples;

use chrono::NaiveDate;

use crate::domain::{ClassId, ClauseId, LocalActId, LocalActKind, Period, PersonId, School};
use crate::order;
use crate::plan::Index;
use crate::regulation::{
    Action, ActionId, Area, Authority, Basis, Decision, Ground, Hat, HatScope, HatState, MissingFact, Object, Oddity,
    Predicate, PredicateCheck, Regulation, Remedy, Requirement, RoleId, Settled, Verdict,
};

use super::route::Route;

pub use examples::examples;

/// What one person may do.
#[derive(Debug, Clone, PartialEq)]
pub struct Rights {
    /// Who.
    pub person: PersonId,
    /// What the person is called.
    pub name: String,
    /// Posts as the staff list says them.
    pub posts: Vec<String>,
    /// The day of the answers.
    pub on: NaiveDate,
    /// What the records make of the person.
    pub hats: Vec<HatRow>,
    /// The answer for each action, by area and number.
    pub decisions: Vec<DecisionRow>,
}

/// Hats of one role with one term and ground: twelve lines of the load are one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HatRow {
    /// The role of the edition; none where the edition has no such role.
    pub role: Option<RoleId>,
    /// The clause that makes somebody a holder.
    pub clause: Option<ClauseId>,
    /// Where it holds.
    pub scopes: Vec<Scope>,
    /// Whether the role needs a document to rest on.
    pub needs_document: bool,
    /// Its term.
    pub period: Period,
    /// How the day lies to the term.
    pub state: HatState,
    /// The order: kind, number, date.
    pub order: Option<(LocalActKind, String, NaiveDate)>,
}

/// Where a hat holds, in names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The whole school.
    School,
    /// The person's own profile.
    Own,
    /// A class, a line of the load or a group, with the screen where it stands.
    Place(String, Route),
    /// A child with the class.
    Child(String, String, Route),
}

/// How the answers are sorted for a quick look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A duty.
    Must,
    /// Permitted without being a duty.
    May,
    /// The text does not answer.
    Unsettled,
    /// No clause grants it.
    NotGranted,
}

impl Group {
    /// Every group, the strongest first.
    pub const ALL: [Self; 4] = [Self::Must, Self::May, Self::Unsettled, Self::NotGranted];

    /// The group of an answer.
    #[must_use]
    pub const fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Duty | Verdict::DutyIfNeeded => Self::Must,
            Verdict::Allowed | Verdict::Right => Self::May,
            Verdict::Unsettled => Self::Unsettled,
            Verdict::NotGranted => Self::NotGranted,
        }
    }
}

/// The answer for one action.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionRow {
    /// The action.
    pub action: ActionId,
    /// Its area.
    pub area: Area,
    /// The union over the hats.
    pub verdict: Verdict,
    /// Whether it may be planned.
    pub is_permitted: bool,
    /// What the answer rests on; where nothing is granted, what the text says of the action.
    pub clauses: Vec<ClauseId>,
    /// Where it may be done: the objects of the hats that permit it.
    pub scopes: Vec<Scope>,
    /// What has to be supplied first.
    pub missing: Vec<Missing>,
    /// What each hat contributes.
    pub grounds: Vec<GroundRow>,
    /// The roles that may instead.
    pub instead: Vec<RoleId>,
    /// The oddities of the text that touch the answer for this person's roles.
    pub oddities: Vec<Oddity>,
}

impl DecisionRow {
    /// The group of the answer.
    #[must_use]
    pub const fn group(&self) -> Group {
        Group::of(self.verdict)
    }

    /// Whether the person can act at once.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.is_permitted && self.missing.is_empty()
    }
}

/// A fact that is missing, with what supplies it and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The fact.
    pub fact: MissingFact,
    /// What supplies it.
    pub remedy: Remedy,
    /// The screen where that is done.
    pub route: Route,
}

/// What one hat contributes.
#[derive(Debug, Clone, PartialEq)]
pub struct GroundRow {
    /// The role.
    pub role: RoleId,
    /// What it contributes.
    pub verdict: Verdict,
    /// Where it ends; none where it is not limited to an object.
    pub limit: Option<Scope>,
    /// What it rests on.
    pub clauses: Vec<ClauseId>,
    /// Who settled it.
    pub settled: Settled,
    /// What was checked.
    pub checks: Vec<PredicateCheck>,
    /// Whether it is inherited by the interpretation of 2.1/7.
    pub is_inherited: bool,
    /// Whether it holds only «при наличии доступа».
    pub is_if_access: bool,
}

/// The places about which one asks for a person, each with its word: the own ones first, then every class.
#[must_use]
pub fn places(school: &School, index: &Index, person: PersonId) -> Vec<(String, String)> {
    let names = Names { school, person, homeroom: None };
    let mut places: Vec<(String, String)> = Vec::new();
    for hat in crate::regulation::hats(school, person, index.day) {
        let Some(object) = object_of(hat.scope).filter(|_| hat.state == HatState::Active) else { continue };
        let name = match names.scope(hat.scope) {
            Scope::Place(name, _) | Scope::Child(name, ..) => name,
            Scope::School | Scope::Own => continue,
        };
        places.push((word(object), name));
    }
    places.push((word(Object::Person(person)), school.person_name(person)));
    places.extend(index.classes.iter().map(|class| (word(Object::Class(*class)), school.class_name(*class))));
    let mut seen = std::collections::BTreeSet::new();
    places.retain(|(word, _)| seen.insert(word.clone()));
    places
}

/// The object of a word that [`places`] gave; none chosen where it is another.
#[must_use]
pub fn object(school: &School, index: &Index, person: PersonId, chosen: &str) -> Object {
    let own = crate::regulation::hats(school, person, index.day);
    let own = own.iter().filter_map(|hat| object_of(hat.scope));
    let classes = index.classes.iter().map(|class| Object::Class(*class));
    let mut all = own.chain([Object::Person(person)]).chain(classes);
    all.find(|object| word(*object) == chosen).unwrap_or_default()
}

/// What a scope is about.
const fn object_of(scope: HatScope) -> Option<Object> {
    match scope {
        HatScope::School => None,
        HatScope::Class(class) => Some(Object::Class(class)),
        HatScope::Line { line, .. } => Some(Object::LoadLine(line)),
        HatScope::Activity(group) => Some(Object::Activity(group)),
        HatScope::Child { child, .. } => Some(Object::Person(child)),
    }
}

fn word(object: Object) -> String {
    match object {
        Object::None => String::new(),
        Object::Class(id) => format!("class:{id}"),
        Object::LoadLine(id) => format!("line:{id}"),
        Object::Activity(id) => format!("group:{id}"),
        Object::Person(id) => format!("person:{id}"),
    }
}

/// What a person may do on an object as of the planning day; anywhere where none is given. None where the plan has no
/// such person.
#[must_use]
pub fn rights(
    school: &School,
    index: &Index,
    regulation: &Regulation,
    person: PersonId,
    object: Object,
) -> Option<Rights> {
    let record = school.people().get(&person)?;
    let authority = Authority::new(school, regulation, index.day);
    let standing = authority.standing(person);
    let target = authority.target(object);
    let roles: Vec<RoleId> = standing.active_hats().flat_map(|hat| roles_of(regulation, hat.basis)).collect();
    let names = Names { school, person, homeroom: homeroom(&standing.hats) };
    let mut decisions: Vec<DecisionRow> = regulation
        .actions()
        .iter()
        .map(|action| {
            let oddities = regulation
                .oddities()
                .iter()
                .filter(|oddity| {
                    let mut touches = oddity.touches.iter().filter(|touch| touch.action == action.number);
                    touches.any(|touch| touch.roles.iter().any(|role| roles.contains(role)))
                })
                .cloned()
                .collect();
            names.row(action, authority.decide(&standing, action, &target), oddities)
        })
        .collect();
    order::by_key(&mut decisions, |row| (row.area, row.action));
    let posts = index.positions.get(&person).map_or(&[][..], Vec::as_slice);
    Some(Rights {
        person,
        name: record.name.to_string(),
        posts: posts.iter().filter_map(|id| Some(school.positions().get(id)?.title.clone())).collect(),
        on: index.day,
        hats: names.hats(regulation, &standing.hats),
        decisions,
    })
}

fn roles_of(regulation: &Regulation, basis: Basis) -> impl Iterator<Item = RoleId> {
    regulation.roles().iter().filter(move |role| role.basis == basis).map(|role| role.id.clone())
}

/// The class that the person leads, where a missing order is named.
fn homeroom(hats: &[Hat]) -> Option<ClassId> {
    hats.iter().find_map(|hat| match (hat.basis, hat.scope) {
        (Basis::ClassTeacher, HatScope::Class(class)) => Some(class),
        _ => None,
    })
}

/// Gives identities their names.
struct Names<'a> {
    school: &'a School,
    person: PersonId,
    homeroom: Option<ClassId>,
}

impl Names<'_> {
    /// The hats of one role, term and ground as one row.
    fn hats(&self, regulation: &Regulation, hats: &[Hat]) -> Vec<HatRow> {
        let mut rows: Vec<HatRow> = Vec::new();
        for hat in hats {
            let role = regulation.roles().iter().find(|role| role.basis == hat.basis);
            let needs = |requirement| role.is_some_and(|role| role.requires.contains(&requirement));
            let row = HatRow {
                role: role.map(|role| role.id.clone()),
                clause: role.map(|role| role.clause),
                scopes: Vec::new(),
                needs_document: needs(Requirement::Order) || needs(Requirement::Distribution),
                period: hat.period,
                state: hat.state,
                order: hat.order.and_then(|order| self.order(order)),
            };
            let scope = self.scope(hat.scope);
            match rows.iter_mut().find(|known| HatRow { scopes: Vec::new(), ..(*known).clone() } == row) {
                Some(known) => known.scopes.push(scope),
                None => rows.push(HatRow { scopes: vec![scope], ..row }),
            }
        }
        rows
    }

    fn row(&self, action: &Action, decision: Decision, oddities: Vec<Oddity>) -> DecisionRow {
        let counts = |ground: &&Ground| ground.permits || ground.verdict == decision.verdict;
        let mut clauses: Vec<ClauseId> =
            decision.grounds.iter().filter(counts).flat_map(|ground| ground.clauses.iter().copied()).collect();
        if clauses.is_empty() {
            clauses.clone_from(&action.clauses);
        }
        order::natural(&mut clauses);
        clauses.dedup();
        let mut scopes: Vec<Scope> = Vec::new();
        for ground in decision.grounds.iter().filter(|ground| ground.permits) {
            let scope = self.limit(ground);
            if let Some(scope) = scope.filter(|scope| !scopes.contains(scope)) {
                scopes.push(scope);
            }
        }
        let missing = decision
            .missing
            .into_iter()
            .map(|fact| Missing { remedy: fact.remedy(), route: self.place(fact.remedy()), fact })
            .collect();
        DecisionRow {
            action: decision.action,
            area: action.area,
            verdict: decision.verdict,
            is_permitted: decision.permitted,
            clauses,
            scopes,
            missing,
            grounds: decision.grounds.into_iter().map(|ground| self.ground(ground)).collect(),
            instead: decision.instead,
            oddities,
        }
    }

    /// Where a ground ends; none where it is not limited to an object.
    fn limit(&self, ground: &Ground) -> Option<Scope> {
        let has = |predicate| ground.checks.iter().any(|check| check.predicate == predicate);
        if has(Predicate::OwnProfile) {
            return Some(Scope::Own);
        }
        let is_by_object = [
            Predicate::Homeroom,
            Predicate::Line,
            Predicate::Activity,
            Predicate::Representative,
            Predicate::ChatIssuer,
            Predicate::Enrolled,
        ];
        let scope = self.scope(ground.scope.unwrap_or(HatScope::School));
        is_by_object.into_iter().any(has).then_some(scope)
    }

    fn ground(&self, ground: Ground) -> GroundRow {
        GroundRow {
            limit: self.limit(&ground),
            role: ground.role,
            verdict: ground.verdict,
            clauses: ground.clauses,
            settled: ground.settled,
            checks: ground.checks,
            is_inherited: ground.inherited,
            is_if_access: ground.if_access,
        }
    }

    fn scope(&self, scope: HatScope) -> Scope {
        match scope {
            HatScope::School => Scope::School,
            HatScope::Class(class) => Scope::Place(self.school.class_name(class), Route::Class(class)),
            HatScope::Line { line, class } => {
                let line = self.school.load().get(&line);
                let subject = line.and_then(|line| self.school.subjects().get(&line.subject));
                let mut parts = vec![subject.map(|row| row.name.clone()).unwrap_or_default()];
                parts.push(self.school.class_name(class));
                parts.extend(line.map(|line| line.group.clone()).filter(|group| !group.is_empty()));
                Scope::Place(parts.join(" "), Route::Class(class))
            }
            HatScope::Activity(group) => {
                let name = self.school.activities().get(&group).map(|row| row.name.clone()).unwrap_or_default();
                Scope::Place(name, Route::Activity(group))
            }
            HatScope::Child { child, class } => {
                let name = self.school.people().get(&child).map(|person| person.name.short()).unwrap_or_default();
                let class = class.map(|class| self.school.class_name(class)).unwrap_or_default();
                Scope::Child(name, class, Route::Person(child))
            }
        }
    }

    fn order(&self, order: LocalActId) -> Option<(LocalActKind, String, NaiveDate)> {
        self.school.acts().get(&order).map(|act| (act.kind, act.number.clone(), act.date))
    }

    /// The screen on which a remedy is carried out.
    fn place(&self, remedy: Remedy) -> Route {
        match remedy {
            Remedy::RegisterDistribution
            | Remedy::RenewRole(Basis::ClassTeacher)
            | Remedy::AwaitRole(Basis::ClassTeacher, _) => self.homeroom.map_or(Route::Structure, Route::Class),
            Remedy::AssignLoadLine
            | Remedy::AssignActivityGroup
            | Remedy::RenewRole(Basis::SubjectTeacher | Basis::ExtraEducator)
            | Remedy::AwaitRole(Basis::SubjectTeacher | Basis::ExtraEducator, _) => Route::Load,
            Remedy::RegisterOrder
            | Remedy::RecordMembership
            | Remedy::SubmitStatus
            | Remedy::ConfirmStatus
            | Remedy::ChangeParticipation
            | Remedy::RenewRole(_)
            | Remedy::AwaitRole(..) => Route::Person(self.person),
        }
    }
}

#[cfg(test)]
mod tests;
