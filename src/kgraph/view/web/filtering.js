// Which nodes and edges pass the filters: pure functions of the data and a set of filters.

const DATED = new Set(["Event", "Directive", "Campaign"]);

const parents = new Map();
for (const edge of data.edges) if (edge.relation === "within") parents.set(edge.from, [...(parents.get(edge.from) ?? []), edge.to]);

/** The unit and all units it lies within. */
function unitsOver(unit) {
  const found = new Set([unit]);
  for (const each of found) for (const parent of parents.get(each) ?? []) found.add(parent);
  return found;
}

const over = new Map(data.nodes.filter((node) => node.class === "AdministrativeUnit").map((node) => [node.id, unitsOver(node.id)]));
const unitOf = (node) => (node.class === "AdministrativeUnit" ? node.id : (node.place ?? null));

/** Whether a node is a unit, lies within it, or belongs to what does. */
const isIn = (node, unit) => Boolean(over.get(unitOf(node))?.has(unit));

const siteOf = (article) => /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(article.url)?.[1].toLowerCase() ?? "";
const sites = data.articles.map(siteOf);

function sitesUnder(index, found = new Set(), seen = new Set()) {
  if (seen.has(index)) return found;
  seen.add(index);
  const { article, restsOn } = data.statements[index];
  if (article !== undefined) found.add(sites[article]);
  for (const ground of restsOn ?? []) sitesUnder(ground, found, seen);
  return found;
}

const sitesKnown = new Map();

/** The sites whose sentences a node or an edge rests on. */
function sitesOf(thing) {
  if (!sitesKnown.has(thing)) {
    const facts = [thing, ...(thing.properties ?? []), ...(thing.titles ?? [])];
    sitesKnown.set(
      thing,
      facts.flatMap((fact) => fact.evidence ?? []).reduce((found, index) => sitesUnder(index, found), new Set()),
    );
  }
  return sitesKnown.get(thing);
}

const inTime = (thing, { from, to }) => {
  const days = daysOfThing(thing);
  return Boolean(days) && monthOf(days[0]) <= to && monthOf(days[1]) >= from;
};

/** The filters that are in use and look beyond class and relation, each with what it asks of an edge and of a node. */
function asked(filters) {
  const { place, from, sure, source } = filters;
  return [
    from !== null && {
      edge: (edge) => inTime(edge, filters),
      node: (node) => DATED.has(node.class) && inTime(node, filters),
      loose: (edge) => !edge.when,
    },
    place && { edge: (edge) => isIn(nodes.get(edge.from), place) || isIn(nodes.get(edge.to), place), node: (node) => isIn(node, place) },
    source && {
      edge: (edge) => sitesOf(edge).has(source),
      node: (node) => sitesOf(node).has(source),
      loose: (edge) => edge.origin === "background",
    },
    sure > 0 && { edge: (edge) => (edge.confidence ?? 1) >= sure, node: () => true },
  ].filter(Boolean);
}

/**
 * Ids of the nodes and edges that pass. Under a filter of time, place, source or confidence a node stays if it passes itself or one of
 * its edges does; what cannot pass because it has no day or no source (`loose`) stays where both its ends do.
 */
function passing(filters) {
  const tests = asked(filters);
  const classOn = (node) => !filters.classesOff.has(node.class);
  const relationOn = (edge) => !filters.relationsOff.has(edge.relation) && classOn(nodes.get(edge.from)) && classOn(nodes.get(edge.to));
  const possible = data.edges.filter(relationOn);
  const firm = new Set(possible.filter((edge) => tests.every((test) => test.edge(edge))).map((edge) => edge.id));
  const touched = new Set(possible.filter((edge) => firm.has(edge.id)).flatMap((edge) => [edge.from, edge.to]));
  const kept = new Set(
    data.nodes.filter((node) => classOn(node) && (touched.has(node.id) || tests.every((test) => test.node(node)))).map((node) => node.id),
  );
  const may = (edge) => tests.every((test) => test.loose?.(edge) || test.edge(edge)) && kept.has(edge.from) && kept.has(edge.to);
  return { nodes: kept, edges: new Set(possible.filter((edge) => firm.has(edge.id) || may(edge)).map((edge) => edge.id)) };
}

/** Names of the filters in use, in the order in which they are offered. */
function inUse(filters) {
  const used = {
    classes: filters.classesOff.size > 0,
    relations: filters.relationsOff.size > 0,
    place: filters.place !== null,
    time: filters.from !== null,
    sure: filters.sure > 0,
    source: filters.source !== null,
  };
  return Object.keys(used).filter((name) => used[name]);
}

/** The filters without the one that is named. */
function without(filters, name) {
  const none = unfiltered();
  const parts = { classes: ["classesOff"], relations: ["relationsOff"], time: ["from", "to"] }[name] ?? [name];
  return { ...filters, ...Object.fromEntries(parts.map((part) => [part, none[part]])) };
}
