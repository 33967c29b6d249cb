"use strict";

// Draws the charts whose data and layout are in the page as JSON.
(() => {
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const phone = window.matchMedia("(max-width: 560px)");
  const config = { displayModeBar: false, responsive: true };

  const elementOf = (id) => document.getElementById(`chart-${id}`);

  const layoutOf = ({ layout, narrow }) => {
    const wanted = structuredClone(layout);
    if (!phone.matches) return wanted;
    for (const [name, value] of Object.entries(narrow)) {
      wanted[name] = typeof value === "object" ? { ...wanted[name], ...value } : value;
    }
    return wanted;
  };

  // With a view box, the style sheet can fit a drawing to paper.
  const frame = (element) => {
    const { width, height } = element._fullLayout;
    element.style.setProperty("--shape", `${width} / ${height}`);
    for (const svg of element.querySelectorAll(".main-svg")) {
      svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    }
  };

  const draw = async (id) => {
    const element = elementOf(id);
    const layout = layoutOf(charts[id]);
    element.style.minHeight = `${layout.height}px`;
    await Plotly.react(element, structuredClone(charts[id].data), layout, config);
    frame(element);
    element.removeAllListeners("plotly_afterplot");
    element.on("plotly_afterplot", () => frame(element));
  };

  const fill = (table, rows) => {
    const classes = [...table.tHead.rows[0].cells].map((cell) => cell.className);
    const lines = rows.map((row) => {
      const line = document.createElement("tr");
      row.forEach(([text, value], column) => {
        const cell = line.insertCell();
        cell.textContent = text;
        if (value !== null) cell.dataset.value = value;
        cell.className = classes[column];
      });
      return line;
    });
    table.tBodies[0].replaceChildren(...lines);
  };

  const choose = (select) => {
    const id = select.dataset.chooses;
    const { trace, rows, summary } = charts[id].choices[select.selectedIndex];
    charts[id].data = [trace];
    const title = elementOf(id).closest("figure").querySelector("figcaption").textContent;
    elementOf(id).setAttribute("aria-label", `${title}: ${summary}`);
    fill(select.closest(".exhibit").querySelector("table"), rows);
    return draw(id);
  };

  const drawAll = () => Promise.all(Object.keys(charts).map(draw));

  for (const select of document.querySelectorAll("[data-chooses]")) {
    select.addEventListener("change", () => choose(select));
  }
  phone.addEventListener("change", drawAll);
  drawAll().then(() => document.body.classList.add("drawn"));
})();
