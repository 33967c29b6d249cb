"""On Ctrl-C while dbt runs, cancel its queries and print in one line what that means."""

from __future__ import annotations

import signal
import threading
from types import FrameType

from quintile import early_interruption

REPLACEABLE = (signal.default_int_handler, early_interruption.stop, early_interruption.end)


def say_what_interruptions_mean() -> None:
    """Handle Ctrl-C from now on, unless the program has its own handler."""
    in_main_thread = threading.current_thread() is threading.main_thread()
    if in_main_thread and signal.getsignal(signal.SIGINT) in REPLACEABLE:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 as signal calls it
    signal.signal(signal.SIGINT, early_interruption.end)  # a second Ctrl-C ends at once
    raise KeyboardInterrupt(
        "Stopped by Ctrl-C. Tables that were not reached are still of the last build. Run the same "
        "command again to finish."
    )
