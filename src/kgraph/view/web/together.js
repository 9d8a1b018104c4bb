// Co-attendance: people joined by the events that name them both, the line the thicker the more there are.

const PRESENT = new Set(["attended", "chaired", "directedAt", "spokeAt", "presentedAt"]);
const MOST_PEOPLE = 50;
const APART = 34;
const NAMED_PAIRS = 12;

/** Ids of the people that an event names as present. */
const peopleAt = (event) => [
  ...new Set(
    edgesOf
      .get(event)
      .filter((edge) => edge.to === event && PRESENT.has(edge.relation))
      .map((edge) => edge.from),
  ),
];

/** Every pair of people present at the same events: `{id, from, to, events}`; with a focus, those around that person. */
function pairsOf(focus, kept) {
  const pairs = new Map();
  const present = grouped(
    data.edges.filter((edge) => kept.edges.has(edge.id) && PRESENT.has(edge.relation)),
    (edge) => edge.to,
  );
  for (const [event, found] of [...present].sort(([a], [b]) => nodes.get(a).id.localeCompare(nodes.get(b).id))) {
    const people = [...new Set(found.map((edge) => edge.from))].sort();
    if (focus && !people.includes(focus)) continue;
    people.forEach((from, i) => {
      for (const to of people.slice(i + 1)) {
        const id = `${from}+${to}`;
        if (pairs.has(id)) pairs.get(id).events.push(event);
        else pairs.set(id, { id, from, to, events: [event], pair: true });
      }
    });
  }
  return [...pairs.values()];
}

/** People by how often they are met, the one in the middle first. */
function ranked(pairs, focus) {
  const weight = new Map();
  for (const { from, to, events } of pairs) for (const id of [from, to]) weight.set(id, (weight.get(id) ?? 0) + events.length);
  return [...weight]
    .sort(([a, n], [b, m]) => (b === focus) - (a === focus) || m - n || byLabel(nodes.get(a), nodes.get(b)))
    .map(([id]) => id);
}

/** Groups that pairs join, each in an order in which those who meet most stand side by side. */
function circlesOf(people, pairs) {
  const met = new Map(people.map((id) => [id, new Map()]));
  for (const { from, to, events } of pairs) {
    met.get(from).set(to, events.length);
    met.get(to).set(from, events.length);
  }
  const left = new Set(people);
  const circles = [];
  for (const first of people) {
    if (!left.has(first)) continue;
    const circle = [];
    const edge = new Set([first]);
    let last = first;
    while (edge.size) {
      const next = [...edge].sort(
        (a, b) => (met.get(last).get(b) ?? 0) - (met.get(last).get(a) ?? 0) || people.indexOf(a) - people.indexOf(b),
      )[0];
      edge.delete(next);
      left.delete(next);
      circle.push(next);
      for (const other of met.get(next).keys()) if (left.has(other)) edge.add(other);
      last = next;
    }
    circles.push(circle);
  }
  return circles;
}

/** Places for circles, side by side in rows, the largest first. */
function circlePlaces(circles, focus) {
  const places = [];
  let [x, y, height] = [0, 0, 0];
  const width = Math.max(1800, 700 * Math.sqrt(circles.length));
  for (const circle of [...circles].sort((a, b) => b.length - a.length)) {
    const around = circle.filter((id) => id !== focus);
    const radius = Math.max(110, Math.round((around.length * APART) / 4));
    const size = 2 * radius + 360;
    if (x + size > width && x > 0) [x, y, height] = [0, y + height, 0];
    const [cx, cy] = [x + size / 2, y + radius + 90];
    if (around.length < circle.length) places.push({ id: focus, x: cx, y: cy });
    around.forEach((id, i) => {
      const { x: dx, y: dy, side } = onRing((i + 0.5) / around.length, radius, 1);
      places.push({ id, x: Math.round(cx + dx), y: Math.round(cy + dy), side, only: true });
    });
    x += size;
    height = Math.max(height, 2 * radius + 180);
  }
  return places;
}

/** The scene of who was where with whom: at most 50 people, those met most often. */
function togetherScene(focus, kept) {
  const pairs = pairsOf(focus, kept);
  const all = ranked(pairs, focus);
  const people = all.slice(0, MOST_PEOPLE);
  const here = new Set(people);
  const shown = pairs.filter(({ from, to }) => here.has(from) && here.has(to));
  const least = [...shown].sort((a, b) => b.events.length - a.events.length)[NAMED_PAIRS]?.events.length ?? 0;
  return {
    nodes: circlePlaces(circlesOf(people, shown), focus),
    edges: shown.map((pair) => ({
      ...pair,
      width: Math.min(9, 1 + 1.2 * (pair.events.length - 1)),
      name: word("views", "times", figure(pair.events.length)),
      quiet: pair.events.length < Math.max(2, least),
      faint: shown.length > 40 && pair.events.length === 1,
      undirected: true,
    })),
    left: all.length - people.length,
    named: true,
    table: () => togetherTable(pairs),
  };
}

function togetherTable(pairs) {
  const rows = pairs.map(({ id, from, to, events }) => {
    const days = events
      .map((event) => daysOfThing(nodes.get(event))?.[0])
      .filter(Boolean)
      .sort();
    return {
      edge: id,
      cells: [
        cell(nodes.get(from).label, { node: from }),
        cell(nodes.get(to).label, { node: to }),
        cell(figure(events.length), { sort: events.length, edge: id }),
        cell(days.length ? [...new Set([days[0], days.at(-1)])].map(dateWords).join(" – ") : "", { sort: days[0] ?? "" }),
        cell(events.map((event) => nodes.get(event).label).join("; "), { lang: "vi" }),
      ],
    };
  });
  return { columns: ["person", "other", "times", "when", "events"], rows: rows.sort((a, b) => b.cells[2].sort - a.cells[2].sort) };
}
