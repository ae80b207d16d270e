"""In which field an abbreviation is used: asked with it where it means other things elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from sctui.decks.templates import Templates, constant
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.model.topic import Topic
from sctui.text.gloss import english_name
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_CAPITALS = re.compile("[A-Z]{3}")
_CLASS = "疾病"  # ends the name of a class of diseases
_BRIEF = 3  # letters of a disease's name that may be another one's
_ANY_FIELD = re.compile(
    r"系统|疾病|性|病|相关|科|脏|部|\b(?:an?|of|the|or|diseases?|old)\b"
)  # of what an area is called
_SHOWN = 3  # characters that a field and a name begin with, by which the name is given away
_SHORT = 2  # letters of a name that is another thing's elsewhere, whether the lexicon knows it or not

_KINDS = {
    TermKind.DISEASE: ("疾病", "a disease"),
    TermKind.SOURCE: ("组织", "a tissue"),
    TermKind.CELL: ("细胞", "cells"),
    TermKind.IMMUNE: ("细胞", "cells"),
    TermKind.TREATMENT: ("治疗", "a treatment"),
    TermKind.FACTOR: ("分子", "a molecule"),
    TermKind.PATHWAY: ("通路", "a pathway"),
    TermKind.ENDPOINT: ("检测指标", "a measure"),
}


def read_senses(
    facts: Iterable[Fact], document: Document, tree: Topic, lexicon: Lexicon | None
) -> Mapping[tuple[str, str], str]:
    """The disease in whose field an abbreviation is used, by abbreviation and full name (match view).

    That of the nearest heading above the first place that gives the name, else of the document's title; where
    none of them tells of a disease, the one that the line begins with. None where the line is on diseases of
    another area than they are, and none that gives either name away.
    """
    found: dict[tuple[str, str], str] = {}
    unspelt = cache(lambda field: lexicon is not None and _is_unspelt(field, document, lexicon))
    for fact in facts:
        key = (match_view(fact.subject), match_view(fact.value))
        if fact.kind is FactKind.TERM and fact.slot == "expansion" and lexicon and key not in found:
            line = document.lines[fact.evidence.line - 1].text
            titles = (*reversed(tree.path_of(fact.evidence.line)), tree.title)
            diseases = _diseases(line[: fact.evidence.start], lexicon)
            before = [field for field in diseases if not unspelt(field)]
            named = [field for title in titles for field in _alone(title, lexicon)]
            above = [field for field in named if not _is_of_others(field, before, lexicon)]
            beside = () if named else (field for field in before if not _is_beside(field, fact, lexicon))
            fields = chain(above, beside)
            field = next((field for field in fields if _tells(field, fact, lexicon)), "")
            found[key] = _spelt_out(field, lexicon, document.language)
    return found


def _is_unspelt(field: str, document: Document, lexicon: Lexicon) -> bool:
    """Whether a disease is a few letters that the text never spells out: they may be a measure's (`PD`)."""
    term = lexicon.of(TermKind.DISEASE).lookup(field)
    if term is None or not field.isascii() or len(field) > _BRIEF:
        return False
    names = [match_view(name) for name in (term.zh, term.en) if name]
    return not any(name in match_view(line.text) for line in document.lines for name in names)


def is_ambiguous(name: str, lexicon: Lexicon | None) -> bool:
    """Whether a name is so short that every field has its own, is little known, or known for several things.

    What a name stands for within others alone (`UC` of `UC-MSC`) a term says with `also: UC=脐带`.
    """
    if not name.isascii() or lexicon is None:
        return False
    return (
        (len(name) <= _SHORT and name.isalpha()) or is_little_known(name, lexicon) or is_double(name, lexicon)
    )


def field_asked(
    fact: Fact, field: str, lexicon: Lexicon | None, language: Language, templates: Templates
) -> str:
    """The field that an abbreviation is asked in: that of its heading, or of a short one's disease its kind.

    Empty for one that needs none, and where that would give the name away.
    """
    told = field if is_ambiguous(fact.subject, lexicon) else ""
    return told or (_area_of_brief(fact, lexicon, language, templates) if language.is_chinese else "")


