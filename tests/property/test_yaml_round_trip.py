"""Whatever a card says, it comes back out of the YAML as it went in."""

from __future__ import annotations

import string

import yaml
from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.scalar_style import scalar
from sctui.decks.yaml_reader import read_deck_text
from sctui.decks.yaml_writer import deck_text
from sctui.model.card import CardKind, Markup, Note, Reverse, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.document import Language

_AWKWARD = st.sampled_from(
    [
        *(
            "no",
            "~",
            "1e3",
            "0x1F",
            "12:30",
            "2020-01-01",
            "=",
            "<<",
            "...",
            "---",
            "a: b",
            "a:",
            "a #b",
            "- x",
        ),
        *(
            " x",
            "x ",
            "'",
            '"',
            "\\",
            "{",
            "[x]",
            "x,y",
            "|",
            "> x",
            "%x",
            "@x",
            "`x`",
            "&a",
            "*a",
            "!t",
            "? x",
        ),
        *("一\n二", "a\n\n b", "\n", "x\n", "\r\n", "\t", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\uffff"),
        *("第1天：84%", "👩\u200d🔬", "\u3000甲", "{{c1::x}}"),
    ]
)
_TEXT = st.lists(st.one_of(_AWKWARD, st.text(max_size=12)), min_size=1, max_size=3).map("".join)
_FILLED = _TEXT.filter(lambda text: bool(text.strip()))
_ID = st.text(string.ascii_letters + string.digits + "-_.细胞", min_size=1, max_size=8)
_KEYS = {"doc": "one.md", "no": "二.md"}
_SOURCES = st.lists(
    st.builds(Source, st.sampled_from(sorted(_KEYS.values())), st.integers(1, 9999), _FILLED), max_size=3
).map(tuple)
_LABELS = st.lists(_FILLED, max_size=3).map(tuple)
_COMMON = {
    "kind": st.sampled_from(CardKind),
    "topic": _LABELS,
    "sources": _SOURCES,
    "flags": _LABELS,
    "tags": _LABELS,
    "markup": st.sampled_from(Markup),
}
_BASIC = st.builds(Note, id=_ID, front=_FILLED, back=_TEXT, **_COMMON)
_CLOZE = st.builds(
    Note, id=_ID, text=_TEXT.map(lambda text: f"{text.replace('{{c', '')} {{{{c1::x}}}}"), **_COMMON
)
_NUMBER = st.builds(
    Note,
    id=_ID,
    front=_FILLED,
    back=st.sampled_from(["84%", "约9名", "1×10^6/kg", "三组"]),
    tolerance=st.sampled_from(["0", "2", "0.5", "5%"]),
    **_COMMON,
)
_CHOICE = st.builds(
    Note,
    id=_ID,
    front=_FILLED,
    back=st.sampled_from(["a: b", "高", "no"]),
    options=st.lists(
        st.sampled_from(["低", "x, y", "[z]", "1e3", "'q'", "? x"]), min_size=2, max_size=4, unique=True
    ).map(tuple),
    **_COMMON,
)
_REVERSIBLE = st.builds(
    Note, id=_ID, front=_FILLED, back=_TEXT, reverse=st.builds(Reverse, _FILLED, _FILLED), **_COMMON
)
_NOTE = st.one_of(_BASIC, _CLOZE, _NUMBER, _CHOICE, _REVERSIBLE)
DECKS = st.builds(
    Deck,
    name=_FILLED.filter(lambda name: all(part.strip() for part in name.split("::"))),
    language=st.sampled_from(Language),
    notes=st.lists(_NOTE, max_size=4, unique_by=lambda note: note.id).map(tuple),
    documents=st.just({key: DocumentRef(f"../docs/{file}", "4e05") for key, file in _KEYS.items()}),
)


@given(DECKS)
def test_reading_what_was_written_gives_the_deck_again(deck: Deck) -> None:
    reading = read_deck_text(deck_text(deck), "deck.yaml")
    assert reading.problems == ()
    assert reading.deck_file.deck == deck


@given(DECKS)
def test_places_are_the_lines_of_the_cards(deck: Deck) -> None:
    text = deck_text(deck)
    places = read_deck_text(text, "deck.yaml").deck_file.places
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("  - id: ")]
    ends = [*(start - 1 for start in starts[1:]), len(lines) - 1]
    assert [place.lines for place in places.values()] == list(zip(starts, ends, strict=False))[: len(starts)]


@given(_TEXT, st.booleans())
def test_other_yaml_readers_take_every_scalar_for_the_same_text(text: str, flow: bool) -> None:
    written = scalar(text, flow=flow)
    document = f"{{key: {written}}}" if flow else f"key: {written}"
    assert yaml.safe_load(document) == {"key": text}
