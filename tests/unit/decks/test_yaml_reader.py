"""What a deck's YAML may say, and where an error is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from sctui.decks.yaml_reader import read_deck, read_deck_file, read_deck_text, read_text
from sctui.errors import DeckError
from sctui.model.card import CardKind, CardType, Source
from sctui.model.deck import Deck
from sctui.model.document import Language

HEAD = "deck: 示例::试验\ndocuments:\n  demo: {file: ../docs/demo.md, sha256: ab12}\n"
FULL = (
    HEAD
    + """\
cards:
  # what the trial found
  - id: demo-1
    kind: trial
    topic: [甲病, 试验]
    front: 多少人？
    back: 12 人
    source: {document: demo, line: 4, quote: 共有12人}
    flags: [preclinical]
    tags: own
  - text: "细胞分泌 {{c1::甲因子}} 和 {{c2::乙因子::蛋白}}"
    topic: 甲病/机制
    sources:
      - {document: demo, line: 5, quote: 甲因子}
      - {document: demo, line: 6, quote: 乙因子}

# the end
"""
)


def read(text: str, tmp_path: Path) -> DeckError:
    file = tmp_path / "deck.yaml"
    file.write_bytes(text.encode())
    with pytest.raises(DeckError) as raised:
        read_deck(file)
    assert raised.value.file == str(file)
    return raised.value


def test_a_card_that_begins_below_its_dash() -> None:
    reading = read_deck_text("deck: D\ncards:\n  - \n    front: a\n    back: b\n", "x")
    (place,) = reading.deck_file.places.values()
    assert (place.line, place.last_line, place.answer) == (4, 5, (5, 11))


@pytest.mark.parametrize("behind", ["", "\n", "\n# none yet\n", " # none yet\n\n", "\nlanguage: en\n"])
def test_a_deck_without_cards(behind: str) -> None:
    assert read_deck_text(f"deck: x\ncards:{behind}", "x").deck_file.deck == Deck("x", Language.ENGLISH)


def test_a_full_card(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_text(FULL, encoding="utf-8")
    deck = read_deck(file)
    trial, cloze = deck.notes
    assert (deck.name, deck.language, deck.documents["demo"].sha256) == (
        "示例::试验",
        Language.SIMPLIFIED,
        "ab12",
    )
    assert (trial.id, trial.kind, trial.topic) == ("demo-1", CardKind.TRIAL, ("甲病", "试验"))
    assert (trial.front, trial.back) == ("多少人？", "12 人")
    assert trial.sources == (Source("demo.md", 4, "共有12人"),)
    assert (trial.flags, trial.tags) == (("preclinical",), ("own",))
    assert cloze.type is CardType.CLOZE
    assert cloze.topic == ("甲病", "机制")
    assert [card.back for card in cloze.cards()] == ["甲因子", "乙因子"]
    assert [source.line for source in cloze.sources] == [5, 6]


def test_places_leave_out_blank_lines_and_comments(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_text(FULL, encoding="utf-8")
    places = list(read_deck_file(file).places.values())
    assert [place.lines for place in places] == [(6, 13), (14, 18)]
    assert places[0].answer == (10, 11)
    assert places[1].sources == ((17, 9), (18, 9))


def test_the_shortest_card_gets_an_id_that_stays() -> None:
    text = "deck: a\ncards:\n- {front: x, back: y}\n"
    first = read_deck_text(text, "a.yaml").deck_file.deck.notes[0]
    again = read_deck_text(text.replace("back: y", "back: z"), "b.yaml").deck_file.deck.notes[0]
    other = read_deck_text(text.replace("deck: a", "deck: b"), "a.yaml").deck_file.deck.notes[0]
    assert first.id == again.id != other.id


def test_types_are_told_by_what_a_card_holds_or_by_a_word() -> None:
    cards = (
        "- {front: a, back: 84%, tolerance: 2}\n- {front: b, back: 84%, type: number}\n"
        "- {front: c, back: 高, options: [中, 低]}\n- {front: POF, back: 卵巢早衰, type: reversible}\n"
        "- {front: e, back: f, reverse: {front: g, back: h}}\n- {front: i, back: j, type: basic}\n"
    )
    notes = read_deck_text(f"deck: a\ncards:\n{cards}", "a.yaml").deck_file.deck.notes
    assert [note.type.value for note in notes] == [
        *("number", "number", "choice", "reversible", "reversible", "basic"),
    ]
    assert [note.tolerance for note in notes[:2]] == ["2", "0"]
    assert set(notes[2].choices()) == {"高", "中", "低"}
    there, back = notes[3].cards()
    assert (there.front, there.back, back.front, back.back) == ("POF", "卵巢早衰", "卵巢早衰", "POF")
    assert back.id == f"{there.id}#reversed"


def test_line_breaks_and_byte_order_mark_make_no_difference() -> None:
    plain = read_deck_text(FULL, "a.yaml").deck_file
    windows = read_deck_text("\ufeff" + FULL.replace("\n", "\r\n"), "a.yaml").deck_file
    assert windows == plain


@pytest.mark.parametrize(
    ("head", "language"),
    [("", "en"), ("# 干细胞\n", "zh-Hans"), ("# 幹細胞\n", "zh-Hant"), ("language: en\n# 干细胞\n", "en")],
)
def test_language_is_given_or_seen(head: str, language: str) -> None:
    assert read_deck_text(f"{head}deck: a\n", "a.yaml").deck_file.deck.language == language


def test_scalars_stay_texts() -> None:
    deck = read_deck_text("deck: no\ncards:\n- {front: 1e3, back: 012}\n", "a.yaml").deck_file.deck
    assert (deck.name, deck.notes[0].front, deck.notes[0].back) == ("no", "1e3", "012")


@pytest.mark.parametrize(
    ("cards", "line", "column", "message"),
    [
        ("- {front: x, bakc: y}", 5, 14, "unknown key `bakc` in a card; did you mean `back`?"),
        ("- front: x", 5, 3, "the card has no `back`"),
        ("- {id: x}", 5, 3, "the card has no `front` and `back` (or `text`)"),
        ("- just text", 5, 3, "a card must be a mapping"),
        ("- {front: ' ', back: y}", 5, 11, "`front` is empty"),
        ("- {front: [x], back: y}", 5, 11, "`front` must be a text, not a list"),
        ("- front:\n    a: b\n  back: y", 6, 5, "`front` must be a text, not a mapping"),
        ("- text: no gap", 5, 9, "`text` has no gap"),
        ("- text: '{{c1:one colon}}'", 5, 9, "`text` has no gap"),
        ("- text: '{{c1::a}} and {{c2::b'", 5, 9, "a gap in `text` is not closed"),
        ("- text: '{{c1::}}'", 5, 9, "hides nothing"),
        ("- text: '{{c0::a}}'", 5, 9, "gaps count from 1"),
        ("- {text: '{{c1::a}}', back: b}", 5, 29, "not `back` too"),
        ("- {front: x, back: y, kind: trail}", 5, 29, "unknown kind `trail`; did you mean `trial`?"),
        ("- {front: x, back: y, id: 'a b'}", 5, 27, "cannot be an id"),
        ("- {front: x, back: y, id: 'a#1'}", 5, 27, "cannot be an id"),
        ("- {front: x, back: y, topic: {a: b}}", 5, 30, "`topic` must be a list"),
        ("- {front: x, back: y, flags: ['']}", 5, 31, "is empty"),
        ("- {id: a, front: x, back: y}\n- {id: a, front: z, back: y}", 6, 8, "used twice (first in line 5)"),
        ("- {front: x, back: y, source: {document: demo, line: 1}}", 5, 31, "the source has no `quote`"),
        ("- {front: x, back: y, source: {document: dmo, line: 1, quote: q}}", 5, 42, "did you mean `demo`?"),
        ("- {front: x, back: y, source: {document: demo, line: one, quote: q}}", 5, 54, "must be a number"),
        ("- {front: x, back: y, source: {document: demo, line: 0, quote: q}}", 5, 54, "must be a number"),
        ("- {front: x, back: y, source: {document: demo, line: ², quote: q}}", 5, 54, "must be a number"),
        ("- {front: x, back: y, source: {}, sources: []}", 5, 44, "not both"),
        ("- {front: x, back: many, type: number}", 5, 20, "the answer of a number card is a number"),
        ("- {front: x, back: 9, tolerance: some}", 5, 34, "`tolerance` must be a number or a share"),
        ("- {front: x, back: 9, tolerance: 1, options: [7, 8]}", 5, 46, "`tolerance` or `options`, not both"),
        ("- {front: x, back: y, options: [z]}", 5, 32, "at least 2 wrong answers"),
        ("- {front: x, back: 后, options: [z, 後]}", 5, 32, "the option `後` is the answer"),
        ("- {front: x, back: y, reverse: {front: z}}", 5, 32, "`reverse` has no `back`"),
        ("- {front: x, back: y, type: nmber}", 5, 29, "unknown type `nmber`; did you mean `number`?"),
        ("- {front: x, back: y, type: cloze}", 5, 29, "written as a basic card, but its `type` is `cloze`"),
        ("- {front: x, back: y, type: choice}", 5, 29, "wrong answers under `options`"),
        ("- {text: '{{c1::a}}', tolerance: 1}", 5, 34, "`text` or `tolerance`, not both"),
        ("- {front: x, back: *y}", 5, 20, "aliases"),
        ("- {front: x, back: !!int 1}", 5, 20, "tags"),
    ],
)
def test_faulty_cards(cards: str, line: int, column: int, message: str, tmp_path: Path) -> None:
    error = read(f"{HEAD}cards:\n{cards}\n", tmp_path)
    assert message in error.message
    assert (error.line, error.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", (1, 1), "the deck is empty"),
        ("# nothing\n", (1, 1), "the deck is empty"),
        ("just text", (1, 1), "a deck must be a mapping"),
        ("cards: []", (1, 1), "the deck has no name"),
        ("deck: ''", (1, 7), "`deck` is empty"),
        ("deck: a::::b", (1, 7), "empty part"),
        ("deck: a\ncrads: []", (2, 1), "did you mean `cards`?"),
        ("deck: a\nlanguage: zh-hans", (2, 11), "did you mean `zh-Hans`?"),
        ("deck: a\ncards: x", (2, 8), "`cards` must be a list"),
        ("deck: a\ndocuments: [x]", (2, 12), "`documents` must be a mapping"),
        ("deck: a\ndocuments: {d: {sha256: x}}", (2, 16), "the document has no `file`"),
        ("deck: a\n  b: [", (2, 4), "mapping values are not allowed"),
        ("deck: 细\n#\x07", (2, 2), "U+0007"),
        ("deck: a\n---\ndeck: b", (2, 1), "one document a file"),
    ],
)
def test_faulty_decks(text: str, place: tuple[int, int], message: str, tmp_path: Path) -> None:
    error = read(text, tmp_path)
    assert message in error.message
    assert (error.line, error.column) == place


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="cannot be read: No such file"):
        read_deck(tmp_path / "none.yaml")
    with pytest.raises(DeckError, match="cannot be read"):
        read_deck(tmp_path)
    (tmp_path / "gbk.yaml").write_bytes("deck: a\n# ok\ncards: 细胞".encode("gbk"))
    with pytest.raises(DeckError, match="not UTF-8") as raised:
        read_deck(tmp_path / "gbk.yaml")
    assert (raised.value.line, raised.value.column) == (3, 9)


def test_messages_hold_nothing_a_terminal_would_obey(tmp_path: Path) -> None:
    error = read('deck: a\n"\\e[31mcards": []', tmp_path)
    assert "\x1b" not in str(error)
    assert "␛[31mcards" in error.message


def test_a_faulty_card_leaves_the_others() -> None:
    reading = read_deck_text("deck: a\ncards:\n- {front: x}\n- {front: z, back: y}\n", "a.yaml")
    assert [note.front for note in reading.deck_file.deck.notes] == ["z"]
    assert [problem.where for problem in reading.problems] == ["a.yaml:3:3"]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as out:
        out.truncate((64 << 20) + 1)  # a hole, that takes no room
    with pytest.raises(DeckError, match="larger than 64 MB"):
        read_text(file)


@pytest.mark.parametrize(
    "wrong", ["{document: demo, line: 4, quote: x} }", "{document: demo, line: 4, quote: x}}", "{}"]
)
def test_a_source_with_a_bracket_too_many(wrong: str, tmp_path: Path) -> None:
    problem = read(FULL.replace("{document: demo, line: 4, quote: 共有12人}", wrong), tmp_path)
    assert problem.line == 11
