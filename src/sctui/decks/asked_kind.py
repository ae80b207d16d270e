"""Which kind of thing a gap asks for: `哪种细胞`, `哪两条通路`, or how its answer ends: `…的凋亡`, `…功能`.

The words for kinds are those of `gaps:` in the templates, by the lexicon's kind and class; the ends of names
are the lexicon's words of the classes `head` (what happens to a thing) and `thing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sctui.decks.asked_form import asked_noun, asks, of_form
from sctui.decks.kinds_by_end import kinds_by_end, shared_kinds
from sctui.decks.list_ends import ends_shown, told_ends
from sctui.decks.list_parts import ONE, bare, parts_of
from sctui.decks.templates import Templates, constant
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.fact import FactKind
from sctui.model.language import Language
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_KINDS = (
    *(TermKind.CELL, TermKind.IMMUNE, TermKind.FACTOR, TermKind.PATHWAY, TermKind.PROCESS),
    *(TermKind.DISEASE, TermKind.SOURCE, TermKind.TREATMENT),
)
_INSIDE = re.compile(r"[(（][^()（）]*[)）]")
_HOW = "逐渐|大量|广泛|过度|异常|过多|持续|选择性|进行性|慢性|得到|正常|显著|明显|高|低"
_HEAD = rf"(?P<what>.*?)(?P<head>的?(?:{_HOW})?的?(?:<:head.zh>)(?:程度|现象|过程)?)"
_HEAD_EN = r"(?P<what>.*\s)(?P<head><:head.en>)"
_WHOSE = r"(?P<whose>[^的、和与及,]{2,14}的)(?P<first>(?:<:head.zh>)+)(?:(?:[、和与及]|以及)(?:<:head.zh>)+)+"
_WRONG = re.compile("(?:紊乱|异常|障碍|失调|受损|恢复|改善)$")
_SHARED = re.compile(r"(?P<of>[a-z-]+) [a-z]+ and [a-z]+")  # `kidney structure and function`: of one organ
# what stands before a head is no name of a thing
_NO_THING = re.compile(r"[,，;；:：。]|不|的.{0,6}的|以及|[和与及、或]|\b(?:and|or|to|that|which|from|in)\b")
# a sentence of its own, whose last thing is not what is asked for: `X转化为Y`, `将X送到Y`
_SENTENCE = re.compile("将|把|不再|成为|变为|输送到|由.*驱动|无法|表达(?=[^和与及、].{2})")
# `足细胞肿胀、变性和坏死`: what happens to one thing
_STATES = (
    r"(?P<whose>(?:[上左前内]、[下右后外])?[^的、和与及,]{2,10}?)(?P<widely>广泛|大量|弥漫性?|逐渐)?(?:<:head.zh>)"
    r"(?:[、和与及](?:<:head.zh>))+"
)
# `X表达Y`: a deed of its own, of which both ends are asked for
_DOES = re.compile(
    r"(?P<who>[^,，的]{2,})(?P<did>表达|合成|分泌|产(?![后物前期妇])生?|释放|制造)"
    r"(?P<what>(?!综合征|症候群|水平|能力|功能|因子|型|性|量|减少|增加|不足|下降|异常|障碍|细胞)[^,，、和与及或][^,，]+)"
)
_ILL = re.compile(
    r"(?:病|症|炎|癌|瘤|征|衰竭|狼疮|卒中|梗死|硬化|diseases?|disorders?|failure|syndromes?|sclerosis|itis|osis|diabetes)$"
)
_WHERE = re.compile(r"\s(?:in|on|at|within|by|during|after|to|from|toward)\s")
_MEASURED = re.compile("功能|结构|水平|数量|能力|完整性|活性|比例|浓度|症状|风险")
_MORE_EXACT = ("复合物",)  # nouns that tell more of a molecule than that it is one
_THING = r".*?(?<![a-z])(?P<thing><:thing>)s?[ 0-9a-zα-ω-]{0,3}"
_CLASSED = re.compile(r"(?P<class>[^a-z0-9 ]{2,}(?:分子|因子|受体|蛋白|通路|基因)) ?[a-z0-9α-ω/、 -]+")
_ANY_PART = re.compile("细胞|组织|器官|机体|免疫|局部|慢性|急性|自身")  # which much happens to
_ORGAN = re.compile("[心肝肺肾脑胃肠脾骨眼耳]")  # a name by itself, of one character
_EFFECT = re.compile("效果$")  # `修复、调节和增强再生效果`
_NOUN_OF_ALL = re.compile("(?:风险|症状|后果)$")  # `出血和感染风险`: two of them
_LEAST = 2  # characters in front of a head that still are a name
_PAIR = 2
_WHOLE = {TermKind.PROCESS, TermKind.SOURCE}  # told by a whole name, and not by the end of another
_SO_MANY = re.compile(r"哪.(?:项|方面)|which \d+ items")
_PROCESSES = f"{TermKind.PROCESS.value}s"
_COUNTS = "0一两三四五六七八九"


@dataclass(frozen=True, slots=True)
class AskedKind:
    """What tells a learner which kind of thing a gap asks for.

    Args:
        lexicon: knows things by name, and the ends of names.
        templates: have the words for kinds.
        language: of the document.
    """

    lexicon: Lexicon
    templates: Templates
    language: Language

    def of(self, answer: str, behind: str = "") -> str:
        """The kind of an answer as a gap shows it; empty where none is known.

        Args:
            answer: one thing or a list.
            behind: what stands behind the gap, which may name the kind already.
        """
        view = match_view(bare(answer))
        formed = of_form(answer.strip(), view, self.lexicon, self.of)
        if formed is not None:
            return formed
        parts = parts_of(view)
        if not parts:  # all of it stands in brackets
            return ""
        if does := _DOES.fullmatch(view):
            return self._doing(answer, does)
        if _SENTENCE.search(view):
            return self._last(answer, view)
        return self._single(bare(answer), behind) if len(parts) == 1 else self._list(answer, parts, behind)

    def _doing(self, answer: str, does: re.Match[str]) -> str:
        """What does what, where a clause tells that some thing makes another: `哪种细胞表达哪种蛋白`."""
        who, what = self.of(answer[: does.end("who")]), self.of(answer[does.start("what") :])
        if not asks(who):
            return self._last(answer, match_view(bare(answer)))
        whole = asks(what)
        return f"{who}{answer[slice(*does.span('did'))]}{what if whole else self._ours('什么')}"

    def _last(self, answer: str, view: str) -> str:
        """How a name ends that a whole sentence stands before (`由X驱动的…微环境`)."""
        size = self._head_size(view[at:]) if (at := view.rfind("的") + 1) else 0
        return f"…{bare(answer)[-size:]}" if size else ""

    def _list(self, answer: str, parts: list[str], behind: str) -> str:
        """What several things have in common: whose they are, how all end, their kind; else how many."""
        view = match_view(bare(answer))
        if of_one := self._of_one(view, bare(answer), len(parts)):
            return of_one
        if head := self._shared_head(parts):
            said = bare(answer)[-head:]
            name = "aspects" if _MEASURED.search(match_view(said)) else "several"
            more = self._asked(name, len(parts)) if len(parts) > _PAIR else ""
            if said.isascii():
                return f"… {said} ({more})" if more else f"… {said}"
            return f"…{said}（{more}）" if more else f"…{said}"
        if _EFFECT.search(parts[-1]) and not any(map(_EFFECT.search, parts[:-1])):
            return f"{self._asked('aspects', len(parts))}的{answer[-_LEAST:]}"
        known = all(map(self._whole, parts)) or not any(map(self._head_size, parts))
        named = self._named(parts, behind) if known else ""
        return named or self._ends(bare(answer), parts, behind) or self.several(len(parts))

    def _ends(self, answer: str, parts: list[str], behind: str) -> str:
        """What several things are, where their ends tell what happens; in English how each ends; else empty.

        `软骨再生和骨修复` is of two processes; the ends by themselves would fit much else.
        """
        sizes = [self._head_size(part) for part in parts]
        if ends := told_ends(parts, sizes, self.lexicon.words):
            return "" if behind.startswith("等") else self._several_ends(ends)
        if len(parts) > _PAIR and any(sizes) and "、" in answer:
            return "" if behind.startswith("等") else self._asked("aspects", len(parts))
        if not HAN.search(answer):
            return ends_shown(answer, parts, sizes)
        if sizes[0] and all(len(part) == _LEAST for part in parts[1:]):
            return self._asked(_PROCESSES, len(parts))  # `细胞迁移与定位`
        return self._last_end(answer, parts, sizes[-1]) if not any(sizes[:-1]) else ""

    def _last_end(self, answer: str, parts: list[str], size: int) -> str:
        """What the last of several things alone ends in, where that is said of all (`出血和感染风险`)."""
        if size and any("的" in part for part in parts[1:]):  # `A或B留下的X与Y障碍`: a clause, and no list
            return f"…{answer[-size:]}"
        noun = _NOUN_OF_ALL.search(parts[-1]) if size else None
        return self._asked("things", len(parts)).replace("{thing}", self._ours(noun[0])) if noun else ""

    def _several_ends(self, ends: Sequence[str]) -> str:
        """What several things that end so are: what all ends say, processes, or sides of a thing."""
        if len(set(ends)) == 1:
            return self._asked("things", len(ends)).replace("{thing}", self._ours(ends[0]))
        return self._asked("aspects" if any(map(_MEASURED.search, ends)) else _PROCESSES, len(ends))

    def _asked(self, name: str, count: int) -> str:
        """The words that ask for so many of what the templates call by a name."""
        words = self.templates.gap(FactKind.MECHANISM, name, self.language) or ""
        return words.replace("{n}", counted(count, self.language))

    def _of_one(self, view: str, answer: str, count: int) -> str:
        """Whose states, or deeds, are asked for, where all are of one thing; empty where they are not."""
        words = self.lexicon.words
        if whose := words.pattern(_WHOSE).fullmatch(view):
            asked = f"{answer[: whose.end('whose')]}{self._asked('aspects', count)}"
            end = _WRONG.search(view)  # `其结构和功能紊乱`, of both
            return f"{asked}的{answer[end.start() :]}" if end and not _WRONG.search(whose["first"]) else asked
        shared = _SHARED.fullmatch(view)
        if shared and not self.lexicon.of(*_KINDS).mentions(view[shared.end("of") :]):
            return self._asked("aspects-of", count).replace("{thing}", answer[: shared.end("of")])
        states = words.pattern(_STATES).fullmatch(view)
        name = "aspects" if _MEASURED.search(view) else _PROCESSES
        if states is None:
            return ""
        asked = self._asked("changes", count) if states["widely"] else f"的{self._asked(name, count)}"
        return f"{answer[: states.end('whose')]}{asked}"

    def _shared_head(self, parts: list[str]) -> int:
        """How many characters the last of several parts ends in that belong to all (`A和B的表达`)."""
        head, rest = self._head_size(parts[-1]), parts[:-1]
        if not head or any(map(self._head_size, rest)):
            return 0
        if parts[-1][-head] == "的":
            return 0 if any(map(self._happens, rest)) else head
        more = self._head_size(parts[-1][:-head])  # `A和B比例失衡`
        heads = (head, head + more) if more else (head,)
        return next((one for one in heads if all(map(self._is_thing, (*rest, parts[-1][:-one])))), 0)

    @property
    def happening(self) -> str:
        """The words for what happens to a thing."""
        return self.templates.gap(FactKind.MECHANISM, TermKind.PROCESS.value, self.language) or ""

    def several(self, count: int) -> str:
        """How many things are asked for of which no kind is known."""
        return self._asked("several", count)

    def _single(self, part: str, behind: str) -> str:
        """The kind of one thing: by its whole name, its end, or what happens there."""
        whole, size = self._whole(match_view(part)), self._head_size(match_view(part))
        if size and (whole is None or not self._is_main_name(whole, part) or _is_of_thing(whole, part, size)):
            return f"… {part[-size:]}" if part.isascii() else f"…{part[-size:]}"
        classed = _CLASSED.fullmatch(match_view(part))  # `共刺激分子 CD80/CD86`
        part = part[: classed.end("class")] if classed else part
        name = part if HAN.search(part) else _WHERE.split(part)[0]
        return self._named([match_view(name)], behind)

    def _is_main_name(self, term: Term, part: str) -> bool:
        """Whether the term is best known as what it is, and not by the end of its name."""
        own = term.attributes.get("class") != "measure" and term.kind is not TermKind.DISEASE
        return own and match_view(part) in (match_view(term.zh), match_view(term.en))

    def _named(self, parts: list[str], behind: str) -> str:
        """The kind that all parts are of, by its word."""
        many = len(parts) > 1
        for name, thing in shared_kinds([list(self._kinds(part)) for part in parts]):
            word = self.templates.gap(FactKind.MECHANISM, f"{name}s" if many else name, self.language)
            if word is None:
                continue
            noun = asked_noun(word).replace("{thing}", thing)
            if many and noun and noun in match_view(behind)[: len(noun) + 3] and self.language.is_chinese:
                word = word[: -len(noun)] if not thing else word.removesuffix("{thing}")
            return word.replace("{n}", counted(len(parts), self.language)).replace(
                "{thing}", self._ours(thing)
            )
        return ""

    def _ours(self, text: str) -> str:
        return constant(text, self.language)

    def _whole(self, part: str) -> Term | None:
        """The term of a name; a process before a disease (`慢性炎症`)."""
        named = self.lexicon.of(*_KINDS).senses(part)
        return min(named, key=lambda term: _KINDS.index(term.kind), default=None)

    def _kinds(self, part: str) -> Iterator[tuple[str, str]]:
        """The kinds of a thing, the most exact first, each with the noun that ends its name if that tells."""
        ends = (one.term for one in self.lexicon.of(*_KINDS).mentions(part) if one.end == len(part))
        term = self._whole(part) or next((one for one in ends if one.kind not in _WHOLE), None)
        found = self.lexicon.words.pattern(_THING).fullmatch(part)
        if term and term.kind is TermKind.PROCESS and found:
            term = None  # `旁分泌因子`: a thing by the end of its name
        if term and (term.kind is not TermKind.DISEASE or _ILL.search(part)):
            kind = TermKind.CELL if term.kind is TermKind.IMMUNE else term.kind
            for name in term.attributes.get("class", "").split(","):
                if name.strip() and not (name.strip() == "gene" and HAN.search(part)):
                    yield f"{kind}.{name.strip()}", ""
            if not (found and kind is TermKind.FACTOR and found["thing"] in _MORE_EXACT):
                yield kind.value, ""
        if found:
            yield f"thing.{found['thing']}", ""
            yield "thing", found["thing"]
        if not term:
            yield from ((kind.value, "") for kind in kinds_by_end(part, self.lexicon.words))

    def _is_thing(self, part: str) -> bool:
        """Whether it is a known thing that something can happen to."""
        return any(self._kinds(bare(part))) and not self._happens(part)

    def _happens(self, part: str) -> bool:
        """Whether it is a process, and no thing to which something happens."""
        return any(name.startswith("process") for name, _ in self._kinds(bare(part)))

    def _head_size(self, view: str) -> int:
        """How many characters at the end of a name say what happens to a thing (`的凋亡`); 0 for none."""
        pattern = _HEAD if HAN.search(view) else _HEAD_EN
        found = self.lexicon.words.pattern(pattern).fullmatch(view)
        if found is None or (len(found["what"].strip()) < _LEAST and not _ORGAN.fullmatch(found["what"])):
            return 0
        what = _INSIDE.sub("", found["what"])
        return 0 if _NO_THING.search(what) and not ONE.fullmatch(view) else len(found["head"])


def asks_kind(shown: str) -> bool:
    """Whether what a gap shows asks for a kind (`哪种细胞`), not only for so many, or by how they end."""
    return shown.startswith(("哪", "which")) and not _SO_MANY.match(match_view(shown))


def counted(count: int, language: Language) -> str:
    """A number of things before what they are counted in: `两`, `三`; in English a figure."""
    few = language.is_chinese and count < len(_COUNTS)
    return constant(_COUNTS[count], language) if few else str(count)


def _is_of_thing(whole: Term, part: str, head: int) -> bool:
    """Whether a process tells by its name what it happens to (`血管生成`, and not `细胞凋亡`)."""
    what = match_view(part)[:-head].strip()
    plain = bool(whole.attributes.get("class")) or not HAN.search(what)
    return whole.kind is TermKind.PROCESS and not plain and not _ANY_PART.fullmatch(what)
