"""Run with `python -m sctui`."""

from sctui.cli.main import run

if __name__ == "__main__":
    run()
