"""The Python side of the segmentation warehouse: pure functions and a small command line."""
