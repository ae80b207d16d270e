"""One entry of a reference list: its identifiers, then authors, title, journal and year from what is left.

The ways of citing told apart: Vancouver and MDPI (`Author A. Title. Journal Year;vol`), GB/T 7714
(`作者. 题名[J]. 刊名, 年`), APA (`Author, A. (Year). Title. Journal`), and a title alone.
"""

from __future__ import annotations

import re

from sctui.documents.sheet import weight
from sctui.model.reference import Reference
from sctui.text import literal

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"'<>，。；、）】]+", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s\"'<>，。；、（）【】\u3400-\u9fff]+", re.IGNORECASE)
_PUBMED = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|pmid\s*[:：]?\s*)(\d{5,9})", re.IGNORECASE
)
_PMC = re.compile(r"\bPMC\s?(\d{5,9})\b")
_LABELS = re.compile(
    r"(?:链接|連結|鏈接|网址|網址|地址|available (?:from|at|online)|retrieved from|doi|pmid|pmcid|url)"
    r"\s*[:：]?\s*(?=[.,;，。；\s]*$|[.,;，。；]|PMC|\x00)",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"[.,;]?\s*\b(?:accessed|retrieved|cited)\s+(?:on\s+)?[\w\s,]{4,20}\d{4}\.?\s*$", re.IGNORECASE
)
_CUT = "\x00"  # stands where an identifier was taken out
_KIND = re.compile(r"\s*[\[［](?:J|M|D|C|A|N|R|P|S|OL|(?:J|EB|DB|N|C|M)/OL)[\]］][.．,，]?\s*")
_YEAR = re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d{2})[a-z]?(?![\d%])")
_BEHIND_YEAR = re.compile(
    r"(?:(?!\b(?!pages|article|epub|suppl|ahead|print|online)[a-z]{5,}).)*", re.IGNORECASE
)
_APA = re.compile(r"[(（](?P<year>(?:19|20)\d{2})[a-z]?(?:,[^)）]*)?[)）]\s*[.,:．。]?\s*(?=[^\W\d])")
_CAPITAL = "[A-Z\u00c0-\u00de\u0100-\u017f?]"
_INITIALS = rf"(?:{_CAPITAL}\.?[\s-]?){{1,3}}(?![a-z\u00df-\u024f])"
_SURNAME = (
    rf"(?:(?:[Vv]an|[Vv]on|[Dd]e[rnls]?|[Dd][aiou]s?|[Ll][ae]|[Bb]in|[Aa]l|[Ee]l|[Ss]an)\s+){{0,3}}"
    rf"{_CAPITAL}[\w?'’-]*"
)
_NAME = (
    rf"(?:{_SURNAME},?\s+{_INITIALS}|{_SURNAME}(?:\s+(?:[A-Z]\.|{_CAPITAL}[\w'’-]+)){{1,2}}"
    r"|[\u3400-\u9fff·]{2,4})"
)
_NOTE = re.compile(r"^[^:：.]{0,12}[\u3400-\u9fff][^:：.]{0,10}[:：]\s*(?=[A-Za-z])")  # `据以改写：Smith J …`
# `A. Bee et al., "Cells," Gut, vol. 59, 2010`, and `Bee, Ann. "Cells." Gut 59.12 (2010): 16-19`
_QUOTED = re.compile(
    r"(?:(?P<by>[^\"“]{2,200}?(?:\.(?=\s)|(?=[,，。:：])))[\s,，。:：]*)?"
    r"[\"“](?P<title>[^\"”]{8,})[\"”](?P<rest>(?:[,，.。\s]|(?<=[,，.。?!][\"”])).*|)"
)
_INSTITUTION = re.compile(
    r"(?:局|部|署|院|会|會|组织|組織|中心|大学|大學|研究所|organi[sz]ation|administration|association|society|agency|ministry"
    r"|committee|group|council)$",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    r"[,，.]?\s*(?:\b(?:vol|no)\.\s*)?\d[\d.]*\s*[(（:：,，]|[,，.]\s*(?:vol\.\s*)?\d|\s[(（]\d{4}[)）]"
)
_PAGES = re.compile(
    r"[,，]?\s\d{1,4}(?:\s?\([^()]{1,12}\))?[,，:：]\s?[A-Za-z]?\d[\w–-]*\s*[(（]?$"
)  # `Cell 12, 3–4`
_OF_CHINESE = re.compile(r"[,，]?\s*(?:载|載)?\s*《(?P<journal>[^》]+)》")
_TITLED = re.compile(r"(?:(?P<by>[^:：《.]{2,20})\s*[:：.]\s*)?《(?P<title>[^》]+)》(?=[,，.。;；\s\[]|$)")
_MORE = r"(?:[,，]?\s*(?:et al\.?|等人?))"
_BETWEEN = r"(?:\s*(?:[,，;；、&]|\band\b|和)\s*)+"
_AUTHORS = re.compile(
    rf"(?P<names>{_NAME}(?:(?:{_BETWEEN}{_NAME})+{_MORE}?|{_MORE}))\s*[.．。:：，]?\s*"
    rf"|(?P<one>{_SURNAME},?\s+(?:[A-Z]{{1,3}}|[A-Z]\.)|[\u3400-\u9fff]{{2,3}})\s*[.．。]\s*"
)
_STOP = re.compile(r"(?<=[?!？！])\s+|(?<![\s.(&-][A-Z])[.．]\s+|[.．](?=[A-Z\u3400-\u9fff])|[。]\s*")
_EDGE = " \t.,;:，。；：、．-–—|()（）\x00"
_BLANK = _EDGE.translate(str.maketrans("", "", "()（）"))
_CLOSING_STOP = re.compile(r"(?<=[^\W\dA-Z])(?<!al)\.$")  # not that of an initial or of `et al.`
_SMALL = {"of", "and", "the", "in", "for", "on", "&", "et", "de", "la", "des"}
_SHORTEST_TITLE = 3.2  # by weight: four Han characters, or eight others


