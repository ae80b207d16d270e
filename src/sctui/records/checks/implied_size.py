"""How many took part where the text does not say: counts that are a percentage fit few sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.model.knowledge import Record, Told, Verdict
from sctui.records.checks.doubt import Checked, checked, count, percentage
from sctui.records.checks.reachable import can_reach
from sctui.text.match_view import match_view

CHECK = "implied-size"
_SIZES = range(10, 301)  # people of a trial of this kind
_UP_TO = re.compile("^(?:高达|达到?|为)")
_PARTS = re.compile("完全|部分|complete|partial")


def implied_size(record: Record) -> Iterator[Checked]:
    """Complete and partial responders of the line after a rate of response: who they are so many per cent of.

    Where the size is told, it must fit; where it is not, and one size alone fits, that size is derived.
    """
    size = next(record.all("n"), None)
    for rate in record.all("outcome"):
        percent = percentage(replace(rate, value=_UP_TO.sub("", match_view(rate.value))))
        counts = _responders(record, rate)
        responders = sum(count(told) or 0 for told in counts)
        if percent is None or len(counts) < 2 or not responders:
            continue
        told_size = count(size) if size else None
        if size and told_size:
            verdict = Verdict.AGREES if can_reach(*percent, told_size) == responders else Verdict.DOUBTFUL
            word = "is" if verdict is Verdict.AGREES else "is not"
            yield checked(
                CHECK, verdict, f"{responders} of {told_size} {word} {rate.value}.", rate, size, *counts
            )
        elif size is None:
            yield from _derived(rate, percent, responders, counts)


def _derived(
    rate: Told, percent: tuple[float, int], responders: int, counts: Sequence[Told]
) -> Iterator[Checked]:
    fitting = [n for n in _SIZES if n >= responders and can_reach(*percent, n) == responders]
    if len(fitting) == 1:
        figures = " + ".join(str(count(told)) for told in counts)
        says = f"{figures} = {responders}, which is {rate.value} only of {fitting[0]}: so many took part."
        yield checked(CHECK, Verdict.DERIVED, says, rate, *counts)


def _responders(record: Record, rate: Told) -> tuple[Told, ...]:
    return tuple(
        told
        for told in record.all("count")
        if told.evidence.line == rate.evidence.line
        and _PARTS.search(match_view(told.measure))
        and count(told) is not None
    )
