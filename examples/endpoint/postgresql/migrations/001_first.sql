-- What each table is for, and what the states and answers mean, stands in sqlite/migrations: the
-- columns have the same names there. Times are milliseconds since 1970, UTC.
-- Only what CockroachDB, YugabyteDB and Citus have as well is used. For Citus the petition, by which
-- rows are distributed, is in every unique key.
-- There are no references: a server plans how to check one when the tables are empty, and looks at
-- every submission of a petition for each that comes, until it plans anew. What belongs to a
-- submission that was erased is erased when the people are counted again (recount.cpp).

CREATE TABLE key_check (
  one INTEGER NOT NULL PRIMARY KEY,  -- 1: there is one row
  value BYTEA NOT NULL
);

CREATE TABLE submissions (
  id UUID NOT NULL,
  petition TEXT NOT NULL,
  content_key BYTEA NOT NULL,
  address_key BYTEA NOT NULL,
  received_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  language TEXT NOT NULL,
  document_version TEXT NOT NULL,
  document_hash TEXT NOT NULL,
  box_version TEXT NOT NULL,
  source TEXT NOT NULL,
  answers JSON NOT NULL,
  PRIMARY KEY (id, petition)
);

CREATE INDEX submissions_by_address ON submissions (petition, address_key);

CREATE TABLE consents (
  petition TEXT NOT NULL,
  submission_id UUID NOT NULL,
  name TEXT NOT NULL,
  how TEXT NOT NULL,
  purpose TEXT NOT NULL,
  by TEXT NOT NULL,
  answer TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (submission_id, petition, name, how)
);

-- Several replicas may count people at one address at one moment, each without seeing the others:
-- the places there are numbered, so that the third finds none.
CREATE TABLE people (
  petition TEXT NOT NULL,
  person_key BYTEA NOT NULL,
  address_key BYTEA NOT NULL,        -- that of the person where there is no address
  place SMALLINT NOT NULL,           -- 1, 2
  submission_id UUID NOT NULL,
  PRIMARY KEY (petition, person_key),
  UNIQUE (petition, address_key, place)
);

CREATE TABLE statements (
  petition TEXT NOT NULL,
  document_version TEXT NOT NULL,
  consent TEXT NOT NULL,
  hash TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (petition, hash, document_version, consent)
);

CREATE TABLE documents (
  petition TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  text TEXT NOT NULL,
  served_from BIGINT NOT NULL,
  PRIMARY KEY (petition, version, hash)
);

-- How many people each replica has counted: the number of a petition is the sum of its rows. One
-- row for all would have every replica wait for every other.
CREATE TABLE tallies (
  petition TEXT NOT NULL,
  replica TEXT NOT NULL,
  people BIGINT NOT NULL,
  written_at BIGINT NOT NULL,
  PRIMARY KEY (petition, replica)
);

-- When the people themselves are to be counted again, by which replica soever.
CREATE TABLE recounts (
  one INTEGER NOT NULL PRIMARY KEY,  -- 1: there is one row
  next_at BIGINT NOT NULL
);

INSERT INTO recounts (one, next_at) VALUES (1, 0);

-- What an operator reads, as in sqlite/migrations.
CREATE VIEW signatures AS
SELECT
  s.petition,
  s.id AS submission_id,
  to_char(to_timestamp(s.received_at / 1000.0) AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS received_at,
  coalesce(s.answers ->> 'given_name', '') AS given_name,
  coalesce(s.answers ->> 'family_name', '') AS family_name,
  coalesce(s.answers ->> 'email_address', '') AS email_address,
  coalesce(s.answers ->> 'country', '') AS country,
  coalesce(s.answers ->> 'postal_code', '') AS postal_code,
  coalesce(s.answers ->> 'comment', '') AS comment,
  s.answers,
  sign.answer AS consent_sign,
  sign.text_hash AS consent_sign_text,
  CASE sign.at WHEN 0 THEN '' ELSE to_char(to_timestamp(sign.at / 1000.0) AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END AS consent_sign_at,
  CASE WHEN s.address_key <> '' AND EXISTS (
      SELECT 1
      FROM submissions o JOIN consents c ON c.submission_id = o.id AND c.petition = o.petition
        AND c.name = 'updates'
      WHERE o.petition = s.petition AND o.address_key = s.address_key AND c.answer = 'refused')
    THEN 'refused' ELSE coalesce(updates.answer, '') END AS consent_updates,
  coalesce(updates.text_hash, '') AS consent_updates_text,
  CASE coalesce(updates.at, 0) WHEN 0 THEN '' ELSE
    to_char(to_timestamp(updates.at / 1000.0) AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END AS consent_updates_at,
  (SELECT json_object_agg(c.name, CASE WHEN s.address_key <> '' AND EXISTS (
        SELECT 1
        FROM submissions o JOIN consents r ON r.submission_id = o.id AND r.petition = o.petition
          AND r.name = c.name
        WHERE o.petition = s.petition AND o.address_key = s.address_key AND r.answer = 'refused')
      THEN 'refused' ELSE c.answer END ORDER BY c.name)
    FROM consents c
    WHERE c.submission_id = s.id AND c.petition = s.petition AND c.how = (
      SELECT b.how FROM consents b
      WHERE b.submission_id = s.id AND b.petition = s.petition AND b.name = c.name
      ORDER BY b.answer = 'none', b.answer = 'given', b.at DESC LIMIT 1)) AS consents,
  s.language,
  s.document_version,
  s.box_version
FROM people p
JOIN submissions s ON s.id = p.submission_id AND s.petition = p.petition AND s.state = 'counted'
JOIN consents sign ON sign.submission_id = s.id AND sign.petition = s.petition
  AND sign.name = 'sign'
LEFT JOIN consents updates ON updates.submission_id = s.id AND updates.petition = s.petition
  AND updates.name = 'updates' AND updates.how = (
    SELECT b.how FROM consents b
    WHERE b.submission_id = s.id AND b.petition = s.petition AND b.name = 'updates'
    ORDER BY b.answer = 'none', b.answer = 'given', b.at DESC LIMIT 1)
ORDER BY s.received_at, s.id;
