"""Check that a command runs in the project's folder."""

from __future__ import annotations

from pathlib import Path

import click


def require_project() -> None:
    """Make sure that the current folder is that of the project.

    Raises:
        ClickException: It is not.
    """
    if not Path("dbt_project.yml").is_file():
        raise click.ClickException(
            f"{Path.cwd()} has no dbt_project.yml. Run this in the project's folder."
        )
