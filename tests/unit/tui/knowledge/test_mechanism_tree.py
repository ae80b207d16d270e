from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sctui.tui.knowledge.mechanism_tree import MechanismTree, Node, Path
from tests.tui.known import LINKS, link

TREE = MechanismTree(LINKS)
MSC = ("间充质干细胞",)


def names(*turned: Path, text: str = "") -> list[str]:
    return ["  " * node.depth + node.name for node in TREE.rows(set(turned), text)]


def path(*names: str, tree: MechanismTree = TREE) -> Path:
    """The path of the row that is reached by opening rows of these names one after the other."""
    turned: set[Path] = set()
    node: Node | None = None
    for depth, name in enumerate(names):
        above = node.path if node else ()
        node = next(
            row
            for row in tree.rows(turned)
            if row.depth == depth and row.name == name and row.path[:-1] == above
        )
        turned.add(node.path)
    assert node
    return node.path


def test_subjects_stand_closed_with_most_to_say_first() -> None:
    assert names() == ["间充质干细胞", "IDO", "色氨酸", "调节性T细胞", "IL-10"]
    root = next(TREE.rows(set()))
    assert (root.open, root.below, root.step) == (False, 4, None)
    assert len(TREE) == 8


def test_a_chain_opens_from_cell_to_factor_to_effect() -> None:
    ido = path("间充质干细胞", "IDO")
    assert names(MSC, ido, path("间充质干细胞", "IDO", "色氨酸"))[:5] == [
        "间充质干细胞",
        "  IDO",
        "    色氨酸",
        "      T细胞增殖",
        "  神经元",
    ]


def test_what_comes_of_a_step_stands_below_it_and_not_beside_it() -> None:
    tree = MechanismTree(
        [
            link("MSC", "secretes", "IDO", card="a"),
            link("MSC", "reduces", "色氨酸", card="b", after=("IDO",)),
            link("MSC", "inhibits", "T细胞", card="c", after=("色氨酸",)),
            link("MSC", "promotes", "血管生成", after=("VEGF",)),  # of which no step tells
        ]
    )
    turned: set[Path] = set()
    for _ in range(4):
        turned |= {row.path for row in tree.rows(turned) if row.open is False}
    rows = list(tree.rows(turned))
    assert ["  " * row.depth + row.name for row in rows] == [
        "MSC",
        "  IDO",
        "    色氨酸",
        "      T细胞",
        "  血管生成",
    ]
    assert tree.notes_below(rows[1]) == ["a", "b", "c"]
    assert len(tree) == 4


def test_steps_that_come_of_each_other_are_not_lost() -> None:
    tree = MechanismTree(
        [link("MSC", "reduces", "A", after=("B",)), link("MSC", "reduces", "B", after=("A",))]
    )
    assert [row.name for row in tree.rows({("MSC",)})] == ["MSC", "A", "B"]


def test_steps_stand_in_the_order_in_which_a_mechanism_is_told() -> None:
    steps = [row.step.relation for row in TREE.rows({MSC}) if row.step]
    assert steps == ["secretes", "differentiates", "promotes", "inhibits"]
    assert [row.step.effect for row in TREE.rows({MSC}) if row.step] == ["", "", "+", "-"]


def test_a_circle_is_cut() -> None:
    treg = path("调节性T细胞", "IL-10")
    rows = [row for row in TREE.rows({("调节性T细胞",), treg}) if row.path[: len(treg)] == treg]
    assert [(row.name, row.open, row.circle) for row in rows] == [
        ("IL-10", True, False),
        ("调节性T细胞", None, True),
    ]


def test_what_several_documents_say_is_one_step_and_its_denial_another() -> None:
    said = link("A", "secretes", "B", "hedged")
    other = replace(link("A", "secretes", "B"), context="x")
    tree = MechanismTree([said, other, link("A", "secretes", "B", "negated")])
    steps = [row.step for row in tree.rows({("A",)}) if row.step]
    assert [len(step.links) for step in steps] == [2, 1]
    assert steps[0].flags == ()  # one document is certain
    assert steps[0].contexts == ("x",)
    assert steps[1].flags == ("negated",)


def test_a_search_shows_the_steps_that_fit_below_their_subjects() -> None:
    assert names(text="T細胞") == [
        "间充质干细胞",
        "  调节性T细胞",
        "色氨酸",
        "  T细胞增殖",
        "调节性T细胞",
        "  IL-10",
        "IL-10",
        "  调节性T细胞",
    ]
    assert names(text="糖尿病 promotes") == ["间充质干细胞", "  调节性T细胞"]
    assert names(MSC, text="糖尿病") == ["间充质干细胞"]
    assert names(text="nothing") == []


def test_the_cards_below_a_row_are_those_of_all_it_leads_to() -> None:
    root = next(TREE.rows(set()))
    assert TREE.notes_below(root) == ["msc-ido", "ido-trp"]
    step = next(row for row in TREE.rows({MSC}) if row.name == "IDO" and row.step)
    assert TREE.notes_below(step) == ["msc-ido", "ido-trp"]


_NAMES = st.sampled_from("ABCDE")


_AFTER = st.lists(_NAMES, max_size=2).map(tuple)


@given(st.lists(st.tuples(_NAMES, _NAMES, _AFTER), max_size=25), st.data())
def test_a_tree_opened_to_its_end_has_one_row_a_path(
    pairs: list[tuple[str, str, tuple[str, ...]]], data: st.DataObject
) -> None:
    tree = MechanismTree([link(a, "promotes", b, after=after) for a, b, after in pairs])
    turned: set[Path] = set()
    for _ in range(12):
        closed = [row.path for row in tree.rows(turned) if row.open is False]
        if not closed:
            break
        turned.add(data.draw(st.sampled_from(closed)))
    rows = list(tree.rows(turned))
    assert len({row.path for row in rows}) == len(rows)
    assert all(row.depth <= 6 for row in rows)  # five things, each at most once on the way, and the circle
