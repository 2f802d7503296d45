-- Every submission is kept as evidence, and each person is counted once. The functions keyed,
-- address_of and name_of are the program's own: what they give cannot be found out by guessing
-- without the secret key, which lies apart from this file.
-- Times are milliseconds since 1970, UTC. Texts that were not asked for or not given are empty.

ALTER TABLE signatures RENAME TO old_signatures;
ALTER TABLE submissions RENAME TO old_submissions;
ALTER TABLE statements RENAME TO old_statements;

CREATE TABLE migrations (
  version INTEGER PRIMARY KEY,
  applied_at INTEGER NOT NULL
) STRICT;

-- What the secret key makes of a fixed text: whether the key at hand is that of this file.
CREATE TABLE key_check (
  value BLOB NOT NULL
) STRICT;

-- Changed whenever somebody asks whether the file can be written.
CREATE TABLE health (
  tries INTEGER NOT NULL
) STRICT;

INSERT INTO health VALUES (0);

-- Everything that was received and answered, in the order in which it came.
CREATE TABLE submissions (
  id TEXT NOT NULL PRIMARY KEY,
  petition TEXT NOT NULL,
  content_key BLOB NOT NULL,        -- keyed: of what the signer decided
  address_key BLOB NOT NULL,        -- keyed: of the e-mail address; empty where there is none
  received_at INTEGER NOT NULL,     -- by this machine's clock
  state TEXT NOT NULL,              -- counted, uncounted: a third name at one address, withdrawn
  language TEXT NOT NULL,           -- in which it was signed
  document_version TEXT NOT NULL,
  document_hash TEXT NOT NULL,      -- of the text of that version that was served; empty: unknown
  box_version TEXT NOT NULL,        -- empty: signed without script
  source TEXT NOT NULL,
  answers TEXT NOT NULL             -- JSON, an object from the name of a field to its text
) STRICT;

CREATE INDEX submissions_by_address ON submissions (petition, address_key);

-- Each answer to a consent, as it was given. It is never changed.
CREATE TABLE consents (
  submission_id TEXT NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  name TEXT NOT NULL,               -- sign, updates
  how TEXT NOT NULL,                -- box: a box beside the statement
  purpose TEXT NOT NULL,
  by TEXT NOT NULL,                 -- whose it is; empty: the controller's
  answer TEXT NOT NULL,             -- given, refused
  text_hash TEXT NOT NULL,          -- of the statement, in statements
  at INTEGER NOT NULL,              -- by the signer's clock; 0 unless it was sent
  PRIMARY KEY (submission_id, name, how)
) STRICT, WITHOUT ROWID;

-- Each person who is counted, once, with the submission that counts.
CREATE TABLE people (
  petition TEXT NOT NULL,
  address_key BLOB NOT NULL,
  name_key BLOB NOT NULL,           -- keyed: of the name; of the submission where no address is
  submission_id TEXT NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  PRIMARY KEY (petition, address_key, name_key)
) STRICT, WITHOUT ROWID;

-- Each statement beside a consent that a petition has shown.
CREATE TABLE statements (
  hash TEXT NOT NULL,               -- SHA-256 of the text, UTF-8
  petition TEXT NOT NULL,
  document_version TEXT NOT NULL,
  consent TEXT NOT NULL,            -- sign, updates
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (hash, petition, document_version, consent)
) STRICT, WITHOUT ROWID;

-- Each text that a petition has had, whatever its version was called.
CREATE TABLE documents (
  petition TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,               -- SHA-256 of the text
  text TEXT NOT NULL,               -- the document, JSON
  served_from INTEGER NOT NULL,
  PRIMARY KEY (petition, version, hash)
) STRICT, WITHOUT ROWID;

INSERT INTO submissions
SELECT s.submission_id, s.petition, keyed('content', o.fingerprint),
  keyed('address', address_of(s.email_address)), s.received_at, 'counted', s.language,
  s.document_version, '', s.box_version, '',
  answers_of(s.given_name, s.family_name, s.email_address, s.country, s.postal_code, s.comment)
FROM old_signatures s JOIN old_submissions o ON o.submission_id = s.submission_id
ORDER BY s.id;

-- Of these nothing but the id was kept: they were not counted, and are answered again when they
-- are sent again.
INSERT INTO submissions
SELECT o.submission_id, '', keyed('content', o.fingerprint), x'', o.received_at, 'uncounted', '',
  '', '', '', '', '{}'
FROM old_submissions o
WHERE NOT EXISTS (SELECT 1 FROM submissions n WHERE n.id = o.submission_id);

INSERT INTO consents
SELECT submission_id, 'sign', 'box', 'sign', '', consent_sign, consent_sign_text, consent_sign_at
FROM old_signatures;

INSERT INTO consents
SELECT submission_id, 'updates', 'box', 'updates', '', consent_updates, consent_updates_text,
  consent_updates_at
FROM old_signatures WHERE consent_updates <> '';

INSERT INTO people
SELECT petition, keyed('address', address_of(email_address)),
  CASE email_address WHEN '' THEN keyed('submission', submission_id)
    ELSE keyed('name', name_of(given_name, family_name)) END,
  submission_id
FROM old_signatures;

INSERT INTO statements
SELECT hash, petition, document_version, replace(purpose, 'consent_', ''), language, text
FROM old_statements;

DROP TABLE old_signatures;
DROP TABLE old_submissions;
DROP TABLE old_statements;

-- What an operator reads: one line for each person who is counted. Nothing said in the name of an
-- address that is not confirmed is final, so a refusal of news that came from it wins over a yes.
CREATE VIEW signatures AS
SELECT
  s.petition,
  s.id AS submission_id,
  strftime('%Y-%m-%dT%H:%M:%fZ', s.received_at / 1000.0, 'unixepoch') AS received_at,
  coalesce(s.answers ->> 'given_name', '') AS given_name,
  coalesce(s.answers ->> 'family_name', '') AS family_name,
  coalesce(s.answers ->> 'email_address', '') AS email_address,
  coalesce(s.answers ->> 'country', '') AS country,
  coalesce(s.answers ->> 'postal_code', '') AS postal_code,
  coalesce(s.answers ->> 'comment', '') AS comment,
  sign.answer AS consent_sign,
  sign.text_hash AS consent_sign_text,
  iif(sign.at = 0, '', strftime('%Y-%m-%dT%H:%M:%fZ', sign.at / 1000.0, 'unixepoch'))
    AS consent_sign_at,
  CASE WHEN s.address_key <> x'' AND EXISTS (
      SELECT 1
      FROM submissions o JOIN consents c ON c.submission_id = o.id AND c.name = 'updates'
      WHERE o.petition = s.petition AND o.address_key = s.address_key AND c.answer = 'refused')
    THEN 'refused' ELSE coalesce(updates.answer, '') END AS consent_updates,
  coalesce(updates.text_hash, '') AS consent_updates_text,
  iif(coalesce(updates.at, 0) = 0, '',
    strftime('%Y-%m-%dT%H:%M:%fZ', updates.at / 1000.0, 'unixepoch')) AS consent_updates_at,
  s.language,
  s.document_version,
  s.box_version
FROM people p
JOIN submissions s ON s.id = p.submission_id AND s.state = 'counted'
JOIN consents sign ON sign.submission_id = s.id AND sign.name = 'sign'
LEFT JOIN consents updates ON updates.submission_id = s.id AND updates.name = 'updates'
ORDER BY s.received_at, s.rowid;
