// The reading column: a node, an edge, or the graph as a whole.

const FOLDED = 12;

const section = (title, ...content) => make("section", {}, make("h3", {}, title), content);

function nodeCard(node) {
  const kinds = node.properties.filter(isKind).map((said) => termWord(said.term));
  return [
    make("p", { class: "kicker" }, nodeSymbol(node), [word("classes", node.class), ...kinds].join(" · ")),
    make("h2", { tabindex: "-1", lang: "vi", class: node.label.length > 60 ? "long" : undefined }, node.label),
    node.alt.length ? make("p", { class: "also" }, `${word("card", "also")}: `, make("span", { lang: "vi" }, node.alt.join("; "))) : "",
    properties(node),
    titles(node),
    neighbours(node),
    make("p", { class: "figures" }, figures(node)),
  ];
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

function titles(node) {
  if (!node.titles.length) return "";
  const items = node.titles.map((title) => make("li", {}, titleDays(title), titleWords(title), titleBody(title), evidence(title, "hasPosition")));
  return section(word("card", "titles"), make("ul", { class: "titles" }, items), make("p", { class: "note" }, word("card", "titles_mean")));
}

const titleDays = (title) => make("p", { class: "day" }, title.observed.map(dateWords).join(", ") || word("card", "no_day"));

const titleWords = (title) =>
  make("p", { class: "role" }, make("strong", { lang: "vi" }, termWord(title.role)), title.status ? make("span", {}, ` ${word("statuses", title.status)}`) : "");

function titleBody(title) {
  if (nodes.has(title.body)) return nodeButton(nodes.get(title.body));
  return make("p", { lang: title.bodyLabel ? "vi" : undefined }, title.bodyLabel || word("card", "no_body"));
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

function neighbourGroup(relation, direction, found) {
  if (!found.length) return "";
  const items = found.map((edge) => make("li", {}, nodeButton(nodes.get(direction === "out" ? edge.to : edge.from)), edgeTitles(edge), evidence(edge, relation)));
  const folded = items.splice(FOLDED);
  return section(
    relationWord(relation, direction),
    make("ul", { class: "neighbours" }, items),
    folded.length ? make("details", {}, make("summary", {}, word("card", "more_neighbours", figure(folded.length))), make("ul", { class: "neighbours" }, folded)) : "",
  );
}

function edgeTitles(edge) {
  if (edge.relation !== "hasPosition") return "";
  const held = nodes.get(edge.from).titles.filter((title) => title.body === edge.to);
  return held.map((title) => [titleWords(title), titleDays(title)]);
}

function edgeCard(edge) {
  const verb = relationWord(edge.relation, "verb");
  return [
    make("p", { class: "kicker" }, word("interface", "relations")),
    make("h2", { tabindex: "-1", class: "relation" }, nodeButton(nodes.get(edge.from)), make("em", {}, verb), nodeButton(nodes.get(edge.to))),
    edgeTitles(edge),
    evidence(edge, edge.relation),
  ];
}

function overviewCard() {
  const about = data.about;
  const lines = [
    about.nodes < about.total ? word("about", "cut", figure(about.nodes), figure(about.total)) : "",
    `${word("about", "size", figure(about.nodes), figure(data.edges.length))}; ${word("about", "components", figure(about.components), figure(about.isolated))}.`,
    word("about", "size_means", figure(about.nodes), figure(about.edges)) + (about.sources < about.nodes ? ` ${word("about", "sampled", figure(about.sources))}` : ""),
    word("about", "silence"),
    word("about", "rights"),
  ];
  return [
    make("p", { class: "hint" }, word("about", "hint")),
    section(word("about", "communities"), communityList(), make("p", { class: "note" }, word("about", "communities_mean"))),
    section(word("about", "index"), indexLists()),
    section(word("about", "heading"), lines.filter(Boolean).map((line) => make("p", {}, line)), make("p", { class: "note" }, word("about", "drawn_with"))),
  ];
}

function communityList() {
  const items = data.about.communities.map((community) =>
    make(
      "li",
      {},
      make("button", { type: "button", class: "community", click: () => showCommunity(community.number) }, make("span", { lang: "vi" }, community.label)),
      make("span", { class: "count" }, word("about", "community_size", figure(community.size))),
    ),
  );
  return make("ul", { class: "communities" }, items);
}

function indexLists() {
  return Object.keys(data.words.classes).map((className) => {
    const found = data.nodes.filter((node) => node.class === className).sort((a, b) => a.label.localeCompare(b.label, "vi"));
    if (!found.length) return "";
    const list = make("ul", { class: "neighbours" });
    const fill = () => list.childElementCount || list.append(...found.map((node) => make("li", {}, nodeButton(node))));
    return make("details", { toggle: fill }, make("summary", {}, word("classes", className), make("span", { class: "count" }, ` ${figure(found.length)}`)), list);
  });
}

/** Puts the card of what is selected into the reading column. */
function writeCard() {
  const card = document.getElementById("card");
  const close = make("button", { type: "button", class: "close", "aria-label": word("interface", "close"), title: word("interface", "close"), click: () => show(null) }, "×");
  const content = state.node ? [close, nodeCard(nodes.get(state.node))] : state.edge ? [close, edgeCard(edges.get(state.edge))] : overviewCard();
  card.replaceChildren(...content.flat(Infinity).filter(Boolean));
}