def _area_of_brief(
    fact: Fact, lexicon: Lexicon | None, language: Language, templates: Templates | None
) -> str:
    """What the area of a disease with a short name is called, where that says nothing of its name."""
    short = fact.subject.removesuffix("s")
    brief = fact.slot == "expansion" and len(short) <= _BRIEF and short.isascii() and short.isalpha()
    term = lexicon.of(TermKind.DISEASE).lookup(fact.value) if brief and lexicon else None
    area = (
        templates.gap(FactKind.TERM, term.attributes.get("area", ""), language) if term and templates else ""
    )
    telling = _ANY_FIELD.sub("", match_view(area or ""))
    signs = telling if language.is_chinese else telling.split()
    return (
        ""
        if any(sign in f"{match_view(fact.value)}{term.zh if term else ''}" for sign in signs)
        else area or ""
    )


def is_little_known(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a few capitals that the lexicon knows nothing of, or only a measure of studies."""
    short = name.removesuffix("s")
    known = (*lexicon.senses(name), *lexicon.senses(short))
    return bool(_CAPITALS.fullmatch(short)) and all(term.kind is TermKind.ENDPOINT for term in known)


def is_double(name: str, lexicon: Lexicon | None) -> bool:
    """Whether the lexicon knows two things of a name, neither a kind of the other."""
    senses = _senses(name, lexicon) if lexicon else set()
    return len({sense for sense in senses if not any(sense != one and one in sense for one in senses)}) > 1


def is_unclear(fact: Fact, senses: Mapping[tuple[str, str], str], lexicon: Lexicon | None) -> bool:
    """Whether an abbreviation has two senses, and none of its fields (`senses`) tells which is meant.

    So may a short one of a disease, which an English text asks for by the kind of that.
    """
    told = senses.get((match_view(fact.subject), match_view(fact.value)))
    short = fact.value.isascii() and len(fact.subject.removesuffix("s")) <= _BRIEF
    return not told and (short or is_double(fact.subject, lexicon))


def is_no_disease(fact: Fact, lexicon: Lexicon | None) -> bool:
    """Whether an abbreviation means here what no disease's field tells (`UC`, an umbilical cord)."""
    return lexicon is not None and lexicon.of(TermKind.DISEASE).lookup(fact.value) is None


def kind_of(
    fact: Fact, lexicon: Lexicon | None, language: Language, templates: Templates | None = None
) -> str:
    """The kind of thing that an abbreviation means here (`组织`); of diseases the field (`内分泌疾病`).

    Empty where it means two of that kind, or field.
    """
    if fact.slot != "expansion" or lexicon is None:
        return ""
    if not is_double(fact.subject, lexicon):
        return "" if language.is_chinese else _area_of_brief(fact, lexicon, language, templates)
    own = lexicon.lookup(fact.value)
    others = [lexicon.lookup(sense) for sense in _senses(fact.subject, lexicon)]
    others = [term for term in others if own is None or term is not own]
    kinds = {term.kind if term else None for term in others}
    told = _KINDS.get(own.kind) if own and not kinds & {own.kind, None} else None
    if told:
        return constant(told[not language.is_chinese], language)
    areas = {term.attributes.get("area", "") if term else "" for term in others}
    area = own.attributes.get("area", "") if own else ""
    apart = area and not areas & {area, ""}
    return (templates.gap(FactKind.TERM, area, language) or "") if apart and templates else ""


def _senses(name: str, lexicon: Lexicon) -> set[str]:
    """The keys of what a name stands for, by those that write it so where any does: `eGFR` is no EGFR."""
    terms = lexicon.senses(name)
    terms = tuple(term for term in terms if name in term.names()) or terms
    apart = [term for at, term in enumerate(terms) if not any(_share(term, one, name) for one in terms[:at])]
    also = (term.attributes.get("also", "").partition("=") for term in terms)
    return {match_view(term.key) for term in apart} | {
        match_view(sense) for short, _, sense in also if match_view(short) == match_view(name)
    }


def _share(one: Term, other: Term, name: str) -> bool:
    """Whether two terms have another name in common: a thing, and how much there is of it."""
    shared = {match_view(a) for a in one.names()} & {match_view(b) for b in other.names()}
    return bool(shared - {match_view(name)})


def also_called(fact: Fact, lexicon: Lexicon | None, language: Language) -> str:
    """What stands behind a full name of a disease: the one that has the abbreviation by rights.

    `卵巢早衰(POI)`, where POI is that of 早发性卵巢功能不全, of the same area: who answers that is right.
    """
    owner = _owner(fact, lexicon)
    name = (owner.zh if language.is_chinese else owner.en) if owner else ""
    return _also((name,), language) if name else ""


def english_beside(fact: Fact, quote: str) -> str:
    """What stands behind a Chinese full name: the English one of its bracket (`心衰(heart failure, HF)`)."""
    name = english_name(quote, fact.subject) if HAN.search(fact.value) else ""
    return f"（{name}）" if name else ""


def also_shortened(fact: Fact, lexicon: Lexicon | None, language: Language) -> str:
    """What stands behind the abbreviation of a disease: its own, where a text gives it a near one's.

    Where a Chinese text gives its own, those that others give it (`also-short` in the lexicon).
    """
    named = lexicon.of(TermKind.DISEASE).lookup(fact.value) if lexicon and fact.slot == "expansion" else None
    if named is None:
        return ""
    if fact.subject in named.abbreviations:
        own = language.is_chinese  # the English names of the two are told apart
        return _also(filter(None, (named.attributes.get("also-short", ""),)) if own else (), language)
    return _also(named.abbreviations, language) if _owner(fact, lexicon) else ""


def _owner(fact: Fact, lexicon: Lexicon | None) -> Term | None:
    """The disease whose abbreviation a text gives to another one of its area."""
    if lexicon is None or fact.slot != "expansion":
        return None
    named = lexicon.of(TermKind.DISEASE).lookup(fact.value)
    owners = lexicon.of(TermKind.DISEASE).senses(fact.subject)
    area = named.attributes.get("area") if named else ""
    if not area or named in owners:
        return None
    return next((term for term in owners if term.attributes.get("area") == area), None)


def _also(names: Iterable[str], language: Language) -> str:
    if language.is_chinese:
        told = "、".join(constant(name, language) for name in names)
        return f"（{constant('也作', language)}{told}）" if told else ""
    told = ", ".join(names)
    return f" (also {told})" if told else ""


def _is_of_others(field: str, before: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a heading's disease is of another field than those of the line."""
    diseases = lexicon.of(TermKind.DISEASE)
    own, told = diseases.lookup(field), [diseases.lookup(one) for one in before]
    area = own.attributes.get("area") if own else None
    return bool(told) and all(
        one is not own and (not one or one.attributes.get("area") != area) for one in told
    )


def _is_beside(field: str, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a disease of a line is another one than that of the abbreviation, and no class of diseases."""
    diseases = lexicon.of(TermKind.DISEASE)
    one, other = diseases.lookup(field), diseases.lookup(fact.value)
    return one is not None and other is not None and not one.zh.endswith("疾病")


def _spelt_out(field: str, lexicon: Lexicon, language: Language) -> str:
    """A field with its Chinese name, where a Chinese text has but its abbreviation (`IBD`).

    In English as the lexicon writes it, where a title has capitals (`Rheumatoid Arthritis`).
    """
    term = lexicon.of(TermKind.DISEASE).lookup(field) if field.isascii() else None
    if term and not language.is_chinese and field.lower() == term.en.lower():
        return term.en
    return constant(term.zh, language) if term and term.zh and language.is_chinese else field


def _diseases(text: str, lexicon: Lexicon) -> Iterator[str]:
    for mention in lexicon.of(TermKind.DISEASE, TermKind.TREATMENT).mentions(text):
        if mention.term.kind is TermKind.DISEASE:  # and no `骨折` of `微骨折`
            yield text[mention.start : mention.end]


def _alone(title: str, lexicon: Lexicon) -> Iterable[str]:
    """The disease of a heading that names one; `从甲病到乙病` tells not which of them is meant."""
    named = lexicon.of(TermKind.DISEASE).mentions(title)
    return _diseases(title, lexicon) if len({mention.term.key for mention in named}) == 1 else ()


def _tells(field: str, fact: Fact, lexicon: Lexicon) -> bool:
    view, name, short = match_view(field), match_view(fact.value), match_view(fact.subject)
    same = lexicon.lookup(field) in (lexicon.lookup(fact.value), *lexicon.senses(fact.subject))
    stem = name.rstrip("症病")
    if HAN.search(view) and name.startswith(view[:_SHOWN]):
        return False  # `类风湿因子` by `类风湿关节炎`
    return not (same or stem in view or short in view or view in name or _has_both(field, fact, lexicon))


def _has_both(field: str, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a field is a class of diseases in which the abbreviation is another one as well (`DM`)."""
    diseases = lexicon.of(TermKind.DISEASE)
    around = diseases.lookup(field)
    if around is None or not around.zh.endswith(_CLASS):
        return False
    others = (diseases.lookup(sense) for sense in _senses(fact.subject, lexicon))
    own, area = diseases.lookup(fact.value), around.attributes.get("area")
    return any(other and other is not own and other.attributes.get("area") == area for other in others)
