"""Which of a table's facts are asked, and in which disease."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.facts.comparisons.columns import is_of_disease
from sctui.facts.comparisons.heads import compares
from sctui.facts.comparisons.meant import Meant
from sctui.facts.comparisons.table import Table
from sctui.model.fact import Fact
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

# how a drug or an operation beside the cells is given, what it costs, who made it: no comparison
_OF_EVERY_DAY = frozenset(
    {
        *("cell", "row", "source", "cell-number", "row-number", "cell-amount", "cell-long", "cell-stage"),
        *("cell-how", "cell-taken", "cell-often", "cell-onset", "cell-lasting", "cell-adverbial", "cell-for"),
        *("cell-given", "cell-degree", "cell-age", "cell-asks", "cell-per"),
        *("cell-status", "cell-site"),
    }
)
_OPERATION = re.compile(
    r"切除|置换|移植|消融|毁损|刺激|透析|减压|手术|(?<![a-z])(?:surgery|resection|replacement"
    r"|transplant(?:ation)?|fusion|ablation|stimulation)$"
)
_PERSON = re.compile(r"\b(?:patients?|case \d+|woman|man|boy|girl)$|(?:患者|病人|病例)[\da-z一二三四五]*$")
_OWN_DISEASE = re.compile(r"适应[症证]|疾病|病种|适用疾病|病名|diseases?|indications?|conditions?")
_HOW_IT_ACTS = re.compile(r"作用|机[制理转]|原理|\b(?:mechanism|action)")
_BRAND = re.compile(r"[A-Z][a-z]{3,}|[A-Z]-\d|[®™]")  # a product, which is for what it is for
_OF_ROWS = frozenset({"row", "row-number"})  # of what is no thing by itself, such as a way to give cells


class ToldCells:
    """In which disease a table's facts are asked, and which of what stands beside the cells."""

    def __init__(self, meant: Meant, table: Table, above: Sequence[str], *, across: bool) -> None:
        names = [cell.text for cell in table.header[1:]] if across else [row[0].text for row in table.rows]
        self._meant, self._disease = meant, meant.disease_of(names, above)
        self._of_cells = any(map(meant.is_of_cells, names))
        alike = meant.heads_cells(table.header[0].text) or all(map(meant.is_of_cells, names))
        self._mixed = self._of_cells and not alike
        self._of_treatments = not all(map(meant.is_known_cells, names))
        self._titled = meant.is_of_cells(table.title)
        heads = [row[0].text for row in table.rows] if across else [cell.text for cell in table.header[1:]]
        persons = all(map(_PERSON.search, map(match_view, names)))
        if not persons and any(_OWN_DISEASE.fullmatch(match_view(head)) for head in heads):
            self._disease = ""  # each has its own

    def of(self, fact: Fact) -> Iterator[Fact]:
        """A cell's fact with its disease, where that matters; none of what is done with a drug every day."""
        if _PERSON.search(match_view(fact.subject)):
            if fact.slot in {"cell", "row"}:
                yield replace(fact, slot="cell-person", context=self._disease)
        elif not self._is_guessed(fact):
            yield from self._in_its_disease(fact)

    def _is_guessed(self, fact: Fact) -> bool:
        """Whether a fact is no comparison, or tells but how much of something an operation, or a way, has."""
        is_cells = self._meant.is_of_cells(fact.subject)
        if self._of_cells and not is_cells and self._is_of_every_day(fact):
            return True
        if fact.slot != "cell-degree":
            return False
        of_disease = self._meant.is_disease(fact.measure)  # more or less of it than with what else
        operated = _OPERATION.search(match_view(fact.subject)) or self._meant.is_way(fact.subject)
        return of_disease or bool(operated and not is_cells)

    def _in_its_disease(self, fact: Fact) -> Iterator[Fact]:
        """A fact with the disease in which it is asked; none of a way, or of a stage, without one."""
        of_it = (
            fact.slot in {"cell-stage", "cell-effect", "cell-status", "cell-harm", "cell-site", *_OF_ROWS}
            or is_of_disease(fact.measure)
            or (self._of_treatments and not self._meant.is_property(fact.measure))
            or self._mixed
            or (self._of_cells and not self._meant.is_of_cells(fact.subject))
        )
        own = self._meant.names_its_disease(fact.subject)
        disease = "" if own else self._disease
        named = own or disease or (HAN.search(fact.measure) and _BRAND.search(fact.subject))
        if self._mixed and of_it and not named:
            return  # treatments of a disease that nothing names
        if self._meant.is_way(fact.subject) and not self._titled:
            subject = self._meant.given(fact.subject)
            if subject and (own or disease):
                yield replace(fact, subject=subject, context=disease or fact.context)
        elif self._titled and fact.slot in _OF_ROWS:
            yield fact
        else:
            with_it = of_it and (disease or fact.slot == "cell-stage")
            yield replace(fact, context=disease) if with_it else fact

    def _is_of_every_day(self, fact: Fact) -> bool:
        """Whether a fact of what stands beside the cells is no comparison with them."""
        compared = any(map(compares, (fact.measure, fact.subject)))
        if fact.slot in _OF_EVERY_DAY and not compared:
            return True
        operated = _OPERATION.search(match_view(fact.subject))
        return bool(operated and _HOW_IT_ACTS.search(match_view(fact.measure)))
