//! How a plan is derived: one pass over the rules, classes, lines and groups.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::group::Groups;
use super::{Plan, RequiredChat, sources};
use crate::domain::{
    ActiveGroupKind, ActivityGroup, ActivityGroupId, ChatRuleId, ChatScope, ClassId, LoadLine, PersonId, School,
    Settings, StaffCategory,
};
use crate::plan::Index;
use crate::regulation::{Bilingual, ChatEach, ChatRule, MemberSet, NamePart, NamePattern, Regulation};

/// Derives a plan.
pub fn plan(school: &School, index: &Index, regulation: &Regulation, settings: &Settings) -> Plan {
    let mut build = Build::new(school, index, settings);
    for rule in regulation.chat_rules() {
        if rule.is_required {
            build.rule(rule);
        } else {
            build.circles(rule);
        }
    }
    let Build { groups, chats: required, collapsed, .. } = build;
    let mut by_scope: BTreeMap<ChatRuleId, BTreeMap<ChatScope, usize>> = BTreeMap::new();
    for (at, chat) in required.iter().enumerate() {
        match by_scope.get_mut(&chat.rule) {
            Some(scopes) => scopes.insert(chat.scope.clone(), at),
            None => by_scope.entry(chat.rule.clone()).or_default().insert(chat.scope.clone(), at),
        };
    }
    let mut plan = Plan {
        required,
        by_scope: Arc::new(by_scope),
        groups: Arc::new(groups),
        collapsed,
        index: index.places(),
        sources: sources(school),
        edition: regulation.edition().id.clone(),
        ..Plan::default()
    };
    plan.set_apart(school);
    plan.bind(school, regulation);
    plan
}

/// The groups of students and parents of some classes, and of students in some hands, as they are now: what they are, the
/// scope they are held under, who they are. Other groups do not follow from who is in which class.
pub fn families(
    school: &School,
    index: &Index,
    settings: &Settings,
    classes: &BTreeSet<ClassId>,
    students: &BTreeSet<PersonId>,
) -> Vec<(MemberSet, ChatScope, Vec<PersonId>)> {
    let build = Build::new(school, index, settings);
    let mut found = Vec::new();
    let mut say = |set, place: &Place| found.push((set, Build::home(set, place), build.people_of(set, place)));
    for class in classes {
        let own = Place::of(ChatScope::Class(*class), Some(*class));
        say(MemberSet::ClassStudents, &own);
        say(MemberSet::ClassParents, &own);
        // The others have the group of the whole class.
        for place in build.lines_of(*class) {
            if place.lines.iter().all(|line| !line.members.is_empty()) {
                say(MemberSet::LineStudents, &place);
            }
        }
    }
    for group in &build.activities {
        if !group.classes.is_disjoint(classes) || !group.members.is_disjoint(students) {
            say(MemberSet::ActivityStudents, &Build::place_of_activity(group));
        }
    }
    found
}

/// The groups of the year, by name and then by their first class.
fn activities<'a>(school: &'a School, index: &Index) -> Vec<&'a ActivityGroup> {
    let place: BTreeMap<ClassId, usize> = index.classes.iter().enumerate().map(|(at, class)| (*class, at)).collect();
    let mut groups: Vec<&ActivityGroup> =
        school.activities().values().map(AsRef::as_ref).filter(|group| Some(group.year) == index.year).collect();
    groups.sort_by_cached_key(|group| {
        (group.name.clone(), group.classes.iter().filter_map(|class| place.get(class)).min().copied(), group.id)
    });
    groups
}

/// A plan that is being derived.
struct Build<'a> {
    school: &'a School,
    index: &'a Index,
    settings: &'a Settings,
    activities: Vec<&'a ActivityGroup>,
    groups: Groups,
    chats: Vec<Arc<RequiredChat>>,
    collapsed: Vec<ChatScope>,
    /// The groups that the last places had: most places of a class have the same.
    recent: Vec<(MemberSet, ChatScope, usize)>,
    /// The large groups that were counted last, see [`Groups::size`].
    counted: (Vec<usize>, usize),
}

/// So many groups are remembered: those of a class and its subject.
const RECENT: usize = 12;

