/* Searches the index that generator/publish/search writes. No markup here: search.js shows what this finds.

   Loaded when a reader begins to search. A query fetches the chunks of the index that hold its words; the list of
   all words only when one is found nowhere as it was typed. */

/* How well a word of the index fits one of a query. */
const FITS = { same: 1, ending: 0.85, derived: 0.6, start: 0.5, inside: 0.4, mistyped: 0.45, twiceMistyped: 0.3 };
const SHORTEST_STEM = 3, SHORTEST_DERIVED = 4, SHORTEST_START = 3, SHORTEST_INSIDE = 4, SHORTEST_PART = 3;
const SURE_INSIDE = 5;
/* Letters from which one wrong letter, or two, are looked for. */
const MISTYPED_FROM = 4, BEGINNING_MISTYPED_FROM = 6, TWICE_MISTYPED_FROM = 9;
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
const LINKS = ["", "s", "es", "n", "en", "e", "er"];
const MOST_CHUNKS = 8, MOST_WITH_PHRASE = 60;
const EXCERPT = 220, BEFORE_HIT = 70;

/* --- Words: the same as words.py does --- */

const SIGN = "\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
const WORD = new RegExp(`[${SIGN}]+|(?:(?![${SIGN}])[\\p{L}\\p{N}])+`, "gu");
const IS_SIGN = new RegExp(`^[${SIGN}]`);
const OTHER_LETTERS = { ß: "ss", đ: "d", ð: "d", ø: "o", ł: "l", æ: "ae", œ: "oe", ı: "i", ς: "σ" };
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;
const WRITTEN_OUT = /(?<![aeiouq])ue|(?<=a)e|(?<=o)e/g;

const prepared = text => text.normalize("NFC").replaceAll("\u00ad", "").replace(/(?<=[\p{L}\p{N}])['’]s(?![\p{L}\p{N}])/gu, "");

export function searchable(word) {
  const small = word.toLowerCase().replace(/[ßđðøłæœıς]/g, letter => OTHER_LETTERS[letter])
    .normalize("NFKD").replace(/\p{M}/gu, "");
  return small.replace(ORDINAL, "$1").replace(WRITTEN_OUT, found => found === "ue" ? "u" : "");
}

export function wordsIn(text) {
  return (prepared(text).match(WORD) || []).flatMap(word => IS_SIGN.test(word) ? pairs(word) : [word]);
}

function pairs(signs) {
  return signs.length < 2 ? [signs] : [...signs].slice(1).map((sign, place) => signs[place] + sign);
}

/* --- Dates, as anyone types them --- */

export function datesIn(query, months) {
  const month = `(${Object.keys(months).sort((a, b) => b.length - a.length).join("|")})\\b\\.?`;
  const day = "(\\d{1,2})(?:\\.|st|nd|rd|th)?", year = "(\\d{4})", gap = "[\\s,]*(?:of\\s+)?";
  const number = name => months[name];
  const forms = [
    ["(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})", (y, m, d) => [[y, m, d]]],
    ["(\\d{4})(\\d\\d)(\\d\\d)", (y, m, d) => [[y, m, d]]],
    ["(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d\\d)", (d, m, y) => [[y, m, d]]],
    ["(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4}|\\d\\d)", (a, b, y) => [[y, b, a], [y, a, b]]],
    [`${day}${gap}${month}${gap}${year}`, (d, m, y) => [[y, number(m), d]]],
    [`${month}${gap}${day},?\\s+${year}`, (m, d, y) => [[y, number(m), d]]],
    [`${year}${gap}${month}${gap}${day}`, (y, m, d) => [[y, number(m), d]]],
    [`${month}${gap}${year}`, (m, y) => [[y, number(m)]]],
    [`${year}${gap}${month}`, (y, m) => [[y, number(m)]]],
    ["(\\d{1,2})[-./](\\d{4})", (m, y) => [[y, m]]],
    ["(\\d{4})[-./](\\d{1,2})", (y, m) => [[y, m]]],
    [`${day}${gap}${month}`, (d, m) => [["", number(m), d]]],
    [`${month}${gap}${day}`, (m, d) => [["", number(m), d]]],
    ["(\\d{1,2})\\.\\s?(\\d{1,2})\\.", (d, m) => [["", m, d]]],
    [month, m => [["", number(m)]]],
  ];
  let rest = query.replace(WORD, searchable);
  const found = [];
  for (const [pattern, read] of forms) {
    rest = rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "gu"), (text, ...groups) => {
      const words = read(...groups).filter(isDate).map(dayWord);
      if (!words.length) return text;
      found.push({ words, text });
      return " ";
    });
  }
  return { found, rest };
}

