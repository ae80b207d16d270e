"""Elements of web pages, with one answer that libxml2 takes too long for.

trafilatura asks of every page which texts its paragraphs have. libxml2 puts the texts of each paragraph to
those it has by comparing them with all of these: of a page of 10 MB that is a third of the time to read it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml.etree import ElementDefaultClassLookup
from lxml.html import HtmlComment, HtmlElement, HTMLParser, HtmlProcessingInstruction, document_fromstring

_OF_PARAGRAPHS = "//p//text()"


class PageElement(HtmlElement):  # type: ignore[misc]  # lxml says nothing of its types
    """An element of a page."""

    def xpath(self, path: str, **arguments: Any) -> Any:
        """What an XPath expression gives; the texts of all paragraphs in time linear in their number."""
        if path != _OF_PARAGRAPHS or arguments:
            return super().xpath(path, **arguments)
        paragraphs = self.getroottree().iter("p")
        whole = (one for one in paragraphs if next(one.iterancestors("p"), None) is None)
        return [text for one in whole for text in one.itertext()]


@cache
def _parser() -> HTMLParser:
    parser = HTMLParser()
    parser.set_element_class_lookup(
        ElementDefaultClassLookup(element=PageElement, comment=HtmlComment, pi=HtmlProcessingInstruction)
    )
    return parser


def page_of(text: str) -> HtmlElement:
    """The root of a page's elements."""
    return document_fromstring(text, parser=_parser())
