"""Pure functions on strings that keep offsets: what they return can be pointed at in the original line."""
