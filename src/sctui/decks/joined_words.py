"""The words for what several facts of a study tell together, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sctui.decks.among_whom import of_whom
from sctui.decks.quoting import mended, plain
from sctui.decks.results import RESULTS, tells_how
from sctui.decks.study_noun import ends_a_name
from sctui.decks.study_phrase import counted
from sctui.decks.templates import constant
from sctui.decks.turned import what_changed
from sctui.model.document import Document
from sctui.model.fact import Fact, Study
from sctui.text import literal
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import LATIN

_AS_MEASURED = frozenset({"change_word", "state", "state_plain", "state_change", "state_differs"})
_EACH = re.compile("分[别別]")
_TIES = re.compile(r"^(?:[并並]?且|[并並]|而|但|同[时時]|此外|[结結]果[显顯]示)[,，]?")
_BARE = 3  # characters of a verdict that does not say on what (`有效`)
_LONGEST_CLAUSE = 30  # characters of a finding with its time
_PROVED = re.compile(r"(?:表明|[证證]明|[证證][实實]|[显顯]示|提示)了?(?P<said>[^,，。]+)$")
_PATIENT = re.compile("患者|病人")
# `1次(单次静脉注射)`: the route is told beside it
_ONCE = re.compile(r"^1(?:次\((?P<told>[单單]次(?:[输輸]注|注射|移植)?).*| \((?P<en>[^()]+))\)$")
_COUNTER = re.compile(r"[名例人位]$")
_PEOPLE = re.compile(
    r"(?:患者|病人|女性|婦女|妇女|儿童|兒童|人群|受[试試]者|志[愿願]者|patients?|women|children)$"
)
_BY_WAY = re.compile(
    "(?:按照?|根据|依据?)[^,。;]{0,4}(?:注射|给药|输注|移植)(?:方法|方式|途径)[^,。;]{0,12}分[为成]"
)
# `甲医院某某团队联合乙大学`
_PARTNERS = re.compile(
    "[^,。;]{0,14}?(?:联合|携手|会同)[^,。;]{2,14}?(?:大学|医院|研究所|研究院|中心|学院|实验室)"
    "(?:[^,。;在于发对用]{1,10}?(?:医院|研究所|研究院|中心|学院|实验室|研究组|课题组|团队))*"
)
_SEVERAL = re.compile("[和与、]|以及")
# the part of a title that tells on what a review stands and how it was made
_SCOPE = re.compile(r"[:：]\s*(?P<scope>[^:：]{4,24}(?:分析|综述|評價|评价|綜述|回[顾顧]))$")


class Words:
    """The wording in the language and script of a document."""

    def __init__(self, document: Document) -> None:
        self._document, self._language = document, document.language

    @property
    def is_chinese(self) -> bool:
        """Whether Chinese is written."""
        return self._language.is_chinese

    def explains(self, fact: Fact) -> bool:
        """Whether a deed is told as how the treatment acts, and not as a result."""
        return tells_how(fact, self._document)

    def counts_some(self, fact: Fact) -> bool:
        """Whether something is told of some of the patients, whom the sentence names."""
        return bool(of_whom(fact, self._document))

    def made(self, parts: Sequence[Fact], patients: Fact | None = None) -> str:
        """Size and design: `48例患者的双盲、随机对照试验`, `double-blind trial in 48 patients`."""
        told = {part.slot: part.value.strip() for part in parts}
        count, phase, design = told.get("n", ""), told.get("phase", ""), told.get("design", "")
        if not self.is_chinese:
            return self._made_in_english(count, phase, design, patients)
        count = count.replace(" ", "")
        count = counted(count)
        if count and patients:
            count += patients.value if _PEOPLE.search(patients.value) else patients.value + self._ours("患者")
        elif count and (phase or design) and _COUNTER.search(count):
            count += self._ours("患者")
        noun = f"{phase}{design}".replace(" ", "")
        if noun and not ends_a_name(noun):
            noun += self._ours("试验" if phase else "研究")
        return self._ours("的").join(filter(None, (count, noun)))

    def _made_in_english(self, count: str, phase: str, design: str, patients: Fact | None) -> str:
        noun = " ".join(filter(None, (phase, design)))
        if noun and not ends_a_name(noun):
            noun += " trial"
        if count and not literal.search("[a-z]", count):
            count += " patients"
        if count and patients:
            disease = _PEOPLE.sub("", patients.value).strip()
            count += f" with {disease}" if disease else ""
        return " in ".join(filter(None, (noun, count)))

    def against(self, size: str, control: Fact) -> str:
        """Size and design, and with whom the patients were compared."""
        return f"{size}{self._ours('，与')}{control.value}{self._ours('比较')}"

    def part(self, arm: Fact, total: str) -> str:
        """How many patients were in an arm, of all where its clause says so: `212例患者中的120例`."""
        if not total or total not in mended(self._document, arm.evidence):
            return arm.value.strip()
        if not self.is_chinese:
            return f"{arm.value.strip()} of {total}"
        people = self._ours("患者") if _COUNTER.search(total) else ""
        return f"{total}{people}{self._ours('中的')}{_PEOPLE.sub('', arm.value)}".replace(" ", "")

    def turned(self, fact: Fact) -> Fact | None:
        """The question for what changed, where how it changed is no better one."""
        return what_changed(fact, self._language, mended(self._document, fact.evidence))

    def listed(self, group: Sequence[Fact]) -> str:
        """What changed in the same way: `A、B和C`."""
        told = [plain(turned.value) for fact in group if (turned := self.turned(fact))]
        parts = list(dict.fromkeys(part for one in told for part in members(one)))
        return f"{'、'.join(parts[:-1])}{self._ours('和')}{parts[-1]}" if len(parts) > 1 else "".join(parts)

    def found(self, group: Sequence[Fact]) -> str:
        """Findings, one behind the other, none told twice."""
        told = tuple(dict.fromkeys(self._finding(fact) for fact in group))
        return "；".join(one for one in told if not any(one in two for two in told if two != one))

    def _finding(self, fact: Fact) -> str:
        if fact.slot in _AS_MEASURED:
            if timed := self._at_its_time(fact):
                return timed
            return finding(f"{_whose(fact)}{_EACH.sub('', fact.value)}")
        if fact.slot == "proved":
            return self._proved(fact)
        bare = fact.slot == "verdict" and len(fact.value) <= _BARE and _is_paper(fact)
        return finding(mended(self._document, fact.evidence) if bare else fact.value)

    def _proved(self, fact: Fact) -> str:
        """What a result proved, with what it was proved of (`显示MSC治疗CD的有效性`)."""
        said = _PROVED.search(mended(self._document, fact.evidence))
        return f"{self._ours('显示')}{said['said'] if said else fact.value}"

    def _at_its_time(self, fact: Fact) -> str:
        """The clause up to the change, where it tells a time that the measure does not."""
        time = fact.told.time if fact.told else ""
        if not time or time in fact.measure or not fact.answer:
            return ""
        clause = mended(self._document, replace(fact.evidence, end=fact.answer.end))
        return finding(_TIES.sub("", clause)) if time in clause and len(clause) <= _LONGEST_CLAUSE else ""

    def plain(self, aside: Fact) -> str:
        """What stands in brackets, by itself; a title in its marks."""
        if aside.slot in RESULTS:
            return self._finding(aside)
        value = _ONCE.sub(lambda once: once["told"] or once["en"], aside.value.strip())
        if aside.slot == "groups" and self.is_chinese:
            return f"{self._ours('分为')}{value}"
        if aside.slot == "route" and self._is_parted(aside.study):
            return f"{self._ours('分组')}{value}"
        if aside.slot == "beside" and self.is_chinese:
            return f"{self._ours('联合')}{value}"
        if aside.slot not in {"title", "journal"}:
            return value
        return f"《{value}》" if self.is_chinese else f'"{value}"'

    def _is_parted(self, study: Study | None) -> bool:
        """Whether the groups of a study were made by the way of giving, so that none had both ways."""
        lines = {slot.span.line for slot in study.all("groups")} if study and self.is_chinese else set()
        return any(_BY_WAY.search(match_view(self._document.lines[line - 1].text)) for line in lines)

    def with_aside(self, value: str, asides: Sequence[Fact]) -> str:
        """An answer with what stands in brackets behind it."""
        if not asides:
            return value
        between = "，" if self.is_chinese else ", "
        found = [self.plain(one) for one in asides if one.slot in RESULTS]
        told = between.join(self.plain(one) for one in asides if one.slot not in RESULTS)
        behind = ("；" if self.is_chinese else "; ").join(filter(None, (told, *found)))
        if value.endswith("）"):
            return f"{value[:-1]}{'，' if told else '；'}{behind}）"
        return f"{value}（{behind}）" if self.is_chinese else f"{value} ({behind})"

    def with_asked(self, fact: Fact, asked: Sequence[Fact], behind: Sequence[Fact]) -> tuple[str, str]:
        """An answer with what is asked with it and what stands in brackets; and the words that ask for it.

        `甲移植（乙病患者）；荟萃分析` is asked for what was assessed as well. The disease of a review stands
        in its name.
        """
        whom = [one for one in asked if one.slot == "condition" and _PEOPLE.search(one.value)]
        if reviewed := next((one for one in asked if one.slot == "reviewed"), None):
            told = self.with_aside(reviewed.value.strip(), whom)
            return f"{told}；{self.with_aside(fact.value, behind)}", self._ours("什么治疗")
        asked = [one for one in asked if one.slot != "condition"]
        if not asked:
            return self.with_aside(fact.value, [*whom, *behind]), fact.measure
        told = f"{fact.value}；{self.found(asked)}"
        return self.with_aside(told, behind), fact.measure

    def with_partners(self, place: Fact) -> Fact:
        """Where a study was done, with those it was done together with, which stand behind the name."""
        behind = place.answer and self._document.lines[place.answer.line - 1].text[place.answer.end :]
        more = _PARTNERS.match(match_view(behind)) if behind else None
        if place.answer is None or more is None:
            several = place.slot == "site" and _SEVERAL.search(match_view(place.value))
            return replace(place, slot="sites") if several else place
        whole = replace(place.answer, end=place.answer.end + more.end())
        evidence = replace(place.evidence, end=max(place.evidence.end, whole.end))
        return replace(
            place, slot="sites", value=mended(self._document, whole), answer=whole, evidence=evidence
        )

    def scope(self, study: Study) -> str:
        """What the title of a review says of its kind and of what it stands on; empty when nothing."""
        found = _SCOPE.search(study.get("title"))
        return found["scope"] if found else ""

    def _ours(self, text: str) -> str:
        return constant(text, self._language)


def _is_paper(fact: Fact) -> bool:
    return fact.study is not None and fact.study.get("kind") in {"review", "consensus"}


def _whose(fact: Fact) -> str:
    """What was measured, with the kind of patients where the clause names them before it."""
    people = fact.study.get("condition") if fact.study else ""
    who = _PATIENT.match(fact.measure)
    told = (
        who and people.endswith(who[0]) and not LATIN.search(match_view(people))
    )  # `MS` stands in another clause
    return f"{people}{fact.measure[who.end() :]}" if who and told else fact.measure


def finding(text: str) -> str:
    """A finding as an answer: without marks at its ends."""
    return text.strip(" ,，;；。")
