"""Finish the docs site that `dbt docs generate --static` leaves: nothing in its data can run."""

from __future__ import annotations

from pathlib import Path

import click

EMBEDDED = ("manifest.json", "catalog.json")


class DocsError(click.ClickException):
    """A docs site that can't be finished; the message says why and what to do."""


def escape_embedded_data(folder: Path) -> Path:
    r"""Escape what dbt puts into a script of the page as it is.

    The data hold file names, settings and descriptions; `</script>` among them would end the script
    and start what follows it. In JSON `<` stands only within texts, where `\u003c` means the same.

    Args:
        folder: dbt's target folder, with static_index.html, manifest.json and catalog.json of the
            same `dbt docs generate --static`.

    Returns:
        The path of the page.

    Raises:
        DocsError: A file is missing, or the page does not hold the data.
    """
    page = folder / "static_index.html"
    try:
        html = page.read_text(encoding="utf-8")
        for name in EMBEDDED:
            data = (folder / name).read_text(encoding="utf-8")
            safe = data.replace("<", "\\u003c")
            if data not in html and safe not in html:
                raise DocsError(f"{page} does not hold {name}. Write both again: make docs")
            html = html.replace(data, safe)
        page.write_text(html, encoding="utf-8")
    except OSError as error:
        raise DocsError(f"{error.filename}: {error.strerror}. Write it first: make docs") from error
    return page


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="target")
def main(folder: Path) -> None:
    """Finish the docs site in FOLDER, dbt's target folder."""
    page = escape_embedded_data(folder)
    click.echo(
        f"The docs site is {page}; open it in a browser. Its lineage starts at the bottom right."
    )


if __name__ == "__main__":
    main()
