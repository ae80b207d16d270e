-- What decided an outcome besides log and time (model Preset), as JSON; each once. Replaying the log needs them.
CREATE TABLE presets (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL UNIQUE
) STRICT;

-- NULL: answered before presets were kept; the state after the answer is then what the log has.
ALTER TABLE reviews ADD COLUMN preset INTEGER REFERENCES presets (id);

-- What the learner decided about a card; a card without a row has no marks. buried_until is the number of the
-- study day (days since 1970) on which it is shown again.
CREATE TABLE marks (
    card INTEGER PRIMARY KEY REFERENCES cards (key),
    suspended INTEGER NOT NULL CHECK (suspended IN (0, 1)),
    buried_until INTEGER,
    flag INTEGER NOT NULL CHECK (flag BETWEEN 0 AND 7),
    leech INTEGER NOT NULL CHECK (leech IN (0, 1))
) STRICT;

-- Changes of marks and states other than by answers, never changed and never deleted. `before` and `after` are JSON
-- lists: the columns of marks, or those of states (null: the card was new). One act is one batch, named by its first
-- change; what an answer brought about names the answer in `review` and is undone with it. A change stands behind the
-- answer `after_review` in time, whatever the clock said.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    after_review INTEGER NOT NULL,
    review INTEGER REFERENCES reviews (id),
    card INTEGER NOT NULL REFERENCES cards (key),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;

CREATE INDEX changes_review ON changes (review) WHERE review IS NOT NULL;

CREATE TABLE undone_changes (
    batch INTEGER PRIMARY KEY REFERENCES changes (id),
    at INTEGER NOT NULL
) STRICT;

-- Parameters fitted to the log; the newest are in use. An empty list stands for the defaults.
CREATE TABLE parameter_sets (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    report TEXT NOT NULL
) STRICT;

DROP VIEW standing_reviews;
CREATE VIEW standing_reviews AS
SELECT
    reviews.id AS number, cards.id AS card, at, rating, duration,
    phase_before, step_before, stability_before, difficulty_before,
    due_before, last_review_before, reps_before, lapses_before,
    phase_after, step_after, stability_after, difficulty_after, due_after, lapses_after, preset
FROM reviews JOIN cards ON cards.key = reviews.card
WHERE NOT EXISTS (SELECT 1 FROM undone WHERE undone.review = reviews.id);

-- A change that an answer brought about stands as long as the answer does.
CREATE VIEW standing_changes AS
SELECT changes.id AS number, batch, after_review, review, cards.id AS card, changes.at, kind, before, after
FROM changes JOIN cards ON cards.key = changes.card
WHERE NOT EXISTS (SELECT 1 FROM undone_changes WHERE undone_changes.batch = changes.batch)
  AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.review = changes.review);

CREATE TRIGGER presets_never_change BEFORE UPDATE ON presets
BEGIN SELECT RAISE(ABORT, 'presets are append-only'); END;

CREATE TRIGGER changes_never_change BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the log of changes is append-only'); END;

CREATE TRIGGER changes_never_go BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the log of changes is append-only'); END;

CREATE TRIGGER parameter_sets_never_change BEFORE UPDATE ON parameter_sets
BEGIN SELECT RAISE(ABORT, 'fitted parameters are append-only'); END;
