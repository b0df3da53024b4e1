"""What stands in the sections: structure, numbers, language, characters, metadata, each rule with its cases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.parity import contents, exceptions, metadata, notation, typography
from scripts.parity.explain import RULES
from scripts.parity.model import Block, Edition, Finding, Kind, Page, Source
from scripts.parity.parse import Parser
from tests.real import IDENTIFIER, VOCABULARIES, WRITTEN

FRONT = '---\ndescription: "{}"\n---\n# Heading {{ #t }}\n\n'
SAID = {
    "en": "What a page of this size needs for a search result, and no more than that.",
    "de": "Was eine Seite dieser Größe für ein Suchergebnis braucht, und nicht mehr als das.",
    "bg": "Каквото трябва на една страница с тази големина за резултат от търсене, и нищо повече.",
    "hi": "इतने बड़े पन्ने को खोज के नतीजे में जितना चाहिए, बस उतना ही, उससे ज़्यादा कुछ भी नहीं।",
    "sw": "Maelezo ambayo ukurasa wa ukubwa huu unahitaji kwa ajili ya matokeo ya utafutaji.",
}

CASES = [
    # the same
    ("Text.", "Text.", []),
    ("- A\n- B", "* A\n* B", []),
    # pieces of a section
    ("Alpha Beta.\n\nGamma 7.", "Alpha Beta.", ["6 missing-block"]),
    ("Alpha Beta.", "Alpha Beta.\n\nGamma 7 Delta Epsilon Zeta.", ["8 extra-block"]),
    ("A.\n\nB 7.\n\nC.", "A.\n\nC.", ["6 missing-block"]),
    ("- Alpha\n- Gamma 7 Delta Epsilon", "- Alpha", ["6 missing-block"]),
    ("- A", "1. A", ["6 changed-block"]),
    ("- Alpha\n    - Gamma 7 Delta", "- Alpha\n- Gamma 7 Delta", ["7 changed-block"]),
    ("- A", "A", ["6 changed-block"]),
    ("- A\n\nB", "- A\n\n    B", ["8 changed-block"]),
    ("| A | B |\n|---|---|\n| C | D |\n| E | 7 times Seven |", "| A | B |\n|---|---|\n| C | D |", ["8 missing-block"]),
    ("| A | B |\n|---|---|\n| C | D |", "| A | B |\n|---|---|\n| C | |", ["8 missing-block"]),
    ("| A | B |\n|---|---|\n| C | D |", "| A |\n|---|\n| C |", ["6 changed-block"]),
    ("!!! note\n\n    A.", "!!! tip\n\n    A.", ["4 changed-block"]),
    ("??? note\n\n    A.", "!!! note\n\n    A.", ["4 extra-block", "4 missing-block"]),
    ("> A.", "A.", ["4 missing-block"]),
    ("```\nA\n```", "```\nB\n```", ["4 changed-code"]),
    # links, footnotes, code, pictures
    ("[A](x.md)", "[A](y.md)", ["6 changed-link"]),
    ("[A](x.md)", "A", ["6 changed-link"]),
    ("A", "[A](x.md)", ["6 changed-link"]),
    ("A [B](x.md)\n\nC", "A\n\nC [B](x.md)", ["8 changed-link"]),
    ("A [B](x.md) [C](y.md)", "A [C](y.md) [B](x.md)", []),
    ("A[^1]\n\nB\n\n[^1]: N.", "A\n\nB[^1]\n\n[^1]: N.", ["8 changed-note"]),
    (
        "A[^1]\n\nB[^2]\n\n[^1]: N.\n\n[^2]: M.",
        "A[^2]\n\nB[^1]\n\n[^1]: N.\n\n[^2]: M.",
        ["6 block-order"],
    ),
    ("A[^1]\n\n[^1]: N.", "A\n\n[^1]: N.", ["6 changed-note"]),
    ("A[^n]\n\n[^n]: N.", "A[^n]", ["4 changed-note", "6 changed-note"]),
    ("A[^1]\n\n[^1]: [N](https://a.org)", "A[^1]\n\n[^1]: [N](https://b.org)", ["8 changed-link"]),
    ("A `A`", "A `B`", ["6 changed-code"]),
    ("![A](x.png)", "![B](y.png)", ["4 changed-image"]),
    ("![A](x.png)", "![](x.png)", ["4 changed-image"]),
    ("A[^1]\n\nB[^1]\n\n[^1]: as N in part.", "A[^1]\n\nB[^1]\n\n[^1]: as N in part.", ["10 untranslated"]),
    # what several numbers share, and what stands beside them
    ("Between 5% and 8% pay.", "Zwischen 5 und 8\u00a0% zahlen.", []),
    ("It fell by 10–15%.", "Es sank um 10–15\u00a0%.", []),
    ("From 4 to 5 million", "Von 4 bis 5 Millionen", []),
    ("From 4 to 5 million", "Von 4 bis 5 Milliarden", ["6 changed-number", "6 changed-number"]),
    ("Some 5 minutes and 30 seconds", "Rund 5 Minuten 30 Sekunden", []),
    ("If a euro is worth 1.08 dollars, €250 is $270.", "Ist ein Euro 1,08 Dollar wert, sind 250 Euro 270 Dollar.", []),
    ("At 10 Mbit/s", "Mit 10 Mbit/s", []),
    ("Eight of 7.\n\nCase 8.", "8 von 7.\n\nFall 8.", []),
    ("See https://a.org/who-we-are/the-members-of-it", "Siehe https://a.org/who-we-are/the-members-of-it", []),
    ("Write to the-whole-of-the-team@a.org", "An the-whole-of-the-team@a.org", []),
    # what contrasts
    ("Offshore is farther than nearshore.", "Nearshore ist weiter als offshore.", []),
    ("Offshore, not nearshore.", "Nearshore, nicht onshore.", ["6 contrary-term"]),
    ("Offshore and nearshore: offshore.", "Offshore und Nearshore: Nearshore.", ["6 contrary-term"]),
    (
        "| Offshore | Nearshore |\n|---|---|",
        "| Nearshore | Offshore |\n|---|---|",
        ["6 block-order"],
    ),
    ("## Inbound { #a }\n\nA.", "## Outbound { #a }\n\nB.", ["6 contrary-term"]),
    ("The client pays the provider.", "Der Dienstleister bezahlt ihn.", ["6 missing-term"]),
    # how texts end, and single words
    ("A b c.", "D e f", ["6 cut-text"]),
    ("A b c.", "D e\nf", ["7 cut-text"]),
    ("A b c", "D e f.", ["6 cut-text"]),
    ("A b.", "D e?", []),
    ("A b:", "„D e.“", []),
    ("A b.[^1]\n\n[^1]: C.", "D e (f).[^1]\n\n[^1]: C.", []),
    ("- A b", "- D usw.", []),
    ("- A b.", "- D e", ["6 cut-text"]),
    ("To any.\n\n- Any\n- Tom", "An alle.\n\n- Any\n- Tom", ["8 untranslated"]),
    ("An agent.\n\n- Agent", "Eine Fachkraft im Kundendialog.\n\n- Agent", []),
    ("It pays.", "Es кошта was.", ["6 wrong-language"]),
    ("It pays.", "Es „кошта“ was (кошта).", []),
    ("2 × 3 ÷ 4", "2 × 3 ÷ 4", []),
    ("You pay.", "Du zahlst.", ["6 register"]),
    ("You pay.", "Man sagt „du“.", []),
    ("It is 86.", "Es sind ८६.", ["6 foreign-digit"]),
    ("That – it", "Das—es", ["6 register"]),
    ("From 44–49", "Von 44-49", ["6 dash"]),
    ("Call 0800-123 or 18295-1", "Anruf bei 0800-123 oder 18295-1", []),
    ("## A b { #a }\n\nA.", "## B c. { #a }\n\nB.", ["6 cut-text"]),
    ("A b.\n\n- C\n- D", "A b.\n- C\n- D", ["7 stray-markup"]),
    # small numbers in words, months and countries
    ("Three teams", "Vier Teams", ["6 exchanged-word"]),
    ("All three.\nIn three teams", "Alle.\nIn vier Teams", ["7 exchanged-word"]),
    ("Three teams", "3 Teams", []),
    ("Three teams", "Das dritte Team von zweien", []),
    ("Three of ten", "Drei von zehn", []),
    ("Three teams", "Alle Teams", []),
    ("Teams of three or four", "Teams aus vier oder drei", []),
    ("The one team", "Die drei Teams", []),
    ("## Two { #a }\n\nA.", "## Fünf { #a }\n\nA.", ["6 exchanged-word"]),
    ("Since May 2010", "Seit Juni 2010", ["6 exchanged-word"]),
    ("Since May 2010", "Seit Mai 2010", []),
    ("It may march on", "Es kann im Juni sein", []),
    ("In India and Kenya", "In Indien und Ghana", ["6 exchanged-word"]),
    ("In South Africa", "In Südsudan", ["6 exchanged-word"]),
    ("In the United Kingdom", "In Großbritannien", []),
    ("Kenya’s teams, not India’s", "Kenias Teams, nicht die Indiens", []),
    ("A[^1]\n\n[^1]: As of May 2026.", "A[^1]\n\n[^1]: Stand: Juli 2026.", ["8 exchanged-word"]),
    # numbers
    ("## 24 hours { #a }\n\nA.", "## 42 Stunden { #a }\n\nA.", ["6 changed-number"]),
    ("104,690 jobs", "104690 Stellen", ["6 changed-number"]),
    ("2,500 jobs", "2500 Stellen", []),
    ("3 jobs and two", "drei Stellen und 2", []),
    ("30 jobs", "drei Stellen", ["6 changed-number"]),
    ("2.5%", "2.5\u00a0%", ["6 changed-number"]),
    ("1,234.5 and 1990", "1.234,5 BPO 1990", []),
    ("1,234.5", "1,234.5", ["6 changed-number"]),
    ("86%", "86\u00a0%", []),
    ("86%", "86 Prozent", []),
    ("86%", "86", ["6 changed-number"]),
    ("$1.9 million", "1.900.000 US-Dollar", []),
    ("$1.9 million.", "1,9 US-Dollar.", ["6 changed-number"]),
    ("$300 a year", "300 Euro im Jahr", ["6 changed-unit"]),
    ("$300 a year", "300 im Jahr", ["6 changed-unit"]),
    ("$300 and $400", "300 und 400 Dollar", []),
    ("300 a year", "300 Euro im Jahr", []),
    ("80/20: 20 seconds", "80/20: 20 Minuten", ["6 changed-unit"]),
    ("80/20: 20 seconds", "80/20: 20", ["6 changed-unit"]),
    ("$300, $300 and €300", "300 Euro, 300 Euro und 300", ["6 changed-unit"]),
    ("In 2020 a second one came.", "2020 kam ein weiterer.", []),
    ("In the year 2020.", "2020.", []),
    ("In 2023 average hours fell.", "Im Jahr 2023 sank sie.", []),
    ("Up to 2,000 dollars", "Bis 2.000", ["6 changed-unit"]),
    ("A 30-day period", "Eine 30-tägige Frist", []),
    ("It is so.\nIt costs $10,000.", "Es ist so.\nEs kostet 10.000 Euro.", ["7 changed-unit"]),
    ("1990[^1]\n\n[^1]: 1996 years.", "1990[^1]\n\n[^1]: 1996.", []),
    ("20 seconds\nand 20 minutes", "20 Minuten und\n20 Sekunden", []),
    ("Text of\n20 seconds", "Etwa\n20 Minuten", ["7 changed-unit"]),
    ("- 1\n- 2", "- 2\n- 1", ["6 changed-number", "7 changed-number"]),
    ("A 1.\n\nB 2.", "A 2.\n\nB 1.", ["6 block-order"]),
    ("A\nB\nC 1990.", "A\nB\nC 1909.", ["8 changed-number"]),
    ("16 CFR 310.4", "16 CFR 310.4", []),
    ("2×2", "BPO", []),
    # language
    ("The team works here.\nThe work goes on.", "Das Team ist hier.\nThe work goes on.", ["7 untranslated"]),
    ("The team works.\nIt is so.", "Das Team ist hier.\nThis is what they have.", ["7 wrong-language"]),
    ("Old.\nBuyers forget hidden costs here.", "Alt.\nBuyers forget hidden costs here.", ["7 untranslated"]),
    (
        "The provider does the work itself and is paid.",
        "The provider does the work itself and is paid.",
        ["6 untranslated"],
    ),
    ("The provider does it.", "Der Dienstleister tut es.", []),
    ("Some words of the page", "हर कॉल की अपनी कतार होती है", ["6 wrong-language"]),
    ("Some words of the page", "Mtoa huduma hufanya kazi ya kampuni kwa mkataba na mteja", ["6 wrong-language"]),
    ("The title is given.", "Der Titel ist „The Provider Does the Work Itself“.", []),
    ("CRM, SLA", "CRM, SLA", []),
    ("the same", "the same", ["6 untranslated"]),
    ("A.", "TODO", ["6 placeholder"]),
    ("A" + " word" * 40, "Kurz", ["6 implausible-length"]),
    # characters
    ("A", "A\n\n## 86\u00a0% { #p }\n\nB", []),
    ("A", "A „b“ (c)", []),
    ("A", "Ohne Аnruf", ["6 mixed-script"]),
    ("A", "A\u200bB", ["6 hidden-character"]),
    ("A", "u\u0308ber", ["6 not-nfc"]),
    ("A", '"B"', ["6 quotation-marks"]),
    ("A", "„B", ["6 quotation-marks"]),
    ("A", "(B", ["6 unbalanced"]),
    ("A", "B)", ["6 unbalanced"]),
    ("A", "B - C", ["6 dash"]),
    ("A", "das ist ist so", ["6 doubled-word"]),
    ("A?", "Ist das\nso so?", ["7 doubled-word"]),
    ("A", "Das ist\nist so", ["6 doubled-word"]),
    ("A", "eine Vor-Ort Ort", []),
    ("A", "das (ist ist, so)", ["6 doubled-word"]),
    ("A", "und/oder oder", ["6 doubled-word"]),
    ("A", "oder–so so", ["6 doubled-word"]),
    ("A", "(„so so“)", ["6 doubled-word"]),
    ("A", "ja:nein nein", ["6 doubled-word"]),
    ("A", "a - - b", ["6 dash", "6 dash"]),
    ("Cost | Price\n-|-\nno | no", "Kosten | Preis\n-|-\nkein | kein", []),
    ("A", "an, an einem Anruf", []),
    ("A", "jene, die die Arbeit tun", []),
    ("9%", "9%", ["6 no-break-space"]),
    ("A", 'A `"b" - c`', ["6 changed-code"]),
]


@pytest.mark.parametrize(("english", "german", "expected"), CASES)
def test_rules(parser: Parser, english: str, german: str, expected: list[str]) -> None:
    """Each fault in a German page against the English one is found, once, on its line."""
    model, page, text = _page(parser, "en", english), _page(parser, "de", german), FRONT.format(SAID["de"]) + german
    found = [
        *typography.findings(page, text, WRITTEN["de"]),
        *contents.findings({"en": model, "de": page}, IDENTIFIER, VOCABULARIES),
    ]
    assert sorted(f"{finding.line} {finding.rule}" for finding in found) == sorted(expected)


HINDI = [
    ("यह बीपीओ है।", []),
    ("यह बीपीओ है.", ["sentence-end"]),
    ("क्\u200dष", []),
    ("कॉ\u200dल", ["hidden-character"]),
    ("1,04,690 और 86%", []),
    ("कॉल सेंटर “यह ‘वह’ है”", []),
    ("„कॉल“", ["quotation-marks"]),
    ("यह कंपनी कंपनी है।", ["doubled-word"]),
    ("वह पैसे दे दे।", []),
    ("यह कंपनीs है।", ["mixed-script"]),
    ("यह बीपीओ-कॉल Сall है।", ["mixed-script"]),
]


@pytest.mark.parametrize(("text", "expected"), HINDI)
def test_hindi_characters(parser: Parser, text: str, expected: list[str]) -> None:
    """Hindi has its own stop, its joiners and its quotation marks."""
    page = _page(parser, "hi", text)
    assert [str(finding.rule) for finding in typography.findings(page, text, WRITTEN["hi"])] == expected


EDITS = [
    # hours, which languages count from midnight, noon or six o’clock
    ("From 4 p.m. to 10:30 p.m., and 7 days.", "de", "Von 16 bis 22.30 Uhr, und 7 Tage.", []),
    ("From 16:00 to 22:15.", "bg", "От 16 до 22,15 часа.", []),
    ("Open until 6 p.m.", "sw", "Hufunguliwa hadi saa 12 jioni (18:00).", []),
    ("From eight in the morning to four in the afternoon.", "sw", "Kuanzia saa mbili asubuhi hadi saa kumi.", []),
    ("Until 6 p.m. for €6.", "de", "Bis 18 Uhr für 5 Euro.", ["changed-number"]),
    ("Until 6 p.m. in 2007.", "de", "Bis 18 Uhr im Jahr 2008.", ["changed-number"]),
    ("For six days, 4 calls.", "de", "Sieben Tage lang 5 Anrufe.", ["changed-number", "exchanged-word"]),
    # dates, decades, dozens
    ("On December 31, 2027.", "de", "Am 31.12.2027.", []),
    ("On December 31, 2027.", "de", "Am 30.12.2027.", ["changed-number"]),
    ("On December 31, 2027.", "bg", "На 31.12.2028 г.", ["changed-number"]),
    ("For 3 decades.", "de", "Seit 30 Jahren.", []),
    ("For three decades.", "hi", "तीन दशकों से।", []),
    ("In 2019, and then.", "de", "Im Jahr 2019 und 2019.", ["changed-number"]),
    # numbers in words
    ("Twelve months, eleven agents.", "sw", "Miezi kumi na miwili, wahudumu kumi na mmoja.", []),
    ("Twelve months.", "sw", "Miezi kumi.", ["exchanged-word"]),
    ("12 months.", "sw", "Miezi kumi na miwili.", []),
    ("Fifteen agents.", "de", "15 Menschen.", []),
    ("Fifteen agents.", "bg", "Шестнайсет души.", ["exchanged-word"]),
    ("Twenty calls.", "hi", "15 कॉलें।", ["changed-number"]),
    ("Two people have 1.25 million.", "hi", "दो लोगों के पास साढ़े बारह लाख हैं।", []),
    ("Four points and two.", "hi", "चार और दो।", []),
    ("It is 4 percentage points.", "hi", "यह 4 प्रतिशत अंक है।", []),
    ("It is 4 percent.", "hi", "यह 4 अंक है।", ["changed-number"]),
    ("Three million calls.", "de", "3 Millionen Anrufe.", []),
    ("45 people.", "de", "Fünfundvierzig Menschen.", []),
    ("45 people.", "de", "Sechsundvierzig Menschen.", ["changed-number"]),
    ("Twenty-five people.", "bg", "25 души.", []),
    ("Three million calls.", "de", "4 Millionen Anrufe.", ["changed-number"]),
    ("300,000 calls.", "hi", "तीन लाख कॉलें।", []),
    ("300,000 calls.", "hi", "चार लाख कॉलें।", ["changed-number"]),
    ("2 million calls.", "sw", "Simu milioni mbili.", []),
    ("Thirty seconds.", "bg", "30 секунди.", []),
    ("100 seats.", "sw", "Viti mia.", []),
    ("5% of them.", "de", "Fünf Prozent davon.", []),
    ("5 of them.", "de", "Fünf Prozent davon, 6.", ["changed-number"]),
    ("It takes 1.5 hours.", "hi", "डेढ़ घंटा लगता है।", []),
    ("Open 24/7.", "de", "Rund um die Uhr geöffnet.", []),
    ("Open 24/7, and so.", "sw", "Saa 24 kila siku.", []),
    ("Open 24/7.", "de", "Jeden Tag geöffnet.", ["changed-number"]),
    ("In Q3 of 2024.", "de", "Im 3. Quartal 2024.", []),
    ("In Q3 of 2024.", "de", "Im 4. Quartal 2024.", ["changed-number"]),
    ("In the 19th century.", "bg", "През XIX век.", []),
    ("In the 19th century.", "bg", "През XX век.", ["changed-number"]),
    ("In the 1990s.", "bg", "През 90-те години.", []),
    ("In the 1990s.", "de", "In den 80er Jahren.", ["changed-number"]),
    ("In 1990.", "de", "Im Jahr 90.", ["changed-number"]),
    # what native writers wrote, and what was taken for a fault
    ("The line closes at midnight.", "sw", "Laini hufungwa saa sita usiku (00:00).", []),
    ("The line opens at nine o'clock.", "sw", "Laini hufunguliwa saa tatu asubuhi (09:00).", []),
    (
        "The shop is open from nine to five.",
        "sw",
        "Duka huwa wazi kuanzia saa tatu asubuhi (09:00) hadi saa kumi na moja jioni (17:00).",
        [],
    ),
    ("The journey takes 4.5 hours.", "hi", "सफ़र साढ़े चार घंटे का है।", []),
    ("About 3,500 people lost their jobs.", "hi", "करीब साढ़े तीन हज़ार लोगों की नौकरी गई।", []),
    ("The sector earned 2 trillion rupees.", "hi", "इस क्षेत्र ने 2 लाख करोड़ रुपये कमाए।", []),
    ("The sector earned 50 billion rupees.", "hi", "इस क्षेत्र ने पाँच हज़ार करोड़ रुपये कमाए।", []),
    ("The firm has 300 employees.", "hi", "कंपनी में तीन सौ लोग काम करते हैं।", []),
    ("The firm has 300 employees.", "sw", "Kampuni ina wafanyakazi mia tatu.", []),
    ("The grant was 500 million shillings.", "sw", "Ruzuku ilikuwa shilingi milioni mia tano.", []),
    ("The wage is 25,000 shillings.", "sw", "Mshahara ni shilingi elfu ishirini na tano.", []),
    ("The firm has 45 people.", "sw", "Kuna watu arobaini na watano.", []),
    ("Half a million people work there.", "hi", "वहाँ 5 लाख लोग काम करते हैं।", []),
    ("Half a million people work there.", "sw", "Watu 500,000 hufanya kazi huko.", []),
    ("Thirty-five people share one printer.", "sw", "Watu 35 hutumia printa moja.", []),
    ("It was the 5th largest employer.", "hi", "वह पाँचवीं सबसे बड़ी कंपनी थी।", []),
    ("In the 20th century, it was so.", "hi", "बीसवीं सदी में ऐसा था।", []),
    ("Wages rose in the 1990s.", "sw", "Mishahara ilipanda katika miaka ya tisini.", []),
    ("Wages rose in the 1990s.", "hi", "नब्बे के दशक में वेतन बढ़ा।", []),
    ("Each of the three teams gets 20 calls.", "hi", "तीनों टीमों को 20-20 कॉलें मिलती हैं।", []),
    ("It fell by 5 percent in 2021.", "hi", "2021 में यह 5 फ़ीसदी घटी।", []),
    ("Bonuses of 5%, 10% or 15% are common.", "sw", "Bonasi za asilimia 5, 10 au 15 ni za kawaida.", []),
    ("Between 5 and 10 percent leave.", "sw", "Asilimia tano hadi kumi huondoka.", []),
    ("The market is worth 12.5 to 15 million dollars.", "hi", "बाज़ार 1.25 से 1.5 करोड़ डॉलर का है।", []),
    ("The fee is Sh500.", "sw", "Ada ni shilingi 500.", []),
    ("It was KSh 15,201.65 a month.", "sw", "Ilikuwa Sh15,201.65 kwa mwezi.", []),
    ("The line is open 24/7.", "hi", "लाइन 24×7 खुली रहती है।", []),
    ("The company serves Canada, Mexico and the USA.", "hi", "कंपनी कनाडा, मेक्सिको और अमेरिका को सेवा देती है।", []),
    ("A French company serves Israel and Spain.", "hi", "फ़्रांस की एक कंपनी इसराइल और स्पेन को सेवा देती है।", []),
    ("A Dutch insurer opened it in Hungary.", "sw", "Kampuni ya bima ya Uholanzi iliifungua nchini Hangari.", []),
    ("Numbers on the DNC list must not be called.", "hi", "DND सूची के नंबरों पर कॉल नहीं की जा सकती।", []),
    ("The EU’s 27 members agree.", "bg", "27-те членки на ЕС са съгласни.", []),
    ("The share rose from 5% to 8%.", "bg", "Делът нарасна от 5 на 8%.", []),
    ("A 5-day week is the rule.", "de", "Die Fünftagewoche ist die Regel.", []),
    ("A 3-year deal was signed.", "bg", "Подписа се тригодишен договор.", []),
    ("A 2-hour test follows.", "bg", "Следва двучасов тест.", []),
    ("A 30-minute break.", "de", "Eine halbstündige Pause.", []),
    ("She waited 90 minutes.", "bg", "Тя чака час и половина.", []),
    ("100,000 calls.", "de", "Hunderttausend Anrufe.", []),
    ("About 500,000 people work there.", "de", "Rund eine halbe Million Menschen arbeitet dort.", []),
    ("Over 1 million calls.", "bg", "Над милион обаждания.", []),
    ("In the 1990s it was popular.", "de", "In den Neunzigerjahren war es beliebt.", []),
    ("Between 5% and 8% leave.", "bg", "Между 5 и 8 на сто напускат.", []),
    ("The bill is due on the 5th of the month.", "bg", "Сметката се плаща до пето число на месеца.", []),
    ("i) by hand, ii) not.", "sw", "i) kwa mkono, ii) la.", []),
    ("The firm has 300 employees.", "sw", "Kampuni ina wafanyakazi mia nne.", ["changed-number"]),
    ("A 5-day week is the rule.", "de", "Die Viertagewoche ist die Regel.", ["changed-number"]),
    ("The share rose from 5% to 8%.", "bg", "Делът нарасна от 5 на 9%.", ["changed-number"]),
    ("Bonuses of 5%, 10% or 15%.", "hi", "5, 10 या 20 प्रतिशत का बोनस।", ["changed-number"]),
    ("The fee is Sh500.", "sw", "Ada ni Sh600.", ["changed-number"]),
    # countries, and who is from there
    ("India’s lines and German ones.", "de", "Indische Leitungen und die in Deutschland.", []),
    ("In the Czech Republic for Germany.", "de", "In Tschechien für deutsche Häuser.", []),
    ("In the Czech Republic for Germany.", "bg", "В Чехия за германски домове.", []),
    ("In Myanmar and Cape Verde.", "de", "In Myanmar und auf Kap Verde.", []),
    ("In Austria.", "de", "In Australien.", ["exchanged-word"]),
    ("In Australia.", "de", "In Österreich.", ["exchanged-word"]),
    ("In India.", "bg", "В Индонезия.", ["exchanged-word"]),
    ("In the Philippines for $40.", "sw", "Ufilipino kwa dola za Marekani 40.", []),
    ("In the Philippines for $40.", "sw", "India kwa dola za Marekani 40.", ["exchanged-word"]),
    ("In Britain and the Philippines.", "hi", "ब्रिटेन और फ़िलीपींस में।", []),
    # abbreviations and labels
    ("By Dr. Sharma.", "hi", "डॉ. शर्मा और ए. के. सेन ने।", []),
    ("By them.", "hi", "उन्होंने ऐसा किया है.", ["sentence-end"]),
    ("- by call, etc.", "hi", "- प्रति कॉल आदि", []),
    ("Two ways: a) by hand, b) not.", "de", "Zwei Wege: a) von Hand, b) gar nicht.", []),
    ("By hand (or not).", "de", "Von Hand oder nicht).", ["unbalanced"]),
    ("An SLA, a CRM and the EU.", "de", "Ein SAL, ein CRM und die UE.", ["exchanged-word"]),
    ("By an NGO.", "de", "Durch eine NRO.", []),
    ("By the GDPR and in EST.", "de", "Durch die DSGVO und in MEZ.", []),
    # what was cut in the middle
    ("One is so.\nTwo are so.\nAll.", "de", "Eines ist so.\nZwei sind\nAlle.", ["cut-text"]),
    ("One is so.\nTwo are so.\nAll.", "de", "Eines ist so. Zwei sind\nso. Alle sind\nes.", []),
    ("One is so;\ntwo are so.\nAll.", "bg", "Едно\nдве.\nВсички.", []),
    ("One is so.\nAll.", "hi", "एक ऐसा है\nसब।", ["cut-text"]),
    # one text for two
    (
        "One is what they all want to have.\n\n- Two things are there.\n- Another one is not.",
        "de",
        "Das eine wollen sie alle haben.\n\n- Es gibt davon ganz genau zwei.\n- Es gibt davon ganz genau zwei.",
        ["repeated-text"],
    ),
    ("- Yes, if Asha pays for it all.\n- Yes, if Tamu pays for it all.", "de", 2 * "\n- Ja, wenn sie alles zahlt.", []),
    ("- One is so.\n- Two are so.", "de", "• Eines ist so.\n• Zwei sind so.", ["stray-markup"]),
    ("What is it?", "de", "Was ist es? (BPO)", []),
    ("What is it?", "de", "Was ist es (BPO)", ["cut-text"]),
    ("The survey, 2006", "bg", "Анкетата, 2006 г.", []),
    ("Calls, chat, and so on", "de", "Anrufe, Chat usw.", []),
    ('??? success "Answer"\n\n    It is so.', "de", "??? success „Antwort“\n\n    Es ist so.", ["stray-markup"]),
    ('??? success "Answer"\n\n    It is so.', "de", "?? success „Antwort“\n\n    Es ist so.", ["stray-markup"]),
    ("This is it.", "de", "Das =={++so++}== es.", ["stray-markup"]),
    # concepts, and what only looks like them
    ("Many firms outsource billing to win time.", "de", "Viele Firmen lagern die Abrechnung aus.", []),
    ("They outsource billing.", "bg", "Те възлагат фактурирането на външен изпълнител.", []),
    ("The bank opened a large call center.", "sw", "Benki ilifungua kituo kikubwa cha simu.", []),
    ("The email client opens the message.", "de", "Das E-Mail-Programm öffnet die Nachricht.", []),
    ("The client opens the message.", "de", "Das Programm öffnet die Nachricht.", ["missing-term"]),
    ("The town lies on the coast.", "hi", "शहर तट पर है।", []),
    ("The work stays onshore.", "hi", "काम तट पर रहता है।", ["avoided-term"]),
    # letters and signs
    ("The app runs on iOS.", "hi", "ऐप iOS पर चलता है।", []),
    ("The app runs.", "hi", "ऐप runs चलता है।", ["wrong-language"]),
    ("This is BPO.", "bg", "Това е ВРО.", ["mixed-script"]),
    ("This is ITO.", "bg", "Това е ІТО.", ["mixed-script"]),
    ("This is it.", "bg", "Това е НАТО.", []),
    ("By hand.", "bg", "На ръка\u037e", ["cut-text", "mixed-script", "not-nfc"]),
    ("By hand, so.", "de", "Von\u2000Hand so.", ["not-nfc"]),
    ("By hand.", "de", "Von\u2028Hand.", ["hidden-character"]),
    ("By hand.", "de", "Von Hand mit ~~Mühe~~.", ["stray-markup"]),
    ("By hand.", "hi", "हाथ से \u093fBPO है।", ["mixed-script"]),
]


@pytest.mark.parametrize(("english", "code", "text", "expected"), EDITS)
def test_edits(parser: Parser, english: str, code: str, text: str, expected: list[str]) -> None:
    """What is natural in a language is no fault of it, and what is none in another one still is."""
    model, page = _page(parser, "en", english), _page(parser, code, text)
    found = [
        *typography.findings(page, FRONT.format(SAID[code]) + text, WRITTEN[code]),
        *contents.findings({"en": model, code: page}, IDENTIFIER, VOCABULARIES),
    ]
    assert sorted({str(finding.rule) for finding in found}) == expected


NUMBERS = [
    ("en", "54.6 billion, 2,500, 1990s, $300,000, 80/20, 3:05", "54600000000 2500 1990 300000 80 20 3 05"),
    ("de", "54,6 Milliarden, 2.500, 300.000 Euro, 43,3\u00a0%", "54600000000 2500 300000 43.3%"),
    ("bg", "54,6 млрд., 2500, 104\u00a0690, 43,3%", "54600000000 2500 104690 43.3%"),
    ("hi", "54.6 अरब, 19 लाख, 1,04,690, 43.3 प्रतिशत", "54600000000 1900000 104690 43.3%"),
    ("bg", "1.7%, 2.5", "1.7 2.5"),  # not in Bulgarian notation, so left as written, without a value
    ("de", "2.5 %", "2.5"),
    ("sw", "Asilimia 9", "9%"),
    ("en", "It was 5.8 million. Then 86 thousand.", "5800000 86000"),  # the point ends the sentence
    ("de", "5,8 Mio. Euro, 86 Tausend. Dann 3 Billionen.", "5800000 86000 3000000000000"),
    ("bg", "5,8 млн. души, 3 хиляди.", "5800000 3000"),
    ("hi", "5 करोड़। 2 खरब", "50000000 200000000000"),
    ("sw", "elfu 5, laki 2.", "5000 200000"),
    ("sw", "bilioni 54.6, 2,500, asilimia 43.3, mwaka 2007, asilimia 86", "54600000000 2500 43.3% 2007 86%"),
]


@pytest.mark.parametrize(("code", "text", "expected"), NUMBERS)
def test_notations(code: str, text: str, expected: str) -> None:
    """Numbers are read as each language writes them."""
    block = Block(Kind.PARAGRAPH, "", (text,))
    assert " ".join(number.value for number in notation.numbers(block, WRITTEN[code])) == expected


UNITS = [
    (
        "en",
        "$1.9 million, 3 US dollars, €500, 20 seconds, a 30-day period, 5 agents, 86%",
        "USD USD EUR second day - -",
    ),
    ("en", "€380,000 + €50,000 a year in 2007; 3:05; the 1990s, 240 s", "EUR EUR - - - - second"),
    ("de", "54,6 Milliarden US-Dollar, 500 € im Jahr, 3 Tage. Euro", "USD EUR day"),
    ("bg", "54,6 млрд. щатски долара, 380\u00a0000\u00a0€ ÷ 3, 20 секунди", "USD EUR - second"),
    ("hi", "साल में 5,00,000 यूरो, 54.6 अरब डॉलर, 20 सेकंड के भीतर", "EUR USD second"),
    (
        "sw",
        "dola za Marekani bilioni 54.6, euro 500,000 kwa mwaka, sekunde 20, €40,000, timu 5",
        "USD EUR second EUR -",
    ),
]


@pytest.mark.parametrize(("code", "text", "expected"), UNITS)
def test_units(code: str, text: str, expected: str) -> None:
    """What stands beside a number says what it counts."""
    block = Block(Kind.PARAGRAPH, "", (text,))
    assert " ".join(number.unit or "-" for number in notation.numbers(block, WRITTEN[code])) == expected


METADATA = [
    (SAID["de"], []),
    ("", ["docs/de/p.md:1: front matter has no description; write one for search results [description]"]),
    ("Kurz", ["docs/de/p.md:2: description has 4 letters; write 50 to 155 [description]"]),
    ("x" * 49, ["docs/de/p.md:2: description has 49 letters; write 50 to 155 [description]"]),
    ("x" * 50, []),
    ("x" * 155, []),
    ("x" * 156, ["docs/de/p.md:2: description has 156 letters; write 50 to 155 [description]"]),
    (SAID["en"], ["docs/de/p.md:2: description is the same as in docs/en/p.md:2; translate it [untranslated]"]),
    (
        "This is what they have on the page, and it is not what one would think of it.",
        ["docs/de/p.md:2: description is in en; translate it [wrong-language]"],
    ),
]


@pytest.mark.parametrize(("description", "expected"), METADATA)
def test_descriptions(parser: Parser, description: str, expected: list[str]) -> None:
    """A description is there, of a fit length, and translated."""
    model = _page(parser, "en", "A.")
    page, _ = parser.parse(Source("de", "p.md", "docs/de/p.md", FRONT.format(description) + "A."))
    assert page is not None
    assert [str(finding) for finding in metadata.findings(_edition(page), _edition(model), IDENTIFIER)] == expected


def test_repeated_titles_and_descriptions(parser: Parser) -> None:
    """Two pages of a language have neither the same title nor the same description."""
    pages = {}
    for key in ("a.md", "b.md"):
        text = FRONT.format(SAID["en"]) + "A."
        pages[key] = parser.parse(Source("en", key, f"docs/en/{key}", text))[0]
    edition = Edition("en", "docs/en", {key: page for key, page in pages.items() if page})
    assert [str(finding) for finding in metadata.findings(edition, edition, IDENTIFIER)] == [
        "docs/en/b.md:2: description is also that of docs/en/a.md; say what this page has [description]",
        "docs/en/b.md:4: title “Heading” is also that of docs/en/a.md [repeated-title]",
    ]


EXCEPTIONS = [
    ('<!-- parity: allow changed-number "number 7": a reason -->\n\n7', []),
    ('<!-- parity: allow changed-number "number 8": a reason -->\n\n7', ["changed-number"]),
    ('<!-- parity: allow changed-link "number 7": a reason -->\n\n7', ["changed-number"]),
    ('<!-- parity: allow changed-number "number 8": a reason -->\n\nA', ["unused-exception"]),
    ('<!-- parity: allow changed-number "number 7": -->\n\n7', ["changed-number", "wrong-exception"]),
    ('<!-- parity: allow chanced-number "number 7": a reason -->\n\nA', ["wrong-exception"]),
    ("<!-- parity: please -->\n\nA", ["wrong-exception"]),
]


@pytest.mark.parametrize(("german", "expected"), EXCEPTIONS)
def test_exceptions(parser: Parser, german: str, expected: list[str]) -> None:
    """An exception with a reason silences what it names, and nothing else; one that silences nothing is a finding."""
    page = _page(parser, "de", german)
    found = contents.findings({"en": _page(parser, "en", "A"), "de": page}, IDENTIFIER, VOCABULARIES)
    assert sorted(str(finding.rule) for finding in _applied(found, page)) == expected


EXCEPTION_MESSAGES = [
    (
        '<!-- parity: allow chanced-number "7": a reason -->\n\nA',
        "docs/de/p.md:6: exception from chanced-number: there is no such rule; copy its name from the finding "
        "[wrong-exception]",
    ),
    (
        "A\n\n<!-- parity: please -->",
        'docs/de/p.md:8: exception must read <!-- parity: allow RULE "text": reason --> [wrong-exception]',
    ),
    (
        '<!-- parity: allow changed-number "number 8": a reason -->\n\nA',
        "docs/de/p.md:6: exception from changed-number for “number 8” is not needed; remove it [unused-exception]",
    ),
]


@pytest.mark.parametrize(("german", "message"), EXCEPTION_MESSAGES)
def test_messages_about_exceptions(parser: Parser, german: str, message: str) -> None:
    """A message says which exception is meant and what to do."""
    page = _page(parser, "de", german)
    assert [str(finding) for finding in exceptions.apply([], [page], RULES)] == [message]


def _applied(found: Iterator[Finding], page: Page) -> list[Finding]:
    return exceptions.apply(found, [page], RULES)


def _page(parser: Parser, code: str, text: str) -> Page:
    page, _ = parser.parse(Source(code, "p.md", f"docs/{code}/p.md", FRONT.format(SAID.get(code, "")) + text))
    assert page is not None
    return page


def _edition(page: Page) -> Edition:
    return Edition(page.language, f"docs/{page.language}", {"p.md": page})
