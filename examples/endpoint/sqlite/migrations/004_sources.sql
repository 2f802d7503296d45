-- The campaign's word for the way on which each person came is kept from now on, and read last.
DROP VIEW signatures;

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
  s.answers,
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
  (SELECT json_group_object(c.name, CASE WHEN s.address_key <> x'' AND EXISTS (
        SELECT 1
        FROM submissions o JOIN consents r ON r.submission_id = o.id AND r.name = c.name
        WHERE o.petition = s.petition AND o.address_key = s.address_key AND r.answer = 'refused')
      THEN 'refused' ELSE c.answer END)
    FROM consents c
    WHERE c.submission_id = s.id AND c.how = (
      SELECT how FROM consents b WHERE b.submission_id = s.id AND b.name = c.name
      ORDER BY b.answer = 'none', b.answer = 'given', b.at DESC LIMIT 1)) AS consents,
  s.language,
  s.document_version,
  s.box_version,
  s.source
FROM people p
JOIN submissions s ON s.id = p.submission_id AND s.state = 'counted'
JOIN consents sign ON sign.submission_id = s.id AND sign.name = 'sign'
LEFT JOIN consents updates ON updates.submission_id = s.id AND updates.name = 'updates'
  AND updates.how = (
    SELECT how FROM consents b WHERE b.submission_id = s.id AND b.name = 'updates'
    ORDER BY b.answer = 'none', b.answer = 'given', b.at DESC LIMIT 1)
ORDER BY s.received_at, s.rowid;
