"""Texts of ours that stand in cards, in the Traditional of Taiwan: `sctui/i18n/taiwan.txt`, made by `update`.

OpenCC gives the same, but takes an eighth of a second to load what it needs for it. A text that is missing is
given to OpenCC when it is shown, so the file may be older than the texts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from sctui.decks.templates import read_templates
from sctui.i18n.language import Language, catalogue_file
from sctui.lexicon.reader import read_lexicon
from sctui.lexicon.term import TermKind
from sctui.locations import bundled
from sctui.text.mistranslation import meant
from sctui.text.script import Script, converted

FILE = catalogue_file(Language.TRADITIONAL).with_name("taiwan.txt")
_SOURCES = Path(__file__).parents[1] / "src" / "sctui"
_WITH_WORDS = ("decks", "pipeline", "records", "facts")  # packages whose strings come into cards
_FIELD = re.compile(r"\{\w+\}")
_PATTERN = re.compile(r"[\\\[\]|(){}*+?^$\n]")
_COUNTS = re.compile("0?[一两三四五六七八九十]+")  # each stands by itself
_LONGEST = 24
_CHINESE = "\u2018"  # where quotation marks and Chinese characters begin


def texts() -> set[str]:
    """All of them, in Simplified."""
    found = (*_of_lexicon(), *_of_templates(), *meant(), *_of_sources())
    return {text for text in found if text.isprintable() and max(text, default="") >= _CHINESE}


def table() -> str:
    """The file: a line for each text."""
    return "".join(f"{text}\t{converted(text, Script.TAIWAN)}\n" for text in sorted(texts()))


def _of_lexicon() -> Iterator[str]:
    """The terms by their names, the nouns for kinds of things that gaps ask for, and trials of a phase."""
    for term in read_lexicon(bundled() / "data" / "lexicon").terms:
        if term.kind is TermKind.PHASE:
            yield from (f"{name}试验" for name in term.names() if not name.isascii())
        if term.kind is not TermKind.WORD:
            yield term.zh
        elif "thing" in term.attributes.get("class", "").replace(",", " ").split():
            yield from term.names()


def _of_templates() -> Iterator[str]:
    known = read_templates(bundled() / "data" / "templates")
    for templates in known.slots.values():
        for one in templates:
            for text in (one.front, one.back, one.text, one.reverse):
                yield from _FIELD.split(text)
    yield from known.verbs.values()
    yield from known.gaps.values()


def _of_sources() -> Iterator[str]:
    """Strings of the program that are no patterns and no documentation."""
    for package in _WITH_WORDS:
        for file in sorted((_SOURCES / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                text = node.value if isinstance(node, ast.Constant) else None
                if isinstance(text, str) and len(text) <= _LONGEST and not _PATTERN.search(text):
                    yield from text if _COUNTS.fullmatch(text) else (text,)