def read_entry(text: str) -> Reference:
    """Read an entry written on one line, without its number; which lines it stands on is left open."""
    doi, url = _DOI.search(text), _URL.search(text)
    pubmed, pmc = _PUBMED.search(text), _PMC.search(text)
    body = text
    for pattern in (_URL, _DOI, _PUBMED, _PMC):
        body = pattern.sub(_CUT, body)
    body = _NOTE.sub("", _LABELS.sub("", _ACCESSED.sub("", body)).strip(_EDGE), count=1)
    authors, title, journal, year = _published(body)
    return Reference(
        number=None,
        lines=(),
        title=title.strip(_BLANK) or body,
        authors=_CLOSING_STOP.sub("", authors.strip(" ,;，；:：、&")),
        journal=journal.strip(_EDGE + "《》"),
        year=int(year) if year else None,
        doi=_trimmed(doi[0]) if doi else "",
        pubmed=pubmed[1] if pubmed else "",
        pmc=f"PMC{pmc[1]}" if pmc else "",
        address=_trimmed(url[0]) if url else "",
    )


def _trimmed(identifier: str) -> str:
    """Without the mark that ends the sentence, and without a bracket that was opened before it."""
    identifier = identifier.rstrip(".,;:")
    while identifier.endswith((")", "]")) and identifier.count("(") + identifier.count("[") < (
        identifier.count(")") + identifier.count("]")
    ):
        identifier = identifier[:-1].rstrip(".,;:")
    return identifier


def _published(body: str) -> tuple[str, str, str, str]:
    """Authors, title, journal and year."""
    kind = _KIND.search(body)
    titled = _TITLED.match(body)
    if titled:
        behind = body[titled.end() :]
        in_journal = _OF_CHINESE.match(behind)
        return (
            titled["by"] or "",
            titled["title"],
            in_journal["journal"] if in_journal else "",
            _year(behind)[0],
        )
    if kind:
        authors, title = _without_authors(body[: kind.start()])
        before, stop, behind = title.partition(". ")
        if stop and not authors and _INSTITUTION.search(before):
            authors, title = before, behind
        journal, year = _journal_first(body[kind.end() :])
        return authors, title, journal, year
    quoted = _QUOTED.fullmatch(body)
    if quoted:
        journal, year = _journal_first(quoted["rest"].lstrip(_EDGE))
        return quoted["by"] or "", quoted["title"].rstrip(_EDGE), journal, year
    apa = _APA.search(body)
    if (
        apa
        and apa.start() > 0
        and (_AUTHORS.match(body) or literal.fullmatch(_NAME, body[: apa.start()].strip()))
    ):
        title, *rest = _segments(body[apa.end() :])
        return body[: apa.start()], title, _journal_first(rest[0])[0] if rest else "", apa["year"]
    authors, rest_of = _without_authors(body)
    year, end = _year(rest_of)
    parts = [part for part in _segments(rest_of[:end].rstrip(_EDGE)) if part.strip(_EDGE)]
    if len(parts) < 2 and "，" in rest_of[:end]:
        parts = [part for part in rest_of[:end].split("，") if part.strip(_EDGE)]
    journal, kept = _journal_of(parts, dated=bool(year))
    if not authors and len(kept) > 1 and _INSTITUTION.search(kept[0]):
        authors, *kept = kept
    return authors, ". ".join(kept), _PAGES.sub("", journal), year


def _without_authors(text: str) -> tuple[str, str]:
    match = _AUTHORS.match(text)
    if not match or weight(text[match.end() :]) < _SHORTEST_TITLE:
        return "", text
    return match["names"] or match["one"], text[match.end() :]


def _year(text: str) -> tuple[str, int]:
    """The year behind which only volume and pages follow, and where it begins; else the end of the text."""
    for match in _YEAR.finditer(text):
        if _BEHIND_YEAR.fullmatch(text, match.end()):
            return match["year"], match.start()
    return "", len(text)


def _journal_first(text: str) -> tuple[str, str]:
    """Journal and year of `Journal, 2020, 12(3): 4-5`."""
    year, start = _year(text)
    volume = _VOLUME.search(text)
    ends = [place for place in (start, volume.start() if volume else len(text)) if place]
    return text[: min(ends, default=len(text))], year


def _segments(text: str) -> list[str]:
    return [part for part in _STOP.split(text) if part]


def _journal_of(parts: list[str], *, dated: bool) -> tuple[str, list[str]]:
    """The journal at the end of the parts (`Int. J. Mol. Sci` is one), and the parts before it."""
    if len(parts) < 2 or not (dated or _is_journal(parts[-1])):
        return "", parts
    first = len(parts) - 1
    while first > 1 and _is_abbreviated(parts[first - 1]):
        first -= 1
    return ". ".join(parts[first:]), parts[:first]


def _is_journal(part: str) -> bool:
    words = part.split()
    return len(words) <= 8 and all(word in _SMALL or word[:1].isupper() for word in words)


def _is_abbreviated(part: str) -> bool:
    words = part.split()
    return len(words) <= 3 and all(word[:1].isupper() and len(word) <= 6 for word in words)
