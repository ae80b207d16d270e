"""A publication that a document names in its reference list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a reference list; what it does not say is None or empty.

    `number` is the number it is cited by (`[4]`), `lines` the lines (from 1) it stands on, `year` that of
    publication, `doi` without `https://doi.org/`, `pubmed` and `pmc` the identifiers there (digits, and `PMC`
    with digits), `address` the first web address that stands in it, as it stands.
    """

    number: int | None
    lines: tuple[int, ...]
    title: str
    authors: str = ""
    journal: str = ""
    year: int | None = None
    doi: str = ""
    pubmed: str = ""
    pmc: str = ""
    address: str = ""

    @property
    def link(self) -> str:
        """Where it can be read: the DOI's address before PubMed's before the one that stands in the entry."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pubmed}/" if self.pubmed else self.address
