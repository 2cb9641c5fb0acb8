//! The forms: which papers the school's plan gives (SPEC section 2), and what each asks before it is written.

use crate::clause;
use crate::domain::{ClauseId, LocalActKind, RecordKind};

/// A paper that is written from the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The order that approves the regulation (1.3).
    ApprovalOrder,
    /// The extract of the council's protocol (1.3).
    CouncilExtract,
    /// The order on the use of the platform (2.2/1).
    OrderOnUse,
    /// The order that appoints the administrator (2.1/0).
    AdministratorOrder,
    /// The directive on additional administrators (2.1/7).
    AdditionalDirective,
    /// The application for registration (2.1/1).
    RegistrationApplication,
    /// The card of the organisation's data (2.1/3).
    OrganisationCard,
    /// The list of pedagogues and the staff room (2.1/4).
    StaffList,
    /// The order on the list of classes (2.1/5).
    NomenclatureOrder,
    /// The order on class teachers (2.1/8).
    HomeroomOrder,
    /// The ledger of invite links (2.1/6).
    InviteLedger,
    /// The act on the revocation of unclaimed links (2.1/12).
    RevocationAct,
    /// The ledger of requests to join (2.1/9).
    RequestLedger,
    /// The register of confirmed statuses (2.1/10).
    StatusRegister,
    /// The book of movement (2.1/11).
    MovementBook,
    /// The extract of the movement of a person (2.1/11).
    MovementExtract,
    /// The list of chats and channels (2.4/3).
    ChatList,
    /// The list of activists (2.2/6).
    ActivistList,
    /// The plan of publications (2.1/13).
    PublicationPlan,
    /// The plan of broadcasts and meetings (2.1/14).
    EventPlan,
    /// The list of trainings attended (3.4).
    TrainingList,
    /// The ledger of requests for help (2.1/15).
    TicketLedger,
    /// A letter to the platform's support (2.1/16).
    VendorLetter,
    /// The report on statistics to the head (2.1/17).
    StatisticsReport,
    /// The act of a control check (2.2/7).
    ControlAct,
    /// A sheet to sign (1.1, 2.5/4).
    AcknowledgementSheet,
    /// A person's rights and duties (1.4).
    PersonalSheet,
    /// The sheets of rights and duties of all staff of a class or the school (1.4).
    StaffSheets,
    /// The memo for pedagogues (2.4).
    TeacherMemo,
    /// The memo for class teachers (2.3).
    ClassTeacherMemo,
    /// The memo for students (2.5).
    StudentMemo,
    /// The memo for representatives (2.7).
    ParentMemo,
    /// The memo on the security of one's profile (2.5/4).
    SecurityMemo,
    /// The cover sheet of an archived snapshot (1.7).
    ArchiveCover,
}

/// What a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// A person.
    Person(Whom),
    /// A class; the whole school where none is chosen.
    Class,
    /// A record of the plan; the latest where none is chosen.
    Record(RecordKind),
    /// The days from the first to the last; the school year where none are given.
    Period,
}

/// Of whom a person is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whom {
    /// A pedagogue.
    Pedagogue,
    /// A pedagogue, or all where nobody is chosen.
    AnyPedagogue,
    /// Anybody of the plan.
    Anybody,
}

/// Papers that belong together in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Orders and directives.
    Orders,
    /// Letters and applications.
    Letters,
    /// Ledgers and registers.
    Ledgers,
    /// Lists and plans.
    Lists,
    /// Reports and acts.
    Reports,
    /// Sheets and memos for participants.
    Memos,
    /// The archive.
    Archive,
}

impl Family {
    /// Every family.
    pub const ALL: [Self; 7] =
        [Self::Orders, Self::Letters, Self::Ledgers, Self::Lists, Self::Reports, Self::Memos, Self::Archive];
}

