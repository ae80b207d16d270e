"""`sctui optimise`: FSRS parameters of one's own, taken when they predict better."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from sctui.cli.main import Context
from sctui.cli.sitting import Sitting, sitting
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
            click.echo("The default parameters are in use.")
        else:
            _fit(at, dry_run=dry_run)


def _fit(at: Sitting, *, dry_run: bool) -> None:
    found = fit(histories(at.collection.store.log()), at.settings.parameters)
    click.echo(f"Fitted to {counted(found.fitted_to, 'answer')}, tried on the {found.held_back} after them.")
    click.echo(f"{'':<12}{'log loss':>10}{'RMSE':>10}")
    _line("in use", found.before)
    _line("fitted", found.after)
    if found.kept:
        click.echo("What Hard and Easy teach was left as it is: there are too few such answers.")
    if not found.is_better:
        click.echo("The fitted parameters do not predict better. Nothing was changed.")
        return
    gain = 1 - found.after.log_loss / found.before.log_loss
    click.echo(f"The fitted parameters predict {gain:.1%} better.")
    if dry_run:
        click.echo("Nothing was changed (--dry-run).")
        return
    cards = _use(at, FittedParameters(at.now, found.parameters, _report(found)))
    click.echo("They are in use from now on.")
    click.echo(f"What is remembered of {counted(cards, 'card')} was worked out anew.")
    click.echo("Cards keep their due days until their next answer.")


def _use(at: Sitting, chosen: FittedParameters) -> int:
    """Use parameters from now on, for what is remembered as well; gives the number of cards that concerns."""
    store = at.collection.store
    changes = list(fitted(store.log(), chosen.parameters or DEFAULT_PARAMETERS, at.now))
    store.keep_parameters(chosen, changes)
    return len(changes)


def _line(name: str, prediction: Prediction) -> None:
    click.echo(f"{name:<12}{prediction.log_loss:>10.4f}{prediction.rmse:>10.4f}")


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
    click.echo(f"at first          {_numbers(DEFAULT_PARAMETERS)}")
    for one in at.collection.store.parameters():
        day = datetime.fromtimestamp(one.at / 1000, UTC)
        click.echo(f"{day:%Y-%m-%d %H:%M}  {_numbers(one.parameters or DEFAULT_PARAMETERS)}")
        report = json.loads(one.report)
        if report:
            before, after = report["log_loss"]
            click.echo(f"{'':<18}log loss {before:.4f} -> {after:.4f} on {report['held_back']} answers")


def _numbers(parameters: tuple[float, ...]) -> str:
    return " ".join(f"{value:.4g}" for value in parameters)
