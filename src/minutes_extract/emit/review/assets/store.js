/* What the record holds and what the person has made of it. Kept in the browser, under the digest of the document. */
const data = JSON.parse(byId("data").textContent);

const store = (() => {
  const rows = new Map();
  const listeners = [];
  let state = read();

  for (const row of data.rows) {
    rows.set(row.ref, row);
    for (const clause of row.fields.clauses || []) {
      rows.set(clause.ref, { ...clause, section: "clauses", parent: row.ref, item: row.item });
    }
    if (row.fields.vote) rows.set(`${row.ref}.vote`, { ref: `${row.ref}.vote`, section: "votes", parent: row.ref, fields: {} });
  }
  for (const row of state.added) rows.set(row.ref, row);

  function empty() {
    return { changes: {}, added: [], count: 0, unsaved: false };
  }

  function read() {
    try {
      return { ...empty(), ...JSON.parse(localStorage.getItem(data.key) || "{}") };
    } catch {
      return empty(); // storage is forbidden, or holds what this page did not write
    }
  }

  function changed(ref) {
    state.unsaved = true;
    write();
    for (const listener of listeners) listener(ref);
  }

  function write() {
    try {
      localStorage.setItem(data.key, JSON.stringify(state));
    } catch {
      // the corrections live as long as the page; leaving it asks first
    }
  }

  const own = (ref) => state.changes[ref] || {};

  return {
    rows,
    /** `listener(ref)` hears of each change; ref is null where all changed. */
    listen: (listener) => listeners.push(listener),
    row: (ref) => rows.get(ref),
    touched: () => Object.keys(state.changes),
    section: (name) => [...rows.values()].filter((row) => row.section === name),
    status: (ref) => own(ref).status || null,
    edits: (ref) => own(ref).fields || {},
    fields: (ref) => ({ ...(rows.get(ref) || {}).fields, ...own(ref).fields }),
    item: (ref) => (own(ref).fields || {}).item ?? (rows.get(ref) || {}).item,
    isAdded: (ref) => state.added.some((row) => row.ref === ref),
    added: () => state.added,
    isUnsaved: () => state.unsaved,
    counts() {
      const all = Object.values(state.changes);
      return {
        edited: all.filter((one) => one.fields).length,
        rejected: all.filter((one) => one.status === "rejected").length,
        added: state.added.filter((row) => row.section !== "clauses" || !this.isAdded(row.parent)).length,
      };
    },
    setStatus(ref, status) {
      state.changes[ref] = { ...own(ref), status };
      changed(ref);
    },
    edit(ref, fields) {
      const before = (rows.get(ref) || {}).fields || {};
      const differs = ([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify((name === "item" ? rows.get(ref).item : before[name]) ?? null);
      const edits = Object.fromEntries(Object.entries({ ...own(ref).fields, ...fields }).filter(differs));
      state.changes[ref] = { status: "accepted", ...(Object.keys(edits).length ? { fields: edits } : {}) };
      changed(ref);
    },
    add(row) {
      state.count += 1;
      const added = { item: null, ...row, ref: `x${state.count}` };
      state.added.push(added);
      rows.set(added.ref, added);
      changed(added.ref);
      return added.ref;
    },
    reset(ref) {
      delete state.changes[ref];
      changed(ref);
    },
    remove(ref) {
      const gone = (row) => row.ref === ref || row.parent === ref;
      for (const row of state.added.filter(gone)) {
        rows.delete(row.ref);
        delete state.changes[row.ref];
      }
      state.added = state.added.filter((row) => !gone(row));
      changed(ref);
    },
    saved() {
      state.unsaved = false;
      write();
      for (const listener of listeners) listener("");
    },
    forget() {
      for (const row of state.added) rows.delete(row.ref);
      state = empty();
      write();
      for (const listener of listeners) listener(null);
    },
  };
})();
