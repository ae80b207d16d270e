"""The flags that a card can bear, by their numbers; 0 is none."""

from __future__ import annotations

FLAGS = 7
