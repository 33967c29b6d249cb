"""The pictures of README and docs/, taken of a report and a docs site of the sample."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import duckdb
from playwright.sync_api import Browser, Page, sync_playwright

from quintile.documentation.lineage import read_manifest, with_lineage
from quintile.documentation.questions import answered

PAGES = Path("docs")
ANSWERED = [Path("README.md"), PAGES / "questions.md"]
CHROMIUM = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, PHONE = {"width": 1366, "height": 960}, {"width": 390, "height": 844}
PICTURES = ["report", "report-form", "report-phone", "docs-overview", "docs-lineage"]


class PictureError(click.ClickException):
    """Pictures that can't be taken; the message says why and what to do."""


@contextmanager
def chromium() -> Iterator[Browser | None]:
    """The machine's own Chromium without a window, with a profile that goes when it closes.

    Yields:
        The browser; None where there is none on this machine.
    """
    [*found] = filter(None, map(shutil.which, CHROMIUM))
    if not found:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found[0], args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def take_pictures(browser: Browser, *, report: Path, site: Path, into: Path) -> None:
    """Take every picture of PICTURES.

    Args:
        browser: A Chromium.
        report: The report page of the sample.
        site: The docs site.
        into: The folder of the pictures.
    """
    into.mkdir(parents=True, exist_ok=True)
    page = _opened(browser, report, WIDE)
    page.screenshot(path=into / "report.png")
    page.locator("#try").screenshot(path=into / "report-form.png")
    _opened(browser, report, PHONE).screenshot(path=into / "report-phone.png")
    _picture_docs_site(browser, site, into)


def _opened(browser: Browser, report: Path, viewport: dict[str, int]) -> Page:
    context = browser.new_context(
        viewport={"width": viewport["width"], "height": viewport["height"]}, offline=True
    )
    page = context.new_page()
    page.goto(report.resolve().as_uri())
    page.wait_for_selector("body.drawn")
    return page


def _picture_docs_site(browser: Browser, site: Path, into: Path) -> None:
    page = browser.new_context(viewport={"width": 1366, "height": 800}, offline=True).new_page()
    page.goto(f"{site.resolve().as_uri()}#!/overview")
    page.wait_for_selector("text=Retail invoices in")
    page.screenshot(path=into / "docs-overview.png")
    page.click("[title='View Lineage Graph']")
    page.fill(".launcher-content input[ng-model$='dirty.include']", "1+segments")
    page.click("#submit-graph-selection")
    drawn = "document.getElementById('cy')._cyreg.cy.nodes(':visible').length"
    page.wait_for_function(f"{drawn} > 5 && {drawn} < 30")
    page.wait_for_timeout(1000)
    page.screenshot(path=into / "docs-lineage.png")


@click.command()
@click.argument("target", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(target: Path) -> None:
    """Take the pictures and write the answers of docs/ from what TARGET holds of the sample.

    These are quintile.duckdb, report.html, and the docs site with its manifest.
    """
    with chromium() as browser:
        if browser is None:
            raise PictureError(f"There is no Chromium: none of {', '.join(CHROMIUM)}. Install one.")
        take_pictures(
            browser,
            report=target / "report.html",
            site=target / "static_index.html",
            into=PAGES / "images",
        )
    with duckdb.connect(str(target / "quintile.duckdb"), read_only=True) as connection:
        for page in ANSWERED:
            page.write_text(answered(page.read_text("utf-8"), connection), "utf-8")
    tables = PAGES / "tables.md"
    tables.write_text(with_lineage(tables.read_text("utf-8"), read_manifest(target)), "utf-8")
    click.echo(
        f"The pictures in {PAGES / 'images'}, {', '.join(map(str, ANSWERED))} and {tables} are "
        f"those of {target}."
    )


if __name__ == "__main__":
    main()
