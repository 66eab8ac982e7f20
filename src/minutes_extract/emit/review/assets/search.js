/* Search: the matches are lit in the text, and only records with a match stay. */
const search = (() => {
  const [field, found] = [byId("query"), byId("found")];
  const buttons = [byId("previous-match"), byId("next-match")];
  const MOST = 5000; // matches that are lit; a single letter has more in a long document
  const canLight = typeof Highlight === "function" && CSS.highlights;
  let ranges = [];
  let at = -1;
  let nodes = null;

  /** The words as a pattern in which a space stands for any white space, a line end too. */
  function pattern() {
    const words = fold(field.value);
    if (!words) return null;
    const escaped = words.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replaceAll(" ", `[${SPACE}]+`);
    return new RegExp(escaped, "giu");
  }

  function textNodes() {
    if (nodes) return nodes;
    const walker = document.createTreeWalker(text.body, NodeFilter.SHOW_TEXT);
    nodes = { list: [], starts: [] };
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.list.push(node);
      nodes.starts.push(length);
      length += node.data.length;
    }
    nodes.whole = nodes.list.map((node) => node.data).join("");
    return nodes;
  }

  /** The text node that holds an offset, and the offset in it. */
  function point(offset) {
    const { list, starts } = textNodes();
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return [list[low], offset - starts[low]];
  }

  function rangeOf(match) {
    const range = document.createRange();
    range.setStart(...point(match.index));
    const [node, offset] = point(match.index + match[0].length - 1);
    range.setEnd(node, offset + 1);
    return range;
  }

  function run() {
    const wanted = pattern();
    ranges = [];
    at = -1;
    if (wanted) {
      for (const match of textNodes().whole.matchAll(wanted)) {
        if (ranges.push(rangeOf(match)) >= MOST) break;
      }
    }
    records.search(wanted && new RegExp(wanted.source, "iu"));
    if (canLight) CSS.highlights.set("found", new Highlight(...ranges));
    say();
    if (ranges.length) go(1, false);
    else if (canLight) CSS.highlights.delete("found-now");
  }

  function go(steps, focus = true) {
    if (!ranges.length) return;
    at = (at + steps + ranges.length) % ranges.length;
    if (canLight) CSS.highlights.set("found-now", new Highlight(ranges[at]));
    if (focus) pane("text");
    text.show(ranges[at].startContainer.parentElement);
    say();
  }

  function say() {
    const many = ranges.length === MOST ? `${MOST} or more` : ranges.length;
    found.textContent = !field.value.trim() ? "" : ranges.length ? `${at + 1} of ${many}` : "not in the text";
    for (const button of buttons) button.hidden = !ranges.length;
  }

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, data.characters > 300000 ? 400 : 120);
  });
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    go(1);
  });
  buttons[0].addEventListener("click", () => go(-1));

  return {
    focus: () => field.select(),
    clear() {
      const had = field.value !== "";
      field.value = "";
      clearTimeout(waiting);
      if (had) run();
      return had;
    },
  };
})();
