/* The index of a folder: sorts and searches its table. */
const table = byId("meetings");
const rows = [...table.tBodies[0].rows];
const heads = [...table.tHead.rows[0].cells];

function value(row, column) {
  return row.cells[column].dataset.value;
}

function sort(column) {
  const head = heads[column];
  const numbers = head.classList.contains("number");
  const before = head.getAttribute("aria-sort");
  const descending = before ? before === "ascending" : numbers || column === 0;
  const order = (a, b) => (numbers ? value(a, column) - value(b, column) : value(a, column).localeCompare(value(b, column)));
  rows.sort((a, b) => (descending ? order(b, a) : order(a, b)));
  for (const one of heads) one.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  table.tBodies[0].append(...rows);
}

for (const button of table.querySelectorAll("[data-sort]")) {
  button.addEventListener("click", () => sort(Number(button.dataset.sort)));
}

byId("query").addEventListener("input", (event) => {
  const wanted = fold(event.target.value).toLowerCase().split(" ").filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const words = row.textContent.toLowerCase();
    row.hidden = !wanted.every((word) => words.includes(word));
    count += row.hidden ? 0 : 1;
  }
  byId("found").textContent = wanted.length ? `${count} of ${rows.length}` : "";
});
