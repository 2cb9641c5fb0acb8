use super::super::testing::Lcg;
use super::*;

/// Cheap enough for a test; below what a stored record may ask for.
const CHEAP: Cost = Cost { memory: 32, passes: 1 };

fn key() -> Key {
    Key::new([9; 32])
}

fn lock() -> Lock {
    let wrap = |by, salt: u8| {
        let derived = CHEAP.derive("Летние каникулы", &[salt; SALT]).unwrap();
        Wrap::new(by, &key(), &derived, [salt; SALT], [salt; NONCE])
    };
    Lock::new(Cost::USUAL, 10, wrap(By::Passphrase, 1), wrap(By::Code, 2))
}

#[test]
fn the_record_comes_back() {
    assert_eq!(Lock::parse(&lock().text()), Ok(lock()));
    let next = lock().after(30);
    assert_eq!((next.changed, next.minutes), (1, 30));
    assert_eq!(Lock::parse(&next.text()), Ok(next));
}

#[test]
fn every_changed_character_of_the_record_is_noticed() {
    let text = lock().text();
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
        assert!(Lock::parse(&String::from_utf8(bytes).unwrap()).is_err(), "{at}");
        assert!(Lock::parse(&text[..at]).is_err(), "{at}");
    }
}

#[test]
fn a_secret_opens_its_own_way_only() {
    let derived = |secret, salt: u8| CHEAP.derive(secret, &[salt; SALT]).unwrap();
    assert_eq!(lock().open(By::Passphrase, &derived("Летние каникулы", 1)), Some(key()));
    assert_eq!(lock().open(By::Passphrase, &derived("летние каникулы", 1)), None);
    assert_eq!(lock().open(By::Code, &derived("Летние каникулы", 1)), None);
    assert_eq!(lock().open(By::Code, &derived("Летние каникулы", 2)), Some(key()));
    assert_eq!(lock().salt(By::Code), [2; SALT]);
}

#[track_caller]
fn check_cost(memory: u32, passes: u32, expected: Result<(), Unreadable>) {
    assert_eq!(Cost::new(memory, passes).map(drop), expected);
    // The same through a stored record.
    let (usual_memory, usual_passes) = Cost::USUAL.parts();
    let header = lock().text().rsplit_once(' ').unwrap().0.to_owned();
    let header = header.replace(&format!(" {usual_memory} {usual_passes} "), &format!(" {memory} {passes} "));
    assert_eq!(Lock::parse(&sealed(&header).0).map(drop), expected);
}

#[test]
fn a_record_neither_takes_the_memory_nor_makes_guessing_cheap() {
    check_cost(19 * 1024, 2, Ok(()));
    check_cost(256 * 1024, 16, Ok(()));
    check_cost(4 << 20, 2, Err(Unreadable::TooLarge));
    check_cost(u32::MAX, 2, Err(Unreadable::TooLarge));
    check_cost(19 * 1024, u32::MAX, Err(Unreadable::TooLarge));
    check_cost(19 * 1024 - 1, 2, Err(Unreadable::Field));
    check_cost(19 * 1024, 1, Err(Unreadable::Field));
}

#[test]
fn a_code_is_thirty_digits_in_groups() {
    let mut lcg = Lcg(3);
    let code = code(|| std::array::from_fn(|_| u8::try_from(lcg.next() % 256).unwrap()));
    assert_eq!(code.len(), CODE_DIGITS);
    let shown = grouped(&code);
    assert_eq!(shown.split(' ').map(str::len).collect::<Vec<_>>(), [5; 6]);
    assert_eq!(digits(&format!("  {} ", shown.replace(' ', "-"))), code);
}

#[test]
fn no_digit_of_a_code_is_likelier() {
    let mut bytes = (0..=255_u8).cycle();
    let mut counts = [0; 10];
    for _ in 0..100 {
        for digit in code(|| std::array::from_fn(|_| bytes.next().unwrap())).bytes() {
            counts[usize::from(digit - b'0')] += 1;
        }
    }
    assert!(counts.iter().all(|count| (200..=400).contains(count)), "{counts:?}");
    assert_eq!(code(|| [255; 32]), "");
}

#[test]
fn a_key_is_not_shown() {
    assert_eq!(format!("{:?}", key()), "Key");
}
