//! How large the demo school is (SPEC sections 11 and 12).

use serde::{Deserialize, Serialize};

/// The three sizes of the demo school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Scale {
    /// 775 students in 31 classes, 62 staff: the school of the regulation.
    Gymnasium,
    /// 3,600 students in 140 classes: several buildings under one head.
    Complex,
    /// 6,800 students in 227 classes: the largest schools there are.
    Giant,
}

impl Scale {
    /// Every scale, the smallest first.
    pub const ALL: [Self; 3] = [Self::Gymnasium, Self::Complex, Self::Giant];

    pub(super) fn size(self) -> Size {
        match self {
            Self::Gymnasium => Size {
                parallel: [3, 3, 2],
                per_class: [27, 25, 19],
                students: 775,
                deputies: 5,
                teachers: 46,
                educators: 5,
                specialists: 3,
                non_teaching: 2,
                activities: 48,
                staff_parents: 11,
            },
            Self::Complex => Size {
                parallel: [14, 14, 7],
                per_class: [27, 26, 19],
                students: 3_600,
                deputies: 12,
                teachers: 200,
                educators: 18,
                specialists: 12,
                non_teaching: 67,
                activities: 210,
                staff_parents: 50,
            },
            Self::Giant => Size {
                parallel: [23, 23, 10],
                per_class: [31, 30, 24],
                students: 6_800,
                deputies: 18,
                teachers: 345,
                educators: 33,
                specialists: 22,
                non_teaching: 101,
                activities: 350,
                staff_parents: 95,
            },
        }
    }
}

/// The numbers behind a scale.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Classes of a grade: in 1–4, in 5–9, in 10–11.
    parallel: [usize; 3],
    /// Students of a class on the same levels; `students` decides where this falls short.
    per_class: [usize; 3],
    /// Students in all.
    pub students: usize,
    /// Deputies of the head.
    pub deputies: usize,
    /// Teachers, one for each class of 1–4 among them.
    pub teachers: usize,
    /// Educators of extra education.
    pub educators: usize,
    /// Psychologists, social pedagogues, speech therapists.
    pub specialists: usize,
    /// Staff outside the categories.
    pub non_teaching: usize,
    /// Extracurricular groups.
    pub activities: usize,
    /// Staff whose children study here.
    pub staff_parents: usize,
}

impl Size {
    /// How many classes a grade has.
    pub fn classes_of(&self, grade: u8) -> usize {
        let [primary, middle, senior] = self.parallel;
        by_level(grade, primary, middle, senior)
    }

    /// How many students each class gets, in the order of classes.
    pub fn class_sizes(&self) -> Vec<usize> {
        let [primary, middle, senior] = self.per_class;
        let grades = (1..=11).flat_map(|grade| std::iter::repeat_n(grade, self.classes_of(grade)));
        let mut sizes: Vec<usize> = grades.map(|grade| by_level(grade, primary, middle, senior)).collect();
        let placed: usize = sizes.iter().sum();
        sizes.iter_mut().take(self.students.saturating_sub(placed)).for_each(|size| *size += 1);
        sizes
    }

    /// Teachers of classes 1–4.
    pub fn primary_teachers(&self) -> usize {
        self.classes_of(1) * 4
    }

    /// Parents after siblings are merged: 1.46 a student.
    pub fn parents(&self) -> usize {
        self.students * 146 / 100 - 1
    }

    /// Whether the school is larger than the gymnasium: it teaches more subjects.
    pub fn is_large(&self) -> bool {
        self.students > 1_000
    }
}

/// One of three values by the level of general education: 1–4, 5–9, 10–11.
pub fn by_level<T>(grade: u8, primary: T, middle: T, senior: T) -> T {
    match grade {
        ..=4 => primary,
        5..=9 => middle,
        _ => senior,
    }
}
