"""Write files in a temporary folder, and put them in place in one step when they are complete."""

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
    """Make a temporary folder within a folder, only for its owner; it is removed at the end.

    Leftovers of stopped processes under the same name are removed first, so the caller must hold
    the lock of the files.

    Args:
        folder: The final folder of the files.
        name: What the files are called in the temporary folder's name.
    """
    sweep(folder, name)
    with TemporaryDirectory(prefix=f"{PARTIAL}{name}-", dir=folder) as made:
        yield Path(made)


def sweep(folder: Path, name: str) -> None:
    """Remove leftovers of stopped processes under a name in a folder."""
    for left in folder.glob(f"{PARTIAL}{glob.escape(name)}-*"):
        shutil.rmtree(left)


def put_in_place(written: Path, target: Path, *, writable: bool = True) -> None:
    """Give a complete file its name in one step, with the permissions of the folder.

    Args:
        written: The file, on the same disk.
        target: Its name; an existing file is replaced.
        writable: Whether the owner may write it.
    """
    restrict(written, like=target.parent, writable=writable)
    with written.open("rb") as file:
        os.fsync(file.fileno())
    written.replace(target)
