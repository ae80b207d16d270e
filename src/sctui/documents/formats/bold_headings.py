"""Paragraphs of a page that are bold as a whole and short: the headings of authors who know no others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sctui.documents.sheet import weight
from sctui.text.match_view import match_view

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST = 2  # of them; one alone may be stressed
_LONGEST = 40.0  # weight of such a heading
_ENDS = re.compile(r"[。；;，,、.!！:：”\"]$")
_CAPTION = re.compile(r"附?[图表]\s*[\d一二三四五六七八九十]|(?:table|fig(?:ure)?)\.?\s*s?\d")
_BOLD = {"b", "strong"}
_BLOCKS = {"section", "div"}
_WITHIN = _BOLD | {"span", "font", "u", "br", "em", "i", "a"}


def raise_bold(tree: HtmlElement) -> None:
    """Make headings of such paragraphs, one level below the deepest heading that the page has itself."""
    found = [element for element in tree.iter("p") if _is_bold(element) and _may_be_heading(element)]
    levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    level = max(levels, default=1) + 1
    if len(found) < _LEAST or level > 6:
        return
    for element in found:
        element.tag = f"h{level}"


def _is_bold(element: HtmlElement) -> bool:
    """Whether all text of a paragraph stands inside bold elements, and nothing but text stands in it."""
    if any(child.tag not in _WITHIN for child in element.iterdescendants()):
        return False
    outside = [element.text or "", *(child.tail or "" for child in element)]
    bold = any(child.tag in _BOLD for child in element.iterdescendants())
    return bold and not any(map(str.strip, outside)) and all(map(_is_bold_child, element))


def _is_bold_child(child: HtmlElement) -> bool:
    if child.tag in _BOLD or not child.text_content().strip():
        return True
    return not any(map(str.strip, [child.text or "", *(c.tail or "" for c in child)])) and all(
        map(_is_bold_child, child)
    )


def _may_be_heading(element: HtmlElement) -> bool:
    view = match_view(" ".join(element.text_content().split()))
    stands_alone = not (_ENDS.search(view) or _CAPTION.match(view)) and any(map(str.isalpha, view))
    return 0 < weight(view) <= _LONGEST and stands_alone and _has_next(element)


def _has_next(element: HtmlElement) -> bool:
    """Whether something follows a paragraph in its own block, or behind blocks that end with it."""
    while element.getnext() is None:
        above = element.getparent()
        if above is None or above.tag not in _BLOCKS:
            return False
        element = above
    return True
