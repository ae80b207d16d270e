"""`sctui optimise`: FSRS parameters of one's own, taken when they predict better."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from sctui.cli.columns import left, right
from sctui.cli.main import Context
from sctui.cli.sitting import Sitting, sitting
from sctui.i18n import _
from sctui.model.change import FittedParameters
from sctui.model.preset import DEFAULT_PARAMETERS
from sctui.scheduler.fit import Fit, Prediction, fit
from sctui.scheduler.histories import histories
from sctui.scheduler.refit import fitted
from sctui.text.plural import counted


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say what would be gained; change nothing.")
@click.option("--defaults", is_flag=True, help="Go back to the default parameters.")
@click.option("--history", is_flag=True, help="Show the parameters used so far.")
@click.pass_obj
def optimise(context: Context, *, dry_run: bool, defaults: bool, history: bool) -> None:
    """Fit the scheduler's parameters to your own answers.

    They are fitted to the earlier four fifths of your answers and tried on the last fifth; they are taken
    only when they predict that fifth better than those in use. Every set is kept: --defaults goes back,
    --history shows them.
    """
    with sitting(context.home) as at:
        if history:
            _show_history(at)
        elif defaults:
            _use(at, FittedParameters(at.now, ()))
            click.echo(_("The default parameters are in use."))
        else:
            _fit(at, dry_run=dry_run)


def _fit(at: Sitting, *, dry_run: bool) -> None:
    found = fit(histories(at.collection.store.log()), at.settings.parameters)
    click.echo(
        _("Fitted to {answers}, tried on the {held_back} after them.").format(
            answers=counted(found.fitted_to, "answer"), held_back=found.held_back
        )
    )
    click.echo(" " * 12 + right(_("log loss"), 10) + right("RMSE", 10))
    _line(_("in use"), found.before)
    _line(_("fitted"), found.after)
    if found.kept:
        click.echo(_("What Hard and Easy teach was left as it is: there are too few such answers."))
    if not found.is_better:
        click.echo(_("The fitted parameters do not predict better. Nothing was changed."))
        return
    gain = 1 - found.after.log_loss / found.before.log_loss
    click.echo(_("The fitted parameters predict {gain:.1%} better.").format(gain=gain))
    if dry_run:
        click.echo(_("Nothing was changed (--dry-run)."))
        return
    cards = _use(at, FittedParameters(at.now, found.parameters, _report(found)))
    click.echo(_("They are in use from now on."))
    click.echo(_("What is remembered of {cards} was worked out anew.").format(cards=counted(cards, "card")))
    click.echo(_("Cards keep their due days until their next answer."))


def _use(at: Sitting, chosen: FittedParameters) -> int:
    """Use parameters from now on, for what is remembered as well; gives the number of cards that concerns."""
    store = at.collection.store
    changes = list(fitted(store.log(), chosen.parameters or DEFAULT_PARAMETERS, at.now))
    store.keep_parameters(chosen, changes)
    return len(changes)


def _line(name: str, prediction: Prediction) -> None:
    click.echo(f"{left(name, 12)}{prediction.log_loss:>10.4f}{prediction.rmse:>10.4f}")


def _report(found: Fit) -> str:
    return json.dumps(
        {
            "answers": found.fitted_to,
            "held_back": found.held_back,
            "log_loss": [found.before.log_loss, found.after.log_loss],
            "rmse": [found.before.rmse, found.after.rmse],
        }
    )


def _show_history(at: Sitting) -> None:
    click.echo(_("at first          {numbers}").format(numbers=_numbers(DEFAULT_PARAMETERS)))
    for one in at.collection.store.parameters():
        day = datetime.fromtimestamp(one.at / 1000, UTC)
        click.echo(f"{day:%Y-%m-%d %H:%M}  {_numbers(one.parameters or DEFAULT_PARAMETERS)}")
        report = json.loads(one.report)
        if report:
            before, after = report["log_loss"]
            click.echo(
                _("{value:<18}log loss {before:.4f} -> {after:.4f} on {held_back} answers").format(
                    value="", before=before, after=after, held_back=report["held_back"]
                )
            )


def _numbers(parameters: tuple[float, ...]) -> str:
    return " ".join(f"{value:.4g}" for value in parameters)
