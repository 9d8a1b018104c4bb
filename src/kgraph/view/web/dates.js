// Dates: how people write them, which days they can mean, how far apart they are.

const day = (year, month, date) =>
  state.language === "vi"
    ? [Number(date), Number(month), year].filter(Boolean).join("/")
    : new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: year ? "numeric" : undefined, timeZone: "UTC" }).format(
        new Date(Date.UTC(Number(year || 2000), Number(month) - 1, Number(date))),
      );

const QUARTERS = ["I", "II", "III", "IV"];

const DATES = [
  [/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, date) => day(year, month, date)],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, (_, year, month) => word("dates", "month", Number(month), year)],
  [/^(\d{4})-3([3-6])$/, (_, year, quarter) => word("dates", "quarter", QUARTERS[quarter - 3], year)],
  [/^(\d{4})-4([01])$/, (_, year, half) => word("dates", "half", Number(half) + 1, year)],
  [/^(?:XXXX|-)-(\d\d)-(\d\d)$/, (_, month, date) => word("dates", "unknown_year", day("", month, date))],
  [/^XXXX-(\d\d)$/, (_, month) => word("dates", "unknown_year", word("dates", "month", Number(month), "…"))],
  [/^(.*)\/(.*)$/, (_, from, to) => [from, to].map((end) => dateWords(end) || word("dates", "unknown_end")).join(" – ")],
  [/^(.+)[?~%]$/, (_, sure) => word("dates", "uncertain", dateWords(sure))],
];

/** An EDTF date as people write it; one of another form as it stands. */
function dateWords(edtf) {
  for (const [form, words] of DATES) {
    const match = form.exec(edtf);
    if (match) return words(...match);
  }
  return edtf;
}

const pad = (value, size) => String(value).padStart(size, "0");
const lastOf = (year, month) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** First and last day that one part of an EDTF date can mean, or nothing: a month, a quarter (33–36), a half (40, 41), a year. */
function partDays(part) {
  const [, year, unit, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part) ?? [];
  if (!year) return null;
  if (date) return Number.isNaN(Date.parse(part)) ? null : [part, part];
  const number = Number(unit ?? 0);
  const spans = [
    [!unit, 1, 12],
    [number >= 1 && number <= 12, number, 1],
    [number >= 33 && number <= 36, 3 * (number - 33) + 1, 3],
    [number === 40 || number === 41, 6 * (number - 40) + 1, 6],
  ];
  const [, month, length] = spans.find(([fits]) => fits) ?? [];
  if (!month) return null;
  const end = month + length - 1;
  return [`${year}-${pad(month, 2)}-01`, `${year}-${pad(end, 2)}-${lastOf(Number(year), end)}`];
}

/** First and last day that an EDTF date or interval can mean; nothing where it tells no year. */
function daysOf(edtf) {
  const [from, to] = String(edtf ?? "")
    .replace(/[?~%]/g, "")
    .split("/");
  const [first, last] = [partDays(from), partDays(to ?? from)];
  return first || last ? [(first ?? last)[0], (last ?? first)[1]] : null;
}

const span = new Map();

/** First and last day of a thing or an edge that has `when`. */
function daysOfThing(thing) {
  if (!span.has(thing)) {
    const [first, last] = [daysOf(thing.when?.[0]), daysOf(thing.when?.[1] ?? thing.when?.[0])];
    span.set(thing, first || last ? [(first ?? last)[0], (last ?? first)[1]] : null);
  }
  return span.get(thing);
}

/** Two days as one EDTF date where they are the ends of a year, half, quarter or month. */
function wholeSpan(first, last) {
  const year = first.slice(0, 4);
  const units = ["", ...["40", "41", "33", "34", "35", "36"], ...Array.from({ length: 12 }, (_, i) => pad(i + 1, 2))];
  const forms = units.map((unit) => (unit ? `${year}-${unit}` : year));
  return forms.find((form) => partDays(form).join() === `${first},${last}`);
}

/** The day, as words, of a thing that has `when`; empty where nothing is known. */
function whenWords(thing) {
  const [first, last] = thing.when ?? [];
  if (!first) return "";
  const days = daysOfThing(thing);
  if (!days || !last || first === last) return dateWords(first);
  return dateWords(wholeSpan(...days) ?? `${first}/${last}`);
}

/** Whether a thing knows its one day. */
const exact = (thing) => daysOfThing(thing) && daysOfThing(thing)[0] === daysOfThing(thing)[1];

/** Days from one thing to another; nothing unless both know their day. */
function lag(from, to) {
  if (!exact(from) || !exact(to)) return null;
  return Math.round((Date.parse(daysOfThing(to)[0]) - Date.parse(daysOfThing(from)[0])) / 864e5);
}

const lagWords = (days) => (days === null ? "" : word("dates", "lag", `${days < 0 ? "−" : "+"}${figure(Math.abs(days))}`));

/** The month of an ISO day, counted from year 0, and back to EDTF. */
const monthOf = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const monthEdtf = (month) => `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
