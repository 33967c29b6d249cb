"""The Python part of Quintile: pure functions and a small command line."""
