"""The full name that an abbreviation is asked with: spelt out to the end, and no other thing's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sctui.decks.cells import asks_source, names_its_source
from sctui.decks.templates import constant
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.misnomers import cell_left_out, is_misnomer
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

# an abbreviation within a Chinese name: two capitals, not part of `HLA-B27` or `CD4`
_WITHIN = re.compile(r"(?<![A-Za-z0-9-])[A-Za-z]*[A-Z][a-z]?[A-Z][A-Za-z]*(?![A-Za-z0-9-])")
_ASIDE = re.compile(
    r"\s?[(（][A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*s?[)）]"
)  # `mesenchymal stem cell (MSC)-derived …`
_WORDS = {"RNA", "DNA", "CT", "MRI", "PET", "mRNA", "miRNA"}  # spelt out nowhere
# what a small letter in front of a short form stands for, and of what: `hESC`, `eGFR`
_MODIFIED = re.compile(r"(?P<letter>[he])(?P<of>[A-Z][A-Za-z-]*)")
_MODIFIERS = {"h": ("人", "人", TermKind.CELL), "e": ("估算", "[估推]", TermKind.ENDPOINT)}
# what every reader of studies knows, and no field's own: `n`, `p`, `95% CI`
_STUDY_WORDS = {"ci", "or", "rr", "hr", "sd", "se", "sem", "iqr", "itt", "smd", "md", "wmd", "anova", "vs"}
_OF_STUDIES = {TermKind.DESIGN, TermKind.PHASE, TermKind.UNIT}
# what begins with a deed, or holds marks and figures, is no name
_NO_NAME = re.compile(
    r"^(?:[评評]估|研究|探[讨討]|[观觀]察|[采採]用|使用|[给給]予|比[较較]|[检檢][测測]|另|[一某][项項个個])"
    # the words for a study, whose name stands in the brackets
    r"|(?:[临臨]床|[联聯]合|多中心|国际|國際|[验驗][证證]|先[导導]|注[册冊]|[关關][键鍵]"
    r"|[大小]型?)(?:[临臨]床)?(?:[试試][验驗]|研究)$"
    r"|[期个個项項](?:[临臨]床)?(?:[试試][验驗]|研究)$|^[①-⑳]"
)
# an office, whose name is no knowledge of the field
_OFFICE = re.compile(
    r"(?:署|管理局|[监監]督局|[药藥][监監]局|[药藥][审審]中心|卫健委|衛福部|[审審]评中心|[学學]会|[协協]会"
    r"|[学學]會|[协協]會)$|\b(?:Authority|Agency|Administration)$"
)
# `no response`, `control group`: what one paper counts, not what a field calls a thing
_NO_ENGLISH_NAME = re.compile(
    r"[(),;:%]|^\W|^\d(?!\d?-[a-z]{3})|^no\b|\b(?:response|responders?|groups?|arms?|cohorts?|controls?)$"
    r"|(?:ular|ardial|enous|onal|itial)$",
    re.IGNORECASE,
)
_IS_WORD = re.compile(r"(?:[A-Z]-|micro[A-Z])?[A-Za-z]?[a-z]{4,}(?: [a-z]+)*|micro[A-Z]+")
_NUMBERED = re.compile(r"[A-Za-z-](?:\d+|(?<=-)I{1,3}|(?<=-)IV)$")
_GREEK = re.compile(r"-(?P<letter>[α-ω])$")
_SAYS_NUMBER = re.compile(r"[\dIVⅠ-Ⅳ一二三四]")
_LATIN_WORD = re.compile(r"[a-z]+")
_NO_TISSUE = {"the", "a", "of", "human", "tissue", "tissues", "from"}
_WORD_OR_NUMBER = re.compile(r"[a-z0-9α-ω]+")
_SMALL_WORDS = {"of", "the", "and", "to", "in", "for", "with", "derived"}
_BARE = re.compile(r"[^a-z0-9α-ω]")
_NAME_AND_NUMBER = 2  # words of `interleukin-10`
_SHORTEST_USUAL = 3  # letters of a short form that many may have made up for themselves
_HARDLY = 2  # times, with the one that says what it stands for
_MISSPELT = 2  # characters of a Chinese name, or one word of an English one, that make it another name
_LEAST_ALIKE = 5
_VESICLE = "vesicle"  # the class of exosomes and their like
_LONGEST_ROUTE = 2  # letters of IV, IM, SC, which belong to medicine at large


def own_full_names(facts: Iterable[Fact]) -> Mapping[str, str]:
    """The full name of each abbreviation that a document glosses, the plural's as the singular's."""
    return {
        fact.subject.removesuffix("s"): fact.value
        for fact in facts
        if fact.kind is FactKind.TERM
        and fact.slot == "expansion"
        and not (_WITHIN.search(fact.value) or _NO_NAME.search(fact.value))
    }


def spelt_out(fact: Fact, own: Mapping[str, str], lexicon: Lexicon | None, language: Language) -> Fact:
    """The fact with no abbreviation in its full name; with the `h` of `hMSC` (人) in a Chinese one.

    The cells that it leaves out of its short form (`外泌体(MSC-Exo)`) are put in front of it.
    An abbreviation is spelt out as the document glosses it, else as the lexicon has it; what neither knows
    stays. What was changed is flagged `derived`.
    """
    chinese = bool(HAN.search(fact.value))
    if fact.value.isupper() and " " in fact.value and not chinese:  # as a heading writes it
        return replace(fact, value=fact.value.lower(), answer=None, flags=(*fact.flags, "derived"))

    def full(found: re.Match[str]) -> str:
        short = found.group()
        if short in _WORDS:
            return short
        single = short.removesuffix("s")
        term = (lexicon.lookup(short) or lexicon.lookup(single)) if lexicon else None
        known = (constant(term.zh, language) if chinese else term.en) if term else ""
        glossed = own.get(single, "")
        name = (glossed if bool(HAN.search(glossed)) == chinese else "") or known or short
        return name if found.start() == 0 else _within(name)

    value = _WITHIN.sub(full, _ASIDE.sub("", fact.value))
    if chinese and lexicon and (cell := cell_left_out(fact.subject, value, lexicon)):
        cell = own.get(fact.subject.partition("-")[0]) or constant(cell, language)
        value = f"{cell}{constant('来源的', language)}{value}"
    if chinese:
        value = _modified(fact.subject, value, lexicon, made=value != fact.value)
    if value == fact.value:
        return fact
    return replace(fact, value=value, answer=None, flags=(*fact.flags, "derived"))


def _modified(short: str, name: str, lexicon: Lexicon | None, *, made: bool) -> str:
    """A full name with what the small letter in front of its short form says, where it leaves that out.

    `made` says that the name was put together here.
    """
    found = _MODIFIED.match(short)
    if found is None or lexicon is None:
        return name
    word, said, kind = _MODIFIERS[found["letter"]]
    known = lexicon.of(kind).lookup(found["of"].removesuffix("s"))
    told = re.search(said, name)
    return name if told or not (known or (made and kind is TermKind.CELL)) else f"{word}{name}"


def _within(name: str) -> str:
    """An English name as it stands within another."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def fault_of_name(fact: Fact, lexicon: Lexicon | None) -> str:
    """Why an abbreviation is not asked; empty when it is."""
    short = fact.subject.removesuffix("s")
    held = [found for found in _WITHIN.findall(fact.value) if found not in _WORDS]
    if any(HAN.search(fact.value) or found.removesuffix("s") in short for found in held):
        return "name holds an abbreviation"
    if (_NO_NAME if HAN.search(fact.value) else _NO_ENGLISH_NAME).search(fact.value):
        return "name in doubt"
    number = _NUMBERED.search(short)
    greek = _GREEK.search(short)
    lost = (number and not _SAYS_NUMBER.search(fact.value)) or (greek and greek["letter"] not in fact.value)
    if lost and HAN.search(fact.value):
        return "name in doubt"  # `MHC-II` is more than its MHC, and `TNF-α` more than TNF
    known = (lexicon.senses(fact.subject) or lexicon.senses(short)) if lexicon else ()
    route = lexicon.of(TermKind.ROUTE).lookup(fact.value) if lexicon else None
    if (
        short.casefold() in _STUDY_WORDS
        or _OFFICE.search(fact.value)
        or (route and len(short) <= _LONGEST_ROUTE)
        or any(term.kind in _OF_STUDIES for term in known)
    ):
        return "word of every study"
    if lexicon and _is_coined(short, fact.value, known, lexicon):
        return "name in doubt"
    return "name in doubt" if lexicon and _is_doubtful(short, fact.value, known, lexicon) else ""


