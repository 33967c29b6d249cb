"""Who buys what at the made-up gift shop, and when: invoices as packed whole numbers.

Every value is integer arithmetic on a hash of (seed, account, order, line). So the same arguments
give the same lines on any machine, and a cancellation can compute the purchase that it undoes
instead of looking it up.
"""

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quintile.sample import shop
from quintile.sample.shop import Ints, Kind

Bits = NDArray[np.integer]  # of 64 bits

ACCOUNTS_AT_ONCE = 200_000
TOPICS = ACCOUNT, HABIT, STAPLE, ORDER, FOLLOW_UP, BASKET = range(6)
KINDS = np.array([account_type.kind for account_type in shop.TYPES])
UNITS = np.array([account_type.units for account_type in shop.TYPES])
ORDERS = np.array([account_type.orders for account_type in shop.TYPES])
TRADE = len(shop.BUSY_DAYS) - 1
BEGINS, STAYS = (
    np.array(percent) * TRADE // 100
    for percent in zip(*((t.begins, t.stays) for t in shop.TYPES), strict=True)
)
PENCE = np.array([article.pence for article in shop.ARTICLES])
POPULARITY = 149  # prime: multiplying by it spreads the ranks over all products


def hashed(counter: Bits) -> Bits:
    """Return 64 uniform bits for each counter: the finaliser of SplitMix64 (Steele et al. 2014)."""
    bits = (counter ^ (counter >> 30)) * 0xBF58476D1CE4E5B9
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB
    return bits ^ (bits >> 31)


def draw(bits: Bits, part: int, choices: Ints | int) -> Ints:
    """Return a uniform whole number from 0 to choices - 1, from one of the four 16-bit parts."""
    return ((bits >> 16 * part) & 0xFFFF).astype(np.int64) * choices >> 16


def _within(bits: Bits, part: int, bounds: Ints) -> Ints:
    return bounds[:, 0] + draw(bits, part, bounds[:, 1] - bounds[:, 0] + 1)


def _spread(sizes: Ints) -> tuple[Ints, Ints]:
    """Return the group of every member of groups of these sizes, and its position in the group."""
    group = np.repeat(np.arange(len(sizes)), sizes)
    return group, np.arange(len(group)) - (np.cumsum(sizes) - sizes)[group]


def _pack(minute: Ints, account: Ints, order: Ints, kind: Ints) -> Ints:
    """Return an invoice as one whole number that sorts by time: 21, 30, 8 and 4 bits."""
    return minute << 42 | account << 12 | order << 4 | kind


