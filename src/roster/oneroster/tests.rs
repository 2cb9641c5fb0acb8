//! Archives of both versions, and of Microsoft's dialect, in a few lines each.

use super::*;
use crate::roster::library_decoder::LibraryDecoder;
use std::io::Write;

/// Packs files into an archive.
fn pack(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[track_caller]
fn check(files: &[(&str, &str)], expected: Result<&[(ListKind, usize)], Unreadable>) -> Option<ReadFile> {
    let file = read("oneroster.zip", &pack(files), &LibraryDecoder);
    let kinds = file
        .as_ref()
        .map(|file| file.lists.iter().map(|list| (list.layout.kind.unwrap(), list.rows.len())).collect::<Vec<_>>());
    assert_eq!(kinds.map_err(Clone::clone), expected.map(<[_]>::to_vec));
    file.ok()
}

const CLASSES: (&str, &str) = (
    "classes.csv",
    "sourcedId,status,title,classCode,classType,courseSourcedId,subjects\nk1,,7A,7A,homeroom,,\nk2,,Алгебра 7А,,scheduled,c1,Алгебра\n",
);
const ENROLLMENTS: (&str, &str) = (
    "enrollments.csv",
    "sourcedId,classSourcedId,userSourcedId,role,primary\ne1,k1,s1,student,\ne2,k1,t1,teacher,true\ne3,k2,t1,teacher,true\n",
);

#[test]
fn version_1_1_has_roles_among_the_users() {
    let users = "sourcedId,status,role,givenName,familyName,middleName,agentSourcedIds,password\n\
                 s1,,student,Ева,Ким,,p1,x\np1,,guardian,Анна,Ким,Львовна,,\nt1,,teacher,Нина,Орлова,Андреевна,,\n\
                 s2,tobedeleted,student,Лев,Ким,,,\n";
    let expected = [(ListKind::Staff, 1), (ListKind::Parents, 1), (ListKind::Students, 1), (ListKind::Load, 1)];
    let file = check(&[("users.csv", users), CLASSES, ENROLLMENTS], Ok(&expected)).unwrap();
    assert!(matches!(file.problems.as_slice(), [Problem { kind: ProblemKind::LeftSchool { .. }, .. }]));
    let Some(Rows::Load(load)) = file.lists.last().map(|list| &list.rows) else { panic!("load is there") };
    assert_eq!((load[0].class.to_string(), load[0].teacher.as_str()), ("7А".to_owned(), "Орлова Нина Андреевна"));
}

#[test]
fn relationships_have_a_file_of_their_own_in_sds() {
    let users = "sourcedId,username,givenName,familyName,password\ns1,,Ева,Ким,x\np1,,Анна,Ким,\n";
    let roles = "userSourcedId,orgSourcedId,role\ns1,o1,student\np1,o1,guardian\n";
    let classes = "sourcedId,orgSourcedId,title\nk1,o1,7А\n";
    let enrollments = "classSourcedId,userSourcedId,role\nk1,s1,student\n";
    let relationships = "userSourcedId,relationshipUserSourcedId,relationshipRole\ns1,p1,guardian\n";
    let files = [
        ("users.csv", users),
        ("roles.csv", roles),
        ("classes.csv", classes),
        ("enrollments.csv", enrollments),
        ("relationships.csv", relationships),
    ];
    check(&files, Ok(&[(ListKind::Parents, 1), (ListKind::Students, 1)]));
}

#[test]
fn a_missing_file_is_named() {
    let missing = Unreadable::MissingEntry { file: "enrollments.csv".to_owned() };
    check(&[("users.csv", "sourcedId\n"), CLASSES], Err(missing));
}
