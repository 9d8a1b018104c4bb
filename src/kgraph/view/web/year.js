// A district's year: the events held in a unit and the documents issued there, along the months.

const [PLACE, LABEL, FULL, EMPTY, WIDE] = [300, 170, 52, 30, 3];

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

const monthName = (month, year) =>
  month === 13
    ? word("views", "whole_year")
    : new Intl.DateTimeFormat(locale(), { month: "long", timeZone: "UTC" }).format(Date.UTC(Number(year), month - 1, 1));

/** Places for a year: a band for each month, from top to bottom, with its things by day in lines from left to right. */
function yearPlaces(shown, year) {
  const months = grouped(shown, (node) => monthIn(node, year));
  const wide = Math.max(WIDE, Math.ceil(Math.sqrt(shown.length / 3)));
  const [places, bands] = [[], []];
  let top = 0;
  for (let month = 1; month <= (months.has(13) ? 13 : 12); month += 1) {
    const found = months.get(month) ?? [];
    const lines = Math.ceil(found.length / wide);
    found.forEach((node, i) =>
      places.push({
        id: node.id,
        x: (i % wide) * PLACE,
        y: top + 28 + Math.floor(i / wide) * FULL,
        label: yearLabel(node),
        side: "left",
        only: true,
      }),
    );
    const bottom = top + (lines ? lines * FULL : EMPTY);
    bands.push({ label: { vi: monthName(month, year), en: monthName(month, year) }, box: [0, top, (wide - 1) * PLACE + LABEL, bottom] });
    top = bottom;
  }
  return { places, bands };
}

/** The scene of a unit's year. */
function yearScene(unit, year, kept) {
  const shown = datedIn(unit).filter((node) => kept.nodes.has(node.id) && yearsOf(node).includes(year));
  const day = (node) => daysOfThing(node)[0];
  shown.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : byLabel(a, b)));
  const { places, bands } = yearPlaces(shown, year);
  const here = new Set(shown.map(({ id }) => id));
  const links = data.edges.filter((edge) => kept.edges.has(edge.id) && here.has(edge.from) && here.has(edge.to));
  return {
    nodes: places,
    edges: links.map((edge) => ({ ...edge, name: hopName(edge) })),
    bands,
    frame: [0, bands[0].box[2]].map((x) => [x, 0]),
    table: () => yearTable(shown),
  };
}

/** The day without its year, and the name behind it. */
function yearLabel(node) {
  const [, month, date] = daysOfThing(node)[0].split("-");
  const [first, ...rest] = drawn.get(node.id).label.split("\n");
  return [`${exact(node) ? day("", month, date) : whenWords(node)} · ${first}`, ...rest];
}

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
