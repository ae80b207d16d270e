"""What the conversion remembers of the cards it made: `generated.json`, beside the decks and under git.

For each generated id one line. A record tells whether a card was touched since, and recognises a card whose
question was reworded; `= other-id` says that the card made under this id goes by another one in the YAML.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sctui.decks.card_fields import written_fields
from sctui.errors import DeckError
from sctui.i18n import N_, _
from sctui.model.card import Note, gaps
from sctui.text.match_view import match_view

FILE_NAME = "generated.json"
_NOTHING = "-"
_ALIAS = "= "
_PARTS = (3, 4, 5, 7)
_GAPS = re.compile(r"\{\{c\d+::.*?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Record:
    """Hashes of a generated card: of its lines as last written, of kind and quotes, its answer, its question.

    `rule` names the template that made it, `beside` the lines around its evidence (see `surroundings`), and
    `fields` what its fields said as last written (see `card_fields`). Records of earlier versions have fewer.
    """

    lines: str
    evidence: str
    answer: str
    question: str = ""
    rule: str = ""
    beside: str = ""
    fields: str = ""

    def __str__(self) -> str:
        told = (self.lines, self.evidence, self.answer, self.question, self.rule, self.beside, self.fields)
        return " ".join(part or _NOTHING for part in told)


def lines_hash(lines: Iterable[str]) -> str:
    """The hash of a card's lines, its dash in the first column; space at the end of a line does not count."""
    return short_hash("\n".join(line.rstrip() for line in lines), 12)


def record_of(note: Note, lines: Iterable[str], beside: str = "") -> Record:
    """The record of `note`, written as `lines`."""
    quotes = "".join(f"\n{source.document}\x1f{source.quote}" for source in note.sources)
    evidence = short_hash(note.kind.value + quotes, 8) if quotes else ""
    answer = note.back or "\x1f".join(gap["answer"] for gap in gaps(note.text))
    question = note.front or _GAPS.sub("", note.text)
    return Record(
        lines_hash(lines),
        evidence,
        short_hash(match_view(answer), 8),
        short_hash(f"{note.kind.value}\n{match_view(question)}", 8),
        "_".join(note.rule.split()),  # a slot of a learner's own may have blanks
        beside,
        written_fields(note),
    )


def record(sidecar: Mapping[str, str], key: str) -> Record | None:
    """The record of a generated id; None for an id that is unknown or goes by another."""
    parts = sidecar.get(key, "").split(" ")
    if len(parts) not in _PARTS:
        return None
    return Record(*("" if part == _NOTHING else part for part in parts))


def alias(sidecar: Mapping[str, str], key: str) -> str | None:
    """The id under which the card made as `key` stands in the YAML, if that is another."""
    value = sidecar.get(key, "")
    return value.removeprefix(_ALIAS) if value.startswith(_ALIAS) else None


def alias_entry(key: str) -> str:
    """The entry that says: goes by `key`."""
    return f"{_ALIAS}{key}"


def read_sidecar(text: str, file: str) -> dict[str, str]:
    """The entries in `text`; `file` is how messages name it.

    Raises:
        DeckError: when it is not what `sidecar_text` writes.
    """
    try:
        entries = json.loads(text)
    except json.JSONDecodeError as error:
        raise DeckError(
            _("not JSON: {msg}").format(msg=error.msg),
            file=file,
            line=error.lineno,
            column=error.colno,
            hint=_(_HINT),
        ) from None
    if not isinstance(entries, dict) or not all(_known(value) for value in entries.values()):
        raise DeckError(_("not a list of generated cards"), file=file, hint=_(_HINT))
    return entries


def sidecar_text(sidecar: Mapping[str, str]) -> str:
    """The sidecar as it is stored: sorted, one id a line, so that changes merge."""
    return json.dumps(dict(sorted(sidecar.items())), ensure_ascii=False, indent=0) + "\n"


_HINT = N_(
    "put it right, or delete it: cards that equal what is generated are known again, all others are yours"
)


def _known(value: object) -> bool:
    return isinstance(value, str) and (value.startswith(_ALIAS) or value.count(" ") + 1 in _PARTS)


def short_hash(text: str, length: int) -> str:
    """The first hexadecimal digits of a hash."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]
