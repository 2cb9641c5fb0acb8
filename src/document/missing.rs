//! What the plan lacks for a paper: a visible gap in it, and a link to where it is entered.

use crate::domain::{ClassId, PersonId};

/// Something that a paper should say and the plan does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The name of the organisation.
    Organisation,
    /// Its address.
    Address,
    /// Its tax number.
    TaxNumber,
    /// Its site.
    Site,
    /// Its phone or e-mail.
    Contact,
    /// The name of the platform.
    Platform,
    /// The address of the platform's support.
    SupportEmail,
    /// The site with the platform's instructions.
    HelpSite,
    /// The school year.
    Year,
    /// The head.
    Head,
    /// The administrator of the platform.
    Administrator,
    /// Additional administrators.
    Additional,
    /// The day from which the administrator acts.
    AppointmentDay,
    /// The order that appoints the administrator.
    AppointmentOrder,
    /// The order that approves the regulation.
    ApprovalOrder,
    /// The protocol of the council.
    Protocol,
    /// Classes of the year.
    Classes,
    /// The approved distribution of class teachers.
    Distribution,
    /// The class teacher of a class.
    Homeroom(ClassId),
    /// Students of a class.
    Students(ClassId),
    /// The person whom the paper is about.
    Person,
    /// The post of a person.
    Post(PersonId),
    /// The phone of a person.
    Phone(PersonId),
    /// The e-mail of a person.
    Email(PersonId),
    /// A chat's owner.
    Owner,
    /// Who runs an event.
    Host,
    /// Who publishes in a channel.
    Editor,
    /// Members of an active group.
    Activists,
    /// An act by which links were revoked.
    Sweep,
    /// A letter to the platform's support.
    Letter,
    /// Figures of use.
    Statistics,
    /// A control check.
    Check,
    /// Who checked.
    Checker,
    /// A sheet of acknowledgement.
    Sheet,
    /// The digest of the sealed file.
    Seal,
    /// The case index of the sealed file.
    CaseIndex,
    /// How long the sealed file is kept.
    Retention,
}
