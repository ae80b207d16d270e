"""One entry of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class TermKind(StrEnum):
    """What a term names. Each kind has a file of its own in `data/lexicon`."""

    CELL = "cell"  # therapeutic cells and their products: MSC, HSC, exosome
    TREATMENT = "treatment"  # drugs, devices and procedures that are no cells
    SOURCE = "source"  # tissues that cells are taken from: umbilical cord, bone marrow
    DISEASE = "disease"
    ROUTE = "route"
    FACTOR = "factor"  # growth factors, cytokines, hormones, enzymes, genes, miRNA
    PATHWAY = "pathway"
    IMMUNE = "immune"  # immune and target cells: Th17, Treg, macrophage, granulosa cell
    PROCESS = "process"  # what happens in the body: angiogenesis, apoptosis, inflammation
    ACTION = "action"  # attributes: relation (secretes, activates, inhibits …)
    ATTRIBUTE = "attribute"  # what things are compared by: immunogenicity, ease of collection, cost
    PHASE = "phase"
    DESIGN = "design"
    ENDPOINT = "endpoint"
    UNIT = "unit"  # attributes: measures (people, cells, time, volume, mass, rate)
    WORD = (
        "word"  # plain words of the field; attributes: class (how treatments are given, what doses count …)
    )
    BOILERPLATE = "boilerplate"  # marks of lines that are no content


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its names. `zh` is Simplified; either `zh` or `en` may be empty, not both."""

    kind: TermKind
    zh: str
    en: str
    synonyms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The name that stands for the term wherever two mentions are compared."""
        return self.zh or self.en

    def names(self) -> tuple[str, ...]:
        """Every way to write the term."""
        return tuple(name for name in (self.zh, self.en, *self.synonyms, *self.abbreviations) if name)
