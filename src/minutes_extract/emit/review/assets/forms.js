/* Which fields each kind of record has, as form controls. Names and values are those of the gold format. */
const ITEM_KINDS = [
  "apologies", "declarations", "minutes", "urgent_business", "public_participation", "announcements", "election",
  "motion", "planning", "exclusion", "work_programme", "next_meeting", "report", "other",
];
const PUT = [
  { name: "moved_by", label: "Moved by", type: "person" },
  { name: "seconded_by", label: "Seconded by", type: "person" },
];
const VOTE = [
  { name: "vote.yes", label: "For", type: "count" },
  { name: "vote.no", label: "Against", type: "count" },
  { name: "vote.abstain", label: "Abstained", type: "count" },
  { name: "vote.method", label: "Method", type: ["unanimous", "recorded", "show_of_hands", "casting"] },
  { name: "vote.voters", label: "Voters, one on each line (Name: yes, no, abstain or absent)", type: "voters" },
];
const ITEM = { name: "item", label: "Item", type: "item" };
const TEXT = { name: "text", label: "Text, as printed", type: "long", must: true };

const FORMS = {
  people: [
    { name: "name", label: "Name", type: "printed" },
    { name: "title", label: "Title", type: "printed" },
    { name: "roles", label: "Posts, one on each line", type: "lines" },
    { name: "kind", label: "Kind", type: ["councillor", "co_optee", "officer", "other"] },
    { name: "attendance", label: "Attendance", type: ["present", "in_attendance", "apologies", "absent"] },
  ],
  items: [
    { name: "number", label: "Number", type: "printed" },
    { name: "title", label: "Title", type: "printed" },
    { name: "kind", label: "Kind", type: ITEM_KINDS },
    { name: "truncated", label: "Cut off by the page", type: "flag" },
  ],
  decisions: [ITEM, { name: "type", label: "Type", type: ["resolution", "recommendation", "none"], must: true }, ...PUT, ...VOTE],
  clauses: [{ name: "label", label: "Number or letter", type: "printed" }, TEXT, { name: "verb", label: "Verb", type: "word" }],
  motions: [
    ITEM,
    { name: "type", label: "Type", type: ["motion", "amendment"], must: true },
    TEXT,
    ...PUT,
    { name: "result", label: "Result", type: ["carried", "lost", "withdrawn"] },
    ...VOTE,
  ],
  actions: [
    ITEM,
    TEXT,
    { name: "owners", label: "Owners, one on each line", type: "lines" },
    { name: "due", label: "Due, as printed", type: "printed" },
    { name: "due_date", label: "Due date", type: "date" },
    { name: "explicit", label: "Marked as an action", type: "flag" },
  ],
  declarations: [
    ITEM,
    { name: "name", label: "Who", type: "person" },
    { name: "interest", label: "Interest", type: ["pecuniary", "non_pecuniary", "personal", "prejudicial", "other"] },
    { name: "withdrew", label: "Withdrew", type: "yes-no" },
  ],
  movements: [
    { name: "name", label: "Who", type: "person" },
    { name: "type", label: "What", type: ["arrived", "left", "returned"], must: true },
    { name: "time", label: "Time", type: "time" },
  ],
};

const forms = (() => {
  const INPUT = { date: "date", time: "time", count: "number" };

  function fieldsOf(row) {
    if (row.section !== "meeting") return FORMS[row.section] || [];
    const type = /date$/.test(row.ref) ? "date" : /time$/.test(row.ref) ? "time" : "printed";
    return [{ name: "value", label: "As printed", type }];
  }

  const SHORT = ["count", "date", "time", "flag", "yes-no", "word", "person"];
  const isShort = ({ type, name }) => Array.isArray(type) || SHORT.includes(type) || ["number", "label"].includes(name);

  const get = (values, name) => name.split(".").reduce((value, part) => value?.[part], values) ?? null;

  function options(list, value, must) {
    const out = must ? [] : [make("option", { value: "" }, "—")];
    return out.concat(list.map(([key, words]) => make("option", { value: key, selected: key === value }, words)));
  }

  function control({ type, name, must }, value) {
    if (Array.isArray(type)) return make("select", { name }, ...options(type.map((key) => [key, key.replaceAll("_", " ")]), value, must));
    if (type === "flag") return make("select", { name }, ...options([["no", "no"], ["yes", "yes"]], value ? "yes" : "no", true));
    if (type === "yes-no") return make("select", { name }, ...options([["yes", "yes"], ["no", "no"]], value === null ? "" : value ? "yes" : "no"));
    if (type === "item") return make("select", { name }, ...options(items(), value, true));
    if (type === "long") return make("textarea", { name }, value ?? "");
    if (type === "lines") return make("textarea", { name }, (value || []).join("\n"));
    if (type === "voters") return make("textarea", { name }, (value || []).map((one) => `${one.name}: ${one.option}`).join("\n"));
    const more = type === "person" ? { list: "names" } : type === "count" ? { min: 0, step: 1 } : {};
    return make("input", { name, type: INPUT[type] || "text", value: value ?? "", ...more });
  }

  function items() {
    const rows = store.section("items").sort((a, b) => a.at - b.at);
    return rows.map((row) => {
      const fields = store.fields(row.ref);
      return [row.ref, [fields.number, fields.title].filter(Boolean).join(" ").slice(0, 60) || row.ref];
    });
  }

  function value({ type }, raw) {
    const written = raw.trim();
    if (type === "flag") return written === "yes";
    if (type === "yes-no") return written ? written === "yes" : null;
    if (type === "count") return written ? Number.parseInt(written, 10) : null;
    if (type === "lines") return raw.split("\n").map(fold).filter(Boolean);
    if (type === "voters") return raw.split("\n").map(fold).filter(Boolean).map(voter);
    return fold(written) || null;
  }

  function voter(line) {
    const match = /^(.*?)\s*:\s*(yes|no|abstain|absent)$/i.exec(line);
    return match ? { name: match[1] || null, option: match[2].toLowerCase() } : { name: line, option: null };
  }

  return {
    fieldsOf,
    get,
    /** The labels with their controls, filled from `values`. */
    controls: (row, values) =>
      fieldsOf(row).map((field) => make("label", { class: isShort(field) ? "short" : "" }, field.label, control(field, get(values, field.name)))),
    /** What the form says, in the shape of the gold. A vote of which nothing is said is none. */
    read(row, form) {
      const out = {};
      for (const field of fieldsOf(row)) {
        const [group, part] = field.name.split(".");
        const said = value(field, form.elements.namedItem(field.name).value);
        if (part) (out[group] ??= {})[part] = said;
        else out[group] = said;
      }
      if (out.vote && Object.values(out.vote).every((one) => one === null || one.length === 0)) out.vote = null;
      return out;
    },
    /** Fields of printed words that do not stand in the text, and fields that must be filled. */
    doubts(row, values) {
      const out = [];
      for (const field of fieldsOf(row)) {
        const said = get(values, field.name);
        if (field.must && !said) out.push({ field, stops: true, words: `${field.label} is missing.` });
        else if (["printed", "long"].includes(field.type) && said && !text.holds(said)) {
          out.push({ field, stops: false, words: `${field.label}: these words do not stand in the text. Gold copies it letter for letter.` });
        }
      }
      return out;
    },
  };
})();
