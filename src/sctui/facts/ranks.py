"""The place of a disease among others of its kind: `甲病是全球第三大死因`, `全球第三大死因的甲病`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.statement import Statement
from sctui.facts.trials.telling import Telling
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact, FactKind

_RANK = re.compile(
    r"(?P<rank>(?:全球|全世界|世界|我国|中国|全国|美国|欧洲|日本|台湾|人类)(?:范围内?)?的?"
    r"第[一二三四五六七八九十\d]+大(?P<of>[^,。;:、\d的]{0,8}?(?:死因|死亡原因|致死原因|致残原因|致盲原因|杀手(?![家之])"
    r"|(?:癌症?|恶性肿瘤)(?![症死患病细]))))"
)
_IS = re.compile(r"\s?(?:\([^()]*\))?(?:目前|现在|如今|已经?|现)?(?:是|为|成为|列为|位居|居|高居)了?$")


def find_ranks(telling: Telling) -> Iterator[Fact]:
    """Every place of a disease, also in the sentences of studies, whose own it never is."""
    for statement in telling.statements:
        yield from ranks(statement)


def ranks(statement: Statement) -> Iterator[Fact]:
    """The places that a sentence tells, each with the disease that it names; none without a country."""
    for told in _RANK.finditer(statement.view):
        start, end = (statement.start + at for at in told.span("rank"))
        disease = next(
            (
                one
                for one in statement.terms(TermKind.DISEASE)
                if one.start == end + 1
                or (one.end <= start and _IS.fullmatch(statement.seen(one.end, start)))
            ),
            None,
        )
        if disease is None or (disease.start > end and statement.seen(end, end + 1) != "的"):
            continue
        yield Fact(
            FactKind.FIGURE,
            "rank",
            subject=statement.raw(disease.start, disease.end),
            value=statement.raw(start, end),
            evidence=statement.span(min(start, disease.start), max(end, disease.end)),
            answer=statement.span(start, end),
            measure=statement.raw(statement.start + told.start("of"), end),
        )
