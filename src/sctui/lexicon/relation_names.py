"""`data/relations.yaml` -> what the relations of mechanisms are called in a language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sctui.errors import LexiconError
from sctui.i18n import _
from sctui.text.yaml_nodes import Mapping as Entries
from sctui.text.yaml_nodes import Scalar, YamlError, parse


def read_relation_names(file: Path) -> Mapping[str, Mapping[str, str]]:
    """For each code of a language (`zh`) the names by relation; what has none goes by the relation itself.

    Raises:
        LexiconError: when the file cannot be read or is no table of names.
    """
    try:
        root = parse(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, YamlError) as error:
        raise LexiconError(_("{file}: cannot be read: {error}").format(file=file, error=error)) from None
    if not isinstance(root, Entries) or not all(isinstance(names, Entries) for _, names in root.entries):
        raise LexiconError(
            _("{file}: not a table of names").format(file=file),
            hint=_("Write `zh:` and below it `relation: name`."),
        )
    return {
        code.value: {key.value: name.value for key, name in names.entries if isinstance(name, Scalar)}
        for code, names in root.entries
        if isinstance(names, Entries)
    }