/// The forms with their keys in files and addresses, their families and clauses.
const TABLE: [(Form, &str, Family, ClauseId); 34] = [
    (Form::ApprovalOrder, "order-approval", Family::Orders, clause!("1.3")),
    (Form::CouncilExtract, "extract-council", Family::Orders, clause!("1.3")),
    (Form::OrderOnUse, "order-use", Family::Orders, clause!("2.2/1")),
    (Form::AdministratorOrder, "order-administrator", Family::Orders, clause!("2.1/0")),
    (Form::AdditionalDirective, "directive-additional", Family::Orders, clause!("2.1/7")),
    (Form::NomenclatureOrder, "order-nomenclature", Family::Orders, clause!("2.1/5")),
    (Form::HomeroomOrder, "order-homerooms", Family::Orders, clause!("2.1/8")),
    (Form::RegistrationApplication, "application", Family::Letters, clause!("2.1/1")),
    (Form::VendorLetter, "letter-vendor", Family::Letters, clause!("2.1/16")),
    (Form::OrganisationCard, "card-organisation", Family::Lists, clause!("2.1/3")),
    (Form::StaffList, "list-staff", Family::Lists, clause!("2.1/4")),
    (Form::ChatList, "list-chats", Family::Lists, clause!("2.4/3")),
    (Form::ActivistList, "list-activists", Family::Lists, clause!("2.2/6")),
    (Form::PublicationPlan, "plan-publications", Family::Lists, clause!("2.1/13")),
    (Form::EventPlan, "plan-events", Family::Lists, clause!("2.1/14")),
    (Form::TrainingList, "list-training", Family::Lists, clause!("3.4")),
    (Form::InviteLedger, "ledger-invites", Family::Ledgers, clause!("2.1/6")),
    (Form::RequestLedger, "ledger-requests", Family::Ledgers, clause!("2.1/9")),
    (Form::StatusRegister, "register-statuses", Family::Ledgers, clause!("2.1/10")),
    (Form::MovementBook, "book-movement", Family::Ledgers, clause!("2.1/11")),
    (Form::TicketLedger, "ledger-tickets", Family::Ledgers, clause!("2.1/15")),
    (Form::RevocationAct, "act-revocation", Family::Reports, clause!("2.1/12")),
    (Form::MovementExtract, "extract-movement", Family::Reports, clause!("2.1/11")),
    (Form::StatisticsReport, "report-statistics", Family::Reports, clause!("2.1/17")),
    (Form::ControlAct, "act-control", Family::Reports, clause!("2.2/7")),
    (Form::AcknowledgementSheet, "sheet-acknowledgement", Family::Memos, clause!("2.5/4")),
    (Form::PersonalSheet, "sheet-rights", Family::Memos, clause!("1.4")),
    (Form::StaffSheets, "sheets-staff", Family::Memos, clause!("1.4")),
    (Form::TeacherMemo, "memo-teacher", Family::Memos, clause!("2.4")),
    (Form::ClassTeacherMemo, "memo-class-teacher", Family::Memos, clause!("2.3")),
    (Form::StudentMemo, "memo-student", Family::Memos, clause!("2.5")),
    (Form::ParentMemo, "memo-parent", Family::Memos, clause!("2.7")),
    (Form::SecurityMemo, "memo-security", Family::Memos, clause!("2.5/4")),
    (Form::ArchiveCover, "cover-archive", Family::Archive, clause!("1.7")),
];

impl Form {
    /// Every form, family by family.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.0)
    }

    fn row(self) -> &'static (Self, &'static str, Family, ClauseId) {
        TABLE.iter().find(|row| row.0 == self).unwrap_or(&TABLE[0])
    }

    /// The word for the form in files and addresses: `order-administrator`.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.row().1
    }

    /// The form of a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.1 == key).map(|row| row.0)
    }

    /// The family it belongs to.
    #[must_use]
    pub fn family(self) -> Family {
        self.row().2
    }

    /// The clause it rests on.
    #[must_use]
    pub fn clause(self) -> ClauseId {
        self.row().3
    }

    /// What it asks before it is written.
    #[must_use]
    pub const fn asks(self) -> &'static [Ask] {
        match self {
            Self::ApprovalOrder | Self::CouncilExtract => &[Ask::Record(RecordKind::RegulationEdition)],
            Self::AdministratorOrder => &[Ask::Person(Whom::Pedagogue)],
            Self::RegistrationApplication => &[Ask::Record(RecordKind::RegistrationApplication)],
            Self::InviteLedger
            | Self::RequestLedger
            | Self::MovementBook
            | Self::PublicationPlan
            | Self::EventPlan
            | Self::TrainingList
            | Self::TicketLedger => &[Ask::Period],
            Self::RevocationAct => &[Ask::Record(RecordKind::LocalAct)],
            Self::MovementExtract | Self::PersonalSheet => &[Ask::Person(Whom::Anybody)],
            Self::ChatList | Self::StaffSheets | Self::StudentMemo | Self::ParentMemo | Self::SecurityMemo => {
                &[Ask::Class]
            }
            Self::VendorLetter => &[Ask::Record(RecordKind::VendorCase)],
            Self::StatisticsReport => &[Ask::Record(RecordKind::StatReport)],
            Self::ControlAct => &[Ask::Record(RecordKind::ControlCheck)],
            Self::AcknowledgementSheet => &[Ask::Record(RecordKind::AcknowledgementSheet)],
            Self::TeacherMemo | Self::ClassTeacherMemo => &[Ask::Person(Whom::AnyPedagogue)],
            Self::NomenclatureOrder => &[Ask::Record(RecordKind::Nomenclature)],
            Self::HomeroomOrder => &[Ask::Record(RecordKind::HomeroomDistribution)],
            Self::ArchiveCover => &[Ask::Record(RecordKind::SealedFile)],
            Self::OrderOnUse
            | Self::AdditionalDirective
            | Self::OrganisationCard
            | Self::StaffList
            | Self::StatusRegister
            | Self::ActivistList => &[],
        }
    }

    /// The kind of local act it becomes when it is registered; none for papers that are no acts.
    #[must_use]
    pub const fn act(self) -> Option<LocalActKind> {
        match self {
            Self::ApprovalOrder
            | Self::OrderOnUse
            | Self::AdministratorOrder
            | Self::NomenclatureOrder
            | Self::HomeroomOrder => Some(LocalActKind::Order),
            Self::AdditionalDirective => Some(LocalActKind::Directive),
            Self::ControlAct => Some(LocalActKind::Act),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Form;

    #[test]
    fn every_form_has_a_key_of_its_own() {
        let keys: BTreeSet<&str> = Form::all().map(Form::key).collect();
        assert_eq!(keys.len(), Form::all().count());
        for form in Form::all() {
            assert_eq!(Form::of_key(form.key()), Some(form));
        }
        assert_eq!(Form::of_key("order-nothing"), None);
    }
}
