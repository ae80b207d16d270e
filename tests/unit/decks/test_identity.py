"""Ids of notes: readable, stable, the same in every script."""

from __future__ import annotations

import re

from sctui.decks.identity import note_id, own_id, slug
from sctui.model.card import CardKind


def test_generated_ids_are_readable() -> None:
    assert re.fullmatch(
        r"my-notes-干细胞-trial-[0-9a-f]{8}", note_id("My notes: 干细胞!", CardKind.TRIAL, "多少人？")
    )


def test_script_width_case_and_spacing_do_not_count() -> None:
    ids = {note_id("d", CardKind.TERM, text) for text in ("干细胞 MSC?", "幹細胞msc？", "干细胞  Msc?")}
    assert len(ids) == 1


def test_kind_document_and_question_count() -> None:
    ids = {
        note_id("d", CardKind.TERM, "x"),
        note_id("e", CardKind.TERM, "x"),
        note_id("d", CardKind.TRIAL, "x"),
        note_id("d", CardKind.TERM, "y"),
    }
    assert len(ids) == 4


def test_what_a_gap_hides_does_not_count() -> None:
    one, other = "共 {{c1::12}} 人", "共 {{c1::13::人数}} 人"
    assert note_id("d", CardKind.TRIAL, one) == note_id("d", CardKind.TRIAL, other)
    assert note_id("d", CardKind.TRIAL, one) != note_id("d", CardKind.TRIAL, "共 {{c1::12}} 只")


def test_ids_do_not_change_between_versions() -> None:
    """These stand in decks, databases and Anki collections of our users."""
    assert note_id("d", CardKind.TRIAL, "多少人？") == "d-trial-a5eace68"
    assert own_id("d", "x") == "own-3727d2178c0b"


def test_own_ids_ignore_spacing_alone() -> None:
    assert own_id("d", " a\n b ") == own_id("d", "a b") != own_id("d", "a B")


def test_a_slug_is_never_empty() -> None:
    assert (slug("--"), slug("A b_C.md")) == ("document", "a-b_c-md")
