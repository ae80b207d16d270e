"""What a learner sets in the app: rows of the screen, keys of their own, and how a change takes effect."""
