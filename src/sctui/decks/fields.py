"""The words that fill a template: a fact's own, and those that let its question stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sctui.decks.asked_kind import AskedKind
from sctui.decks.dated import names_year, year_of, year_told
from sctui.decks.study_label import LONGEST, StudyNames
from sctui.decks.templates import Question, Templates, constant
from sctui.lexicon.diseases import general_disease
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.text import literal
from sctui.text.match_view import match_view

_THINGS = (
    *(TermKind.DISEASE, TermKind.CELL, TermKind.TREATMENT, TermKind.FACTOR, TermKind.IMMUNE),
    *(TermKind.PATHWAY, TermKind.ROUTE, TermKind.ENDPOINT),
)
_EACH = re.compile(r"[/、和与與及](?=[\u3400-\u9fff])|\s+(?:and|or|in|with)\s+")  # diseases of one frame
_FRAME = re.compile(r"在[^,，]{2,30}(?:中|时|下)[,，]")
_NOBODYS = ("loose", "case", "consensus")  # kinds of works that chose no patients
_SPELT = 7  # letters of a name that no short form has
# an English word that describes what follows it, and so is no name: `Isolated exosomes`
_DESCRIBING = re.compile(
    r"[A-Z][a-z]+(?:ed|al|ar|ive|ing|ous|ic|ant|ent) (?:[a-z]|[A-Z] |[A-Z]{2,}[a-z]?\b)"
    r"|(?:Most|Many|Some|Few|Only|About|People|Women|Men|Patients|Children|Adults|Siblings|Up to|More than) "
    r"|(?:Through|By|Via|Under|In|After|During|Loss of|Lack of|Death of|Damage to|Absence of|Injury to) "
)


@dataclass(frozen=True, slots=True)
class Fields:
    """What is the same for every fact of a document; see `Asking`.

    `kinds` tells which kind of thing is asked for; None without a lexicon.
    """

    document: Document
    names: StudyNames
    templates: Templates
    lexicon: Lexicon | None
    senses: Mapping[tuple[str, str], str]
    kinds: AskedKind | None = field(init=False, repr=False, compare=False)
    _diseases: dict[str, str] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        known, language = self.lexicon, self.document.language
        object.__setattr__(self, "kinds", AskedKind(known, self.templates, language) if known else None)

    def study(self, fact: Fact, longest: int = LONGEST) -> str:
        """A name of a fact's study that tells it from all others; empty without one."""
        if fact.study is None:
            return ""
        said = f"{fact.measure} {fact.subject if fact.slot.endswith('_of') else ''}"
        return self.names.label(
            fact.study, without=(fact.slot,), answer=fact.value, said=said, longest=longest
        )

    def told(self, fact: Fact) -> str:
        """What a fact's study did, as a clause; empty where it has none."""
        if fact.study is None:
            return ""
        said = f"{fact.measure} {fact.subject if fact.slot.endswith('_of') else ''}"
        return self.names.told(fact.study, without=(fact.slot,), answer=fact.value, said=said)

    def study_in_general(self, fact: Fact) -> str:
        """The study by the disease in general, where the answer says which people with it were treated."""
        if fact.study is None or fact.slot != "condition" or fact.study.get("kind") in _NOBODYS:
            return ""
        disease = general_disease(fact.value, self.lexicon) if self.lexicon else ""
        if not disease:
            return ""
        return self.names.label(fact.study, without=(fact.slot,), answer=fact.value, general=disease)

    def mid_sentence(self, subject: str) -> str:
        """An English subject as it stands within a sentence: the lexicon knows which names begin small."""
        found = self.lexicon.leading(subject) if self.lexicon and subject[:1].isupper() else None
        plain_word = literal.match(r"[A-Z][a-z]+(?![A-Za-z0-9])", subject)  # `MtSC` is written as it is
        if found and found.end == len(subject) >= _SPELT and subject.isupper():  # in a heading
            names = (name for name in found.term.names() if match_view(name) == match_view(subject))
            return next((name for name in names if not name.isupper()), subject)
        trade_name = found and subject[: found.end] in found.term.names()  # `Casgevy` is written large
        if found and found.term.en[:1].islower() and plain_word and not trade_name:
            return subject[0].lower() + subject[1:]
        described = _DESCRIBING.match(subject) and not found
        return subject[0].lower() + subject[1:] if described else subject

    def disease(self, context: str) -> str:
        """The first disease that a context names."""
        named = self._diseases.get(context)
        if named is None:  # most facts have a context that others have as well
            places = map(self.mid_sentence, context.split(" · "))
            diseases = (self._whole_name(place) for place in places if self._is_disease(place))
            named = self._diseases[context] = next(diseases, "")
        return named

    def actor(self, context: str) -> str:
        """The first cells that a context names."""
        places = map(self.mid_sentence, context.split(" · "))
        return next((place for place in places if self.is_cells(place)), "")

    def _is_disease(self, place: str) -> bool:
        diseases = self.lexicon.of(TermKind.DISEASE) if self.lexicon and place else None
        if diseases is None:
            return False
        if all(
            diseases.lookup(name) or diseases.lookup(name.removesuffix("s")) for name in _EACH.split(place)
        ):
            return True
        named = diseases.mentions(place)  # `克罗恩病肛瘘`
        return len(named) > 1 and sum(one.end - one.start for one in named) == len(place)

    def names_something(self, question: Question, frame: str) -> bool:
        """Whether a figure is asked with the thing that it is of; a disease that frames it is none."""
        said = question.front.replace(frame, "") if frame else question.front
        return not question.is_gap or self.names_thing(said)

    def names_thing(self, text: str) -> bool:
        """Whether words name a thing of the field, as far as it is known; `市场与竞品` does not."""
        return not self.lexicon or bool(self.lexicon.of(*_THINGS).mentions(text))

    def is_framed(self, sentence: str) -> bool:
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

    def published(self, fact: Fact, said: str) -> str:
        """The year of a figure of a country that is told without its year.

        That of the work it is taken from, as the text before it says; else that of the document.
        """
        national = fact.kind is FactKind.FIGURE and fact.context and not self._is_disease(fact.context)
        if not national or names_year(said + fact.measure):
            return ""
        return year_told(self.document, fact.answer or fact.evidence) or year_of(self.document)

    def is_thing(self, name: str) -> bool:
        """Whether a name is a term's, with nothing more said of the thing."""
        return bool(self.lexicon and self.lexicon.lookup(name))

    def is_cells(self, place: str) -> bool:
        """Whether a name is that of cells."""
        return bool(self.lexicon and self.lexicon.of(TermKind.CELL).lookup(place))
