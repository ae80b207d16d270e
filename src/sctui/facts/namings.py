"""The year in which something was given its name: `1988年,这类细胞被命名为“甲细胞”`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.telling import Telling
from sctui.model.fact import Fact, FactKind

_NAMED = re.compile(
    r"(?P<year>(?:18|19|20)\d\d\s?年)[^。;]{0,30}?(?:被)?(?:正式)?(?:命名|定名|更名)为\s?[“「『\"]?(?P<name>[^“”「」『』\",。;:()]{2,20})"
)
_LATER = re.compile(r"\d\s?年")  # of another year


def find_namings(telling: Telling) -> Iterator[Fact]:
    """Every year of a naming, with the name that was given."""
    for statement in telling.statements:
        for told in _NAMED.finditer(statement.view):
            if _LATER.search(told[0], len(told["year"])):
                continue
            year, name = (tuple(statement.start + at for at in told.span(part)) for part in ("year", "name"))
            yield Fact(
                FactKind.FIGURE,
                "named_in",
                subject=statement.raw(*name).strip(),
                value=statement.raw(*year),
                evidence=statement.span(year[0], name[1]),
                answer=statement.span(*year),
            )
