// Overviews: everything at the places that were computed before, by level, by community or by day.

const layoutOf = (view) => own(data.layouts, view);

/** A scene of all that passes: where `view` has no place for a node, the node is left out. */
function overviewScene(view, kept) {
  const layout = layoutOf(view);
  const at = layout?.at ?? data.drawing.nodes.map(({ x, y }) => [x, y]);
  const placed = data.nodes.flatMap((node, i) => (kept.nodes.has(node.id) && at[i] ? [{ id: node.id, x: at[i][0], y: at[i][1] }] : []));
  const here = new Set(placed.map(({ id }) => id));
  return {
    nodes: placed,
    edges: data.edges.filter((edge) => kept.edges.has(edge.id) && here.has(edge.from) && here.has(edge.to)),
    bands: layout?.bands ?? [],
    ticks: (layout?.ticks ?? []).map((tick) => ({ x: tick.x, label: dateWords(tick.edtf) })),
    hulls: view === "communities",
    left: kept.nodes.size - here.size,
    table: () => thingTable(placed.map(({ id }) => nodes.get(id))),
  };
}

const levelWords = (node) => (node.level ? word("levels", node.level) : "");
const placeWords = (node) => nodes.get(unitOf(node))?.label ?? "";

/** The table of some nodes: what they are, where, when, and how much they have to do with others. */
function thingTable(things) {
  return {
    columns: ["name", "class", "level", "place", "when", "degree"],
    rows: things.map((node) => ({
      node: node.id,
      cells: [
        cell(node.label, { node: node.id }),
        cell(word("classes", node.class)),
        cell(levelWords(node)),
        cell(placeWords(node), { lang: "vi" }),
        cell(whenWords(node), { sort: daysOfThing(node)?.[0] ?? "" }),
        cell(figure(node.degree), { sort: node.degree }),
      ],
    })),
  };
}

/** One cell: its text, what it is sorted by, and which node or edge it opens. */
const cell = (text, more = {}) => ({ text, sort: text, ...more });
