"""What our Markdown reads otherwise than CommonMark: emphasis, formulas, and gaps."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from sctui.model.card import gap_at

_MARKS = "*_"
# pandoc's rule (extension tex_math_dollars), and no formula where a letter or digit stands before the mark
_DOLLARS = re.compile(r"(?<![0-9A-Za-z$\\])\$(?=[^\s$])(?P<tex>[^$\n]*?)(?<=[^\s\\])\$(?![0-9$])")
_DISPLAYED = re.compile(r"\$\$(?P<tex>[^$]+?)\$\$|\\\[(?P<other>.+?)\\\]", re.DOTALL)
_IN_LINE = re.compile(r"\\\((?P<tex>.+?)\\\)", re.DOTALL)
_MONEY = re.compile(r"[0-9][^\\^_{}=+]*[^0-9.,\\^_{}=+][^\\^_{}=+]*")


def emphasis(state: StateInline, silent: bool) -> bool:
    """A run of `*` or `_`: whether emphasis can begin or end with it.

    As in CommonMark, except that `*` has no meaning between letters or digits (`5*10^6`), as `_` has none,
    and that Chinese, which has no blanks, may stand on either side of it, punctuation within or without.
    """
    mark = state.src[state.pos]
    if silent or mark not in _MARKS:
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == mark:
        end += 1
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    opens = not after.isspace() and not _is_word(before)
    closes = not before.isspace() and not _is_word(after)
    length = end - state.pos
    for _ in range(length):
        state.push("text", "", 0).content = mark
        state.delimiters.append(
            Delimiter(
                marker=ord(mark), length=length, token=len(state.tokens) - 1, end=-1, open=opens, close=closes
            )
        )
    state.pos = end
    return True


def formula(state: StateInline, silent: bool) -> bool:
    r"""TeX between `$` or `\(` and `\)`; between `$$` or `\[` and `\]` it has a line of its own."""
    if state.src[state.pos] not in "$\\":
        return False
    found = _DISPLAYED.match(state.src, state.pos, state.posMax)
    display = found is not None
    found = found or _IN_LINE.match(state.src, state.pos, state.posMax)
    if not found:
        found = _DOLLARS.match(state.src, state.pos, state.posMax)
        if found and _MONEY.fullmatch(found["tex"]):
            return False
    tex = (found["tex"] or found["other"]).strip() if found else ""
    if not found or not tex:
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content, token.meta = tex, {"display": display}
    state.pos = found.end()
    return True


def gap(state: StateInline, silent: bool) -> bool:
    """A gap of a text with gaps; what it hides is read by itself."""
    found = gap_at(state.src, state.pos) if state.src.startswith("{{c", state.pos) else None
    if not found or found.end() > state.posMax:
        return False
    if not silent:
        token = state.push("gap", "", 0)
        token.content = found["answer"]
        token.meta = {"number": int(found["number"]), "hint": found["hint"] or ""}
        token.children = []
        state.md.inline.parse(found["answer"], state.md, state.env, token.children)
    state.pos = found.end()
    return True


def _is_word(char: str) -> bool:
    """A letter or digit of a script that is written with blanks between its words."""
    return char.isalnum() and char < "\u2e80"
