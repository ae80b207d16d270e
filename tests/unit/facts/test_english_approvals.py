"""Approvals in English: what, by whom, when and for whom, each product a record of its own."""

import pytest

from tests.unit.facts.mechanism_claims import Found

SLOTS = ("brand", "regulator", "approved", "maker", "indication", "n")


def _approvals(found: Found, text: str) -> list[dict[str, str]]:
    studies = dict.fromkeys(fact.study for fact in found(f"{text}\n") if fact.study)
    return [
        {slot.name: slot.value for slot in study.slots if slot.name in SLOTS}
        for study in studies
        if study.get("kind") == "approval"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "In 2018, the European Medicines Agency approved darvadstrocel (Alofisel), made by Takeda, for complex "
                "perianal fistulas in adults with Crohn's disease. On 18 December 2024 the US Food and Drug Administration "
                "approved remestemcel-L (Ryoncil), developed by Mesoblast, for the treatment of acute graft-versus-host disease."
            ),
            [
                {
                    "approved": "2018",
                    "regulator": "European Medicines Agency",
                    "brand": "darvadstrocel (Alofisel)",
                    "maker": "Takeda",
                    "indication": "complex perianal fistulas in adults with Crohn's disease",
                },
                {
                    "approved": "18 December 2024",
                    "regulator": "US Food and Drug Administration",
                    "brand": "remestemcel-L (Ryoncil)",
                    "maker": "Mesoblast",
                    "indication": "acute graft-versus-host disease",
                },
            ],
        ),
        (
            (
                "Remestemcel-L is a mesenchymal stromal cell therapy developed by Mesoblast. It was approved for medical "
                "use in the United States in December 2024 for acute graft-versus-host disease in children."
            ),
            [
                {
                    "brand": "Remestemcel-L",
                    "maker": "Mesoblast",
                    "approved": "December 2024",
                    "indication": "acute graft-versus-host disease in children",
                }
            ],
        ),
        (
            "In Japan, Temcell was approved in 2015 for acute graft-versus-host disease.",
            [{"brand": "Temcell", "approved": "2015", "indication": "acute graft-versus-host disease"}],
        ),
        (
            "In 2021 the FDA granted orphan drug designation to mesenchymal stem cells for spinal cord injury.",
            [],
        ),
        ("In 2021 the trial of mesenchymal stem cells was approved by the local ethics committee.", []),
        (
            "No mesenchymal stem cell product had been approved by the FDA in 2021; none was not approved in error.",
            [],
        ),
    ],
)
def test_an_approval_with_what_it_says(trials: Found, text: str, told: list[dict[str, str]]) -> None:
    assert _approvals(trials, text) == told


def test_an_approval_gives_its_date_to_no_trial(trials: Found) -> None:
    text = (
        "A single-arm phase 3 trial enrolled 54 children with acute graft-versus-host disease who received remestemcel-L. "
        "In Japan, Temcell was approved in 2015 for acute graft-versus-host disease."
    )
    kinds = {fact.study.get("kind"): fact.study for fact in trials(f"{text}\n") if fact.study}
    assert kinds["trial"].get("n") == "54 children"
    assert not kinds["trial"].get("year")


@pytest.mark.parametrize(
    "end",
    [
        "The FDA declined to approve the product in 2022.",
        "In 2024 its marketing authorisation was withdrawn.",
    ],
)
def test_a_refusal_is_no_date_of_a_trial(trials: Found, end: str) -> None:
    text = (
        "In a phase 3 trial, 196 patients with amyotrophic lateral sclerosis received mesenchymal stem cells or placebo. "
        f"{end}"
    )
    (study,) = {fact.study for fact in trials(f"{text}\n") if fact.study}
    assert (study.get("kind"), study.get("year")) == ("trial", "")


@pytest.mark.parametrize(
    "text",
    [
        "欧洲药品管理局2018年3月批准了武田的Alofisel(darvadstrocel),用于治疗成人克罗恩病复杂肛瘘。",
        "歐洲藥品管理局2018年3月批准了武田的Alofisel(darvadstrocel),用於治療成人克羅恩病複雜肛瘻。",
    ],
)
def test_a_brand_is_no_kind_of_cells(trials: Found, text: str) -> None:
    facts = trials(f"{text}\n")
    assert [fact.value for fact in facts if fact.slot == "brand"] == ["Alofisel(darvadstrocel)"]
    assert not [fact for fact in facts if fact.slot == "cell_source"]


def test_a_maker_is_no_brand(trials: Found) -> None:
    text = "2024年12月,美国FDA批准Mesoblast公司的Ryoncil(remestemcel-L)上市,用于治疗急性移植物抗宿主病。\n"
    told = {fact.slot: fact.value for fact in trials(text)}
    assert (told["brand"], told["maker"]) == ("Ryoncil(remestemcel-L)", "Mesoblast公司")
    assert "cell_source" not in told
