"""TeX as Unicode, for where nothing can be typeset: `10^{-6}` is 10⁻⁶, a fraction (a+b)/c."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import LatexMacroNode

_LONGEST = 2000  # characters; more is no formula of a card
_SCRIPT = re.compile(r"([\^_])(\{[^{}]*\}|[^\s{}^_(])")
_BLANK = re.compile(r"\[[^\[\]]*\]")
_ONE_TERM = re.compile(r"[\w.⁰-⁹]*|[(√][^()]*\)")
_SPACE = re.compile(r"[ \t\r\n]+")
_KEPT = "\ue000\ue001"  # `\\{` and `\\}` while the braces of groups are still there
_BRACES = str.maketrans({"{": None, "}": None, _KEPT[0]: "{", _KEPT[1]: "}"})
_DIRECTIONS = {"^": "<super>", "_": "<sub>"}
# where Unicode has raised and lowered characters
_RANGES = (
    (0x00B2, 0x00BA),
    (0x02B0, 0x02B9),
    (0x02E0, 0x02E5),
    (0x1D2C, 0x1D6B),
    (0x2070, 0x209D),
    (0x2C7C, 0x2C7E),
)


def in_unicode(tex: str) -> str:
    """A formula in Unicode on one line; as it is written when it cannot be read."""
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerParseError  # noqa: PLC0415 -- few cards have any

    if len(tex) > _LONGEST:
        return tex
    try:
        nodes, _, _ = LatexWalker(tex, tolerant_parsing=False).get_latex_nodes()
        text = _converter().nodelist_to_text(nodes)
    except (LatexWalkerParseError, RecursionError, ValueError, IndexError, TypeError):
        return tex
    while (raised := _SCRIPT.sub(_raised, text)) != text:
        text = raised
    return _SPACE.sub(" ", text.translate(_BRACES)).strip() or tex


@cache
def _converter() -> LatexNodes2Text:
    from pylatexenc import latex2text  # noqa: PLC0415 -- few cards have formulas

    known = latex2text.get_default_latex_context_db()
    fractions = [latex2text.MacroTextSpec(name, _fraction) for name in ("frac", "dfrac", "tfrac", "cfrac")]
    braces = [latex2text.MacroTextSpec(brace, kept) for brace, kept in zip("{}", _KEPT, strict=True)]
    known.add_context_category("sctui", prepend=True, macros=[*fractions, *braces])
    return latex2text.LatexNodes2Text(
        latex_context=known,
        math_mode="text",
        strict_latex_spaces="macros",
        keep_braced_groups=True,
        keep_braced_groups_minlen=2,
    )


def _fraction(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    above, below = (l2tobj.nodelist_to_text([part]).strip("{}") for part in node.nodeargd.argnlist[:2])
    return f"{_as_term(above)}/{_as_term(below)}"


def _as_term(text: str) -> str:
    return text if _ONE_TERM.fullmatch(text) else f"({text})"


def _raised(found: re.Match[str]) -> str:
    """A raised or lowered piece, in characters that stand there; in brackets where Unicode has none."""
    mark, text = found[1], found[2].removeprefix("{").removesuffix("}").strip()
    known = _characters(mark)
    if all(char in known for char in text):
        return "".join(known[char] for char in text)
    return f"{mark}{text}" if len(text) == 1 or _BLANK.fullmatch(text) else f"{mark}({text})"


@cache
def _characters(mark: str) -> dict[str, str]:
    known = {"−": "⁻", "*": "*", "′": "′", "∘": "°"} if mark == "^" else {"−": "₋"}
    for first, behind in _RANGES:
        for code in range(first, behind):
            direction, _, plain = unicodedata.decomposition(chr(code)).partition(" ")
            if direction == _DIRECTIONS[mark] and " " not in plain:
                known.setdefault(chr(int(plain, 16)), chr(code))
    known.setdefault("-", known["−"])
    return known
