"""Cards and what is remembered of them, to Anki and back."""
