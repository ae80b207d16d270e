"""The studies of a library, so that a question names no two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sctui.decks.study_marks import KnownStudies
from sctui.lexicon.lexicon import Lexicon
from sctui.model.knowledge import Record


@dataclass(frozen=True, slots=True)
class LibraryStudies:
    """All studies by their marks, and for the key of each record the study that it tells of."""

    known: KnownStudies
    owner: Mapping[str, str]

    @classmethod
    def of(cls, groups: Iterable[Sequence[Record]], lexicon: Lexicon) -> LibraryStudies:
        """From records in groups that tell of one study each."""
        known, owner = KnownStudies(lexicon), dict[str, str]()
        for group in groups:
            first = min(record.key for record in group)
            for record in group:
                owner[record.key] = first
                diseases = (value.split("/")[-1] for facet, value in record.identity if facet == "disease")
                known.add(first, (("kind", record.kind), *(("condition", name) for name in diseases)))
                known.add(first, ((told.slot, told.value) for told in record.told))
        return cls(known, owner)
