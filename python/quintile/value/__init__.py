"""Forecast what customers will order and spend, and judge the forecasts."""
