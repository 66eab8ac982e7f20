-- Answers to the usual questions. In each, `meeting` is the key of the meeting and `id` that of the row to check.

CREATE VIEW attendance_by_person AS
SELECT p.id AS person, p.title, p.name, p.organization, p.body,
       sum(a.status IS 'present') AS present,
       sum(a.status IS 'in_attendance') AS in_attendance,
       sum(a.status IS 'apologies') AS apologies,
       sum(a.status IS 'absent') AS absent,
       count(*) AS meetings,
       min(m.date) AS first_date, max(m.date) AS last_date
FROM people AS p
JOIN attendance AS a ON a.person = p.id
JOIN meetings AS m ON m.id = a.meeting
GROUP BY p.id;

-- An action without an owner has a row of its own. What counts as done is what the text prints as its status, or what a
-- later meeting says of it.
CREATE VIEW open_actions AS
SELECT coalesce(p.name, o.name) AS owner, o.person, m.body, m.date, c.text, c.due_text, c.due_date, c.status,
       c.explicit, i.title AS item_title, c.meeting, c.id
FROM actions AS c
JOIN meetings AS m ON m.id = c.meeting
JOIN items AS i ON i.id = c.item
LEFT JOIN owners AS o ON o.action = c.id
LEFT JOIN people AS p ON p.id = o.person
WHERE NOT EXISTS (SELECT 1 FROM followed_actions WHERE action = c.id AND state = 'done')
  AND (c.status IS NULL
   OR NOT (lower(c.status) LIKE '%complete%' OR lower(c.status) IN ('done', 'closed', 'actioned', 'discharged', 'resolved'))
   OR lower(c.status) LIKE '%incomplete%' OR lower(c.status) LIKE '%not %');

CREATE VIEW declarations_by_person AS
SELECT coalesce(p.name, d.name) AS name, d.person, m.body, m.date, d.interest, d.nature, d.withdrew, d.item_numbers,
       d.text, d.meeting, d.id
FROM declarations AS d
JOIN meetings AS m ON m.id = d.meeting
LEFT JOIN people AS p ON p.id = d.person;

CREATE VIEW decisions_by_verb AS
SELECT c.verb, count(*) AS clauses, count(DISTINCT c.decision) AS decisions, count(DISTINCT c.meeting) AS meetings,
       min(m.date) AS first_date, max(m.date) AS last_date
FROM clauses AS c
JOIN meetings AS m ON m.id = c.meeting
GROUP BY c.verb;

-- Each decision with the names and numbers that stand in other tables.
CREATE VIEW decision_list AS
SELECT m.organization, m.body, m.date, i.number AS item_number, i.title AS item_title, d.type, d.text,
       mover.name AS moved_by, seconder.name AS seconded_by, v.yes, v.no, v.abstain, v.method, v.result,
       d.meeting, d.id
FROM decisions AS d
JOIN meetings AS m ON m.id = d.meeting
JOIN items AS i ON i.id = d.item
LEFT JOIN attendance AS mover ON mover.id = d.moved_by
LEFT JOIN attendance AS seconder ON seconder.id = d.seconded_by
LEFT JOIN votes AS v ON v.decision = d.id;

-- Votes on which members parted: by name, or with somebody against.
CREATE VIEW divisions AS
SELECT m.body, m.date, i.title AS item_title, coalesce(d.text, n.text) AS text, v.yes, v.no, v.abstain,
       (SELECT count(*) FROM voters WHERE vote = v.id AND option = 'yes') AS named_yes,
       (SELECT count(*) FROM voters WHERE vote = v.id AND option = 'no') AS named_no,
       (SELECT count(*) FROM voters WHERE vote = v.id AND option = 'abstain') AS named_abstain,
       v.method, v.result, v.meeting, v.id
FROM votes AS v
JOIN meetings AS m ON m.id = v.meeting
JOIN items AS i ON i.id = v.item
LEFT JOIN decisions AS d ON d.id = v.decision
LEFT JOIN motions AS n ON n.id = v.motion
WHERE v.method IS 'recorded' OR v.no > 0 OR EXISTS (SELECT 1 FROM voters WHERE vote = v.id);

CREATE VIEW votes_by_person AS
SELECT coalesce(p.name, b.name) AS name, b.person, m.body, m.date, b.option, v.result, i.title AS item_title,
       coalesce(d.text, n.text) AS text, b.meeting, b.id
FROM voters AS b
JOIN votes AS v ON v.id = b.vote
JOIN meetings AS m ON m.id = b.meeting
JOIN items AS i ON i.id = v.item
LEFT JOIN decisions AS d ON d.id = v.decision
LEFT JOIN motions AS n ON n.id = v.motion
LEFT JOIN people AS p ON p.id = b.person;

-- Every place that speaks of a person.
CREATE VIEW mentions AS
SELECT a.person, a.name, a.meeting, a.id AS attendee,
       json_extract(s.value, '$[0]') AS span_start, json_extract(s.value, '$[1]') AS span_end,
       substr(t.text, json_extract(s.value, '$[0]') + 1,
              json_extract(s.value, '$[1]') - json_extract(s.value, '$[0]')) AS words
FROM attendance AS a
JOIN texts AS t ON t.source = a.meeting, json_each(a.mentions) AS s;

-- The life of an action: raised, and each time that a later meeting takes it up.
CREATE VIEW action_history AS
SELECT c.id AS action, m.body, m.date, 'raised' AS state, c.text AS words, c.meeting
FROM actions AS c
JOIN meetings AS m ON m.id = c.meeting
UNION ALL
SELECT f.action, m.body, m.date, coalesce(f.state, 'mentioned'),
       substr(t.text, f.span_start + 1, f.span_end - f.span_start), f.meeting
FROM followed_actions AS f
JOIN meetings AS m ON m.id = f.meeting
JOIN texts AS t ON t.source = f.meeting;
