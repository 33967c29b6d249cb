"""Where commands that run dbt, or keep files beside it, have to be run."""

from __future__ import annotations

from pathlib import Path

import click


def require_project() -> None:
    """Make sure that the current folder is the project's.

    Raises:
        ClickException: It is another one.
    """
    if not Path("dbt_project.yml").is_file():
        raise click.ClickException(
            f"{Path.cwd()} has no dbt_project.yml. Run this in the project's folder."
        )
