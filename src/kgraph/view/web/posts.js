// The posts of a person: those attested in time, and which of them a day shows.

const titleWords = (title) =>
  make(
    "p",
    { class: "role" },
    make("strong", { lang: "vi" }, termWord(title.role)),
    title.status ? make("span", {}, ` ${word("statuses", title.status)}`) : "",
  );

function titleBody(title) {
  if (nodes.has(title.body)) return nodeButton(nodes.get(title.body));
  return make("p", { lang: title.bodyLabel ? "vi" : undefined }, title.bodyLabel || word("card", "no_body"));
}

/** The time for which an article tells a title, else the days that show it. */
const titleDays = (title) =>
  make("p", { class: "day" }, titleTime(title) || title.observed.map(dateWords).join(", ") || word("card", "no_day"));

function titleTime({ since, until }) {
  if (since && until) return `${dateWords(since)} – ${dateWords(until)}`;
  if (since) return word("card", "held_since", dateWords(since));
  return until ? word("card", "held_until", dateWords(until)) : "";
}

/** Titles of a person by the day that shows each, with the spans they make up. */
function posts(node) {
  if (!node.titles.length) return "";
  const items = node.titles.map((title) =>
    make("li", {}, titleDays(title), titleWords(title), titleBody(title), evidence(title, "hasPosition")),
  );
  return [
    tenures(node),
    section(word("card", "titles"), make("ul", { class: "titles" }, items), make("p", { class: "note" }, word("card", "titles_mean"))),
  ];
}

/** The spans of a person's posts, oldest first: from the first to the last day that shows each. */
function tenures(node) {
  const found = (node.tenures ?? []).filter((tenure) => tenure.from || tenure.takenUp || tenure.left);
  if (!found.length) return "";
  const rows = found.map((tenure) =>
    make(
      "li",
      {},
      make("span", { class: "day" }, tenureDays(tenure)),
      make("span", {}, make("strong", { lang: "vi" }, termWord(tenure.role)), ", ", tenureBody(tenure)),
    ),
  );
  return section(
    word("card", "tenures"),
    make("ol", { class: "tenures" }, rows),
    make("p", { class: "note" }, word("card", "tenures_mean")),
  );
}

const tenureBody = (tenure) => make("span", { lang: "vi" }, nodes.get(tenure.body)?.label ?? (tenure.bodyLabel || word("card", "no_body")));

function tenureDays({ from, to, takenUp, left }) {
  const seen = from && to && from !== to ? `${dateWords(from)} – ${dateWords(to)}` : from || to ? dateWords(from || to) : "";
  return [takenUp && word("card", "taken_up", dateWords(takenUp)), seen, left && word("card", "left", dateWords(left))]
    .filter(Boolean)
    .join("; ");
}

function edgeTitles(edge) {
  if (edge.relation !== "hasPosition") return "";
  const held = nodes.get(edge.from).titles.filter((title) => title.body === edge.to);
  return held.map((title) => [titleWords(title), titleDays(title)]);
}

/** The titles that a person is shown with on the day of an event. */
function titlesThatDay(edge) {
  if (!PRESENT.has(edge.relation)) return "";
  const day = nodes.get(edge.to).when?.[0];
  const held = nodes.get(edge.from).titles.filter((title) => day && title.observed.includes(day));
  if (!held.length) return "";
  return section(
    word("card", "titles_that_day", dateWords(day)),
    make(
      "ul",
      { class: "titles" },
      held.map((title) => make("li", {}, titleWords(title), titleBody(title))),
    ),
  );
}
