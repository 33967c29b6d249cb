"use strict";

// Scores a customer as the SQL macro score_customer does. `model` is what scoring_model in
// scoring.py describes; its cut points are text, since they have more digits than a number holds.
const Quintile = (() => {
  const METRICS = ["recency", "frequency", "monetary"];
  const DIGITS = "\\d+(?:_\\d+)*"; // like SQL, which takes 1_000
  const NUMBER = RegExp(`^[ \\t]*([+-]?)((?:${DIGITS})?)(?:[.]((?:${DIGITS})?))?(?:e([+-]?${DIGITS}))?[ \\t]*$`, "i");
  const DECIMALS = 4;
  const LIMIT = 10n ** 18n;

  // A number as typed, in sign and size; the size as a whole number of 10^-decimals, half rounded up.
  const parse = (text, decimals) => {
    const [, sign, whole, fraction = "", exponent = "0"] = NUMBER.exec(text)?.map((part) => part?.replaceAll("_", "")) ?? [];
    if (!whole && !fraction) return null;
    const beyondAll = 400;
    const power = Math.max(-beyondAll, Math.min(beyondAll, Number(exponent)));
    const shift = power - fraction.length + decimals;
    const digits = BigInt(whole + fraction);
    const divisor = 10n ** BigInt(Math.max(-shift, 0));
    const size = (digits * 10n ** BigInt(Math.max(shift, 0)) + divisor / 2n) / divisor;
    return { isNegative: sign === "-", size };
  };

  // A metric as typed: {units: ten-thousandths} or {problem: what is wrong with it}.
  const readMetric = (text) => {
    if (text.trim() === "") return { problem: "Type a number." };
    const number = parse(text, DECIMALS);
    if (!number) return { problem: "Type a plain number such as 1234, without units." };
    if (number.isNegative && number.size > 0n) return { problem: "Type a number of 0 or more." };
    if (number.size >= LIMIT) return { problem: "Type a number below 100,000,000,000,000." };
    return { units: number.size };
  };

  const score = (bounds, units) =>
    1 + bounds.filter((bound) => {
      const { isNegative, size } = parse(bound, DECIMALS + 1);
      return units * 10n > (isNegative ? -size : size);
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
      next_cluster_label: next ? next.cluster.cluster_label : null,
    };
  };

  // The sentence of facts that segment_reason is, but for the customer's own interval, which takes dates.
  const reasonOf = (model, [recency, frequency, monetary]) => {
    const plain = (units) => `${asNumber(units)}`;
    const days = plain(recency);
    const orders = { 1: "once, ", 2: "twice, last " }[plain(frequency)] ?? `${plain(frequency)} times, last `;
    const share = (marks, isBeyond) =>
      marks.reduce((most, { percent, mark }) => (isBeyond(monetary, parse(mark, DECIMALS).size) ? Math.max(most, percent) : most), 0);
    const more = share(model.spend_marks.more_than, (one, other) => one > other);
    const less = share(model.spend_marks.less_than, (one, other) => one < other);
    const isUpper = monetary >= parse(model.upper_half_from, DECIMALS).size;
    const spend = isUpper ? `more than ${more}%` : `less than ${less}%`;
    const isTelling = Math.max(more, less) > 0;
    return `Ordered ${orders}${days} day${days === "1" ? "" : "s"} ago${isTelling ? `; spends ${spend} of customers` : ""}`;
  };

  // A number written as the locale has it, as SQL takes it; any other text as it is, to be read or refused as SQL does.
  const plainNumber = (text, { decimal, group, currency }) => {
    const bare = text.replace(currency, "").replace(/\p{Sc}/u, "").trim();
    const inLocale = RegExp(`^([+-]?)(\\d{1,3}(?:[${group}'’\\s]\\d{3})+|\\d+)(?:[${decimal}](\\d+))?$`);
    const [, sign, whole, fraction] = inLocale.exec(bare) ?? [];
    if (whole === undefined) return bare;
    return sign + whole.replace(/\D/g, "") + (fraction ? `.${fraction}` : "");
  };

  // The three cells of the first pasted row that has numbers, an id before them left out, and what was passed over.
  const readRow = (text) => {
    const rows = text.trim().split(/\r?\n/).filter((row) => /\d/.test(row));
    const cells = (rows[0] ?? "").split(/[\t;]/).map((cell) => cell.trim());
    if (cells.length !== 3 && cells.length !== 4) return { problem: "Paste one row of three cells: recency, frequency, monetary." };
    return { cells: cells.slice(-3), problem: rows.length > 1 ? `The first of ${rows.length} rows is shown.` : "" };
  };

  return { plainNumber, readMetric, readRow, reasonOf, scoreCustomer };
})();
