"""A short phrase that names a study in a question, stands alone, and never gives the answer away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from sctui.decks.any_treatment import is_any_product
from sctui.decks.controlled import is_controlled
from sctui.decks.rubric.measure import is_longer
from sctui.decks.study_clause import clause_of
from sctui.decks.study_marks import KnownStudies, Marks, is_coined, said_marks, years_told
from sctui.decks.study_noun import is_nameless
from sctui.decks.study_phrase import COINED, PARTS, SHARED, phrase
from sctui.decks.templates import constant
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.lexicon.words import Words
from sctui.model.fact import Study
from sctui.model.language import Language
from sctui.text import literal
from sctui.text.match_view import match_view

LONGEST = 46  # of a label that still leaves room for a question, as the rubric counts
_LONG = 7  # characters of a name that is heavy to read twice
_LOOSE = "loose"  # `clinical studies show …`: nobody's study, known by what it is about alone
_PEOPLE = re.compile(r"(?:的)?(?:患者|病人|女性|婦女|妇女|患儿|患兒|儿童|兒童|人群|受试者|受試者)$")
_PEOPLE_EN = re.compile(r"\s(?:patients|women|children)$")
_WHOSE, _AGENT = "<:whose>", "<:agent>|<:counted.en>"
_LOST = re.compile(r"\?(?=[(（”\"]|$)|(?<=[)）])\?")  # a lost sign behind a name
_NOT_OF_KIND = {
    "review": ("n",),  # people take part in the studies, not in the review
    "consensus": ("n",),
    "approval": ("n", "phase", "design"),  # what was approved is no trial
    _LOOSE: ("journal", "year", "n"),
}
_POOLED = re.compile(r"荟萃|统合|meta")
_YEAR_ALONE = re.compile(r"\d+年?")
_MARKS = re.compile(r"[\s,，、;；:：。“”\"'()（）《》]")
# slots that say the same of a study: to ask for one is to keep the others out of the label
_KIN: Mapping[str, tuple[str, ...]] = {
    "cell_source": ("product", "title"),
    "product": ("cell_source", "title"),
    "reviewed": ("product", "cell_source", "title"),
    "received": ("product", "cell_source", "title"),
    "country": ("site",),
    "approved_age": ("age",),
    "donor": ("title",),
    "condition": ("indication", "topic", "title", "case"),
    "indication": ("condition", "topic"),
    "design": ("title",),
    "type": ("design", "title", "kind"),
    "phase": ("title",),
    "n": ("arm",),
    "approved": ("year", "regulator"),
    "permitted": ("year",),
}


_ALWAYS = ("kind", "work", "regulator")  # told beside what tells a study apart
_BY_NAME = frozenset({"brand", "author", "site", "country", "phase", "case"})


class StudyNames:
    """Names for the studies of one document, in the language and script of the document.

    Args:
        studies: all of the document's.
        language: of the document.
        lexicon: knows other names of cells and diseases.
        library: the studies of all documents that are known; `owners` says which of them each study of the
            document is.
    """

    def __init__(
        self,
        studies: Sequence[Study],
        language: Language,
        lexicon: Lexicon | None = None,
        library: KnownStudies | None = None,
        owners: Mapping[str, str] | None = None,
    ) -> None:
        self._language, self._lexicon = language, lexicon
        self._words = lexicon.words if lexicon else Words(())
        self._own = KnownStudies(lexicon)
        self._said: dict[tuple[str, str], Marks] = {}
        for study in studies:
            self._own.add(study.key, ((slot.name, slot.value) for slot in study.slots))
        self._library, self._owners = library, owners or {}
        self._last: tuple[object, tuple[str, Mapping[str, str]]] = (None, ("", {}))

    def label(
        self,
        study: Study,
        *,
        without: Collection[str] = (),
        answer: str = "",
        said: str = "",
        general: str = "",
        longest: int = LONGEST,
    ) -> str:
        """Name a study by its best slots, as `2019年用自体间充质干细胞治疗难治性RA的研究`.

        Args:
            study: the study to name, one of the document's.
            without: the slots that are asked for; they and whatever implies them stay out.
            answer: what must not be read in the label.
            said: what the question says anyway; a label that does not repeat it is better.
            general: the disease to say in place of the one that is asked for.
            longest: how long the label may be, as the rubric counts.

        Returns the best label that fits no other study of the document or the library; an empty string when
        each fits another one too.
        """
        return self._best(study, tuple(without), answer, said, general, longest)[0]

    def told(
        self,
        study: Study,
        *,
        without: Collection[str] = (),
        answer: str = "",
        said: str = "",
        general: str = "",
    ) -> str:
        """What the study did, in a clause that says what `label` says (`2019年的一项研究用X治疗RA`).

        Empty where its label is none that can be told so.
        """
        parts = self._best(study, tuple(without), answer, said, general, LONGEST)[1]
        clause = clause_of(parts, self._language)
        return "" if _gives_away(clause, answer) else clause

    def _best(
        self, study: Study, without: tuple[str, ...], answer: str, said: str, general: str, longest: int
    ) -> tuple[str, Mapping[str, str]]:
        """The best label, and the slots it is made of; see `label`."""
        asked = (study.key, without, answer, said, general, longest)
        if asked != self._last[0]:
            self._last = (asked, self._find(study, without, answer, said, general, longest))
        return self._last[1]

    def _find(
        self, study: Study, without: tuple[str, ...], answer: str, said: str, general: str, longest: int
    ) -> tuple[str, Mapping[str, str]]:
        known = self._known(study, without, answer)
        shared = {SHARED: "1"} if is_controlled(study) else {}
        if general:
            known["condition"] = general
        view, best, fewest = match_view(said), ("", dict[str, str]()), len(known)
        for parts in _fitting_parts(known, without):
            repeats = _repeats(known, parts, view)
            if (best[0] and repeats >= fewest) or not self._is_only_one(study, known, parts):
                continue
            named = {part: known[part] for part in (*parts, *_ALWAYS) if part in known} | shared
            label = phrase(named, self._language, without, self._words)
            if not is_longer(label, longest) and not _gives_away(label, answer):
                best, fewest = (label, named), repeats
                if not repeats:
                    break
        return best

    def _known(self, study: Study, without: Collection[str], answer: str) -> dict[str, str]:
        known = _known(study, without, answer, self._words)
        if "product" in known and self._language.is_chinese and self._lexicon:
            known["product"] = _spelled(known["product"], self._lexicon, self._language)
        if "product" in known and self._lexicon and is_coined(known["product"], self._lexicon):
            known[COINED] = "1"
        return known

    def _is_only_one(self, study: Study, known: Mapping[str, str], parts: tuple[str, ...]) -> bool:
        """Whether no other study would be named alike by these parts."""
        if study.get("kind") == _LOOSE:
            return True
        said: dict[str, frozenset[str]] = {}
        for slot in (*parts, "kind"):
            if slot in known and slot != COINED:
                for part, marks in self._marks(slot, known[slot]).items():
                    said[part] = said.get(part, frozenset()) | marks
        owner = self._owners.get(study.key, "")
        if not self._own.fits(study.key, said):
            return False
        if any(self._is_another(key, study, owner) for key in self._own.fitting(said)):
            return False
        return not (self._library and owner) or all(key == owner for key in self._library.fitting(said))

    def _marks(self, slot: str, value: str) -> Marks:
        """What a slot says of a study; labels are tried with the same few again and again."""
        if (slot, value) not in self._said:
            self._said[slot, value] = said_marks({slot: value}, self._lexicon)
        return self._said[slot, value]

    def _is_another(self, key: str, study: Study, owner: str) -> bool:
        """Whether a study of the document is another one, and not the same told once more."""
        return key != study.key and not (owner and self._owners.get(key) == owner)


def _repeats(known: Mapping[str, str], parts: tuple[str, ...], view: str) -> int:
    """How many of the parts a question says as well, short names apart; `view` is its match view."""
    return sum(len(known[part]) >= _LONG and match_view(known[part]) in view for part in parts)


def _spelled(cells: str, lexicon: Lexicon, language: Language) -> str:
    """The cells of a Chinese text with their tissue in Chinese: `UC MSCs` is as well ulcerative colitis."""
    for mention in reversed(lexicon.of(TermKind.CELL, TermKind.SOURCE).mentions(cells)):
        term = mention.term
        tissue = term.kind is TermKind.SOURCE or "tissue" in term.attributes
        if tissue and term.zh and cells[mention.start : mention.end].isascii():
            cells = f"{cells[: mention.start]}{constant(term.zh, language)}{cells[mention.end :]}"
    return cells


def _fitting_parts(known: Mapping[str, str], without: Collection[str]) -> Iterator[tuple[str, ...]]:
    """The slots that a label can be made of, the best first."""
    filled = {slot for slot, value in known.items() if value}
    for parts in PARTS:
        if filled.issuperset(parts) and not ("condition" in without and _is_trivia(parts, known)):
            yield parts


def _is_trivia(parts: tuple[str, ...], known: Mapping[str, str]) -> bool:
    """Whether the disease would have to be recalled from a number, a year or a journal alone."""
    if known.get("condition"):  # which patients with it is asked
        return "condition" not in parts
    named = _BY_NAME & set(parts)
    return "name" not in parts and (("product" not in parts and "brand" not in parts) or not named)


def _known(study: Study, without: Collection[str], answer: str, words: Words) -> dict[str, str]:
    """The slots that may be named, with what would give the answer away cut out or left out."""
    barred = {name for slot in without for name in (slot, *_KIN.get(slot, ()))}
    known: dict[str, str] = {}
    first: dict[str, str] = {}
    for one in study.slots:
        first.setdefault(one.name, one.value)
    for slot, told in first.items():
        value = literal.sub(r"[(（].*", "", told).strip() if slot == "brand" else told
        nameless = slot in ("site", "sites") and is_nameless(value)
        if slot not in barred and value and not nameless and not _gives_away(value, answer):
            known[slot] = _LOST.sub("", value)
    known.pop("product", None)
    if not barred & {"product", "cell_source"}:
        cells = _cells(study, answer, words.pattern(_WHOSE), hide_donor="donor" in barred)
        if cells:
            known["product"] = cells
    if "cell_source" in barred and words.pattern(_AGENT).search(match_view(known.get("brand", ""))):
        del known["brand"]
    if known.get("topic") and "condition" not in barred:
        known.setdefault("condition", known["topic"])
    if "condition" in known:
        known["condition"] = _PEOPLE_EN.sub("", _PEOPLE.sub("", known["condition"])).strip()
    known["year"] = years_told(known.get("year") or known.get("approved") or known.get("permitted", ""))
    _by_kind(study, known)
    if (
        known.get("kind") == "approval"
        and "condition" in known
        and is_any_product(known.get("product", ""), words)
    ):
        del known["year"]  # many such were approved in one year: it is told by what it is for
    return known


def _by_kind(study: Study, known: dict[str, str]) -> None:
    """What a kind of work is not named by, and what kind of review it is."""
    kind = study.get("kind")
    for slot in _NOT_OF_KIND.get(kind, ()):
        known.pop(slot, None)
    pooled = _POOLED.search(match_view(study.get("type") or study.get("design")))
    if kind == "review" and pooled and not known.get("work", "").startswith("animal "):
        known["work"] = "meta-analysis"


def _cells(study: Study, answer: str, whose: re.Pattern[str], *, hide_donor: bool) -> str:
    """The fullest name of the cells that is short enough; without the donor when that is asked."""
    names = [slot.value for slot in study.all("cell_source") if len(slot.value) <= 20 or slot.value.isascii()]
    name = max(names, key=len, default=study.get("cell_source") or study.get("product"))
    behind = next(
        (m for m in whose.finditer(match_view(name)) if m.start() > 0 and m.end() == len(name)), None
    )
    if behind and not name.isascii():  # `骨髓MSC自体`, of `骨髓MSC自体移植`
        name = f"{name[behind.start() :]}{name[: behind.start()]}"
    if hide_donor or _gives_away(name, answer):
        for found in reversed(list(whose.finditer(match_view(name)))):
            name = f"{name[: found.start()]}{name[found.end() :]}"
        name = name.lstrip("的 ")
    half = len(name) > 3 and match_view(name) in match_view(answer)
    return "" if half or _gives_away(name, answer) else name


@lru_cache(maxsize=1024)  # every slot of a study is held against each of its answers
def _bare(text: str) -> str:
    return _MARKS.sub("", match_view(text))


def _gives_away(text: str, answer: str) -> bool:
    core, seen = _bare(answer), _bare(text)
    if _YEAR_ALONE.fullmatch(core):
        return bool(re.search(rf"(?<![\da-z]){core.rstrip('年')}(?!\d)", seen))
    return bool(core) and core in seen
