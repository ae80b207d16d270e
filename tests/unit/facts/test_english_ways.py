"""English: ways told in front, what effects hang on, what goes with a disease, members of a class, plain words."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # by what, in front and behind
        ("By secreting IL-10, MSCs promote cartilage repair.", ("MSCs", "secretes", "IL-10")),
        (
            "Through paracrine signaling, MSCs promote cartilage repair.",
            ("MSCs", "via", "paracrine signaling"),
        ),
        (
            "MSCs suppress T-cell proliferation through the release of PGE2.",
            ("MSCs", "via", "release of PGE2"),
        ),
        (
            "MSCs exert their effects via paracrine signaling.",
            ("MSCs", "acts-through", "paracrine signaling"),
        ),
        # what a deed hangs on
        (
            "The inhibition of T cells by MSCs is mediated by PGE2.",
            ("inhibition of T cells by MSCs", "mediated-by", "PGE2"),
        ),
        ("Homing of MSCs depends on CXCR4.", ("Homing of MSCs", "depends", "CXCR4")),
        # what goes with a disease, and how it comes about
        (
            "Complications of Crohn's disease include fistulas, abscesses and strictures.",
            ("Crohn's disease", "sign", "fistulas, abscesses and strictures"),
        ),
        ("Headache is a common side effect of rituximab.", ("rituximab", "sign-of", "Headache")),
        ("Steroids are the first-line treatment for GVHD.", ("GVHD", "sign-of", "Steroids")),
        (
            "Acute GVHD occurs when donor T cells attack the skin.",
            ("Acute GVHD", "arises", "donor T cells attack the skin"),
        ),
        (
            "Type 1 diabetes results from the destruction of beta cells.",
            ("Type 1 diabetes", "cause", "destruction of beta cells"),
        ),
        (
            "Osteoarthritis is characterized by cartilage degradation, synovial inflammation and bone sclerosis.",
            ("Osteoarthritis", "feature", "synovial inflammation"),
        ),
        ("The immune system attacks the myelin sheath.", ("The immune system", "damages", "myelin sheath")),
        # who acts, and what of it is asked
        ("MSCs reach the injury, where they secrete VEGF and HGF.", ("MSCs", "secretes", "VEGF and HGF")),
        ("Transplanted cells release BDNF and VEGF.", ("Transplanted cells", "secretes", "BDNF and VEGF")),
        (
            "Hepatic stellate cells, once activated, produce collagen.",
            ("Hepatic stellate cells", "produces", "collagen"),
        ),
        ("MSCs express low levels of HLA-DR.", ("MSCs", "expresses", "HLA-DR")),
        ("MSCs release cytokines, including IL-10 and TGF-β.", ("MSCs", "secretes", "IL-10 and TGF-β")),
    ],
)
def test_who_does_what_and_by_what(told: Found, text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(told(f"Mesenchymal stem cells are given by vein. {text}"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Cord MSCs have higher proliferative capacity and lower immunogenicity than marrow MSCs.",
            "reduces",
        ),
        ("Dopaminergic neurons are lost in Parkinson's disease.", "lacks"),
        ("When they are destroyed by burns, scars grow, leading to vision loss.", "causes"),
        ("B cells produce IgG, their depletion leads to a drop of autoantibodies.", "causes"),
        ("Cartilage breaks down and the joint swells.", "reduces"),
        ("Loss of dopamine neurons results in tremor, rigidity and slow movement.", "reduces"),
    ],
)
def test_what_is_no_deed_of_the_subject(told: Found, text: str, wrong: str) -> None:
    assert wrong not in {fact.slot for fact in told(text)}


def test_a_claim_ends_before_another_deed_on_what_it_hides(told: Found) -> None:
    facts = told("CAR T cells recognize CD19 on B cells and kill them.")
    assert [fact.evidence.end for fact in facts if fact.slot == "recognizes"] == [37]
