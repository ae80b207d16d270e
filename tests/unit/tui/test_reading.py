import pytest

from sctui.model.card import Source
from sctui.model.document import Damage, Document, Language, Line, LineKind, Span
from sctui.model.topic import Topic
from sctui.text.script import Script
from sctui.tui.reading import Reading, shown_lines


def _document(*texts: str, damage: tuple[Damage, ...] = ()) -> Document:
    lines = tuple(Line(i, text, LineKind.PARAGRAPH) for i, text in enumerate(texts, start=1))
    return Document("a.md", "0", Language.SIMPLIFIED, lines, damage=damage)


def test_a_very_long_line_is_shown_in_stretches_that_make_it_up() -> None:
    long = "干细胞归巢到受损的组织。" * 900
    place = Damage(Span(2, 1990, 2010), "lost-bytes", "D0")
    document = _document("短", long, "尾", damage=(place,))
    source = Source("a.md", 2, long[3990:4005])
    shown = shown_lines(document, {2: (1, 2, 3)}, [source], Script.AS_WRITTEN)
    assert [line.number for line in shown] == [1, *[2] * (len(shown) - 2), 3]
    assert [line.begins for line in shown] == [True, True, *[False] * (len(shown) - 3), True]
    stretches = shown[1:-1]
    assert "".join(line.text for line in stretches) == long
    assert all(line.text.endswith("。") and line.length == 2 * len(line.text) for line in stretches)
    marked = "".join(text for line in stretches for text, names in line.pieces if "damage" in names)
    assert marked == long[1990:2010]


def test_a_line_without_a_place_to_cut_is_cut_anywhere() -> None:
    shown = shown_lines(_document("a" * 4_500), {}, [], Script.SIMPLIFIED)
    assert [len(line.text) for line in shown] == [2_000, 2_000, 500]


def test_a_column_of_the_line_is_found_in_what_is_shown_whatever_became_of_the_text() -> None:
    text = "幹細胞\x1b\t" * 3 + "机(jī)制"
    place = Damage(Span(1, 16, 20), "pinyin", "D8")
    (line,) = shown_lines(_document(text, damage=(place,)), {}, [], Script.SIMPLIFIED)
    assert line.text[line.offset(16) :] == "(jī)制"
    assert line.offset(0) == line.offset(3) == 0


@pytest.mark.parametrize(
    ("kinds", "begins"),
    [
        ("FFF.P", 5),
        ("P.P", 1),
        (".PF", 1),  # what stands at the top is no front matter
        ("FF.", 1),
        ("", 1),
    ],
)
def test_the_text_begins_behind_the_front_matter(kinds: str, begins: int) -> None:
    named = {"F": LineKind.FRONT_MATTER, ".": LineKind.BLANK, "P": LineKind.PARAGRAPH}
    lines = tuple(Line(i, "", named[kind]) for i, kind in enumerate(kinds, start=1))
    document = Document("a.md", "0", Language.ENGLISH, lines)
    assert Reading(document, Topic("", 0, len(lines))).text_begins == begins
