"""Words of a scale: how far a thing goes (`极强`, `low`), and which of several goes farthest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sctui.text.match_view import match_view

_FAR, _PLAIN, _LITTLE = 3, 2, 1  # steps from the middle of a scale
_ZH = re.compile(
    r"(?P<far>极其?|非常|很)?(?P<little>较为?|相对|比较)?(?P<most>最)?"
    r"(?:(?P<up>[高强好快大多]|容易|方便|简便)|(?P<down>[低弱差慢小少]|困难|有限)|中等?|一般)"
)
_EN = re.compile(
    r"(?P<far>very |extremely )?(?P<little>relatively |moderately )?(?:moderate"
    r"|(?P<up>(?:high|strong|fast|great|broad|wid)(?:er?|est)?|eas(?:y|ier|iest)|good|better|best|many|more|most)"
    r"|(?P<down>(?:low|weak|slow|poor|few)(?:er|est)?|worse|worst|limited|difficult))"
)
_SUPERLATIVES = {"limited": "", "difficult": "", "easy": "easiest", "easier": "easiest", "wide": "widest"}
_SUPERLATIVES |= dict.fromkeys(("good", "better", "best"), "best")
_SUPERLATIVES |= dict.fromkeys(("many", "more", "most"), "most")
_SUPERLATIVES |= dict.fromkeys(("worse", "worst"), "worst")
_COMPARED = re.compile("e(?:r|st)$")
_MOST_ALIKE = 3  # things that one answer may name


@dataclass(frozen=True, slots=True)
class Extreme:
    """Which of several values go farthest one way, by their places; `most` says it of one that alone does."""

    places: tuple[int, ...]
    most: str


def step(value: str) -> int | None:
    """How far a value goes up a scale, negative for down; None where it is more than a word of one."""
    found = _found(value)
    if found is None:
        return None
    size = _FAR if found["far"] else _LITTLE if found["little"] else _PLAIN
    return size if found["up"] else -size if found["down"] else 0


def extreme(values: Sequence[str]) -> Extreme | None:
    """Those of the values that go farthest one way, where they are few and not all; None where none do.

    What is no word of a scale (`随年龄下降`) is beside it: only what goes very far is then more than all.
    """
    groups: dict[int, list[int]] = defaultdict(list)
    for place, value in enumerate(values):
        if (far := step(value)) is not None:
            groups[far].append(place)
    ends = {max(groups), min(groups)} if len(groups) > 1 else set[int]()
    few = [far for far in ends if len(groups[far]) <= _MOST_ALIKE]
    if not few:
        return None
    chosen = min(few, key=lambda far: (-abs(far), len(groups[far]), -far))
    places = tuple(groups[chosen])
    alone = len(places) == 1 and (sum(map(len, groups.values())) == len(values) or abs(chosen) == _FAR)
    return Extreme(places, _most(values[places[0]]) if alone else "")


def _most(value: str) -> str:
    """The word for what goes farthest (`最强`, `highest`); empty where there is none."""
    found = _found(value)
    group = next((name for name in ("up", "down") if found and found[name]), "")
    if found is None or not group:
        return ""
    start, end = found.span(group)
    word = value.strip()[start:end]
    if not word.isascii():
        return "" if match_view(word) == "有限" else f"最{word}"
    bare = _COMPARED.sub("", word.lower())
    return _SUPERLATIVES.get(word.lower(), f"{bare}est")


def _found(value: str) -> re.Match[str] | None:
    view = match_view(value).strip()
    return (_EN if view.isascii() else _ZH).fullmatch(view)
