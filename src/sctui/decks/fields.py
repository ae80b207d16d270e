"""The words that fill a template: a fact's own, and those that let its question stand alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from sctui.decks import agreement
from sctui.decks.dated import names_year, year_of
from sctui.decks.quoting import blank, plain
from sctui.decks.senses import is_ambiguous
from sctui.decks.study_label import StudyNames
from sctui.decks.templates import Question, Templates, constant
from sctui.decks.turned import at_its_time, time_of_count
from sctui.decks.wording import beside_comparator, says, small, what_is_denied, with_subject
from sctui.lexicon.diseases import general_disease
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view

_THINGS = (
    *(TermKind.DISEASE, TermKind.CELL, TermKind.TREATMENT, TermKind.FACTOR, TermKind.IMMUNE),
    *(TermKind.PATHWAY, TermKind.ROUTE, TermKind.ENDPOINT),
)
_EACH = re.compile(r"[/、和与與及](?=[\u3400-\u9fff])|\s+and\s+")  # diseases of one frame
_FRAME = re.compile(r"在[^,，]{2,30}(?:中|时|下)[,，]")
_NOBODYS = ("loose", "case", "consensus")  # kinds of works that chose no patients
# an English word that describes what follows it, and so is no name: `Isolated exosomes`
_DESCRIBING = re.compile(r"[A-Z][a-z]+(?:ed|al|ive|ous) [a-z]")


_Makers = dict[str, Callable[[], str]]


class FactFields(Mapping[str, str]):
    """The words for the fields of templates, each worked out when a template asks for it: most ask for few.

    Args:
        makers: what gives each.
        made: those that are worked out.
    """

    def __init__(self, makers: _Makers, made: Mapping[str, str] | None = None) -> None:
        self._makers, self._made = makers, dict(made or {})

    def __getitem__(self, name: str) -> str:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._makers[name]()
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def with_words(self, **words: str) -> FactFields:
        """The same, with other words for some fields."""
        return FactFields(self._makers, {**self._made, **words})


@dataclass(frozen=True, slots=True)
class Fields:
    """What is the same for every fact of a document; see `Asking`."""

    document: Document
    names: StudyNames
    templates: Templates
    lexicon: Lexicon | None
    senses: Mapping[tuple[str, str], str]

    def of(self, fact: Fact, quote: str) -> FactFields:
        """The words for every field of a template; empty where the fact has none."""
        gap = blank(self.document, fact)
        sentence = with_subject(fact, quote, gap)
        field = self.senses.get((match_view(fact.subject), match_view(fact.value)), "")
        context = fact.context or (field if is_ambiguous(fact.subject, self.lexicon) else "")
        return FactFields(
            {
                **self._of_claim(fact, quote),
                **self._of_context(fact, context, sentence),
                "field": lambda: field,
                "study": lambda: self._study(fact),
                "kinds": lambda: self._study_in_general(fact),
                "quote": lambda: quote,
                "blank": lambda: gap,
                "sentence": lambda: sentence,
                "clause": lambda: self._mid_sentence(sentence),
                "published": lambda: self._published(fact, gap),
            }
        )

    def _of_claim(self, fact: Fact, quote: str) -> _Makers:
        language = self.document.language
        verb = self.templates.verb(fact.kind, fact.slot, language)
        is_term = fact.kind is FactKind.TERM and fact.slot == "expansion"
        return {
            "subject": lambda: plain(fact.subject) if is_term else self._mid_sentence(plain(fact.subject)),
            "time": lambda: time_of_count(fact, quote),
            "measure": lambda: beside_comparator(fact, at_its_time(fact, quote), language, self._line(fact)),
            "attribute": lambda: beside_comparator(fact, small(fact.measure), language),
            "value": lambda: fact.value,
            "name": lambda: self._mid_sentence(fact.value),
            "verb": lambda: "" if says(fact.value[: len(verb)], verb) else verb,
            "denied": lambda: what_is_denied(fact.value, verb),
            "when": lambda: constant("什么时候" if "月" in fact.value else "哪一年", language),
            "are": lambda: agreement.verb_form(fact.measure, "is"),
            **{name: partial(agreement.verb_form, fact.subject, name) for name in ("do", "is", "s")},
            **{
                name: partial(agreement.counted_as, fact.value, name)
                for name in ("counter", "counted", "people")
            },
        }

    def _of_context(self, fact: Fact, context: str, sentence: str) -> _Makers:
        places = [self._mid_sentence(place) for place in context.split(" · ")]
        disease = next((self._whole_name(place) for place in places if self._is_disease(place)), "")
        figure, compared = fact.kind is FactKind.FIGURE, fact.kind is FactKind.COMPARISON
        return {
            "context": lambda: "" if compared and says(context, fact.subject) else context,
            "disease": lambda: disease if not says(fact.subject, disease) else "",
            "about": lambda: "" if says(sentence, disease) or self._is_framed(sentence) else disease,
            "actor": lambda: next((place for place in places if self.is_cells(place)), ""),
            "place": lambda: context if figure and not says(fact.measure, context) else "",
        }

    def _line(self, fact: Fact) -> str:
        return self.document.lines[fact.evidence.line - 1].text

    def _study(self, fact: Fact) -> str:
        if fact.study is None:
            return ""
        said = f"{fact.measure} {fact.subject if fact.slot.endswith('_of') else ''}"
        return self.names.label(fact.study, without=(fact.slot,), answer=fact.value, said=said)

    def _study_in_general(self, fact: Fact) -> str:
        """The study by the disease in general, where the answer says which people with it were treated."""
        if fact.study is None or fact.slot != "condition" or fact.study.get("kind") in _NOBODYS:
            return ""
        disease = general_disease(fact.value, self.lexicon) if self.lexicon else ""
        if not disease:
            return ""
        return self.names.label(fact.study, without=(fact.slot,), answer=fact.value, general=disease)

    def _mid_sentence(self, subject: str) -> str:
        """An English subject as it stands within a sentence: the lexicon knows which names begin small."""
        found = self.lexicon.leading(subject) if self.lexicon and subject[:1].isupper() else None
        plain_word = re.match(r"[A-Z][a-z]+(?![A-Za-z0-9])", subject)  # `MtSC` is written as it is
        if found and found.term.en[:1].islower() and plain_word:
            return subject[0].lower() + subject[1:]
        described = _DESCRIBING.match(subject) and not found
        return subject[0].lower() + subject[1:] if described else subject

    def _is_disease(self, place: str) -> bool:
        diseases = self.lexicon.of(TermKind.DISEASE) if self.lexicon and place else None
        return diseases is not None and all(diseases.lookup(name) for name in _EACH.split(place))

    def names_something(self, question: Question) -> bool:
        """Whether a figure is asked with the disease, cells or thing that it is of."""
        return not (question.is_gap and self.lexicon) or bool(
            self.lexicon.of(*_THINGS).mentions(question.front)
        )

    def _is_framed(self, sentence: str) -> bool:
        """Whether a sentence begins with the patients or the model that it is true of."""
        frame = _FRAME.match(match_view(sentence))
        return bool(
            frame and self.lexicon and self.lexicon.of(TermKind.DISEASE).mentions(sentence[: frame.end()])
        )

    def _whole_name(self, place: str) -> str:
        """A disease as the lexicon names it, where the text has but the beginning of the name (`类风湿`)."""
        term = self.lexicon.of(TermKind.DISEASE).lookup(place) if self.lexicon else None
        begun = term is not None and not place.isascii() and term.zh.startswith(match_view(place))
        return constant(term.zh, self.document.language) if term and begun else place

    def _published(self, fact: Fact, said: str) -> str:
        """The year of a document, where a figure of a country is told without its year."""
        national = fact.kind is FactKind.FIGURE and fact.context
        return year_of(self.document) if national and not names_year(said + fact.measure) else ""

    def is_cells(self, place: str) -> bool:
        """Whether a name is that of cells."""
        return bool(self.lexicon and self.lexicon.of(TermKind.CELL).lookup(place))
