"""Who acts on what: steps of mechanisms as a tree, from a cell to its factors, and on to what these act on.

A step leads on where its object is the subject of other steps, and to what its sentence says comes of it. A
thing that stands on the way already is not opened again, so that a circle ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sctui.model.knowledge import Link
from sctui.text.match_view import match_view
from sctui.tui.knowledge.naming import shared_name

Path = tuple[str, ...]

# relations in the order in which a mechanism is told, with what they do to their object: more (+), less (-)
_EFFECTS = {
    **dict.fromkeys(("secretes", "carries", "produces", "expresses"), ""),
    **dict.fromkeys(("binds", "recognizes", "via", "acts-on"), ""),
    **dict.fromkeys(("differentiates", "forms", "replaces", "migrates"), ""),
    **dict.fromkeys(("recruits", "activates", "induces", "promotes", "increases", "upregulates"), "+"),
    **dict.fromkeys(("improves", "restores", "repairs", "protects", "maintains"), "+"),
    **dict.fromkeys(("regulates", "affects", "changes", "takes-part"), ""),
    **dict.fromkeys(("inhibits", "reduces", "downregulates", "prevents"), "-"),
    **dict.fromkeys(("causes", "leads-to", "aggravates", "damages", "harms"), ""),
}
_ORDER = {relation: place for place, relation in enumerate(_EFFECTS)}


@dataclass(frozen=True, slots=True)
class Step:
    """A subject, what it does, and to what; `links` are the sentences that say so, with their proofs.

    `says` is what the relation is called where it is shown.
    """

    relation: str
    object_key: str
    links: tuple[Link, ...]
    says: str

    @property
    def effect(self) -> str:
        """`+` when there is more of the object, `-` when there is less, else empty."""
        return _EFFECTS.get(self.relation, "")

    @property
    def object(self) -> str:
        """What is acted on, as the first sentence has it, with the result where it tells one."""
        first = self.links[0]
        return f"{first.object} → {first.result}" if first.result else first.object

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags that all its sentences have: one that says it without reserve is enough."""
        return tuple(flag for flag in self.links[0].flags if all(flag in link.flags for link in self.links))

    @property
    def contexts(self) -> tuple[str, ...]:
        """The diseases or models it is told of."""
        return tuple(dict.fromkeys(link.context for link in self.links if link.context))


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the tree: a subject (`step` None), or a step below one.

    `path` tells rows apart; `key` is what may be opened; `open` is None where nothing is below; `circle` says
    that its object stands further up; `below` counts the steps right below.
    """

    path: Path
    key: str
    name: str
    step: Step | None = None
    open: bool | None = None
    circle: bool = False
    below: int = 0

    @property
    def depth(self) -> int:
        """How many rows stand above it in the tree."""
        return len(self.path) - 1


def plain_name(link: Link) -> str:
    """The relation itself as words."""
    return link.relation.replace("-", " ")


class MechanismTree:
    """The steps of a library by their subjects.

    Args:
        links: of all documents.
        name_of: what a link's relation is called.
        last: keys of subjects that stand below all others: diseases, whose steps are no treatment's.
    """

    def __init__(
        self,
        links: Sequence[Link],
        name_of: Callable[[Link], str] = plain_name,
        last: Collection[str] = (),
    ) -> None:
        self._steps: dict[str, list[Step]] = {}  # all of a subject
        self._led: dict[tuple[str, str], list[Step]] = {}  # what comes of a step, by its subject and object
        self._first: dict[str, list[Step]] = {}  # what comes of no other
        for key, told in _by_subject(links).items():
            first, led = _parted(told)
            self._steps[key] = _in_order(_steps(told, name_of))
            self._first[key] = _in_order(_steps(first, name_of))
            for cause, links_led in led.items():
                self._led[key, cause] = _in_order(_steps(links_led, name_of))
        written: dict[str, Counter[str]] = {}
        for link in links:
            written.setdefault(link.subject_key, Counter())[link.subject] += 1
        self._names = {key: shared_name(key, names) for key, names in written.items()}
        self._roots = sorted(self._steps, key=lambda key: (key in last, -len(self._steps[key])))

    def __len__(self) -> int:
        """How many steps there are."""
        return sum(map(len, self._steps.values()))

    def rows(self, turned: Collection[Path], text: str = "") -> Iterator[Node]:
        """The rows that are to be seen, from top to bottom.

        Args:
            turned: the paths of rows that are not as they begin: subjects begin closed, and open in a search.
            text: words to be found in a step, in whatever script; a subject shows only steps that have them.
        """
        words = match_view(text).split()
        for key in self._roots:
            steps = [step for step in self._steps[key] if _fits(step, words)] if words else self._first[key]
            if steps:
                is_open = ((key,) in turned) != bool(words)
                yield Node((key,), key, self._names[key], None, is_open, below=len(steps))
                if is_open:
                    yield from self._below((key,), steps, turned, (key,))

    def _below(
        self, path: Path, steps: Sequence[Step], turned: Collection[Path], passed: tuple[str, ...]
    ) -> Iterator[Node]:
        for step in steps:
            here, key = (*path, f"{step.relation}\x1f{step.object_key}"), step.object_key
            further, circle = self._further(step), key in passed
            can_open = bool(further) and not circle
            is_open = (here in turned) if can_open else None
            yield Node(here, key, step.object, step, is_open, circle, len(further) if can_open else 0)
            if is_open:
                yield from self._below(here, further, turned, (*passed, key))

    def notes_below(self, node: Node) -> list[str]:
        """The notes that ask for a step and all that it leads to, from the near to the far; each once."""
        notes = dict.fromkeys(_cards([node.step]) if node.step else [])
        seen, waiting = {node.key}, [self._further(node.step) if node.step else self._steps[node.key]]
        for steps in waiting:  # grows while it is gone through
            notes |= dict.fromkeys(_cards(steps))
            for step in steps:
                if step.object_key not in seen:
                    seen.add(step.object_key)
                    waiting.append(self._further(step))
        return list(notes)

    def _further(self, step: Step) -> list[Step]:
        """What a step leads to: what its object does, and what its sentences say comes of it."""
        own = self._first.get(step.object_key, [])
        led = self._led.get((step.links[0].subject_key, step.object_key), ())
        told = {_what(one) for one in own}
        return [*own, *(one for one in led if _what(one) not in told)]


def _what(step: Step) -> tuple[str, str, bool]:
    return step.relation, step.object_key, "negated" in step.links[0].flags


def _in_order(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: _ORDER.get(step.relation, len(_ORDER)))


def _parted(links: Sequence[Link]) -> tuple[list[Link], dict[str, list[Link]]]:
    """Links of one subject that come of no other of them, and by the object of that other those that do.

    Where each of several is said to come of another, none of them is hidden below another.
    """
    first = [link for link in links if not link.after]
    waiting = [link for link in links if link.after]
    reached, led = {link.object_key for link in first}, dict[str, list[Link]]()
    more = True
    while more:
        left: list[Link] = []
        for link in waiting:
            causes = [key for key in link.after if key in reached]
            for key in causes:
                led.setdefault(key, []).append(link)
            if causes:
                reached.add(link.object_key)
            else:
                left.append(link)
        more, waiting = len(left) < len(waiting), left
    return [*first, *waiting], led


def _cards(steps: Sequence[Step]) -> list[str]:
    return [link.card for step in steps for link in step.links if link.card]


def _by_subject(links: Sequence[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.subject_key, []).append(link)
    return found


def _steps(links: Sequence[Link], name_of: Callable[[Link], str]) -> Iterator[Step]:
    """Links of one subject that say the same of the same object; denying it is another step."""
    found: dict[tuple[str, str, bool], list[Link]] = {}
    for link in links:
        found.setdefault((link.relation, link.object_key, "negated" in link.flags), []).append(link)
    for (relation, key, _), told in found.items():
        yield Step(relation, key, tuple(told), name_of(told[0]))


def _fits(step: Step, words: Sequence[str]) -> bool:
    return any(all(word in _view(link, step.says) for word in words) for link in step.links)


def _view(link: Link, says: str) -> str:
    told = (
        says,
        link.subject,
        link.subject_key,
        link.relation,
        link.object,
        link.object_key,
        link.result,
        link.context,
    )
    return match_view("\n".join(told))
