"""Where a sentence goes over to those who were given something else: their doses are not the study's.

`28例单次注射甲,28例每周注射乙,共3次`: the three times are those of the second 28.
"""

from __future__ import annotations

from sctui.facts.trials.statement import Statement
from sctui.text.quantity import QuantityKind

_GIVEN = (
    r"\s?(?:患者|受试者)?(?:接受|给予|采用|使用|静脉|鞘内|单次|多次|每[天日周月]|注射|输注|输|打|服用|口服|用|只|<:giving.zh>)"
    r"|\s(?:\w+\s)?(?:received|were given|had|got|underwent)\b"
)


def second_arm(statement: Statement) -> int:
    """The column where a sentence begins to tell of the second of those whom it counts by their treatment."""
    given = statement.words.pattern(_GIVEN)
    arms = [
        quantity
        for quantity in statement.counted(QuantityKind.PEOPLE)
        if given.match(statement.view, quantity.end - statement.start)
    ]
    return arms[1].start if len(arms) > 1 else statement.end
