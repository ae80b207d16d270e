"""A chain of mechanisms from texts: cells, their factor, what it takes away, and whom that stops."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sctui.conversion import Made, together
from sctui.locations import bundled
from sctui.model.knowledge import Link
from sctui.pipeline import read, read_knowledge
from sctui.tui.knowledge.mechanism_tree import MechanismTree

CHINESE = {
    "a": "# 免疫调节\n\n间充质干细胞(MSC)分泌吲哚胺2,3-双加氧酶(IDO)。\n",
    "b": "# 色氨酸代谢\n\nIDO消耗色氨酸。\n",
    "c": "# T細胞\n\n色氨酸缺乏抑制T細胞增殖。\n",
}
ENGLISH = (
    "# Immune modulation\n\nMesenchymal stem cells secrete indoleamine 2,3-dioxygenase (IDO). "
    "IDO depletes tryptophan, and tryptophan depletion inhibits T cell proliferation.\n"
)


def links(texts: dict[str, str], folder: Path) -> list[Link]:
    known = read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
    made = []
    for name, text in texts.items():
        file = folder / f"{name}.md"
        file.write_text(text, encoding="utf-8")
        made.append(Made.of(file, file, read(file, known), 0))
    library = together(made, folder / "decks", known)
    return [link for one in library.made for link in library.finished(one, known).knowledge.links]


def opened(found: Sequence[Link], root: str) -> list[str]:
    """The rows below a subject with everything opened: relation and key of the object."""
    tree = MechanismTree(found)
    turned: set[tuple[str, ...]] = {(root,)}
    while True:
        rows = [node for node in tree.rows(turned) if node.path[0] == root]
        closed = {node.path for node in rows if node.open is False}
        if not closed:
            return [f"{node.step.relation} {node.key}" for node in rows if node.step]
        turned |= closed


@pytest.mark.parametrize("texts", [CHINESE, {"a": ENGLISH}, {"a": CHINESE["a"], "b": ENGLISH}])
def test_a_chain_opens_step_by_step_across_documents(texts: dict[str, str], tmp_path: Path) -> None:
    steps = opened(links(texts, tmp_path), "间充质干细胞")
    assert steps[:2] == ["secretes 吲哚胺2,3-双加氧酶", "reduces 色氨酸"]
    assert steps[2] in ("inhibits T细胞", "inhibits 增殖能力")
    assert len(steps) == 3
