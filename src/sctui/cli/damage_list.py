"""The damaged places of a document as a list, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sctui.documents.decisions import Decision, key_of, with_decisions
from sctui.documents.traces import Trace
from sctui.i18n import N_, _
from sctui.model.document import Damage, Document
from sctui.model.knowledge import Repair
from sctui.text.damage_words import damage_words
from sctui.text.plural import counted

_AROUND = 16  # characters shown on either side of a place
_LINES = 8  # line numbers shown for a kind of trace


@dataclass(frozen=True, slots=True)
class Find:
    """A damaged place: its number, as found, as decided (None: rejected), the decision, and what another
    telling of the same study has there.
    """

    number: int
    damage: Damage
    decided: Damage | None
    decision: Decision | None
    proved: Repair | None = None


def finds_of(document: Document, decisions: Sequence[Decision], proved: Sequence[Repair] = ()) -> list[Find]:
    """Every damaged place of an undecided document, what was decided about it, and what others proved."""
    by_key = {decision.key: decision for decision in decisions}
    elsewhere = {(repair.place.line, repair.place.start): repair for repair in proved}
    after = {d.span: d for d in with_decisions(document, decisions).damage}
    return [
        Find(
            number,
            place,
            after.get(place.span),
            by_key.get(key_of(document, place)),
            elsewhere.get((place.span.line, place.span.start)),
        )
        for number, place in enumerate(document.damage, start=1)
    ]


def as_json(
    document: Document, finds: Sequence[Find], lost: Sequence[Decision], traces: Sequence[Trace]
) -> dict[str, Any]:
    """The list for programs; `lost` are the decisions that fit no place any more."""
    return {
        "document": document.name,
        "damage": [
            {
                "number": find.number,
                "line": find.damage.span.line,
                "column": find.damage.span.start + 1,
                "rule": find.damage.rule,
                "kind": find.damage.kind,
                "before": before,
                "place": place,
                "after": after,
                "proposal": (find.decided or find.damage).repair,
                "state": _state(find),
                "decision": find.decision.verdict.value if find.decision else None,
                **_elsewhere(find),
            }
            for find in finds
            for before, place, after in [_context(document, find.damage)]
        ],
        "traces": [asdict(trace) for trace in traces],
        "unmatched": [
            {
                "kind": d.kind,
                "context": d.context,
                "line": d.line,
                "decision": d.verdict.value,
                "text": d.text,
            }
            for d in lost
        ],
    }


def _elsewhere(find: Find) -> dict[str, Any]:
    if find.proved is None:
        return {}
    return {"elsewhere": {"text": find.proved.text, **asdict(find.proved.origin)}}


def as_text(
    document: Document, finds: Sequence[Find], lost: Sequence[Decision], sidecar: Path
) -> Iterator[str]:
    """The list for people; `sidecar` is the file of the decisions."""
    states = [_state(find) for find in finds]
    counts = ", ".join(f"{states.count(state)} {_(state)}" for state in dict.fromkeys(states))
    places = counted(len(finds), "damaged place") if finds else _("no damaged places")
    yield f"{document.name}: {places}" + (f" ({counts})" if counts else "")
    width = len(str(len(finds)))
    for find in finds:
        span = find.damage.span
        before, place, after = _context(document, find.damage)
        decided = _(find.decision.verdict) if find.decision else ""
        told = _("  by your decision ({verdict})").format(verdict=decided) if decided else ""
        what = f"{find.damage.rule} {damage_words(find.damage.kind)}"
        yield f"{find.number:>{width}}  {span.line}:{span.start + 1}  {what}  {_(_state(find))}{told}"
        yield f"{'':{width}}    …{before}⟦{place}⟧{after}…{_proposal(find)}"
        if find.proved:
            origin = find.proved.origin
            elsewhere = _("{text} in another telling of the same study ({document}, line {line}: {quote})")
            yield f"{'':{width}}    " + elsewhere.format(text=find.proved.text, **asdict(origin))
    for decision in lost:
        yield (
            _(
                "{sidecar}: this decision ({verdict}) fits no place any more: {kind}, line {line}: {context}"
            ).format(
                sidecar=sidecar,
                verdict=_(decision.verdict),
                kind=damage_words(decision.kind),
                line=decision.line,
                context=decision.context,
            )
        )


def traces_text(traces: Sequence[Trace]) -> Iterator[str]:
    """What was seen and dealt with, one row a kind."""
    if traces:
        yield _("seen and dealt with:")
    for trace in traces:
        lines = ", ".join(map(str, trace.lines[:_LINES])) + (", …" if len(trace.lines) > _LINES else "")
        examples = f"  {'  '.join(trace.examples)}" if trace.examples else ""
        yield _("  {rule} {kind}: {count}, {treatment} (lines {lines}){examples}").format(
            rule=trace.rule,
            kind=damage_words(trace.kind),
            count=trace.count,
            treatment=_(trace.treatment),
            lines=lines,
            examples=examples,
        )


def _context(document: Document, place: Damage) -> tuple[str, str, str]:
    text, span = document.lines[place.span.line - 1].text, place.span
    before = text[max(0, span.start - _AROUND) : span.start]
    return before, text[span.start : span.end], text[span.end : span.end + _AROUND]


def _state(find: Find) -> str:
    if find.decided is None:
        return N_("rejected")
    mended = find.decided.safe or (find.proved and find.decision is None)
    return N_("repaired") if mended else N_("flagged")


def _proposal(find: Find) -> str:
    repair = (find.decided or find.damage).repair
    if repair is None:
        return ""
    return f"  →  {repair}" if repair else _("  →  (taken out)")
