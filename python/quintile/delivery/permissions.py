"""Who may read what Quintile writes: its owner, and the group of a folder that shares with it.

A folder shares with its group where its owner said so: `chgrp analysts FOLDER; chmod 2750 FOLDER`.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

SHARING = stat.S_ISGID | stat.S_IRGRP | stat.S_IXGRP
FOR_OWNER, FOR_GROUP = 0o700, 0o2750


def shares_with_group(folder: Path) -> bool:
    """Whether the group of a folder may read what is written there."""
    return folder.stat().st_mode & SHARING == SHARING


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing, and those above it, each as open as the one it is in."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=FOR_OWNER, exist_ok=True)
    restrict(folder, like=folder.parent)


def restrict(path: Path, *, like: Path, writable: bool = True) -> None:
    """Let only the owner read a file or folder, and the group of `like` where that folder shares.

    Args:
        path: A file or folder of this user's.
        like: The folder that says whether its group may read.
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
    """The umask with which a process writes files in a folder that are as open as they may be."""
    return 0o027 if shares_with_group(folder) else 0o077
