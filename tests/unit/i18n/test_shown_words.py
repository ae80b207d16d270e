"""What is said to a person goes through the catalogue: no error, report or note is a bare English text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sctui
from sctui.errors import SctuiError

SOURCES = sorted(Path(sctui.__file__).parent.rglob("*.py"))
_SENTENCE = re.compile(r"[A-Za-z`'][,;:]? [a-z`(]")
_OTHERS = frozenset(
    {"echo", "confirm", "prompt", "UsageError", "BadParameter", "notify", "say", "fault", "refused"}
    | {"WrongValue", "WrongEntry", "Problem", "warning", "Finding", "Slip", "YamlError"}
)


def _told_by(call: ast.Call, errors: frozenset[str]) -> Iterator[ast.expr]:
    """What a call says to a person."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in errors | _OTHERS:
        yield from call.args
        yield from (keyword.value for keyword in call.keywords if keyword.arg != "file")


def _english(told: ast.expr) -> bool:
    parts = told.values if isinstance(told, ast.JoinedStr) else [told]
    text = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
    return bool(_SENTENCE.search(text))


def _subclasses(of: type[SctuiError]) -> Iterator[str]:
    yield of.__name__
    for one in of.__subclasses__():
        yield from _subclasses(one)


def bare(source: str) -> list[str]:
    """The English texts of a file that are told as they stand."""
    errors = frozenset(_subclasses(SctuiError))
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [ast.unparse(told) for call in calls for told in _told_by(call, errors) if _english(told)]


def test_a_bare_text_is_found() -> None:
    assert bare('raise DeckError(f"there is no deck {name}", hint="Look again.")') == [
        "f'there is no deck {name}'",
        "'Look again.'",
    ]
    assert not bare('raise DeckError(_("there is no deck {name}").format(name=name), file="a b")')


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: "/".join(file.parts[-2:]))
def test_nothing_is_told_in_english_alone(file: Path) -> None:
    assert bare(file.read_text("utf-8")) == []
