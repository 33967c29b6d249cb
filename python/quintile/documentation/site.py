"""Finish the docs site of `dbt docs generate --static`: safe from its data, quick to walk."""

from __future__ import annotations

import re
from pathlib import Path

import click

EMBEDDED = ("manifest.json", "catalog.json")

# dbt's page collects what leads to a node, or comes of it, along every path. Half of this project's
# nodes lie on more than a million paths, on which it would hang for a minute or for ever.
WALK_ALONG_PATHS = re.compile(
    r"function (?P<name>\w)\((?P<graph>\w),(?P<node>\w),(?P<hops>\w),(?P<hop>\w)\)\{"
    r"(?P=hop)\|\|\((?P=hop)=1\);"
    r"var (?P<found>\w)=(?P=graph)\.(?P<neighbours>predecessors|successors)\((?P=node)\);"
    r"if\(!(?P=found)\|\|0==(?P=hops)\)return\[\];"
    r"var (?P<all>\w)=(?P=found)\.concat\((?:(?!function \w\().)*return \w\.uniq\((?P=all)\)\}"
)
WALK_BY_HOPS = (
    r"function \g<name>(graph,node,hops){"
    r"const found=new Set;let last=[node];"
    r"for(let hop=0;last.length&&(hops==null||hop<hops);hop++)"
    r"last=last.flatMap(each=>graph.\g<neighbours>(each)||[])"
    r".filter(each=>!found.has(each)&&found.add(each));"
    r"return[...found]}"
)


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


def walk_each_node_once(page: Path) -> int:
    """Let the lineage of the page find ancestors and descendants in one pass over the nodes.

    Args:
        page: The page, as dbt writes it.

    Returns:
        How many walks were replaced: 2 at first, 0 where none is left or dbt writes another page.
    """
    html, walks = WALK_ALONG_PATHS.subn(WALK_BY_HOPS, page.read_text(encoding="utf-8"))
    if walks:
        page.write_text(html, encoding="utf-8")
    return walks


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="target")
def main(folder: Path) -> None:
    """Finish the docs site in FOLDER, dbt's target folder."""
    page = escape_embedded_data(folder)
    walk_each_node_once(page)
    click.echo(
        f"The docs site is {page}; open it in a browser. Its lineage starts at the bottom right."
    )


if __name__ == "__main__":
    main()
