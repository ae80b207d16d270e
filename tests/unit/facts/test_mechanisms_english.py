"""English sentences: who does what, in the active and the passive, with what is not known left out."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "subject", "slot", "value"),
    [
        ("MSC vesicles reduce M1 polarization and/or promote M2 polarization.",
         "MSC vesicles", "reduces", "M1 polarization"),
        ("MSC vesicles reduce M1 polarization and/or promote M2 polarization.",
         "MSC vesicles", "promotes", "M2 polarization"),
        ("Fibrosis can be reversed by mesenchymal stem cells.",
         "mesenchymal stem cells", "restores", "Fibrosis"),
        ("Blocking TGF-β, but not IL-6, partially restored T cell proliferation.",
         "Blocking TGF-β", "restores", "restored T cell proliferation"),
        ("Endometrial stem cells are more inclined to differentiate into stromal cells to replenish lost tissue.",
         "Endometrial stem cells", "differentiates", "stromal cells"),
        ("MSCs are found in many tissues and possess multi-lineage differentiation potential.",
         "MSCs", "property", "multi-lineage differentiation potential"),
        ("MSCs attenuated lung fibrosis in a mouse model of injury.", "MSCs", "reduces", "lung fibrosis"),
        ("One of the main causes of osteoarthritis is obesity.", "osteoarthritis", "cause", "obesity"),
        ("Two causes of liver cirrhosis, including viral hepatitis, are well known.",
         "liver cirrhosis", "cause", "viral hepatitis"),
        ("Apoptosis of granulosa cells is critical in the development of follicles.",
         "Apoptosis of granulosa cells", "essential", "development of follicles"),
        ("Exosomes act by transferring microRNA and proteins to recipient cells.",
         "Exosomes", "carries", "microRNA and proteins"),
        ("Psoriasis (PsO) is a chronic skin disease that is characterized by thick plaques.",
         "Psoriasis", "feature", "thick plaques"),
        ("MSCs restore skin barrier function by anti-apoptosis, promoting angiogenesis, and anti-oxidation.",
         "MSCs", "via", "anti-apoptosis, promoting angiogenesis, and anti-oxidation"),
        ("MSCs suppress T cells through PD-L1 and expand regulatory T cells.", "MSCs", "via", "PD-L1"),
        ("Several studies have shown MSCs inhibit T cell proliferation.",
         "MSCs", "inhibits", "T cell proliferation"),
        ("MSCs release growth factors such as VEGF and HGF.", "MSCs", "secretes", "VEGF and HGF"),
        ("MSCs are no filler. Instead, they release extracellular vesicles that soothe and stimulate angiogenesis.",
         "extracellular vesicles", "promotes", "angiogenesis"),
        ("MSC exosomes crossed the barrier and shifted macrophages toward the M2 type.",
         "MSC exosomes", "induces", "macrophages"),
        ("In animal studies, MSCs slowed cartilage loss and reduced fibrosis.", "MSCs", "reduces", "fibrosis"),
        ("Loss of neurons leads to tremor and stiffness.", "Loss of neurons", "causes", "tremor and stiffness"),
        ("CD63 and CD81 are surface markers of exosomes.", "exosomes", "markers", "CD63 and CD81"),
        ("Scarring leaves a thin layer of myocardium that allows MSCs to engraft.",
         "MSCs", "allows", "a thin layer of myocardium"),
        ("Osteoarthritis is a disease of the joint that affects many. It is caused by wear and obesity.",
         "Osteoarthritis", "cause", "wear and obesity"),
        ("Hypoxia increases the release of exosomes and fills them with VEGF.",
         "Hypoxia", "increases", "release of exosomes"),
        ("MSCs are engulfed by monocytes, which become tame and produce IL-10.", "monocytes", "produces", "IL-10"),
        ("MSCs suppress T cells via indoleamine 2,3-dioxygenase and PGE2.",
         "MSCs", "via", "indoleamine 2,3-dioxygenase and PGE2"),
        ("MSC infusion delayed diabetes and preserved beta cells.", "MSC infusion", "reduces", "diabetes"),
        ("MSCs fail to suppress Th17 cells.", "MSCs", "inhibits", "fail to suppress Th17 cells"),
        ("Exosomes from MSCs inhibit the NF-κB pathway and may thereby slow fibrosis.",
         "Exosomes from MSCs", "inhibits", "NF-κB pathway"),
        ("Hepatic stellate cells become activated, secrete collagen and drive fibrosis.",
         "Hepatic stellate cells", "secretes", "collagen"),
        ("MSCs cannot replace transplantation.", "MSCs", "replaces", "cannot replace transplantation"),
        ("HSCT resets immunity: chemotherapy destroys autoreactive lymphocytes.",
         "chemotherapy", "damages", "autoreactive lymphocytes"),
    ],
)  # fmt: skip
def test_who_does_what(told: Found, text: str, subject: str, slot: str, value: str) -> None:
    assert (subject, slot, value) in claims(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The pathways by which MSCs suppress T cell activation have not been fully determined.",
        "How MSCs inhibit fibrosis remains unclear.",
        "MSCs have attracted growing attention.",
        "Fibrosis was not reduced by MSCs.",
        "Blocking this interaction reduced inflammation.",
        "The yield of MSCs is lower than that of HSCs.",
        "MSCs carry a higher risk of tumor formation.",
        "T cells attack neurons. Without insulin, glucose builds up and damages vessels.",
        "MSCs turned into other cells, but these cells secrete IL-6.",
        "Without interferon, MSCs inhibit T cells.",
        "Cardiomyocytes die and are replaced by MSCs.",
        "Cytokines such as TNF-α weaken hearts and promote fibrosis.",
        "MSCs secrete less insulin than beta cells.",
        "Cells that soothe nerves and stimulate the body.",
    ],
)
def test_what_is_not_known_or_not_said(told: Found, text: str) -> None:
    assert [fact for fact in told(text) if fact.subject != "T cells"] == []


def test_these_cells_are_those_named_before(told: Found) -> None:
    text = (
        "Mesenchymal stem cells secrete VEGF. These stem cells may inhibit fibrosis. These cells lower IL-6."
    )
    assert {fact.subject for fact in told(text)} == {"Mesenchymal stem cells"}


def test_where_it_was_seen_is_proof_and_not_answer(told: Found) -> None:
    (fact,) = told("MSCs decreased endothelial cell permeability in vitro.")
    assert fact.value == "endothelial cell permeability"
    assert fact.flags == ("preclinical",)


def test_potential_alone_is_no_hedge(told: Found) -> None:
    (fact,) = told("MSCs possess multi-lineage differentiation potential.")
    assert fact.flags == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Osteoarthritis is a joint disease, which can eventually lead to disability.", {"disability"}),
        ("Osteoarthritis is characterized by loss of cartilage, increased cytokine production, and pain.",
         {"loss of cartilage", "increased cytokine production", "pain"}),
        ("MSCs may result in vascular repair.", {"vascular repair"}),
        ("Hepatitis causes inflammation and damage to the liver.", {"inflammation and damage to the liver"}),
        ("MSCs from patients are not senescent and do not ameliorate fibrosis.", {"do not ameliorate fibrosis"}),
    ],
)  # fmt: skip
def test_joined_clauses_and_nouns_that_look_like_verbs(told: Found, text: str, values: set[str]) -> None:
    assert {fact.value for fact in told(text)} == values


def test_cells_cultured_in_the_dish_are_no_experiment(told: Found) -> None:
    facts = told("MSCs can be cultured in vitro. MSCs inhibit fibrosis.")
    assert [fact.flags for fact in facts] == [()]


def test_a_relative_clause_is_about_what_stands_before_it(told: Found) -> None:
    facts = told(
        "The main feature of lupus is the production of autoantibodies that attack nuclear antigens."
    )
    assert {(fact.subject, fact.value) for fact in facts} == {("autoantibodies", "nuclear antigens")}
    assert told("Lupus is a state of things that damage the kidney.") == []


def test_how_something_changed_is_not_what_changed(told: Found) -> None:
    assert not told("In psoriasis, IL-17 levels decreased significantly in the skin.")


@pytest.mark.parametrize("told_", ["by 14.3 points at 12 months", "at six months", "by 30%"])
def test_what_a_study_measured_is_no_mechanism(told: Found, told_: str) -> None:
    assert not told(f"In psoriasis, MSC therapy reduced inflammation {told_}.")


def test_what_a_fixed_form_tells_is_told_once(told: Found) -> None:
    facts = told("Psoriasis is caused by activation of T cells.")
    assert [(fact.subject, fact.slot) for fact in facts] == [("Psoriasis", "cause")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MSCs secrete IL-10, expanding Treg and taming Th17 cells.", "Treg"),
        (
            "MSCs secrete IL-10, reducing inflammation and signaling pathways.",
            "inflammation and signaling pathways",
        ),
    ],
)
def test_another_deed_of_the_same_form_is_no_member_of_a_list(told: Found, text: str, value: str) -> None:
    assert value in {fact.value for fact in told(text)}


def test_what_was_done_to_a_thing_is_no_deed(told: Found) -> None:
    facts = told("MSCs deliver mitochondria to damaged neurons.")
    assert not [fact for fact in facts if "damag" in fact.measure or fact.value == "neurons"]


def test_a_paragraph_that_goes_on_with_they_is_on_who_was_spoken_of(told: Found) -> None:
    text = "# Cells\n\nMSCs secrete IDO, which depletes tryptophan.\n\nThey also inhibit Th17 cells."
    assert ("MSCs", "inhibits", "Th17 cells") in claims(told(text))
    text = "# Cells\n\nMSCs secrete IDO.\n\n# Others\n\nThey also inhibit Th17 cells."
    assert ("MSCs", "inhibits", "Th17 cells") not in claims(told(text))


def test_what_contributes_to_the_disease_causes_that_of_the_heading(told: Found) -> None:
    text = "# Multiple sclerosis\n\nGenetic risk and smoking contribute to the disease."
    assert ("Multiple sclerosis", "cause", "Genetic risk and smoking") in claims(told(text))
    assert told("Genetic risk and smoking contribute to the disease.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In the laboratory, MSC exosomes reduced apoptosis.",
        "In a rabbit model, MSCs reduced fibrosis.",
        "In pigs, MSCs reduced fibrosis.",
        "在小型猪中,MSC减少纤维化。",
        "In culture, MSCs inhibit T cell proliferation.",
    ],
)
def test_work_in_the_laboratory_is_preclinical(told: Found, text: str) -> None:
    found = told(text)
    assert found
    assert all("preclinical" in fact.flags for fact in found)


def test_a_sentence_on_mice_says_nothing_of_the_one_on_patients(told: Found) -> None:
    found = told("In mice, MSCs reduced fibrosis. In patients, MSCs improved liver function.")
    assert [("preclinical" in fact.flags, fact.slot) for fact in found] == [
        (True, "reduces"),
        (False, "improves"),
    ]
