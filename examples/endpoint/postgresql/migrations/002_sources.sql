-- The campaign's word for the way on which each person came is kept from now on, and read last.
CREATE OR REPLACE VIEW signatures AS
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
  s.box_version,
  s.source
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
