"""The places of the documents that a deck cites, written anew; all else of its text stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from sctui.decks.layout import read_layout
from sctui.decks.scalar_style import scalar
from sctui.text import yaml_nodes


def citing(text: str, file: Path, places: Mapping[str, str]) -> str:
    """A deck's text with other places for documents, by their file names, as seen from the deck's folder.

    Raises:
        DeckError: when the text, of `file`, is no deck.
    """
    if not any(name in text for name in places):
        return text
    layout = read_layout(text, str(file))
    documents = layout.root.get("documents")
    for _name, entry in documents.entries if isinstance(documents, yaml_nodes.Mapping) else ():
        node: yaml_nodes.Node | None = entry.get("file") if isinstance(entry, yaml_nodes.Mapping) else entry
        if isinstance(node, yaml_nodes.Scalar) and (place := places.get(PurePosixPath(node.value).name)):
            layout.set_scalar(node, scalar(Path(place).as_posix(), flow=True))
    return layout.text()
