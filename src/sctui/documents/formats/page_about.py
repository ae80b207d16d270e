"""What a web page says of itself: title, authors, date, address.

trafilatura takes any date for the page's that stands somewhere in its text, such as the day when a trial
began; so it is given the page without what its text tells, and only dates that the page gives as its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sctui.documents.formats.page_element import page_of
from sctui.text.site_name import without_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 1_000_000  # characters in which a page says all this
_LONG = 100  # characters of a text that tells something
_SENTENCE = re.compile(r"[，。；]|[\u3400-\u9fff][,;]|.{40}\.\s*$")
_KEPT = {"script", "title", "h1", "h2"}  # whatever they say
_DAY = re.compile(r"((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")


def about_page(page: str) -> dict[str, str]:
    """The values that a page gives, by `title`, `authors`, `date` (YYYY-MM-DD) and `url`."""
    import trafilatura  # noqa: PLC0415 -- an extra

    tree = page_of(page[:_MOST])
    named = " ".join(tree.findtext(".//title", "").split())
    _leave_out_text(tree)
    about = trafilatura.extract_metadata(tree, extensive=False)
    says = {
        "title": _own_title(about.title or "", named),
        "authors": about.author,
        "date": about.date,
        "url": about.url,
    }
    return {key: " ".join(value.split()) for key, value in says.items() if value}


def _own_title(title: str, named: str) -> str:
    """The title of a page; where it is the name of its site, what stands before that in the head."""
    own = without_site(named)
    site = named[len(own) :].strip(" |｜_-–—·")
    return own if own and site and title.strip() == site else title


def _leave_out_text(tree: HtmlElement) -> None:
    for element in tree.iter("*"):
        if element.tag not in _KEPT:
            element.text = _in_short(element.text)
        element.tail = _in_short(element.tail)


def _in_short(text: str | None) -> str | None:
    """A short text, days in digits as all pages have them that trafilatura knows; None for one that tells."""
    if not text or len(text) > _LONG or _SENTENCE.search(text):
        return None
    return _DAY.sub(lambda day: f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}", text)
