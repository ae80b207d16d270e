"""Parameters of one's own: fitted to the log by fsrs-rs, and taken only when they predict better.

The log is split by time: parameters are fitted to the earlier four fifths and tried on the last fifth, which
they have not seen. What is tried is what is taken. fsrs-rs
(https://github.com/open-spaced-repetition/fsrs-rs) does the arithmetic in machine code and holds Python's
lock meanwhile: run it in a process of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sctui.errors import SctuiError
from sctui.i18n import N_, _
from sctui.scheduler.histories import History
from sctui.scheduler.memory import ParameterError, check_parameters

if TYPE_CHECKING:
    import fsrs_rs_python

# answers on later days than the card's first: below this, fitted parameters are worse than the defaults more
# often than not
FEWEST_ANSWERS = 400
_HELD_BACK = 0.2
# what only Hard (2) and Easy (4) teach: first stabilities, Hard's penalty, Easy's bonus
_TAUGHT_BY = {1: 2, 15: 2, 3: 4, 16: 4}
_FEWEST_TEACHING = 50


class FitError(SctuiError):
    """Parameters that cannot be fitted: too few answers, or the library is missing."""

    title = N_("Parameters")


@dataclass(frozen=True, slots=True)
class Prediction:
    """How well parameters predict answers.

    Log loss (nats an answer) and RMSE over bins of similar answers.
    """

    log_loss: float
    rmse: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Fitted parameters, and how they and the current ones predict the answers held back.

    Args:
        parameters: the fitted 21.
        before: of the current parameters.
        after: of the fitted ones.
        fitted_to: the answers they were fitted to.
        held_back: the answers they were tried on.
        kept: numbers of parameters left as they were, since too few answers teach them.
    """

    parameters: tuple[float, ...]
    before: Prediction
    after: Prediction
    fitted_to: int
    held_back: int
    kept: tuple[int, ...]

    @property
    def is_better(self) -> bool:
        """Whether the fitted parameters predict the held-back answers better."""
        return self.after.log_loss < self.before.log_loss


def fit(histories: Sequence[History], current: Sequence[float]) -> Fit:
    """Fit parameters to a learner's histories.

    Raises:
        FitError: with fewer than FEWEST_ANSWERS answers, or without fsrs-rs-python.
    """
    rs = fsrs_rs()
    answers = sorted(answer.at for history in histories for answer in history[1:] if answer.elapsed > 0)
    if len(answers) < FEWEST_ANSWERS:
        raise FitError(
            _("There are {answers} answers on later days to learn from; it takes {fewest_answers}.").format(
                answers=len(answers), fewest_answers=FEWEST_ANSWERS
            ),
            hint=_("Study on; the default parameters serve well until then."),
        )
    split = answers[int(len(answers) * (1 - _HELD_BACK))]
    train, numbers, held_back = _items(rs, histories, split)
    fitted = rs.FSRS(list(current)).compute_parameters(train, card_ids=numbers)
    kept = _untaught(histories)
    parameters = tuple(current[at] if at in kept else value for at, value in enumerate(fitted))
    _check(parameters)
    return Fit(
        parameters,
        _tried(rs, current, held_back),
        _tried(rs, parameters, held_back),
        len(train),
        len(held_back),
        kept,
    )


def fsrs_rs() -> Any:
    """The library that fits.

    Raises:
        FitError: when it is not installed.
    """
    try:
        import fsrs_rs_python  # noqa: PLC0415 -- an extra, and loaded only here
    except ImportError:
        hint = _("Install it with: pip install 'sctui[optimise]'")
        raise FitError(_("Fitting needs fsrs-rs-python, which is not installed."), hint=hint) from None
    return fsrs_rs_python


def _items(
    rs: Any, histories: Sequence[History], split: int
) -> tuple[list[fsrs_rs_python.FSRSItem], list[int], list[fsrs_rs_python.FSRSItem]]:
    """What to learn from, with the numbers of the cards, and what is held back: answers from `split` on.

    An item is an answer with those before it; equal answers share an object, which is most of the time saved.
    """
    shared: dict[tuple[int, int], fsrs_rs_python.FSRSReview] = {}
    train: list[fsrs_rs_python.FSRSItem] = []
    numbers: list[int] = []
    held_back: list[fsrs_rs_python.FSRSItem] = []
    for number, history in enumerate(histories):
        reviews = []
        for answer in history:
            key = answer.rating, answer.elapsed
            if key not in shared:
                shared[key] = rs.FSRSReview(*key)
            reviews.append(shared[key])
            if answer.elapsed == 0:
                continue
            item = rs.FSRSItem(reviews)
            if answer.at >= split:
                held_back.append(item)
            else:
                train.append(item)
                numbers.append(number)
    return train, numbers, held_back


def _untaught(histories: Sequence[History]) -> tuple[int, ...]:
    """The parameters that too few answers given with four buttons teach."""
    given = Counter(answer.rating for history in histories for answer in history if answer.buttons == 4)
    return tuple(number for number, rating in _TAUGHT_BY.items() if given[rating] < _FEWEST_TEACHING)


def _tried(rs: Any, parameters: Sequence[float], items: list[fsrs_rs_python.FSRSItem]) -> Prediction:
    found = rs.FSRS(list(parameters)).evaluate(items)
    return Prediction(found.log_loss, found.rmse_bins)


def _check(parameters: Sequence[float]) -> None:
    try:
        check_parameters(parameters)
    except ParameterError as error:
        raise FitError(
            _("The fit went wrong: {error}").format(error=error), hint=_("Nothing was changed.")
        ) from None
