/* The records: which one is active, which are shown, what was done to them. */
const records = (() => {
  const pane = byId("records");
  const inText = byId("text");
  const chips = [...document.querySelectorAll("[data-only]")];
  let only = new Set();
  let query = null;
  let active = null;
  let place = 0;
  const activated = [];

  const all = () => [...pane.querySelectorAll("[data-ref]")];
  const known = new Map(all().map((element) => [element.dataset.ref, element]));
  const link = (element) => element.querySelector(".go");
  const shown = () => all().filter((element) => !element.closest("[hidden], details:not([open])"));

  /** The element of a record; that of an added one may have been replaced since. */
  function find(ref) {
    if (!known.get(ref)?.isConnected) known.set(ref, pane.querySelector(`[data-ref="${CSS.escape(ref)}"]`));
    return known.get(ref);
  }

  function activate(ref, { focus = false, which = 0, light = true } = {}) {
    const element = find(ref);
    if (!element) return;
    leave();
    active = ref;
    place = which;
    element.closest("details")?.setAttribute("open", "");
    element.classList.add("active");
    link(element).setAttribute("aria-current", "true");
    const count = light ? text.light(ref, which) : text.places(ref).length;
    for (const hear of activated) hear(ref, count);
    if (focus) link(element).focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  function leave() {
    const before = active && find(active);
    if (before) {
      before.classList.remove("active");
      link(before).removeAttribute("aria-current");
    }
    active = null;
    text.dim();
    for (const hear of activated) hear(null, 0);
  }

  /** The record `steps` further on among those that are shown. */
  function step(steps, wanted = () => true) {
    const list = shown();
    const at = list.findIndex((element) => element.dataset.ref === active);
    const rest = steps > 0 ? list.slice(at + 1) : list.slice(0, Math.max(at, 0)).reverse();
    const next = rest.find((element) => wanted(element.dataset.ref));
    if (next) activate(next.dataset.ref, { focus: true });
    return Boolean(next);
  }

  function matches(element) {
    if (only.size && !only.has(element.dataset.kind)) return false;
    return !query || query.test(element.textContent);
  }

  /** Hides what the filter and the search leave out; a record stays when one inside it is wanted. */
  function sift() {
    const kinds = only.size ? only : new Set(chips.map((chip) => chip.dataset.only));
    for (const chip of chips) chip.setAttribute("aria-pressed", String(only.has(chip.dataset.only)));
    inText.className = [...kinds].map((kind) => `show-${kind}`).join(" ");
    const narrowed = Boolean(only.size || query);
    const list = all();
    const wanted = new Set(list.filter(matches));
    for (const element of list) element.hidden = !wanted.has(element) && !element.querySelector("[data-ref]");
    for (const element of list.filter((one) => one.querySelector("[data-ref]"))) {
      element.hidden = !wanted.has(element) && ![...element.querySelectorAll("[data-ref]")].some((inner) => wanted.has(inner));
    }
    for (const group of pane.querySelectorAll(".group")) sieve(group, narrowed);
    byId("nothing").hidden = list.some((element) => !element.hidden);
  }

  /** An item keeps its heading above what it holds; a group in which nothing is left goes. */
  function sieve(group, narrowed) {
    const left = [...group.querySelectorAll("[data-ref]")].filter((element) => !element.hidden);
    group.hidden = narrowed && !left.length;
    const heading = group.querySelector(".heading");
    if (heading && left.length) heading.hidden = false;
    for (const who of group.querySelectorAll(".who")) who.hidden = !who.querySelector("[data-ref]:not([hidden])");
  }

  return {
    pane,
    find,
    activate,
    leave,
    step,
    sift,
    active: () => active,
    /** `hear(ref, places)` when a record becomes active, `hear(null)` when it is let go. */
    listen: (hear) => activated.push(hear),
    nextPlace() {
      if (active) activate(active, { which: place + 1 });
    },
    /** Those that a person checks one by one: not the parts of others, not what was not found. */
    toCheck: () => all().filter((element) => !element.parentElement.closest("[data-ref]") && !element.querySelector(":scope > .go.missing")),
    /** Brings the words of the active record into sight, and the record. */
    reveal() {
      if (active) activate(active, { which: place });
    },
    /** Shows only records of a kind, or of those chosen before and this one; a second time takes the kind out again. */
    only(kind) {
      if (!only.delete(kind)) only.add(kind);
      sift();
    },
    /** Shows all kinds. Tells whether it did not before. */
    everything() {
      const narrowed = only.size > 0;
      only = new Set();
      if (narrowed) sift();
      return narrowed;
    },
    search(pattern) {
      query = pattern;
      sift();
    },
  };
})();
