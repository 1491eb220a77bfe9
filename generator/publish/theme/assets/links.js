// What a link can't know when it is written. Without this every link works from a server, and leads to a page's top.
(() => {
  if (window.linksListen) return;  // the theme runs this again where it loads pages itself
  window.linksListen = true;

  // From a disk, nobody adds the page to the address of a folder.
  const withPage = (address) => {
    if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
    return address;
  };

  const complete = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (!link) return;
    const address = new URL(link.getAttribute("href"), document.baseURI);
    // The same place in another language: what is chosen in a list, and the paragraph, go along.
    if (link.matches(".edition")) [address.search, address.hash] = [location.search, location.hash];
    else if (location.protocol !== "file:") return;
    link.setAttribute("href", withPage(address).href);
  };

  document.addEventListener("click", complete, true);
  document.addEventListener("auxclick", complete, true);
})();
