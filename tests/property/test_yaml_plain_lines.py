"""Reading line by line gives what the full parser gives, or leaves the text to it."""

from __future__ import annotations

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sctui.decks.yaml_writer import deck_text
from sctui.model.deck import Deck
from sctui.text.yaml_nodes import YamlError, parse_any
from sctui.text.yaml_plain_lines import read_plain_lines
from tests.property.test_yaml_round_trip import DECKS

_PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n",
            "\n  ",
            "\n    ",
            "\n- ",
            "\n  - ",
            "\n    - ",
            "\na: ",
            "\n  b: ",
            "\n    c: ",
            "\nd:",
            "\n  e:",
        ),
        *(
            "a",
            "b",
            "甲",
            "a: ",
            "b:",
            ": ",
            ":",
            " #",
            "# x",
            "#",
            "-",
            "- ",
            "? ",
            ",",
            ", ",
            "[",
            "]",
            "{",
            "}",
            "[]",
        ),
        *(
            "'",
            '"',
            "''",
            '"x"',
            "'y'",
            "\\",
            "|",
            "|-\n",
            ">",
            "&a",
            "*a",
            "!",
            "%",
            "@",
            "`",
            "---",
            "...",
            "\n---\n",
        ),
        *(
            " ",
            "  ",
            "\t",
            "\r\n",
            "\r",
            "\x85",
            "\u2028",
            "\ufeff",
            "\0",
            "\ud800",
            "\xa0",
            "\u3000",
            "\U0001f469",
            "~",
        ),
        *(
            "[a, b]",
            "{a: b, c: d}",
            "[a,\n b]",
            "{a: [b], c: {d: e}}",
            "[[a], 'b', \"c\"]",
            "{a: b,\n  c: d\n}",
            "[a, ]",
        ),
        *(
            "\na: |\n",
            "\n  b: >-\n",
            "\n- |-\n",
            "\n    text",
            "\n\n      more",
            "\n     \n",
            "'a\n   b'",
            '"c\n\n    d"',
            '"\\n\\u4e00"',
            "[a, # c\n b]",
            " # c\n",
            "\\\n",
        ),
    ]
)
_TEXTS = st.lists(_PIECES, max_size=24).map("".join)


def _same_or_left(text: str) -> bool:
    """Compare with the full parser; says whether the text was read line by line."""
    found = read_plain_lines(text)
    if found is None:
        return False
    try:
        expected = parse_any(text)
    except YamlError as error:
        raise AssertionError(
            f"read as {found!r}, but: {error.line}:{error.column}: {error.message}"
        ) from None
    assert found == expected
    assert repr(found) == repr(expected)  # a list is not a mapping, though both are tuples
    return True


@settings(max_examples=1500)
@given(_TEXTS)
@example("a: b\n- c\n")
@example("a:\n- b\n- c: d\n  e:\n  - f\ng: h")
@example("a: b # c\n")
@example("a:\n  b\n")
@example("a: b\n\n c\n")
@example("- a\n-\n- b\n")
@example("a: [b\n...\n]\n")
@example("f: |\n\n     \n #>\n    - c\n")
@example("k: >\n   \n\n\n  i: |-\n")
def test_made_up_texts(text: str) -> None:
    _same_or_left(text)


@settings(max_examples=300)
@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    _same_or_left(text)
    _same_or_left(f"a: {text}\n")
    _same_or_left(f"a: [{text}]\n")


@given(DECKS, st.randoms(use_true_random=False), st.integers(0, 4))
def test_decks_with_damage(deck: Deck, chance: random.Random, wounds: int) -> None:
    text = deck_text(deck)
    for _ in range(wounds):
        at, length = chance.randrange(len(text)), chance.choice((0, 0, 1, 2, 5))
        put = chance.choice(
            ("", "", "\n", " ", "  ", ":", ": ", ",", "'", '"', "- ", "#", " #", "]", "}", "a")
        )
        text = text[:at] + put + text[at + length :]
    _same_or_left(text)
