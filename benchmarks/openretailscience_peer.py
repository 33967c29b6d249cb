"""RFM and scores of orders by openretailscience on ibis and DuckDB, in a Python that has it."""

import sys
import time

import ibis
from openretailscience.segmentation.rfm import RFMSegmentation

source, folder = sys.argv[1:]
start = time.perf_counter()
connection = ibis.duckdb.connect(threads=2)
orders = connection.read_parquet(source)
as_of = orders.transaction_date.max().execute().date()
scores = RFMSegmentation(orders, as_of, r_segments=5, f_segments=5, m_segments=5).table
connection.to_parquet(scores, f"{folder}/scores.parquet")
print(time.perf_counter() - start)
