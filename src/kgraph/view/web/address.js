// The address restores what is seen: `#official/…` for a node of the overview, else `#view=chain&focus=…&from=2024-01&…`.

const START = {
  view: VIEWS.includes(data.start?.view) ? data.start.view : "levels",
  focus: nodes.has(data.start?.focus) ? data.start.focus : null,
  depth: data.start?.depth ?? 1,
};

const keyOf = (id) => nodes.get(id).key;
const byKey = new Map(data.nodes.map((node) => [node.key, node.id]));
const idsOf = (text) =>
  text
    .split("|")
    .map((key) => byKey.get(key))
    .filter(Boolean);
const edgeKey = (edge) => (edge.pair ? `${keyOf(edge.from)}+${keyOf(edge.to)}` : `${keyOf(edge.from)} ${edge.relation} ${keyOf(edge.to)}`);
const month = (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? monthOf(`${text}-01`) : null);

/** The parts of an address, by name: how each is written (empty: left out) and read. */
const PARTS = {
  view: { write: () => (state.view === START.view ? "" : state.view), read: (text) => VIEWS.includes(text) && { view: text } },
  focus: { write: () => (state.focus ? keyOf(state.focus) : ""), read: (text) => byKey.has(text) && { focus: byKey.get(text) } },
  depth: { write: () => (state.depth === START.depth ? "" : state.depth), read: (text) => /^[1-3]$/.test(text) && { depth: Number(text) } },
  year: { write: () => (state.view === "year" ? (state.year ?? "") : ""), read: (text) => /^\d{4}$/.test(text) && { year: text } },
  opened: { write: () => [...state.opened].map(keyOf).join("|"), read: (text) => ({ opened: new Set(idsOf(text)) }) },
  closed: { write: () => [...state.closed].map(keyOf).join("|"), read: (text) => ({ closed: new Set(idsOf(text)) }) },
  node: { write: () => (state.node ? keyOf(state.node) : ""), read: (text) => byKey.has(text) && { node: byKey.get(text) } },
  edge: { write: () => (state.edge && lineOf(state.edge) ? edgeKey(lineOf(state.edge)) : ""), read: (text) => ({ edgeKey: text }) },
  as: { write: () => (state.as === "picture" ? "" : state.as), read: (text) => text === "table" && { as: text } },
  lang: {
    write: () => (state.language === data.lang ? "" : state.language),
    read: (text) => ["vi", "en"].includes(text) && { language: text },
  },
};

const names = (known) => (text) => new Set(text.split("|").filter((name) => known.has(name)));

const FILTER_PARTS = {
  without: { write: ({ classesOff }) => [...classesOff].join("|"), read: (text) => ({ classesOff: names(classesHere)(text) }) },
  not: { write: ({ relationsOff }) => [...relationsOff].join("|"), read: (text) => ({ relationsOff: names(relationsHere)(text) }) },
  place: { write: ({ place }) => (place ? keyOf(place) : ""), read: (text) => over.has(byKey.get(text)) && { place: byKey.get(text) } },
  from: { write: ({ from }) => (from === null ? "" : monthEdtf(from)), read: (text) => month(text) !== null && { from: month(text) } },
  to: { write: ({ to }) => (to === null ? "" : monthEdtf(to)), read: (text) => month(text) !== null && { to: month(text) } },
  sure: { write: ({ sure }) => sure || "", read: (text) => SURE.includes(Number(text)) && { sure: Number(text) } },
  source: { write: ({ source }) => source ?? "", read: (text) => sites.includes(text) && text !== "" && { source: text } },
};

const encoded = (value) => encodeURIComponent(String(value).toWellFormed?.() ?? String(value)).replaceAll("%2F", "/");
const shortAddress = (id) => `#${encodeURI(keyOf(id).toWellFormed?.() ?? keyOf(id))}`;

/** The address of the state. */
function address() {
  const found = [
    ...Object.entries(PARTS).map(([name, part]) => [name, part.write()]),
    ...Object.entries(FILTER_PARTS).map(([name, part]) => [name, part.write(state.filters)]),
  ];
  const said = found.filter(([, value]) => value !== "");
  if (said.length === 1 && said[0][0] === "node") return shortAddress(state.node);
  return said.length ? `#${said.map(([name, value]) => `${name}=${encoded(value)}`).join("&")}` : "";
}

function writeAddress(push) {
  const wanted = address();
  if (location.hash === wanted) return;
  history[push ? "pushState" : "replaceState"](null, "", wanted || location.pathname + location.search);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The state that an address asks for; what it does not say is as at the start, what makes no sense is left out. */
function stateOf(hash) {
  const found = {
    ...START,
    focus: null,
    year: null,
    opened: new Set(),
    closed: new Set(),
    node: null,
    edge: null,
    as: "picture",
    language: data.lang,
    filters: unfiltered(),
    rest: null,
  };
  if (hash.length <= 1) return { ...found, focus: START.focus };
  const short = data.nodes.find((node) => shortAddress(node.id) === hash);
  if (short) return { ...found, node: short.id };
  for (const part of hash.slice(1).split("&")) {
    const at = part.indexOf("=");
    const [name, text] = [part.slice(0, Math.max(0, at)), decoded(part.slice(at + 1))];
    Object.assign(found, own(PARTS, name)?.read(text) || {});
    Object.assign(found.filters, own(FILTER_PARTS, name)?.read(text) || {});
  }
  if ((found.filters.from === null) !== (found.filters.to === null)) Object.assign(found.filters, { from: null, to: null });
  return found;
}

/** The id of the edge or pair that an address names, in the scene as it is drawn now. */
const edgeNamed = (key) =>
  (scene.edges.find((edge) => edgeKey(edge) === key) ?? data.edges.find((edge) => edgeKey(edge) === key))?.id ?? null;
