"""Run with `python -m sctui`."""

from sctui.cli.entry import run

if __name__ == "__main__":
    run()
