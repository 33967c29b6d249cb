"""Ctrl-C while dbt or quintile still import what they need, for seconds: one line, not a stack.

dbt asks nothing of the project before that. So a file of the environment, `quintile.pth`, makes
Python import this module before the first line of a command; the Makefile writes that file.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn


def stop(number: int, frame: FrameType | None) -> NoReturn:
    """Say so and end at once: there is no database yet that would have to be closed."""
    os.write(2, b"Stopped by Ctrl-C, before anything was done.\n")
    end(number, frame)


def end(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 as signal calls it
    """End at once without a word, as the process that started this one says it."""
    os._exit(128 + number)


is_ours = Path(sys.argv[0]).stem in ("dbt", "quintile")
if is_ours and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, stop)
