"""What of a table is nothing to learn: an offer of who made the page, what nearly all rows have in common."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from sctui.facts.comparisons.empty_cells import is_odd
from sctui.facts.comparisons.heads import is_price
from sctui.facts.comparisons.table import Table
from sctui.text.flat_table import kind_of
from sctui.text.match_view import match_view

_LEAST_ALIKE = 3  # cells that say the same
# a heading above what the page sells: `我们的“X”三步方案`, `Our packages`
_OFFERED = re.compile(
    r"(?:我们的|本院的?|本中心的?|本诊所的?|本机构的?).{0,12}(?:方案|套餐|服务|项目|疗程|流程|收费|价格"
    r"|技术|产品)"
    r"|套餐|价目表|收费标准|(?:服务|项目)(?:内容|介绍)|疗程安排"
    r"|\bour (?:\w+ ){0,2}(?:packages?|plans?|services?|programme?s?|prices?|treatments?)\b"
    r"|\b(?:treatment )?packages?\b|\bprice lists?\b|\bpricing\b"
)
_PACKAGE = re.compile(
    r".*(?:套餐|礼包|方案名称|服务项目|项目名称)|(?:.*\b)?(?:packages?|plans?|tiers?)(?: name)?"
)
_BRANDS = re.compile(r"(?:品名|商品名?|产品名称?|品牌|brands?(?: names?)?|product names?)(?:\s?\([^()]*\))?")
_FIGURE = re.compile(r"[约<>≥≤~]*\s?\d")


def is_offer(table: Table, above: Sequence[str]) -> bool:
    """Whether a table tells what somebody sells: by the headings `above`, or by packages and their prices."""
    if any(_OFFERED.search(match_view(title)) for title in above[-2:]):
        return True
    heads = [match_view(cell.text) for cell in table.header]
    names = [match_view(row[0].text) for row in table.rows]
    sold = any(_PACKAGE.fullmatch(head) for head in (*heads, *names)) or bool(_BRANDS.fullmatch(heads[0]))
    return sold and any(map(is_price, (*heads, *names)))


def told_apart(table: Table) -> set[tuple[str, int]]:
    """Rows by their name, and columns, of which other rows of the same name tell something else.

    A row without a name goes on with the one above it: its first cell was merged with that.
    """
    told: dict[tuple[str, int], set[str]] = defaultdict(set)
    name = ""
    for row in table.rows:
        name = row[0].text or name
        for column, cell in enumerate(row[1:], start=1):
            told[name, column].add(match_view(cell.text))
    return {place for place, texts in told.items() if len(texts - {""}) > 1}


def in_common(table: Table, *, across: bool) -> set[tuple[str, str]]:
    """Attributes, by their heads, with the words that most of what is compared has: they tell none apart."""
    told = defaultdict[str, list[str]](list)
    for row in table.rows:
        for head, cell in zip(table.header[1:], row[1:], strict=False):
            told[row[0].text if across else head.text].append(match_view(cell.text))
    return {
        (head, text)
        for head, texts in told.items()
        for text, count in Counter(texts).most_common(1)
        if count >= _LEAST_ALIKE
        and count * 2 > len(texts)
        and kind_of(text) in {"words", "latin"}
        and not _FIGURE.match(text)
    }


def odd_ones(table: Table, *, across: bool) -> set[tuple[str, str]]:
    """Attributes, by their heads, with cells of another kind than the others: words among figures."""
    found = set[tuple[str, str]]()
    columns = (
        [(row[0].text, [cell.text for cell in row[1:]]) for row in table.rows]
        if across
        else [
            (head.text, [row[at].text for row in table.rows])
            for at, head in enumerate(table.header[1:], start=1)
        ]
    )
    for head, texts in columns:
        found |= {(head, match_view(text)) for text in texts if is_odd(text, texts)}
    return found