/// What one chat is for, with what its name and its members are made of.
struct Place<'a> {
    scope: ChatScope,
    class: Option<ClassId>,
    lines: Vec<&'a LoadLine>,
    activity: Option<&'a ActivityGroup>,
}

impl Place<'_> {
    fn of(scope: ChatScope, class: Option<ClassId>) -> Self {
        Self { scope, class, lines: Vec::new(), activity: None }
    }
}

impl<'a> Build<'a> {
    fn new(school: &'a School, index: &'a Index, settings: &'a Settings) -> Self {
        Self {
            school,
            index,
            settings,
            activities: activities(school, index),
            groups: Groups::default(),
            chats: Vec::new(),
            collapsed: Vec::new(),
            recent: Vec::new(),
            counted: (Vec::new(), 0),
        }
    }

    fn rule(&mut self, rule: &ChatRule) {
        let patterns = (NamePattern::parse(&rule.name.ru).ok(), NamePattern::parse(&rule.name.en).ok());
        for place in self.places(rule.each) {
            if rule.each == ChatEach::Line && self.collapses(&place) {
                self.collapsed.push(place.scope);
                continue;
            }
            let at = self.chats.len();
            let owners = self.group(rule.owner, &place);
            let members: Vec<usize> = rule.members.iter().map(|set| self.group(*set, &place)).collect();
            for group in &members {
                self.groups.join(*group, at);
            }
            let size = self.groups.size(&members, &mut self.counted);
            let words = Words::of(self.school, self.index, &place);
            let fill = |pattern: &Option<NamePattern>| {
                pattern.as_ref().map(|pattern| pattern.fill(|part| words.get(part))).unwrap_or_default()
            };
            let name = Bilingual { ru: fill(&patterns.0), en: fill(&patterns.1) };
            let owner = self.owner(rule.owner, &place, owners);
            self.chats.push(Arc::new(RequiredChat {
                rule: rule.id.clone(),
                clause: rule.clause,
                class: place.class,
                scope: place.scope,
                name,
                owner,
                record: None,
                size,
                apart: 0,
                owners,
                members,
            }));
        }
    }

    /// The people from whom a chat that is only allowed takes its owner and its members.
    fn circles(&mut self, rule: &ChatRule) {
        if matches!(rule.each, ChatEach::School | ChatEach::Class) {
            for place in self.places(rule.each) {
                for set in std::iter::once(rule.owner).chain(rule.members.iter().copied()) {
                    self.group(set, &place);
                }
            }
        }
    }

