"""What a reader sees of an HTML page, and where it stands in the file."""

from __future__ import annotations

import pytest

from ledger.reading import read_bytes
from tests.reading.shown import blocks, quoted


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        pytest.param("<p>Forty <b>people</b>\ncame.</p><p>3 left.", ["Forty people came.", "3 left."], id="paragraphs"),
        pytest.param("Forty came.<br>3 left.<hr>5 stayed.", ["Forty came.", "3 left.", "5 stayed."], id="breaks"),
        pytest.param("<H1 CLASS=x>Forty</H1><h3>Three</h3>", ["#Forty", "#Three"], id="headings"),
        pytest.param("<ul><li>40 came<li>3 left<ul><li>1. 5 wept</ul></ul>", ["-40 came", "-3 left", "-5 wept"], id="items"),
        pytest.param("<dl><dt>Dead<dd>40<dt>Hurt<dd>3</dl>", ["|Dead: 40", "|Hurt: 3"], id="definitions"),
        pytest.param("<table><tr><th>A<th>B<tr><td>1<td>20</table>", ["|A", "|B", "|1", "|20"], id="cells"),
        pytest.param(
            "<table><tr><td>Houses\n  lost<td><b>45</b><tr><td>Dead<td>2<td>3<tr><td>Hurt<td>9 &amp; 4<tr><td>2019<td>7</table>",
            ["|Houses lost: 45", "|Dead", "|2", "|3", "|Hurt: 9 & 4", "|2019", "|7"],
            id="labels",
        ),
        pytest.param(
            "<p>Wait <code>60</code> or <kbd>2.5 s</kbd>; <code>w = <i>30</i></code> or 14.</p><pre><code>x = 1</code></pre><pre>40 came.",
            ["Wait 60 or 2.5 s; w = or 14.", "40 came."],
            id="code",
        ),
        pytest.param("<div class='highlight-py'><p>40 came.</p><pre>x <b>1</b></pre></div><pre class=hljs>2", ["40 came."], id="listings"),
        pytest.param(
            "<dl><dt>Crew</dt><dd>12</dd><dt>Quay</dt><dd>A quay is a place for ships of 3 kinds.</dd></dl>",
            ["|Crew: 12", "-Quay", "-A quay is a place for ships of 3 kinds."],
            id="terms",
        ),
        pytest.param("<td><p>Forty people came to Tarn.</td>", ["Forty people came to Tarn."], id="a table for looks"),
        pytest.param("<pre>Forty\ncame.\n\n- 3 left</pre>", ["Forty came.", "-3 left"], id="verbatim"),
        pytest.param("<blockquote>“Forty,” he said.</blockquote>", ["“Forty,” he said."], id="a quotation"),
        pytest.param(
            "It is 5 < 7, a<b, 3<4 & AT&T; 1&#8239;200 &lt;b&gt; &pound40.",
            ["It is 5 < 7, a<b, 3<4 & AT&T; 1 200 <b> £40."],
            id="loose signs",
        ),
        pytest.param("<a title='a > b' href=\"x?>\">Forty</a> came, he said.", ["Forty came, he said."], id="quoted attributes"),
        pytest.param("A<!-- 5 --> <![CDATA[6]]><!7><?8?></9>b.", ["A b."], id="comments"),
        pytest.param(
            '<style>p{4px}</style>A<script>x="</p>5"</script>b.<noscript>6</noscript><svg><text>7</text></svg>', ["Ab."], id="unread"
        ),
        pytest.param("<div><p><i>Forty</div> came</b></p></ul> today.", ["Forty", "came", "today."], id="broken nesting"),
        pytest.param(
            "Forty<sup>1</sup> of 12 km<sup>2</sup>, 10<sup>6</sup>, the 3<sup>rd</sup>, CO<sub>2</sub>.",
            ["Forty of 12 km², 10⁶, the 3rd, CO2."],
            id="raised",
        ),
        pytest.param("<p><s>40</s><del>30</del> 14 died.", ["14 died."], id="struck out"),
        pytest.param("1&shy;000 and 4\u200b0&zwnj; people&hellip;", ["1000 and 40 people…"], id="invisible"),
        pytest.param(
            "<p hidden>40</p><div style='display:none'>5</div><b aria-hidden=true>6</b>Three.", ["~40", "~5", "~6", "Three."], id="hidden"
        ),
    ],
)
def test_the_blocks_of_a_page(page, shown):
    assert blocks(page, "html") == shown


ARTICLE = "<p>The mill at Tarn closed on Monday, and 340 people lost their work.</p>" * 3
SENTENCE = "The mill at Tarn closed on Monday, and 340 people lost their work."


