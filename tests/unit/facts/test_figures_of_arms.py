"""English figures in the order of a study's arms, behind their short names, and those of its one group."""

import pytest

from tests.unit.facts.mechanism_claims import Found

DOSES = (
    "Methods: Adults with active ulcerative colitis were randomised 1:1:1 to MSC 1 × 10^6/kg, MSC 2 × 10^6/kg or"
    " placebo, IV at weeks 0 and 4.\n\nResults: 150 patients (50 per arm) were treated. "
)
SIDES = (
    "A trial enrolled 40 patients with proctitis. Group A (n=20): adipose MSC into the wall."
    " Group B (n=20): the same cells IV. "
)
PAIR = (
    "A randomised trial enrolled 332 patients with osteoarthritis who got adipose MSCs. Mean pain score was 3.1 in"
    " the cell arm and 4.2 with placebo. "
)
ONE = "A single-arm trial enrolled 46 people with osteoarthritis who got adipose MSCs. "


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        (
            f"{DOSES}Remission at week 12: 24.6% (14/57), 33.3% (19/57) and 14.0% (8/57).",
            {
                ("remission rate in the low-dose group at week 12", "24.6%"),
                ("remission rate in the high-dose group at week 12", "33.3%"),
                ("remission rate with placebo at week 12", "14.0%"),
            },
        ),
        (
            f"{DOSES}Endoscopic improvement (subscore 0–1) 35.1%, 43.9%, 22.8%.",
            {
                ("rate of endoscopic improvement in the low-dose group", "35.1%"),
                ("rate of endoscopic improvement in the high-dose group", "43.9%"),
                ("rate of endoscopic improvement with placebo", "22.8%"),
            },
        ),
        (
            f"{DOSES}Faecal calprotectin fell by a median 61% with the high dose and 27% with placebo.",
            {
                ("faecal calprotectin with the high dose", "fell by 61%"),
                ("faecal calprotectin with placebo", "fell by 27%"),
            },
        ),
        (
            f"{SIDES}Endoscopic remission at week 24: A 11/20 (55%), B 5/20 (25%), p=0.053.",
            {
                ("endoscopic remission rate in group A (adipose MSC into the wall) at week 24", "55%"),
                ("endoscopic remission rate in group B (the same cells IV) at week 24", "25%"),
            },
        ),
        (
            f"{PAIR}Serious adverse events were reported in 31% and 33%.",
            {
                ("pain score in the cell arm", "3.1"),
                ("pain score with placebo", "4.2"),
                ("rate of serious adverse events in the cell arm", "31%"),
                ("rate of serious adverse events with placebo", "33%"),
            },
        ),
        (f"{ONE}Mucositis was seen in 71% and headache in 49%.", {("rate of mucositis", "71%"), ("rate of headache", "49%")}),
        (
            f"{ONE}The commonest events were headache (58%) and vomiting (42%).",
            {("rate of headache", "58%"), ("rate of vomiting", "42%")},
        ),
        (f"{SIDES}The commonest events were headache (58%) and vomiting (42%).", set()),  # of which arm?
        (f"{ONE}De novo antibodies in 9/114 (7.9%).", {("rate of de novo antibodies", "9/114 (7.9%)")}),
    ],
)  # fmt: skip
def test_each_figure_is_that_of_its_arm(trials: Found, told: str, figures: set[tuple[str, str]]) -> None:
    found = {(f.measure, f.value) for f in trials(f"{told}\n") if f.slot in ("outcome", "change")}
    assert found == figures


@pytest.mark.parametrize(
    ("told", "did", "value"),
    [
        (
            "Of the 34 followed for 16 months, 32 (94.1%; 95% CI 80.3–99.3) were free from pain.",
            "were free from pain",
            "32 of 34 (94.1%)",
        ),
        ("At 8 weeks, 2/7 had closed completely.", "had closed completely", "2/7"),
    ],
)
def test_so_many_of_so_many_are_counted(trials: Found, told: str, did: str, value: str) -> None:
    assert (did, value) in {(f.measure, f.value) for f in trials(f"{ONE}{told}\n") if f.slot == "count"}
