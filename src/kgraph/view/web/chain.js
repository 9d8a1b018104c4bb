// The chain of a directive: what it implements, and what implements it, in columns of time.

const IMPLEMENTING = new Set(["implements", "continues", "launchesCampaign", "partOfCampaign", "localVersionOf", "editionOf"]);
const CHAIN_CLASSES = new Set(["Directive", "Campaign", "Event"]);
const COLUMN = 260;
const ROW = 104;
const TALL = 9;
const MOST_COLUMNS = 9;

/** Ids on the chain of a node: down what implements it, up what it implements; never down again from above. */
function chainOf(focus, kept) {
  const reach = (near, far) => {
    const found = new Set([focus]);
    for (const id of found) {
      for (const edge of edgesOf.get(id)) {
        if (edge[near] === id && IMPLEMENTING.has(edge.relation) && kept.edges.has(edge.id)) found.add(edge[far]);
      }
    }
    return found;
  };
  return { above: reach("from", "to"), below: reach("to", "from") };
}

const chainSize = (node) => edgesOf.get(node.id).filter((edge) => edge.to === node.id && IMPLEMENTING.has(edge.relation)).length;

/** The body that issued a document, organised an event or conducts a campaign. */
function issuerOf(node) {
  const led = (relation, end) => edgesOf.get(node.id).find((edge) => edge.relation === relation && edge[end] === node.id);
  const edge = led("issuedBy", "from") ?? led("organizes", "to") ?? led("launched", "to") ?? led("conducts", "to");
  return edge ? nodes.get(across(edge, node.id)) : null;
}

const SCALES = [(day) => day, (day) => day.slice(0, 7), (day) => day.slice(0, 4)];

/** Columns of ids, oldest first, each with a heading; as fine (day, month, year) as still gives few of them. */
function timeColumns(ids, above, links) {
  const dated = ids.filter((id) => daysOfThing(nodes.get(id)));
  const undated = ids.filter((id) => !daysOfThing(nodes.get(id)));
  const cut = (scale) => grouped(dated, (id) => scale(daysOfThing(nodes.get(id))[0]));
  const found = SCALES.map(cut).find((groups) => groups.size <= MOST_COLUMNS) ?? cut(SCALES.at(-1));
  const columns = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([edtf, members]) => ({ label: dateWords(edtf), ids: members }));
  const early = undated.filter((id) => above.has(id));
  const late = undated.filter((id) => !above.has(id));
  const none = (members) => (members.length ? [{ label: word("views", "undated"), ids: members }] : []);
  return [...none(early), ...columns, ...none(late)].flatMap((column) => generations(column, links));
}

/** A column in parts, so that nothing stands in one part with what it implements. */
function generations({ label, ids }, links) {
  const inside = links.filter((edge) => ids.includes(edge.from) && ids.includes(edge.to));
  const parts = [];
  let left = ids;
  while (left.length) {
    const free = left.filter((id) => !inside.some((edge) => edge.from === id && edge.to !== id && left.includes(edge.to)));
    const part = free.length ? free : left;
    parts.push({ label: parts.length ? "" : label, ids: part });
    left = left.filter((id) => !part.includes(id));
  }
  return parts;
}

/** Places for columns of ids: tall columns break into several, each thing near what it hangs on. */
function columnPlaces(columns, links) {
  const places = new Map();
  const headings = [];
  let left = 0;
  for (const { label, ids } of columns) {
    const pull = (id) => {
      const known = links
        .filter((edge) => edge.from === id || edge.to === id)
        .map((edge) => places.get(across(edge, id))?.[1])
        .filter((y) => y !== undefined);
      return known.length ? known.reduce((sum, y) => sum + y, 0) / known.length : 0;
    };
    const ordered = ids.map((id) => ({ id, pull: pull(id) })).sort((a, b) => a.pull - b.pull || byLabel(nodes.get(a.id), nodes.get(b.id)));
    const lanes = Math.ceil(ordered.length / TALL);
    const rows = Math.ceil(ordered.length / lanes);
    ordered.forEach(({ id }, i) =>
      places.set(id, [
        left + Math.floor(i / rows) * COLUMN,
        Math.round(((i % rows) - (rows - 1) / 2) * ROW + (Math.floor(i / rows) % 2) * (ROW / 2)),
      ]),
    );
    headings.push({ x: left, label });
    left += lanes * COLUMN;
  }
  return { places, headings };
}

/** Edges without those that only follow from a longer way which is drawn too. */
function withoutShortcuts(links) {
  const next = grouped(links, (edge) => edge.from);
  const leads = (from, to) => (next.get(from) ?? []).some((edge) => edge.to === to);
  return links.filter(
    (edge) => edge.origin !== "derived" || !(next.get(edge.from) ?? []).some((step) => step.to !== edge.to && leads(step.to, edge.to)),
  );
}

/** A name of one edge of a chain: what it says, and after how many days. */
const hopName = (edge) =>
  [relationWord(edge.relation, "verb"), lagWords(lag(nodes.get(edge.to), nodes.get(edge.from)))].filter(Boolean).join(" · ");

/** The scene of a chain. */
function chainScene(focus, kept) {
  const { above, below } = chainOf(focus, kept);
  const ids = [...new Set([...above, ...below])];
  const here = new Set(ids);
  const inside = data.edges.filter(
    (edge) => kept.edges.has(edge.id) && IMPLEMENTING.has(edge.relation) && here.has(edge.from) && here.has(edge.to),
  );
  const links = withoutShortcuts(inside);
  const { places, headings } = columnPlaces(timeColumns(ids, above, links), links);
  return {
    nodes: [...places].map(([id, [x, y]]) => ({ id, x, y, label: chainLabel(nodes.get(id)) })),
    edges: links.map((edge) => ({ ...edge, name: hopName(edge), bend: bendOf(edge, places) })),
    ticks: headings,
    named: true,
    table: () => chainTable(links),
  };
}

/** How far an edge goes around, upwards, what stands in the columns that it passes on its way. */
function bendOf(edge, places) {
  const far = places.get(edge.to)[0] - places.get(edge.from)[0];
  return Math.abs(far) > COLUMN ? Math.sign(far) * 0.14 : 0;
}

const chainLabel = (node) =>
  [...drawn.get(node.id).label.split("\n"), shortened(issuerOf(node)?.label ?? "", 26), whenWords(node)].filter(Boolean);

/** The hops of a chain as a table, oldest first. */
function chainTable(links) {
  const rows = links.map((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    const days = lag(to, from);
    const issuer = issuerOf(from);
    return {
      edge: edge.id,
      cells: [
        cell(whenWords(from), { sort: daysOfThing(from)?.[0] ?? "" }),
        cell(from.label, { node: from.id }),
        cell(issuer?.label ?? "", { node: issuer?.id, lang: "vi" }),
        cell(relationWord(edge.relation, "verb"), { edge: edge.id }),
        cell(to.label, { node: to.id }),
        cell(days === null ? "" : figure(days), { sort: days ?? Number.NEGATIVE_INFINITY }),
        cell(quoteOf(edge), { lang: "vi" }),
      ],
    };
  });
  return {
    columns: ["when", "name", "issuer", "relation", "target", "lag", "quote"],
    rows: rows.sort((a, b) => (a.cells[0].sort < b.cells[0].sort ? -1 : 1)),
  };
}

/** The first sentence under an edge, or of what it rests on. */
function quoteOf(edge) {
  const statements = edge.evidence.map((index) => data.statements[index]);
  const told = statements.find((statement) => statement.quote) ?? data.statements[statements.find((each) => each.restsOn)?.restsOn[0]];
  return told?.quote?.join("") ?? "";
}
