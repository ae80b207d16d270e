"""Which findings of a study one question asks for: all at once where it is little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sctui.decks.foregone import is_foregone
from sctui.decks.joined_words import Words
from sctui.decks.vague import is_vague
from sctui.lexicon.lexicon import Lexicon
from sctui.model.fact import Fact

_CHANGES = frozenset({"change_word", "state", "state_plain", "state_change", "state_differs", "caused"})
_JUDGED = frozenset({"verdict", "conclusion", "proved"})
FIGURES = frozenset({"outcome", "change", "share", "share_of", "count", "count_of", "duration"})
RESULTS = FIGURES | _CHANGES | _JUDGED | {"effect", "safety", "state_result", "state_against"}
_AND_SO_ON = re.compile("等.{0,8}(?:疾病|[病症癥])$")  # the diseases that a study is named by, told once more
_MOST = 3  # findings that one answer tells
_LONGEST = 40  # characters of them


def findings(
    told: Sequence[Fact], words: Words, lexicon: Lexicon | None
) -> Iterator[tuple[str, Sequence[Fact], Sequence[Fact]]]:
    """Changes, judgements and safety, for each question: its slot, findings, and those in brackets.

    What anyone would guess (`safe and effective`) is told beside what was looked at for safety, or in
    brackets behind what else was found.
    """
    if not words.is_chinese:
        return
    plain = [fact for fact in told if "hedged" not in fact.flags]
    changes = [fact for fact in plain if fact.slot in _CHANGES]
    judged = [fact for fact in plain if fact.slot in _JUDGED]
    effects = [fact for fact in plain if fact.slot == "effect" and not is_vague(fact.value)]
    safety = [fact for fact in plain if fact.slot == "safety"]
    if plain and not changes and not effects and not safety and plain[0].study:
        judged = [] if plain[0].study.get("kind") == "loose" else judged  # `safe and effective`, and no more
    numbers = any(fact.slot in FIGURES for fact in told)
    all_ = _in_order(told, changes, judged, effects, safety)
    if not numbers and _tells(all_, words):
        yield "found" if len(all_) > len(safety) else "safety", all_, ()
        return
    guessed = [fact for fact in all_ if fact.slot != "safety" and is_foregone(words.found((fact,)), lexicon)]
    changes, judged, effects = (
        [fact for fact in group if fact not in guessed] for group in (changes, judged, effects)
    )
    groups: dict[str, Sequence[Fact]] = {} if numbers else {"found": _few(changes, words)}
    both = _in_order(told, judged, effects)
    if judged and _tells(both, words):
        groups["concluded"] = both
    else:
        groups |= {"concluded": judged, "effects": _few(effects, words)}
    guessed = [fact for fact in guessed if not _AND_SO_ON.search(fact.value)]
    overall = next((few for few in (guessed, guessed[:1]) if few and _tells([*few, *safety], words)), [])
    groups["overall" if safety and overall else "safety"] = [*overall, *safety] if safety else safety
    for slot, group in groups.items():
        if _tells(group, words):
            yield slot, group, [] if safety else guessed
            guessed = []


def _few(group: Sequence[Fact], words: Words) -> Sequence[Fact]:
    """As many findings, from the first on, as one answer can tell."""
    most = min(len(group), _MOST)
    return next((group[:size] for size in range(most, 0, -1) if _tells(group[:size], words)), ())


def _in_order(told: Sequence[Fact], *groups: Iterable[Fact]) -> list[Fact]:
    chosen = {id(fact) for group in groups for fact in group}
    return [fact for fact in told if id(fact) in chosen]


def _tells(group: Sequence[Fact], words: Words) -> bool:
    """Whether few enough findings are told, in few enough words."""
    return 0 < len(group) <= _MOST and len(words.found(group)) <= _LONGEST
