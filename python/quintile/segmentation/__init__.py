"""Cluster customers, and decide when the clusters are fitted again."""
