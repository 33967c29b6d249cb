"""Invoices of a made-up gift shop."""

from quintile.sample.write import write_invoices

__all__ = ["write_invoices"]
