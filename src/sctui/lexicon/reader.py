"""Lexicon files: YAML with `kind` and `terms`. A later folder adds to an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sctui.errors import LexiconError
from sctui.i18n import _
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.lexicon.words import CLASSES
from sctui.text.yaml_nodes import Mapping, Node, Scalar, Sequence, YamlError, parse

_TEMPLATES = "templates"  # a learner's own questions lie there
_NAMES = {"zh", "en", "synonyms", "abbreviations"}


def read_lexicon(*folders: Path) -> Lexicon:
    """Read every `*.yaml` of the folders, in order of folder and file name; a missing folder is skipped.

    A folder in them is a field of its own (`lexicon/cardiology/`) and is read as well; `templates` is none.

    Raises:
        LexiconError: for a file that is not a lexicon; the message gives file, line and column.
    """
    return Lexicon(
        term
        for folder in folders
        if folder.is_dir()
        for file in sorted(_files(folder))
        for term in _terms(file)
    )


def _files(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*.yaml")
    yield from (file for file in folder.glob("*/*.yaml") if file.parent.name != _TEMPLATES)


def _terms(file: Path) -> Iterator[Term]:
    try:
        root = parse(file.read_text(encoding="utf-8"))
    except YamlError as error:
        raise LexiconError(f"{file}:{error.line}:{error.column}: {error.message}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(_("{file}: cannot be read: {error}").format(file=file, error=error)) from None
    if not isinstance(root, Mapping):
        raise LexiconError(_("{file}:1:1: a lexicon file has `kind:` and `terms:`").format(file=file))
    kind = _kind(file, root)
    terms = root.get("terms")
    if not isinstance(terms, Sequence):
        raise LexiconError(
            _("{file}:{line}:{column}: `terms:` must be a list").format(
                file=file, line=root.line, column=root.column
            )
        )
    for item in terms.items:
        yield _term(file, kind, item)


def _kind(file: Path, root: Mapping) -> TermKind:
    node = root.get("kind")
    value = node.value if isinstance(node, Scalar) else ""
    try:
        return TermKind(value)
    except ValueError:
        known = ", ".join(TermKind)
        raise LexiconError(
            _("{file}:{line}:1: `kind: {value}` is not known").format(file=file, line=root.line, value=value),
            hint=_("Use one of: {known}").format(known=known),
        ) from None


def _term(file: Path, kind: TermKind, node: Node) -> Term:
    if not isinstance(node, Mapping):
        raise LexiconError(
            _("{file}:{line}:{column}: a term is written `{{zh: …, en: …}}`").format(
                file=file, line=node.line, column=node.column
            )
        )
    if not (node.get("zh") or node.get("en")):
        raise LexiconError(
            _("{file}:{line}:{column}: a term needs `zh` or `en`").format(
                file=file, line=node.line, column=node.column
            )
        )
    attributes = {key.value: _text(value) for key, value in node.entries if key.value not in _NAMES}
    if kind is TermKind.WORD:
        _check_class(file, node, attributes.get("class", ""))
    return Term(
        kind,
        _text(node.get("zh")),
        _text(node.get("en")),
        _texts(node.get("synonyms")),
        _texts(node.get("abbreviations")),
        attributes,
    )


def _check_class(file: Path, node: Mapping, classes: str) -> None:
    unknown = {name.strip() for name in classes.split(",")} - set(CLASSES)
    if unknown:
        raise LexiconError(
            _("{file}:{line}:{column}: `class: {unknown}` is not known").format(
                file=file, line=node.line, column=node.column, unknown=min(unknown)
            ),
            hint=_("Use one of: {classes}").format(classes=", ".join(CLASSES)),
        )


def _text(node: Node | None) -> str:
    return node.value if isinstance(node, Scalar) else ""


def _texts(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        return tuple(_text(item) for item in node.items)
    return (node.value,) if isinstance(node, Scalar) and node.value else ()