    fn places(&self, each: ChatEach) -> Vec<Place<'a>> {
        match each {
            ChatEach::School => vec![Place::of(ChatScope::School, None)],
            ChatEach::Class => {
                self.index.classes.iter().map(|class| Place::of(ChatScope::Class(*class), Some(*class))).collect()
            }
            ChatEach::Line => self.index.classes.iter().flat_map(|class| self.lines_of(*class)).collect(),
            ChatEach::Activity => self.activities.iter().map(|group| Self::place_of_activity(group)).collect(),
        }
    }

    fn place_of_activity(group: &'a ActivityGroup) -> Place<'a> {
        let class = group.classes.first().filter(|_| group.classes.len() == 1).copied();
        Place { activity: Some(group), ..Place::of(ChatScope::Activity(group.id), class) }
    }

    /// 2.4/3a: one chat for a class and a subject, or one for each subgroup where the school splits them.
    fn lines_of(&self, class: ClassId) -> Vec<Place<'a>> {
        let ids = self.index.lines.get(&class).map(Vec::as_slice).unwrap_or_default();
        let mut places: Vec<Place<'a>> = Vec::new();
        for line in ids.iter().filter_map(|id| self.school.load().get(id)) {
            let group = if self.settings.splits_subgroup_chats { line.group.clone() } else { String::new() };
            let scope = ChatScope::Subject { class, subject: line.subject, group };
            match places.iter_mut().rev().find(|place| place.scope == scope) {
                Some(place) => place.lines.push(line),
                None => places.push(Place { lines: vec![line], ..Place::of(scope, Some(class)) }),
            }
        }
        places
    }

    /// 2.4/3a: the lessons that a primary class has with its own class teacher may live in the chat of the class.
    fn collapses(&self, place: &Place) -> bool {
        let Some(class) = place.class.filter(|_| self.settings.collapses_primary_chats) else { return false };
        let label = self.school.classes().get(&class).and_then(|class| class.label());
        let homeroom = self.index.homeroom.get(&class).copied();
        label.is_some_and(|label| label.grade() <= 4)
            && homeroom.is_some()
            && place.lines.iter().all(|line| line.teacher == homeroom)
    }

    /// The first of the owners as the place names them; the sorted group keeps the others.
    fn owner(&self, set: MemberSet, place: &Place, owners: usize) -> Option<PersonId> {
        match set {
            MemberSet::Administration => self.people_of(MemberSet::Head, place).first().copied(),
            // 2.4/3a: of several teachers of one subject in a class, who teaches most.
            MemberSet::LineTeachers => {
                let lines = place.lines.iter().filter(|line| line.teacher.is_some());
                lines.max_by_key(|line| (line.group.is_empty(), line.hours, std::cmp::Reverse(&line.group)))?.teacher
            }
            _ => None,
        }
        .or_else(|| self.groups.get(owners)?.people.first().copied())
    }

    fn group(&mut self, set: MemberSet, place: &Place) -> usize {
        let scope = Self::home(set, place);
        if let Some((.., at)) = self.recent.iter().find(|(other, of, _)| *other == set && *of == scope) {
            return *at;
        }
        let at = self.groups.at(set, &scope).unwrap_or_else(|| self.add_group(set, scope.clone(), place));
        if self.recent.len() == RECENT {
            self.recent.remove(0);
        }
        self.recent.push((set, scope, at));
        at
    }

    fn add_group(&mut self, set: MemberSet, scope: ChatScope, place: &Place) -> usize {
        if set == MemberSet::LineStudents
            && let Some(class) = place.class.filter(|_| place.lines.iter().any(|line| line.members.is_empty()))
        {
            let whole = self.group(MemberSet::ClassStudents, &Place::of(ChatScope::Class(class), Some(class)));
            return self.groups.alias(set, scope, whole);
        }
        let people = self.people_of(set, place);
        self.groups.add(set, scope, people)
    }

    /// The scope under which a set is held: people of a class are the same for each of its lines.
    fn home(set: MemberSet, place: &Place) -> ChatScope {
        match (set, place.class) {
            (
                MemberSet::Homeroom | MemberSet::ClassStudents | MemberSet::ClassParents | MemberSet::ClassTeachers,
                Some(class),
            ) => ChatScope::Class(class),
            (
                MemberSet::LineTeachers
                | MemberSet::LineStudents
                | MemberSet::ActivityLeader
                | MemberSet::ActivityStudents,
                _,
            ) => place.scope.clone(),
            _ => ChatScope::School,
        }
    }

    fn people_of(&self, set: MemberSet, place: &Place) -> Vec<PersonId> {
        let class = place.class;
        match set {
            MemberSet::Head => self.staff(|category| category == StaffCategory::Head),
            MemberSet::Deputies => self.staff(|category| category == StaffCategory::Deputy),
            MemberSet::Administration => self.staff(StaffCategory::is_administration),
            MemberSet::Pedagogues => {
                let mut people = self.staff(StaffCategory::is_pedagogue);
                // Whoever teaches while holding another post: a deputy with lessons.
                let teaches = self.index.taught.keys().chain(self.index.led_groups.keys());
                people.extend(teaches.filter(|person| self.index.is_staff(**person)));
                people
            }
            MemberSet::ParentActivists => self.activists(ActiveGroupKind::Parents),
            MemberSet::StudentActivists => self.activists(ActiveGroupKind::Students),
            MemberSet::Homeroom => {
                class.and_then(|class| self.index.homeroom.get(&class)).copied().into_iter().collect()
            }
            MemberSet::ClassStudents => class.map(|class| self.index.students_of(class).to_vec()).unwrap_or_default(),
            MemberSet::ClassParents => {
                class.map(|class| self.parents(self.index.students_of(class))).unwrap_or_default()
            }
            MemberSet::ClassTeachers => class.map(|class| self.teachers(class)).unwrap_or_default(),
            MemberSet::LineTeachers => place.lines.iter().filter_map(|line| line.teacher).collect(),
            MemberSet::LineStudents => self.current(place.lines.iter().flat_map(|line| &line.members), class),
            MemberSet::ActivityLeader => place.activity.and_then(|group| group.leader).into_iter().collect(),
            MemberSet::ActivityStudents => place.activity.map(|group| self.learners(group)).unwrap_or_default(),
        }
    }

    fn staff(&self, fits: impl Fn(StaffCategory) -> bool) -> Vec<PersonId> {
        let positions = self.index.positions.values().flatten().filter_map(|id| self.school.positions().get(id));
        positions.filter(|row| fits(row.category)).map(|row| row.person).collect()
    }

    fn activists(&self, kind: ActiveGroupKind) -> Vec<PersonId> {
        let is_current = |class: &ClassId| self.index.classes.contains(class);
        let groups = self.school.active_groups().values().filter(|group| group.kind == kind);
        groups
            .filter(|group| group.class.as_ref().is_none_or(is_current))
            .flat_map(|group| group.members.iter().copied())
            .collect()
    }

    fn parents(&self, students: &[PersonId]) -> Vec<PersonId> {
        let links = students.iter().filter_map(|student| self.index.parents.get(student)).flatten();
        links.map(|(parent, _)| *parent).collect()
    }

    /// 2.3/3c: by the lines and the groups of the class.
    fn teachers(&self, class: ClassId) -> Vec<PersonId> {
        let lines =
            self.index.lines.get(&class).into_iter().flatten().filter_map(|id| self.school.load().get(id)?.teacher);
        let groups: &[ActivityGroupId] = self.index.class_groups.get(&class).map_or(&[], Vec::as_slice);
        lines.chain(groups.iter().filter_map(|id| self.school.activities().get(id)?.leader)).collect()
    }

    fn learners(&self, group: &ActivityGroup) -> Vec<PersonId> {
        if group.members.is_empty() {
            return group.classes.iter().flat_map(|class| self.index.students_of(*class)).copied().collect();
        }
        self.current(group.members.iter(), None)
    }

    /// Those of a list who study here on the day, in the class where one is meant.
    fn current<'b>(&self, people: impl Iterator<Item = &'b PersonId>, class: Option<ClassId>) -> Vec<PersonId> {
        let stays = |person: &&PersonId| {
            self.index.class_of.get(person).is_some_and(|of| class.is_none_or(|class| *of == class))
        };
        people.filter(stays).copied().collect()
    }
}

