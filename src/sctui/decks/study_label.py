"""A short phrase that names a study in a question, stands alone, and never gives the answer away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from sctui.decks.study_phrase import PARTS, phrase
from sctui.model.fact import Study
from sctui.model.language import Language
from sctui.text.match_view import match_view

_SHORT, _LONGEST = 30, 40  # characters of a label that reads well, and that still leaves room for a question
_PEOPLE = re.compile(r"(?:的)?(?:患者|病人|女性|婦女|妇女|患儿|患兒|儿童|兒童|人群|受试者|受試者)$")
_PEOPLE_EN = re.compile(r"\s(?:patients|women|children)$")
_DONOR = re.compile(
    r"同种异体|同種異體|同种异基因|同種異基因|异基因|異基因|异体|異體|自体|自體|autologous|allogene?ic",
    re.IGNORECASE,
)
_NAMES_CELLS = re.compile("细胞|外泌体|cell")
_LOST = re.compile(r"\?(?=[(（”\"]|$)|(?<=[)）])\?")  # a lost sign behind a name
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
    "approved": ("year",),
    "permitted": ("year",),
}


class StudyNames:
    """Names for the studies of one document, in the language and script of the document."""

    def __init__(self, studies: Sequence[Study], language: Language) -> None:
        self._language = language
        self._views = {study.key: _view(_known(study, (), "")) for study in studies}
        self._named_alike: dict[tuple[str, ...], Counter[tuple[str, ...]]] = {}

    def label(self, study: Study, *, without: Collection[str] = (), answer: str = "", said: str = "") -> str:
        """Name a study by its best slots, as `2019年自体间充质干细胞治疗难治性RA的研究`.

        Args:
            study: the study to name, one of the document's.
            without: the slots that are asked for; they and whatever implies them stay out.
            answer: what must not be read in the label.
            said: what the question says anyway; a label that does not repeat it is better.

        Returns the first label, of the best and shortest kind, that fits no other study; when each fits
        another one too, the fullest; an empty string when no two slots are known that identify the study.
        """
        labels = list(_labels(study, self._language, without, answer))
        own = [label for label, parts in labels if self._is_only_one(study, parts)]
        repeats = {label: self._repeats(study, parts, said) for label, parts in labels}
        scale = 2 if self._language is Language.ENGLISH else 1
        for most in (_SHORT * scale, _LONGEST * scale):
            fitting = [label for label in own if len(label) <= most]
            if fitting:
                return min(fitting, key=repeats.__getitem__)
        rest = [label for label, _ in labels if len(label) <= _LONGEST * scale] or [
            label for label, _ in labels[:1]
        ]
        return max(own[:1] or rest, key=len, default="")

    def _repeats(self, study: Study, parts: tuple[str, ...], said: str) -> int:
        """How many of the parts the question says as well."""
        view, values = match_view(said), self._views[study.key]
        return sum(values.get(part, "\0") in view for part in parts)

    def _is_only_one(self, study: Study, parts: tuple[str, ...]) -> bool:
        """Whether no other study would be named alike by these parts."""
        if parts not in self._named_alike:
            self._named_alike[parts] = Counter(_values(view, parts) for view in self._views.values())
        return self._named_alike[parts][_values(self._views[study.key], parts)] == 1


def _view(known: Mapping[str, str]) -> dict[str, str]:
    return {part: match_view(value) for part, value in known.items()}


def _values(view: Mapping[str, str], parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(view.get(part, "") for part in (*parts, "kind"))


def _labels(
    study: Study, language: Language, without: Collection[str], answer: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    known = _known(study, without, answer)
    for parts in PARTS:
        if all(known.get(part) for part in parts):
            label = phrase(
                {part: known[part] for part in (*parts, "kind") if part in known}, language, without
            )
            if not _gives_away(label, answer):
                yield label, parts


def _known(study: Study, without: Collection[str], answer: str) -> dict[str, str]:
    """The slots that may be named, with what would give the answer away cut out or left out."""
    barred = {name for slot in without for name in (slot, *_KIN.get(slot, ()))}
    known: dict[str, str] = {}
    for slot in dict.fromkeys(slot.name for slot in study.slots):
        value = study.get(slot)
        if slot == "brand":
            value = re.sub(r"[(（].*", "", value).strip()
        if slot not in barred and value and not _gives_away(value, answer):
            known[slot] = _LOST.sub("", value)
    known.pop("product", None)
    if not barred & {"product", "cell_source"}:
        cells = _cells(study, answer, hide_donor="donor" in barred)
        if cells:
            known["product"] = cells
    if study.get("kind") in ("review", "consensus"):
        known.pop("n", None)  # people take part in the studies, not in the review
    if "cell_source" in barred and _NAMES_CELLS.search(match_view(known.get("brand", ""))):
        del known["brand"]
    if "condition" in known:
        known["condition"] = _PEOPLE_EN.sub("", _PEOPLE.sub("", known["condition"]))
    year = re.search(
        r"(?:19|20)\d\d", known.get("year") or known.get("approved") or known.get("permitted", "")
    )
    known["year"] = year[0] if year else ""
    return known


def _cells(study: Study, answer: str, *, hide_donor: bool) -> str:
    """The fullest name of the cells that is short enough; without the donor when that is asked."""
    names = [slot.value for slot in study.all("cell_source") if len(slot.value) <= 20 or slot.value.isascii()]
    name = max(names, key=len, default=study.get("cell_source") or study.get("product"))
    if hide_donor or _gives_away(name, answer):
        name = _DONOR.sub("", name).lstrip("的 ")
    half = len(name) > 3 and match_view(name) in match_view(answer)
    return "" if half or _gives_away(name, answer) else name


def _gives_away(text: str, answer: str) -> bool:
    core, seen = _MARKS.sub("", match_view(answer)), _MARKS.sub("", match_view(text))
    if re.fullmatch(r"\d+年?", core):
        return bool(re.search(rf"(?<!\d){core.rstrip('年')}(?!\d)", seen))
    return bool(core) and core in seen
