"""Whether parts of a percentage are the percentage (`27% + 7% = 34%`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from sctui.model.knowledge import Record, Told, Verdict
from sctui.records.checks.doubt import Checked, checked, percentage
from sctui.text.match_view import match_view

CHECK = "parts"
_SHARES = ("share", "outcome")
_COMPLETE, _PARTIAL = re.compile("完全|complete"), re.compile("部分|partial")
_RESPONSE = re.compile("缓解率|反应率|应答率|response")
_ROUNDED = 1.0  # percentage points that rounding two parts may cost


def percentages_add_up(record: Record) -> Iterator[Checked]:
    """Complete and partial response against the response they are parts of, in one line."""
    for whole in record.told:
        if not _is_whole(whole):
            continue
        parts = sum_of_parts(record, whole)
        figures = " + ".join(told.value for told in parts)
        if parts:
            yield checked(CHECK, Verdict.AGREES, f"{figures} = {whole.value}.", whole, *parts)
            continue
        named = _complete_and_partial(record, whole)
        if named:
            figures = " + ".join(told.value for told in named)
            yield checked(CHECK, Verdict.DOUBTFUL, f"{figures} is not {whole.value}.", whole, *named)


def sum_of_parts(record: Record, whole: Told) -> tuple[Told, ...]:
    """Two shares of the same line, arm and time whose sum is `whole`; none when there are no such two."""
    value = percentage(whole)
    here = [one for one in record.told if _alike(one, whole) and percentage(one)]
    for pair in combinations(here, 2):
        total = sum(_percent(one) for one in pair)
        if value and abs(total - value[0]) < 10.0 ** -value[1] / 2:
            return pair
    return ()


def _complete_and_partial(record: Record, whole: Told) -> tuple[Told, ...]:
    here = [one for one in record.told if _alike(one, whole) and percentage(one)]
    complete = next((one for one in here if _COMPLETE.search(match_view(one.measure))), None)
    partial = next((one for one in here if _PARTIAL.search(match_view(one.measure))), None)
    if complete is None or partial is None:
        return ()
    off = abs(_percent(complete) + _percent(partial) - _percent(whole)) > _ROUNDED
    return (complete, partial) if off else ()


def _is_whole(told: Told) -> bool:
    measure = match_view(told.measure)
    is_part = _COMPLETE.search(measure) or _PARTIAL.search(measure)
    return (
        told.slot == "outcome" and not is_part and bool(_RESPONSE.search(measure)) and bool(percentage(told))
    )


def _alike(one: Told, whole: Told) -> bool:
    same = (one.evidence.document, one.evidence.line) == (whole.evidence.document, whole.evidence.line)
    return one is not whole and one.slot in _SHARES and same and one.arm == whole.arm


def _percent(told: Told) -> float:
    value = percentage(told)
    return value[0] if value else 0.0
