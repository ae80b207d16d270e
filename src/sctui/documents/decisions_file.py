"""The file of an author's decisions about damage: `<document>.damage.yaml`, beside the document.

    decisions:
      - kind: lost-exponent
        context: "injected ⟦3×10?⟧ cells once"
        line: 12
        text: 3×10^7

A decision has `verdict: accept`, `verdict: reject`, or `text:` with what should stand there; `line` only
tells a reader where to look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from errno import ENAMETOOLONG
from pathlib import Path

from sctui.documents.decisions import Decision, Verdict
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.text.yaml_nodes import Mapping, Node, Scalar, YamlError, parse
from sctui.text.yaml_nodes import Sequence as NodeSequence

_KEYS = frozenset({"kind", "context", "line", "verdict", "text"})


def sidecar_of(document: Path) -> Path:
    """The file that keeps the decisions about a document."""
    return document.with_name(f"{document.name}.damage.yaml")


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions about the document at `path`, in their order; none when there is no such file.

    Raises:
        DocumentError: the file cannot be read, or is not what the module's documentation shows.
    """
    file = sidecar_of(path)
    try:
        root = parse(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except YamlError as error:
        raise _wrong(file, error, error.message) from None
    except OSError as error:
        if error.errno == ENAMETOOLONG:  # such a file cannot be there
            return ()
        raise _unreadable(file, error) from None
    except ValueError as error:
        raise _unreadable(file, error) from None
    return _decisions(file, root)


def _decisions(file: Path, root: Node | None) -> tuple[Decision, ...]:
    if root is None:
        return ()
    listed = root.get("decisions") if isinstance(root, Mapping) else None
    if not isinstance(listed, NodeSequence):
        raise _wrong(file, root, _("a list under `decisions:` is expected"))
    return tuple(_decision(file, node) for node in listed.items)


def _decision(file: Path, node: Node) -> Decision:
    if not isinstance(node, Mapping):
        raise _wrong(file, node, _("a decision has `kind`, `context`, and `verdict` or `text`"))
    for key, value in node.entries:
        if key.value not in _KEYS:
            raise _wrong(file, key, _("`{value}` is not known here").format(value=key.value))
        if not isinstance(value, Scalar):
            raise _wrong(file, value, _("`{value}` must be a single value").format(value=key.value))
    kind, context, verdict = (_value(node, name) for name in ("kind", "context", "verdict"))
    if not kind or not context:
        raise _wrong(file, node, _("a decision needs `kind` and `context`"))
    line = _value(node, "line")
    number = int(line) if line.isdecimal() else 0
    if node.get("text") is not None and verdict in {"", Verdict.TEXT}:
        return Decision(kind, context, number, Verdict.TEXT, _value(node, "text"))
    if verdict not in {Verdict.ACCEPT, Verdict.REJECT}:
        raise _wrong(file, node, _("a decision has `verdict: accept`, `verdict: reject`, or `text`"))
    return Decision(kind, context, number, Verdict(verdict))


def _value(node: Mapping, name: str) -> str:
    value = node.get(name)
    return value.value if isinstance(value, Scalar) else ""


def _unreadable(file: Path, error: Exception) -> DocumentError:
    return DocumentError(
        _("{file}: cannot be read: {error}").format(file=file, error=error),
        hint=_("It should be a text file in UTF-8."),
    )


def _wrong(file: Path, at: Node | YamlError, message: str) -> DocumentError:
    return DocumentError(
        f"{file}:{at.line}:{at.column}: {message}",
        hint=_("Put it right, or decide anew with `sctui damage`."),
    )


def written(path: Path, decisions: Sequence[Decision], quoted: Callable[[str], str]) -> str:
    """The text of the file with `decisions`; `path` is the document, `quoted` writes one value as YAML.

    What is there stays as it is, comments and all, when decisions are only added.
    """
    old, file = read_decisions(path), sidecar_of(path)
    if old and tuple(decisions[: len(old)]) == old:
        added = "".join(f"{line}\n" for d in decisions[len(old) :] for line in _written(d, quoted))
        text = file.read_text(encoding="utf-8").rstrip("\n") + "\n" + added
        try:
            if _decisions(file, parse(text)) == tuple(decisions):
                return text
        except (YamlError, DocumentError):  # another style, or something behind the list: written anew
            pass
    return decisions_yaml(path.name, decisions, quoted)


def decisions_yaml(name: str, decisions: Sequence[Decision], quoted: Callable[[str], str]) -> str:
    """The file's text; `name` is the document's, `quoted` writes one value as YAML."""
    return (
        "\n".join([f"# Decisions about damaged places of {name}, kept by `sctui damage`.", "decisions:"])
        + ("".join(f"\n{line}" for decision in decisions for line in _written(decision, quoted)) or " []")
        + "\n"
    )


def _written(decision: Decision, quoted: Callable[[str], str]) -> Iterator[str]:
    yield f"  - kind: {quoted(decision.kind)}"
    yield f"    context: {quoted(decision.context)}"
    yield f"    line: {decision.line}"
    if decision.verdict is Verdict.TEXT:
        yield f"    text: {quoted(decision.text)}"
    else:
        yield f"    verdict: {decision.verdict}"
