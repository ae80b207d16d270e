"""The Source field in Anki says where a card's proof stands, when that appeared, and what kind of source it is."""

from sctui.anki.notes_out import notes_out
from sctui.model.card import Note, Source
from sctui.model.language import Language

ONE, TWO = Source("a.md", 3, "甲促进乙"), Source("b.md", 7, "甲促进乙")
ORIGINS = {"a.md": "2021-03 · 综述"}


def test_one_source() -> None:
    (out,) = notes_out(
        Note("n", front="甲？", back="乙", sources=(ONE,)), Language.SIMPLIFIED, origins=ORIGINS
    )
    assert "a.md · 3 · 2021-03 · 综述" in out.fields


def test_several_sources_and_one_of_which_nothing_is_known() -> None:
    note = Note("n", front="甲？", back="乙", sources=(ONE, TWO))
    (out,) = notes_out(note, Language.SIMPLIFIED, origins=ORIGINS)
    assert "[1] a.md · 3 · 2021-03 · 综述<br>[2] b.md · 7" in out.fields
