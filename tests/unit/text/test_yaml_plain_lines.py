import time
from pathlib import Path

import pytest

from sctui.decks.yaml_writer import deck_text
from sctui.locations import bundled
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.document import Language
from sctui.text import mistranslation
from sctui.text.collector_pause import collector_paused
from sctui.text.yaml_nodes import parse_any
from sctui.text.yaml_plain_lines import read_plain_lines

_OURS = sorted(
    (
        *bundled().glob("decks/**/*.yaml"),
        *bundled().glob("data/**/*.yaml"),
        Path(mistranslation.__file__).with_name("mistranslations.yaml"),
    )
)


@pytest.mark.parametrize("file", _OURS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_all_our_own_files_are_read_line_by_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    node = read_plain_lines(text)
    assert node is not None
    assert repr(node) == repr(parse_any(text))


def test_there_are_files_of_our_own() -> None:
    assert len(_OURS) > 20


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n",
        "a: 1",
        "a (b): 1\nc(d)e: {f(g): h(i), j(): k}\n",
        "a b: 1\nc d e:\n  f g: {h i: j}\n",
        "a:\n",
        "a:\nb: x\n",
        "# c\n\n  a: 'it''s'\n\n  b: \"x: y\"\n# end",
        "- a\n- {b: c, d: [e, f]}\n- []\n- {}\n-  g: h\n   i:\n   - j\n",
        "cards:\n- id: x\n  topic: [a,\n    b, 'c, d',\n\n    e]  \n  front: 1:2 a#b\n- id: y\n",
        "a: [b]\r\nc: 第1天：84%\r\n",
        "a:\n    [b, {c: d,\n e: f}]\ng: ''\n",
        "a: b # comment\nc:  # d\n  - e  # f\n  - [g, # h\n    i] # j\n  - 'k' # l\n",
        "a: b\n  c d\n\n\n  e\nf:\n- g\n  h\n- i: j\n    k\n",
        "a: |\n  b\n\n   c: \n\n\nd: |-  # e\n    f\n    # g\n",
        "a: >\n\n  b\n  c\n\n  d\n\ne: >-\n  f\n  g\n",
        "- |\n  a\n  - b\n- >-\n  c\n  d\n- id: e\n  front: |\n    f\n",
        'a: "\\n\\"\\u4e00\\x41\\e\\/"\n',
        'a: "b \\\n  c\\\\\n\n  \\  d\\\n\n  e\\\n  "\n',
        "a: 'b\n  c '' d  \n\n\n  e '\nf: \"g\n  h \\n i\n\n  j\"  # k\n",
    ],
)
def test_what_is_read(text: str) -> None:
    node = read_plain_lines(text)
    assert node is not None
    assert repr(node) == repr(parse_any(text))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "# nothing\n",
            "a\n",
            "[a]\n",
            "a: b: c\n",
            "a: b # c\n  d\n",
            "a: b\n  - c\n",
            "a: b\n  c: d\n",
            "a: |+\n  b\n\n",
            "a: |2\n  b\n",
            "a: |\n    \n  b\n",
            "a: |\n",
            "a: |\n  b",
            "a: >\n  b\n   c\n",
            "a: |\n   b\n  c\n",
            'a: "\\q"\n',
            'a: "\\ud83d\\ude00"\n',
            "a: 'b\nc'\n",
            "a: 'b\n  c' d\n",
            "a: 'b\n",
            "a: b:\n",
            "a: b\na: c\n",
        ),
        *(
            "a: &x b\n",
            "a: *x\n",
            "a: !x b\n",
            "? a\n: b\n",
            "a: - b\n",
            "- - a\n",
        ),
        *(
            "a: 'b' c\n",
            "a: [b c\n  d]\n",
            "a: [b: c]\n",
            "a: {b}\n",
            "a: {b: c, b: d}\n",
        ),
        *(
            "a: [b\n",
            "a: [b]]\n",
            "a: [b}\n",
            "a: [b, ]\n",
            "a: [# b\nc]\n",
            "a: [b]: c\n",
            "a:\n  b\n",
            "-\n  a: b\n",
        ),
        *(
            "a:\tb\n",
            "a: b\x85c: d\n",
            "a: \x07\n",
            "\ufeffa: b\n",
            "---\na: b\n",
            "a: [b,\n...\n]\n",
            "%X\n",
            "a: b\n---\n",
        ),
        *(
            "  a: b\nc: d\n",
            "a:\n    b: c\n  d: e\n",
            "- a\nb: c\n",
            "a: b\n- c\n",
            "a: " + "[" * 40 + "]" * 40,
        ),
    ],
)
def test_what_is_left_to_the_full_parser(text: str) -> None:
    assert read_plain_lines(text) is None


def test_time_grows_with_the_text_alone() -> None:
    """Ten times the cards take about ten times as long: nothing looks at the whole text again and again."""
    small, large = (_deck(count) for count in (300, 3000))
    assert min(_seconds(large) for _ in range(3)) < 25 * min(_seconds(small) for _ in range(5))


def _deck(count: int) -> str:
    notes = tuple(
        Note(
            f"n-{i}",
            CardKind.TERM,
            ("甲", "b, c"),
            "What is it?",
            "it's: this",
            sources=(Source("d.md", i + 1, "a quote, of it"),),
        )
        for i in range(count)
    )
    return deck_text(Deck("d", Language.ENGLISH, notes, {"d": DocumentRef("d.md", "00")}))


def _seconds(text: str) -> float:
    with collector_paused():  # the collector looks at all that other tests have left
        started = time.process_time()
        assert read_plain_lines(text) is not None
        return time.process_time() - started
