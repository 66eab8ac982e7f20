/* Corrections: the buttons below the active record, what they do, and the form in which its fields are edited. */
const edit = (() => {
  let bench = null;
  let form = null;
  let field = null; // the control that selected words go into

  records.listen((ref, places) => {
    if (bench) bench.remove();
    bench = null;
    if (ref === null) return;
    const element = records.find(ref);
    bench = make("div", { class: "bench", role: "group", "aria-label": "Correct this record" }, ...buttons(ref, places));
    if (!bench.childNodes.length) return;
    const nested = element.querySelector(":scope > .clauses, :scope > .vote");
    element.insertBefore(bench, nested);
  });

  function buttons(ref, places) {
    const out = [];
    if (places) out.push(make("button", { type: "button", class: "to-text", onclick: () => (pane("text"), records.reveal()) }, "Show in the text"));
    const button = (words, act, key) => out.push(make("button", { type: "button", onclick: act, ...(key ? { "aria-keyshortcuts": key } : {}) }, words));
    if (can(ref, "accept")) button(isCheck(ref) ? "Checked" : "Accept", () => accept(ref), "a");
    if (can(ref, "reject")) button("Reject", () => reject(ref), "x");
    if (can(ref, "edit")) button("Edit", () => open(ref), "e");
    const sentence = missed(ref);
    if (sentence) {
      for (const section of ["decisions", "actions", "motions", "declarations"]) {
        button(`Add as ${CALLED[section].toLowerCase()}`, () => adding.add(section, sentence));
      }
    }
    if (store.status(ref) || store.isAdded(ref)) button(store.isAdded(ref) ? "Remove" : "Take back", () => takeBack(ref), "z");
    if (places > 1) button(`Next of ${places} places`, () => records.nextPlace(), "n");
    return out;
  }

  const missed = (ref) => (ref.startsWith("u") ? data.missed[Number(ref.slice(1)) - 1] : null);

  function can(ref, what) {
    if (isCheck(ref)) return what === "accept";
    const row = store.row(ref);
    if (!row) return false;
    if (store.isAdded(ref)) return what === "edit";
    return what !== "edit" || row.section !== "votes" || can(row.parent, "edit");
  }

  function accept(ref) {
    if (!can(ref, "accept")) return;
    store.setStatus(ref, "accepted");
    const open = new Set(records.toCheck().map((element) => element.dataset.ref));
    records.step(1, (next) => open.has(next) && !store.status(next) && !store.isAdded(next));
  }

  function reject(ref) {
    if (can(ref, "reject")) store.setStatus(ref, "rejected");
  }

  function takeBack(ref) {
    if (store.isAdded(ref)) {
      records.leave();
      store.remove(ref);
    } else if (store.status(ref)) store.reset(ref);
  }

  function open(ref) {
    const row = store.row(ref);
    if (!row || !can(ref, "edit")) return;
    if (row.section === "votes") return open(row.parent);
    close();
    if (records.active() !== ref) records.activate(ref);
    const element = records.find(ref);
    const values = { ...store.fields(ref), item: store.item(ref) };
    form = make("form", { class: "edit", novalidate: true, "aria-label": "Edit this record" }, ...forms.controls(row, values));
    form.append(
      make("p", { class: "doubt", role: "alert" }),
      make("div", { class: "buttons" },
        make("button", { class: "primary" }, "Keep"),
        make("button", { type: "button", onclick: () => close(true) }, "Cancel")),
    );
    form.addEventListener("submit", (event) => keep(event, ref));
    form.addEventListener("focusin", (event) => {
      if (event.target.matches("input, textarea")) field = event.target;
    });
    bench.after(form);
    form.querySelector("input, textarea, select").focus();
  }

  /** Keeps what the form says. What is not printed so is doubted once; the second time it is kept. */
  function keep(event, ref) {
    event.preventDefault();
    const row = store.row(ref);
    const values = forms.read(row, form);
    const doubts = forms.doubts(row, values);
    const words = doubts.map((doubt) => doubt.words).join(" ");
    const shown = form.querySelector(".doubt");
    if (doubts.some((doubt) => doubt.stops) || (doubts.length && shown.textContent !== `${words} Keep anyway?`)) {
      shown.textContent = doubts.some((doubt) => doubt.stops) ? words : `${words} Keep anyway?`;
      return;
    }
    close();
    store.edit(ref, values);
    records.activate(ref, { focus: true, light: false });
  }

  function close(refocus = false) {
    if (!form) return false;
    const element = form.closest("[data-ref]");
    form.remove();
    form = field = null;
    if (refocus) element.querySelector(".go").focus();
    adding.offer();
    return true;
  }

  return {
    accept,
    reject,
    open,
    close,
    takeBack,
    isOpen: () => form !== null,
    /** The name of the field that selected words can go into; null where there is none. */
    taking: () => (form && field ? field.closest("label").firstChild.textContent : null),
    take(words) {
      const several = ["roles", "owners", "vote.voters"].includes(field.name) && field.value;
      field.value = several ? `${field.value}\n${words}` : words;
      pane("records");
      field.focus();
    },
  };
})();
