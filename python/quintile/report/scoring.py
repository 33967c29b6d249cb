"""What the form of the page scores by: the cut points, scaling and centroids of score_customer."""

from __future__ import annotations

from typing import Any

from quintile.report.database import ReportDatabase

METRICS = ("recency", "frequency", "monetary")
TABLES = (
    "rfm_thresholds",
    "model_feature_stats",
    "cluster_model",
    "playbook",
    "segment_grid",
)


def scoring_model(tables: ReportDatabase) -> dict[str, Any]:
    """Everything that `score.js` needs.

    Args:
        tables: A database with rows in TABLES.

    Returns:
        `cut_points`: for each metric its lower bounds as text, exact to the last digit, for the
        scores from 2 up. `scaling`: for each metric mean and standard deviation of its logarithms.
        `clusters`: by cluster_id, each with its centroid in the order of METRICS. `segments`:
        names by r_score and fm_score, written "5-4". `spend_marks`: for each percent the amount
        that a spend must exceed, or stay below, to be more or less than that of so many customers.
        `upper_half_from`: the least spend with as many below it as above.
    """
    bounds, marks = tables.rows("cut_points"), tables.rows("spend_marks", is_shown=False)
    return {
        "cut_points": {
            metric: [row["lower_bound"] for row in bounds if row["metric"] == metric]
            for metric in METRICS
        },
        "scaling": {
            row["metric"]: {"mean": row["log_mean"], "stddev": row["log_stddev"]}
            for row in tables.rows("scaling")
        },
        "clusters": [
            {
                "cluster_id": row["cluster_id"],
                "centroid": [row[f"centroid_{metric}"] for metric in METRICS],
                "cluster_label": row["cluster_label"],
                "marketing_tier": row["marketing_tier"],
                "recommended_action": row["recommended_action"],
                "channel": row["channel"],
                "priority": row["priority"],
            }
            for row in tables.rows("centroids")
        ],
        "spend_marks": {
            side: [{"percent": row["percent_of_customers"], "mark": row[side]} for row in marks]
            for side in ("more_than", "less_than")
        },
        "upper_half_from": marks[0]["upper_half_from"],
        "segments": {
            f"{row['r_score']}-{row['fm_score']}": row["rfm_segment"] for row in tables.rows("grid")
        },
    }
