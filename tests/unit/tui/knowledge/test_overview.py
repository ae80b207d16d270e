from dataclasses import replace

from sctui.model.knowledge import DocumentKnowledge, LibraryKnowledge
from sctui.model.language import Language
from sctui.tui.knowledge.overview import Overview, notes_of, overview_of
from tests.tui.known import KNOWN, LUPUS_TRIAL, link

LUPUS = KNOWN.documents[0]


def test_a_document_is_told_by_its_evidence() -> None:
    overview = overview_of(LUPUS, KNOWN)
    assert overview.kinds == (("trial", 1), ("approval", 1))
    assert [row.n for row in overview.largest] == [81]
    assert overview.years == (2018, 2024)
    assert (overview.shared, overview.disputed, overview.doubtful) == (1, 1, 1)
    assert (overview.steps, overview.preclinical) == (8, 1)
    assert overview.cards == len(notes_of(LUPUS)) == 3


def test_its_main_mechanisms_are_those_of_which_it_says_most() -> None:
    first, *_ = overview_of(LUPUS, KNOWN).claims
    assert first.subject == "间充质干细胞"
    assert ("secretes", ("IDO",)) in first.says
    assert all("神经元" not in objects for _, objects in first.says)  # it says that this is not so


def test_what_a_thing_is_counts_as_no_claim() -> None:
    document = replace(LUPUS, links=(link("A", "property", "B"), link("C", "inhibits", "D")))
    assert [claim.subject for claim in overview_of(document, KNOWN).claims] == ["C"]


def test_things_compared_go_by_their_shared_names() -> None:
    overview = overview_of(LUPUS, KNOWN)
    assert overview.compared == ("骨髓间充质干细胞", "脐带间充质干细胞", "脂肪间充质干细胞")
    assert overview.attributes == ("获取方式", "增殖能力")


def test_shared_names_are_written_as_the_document_writes() -> None:
    traditional = replace(LUPUS, language=Language.TRADITIONAL)
    overview = overview_of(traditional, KNOWN)
    assert "臍帶間充質幹細胞" in overview.compared
    assert overview.claims[0].subject == "間充質幹細胞"


def test_only_the_largest_studies_are_told() -> None:
    many = tuple(
        replace(LUPUS_TRIAL, key=f"r{n}", told=(replace(LUPUS_TRIAL.told[6], value=f"{n}名"),))
        for n in range(1, 9)
    )
    overview = overview_of(replace(LUPUS, records=many), KNOWN)
    assert [row.n for row in overview.largest] == [8, 7, 6]


def test_a_document_that_tells_nothing_has_an_empty_overview() -> None:
    assert overview_of(DocumentKnowledge("a.md", Language.ENGLISH, "A"), LibraryKnowledge()) == Overview()
