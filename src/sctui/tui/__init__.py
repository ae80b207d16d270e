"""The app in the terminal: Textual screens over the engine. It reads the clock and draws."""
