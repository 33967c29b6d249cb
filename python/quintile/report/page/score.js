"use strict";

// Scores a customer as the SQL macro score_customer does. `model` is what scoring_model in
// scoring.py describes; its cut points are text, since they have more digits than a number holds.
const Quintile = (() => {
  const METRICS = ["recency", "frequency", "monetary"];
  const NUMBER = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*$/;
  const DECIMALS = 4;
  const LIMIT = 10n ** 18n;

  // A number of n decimals as a whole number of 10^-n, rounded half away from zero.
  const inUnits = (digits, exponent, decimals) => {
    const shift = exponent + decimals;
    if (shift >= 0) return BigInt(digits) * 10n ** BigInt(shift);
    const divisor = 10n ** BigInt(-shift);
    return (BigInt(digits) + divisor / 2n) / divisor;
  };

  // A metric as typed: {units: ten-thousandths} or {problem: what is wrong with it}.
  const readMetric = (text) => {
    if (text.trim() === "") return { problem: "Type a number." };
    const [, sign, whole, fraction = "", exponent = "0"] = NUMBER.exec(text) ?? [];
    if (whole === undefined || whole + fraction === "") {
      return { problem: "Type a plain number such as 1234.5, without separators or units." };
    }
    const units = inUnits(whole + fraction, Number(exponent) - fraction.length, DECIMALS);
    if (sign === "-" && units > 0n) return { problem: "Type a number of 0 or more." };
    if (units >= LIMIT) return { problem: "Type a number below 100,000,000,000,000." };
    return { units };
  };

  const score = (bounds, units) =>
    1 + bounds.filter((bound) => {
      const [, sign, whole, fraction = ""] = NUMBER.exec(bound);
      const size = inUnits(whole + fraction, -fraction.length, DECIMALS + 1);
      return units * 10n > (sign === "-" ? -size : size);
    }).length;

  const asNumber = (units) => Number(`${units}e-${DECIMALS}`);
  const toNineDecimals = (x) => (Math.sign(x) * Math.round(Math.abs(x) * 1e9)) / 1e9;

  const feature = (units, { mean, stddev }) => {
    if (stddev === 0) return 0;
    return toNineDecimals((toNineDecimals(Math.log(1 + asNumber(units))) - mean) / stddev);
  };

  const distance = (features, centroid) =>
    Math.sqrt(features.reduce((sum, z, axis) => sum + (z - centroid[axis]) ** 2, 0));

  const scoreCustomer = (model, [recency, frequency, monetary]) => {
    const units = [recency, frequency, monetary];
    const [r, f, m] = METRICS.map((metric, axis) =>
      score(model.cut_points[metric], axis === 0 ? -units[axis] : units[axis]));
    const fm = Math.ceil((f + m) / 2);
    const features = METRICS.map((metric, axis) => feature(units[axis], model.scaling[metric]));
    // Sorting is stable and clusters come by number, so that the lower one wins a tie.
    const [nearest, next] = model.clusters
      .map((cluster) => ({ cluster, far: distance(features, cluster.centroid) }))
      .sort((one, other) => one.far - other.far);
    let margin = 1;
    if (next) margin = next.far === 0 ? 0 : 1 - nearest.far / next.far;
    const { centroid, ...named } = nearest.cluster;
    return {
      r_score: r,
      f_score: f,
      m_score: m,
      rfm_code: `${r}${f}${m}`,
      fm_score: fm,
      rfm_segment: model.segments[`${r}-${fm}`],
      ...named,
      centroid_distance: nearest.far,
      assignment_margin: margin,
      next_label: next ? next.cluster.cluster_label : null,
    };
  };

  return { readMetric, scoreCustomer };
})();
