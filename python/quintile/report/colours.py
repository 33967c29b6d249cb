"""One colour for each tier and for each segment, the same in every chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plotly.colors import sample_colorscale

INK, MUTED, GRID, PAPER = "#1d2733", "#5a6572", "#e4e1d8", "#ffffff"
ACCENT, SOFT, BLUE, RED = "#0b6e69", "#9cc4c0", "#3f68a8", "#c2603f"
TIERS = {"High": "#0b6e69", "Medium": "#d19a2a", "Low": "#8a929c"}
BEST_TO_WORST = [
    "#0b6e69",
    "#2f968c",
    "#74b8ad",
    "#2f6fa3",
    "#7fa9d6",
    "#8a78b8",
    "#c3a83e",
    "#dd9a35",
    "#d5753f",
    "#a94f3c",
    "#8a929c",
]
CAME, WENT = "#b5679b", "#4a4f57"
FEW_TO_MANY = ["#eef5f3", "#cbe3df", "#98cac3", "#2c7c75", "#064a46"]


def by_rank(names: Sequence[str]) -> dict[str, str]:
    """A colour for each name, from best to worst."""
    places = [rank / max(len(names) - 1, 1) for rank in range(len(names))]
    return dict(zip(names, sample_colorscale(BEST_TO_WORST, places), strict=True))


def of_clusters(tiers: Mapping[str, str]) -> dict[str, str]:
    """A colour for each cluster: that of its tier, lighter for lower clusters of the tier.

    They come tier by tier, so that like colours lie side by side.

    Args:
        tiers: The tier of each cluster, the best first.
    """
    drawn: dict[str, str] = {}
    for tier, colour in TIERS.items():
        labels = [label for label, of_label in tiers.items() if of_label == tier]
        scale = [colour, sample_colorscale([colour, PAPER], 0.6)[0]]
        drawn |= dict(zip(labels, sample_colorscale(scale, _places(len(labels))), strict=True))
    return drawn


def _places(number: int) -> list[float]:
    """So many places from 0 to 1; two are nearer to each other than the ends."""
    return [place / max(number - 1, 2) for place in range(number)]


def stepped(colours: Sequence[str]) -> list[tuple[float, str]]:
    """The colours as equal steps of a Plotly colour scale."""
    edges = [place / len(colours) for place in range(len(colours) + 1)]
    return [
        (edge, colour) for place, colour in enumerate(colours) for edge in edges[place : place + 2]
    ]


def see_through(colour: str, opacity: float) -> str:
    """The colour, written rgb(r, g, b) or #rrggbb, let through."""
    if colour.startswith("#"):
        red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
        return f"rgba({red}, {green}, {blue}, {opacity})"
    return colour.replace("rgb(", "rgba(").replace(")", f", {opacity})")
