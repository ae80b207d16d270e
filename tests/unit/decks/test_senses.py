"""Names with several senses are asked with the field they are used in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.decks.senses import is_ambiguous
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.pipeline import convert, read_knowledge

Ask = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def terms(tmp_path: Path) -> Ask:
    def asked(text: str) -> list[tuple[str, str]]:
        (tmp_path / "page.md").write_text(text, encoding="utf-8")
        knowledge = read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
        notes = convert(tmp_path / "page.md", knowledge).generation.notes
        return [(note.front, note.back) for note in notes if note.kind == "term"]

    return asked


@pytest.mark.parametrize(("name", "several"), [("UC", True), ("uc", True), ("SLE", False), ("IBD", False)])
def test_what_the_lexicon_knows_of_a_name(name: str, several: bool, lexicon: Lexicon) -> None:
    assert is_ambiguous(name, lexicon) is several


def test_one_name_in_two_fields_gives_two_cards(terms: Ask) -> None:
    page = "# 炎症性肠病\n\n溃疡性结肠炎(UC)反复发作。\n\n# 骨关节炎的细胞\n\n脐带(UC)是常用的来源。\n"
    assert terms(page) == [
        ("在炎症性肠病领域，UC 的中文全称是什么？", "溃疡性结肠炎"),
        ("在骨关节炎领域，UC 的中文全称是什么？", "脐带"),
    ]


def test_where_no_heading_tells_the_field_neither_is_asked(terms: Ask) -> None:
    assert terms("溃疡性结肠炎(UC)反复发作，很难治。\n\n脐带(UC)是常用的来源，容易取得。\n") == []
