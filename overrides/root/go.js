/* A neutral link opens in the reader's language. The list stays for readers of other languages, and for ?list. */
if (!new URLSearchParams(location.search).has("list")) {
  const links = [...document.querySelectorAll("[data-language]")]
  const code = preferred(links.map(link => link.dataset.language))
  if (code) location.replace(links.find(link => link.dataset.language === code).href)
}
