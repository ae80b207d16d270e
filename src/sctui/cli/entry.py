"""The command: nothing is loaded before it is seen that Ctrl-C, even now, stops without a traceback."""

import sys


def run() -> None:
    """Load the program and run it; leave with its exit code."""
    try:
        from sctui.cli import main  # noqa: PLC0415 -- what takes its time
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")  # the catalogues of other languages are not loaded yet
        sys.exit(130)
    main.run()
