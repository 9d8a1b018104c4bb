// The circle of one thing: its neighbours on a ring around it, theirs on the next, as far as they are opened.

const [RING, WIDE_RING, NARROW] = [250, 1.15, 0.8];
const LINE_OF_RING = 34;
const CROWD_OF_RING = 24;

/** Rings of ids with the one each hangs on: as deep as asked, further where opened, not where closed. */
function ringsOf(focus, kept, { depth, opened, closed }) {
  const parent = new Map([[focus, null]]);
  const rings = [[focus]];
  while (rings.at(-1).length) {
    const next = [];
    for (const id of rings.at(-1)) {
      if (closed.has(id) || !(rings.length <= depth || opened.has(id))) continue;
      for (const edge of orderedEdges(id, kept)) {
        const other = across(edge, id);
        if (parent.has(other) || !kept.nodes.has(other)) continue;
        parent.set(other, id);
        next.push(other);
      }
    }
    rings.push(next);
  }
  return { rings: rings.slice(0, -1), parent };
}

const classOrder = Object.keys(data.words.classes);
const relationOrder = Object.keys(data.words.relations);

function orderedEdges(id, kept) {
  const rank = (edge) => [relationOrder.indexOf(edge.relation), classOrder.indexOf(nodes.get(across(edge, id)).class)];
  return edgesOf
    .get(id)
    .filter((edge) => kept.edges.has(edge.id))
    .sort((a, b) => {
      const [x, y] = [rank(a), rank(b)];
      return x[0] - y[0] || x[1] - y[1] || (daysOfThing(a)?.[0] ?? "").localeCompare(daysOfThing(b)?.[0] ?? "") || (a.id < b.id ? -1 : 1);
    });
}

/** A share of the turn for each id: every branch has as much of it as it has ends. */
function anglesOf(rings, parent) {
  const children = grouped(
    [...parent].filter(([, over]) => over !== null),
    ([, over]) => over,
  );
  const weight = new Map();
  for (const ring of [...rings].reverse()) {
    for (const id of ring)
      weight.set(
        id,
        Math.max(
          1,
          (children.get(id) ?? []).reduce((sum, [child]) => sum + weight.get(child), 0),
        ),
      );
  }
  const angles = new Map();
  const turn = (id, begin, width) => {
    angles.set(id, begin + width / 2);
    let at = begin;
    for (const [child] of children.get(id) ?? []) {
      const share = (width * weight.get(child)) / weight.get(id);
      turn(child, at, share);
      at += share;
    }
  };
  turn(rings[0][0], 0, 1);
  return angles;
}

/**
 * Where on a ring a share of the turn (0–1, from the top, clockwise) stands: even steps downwards instead of along the ring, so that
 * labels beside it lie in lines.
 */
function onRing(share, radius, stretch) {
  const right = share < 0.5;
  const down = -0.97 + 1.94 * (right ? 2 * share : 2 - 2 * share);
  return {
    x: Math.round((right ? stretch : -stretch) * radius * Math.sqrt(1 - down * down)),
    y: Math.round(radius * down),
    side: right ? "left" : "right",
  };
}

/** One name for each run of equal names around the middle; the others are there for whoever points at them. */
function quietNames(links, focus, angles) {
  const spokes = links.filter((edge) => edge.from === focus || edge.to === focus);
  const ordered = [...spokes].sort((a, b) => angles.get(across(a, focus)) - angles.get(across(b, focus)));
  const runs = ordered.reduce((found, edge) => {
    if (found.at(-1)?.[0].relation === edge.relation) found.at(-1).push(edge);
    else found.push([edge]);
    return found;
  }, []);
  return new Set(runs.map((run) => run[Math.floor(run.length / 2)].id));
}

/** The scene of a circle. */
function circleScene(focus, kept, options) {
  const { rings, parent } = ringsOf(focus, kept, options);
  const angles = anglesOf(rings, parent);
  const radii = [0];
  for (const ring of rings.slice(1)) radii.push(Math.round(Math.max(radii.at(-1) + RING, (ring.length * LINE_OF_RING) / 4)));
  const crowded = parent.size > CROWD_OF_RING;
  const stretch = crowded ? NARROW : WIDE_RING;
  const place = (id, ring) => {
    if (ring === 0) return { id, x: 0, y: 0 };
    const label = crowded ? [shortened(drawn.get(id).label.replace("\n", " "), 34)] : undefined;
    return { id, ...onRing(angles.get(id), radii[ring], stretch), label, only: crowded, over: parent.get(id) };
  };
  const links = data.edges.filter((edge) => kept.edges.has(edge.id) && parent.has(edge.from) && parent.has(edge.to));
  const spoken = crowded ? quietNames(links, focus, angles) : new Set(links.map((edge) => edge.id));
  return {
    nodes: rings.flatMap((ring, number) => ring.map((id) => place(id, number))),
    edges: links.map((edge) => ({
      ...edge,
      quiet: !spoken.has(edge.id),
      faint: parent.get(edge.from) !== edge.to && parent.get(edge.to) !== edge.from,
    })),
    rings: radii.slice(1).map((radius) => [stretch * radius, radius]),
    frame: radii.slice(-1).flatMap((radius) => [
      [-stretch * radius, -radius],
      [stretch * radius, radius],
    ]),
    named: true,
    table: () => circleTable(rings, parent, links),
  };
}

function circleTable(rings, parent, links) {
  const ringOf = new Map(rings.flatMap((ring, number) => ring.map((id) => [id, number])));
  const rows = links.map((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    const ring = Math.max(ringOf.get(from.id), ringOf.get(to.id));
    return {
      edge: edge.id,
      cells: [
        cell(figure(ring), { sort: ring }),
        cell(from.label, { node: from.id }),
        cell(relationWord(edge.relation, "verb"), { edge: edge.id }),
        cell(to.label, { node: to.id }),
        cell(whenWords(edge), { sort: daysOfThing(edge)?.[0] ?? "" }),
        cell(quoteOf(edge), { lang: "vi" }),
      ],
    };
  });
  return { columns: ["ring", "name", "relation", "target", "when", "quote"], rows: rows.sort((a, b) => a.cells[0].sort - b.cells[0].sort) };
}

/** Whether neighbours of a node are not in the picture yet. */
const hasMore = (id) => edgesOf.get(id).some((edge) => kept.edges.has(edge.id) && !scene.here.has(across(edge, id)));
