"""A library of decks and the learner's database, opened together."""
