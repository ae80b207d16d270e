-- What `sctui.store.sums` reads, as temporary views. A day is 86,400,000 ms; `shift` turns UTC ms into ms of study days.
-- A LIMIT keeps SQLite from working out the columns of a query within again wherever they are used.

-- One row: what is asked. `since_key` and `since` are the first key and moment; `whole` is 1 for answers to all cards.
CREATE TEMP TABLE asked (shift INTEGER, factor REAL, decay REAL, today INTEGER, since_key INTEGER, since INTEGER, whole INTEGER);

-- The cards that are told of, and the part that each belongs to.
CREATE TEMP TABLE chosen (card INTEGER PRIMARY KEY, part INTEGER);

-- Days and forgetting of every preset.
CREATE TEMP TABLE curves (preset INTEGER PRIMARY KEY, shift INTEGER, factor REAL, decay REAL);

-- The answers that stand. One that took more than two minutes was a pause, not thinking (scheduler/costs.py).
CREATE TEMP VIEW answers AS
SELECT
    r.key, r.card, (r.key >> 8) - r.skew AS at, r.outcome & 7 AS rating, (r.outcome >> 3 & 3) = 0 AS begun,
    min(r.duration, 120000) AS ms, coalesce(r.preset, 0) AS preset, r.key - r.previous AS previous
FROM asked CROSS JOIN reviews AS r
WHERE r.key >= asked.since_key AND (r.key >> 8) - r.skew >= asked.since
    AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.batch = r.key)
    AND (asked.whole OR r.card IN (SELECT card FROM chosen));

CREATE TEMP VIEW days AS
SELECT (at + shift) / 86400000 AS day, count(*), sum(begun), sum(rating = 1), sum(ms)
FROM answers, asked GROUP BY day ORDER BY day;

-- What cards took on days: those begun on that day, and others.
CREATE TEMP VIEW pace AS
SELECT begun, count(*), sum(ms) FROM (
    SELECT max(begun) AS begun, sum(ms) AS ms FROM answers, asked GROUP BY (at + shift) / 86400000, card
) GROUP BY begun;

-- With the time of the answer before, what was remembered then, and for how long it was put off. Where the state came
-- from no answer (a due date set by hand, parameters fitted anew), the journal has it as a JSON list.
CREATE TEMP VIEW followed AS
SELECT
    a.card, a.at, a.rating > 1 AS recalled, a.ms, curves.factor, curves.decay,
    coalesce(p.stability, json_extract(c.after, '$[2]')) AS stability,
    (a.at + curves.shift) / 86400000
        - (coalesce((p.key >> 8) - p.skew, json_extract(c.after, '$[5]')) + curves.shift) / 86400000 AS elapsed,
    coalesce(
        (p.wait >> 1) * iif(p.wait & 1, 1, 1000), json_extract(c.after, '$[4]') - json_extract(c.after, '$[5]')
    ) AS wait
FROM answers AS a
CROSS JOIN curves ON curves.preset = a.preset
LEFT JOIN reviews AS p ON p.key = a.previous
LEFT JOIN changes AS c ON c.key = a.previous
LIMIT -1;

-- FSRS-6's forgetting curve foretells answers of a later day: less than 1, and never 0. The loss is in nats.
CREATE TEMP VIEW foretold AS
SELECT *, -ln(iif(recalled, predicted, 1 - predicted)) AS loss
FROM (SELECT *, iif(elapsed >= 1, pow(1 + factor * elapsed / stability, decay), NULL) AS predicted FROM followed LIMIT -1)
LIMIT -1;

-- Weeks by number since 1970, Monday first; mature is what was put off for 21 days or more; bins of 5 %.
CREATE TEMP VIEW recalls AS
SELECT
    ((at + shift) / 86400000 + 3) / 7 AS week, wait >= 1814400000 AS mature, min(19, CAST(predicted * 20 AS INTEGER)) AS bin,
    count(*), sum(recalled), sum(predicted), sum(loss)
FROM asked CROSS JOIN foretold WHERE predicted IS NOT NULL
GROUP BY week, mature, bin ORDER BY week;

CREATE TEMP VIEW parts AS
SELECT
    part, count(*), sum(ms), count(predicted), sum(recalled AND predicted IS NOT NULL), total(predicted), total(loss)
FROM foretold CROSS JOIN chosen USING (card) GROUP BY part;

-- Cards by the days until they fall due; what is overdue is due today. Suspended cards do not come.
CREATE TEMP VIEW forecast AS
SELECT max(0, (due + shift) / 86400000 - today) AS ahead, count(*)
FROM asked CROSS JOIN states CROSS JOIN chosen USING (card) LEFT JOIN marks USING (card)
WHERE NOT coalesce(marks.suspended, 0) GROUP BY ahead ORDER BY ahead;

CREATE TEMP VIEW remembered AS
SELECT
    part, stability, difficulty, coalesce(marks.suspended, 0) AS suspended,
    pow(1 + factor * max(0, today - (last_review + shift) / 86400000) / stability, decay) AS recall
FROM asked CROSS JOIN states CROSS JOIN chosen USING (card) LEFT JOIN marks USING (card)
WHERE stability IS NOT NULL LIMIT -1;

-- Bins of stability begin at the days that `sctui.store.sums` names, those of difficulty at 1, of recall every 10 %.
CREATE TEMP VIEW memories AS
SELECT
    (stability >= 1) + (stability >= 3) + (stability >= 7) + (stability >= 14) + (stability >= 30) + (stability >= 60)
        + (stability >= 120) + (stability >= 240) + (stability >= 365) + (stability >= 730) AS stable,
    min(8, CAST(difficulty AS INTEGER) - 1) AS difficult, min(9, CAST(10 * recall AS INTEGER)) AS recalled, count(*)
FROM remembered WHERE NOT suspended GROUP BY 1, 2, 3;

CREATE TEMP VIEW mastery AS
SELECT part, count(*), total(recall) FROM remembered GROUP BY part;
