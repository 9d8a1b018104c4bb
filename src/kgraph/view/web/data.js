// What the page knows: the data block looked up by id, and the state of the reader.
// Names from articles are never keys of plain objects: one of them might be "__proto__".

const data = unpacked(JSON.parse(document.getElementById("data").textContent));
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const edges = new Map(data.edges.map((edge) => [edge.id, edge]));
const drawn = new Map(data.drawing.nodes.map((node) => [node.id, node]));
const edgesOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of data.edges) {
  edgesOf.get(edge.from).push(edge);
  edgesOf.get(edge.to).push(edge);
}

/** No filter at all. Months count from year 0; `source` is the address of a site. */
const unfiltered = () => ({ classesOff: new Set(), relationsOff: new Set(), place: null, from: null, to: null, sure: 0, source: null });

const state = {
  language: data.lang,
  view: "levels",
  focus: null,
  depth: 1,
  year: null,
  opened: new Set(),
  closed: new Set(),
  as: "picture",
  node: null,
  edge: null,
  hovered: null,
  filters: unfiltered(),
};

const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

/** The other end of an edge. */
const across = (edge, id) => (edge.from === id ? edge.to : edge.from);

/** The values that stand under each key, in the order in which they come. */
function grouped(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (groups.has(key)) groups.get(key).push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const byLabel = (a, b) => a.label.localeCompare(b.label, "vi");
