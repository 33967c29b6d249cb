"""Publish, roll back, export and forget."""
