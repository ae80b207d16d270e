"""A fact told so that it makes a better question than it would as it was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sctui.decks.among_whom import of_part, of_whom
from sctui.decks.approved import as_approval
from sctui.decks.carriers import KNOWN_BY, TREATED
from sctui.decks.narrowed import narrowings
from sctui.decks.templates import constant
from sctui.decks.timed import of_fluid
from sctui.decks.turned import what_changed, what_was_done
from sctui.decks.wording import with_comparator, with_interval
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.replacing import replace
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_CHANGED = frozenset({"state_change", "change_word"})
_CHANGE_OF = re.compile("(?:变化|改变|差值)(?:均|都|也)?$")  # of which nobody asks how it changed
# what a group was given, by which it is known (`第1组中走静脉的`)
_GIVEN = re.compile(r"(?:患者|病人)?(?P<what>(?:走|接受|使用|采用|输注|注射)了?[^,，。;；]{2,16})")
_OPERATION = re.compile("(?:移植|手术|输注|植入)(?:术)?$")
_NUMBERED = re.compile(r"(?:第\s?[\d一二三四]|[A-Da-d甲乙丙丁])组")
_CRITERIA = re.compile(r"(?:^|[。;；])\s?(?P<said>(?:入组|纳入|入选|排除)(?:要求|标准|条件))[^。;；]*$")
_OPEN_END = re.compile("[的到至于为為]$")
_NEAR = 80  # characters behind a figure that belong to it


def better_tellings(fact: Fact, document: Document, lexicon: Lexicon | None) -> Iterator[Fact]:
    """Other tellings that make a better question: of what less, what changed, of whom, how surely.

    The best comes first; where none passes, the fact is asked as it stands.
    """
    if fact.kind is not FactKind.TRIAL:
        yield from filter(None, narrowings(fact, document, lexicon))
        return
    yield from filter(None, (tell(fact, document) for tell in _TELLINGS))
    if fact.answer is None:
        return
    if done := what_was_done(fact, document.language, document.lines[fact.answer.line - 1].text):
        yield done
    if who := of_whom(fact, document):
        yield replace(fact, slot=f"{fact.slot}_of", subject=who)
    line, end = document.lines[fact.answer.line - 1].text, fact.answer.end
    surely = with_comparator(with_interval(fact, line[end : end + _NEAR]), line, document.language)
    if surely is not fact:
        yield surely


def _turned(fact: Fact, document: Document) -> Fact | None:
    return what_changed(fact, document.language, document.text(fact.evidence))


def _plain_state(fact: Fact, _: Document) -> Fact | None:
    changed = fact.slot in _CHANGED and _CHANGE_OF.search(match_view(fact.measure))
    return replace(fact, slot="state_plain") if changed else None


def _by_result(fact: Fact, _: Document) -> Fact | None:
    """What was given in a study that is known by its authors alone, told with what came of it."""
    study = fact.study
    if study is None or fact.slot not in TREATED or not study.get("author"):
        return None
    if study.get("n") or any(study.get(slot) for slot in KNOWN_BY if slot != "author"):
        return None
    shares = (one for one in study.all("share") if HAN.search(one.measure) and not one.arm)
    result = next((f"{one.value}的{one.measure}" for one in shares), "")
    return replace(fact, measure=result) if result else None


def _by_sort(fact: Fact, document: Document) -> Fact | None:
    """Of several treatments of one person the operation, asked for as one (`哪种移植`)."""
    sort = _OPERATION.search(match_view(fact.value)) if fact.slot == "received" else None
    if sort is None or not document.language.is_chinese:
        return None
    return replace(fact, measure=fact.value.rstrip()[sort.start() :])


def _as_group(fact: Fact, _: Document) -> Fact | None:
    """The size of a numbered group that is known by what it was given, and no part of which was."""
    given = _GIVEN.fullmatch(fact.measure) if fact.slot == "count_of" else None
    if given is None or not _NUMBERED.fullmatch(fact.subject):
        return None
    return replace(fact, slot="arm_size", subject="", measure=f"{given['what']}的{fact.subject}")


def _as_required(fact: Fact, document: Document) -> Fact | None:
    """What was required of whoever took part, which is no result."""
    line = document.lines[fact.evidence.line - 1].text[: fact.evidence.start]
    told = _CRITERIA.search(match_view(line)) if fact.slot == "outcome" else None
    if told is None:
        return None
    measure = f"{line[slice(*told.span('said'))]}{fact.measure}"
    measure = measure if _OPEN_END.search(measure) else f"{measure}{constant('为', document.language)}"
    return replace(fact, slot="required", measure=measure)


_TELLINGS: tuple[Callable[[Fact, Document], Fact | None], ...] = (
    _turned,
    _plain_state,
    _by_result,
    _by_sort,
    _as_group,
    _as_required,
    of_part,
    as_approval,
    lambda fact, _: of_fluid(fact),
)
