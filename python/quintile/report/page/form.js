"use strict";

// The form "Try a customer": reads three fields and shows the score at every keystroke.
(() => {
  const form = document.getElementById("try-form");
  if (!form) return;
  const model = JSON.parse(document.getElementById("scoring-model").textContent);
  const fields = ["recency_days", "frequency", "monetary"].map((name) => form.elements[name]);
  const answer = document.getElementById("answer");
  const bar = document.getElementById("margin-bar");
  const query = document.querySelector("[data-answer-query]");
  const pasteProblem = document.getElementById("paste-problem");
  const twoDecimals = new Intl.NumberFormat(model.custom.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

  const plain = (field) => Quintile.plainNumber(field.value, model.custom);

  const show = (name, text) => {
    answer.querySelector(`[data-answer="${name}"]`).textContent = text;
  };

  const check = (field) => {
    const read = Quintile.readMetric(plain(field));
    const problem = document.getElementById(`${field.name}-problem`);
    if (problem.textContent !== (read.problem ?? "")) problem.textContent = read.problem ?? "";
    field.setAttribute("aria-invalid", read.problem ? "true" : "false");
    return read.units;
  };

  const sureness = ({ assignment_margin: margin, next_cluster_label: next }) => {
    if (next === null) return "There is no other cluster.";
    if (margin < 0.1) return `On the border: ${next} is almost as near.`;
    if (margin < 0.4) return `Fairly near the border to ${next}.`;
    return `Clear; next would be ${next}.`;
  };

  const update = () => {
    const units = fields.map(check);
    const known = units.every((value) => value !== undefined);
    answer.classList.toggle("unknown", !known);
    const scored = known ? Quintile.scoreCustomer(model, units) : {};
    if (known) scored.reason = Quintile.reasonOf(model, units);
    for (const name of ["cluster_label", "reason", "rfm_segment", "cluster_id", "r_score", "f_score", "m_score", "fm_score"]) {
      show(name, known ? scored[name] : "-");
    }
    show("next_cluster_label", known ? scored.next_cluster_label ?? "none" : "-");
    show("tier", known ? `${scored.marketing_tier} tier` : "-");
    show("recommended_action", known ? scored.recommended_action : "Three numbers are needed for an answer.");
    show("assignment_margin", known ? twoDecimals.format(scored.assignment_margin) : "-");
    show("sureness", known ? sureness(scored) : "");
    if (known) query.textContent = `select * from score_customer(${fields.map(plain).join(", ")})`;
    answer.dataset.tier = known ? scored.marketing_tier.toLowerCase() : "";
    bar.style.width = known ? `${100 * scored.assignment_margin}%` : "0";
  };

  // A text with tabs, line ends or semicolons is a row; anything else is pasted as usual.
  const paste = (event) => {
    const text = event.clipboardData.getData("text");
    pasteProblem.textContent = "";
    if (!/[\t;\n]/.test(text.trim())) return;
    event.preventDefault();
    const { cells, problem } = Quintile.readRow(text);
    pasteProblem.textContent = problem;
    if (!cells) return;
    cells.forEach((cell, place) => { fields[place].value = cell; });
    update();
  };

  form.addEventListener("paste", paste);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  update();
})();
