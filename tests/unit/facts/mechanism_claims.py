"""What the tests of mechanisms share."""

from collections.abc import Callable

from sctui.model.fact import Fact

Found = Callable[[str], list[Fact]]


def claims(facts: list[Fact]) -> set[tuple[str, str, str]]:
    return {(fact.subject, fact.slot, fact.value) for fact in facts}
