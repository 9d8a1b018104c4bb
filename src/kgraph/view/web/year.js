// A district's year: the events held in a unit and the documents issued there, along the months.

const MONTH = 230;
const STEP = 74;

const yearsOf = (node) => {
  const days = daysOfThing(node);
  return days && DATED.has(node.class) ? [days[0].slice(0, 4), days[1].slice(0, 4)] : [];
};

/** The dated things of a unit and of all that lies within it. */
const datedIn = (unit) => data.nodes.filter((node) => DATED.has(node.class) && isIn(node, unit) && daysOfThing(node));

/** The years in which a unit has dated things, each with how many. */
function yearCounts(unit) {
  const counts = counted(datedIn(unit).flatMap((node) => [...new Set(yearsOf(node))]));
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const fullestYear = (unit) => [...yearCounts(unit)].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1))[0]?.[0] ?? null;

/** The month (1–12) of a thing in a year; 13 where only the year is known. */
function monthIn(node, year) {
  const [first, last] = daysOfThing(node);
  if (first.slice(0, 7) === last.slice(0, 7) && first.startsWith(year)) return Number(first.slice(5, 7));
  const long = Date.parse(last) - Date.parse(first) > 100 * 864e5;
  return long ? 13 : first.startsWith(year) ? Number(first.slice(5, 7)) : Number(last.slice(5, 7));
}

/** The scene of a unit's year: months from left to right, days from top to bottom, documents above the line, events below. */
function yearScene(unit, year, kept) {
  const shown = datedIn(unit).filter((node) => kept.nodes.has(node.id) && yearsOf(node).includes(year));
  const day = (node) => daysOfThing(node)[0];
  const stacks = grouped(
    shown.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : byLabel(a, b))),
    (node) => `${monthIn(node, year)} ${node.class === "Event" ? "below" : "above"}`,
  );
  const placed = [...stacks].flatMap(([key, members]) => {
    const [month, side] = key.split(" ");
    const sign = side === "below" ? 1 : -1;
    return members.map((node, row) => ({ id: node.id, x: (Number(month) - 1) * MONTH, y: sign * (60 + row * STEP), label: yearLabel(node) }));
  });
  const here = new Set(placed.map(({ id }) => id));
  const links = data.edges.filter((edge) => kept.edges.has(edge.id) && here.has(edge.from) && here.has(edge.to));
  const months = Array.from({ length: placed.some(({ x }) => x === 12 * MONTH) ? 13 : 12 }, (_, i) => i);
  return {
    nodes: placed,
    edges: links.map((edge) => ({ ...edge, name: hopName(edge) })),
    ticks: months.map((i) => ({ x: i * MONTH, label: i === 12 ? word("views", "month_unknown") : word("dates", "month", i + 1, year) })),
    frame: months.flatMap((i) => [[i * MONTH, 0]]),
    axis: true,
    table: yearTable(shown),
  };
}

const yearLabel = (node) => [whenWords(node), ...drawn.get(node.id).label.split("\n")];

function yearTable(shown) {
  const rows = shown.map((node) => {
    const issuer = issuerOf(node);
    return {
      node: node.id,
      cells: [
        cell(whenWords(node), { sort: daysOfThing(node)[0] }),
        cell(node.label, { node: node.id }),
        cell(word("classes", node.class)),
        cell(issuer?.label ?? "", { node: issuer?.id, lang: "vi" }),
        cell(placeWords(node), { lang: "vi" }),
        cell(figure(peopleAt(node.id).length), { sort: peopleAt(node.id).length }),
      ],
    };
  });
  return { columns: ["when", "name", "class", "issuer", "place", "people"], rows };
}
