"""A query, answered from the index: which cards it finds, in which order."""

from __future__ import annotations

from collections.abc import Sequence

from sctui.scheduler.study_day import StudyDay
from sctui.search import masks
from sctui.search.fields import NAMES
from sctui.search.index import CardIndex
from sctui.search.masks import Mask
from sctui.search.orders import in_order
from sctui.search.syntax import All, Either, Node, Not, Term, parse, refuse_unfinished
from sctui.search.terms import Terms, is_words

_FEW = 0.25  # the share of rows up to which words are looked for in those alone
_REMEMBERED = 24  # answers to parts of queries; a hundred kilobytes each at 100,000 cards


class CardSearch:
    """Answers queries from an index that is ready, for one study day; remembers parts of the last ones."""

    def __init__(self, index: CardIndex, today: StudyDay) -> None:
        self._index = index
        self._terms = Terms(index, today)
        self._version = index.version
        self._known: dict[tuple[str, str, str], Mask] = {}
        self._orders: dict[tuple[str, bool], Sequence[int]] = {}

    def find(
        self, query: str, order: str = "added", *, downwards: bool = False, typing: bool = True
    ) -> Sequence[int]:
        """The rows of the cards that a query finds; all for an empty one.

        Args:
            query: in the language of `syntax`, with the fields of `fields`.
            order: what they are sorted by, one of `orders.ORDERS`.
            downwards: the largest first; what has no value comes last either way.
            typing: whether more of the query may be to come, so that a field without a value finds all.

        Raises:
            QueryError: when nothing can be made of it.
        """
        tree = parse(query, NAMES)
        if not typing:
            refuse_unfinished(tree)
        if self._version != self._index.version:
            self._version, self._known, self._orders = self._index.version, {}, {}
        rows = self._all(order, downwards=downwards)
        if tree == All():
            return rows
        if order == "added" and not downwards:
            return self._rows(tree)
        mask = self._mask(tree)
        return [row for row in rows if mask[row]]

    def _rows(self, tree: Node) -> Sequence[int]:
        """What is found, rising; the rows of a word, which are found one by one, need no mask."""
        found, last = self._but_last(tree.parts if isinstance(tree, All) else (tree,))
        return self._terms.rows(last, found) if last else masks.rows_of(self._everything(found))

    def _all(self, order: str, *, downwards: bool) -> Sequence[int]:
        known = self._orders.get((order, downwards))
        if known is None:
            known = self._orders[order, downwards] = in_order(self._index, order, downwards=downwards)
        return known

    def _mask(self, node: Node) -> Mask:
        rows = len(self._index.ids)
        match node:
            case All(parts):
                return self._common(parts)
            case Either(parts):
                return masks.united(map(self._mask, parts), rows)
            case Not(part):
                return masks.opposite(self._mask(part))
            case Term():
                return self._of_term(node)

    def _common(self, parts: Sequence[Node]) -> Mask:
        """What lies in all parts."""
        found, last = self._but_last(parts)
        if last:
            return masks.of_rows(self._terms.rows(last, found), len(self._index.ids))
        return self._everything(found)

    def _but_last(self, parts: Sequence[Node]) -> tuple[Mask | None, Term | None]:
        """What lies in all parts but a word that is yet to be looked for, where those others leave few rows.

        Such a word is the second value, if there is one; the first is None for all rows. What is looked for
        in some rows alone is not remembered.
        """
        rows = len(self._index.ids)
        others = [self._mask(part) for part in parts if not is_words(part)]
        found = masks.common(others, rows) if others else None
        words = [part for part in parts if isinstance(part, Term) and is_words(part) and part.value]
        for left, part in reversed([*enumerate(sorted(words, key=self._terms.most, reverse=True))]):
            few = found is not None and masks.size(found) < rows * _FEW
            if _key(part) in self._known or not (few or (found is None and not left)):
                found = masks.common((*([] if found is None else [found]), self._of_term(part)), rows)
            elif left:
                found = masks.of_rows(self._terms.rows(part, found), rows)
            else:
                return found, part
        return found, None

    def _everything(self, found: Mask | None) -> Mask:
        return masks.everything(len(self._index.ids)) if found is None else found

    def _of_term(self, term: Term) -> Mask:
        key = _key(term)
        found = self._known.pop(key, None)
        if found is None:
            found = self._terms.answer(term)
        self._known[key] = found  # the newest stands last
        if len(self._known) > _REMEMBERED:
            del self._known[next(iter(self._known))]
        return found


def _key(term: Term) -> tuple[str, str, str]:
    return term.field, term.sign, term.value
