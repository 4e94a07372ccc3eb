"""What a page says of itself, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.reading.shown import blocks

FURNITURE = """
Keep up with the Gazette. Get 3 stories free a day on WhatsApp.
Voted? 1.1k have. Should the bridge be rebuilt? YES 71%  NO 29%
A member of IPSO. Follow us on: Facebook (212K) X (88.4K)
Ida Voss is the author of The Tarn Road (Kestrel, 288 pp., £16.99).
You have 2 free articles left this month.
Digital access from £2 a month. Cancel any time.
6 minutes to read
Listen · 8 min
PODCAST | Episode 12 | 34 min
Results · Rankings · Shop · Login (Basket: 0)
Save  |  Gift this article (10 left this month)  |  57 comments
312 words
MARKETS   TRN 4,310.5 +0.4%   VLM 912.0 -0.1%
8° Drizzle | Lane 4 blog | 6 min
Related article: Three held in Tarn
Read also: 5 things to know
Read on
See also: Road Atlas 2028, sections 3.1 to 3.6.
See also TL 2027/48, p. 6.
See Annex 5, table 5.1, for counts by valley.
Original url:
Photo gallery: 14 images.
Photo: R. Okell, f/8, 1/250 s
Image: the sports hall, 640×480
Pictures: pages 2–7
16x9 Image
1280 x 720
240p | 360p | 720p HD
0:00 0:04:51 0:00
Share Facebook Email Link Bookmark Comments Close Download
Share Tweet WhatsApp Email Print
214 shares
3.4K Views    212 Shares    57 Comments    Listen (4:12)
214 shares | 38 comments | 4 min read
Load 54 more comments
Load 54 comments more
Show 12 more
Gus44 · 3 hours ago · 👍 7
⏲ 15 mins prep · 👍 2.1k likes · ★★★★☆ (88)
TRN 100 4,310.5 ▲ 0.4%
Breaking: 3 min ago
Updated 2 hours ago
Posts: 1,204 | Joined: Mar 2030
Comments (58)
9-minute read
Subscribe: 3 months for €1!
Sign up for our newsletter and get 3 issues
We use cookies on 12 of our pages
© 2031 Tarn Gazette. Newsroom: 555-0190
Copyright 1998-2031 Tarn Gazette AS
All rights reserved 2031
Tags: mills, MMR-2
Page 3 of 12
- 4 -
17
Tarn Working Papers 31/2                          1
Tarn Health Review, vol. 12, no. 4
Press office: 0555 318 0047, or text 70047.
Media contact: Ida Voss, +1 555 0164
Hotline for voters: 0800 14 14.
To report a fire: +370 555 0142. The desk is manned.
Donations: account 4400 1187 2031
Velm Harbour Office, P.O. Box 31, 562 07 Velm.
Registered charity no. 1034567
ISSN 0555-1234
Source: harbour register, extract 4/2027, table 3c
Notes: (1) Statistics office, release 114.
Notes: 1 Statistics office, open data. 2 Harbour register, extract 4.
Contents: 1 History 2 Design 3 Closure
Home | News | Sport | Weather 4°C | Subscribe from €1
Live: on | 38 posts | 12.4k watching
[Gallery, 11 photos]
Share this page: 940 | Topics: storms
Inside: Ten ferries that sank, page 8
1. ^ "Harbour counts 2027". Port Board. Retrieved 4 March 2029.
^ a b Okell (2001), p. 44
ADVERTISEMENT — Term cover from 299 a month
Prices delayed by at least 15 minutes
This page was last edited on 6 March 2029, at 21:17. Text is available under the Free Licence 4.0.
[3] Lindh, A. (2026). Measuring sleep. J. Night Stud. 9(3), 114–139.
Lindh, A. (2026). Measuring sleep. J. Night Stud. 9(3), 114–139.
2  Wright, Joseph C. “How Autocrats Rule.” Research Methods (2019): 1-19.
4  Daron, A., and Vindigni. 2010. "A Theory." Journal, 2 (1), pp.36-37.
Moreau, T. & Vik, S.: Lamps and Roads. 96 pp., €18, ISBN 978-0-555-31408-6.
"""

WORLD = """
Reading time fell to 40 minutes
Listen to the 12 witnesses for 40 minutes
From the archive, 40 letters were stolen.
Explore more than 40 caves, he said.
40 people have died in the floods this week.
12 others have left the party this year.
Save the Children, who ran the trial, said 300 families took part.
Start of the trial: 12 jurors, 3 of them women, sat down.
Heavy rain flooded 40 homes near the dry bed of the Orlan.
Light snow closed 12 schools in Velm.
Today 40 firefighters fought on in wind and rain.
Tomorrow 300 soldiers leave for Velm, where rain fell.
Heavy snow cut off 12 villages.
Police reports left 12 questions open for readers.
Arrests, 2015 to 2019: 12, 14, 9, 11 and 20
Get this: 40 members left after the trial.
Enjoy it: 40 fans got in free for the first year.
Clear wins in 12 of 40 seats gave members high hopes.
Rain killed 12 and snow 4.
Partly because of fog, 12 ships waited.
In the first week 300 readers have written about this.
300 readers have written to the paper about this.
Sunny Velm drew 4,000 visitors, high for May.
Try as he might, 12 members left before the trial.
Mostly dry, the lake lost 40 percent of its water.
Dead: 12 · Injured: 40 · Missing: 3
Join the 4,000 families who lost homes in the flood.
Subscribers fell by 40,000 to 312,000 in the quarter.
Video shows 12 men leaving
Watch out for 40 minutes of chaos: trains late
Outlook cut to 1.4% as rain ruins harvest
Your council tax will rise by 4.9%, or £71 a year.
Related deaths rose to 40.
Share of women: 40 percent.
Shares fell 3 percent.
Image problems cost the firm $3 million.
Contact tracing found 300-400 people.
Donations: 40 million dollars in a week.
Copyright reform passed by 40 votes.
See how 40 people live.
Print runs fell to 40,000.
Follow-up visits rose by 12.
Comments by 40 ministers were sent in.
The 40 hostages (photo: AFP) were freed.
2.1 million people fled.
40%
-4 °C
2019
4x4 vehicles make up 30 percent of sales.
12-3
1. Of 40 people, 3 were held.
3 people were held (2019: 5).
2. In 2019, University of Tarn researchers asked 1,000-2,000 people.
Okell, A. Holm and 40 others were held.
Note: 3 people were held.
Population: 1 234 567
Turnout: 61.9 percent
Search teams found 12 people
Call centres hired 400 people.
Volume 2 rose 40 percent.
Home sales rose 3 percent.
Load 300 tonnes of grain
Greens 12 | Liberals 30 | Farmers 9 | Others 4
Notes: 1 person died.
It began two hours ago
Profit • 14 million • Debt 3 million
Output ▲ 12%
"""


def is_furniture(line: str) -> list[bool]:
    return [block.startswith("~") for block in blocks(f"Forty people came to Tarn.\n\n{line}\n\nThree left.")[1:-1]]


@pytest.mark.parametrize("line", FURNITURE.strip().splitlines())
def test_what_the_page_says_of_itself(line):
    assert is_furniture(line) == [True]


@pytest.mark.parametrize("line", WORLD.strip().splitlines())
def test_what_is_said_of_the_world(line):
    assert is_furniture(line) == [False]


@pytest.mark.parametrize("line", ["15 min", "42", "2 hours ago"])
def test_a_text_of_one_line_is_no_page(line):
    assert not blocks(line)[0].startswith("~")


def test_a_label_takes_its_list_along():
    text = "Forty came.\n\nRead also\n\n- 5 things to know\n- Tram 12 is back\n\nThree left.\n\n- Two stayed."
    assert blocks(text) == ["Forty came.", "~Read also", "~5 things to know", "~Tram 12 is back", "Three left.", "-Two stayed."]


def test_links_with_their_days_belong_to_the_label_above():
    page = "The mill burnt.\n\nRelated stories\nFour new owls found — Sept. 28, 2034\nWhy 1 in 3 hives died (11 August 2034)\n"
    assert is_furniture(page) == [False, True, True, True]


def test_figures_below_the_word_documents_that_are_a_sentence_are_statements():
    assert is_furniture("The mill burnt.\n\nDocuments\n\n40 of them were found in the old house.\n") == [False, True, False]


def test_a_list_of_statements_is_no_list_of_links():
    assert blocks("See also:\n\n- Of 40 people, 3 left.")[-1] == "-Of 40 people, 3 left."


def test_a_bibliography_reaches_to_the_next_heading():
    text = "Forty came.\n\nReferences\nOkell, R. Paper. Tarn 2019.\nHolm: Mills, 2020,\n  second edition.\n\nANNEX\n\nThree left."
    assert [block[:2] for block in blocks(text)] == ["Fo", "~R", "~O", "~H", "#A", "Th"]


NOTES = "Forty came.\n\nNotes\n\n1. Lindh, A. (2026). Measuring sleep. J. Night Stud. 9(3), 114–139.\n2. Ibid., 40 cases.\n\nThree left."


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_notes_that_begin_with_a_reference_take_all_their_numbers_along(format):
    assert [block[:2] for block in blocks(NOTES, format)] == ["Fo", "~N", "~L", "~I", "Th"]


def test_notes_that_begin_with_a_statement_are_statements():
    text = NOTES.replace("Lindh, A. (2026). Measuring sleep. J. Night Stud. 9(3), 114–139.", "Of the 40, 3 were held.")
    assert [block[:2] for block in blocks(text)] == ["Fo", "~N", "-O", "-I", "Th"]


def test_a_short_line_at_the_top_is_known_by_its_end():
    assert blocks("Subscribe here\n\nForty people came.") == ["~Subscribe here", "Forty people came."]


def test_a_credit_inside_a_paragraph_is_cut_out():
    text = "The mill in 1987. (c) R. Okell / Pool. All rights reserved.Forty people came."
    assert blocks(text) == ["The mill in 1987.", "~(c) R. Okell / Pool. All rights reserved.", "Forty people came."]


@pytest.mark.parametrize(
    "credit", ["Photo: R. Okell / Pool", "(Photo by R. Okell, 1280x720)", "Photo 1 of 6: R. Okell.", "Photograph: R. Okell/Unit 8"]
)
def test_a_credit_at_the_end_of_a_caption_is_cut_off(credit):
    assert blocks(f"Some 40 people came to Tarn. {credit}") == ["Some 40 people came to Tarn.", f"~{credit}"]


def test_what_looks_like_a_credit_without_end_costs_no_time():
    text = "Some 40 people came to Tarn. Photo: " + "A." * 50 + "("
    assert blocks(text) == [text]


def test_the_time_of_the_last_change_is_no_part_of_the_text():
    text = "Forty people came.\n\n" + "Three left.\n\n" * 12 + "Last changed 2031-03-05 14:03"
    assert blocks(text)[-1] == "@Last changed 2031-03-05 14:03"


@pytest.mark.parametrize("label", ["Contents", "Table of contents", "Contents [hide]", "On this page"])
def test_a_table_of_contents_is_no_part_of_the_text(label):
    text = f"The mill\n\n{label}\n\n1 Origin\n2 The two fires\n2.1 The third night\n\nOrigin\n\nForty people came."
    assert blocks(text)[-2:] == ["#Origin", "Forty people came."]
    assert {block[0] for block in blocks(text)[1:-2]} == {"~"}


def test_figures_below_the_word_contents_are_statements():
    assert blocks("Contents\n\n40 pills were found in the box.") == ["~Contents", "40 pills were found in the box."]


def test_a_button_behind_a_heading_is_no_part_of_its_words():
    text = "Forty came.\n\nReferences [edit]\n\nOkell, R. Paper. Tarn 2019.\n\nRoads [edit]\n\nThree left."
    assert [block[:2] for block in blocks(text)] == ["Fo", "~R", "~O", "#R", "Th"]


def test_a_box_of_facts_has_figures_without_units():
    assert blocks("Locks          27\nDate closed    1958\nLength         43 km") == ["|Locks: 27", "|Date closed: 1958", "|Length: 43 km"]
    assert blocks("Date opened    1831\nDate closed    1958") == ["|Date opened: 1831", "|Date closed: 1958"]


def test_pages_behind_headings_are_no_figures():
    assert {line[0] for line in blocks("The origin           3\nMethods in towns         17\nThe end of it         130")} == {"~"}


@pytest.mark.parametrize("label", ["MORE IN NATION", "More in Sport", "More from Health", "Also on The Tarn Gazette"])
def test_a_part_of_the_site_takes_its_stories_along(label):
    assert is_furniture(f"Ten left.\n\n{label}\n\n- Two held at 12 mills\n- Fares rise 5 percent") == [False, True, True, True]


@pytest.mark.parametrize("label", ["Also on the agenda", "Also on Monday", "More in store for 40 families"])
def test_what_else_there_is_takes_nothing_along(label):
    assert is_furniture(f"Ten left.\n\n{label}\n\n- Two held at 12 mills\n- Fares rise 5 percent") == [False] * 4
