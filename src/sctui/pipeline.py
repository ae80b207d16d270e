"""The one place that knows the order of the stages: file to decks, with a report."""
