"""Invoice lines of a made-up gift shop, from a small CSV file to 100 million lines of Parquet.

Invoices are drawn first, as one 64-bit number each, and sorted by time. Then they are expanded to
lines, a batch at a time. So memory is 16 bytes per invoice plus a fixed amount per batch.
"""

import csv
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from quintile.sample import shop
from quintile.sample.invoices import Accounts, count_baskets, draw, hashed, unpack
from quintile.sample.shop import Ints, Kind

LINES_AT_ONCE = 200_000
FIRST_CUSTOMER_ID, FIRST_INVOICE_NUMBER = 12_346, 500_001


def _words(positions: Ints | pa.Array, words: Sequence[str]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(positions, pa.array(words))


def _join(heads: pa.Array, tails: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(heads, tails, "")


def _customer_ids(account: Ints, named: NDArray[np.bool]) -> pa.Array:
    return pa.array(FIRST_CUSTOMER_ID + account, mask=~named).cast(pa.string())


def _batch(
    accounts: Accounts, invoice: Ints, first_number: int, further_lines: float
) -> pa.RecordBatch:
    """Expand a batch of invoices to lines in the canonical columns."""
    minute, account, _, kind = unpack(invoice)
    of, article, quantity, pence = accounts.contents(invoice, further_lines)
    bits = hashed(invoice.astype(np.uint64))
    number = pa.array(first_number + np.arange(len(invoice))).cast(pa.string())
    tail = pa.array(["", ".0"]).take(pa.array(draw(bits, 0, 2)))
    note = np.where(kind == Kind.STOCK_CHANGE, draw(bits, 1, 4), 3)[of]
    name = np.where(note < 2, len(shop.ARTICLES) + note, article)
    invoiced_at = shop.FIRST_DAY.astype("datetime64[us]") + minute * np.timedelta64(1, "m")
    columns = {
        "invoice_id": _join(pa.array(shop.PREFIXES).take(pa.array(kind)), number).take(of),
        "stock_code": _words(article, shop.CODES),
        "description": _words(pa.array(name, mask=note == 2), shop.DESCRIPTIONS),
        "quantity": pa.array(quantity, pa.int32()),
        "invoiced_at": pa.array(invoiced_at[of]),
        "unit_price": pa.array(pence / 100),
        "customer_id": _join(_customer_ids(account, account < accounts.customers), tail).take(of),
        "country": _words(accounts.countries(account)[of], shop.COUNTRIES),
    }
    return pa.RecordBatch.from_pydict(columns)


def invoice_lines(*, customers: int, lines: int, seed: int) -> pa.RecordBatchReader:
    """Return the shop's invoice lines in time order, generated as they are read.

    The columns are the canonical ones. `invoiced_at` is in whole minutes, without a zone;
    `quantity` is negative on returns; `unit_price` is in pounds, and negative only for bad debt;
    `customer_id` is text, on about half of the invoices with a `.0` tail, and NULL where there is
    no customer; `description` is NULL on some stock changes.

    Args:
        customers: Number of distinct customers.
        lines: Number of lines to return, within 2%; the size of baskets is adjusted to it.
        seed: Another seed gives other customers, at other times, with other baskets.

    Raises:
        ValueError: `lines` is less than the number of invoices of so many `customers`.
    """
    accounts = Accounts(customers, seed)
    invoice = accounts.invoices()
    if lines < len(invoice):
        raise ValueError(
            f"lines is {lines}, but {customers} customers have {len(invoice)} invoices. "
            "Ask for at least as many lines, or for fewer customers."
        )
    further_lines = (lines - len(invoice)) / count_baskets(invoice)
    step = max(1, int(LINES_AT_ONCE / (1 + further_lines)))
    batches = (
        _batch(accounts, invoice[n : n + step], FIRST_INVOICE_NUMBER + n, further_lines)
        for n in range(0, len(invoice), step)
    )
    schema = _batch(accounts, invoice[:1], FIRST_INVOICE_NUMBER, further_lines).schema
    return pa.RecordBatchReader.from_batches(schema, batches)


def planted_types(*, customers: int, seed: int) -> pa.Table:
    """Return the true `planted_type` of each `customer_id` (without a tail), a row each."""
    account = np.arange(customers)
    names = [account_type.name for account_type in shop.TYPES]
    types = _words(Accounts(customers, seed).types(account), names)
    return pa.table({"customer_id": _customer_ids(account, account >= 0), "planted_type": types})


def _write_csv(path: Path, lines: pa.RecordBatchReader) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(lines.schema.names)
        written = 0
        for batch in lines:
            to_the_minute = pc.utf8_slice_codeunits(batch["invoiced_at"].cast(pa.string()), 0, 16)
            columns = dict(zip(batch.schema.names, batch.columns, strict=True))
            columns["invoiced_at"] = to_the_minute
            writer.writerows(zip(*(column.to_pylist() for column in columns.values()), strict=True))
            written += batch.num_rows
    return written


def _write_parquet(path: Path, lines: pa.RecordBatchReader) -> int:
    # Without the Arrow schema in the file, readers get text for dictionary columns.
    with pq.ParquetWriter(path, lines.schema, store_schema=False) as writer:
        written = 0
        for batch in lines:
            writer.write_batch(batch)
            written += batch.num_rows
    return written


WRITERS = {".csv": _write_csv, ".parquet": _write_parquet}


def write_invoices(path: Path, *, customers: int, lines: int, seed: int) -> int:
    """Write the invoice lines to a CSV or Parquet file, completely or not at all.

    Returns:
        The number of lines.

    Raises:
        ValueError: `path` ends in neither .csv nor .parquet, its folder does not exist, or
            `lines` is too small.
        OSError: The file cannot be written.
    """
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise ValueError(f"cannot tell the format of {str(path)!r}: end it in .csv or .parquet")
    if not path.parent.is_dir():
        raise ValueError(f"the folder {str(path.parent)!r} does not exist: make it first")
    reader = invoice_lines(customers=customers, lines=lines, seed=seed)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        unfinished = Path(folder) / path.name
        written = write(unfinished, reader)
        os.replace(unfinished, path)
    return written
