-- The learner's collection. Times are UTC milliseconds since 1970, durations milliseconds, stability days.

-- Cards ever studied, by the id that stands in the deck. A card that left its deck keeps its row, state and reviews.
CREATE TABLE cards (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;

-- What is known of a card now; a card without a row is new. Always the `after` of its last review that stands.
CREATE TABLE states (
    card INTEGER PRIMARY KEY REFERENCES cards (key),
    phase INTEGER NOT NULL CHECK (phase BETWEEN 1 AND 3),
    step INTEGER,
    stability REAL,
    difficulty REAL,
    due INTEGER NOT NULL,
    last_review INTEGER NOT NULL,
    reps INTEGER NOT NULL CHECK (reps > 0),
    lapses INTEGER NOT NULL CHECK (lapses >= 0)
) STRICT;

CREATE INDEX states_due ON states (due);

-- The review log (revlog): every answer ever given, in the order given, never changed and never deleted.
-- The state before an answer is what undoing it restores; phase_before 0 means the card had no state.
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    card INTEGER NOT NULL REFERENCES cards (key),
    at INTEGER NOT NULL,
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    duration INTEGER NOT NULL CHECK (duration >= 0),
    phase_before INTEGER NOT NULL CHECK (phase_before BETWEEN 0 AND 3),
    step_before INTEGER,
    stability_before REAL,
    difficulty_before REAL,
    due_before INTEGER,
    last_review_before INTEGER,
    reps_before INTEGER NOT NULL,
    lapses_before INTEGER NOT NULL,
    phase_after INTEGER NOT NULL CHECK (phase_after BETWEEN 1 AND 3),
    step_after INTEGER,
    stability_after REAL,
    difficulty_after REAL,
    due_after INTEGER NOT NULL,
    lapses_after INTEGER NOT NULL
) STRICT;

CREATE INDEX reviews_at ON reviews (at);

-- Answers taken back. The review stays in the log; statistics and later undoing pass over it.
CREATE TABLE undone (
    review INTEGER PRIMARY KEY REFERENCES reviews (id),
    at INTEGER NOT NULL
) STRICT;

-- How the program reads: with the card's id, in the order of the columns of MemoryState and Review.
CREATE VIEW card_states AS
SELECT cards.id, phase, step, stability, difficulty, due, last_review, reps, lapses
FROM states JOIN cards ON cards.key = states.card;

CREATE VIEW standing_reviews AS
SELECT
    reviews.id AS number, cards.id AS card, at, rating, duration,
    phase_before, step_before, stability_before, difficulty_before,
    due_before, last_review_before, reps_before, lapses_before,
    phase_after, step_after, stability_after, difficulty_after, due_after, lapses_after
FROM reviews JOIN cards ON cards.key = reviews.card
WHERE NOT EXISTS (SELECT 1 FROM undone WHERE undone.review = reviews.id);

CREATE TRIGGER reviews_never_change BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;

CREATE TRIGGER reviews_never_go BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;

CREATE TRIGGER undone_never_changes BEFORE UPDATE ON undone
BEGIN SELECT RAISE(ABORT, 'the undo log is append-only'); END;

CREATE TRIGGER undone_never_goes BEFORE DELETE ON undone
BEGIN SELECT RAISE(ABORT, 'the undo log is append-only'); END;
