"""Forecast what customers will order and spend, and evaluate the forecasts."""
