-- Times are milliseconds since 1970, UTC. Texts that were not asked for or not given are empty.

-- Each person who signed a petition, once.
CREATE TABLE signatures (
  id INTEGER PRIMARY KEY,
  petition TEXT NOT NULL,
  submission_id TEXT NOT NULL,      -- of the request that brought it
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  email_address TEXT NOT NULL,
  country TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  comment TEXT NOT NULL,
  consent_sign TEXT NOT NULL,       -- given
  consent_sign_text TEXT NOT NULL,  -- the hash of the statement agreed to
  consent_sign_at INTEGER NOT NULL, -- by the signer's clock; 0 unless it was sent
  consent_updates TEXT NOT NULL,    -- given, refused, or empty: not asked
  consent_updates_text TEXT NOT NULL,
  consent_updates_at INTEGER NOT NULL,
  language TEXT NOT NULL,           -- in which it was signed
  document_version TEXT NOT NULL,
  box_version TEXT NOT NULL,        -- empty: signed without script
  received_at INTEGER NOT NULL      -- by this machine's clock
) STRICT;

-- An e-mail address counts once for a petition, in whatever case it is written.
CREATE UNIQUE INDEX signers ON signatures (petition, lower(email_address))
  WHERE email_address <> '';

-- Each request that was answered "signed", those of people who had signed before included.
CREATE TABLE submissions (
  submission_id TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,        -- SHA-256 of what the signer decided
  answered_count INTEGER NOT NULL,
  received_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Each statement beside a consent that a petition has shown.
CREATE TABLE statements (
  hash TEXT NOT NULL,               -- SHA-256 of the text, UTF-8
  petition TEXT NOT NULL,
  document_version TEXT NOT NULL,
  purpose TEXT NOT NULL,            -- consent_sign or consent_updates
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (hash, petition, document_version, purpose)
) STRICT, WITHOUT ROWID;
