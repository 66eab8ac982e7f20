/* Rows and corrections to the flat gold format that `make eval CORPUS=DIR` reads. Every row that was not rejected is in it. */
function gold() {
  const kept = (section) => store.section(section).filter((row) => store.status(row.ref) !== "rejected");
  const items = kept("items").sort((a, b) => a.at - b.at);
  const places = new Map(items.map((row, index) => [row.ref, index]));
  const renamed = renames();

  /** The index of the item that holds a row. What stood in a rejected item falls to the one before. */
  function place(row) {
    const item = store.item(row.ref);
    if (places.has(item)) return places.get(item);
    return items.reduce((last, one, index) => (one.at <= row.at ? index : last), items.length ? 0 : null);
  }

  const called = (name) => (renamed.has(name) ? renamed.get(name) : name);

  function vote(row, fields) {
    if (!fields.vote || store.status(`${row.ref}.vote`) === "rejected") return null;
    return { ...fields.vote, voters: (fields.vote.voters || []).map((one) => ({ ...one, name: called(one.name) })) };
  }

  /** The fields of a row, with the names that people have after correction. */
  function filled(row) {
    const fields = { ...store.fields(row.ref) };
    delete fields.item;
    for (const name of ["moved_by", "seconded_by"]) if (name in fields) fields[name] = called(fields[name]);
    if ("vote" in fields) fields.vote = vote(row, fields);
    if (fields.owners) fields.owners = fields.owners.map(called);
    return fields;
  }

  /** Rows inside items; without any item they have no home. */
  function business(section, more = () => ({})) {
    return kept(section)
      .map((row) => ({ item: place(row), ...filled(row), ...more(row) }))
      .filter((row) => row.item !== null);
  }

  const points = Map.groupBy(kept("clauses").sort((a, b) => a.at - b.at), (row) => row.parent);
  const clauses = (decision) => (points.get(decision.ref) || []).map((row) => store.fields(row.ref));
  const named = (row) => ({ name: called(store.fields(row.ref).name) });

  return {
    meeting: meeting(),
    people: kept("people").map((row) => store.fields(row.ref)),
    items: items.map(filled),
    decisions: business("decisions", (row) => ({ clauses: clauses(row) })),
    motions: business("motions"),
    actions: business("actions"),
    declarations: business("declarations", named),
    movements: kept("movements").map((row) => ({ ...filled(row), ...named(row) })),
  };
}

function meeting() {
  const facts = {};
  for (const row of store.section("meeting")) {
    facts[row.ref.slice("meeting.".length)] = store.status(row.ref) === "rejected" ? null : store.fields(row.ref).value;
  }
  const next = {};
  for (const name of ["date", "time", "location"]) {
    next[name] = facts[`next_meeting.${name}`] ?? null;
    delete facts[`next_meeting.${name}`];
  }
  return { ...facts, next_meeting: Object.values(next).some((value) => value !== null) ? next : null };
}

/** Old to new, of the people whose name was corrected: what they did and own goes by the new one. */
function renames() {
  const label = (fields) => fields.name || (fields.roles || [])[0] || null;
  const changed = new Map();
  for (const row of store.section("people")) {
    const [before, after] = [label(row.fields), label(store.fields(row.ref))];
    if (before !== after && before && after) changed.set(before, after);
  }
  return changed;
}
