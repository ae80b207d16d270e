"""Facts to cards to YAML and back."""
