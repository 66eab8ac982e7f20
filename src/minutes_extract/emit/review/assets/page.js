/* Ties it together: clicks, keys, filter, dialogs, downloads. */
const [help, downloads] = [byId("help"), byId("downloads")];
const plural = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

function progress() {
  const all = records.toCheck();
  const done = all.filter((element) => store.status(element.dataset.ref)).length;
  byId("progress").textContent = `${done} of ${all.length} checked${store.isUnsaved() ? " · not downloaded" : ""}`;
  return [done, all.length];
}

function describe() {
  const [done, all] = progress();
  const { edited, rejected, added } = store.counts();
  warn(false);
  byId("forget").hidden = !store.touched().length && !store.added().length;
  byId("state").textContent =
    `${plural(edited, "record")} corrected, ${rejected} rejected, ${added} added. ` +
    (done < all ? `${plural(all - done, "record")} nobody has checked go into the gold file as they are.` : "Everything has been checked.");
}

function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// Filter and search ---------------------------------------------------------------------------------------------------

for (const button of document.querySelectorAll("[data-only]")) {
  button.addEventListener("click", () => records.only(button.dataset.only));
}

// Records and panes ---------------------------------------------------------------------------------------------------

records.pane.addEventListener("click", (event) => {
  const link = event.target.closest(".go");
  const element = event.target.closest("[data-ref]");
  if (!element || event.target.closest(".bench, .edit")) return;
  if (link) event.preventDefault();
  else if (!document.getSelection().isCollapsed) return; // someone copies words out of a record
  records.activate(element.dataset.ref, { focus: Boolean(link) });
});

for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => {
    pane(button.dataset.show);
    records.reveal();
  });
}

// Keys ----------------------------------------------------------------------------------------------------------------

const KEYS = {
  j: () => records.step(1),
  k: () => records.step(-1),
  n: () => records.nextPlace(),
  a: () => edit.accept(records.active() || ""),
  x: () => edit.reject(records.active() || ""),
  e: () => edit.open(records.active() || ""),
  z: () => edit.takeBack(records.active() || ""),
  "/": () => search.focus(),
  "?": () => help.showModal(),
};

function escape() {
  adding.hideBar();
  return edit.close(true) || search.clear() || records.everything() || records.leave();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    escape();
    return;
  }
  if (event.target.matches("input, select, textarea") || !byId("keys-on").checked || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

// Dialogs -------------------------------------------------------------------------------------------------------------

byId("help-button").addEventListener("click", () => help.showModal());
byId("download").addEventListener("click", () => {
  describe();
  downloads.showModal();
});
byId("save-gold").addEventListener("click", () => {
  download(`${data.name}.gold.json`, `${JSON.stringify(gold(), null, 2)}\n`, "application/json");
  store.saved();
});
byId("save-text").addEventListener("click", () => download(`${data.name}.txt`, text.body.textContent, "text/plain"));
byId("forget").addEventListener("click", (event) => {
  const sure = event.target.dataset.sure;
  warn(!sure);
  if (!sure) return;
  records.leave();
  store.forget();
  describe();
});

/** Forgetting asks once more. */
function warn(sure) {
  byId("forget").textContent = sure ? "Forget all: are you sure?" : "Forget all corrections";
  byId("forget").dataset.sure = sure ? "yes" : "";
}

window.addEventListener("beforeunload", (event) => {
  if (store.isUnsaved()) event.preventDefault();
});

store.listen(progress);
records.sift();
progress();
document.body.classList.add("live");
