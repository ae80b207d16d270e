"""English counts by group, measures of effect with their interval, and what stands behind a full stop."""

from collections.abc import Callable

import pytest

from sctui.facts.trials import find_trials
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Slot
from sctui.outline.build import build_outline

LEAD = "A randomized trial published in 2020 enrolled 47 patients with lupus who received umbilical cord MSCs or placebo. "


@pytest.fixture
def told(document_of: Callable[[str], Document], lexicon: Lexicon) -> Callable[[str], list[Slot]]:
    """The results of a study: its values that have a measure."""

    def slots(text: str) -> list[Slot]:
        document = document_of(f"# Page\n\n{LEAD}{text}\n")
        tree = build_outline(document, lexicon.words)
        facts = find_trials(read_telling(document, tree, lexicon), document, tree, lexicon)
        study = next(fact.study for fact in facts if fact.study)
        return [slot for slot in study.slots if slot.name in ("count", "outcome", "arm", "n")]

    return slots


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Remission was achieved in 12 of 24 patients in the MSC group vs 5 of 23 in the placebo group.",
            ("in the MSC group had remission", "in the placebo group had remission"),
        ),
        (
            "12 of 24 patients in the MSC group achieved remission, compared with 5 of 23 in the placebo group.",
            ("in the MSC group achieved remission", "in the placebo group achieved remission"),
        ),
    ],
)
def test_counts_by_group(told: Callable[[str], list[Slot]], text: str, measures: tuple[str, str]) -> None:
    treated, control = (slot for slot in told(text) if slot.name == "count")
    assert (treated.value, treated.arm, treated.measure) == ("12 of 24 patients", "MSC group", measures[0])
    assert (control.value, control.arm, control.measure) == ("5 of 23", "placebo group", measures[1])
    assert (treated.versus, control.versus) == ("5 of 23", "12 of 24 patients")


def test_the_people_of_a_group_are_not_those_of_the_study(told: Callable[[str], list[Slot]]) -> None:
    slots = told(
        "Remission occurred in 12 of 24 patients in the MSC group and 5 of 23 patients in the placebo group."
    )
    assert [slot.value for slot in slots if slot.name == "n"] == ["47 patients"]
    assert not [slot for slot in slots if slot.name == "arm"]


@pytest.mark.parametrize(
    ("text", "measure", "value", "interval"),
    [
        (
            "Mortality was lower (HR 0.58, 95% CI 0.40-0.85).",
            "hazard ratio for mortality",
            "0.58",
            "95% CI 0.40-0.85",
        ),
        (
            "The odds ratio for flare was 0.45 (95% CI 0.2 to 0.9).",
            "odds ratio for flare",
            "0.45",
            "95% CI 0.2 to 0.9",
        ),
        (
            "Response was seen in 12 of 24 in the MSC group vs 5 of 23 in the placebo group (OR 2.1 (95% CI 1.2–3.6)).",
            "odds ratio for response, versus placebo",
            "2.1",
            "95% CI 1.2–3.6",
        ),
        ("The 5-year survival was 84% (95% CI 75–92%).", "5-year survival", "84%", "95% CI 75–92%"),
    ],
)
def test_an_effect_has_its_interval(
    told: Callable[[str], list[Slot]], text: str, measure: str, value: str, interval: str
) -> None:
    (outcome,) = (slot for slot in told(text) if slot.name == "outcome")
    assert (outcome.measure, outcome.value, outcome.interval) == (measure, value, interval)


def test_a_mark_behind_a_full_stop_ends_the_sentence(told: Callable[[str], list[Slot]]) -> None:
    (outcome,) = (slot for slot in told("It was safe.[2] The survival was 84%.") if slot.name == "outcome")
    assert outcome.measure == "survival"


def test_a_chinese_interval(document_of: Callable[[str], Document], lexicon: Lexicon) -> None:
    text = (
        "# 页\n\n2020年,一项试验纳入47名狼疮患者,接受脐带MSC静脉输注,5年生存率为84%(95%置信区间:75%~92%)。\n"
    )
    document = document_of(text)
    tree = build_outline(document, lexicon.words)
    facts = find_trials(read_telling(document, tree, lexicon), document, tree, lexicon)
    study = next(fact.study for fact in facts if fact.study)
    assert [(slot.value, slot.interval) for slot in study.all("outcome")] == [("84%", "95%置信区间:75%~92%")]
