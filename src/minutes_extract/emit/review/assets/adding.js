/* Records that a person adds from selected words, and the bar below the text that offers it. */
const adding = (() => {
  const NEW = ["decisions", "actions", "motions", "declarations", "movements", "people", "items"];

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
    edit.open(shown);
  }

  function itemAt(at) {
    const before = store.section("items").filter((row) => row.at <= at).sort((a, b) => a.at - b.at);
    return before.length ? before.at(-1).ref : null;
  }

  const here = byId("here");
  const chip = (label, act, kind = "", pressed = null) =>
    make("button", { type: "button", class: `chip ${kind}`, onclick: act, "aria-pressed": pressed }, label);

  function offer() {
    const words = text.selected(); // kept for the buttons: a click on one may end the selection
    if (!words) {
      if (here.dataset.what === "words") here.hidden = true;
      return;
    }
    const choices = NEW.map((section) => chip(CALLED[section], () => add(section, words), KIND[section]));
    const active = store.row(records.active());
    const decision = active && (active.section === "decisions" ? active.ref : active.section === "clauses" ? active.parent : null);
    if (decision) choices.unshift(chip("Point of this decision", () => add("clauses", words, decision), "decision"));
    const label = edit.taking();
    if (label) choices.unshift(chip(`Put into “${label}”`, () => edit.take(words.text)));
    here.replaceChildren(make("span", {}, "Add the selected words as"), ...choices);
    here.dataset.what = "words";
    here.hidden = false;
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

  return { add, offer, hideBar: () => (here.hidden = true) };
})();