def is_word(name: str, lexicon: Lexicon | None) -> bool:
    """Whether what stands for a name is a word itself (`exosome`), and no short form (`Tregs`)."""
    known = lexicon.lookup(name.removesuffix("s")) if lexicon else None
    return bool(_IS_WORD.fullmatch(name)) and not (known and name.removesuffix("s") in known.abbreviations)


def is_usual_short(fact: Fact, lexicon: Lexicon | None) -> bool:
    """Whether a full name has this short form alone, which is more than the first letters of its words.

    `heart failure` is HF as anyone would guess; and where the lexicon has another short form first
    (`AD-MSC` for adipose-derived cells), `ASC` is but one of several.
    """
    short = _BARE.sub("", match_view(fact.subject.removesuffix("s")))
    if not HAN.search(fact.value):
        words = [word for word in _WORD_OR_NUMBER.findall(match_view(fact.value)) if word not in _SMALL_WORDS]
        if len(words) == _NAME_AND_NUMBER and words[-1].isdigit() and short.endswith(words[-1]):
            return False  # `interleukin-10`
        if "".join(word if word[0].isdigit() else word[0] for word in words) == short:
            return False
    cells = lexicon.of(TermKind.CELL) if lexicon else None
    term = (cells.lookup(fact.value) or cells.lookup(short)) if cells else None
    usual = next(iter(term.abbreviations), "") if term else ""
    return not usual or _BARE.sub("", match_view(usual)) in {short, short.removeprefix("h")}


