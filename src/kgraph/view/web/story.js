// What the reading column tells while nothing is chosen: the way in, or the story of the view.

const MOST_HOPS = 40;

const door = (view, node, text, count, year) =>
  make(
    "li",
    {},
    make(
      "button",
      { type: "button", class: "entry", click: () => enter(view, node?.id ?? null, year) },
      make("span", { class: "what" }, text),
      node ? [nodeSymbol(node), make("span", { lang: "vi" }, node.label)] : "",
    ),
    make("span", { class: "count" }, count),
  );

/** Ways into the graph: the largest chains, the people named most, the fullest years, who met. */
function ways() {
  const first = (view, most) => (subjectLists.get(view) ?? []).filter(FIRST[view]).slice(0, most);
  const chains = first("chain", 3)
    .map((node) => ({ node, hops: chainScene(node.id, kept).edges.length }))
    .filter(({ hops }) => hops)
    .map(({ node, hops }) => door("chain", node, word("doors", "chain"), word("story", "hops", figure(hops))));
  const people = first("circle", 3).map((node) =>
    door("circle", node, word("doors", "circle"), word("story", "joined", figure(node.degree))),
  );
  const years = (first("year", 2).length ? first("year", 2) : subjectLists.get("year").slice(0, 2)).map((node) => {
    const year = fullestYear(node.id);
    return door("year", node, word("story", "year", year), word("story", "dated", figure(yearCounts(node.id).get(year))), year);
  });
  const pairs = pairsOf(null, kept);
  const met = pairs.length ? [door("together", null, word("views", "together"), word("story", "pairs", figure(pairs.length)))] : [];
  const days = data.nodes.filter(daysOfThing).length;
  const time = days ? [door("time", null, word("views", "time"), word("story", "dated", figure(days)))] : [];
  return make("ul", { class: "ways" }, chains, people, years, met, time);
}

/** One sentence that says what there is. */
function summary() {
  const found = counted(data.nodes.map((node) => node.class));
  const parts = Object.keys(data.words.classes)
    .filter((name) => found.has(name))
    .map((name) => word("story", name, figure(found.get(name))));
  return word("story", "summary", new Intl.ListFormat(locale(), { type: "conjunction" }).format(parts));
}

function front() {
  const about = data.about;
  const lines = [
    about.nodes < about.total ? word("about", "cut", figure(about.nodes), figure(about.total)) : "",
    `${word("about", "size", figure(about.nodes), figure(data.edges.length))}; ${word("about", "components", figure(about.components), figure(about.isolated))}.`,
    word("about", "size_means", figure(about.nodes), figure(about.edges)) +
      (about.sources < about.nodes ? ` ${word("about", "sampled", figure(about.sources))}` : ""),
    word("about", "silence"),
    word("about", "rights"),
  ];
  return [
    make("p", { class: "hint" }, data.nodes.length ? summary() : word("empty", "graph"), " ", word("about", "hint")),
    data.nodes.length ? section(word("story", "ways"), ways()) : "",
    state.view === "communities"
      ? section(word("about", "communities"), communityList(), make("p", { class: "note" }, word("about", "communities_mean")))
      : "",
    section(word("about", "index"), indexLists(), restLine()),
    section(
      word("about", "heading"),
      lines.filter(Boolean).map((line) => make("p", {}, line)),
      make("p", { class: "note" }, word("about", "keys")),
      make("p", { class: "note" }, word("about", "drawn_with")),
    ),
  ];
}

const restLine = () =>
  data.rest ? make("p", { class: "note" }, word("story", "rest", figure(data.rest.shown), figure(data.rest.total))) : "";

function communityList() {
  const items = data.about.communities.map((community) =>
    make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "community", click: () => showCommunity(community.number) },
        make("span", { lang: "vi" }, community.label),
      ),
      make("span", { class: "count" }, word("about", "community_size", figure(community.size))),
    ),
  );
  return make("ul", { class: "communities" }, items);
}

function indexLists() {
  return Object.keys(data.words.classes).map((className) => {
    const found = data.nodes.filter((node) => node.class === className);
    if (!found.length) return "";
    const list = make("ul", { class: "neighbours" });
    const fill = () => list.childElementCount || list.append(...found.sort(byLabel).map((node) => make("li", {}, nodeButton(node))));
    return make(
      "details",
      { toggle: fill },
      make("summary", {}, word("classes", className), make("span", { class: "count" }, ` ${figure(found.length)}`)),
      list,
    );
  });
}

