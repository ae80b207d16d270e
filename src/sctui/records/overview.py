"""A document's knowledge -> its overview: pure, from what `knowledge.json` keeps, with nothing read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sctui.i18n import _
from sctui.model.knowledge import Cell, DocumentKnowledge, Link, Record, Told, Verdict
from sctui.model.overview import Claim, Overview
from sctui.records.main_result import main_result
from sctui.text.plural import counted

MOST_CLAIMS = 16  # with title and basis no more than a screen of 24 lines
_SHARES = (("approval", 3), ("study", 6), ("mechanism", 4), ("comparison", 3))  # claims of a kind at first
# what records of a kind are called; what is counted has one word, for its plural
_KINDS = {
    "review": "review article",
    "consensus": "consensus paper",
    "case": "case report",
    "loose": "unnamed trial",
}
_LABEL = ("year", "author", "n", "case", "product", "cell_source", "condition")
_APPROVAL = ("brand", "indication", "regulator", "approved")


def overview_of(known: DocumentKnowledge) -> Overview:
    """What a document claims and on what evidence, at most `MOST_CLAIMS` claims.

    Each kind of claim has its share; what one kind does not use goes to the others, in their order.
    """
    approvals = [record for record in known.records if record.kind == "approval"]
    studies = sorted((one for one in known.records if one.kind != "approval"), key=lambda one: -_people(one))
    by_kind = {
        "approval": [claim for record in approvals for claim in _approval(record)],
        "study": [claim for record in studies for claim in _study(record)],
        "mechanism": list({link.evidence: _mechanism(link) for link in _main_links(known)}.values()),
        "comparison": list(_comparisons(known)),
    }
    taken = {kind: by_kind[kind][:share] for kind, share in _SHARES}
    left = MOST_CLAIMS - sum(map(len, taken.values()))
    for kind, share in _SHARES:
        more = by_kind[kind][share : share + left]
        taken[kind] += more
        left -= len(more)
    claims = tuple(claim for kind, _share in _SHARES for claim in taken[kind])
    years = [int(year) for record in known.records for year in _facet(record, "year")]
    span = (min(years), max(years)) if years else None
    return Overview(known.file, known.title, known.language, tuple(_basis(known)), claims, span)


def evidence_of(overview: Overview) -> list[str]:
    """What a document rests on, in words: `8 trials`, `135 mechanisms` …, and the years of its studies."""
    told = [counted(number, name) for name, number in overview.basis]
    if overview.years:
        first, last = overview.years
        told.append(str(first) if first == last else _("{first} to {last}").format(first=first, last=last))
    return told


def _facet(record: Record, name: str) -> Iterator[str]:
    return (value for facet, value in record.identity if facet == name)


def _people(record: Record) -> int:
    """How many took part, by the largest number told; 0 when none is."""
    return max((int(n) for n in _facet(record, "n") if n.isdecimal()), default=0)


def _basis(known: DocumentKnowledge) -> Iterator[tuple[str, int]]:
    kinds = Counter(_KINDS.get(record.kind, record.kind) for record in known.records)
    yield from kinds.most_common()
    preclinical = sum("preclinical" in link.flags for link in known.links)
    doubtful = sum(
        finding.verdict is Verdict.DOUBTFUL for record in known.records for finding in record.findings
    )
    counts = (
        ("mechanism", len(known.links) - preclinical),
        ("preclinical finding", preclinical),
        ("compared cell", len(known.cells)),
        ("doubtful number", doubtful),
    )
    yield from ((name, number) for name, number in counts if number)


def _study(record: Record) -> Iterator[Claim]:
    """A study in one line: who was given what, and what came of it."""
    found = main_result(record)
    told = found or next((one for one in record.told if one.slot in _LABEL), None)
    if told is None:
        return
    parts = [value for slot in _LABEL if (value := record.get(slot))]
    says = " · ".join(part for at, part in enumerate(parts) if not any(part in one for one in parts[:at]))
    if found:
        says = f"{says} → {_finding(found)}" if says else _finding(found)
    yield Claim("study", says, told.evidence, told.card, told.flags)


def _finding(told: Told) -> str:
    if told.measure in told.value:
        return told.value
    between = " " if told.measure[-1:].isascii() and told.value[:1].isascii() and told.measure else ""
    return f"{told.measure}{between}{told.value}"


def _approval(record: Record) -> Iterator[Claim]:
    parts = [told for slot in _APPROVAL for told in list(record.all(slot))[:1]]
    if parts:
        last = parts[-1]
        yield Claim(
            "approval", " · ".join(told.value for told in parts), last.evidence, last.card, last.flags
        )


def _main_links(known: DocumentKnowledge) -> list[Link]:
    """One link of each subject before a second of any; what is preclinical or uncertain comes last."""
    turns: Counter[str] = Counter()
    order: list[tuple[bool, int, int, Link]] = []
    for place, link in enumerate(known.links):
        turns[link.subject_key] += 1
        weak = bool({"preclinical", "hedged"} & set(link.flags))
        order.append((weak, turns[link.subject_key], place, link))
    return [link for *_, link in sorted(order, key=lambda one: one[:3])]


def _mechanism(link: Link) -> Claim:
    quote, subject = link.evidence.quote, link.subject
    space = " " if subject[-1:].isascii() and quote[:1].isascii() else ""
    says = quote if subject.lower() in quote.lower() else f"{subject}{space}{quote}"
    return Claim("mechanism", says, link.evidence, link.card, link.flags)


def _comparisons(known: DocumentKnowledge) -> Iterator[Claim]:
    """A column in one line: each source with the first value told of it, in whatever words it is called."""
    columns: dict[str, dict[str, Cell]] = {}
    for cell in known.cells:
        columns.setdefault(cell.column_key, {}).setdefault(cell.row_key, cell)
    for rows in columns.values():
        if len(rows) > 1:
            first, *_ = cells = list(rows.values())
            says = "; ".join(f"{cell.row} {cell.value}" for cell in cells)
            yield Claim("comparison", f"{first.column}: {says}", first.evidence, first.card, first.flags)
