"""Fit and predict with `lifetimes`, in its own Python: customers in as JSON, predictions out."""

import json
import sys
import time
import warnings

import pandas as pd
from lifetimes import BetaGeoFitter, GammaGammaFitter

# Its autograd warns of numerical noise while it searches.
warnings.simplefilter("ignore")
horizon, runs = int(sys.argv[1]), int(sys.argv[2])
customers = pd.DataFrame(json.load(sys.stdin))
history = customers["repeats"], customers["last"], customers["tenure"]
repeated = customers[customers["repeats"] > 0]

seconds = []
for _ in range(runs):
    start = time.perf_counter()
    orders = BetaGeoFitter().fit(*history)
    values = GammaGammaFitter().fit(repeated["repeats"], repeated["mean_value"])
    seconds.append(time.perf_counter() - start)

expected_orders = orders.conditional_expected_number_of_purchases_up_to_time(horizon, *history)
expected_value = values.conditional_expected_average_profit(
    customers["repeats"], customers["mean_value"]
)
json.dump(
    {
        "seconds": min(seconds),
        "expected_orders": expected_orders.tolist(),
        "expected_spend": (expected_orders * expected_value).tolist(),
    },
    sys.stdout,
)
