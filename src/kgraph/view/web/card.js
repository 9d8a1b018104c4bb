// The reading column: a node, an edge, or two people and where they met.

const FOLDED = 12;

const section = (title, ...content) => make("section", {}, make("h3", {}, title), content);

const headline = (label, ...kinds) =>
  make(
    "h2",
    { tabindex: "-1", lang: "vi", class: [label.length > 60 ? "long" : "", ...kinds].filter(Boolean).join(" ") || undefined },
    label,
  );

function nodeCard(node) {
  const kinds = node.properties.filter(isKind).map((said) => termWord(said.term));
  return [
    make("p", { class: "kicker" }, nodeSymbol(node), [word("classes", node.class), ...kinds].join(" · ")),
    headline(node.label),
    node.alt.length ? make("p", { class: "also" }, `${word("card", "also")}: `, make("span", { lang: "vi" }, node.alt.join("; "))) : "",
    doors(node),
    properties(node),
    posts(node),
    neighbours(node),
    make("p", { class: "figures" }, figures(node)),
  ];
}

/** What else the reader can see of a node: the views that can be about it, its neighbours, a link to send. */
function doors(node) {
  const views = ["circle", "chain", "year", "together"].filter(
    (view) => canBeAbout(view, node) && !(state.view === view && state.focus === node.id),
  );
  const buttons = views.map((view) =>
    make("button", { type: "button", class: "door", "data-door": view, click: () => enter(view, node.id) }, word("doors", view)),
  );
  return make(
    "p",
    { class: "doors" },
    buttons,
    openButton(node),
    copyButton(() => location.href, "copy_link"),
  );
}

/** In a circle: shows more around a node, or takes it away again. */
function openButton(node) {
  if (state.view !== "circle" || node.id === state.focus || !scene.here.has(node.id)) return "";
  const more = hasMore(node.id);
  const grown = scene.nodes.some(({ over }) => over === node.id);
  if (!more && !grown) return "";
  return make(
    "button",
    { type: "button", class: "door", "data-door": more ? "open" : "close", click: () => unfold(node.id, more) },
    word("doors", more ? "open" : "close"),
  );
}

function figures(node) {
  const community = data.about.communities.find((found) => found.number === node.community);
  if (!community) return word("card", "figures_alone");
  return word("card", "figures", figure(node.degree), figure(node.betweenness), figure(node.community), community.label);
}

const KINDS = new Set(["kind", "documentType", "level"]);
const isKind = (said) => KINDS.has(said.name) && said.term && !said.evidence.length;

const DAYS = new Set(["issuedOn", "dateEdtf", "startDate", "endDate", "validFrom", "validTo"]);

function properties(node) {
  const dated = node.properties.some((said) => said.name === "dateEdtf");
  const shown = node.properties.filter(
    (said) => !isKind(said) && !(dated && /^(start|end)Date$/.test(said.name)) && said.term?.name !== "occurred",
  );
  if (!shown.length) return "";
  const rows = shown.map((said) => [
    make("dt", {}, word("properties", said.name)),
    make("dd", { lang: said.term ? undefined : "vi" }, propertyWords(said)),
    said.evidence.length ? make("dd", { class: "under" }, evidence(said)) : "",
  ]);
  return make("dl", {}, rows);
}

function propertyWords(said) {
  if (said.term) return termWord(said.term);
  return DAYS.has(said.name) ? dateWords(said.value) : said.value;
}

/** What the node has to do with others, by relation and direction. An official's positions stand under titles already. */
function neighbours(node) {
  const around = edgesOf.get(node.id);
  return Object.keys(data.words.relations).flatMap((relation) => {
    const out = relation === "hasPosition" ? [] : around.filter((edge) => edge.relation === relation && edge.from === node.id);
    const into = around.filter((edge) => edge.relation === relation && edge.to === node.id);
    return [neighbourGroup(relation, "out", out), neighbourGroup(relation, "in", into)];
  });
}

const newestFirst = (a, b) => (daysOfThing(b)?.[0] ?? "").localeCompare(daysOfThing(a)?.[0] ?? "");

