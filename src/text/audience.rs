//! Audiences in words: whom something is for, how many that are, how they are reached.

use crate::domain::{Audience, AudienceGroup, School};
use crate::plan::audience::{Fit, Reach};

use super::{Lang, msg};

/// A group of people.
#[must_use]
pub const fn group(lang: Lang, group: AudienceGroup) -> &'static str {
    match group {
        AudienceGroup::Administration => msg::group_administration(lang),
        AudienceGroup::Pedagogues => msg::group_pedagogues(lang),
        AudienceGroup::Staff => msg::group_staff(lang),
        AudienceGroup::Students => msg::group_students(lang),
        AudienceGroup::Parents => msg::group_parents(lang),
    }
}

/// Whom an audience means, in a line; empty where nobody is.
#[must_use]
pub fn summary(lang: Lang, school: &School, audience: &Audience) -> String {
    let mut parts: Vec<String> = audience.groups.iter().map(|one| group(lang, *one).to_owned()).collect();
    parts.extend(audience.classes.iter().map(|id| school.class_name(*id)));
    parts.extend(audience.parents_of.iter().map(|id| msg::audience_parents_of(lang, &school.class_name(*id))));
    if let Some(line) = audience.line.and_then(|id| school.load().get(&id)) {
        let subject = school.subjects().get(&line.subject).map(|subject| subject.name.as_str()).unwrap_or_default();
        let group = if line.group.is_empty() { String::new() } else { format!(" ({})", line.group) };
        parts.push(format!("{} · {subject}{group}", school.class_name(line.class)));
    }
    parts.extend(audience.activity.and_then(|id| school.activities().get(&id)).map(|group| group.name.clone()));
    let chat = audience.chat.and_then(|id| school.chats().get(&id));
    parts.extend(chat.map(|chat| msg::audience_chat(lang, &chat.name)));
    match audience.people.len() {
        0 => {}
        1 | 2 => parts.extend(audience.people.iter().map(|id| school.person_name(*id))),
        more => parts.push(msg::audience_people(lang, more as u64)),
    }
    parts.join(", ")
}

/// How many are meant and how they are reached; those who stay apart are told apart.
#[must_use]
pub fn reach(lang: Lang, reach: Reach) -> String {
    let parts = [
        (reach.elsewhere, msg::reach_elsewhere as fn(Lang, u64) -> String),
        (reach.refused, msg::reach_refused),
        (reach.withdrawn, msg::reach_withdrawn),
    ];
    let apart = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(lang, count));
    std::iter::once(msg::reach_platform(lang, reach.on_platform)).chain(apart).collect::<Vec<_>>().join(", ")
}

/// Who is not counted as missing; empty where everybody is expected.
#[must_use]
pub fn apart(lang: Lang, apart: Reach) -> String {
    let parts = [
        (apart.elsewhere, msg::reach_elsewhere as fn(Lang, u64) -> String),
        (apart.refused, msg::reach_refused),
        (apart.withdrawn, msg::reach_withdrawn),
    ];
    let told: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(lang, count)).collect();
    if told.is_empty() { String::new() } else { msg::reach_apart(lang, &told.join(", ")) }
}

/// Whether an event fits into a call.
#[must_use]
pub fn fit(lang: Lang, fit: Fit) -> String {
    match fit {
        Fit::Unknown => msg::fit_unknown(lang).to_owned(),
        Fit::Fits { limit } => msg::fit_fits(lang, &limit.to_string()),
        Fit::TooMany { limit } => msg::fit_too_many(lang, &limit.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{apart, reach, summary};
    use crate::domain::sample::Sample;
    use crate::domain::{Audience, AudienceGroup};
    use crate::plan::audience::Reach;
    use crate::text::Lang;

    #[track_caller]
    fn check(edit: impl FnOnce(&Sample, &mut Audience), ru: &str) {
        let sample = Sample::new();
        let mut audience = Audience::default();
        edit(&sample, &mut audience);
        assert_eq!(summary(Lang::Ru, sample.workspace.school(), &audience), ru);
    }

    #[test]
    fn summaries() {
        check(|_, _| {}, "");
        check(|_, audience| audience.groups = [AudienceGroup::Staff].into(), "работники");
        check(|s, audience| audience.parents_of = [s.class_7a].into(), "родители 7А");
        check(|s, audience| audience.line = Some(s.math_7a), "7А · Математика");
        check(|s, audience| audience.people = [s.orlova, s.vetrova, s.lugova].into(), "3 человека по списку");
    }

    #[test]
    fn reached_and_apart() {
        let counts = Reach { on_platform: 21, elsewhere: 2, refused: 0, withdrawn: 1 };
        assert_eq!(reach(Lang::Ru, counts), "21 на платформе, 2 иным способом, 1 без согласия");
        assert_eq!(apart(Lang::Ru, counts), "Не в счёт: 2 иным способом, 1 без согласия.");
        assert_eq!(apart(Lang::En, Reach::default()), "");
    }
}
