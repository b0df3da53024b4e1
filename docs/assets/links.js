/* Addresses: old ones lead on, unknown ones get an answer, neutral ones open in the reader's language.
   Pages of a language and pages of none load this; every address works without it, if less conveniently. */

/* Pages opened from a folder have no server that would find index.html. */
if (location.protocol === "file:") {
  for (const link of document.links) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
  }
}

/* The language that a reader chooses is that of neutral links from then on. */
document.addEventListener("click", event => {
  const link = event.target.closest("[data-language]")
  if (!link) return
  try { localStorage.setItem("language", link.dataset.language) } catch { /* the reader's browser keeps nothing */ }
}, { capture: true })

/* The first of `codes` that the reader wants: as chosen here, or as the browser asks for. */
function preferred(codes) {
  let chosen
  try { chosen = localStorage.getItem("language") } catch { /* as above */ }
  return [chosen, ...navigator.languages.map(tag => tag.split("-")[0].toLowerCase())].find(code => codes.includes(code))
}

/* A part of the address as it is meant; as it is written where it means nothing. */
function meant(part) {
  try { return decodeURIComponent(part) } catch { return part }
}

/* The section that is asked for. */
function fragment() {
  return meant(location.hash.slice(1))
}

/* Goes on to where the section that stood here is now; false if nothing has moved. */
function follow() {
  const place = document.getElementById(fragment())
  const link = place ? place.querySelector("[data-moved]") : document.querySelector("[data-moved-page]")
  if (!link && !place?.dataset.moved) return false
  const target = new URL(link?.href ?? `#${place.dataset.moved}`, location)
  target.search ||= location.search
  if (!place) target.hash = location.hash
  location.replace(target)
  return true
}

/* Likeness of two ids from 0 to 1: the share of groups of three letters that they have in common. */
function likeness(one, other) {
  const groups = [one, other].map(id => {
    const letters = `  ${id.toLowerCase()} `
    return new Set(Array.from(letters.slice(2), (_, number) => letters.slice(number, number + 3)))
  })
  return 2 * [...groups[0]].filter(group => groups[1].has(group)).length / (groups[0].size + groups[1].size)
}

/* Every section in the language `code`, from the list at `address`; those of this page where that cannot be had. */
async function sections(address, code) {
  const list = location.protocol !== "file:" && await fetch(address).then(answer => answer.json()).catch(() => null)
  if (list) {
    const root = new URL(".", new URL(address, location))
    return list.sections.map(({ id, page, titles }) => ({ id, title: titles[code], href: `${root}${code}/${page}#${id}` }))
  }
  return [...document.querySelectorAll("article :is(h1, h2, h3, h4)[id]")].map(heading => {
    const words = [...heading.childNodes].filter(node => !node.classList?.contains("headerlink"))
    return { id: heading.id, title: words.map(node => node.textContent).join(""), href: `#${heading.id}` }
  })
}

/* How often the reader has arrived; an answer that comes when the reader has gone on is not shown.
   The address cannot tell, since the theme changes it while the reader scrolls. */
let arrivals = 0

/* Tells in `box` that `wanted` is nowhere, and lists the sections with the most similar ids. */
async function suggest(box, wanted) {
  const template = box.querySelector("template")
  const notice = template.content.cloneNode(true)
  const arrival = arrivals
  const scored = (await sections(box.dataset.unknown, box.closest("[lang]").lang))
    .map(section => ({ ...section, score: likeness(wanted, section.id) }))
    .filter(({ score }) => score > 0.2)
    .sort((one, other) => other.score - one.score)
  if (arrival !== arrivals) return
  for (const { title, href } of scored.slice(0, 3)) {
    const link = Object.assign(document.createElement("a"), { href, textContent: title })
    notice.querySelector("ul").appendChild(document.createElement("li")).appendChild(link)
  }
  if (!scored.length) notice.querySelector("[data-nearest]").remove()
  box.replaceChildren(template, notice)
}

/* What to do about the address, now and whenever its fragment changes. */
function arrive() {
  arrivals += 1
  const boxes = [...document.querySelectorAll("[data-unknown]")]
  for (const box of boxes) box.replaceChildren(box.querySelector("template"))
  if (follow()) return
  const id = fragment()
  if (document.querySelector("[data-not-found]")) {
    const names = location.pathname.split("/").filter(name => name && name !== "index.html").map(meant)
    const codes = boxes.map(box => box.closest("[lang]").lang)
    const code = names.find(name => codes.includes(name)) ?? preferred(codes) ?? codes[0]
    suggest(boxes[codes.indexOf(code)], id || names.at(-1) || "")
  } else if (id && id !== "top" && boxes.length && !document.getElementById(id)) {
    suggest(boxes[0], id)
  }
}
addEventListener("hashchange", arrive)
arrive()
