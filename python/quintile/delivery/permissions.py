"""Permissions of what Quintile writes: for its owner, and for the group of a folder that shares.

A folder shares with its group if its owner says so: `chgrp analysts FOLDER; chmod 2750 FOLDER`.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

SHARING = stat.S_ISGID | stat.S_IRGRP | stat.S_IXGRP
FOR_OWNER, FOR_GROUP = 0o700, 0o2750


def shares_with_group(folder: Path) -> bool:
    """Whether the group of a folder may read the files in it."""
    return folder.stat().st_mode & SHARING == SHARING


def make_folder(folder: Path) -> None:
    """Create a folder and its missing parents, each with the permissions of its parent."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=FOR_OWNER, exist_ok=True)
    restrict(folder, like=folder.parent)


def restrict(path: Path, *, like: Path, writable: bool = True) -> None:
    """Allow only the owner to read a path, and the group of `like` if that folder shares.

    Args:
        path: A file or folder of this user.
        like: The folder that decides whether the group may read.
        writable: Whether the owner may write the file.
    """
    shared = shares_with_group(like)
    if shared and path.stat().st_gid != like.stat().st_gid:
        os.chown(path, -1, like.stat().st_gid)
    mode = FOR_GROUP if shared else FOR_OWNER
    if not path.is_dir():
        mode &= 0o640 if writable else 0o440
    path.chmod(mode)


def umask_of(folder: Path) -> int:
    """The umask with which a process should write files in a folder."""
    return 0o027 if shares_with_group(folder) else 0o077