function neighbourGroup(relation, direction, found) {
  if (!found.length) return "";
  const items = found.sort(newestFirst).map((edge) => {
    const other = nodes.get(direction === "out" ? edge.to : edge.from);
    return make(
      "li",
      {},
      edge.when ? make("p", { class: "day" }, whenWords(edge)) : "",
      nodeButton(other),
      edgeTitles(edge),
      evidence(edge, relation),
    );
  });
  const folded = items.splice(FOLDED);
  return section(
    relationWord(relation, direction),
    make("ul", { class: "neighbours" }, items),
    folded.length
      ? make(
          "details",
          {},
          make("summary", {}, word("card", "more_neighbours", figure(folded.length))),
          make("ul", { class: "neighbours" }, folded),
        )
      : "",
  );
}

function edgeCard(edge) {
  const verb = relationWord(edge.relation, "verb");
  return [
    make("p", { class: "kicker" }, word("interface", "relations")),
    make(
      "h2",
      { tabindex: "-1", class: "relation" },
      nodeButton(nodes.get(edge.from)),
      make("em", {}, verb),
      nodeButton(nodes.get(edge.to)),
    ),
    edgeFacts(edge),
    edgeTitles(edge),
    titlesThatDay(edge),
    evidence(edge, edge.relation),
  ];
}

/** Day, lag, confidence and number of articles of an edge. */
function edgeFacts(edge) {
  const days = IMPLEMENTING.has(edge.relation) ? lag(nodes.get(edge.to), nodes.get(edge.from)) : null;
  const facts = [
    ["when", whenWords(edge)],
    ["lag", days === null ? "" : lagWords(days)],
    ["confidence", edge.confidence ? figure(edge.confidence) : ""],
    ["sources", edge.sources ? figure(edge.sources) : ""],
  ].filter(([, value]) => value);
  return facts.length
    ? make(
        "dl",
        {},
        facts.map(([name, value]) => [make("dt", {}, word("columns", name)), make("dd", {}, value)]),
      )
    : "";
}

/** Two people: each event that names both, with what each did there and the sentences. */
function pairCard(pair) {
  const [from, to] = [nodes.get(pair.from), nodes.get(pair.to)];
  const events = [...pair.events].map((id) => nodes.get(id)).sort(newestFirst);
  const did = (person, event) => {
    const edge = edgesOf.get(person.id).find((each) => each.to === event.id && PRESENT.has(each.relation));
    return [
      make("p", { class: "did" }, make("strong", { lang: "vi" }, person.label), ` ${relationWord(edge.relation, "verb")}`),
      evidence(edge, edge.relation),
    ];
  };
  const items = events.map((event) =>
    make(
      "li",
      {},
      make("p", { class: "day" }, whenWords(event) || word("card", "no_day")),
      nodeButton(event),
      did(from, event),
      did(to, event),
    ),
  );
  return [
    make("p", { class: "kicker" }, word("views", "together")),
    make(
      "h2",
      { tabindex: "-1", class: "relation" },
      nodeButton(from),
      make("em", {}, word("card", "met", figure(events.length))),
      nodeButton(to),
    ),
    make("ul", { class: "neighbours events" }, items),
    make("p", { class: "note" }, word("card", "met_means")),
  ];
}

const closeButton = () =>
  make(
    "button",
    {
      type: "button",
      class: "close",
      "aria-label": word("interface", "close"),
      title: word("interface", "close"),
      click: () => show(null),
    },
    "×",
  );

/** Puts the card of what is selected, or the story of the view, into the reading column. */
function writeCard() {
  const card = document.getElementById("card");
  const line = state.edge && lineOf(state.edge);
  const chosen = state.node ? nodeCard(nodes.get(state.node)) : line ? (line.pair ? pairCard(line) : edgeCard(line)) : null;
  const content = chosen ? [closeButton(), chosen] : story();
  card.replaceChildren(...content.flat(Infinity).filter(Boolean));
}
