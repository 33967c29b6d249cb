"""Latest purchase first, as a plain loop: what the pandas and the Polars baseline share."""

from __future__ import annotations

from collections.abc import Iterable


def units_undone(stacks: Iterable, quantities: Iterable[float]) -> list[float]:
    """Give for each move the units that later cancellations of its stack take from it.

    Args:
        stacks: The stack of each move, a customer's purchases of a product; equal ones adjoin,
            in the order of time.
        quantities: Units of each move, below 0 for a cancellation.
    """
    undone: list[float] = []
    current, purchases = object(), []
    for at, (stack, quantity) in enumerate(zip(stacks, quantities, strict=True)):
        if stack != current:
            current, purchases = stack, []
        undone.append(0)
        if quantity > 0:
            purchases.append([at, quantity])
        wanted = -quantity
        while wanted > 0 and purchases:
            taken = min(wanted, purchases[-1][1])
            undone[purchases[-1][0]] += taken
            purchases[-1][1] -= taken
            wanted -= taken
            if purchases[-1][1] == 0:
                purchases.pop()
    return undone
