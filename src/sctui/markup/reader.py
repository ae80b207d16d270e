"""markdown-it with the parts of Markdown that cards have, and our own rules."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt

from sctui.markup import rules

# where a link may lead; other words in brackets behind brackets are words, as in `[1](Table 2)`
_ADDRESS = re.compile(
    r"(?:https?|mailto):|[^:]*\.(?:apng|avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$", re.IGNORECASE
)
_DEEPEST = 20  # levels; what is nested deeper stays as it is written


class _Reader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 -- markdown-it's name
        """Whether this can be meant as an address."""
        return bool(_ADDRESS.match(url))

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- markdown-it's name
        """The address as it is written: a path is one of the file system."""
        return url


@cache
def reader() -> MarkdownIt:
    """What reads the text of cards."""
    made = _Reader("zero", {"maxNesting": _DEEPEST})
    made.enable(["fence", "table", "list", "heading", "blockquote"])
    made.enable(["newline", "escape", "backticks", "emphasis", "link", "image", "autolink"])
    made.inline.ruler.at("emphasis", rules.emphasis)
    made.inline.ruler.before("escape", "formula", rules.formula)
    made.inline.ruler.before("formula", "gap", rules.gap)
    return made
