"""Lines with their proof: of a study record all it tells and its checks found; of a document its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sctui.i18n import N_, _
from sctui.model.knowledge import Cited, Evidence, Finding, Record, Told, Verdict
from sctui.model.overview import Claim
from sctui.tui.knowledge.slots import in_reading_order, label, told_in_full

VERDICTS = {
    Verdict.DOUBTFUL: (N_("Doubtful"), "warning"),
    Verdict.AGREES: (N_("Agrees"), "success"),
    Verdict.DERIVED: (N_("Follows"), "accent"),
}


_CLAIMS = (N_("study"), N_("approval"), N_("mechanism"), N_("comparison"))  # the kinds there are


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a record.

    Args:
        label: what is told; of a heading, the heading itself.
        value: the value, as written.
        proof: the clauses it rests on; a heading has none.
        tone: the colour of the label (`error`, `warning` …), or "".
        told: the value with all that belongs to it, where the line is one.
        finding: what a check found, where the line is one.
        flags: what must be known of it (`hedged`, `preclinical` …).
    """

    label: str
    value: str = ""
    proof: tuple[Evidence, ...] = ()
    tone: str = ""
    told: Told | None = None
    finding: Finding | None = None
    flags: tuple[str, ...] = ()

    @property
    def heading(self) -> bool:
        """Whether the line only names the part below it."""
        return not self.proof and self.finding is None

    @property
    def place(self) -> str:
        """Document and line of the first clause."""
        return f"{self.proof[0].document}:{self.proof[0].line}" if self.proof else ""


def item_of_claim(claim: Claim) -> Item:
    """The line of a claim: its label says where it is weaker than it reads."""
    words, tone = _(claim.kind).capitalize(), ""
    if "preclinical" in claim.flags:
        words, tone = _("Preclinical"), "warning"
    elif "hedged" in claim.flags:
        words = f"{words} ?"
    return Item(words, claim.says, (claim.evidence,), tone, flags=claim.flags)


def items_of(record: Record) -> list[Item]:
    """The lines of a record, what needs attention first."""
    return list(_items(record))


def _items(record: Record) -> Iterator[Item]:
    if record.disagreements:
        yield Item(_("The sources disagree"), tone="error")
        for values in record.disagreements:
            for told in values:
                others = tuple(other.evidence for other in values if other is not told)
                yield replace(_told(told, "error"), proof=(told.evidence, *others))
    yield from _checks(record, _("Checks that raise doubt"), lambda found: found is Verdict.DOUBTFUL)
    disputed = {told for values in record.disagreements for told in values}
    for heading, part in in_reading_order(record):
        yield Item(_(heading))
        yield from (_told(told, "error" if told in disputed else "") for told in part)
    yield from _checks(record, _("Other checks of its numbers"), lambda found: found is not Verdict.DOUBTFUL)
    if record.cited:
        yield Item(_("Cited for it"))
        yield from map(_cited, record.cited)


def _told(told: Told, tone: str = "") -> Item:
    return Item(label(told.slot), told_in_full(told), (told.evidence,), tone, told, flags=told.flags)


def _cited(cited: Cited) -> Item:
    entry = cited.reference
    number = f"[{entry.number}]" if entry.number is not None else ""
    told = (entry.title, entry.authors, entry.journal, str(entry.year or ""), entry.link)
    return Item(number, " · ".join(part for part in told if part), (cited.evidence,))


def _checks(record: Record, heading: str, wanted: Callable[[Verdict], bool]) -> Iterator[Item]:
    found = [finding for finding in record.findings if wanted(finding.verdict)]
    if found:
        yield Item(heading, tone="warning" if found[0].verdict is Verdict.DOUBTFUL else "")
    for finding in found:
        word, tone = VERDICTS[finding.verdict]
        yield Item(_(word), finding.says, finding.evidence, tone, finding=finding)
