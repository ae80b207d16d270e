"""Records of articles in JSON."""

import json

from sctui.documents.read import read_bytes
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import LineKind


def test_keys_in_any_case_and_the_parts_of_an_abstract(lexicon: Lexicon) -> None:
    abstract = "BACKGROUND: Few know. METHODS: 60 patients had cells. RESULTS: 15 of 30 got well (50%). CONCLUSIONS: More."
    record = {
        "Title": "Cells in lupus",
        "Authors": ["Bee A"],
        "PubDate": "2022-05-01",
        "DOI": "10.9/1",
        "Abstract": abstract,
    }
    document = read_bytes(json.dumps(record).encode(), "record.json", lexicon)
    found = [document.metadata[key] for key in ("title", "authors", "date", "doi")]
    assert found == ["Cells in lupus", "Bee A", "2022-05-01", "10.9/1"]
    labels = [line.text.split(":")[0] for line in document.lines if line.kind is LineKind.RUN_IN]
    assert labels == ["BACKGROUND", "METHODS", "RESULTS", "CONCLUSIONS"]


def test_several_records_are_called_like_their_file(lexicon: Lexicon) -> None:
    rows = [
        json.dumps({"title": f"Trial {n}", "abstract": f"{n} patients were given cells."}) for n in (12, 13)
    ]
    document = read_bytes("\n".join(rows).encode(), "lupus-2022.jsonl", lexicon)
    assert document.metadata["title"] == "lupus-2022"
