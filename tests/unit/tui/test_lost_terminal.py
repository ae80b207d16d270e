import io

from textual.drivers._writer_thread import WriterThread

from sctui.tui.lost_terminal import LastingOutput


class Closed(io.StringIO):
    """A terminal that was closed."""

    def write(self, _text: str) -> int:
        raise OSError(5, "Input/output error")


def test_the_thread_that_writes_outlives_its_terminal() -> None:
    thread = WriterThread(LastingOutput(Closed()))  # type: ignore[arg-type]  # all that it uses
    thread.start()
    thread.write("lost")
    thread.stop()
    with_nothing_left = thread._queue.qsize()
    assert with_nothing_left == 0