const isDate = ([, month, day]) => month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= 31));

function dayWord([year, ...parts]) {
  const whole = year.length === 2 ? (year < 70 ? `20${year}` : `19${year}`) : year || "-";
  return [whole, ...parts.map(part => String(part).padStart(2, "0"))].join("-");
}

/* --- How words fit --- */

export function relation(typed, word, languages) {
  if (typed === word) return FITS.same;
  let common = 0;
  while (common < typed.length && typed[common] === word[common]) common += 1;
  let best = 0;
  for (const { endings, derived, changed } of languages) {
    const asItWas = one => changed.reduce((all, [now, was]) => all.endsWith(now) ? all.slice(0, -now.length) + was : all, one);
    if (asItWas(typed) === asItWas(word)) best = FITS.ending;
    for (let stem = Math.min(common, word.length); stem >= SHORTEST_STEM; stem -= 1) {
      const ends = [typed.slice(stem), word.slice(stem)];
      if (ends.every(end => endings.has(end))) best = Math.max(best, FITS.ending);
      else if (stem >= SHORTEST_DERIVED && ends.every(end => endings.has(end) || derived.has(end))) {
        best = Math.max(best, FITS.derived);
      }
    }
  }
  if (typed.length >= SHORTEST_START && common === typed.length) {
    best = Math.max(best, FITS.start * Math.sqrt(typed.length / word.length));
  }
  return best;
}

/* The number of wrong, missing, added or swapped letters between `typed` and `word` without one of the endings, or
   the beginning of `word` where `ends` is null; more than `most` is no number. */
