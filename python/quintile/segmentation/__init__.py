"""Cluster customers, and decide when to refit the clusters."""