/** The head of a story: what view, about whom, what it means. */
const opening = (title, ...lines) => [
  make("p", { class: "kicker" }, word("views", state.view)),
  headline(title),
  lines.filter(Boolean).map((line) => make("p", { class: "hint" }, line)),
];

const dayOf = (node) => daysOfThing(node)?.[0] ?? "9999";

/** A chain told hop by hop, oldest first: the day, the lag, the thing, who issued it, the sentence. */
function chainStory() {
  const node = nodes.get(state.focus);
  const hops = [...scene.edges].sort((a, b) => dayOf(nodes.get(a.from)).localeCompare(dayOf(nodes.get(b.from))));
  const items = hops.slice(0, MOST_HOPS).map((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    const issuer = issuerOf(from);
    return make(
      "li",
      {},
      make("p", { class: "day" }, [whenWords(from) || word("card", "no_day"), lagWords(lag(to, from))].filter(Boolean).join(" · ")),
      nodeButton(from),
      issuer ? make("p", { class: "did" }, word("story", "by"), " ", make("span", { lang: "vi" }, issuer.label)) : "",
      make("p", { class: "did" }, make("em", {}, relationWord(edge.relation, "verb")), " ", make("span", { lang: "vi" }, to.label)),
      evidence(edge, edge.relation),
    );
  });
  const issuer = issuerOf(node);
  const line = [whenWords(node), issuer?.label].filter(Boolean).join(" · ");
  return [
    opening(node.label, line, word("story", "chain_means", figure(hops.length))),
    make("p", { class: "doors" }, readButton(node)),
    make("ol", { class: "steps" }, items),
    more(hops.length - MOST_HOPS),
    make("p", { class: "note" }, word("about", "silence")),
  ];
}

const readButton = (node) =>
  make("button", { type: "button", class: "door", click: () => show({ node: node.id }, { read: true }) }, word("doors", "read"));
const more = (left) => (left > 0 ? make("p", { class: "note" }, word("story", "more", figure(left))) : "");

/** A year told month by month. */
function yearStory() {
  const unit = nodes.get(state.focus);
  const months = grouped(
    scene.nodes.map(({ id }) => nodes.get(id)).sort((a, b) => dayOf(a).localeCompare(dayOf(b))),
    (node) => monthIn(node, state.year),
  );
  const chapters = [...months]
    .sort(([a], [b]) => a - b)
    .map(([month, found]) =>
      section(
        monthName(month, state.year),
        make(
          "ul",
          { class: "neighbours" },
          found.map((node) => make("li", {}, make("p", { class: "day" }, whenWords(node)), nodeButton(node), byLine(node))),
        ),
      ),
    );
  return [
    opening(unit.label, word("story", "year_means", state.year, figure(scene.nodes.length))),
    make("p", { class: "doors" }, readButton(unit)),
    chapters,
    make("p", { class: "note" }, word("about", "silence")),
  ];
}

function byLine(node) {
  const [issuer, people] = [issuerOf(node), peopleAt(node.id).length];
  const parts = [issuer?.label, people ? word("story", "people", figure(people)) : ""].filter(Boolean);
  return parts.length ? make("p", { class: "did" }, parts.join(" · ")) : "";
}

/** Who met, most often first. */
function togetherStory() {
  const person = state.focus && nodes.get(state.focus);
  const pairs = [...scene.edges]
    .filter((pair) => !person || pair.from === person.id || pair.to === person.id)
    .sort((a, b) => b.events.length - a.events.length || (a.id < b.id ? -1 : 1));
  const items = pairs.slice(0, MOST_HOPS).map((pair) => {
    const names = (person ? [across(pair, person.id)] : [pair.from, pair.to]).map((id) => nodes.get(id).label);
    return make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "community", click: () => show({ edge: pair.id }, { read: true }) },
        make("span", { lang: "vi" }, names.join(" – ")),
      ),
      make("span", { class: "count" }, word("views", "times", figure(pair.events.length))),
    );
  });
  return [
    opening(person ? person.label : word("story", "who_met"), word("story", person ? "met_means" : "together_means", figure(pairs.length))),
    person ? make("p", { class: "doors" }, readButton(person)) : "",
    make("ul", { class: "communities" }, items),
    more(pairs.length - MOST_HOPS),
    make("p", { class: "note" }, word("card", "met_means")),
  ];
}

/** The story of the view that is open. */
function story() {
  if (state.rest) return restCard(state.rest);
  if (state.view === "chain" && state.focus) return chainStory();
  if (state.view === "year" && state.focus) return yearStory();
  if (state.view === "together") return togetherStory();
  return state.view === "circle" && state.focus ? nodeCard(nodes.get(state.focus)) : front();
}
