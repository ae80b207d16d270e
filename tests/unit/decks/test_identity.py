"""Ids that are made of text."""

from __future__ import annotations

from sctui.decks.identity import own_id, slug


def test_ids_do_not_change_between_versions() -> None:
    """These stand in decks, databases and Anki collections of our users."""
    assert own_id("d", "x") == "own-3727d2178c0b"


def test_own_ids_ignore_spacing_alone() -> None:
    assert own_id("d", " a\n b ") == own_id("d", "a b") != own_id("d", "a B")


def test_a_slug_is_never_empty() -> None:
    assert (slug("--"), slug("A b_C.md")) == ("document", "a-b_c-md")
