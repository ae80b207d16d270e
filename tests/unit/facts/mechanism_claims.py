"""What the tests of facts share."""

from collections.abc import Callable

from sctui.model.fact import Fact

Found = Callable[[str], list[Fact]]


def claims(facts: list[Fact]) -> set[tuple[str, str, str]]:
    return {(fact.subject, fact.slot, fact.value) for fact in facts}


def values(facts: list[Fact], slot: str) -> list[str]:
    return [fact.value for fact in facts if fact.slot == slot]
