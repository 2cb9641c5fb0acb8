//! What is written down about invites that exist: links, handing over, joining, ends that need nobody's right.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Invite, InviteRole, InviteState, InviteTarget, InviteUse, Sending, SendingWay};
use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{
    Act, ClassId, ClauseId, Context, Draft, InviteId, MemberRole, Membership, MembershipId, Period, PersonId, Reason,
    Record, RecordKey, RecordKind, Refusal, School, Verb,
};

/// Reads a link as people paste it; none where it is no address of a site.
#[must_use]
pub fn read_link(text: &str) -> Option<String> {
    let text = tidy(text);
    let text = text.trim_matches(['<', '>', '"', '«', '»', ',', ';']);
    let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty());
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let is_clean = !rest.contains(|c: char| c.is_whitespace() || c == '@' || c == '"' || c == '<' || c == '>');
    (is_web && is_host && is_clean).then(|| format!("{}://{rest}", scheme.to_lowercase()))
}

/// The invite, if it can still be completed.
///
/// # Errors
/// It is not there, or its state is final.
pub fn open(draft: &Draft, id: InviteId) -> Result<Invite, Refusal> {
    let missing = || Refusal::new(clause!("2.1/6"), Reason::MissingRecord { kind: RecordKind::Invite });
    let invite = draft.get::<Invite>(id).cloned().ok_or_else(missing)?;
    if invite.state.is_open() { Ok(invite) } else { Err(Refusal::new(clause!("2.1/12"), Reason::InviteFinal)) }
}

/// The invite, if its link exists and is not spent.
///
/// # Errors
/// It is not there, a plan without a link, or its state is final.
pub fn issued(draft: &Draft, id: InviteId) -> Result<Invite, Refusal> {
    let invite = open(draft, id)?;
    if invite.state == InviteState::Draft { Err(Refusal::new(clause!("2.1/6"), Reason::NoLink)) } else { Ok(invite) }
}

/// Whom and what an act on several invites is about, language-free: the invite itself, or the places.
#[must_use]
pub fn about(school: &School, ids: impl IntoIterator<Item = InviteId>) -> String {
    let invites: Vec<_> = ids.into_iter().filter_map(|id| school.invites().get(&id)).collect();
    if let [invite] = invites.as_slice() {
        return Record::Invite((*invite).clone()).caption(school);
    }
    let targets: BTreeSet<InviteTarget> = invites.iter().map(|invite| invite.target).collect();
    let names = targets.into_iter().map(|target| school.target_name(target)).filter(|name| !name.is_empty());
    names.take(5).collect::<Vec<_>>().join(", ")
}

fn chosen<T>(rows: &[T]) -> Result<(), Refusal> {
    if rows.is_empty() { Err(Refusal::new(clause!("2.1/6"), Reason::NothingChosen)) } else { Ok(()) }
}

fn not_before_issue(invite: &Invite, on: NaiveDate) -> Result<(), Refusal> {
    if invite.issued_on.is_some_and(|issued| on < issued) {
        return Err(Refusal::new(clause!("2.1/6"), Reason::DayOutside { day: on }));
    }
    Ok(())
}

/// Writes down the links that the platform gave (2.1/6).
#[derive(Debug)]
pub struct GiveLinks {
    /// The invites with their links.
    pub links: Vec<(InviteId, String)>,
    /// When they were made.
    pub on: NaiveDate,
    /// Their last day, where the platform limits it.
    pub expires_on: Option<NaiveDate>,
}

impl Act for GiveLinks {
    fn clause(&self) -> ClauseId {
        clause!("2.1/6")
    }
    fn verb(&self) -> Verb {
        Verb::LinkInvites
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        about(school, self.links.iter().map(|(id, _)| *id))
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.links)?;
        for (id, link) in &self.links {
            let mut invite = open(draft, *id)?;
            let wrong = || Refusal::new(clause!("2.1/6"), Reason::NotALink { text: tidy(link) });
            invite.link = read_link(link).ok_or_else(wrong)?;
            if invite.state == InviteState::Draft {
                (invite.state, invite.issued_on) = (InviteState::Issued, Some(self.on));
                invite.expires_on = self.expires_on;
            }
            draft.save(invite);
        }
        Ok(())
    }
}

/// Writes down how invites were handed over (2.1/6).
#[derive(Debug)]
pub struct HandOver {
    /// Which.
    pub ids: Vec<InviteId>,
    /// When.
    pub on: NaiveDate,
    /// How.
    pub via: SendingWay,
    /// To whom; none for everybody whom they are for.
    pub to: Option<PersonId>,
}

impl Act for HandOver {
    fn clause(&self) -> ClauseId {
        clause!("2.1/6")
    }
    fn verb(&self) -> Verb {
        Verb::SendInvites
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        about(school, self.ids.iter().copied())
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.ids)?;
        for id in &self.ids {
            let mut invite = issued(draft, *id)?;
            not_before_issue(&invite, self.on)?;
            invite.sent.push(Sending { on: self.on, via: self.via, to: self.to });
            invite.state = InviteState::Sent;
            draft.save(invite);
        }
        Ok(())
    }
}

/// That somebody joined by an invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// By which.
    pub invite: InviteId,
    /// Who; none where only the number is known.
    pub person: Option<PersonId>,
    /// Identity of the membership that follows in a class or the staff room.
    pub membership: MembershipId,
}

