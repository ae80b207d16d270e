"""The condition under which a claim is true, in front of it (`在缺氧条件下,MSC分泌VEGF`), and mere trials."""

from __future__ import annotations

import re

_CONTRARY = re.compile("反而|反倒")  # so it is under a condition alone
_BEGINS = re.compile("(?:当|若|在)")
_CONDITION = re.compile(
    r"(?:^|[,;。:\s])(?:但|而|然而|不过)?(?P<c>[与同和][^,;。:()]{2,20}相比,\s?|(?:体外)?(?:当|若|在)(?!(?:大?多数?|一般|通常|正常|某些|这|此|许多|上述))[^,;。:()]{2,22}"
    r"(?:存在时|缺失时|刺激时|[条情环][件况境][下中]|作用下|刺激下|诱导下),\s?)$"
)
_TAKEN_OUT = re.compile(
    "(?:清除|去除|剔除|敲除|敲低|耗竭|耗尽|删除|阻断|抑制|中和|封闭|沉默|加入)了?[^,;。]+后[^,;。]*"
    "(?:消失|减弱|丧失|不再|降低|下降|减少|升高|增加|受损|无效|逆转|取消)"
)
_PARTLY = re.compile(
    "(?:(?<![并可])不(?:专一|完全|直接|单独|单纯|特异性?|一定|主要)地?|(?:[很极鲜]少|并?不是)(?:依?靠|通过)?(?:直接)?)$"
)
_FARTHEST = 40  # characters in front of a claim that are looked at
_LONGEST = 52  # characters of evidence that still make a question


def with_condition(view: str, proof: tuple[int, int], verb: int) -> tuple[int, int] | None:
    """What proves a claim, with the condition right in front of it, where that is short enough.

    None for what is so under a condition alone (`反而`) that would not be told.
    """
    start, end = proof
    before = _CONDITION.search(view, max(0, start - _FARTHEST), start)
    if before and end - before.start("c") <= _LONGEST:
        return before.start("c"), end
    return None if _CONTRARY.search(view, start, verb) and not _BEGINS.match(view, start) else proof


def is_tried(view: str, verb: int) -> bool:
    """Whether a verb tells what was done to find something out: `清除巨噬细胞后MSC的作用消失`."""
    return bool(_TAKEN_OUT.match(view, verb))


def denies_how(view: str, start: int, verb: int) -> bool:
    """Whether but the manner of a deed is denied: `不专一阻断X`."""
    return bool(_PARTLY.search(view, start, verb))
