"""Show errors from outside dbt in one line: Ctrl-C, files that are refused, a locked database."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from dbt_common.events.event_manager_client import get_event_manager


def leave_out_stacks() -> None:
    """From now on, leave out the stack trace of such errors on the screen; logs/dbt.log has it."""
    for logger in get_event_manager().loggers:
        if logger.name == "stdout_log":
            logger.filter = partial(_is_shown, logger.filter)


def _is_shown(by_default: Callable[[Any], bool], message: Any) -> bool:
    # dbt logs the stack trace while it handles the error.
    kinds: tuple[type[BaseException], ...] = (OSError, KeyboardInterrupt)
    if duckdb := sys.modules.get("duckdb"):  # a database that another build has locked
        kinds = (*kinds, duckdb.IOException)
    is_from_outside = isinstance(sys.exc_info()[1], kinds)
    is_stack = message.info.name == "MainStackTrace"
    return not (is_stack and is_from_outside) and by_default(message)
