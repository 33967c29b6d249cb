"use strict";

// Saves a table as CSV and a chart as PNG. Cells carry their plain value where they are printed otherwise.
(() => {
  const RUN_BY_SPREADSHEETS = /^[\s']*[=+\-@]|^'/;

  const save = (name, url) => {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  };

  const plain = (cell) => {
    const value = cell.dataset.value ?? cell.textContent;
    const isText = !cell.classList.contains("number");
    const safe = isText && RUN_BY_SPREADSHEETS.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  const saveTable = (button) => {
    const { rows } = button.closest("details").querySelector("table");
    const lines = [...rows].map((row) => [...row.cells].map(plain).join(","));
    // Without the mark, Excel reads UTF-8 as the code page of its machine.
    const url = URL.createObjectURL(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
    save(`${button.dataset.savesTable}.csv`, url);
    URL.revokeObjectURL(url);
  };

  const saveChart = async (button) => {
    const id = button.dataset.savesChart;
    const element = document.getElementById(`chart-${id}`);
    const { width, height } = element._fullLayout;
    save(`${id}.png`, await Plotly.toImage(element, { format: "png", width, height, scale: 2 }));
  };

  for (const button of document.querySelectorAll("[data-saves-table]")) {
    button.addEventListener("click", () => saveTable(button));
  }
  for (const button of document.querySelectorAll("[data-saves-chart]")) {
    button.addEventListener("click", () => saveChart(button));
  }
})();
