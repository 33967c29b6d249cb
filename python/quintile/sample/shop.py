"""The made-up gift shop of the sample: its customers, calendar and products.

All tables are whole numbers: weights are relative, prices are in pence, `per_mille` is per 1000.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def lookup(weights: Iterable[int]) -> Ints:
    """Repeat each position as often as its weight: a uniform draw from the result is weighted."""
    weights = list(weights)
    return np.repeat(np.arange(len(weights)), weights)


class Kind(IntEnum):
    """Kinds of invoices. The first three have a whole basket, the others one line."""

    PURCHASE = 0
    CANCELLED_AT_ONCE = 1  # the whole basket, within the half hour
    CANCELLED = 2  # the whole basket, days later
    PART_RETURNED = 3  # half of one line's quantity
    POOLED_RETURN = 4  # of the customer's staple, twice the quantity of one purchase
    UNEXPLAINED_RETURN = 5  # of a product last sold before the data begin
    CREDIT = 6
    CHARGE = 7
    STOCK_CHANGE = 8
    BAD_DEBT = 9
    NOTHING = 10


PREFIXES = ("", "C", "C", "C", "C", "C", "C", "", "", "A")  # of the invoice id, by kind
SIGNS = np.array([1, -1, -1, -1, -1, -1, -1, 1, -1, 1])  # of the quantity, by kind


class AccountType(NamedTuple):
    """How one type of account buys; both ends of a range are included.

    `per_mille` is its share of the customers, or of the other accounts. `begins` and `stays` say
    when an account becomes a customer and for how long, in percent of the trade of the whole
    period; what lies outside the period is not in the file. `orders` is what an account that stays
    for the whole period would place, evenly over time. `units` multiplies quantities.
    """

    name: str
    per_mille: int
    orders: tuple[int, int]
    begins: tuple[int, int]
    stays: tuple[int, int]
    units: int
    kind: Kind = Kind.PURCHASE


CUSTOMER_TYPES = (
    AccountType("reseller", 50, (10, 26), (-60, 90), (60, 180), 2),
    AccountType("regular", 315, (5, 13), (-35, 95), (35, 85), 1),
    AccountType("occasional", 300, (2, 6), (-30, 92), (30, 70), 1),
    AccountType("one_time", 300, (1, 1), (0, 100), (0, 0), 1),
    AccountType("bulk_buyer", 30, (1, 3), (0, 100), (0, 60), 5),
    AccountType("returns_only", 5, (1, 1), (0, 30), (0, 0), 1, Kind.UNEXPLAINED_RETURN),
    AccountType("mistaken_order", 0, (1, 1), (45, 55), (0, 0), 5000),  # the first customer
)
OTHER_TYPES = (
    AccountType("walk_in", 850, (1, 1), (0, 100), (0, 0), 1),
    AccountType("stock", 150, (1, 1), (0, 100), (0, 0), 10, Kind.STOCK_CHANGE),
    AccountType("bad_debt", 0, (1, 1), (60, 90), (0, 0), 1, Kind.BAD_DEBT),  # the first of these
)
TYPES = CUSTOMER_TYPES + OTHER_TYPES
MISTAKEN_ORDER, BAD_DEBT = len(CUSTOMER_TYPES) - 1, len(TYPES) - 1
CUSTOMER_LOOKUP = lookup(account_type.per_mille for account_type in CUSTOMER_TYPES)
OTHER_LOOKUP = len(CUSTOMER_TYPES) + lookup(account_type.per_mille for account_type in OTHER_TYPES)

FOLLOW_UPS = lookup([0, 10, 15, 45, 25, 5, 8, 5, 0, 0, 887])  # kinds, out of 1000 purchases

FIRST_DAY, LAST_DAY = np.datetime64("2024-01-01"), np.datetime64("2025-12-31")
DAYS = np.arange(FIRST_DAY, LAST_DAY + 1)
WEEKDAYS = (DAYS.astype(np.int64) + 3) % 7  # 1970-01-01 was a Thursday
MONTHS = DAYS.astype("datetime64[M]").astype(np.int64) % 12
WEEKDAY_TRADE = np.array([4, 5, 5, 6, 4, 0, 3])
MONTH_TRADE = np.array([2, 2, 2, 2, 3, 2, 2, 2, 3, 4, 6, 5])
YEAR_TRADE = np.array([4, 5])  # the shop grows
YEARS = DAYS.astype("datetime64[Y]").astype(np.int64) - 54  # 2024 is the first
BUSY_DAYS = lookup(WEEKDAY_TRADE[WEEKDAYS] * MONTH_TRADE[MONTHS] * YEAR_TRADE[YEARS])
BUSY_HOURS = 8 + lookup([1, 3, 5, 6, 8, 7, 7, 6, 4, 2, 1, 1])

COUNTRIES = ("United Kingdom", "Germany", "France", "EIRE", "Belgium", "Spain", "Netherlands")
COUNTRY_LOOKUP = lookup([88, 4, 3, 2, 1, 1, 1])
PACKS = np.array([1, 1, 2, 2, 2, 3, 4, 4, 6, 6, 8, 12])  # units on a line
HABITS = np.array([1, 1, 1, 1, 1, 2, 2, 2, 3])  # a customer's own multiple of them

ITEMS = {
    "MUG": 295, 'PLATE 9"': 375, "NAPKINS, SET OF 20": 85, "TEA TOWEL": 210, "CLOCK": 1275,
    "LUNCH BAG": 165, "CAKE STAND": 1095, "T-LIGHT HOLDER": 125, "CUSHION": 595, "GIFT TAG": 42,
    "DOORMAT": 675, "LANTERN, SMALL": 495, "TIN": 145, "BUNTING": 425, 'FRAME 6" X 4"': 255,
    "NOTEBOOK": 65, "HOT WATER BOTTLE": 350, "JAM JAR": 99,
}  # fmt: skip
STYLES = (
    "RED SPOTTY", "VINTAGE", "IVORY", "CAFÉ", "ROSE", "BLUE STRIPE", "PAISLEY", "RUSTIC", "CRÈME",
    "WOODLAND", "SILVER", "ALPINE", "NORDIC", "GARDEN", "CIRCUS", "ENGLISH", "FOLK", "PASTEL",
    "TARTAN", "RETRO",
)  # fmt: skip
RETIRED_STYLE = "MILLENNIUM"
NOTES = ("damaged", "lost in store")  # written over the description of a stock change


class Article(NamedTuple):
    """What a line can name: its stock code, description and price in pence."""

    code: str
    description: str
    pence: int


def _products(styles: tuple[str, ...], first: int) -> tuple[Article, ...]:
    names = ((style, item, pence) for style in styles for item, pence in ITEMS.items())
    return tuple(
        Article(
            f"{20_000 + 37 * n}{'B' * (n % 3 == 2)}", f"{style} {item}", pence * (10 + n % 4) // 10
        )
        for n, (style, item, pence) in enumerate(names, first)
    )


PRODUCTS = _products(STYLES, 0)
RETIRED = _products((RETIRED_STYLE,), len(PRODUCTS))
SERVICES = (
    Article("POST", "POSTAGE", 1800),
    Article("CARRIAGE", "CARRIAGE", 5000),
    Article("DELIVERY", "DELIVERY", 2450),
    Article("GIFT VOUCHER", "Gift Voucher £20.00", 1667),
    Article("AMAZONFEE", "AMAZON FEE", 9900),
    Article("ADJUSTMENT", "Adjustment by hand", 795),
    Article("DISCOUNT", "Discount", 1295),
    Article("SAMPLES", "SAMPLES", 950),
    Article("BANK CHARGES", "Bank Charges", 1500),
    Article("COMMISSION", "Commission", 4710),
    Article("BAD DEBT", "Adjust bad debt", -1_106_206),
)
ARTICLES = PRODUCTS + RETIRED + SERVICES
CODES = tuple(article.code for article in ARTICLES)
DESCRIPTIONS = (*(article.description for article in ARTICLES), *NOTES)
POSITION = {article.code: position for position, article in enumerate(ARTICLES)}
ARTICLES_BY_KIND = {  # positions in ARTICLES of what the invoices of one line can name
    Kind.UNEXPLAINED_RETURN: range(len(PRODUCTS), len(PRODUCTS) + len(RETIRED)),
    Kind.CHARGE: range(POSITION["GIFT VOUCHER"], POSITION["DISCOUNT"]),
    Kind.CREDIT: range(POSITION["ADJUSTMENT"], POSITION["BAD DEBT"]),
    Kind.BAD_DEBT: range(POSITION["BAD DEBT"], len(ARTICLES)),
}
POST, CARRIAGE, DELIVERY = (POSITION[code] for code in ("POST", "CARRIAGE", "DELIVERY"))
