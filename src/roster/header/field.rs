//! The fields that columns are matched with.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// What a column holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Field {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl Field {
            /// Every field, in the order in which a person chooses among them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word for the field in saved profiles.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

fields! {
    /// Family name, given name and patronymic in one cell.
    FullName = "fullName",
    /// Family name.
    LastName = "lastName",
    /// Given name.
    FirstName = "firstName",
    /// Patronymic.
    MiddleName = "middleName",
    /// The class.
    Class = "class",
    /// The grade, where the letter stands apart.
    Grade = "grade",
    /// The letter of the class.
    Letter = "letter",
    /// Birth date.
    BirthDate = "birthDate",
    /// Gender.
    Gender = "gender",
    /// Number of the personal file.
    FileNumber = "personalFileNo",
    /// Letter of the personal file, where it stands apart.
    FileLetter = "personalFileLetter",
    /// Phone.
    Phone = "phone",
    /// E-mail.
    Email = "email",
    /// Whether the person is still here.
    Status = "status",
    /// Post, role or category of staff.
    Position = "position",
    /// The class that a staff member leads.
    HomeroomOf = "homeroomOf",
    /// Day of employment.
    HireDate = "hireDate",
    /// A representative of the student.
    Parent = "parent",
    /// The representative's phone.
    ParentPhone = "parentPhone",
    /// The representative's e-mail.
    ParentEmail = "parentEmail",
    /// A second representative.
    SecondParent = "secondParent",
    /// The second representative's phone.
    SecondParentPhone = "secondParentPhone",
    /// The second representative's e-mail.
    SecondParentEmail = "secondParentEmail",
    /// The mother.
    Mother = "mother",
    /// The mother's phone.
    MotherPhone = "motherPhone",
    /// The mother's e-mail.
    MotherEmail = "motherEmail",
    /// The father.
    Father = "father",
    /// The father's phone.
    FatherPhone = "fatherPhone",
    /// The father's e-mail.
    FatherEmail = "fatherEmail",
    /// The relation of a representative to the child.
    Kinship = "kinship",
    /// The child, in a list of parents.
    Child = "child",
    /// The subject.
    Subject = "subject",
    /// The teacher of a load row.
    Teacher = "teacher",
    /// Hours a week.
    Hours = "hours",
    /// The subgroup.
    Group = "group",
    /// The name of an activity.
    Title = "title",
    /// Who leads an activity.
    Leader = "leader",
    /// The classes of an activity.
    Classes = "classes",
    /// The platform's number of a chat member.
    MemberId = "memberId",
    /// The roles of a chat member.
    MemberRoles = "memberRoles",
    /// The schools of a chat member.
    MemberSchools = "memberSchools",
    /// The number of the row.
    RowNumber = "rowNumber",
    /// Anything that the plan has no place for: address, note.
    Other = "other",
    /// Insurance number: never kept.
    Snils = "snils",
    /// Tax number: never kept.
    Inn = "inn",
    /// Identity document: never kept.
    Passport = "passport",
    /// Account name: never kept.
    Login = "login",
    /// Password: never kept.
    Password = "password",
    /// Health: never kept.
    Health = "health",
}

impl Field {
    /// The field of a word in a saved profile.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.code() == code)
    }

    /// Whether the field is recognized only to be dropped (SPEC section 8: data minimisation, 152-ФЗ).
    #[must_use]
    pub const fn is_dropped(self) -> bool {
        matches!(self, Self::Snils | Self::Inn | Self::Passport | Self::Login | Self::Password | Self::Health)
    }
}
