/* Links to sections, to be copied. Without this file, the control beside a heading is a plain permalink. */
{
  const template = document.querySelector("template[data-share-root]")
  const words = template?.dataset
  const fill = (text, ...values) => values.reduce((filled, value) => filled.replace("{}", () => value), text)

  /* The published address is the one to pass on, also from a mirror or a copy on disk.
     A site that was built for this computer alone has none, so there the reader's own has to do. */
  const published = new URL(words?.shareRoot ?? "", location.href)
  const test = ["localhost", "127.0.0.1", "[::1]"].includes(published.hostname)
  const base = new URL(words?.shareBase ?? "", location.href)
  const root = test ? base : published

  let dialog
  const part = name => dialog.querySelector(`.site-share__${name}`)

  const say = text => {
    part("status").textContent = ""
    requestAnimationFrame(() => part("status").textContent = text) // the same words again are a new message
  }

  const copy = async field => {
    try {
      await navigator.clipboard.writeText(field.value)
      say(dialog.dataset.copied)
    } catch { // refused, or not there: without https browsers have no clipboard
      field.focus()
      field.select()
      say(dialog.dataset.select)
    }
  }

  const make = () => {
    dialog = template.content.firstElementChild.cloneNode(true)
    part("test").hidden = !test
    for (const button of dialog.querySelectorAll("[data-copies]")) {
      const field = dialog.querySelector(`#${button.dataset.copies}`)
      button.addEventListener("click", () => copy(field))
    }
    document.body.append(dialog)
  }

  const open = (opener, { id, page, title }) => {
    if (!dialog) make()
    const [language, one] = dialog.querySelectorAll("#site-share-language, #site-share-one-address")
    const address = () => one.value = new URL(`${language.value}/${page}#${id}`, root).href
    language.value = words.shareLanguage
    language.onchange = () => { address(); say("") }
    address()
    dialog.querySelector("#site-share-all-address").value = new URL(`go/${id}/`, root).href
    part("title").textContent = title
    part("status").textContent = ""
    part("qr").src = part("download").href = new URL(`go/${id}/qr.svg`, base).href
    part("qr").alt = fill(part("qr").dataset.alt, title)
    part("download").download = `${id}.svg`
    dialog.onclose = () => opener.focus({ preventScroll: true })
    dialog.showModal()
  }

  const text = (element, without) =>
    [...element.childNodes].filter(node => node !== without).map(node => node.textContent).join("").trim()

  const enable = (opener, place) => {
    const name = fill(words.shareName, place.title)
    const is = { "role": "button", "aria-haspopup": "dialog", "aria-label": name, "title": name }
    for (const [attribute, value] of Object.entries(is)) opener.setAttribute(attribute, value)
    opener.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return // a permalink is still a link
      event.preventDefault()
      open(opener, place)
    })
    opener.addEventListener("keydown", event => {
      if (event.key !== " ") return
      event.preventDefault()
      opener.click()
    })
  }

  for (const link of template ? document.querySelectorAll(".md-content .headerlink") : []) {
    enable(link, { id: decodeURIComponent(link.hash.slice(1)), page: words.sharePage, title: text(link.parentElement, link) })
  }

  /* The list of all sections: a control in each row, and a filter. */
  const list = document.querySelector(".site-places")
  const rows = [...list?.querySelectorAll(".site-places__place") ?? []]
  for (const row of rows) {
    const title = row.querySelector(".site-places__title")
    const button = Object.assign(document.createElement("button"), { type: "button", className: "site-places__share" })
    title.after(button)
    enable(button, { ...row.dataset, title: title.textContent })
  }

  const plain = words => words.normalize("NFC").toLocaleLowerCase(document.documentElement.lang)
  const filter = (query, count) => {
    const wanted = plain(query).split(/\s+/)
    for (const row of rows) {
      const page = row.parentElement.querySelector(".site-places__title").textContent // that of the page is the first
      const own = plain(`${row.querySelector(".site-places__title").textContent} ${page} ${row.dataset.id}`)
      row.hidden = !wanted.every(word => own.includes(word))
    }
    const shown = rows.filter(row => !row.hidden).length
    clearTimeout(filter.later)
    filter.later = setTimeout(() => count.textContent = fill(count.dataset.count, shown, rows.length), 300) // not for each key
  }

  if (list) {
    const [field, count] = list.querySelectorAll("input, .site-places__count")
    field.addEventListener("input", () => filter(field.value, count))
    field.parentElement.hidden = false
    filter(field.value, count) // a page that one comes back to may have kept its words
  }
}
