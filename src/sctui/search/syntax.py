"""What is typed into a search line -> a tree of what is asked. The fields are data of the caller.

Words stand beside each other and all must be found; `or`, `-` and brackets as in Anki; `"…"` keeps blanks
together; `field:value`, and `field<3` for numbers (`prop:` may stand before it, as in Anki); `re:/…/` is a
regular expression. Everything but an expression is given in the match view, so that scripts, widths and
capitals make no difference. A backslash takes away what the next character means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sctui.errors import ExitCode, SctuiError
from sctui.i18n import N_, _
from sctui.text.match_view import match_view

PATTERN = "re"  # the field of regular expressions
_DEEPEST = 50  # brackets within brackets
_QUOTES = str.maketrans("“”„‟", '""""')
_SIGN = r":(?:[<>]=?|[=!]=|=|≥|≤)?|[<>]=?|!=|==?|≥|≤"
_QUOTED = r'"(?:\\.|[^"\\])*"?'
_TOKEN = re.compile(
    rf"""\s*(?:
        (?P<open>\() | (?P<close>\)) | (?P<not>-(?=[^\s)]))
      | re:(?P<pattern>/(?:\\.|[^/\\])*/?|{_QUOTED}|\S*)
      | (?P<term>(?=[^\s()])
            (?:(?P<prop>prop:)?(?P<field>[^\W\d]+)(?P<sign>{_SIGN}))?
            (?P<value>{_QUOTED}|(?:\\.|\([^\s()]*\)|[^\s()\\]|\\$)+)?)
    )""",
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {"≥": ">=", "≤": "<=", "==": "="}


class QueryError(SctuiError):
    """A query of which nothing can be made.

    Args:
        message: what is wrong.
        at: where it begins, in characters from 0.
        hint: what to write instead.
        unfinished: whether more typing may put it right.
    """

    title = N_("Search")
    exit_code = ExitCode.USAGE

    def __init__(self, message: str, at: int, *, hint: str = "", unfinished: bool = False) -> None:
        super().__init__(message, hint=hint)
        self.at = at
        self.unfinished = unfinished

    def __str__(self) -> str:
        return f"{self.message} " + _("(at character {number})").format(number=self.at + 1)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for.

    Args:
        value: what is looked for, quotes taken off; empty while it is not typed yet.
        field: in which field, by its canonical name; empty for words that may stand anywhere.
        sign: how it is compared: `:`, `=`, `!=`, `<`, `<=`, `>`, `>=`; empty without a field.
        at: where the term begins in the query.
        written: all of it, as it was typed.
    """

    value: str
    field: str = ""
    sign: str = ""
    at: int = 0
    written: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """What must hold together; without parts, everything holds."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """Of which one must hold at least."""

    parts: tuple[Node, ...]


Node: TypeAlias = Term | Not | All | Either


def parse(text: str, fields: Mapping[str, str]) -> Node:
    """The tree of a query; `All()` for an empty one.

    Args:
        text: what was typed.
        fields: the known fields: every name they go by, in the match view -> the canonical name; those with
            `prop:` before them count as other names. What looks like a field and is none is a word, unless
            it is nearly the name of one.

    Raises:
        QueryError: when brackets do not fit, or nothing stands where something must.
    """
    return _Parser(text, fields).whole()


def refuse_unfinished(node: Node) -> None:
    """See that a value stands behind each field of a query that is not being typed any more.

    Raises:
        QueryError: where none does: it would find everything.
    """
    match node:
        case Not(part):
            refuse_unfinished(part)
        case All(parts) | Either(parts):
            for part in parts:
                refuse_unfinished(part)
        case Term(value="", field=field) if field:
            message = _("Nothing stands behind `{written}`.").format(written=node.written)
            raise QueryError(message, node.at, unfinished=True)
        case _:
            pass


def plain(value: str) -> str:
    """A value without its backslashes."""
    return re.sub(r"\\(.)", r"\1", value, flags=re.DOTALL)


def pieces(value: str) -> tuple[str, ...]:
    """The parts of a value between `*`, each without its backslashes."""
    found = [""]
    for part in re.findall(r"\\.|.", value, re.DOTALL):
        if part == "*":
            found.append("")
        else:
            found[-1] += part[-1]
    return tuple(found)


class _Parser:
    def __init__(self, text: str, fields: Mapping[str, str]) -> None:
        self._written = text.encode("utf-8", "replace").decode().translate(_QUOTES)
        self._view = match_view(self._written)
        self._fields = fields
        self._tokens = list(_TOKEN.finditer(self._view))
        self._next = 0

    def whole(self) -> Node:
        found = self._either(0)
        if self._next < len(self._tokens):
            at = self._tokens[self._next].start("close")
            raise QueryError(_("There is no `(` for this `)`."), at, hint=_escaped(")"))
        return found

    @property
    def _token(self) -> re.Match[str] | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _either(self, depth: int) -> Node:
        parts = [self._all(depth)]
        while self._takes("or"):
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int) -> Node:
        parts = list(self._parts(depth))
        missing = not parts and (self._tokens or depth)
        if missing:
            raise self._nothing()
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _parts(self, depth: int) -> Iterator[Node]:
        while self._token is not None and not self._token["close"] and not self._stands("or"):
            if self._takes("and"):
                if self._token is None or self._token["close"] or self._stands("or"):
                    raise self._nothing()
                continue
            yield self._part(depth)

    def _part(self, depth: int) -> Node:
        turned = False
        while self._token is not None and self._token["not"]:
            turned = not turned
            self._next += 1
        token = self._token
        if token is None or token["close"]:
            raise self._nothing()
        self._next += 1
        found = self._bracket(token, depth) if token["open"] else self._term(token)
        return Not(found) if turned else found

    def _bracket(self, token: re.Match[str], depth: int) -> Node:
        if depth == _DEEPEST:
            raise QueryError(_("There are too many brackets within brackets."), token.start("open"))
        found = self._either(depth + 1)
        if self._token is None:
            raise QueryError(
                _("There is no `)` for this `(`."),
                token.start("open"),
                hint=_escaped("("),
                unfinished=True,
            )
        self._next += 1
        return found

    def _term(self, token: re.Match[str]) -> Term:
        if token["pattern"] is not None:
            written = self._written[token.start("pattern") : token.end("pattern")]
            return Term(_bare(written), PATTERN, ":", token.start("pattern") - len("re:"), f"re:{written}")
        at, value, written = token.start("term"), token["value"] or "", token["term"]
        if not token["field"]:
            return Term("" if value == "-" else _bare_word(value), at=at, written=written)
        called = (token["prop"] or "") + token["field"]
        name = self._fields.get(called)
        if name is None:
            self._refuse_near_miss(called, at)
            return Term(written.replace('"', ""), at=at, written=written)
        sign = token["sign"].removeprefix(":") or ":"
        return Term(_bare_word(value), name, _SIGNS.get(sign, sign), at, written)

    def _refuse_near_miss(self, name: str, at: int) -> None:
        import difflib  # noqa: PLC0415 -- hardly ever needed

        close = difflib.get_close_matches(name, [known for known in self._fields if len(known) > 2], 1, 0.75)
        if close and name.isascii():
            hint = _("Did you mean `{field}:`?").format(field=close[0]) + " " + _escaped(f"{name}:")
            raise QueryError(_("There is no field `{name}`.").format(name=name), at, hint=hint)

    def _stands(self, word: str) -> bool:
        token = self._token
        return token is not None and token["term"] == word

    def _takes(self, word: str) -> bool:
        if not self._stands(word):
            return False
        self._next += 1
        return True

    def _nothing(self) -> QueryError:
        token = self._token
        at = len(self._view) if token is None else token.end() - len(token[0].lstrip())
        return QueryError(_("Something to look for is missing here."), at, unfinished=token is None)


def _escaped(written: str) -> str:
    """How what was written is looked for as it stands."""
    return _("Write {escaped} to look for it as it stands.").format(escaped=f"{written[:-1]}\\{written[-1]}")


def _bare(value: str) -> str:
    """A value without the quotes or slashes around it; those at the end may not be typed yet."""
    if not value.startswith(('"', "/")):
        return value
    closed = re.fullmatch(r'"(?:\\.|[^"\\])*"|/(?:\\.|[^/\\])*/', value, re.DOTALL)
    return value[1:-1] if closed else value[1:]


def _bare_word(value: str) -> str:
    return value if value.startswith("/") else _bare(value)
