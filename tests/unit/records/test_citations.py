"""A record has the entries of the reference list that its sentences cite."""

import pytest

from sctui.errors import DeckError
from sctui.records.knowledge_file import knowledge_text, parse_knowledge
from sctui.records.merging import merge_records
from tests.unit.records.conftest import Know

PAGE = """# Cells in lupus

In 2019, a trial enrolled 81 patients with lupus who received umbilical cord MSCs.[2] The survival was 84%.

Many trials are known [1-4].

## References

[1] Wang D, et al. A first study. Cell Transplant. 2012;21:1-9.
[2] Sun L, et al. Umbilical cord MSC in lupus. Arthritis Rheum. 2019;62:2467-75. doi:10.1002/art.27548
[3] Li X. A third one. Lupus. 2010;1:1.
[4] Xu Y. A fourth one. Lupus. 2011;1:1.
"""


def test_the_entry_that_a_study_is_told_from(know: Know) -> None:
    (record,) = know(PAGE).records
    (cited,) = record.cited
    assert cited.reference.title == "Umbilical cord MSC in lupus"
    assert cited.reference.link == "https://doi.org/10.1002/art.27548"
    assert (cited.evidence.document, cited.evidence.line) == ("page.md", 10)
    assert cited.evidence.quote.startswith("[2] Sun L")


@pytest.mark.parametrize("mark", ["", "[1-4]", "[9]"])
def test_no_mark_a_survey_and_an_unknown_number_cite_nothing(mark: str, know: Know) -> None:
    (record,) = know(PAGE.replace("[2] The", f"{mark} The")).records
    assert record.cited == ()


def test_it_is_read_again_from_the_file_and_kept_in_merging(
    know: Know,
) -> None:
    before = know(PAGE)
    after = parse_knowledge(knowledge_text(before), "knowledge.json")
    assert after.records[0].cited == before.records[0].cited
    (merged,) = merge_records([*before.records, *before.records])
    assert merged.cited == before.records[0].cited


@pytest.mark.parametrize(("right", "wrong"), [('"number":2', '"number":"2"'), ('"lines":[10]', '"lines":[]')])
def test_what_we_did_not_write_is_refused(right: str, wrong: str, know: Know) -> None:
    text = knowledge_text(know(PAGE))
    assert right in text
    with pytest.raises(DeckError, match="must be"):
        parse_knowledge(text.replace(right, wrong), "knowledge.json")
