"""Files that appear whole: written in a folder of their own, then put in place in one step."""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from quintile.delivery.permissions import restrict

PARTIAL = ".partial-"


@contextmanager
def partial_folder(folder: Path, name: str) -> Iterator[Path]:
    """Make a folder in another, for its owner alone, which goes at the end with all that is in it.

    What stopped processes have left under the same name goes first, so who calls this holds the
    lock of whatever is written.

    Args:
        folder: Where the files shall be in the end.
        name: Of what is written.
    """
    sweep(folder, name)
    with TemporaryDirectory(prefix=f"{PARTIAL}{name}-", dir=folder) as made:
        yield Path(made)


def sweep(folder: Path, name: str) -> None:
    """Remove what stopped processes have left under a name in a folder."""
    for left in folder.glob(f"{PARTIAL}{glob.escape(name)}-*"):
        shutil.rmtree(left)


def put_in_place(written: Path, target: Path, *, writable: bool = True) -> None:
    """Give a complete file its name in one step, as open as the folder says.

    Args:
        written: The file, on the same disk.
        target: Its name; a file of that name is replaced.
        writable: Whether its owner may write it.
    """
    restrict(written, like=target.parent, writable=writable)
    with written.open("rb") as file:
        os.fsync(file.fileno())
    written.replace(target)
