"""What stands above a text: which line is its title, and which are the site's name, its menu and its path.

A page of a site begins with what all its pages begin with. Its first line is no title when it is the name of
the site (it ends as such names do, or a menu hangs below it) and a line below says better what the text is
on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from sctui.documents.sheet import Sheet, weight
from sctui.lexicon.term import TermKind
from sctui.model.document import LineKind
from sctui.text.numbering import parse_numbering
from sctui.text.section_names import is_bare_section_name, section_role
from sctui.text.site_name import names_site, without_site

_MOST = 12  # lines above a text that are looked at
_SUBTITLE = ("—", "-", "─")
_STOPS = (".", "。")
_MOST_BELOW = 2  # lines between a title and its byline: what goes on with the title, and a name
_LONGEST = 70.0  # weight of the longest title
_TEXT = 40.0  # weight from which a line that ends in a full stop is text
_SITE = 12.0  # weight of the name of a site that is told by its shortness alone
_ENTRY = 10.0  # weight of the longest entry of a menu
_LEAST_ENTRIES = 3
_BODY = 60  # lines of the text that are asked whether they go on about a title
_OFTEN = 0.5  # share of a title's words that stand in its text
_SUBJECTS = frozenset(  # kinds of what a text is on
    {
        *(TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE, TermKind.DISEASE),
        TermKind.FACTOR,
        TermKind.PROCESS,
    }
)
_BETWEEN_ENTRIES = re.compile(r"\s*[|│┃▾▼]\s*|\s+[/·•]\s+|\s{2,}")
_WORDS_ALONE = re.compile(r"(?:[\u3400-\u9fff]{2,4}\s){3,}[\u3400-\u9fff]{2,4}")
_IN_SENTENCE = re.compile(r"[。,;!?:]")
_NO_TITLE = re.compile(r"[。;,、.…:]$")
_WORDS = re.compile(r"(?=([\u3400-\u9fff]{2}))|\b([a-z]{4,})")
_AROUND = frozenset({LineKind.BYLINE, LineKind.BOILERPLATE})


def mark_masthead(sheet: Sheet) -> None:
    """Class what stands above the title of a page as its menu or byline, and the title as a heading."""
    head = _head(sheet)
    lines = [i for i in head if _may_be_title(sheet, i)]
    menus = {i for i in head if is_menu(sheet.views[i])}
    titles = [i for i in lines if i not in menus]
    if not titles:
        return
    title = _title(sheet, head, titles, menus)
    if title != titles[0] or _stands_above_byline(sheet, head, title) or sheet.is_broken(title):
        sheet.mark(title, LineKind.HEADING)
        sheet.mark_all([title + 1] if sheet.is_broken(title) else [], LineKind.BYLINE)
    name = without_site(sheet.views[title])
    sheet.mark_all((i for i in titles if i > title and sheet.views[i] == name), LineKind.REPEATED)
    sheet.mark_all(menus, LineKind.BOILERPLATE)
    sheet.mark_all((i for i in titles if i < title), LineKind.BYLINE)
    last = max((i for i in head if sheet.kinds.get(i) is LineKind.BYLINE), default=title)
    said = _has_subject(sheet, sheet.views[title])
    below = [i for i in titles if title < i < last and i not in sheet.kinds]
    if not said and any(_has_subject(sheet, sheet.views[i]) for i in below):
        return  # what the page is on stands below a journal's, or a site's, name
    sheet.mark_all(below if len(below) <= _MOST_BELOW else [], LineKind.BYLINE)


def is_menu(view: str) -> bool:
    """Whether a line is made of the short names of other pages, the first of which may be the site's own."""
    if _WORDS_ALONE.fullmatch(view):
        return True
    entries = [entry for entry in _BETWEEN_ENTRIES.split(view) if entry]
    least = _LEAST_ENTRIES if _all_short(entries) else _LEAST_ENTRIES + 1
    if len(entries) > 1 and _WORDS_ALONE.fullmatch(entries[-1]):
        return True
    return len(entries) >= least and _all_short(entries[1:])


