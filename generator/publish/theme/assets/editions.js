// The same place in another language: what is chosen in a list, and the paragraph, go along.
for (const link of document.querySelectorAll("a.edition")) {
  link.addEventListener("click", () => { [link.search, link.hash] = [location.search, location.hash]; });
}
