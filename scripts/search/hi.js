/* Hindi: spelling variants are folded, then the longest ending is removed.
   After A. Ramanathan and D. Rao, "A lightweight stemmer for Hindi", EACL 2003 workshop. */
const ENDINGS = [
  "ाएंगी ाएंगे ाऊंगी ाऊंगा ाइयाँ ाइयों ाइयां",
  "ाएगी ाएगा ाओगी ाओगे एंगी ेंगी एंगे ेंगे ूंगी ूंगा ातीं नाओं नाएं ताओं ताएं ियाँ ियों ियां",
  "ाकर ाइए ाईं ाया ेगी ेगा ोगी ोगे ाने ाना ाते ाती ाता तीं ाओं ाएं ुओं ुएं ुआं",
  "कर ाओ िए ाई ाए ने नी ना ते ीं ती ता ाँ ां ों ें",
  "ो े ू ु ी ि ा",
].flatMap(line => line.split(" ").map(fold))

/* Nukta, joiners and the two nasal marks are left out or written differently by most people. */
function fold(word) {
  return word.normalize("NFD").replace(/[\u093c\u200c\u200d]/g, "").replace(/\u0901/g, "\u0902")
}

/* The commonest noun of the site looks like a verb in -नी. */
const COMPANY = fold("कंपनी")

function stem(word) {
  const w = fold(word)
  if (w === COMPANY) return w.slice(0, -1)
  const ending = ENDINGS.find(ending => w.length > ending.length + 1 && w.endsWith(ending))
  return ending ? w.slice(0, -ending.length) : w
}

function respell() {
  return []
}
