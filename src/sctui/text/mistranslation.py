"""Words that a machine translation chose wrongly (rule D16), from a list of the usual ones.

The list stands in `mistranslations.yaml` beside this module, which says how an entry is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sctui.text import literal
from sctui.text.flaw import Flaw
from sctui.text.kept_patterns import kept_patterns
from sctui.text.match_view import match_view
from sctui.text.script import Script, show
from sctui.text.yaml_nodes import Mapping, Node, Scalar, Sequence, parse

# `1×每剂量10^7`: the word that says of what stands inside the power
_WORD_ORDER = re.compile(
    r"(?P<amount>(?<!\d)\d+(?:\.\d+)?\s?[×xX*])\s?(?P<each>[每单單各][\u3400-\u9fff]{0,4})\s?(?P<power>10\^\d{1,2})(?!\d)"
)

# a line that speaks of the translation itself names the wrong word on purpose
_REMARK = re.compile("误译|误作|误写|错译|直译|译成|译作|译为|原文|编者|应为|应作|mistranslat")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is meant instead of a word, and where that can be told; the conditions in the match view."""

    right: str
    kind: str
    near: tuple[str, ...]
    unless: tuple[str, ...]
    behind: tuple[str, ...]
    document: tuple[str, ...]
    absent: tuple[str, ...]


def find_mistranslations(text: str, document: Callable[[str], bool]) -> Iterator[Flaw]:
    """Every word of a line that surely means another; `document` says whether a word stands in the text."""
    view = match_view(text)
    if _REMARK.search(view):
        return
    for match in _WORD_ORDER.finditer(text) if "10^" in text else ():
        repair = f"{match['each']}{match['amount']}{match['power']}"
        yield Flaw(match.start(), match.end(), "word-order", "D16", repair, safe=True)
    pattern, entries = _words()
    for match in pattern.finditer(view):
        entry = entries[literal.sub(r"\s(?=\()", "", match[0])]
        if _means_another(entry, view, match.start(), document):
            yield Flaw(match.start(), match.end(), entry.kind, "D16", _in_script_of(text, view, entry.right))


def meant() -> set[str]:
    """What is meant instead of all the words."""
    return {entry.right for entry in _words()[1].values()}


def _means_another(entry: _Entry, view: str, start: int, document: Callable[[str], bool]) -> bool:
    return (
        (not entry.near or any(word in view for word in entry.near))
        and not any(word in view for word in entry.unless)
        and all(map(document, entry.document))
        and not any(map(document, entry.absent))
        and not (entry.behind and view[:start].endswith(entry.behind))
    )


def _in_script_of(text: str, view: str, right: str) -> str:
    """What is meant, in Traditional characters when the line has such."""
    traditional = any(
        "\u3400" <= char <= "\u9fff" and char != seen for char, seen in zip(text, view, strict=True)
    )
    return show(right, Script.TAIWAN) if traditional else right


@cache
def _words() -> tuple[re.Pattern[str], dict[str, _Entry]]:
    root = parse(Path(__file__).with_name("mistranslations.yaml").read_text("utf-8"))
    listed = root.get("words") if isinstance(root, Mapping) else None
    nodes = listed.items if isinstance(listed, Sequence) else ()
    by_word = {word: entry for node in nodes if isinstance(node, Mapping) for word, entry in _entries(node)}
    longest_first = sorted(by_word, key=len, reverse=True)
    firsts = re.escape("".join(sorted({word[0] for word in by_word})))  # looked for first, as most fail here
    return kept_patterns().compiled(f"(?=[{firsts}])(?:{'|'.join(map(_pattern, longest_first))})"), by_word


def _pattern(word: str) -> str:
    """The word; an English one must stand by itself, and a space may stand before a bracket."""
    escaped = re.escape(word).replace(r"\(", r"\s?\(")
    return rf"\b{escaped}\b" if word.isascii() else escaped


def _entries(node: Mapping) -> Iterator[tuple[str, _Entry]]:
    near, unless, behind, document, absent = (
        _texts(node.get(key)) for key in ("near", "unless", "behind", "document", "absent")
    )
    instead, same = node.get("instead"), node.get("kind")
    kind = same.value if isinstance(same, Scalar) else "mistranslation"
    for wrong, right in instead.entries if isinstance(instead, Mapping) else ():
        if isinstance(right, Scalar):
            yield wrong.value, _Entry(right.value, kind, near, unless, behind, document, absent)


def _texts(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        return tuple(item.value for item in node.items if isinstance(item, Scalar))
    return (node.value,) if isinstance(node, Scalar) else ()
