//! A place keeps texts under keys. Not here: what the texts mean.

/// Keeps texts under keys. One acceptance suite ([`super::acceptance`]) holds for every implementation.
///
/// Reads and writes are the application's own keys only ([`super::key::OURS`]). Futures need not be `Send`: a tab is
/// one thread.
#[allow(async_fn_in_trait, reason = "a tab is one thread: no Send bound is wanted")]
pub trait Store {
    /// Gives the text under `key`.
    async fn get(&self, key: &str) -> Result<Option<String>, PlaceError>;

    /// Lists our keys, in order.
    async fn keys(&self) -> Result<Vec<String>, PlaceError>;

    /// Does the writes in order if every expectation holds; else changes nothing and says [`PlaceError::Changed`].
    ///
    /// Expectations and writes are one step towards other tabs: IndexedDB does the batch in one transaction,
    /// localStorage within one task. A failure may leave a part of the writes done, so the protocol never relies on
    /// all or nothing.
    async fn write(&self, batch: &Batch) -> Result<(), PlaceError>;

    /// Reads everything of ours, in the order of the keys.
    async fn entries(&self) -> Result<Vec<(String, String)>, PlaceError> {
        let mut entries = Vec::new();
        for key in self.keys().await? {
            if let Some(value) = self.get(&key).await? {
                entries.push((key, value));
            }
        }
        Ok(entries)
    }
}

impl<S: Store> Store for &S {
    async fn get(&self, key: &str) -> Result<Option<String>, PlaceError> {
        (**self).get(key).await
    }
    async fn keys(&self) -> Result<Vec<String>, PlaceError> {
        (**self).keys().await
    }
    async fn write(&self, batch: &Batch) -> Result<(), PlaceError> {
        (**self).write(batch).await
    }
    async fn entries(&self) -> Result<Vec<(String, String)>, PlaceError> {
        (**self).entries().await
    }
}

/// Writes that happen only if the place still is what the writer has seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// What must be under these keys before anything is written; `None` = nothing.
    pub expected: Vec<(String, Option<String>)>,
    /// What is written, in this order; `None` = removed.
    pub writes: Vec<(String, Option<String>)>,
}

impl Batch {
    /// Starts an empty batch.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the expectation that `key` holds `value`.
    #[must_use]
    pub fn expect(mut self, key: impl Into<String>, value: Option<&str>) -> Self {
        self.expected.push((key.into(), value.map(ToOwned::to_owned)));
        self
    }

    /// Adds a write.
    #[must_use]
    pub fn put(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.writes.push((key.into(), Some(value.into())));
        self
    }

    /// Adds a removal.
    #[must_use]
    pub fn remove(mut self, key: impl Into<String>) -> Self {
        self.writes.push((key.into(), None));
        self
    }
}

/// Tells why a place did not do what was asked. Every one of them is a failure to save.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The quota is used up.
    #[error("the storage is full")]
    Full,
    /// The browser does not let this page use the storage.
    #[error("the storage is blocked")]
    Blocked,
    /// Somebody else wrote in between: an expectation did not hold.
    #[error("the storage was changed by somebody else")]
    Changed,
    /// The place said it had stored the text, but reading back gave another.
    #[error("what was stored cannot be read back")]
    Lost,
    /// The connection is gone: another tab upgrades or deletes the database.
    #[error("the storage was closed")]
    Closed,
    /// Anything else that was thrown.
    #[error("the storage failed: {0}")]
    Other(String),
}

/// What a browser threw, taken apart without trust in its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thrown {
    /// `error.name`, empty where it has none.
    pub name: String,
    /// `error.code`, 0 where it has none.
    pub code: u32,
    /// `error.message`, or the thrown value as text.
    pub message: String,
}

impl From<Thrown> for PlaceError {
    /// Sorts by name and by the legacy codes (22 is the standard's, 1014 is Gecko's); the unknown is a failure too.
    fn from(thrown: Thrown) -> Self {
        match (thrown.name.as_str(), thrown.code) {
            ("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR", _) | (_, 22 | 1014) => {
                Self::Full
            }
            ("SecurityError" | "NotAllowedError", _) | (_, 18) => Self::Blocked,
            ("InvalidStateError", _) | (_, 11) => Self::Closed,
            (name, _) => Self::Other(format!("{name} {}", thrown.message).trim().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PlaceError, Thrown};

    #[track_caller]
    fn check(name: &str, code: u32, message: &str, expected: &PlaceError) {
        let thrown = Thrown { name: name.to_owned(), code, message: message.to_owned() };
        assert_eq!(&PlaceError::from(thrown), expected);
    }

    #[test]
    fn every_thrown_thing_is_a_failure() {
        check("QuotaExceededError", 22, "exceeded", &PlaceError::Full);
        check("QuotaExceededError", 0, "", &PlaceError::Full);
        check("NS_ERROR_DOM_QUOTA_REACHED", 1014, "", &PlaceError::Full);
        check("QUOTA_EXCEEDED_ERR", 22, "", &PlaceError::Full);
        check("Error", 1014, "", &PlaceError::Full);
        check("SecurityError", 18, "denied", &PlaceError::Blocked);
        check("InvalidStateError", 11, "", &PlaceError::Closed);
        check("", 0, "null", &PlaceError::Other("null".to_owned()));
        check("", 0, "a text was thrown", &PlaceError::Other("a text was thrown".to_owned()));
        check("UnknownError", 0, "disk", &PlaceError::Other("UnknownError disk".to_owned()));
    }
}
