"""The words of one fact for the fields of templates, each worked out when a template asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from sctui.decks import agreement, claim_fields, table_fields
from sctui.decks.asked_kind import asks_kind
from sctui.decks.fields import Fields
from sctui.decks.hints import how_many, shown_in_gap
from sctui.decks.measures import things
from sctui.decks.quoting import blank, plain
from sctui.decks.senses import also_called, english_beside, field_asked, kind_of
from sctui.decks.templates import GAP, constant
from sctui.decks.turned import at_its_time, time_of_count
from sctui.decks.wording import says, small, what_is_denied, with_subject
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact, FactKind
from sctui.text.column_head import deed_of, whom_of
from sctui.text.match_view import match_view

_SHOWN = re.compile(r"(?:[^,。]{0,12}(?:证明|证实|显示|表明|发现|提示)了?[,:]?)?")
_PEOPLE = re.compile("患者|病人|参与者|參與者|受试者|受試者")
_ONLY = re.compile("[仅僅只]$")
_SIZE = re.compile(r"\s?[(（\[]\s?[nN]\s?=\s?\d+\s?[)）\]]")  # of a group, which is often what is asked
_COUNTER = re.compile("[名例位]$")
_BETTER = "better-in"
_NUMBERED = re.compile(r"\b(?:cohort|group|arm)s? (?:\d+|[A-D])\b", re.IGNORECASE)  # which has no article


class FactFields(Mapping[str, str]):
    """The words for every field of a template; empty where the fact has none. Most questions ask for few.

    Args:
        of_document: what is the same for every fact.
        fact: the fact that is asked for.
        quote: what proves it, mended.
        made: words that are known already.
    """

    __slots__ = ("_made", "fact", "of_document", "quote")

    def __init__(
        self, of_document: Fields, fact: Fact, quote: str, made: Mapping[str, str] | None = None
    ) -> None:
        self.of_document, self.fact, self.quote = of_document, fact, quote
        self._made = dict(made or {})

    def __getitem__(self, name: str) -> str:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = _FIELDS[name](self)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(_FIELDS)

    def __len__(self) -> int:
        return len(_FIELDS)

    def with_words(self, **words: str) -> FactFields:
        """The same, with other words for some fields."""
        return FactFields(self.of_document, self.fact, self.quote, {**self._made, **words})


def _subject(of: FactFields) -> str:
    subject = plain(of.fact.subject)
    is_name = of.fact.kind is FactKind.TERM and of.fact.slot == "expansion"
    if of.fact.kind is FactKind.MECHANISM:
        subject = claim_fields.named(subject, of.of_document.lexicon)
    return subject if is_name else of.of_document.mid_sentence(subject)


def _line(of: FactFields) -> str:
    return of.of_document.document.lines[of.fact.evidence.line - 1].text


def _measure(of: FactFields) -> str:
    return _ONLY.sub("", _SIZE.sub("", at_its_time(of.fact, of.quote)))


def _did(of: FactFields) -> str:
    """What the counted people did, without the word for them."""
    measure = _SIZE.sub("", of.fact.measure)
    return measure[len(people[0]) :] if (people := _PEOPLE.match(measure)) else ""


def _among(of: FactFields) -> str:
    """All the patients of the study, of whom some are counted; empty where its name numbers them."""
    study = of.fact.study
    total = study.get("n") if study and study.get("kind") == "trial" else ""
    if (
        not total
        or not _did(of)
        or match_view(total) == match_view(of.fact.value)
        or says(of["study"], total)
    ):
        return ""
    return f"{total}{constant('患者', of.of_document.document.language)}" if _COUNTER.search(total) else ""


def _attribute(of: FactFields) -> str:
    return _as_named(of.fact.measure, of.of_document.lexicon) or small(of.fact.measure)


def _as_named(measure: str, lexicon: Lexicon | None) -> str:
    """A measure with the capital of its name (`Mayo score`); empty where its name has none."""
    named = lexicon.leading(measure) if lexicon else None
    name = named.term.en if named and match_view(measure).startswith(match_view(named.term.en)) else ""
    return f"{name}{measure[len(name) :]}" if name[:1].isupper() else ""


def _verb_of_slot(of: FactFields) -> str:
    return of.of_document.templates.verb(of.fact.kind, of.fact.slot, of.of_document.document.language)


def _verb(of: FactFields) -> str:
    verb = _verb_of_slot(of)
    return "" if says(of.fact.value[: len(verb)], verb) else verb


def _when(of: FactFields) -> str:
    return constant("什么时候" if "月" in of.fact.value else "哪一年", of.of_document.document.language)


def _field(of: FactFields) -> str:
    return of.of_document.senses.get((match_view(of.fact.subject), match_view(of.fact.value)), "")


def _context(of: FactFields) -> str:
    context = _told_of(of)
    if of.fact.kind is FactKind.COMPARISON:
        context = context.partition(" · ")[0]  # what a thing is set against, without the disease
        return "" if says(context, of.fact.subject) else context
    return context


def _told_of(of: FactFields) -> str:
    """The context of the fact; the field of an abbreviation that has several senses.

    What is denied of a treatment may name its disease in the answer alone (`不会逆转MS的表现`).
    """
    if not of.fact.context and "negated" in of.fact.flags and of.of_document.lexicon:
        diseases = of.of_document.lexicon.of(TermKind.DISEASE)
        named = [] if diseases.mentions(of.fact.subject) else diseases.mentions(of.fact.value)
        return of.fact.value[named[-1].start : named[-1].end] if named else ""
    if of.fact.context:
        return of.fact.context
    document = of.of_document
    return field_asked(of.fact, of["field"], document.lexicon, document.document.language, document.templates)


def _disease(of: FactFields) -> str:
    fact = of.fact
    if fact.slot == _BETTER and of.of_document.lexicon:  # its context is what it is better than
        named = of.of_document.lexicon.of(TermKind.DISEASE).mentions(fact.value)
        disease = fact.value[named[0].start : named[0].end] if named else ""
        return "" if says(fact.subject + fact.context, disease) else disease
    disease = of.of_document.disease(_told_of(of))
    return "" if says(fact.subject, disease) else disease


def _about(of: FactFields) -> str:
    disease, sentence = of.of_document.disease(_told_of(of)), of["sentence"]
    told = says(sentence, disease) or says(of.fact.value, disease)  # `不能抑制肿瘤生长`
    return "" if told or of.of_document.is_framed(sentence) else disease


def _place(of: FactFields) -> str:
    context = _told_of(of)
    country = of.fact.kind is FactKind.FIGURE and not of.of_document.disease(context)
    return context if country and not says(of.fact.measure, context) else ""


def _kind(of: FactFields) -> str:
    """Which kind of thing is asked for (`哪种谱系`), where it is known; as a gap shows it."""
    kinds = of.of_document.kinds
    told = kinds.of(of.fact.value) if kinds else ""
    return told if asks_kind(told) else ""


def _combined(of: FactFields) -> str:
    """What is given together does, asked for the treatment: `哪种联合治疗可增强X`."""
    before, gap, behind = of["blank"].partition(GAP)
    if not gap or not _SHOWN.fullmatch(match_view(before)):
        return ""
    return f"{constant('哪种联合治疗', of.of_document.document.language)}{behind}"


_FIELDS: Mapping[str, Callable[[FactFields], str]] = {
    "subject": _subject,
    "time": lambda of: time_of_count(of.fact, of.quote, _line(of)),
    "among": _among,
    "did": _did,
    "measure": _measure,
    "attribute": _attribute,
    "value": lambda of: of.fact.value,
    "bare": lambda of: claim_fields.bare(of.fact),
    "name": lambda of: of.of_document.mid_sentence(of.fact.value),
    "verb": _verb,
    "group": lambda of: of.fact.measure if _NUMBERED.search(of.fact.measure) else f"the {of.fact.measure}",
    "denied": lambda of: what_is_denied(of.fact.value, _verb_of_slot(of)),
    "when": _when,
    "field": _field,
    "context": _context,
    "table": lambda of: table_fields.table(of["context"], of.of_document),
    "compared": lambda of: table_fields.compared(of.fact.context, of.of_document),
    "listed": lambda of: table_fields.listed(of.fact, of.of_document.document.language),
    "disease": _disease,
    "about": _about,
    "actor": lambda of: of.of_document.actor(_told_of(of)),
    "place": _place,
    "study": lambda of: of.of_document.study(of.fact),
    "told": lambda of: of.of_document.told(of.fact),
    "kinds": lambda of: of.of_document.study_in_general(of.fact),
    "quote": lambda of: of.quote,
    "regulator": lambda of: of.fact.study.get("regulator") if of.fact.study else "",
    "blank": lambda of: blank(of.of_document.document, of.fact),
    "sentence": lambda of: with_subject(of.fact, of.quote, of["blank"]),
    "clause": lambda of: of.of_document.mid_sentence(of["sentence"]),
    "published": lambda of: of.of_document.published(of.fact, of["blank"]),
    "are": lambda of: agreement.verb_form(of.fact.measure, "is"),
    "was": lambda of: agreement.verb_form(of.fact.measure, "was"),
    "do": lambda of: agreement.verb_form(of.fact.subject, "do"),
    "is": lambda of: agreement.verb_form(of.fact.subject, "is"),
    "combined": _combined,
    "things": lambda of: things(of.fact, of.of_document.document.language),
    "which": lambda of: how_many(of.fact, of.of_document.document.language),
    "within": lambda of: claim_fields.within(of.fact, of["disease"], of.of_document),
    "often": lambda of: claim_fields.often(of.quote),
    "also": lambda of: also_called(of.fact, of.of_document.lexicon, of.of_document.document.language),
    "foreign": lambda of: english_beside(of.fact, of.quote),
    "some": lambda of: claim_fields.some(of.fact, of.of_document.document),
    "those": lambda of: claim_fields.those(of.fact, of.of_document.document),
    "traits": lambda of: claim_fields.traits(of.fact, of.of_document.document.language),
    "aim": lambda of: claim_fields.aim(
        of.fact, _line(of), of.of_document.lexicon, of.of_document.document.language
    ),
    "besides": lambda of: claim_fields.besides(of.fact, _line(of)),
    "more": lambda of: claim_fields.more(of.fact, _line(of), of.of_document.document.language),
    "fared": lambda of: claim_fields.fared(of.fact),
    "maker": lambda of: claim_fields.maker(of.fact, _line(of), of.of_document.is_cells),
    "sort": lambda of: claim_fields.sort(of.fact, of.of_document.lexicon),
    "sense": lambda of: kind_of(
        of.fact, of.of_document.lexicon, of.of_document.document.language, of.of_document.templates
    ),
    "way": lambda of: claim_fields.way(of.quote),
    "will": lambda of: claim_fields.will(of.fact, of.quote, of.of_document.document.language),
    "kind": _kind,
    "good": lambda of: table_fields.good(of.quote, of.of_document.document.language),
    "respects": lambda of: table_fields.respects(of.fact, of.of_document),
    "shown_in_gap": lambda of: shown_in_gap(
        of.fact, of.of_document.kinds, of.of_document.document.language, of["sentence"]
    ),
    "deed": lambda of: deed_of(of.fact.measure),
    "whom": lambda of: whom_of(of.fact.measure),
    "by": lambda of: claim_fields.by(of.fact, of.of_document.kinds, of.of_document.document.language),
    "class": lambda of: claim_fields.class_of(of.fact, _line(of)),
    "once": lambda of: claim_fields.once(of.fact, _line(of)),
    "shown": lambda of: claim_fields.shown(of.fact, _line(of)),
    "done": lambda of: claim_fields.done(of.fact, of.quote),
    "indicator": lambda of: claim_fields.indicator(
        of.fact, of.of_document.kinds, of.of_document.document.language
    ),
    "organ": lambda of: claim_fields.organ(of.fact, of.of_document.lexicon),
    "turned": lambda of: claim_fields.turned(of.fact),
    "s": lambda of: agreement.verb_form(of.fact.subject, "s"),
    "counter": lambda of: agreement.counted_as(of.fact.value, "counter"),
    "counted": lambda of: agreement.counted_as(of.fact.value, "counted"),
    "people": lambda of: agreement.counted_as(of.fact.value, "people"),
}
