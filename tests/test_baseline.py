"""An independent implementation, in pandas, comes to the same segments."""

from __future__ import annotations

import subprocess
import sys

from conftest import ROOT, connect

UCI = "online_retail.parquet"


def test_pandas_comes_to_the_same_segments(uci_build, test_data, tmp_path):
    subprocess.run(
        [sys.executable, "benchmarks/pandas_baseline.py", test_data / UCI, tmp_path],
        cwd=ROOT,
        check=True,
    )
    with connect(uci_build.database, read_only=True) as connection:
        misfits = connection.execute(
            """select ours.customer_id, theirs.customer_id
            from segments as ours
            full join read_parquet(?) as theirs
                on ours.customer_id = theirs.customer_id
                and ours.recency_days = theirs.recency_days
                and ours.frequency = theirs.frequency
                and abs(ours.monetary - theirs.monetary) < 0.001
                and ours.tenure_days = theirs.tenure_days
                and ours.rfm_segment = theirs.rfm_segment
                and ours.cluster_id = theirs.cluster_id
                and ours.cluster_label = theirs.cluster_label
                and abs(ours.centroid_distance - theirs.centroid_distance) < 1e-8
            where ours.customer_id is null or theirs.customer_id is null""",
            [str(tmp_path / "segments.parquet")],
        ).fetchall()
    assert misfits == []
