"""The app in Textual."""
