"""A card as styled content: where it stands, what it is about, its question, answer and proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from sctui.i18n import N_, _
from sctui.markup import cards
from sctui.model.card import Card, CardKind, Source
from sctui.study.answer import Checked, Verdict
from sctui.study.typed_text import Part, difference
from sctui.text.damage_words import damage_words
from sctui.text.match_view import match_view
from sctui.text.printable import printable
from sctui.tui.card_markup import styled
from sctui.tui.desk import Desk
from sctui.tui.highlight import answer_places

if TYPE_CHECKING:
    from sctui.model.knowledge import Evidence

_ANSWER_IN_QUOTE = "bold $text-success on $success-muted"

# how a flag is said, how grave it is, what it means: what a card's flag begins with -> words, style, help
FLAGS = {
    "preclinical": (N_("preclinical"), "warning", N_("seen in animals or cells, not in patients")),
    "hedged": (
        N_("not certain"),
        "warning",
        N_("the source says so with reserve: may, perhaps, is thought to"),
    ),
    "negated": (N_("a negative finding"), "warning", N_("the source says that something is not so")),
    "doubtful": (
        N_("doubtful"),
        "error",
        N_("the source itself, or a check of its numbers, casts doubt on it"),
    ),
    "repaired": (
        N_("repaired"),
        "accent",
        N_("damaged in the source, and mended where the mending can be proved"),
    ),
    "damage": (N_("damaged"), "error", N_("the quote has a damaged place; the answer does not rest on it")),
    "conflict": (N_("sources disagree"), "error", N_("two documents tell this differently; both are quoted")),
    "orphan": (
        N_("no longer in the document"),
        "warning",
        N_("the document has changed since the card was made"),
    ),
}
KINDS = {
    CardKind.MECHANISM: N_("mechanism"),
    CardKind.TRIAL: N_("trial"),
    CardKind.COMPARISON: N_("comparison"),
    CardKind.TERM: N_("term"),
    CardKind.FIGURE: N_("figure"),
    CardKind.NOTE: N_("note"),
}
_VERDICTS = {
    Verdict.EXACT: ("✓", "$text-success"),
    Verdict.CLOSE: ("≈", "$text-warning"),
    Verdict.WRONG: ("✗", "$text-error"),
    Verdict.UNREAD: ("?", "$text-error"),
}
_PIECES = {Part.SAME: "", Part.MISSING: "underline $text-success", Part.EXTRA: "strike $text-error"}
_ON_THE_FRONT = frozenset({"preclinical", "orphan"})  # these say nothing about the answer


def headline(card: Card, desk: Desk, *, revealed: bool) -> Content:
    """The titles from the document's first heading down to the card's own, and the badges."""
    path = " › ".join(desk.line(title) for title in card.note.topic)
    return Content.assemble((path, "dim"), "  " if path else "", _badges(card, desk, revealed=revealed))


def _badges(card: Card, desk: Desk, *, revealed: bool) -> Content:
    """Kind, unless it is a plain note, and flags; what could give the answer away only with the answer."""
    kind = card.note.kind
    chips = [] if kind is CardKind.NOTE else [_chip(_(KINDS[kind]), "primary")]
    shown = [flag for flag in card.note.flags if revealed or flag.partition(":")[0] in _ON_THE_FRONT]
    return Content(" ").join([*chips, *flag_chips(shown, desk)])


def flag_chips(flags: Iterable[str], desk: Desk) -> list[Content]:
    """Flags in words, each in its colour."""
    chips = []
    for flag in flags:
        name, _colon, detail = flag.partition(":")
        words, tone, _meaning = FLAGS.get(name, (name, "secondary", ""))
        said = f"{_(words)}: {damage_words(detail)}" if detail else _(words)
        chips.append(_chip(desk.line(said), tone))
    return chips


def question(card: Card, desk: Desk) -> Content:
    """The front; the gap of a cloze text stands out."""
    return styled(cards.question(card), desk.text)


def answer(card: Card, desk: Desk) -> Content:
    """The back."""
    return styled(cards.answer(card), desk.text)


def option(text: str, card: Card, desk: Desk) -> Content:
    """One of the answers of a choice card, on one line."""
    return styled(cards.tree_of(text, card.note), desk.line)


def verdict(checked: Checked, desk: Desk) -> Content:
    """The number that was typed, and how far off it is."""
    mark, style = _VERDICTS[checked.verdict]
    said = ""
    if checked.unit_differs:
        said = _("another unit")
    elif checked.difference:
        told = _("{difference} too high") if checked.difference > 0 else _("{difference} too low")
        said = told.format(difference=f"{abs(checked.difference):.6g}")
        said += _(", within the tolerance") if checked.verdict is Verdict.CLOSE else ""
    given = f"{mark} {desk.line(checked.given)}"
    return Content.assemble((given, style), (f"  {said}", "dim") if said else "")


def typed_verdict(checked: Checked, card: Card, desk: Desk) -> Content:
    """The answer set against what was typed: what was missing underlined, what was too much struck."""
    mark, style = _VERDICTS[checked.verdict]
    if checked.verdict is Verdict.EXACT:
        return Content.styled(f"{mark} {desk.line(checked.given)}", style)
    pieces = difference(checked.given, desk.line(card.back))
    shown = ((printable(piece.text), _PIECES[piece.part]) for piece in pieces)
    return Content.assemble((f"{mark} ", style), *shown)


def proof(told: Iterable[tuple[Source | Evidence, str, str]], style: str = "") -> Iterator[Content]:
    """Each quote with the value in it marked, and beneath it all places that hold these words, in any script.

    Of each source its value, and what is told of its document.
    """
    groups: dict[tuple[str, str], list[tuple[Source | Evidence, str]]] = {}
    for source, value, said in told:
        groups.setdefault((match_view(source.quote), value), []).append((source, said))
    for (_view, value), places in groups.items():
        words = marked_quote(places[0][0].quote, value).stylize_before(style)
        yield Content("\n").join((words, *(reference(source, said) for source, said in places)))


def quote(card: Card, source: Source) -> Content:
    """The exact words of the source, in the source's own script, with the answer marked in them."""
    return marked_quote(source.quote, cards.plain_back(card))


def marked_quote(words: str, value: str) -> Content:
    """Words of a document as they are written, with a value marked where it stands in them."""
    shown = printable(words)
    content = Content(shown)
    for start, end in answer_places(printable(value), shown):
        content = content.stylize(_ANSWER_IN_QUOTE, start, end)
    return content


def reference(source: Source | Evidence, told: str = "") -> Content:
    """Document and line, and what is `told` of the document: when it appeared, what kind of source it is."""
    return Content.assemble(
        (printable(source.document), "$text-accent"),
        ("  " + _("line {line}").format(line=source.line), "dim"),
        (f"  {told}" if told else "", "dim"),
    )


def _chip(words: str, tone: str) -> Content:
    return Content.styled(f" {words} ", f"$text-{tone} on ${tone}-muted")