@pytest.mark.parametrize(
    "part",
    [
        "<nav>Top 10</nav>",
        "<footer>Pier 3, 4012 Tarn</footer>",
        "<aside><h3>Five soups</h3></aside>",
        "<button>Share <i>1.1k</i></button>",
        "<form>Search 40 titles</form>",
        "<header>Tarn 14°C</header>",
        "<div class='share-bar'>214</div>",
        "<div class=shareBar>214</div>",
        "<div class='x related_links'><p>5 things</p><p>7 charts</p></div>",
        "<section id=comments><h2>17 comments</h2><p>I counted 40 of them myself, and it was cold, believe me.</p></section>",
        "<ul class=menu><li>Call 112</li></ul>",
        "<div class='crumbs'>2029 &gt; Week 5</div>",
        "<div role=navigation>Week 5</div>",
        "<p class=promo>3 months for €1!</p>",
        "<p>Subscribe: 3 months for €1!</p>",
        "<p>Read more: <a href=/7>7 charts</a></p>",
        "<ul><li><a href=/5>5 soups for winter</a></li></ul>",
        "<p><a href=/5>5 soups for winter</a></p>",
        "<h3>Most read</h3><ol><li>1. Ice shuts the A9</li></ol>",
        "<p>© 2031 Tarn Gazette</p>",
        "<p class=caption>Image: the hall, 640×480</p>",
        "<figure><figcaption>Photo 1 of 6: R. Okell (1280 x 720)</figcaption></figure>",
        "<div class=tags>MMR-2</div>",
    ],
)
def test_what_is_around_the_article(part):
    shown = blocks(f"<html><body>{part}<h1>Mill closes</h1>{ARTICLE}{part}</body></html>", "html")
    assert [block for block in shown if not block.startswith("~")] == ["#Mill closes", *[SENTENCE] * 3]


@pytest.mark.parametrize(
    "page",
    [
        "<form>{}</form>",
        "<body class='has-sidebar no-comments tag-share'>{}</body>",
        "<main class=sidebar-left>{}</main>",
        "<div class='comment-is-free share'>{}</div>",
        "<div id=promo><div class=related><article class='ad'>{}</article></div></div>",
        "<header class=x><article>{}</article></header>",
        "<table><tr><td><nav>Top 10</nav><td>{}</table>",
    ],
)
def test_an_element_that_holds_the_page_is_no_furniture_whatever_it_is_called(page):
    assert blocks(page.format(ARTICLE), "html")[-3:] == [SENTENCE] * 3


def test_what_stands_outside_of_a_marked_article_is_furniture_unless_it_is_prose():
    page = f"<div>Tarn 14° | 3 new</div><p>{SENTENCE}</p><article><h1>Mill</h1>{ARTICLE}</article><div>Issue 40</div>"
    assert blocks(page, "html") == ["~Tarn 14° | 3 new", SENTENCE, "#Mill", *[SENTENCE] * 3, "~Issue 40"]


def test_a_caption_that_tells_something_is_kept_and_its_credit_is_not():
    page = f"{ARTICLE}<figcaption>Some 40 of the towers still stand. Photo: R. Okell, f/8</figcaption><figcaption>Tower 4</figcaption>"
    assert blocks(page, "html")[3:] == ["Some 40 of the towers still stand.", "~Photo: R. Okell, f/8", "~Tower 4"]


def test_every_character_has_its_place():
    page = "<p>Some&nbsp;<b>4&#48;\u200b0</b> &lt;of&gt;\n 3&amp;5 caf&eacute;s"
    document = read_bytes(page.encode(), "a.html")
    assert document.prose.text == "Some 400 <of> 3&5 cafés"
    assert quoted(document, "400") == "4&#48;\u200b0"
    assert quoted(document, " ") == "&nbsp;"
    assert quoted(document, "<of> 3&5") == "&lt;of&gt;\n 3&amp;5"
    assert quoted(document, "Some 400") == "Some&nbsp;<b>4&#48;\u200b0"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2031-03-05T08:00:00Z"><meta name="author" content="Ruth Okell">'
        '<meta property="og:site_name" content="Tarn Post">'
        '<link rel="canonical" href="http://a.example/5"><title>Mill closes - Tarn</title>',
        '<title>Mill closes</title><script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},'
        '{"headline": "Mill closes",'
        '"datePublished": "2031-03-05", "author": [{"name": "Ruth Okell"}], "publisher": {"name": "Tarn Post"}, "url": "http://a.example/5"}]}</script>',
        '<title>Mill closes | Tarn Post</title><link href="http://a.example/5" rel=canonical></head>'
        '<p class=byline>By Ruth Okell, <time datetime="2031-03-05 08:00">5.3.</time></p>',
    ],
)
def test_the_head_tells_of_the_source(head):
    source = read_bytes(f"<html><head>{head}<h1>Mill closes</h1>{ARTICLE}".encode(), "a.html").source
    told = (source.title, source.author, source.published, source.publisher, source.url)
    assert told == ("Mill closes", "Ruth Okell", "2031-03-05", "Tarn Post", "http://a.example/5")


@pytest.mark.parametrize("data", ["{", "[" * 9000, '{"headline": 3}', '{"headline": "\\ud800", "datePublished": "soon"}', "null"])
def test_data_for_machines_that_is_malformed_says_nothing(data):
    page = f'<html><head><title>Mill</title><script type="application/ld+json">{data}</script></head>{ARTICLE}'
    assert read_bytes(page.encode(), "a.html").source.published == ""