def is_of_one_text(fact: Fact, document: Document, lexicon: Lexicon | None) -> bool:
    """Whether an English short form is one that a text made up for itself (`TA`), to use it hardly again."""
    short = fact.subject.removesuffix("s")
    if lexicon is None or not (fact.value + short).isascii() or len(short) > _SHORTEST_USUAL:
        return False
    if not short.isalpha() or lexicon.lookup(short) or lexicon.lookup(fact.value):
        return False
    use = re.compile(rf"(?<![A-Za-z]){re.escape(short)}s?(?![A-Za-z0-9])")
    return sum(len(use.findall(line.text)) for line in document.lines) <= _HARDLY


def _is_coined(short: str, name: str, known: tuple[Term, ...], lexicon: Lexicon) -> bool:
    """Whether an abbreviation is one text's own: the lexicon says so, or it lacks that of its own cells.

    `组织X间充质干细胞(MtSC)` has no MSC in it.
    """
    if known:
        return any(short in term.attributes.get("coined", "").split(",") for term in known)
    ends = [one for one in lexicon.of(TermKind.CELL).mentions(name) if one.end == len(name)]
    usual = [abbreviation for one in ends for abbreviation in one.term.abbreviations]
    return bool(HAN.search(name) and usual) and not any(one.upper() in short.upper() for one in usual)


def _is_doubtful(short: str, name: str, known: tuple[Term, ...], lexicon: Lexicon) -> bool:
    """Whether a gloss is another name than the abbreviation's: it has a wrong word, or is known for one."""
    view = match_view(name)
    if is_misnomer(short, name, lexicon) or _is_of_other_vesicles(short, view, lexicon):
        return True
    names = {match_view(one) for term in known for one in term.names()}
    if names & {view, view.removesuffix("s")}:
        return False
    return lexicon.lookup(name) is None and any(_is_near(view, match_view(term.zh)) for term in known)


def _is_of_other_vesicles(short: str, view: str, lexicon: Lexicon) -> bool:
    """Whether a short form ends in that of some vesicles, and its name in others (`外泌体(MSC-EV)`)."""
    cells = lexicon.of(TermKind.CELL)
    term = cells.lookup(short.rpartition("-")[2])
    if (
        term is None
        or term.attributes.get("class") != _VESICLE
        or view.removesuffix("s").endswith(tuple(map(match_view, term.names())))
    ):
        return False
    ends = [one.term for one in cells.mentions(view) if one.end == len(view)]
    return any(one.attributes.get("class") == _VESICLE for one in ends)


def _is_near(one: str, other: str) -> bool:
    """Whether two names of one length differ in a word alone."""
    apart = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) >= _LEAST_ALIKE and 0 < apart <= _MISSPELT


def is_row_name(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a row's name says what its answer says: `UC-MSC`, from the umbilical cord."""
    if names_its_source(fact):
        return True
    term = lexicon.lookup(fact.subject.removesuffix("s")) or lexicon.lookup(fact.subject)
    tissue = term.attributes.get("tissue", "") if term else ""
    told = match_view(fact.value)
    if tissue and told != match_view(tissue) and told.endswith(match_view(tissue)) and asks_source(fact):
        return True  # `UC-MSC`, from `异体脐带`
    if _says_name(fact, lexicon):
        return True
    if term is None or not fact.subject.isascii():
        return False
    said = set(_LATIN_WORD.findall(match_view(" ".join(term.names()))))
    answer = set(_LATIN_WORD.findall(match_view(fact.value))) - _NO_TISSUE
    return bool(answer) and answer <= said


def _says_name(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether an answer begins with another name of what its row names (`脂肪SVF`: `基质血管组分,…`)."""
    said = lexicon.leading(fact.value)
    alone = said and (said.end == len(fact.value) or fact.value[said.end] in ",，;；、(（ ")
    return bool(said and alone) and any(m.term is said.term for m in lexicon.mentions(fact.subject) if said)
