"""English results: each figure with its arm, its direction, the comparator's value and its p value, or none."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sctui.model.fact import Slot
from tests.unit.facts.mechanism_claims import Found

LEAD = "A randomized trial in 2020 enrolled 60 patients with lupus who received mesenchymal stem cells or placebo. "
RESULTS = ("count", "outcome", "change", "share")


def _results(found: Found, sentence: str) -> list[Slot]:
    studies = {fact.study for fact in found(f"{LEAD}{sentence}\n") if fact.study}
    return [slot for study in studies for slot in study.slots if slot.name in RESULTS]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The DAS28 score fell from 7.2 to 5.1 in the treated group, versus 7.0 to 6.8 in controls (p = .03).",
            [
                ("DAS28 score in the treated group", "from 7.2 to 5.1", "7.0 to 6.8", "p = .03"),
                ("DAS28 score in controls", "7.0 to 6.8", "from 7.2 to 5.1", "p = .03"),
            ],
        ),
        (
            "Overall response at day 28, the primary endpoint, was 70.4% (38/54).",
            [("rate of overall response at day 28", "70.4%", "", "")],
        ),
        (
            (
                "The primary endpoint, a fall of at least 2 points at week 28, was reached by 32% of the treated group"
                " and 28% of the placebo group (p = 0.48)."
            ),
            [
                (
                    "rate of fall of at least 2 points at week 28 in the treated group",
                    "32%",
                    "28%",
                    "p = 0.48",
                ),
                (
                    "rate of fall of at least 2 points at week 28 in the placebo group",
                    "28%",
                    "32%",
                    "p = 0.48",
                ),
            ],
        ),
        (
            (
                "Remission at week 24, defined as closure of all openings, was reached by 54 of 108 (50.0%) with cells"
                " and 36 of 106 (34.0%) with placebo (p = 0.018)."
            ),
            [
                ("rate of remission at week 24 with cells", "50.0%", "34.0%", "p = 0.018"),
                ("rate of remission at week 24 with placebo", "34.0%", "50.0%", "p = 0.018"),
            ],
        ),
        (
            "NEDA-3 was kept by 71.4% (40/56) after grafting and 44.6% (25/56) on drug treatment (p=0.004).",
            [
                ("rate of NEDA-3 with grafting", "71.4%", "44.6%", "p=0.004"),
                ("rate of NEDA-3 with drug treatment", "44.6%", "71.4%", "p=0.004"),
            ],
        ),
        (
            "Relapse was 21.1% (8/38) with cells and 42.1% (16/38) without (p=0.048).",
            [
                ("relapse rate with cells", "21.1%", "42.1%", "p=0.048"),
                ("relapse rate in the control group", "42.1%", "21.1%", "p=0.048"),
            ],
        ),
        (
            "EDSS scores improved by an average of 0.8 with grafting and worsened by 0.4 with drugs (p < 0.001).",
            [
                ("EDSS scores with grafting", "improved by 0.8", "worsened by 0.4", "p < 0.001"),
                ("EDSS scores with drugs", "worsened by 0.4", "improved by 0.8", "p < 0.001"),
            ],
        ),
        (
            "Sixteen patients (29.6%) had a complete response.",
            [("had a complete response", "Sixteen patients (29.6%)", "", "")],
        ),
        (
            "At week 24, the ACR20 response rate was 36.7% vs 18.8%.",
            [
                ("ACR20 response rate with mesenchymal stem cells at week 24", "36.7%", "18.8%", ""),
                ("ACR20 response rate with placebo at week 24", "18.8%", "", ""),
            ],
        ),
        (
            "The HAQ score was higher than with placebo (4.5 v 2.1; p = .03).",
            [
                ("HAQ score in the treatment group", "4.5", "2.1", "p = .03"),
                ("HAQ score with placebo", "2.1", "4.5", "p = .03"),
            ],
        ),
        (
            "Remission was less common in controls than in treated patients (30% vs 60%, P=0.01).",
            [
                ("remission rate in controls", "30%", "60%", "P=0.01"),
                ("remission rate in treated patients", "60%", "30%", "P=0.01"),
            ],
        ),
        (
            "Relapse occurred in 10% of the placebo group versus 5% of the cell group.",
            [
                ("relapse rate in the placebo group", "10%", "5%", ""),
                ("relapse rate in the cell group", "5%", "10%", ""),
            ],
        ),
        (
            "Ejection fraction increased by 3.7 points in the cell group and decreased by 0.4 points in the placebo group.",
            [
                (
                    "ejection fraction in the cell group",
                    "increased by 3.7 points",
                    "decreased by 0.4 points",
                    "",
                ),
                (
                    "ejection fraction in the placebo group",
                    "decreased by 0.4 points",
                    "increased by 3.7 points",
                    "",
                ),
            ],
        ),
        (
            "Proteinuria decreased by 2.1 g/day with mesenchymal stem cells and by 0.8 g/day with placebo.",
            [
                ("proteinuria with mesenchymal stem cells", "decreased by 2.1 g/day", "0.8 g/day", ""),
                ("proteinuria with placebo", "decreased by 0.8 g/day", "2.1 g/day", ""),
            ],
        ),
        (
            "60% of the cell group and 20% of the placebo group had a response.",
            [
                ("in the cell group had a response", "60%", "20%", ""),
                ("in the placebo group had a response", "20%", "60%", ""),
            ],
        ),
        (
            "Cell therapy improved the ejection fraction by 3.8% (95% CI, 2.4 to 5.2).",
            [("ejection fraction", "improved by 3.8%", "", "")],
        ),
        (
            "Serum creatinine rose from 1.1 to 1.4 mg/dL.",
            [("serum creatinine", "from 1.1 to 1.4 mg/dL", "", "")],
        ),
        (
            "Serious adverse events did not differ (RR 0.93, 95% CI 0.61 to 1.42).",
            [("risk ratio for serious adverse events", "0.93", "", "")],
        ),
        (
            "All-cause mortality was lower in treated patients (HR 0.78; 95% CI 0.62-0.97).",
            [("hazard ratio for all-cause mortality", "0.78", "", "")],
        ),
    ],
)
def test_whose_and_which_way(trials: Found, sentence: str, told: list[tuple[str, str, str, str]]) -> None:
    found = [(slot.measure, slot.value, slot.versus, slot.p) for slot in _results(trials, sentence)]
    assert found == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Fewer patients failed in the low-dose and high-dose groups than in the sham group (6.7% and 9.7% vs 41.9%).",
        "The score was 3.1, and the placebo group did no better.",
        "Patients who received 20 mL of cells felt better than the 30 who did not.",
        "The difference between the groups was 12%.",
        "In a subgroup with mild disease, response rates were 35% and 16%, respectively.",
        "Animal work suggests that cells reduce lung injury by 40%.",
        "The mean age was 75.8 years.",
        "The EDSS score improved by at least 1 point in 50% of patients at 2 years.",
        "Median follow-up was 2 years.",
        "Of them 148 patients were analyzed.",
    ],
)
def test_a_figure_of_nobody_is_not_told(trials: Found, sentence: str) -> None:
    assert _results(trials, sentence) == []


def test_a_test_of_six_minutes_is_no_time(trials: Found) -> None:
    (slot,) = _results(trials, "The 6-minute walk distance increased from 320 m to 390 m.")
    assert (slot.measure, slot.value, slot.time) == ("6-minute walk distance", "from 320 m to 390 m", "")


def test_arms_that_are_counted_in_brackets(trials: Found) -> None:
    text = "In 2020, 212 patients with lupus were assigned to mesenchymal stem cells (107 patients) or placebo (n = 105).\n"
    facts = trials(text)
    assert [(fact.measure, fact.value) for fact in facts if fact.slot == "arm_size"] == [
        ("group given mesenchymal stem cells", "107 patients"),
        ("placebo group", "105"),
    ]
    assert [fact.value for fact in facts if fact.slot == "n"] == ["212 patients"]


def test_a_group_s_name_is_no_treatment_of_the_study(trials: Found) -> None:
    text = "In a trial of 114 patients with lupus, 71% of the bone marrow stem cell group had a response.\n"
    assert not [fact for fact in trials(text) if fact.slot in ("product", "cell_source")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    measure=st.sampled_from(["pain score", "ejection fraction", "relapse rate", "serum creatinine level"]),
    verb=st.sampled_from(["was {}", "fell by {}", "increased to {}", "improved from 90 to {}"]),
    between=st.sampled_from([" and {}", ", versus {}", ", compared with {}", ", whereas it was {}"]),
    arms=st.permutations(["the cell group", "the placebo group", "controls"]),
    figures=st.tuples(st.integers(11, 49), st.integers(51, 89)),
)
def test_no_figure_is_told_of_the_other_arm(
    trials: Found, measure: str, verb: str, between: str, arms: list[str], figures: tuple[int, int]
) -> None:
    first, second = (f"{figure}.5 points in {arm}" for figure, arm in zip(figures, arms, strict=False))
    own = dict(zip(figures, (arm.removeprefix("the ") for arm in arms), strict=False))
    for slot in _results(trials, f"The {measure} {verb.format(first)}{between.format(second)}."):
        figure = next(figure for figure in figures if str(figure) in slot.value)
        assert (slot.arm, slot.measure) == (
            own[figure],
            f"{measure} in {'' if own[figure] == 'controls' else 'the '}{own[figure]}",
        )


def test_children_are_named_as_they_are(trials: Found) -> None:
    (first, second) = _results(trials, "Fever occurred in 2.5% of treated children and 1.6% of controls.")
    assert (first.measure, second.measure) == (
        "rate of fever in treated children",
        "rate of fever in controls",
    )


def test_an_arm_of_people_is_named_as_a_group(trials: Found) -> None:
    sentence = "At 1 year, 27.9% of treated patients and 15.7% of controls had a good outcome."
    told = [(slot.measure, slot.arm, slot.value) for slot in _results(trials, sentence)]
    assert told == [
        ("in the treatment group had a good outcome", "treated patients", "27.9%"),
        ("in the control group had a good outcome", "controls", "15.7%"),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("FEV1 was 61% at baseline and 72% at 6 months.", [("FEV1 at 6 months", "72%")]),
        (
            "Retinal sensitivity went from 2.1 dB at baseline to 6.4 dB at 1 year.",
            [("retinal sensitivity at 1 year", "from 2.1 dB at baseline to 6.4 dB")],
        ),
        ("Exacerbations dropped from 4.1 to 1.2 per year.", [("exacerbations", "from 4.1 to 1.2 per year")]),
        ("FEV1 was 60% and 62%.", []),
        (
            "Fibrosis fell by 25% in the one-time group and by 37% in the two-time group.",
            [
                ("fibrosis in the one-time group", "fell by 25%"),
                ("fibrosis in the two-time group", "fell by 37%"),
            ],
        ),
    ],
)
def test_what_was_before_is_no_result(trials: Found, sentence: str, told: list[tuple[str, str]]) -> None:
    assert [(slot.measure, slot.value) for slot in _results(trials, sentence)] == told


def test_so_many_in_each_group_are_not_all(trials: Found) -> None:
    text = (
        "In a dose-escalation trial, three cohorts of 3 patients each received mesenchymal stem cells. "
        "Nine patients with septic shock took part. The highest dose was chosen for phase 2.\n"
    )
    (study,) = {fact.study for fact in trials(text) if fact.study}
    assert (study.get("n"), study.get("arm"), study.get("phase")) == ("Nine patients", "", "")
