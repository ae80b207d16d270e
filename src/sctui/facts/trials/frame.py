"""A study while it is being read: its sentences, and what they say of its year, journal, author and name."""

from __future__ import annotations

from dataclasses import dataclass, field

from sctui.facts.trials.anchors import FrameKind
from sctui.facts.trials.approvals import approvals
from sctui.facts.trials.identity import identity_of
from sctui.facts.trials.setting import Found, years
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.match_view import match_view


@dataclass(slots=True)
class Frame:
    """A study while it is being read; `year` stands for a year taken over from the study before (`同年`)."""

    kind: FrameKind
    section: tuple[str, ...]
    statements: list[Statement] = field(default_factory=list)
    parent: Frame | None = None
    year: tuple[Statement, Found] | None = None
    maker: Statement | None = None  # the sentence before that tells of the product and not of the study
    identity: dict[str, str] = field(default_factory=dict)
    methods: tuple[Statement, ...] = ()  # the part above it of an abstract, which tells of its arms

    def add(self, statement: Statement) -> None:
        """Take in a sentence, with what it says of year, journal, author and registry number."""
        self.statements.append(statement)
        for slot, value in identity_of(statement).items():
            self.identity.setdefault(slot, value)
        if self.kind is FrameKind.APPROVAL and "brand" not in self.identity:
            for found in approvals(statement):
                if found.slot == "brand":
                    self.identity["brand"] = literal.sub(
                        r"\s?[?(].*", "", statement.seen(found.start, found.end)
                    )

    @property
    def is_headed(self) -> bool:
        """Whether the headings above the study name it: what stands under them is about it."""
        name = self.identity.get("name", "")
        return bool(name) and any(name in match_view(title) for title in self.section)

    def is_named_in(self, statement: Statement) -> bool:
        """Whether a sentence names the product that was approved."""
        return bool(self.identity.get("brand")) and self.identity["brand"] in statement.view

    def own_year(self) -> tuple[Statement, Found] | None:
        """The year the study gives, or takes over."""
        for statement in self.statements:
            for found in years(statement):
                return statement, found
        return self.year
