"""Decide which physical lines of a CSV text are records, so that no line gets lost.

A cell that begins with a quote ends with the next one that isn't doubled, and a delimiter or line
end must follow. But many exporters write a quote like any other character, so:

- A line with as many fields as the header, when quotes are respected, is a record.
- Lines joined by a quoted line break are a record if they have that many fields together, and most
  of them do not by themselves. (A quote that is never closed would pair with a later one.)
- Any other line with that many fields, when split at every delimiter, is a record in which quotes
  are plain characters, unless some record of the file needs its quotes.
- Any other line is unreadable, by itself.

Skipped are blank lines, lines with only delimiters (spreadsheets write empty rows so), dashes or
a count of rows (database clients write these), lines that repeat the header (as in joined exports),
and last lines with nothing but words in one cell, such as "End of report".
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

RECORD_BYTES = 4 << 20
"""Maximum length of a line and of a record."""

NEVER_CLOSED = 'the quote (") before a cell is never closed'
TEXT_BEHIND_QUOTE = 'text follows the closing quote (") of a cell'
BACKSLASH_BEFORE_QUOTE = r'a backslash stands before a quote (\"): export quotes doubled ("")'

MOST_FIELDS_OF_A_PATTERN = 250
"""Maximum number of fields for which one regular expression can check a line."""

RULE_STARTS = b"-=+|:"
ROW_COUNT = re.compile(rb"\(\d+ rows?(?: affected)?\)")
RULE = re.compile(rb"[-=+|: \t,;]*(?:---|===)[-=+|: \t,;]*")

FOOTER = re.compile(r'\x1a|("?)[^\W\d_](?:[^\W\d_]|[ .:!*-])*\1\x1a?')
"""Words, or the Ctrl-Z with which some programs end a text."""

MOST_FOOTERS = 5
"""Maximum number of footers. Lines that may be footers are kept back until the file ends."""

QUOTE, NEW_LINE, RETURN = b'"\n\r'


class TooLongError(Exception):
    """A line is longer than `RECORD_BYTES`; the message is its number."""


class ReorderedHeaderError(Exception):
    """A line has the names of the header in another order; the message is its number."""


class QuotingIsRealError(Exception):
    """A record needs its quotes, but earlier quotes were read as plain characters: start again."""


class Records(NamedTuple):
    """The records of a block of text.

    Attributes:
        quoted: Text of the records whose cells may be quoted; it may have blank lines.
        quoted_lines: The number of the first line of each.
        plain: Text of the records in which quotes are plain characters.
        plain_lines: The line number of each.
        unreadable: Number, text and reason of each line that is not a record.
    """

    quoted: memoryview | bytes
    quoted_lines: np.ndarray
    plain: memoryview | bytes
    plain_lines: np.ndarray
    unreadable: list[tuple[int, str, str]]


class LineReader:
    """Reads the lines of one file, block by block.

    Args:
        delimiter: One byte.
        fields: Number of fields of a record.
        first_line: The number of the first line.
        quoting: Whether a record of the file is known to need its quotes.
        header: The line above the first, without its end.

    Attributes:
        quoting: Whether a record needed its quotes so far.
        plain_records: Number of records in which a quote was read as a plain character.
        empty_rows: The numbers of the lines with only delimiters, dashes or a count of rows.
        repeated_headers: The numbers of the lines that repeat the header.
        footers: The numbers of the last lines that have nothing but words in one cell.
    """

    def __init__(
        self, *, delimiter: bytes, fields: int, first_line: int, quoting: bool, header: bytes = b""
    ):
        self.quoting = quoting
        self.plain_records = 0
        self.empty_rows: list[int] = []
        self.repeated_headers: list[int] = []
        self.footers: list[int] = []
        self._line = first_line
        self._fields = fields
        self._delimiter = delimiter
        self._header = header
        self._patterns = _Patterns(delimiter, fields)

    def read(self, block: bytes, *, last: bool) -> tuple[Records, int]:
        """Find the records of a block.

        Args:
            block: Text that starts with a line and may end anywhere.
            last: Whether the file ends with it.

        Returns:
            The records, and the number of bytes they take; the rest belongs to the next block.

        Raises:
            TooLongError: A line is too long.
            ReorderedHeaderError: From this line on, columns stand in another order.
            QuotingIsRealError: See there.
        """
        lines = _Lines(block, last=last)
        self._check_length(lines)
        delimiters = lines.count(self._delimiter[0])
        splits = (delimiters == self._fields - 1) & ~lines.are_blank
        reads = splits.copy()
        quoted = np.flatnonzero(lines.count(QUOTE))
        if len(quoted):
            reads[quoted] = self._patterns.read(lines.take(quoted))
        openings = quoted[~reads[quoted]]
        alone = reads | splits
        if len(openings):
            alone[openings] &= ~self._patterns.have_delimiters_in_quotes(lines.take(openings))
        joined = self._join(lines, openings, alone, last=last)
        needs_quotes = bool((reads & ~splits)[: joined.lines].any()) or bool(joined.spans)
        if needs_quotes and self.plain_records:
            raise QuotingIsRealError
        self.quoting |= needs_quotes
        empty = lines.are_only(self._delimiter, delimiters)
        footers = self._last_words(lines, lines.are_blank | empty, joined)
        if footers and not last:
            joined = _Joined(joined.spans, footers[0])
        passed_over = self._pass_over(lines, empty, joined)
        if last:
            passed_over[footers] = True
            self.footers += [self._line + at for at in footers]
        reads &= ~passed_over
        continued = np.zeros(len(lines), bool)
        for first, end in joined.spans:
            reads[first:end] = True
            continued[first + 1 : end] = True
        plain = splits & ~reads & ~passed_over & (not self.quoting)
        return self._sort(lines, joined.lines, reads, continued, plain, passed_over)

    def _pass_over(self, lines: "_Lines", empty: np.ndarray, joined: "_Joined") -> np.ndarray:
        """Find the empty lines and repeated headers, except within the quotes of a record.

        Raises:
            ReorderedHeaderError: See there.
        """
        repeated = lines.are(self._header)
        reordered = lines.have_names_of(self._header, self._delimiter) & ~repeated
        for first, end in joined.spans:
            empty[first:end] = repeated[first:end] = reordered[first:end] = False
        if reordered[: joined.lines].any():
            raise ReorderedHeaderError(str(self._line + reordered.argmax()))
        self.empty_rows += (self._line + np.flatnonzero(empty[: joined.lines])).tolist()
        self.repeated_headers += (self._line + np.flatnonzero(repeated[: joined.lines])).tolist()
        return lines.are_blank | empty | repeated

    def _last_words(self, lines: "_Lines", are_empty: np.ndarray, joined: "_Joined") -> list[int]:
        """Find the last lines that have words in one cell and nothing else.

        A table of two columns has none: such a line may be a record whose other cell is empty.
        """
        if joined.lines < len(lines) or self._fields <= 2:
            return []
        inside = joined.spans[-1][1] if joined.spans else 0
        places: list[int] = []
        for at in map(int, np.flatnonzero(~are_empty)[::-1]):
            cells = map(str.strip, lines.line(at).decode().split(self._delimiter.decode()))
            words = [cell for cell in cells if cell not in ("", '""')]
            is_footer = len(words) == 1 and FOOTER.fullmatch(words[0])
            if at < inside or not is_footer or len(places) == MOST_FOOTERS:
                break
            places.insert(0, at)
        return places

    def _sort(
        self,
        lines: "_Lines",
        read: int,
        reads: np.ndarray,
        continued: np.ndarray,
        plain: np.ndarray,
        passed_over: np.ndarray,
    ) -> tuple[Records, int]:
        """Sort the lines of a block into records and unreadable lines."""
        lines = lines.first(read)
        reads, continued, plain = reads[:read], continued[:read], plain[:read]
        self.plain_records += int(plain.sum())
        unreadable = np.flatnonzero(~(reads | plain | passed_over[:read]))
        records = Records(
            lines.text(reads),
            self._line + np.flatnonzero(reads & ~continued),
            lines.text(plain),
            self._line + np.flatnonzero(plain),
            [(self._line + int(at), *self._problem(lines, int(at))) for at in unreadable],
        )
        self._line += read
        return records, int(lines.ends[-1]) if read else 0

    def _check_length(self, lines: "_Lines") -> None:
        ends = np.append(lines.ends, len(lines.block))
        too_long = np.flatnonzero(np.diff(ends, prepend=0) > RECORD_BYTES)
        if len(too_long):
            raise TooLongError(str(self._line + too_long[0]))

    def _join(
        self, lines: "_Lines", openings: np.ndarray, alone: np.ndarray, *, last: bool
    ) -> "_Joined":
        """Find the records that span several lines.

        Args:
            lines: The lines of the block.
            openings: Lines with quotes that are not a record by themselves.
            alone: Whether a line may be a record by itself, with or without quotes.
            last: Whether the file ends with them.
        """
        spans: list[tuple[int, int]] = []
        end = 0
        for first in openings:
            if first < end:
                continue
            text = self._patterns.record_at(lines.block, lines.starts[first], last=last)
            if text is None:
                return _Joined(spans, int(first))
            end = lines.line_at(lines.starts[first] + len(text)) + 1
            if end - first > 1 and self._is_believed(lines, first, end, text, alone):
                spans.append((int(first), end))
            else:
                end = first
        return _Joined(spans, len(lines))

    def _is_believed(
        self, lines: "_Lines", first: int, end: int, text: bytes, alone: np.ndarray
    ) -> bool:
        if self._patterns.count_fields(text) != self._fields:
            return False
        parts = alone[first:end][~lines.are_blank[first:end]]
        return 2 * parts.sum() <= len(parts)

    def _problem(self, lines: "_Lines", at: int) -> tuple[str, str]:
        text = lines.block[lines.starts[at] : lines.ends[at]].rstrip(b"\r\n")
        return text.decode(), self._patterns.problem(text)


class _Joined(NamedTuple):
    """Which lines form a record together, and how many lines could be decided."""

    spans: list[tuple[int, int]]
    lines: int


class _Lines:
    """The physical lines of a block; a line ends with LF, CR LF or CR."""

    def __init__(self, block: bytes, *, last: bool):
        self.block = block
        self._bytes = np.frombuffer(block, np.uint8)
        is_end = self._bytes == NEW_LINE
        if b"\r" in block:
            is_return = self._bytes == RETURN
            is_return[:-1] &= ~is_end[1:]
            # LF may follow after the last byte.
            is_return[-1] &= last
            is_end |= is_return
        self.ends = np.flatnonzero(is_end) + 1
        if last and block and (not len(self.ends) or self.ends[-1] < len(block)):
            self.ends = np.append(self.ends, len(block))
        self.starts = np.append(0, self.ends)[:-1]
        firsts = self._bytes[self.starts]
        self.are_blank = (firsts == NEW_LINE) | (firsts == RETURN)
        self._firsts = firsts

    def __len__(self) -> int:
        return len(self.ends)

    def first(self, number: int) -> "_Lines":
        """The first lines only."""
        if number < len(self):
            self.ends, self.starts = self.ends[:number], self.starts[:number]
            self.are_blank = self.are_blank[:number]
        return self

    def count(self, byte: int) -> np.ndarray:
        """How often a byte occurs in each line."""
        if not len(self) or byte not in self.block:
            return np.zeros(len(self), np.uint32)
        found = self._bytes[: self.ends[-1]] == byte
        return np.add.reduceat(found.view(np.uint8), self.starts, dtype=np.uint32)

    def are_only(self, delimiter: bytes, delimiters: np.ndarray) -> np.ndarray:
        """Whether each line has only delimiters, dashes, or a count of rows such as `(24 rows)`.

        Args:
            delimiter: What separates cells.
            delimiters: How many of them each line has.
        """
        likely = (self.ends - self.starts <= delimiters + 2) & ~self.are_blank
        empty = self._confirm(likely, lambda text: not text.strip(delimiter))
        seconds = self._bytes[np.minimum(self.starts + 1, len(self.block) - 1)]
        likely = np.isin(self._firsts, [*RULE_STARTS]) & np.isin(seconds, [*RULE_STARTS])
        empty |= self._confirm(likely, lambda text: bool(RULE.fullmatch(text)))
        likely = (self._firsts == ord("(")) & (delimiters == 0)
        return empty | self._confirm(likely, lambda text: bool(ROW_COUNT.fullmatch(text)))

    def are(self, header: bytes) -> np.ndarray:
        """Whether each line is the header, with or without a byte order mark."""
        lengths = self.ends - self.starts
        likely = (lengths >= len(header)) & (lengths <= len(header) + len(BOM_UTF8) + 2)
        likely &= np.isin(self._firsts, [*header[:1], *BOM_UTF8[:1]])
        return self._confirm(likely, lambda text: text.removeprefix(BOM_UTF8) == header)

    def have_names_of(self, header: bytes, delimiter: bytes) -> np.ndarray:
        """Whether each line has the names of the header, in any order."""
        names = sorted(header.split(delimiter))
        lengths = self.ends - self.starts
        likely = (lengths >= len(header)) & (lengths <= len(header) + 2)
        likely &= np.isin(self._firsts, [name[0] for name in names if name])
        return self._confirm(likely, lambda text: sorted(text.split(delimiter)) == names)

    def _confirm(self, likely: np.ndarray, holds: Callable[[bytes], bool]) -> np.ndarray:
        """Which of the likely lines satisfy a condition on their text (without the line end)."""
        for at in np.flatnonzero(likely):
            likely[at] = holds(self.line(int(at)))
        return likely

    def line(self, at: int) -> bytes:
        """A line without its end."""
        return self.block[self.starts[at] : self.ends[at]].rstrip(b"\r\n")

    def line_at(self, position: int) -> int:
        """The line in which a record ends whose text ends at a position."""
        return int(np.searchsorted(self.ends, position, side="right").clip(max=len(self) - 1))

    def take(self, which: np.ndarray) -> pa.Array:
        """Some lines as an Arrow array."""
        offsets = np.append(self.starts[:1], self.ends).astype(np.int32)
        buffers = [None, pa.py_buffer(offsets), pa.py_buffer(self.block)]
        return pa.Array.from_buffers(pa.binary(), len(self), buffers).take(pa.array(which))

    def text(self, which: np.ndarray) -> memoryview | bytes:
        """The text of some lines, and perhaps blank lines between them."""
        block = memoryview(self.block)
        if not len(self) or not which.any():
            return b""
        if (which | self.are_blank).all():
            return block[: self.ends[-1]]
        edges = np.flatnonzero(np.diff(np.concatenate(([False], which, [False]))))
        starts, ends = self.starts[edges[::2]], self.ends[edges[1::2] - 1]
        return b"".join(block[start:end] for start, end in zip(starts, ends, strict=True))


class _Patterns:
    """Patterns of a line and of a record; D is the delimiter."""

    def __init__(self, delimiter: bytes, fields: int):
        self._delimiter = delimiter
        self._fields = fields
        d = f"\\x{delimiter[0]:02x}"
        cell = f'(?:"(?:[^"]|"")*"|[^"{d}\\r\\n][^{d}\\r\\n]*|)'
        self._delimiter_in_quotes = f'(?:^|{d})"(?:[^"{d}]|"")*{d}(?:[^"]|"")*"(?:{d}|[\\r\\n]*$)'
        self._line = f"^{cell}(?:{d}{cell}){{{fields - 1}}}[\\r\\n]*$"
        quoted = '"[^"]*+(?:""[^"]*+)*+'
        cell = f'(?>{quoted}"|[^"{d}\\r\\n][^{d}\\r\\n]*+|)'
        bare_cell = f'(?>{quoted}"|[^"{d}\\r\\n]*+)'
        self._well_quoted = self._compile(f"{cell}(?:{d}{cell})*+")
        self._record = self._compile(f"{bare_cell}(?:{d}{bare_cell})*+(?=[\\r\\n]|\\Z)")
        self._unclosed = self._compile(f"(?:{cell}{d})*+{quoted}")
        self._quoted_cell = self._compile(f'(?:^|(?<={d})){quoted}"')

    @staticmethod
    def _compile(pattern: str) -> re.Pattern[bytes]:
        return re.compile(pattern.encode("latin-1"))

    def read(self, lines: pa.Array) -> np.ndarray:
        """Whether each line is a record, with or without quoted cells."""
        if self._fields <= MOST_FIELDS_OF_A_PATTERN:
            return pc.match_substring_regex(lines, self._line).to_numpy(zero_copy_only=False)
        texts = (line.as_py().rstrip(b"\r\n") for line in lines)
        return np.array([self._is_well_quoted(text) for text in texts], bool)

    def have_delimiters_in_quotes(self, lines: pa.Array) -> np.ndarray:
        """Whether each line has a delimiter in a quoted cell."""
        found = pc.match_substring_regex(lines, self._delimiter_in_quotes)
        return found.to_numpy(zero_copy_only=False)

    def _is_well_quoted(self, text: bytes) -> bool:
        return bool(self._well_quoted.fullmatch(text)) and self.count_fields(text) == self._fields

    def record_at(self, block: bytes, start: int, *, last: bool) -> bytes | None:
        """Find the record that starts at a position, with the line breaks in its quotes.

        Returns:
            Its text. Empty if there is no record, None if the next block is needed to decide.
        """
        until = min(len(block), start + RECORD_BYTES)
        found = self._record.match(block, start, until)
        open_end = not found and self._unclosed.fullmatch(block, start, until)
        if (found and found.end() >= until - 1) or open_end:
            if until == len(block) and not last:
                return None
            if until < len(block) or not found:
                return b""
        return found.group() if found else b""

    def count_fields(self, text: bytes) -> int:
        """The number of fields of well quoted text."""
        return self._quoted_cell.sub(b"", text).count(self._delimiter) + 1

    def problem(self, text: bytes) -> str:
        """Say why a line is not a record."""
        if self._well_quoted.fullmatch(text):
            return f"fields: {self.count_fields(text)} instead of {self._fields}"
        if rb"\"" in text:
            return BACKSLASH_BEFORE_QUOTE
        return NEVER_CLOSED if self._unclosed.fullmatch(text) else TEXT_BEHIND_QUOTE
