"""Tables that lost their rows on the way, one cell a line: the cells tell how many columns there were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sctui.text.match_view import match_view

_MOST_COLUMNS = 8
_LEAST_ROWS = 3  # with the head
_ALIKE = 0.85  # how much alike the cells of a column must be, on average
_MARGIN = 0.1  # and how much more than with any other number of columns
_NUMBER = re.compile(
    r"[<>≥≤~约]?\s*\d[\d.,×x^/ ~-]*(?:±\s*[\d.]+)?\s*"
    r"(?:%|[a-z/]{1,6}|[例名岁天周月年倍万个元分次])?(?:\s*[(\[].*)?"
)
_GRADE = re.compile(
    r"(?:极|较|很|最|非常|相对|比较)*(?:高|中|低|强|弱|多|少|大|小|快|慢|好|差|易|难|容易|困难|一般|中等"
    r"|适中|有|无|是|否"
    r"|丰富|有限)(?:到|至)?(?:高|中|低|强|弱|等)?|[+-]{1,4}|[±√×✓✗—/]"
    r"|(?:very )?(?:yes|no|high|low|moderate|medium|strong|weak|easy|hard|good|poor|rich|limited|none)"
)
# a corner over attributes
_ACROSS = re.compile("指标|项目|特性|特征|特点|参数|方面|parameters?|features?|items?")
_LEAST_ACROSS = 2  # columns in which a row cannot be told to be of one kind
_LATIN = re.compile(r"[a-z][a-z0-9 +/-]*")
_CORNER = re.compile(
    r"(?:细胞|产品|治疗|给药|移植|药物|干预|输注|制剂|疾病)?"
    r"(?:来源|类型|种类|指标|项目|特性|特征|特点|疾病|组别|名称|参数|分组|类别|方面|药物|产品|方法|因子"
    r"|细胞|途径|方式|疗法|治疗|方案|选项|技术|分型|标志物"
    r"|手段|选择|策略|品项|品名|时机|措施)"
    r"|(?:cell |treatment )?(?:routes?|options?|treatments?|therap(?:y|ies)|methods?|drugs?|markers?"
    r"|approach(?:es)?"
    r"|interventions?|strateg(?:y|ies)|names?)"
    r"|(?:cell )?(?:sources?|types?|parameters?|features?|groups?|items?|diseases?|products?|factors?|cells?)"
)


def columns_of(cells: Sequence[str]) -> int | None:
    """The number of columns of a table whose cells these are, row by row, its head first.

    None when they are no table that can be told: the cells of each column, or of each row where the rows are
    attributes, must be alike (numbers, grades such as `high`, names in Latin letters), more so than with any
    other number of columns; at least one column must be other than plain words, and the first cell must name
    what the rows are.
    """
    views = [match_view(cell).strip() for cell in cells]
    if not views or not _CORNER.fullmatch(views[0]):
        return None
    kinds, across = [kind_of(view) for view in views], _ACROSS.fullmatch(views[0])
    rated = sorted(
        (
            (max(_alike(kinds, width), _alike_across(kinds, width) if across else 0.0), width)
            for width in range(2, _MOST_COLUMNS + 1)
            if len(cells) % width == 0 and len(cells) >= _LEAST_ROWS * width and _names_rows(views, width)
        ),
        reverse=True,
    )
    if not rated or rated[0][0] < _ALIKE or (len(rated) > 1 and rated[0][0] < rated[1][0] + _MARGIN):
        return None
    width = rated[0][1]
    return width if any(kind != "words" for kind in kinds[width:]) else None


def names_rows(corner: str) -> bool:
    """Whether the first cell of a head says what the rows are: `来源`, `Cell type`."""
    return _CORNER.fullmatch(match_view(corner).strip()) is not None


def kind_of(view: str) -> str:
    """What a cell, in the match view, says: a `grade`, a `number`, a name in `latin` letters, or `words`."""
    for kind, pattern in (("grade", _GRADE), ("number", _NUMBER), ("latin", _LATIN)):
        if pattern.fullmatch(view):
            return kind
    return "words"


def _alike(kinds: Sequence[str], width: int) -> float:
    """The share of the cells that are of the usual kind of their column, less where heads are no words."""
    shares = []
    for column in range(width):
        body = kinds[width + column :: width]
        shares.append(Counter(body).most_common(1)[0][1] / len(body))
    heads = sum(kind in {"words", "latin"} for kind in kinds[:width]) / width
    return sum(shares) / width * heads


def _alike_across(kinds: Sequence[str], width: int) -> float:
    """The share of the cells that are of the usual kind of their row, where the rows are attributes."""
    rows = [kinds[start + 1 : start + width] for start in range(width, len(kinds), width)]
    if width <= _LEAST_ACROSS:
        return 0.0
    shares = [Counter(row).most_common(1)[0][1] / len(row) for row in rows]
    heads = sum(kind in {"words", "latin"} for kind in kinds[:width]) / width
    return sum(shares) / len(shares) * heads


def _names_rows(views: Sequence[str], width: int) -> bool:
    """Whether every row has a name of its own, and every column a head of its own."""
    names, heads = views[::width], views[:width]
    if any(_GRADE.fullmatch(name) for name in names):
        return False
    return len(set(names)) == len(names) and len(set(heads)) == width
