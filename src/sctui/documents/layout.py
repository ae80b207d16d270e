"""How a text without markup is laid out: lines broken by width, menus, tables of contents."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain

from sctui.documents.sheet import Sheet, weight
from sctui.model.document import LineKind
from sctui.text.numbering import parse_numbering
from sctui.text.patterns import SENTENCE_END
from sctui.text.section_names import is_bare_section_name

_WIDEST = 60.0  # weight of the widest line that an editor breaks at
_FULL = 0.75  # a broken line reaches this share of the widest
_MANY = 0.15
_MENU_WORD = 8.0  # weight of the longest entry of a menu
_CONTENTS_LINE = 46.0
_LONGEST_ENTRY = 115  # characters of such a line, which weigh two fifths at least
_STOPS = ("。", ".", "!", "?")
_CONTENTS = re.compile(
    r"(?:本文)?目\s*录:?|(?:table of )?contents:?(?:\s?\[\w{1,8}\])?|in this issue:?|本期(?:目录|内容|导读):?"
)
_PAGE = re.compile(r"(?<=\S)\s*(?:[.…·]{3,}|\t)\s*\d{1,4}$")
_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\s+(?=[a-z])")  # `2.1 Cell types`
_RUN = 3  # as many lines in a row make a menu or a table of contents


def is_hard_wrapped(views: Sequence[str]) -> bool:
    """Whether paragraphs are broken into lines of one width: many full lines run on into the next."""
    weights = array("d")
    for view in views:
        weights.append(weight(view))
        if weights[-1] > _WIDEST:
            return False
    widest = max(weights, default=0.0)
    broken = sum(
        1
        for i in range(len(views) - 1)
        if views[i + 1] and weights[i] >= _FULL * widest and not SENTENCE_END.search(views[i])
    )
    return broken > 1 and broken >= _MANY * sum(1 for view in views if view)


def mark_contents(sheet: Sheet) -> None:
    """Class menus (runs of single words) and tables of contents (runs of lines that stand again below)."""
    last = {_body(view): i for i, view in enumerate(sheet.views) if may_be_entry(view)}
    text = _text(sheet)
    for run in _runs(sheet):
        if all(weight(sheet.views[i]) <= _MENU_WORD and _is_menu_word(sheet.views[i]) for i in run):
            # what stands right below a line of the text goes on with it
            goes_on = run[0] in text and bool(sheet.views[run[0] - 1])
            sheet.mark_all(run, LineKind.BULLET if goes_on else LineKind.BOILERPLATE)
        else:
            again = {i: below for i in run if (below := last[_body(sheet.views[i])]) > i}
            if len(again) >= _RUN and again[min(again)] > max(again):
                above = sheet.previous_text(run[0])
                around = run if above is None else [above, *run]
                listed = (i for i in around if i in again or _is_contents(sheet, i))
                sheet.mark_all(listed, LineKind.BOILERPLATE)


def _is_contents(sheet: Sheet, i: int) -> bool:
    return _CONTENTS.fullmatch(sheet.views[i]) is not None


def _text(sheet: Sheet) -> range:
    """From the first to the last line that is a sentence: menus stand around it."""
    first, last = 0, 0
    for i, view in enumerate(sheet.views):
        if view.endswith(_STOPS) and weight(view) > _MENU_WORD:
            first, last = first or i, i
    return range(first, last)


def demote_lists(sheet: Sheet) -> None:
    """Make paragraphs of headings that stand one after another with no text between them: a bare list.

    The last of them, which stands above text, stays a heading, and so does the first of the document.
    """
    run: list[int] = []
    first = next((i for i in range(len(sheet.views)) if sheet.kinds.get(i) is LineKind.HEADING), None)
    for i, view in enumerate(chain(sheet.views, ".")):
        if not view:
            continue
        if sheet.kinds.get(i) is LineKind.HEADING and _is_menu_word(view):
            run.append(i)
            continue
        if len(run) > _RUN:
            for listed in run[:-1]:
                if listed != first:
                    sheet.kinds[listed] = LineKind.PARAGRAPH
        run = []


def _runs(sheet: Sheet) -> Iterator[list[int]]:
    """Runs of at least three lines without a blank between them, all short and none a sentence."""
    run: list[int] = []
    for i, view in enumerate(chain(sheet.views, [""])):
        if may_be_entry(view) and _is_free(sheet, i):
            run.append(i)
            continue
        if len(run) >= _RUN:
            yield run
        run = []


def _body(view: str) -> str:
    """An entry without its number, which the heading may not have, and without its page."""
    numbering = parse_numbering(view)
    return _PAGE.sub("", view[numbering.end :] if numbering else _COUNTED.sub("", view))


def may_be_entry(view: str) -> bool:
    """Whether a line is short and no sentence, as the entries of a menu or of a table of contents are."""
    return (
        0 < len(view) <= _LONGEST_ENTRY and weight(view) <= _CONTENTS_LINE and not SENTENCE_END.search(view)
    )


def _is_free(sheet: Sheet, i: int) -> bool:
    return sheet.kinds.get(i, LineKind.BOILERPLATE) is LineKind.BOILERPLATE


def _is_menu_word(view: str) -> bool:
    return parse_numbering(view) is None and not _COUNTED.match(view) and not is_bare_section_name(view)
