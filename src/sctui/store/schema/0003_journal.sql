-- One clock for everything that happens: key = stamp << 8 | device. The stamp is UTC ms of a hybrid logical clock, that is
-- never below the wall clock and always above the stamp before it, so that keys tell the order on every device, whatever
-- the clocks did. Wall-clock time is stamp - skew. Device 0 is the one that the database was made on.

CREATE TEMP TABLE entries AS
SELECT source, id, at, max(at - place) OVER (ORDER BY place) + place AS stamp
FROM (
    SELECT source, id, at, row_number() OVER (ORDER BY answer, rest, id) AS place
    FROM (
        SELECT 'review' AS source, id, at, id AS answer, 0 AS rest FROM reviews
        UNION ALL
        SELECT 'change', id, at, after_review, 1 FROM changes
    )
);

CREATE UNIQUE INDEX temp.entries_id ON entries (source, id);

-- The state that each entry left its card in, to find the entry that a state came from.
CREATE TEMP TABLE afters AS
SELECT r.card, e.stamp << 8 AS key, r.reps_before + 1 AS reps, r.at AS last_review, r.due_after AS due
FROM reviews AS r JOIN entries AS e ON e.source = 'review' AND e.id = r.id
UNION ALL
SELECT c.card, e.stamp << 8, json_extract(c.after, '$[6]'), json_extract(c.after, '$[5]'), json_extract(c.after, '$[4]')
FROM changes AS c JOIN entries AS e ON e.source = 'change' AND e.id = c.id
WHERE c.kind IN ('due', 'reset');

CREATE INDEX temp.afters_state ON afters (card, reps, last_review, due, key);

-- A card whose history went over to another one names it; the log keeps saying which card was asked.
ALTER TABLE cards ADD COLUMN becomes INTEGER REFERENCES cards (key);

-- The entry of the log that left the card in this state.
ALTER TABLE states ADD COLUMN entry INTEGER;

UPDATE states SET entry = (
    SELECT max(key) FROM afters AS a
    WHERE a.card = states.card AND a.reps = states.reps AND a.last_review = states.last_review AND a.due = states.due
);

DROP VIEW standing_reviews;
DROP VIEW standing_changes;

-- The review log, in a form that takes half the space: the state before an answer is what the entry `previous` below
-- this one in keys left (NULL: the card was new). Small numbers share a column, and are told apart by those below.
CREATE TABLE new_reviews (
    key INTEGER PRIMARY KEY,
    card INTEGER NOT NULL REFERENCES cards (key),
    outcome INTEGER NOT NULL CHECK (outcome & 7 BETWEEN 1 AND 4 AND outcome >> 5 & 3 > 0 AND outcome >> 7 >= 0),
    duration INTEGER NOT NULL CHECK (duration >= 0),
    skew INTEGER NOT NULL,
    previous INTEGER,
    wait INTEGER NOT NULL,
    stability REAL,
    difficulty REAL,
    reps INTEGER NOT NULL CHECK (reps > 0),
    lapses INTEGER NOT NULL CHECK (lapses >= 0),
    preset INTEGER REFERENCES presets (id),
    at INTEGER AS ((key >> 8) - skew) VIRTUAL,
    rating INTEGER AS (outcome & 7) VIRTUAL,
    phase_before INTEGER AS (outcome >> 3 & 3) VIRTUAL,
    phase INTEGER AS (outcome >> 5 & 3) VIRTUAL,
    step INTEGER AS (nullif(outcome >> 7, 0) - 1) VIRTUAL,
    -- until due: seconds << 1, or milliseconds << 1 | 1 where it is no whole number of seconds
    due INTEGER AS ((key >> 8) - skew + (wait >> 1) * iif(wait & 1, 1, 1000)) VIRTUAL
) STRICT;

INSERT INTO new_reviews
SELECT
    e.stamp << 8,
    r.card,
    r.rating | (r.phase_before << 3) | (r.phase_after << 5) | (coalesce(r.step_after + 1, 0) << 7),
    r.duration,
    e.stamp - r.at,
    iif(r.phase_before = 0, NULL, (e.stamp << 8) - (
        SELECT max(key) FROM afters AS a
        WHERE a.card = r.card AND a.reps = r.reps_before AND a.last_review = r.last_review_before
            AND a.due = r.due_before AND a.key < e.stamp << 8
    )),
    iif((r.due_after - r.at) % 1000, (r.due_after - r.at) << 1 | 1, (r.due_after - r.at) / 1000 << 1),
    r.stability_after,
    r.difficulty_after,
    r.reps_before + 1,
    r.lapses_after,
    r.preset
FROM reviews AS r JOIN entries AS e ON e.source = 'review' AND e.id = r.id
ORDER BY e.stamp;

-- The journal of everything else that was done, never changed and never deleted. `before` and `after` are JSON; of what,
-- says `kind`: lists of marks or states (where `previous` is as in reviews), the card that a card became, a file and
-- the SHA-256 of what stood in it. One act is one batch, named by its first change, or by the answer that brought it about.
CREATE TABLE new_changes (
    key INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    card INTEGER REFERENCES cards (key),
    skew INTEGER NOT NULL,
    previous INTEGER,
    kind TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    at INTEGER AS ((key >> 8) - skew) VIRTUAL
) STRICT;

