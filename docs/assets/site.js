/* Small comforts; every page works without them. */

/* Material asks for a sitemap beneath each alternate address, also of other pages, where there is none.
   The addresses have done their work for crawlers when the page arrives. */
for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel = "alternate "

/* The language switch keeps the section that is being read. */
const languages = document.querySelector("[data-site-switch]")
for (const event of ["toggle", "pointerdown", "focusin"]) {
  languages?.addEventListener(event, () => {
    for (const link of languages.querySelectorAll("a")) link.hash = location.hash
  }, { capture: true })
}

/* It closes like any menu. */
document.addEventListener("click", event => {
  if (languages?.open && !languages.contains(event.target)) languages.open = false
})
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !languages?.open) return
  languages.open = false
  languages.querySelector("summary").focus()
})

/* Material's search listens to keys only; dictated and pasted words and those of some phone keyboards come without. */
const query = document.querySelector("[data-md-component=search-query]")
query?.addEventListener("input", () => query.dispatchEvent(new Event("keyup")))

/* Material opens every disclosure for printing; print.css leaves out those that the reader had not opened. */
let printing = false
addEventListener("beforeprint", () => { printing = true }, { capture: true })
addEventListener("afterprint", () => { printing = false })
const remember = disclosure => {
  if (!printing && !matchMedia("print").matches) disclosure.toggleAttribute("data-closed", !disclosure.open)
}
document.querySelectorAll(".md-typeset details").forEach(remember)
document.addEventListener("toggle", event => {
  if (event.target.matches(".md-typeset details")) remember(event.target)
}, { capture: true })
