from sctui.model.knowledge import Cited, Evidence, Record
from sctui.model.reference import Reference
from sctui.tui.knowledge.record_items import items_of
from sctui.tui.knowledge.slots import label, told_in_full
from tests.tui.known import ASTHMA, LUPUS, LUPUS_TRIAL, told


def test_what_needs_attention_comes_first_and_every_value_is_there() -> None:
    items = items_of(LUPUS_TRIAL)
    assert [item.label for item in items if item.heading] == [
        "The sources disagree",
        "Checks that raise doubt",
        "The study",
        "Results",
        "Safety",
        "Publication",
        "Other checks of its numbers",
    ]
    assert {item.told for item in items if item.told} == set(LUPUS_TRIAL.told)


def test_a_disagreement_shows_each_value_with_its_source_and_the_others() -> None:
    first, second = items_of(LUPUS_TRIAL)[1:3]
    assert (first.value, first.place) == ("81名", f"{LUPUS}:3")
    assert (second.value, second.place) == ("78名", f"{ASTHMA}:20")
    assert {one.document for one in first.proof} == {LUPUS, ASTHMA}


def test_a_slot_that_is_not_known_is_shown_under_its_own_name() -> None:
    items = items_of(
        Record("k", "trial", (told("blood_group", "A"), told("kind", "trial"), told("n", "3名")))
    )
    assert [(item.label, item.value) for item in items] == [
        ("The study", ""),
        ("Participants", "3名"),
        ("Also told", ""),
        ("Blood group", "A"),
    ]
    assert label("state_change") == "State"


def test_a_value_is_told_with_all_that_belongs_to_it() -> None:
    value = told("outcome", "84%", measure="survival", arm="treated", time="5 years", versus="60%", p="<0.05")
    assert told_in_full(value) == "84%  survival, treated, 5 years, vs 60%, p <0.05"
    assert told_in_full(told("n", "3")) == "3"


def test_what_is_cited_for_a_study_stands_last_with_its_entry() -> None:
    entry = Evidence("page.md", 12, 0, 8, "[2] Sun …")
    cited = Cited(entry, Reference(2, (12,), "Cells in lupus", "Sun L", "Rheum", 2019, doi="10.1/x"))
    heading, item = items_of(Record("k", "trial", (told("n", "3名"),), cited=(cited,)))[-2:]
    assert (heading.label, heading.heading) == ("Cited for it", True)
    assert item.label == "[2]"
    assert item.value == "Cells in lupus · Sun L · Rheum · 2019 · https://doi.org/10.1/x"
    assert (item.place, item.heading) == ("page.md:12", False)
