/* The search field: loads the engine when it is first used, and shows what that finds. */
(() => {
  const PAGE = 10, PAUSE = 80;
  const root = document.querySelector("[data-search]");
  if (!root) return;
  const words = JSON.parse(root.dataset.words);
  const toggle = document.getElementById("__search");
  const field = root.querySelector(".md-search__input");
  const choices = root.querySelector(".search-choices");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector(".md-search-result__list");
  const more = root.querySelector(".search-more");
  const address = root.querySelector(".search-address");
  const begin = status.textContent;
  const base = new URL(root.dataset.search, location.href);
  let opening = null, asked = 0, found = null, timer = 0;

  async function open() {
    const engine = await import(new URL(root.dataset.engine, location.href));
    const search = await new engine.Search(base).open();
    const { years, languages } = search.choices;
    const offer = (name, values, label) => choices.elements[name].append(...values.map(one => new Option(label(one), one)));
    const named = new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" });
    if (choices.elements.year.length === 1) {
      offer("year", years, year => year);
      offer("language", languages, code => named.of(code));
    }
    return { engine, search };
  }

  function ready() {
    // What failed may work the next time: the network came back, the site was built anew.
    opening ||= open().catch(error => { opening = null; throw error; });
    return opening;
  }

  async function run() {
    const mine = asked += 1, { language, year, order } = choices.elements;
    const query = field.value.trim();
    if (!query && !language.value && !year.value) return empty();
    try {
      const { engine, search } = await ready();
      const result = await search.find(query, { language: language.value, year: year.value, newest: order.value === "newest" });
      if (mine !== asked) return undefined;
      found = { ...result, engine, search, shown: 0 };
      list.replaceChildren();
      await show(mine);
      tell(result, query, [["language", language.value], ["year", year.value], ["order", order.value]]);
    } catch {
      if (mine === asked) { empty(); status.textContent = location.protocol === "file:" ? words.from_disk : words.failed; }
    }
    return undefined;
  }

  function empty() {
    found = null;
    list.replaceChildren();
    more.hidden = address.hidden = true;
    status.textContent = begin;
  }

  function tell({ numbers, near }, query, chosen) {
    const count = numbers.length;
    const marks = [...list.querySelectorAll("mark")].map(mark => mark.textContent);
    // The index has no umlauts; a page has the word as it is written.
    const written = taken => marks.find(mark => found.engine.marked(mark, taken).some(piece => piece.hit)) || [...taken][0];
    const instead = near.map(([word, taken]) => `${words.near.replace("{}", () => word).replace("{}", () => written(taken))} `).join("");
    status.textContent = count ? instead + (count === 1 ? words.one : words.several).replace("{}", count) : words.none;
    const parameters = new URLSearchParams([["q", query], ...chosen.filter(([, value]) => value)]);
    address.href = `${new URL("..", base).pathname}?${parameters}`;
    address.hidden = !count;
    root.dataset.answered = query;
  }

  async function show(mine) {
    const numbers = found.numbers.slice(found.shown, found.shown + PAGE);
    const pages = await Promise.all(numbers.map(number => found.search.page(number)));
    if (mine !== asked) return;
    list.append(...pages.map(page => item(page, found.engine.excerpt(page, found.hits, found.search.small))));
    found.shown += numbers.length;
    more.hidden = found.shown >= found.numbers.length;
  }

  function element(name, className, ...inside) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  }

  const pieces = all => all.map(({ text, hit }) => hit ? element("mark", "", text) : text);

  function item(page, passage) {
    const link = element("a", "md-search-result__link");
    const title = element("span", "search-title", ...pieces(found.engine.marked(page.title, found.hits)));
    title.lang = page.language;
    link.href = new URL(page.url, new URL("..", base));
    link.append(title, element("span", "search-facts", page.facts.join(" · ")));
    if (passage) {
      const text = element("span", "search-passage", ...pieces(passage.pieces));
      if (passage.language) text.lang = passage.language;
      if (passage.count && passage.anchor) link.hash = passage.anchor;
      link.append(text);
    }
    return element("li", "md-search-result__item", link);
  }

  function set(isOpen) {
    toggle.checked = isOpen;
    toggle.dispatchEvent(new Event("change"));
    if (isOpen) field.focus(); else if (root.contains(document.activeElement)) document.activeElement.blur();
  }

  function move(event) {
    const stops = [field, ...list.querySelectorAll("a")];
    const place = stops.indexOf(document.activeElement);
    if (place < 0) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, place + (event.key === "ArrowDown" ? 1 : -1)))].focus();
  }

  field.addEventListener("focus", () => { toggle.checked = true; toggle.dispatchEvent(new Event("change")); ready().catch(() => {}); });
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, PAUSE); });
  field.form.addEventListener("submit", event => { event.preventDefault(); list.querySelector("a")?.click(); });
  field.form.addEventListener("reset", () => { setTimeout(() => { run(); field.focus(); }); });
  choices.addEventListener("change", run);
  choices.addEventListener("submit", event => event.preventDefault());
  more.addEventListener("click", () => {
    const next = list.children.length;
    show(asked).then(() => list.children[next]?.firstChild.focus());
  });
  // The label of the toggle opens it on a phone.
  toggle.addEventListener("change", () => { if (toggle.checked && document.activeElement !== field) field.focus(); });
  root.addEventListener("keydown", event => {
    if (event.key === "Escape") set(false);
    if (["ArrowDown", "ArrowUp"].includes(event.key) && event.target.tagName !== "SELECT") move(event);
  });
  root.addEventListener("focusout", event => {
    if (toggle.checked && event.relatedTarget && !root.contains(event.relatedTarget)) set(false);
  });
  document.addEventListener("keydown", event => {
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    set(true);
  });

  const parameters = new URLSearchParams(location.search);
  if (parameters.has("q")) {  // without it, the rest is for the list of the chronology
    field.value = parameters.get("q");
    set(true);
    ready().then(() => {
      for (const name of ["language", "year", "order"]) choices.elements[name].value = parameters.get(name) || "";
      run();
    }, run);
  }
})();
