"""Study sessions: what to show next, grading, undo; no screen, no SQL."""