export function mistakes(typed, word, most, ends) {
  if (word.length < typed.length - most) return Infinity;
  const beginning = word.slice(0, typed.length + most);
  let before = [], row = Array.from({ length: beginning.length + 1 }, (_, place) => place);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= beginning.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (typed[i - 1] !== beginning[j - 1]));
      if (i > 1 && j > 1 && typed[i - 1] === beginning[j - 2] && typed[i - 2] === beginning[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  const least = Math.min(...row.filter((_, place) => !ends || ends.has(word.slice(place))));
  return least > most ? Infinity : least;
}

/* --- The index --- */

export class Search {
  #base; #start; #files = new Map(); #languages;

  constructor(base) {
    this.#base = base;
  }

  async open() {
    this.#start = await this.#fetch("start.json", { cache: "no-cache" });
    this.#languages = this.#start.languages.map(one => ({ ...one, endings: new Set(one.endings), derived: new Set(one.derived) }));
    this.small = new Set(this.#start.small);
    return this;
  }

  /* Years and languages of the entries, to choose from. */
  get choices() {
    const entries = this.#start.pages.filter(([, , isEntry]) => isEntry);
    const sorted = values => [...new Set(values)].filter(Boolean).sort();
    return { years: sorted(entries.map(([day]) => day.slice(0, 4))).reverse(), languages: sorted(entries.map(one => one[1])) };
  }

  page(number) {
    const { folders, each } = this.#start;
    return this.#file(`${folders[Math.floor(number / each)]}/page-${number}.json`);
  }

  /* Finds the pages for a query, by number: those with all of it first, among them entries, and from the fourth place
     on records and other pages, too. `hits` are the words of the index that fit; `near` are the words that no page
     has, as they were typed, each with those of the index that were taken instead. */
  async find(query, { language = "", year = "", newest = false } = {}) {
    const { clauses, phrases } = await this.#read(query);
    const scores = new Map(), found = clauses.filter(clause => clause.pages.size);
    const worth = clause => Math.log(1 + this.#start.pages.length / clause.pages.size);
    const whole = found.reduce((sum, clause) => sum + worth(clause), 0);
    for (const clause of found) {
      for (const [number, fit] of clause.pages) {
        const score = scores.get(number) || { fit: 0, share: 0 };
        score.fit += fit * worth(clause);
        score.share += worth(clause) / whole * (clause.begun?.has(number) ? FITS.start : 1);
        scores.set(number, score);
      }
    }
    const isFiltered = language || year;
    const isWanted = number => {
      const [day, source, isEntry] = this.#start.pages[number];
      return !isFiltered || (isEntry && (!language || source === language) && (!year || day.startsWith(year)));
    };
    if (!found.length && !query.trim() && isFiltered) this.#start.pages.forEach((_, number) => scores.set(number, { fit: 1, share: 1 }));
    const rank = ({ fit, share }) => fit * share ** 2;
    let numbers = [...scores.keys()].filter(isWanted).sort((a, b) => rank(scores.get(b)) - rank(scores.get(a)) || a - b);
    if (phrases.length) numbers = await this.#withPhrases(numbers, phrases);
    const isFull = number => scores.get(number).share > 0.999;
    if (newest) numbers = this.#newestFirst(numbers, isFull);
    else numbers = [true, false].flatMap(full => this.#entriesFirst(numbers.filter(number => isFull(number) === full)));
    const wordsOf = some => new Set(some.flatMap(clause => [...clause.words]));
    const near = [...new Set(wordsIn(query))]
      .map(word => [word, wordsOf(found.filter(clause => clause.near === searchable(word)))]).filter(([, taken]) => taken.size);
    return { numbers, hits: wordsOf(found), near };
  }

  #newestFirst(numbers, isFull) {
    const full = numbers.filter(isFull);
    const day = number => this.#start.pages[number][0];
    return this.#entriesFirst((full.length ? full : numbers).sort((a, b) => day(b).localeCompare(day(a))));
  }

  #entriesFirst(numbers) {
    const isEntry = number => this.#start.pages[number][2];
    const entries = numbers.filter(isEntry), others = numbers.filter(number => !isEntry(number));
    return [...entries.slice(0, 3), ...others.slice(0, 3), ...entries.slice(3), ...others.slice(3)];
  }

  async #withPhrases(numbers, phrases) {
    const candidates = numbers.slice(0, MOST_WITH_PHRASE);
    const pages = await Promise.all(candidates.map(number => this.page(number)));
    const having = candidates.filter((_, place) => {
      const { title, texts } = pages[place];
      const written = [title, ...texts.map(text => text[2])].map(asOne);
      return phrases.every(phrase => written.some(text => text.includes(phrase)));
    });
    return having.length ? having : numbers;
  }

  async #read(query) {
    const quoted = [...query.matchAll(QUOTED)].map(match => match[1]);
    const { found, rest } = datesIn(query.replace(QUOTED, " "), this.#start.months);
    const days = await Promise.all(found.map(date => this.#date(date)));
    const typed = wordsIn(rest).map(searchable);
    const words = [...typed, ...quoted.flatMap(wordsIn).map(searchable)];
    const telling = words.filter(word => !this.small.has(word));
    const wanted = new Set(telling.length || days.length ? telling : words);
    const clauses = new Map(await Promise.all([...wanted].map(async word => [word, await this.#word(word)])));
    await this.#join(typed, clauses);
    return { clauses: [...days, ...clauses.values()].flat(), phrases: quoted.map(asOne).filter(phrase => phrase.trim()) };
  }

  /* Two words that follow each other may be one in a text: where they are, both are there. */
  async #join(typed, clauses) {
    const ends = this.#ends();
    for (const [place, word] of typed.slice(1).entries()) {
      const before = typed[place];
      if (!clauses.has(word) || !clauses.has(before) || before.length < SHORTEST_PART || word.length < SHORTEST_PART) continue;
      const forms = new Set(LINKS.flatMap(link => this.#stems(word).flatMap(stem => ends.map(end => before + link + stem + end))));
      const joined = this.#clause((await this.#rows(before)).filter(row => forms.has(row[0])).map(row => [...row, FITS.ending]));
      if (joined.pages.size) [before, word].forEach(one => clauses.set(one, [unite([...clauses.get(one), joined])]));
    }
  }

  /* A date that no page has is looked for by its words; a month by both, and 5/2021, which may be a number. */
  async #date({ words, text }) {
    const typed = wordsIn(text).map(searchable);
    const clauses = await Promise.all(words.map(word => this.#exact(word)));
    if (typed.length === 1 && !/\d/.test(typed[0])) clauses.push(...await this.#word(typed[0]));
    if (typed.length === 2 && text.includes("/")) clauses.push(both(...await Promise.all(typed.map(word => this.#exact(word)))));
    const united = unite(clauses);
    return united.pages.size ? [united] : (await Promise.all(typed.map(word => this.#word(word)))).flat();
  }

  async #exact(word) {
    const rows = await this.#rows(word);
    return this.#clause(rows.filter(row => row[0] === word).map(row => [...row, FITS.same]));
  }

  /* Finds what fits a word; a compound that is nowhere becomes several. `begun` are pages with words that only begin so. */
  async #word(word, isPart = false) {
    const rows = await this.#rows(word.slice(0, Math.max(SHORTEST_STEM, word.length - 6)));
    let fitting = rows.map(([one, row]) => [one, row, relation(word, one, this.#of(row[0]))]).filter(row => row[2]);
    // Where the word itself is there, a reader has typed it to its end.
    const whole = this.#clause(fitting.filter(row => row[2] > FITS.start));
    if (whole.pages.size) fitting = fitting.map(([one, row, fit]) => [one, row, fit > FITS.start ? fit : fit * FITS.start]);
    const all = this.#clause(fitting);
    if (whole.pages.size) all.begun = new Set([...all.pages.keys()].filter(number => !whole.pages.has(number)));
    if (fitting.length || IS_SIGN.test(word)) return [all];
    const known = await this.#file(`${this.#start.all}/all-words.json`);
    const inside = this.#inside(word, known);
    if (inside.length) return [await this.#named(inside, FITS.inside)];
    const near = this.#mistyped(word, known, 1);
    if (near.length) return [{ ...await this.#named(near, FITS.mistyped), near: word }];
    const parts = isPart ? [] : this.#parts(word, known);
    const found = (await Promise.all(parts.map(part => this.#word(part, true)))).flat();
    if (parts.length) return found.map(clause => clause.near ? { ...clause, near: word } : clause);
    return [{ ...await this.#named(this.#mistyped(word, known, 2), FITS.twiceMistyped), near: word }];
  }

  #of(bits) {
    return this.#languages.filter((_, number) => !bits || bits & (1 << number));
  }

  #inside(word, all) {
    if (word.length < SHORTEST_INSIDE || /\d/.test(word)) return [];
    const ends = this.#ends();
    return all.filter(one => {
      const place = one.lastIndexOf(word);
      return place > 1 && (word.length >= SURE_INSIDE || ends.includes(one.slice(place + word.length)));
    });
  }

  /* Whole words before such as only begin alike. */
  #mistyped(word, all, most) {
    if (word.length < (most > 1 ? TWICE_MISTYPED_FROM : MISTYPED_FROM) || /\d/.test(word)) return [];
    const stems = this.#stems(word).filter(stem => stem.length >= MISTYPED_FROM);
    const near = ends => all.filter(one => one.length >= MISTYPED_FROM - 1 && !/\d/.test(one)
      && stems.some(stem => mistakes(stem, one, most, ends) <= most));
    const whole = near(new Set(this.#ends()));
    const found = whole.length || word.length < BEGINNING_MISTYPED_FROM ? whole : near(null);
    // The first letter is seldom the wrong one.
    const alike = found.filter(one => one[0] === word[0]);
    return alike.length ? alike : found;
  }

  #ends() {
    return [...new Set(this.#languages.flatMap(one => [...one.endings, ...one.derived]))];
  }

  #stems(word) {
    return [...new Set(this.#ends().filter(end => word.endsWith(end)).map(end => word.slice(0, word.length - end.length)))];
  }

  /* The two parts of a compound: both known, else the longest known first one, else the longest known last one. */
  #parts(word, all) {
    const known = new Set(all);
    const isWord = stem => known.has(stem) || ["s", "e", "en", "n"].some(end => known.has(stem + end));
    // Only the last part is inflected; after the first one is a joint.
    const isKnown = [isWord, part => this.#stems(part).some(isWord)];
    let best = { worth: 0, parts: [] };
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
      for (const link of LINKS) {
        const parts = [word.slice(0, cut), word.slice(cut + link.length)];
        if (word.slice(cut, cut + link.length) !== link || parts[1].length < SHORTEST_PART) continue;
        const lengths = parts.map((part, place) => isKnown[place](part) ? part.length : 0);
        const worth = lengths[0] && lengths[1] ? 200 + Math.min(...lengths) : lengths[0] ? 100 + lengths[0] : lengths[1];
        if (worth > best.worth && Math.max(...lengths) >= SURE_INSIDE && (lengths[0] || lengths[1] > SURE_INSIDE)) best = { worth, parts };
      }
    }
    return best.parts;
  }

  async #named(words, fit) {
    const rows = await Promise.all(words.slice(0, 40).map(async word => (await this.#rows(word)).find(row => row[0] === word)));
    return this.#clause(rows.filter(Boolean).map(row => [...row, fit]));
  }

  #clause(rows) {
    const clauses = rows.map(([word, [, ...steps], fit]) => {
      const pages = new Map();
      for (let place = 0, number = 0; place < steps.length; place += 2) {
        number += steps[place];
        pages.set(number, steps[place + 1] * fit);
      }
      return { pages, words: new Set([word]) };
    });
    return unite(clauses);
  }

  async #rows(start) {
    const { firsts, chunks } = this.#start;
    const first = Math.max(0, firsts.findLastIndex(word => word <= start));
    const numbers = [];
    for (let number = first; number < firsts.length && numbers.length < MOST_CHUNKS; number += 1) {
      if (number > first && !firsts[number].startsWith(start) && firsts[number] > start) break;
      numbers.push(number);
    }
    const files = await Promise.all(numbers.map(number => this.#file(`${chunks[number]}/words.json`)));
    return files.flatMap(file => Object.entries(file)).filter(([word]) => word.startsWith(start));
  }

  #file(name) {
    if (!this.#files.has(name)) this.#files.set(name, this.#fetch(name));
    return this.#files.get(name);
  }

  async #fetch(name, options) {
    const answer = await fetch(new URL(name, this.#base), options);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  }
}

/* Returns what has both, as well as it has the one that it has worse. */
function both(one, other) {
  const shared = [...one.pages].filter(([number]) => other.pages.has(number));
  const pages = new Map(shared.map(([number, fit]) => [number, Math.min(fit, other.pages.get(number))]));
  return { pages, words: new Set([...one.words, ...other.words]) };
}

function unite(clauses) {
  const pages = new Map(), words = new Set();
  for (const clause of clauses) {
    clause.words.forEach(word => words.add(word));
    for (const [number, fit] of clause.pages) pages.set(number, Math.max(fit, pages.get(number) || 0));
  }
  return { pages, words };
}

const asOne = text => ` ${wordsIn(text).map(searchable).join(" ")} `;

/* --- What is shown of a page --- */

/* Returns the paragraph that has most of the words, cut, as pieces of text that are hits or not. Where a name is
   spelled in another way than was typed, it is shown as it is spelled here. */
export function excerpt(page, hits, small = new Set()) {
  const telling = new Set([...hits].filter(hit => !small.has(hit)));
  const named = page.names.filter(([, all]) => all.flatMap(wordsIn).some(word => telling.has(searchable(word))));
  const spelled = new Set(named.flatMap(([here]) => here.flatMap(wordsIn)).map(searchable).filter(word => !small.has(word)));
  const typed = page.texts.map(text => found(text, telling));
  const isThere = typed.some(one => one.count);
  const best = (isThere ? typed : page.texts.map(text => found(text, spelled))).reduce((one, other) => other.count > one.count ? other : one, typed[0]);
  return best && { ...best, pieces: cut(best.pieces) };
}

function found([anchor, language, text], hits) {
  const pieces = marked(text, hits);
  return { anchor, language, pieces, count: new Set(pieces.filter(one => one.hit).map(one => searchable(one.text))).size };
}

/* A compound is a hit by its last part, too. */
export function marked(text, hits) {
  const ends = [...hits].filter(hit => hit.length >= SHORTEST_INSIDE);
  const pieces = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const word = searchable(match[0]);
    const isHit = IS_SIGN.test(word) ? pairs(word).some(pair => hits.has(pair))
      : hits.has(word) || ends.some(end => word.endsWith(end) && word.length > end.length + 2);
    if (!isHit) continue;
    pieces.push({ text: text.slice(last, match.index), hit: false }, { text: match[0], hit: true });
    last = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(last), hit: false }].filter(piece => piece.text);
}

function cut(pieces) {
  const first = pieces.findIndex(piece => piece.hit);
  const kept = [];
  let left = EXCERPT;
  for (const [place, piece] of pieces.entries()) {
    if (first > 0 && place < first - 1) continue;
    let { text } = piece;
    if (place === first - 1 && text.length > BEFORE_HIT) text = `… ${text.slice(-BEFORE_HIT).replace(/^\S*\s/, "")}`;
    if (text.length > left) {
      kept.push({ text: `${piece.hit ? "" : text.slice(0, left).replace(/\s\S*$/, "")} …`, hit: false });
      break;
    }
    kept.push({ ...piece, text });
    left -= text.length;
  }
  return kept;
}
