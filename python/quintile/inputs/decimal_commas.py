"""Which columns of numbers have decimal commas, such as 12,99 or 1.234,50."""

from collections.abc import Sequence

import duckdb

_PROVES_COMMA = r"""
contains({number}, ',')
and regexp_full_match({number}, '[-+]?(\d+|\d{{1,3}}([.]\d{{3}})+),\d+')
and not regexp_full_match({number}, '[-+]?[1-9]\d{{0,2}},\d{{3}}')
"""

_PROVES_POINT = r"""
regexp_full_match({number}, '[-+]?\d{{1,3}}(,\d{{3}}){{2,}}')
or regexp_full_match({number}, '[-+]?(\d*|\d{{1,3}}(,\d{{3}})+)[.]\d*([eE][-+]?\d+)?')
and not regexp_full_match({number}, '[-+]?[1-9]\d{{0,2}}[.]\d{{3}}')
"""


def decimal_comma_columns(
    connection: duckdb.DuckDBPyConnection, parquet: str, columns: Sequence[str]
) -> list[str]:
    """Name the columns of a file whose numbers have decimal commas.

    12,99, 0,250 and 1.234,5 prove a decimal comma; 12.99, 1,234.50 and 1,000,000 a decimal point.
    1,000 and 1.000 may be one or a thousand and prove nothing by themselves.

    Args:
        connection: Any connection to DuckDB.
        parquet: The Parquet file, as DuckDB's read_parquet takes it.
        columns: Columns of text that should hold numbers.

    Returns:
        All of the columns where one proves a comma and none a point; where they contradict each
        other, those that prove a comma and no point.
    """

    def some_number(column: str, *, proves: str) -> bool:
        number = f'trim("{column.replace(chr(34), chr(34) * 2)}")'
        query = f"select 1 from read_parquet(?) where {proves.format(number=number)} limit 1"
        return connection.execute(query, [parquet]).fetchone() is not None

    commas = {name for name in columns if some_number(name, proves=_PROVES_COMMA)}
    if not commas:
        return []
    points = {name for name in columns if some_number(name, proves=_PROVES_POINT)}
    return [name for name in columns if not points or name in commas - points]