def unpack(invoice: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the minute of the period, account, order and kind that `_pack` put together."""
    return invoice >> 42, invoice >> 12 & 0x3FFFFFFF, invoice >> 4 & 0xFF, invoice & 0xF


def count_baskets(invoice: Ints) -> int:
    """Return how many of these invoices have a whole basket instead of one line."""
    return int(np.count_nonzero((invoice & 0xF) <= Kind.CANCELLED))


@dataclass(frozen=True)
class Accounts:
    """All accounts: the customers, numbered from 0, and after them accounts without an id."""

    customers: int
    seed: int

    def bits(self, topic: int, account: Ints, order: Ints | int = 0) -> Bits:
        """Return the bits that decide one topic of an account or of one of its orders."""
        start = hashed(np.array([self.seed * len(TOPICS) + topic], dtype=np.uint64))
        return hashed(start + (account << 8 | order).astype(np.uint64))

    def types(self, account: Ints) -> Ints:
        """Return the position in TYPES of each account."""
        drawn, named = draw(self.bits(ACCOUNT, account), 0, 1000), account < self.customers
        types = np.where(named, shop.CUSTOMER_LOOKUP[drawn], shop.OTHER_LOOKUP[drawn])
        types[account == 0], types[account == self.customers] = shop.MISTAKEN_ORDER, shop.BAD_DEBT
        return types

    def countries(self, account: Ints) -> Ints:
        """Return the position in COUNTRIES of each account; accounts without an id are domestic."""
        drawn = draw(self.bits(HABIT, account), 0, len(shop.COUNTRY_LOOKUP))
        return np.where(account < self.customers, shop.COUNTRY_LOOKUP[drawn], 0)

    def invoices(self) -> Ints:
        """Return every invoice, packed, in time order."""
        total = self.customers + self.customers // 3 + 1
        edges = itertools.pairwise([*range(0, total, ACCOUNTS_AT_ONCE), total])
        invoice = np.concatenate([self._some_invoices(np.arange(a, b)) for a, b in edges])
        invoice.sort()
        return invoice

    def _some_invoices(self, account: Ints) -> Ints:
        types, bits = self.types(account), self.bits(ACCOUNT, account)
        begins = _within(bits, 2, BEGINS[types])
        ends = np.minimum(begins + _within(bits, 3, STAYS[types]), TRADE)
        begins = np.maximum(begins, 0)
        rounding = draw(self.bits(HABIT, account), 2, TRADE)
        orders = (_within(bits, 1, ORDERS[types]) * (ends - begins) + rounding) // TRADE
        orders = np.maximum(orders, 1)
        of, order = _spread(orders)
        bits = self.bits(ORDER, account[of], order)
        place = (order << 16) + draw(bits, 0, 1 << 16)  # one order in each equal part of the time
        day = shop.BUSY_DAYS[begins[of] + ((ends - begins)[of] * place // orders[of] >> 16)]
        hour = shop.BUSY_HOURS[draw(bits, 1, len(shop.BUSY_HOURS))]
        minute = day * 1440 + hour * 60 + draw(bits, 2, 60)
        placed = _pack(minute, account[of], order, KINDS[types[of]])
        last_of_several = (order > 0) & (order == orders[of] - 1)
        return np.concatenate([placed, self._follow_ups(placed, last_of_several)])

    def _follow_ups(self, placed: Ints, last_of_several: NDArray[np.bool]) -> Ints:
        """Return the follow-ups of some of these invoices within the period: returns and fees."""
        minute, account, order, placed_kind = unpack(placed)
        bits = self.bits(FOLLOW_UP, account, order)
        kind = shop.FOLLOW_UPS[draw(bits, 0, 1000)]
        kind[account == 0] = Kind.CANCELLED_AT_ONCE
        kind[(kind == Kind.POOLED_RETURN) & ~last_of_several] = Kind.NOTHING
        at_once, days = 1 + draw(bits, 1, 30), 1 + draw(bits, 2, 28)
        minute += np.where(kind == Kind.CANCELLED_AT_ONCE, at_once, days * 1440)
        known = (placed_kind == Kind.PURCHASE) & (minute < len(shop.DAYS) * 1440)
        return _pack(minute, account, order, kind)[known & (kind != Kind.NOTHING)]

    def contents(self, invoice: Ints, further_lines: float) -> tuple[Ints, Ints, Ints, Ints]:
        """Return for every line its position in `invoice`, article, quantity and price in pence.

        A basket depends only on account and order, so a cancellation has the same lines.
        """
        _, account, order, kind = unpack(invoice)
        basket, staple = self.bits(BASKET, account, order), self.bits(STAPLE, account)
        of, line, posted = self._layout(account, basket, kind, further_lines)
        kind = kind[of]
        bits = hashed(basket[of] + line.astype(np.uint64))
        bits = np.where((line == 0) & (kind <= Kind.POOLED_RETURN), staple[of], bits)

        rank = draw(bits, 0, 65_536) ** 2 * len(shop.PRODUCTS) >> 32  # low ranks sell best
        article = rank * POPULARITY % len(shop.PRODUCTS)
        article = np.where(posted, self._postage(account)[of], article)
        for single, positions in shop.ARTICLES_BY_KIND.items():
            chosen = positions.start + draw(bits, 0, len(positions))
            article = np.where(kind == single, chosen, article)

        service = article >= shop.POST
        packs = shop.PACKS[draw(bits, 1, len(shop.PACKS))]
        quantity = np.where(service, 1, packs * self._units(account)[of])
        quantity = np.where(kind == Kind.PART_RETURNED, (quantity + 1) // 2, quantity)
        quantity = np.where(kind == Kind.POOLED_RETURN, quantity * 2, quantity) * shop.SIGNS[kind]

        fee = (kind == Kind.CREDIT) | (kind == Kind.CHARGE)
        gift = (line > 0) & ~service & (draw(bits, 2, 250) == 0)
        times = np.where(fee, 1 + draw(bits, 3, 9), ~gift & (kind != Kind.STOCK_CHANGE))
        return of, article, quantity, PENCE[article] * times

    def _layout(
        self, account: Ints, basket: Bits, kind: Ints, further_lines: float
    ) -> tuple[Ints, Ints, NDArray[np.bool]]:
        """Return for every line its invoice, position in the basket and whether it is postage."""
        u, v = draw(basket, 0, 65_536) / 65_536, draw(basket, 1, 65_536) / 65_536
        size = 1 + (4 * further_lines * u * u * u + v).astype(np.int64)  # u cubed averages 1/4
        of, line = _spread(np.where(kind <= Kind.CANCELLED, size, 1))
        line += np.where(kind == Kind.PART_RETURNED, draw(basket, 2, size), 0)[of]
        last, ending = (line > 0) & (line == size[of] - 1), draw(basket, 3, 100)[of]
        posted = last & (ending >= np.where(self.countries(account) > 0, 40, 95)[of])
        return of, line - (last & (ending < 3)), posted  # a few repeat the line before

    def _postage(self, account: Ints) -> Ints:
        at_home = np.where(account < self.customers, shop.CARRIAGE, shop.DELIVERY)
        return np.where(self.countries(account) > 0, shop.POST, at_home)

    def _units(self, account: Ints) -> Ints:
        habit = shop.HABITS[draw(self.bits(HABIT, account), 1, len(shop.HABITS))]
        return habit * UNITS[self.types(account)]
