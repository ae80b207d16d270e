"""The languages that documents and decks are written in."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Language and script of a document."""

    ENGLISH = "en"
    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"

    @property
    def is_chinese(self) -> bool:
        """Whether the language is written in Han characters."""
        return self is not Language.ENGLISH
