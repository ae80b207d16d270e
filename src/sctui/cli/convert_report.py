"""What `sctui convert` says of a document: what was read, made, refused and written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sctui.cli.report_words import told
from sctui.decks.merge import MergeReport
from sctui.decks.order import is_core
from sctui.i18n import _, ngettext
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import LineKind
from sctui.model.knowledge import DocumentKnowledge, Verdict
from sctui.pipeline import Conversion
from sctui.text.match_view import match_view
from sctui.text.printable import printable

_EXAMPLES = 2  # refused cards shown for each reason


def report(
    conversion: Conversion, merged: MergeReport, decks: Path, lexicon: Lexicon, *, verbose: bool
) -> Iterator[str]:
    """The lines to say; `verbose` names every refused card, `lexicon` tells whether it is another field's."""
    document, generation = conversion.document, conversion.generation
    yield printable(
        _("{name}: {lines} lines, {language}, {encoding}").format(
            name=document.name,
            lines=len(document.lines),
            language=document.language,
            encoding=document.encoding,
        )
    )
    yield _row(_("left out"), conversion.left_out)
    yield _row(_("damaged"), Counter(d.kind for d in document.damage))
    yield _row(_("facts"), Counter(fact.kind.value for fact in conversion.facts))
    yield _row(
        _("cards"), Counter(card.note.kind.value for note in generation.notes for card in note.cards())
    )
    if not generation.notes:
        yield printable(f"    {_why_none(conversion, lexicon)}")
    yield _row(_("of these, core"), Counter(_core(conversion)))
    yield _row(_("types"), Counter(note.type.value for note in generation.notes for _card in note.cards()))
    yield _row(_("flags"), Counter(flag for note in generation.notes for flag in note.flags))
    yield _row(_("refused"), Counter(refusal.item for refusal in generation.refused))
    yield _row(
        _("checks"), Counter(f.verdict.value for r in conversion.knowledge.records for f in r.findings)
    )
    yield from (printable(f"    {line}") for line in _doubts(conversion.knowledge))
    shown: Counter[str] = Counter()
    for refusal in generation.refused:
        shown[refusal.item] += 1
        if verbose or shown[refusal.item] <= _EXAMPLES:
            item = (
                _("{item} (rubric {number})").format(item=_(refusal.item), number=refusal.number)
                if refusal.number
                else _(refusal.item)
            )
            yield printable(
                _("    {item}: line {line}: {front}").format(
                    item=item, line=refusal.line, front=refusal.front
                )
            )
    changes = Counter(
        {
            _("new"): len(merged.added),
            _("updated"): len(merged.updated),
            _("unchanged"): len(merged.unchanged),
            _("kept as you edited them"): len(merged.kept),
            _("deleted or rejected by you"): len(merged.skipped),
            _("no longer in the document"): len(merged.orphaned),
        }
    )
    yield _row(_("written to {decks}").format(decks=decks), changes)


def _why_none(conversion: Conversion, lexicon: Lexicon) -> str:
    """Why a document became no card."""
    document = conversion.document
    told = sum(
        line.kind.carries_facts and line.kind is not LineKind.HEADING and line.kind is not LineKind.BLANK
        for line in document.lines
    )
    if conversion.facts:
        return _("no card: none of its facts can be asked well; `refused` says why")
    if not told:
        return _("no card: it has no text, only what stands around one (`left out`) or headings")
    if not any(next(lexicon.mentions_in(match_view(line.text)), None) for line in document.lines):
        return _(
            "no card: it has none of the terms in the lexicon; see docs/another-field.md for another field"
        )
    return ngettext(
        "no card: its {count} line of text tells no mechanism, trial, comparison, term or figure",
        "no card: its {count} lines of text tell no mechanism, trial, comparison, term or figure",
        told,
    ).format(count=told)


def _doubts(known: DocumentKnowledge) -> Iterator[str]:
    """What checks of numbers doubt, with the lines they read."""
    for record in known.records:
        for finding in record.findings:
            if finding.verdict is Verdict.DOUBTFUL:
                lines = ", ".join(sorted({str(place.line) for place in finding.evidence}, key=int))
                yield _("{check}: line {lines}: {says}").format(
                    check=finding.check, lines=lines, says=finding.says
                )


def _core(conversion: Conversion) -> Iterator[str]:
    """The kind of every card that a learner gets first."""
    for note in conversion.generation.notes:
        if is_core(note):
            yield from (note.kind.value for _card in note.cards())


def _row(label: str, counts: Counter[str]) -> str:
    parts = ", ".join(f"{count} {told(name)}" for name, count in counts.most_common() if count)
    return printable(f"  {label}: {counts.total()}{f' ({parts})' if parts else ''}")
