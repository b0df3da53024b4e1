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
      field.addEventListener("focus", () => field.select())
    }
    dialog.addEventListener("click", event => {
      if (event.target === dialog && !("closedBy" in dialog)) dialog.close() // beside the dialog
    })
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

  const text = (element, without) => {
    const copied = element.cloneNode(true)
    copied.querySelector(without)?.remove()
    return copied.textContent.trim()
  }

  const place = opener => opener.dataset.share
    ? { id: opener.dataset.share, page: opener.dataset.page, title: opener.dataset.title }
    : { id: decodeURIComponent(opener.hash.slice(1)), page: words.sharePage, title: text(opener.parentElement, ".headerlink") }

  for (const opener of template ? document.querySelectorAll(".md-content :is(.headerlink, [data-share])") : []) {
    const there = place(opener)
    const name = fill(words.shareName, there.title)
    const is = { "role": "button", "aria-haspopup": "dialog", "aria-label": name, "title": name }
    for (const [attribute, value] of Object.entries(is)) opener.setAttribute(attribute, value)
    opener.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return // it is still a link
      event.preventDefault()
      open(opener, there)
    })
    opener.addEventListener("keydown", event => {
      if (event.key !== " ") return
      event.preventDefault()
      open(opener, there)
    })
  }
}
