"""One fact -> every way to ask for it that passes the rubric, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sctui.decks import full_names
from sctui.decks.alone import stands_alone
from sctui.decks.candidate import Candidate
from sctui.decks.carriers import Joined
from sctui.decks.cells import as_asked, asks_source, is_effect_on, is_trait, tells_an_effect
from sctui.decks.damaged import forbids, misnames, without_members
from sctui.decks.fact_fields import FactFields
from sctui.decks.fields import Fields
from sctui.decks.given import says_little
from sctui.decks.hints import amount_asked, lists_some, names_others, verb_end, without_so_on
from sctui.decks.kinds_by_end import is_bare
from sctui.decks.left_out import leaves_out_a_step, leaves_out_the_way
from sctui.decks.naming import Naming, clause_naming, filled, naming_of
from sctui.decks.quoting import mended, plain
from sctui.decks.rubric import Claim, Refusal, failed_item
from sctui.decks.senses import is_no_disease, is_unclear
from sctui.decks.spelling import Spelling
from sctui.decks.split_list import at_each_comma, is_counted, is_many
from sctui.decks.study_label import LONGEST, StudyNames
from sctui.decks.templates import GAP, Question, Templates
from sctui.decks.treated import deed_beside_control
from sctui.decks.vague import is_general
from sctui.decks.ways import Ways
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Damage, Document
from sctui.model.fact import Fact, FactKind
from sctui.model.replacing import replace
from sctui.text.patterns import HAN

# which of several rows has the most of something, and what each of two has: the question names them all
ASKED_OF_ALL = ("cell-most", "cell-each", "cell-best-for")
_SEVERAL = re.compile(r"[、,，;；/和与與及]")
_RANGE = re.compile(r"(?:from\s)?\D{0,3}\d[\d.]*(?:\s?[^\d\s]{1,6})?\s?(?:to|→)\s?\D?\d")


@dataclass(frozen=True, slots=True)
class Asking:
    """What is the same for every fact of a document.

    Args:
        senses: the fields of abbreviations, as `read_senses` gives them.
        full_names: of the abbreviations that the document glosses.
    """

    document: Document
    names: StudyNames
    templates: Templates
    lexicon: Lexicon | None
    senses: Mapping[tuple[str, str], str]
    full_names: Mapping[str, str]
    _fields: Fields = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        fields = Fields(self.document, self.names, self.templates, self.lexicon, self.senses)
        object.__setattr__(self, "_fields", fields)

    def candidate(self, fact: Fact) -> Candidate | Refusal:
        """Every way to ask for a fact, or what the best way failed."""
        document, line, of_all = self.document, fact.evidence.line, fact.slot in ASKED_OF_ALL
        if fact.kind is FactKind.TERM and fact.slot == "expansion":
            fact = full_names.spelt_out(fact, self.full_names, self.lexicon, document.language)
            own = full_names.is_of_one_text(fact, document, self.lexicon)
            if fault := full_names.fault_of_name(fact, self.lexicon) or (
                "short form of one text" if own else ""
            ):
                return Refusal(fault, fact.kind, fact.subject, line)
        if fact.kind is FactKind.COMPARISON:
            fact = as_asked(fact)
            if self.lexicon and not of_all and full_names.is_row_name(fact, self.lexicon):
                return Refusal("gives its answer away", fact.kind, fact.subject, line)
        if misnames(document, fact):
            return Refusal("damaged question", fact.kind, fact.measure, line)
        damaged: Sequence[Damage] = [
            d
            for d in document.damage_at(fact.answer or fact.evidence)
            if fact.answer or document.text(d.span) in fact.value
        ]
        if damaged and fact.slot == "better-in":
            fact = without_members(fact, [document.text(d.span) for d in damaged], document)
            damaged = () if fact.answer is None else damaged
        if forbids(damaged, fact):
            return Refusal("damaged answer", fact.kind, fact.subject or fact.measure, line)
        value = mended(document, fact.answer) if damaged and fact.answer else plain(fact.value)
        claim = Claim(
            mended(document, fact.evidence),
            fact.flags,
            repaired=bool(damaged) or "derived" in fact.flags or of_all,
            is_choice=of_all,
            names_study=fact.study is not None,
            is_name=fact.kind is FactKind.TERM,
            language=document.language,
        )
        return self._asked(fact if value == fact.value else replace(fact, value=value), claim)

    def in_gap(self, part: Fact) -> Candidate | Refusal:
        """A part of a long list, asked by a gap of its sentence alone."""
        made = self.candidate(part)
        gaps = tuple(way for way in made.questions if way.is_gap) if isinstance(made, Candidate) else ()
        if isinstance(made, Refusal) or not gaps:
            return Refusal("list cannot be split", part.kind, part.subject, part.evidence.line)
        return self._as_gap(replace(made, questions=gaps))

    def together(self, ways: Iterable[Joined]) -> Candidate | None:
        """One question for several facts of a study, in the first way that passes; None when none does."""
        for way in ways:
            if any(forbids(self._damage_of(part), part) for part in way.parts):
                continue
            quote = " ".join(dict.fromkeys(mended(self.document, part.evidence) for part in way.parts))
            repaired = "derived" in way.fact.flags or any(map(self._damage_of, way.parts))
            language = self.document.language
            claim = Claim(quote, way.fact.flags, repaired=repaired, names_study=True, language=language)
            made = self._asked(way.fact, claim, way)
            if isinstance(made, Candidate) and not (way.answer and made.questions[0].is_gap):
                flags = dict.fromkeys(flag for part in way.parts for flag in self._flags(part))
                return replace(made, flags=tuple(flags), parts=way.parts)
        return None

    def _damage_of(self, fact: Fact) -> Sequence[Damage]:
        return self.document.damage_at(fact.answer or fact.evidence)

    def _asked(self, fact: Fact, claim: Claim, way: Joined | None = None) -> Candidate | Refusal:
        fields = FactFields(self._fields, fact, claim.quote)
        naming = naming_of(self._fields, fact, way)
        if way and fact.study:
            fields = fields.with_words(
                study=naming(LONGEST), told=clause_naming(self._fields, fact, way), kinds=""
            )
        if treated := deed_beside_control(fact, self.document.lines[fact.evidence.line - 1].text):
            fields = fields.with_words(did=treated)
        several = bool(fact.items or _SEVERAL.search(fact.value))
        like, so_on = lists_some(fact, self.document)
        counted = self.document.language.is_chinese and not so_on and is_counted(fact)
        if fact.kind is FactKind.COMPARISON and (so_on or counted):
            told = at_each_comma(fact.value) if counted else without_so_on(fact.value)
            fields = fields.with_words(value=told)
        # `间充质干细胞分泌____`: nothing in the gap's sentence says what kind of thing is asked for
        bare = (
            fact.items
            and not fact.measure
            and fields["blank"].endswith(GAP)
            and self._fields.is_cells(fact.subject)
        )
        permitted = fact.study is not None and fact.study.get("permitted") and not fact.study.get("approved")
        more = (
            "permitted" if permitted else "",
            fact.study.get("kind") if fact.study else "",
            *(
                name
                for name, holds in (
                    ("example", (like or so_on) and not several),
                    ("one", not several),
                    ("listed", bare),
                    ("fromto", _RANGE.match(fact.value)),
                    ("treated", treated),
                    ("controlled", fact.study is not None and fact.study.get("comparator")),
                    ("effect", fact.kind is FactKind.COMPARISON and tells_an_effect(fact)),
                    ("onto", fact.kind is FactKind.COMPARISON and is_effect_on(fact)),
                    ("titled", fact.kind is FactKind.COMPARISON and is_trait(fact.measure)),
                    ("apart", fields["sense"] and is_no_disease(fact, self.lexicon)),
                    ("unclear", fact.slot == "expansion" and is_unclear(fact, self.senses, self.lexicon)),
                    ("described", fields["maker"]),
                    ("by", fact.slot == "includes" and fact.measure),
                    ("word", fact.slot == "expansion" and full_names.is_word(fact.subject, self.lexicon)),
                    ("foreign", self.document.language.is_chinese and not HAN.search(fact.value)),
                )
                if holds
            ),
        )
        open_list = is_many(fact) or (several and (like or so_on))
        kind = "sources" if asks_source(fact) and fact.slot == "cell" else "counted"
        first = (*((kind,) if counted else ()), *(("examples",) if open_list else ()))
        flags = (*first, *fact.flags, *(flag for flag in more if flag))
        failed: list[tuple[str, str]] = []
        ways: Sequence[Question] = Ways(self._ways(fact, claim, fields, flags, failed, naming))
        if not ways:
            item, asked = (
                failed[0] if failed else ("yes or no" if fact.slot == "cell-sign" else "no template", "")
            )
            if not failed and fact.study and not fields["study"]:
                item = "study not told from others"
            return Refusal(item, fact.kind, asked or fact.subject or fact.measure, fact.evidence.line)
        if fact.kind is not FactKind.MECHANISM:
            shown = amount_asked(fact.value, self.document.language)
            return Candidate(fact, ways, self._flags(fact), hint=shown)
        deed = bool(verb_end(fact.value, self.lexicon))
        made = Candidate(fact, ways, self._flags(fact), hint=fields["shown_in_gap"], deed=deed)
        return self._as_gap(made) if ways[0].is_gap else made

    def _ways(
        self,
        fact: Fact,
        claim: Claim,
        fields: FactFields,
        flags: tuple[str, ...],
        failed: list[tuple[str, str]],
        naming: Naming,
    ) -> Iterator[Question]:
        """The questions of the templates that pass; `failed` takes item and question of those that do not."""
        for template in self.templates.of(fact.kind, fact.slot, flags, self.document.language):
            question = filled(template, fields, self.document.language, naming)
            if question is None:
                continue
            item = failed_item(question.front, question.back, claim, self.lexicon)
            if item is None and is_many(fact) and not (question.is_gap or _asks_so_many(question, fields)):
                item = "list cannot be split"
            if item is None and self._is_open(question, fact, fields):
                item = "gap fits too much"
                if fact.slot != "damages":  # which can be asked in its disease without a gap
                    return failed.append((item, question.front))  # as would one that shows no kind either
            if item is None and not question.is_gap and leaves_out_a_step(fact, claim.quote):
                item = "claim made stronger"
            if item is None and not stands_alone(question, fact, fields):
                item = "does not stand alone"
            if item is None:
                spelling = Spelling(self.full_names, self.lexicon, self.document.language)
                yield spelling.of(self._with_sound_reverse(question, fact, claim), claim)
            else:
                failed.append((item, question.front))

    def _is_open(self, question: Question, fact: Fact, fields: FactFields) -> bool:
        """Whether a gap asks for just anything that its subject does, if only in one disease."""
        kinds, context, front = self._fields.kinds, fields["context"], question.front
        untold = names_others(fact.value) or (
            fields["shown_in_gap"].startswith("…") and leaves_out_the_way(fact, self.document)
        )
        if fact.kind is FactKind.MECHANISM and question.is_gap and untold:
            return True
        if self._fields.disease(context):
            front = front.removeprefix(context).lstrip("：: ")
        if kinds is None or fact.kind is not FactKind.MECHANISM or not question.is_gap:
            return False
        shown, bare = fields["shown_in_gap"], is_bare(front, kinds.lexicon.words)
        return bare and (not shown or (shown == kinds.happening and self._fields.is_thing(fact.subject)))

    def _as_gap(self, candidate: Candidate) -> Candidate:
        """A candidate with how much its answer says."""
        value, front, lexicon = candidate.fact.value, candidate.questions[0].front, self.lexicon
        vague = says_little(value, candidate.hint, front, lexicon)
        return replace(candidate, general=is_general(value, lexicon), vague=vague)

    def _with_sound_reverse(self, question: Question, fact: Fact, claim: Claim) -> Question:
        """The question; its other direction only when that passes too and one name asks it."""
        named = HAN.search(fact.subject)  # `抗CCP` is no English
        guessed = fact.slot == "expansion" and (named or not full_names.is_usual_short(fact, self.lexicon))
        if question.reverse and (fact.items or guessed or failed_item(question.reverse, fact.subject, claim)):
            return replace(question, reverse="")
        return question

    def _flags(self, fact: Fact) -> tuple[str, ...]:
        touched = self.document.damage_at(fact.evidence)
        in_answer = self.document.damage_at(fact.answer) if fact.answer else touched
        # a stray mark outside the answer costs nothing; mended words (`pinyin`) and lost ones are always said
        flags = [d.flag for d in touched if d in in_answer or not d.safe or d.kind == "pinyin"]
        return tuple(dict.fromkeys((*fact.flags, *flags)))


def _asks_so_many(question: Question, fields: FactFields) -> bool:
    """Whether a question asks for some of a list, or says how many its members are."""
    some, listed = fields["some"] or fields["those"], fields["listed"]
    return some in question.front or bool(listed and f"哪{listed}" in question.front)
