// What a reader's page does beyond HTML and CSS. It stands right below the switch, so that the language chosen
// before is set before the text is drawn; without it everything can be read all the same.
(() => {
  const KEY = "reading";

  // The language chosen on an earlier page, where this one has it.
  const restore = () => {
    try {
      const chosen = localStorage.getItem(KEY);
      for (const input of document.querySelectorAll(".reading input")) {
        if (input.value === chosen) input.checked = true;
      }
    } catch { /* nothing is kept in a private window */ }
  };

  const remember = ({ target }) => {
    if (target.name !== KEY) return;
    try { localStorage.setItem(KEY, target.value); } catch { /* the same */ }
  };

  // A sentence and its translation light up together.
  const light = ({ target }) => {
    const one = target.closest?.("[data-n]");
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!one) return;
    const pair = one.closest(".segment").querySelectorAll(`[data-n="${one.dataset.n}"]`);
    for (const sentence of pair) sentence.classList.add("lit");
  };

  // What is selected from one column on is that column's alone.
  const select = ({ target }) => {
    const text = document.querySelector(".entry-text");
    const from = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest?.(".paired > p");
    if (!text) return;
    text.classList.toggle("selecting-translation", Boolean(from?.matches(".translation")));
    text.classList.toggle("selecting-source", Boolean(from && !from.matches(".translation")));
  };

  restore();
  if (window.readingListens) return;  // the theme runs this again where it loads pages itself
  window.readingListens = true;
  document.addEventListener("change", remember);
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  document.addEventListener("selectstart", select);
  addEventListener("beforeprint", () => {
    for (const foot of document.querySelectorAll(".print-foot")) foot.dataset.address = location.href.split("#")[0];
  });
})();