/// Writes down who joined by invites; a class or the staff room gets its members by it (2.2/3, 2.3/1, 2.4/1, 2.5/1).
#[derive(Debug)]
pub struct UseInvites {
    /// Who by which.
    pub uses: Vec<Use>,
    /// When.
    pub on: NaiveDate,
}

impl Act for UseInvites {
    fn clause(&self) -> ClauseId {
        clause!("2.1/6")
    }
    fn verb(&self) -> Verb {
        Verb::UseInvite
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        about(school, self.uses.iter().map(|used| used.invite).collect::<BTreeSet<_>>())
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.uses)?;
        let people: BTreeSet<PersonId> = self.uses.iter().filter_map(|used| used.person).collect();
        let mut members: BTreeSet<(PersonId, ClassId)> = draft
            .rows::<Membership>()
            .filter(|row| people.contains(&row.person) && row.period.to.is_none_or(|to| to >= self.on))
            .map(|row| (row.person, row.class))
            .collect();
        for used in &self.uses {
            let mut invite = issued(draft, used.invite)?;
            not_before_issue(&invite, self.on)?;
            if invite.expires_on.is_some_and(|last| last < self.on) {
                return Err(Refusal::new(clause!("2.1/6"), Reason::DayOutside { day: self.on }));
            }
            if used.person.is_some() && invite.uses.iter().any(|known| known.person == used.person) {
                let person = used.person.map(|id| draft.before().person_name(id)).unwrap_or_default();
                return Err(Refusal::new(clause!("2.1/6"), Reason::InviteUsed { person }));
            }
            invite.uses.push(InviteUse { on: self.on, person: used.person });
            if invite.is_used_up() {
                invite.state = InviteState::Closed { on: self.on };
            }
            if let (InviteTarget::Class(class), Some(person)) = (invite.target, used.person)
                && members.insert((person, class))
            {
                let role = if invite.role == InviteRole::Student { MemberRole::Student } else { MemberRole::Teacher };
                draft.save(Membership { id: used.membership, person, class, role, period: Period::since(self.on) });
            }
            draft.save(invite);
        }
        Ok(())
    }
}

/// Closes invites that nobody needs any more though they have uses left.
#[derive(Debug)]
pub struct CloseInvites {
    /// Which.
    pub ids: Vec<InviteId>,
    /// When.
    pub on: NaiveDate,
}

impl Act for CloseInvites {
    fn clause(&self) -> ClauseId {
        clause!("2.1/6")
    }
    fn verb(&self) -> Verb {
        Verb::CloseInvites
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        about(school, self.ids.iter().copied())
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.ids)?;
        for id in &self.ids {
            let mut invite = issued(draft, *id)?;
            // Closed is what was used; what nobody used is revoked (2.1/12).
            if invite.uses.is_empty() {
                return Err(Refusal::new(clause!("2.1/12"), Reason::NobodyJoined));
            }
            invite.state = InviteState::Closed { on: self.on };
            draft.save(invite);
        }
        Ok(())
    }
}

/// Writes down that the time of invites ran out.
#[derive(Debug)]
pub struct ExpireInvites {
    /// Which.
    pub ids: Vec<InviteId>,
    /// The day of looking.
    pub on: NaiveDate,
}

impl Act for ExpireInvites {
    fn clause(&self) -> ClauseId {
        clause!("2.1/12")
    }
    fn verb(&self) -> Verb {
        Verb::ExpireInvites
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        about(school, self.ids.iter().copied())
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.ids)?;
        for id in &self.ids {
            let mut invite = issued(draft, *id)?;
            let last = invite.expires_on.filter(|last| *last < self.on);
            let on = last.ok_or_else(|| Refusal::new(clause!("2.1/12"), Reason::NotExpired))?;
            invite.state = InviteState::Expired { on };
            draft.save(invite);
        }
        Ok(())
    }
}

/// Puts a new invite into the place of one whose link got lost or leaked.
#[derive(Debug)]
pub struct SupersedeInvite {
    /// The old one.
    pub id: InviteId,
    /// Identity of the new one.
    pub new: InviteId,
    /// When.
    pub on: NaiveDate,
}

impl Act for SupersedeInvite {
    fn clause(&self) -> ClauseId {
        clause!("2.1/6")
    }
    fn verb(&self) -> Verb {
        Verb::SupersedeInvite
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        about(school, [self.id])
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let old = issued(draft, self.id)?;
        let used = u32::try_from(old.uses.len()).unwrap_or(u32::MAX);
        draft.save(Invite {
            id: self.new,
            addressees: old.waiting().collect(),
            link: String::new(),
            issued_on: None,
            expires_on: None,
            max_uses: old.max_uses.map(|most| most.saturating_sub(used)),
            sent: Vec::new(),
            uses: Vec::new(),
            state: InviteState::Draft,
            ..old.clone()
        });
        draft.save(Invite { state: InviteState::Superseded { on: self.on, by: Some(self.new) }, ..old });
        Ok(())
    }
}

/// Deletes invites that never got a link.
#[derive(Debug)]
pub struct DeleteDrafts {
    /// Which.
    pub ids: Vec<InviteId>,
}

impl Act for DeleteDrafts {
    fn clause(&self) -> ClauseId {
        clause!("2.1/6")
    }
    fn verb(&self) -> Verb {
        Verb::Remove
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        about(school, self.ids.iter().copied())
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.ids)?;
        // The rule of invites refuses where one of them was issued (2.1/12).
        self.ids.iter().for_each(|id| draft.remove(RecordKey::to::<Invite>(*id)));
        Ok(())
    }
}

#[cfg(test)]
mod tests;
