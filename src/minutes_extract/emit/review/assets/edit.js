/* Corrections on the page: the buttons below the active record, its form, and records that a person adds. */
const edit = (() => {
  const NEW = [
    ["decisions", "Decision"], ["actions", "Action"], ["motions", "Motion"], ["declarations", "Interest"],
    ["movements", "Coming or going"], ["people", "Person"], ["items", "Item"],
  ];
  const KIND = {
    decisions: "decision", clauses: "decision", actions: "action", motions: "motion", declarations: "declaration",
    movements: "movement", people: "person", items: "item",
  };
  const CALLED = Object.fromEntries([...NEW, ["clauses", "Point"]]);
  let bench = null;
  let form = null;
  let field = null; // the control that selected words go into
  let chosen = null;

  // The buttons below the active record -------------------------------------------------------------------------------

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
    if (sentence) for (const [section, label] of NEW.slice(0, 4)) button(`Add as ${label.toLowerCase()}`, () => add(section, sentence));
    if (store.status(ref) || store.isAdded(ref)) button(store.isAdded(ref) ? "Remove" : "Take back", () => takeBack(ref), "z");
    if (places > 1) button(`Next of ${places} places`, () => records.nextPlace(), "n");
    return out;
  }

  const isCheck = (ref) => /^[wu]\d+$/.test(ref);
  const missed = (ref) => (ref.startsWith("u") ? data.missed[Number(ref.slice(1)) - 1] : null);

  function can(ref, what) {
    if (isCheck(ref)) return what === "accept";
    const row = store.row(ref);
    if (!row) return false;
    if (store.isAdded(ref)) return what === "edit";
    return what !== "edit" || row.section !== "votes" || can(row.parent, "edit");
  }

  // What is done to a record ------------------------------------------------------------------------------------------

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
    offer();
    return true;
  }

  // Records that a person adds ----------------------------------------------------------------------------------------

  /** What a new record holds, from its words in the text. */
  function fresh(section, words) {
    if (section === "people") return { name: words, title: null, roles: [], kind: null, attendance: null };
    if (section === "items") return { number: null, title: words, kind: "other", truncated: false };
    if (section === "decisions") return { type: "resolution", moved_by: null, seconded_by: null, vote: null };
    if (section === "clauses") return { label: null, text: words, verb: null };
    if (section === "motions") return { type: "motion", text: words, moved_by: null, seconded_by: null, result: null, vote: null };
    if (section === "actions") return { text: words, owners: [], due: null, due_date: null, explicit: false };
    if (section === "declarations") return { name: words, interest: null, withdrew: null };
    return { name: words, type: "left", time: null };
  }

  function add(section, { text: words, at }, parent = null) {
    const ref = store.add({ section, item: parent ? store.item(parent) : itemAt(at), at, parent, fields: fresh(section, words) });
    const shown = section === "decisions" ? store.add({ section: "clauses", parent: ref, at, fields: fresh("clauses", words) }) : ref;
    document.getSelection().removeAllRanges();
    pane("records");
    records.everything();
    records.activate(shown, { light: false });
    open(shown);
  }

  function itemAt(at) {
    const before = store.section("items").filter((row) => row.at <= at).sort((a, b) => a.at - b.at);
    return before.length ? before.at(-1).ref : null;
  }

  /** Where the card of an added record goes. */
  function home(row) {
    if (row.parent) return records.find(row.parent);
    const item = row.section !== "people" && row.section !== "movements" && row.section !== "items" && row.item;
    const group = item && records.pane.querySelector(`[data-home="${CSS.escape(item)}"]`);
    return group || records.pane.querySelector(`[data-section="${row.section === "movements" ? "movements" : "people"}"]`);
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

  // What a person sees of corrections ---------------------------------------------------------------------------------

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
    if (ref && records.active() === ref && !form) records.activate(ref, { light: false });
  }

  function removeGone() {
    for (const element of records.pane.querySelectorAll(".added")) if (!store.row(element.dataset.ref)) element.remove();
  }

  store.listen((ref) => {
    if (ref !== "") repaint(ref);
  });
  for (const row of store.added()) card(row);
  for (const ref of store.touched()) paint(ref);

  // The bar below the text: the records at a word, or what to do with selected words ------------------------------------

  const here = byId("here");
  const chip = (label, act, kind = "", pressed = null) =>
    make("button", { type: "button", class: `chip ${kind}`, onclick: act, "aria-pressed": pressed }, label);

  function offer() {
    chosen = text.selected();
    if (!chosen) {
      if (here.dataset.what === "words") here.hidden = true;
      return;
    }
    const words = chosen; // as they are now: a click on a button may end the selection
    const choices = NEW.map(([section, label]) => chip(label, () => add(section, words), KIND[section]));
    const active = store.row(records.active());
    const decision = active && (active.section === "decisions" ? active.ref : active.section === "clauses" ? active.parent : null);
    if (decision) choices.unshift(chip("Point of this decision", () => add("clauses", words, decision), "decision"));
    if (form && field) {
      const label = field.closest("label").firstChild.textContent;
      choices.unshift(chip(`Put into “${label}”`, () => put(words.text), "primary"));
    }
    here.replaceChildren(make("span", {}, "Add the selected words as"), ...choices);
    here.dataset.what = "words";
    here.hidden = false;
  }

  function put(words) {
    field.value = field.matches("[name$=s]") && field.value ? `${field.value}\n${words}` : words;
    pane("records");
    field.focus();
  }

  /** The records at a word, the narrowest first; the same word again goes on to the next wider one. */
  function at(piece) {
    const refs = text.refsAt(piece).filter((ref) => records.find(ref));
    if (!refs.length) return;
    const next = refs[(refs.indexOf(records.active()) + 1) % refs.length];
    records.everything();
    records.activate(next);
    const chips = refs.map((ref) => {
      const element = records.find(ref);
      const label = fold(element.querySelector(".go").textContent).slice(0, 40) || "Record";
      return chip(label, () => choose(ref), element.classList[1], String(ref === next));
    });
    here.replaceChildren(make("span", {}, "Here:"), ...chips.reverse());
    here.dataset.what = "records";
    here.hidden = false;
  }

  function choose(ref) {
    here.hidden = true;
    pane("records");
    records.activate(ref, { focus: true });
  }

  document.addEventListener("selectionchange", offer);
  text.body.addEventListener("click", (event) => {
    const piece = event.target.closest(".s");
    if (piece && document.getSelection().isCollapsed) at(piece);
  });

  return { accept, reject, open, close, takeBack, hideBar: () => (here.hidden = true) };
})();