INSERT INTO new_changes
SELECT
    e.stamp << 8,
    coalesce(answer.stamp, first.stamp) << 8,
    c.card,
    e.stamp - c.at,
    iif(c.kind IN ('due', 'reset'), (e.stamp << 8) - (
        SELECT max(key) FROM afters AS a
        WHERE a.card = c.card AND a.reps = json_extract(c.before, '$[6]') AND a.last_review = json_extract(c.before, '$[5]')
            AND a.due = json_extract(c.before, '$[4]') AND a.key < e.stamp << 8
    ), NULL),
    c.kind,
    c.before,
    c.after
FROM changes AS c JOIN entries AS e ON e.source = 'change' AND e.id = c.id
JOIN entries AS first ON first.source = 'change' AND first.id = c.batch
LEFT JOIN entries AS answer ON answer.source = 'review' AND answer.id = c.review
ORDER BY e.stamp;

-- Every undo and redo of an act, never changed and never deleted.
CREATE TABLE reversals (
    key INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    is_undo INTEGER NOT NULL CHECK (is_undo IN (0, 1)),
    skew INTEGER NOT NULL,
    at INTEGER AS ((key >> 8) - skew) VIRTUAL
) STRICT;

INSERT INTO reversals
SELECT stamp << 8, batch, 1, stamp - at
FROM (
    SELECT batch, at, max(at - place) OVER (ORDER BY place) + place AS stamp
    FROM (
        SELECT batch, at, row_number() OVER (ORDER BY at, batch) AS place
        FROM (
            SELECT e.stamp << 8 AS batch, u.at FROM undone AS u
            JOIN entries AS e ON e.source = 'review' AND e.id = u.review
            UNION ALL
            SELECT e.stamp << 8, u.at FROM undone_changes AS u
            JOIN entries AS e ON e.source = 'change' AND e.id = u.batch
        )
    )
);

DROP TABLE undone_changes;
DROP TABLE undone;
DROP TABLE changes;
DROP TABLE reviews;
DROP TABLE entries;
DROP TABLE afters;

ALTER TABLE new_reviews RENAME TO reviews;
ALTER TABLE new_changes RENAME TO changes;

CREATE INDEX changes_batch ON changes (batch);

-- The acts that are undone now: those whose last reversal is an undo.
CREATE TABLE undone (
    batch INTEGER PRIMARY KEY,
    reversal INTEGER NOT NULL
) STRICT;

INSERT INTO undone SELECT batch, max(key) FROM reversals GROUP BY batch;

-- What stood in files before and after they were changed, compressed with zlib.
CREATE TABLE contents (
    key INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    data BLOB NOT NULL
) STRICT;

-- Devices whose logs are in this one. `machine` tells a copied database from the original.
CREATE TABLE devices (
    number INTEGER PRIMARY KEY CHECK (number BETWEEN 0 AND 255),
    name TEXT NOT NULL UNIQUE,
    machine TEXT NOT NULL,
    is_here INTEGER NOT NULL CHECK (is_here IN (0, 1))
) STRICT;

-- Segments of the devices' logs that were sent or read.
CREATE TABLE segments (
    device TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (device, sequence)
) STRICT, WITHOUT ROWID;

CREATE VIEW every_review AS
SELECT
    r.key AS number, coalesce(target.id, c.id) AS card, r.at, r.rating, r.duration, r.phase_before,
    p.step AS step_before, p.stability AS stability_before, p.difficulty AS difficulty_before, p.due AS due_before,
    p.at AS last_review_before, p.reps AS reps_before, p.lapses AS lapses_before, change.after AS before,
    r.phase, r.step, r.stability, r.difficulty, r.due, r.reps, r.lapses, r.preset, c.id AS asked, r.previous
FROM reviews AS r JOIN cards AS c ON c.key = r.card
LEFT JOIN cards AS target ON target.key = c.becomes
LEFT JOIN reviews AS p ON p.key = r.key - r.previous
LEFT JOIN changes AS change ON change.key = r.key - r.previous;

CREATE VIEW standing_reviews AS
SELECT * FROM every_review WHERE NOT EXISTS (SELECT 1 FROM undone WHERE undone.batch = every_review.number);

CREATE VIEW standing_changes AS
SELECT
    changes.key AS number, batch, previous, coalesce(target.id, c.id) AS card, changes.at, kind, before, after
FROM changes LEFT JOIN cards AS c ON c.key = changes.card
LEFT JOIN cards AS target ON target.key = c.becomes
WHERE NOT EXISTS (SELECT 1 FROM undone WHERE undone.batch = changes.batch);

CREATE TRIGGER reviews_never_change BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;

CREATE TRIGGER reviews_never_go BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;

CREATE TRIGGER changes_never_change BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the log of changes is append-only'); END;

CREATE TRIGGER changes_never_go BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the log of changes is append-only'); END;

CREATE TRIGGER reversals_never_change BEFORE UPDATE ON reversals
BEGIN SELECT RAISE(ABORT, 'the undo log is append-only'); END;

CREATE TRIGGER reversals_never_go BEFORE DELETE ON reversals
BEGIN SELECT RAISE(ABORT, 'the undo log is append-only'); END;
