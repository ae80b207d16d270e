"""Cards from other programs' files: text -> drafts, drafts -> notes in decks."""
