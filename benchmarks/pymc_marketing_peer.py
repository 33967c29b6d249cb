"""RFM and segments of orders by pymc-marketing, on pandas, in a Python that has it."""

import sys
import time

import pandas as pd
from pymc_marketing.clv.utils import rfm_segments

source, folder = sys.argv[1:]
start = time.perf_counter()
orders = pd.read_parquet(source)
scores = rfm_segments(orders, "customer_id", "transaction_date", "unit_spend")
scores.to_parquet(f"{folder}/scores.parquet")
print(time.perf_counter() - start)
