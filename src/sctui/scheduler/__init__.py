"""Pure scheduling: FSRS, study day, queue; no clock, no database."""
