/* The text: which records hold a word, where the words of a record stand, and which words are selected. */
const text = (() => {
  const pane = byId("text-pane");
  const body = byId("text");
  const pieces = [...body.querySelectorAll(".s")];
  const order = new Map(pieces.map((piece, index) => [piece, index]));
  const byRef = new Map();
  let lit = [];

  for (const piece of pieces) {
    for (const ref of refsOf(piece)) {
      if (!byRef.has(ref)) byRef.set(ref, []);
      byRef.get(ref).push(piece);
    }
  }

  function refsOf(piece) {
    return piece.dataset.r.split(" ");
  }

  /** The places of a record, each as the pieces that make it up. */
  function places(ref) {
    const out = [];
    let last = -2;
    for (const piece of byRef.get(ref) || []) {
      const at = order.get(piece);
      if (at === last + 1 && touch(pieces[last], piece)) out[out.length - 1].push(piece);
      else out.push([piece]);
      last = at;
    }
    return out;
  }

  /** No unmarked text stands between two pieces, one of which may begin a new sheet. */
  function touch(one, other) {
    let between = one.nextSibling;
    while (between && between.nodeName === "A") between = between.nextSibling;
    return between === other || (between === null && one.parentNode !== other.parentNode);
  }

  function dim() {
    for (const piece of lit) piece.classList.remove("lit", "wide");
    lit = [];
  }

  return {
    pane,
    body,
    places,
    dim,
    /** Lights the words of a record and brings place number `which` of them into sight. Returns how many there are. */
    light(ref, which = 0) {
      dim();
      const all = places(ref);
      const whole = (byRef.get(ref) || []).some((piece) => piece.classList.contains("item")) && ref.startsWith("i");
      lit = all.flat();
      for (const piece of lit) piece.classList.add("lit", ...(whole && !piece.classList.contains("item") ? ["wide"] : []));
      if (all.length) this.show(all[which % all.length][0], all[which % all.length].at(-1));
      return all.length;
    },
    /** Scrolls the pane, and nothing around it, unless the words are in sight. */
    show(first, last = first) {
      first.scrollIntoView({ block: "nearest" }); // lays out the sheet, without which no place is known
      const [box, frame] = [first.getBoundingClientRect(), pane.getBoundingClientRect()];
      const end = last.getBoundingClientRect().bottom;
      if (box.top >= frame.top + 24 && end <= frame.bottom - 72) return;
      pane.scrollTop += box.top - frame.top - Math.max(40, frame.height * 0.3);
    },
    /** The records that hold a piece, the narrowest first. */
    refsAt: (piece) => refsOf(piece).reverse(),
    /** The words that are selected in the text: folded, and where they start; or null. */
    selected() {
      const selection = document.getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0);
      if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
      const words = fold(range.toString());
      if (!words) return null;
      const before = document.createRange();
      before.setStart(body, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const lead = range.toString().search(/\S/);
      return { text: words, at: codePoints(before.toString()) + lead };
    },
    /** Does the text hold these words, white space folded? */
    holds(words) {
      this.folded ??= fold(body.textContent);
      return this.folded.includes(fold(words));
    },
  };
})();
