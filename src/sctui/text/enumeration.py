"""Lists inside a sentence: `A、B和C`, `A, B, and C`; brackets belong to the member they follow."""

from __future__ import annotations

import re
from functools import lru_cache

from sctui.text.brackets import depths
from sctui.text.patterns import HAN

_COMMA_ZH = re.compile(  # not in `上、下肢`
    r"(?:(?<![上左前内])|(?<=上)(?!、下)|(?<=左)(?!、右)|(?<=前)(?!、后)|(?<=内)(?!、外))、|以及|及(?!其)"
)
_LAST_ZH = re.compile(
    r"(?<![共饱缓调])和(?!平|缓)|(?<![足脚后])跟(?![腱骨痛随踪进])|(?<=[A-Za-z0-9] )跟"
    r"|(?<![参參])[与與](?!否)|以及|或者|(?<!或)或(?!者)|及(?!其)"
)
_MAY_LIST, _MAY_END = re.compile("[、及]"), re.compile("[和跟与與及或]")  # what these have one of
# not at the comma of `2,3-dioxygenase`
_COMMA_EN = re.compile(r",\s*(?:and|or)\s+|(?<!\d),\s*|,(?!\d)\s*|\s+(?:and|or|as well as)\s+")


@lru_cache(maxsize=1024)  # of one answer many ask for them
def members(text: str) -> tuple[str, ...]:
    """The members of a list; a text that is no list gives itself alone.

    In Chinese the conjunction joins the last two members (`A、B和C`), or the only two (`A和B`).
    """
    if not HAN.search(text) and "、" not in text:
        return _clean(_split(text, _COMMA_EN))
    parts = _split(text, _COMMA_ZH) if _MAY_LIST.search(text) else [text]
    last = _split(parts[-1], _LAST_ZH) if _MAY_END.search(parts[-1]) else parts[-1:]
    return _clean([*parts[:-1], *last])


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    separators = list(separator.finditer(text))
    if not separators:
        return [text]
    nested, parts, at = depths(text), [], 0
    for found in separators:
        if not nested[found.start()]:
            parts.append(text[at : found.start()])
            at = found.end()
    return [*parts, text[at:]]


def _clean(parts: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in parts if part.strip())