def _all_short(entries: Sequence[str]) -> bool:
    return all(weight(entry) <= _ENTRY and not _IN_SENTENCE.search(entry) for entry in entries)


def _head(sheet: Sheet) -> list[int]:
    """The lines above the text, as far as none is a section's heading, an item or a table."""
    head: list[int] = []
    for i, view in islice(((i, view) for i, view in enumerate(sheet.views) if view), _MOST):
        is_text = (
            weight(view) > _LONGEST or (weight(view) > _TEXT and view.endswith(_STOPS)) or _runs_on(sheet, i)
        )
        known = sheet.kinds.get(i)
        if known in _AROUND:
            head.append(i)
        elif known is not None or is_text or parse_numbering(view) or section_role(view):
            break
        else:
            head.append(i)
    return head


def _runs_on(sheet: Sheet, i: int) -> bool:
    """Whether a text begins here whose lines were broken: over two lines goes a title, too."""
    return sheet.is_broken(i) and (sheet.is_broken(i + 1) or sheet.views[i + 1].endswith(_STOPS))


def _may_be_title(sheet: Sheet, i: int) -> bool:
    view = sheet.views[i]
    ends = _NO_TITLE.search(view) and not (sheet.is_broken(i) and view.endswith(":"))
    if sheet.is_broken(i - 1) or i in sheet.kinds or ends or is_bare_section_name(view):
        return False
    return any(map(str.isalpha, view))


def _title(sheet: Sheet, head: Sequence[int], titles: Sequence[int], menus: set[int]) -> int:
    """The line that says best what the text is on, where the first is the name of a site; else the first."""
    first, others = titles[0], titles[1:]
    if not others:
        return first
    best = max(others, key=lambda i: (_says(sheet, head, i), -i))
    worth = _says(sheet, head, best)
    if worth <= _says(sheet, head, first) or not _names_page(sheet, head, first, best, menus):
        return first
    return best


def _names_page(sheet: Sheet, head: Sequence[int], first: int, best: int, menus: set[int]) -> bool:
    """Whether the first line is the name of a site or a column and no title."""
    view, title = sheet.views[first], sheet.views[best]
    following = head[head.index(first) + 1]
    if following in menus or names_site(view, on_subject=_has_subject(sheet, view)):
        return True
    if (
        not _has_subject(sheet, view)
        and _has_subject(sheet, title)
        and _stands_above_byline(sheet, head, best)
    ):
        return not title.startswith(_SUBTITLE)
    is_short = weight(view) <= min(_SITE, weight(title) / 2)
    return is_short and not set(_WORDS.findall(view)) & set(_WORDS.findall(title))


def _says(sheet: Sheet, head: Sequence[int], i: int) -> int:
    """How much a line says of what its text is on."""
    view = sheet.views[i]
    subject = _has_subject(sheet, view)
    worth = 2 * (subject - names_site(view, on_subject=subject))
    return worth + _goes_on(sheet, head, view) + _stands_above_byline(sheet, head, i)


def _has_subject(sheet: Sheet, view: str) -> bool:
    return any(mention.term.kind in _SUBJECTS for mention in sheet.lexicon.mentions(view))


def _goes_on(sheet: Sheet, head: Sequence[int], view: str) -> bool:
    """Whether the text below is on what a line names."""
    below = "\n".join(islice((v for i, v in enumerate(sheet.views) if i > head[-1] and v), _BODY))
    words = {han or latin for han, latin in _WORDS.findall(view)}
    return bool(words) and sum(word in below for word in words) >= _OFTEN * len(words)


def _stands_above_byline(sheet: Sheet, head: Sequence[int], i: int) -> bool:
    following = next((j for j in head if j > i), None)
    return (
        following is not None
        and sheet.kinds.get(following) in _AROUND
        and not is_menu(sheet.views[following])
    )
