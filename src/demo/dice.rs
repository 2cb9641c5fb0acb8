//! `SplitMix64` (Steele, Lea, Flood 2014): a sequence of numbers that a seed decides, equal on every machine.

/// Decides what the tables leave open.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Begins the sequence of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; zero where `end` is zero.
    pub fn below(&mut self, end: usize) -> usize {
        // The high half of the product: the same on 32 and 64 bits.
        let product = u128::from(self.next()) * (end as u128);
        usize::try_from(product >> 64).unwrap_or_default()
    }

    /// Whether something happens that happens `percent` times of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the items; none of an empty list.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len())).copied()
    }

    /// Puts the items in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, self.below(end + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn reference_sequence() {
        // The values that the reference implementation gives for the seed 1234567.
        let mut dice = Dice::new(1_234_567);
        let values = [dice.next(), dice.next(), dice.next()];
        assert_eq!(values, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn numbers_stay_below_their_end() {
        let mut dice = Dice::new(44);
        let mut seen = [0; 7];
        (0..700).for_each(|_| seen[dice.below(7)] += 1);
        assert!(seen.iter().all(|count| (60..140).contains(count)), "{seen:?}");
        assert_eq!(dice.below(0), 0);
    }
}
