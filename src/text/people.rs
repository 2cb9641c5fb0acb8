//! What people are, in words: the values of their fields.

use crate::domain::{
    ActiveGroupKind, AdministratorPost, ConsentState, Gender, Hours, Kinship, MemberRole, Participation, Period,
    StaffCategory, VerificationState,
};

use super::{Lang, date, msg};

/// A category of posts.
#[must_use]
pub fn category(lang: Lang, category: StaffCategory) -> &'static str {
    match category {
        StaffCategory::Head => msg::category_head(lang),
        StaffCategory::Deputy => msg::category_deputy(lang),
        StaffCategory::Teacher => msg::category_teacher(lang),
        StaffCategory::ExtraEducator => msg::category_extra(lang),
        StaffCategory::Specialist => msg::category_specialist(lang),
        StaffCategory::NonTeaching => msg::category_other(lang),
    }
}

/// A gender.
#[must_use]
pub fn gender(lang: Lang, gender: Gender) -> &'static str {
    match gender {
        Gender::Male => msg::gender_male(lang),
        Gender::Female => msg::gender_female(lang),
    }
}

/// A relation to a child.
#[must_use]
pub fn kinship(lang: Lang, kinship: Kinship) -> &'static str {
    match kinship {
        Kinship::Unknown => msg::kinship_unknown(lang),
        Kinship::Mother => msg::kinship_mother(lang),
        Kinship::Father => msg::kinship_father(lang),
        Kinship::Guardian => msg::kinship_guardian(lang),
    }
}

/// Participation on the platform.
#[must_use]
pub fn participation(lang: Lang, state: Participation) -> &'static str {
    match state {
        Participation::OnPlatform => msg::participation_on(lang),
        Participation::OffPlatform => msg::participation_off(lang),
        Participation::Refused => msg::participation_refused(lang),
    }
}

/// A consent.
#[must_use]
pub fn consent(lang: Lang, state: ConsentState) -> &'static str {
    match state {
        ConsentState::Unknown => msg::consent_unknown(lang),
        ConsentState::Given => msg::consent_given(lang),
        ConsentState::Refused => msg::consent_refused(lang),
        ConsentState::Withdrawn => msg::consent_withdrawn(lang),
    }
}

/// An administrator's post.
#[must_use]
pub fn post(lang: Lang, post: AdministratorPost) -> &'static str {
    match post {
        AdministratorPost::Platform => msg::post_platform(lang),
        AdministratorPost::Additional => msg::post_additional(lang),
    }
}

/// A role on the platform.
#[must_use]
pub fn role(lang: Lang, role: MemberRole) -> &'static str {
    match role {
        MemberRole::Teacher => msg::member_teacher(lang),
        MemberRole::Student => msg::member_student(lang),
    }
}

/// How far a confirmation of status is.
#[must_use]
pub fn verification(lang: Lang, state: &VerificationState) -> String {
    match state {
        VerificationState::NotRequired => msg::verification_not_required(lang).to_owned(),
        VerificationState::Required { since } => msg::verification_required(lang, &date::short(*since)),
        VerificationState::Submitted { on } => msg::verification_submitted(lang, &date::short(*on)),
        VerificationState::Confirmed { on, .. } => msg::verification_confirmed(lang, &date::short(*on)),
        VerificationState::Rejected { on, reason } => msg::verification_rejected(lang, &date::short(*on), reason),
    }
}

/// Whose activists.
#[must_use]
pub fn active(lang: Lang, kind: ActiveGroupKind) -> &'static str {
    match kind {
        ActiveGroupKind::Parents => msg::active_parents(lang),
        ActiveGroupKind::Students => msg::active_students(lang),
    }
}

/// A period in words: «с 01.09.2026 по 31.05.2027»; empty where no end was written down.
#[must_use]
pub fn period(lang: Lang, period: Period) -> String {
    match (period.from.map(date::short), period.to.map(date::short)) {
        (None, None) => String::new(),
        (Some(from), None) => msg::period_since(lang, &from),
        (None, Some(to)) => msg::period_until(lang, &to),
        (Some(from), Some(to)) => msg::period_between(lang, &from, &to),
    }
}

/// Hours a week as people write them: `2`, `0,5`, `1,25`; a point in English.
#[must_use]
pub fn hours(lang: Lang, hours: Hours) -> String {
    sum(lang, u32::from(hours.0))
}

/// A sum of hours, in hundredths.
#[must_use]
pub fn sum(lang: Lang, hundredths: u32) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let separator = if lang == Lang::Ru { ',' } else { '.' };
    match part {
        0 => whole.to_string(),
        part if part % 10 == 0 => format!("{whole}{separator}{}", part / 10),
        part => format!("{whole}{separator}{part:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{hours, period};
    use crate::domain::sample::day;
    use crate::domain::{Hours, Period};
    use crate::text::Lang;

    #[test]
    fn hours_in_words() {
        for (hundredths, ru, en) in [(500, "5", "5"), (50, "0,5", "0.5"), (125, "1,25", "1.25"), (105, "1,05", "1.05")]
        {
            assert_eq!(hours(Lang::Ru, Hours(hundredths)), ru);
            assert_eq!(hours(Lang::En, Hours(hundredths)), en);
        }
    }

    #[track_caller]
    fn check_period(from: u32, to: u32, expected: &str) {
        let [from, to] = [from, to].map(|number| (number > 0).then(|| day(number)));
        assert_eq!(period(Lang::Ru, Period { from, to }), expected);
    }

    #[test]
    fn periods() {
        check_period(0, 0, "");
        check_period(1, 0, "с 01.09.2026");
        check_period(0, 9, "по 09.09.2026");
        check_period(1, 9, "с 01.09.2026 по 09.09.2026");
    }
}
