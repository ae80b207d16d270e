"""The parts of screens; each draws one thing and posts messages about it."""
