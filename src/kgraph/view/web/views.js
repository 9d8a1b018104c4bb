// The views: what each is about, which of them can be about a node, and the scene that is drawn now.

const VIEWS = ["levels", "communities", "time", "chain", "circle", "year", "together"];
const OVERVIEWS = new Set(["levels", "communities", "time"]);
const MOST_SUBJECTS = 150;

const isPerson = (node) => node.class === "Official" || node.class === "Person";
const meetsAnybody = (node) =>
  isPerson(node) && edgesOf.get(node.id).some((edge) => PRESENT.has(edge.relation) && peopleAt(edge.to).length > 1);

const datedCounts = counted(
  data.nodes.filter((node) => DATED.has(node.class) && daysOfThing(node)).flatMap((node) => [...(over.get(unitOf(node)) ?? [])]),
);

/** Whether a view can be about a node, and how much it then has to show. */
const CAN_BE_ABOUT = {
  chain: (node) => (CHAIN_CLASSES.has(node.class) ? edgesOf.get(node.id).filter((edge) => IMPLEMENTING.has(edge.relation)).length : 0),
  circle: (node) => node.degree,
  year: (node) => datedCounts.get(node.id) ?? 0,
  together: (node) => (meetsAnybody(node) ? node.degree : 0),
};

/** What comes first among what a view can be about: directives, people, districts. */
const FIRST = {
  chain: (node) => (node.class === "Directive" ? chainSize(node) > 0 : false),
  circle: isPerson,
  year: (node) => node.level === "district",
  together: isPerson,
};

const subjectLists = new Map(
  Object.keys(CAN_BE_ABOUT).map((view) => {
    const [can, first] = [CAN_BE_ABOUT[view], FIRST[view]];
    const found = data.nodes.map((node) => ({ node, weight: can(node), first: first(node) })).filter(({ weight }) => weight > 0);
    found.sort((a, b) => b.first - a.first || b.weight - a.weight || byLabel(a.node, b.node));
    return [view, found.map(({ node }) => node)];
  }),
);

const canBeAbout = (view, node) => !OVERVIEWS.has(view) && CAN_BE_ABOUT[view](node) > 0;

/** What a view is about when it is opened from a node: the node, else its unit, else what has most to show. */
function subjectOf(view, id) {
  if (OVERVIEWS.has(view)) return null;
  const wanted = [id, view === "year" && id ? unitOf(nodes.get(id)) : null].find((each) => each && canBeAbout(view, nodes.get(each)));
  return wanted ?? (view === "together" ? null : (subjectLists.get(view)[0]?.id ?? null));
}

const NOTHING = { nodes: [], edges: [], table: () => ({ columns: ["name"], rows: [] }) };

const SCENES = {
  chain: (passed) => (state.focus ? chainScene(state.focus, passed) : NOTHING),
  circle: (passed) => (state.focus ? circleScene(state.focus, passed, state) : NOTHING),
  year: (passed) => (state.focus && state.year ? yearScene(state.focus, state.year, passed) : NOTHING),
  together: (passed) => togetherScene(state.focus, passed),
};

let kept = passing(state.filters);
let scene = NOTHING;

/** Makes the scene of the state: what passes the filters, as the view shows it. */
function compose() {
  kept = passing(state.filters);
  const made = OVERVIEWS.has(state.view) ? overviewScene(state.view, kept) : SCENES[state.view](kept);
  scene = { bands: [], ticks: [], rings: [], left: 0, ...made };
  scene.here = new Set(scene.nodes.map(({ id }) => id));
  scene.lines = new Map(scene.edges.map((edge) => [edge.id, edge]));
  scene.placed = new Map(scene.nodes.map((node) => [node.id, node]));
  scene.around = grouped(
    scene.edges.flatMap((edge) => [
      [edge.from, edge],
      [edge.to, edge],
    ]),
    ([id]) => id,
  );
}

/** An edge of the graph or a pair of people, by its id. */
const lineOf = (id) => scene.lines.get(id) ?? edges.get(id);
