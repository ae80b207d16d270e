"""What a heading is about: the treatments or diseases it names, and whether it opens the whole subject.

Told from how names end, so that it works on subjects nobody has listed: names of diseases and of what a field
gives end in few ways (the lexicon's words), and function words stand between them and the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sctui.lexicon.words import Words
from sctui.text.match_view import KEPT, match_view, passing_views


class SubjectKind(StrEnum):
    """What kind of thing is named."""

    TREATMENT = "treatment"  # what is given, and what it is made of: cells, a vaccine
    DISEASE = "disease"


@dataclass(frozen=True, slots=True)
class Subject:
    """The names in a heading (match view, abbreviations written out).

    `broad`: the heading opens its subject as a whole, not one side of it (its cause, its trials);
    `announces`: it says that several kinds follow; `others`: it goes on with the rest of a series.
    """

    treatments: frozenset[str]
    diseases: frozenset[str]
    broad: bool
    announces: bool
    others: bool

    def names(self, kind: SubjectKind) -> frozenset[str]:
        """The names of one kind."""
        return self.treatments if kind is SubjectKind.TREATMENT else self.diseases


_BETWEEN = (
    r"[:,、。;/“”\"'《》\[\]()?]+|(?<![a-z])[\s-]+|[\s-]+(?![a-z])"
    r"|的|与|和|及|或|在|对于?|从|到|中(?![枢风国药医心期间])|为|被|由|让|使|关于|通过|基于|用于"
    r"|治疗|疗法|改善|修复|调节|调控|促进|<:giving.zh>"
    r"|\b(?:of|in|for|with|and|or|the|a|an|by|on|to|from|as|treat(?:ment|ing|s)?|therap(?:y|ies))\b"
)
_TREATMENT = r".*?<:subject>"
_DISEASE = (
    r"(?:病|症|炎|疮|癌|瘤|综合征|硬化|衰竭|衰退|早衰|不全|损伤|梗死|梗塞|中风|卒中|贫血|纤维化"
    r"|diseases?|syndrome|failure|disorders?|<:ill.en>|\w+(?:itis|osis|oma|emia))$"
)
_QUALIFIER = re.compile(r"^(?:其他|其它|各种|各类|多种类?|不同|常见|几种|几类|多类|这些|该|此类)+")
_ANNOUNCES = re.compile(
    r"类型|种类|分类|多种|各类|各种|几种|几类|不同|其他|其它|适应症|应用范围|应用领域|有哪些|"
    r"\b(?:types?|kinds?|various|several|different|other|indications)\b"
)
_OTHERS = re.compile(r"其他|其它|\bother\b")
_GENERIC_END = r"(?:作用|应用|疗法|治疗|<:giving.zh>|方面|(?:role|effects?|use|application)s?)$"
_ABBREVIATION = re.compile(r"(?<![a-z0-9])(?=[a-z0-9-]*[a-z])[a-z][a-z0-9-]{1,9}(?![a-z0-9])")
_HAN_NAME = "[\u3400-\u9fff0-9a-zα-ω-]{2,16}"

_HAS_BRACKET = re.compile("[(（]")
_NAME_AT_END = re.compile(rf"(?P<long>{_HAN_NAME})$")
_SHORT_IN_BRACKETS = re.compile(r"\s?\((?P<short>[a-z0-9-]{1,11})[,)]")
_LONG_IN_BRACKETS = re.compile(rf"(?<![a-z0-9])(?P<short>[a-z0-9-]{{1,11}})\s?\((?P<long>{_HAN_NAME})\)")


class SubjectReader:
    """Reads the headings of one document; its text tells what abbreviations in them stand for."""

    def __init__(self, texts: Sequence[str], titles: Iterable[str], words: Words) -> None:
        self._texts = texts
        self._between, self._generic_end = words.pattern(_BETWEEN), words.pattern(_GENERIC_END)
        self._treatment, self._disease = words.pattern(_TREATMENT), words.pattern(_DISEASE)
        self._long_names: dict[str, str] | None = None
        self._subjects: dict[Subject, Subject] = {}  # headings that name the same share one
        self._meanings: dict[str, str] = {}
        chunks = (chunk for title in titles for chunk in self._between.split(match_view(title)) if chunk)
        self._known = sorted({name for name in map(self._name, chunks) if name}, key=len, reverse=True)

    def read(self, title: str) -> Subject:
        """The subject of a heading."""
        view = match_view(title)
        chunks = [part for chunk in self._between.split(view) if chunk for part in self._parts(chunk)]
        names = [name for name in map(self._name, chunks) if name]
        treatments = frozenset(name for name in names if self._treatment.match(name))
        diseases = frozenset(names) - treatments
        subject = Subject(
            treatments,
            diseases,
            broad=bool(names and chunks[-1].endswith(names[-1]))
            or bool(self._generic_end.search(view.rstrip("?: "))),
            announces=bool(_ANNOUNCES.search(view)),
            others=bool(_OTHERS.search(view)),
        )
        return self._subjects.setdefault(subject, subject)

    def mentions(self, texts: Iterable[str], names: frozenset[str]) -> bool:
        """Whether lines have one of the names, or an abbreviation that stands for one."""
        views = map(match_view, texts) if len(self._texts) <= KEPT else passing_views(texts)
        return any(self._mentions(view, names) for view in views)

    def _mentions(self, view: str, names: frozenset[str]) -> bool:
        if any(name in view for name in names):
            return True
        return any(self._written_out(word) in names for word in set(_ABBREVIATION.findall(view)))

    def _parts(self, chunk: str) -> list[str]:
        """The chunk, after the names of abbreviations that are glued to it: `sle发病机制`."""
        words = _ABBREVIATION.findall(chunk)
        if words == [chunk]:
            return [self._written_out(chunk)]
        return [name for name in map(self._written_out, words) if not name.isascii()] + [chunk]

    def _written_out(self, word: str) -> str:
        if not _ABBREVIATION.fullmatch(word):
            return word
        if word not in self._meanings:
            self._meanings[word] = self._meaning(word.removesuffix("s")) or word
        return self._meanings[word]

    def _meaning(self, abbreviation: str) -> str:
        """The name that stands beside the abbreviation in brackets: `name (AB)` or `AB (name)`."""
        if self._long_names is None:
            self._long_names = _long_names(passing_views(filter(_HAS_BRACKET.search, self._texts)))
        long = self._long_names.get(abbreviation, "")
        known = next((name for name in self._known if long.endswith(name)), "")
        return known or self._name(next((part for part in reversed(self._between.split(long)) if part), ""))

    def _name(self, chunk: str) -> str:
        """The treatment or disease that a piece of a heading names; empty when it names none."""
        chunk = _QUALIFIER.sub("", chunk.strip())
        treatment = self._treatment.match(chunk)
        if treatment:
            return treatment[0]
        return chunk if self._disease.search(chunk) else ""


def _long_names(views: Iterable[str]) -> dict[str, str]:
    """What abbreviations stand for, by the first place of each; `name (AB)` counts before `AB (name)`."""
    behind: dict[str, str] = {}
    before: dict[str, str] = {}
    for view in views:
        for match in _SHORT_IN_BRACKETS.finditer(view):
            name = _NAME_AT_END.search(view, max(0, match.start() - 16), match.start())
            for short in (match["short"], match["short"].removesuffix("s")):
                behind.setdefault(short, name["long"] if name else "")
        for match in _LONG_IN_BRACKETS.finditer(view):
            for short in (match["short"], match["short"].removesuffix("s")):
                before.setdefault(short, match["long"])
    return before | behind


def narrower(names: frozenset[str], than: frozenset[str]) -> bool:
    """Whether every name is a kind of one of the others: `间充质干细胞` of `干细胞`."""
    return bool(names) and all(any(name != wide and (name.endswith(wide)) for wide in than) for name in names)
