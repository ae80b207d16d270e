"""One statement found in a line, before it becomes a fact; all columns are those of the line."""

from __future__ import annotations

from dataclasses import dataclass

from sctui.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """`value` and `evidence` are (start, end); `subject` is a name, which need not stand in the evidence."""

    slot: str
    subject: str
    value: tuple[int, int]
    evidence: tuple[int, int]
    measure: str = ""
    items: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
