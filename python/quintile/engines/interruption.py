"""Ctrl-C while dbt runs: one line instead of a stack."""

from __future__ import annotations

import signal
import threading
from types import FrameType

from dbt_common.exceptions import DbtBaseException

from quintile.engines import early_interruption

REPLACEABLE = (signal.default_int_handler, early_interruption.stop, early_interruption.end)


class StoppedError(KeyboardInterrupt, DbtBaseException):
    """What dbt takes for Ctrl-C, so that it ends its queries, and for an error that says enough."""


def say_interruptions_plainly() -> None:
    """Raise that error on Ctrl-C from now on, unless the program handles it in its own way."""
    in_main_thread = threading.current_thread() is threading.main_thread()
    if in_main_thread and signal.getsignal(signal.SIGINT) in REPLACEABLE:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 as signal calls it
    raise StoppedError(
        "Stopped by Ctrl-C. Tables that were not reached yet are of the build before: finish it "
        "with make build."
    )
