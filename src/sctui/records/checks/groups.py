"""Whether results were given to the wrong groups: each fits the size of the other and not its own."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.knowledge import Record, Verdict
from sctui.records.checks.doubt import Checked, checked, count, percentage
from sctui.records.checks.reachable import can_reach

CHECK = "groups"


def results_fit_their_groups(record: Record, lexicon: Lexicon) -> Iterator[Checked]:
    """Percentages of groups that go by diseases (`progressive`, `relapsing`), against the sizes of both.

    One that its own group cannot give and the other can is doubtful, and with it what the other group is told
    to have. Estimates of survival need not be whole people: it is advice, as all checks are.
    """
    sizes = [(_disease(told.measure, lexicon), told) for told in record.all("arm_size") if count(told)]
    if len(sizes) != 2 or sizes[0][0] == sizes[1][0]:
        return
    for told in record.all("outcome"):
        percent, named = percentage(told), _disease(told.measure, lexicon)
        own = [size for disease, size in sizes if disease and disease == named]
        other = [size for disease, size in sizes if disease and disease != named]
        if percent is None or len(own) != 1 or len(other) != 1:
            continue
        others = {disease for disease, size in sizes if size in other}
        of_own, of_other = count(own[0]) or 0, count(other[0]) or 0
        if can_reach(*percent, of_own) is None and can_reach(*percent, of_other) is not None:
            says = f"{told.value} can be of {of_other}, but not of {of_own}: the groups may be swapped."
            beside = [one for one in record.all("outcome") if _disease(one.measure, lexicon) in others]
            yield checked(CHECK, Verdict.DOUBTFUL, says, told, own[0], other[0], *beside)


def _disease(text: str, lexicon: Lexicon) -> str:
    """The most special disease that a text names: the one with the longest name."""
    keys = (mention.term.key for mention in lexicon.of(TermKind.DISEASE).mentions(text))
    return max(keys, key=len, default="")
