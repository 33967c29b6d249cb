"""Invoices of made-up shops."""

from quintile.sample.odd_shops import ODD_SHOPS, odd_shop, write_odd_shop
from quintile.sample.write import write_invoices

__all__ = ["ODD_SHOPS", "odd_shop", "write_invoices", "write_odd_shop"]
