"""What a document claims, and on what evidence: as much as a learner takes in on one screen."""

from __future__ import annotations

from dataclasses import dataclass

from sctui.model.knowledge import Evidence
from sctui.model.language import Language


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim in the document's own words, with its proof.

    Args:
        kind: `study`, `approval`, `mechanism` or `comparison`.
        says: one line.
        evidence: the clause that proves what is said last in it.
        card: the id of the card that asks for it; empty when none does.
        flags: what must be known of it (`hedged`, `preclinical`, `doubtful:…`).
    """

    kind: str
    says: str
    evidence: Evidence
    card: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """A document on one screen.

    Args:
        file: the document's file name.
        title: what it calls itself.
        language: of the claims.
        basis: what it rests on, counted: kinds of records (`trial`, `review` …), `mechanism`, `preclinical
            finding`, `compared cell`, `doubtful number`; those there are none of are left out.
        claims: the weightiest first.
        years: the first and the last year of its studies; None when none is told.
    """

    file: str
    title: str
    language: Language
    basis: tuple[tuple[str, int], ...]
    claims: tuple[Claim, ...]
    years: tuple[int, int] | None = None
