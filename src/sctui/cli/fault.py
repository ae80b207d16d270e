"""A fault of the program, told as a message; the details go to a file."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path

from sctui.errors import SctuiError
from sctui.i18n import _


def internal(error: Exception) -> SctuiError:
    """The message for an exception that nobody expected; the traceback goes to a file for a bug report."""
    file = Path(tempfile.gettempdir()) / "sctui-fault.log"
    hint = _("The details are in {file}; please report them.").format(file=file)
    try:
        file.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        hint = _("The details could not be written down.")
    fault = SctuiError(
        _("a fault in the program: {name}: {error}").format(name=type(error).__name__, error=error), hint=hint
    )
    fault.title = "sctui"
    return fault
