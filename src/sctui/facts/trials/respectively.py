"""`甲组和乙组的缓解率分别为40%和20%`: whose each value is; one of nobody by name is no result."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.facts.trials.statement import Statement
from sctui.text.enumeration import members
from sctui.text.quantity import Quantity, QuantityKind
from sctui.text.sentence import Piece

_EACH = re.compile(
    r"(?:均|也|可|能)*分别(?:均|也)?(?P<turn>(?:显著|明显|平均)?"
    r"(?:提高|提升|增加|升高|上升|降低|下降|减少|缩短|延长|改善)(?:了|至|到)?)?(?:约?为|是|约|达到?|有)?"
)
_VALUES = (QuantityKind.PERCENT, QuantityKind.FOLD, QuantityKind.MEASURE, QuantityKind.PLAIN)
_GROUP = re.compile(r"^(?P<own>.*[组組](?:患者)?)(?:的|中的?)?(?P<rest>.+)$")
_TIME = re.compile(
    r"^(?P<own>第?[\d一二三四五六七八九十半]+\s?[个個]?(?:年|月|[周週]|天|小[时時])[时時后後]?)的?(?P<rest>.+)$"
)
_LEAD = re.compile(r"^(?:[结結]果(?:[显顯]示|表明)|其中|且|而|但|[并並])[,，]?")
_COUNTED = re.compile(r"^(?:[两三四2-4]|各)\s?(?:个|各)?组")  # of which group each value is nobody can tell


@dataclass(frozen=True, slots=True)
class Share:
    """What one of the values measures; `measure` is empty where that cannot be told; `changed` for a turn."""

    measure: str = ""
    changed: bool = False


def share_of(statement: Statement, clause: Piece, quantity: Quantity) -> Share | None:
    """What a value behind `分别` measures; None for a value of another kind of clause."""
    seen = statement.seen(clause.start, clause.end)
    each = next(iter(_EACH.finditer(seen)), None)
    if each is None or clause.start + each.end() > quantity.start:
        return None
    values = [q for q in statement.quantities if clause.start + each.end() <= q.start < clause.end]
    values = [q for q in values if q.kind in _VALUES]
    if quantity not in values or len(values) < 2:
        return None
    head = _LEAD.sub("", statement.raw(clause.start, clause.start + each.start())).strip(" ,，")
    parts = list(members(head))
    if len(parts) != len(values) or _COUNTED.match(statement.seen(clause.start, clause.end)):
        return Share()
    turn = (
        statement.raw(clause.start + each.start("turn"), clause.start + each.end("turn"))
        if each["turn"]
        else ""
    )
    at = values.index(quantity)
    for form in (_GROUP, _TIME):
        tail = form.match(parts[-1])
        if tail:
            own = [*parts[:-1], tail["own"]][at]
            joint = "" if form is _TIME else "的"
            return Share(f"{own}{joint}{tail['rest']}{turn}", bool(turn))
    return Share(f"{parts[at]}{turn}", bool(turn))
