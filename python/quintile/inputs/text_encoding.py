"""Read text files as UTF-8, whatever their encoding."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from quintile.inputs.column_matching import InputError
from quintile.inputs.text_copies import Source

ENCODINGS = (
    *("utf-8", "utf-16", "latin-1"),
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("cp850", "cp866", "cp932", "cp949", "big5", "gb18030"),
)
"""Values of the var file_encoding, beside auto, which tries only the first line and cp1252: nothing
in a file tells code pages apart."""

EIGHT_BITS = ("utf-8", "cp1252", "latin-1")
"""Tried in turn. Hardly any text in another encoding is valid UTF-8; Latin-1 accepts any byte."""

OTHER_CONTENTS = {
    b"\x1f\x8b": "a gzip file. Name it .csv.gz",
    b"PK\x03\x04": "a workbook or a ZIP archive. Name a workbook .xlsx; unpack an archive",
    b"PAR1\x15": "a Parquet file. Name it .parquet",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook. Save it as .xlsx",
}
"""The first bytes of files that are sometimes named .csv, what they are, and what to do."""

PIECE_BYTES = 4 << 20
HEAD_BYTES = 4096


class NotInEncodingError(Exception):
    """A byte does not fit the encoding; the message says which one and where."""


def likely_codecs(source: Source, *, encoding: str) -> tuple[str, ...]:
    """List the codecs to try in turn for a file.

    Args:
        source: The file; .gz is decompressed.
        encoding: One of `ENCODINGS`, or 'auto': UTF-16 if there is a byte order mark or zero bytes
            as of plain letters, else UTF-8, Windows-1252 and Latin-1.

    Raises:
        InputError: The file is a damaged gzip file, is no text, or cannot be read.
    """
    with _open_bytes(source) as binary:
        head = binary.read(HEAD_BYTES)
    for start, kind in OTHER_CONTENTS.items():
        if head.startswith(start):
            raise InputError(f"{source.name}: the content is not text, but that of {kind}.")
    if encoding != "auto":
        return (encoding,)
    if head.startswith(codecs.BOM_UTF8):
        return ("utf-8",)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    zeros = [head[start::2].count(0) for start in (0, 1)]
    if max(zeros) > len(head) / 4 and min(zeros) < max(zeros) / 10:
        return ("utf-16-be" if zeros[0] > zeros[1] else "utf-16-le",)
    return EIGHT_BITS


def utf8_pieces(source: Source, codec: str) -> Iterator[bytes]:
    """Read a file as UTF-8 without a byte order mark; a NUL becomes U+FFFD, as in HTML.

    A piece may end within a character.

    Args:
        source: The file; .gz is decompressed.
        codec: Its encoding.

    Yields:
        Pieces of a few megabytes.

    Raises:
        NotInEncodingError: The file is in another encoding.
        InputError: The file is a damaged gzip file, or cannot be read.
    """
    decoder = codecs.getincrementaldecoder(codec)()
    line = 1
    with _open_bytes(source) as binary:
        if codec not in EIGHT_BITS or binary.read(3) != codecs.BOM_UTF8:
            binary.seek(0)
        offset = binary.tell()
        for chunk in chain(iter(lambda: binary.read(PIECE_BYTES), b""), [b""]):
            held_over = len(decoder.getstate()[0])
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                at = error.start - held_over
                line += chunk.count(b"\n", 0, max(at, 0))
                byte = error.object[error.start]
                raise NotInEncodingError(
                    f"byte 0x{byte:02X} at offset {offset + at}, line {line}"
                ) from error
            piece = chunk if codec == "utf-8" else text.encode()
            if b"\0" in piece:
                piece = piece.replace(b"\0", "\ufffd".encode())
            offset += len(chunk)
            line += chunk.count(b"\n")
            if piece:
                yield piece


@contextmanager
def _open_bytes(source: Source) -> Iterator[io.BufferedIOBase]:
    path = Path(source.path)
    try:
        with gzip.open(path) if source.is_compressed else path.open("rb") as binary:
            yield binary
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(
            f"{source.name}: a damaged gzip file ({error}). Copy or download it again."
        ) from error
    except OSError as error:
        raise InputError(f"{source.name}: cannot be read ({error}).") from error
