"""The rules of sales in plain Python, for shops of a few lines: an oracle for the SQL.

Money and units are whole ten-thousandths, as the columns hold them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile

DAY = timedelta(days=1)


@dataclass
class Line:
    """A line of stg_invoice_lines, and what became of it."""

    customer: str
    invoice: str
    code: str | None
    quantity: int
    price: int
    amount: int
    at: datetime
    id_is_given: bool = True
    line_class: str = ""
    left: int = 0
    units_left: int = 0
    net_amount: int = 0

    @property
    def content(self) -> tuple:
        return (self.invoice, self.quantity, self.price, self.amount)

    @property
    def order(self) -> tuple:
        """At equal times purchases go first."""
        return (self.at, self.is_negative, *self.content)

    @property
    def is_negative(self) -> bool:
        return self.quantity < 0 or self.amount < 0

    @property
    def product(self) -> str | None:
        """What a cancellation names; nothing where only its amount is known."""
        return self.code if self.quantity else None


@dataclass
class Order:
    customer: str
    invoice: str
    lines: list[Line] = field(default_factory=list)
    discounts: list[Line] = field(default_factory=list)

    @property
    def began(self) -> datetime:
        return self.lines[0].at

    @property
    def amount(self) -> int:
        return sum(line.net_amount for line in self.lines + self.discounts)

    @property
    def is_kept(self) -> bool:
        return any(line.line_class == "sale" for line in self.lines)


def clean(lines: list[Line]) -> list[Order]:
    """Class every line, undo what was cancelled, and return the orders that are left."""
    for line in lines:
        line.line_class = _class_by_content(line)
        if line.line_class == "sale":
            line.left, line.units_left = line.amount, line.quantity
    orders = list(_orders(line for line in lines if line.line_class == "sale"))
    for line in lines:
        if line.is_negative and _is_discount(line, lines, orders):
            line.line_class = "discount"
    for line in sorted(lines, key=lambda line: line.order):
        if line.line_class == "cancellation":
            _undo(line, lines, orders)
    for line in lines:
        if line.line_class == "sale":
            line.net_amount = line.left
            line.line_class = "sale" if line.units_left else "cancelled_sale"
    for line in sorted(lines, key=lambda line: (line.at, line.amount)):
        if line.line_class == "discount":
            order = _order_of(line, orders)
            line.net_amount = -min(-line.amount, order.amount)
            order.discounts.append(line)
    return [order for order in orders if order.is_kept]


def _class_by_content(line: Line) -> str:
    if line.price < 0:
        return "adjustment"
    if line.is_negative:
        return "cancellation"
    if line.quantity == 0:
        return "invalid_quantity"
    return "sale" if line.amount else "invalid_price"


def _orders(purchases: Iterable[Line]) -> Iterator[Order]:
    by_invoice = defaultdict(list)
    for line in purchases:
        by_invoice[line.customer, line.invoice].append(line)
    for (customer, invoice), lines in by_invoice.items():
        order = None
        for line in sorted(lines, key=lambda line: line.at):
            if order is None or line.at > order.lines[-1].at + DAY:
                if order:
                    yield order
                order = Order(customer, invoice)
            order.lines.append(line)
        yield order


def _is_discount(line: Line, lines: list[Line], orders: list[Order]) -> bool:
    is_under_sale = line.id_is_given and any(
        (order.customer, order.invoice) == (line.customer, line.invoice)
        and order.began <= line.at + DAY
        for order in orders
    )
    if not is_under_sale or line.amount >= 0:
        return False
    if line.price < 0:
        return True
    return line.code is not None and not any(
        other.line_class == "sale"
        and (other.customer, other.code) == (line.customer, line.code)
        and other.at <= line.at
        for other in lines
    )


def _undo(line: Line, lines: list[Line], orders: list[Order]) -> None:
    """Latest purchase first: units of the product, or money of anything where no more is known."""
    purchases = [
        other
        for other in sorted(lines, key=lambda other: other.order)
        if other.line_class == "sale"
        and other.customer == line.customer
        and other.at <= line.at
        and line.product in (None, other.code)
    ]
    wanted = abs(line.quantity) if line.product else _products_refunded(line, lines, orders)
    found = False
    while wanted and purchases:
        purchase = purchases.pop()
        held = purchase.left if line.product is None else purchase.units_left
        taken = min(wanted, held)
        wanted -= taken
        found |= taken > 0
        if line.product is None:
            purchase.left -= taken
            purchase.units_left = 0 if taken and not purchase.left else purchase.units_left
        else:
            purchase.units_left -= taken
            undone = purchase.quantity - purchase.units_left
            purchase.left = purchase.amount - _rounded_share(
                purchase.amount, undone, purchase.quantity
            )
    if not found:
        line.line_class = "unmatched_cancellation"


def _products_refunded(refund: Line, lines: list[Line], orders: list[Order]) -> int:
    """A refund of what an order cost, less its discounts, gives back all of its products, once."""
    moments = []
    for order in orders:
        if order.customer != refund.customer:
            continue
        charges = order.lines + [
            line
            for line in lines
            if line.line_class == "discount" and _order_of(line, orders) is order
        ]
        times = sorted({line.at for line in charges if line.at <= refund.at})
        for at in times:
            products = sum(line.amount for line in order.lines if line.at <= at)
            charged = sum(line.amount for line in charges if line.at <= at)
            if products > 0 and charged > 0 and -refund.amount in (charged, products):
                moments.append((at, order.invoice, products, at == times[-1]))
    earlier = takewhile(lambda line: line is not refund, sorted(lines, key=lambda line: line.order))
    refunds = [
        line
        for line in earlier
        if line.line_class in ("cancellation", "unmatched_cancellation")
        and (line.customer, line.product, line.amount) == (refund.customer, None, refund.amount)
    ]
    *_, products, is_last = max(moments, default=(0, False))
    return products if is_last and len(refunds) < len(moments) else -refund.amount


def _rounded_share(amount: int, part: int, whole: int) -> int:
    return (2 * amount * part + whole) // (2 * whole)


def _order_of(discount: Line, orders: list[Order]) -> Order:
    own = [
        order
        for order in orders
        if (order.customer, order.invoice) == (discount.customer, discount.invoice)
    ]
    before = [order for order in own if order.began <= discount.at]
    return max(before, key=lambda order: order.began) if before else own[0]