/// The words of which a name is made.
struct Words<'a> {
    class: String,
    classes: String,
    subject: &'a str,
    group: &'a str,
    activity: &'a str,
}

impl<'a> Words<'a> {
    fn of(school: &'a School, index: &Index, place: &Place<'a>) -> Self {
        let first = place.lines.first();
        let subject = first.and_then(|line| school.subjects().get(&line.subject)).map(|subject| subject.name.as_str());
        let group = match (&place.scope, first) {
            (ChatScope::Subject { group, .. }, Some(line)) if !group.is_empty() => line.group.as_str(),
            _ => "",
        };
        Self {
            class: place.class.map(|class| school.class_name(class)).unwrap_or_default(),
            classes: place.activity.map(|activity| classes(school, index, activity)).unwrap_or_default(),
            subject: subject.unwrap_or_default(),
            group,
            activity: place.activity.map(|activity| activity.name.as_str()).unwrap_or_default(),
        }
    }

    fn get(&self, part: NamePart) -> &str {
        match part {
            NamePart::Words(_) => "",
            NamePart::Class => &self.class,
            NamePart::Subject => self.subject,
            NamePart::Group => self.group,
            NamePart::Activity => self.activity,
            NamePart::Classes => &self.classes,
        }
    }
}

/// The classes of a group: up to three by name, more as the first and the last.
fn classes(school: &School, index: &Index, activity: &ActivityGroup) -> String {
    let labels: Vec<String> = index
        .classes
        .iter()
        .filter(|class| activity.classes.contains(class))
        .map(|class| school.class_name(*class))
        .collect();
    match labels.as_slice() {
        [first, .., last] if labels.len() > 3 => [first.as_str(), last].join("–"),
        _ => labels.join(", "),
    }
}
