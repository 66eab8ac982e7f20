/* What a person sees of corrections: what became of each record, and cards for the added ones. */
const KIND = {
  decisions: "decision", clauses: "decision", actions: "action", motions: "motion", declarations: "declaration",
  movements: "movement", people: "person", items: "item",
};
const CALLED = {
  decisions: "Decision", clauses: "Point", actions: "Action", motions: "Motion", declarations: "Interest",
  movements: "Coming or going", people: "Person", items: "Item",
};
/** Warnings and sentences that no record claims: they are looked at, and no part of the gold. */
const isCheck = (ref) => /^[wu]\d+$/.test(ref);

{
  /** Where the card of an added record goes: into its decision, with its item, or to the people. */
  function home(row) {
    if (row.parent) return records.find(row.parent);
    const kept = { people: "people", movements: "movements" }[row.section];
    if (kept) return records.pane.querySelector(`[data-section="${kept}"]`);
    const items = [...records.pane.querySelectorAll("[data-home]")];
    return items.find((group) => group.dataset.home === row.item) || items.at(-1) || records.pane;
  }

  function card(row) {
    const old = records.find(row.ref);
    const kind = KIND[row.section];
    const fresh = make("article", { class: `rec ${kind} added`, "data-ref": row.ref, "data-kind": kind },
      make("p", { class: "label" }, `${CALLED[row.section]} `, make("span", { class: "tag" }, "added")),
      make("p", { class: "go words", tabindex: "-1" }, summary(row)));
    if (old) {
      for (const inner of old.querySelectorAll(":scope > [data-ref], :scope > .bench")) fresh.append(inner);
      if (old.classList.contains("active")) fresh.classList.add("active");
      old.replaceWith(fresh);
    } else home(row).append(fresh);
  }

  function summary(row) {
    const fields = store.fields(row.ref);
    const said = Object.entries(fields).filter(([name, value]) => !["text", "item"].includes(name) && value !== null && value !== false && String(value) !== "");
    const rest = said.map(([name, value]) => `${name.replaceAll("_", " ")}: ${words(value)}`).join(" · ");
    return [fields.text, rest].filter(Boolean).join(" — ");
  }

  function words(value) {
    if (value === null || value === undefined || value === "" || value.length === 0) return "nothing";
    if (Array.isArray(value)) return value.map(words).join(", ");
    if (typeof value === "object") return Object.entries(value).filter(([, one]) => one !== null && one.length !== 0).map(([name, one]) => `${name} ${words(one)}`).join(" ");
    return value === true ? "yes" : value === false ? "no" : String(value).replaceAll("_", " ");
  }

  const SAID = { accepted: "✓ accepted", rejected: "✗ rejected" };

  function paint(ref) {
    const element = records.find(ref);
    if (!element) return;
    for (const old of element.querySelectorAll(":scope > .status, :scope > .changes")) old.remove();
    const status = store.status(ref);
    element.classList.toggle("accepted", status === "accepted");
    element.classList.toggle("rejected", status === "rejected");
    const edits = Object.entries(store.edits(ref));
    if (status) {
      const said = edits.length ? "✎ corrected" : isCheck(ref) ? "✓ checked" : SAID[status];
      element.prepend(make("span", { class: "status" }, said));
    }
    if (edits.length && !store.isAdded(ref)) {
      const before = store.row(ref).fields;
      const lines = edits.map(([name, value]) =>
        make("div", {}, make("dt", {}, `${name.replaceAll("_", " ")}: `), make("dd", {}, make("del", {}, words(before[name])), " ", make("ins", {}, words(value)))));
      element.insertBefore(make("dl", { class: "changes" }, ...lines), element.querySelector(":scope > .bench"));
    }
  }

  function repaint(ref) {
    if (ref === null || !store.row(ref)) removeGone();
    for (const row of store.added()) if (ref === null || ref === row.ref) card(row);
    if (ref !== null) paint(ref);
    else for (const element of [...records.pane.querySelectorAll(".accepted, .rejected")]) paint(element.dataset.ref);
    if (ref && records.active() === ref && !edit.isOpen()) records.activate(ref, { light: false });
  }

  function removeGone() {
    for (const element of records.pane.querySelectorAll(".added")) if (!store.row(element.dataset.ref)) element.remove();
  }

  store.listen((ref) => {
    if (ref !== "") repaint(ref);
  });
  for (const row of store.added()) card(row);
  for (const ref of store.touched()) paint(ref);
}
