"""Words of a field inside patterns: a pattern has `<:giving>` where any word of that class may stand.

Which words there are is data (`kind: word` in a lexicon), so that a rule for `移植后3个月` holds for
`接种后3个月` as soon as a lexicon says that a vaccine is given so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sctui.lexicon.term import Term, TermKind
from sctui.text.kept_patterns import kept_patterns
from sctui.text.lost_powers import Counted
from sctui.text.match_view import match_view

# what a class of words is used for; a lexicon file with another class is refused
CLASSES = {
    "giving": "how a treatment is given (移植, infusion): a study treats by it, and time is counted from it",
    "given": "the same as a verb (transplanted)",
    "agent": "what is given, by its plain noun (细胞): it acts, and products are named by it",
    "plain": "such a noun when it stands for what was named before (细胞)",
    "form": "a noun that belongs to the name before it (细胞, 疫苗)",
    "subject": "the end of what a heading can be about besides a disease (干细胞, 外泌体)",
    "made": "what is said of a treatment before its name (人源, cultured)",
    "counted": "what a dose counts (细胞, particles)",
    "way": "where or how a treatment goes in (静脉, 鞘内), in front of a word of giving",
    "whose": "from whom a treatment comes (自体, allogeneic)",
    "harm": "harm that only treatments of the field do (移植物抗宿主病)",
    "unit": "what a dose is per (关节, eye)",
    "site": "a place of the body in front of a disease's name (膝)",
    "ill": "a disease, or the end of its name, that no usual ending tells (狼疮, RA)",
    "head": "what happens to a thing, or is of it, at the end of a name: a gap shows it (凋亡, 水平, level)",
    "thing": "the noun that ends names of one kind: a gap asks by it (哪种受体, which receptor)",
    "cargo": "what is handed from cell to cell besides single molecules (线粒体, microRNAs)",
    "staging": "a system of stages or grades of a disease (ARCO, CKD): no phase of a trial stands behind it",
    "organ": "an organ by itself, with the `area` of its diseases, which name it (神经)",
    "popular": "what a text for the public calls itself (科普, press release), which is no paper",
    "any": "what any study of the field gives, by a name that tells nothing of it (干细胞, stem cells)",
    "common": "a kind of what is given, of nobody in particular and from nowhere (间充质干细胞, MSCs)",
    "merit": "what speaks for a treatment (疗效持久, off-the-shelf)",
    "flaw": "what speaks against one (排斥, risk)",
    "course": "in what two types of a disease differ, or those who have them (起病, 体型)",
    "measured": "a measure, or the end of its name, that no usual ending tells (血糖)",
}
_PLACE = re.compile(r"<:(?P<name>[a-z]+)(?:\.(?P<script>zh|en))?>")
_NO_WORD = "(?!)"  # matches nowhere


class Words:
    """The words of the classes, as terms of the kind `word` have them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        self._terms: dict[str, list[Term]] = defaultdict(list)
        for term in terms:
            if term.kind is TermKind.WORD:
                for name in term.attributes.get("class", "").split(","):
                    self._terms[name.strip()].append(term)
                    found[name.strip()].update(map(match_view, term.names()))
        self._words = {
            name: sorted(words, key=lambda word: (-len(word), word)) for name, words in found.items()
        }
        self._patterns: dict[tuple[str, int], re.Pattern[str]] = {}
        self._alternatives: dict[tuple[str, str], str] = {}

    @property
    def counted(self) -> Counted:
        """What doses count, for the repair of their powers."""
        return Counted(self.any_of("counted"), self.any_of("whose", "zh"))

    def named(self, name: str, view: str) -> Iterator[str]:
        """The terms of a class that a text (match view) has, each by its English name where it has one."""
        for term in self._terms[name]:
            if any(match_view(word) in view for word in term.names()):
                yield term.en or term.key

    def attributes(self, name: str, view: str, attribute: str) -> set[str]:
        """What the words of a class that are this text (match view) have for an attribute."""
        terms = self._terms[name] if view in self._words.get(name, ()) else ()
        return {term.attributes.get(attribute, "") for term in terms if view in map(match_view, term.names())}

    def any_of(self, name: str, script: str = "") -> str:
        """The words of a class as alternatives of a pattern, the longest first; `zh` or `en` those alone."""
        made = self._alternatives.get((name, script))
        if made is None:
            words = self._words.get(name, ())
            chosen = (word for word in words if not script or word.isascii() == (script == "en"))
            made = self._alternatives[name, script] = "|".join(map(re.escape, chosen)) or _NO_WORD
        return made

    def pattern(self, written: str, flags: int = 0) -> re.Pattern[str]:
        """A pattern with the words in place; made once."""
        found = self._patterns.get((written, flags))
        if found is None:
            whole = _PLACE.sub(
                lambda place: f"(?:{self.any_of(place['name'], place['script'] or '')})", written
            )
            found = self._patterns[written, flags] = kept_patterns().compiled(whole, flags)
        return found
