"""Print one line, not a stack trace, on Ctrl-C while dbt or quintile are still importing.

dbt runs no code of the project that early. So the file `quintile.pth` in the environment, which the
Makefile writes, makes Python import this module before the first line of a command.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn


def stop(number: int, frame: FrameType | None) -> NoReturn:
    """Print a line and end at once, since no database is open yet."""
    os.write(2, b"Stopped by Ctrl-C, before anything was done.\n")
    end(number, frame)


def end(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 as signal calls it
    """End at once and silently, since the parent process prints the line."""
    os._exit(128 + number)


is_ours = Path(sys.argv[0]).stem in ("dbt", "quintile")
if is_ours and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, stop)
