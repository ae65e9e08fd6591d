"""The page: complete, linked both ways, self-contained, and harmless whatever a document holds."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.exports.html import to_html
from counterclaim.exports.html_cards import FRAMES
from counterclaim.exports.markup import shown
from counterclaim.ingest.files import from_text
from counterclaim.pipeline import Pipeline, collect
from counterclaim.records import (
    Bound,
    Claim,
    Document,
    Entity,
    Factuality,
    Ledger,
    Quantity,
    Refusal,
    Section,
    Span,
    Stance,
    Time,
)
from tests.exports.samples import Element, Page, claim_at, collection, document_of, filler, ledger_of
from tests.strategies import ANY_TEXT, REPORT_LIKE

TEXT = "Norway sold 40 tanks to Latvia, the minister said. Malta denied it.\n\nKeep reading:\n\nOslo halts sale of guns"
REPORT = document_of(TEXT, title="Tanks for Riga")
SOLD = claim_at(REPORT, (7, 11), (0, 30), source=(32, 44))
HOSTILE = [
    '<script>alert("x")</script>',
    "</script></style></title><svg onload=alert(1)>",
    "<!-- --><![CDATA[ ]]>",
    '" \' ` onmouseover=alert(1) x="',
    "javascript:alert(1)",
    "\u202e\u2066txt.exe",
    "\x00\x08\x1b[31m\x9b\ufffe",
    "\ud800\udfff",
    "&lt;b&gt; &amp; &#0;",
    "{{ x }} {% y %} ${z}",
    "x" * 5000,
    "e\u0301\u0316" * 200,
]


def page(ledger: Ledger, **kept: object) -> Page:
    return Page(to_html(ledger, **kept))  # type: ignore[arg-type]


def is_safe(whole: str) -> bool:
    """Whether a page has only the script and style of the package, no handler, and nothing to load."""
    found = Page(whole)
    own = {
        name: (files("counterclaim.exports") / "assets" / name).read_text("utf-8") for name in ("page.css", "page.js")
    }
    assert [e.text for e in found.tags("script")] == [own["page.js"]]
    assert [e.text for e in found.tags("style")] == [own["page.css"]]
    used = {e.tag for e in found.elements}
    assert not used & {"img", "iframe", "object", "embed", "link", "base", "audio", "video", "source", "portal"}
    drawn = {e.tag for e in found.elements if any(above.tag == "svg" for above in e.above)}
    assert drawn <= {"title", "desc", "g", "path", "line", "circle", "rect", "polygon", "text"}
    for element in found.elements:
        names = set(element.attributes)
        assert not {n for n in names if n.startswith("on") or n in {"src", "srcset", "style", "action", "formaction"}}
        assert element.attributes.get("href", "#").startswith("#") or is_outward(element)
    return True


def is_outward(link: Element) -> bool:
    """Whether a link leads to the web, shows its whole address, and tells nobody where the reader comes from."""
    address, rel = link.attributes["href"], link.attributes.get("rel", "")
    plain = address.isascii() and address.isprintable() and not set(address) & set("\"'<> @") and "." in address
    return plain and address.startswith("https://") and link.text == address and "noreferrer" in rel


def resolves(found: Page) -> bool:
    """Whether ids are there once, and every link leads to one."""
    ids = [e.attributes["id"] for e in found.elements if "id" in e.attributes]
    assert len(set(ids)) == len(ids)
    inward = {e.attributes["href"] for e in found.tags("a") if not is_outward(e)}
    return {target.removeprefix("#") for target in inward} <= set(ids)


def card_of(found: Page, claim: Claim) -> Element:
    [card] = [e for e in found.all("card") if e.attributes["id"] == "c-" + claim.id.removeprefix("c:")]
    return card


def test_a_report_with_one_claim() -> None:
    found = page(ledger_of(REPORT, SOLD))
    [trigger] = found.all("t")
    assert trigger.text == "sold1"
    assert trigger.classes == {"t", "f-transfer", "v-ct"}
    card = card_of(found, SOLD)
    assert trigger.attributes["href"] == "#" + card.attributes["id"]
    assert any(e.attributes.get("href") == "#" + trigger.attributes["id"] for e in found.all("num"))
    for part in (
        "transfer: sale",
        "the minister",
        "says",
        "Norway sold 40 tanks to Latvia",
        "transfer/sell.01",
        SOLD.id,
    ):
        assert part in card.text
    assert "".join(e.text for e in found.all("e")) == "Norway sold1 40 tanks to Latvia"
    assert found.one("about").text.startswith("Report 1 Tanks for Riga")


def test_the_head_of_a_document() -> None:
    known = replace(REPORT, published="2024-03-05", byline="A Writer", dateline="OSLO", credits=("NTB", "AFP"))
    text = page(ledger_of(known, SOLD)).one("about").text
    for part in ("report.txt", "2024-03-05", "A Writer", "OSLO", "NTB, AFP", "1 claim"):
        assert part in text


@pytest.mark.parametrize(
    ("factuality", "line", "words"),
    [
        (Factuality.CERTAIN, "v-ct", "says"),
        (Factuality.PROBABLE, "v-pr", "says probably"),
        (Factuality.POSSIBLE, "v-pr", "says possibly"),
        (Factuality.NOT_CERTAIN, "v-no", "denies"),
        (Factuality.NOT_PROBABLE, "v-no", "doubts"),
        (Factuality.NOT_POSSIBLE, "v-no", "doubts"),
        (Factuality.UNDERSPECIFIED, "v-uu", "leaves open"),
    ],
)
def test_certainty_is_a_line_and_words(factuality: Factuality, line: str, words: str) -> None:
    found = page(ledger_of(REPORT, replace(SOLD, factuality=factuality)))
    [trigger] = found.all("t")
    assert line in trigger.classes
    assert found.one("verdict").text == words
    assert words in trigger.attributes["title"]


@pytest.mark.parametrize("frame", [*FRAMES, "else", '"><b>'])
def test_a_frame_is_a_colour_and_a_word(frame: str) -> None:
    found = page(ledger_of(REPORT, replace(SOLD, frame=frame)))
    [trigger] = found.all("t")
    assert (f"f-{frame}" if frame in FRAMES else "f-other") in trigger.classes
    assert found.one("card").attributes["data-f"] == frame
    assert frame in found.one("card").text


def test_everything_that_a_claim_holds_is_on_its_card() -> None:
    link = replace(
        SOLD.attribution[0],
        cue=filler(TEXT, (45, 49)),
        stance=Stance.ASSERT,
        medium=filler(TEXT, (51, 56)),
        time=Time("2024-03-01", "2024-03-07", "last week", Span(0, 1), "published"),
    )
    full = replace(
        SOLD,
        attribution=(link, *SOLD.attribution),
        roles={"to_place": (filler(TEXT, (24, 30), "e:1"),), "item": (filler(TEXT, (12, 20)),)},
        quantity=Quantity(40, None, Bound.MIN, "tanks", "at least 40", Span(12, 14)),
        value=Quantity(4e6, 4e6, Bound.EXACT, "USD", "$4 million", Span(0, 1)),
        time=Time("2024-02-01", None, "since February", Span(0, 1), "stated"),
        place=filler(TEXT, (51, 56)),
    )
    ledger = Ledger((REPORT,), (Entity("e:1", "GPE", "Republic of Latvia", (), ()),), (full,))
    text = card_of(page(ledger), full).text
    for part in (
        *("the minister “said”, Malta, last week (2024-03-01 to 2024-03-07, counted from the publication date) → the",),
        *("to placeLatvia (Republic of Latvia)", "item40 tanks", "how manyat least 40 (≥ 40 tanks)"),
        *("worth$4 million (4,000,000 USD)", "whensince February (from 2024-02-01, as stated)", "whereMalta"),
    ):
        assert part in text, part


def test_sections_are_marked_and_related_headlines_kept_apart() -> None:
    at = TEXT.index("Oslo")
    apart = claim_at(REPORT, (at + 11, at + 15), (at, len(TEXT)), section=Section.RELATED)
    places = [(Span(0, 50), Section.BODY), (Span(TEXT.index("Keep"), len(TEXT)), Section.RELATED)]
    found = page(ledger_of(REPORT, SOLD, apart), sections={REPORT.id: places})
    assert found.one("part").text.startswith("related headlines: of other articles")
    assert "Oslo halts sale" in found.one("part").text
    assert "Norway" not in found.one("part").text
    assert "related" in card_of(found, apart).classes
    assert "related headline" in card_of(found, apart).text
    assert found.one("total").text == "all1–––1"
    assert found.one("apart").text == "in related headlines1–––1"
    assert "2 claims, 1 of them in related headlines" in found.one("about").text


def test_overlapping_nested_and_equal_spans() -> None:
    spans = [((7, 11), (0, 30)), ((7, 11), (5, 25)), ((9, 20), (0, 49)), ((12, 14), (12, 14)), ((32, 44), (0, 49))]
    claims = [claim_at(REPORT, t, e, rule=f"r/{i}", frame=FRAMES[i]) for i, (t, e) in enumerate(spans)]
    found = page(ledger_of(REPORT, *claims))
    assert resolves(found)
    assert sorted(e.text for e in found.tags("sup")) == ["1", "2", "3", "4", "5"]
    assert re.sub(r"\d", "", found.one("text").text).replace("\n", "") == re.sub(r"\d", "", TEXT).replace("\n", "")
    assert not any(e.tag == "a" for link in found.tags("a") for e in link.above)  # no link inside a link


def test_several_documents_have_a_list_and_their_own_numbers() -> None:
    other = document_of("Sweden sold 12 rifles to Malta.", "other.txt")
    rifles = claim_at(other, (7, 11), (0, 30))
    found = page(Ledger((REPORT, other), (), (SOLD, rifles)))
    assert resolves(found)
    [contents] = found.tags("nav")
    assert contents.text == "Tanks for Riga 1 claimother.txt 1 claim"
    assert [e.text for e in found.tags("sup")] == ["1", "1"]
    assert [e.attributes["data-c"] for e in found.all("card")] == ["0", "1"]


def test_what_was_not_read_is_named() -> None:
    found = page(Ledger((), (), (), (Refusal("<a>.txt", "empty text", "look again"),)))
    text = found.one("refused").text
    for part in ("Not read", "1 input", "<a>.txt", "empty text", "look again"):
        assert part in text


def test_an_empty_ledger_and_a_report_without_claims() -> None:
    assert "0 claims of 0 reports" in page(Ledger((), (), ())).one("top").text
    assert "Nothing in this report" in page(ledger_of(REPORT)).one("none").text


def test_links_of_a_collection_resolve_and_its_pictures_are_harmless() -> None:
    whole = to_html(collection())
    assert is_safe(whole)
    assert resolves(Page(whole))


def test_the_disclaimer_stands_at_the_top_and_at_the_foot() -> None:
    found = page(ledger_of(REPORT, SOLD))
    disclaimer = "What is shown is what the reports say; nothing of it is checked."
    assert disclaimer in found.one("top").text
    assert disclaimer in found.tags("footer")[0].text


def test_the_policy_allows_the_pages_own_style_and_script_only() -> None:
    whole = to_html(ledger_of(REPORT, SOLD))
    [policy] = [
        e.attributes["content"]
        for e in Page(whole).tags("meta")
        if e.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";")}
    assert rules["default-src"] == ["'none'"]
    for name, kind in (("style", "style-src"), ("script", "script-src")):
        [element] = Page(whole).tags(name)
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        assert rules[kind] == [f"'sha256-{digest}'"]
    assert whole.index("Content-Security-Policy") < whole.index("<style>")


def test_the_page_names_no_address() -> None:
    assert not re.search(r"https?:|//[a-z]|url\(|@import", to_html(ledger_of(REPORT, SOLD)))


def test_landmarks_language_and_keyboard() -> None:
    found = page(ledger_of(REPORT, SOLD))
    assert found.tags("html")[0].attributes["lang"] == "en"
    for landmark in ("header", "main", "footer", "article", "section"):
        assert found.tags(landmark), landmark
    assert found.one("skip").attributes["href"] == "#content"
    levels = [int(e.tag[1]) for e in found.elements if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(e.attributes.get("aria-label") for e in found.elements if e.tag == "section" and e.is_in("panes"))
    assert "hidden" in found.tags("form")[0].attributes  # only the script can filter


def colours(dark: bool) -> dict[str, tuple[float, ...]]:
    """The colours of the light or the dark page."""
    css = (files("counterclaim.exports") / "assets" / "page.css").read_text("utf-8")
    part = css.split("prefers-color-scheme: dark")[1 if dark else 0].split("* {")[0]
    hexes = dict(re.findall(r"--(\w+): #(\w{6})", part))
    return {name: tuple(int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)) for name, code in hexes.items()}


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""

    def luminance(colour: tuple[float, ...]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("frame", FRAMES)
def test_contrast_is_at_least_aa(frame: str, dark: bool) -> None:
    known = colours(dark)
    colour, sheet = known[frame], known["sheet"]
    tinted = tuple(0.16 * c + 0.84 * s for c, s in zip(colour, sheet, strict=True))
    assert contrast(colour, sheet) >= 4.5
    assert contrast(known["ink"], tinted) >= 7
    assert contrast(colour, tinted) >= 4
    assert contrast(known["soft"], known["paper"]) >= 4.5
    assert contrast(known["ink"], known["target"]) >= 7


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_everywhere(text: str) -> None:
    whole = f"{text} sold {text}"
    at = len(text) + 1
    report = Document(f"{text}.txt", whole, "0" * 64, title=text, published=text, byline=text, dateline=text)
    report = replace(report, outlet=text, credits=(text, text))
    told = claim_at(report, (at, at + 4), (0, len(whole)), source=(0, len(text)), entity="e:1", rule=shown(text))
    told = replace(told, frame=shown(text), stage=text, roles={text: told.roles["item"]})
    found = to_html(Ledger((report,), (Entity("e:1", "GPE", text, (), ()),), (told,), (Refusal(text, text, text),)))
    assert is_safe(found)
    assert resolves(Page(found))
    assert shown(text)[:200] in Page(found).one("text").text
    found.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_propositions(text: str) -> None:
    whole = collection()
    stray = tuple(
        replace(
            p,
            summary=text,
            frame=shown(text),
            stage=text,
            roles=tuple((role, (text,)) for role, _ in p.roles),
            origins=tuple(replace(origin, label=text) for origin in p.origins),
            figures=tuple(replace(figure, unit=text, stage=text) for figure in p.figures),
            reasons=(text,),
        )
        for p in whole.propositions
    )
    lineages = tuple(replace(lineage, label=text) for lineage in whole.lineages)
    said = tuple(replace(utterance, label=text, reason=text) for utterance in whole.utterances)
    acting = tuple(replace(p, frame=kept.frame) for p, kept in zip(stray, whole.propositions, strict=True))
    for propositions in (stray, acting):
        found = to_html(replace(whole, propositions=propositions, lineages=lineages, utterances=said))
        assert is_safe(found)
        assert resolves(Page(found))
        found.encode("utf-8")


def test_a_proposition_that_is_there_twice_counts_once() -> None:
    whole = collection()
    assert to_html(replace(whole, propositions=whole.propositions * 2)) == to_html(whole)


@given(ANY_TEXT | REPORT_LIKE, st.lists(st.tuples(*[st.integers(0, 40)] * 4), max_size=6), ANY_TEXT)
@settings(max_examples=100)
def test_any_document_and_any_spans(text: str, spans: list[tuple[int, int, int, int]], name: str) -> None:
    report = document_of(text, name, title=name)
    claims = [claim_at(report, (a, b), (c, d), rule=f"r/{i}") for i, (a, b, c, d) in enumerate(spans)]
    found = to_html(ledger_of(report, *claims))
    assert is_safe(found)
    read = Page(found)
    assert resolves(read)
    assert len(read.all("card")) == len(claims)
    assert sorted(int(e.text) for e in read.tags("sup")) == list(range(1, len(claims) + 1))
    ids = {e.attributes["id"] for e in read.elements if "id" in e.attributes}
    assert {f"{kind}-{c.id.removeprefix('c:')}" for c in claims for kind in "ct"} <= ids
    if not claims:
        assert "".join(read.one("text").text.split()) == "".join(shown(text).split())


def test_a_report_as_the_pipeline_reads_it() -> None:
    reading = Pipeline().read_document(from_text(f"Oslo sells tanks\n\n{TEXT}", "report.txt"))
    sections = {reading.document.id: [(s.span, s.section) for s in reading.sentences]}
    ledger = collect([reading])
    found = page(ledger, sections=sections)
    assert resolves(found)
    assert len(found.all("card")) == len(ledger.claims) >= 2
    assert {"title", "related"} <= {name for part in found.all("part") for name in part.classes}


def test_a_megabyte_and_thousands_of_claims() -> None:
    big = document_of((TEXT + "\n\n") * 9000)
    assert len(big.text) > 900_000
    step = len(TEXT) + 2
    claims = [
        claim_at(big, (i * step + 7, i * step + 11), (i * step, i * step + 30 + i % 20), rule=f"r/{i}")
        for i in range(5000)
    ]
    found = to_html(ledger_of(big, *claims))
    assert found.count(' class="card ') == 5000
    assert len(found) < 20_000_000
