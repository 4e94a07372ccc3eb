"""Documents of many kinds in which the page says little, a line of it behind ``~``: all else is told, whatever it looks like.

Each has a line of the page where a rule for such lines would begin, so that what such a rule takes too much of is seen.
"""

DOCUMENTS = {
    "recipe": """~Jump to recipe
Red lentil soup
Serves 4
Prep 20 minutes
Cook 1 hour
~Print
- 200 g red lentils
- 3 carrots
- 2 onions
~Share this
Rinse the red lentils under cold water and put them into a large pan with the carrots and the onions.""",
    "recipe whose ingredients are no items": """Comfort in a bowl
~4.8 stars
Makes 12 rolls
180 calories each
500 g strong flour
7 g dried yeast
~Share this
Mix the flour with the yeast and leave it to rise in a warm place for as long as it takes.""",
    "event": """~Share this
Velm Harbour Run
Distance 10 km
Entry €45
~Tickets
Start 9 am at the customs house
The Velm Harbour Run leads along the quays and back over the two bridges to the customs house.""",
    "event with labels": """~Share this
Entry fee: €45
Places: 1,200
~Tickets
Velm Harbour Run
The Velm Harbour Run leads along the quays and back over the two bridges to the customs house.""",
    "press release": """PRESS RELEASE
~Tel. 0555 014 771
40 new trams for Velm
Order worth €112 million
Velm to buy new trams from Oster Works
- 40 trams
- 212 seats each
- 15 years of upkeep
~Share this
The city of Velm has ordered new trams from Oster Works, the mayor told reporters on Tuesday morning.""",
    "press release with highlights above its text": """~Share this
Halden Metals: the year in figures
- Sales up 12 percent
- 640 jobs created
- Dividend of $1.20
~Download PDF
Halden Metals had its best year since it was founded, with sales up in all of the regions where it mines.""",
    "minutes": """Garth Parish Council
~Page 1 of 4
14 members of the public
Balance of £23,417
~Contact: clerk 0555 014 771
Matters arising
The council heard that the hedge along the lane had been cut and that the bench would be mended.""",
    "statistics": """~Share this
Deaths on the roads
412 in all
31 of them cyclists
9 percent fewer than the year before
~Download PDF
Fewer people died on the roads of Engel than in any year since records began, the ministry said.""",
    "results": """~Share this
Velm Marathon
1 Amina Kip 28 Kenya
2 Rosa Tamm 31 Engel
3 Lea Brook 24 Marr
412 finishers
~More results
Amina Kip won the Velm Marathon on Sunday in warm sunshine, ahead of the local favourite Rosa Tamm.""",
    "results below their report": """~Share this
Kip wins the Velm Marathon
Amina Kip won the Velm Marathon on Sunday in warm sunshine, ahead of the local favourite Rosa Tamm.
412 finishers
31 gave up
~Share this
2,000 spectators on the bridges""",
    "table": """Clinic | Beds | Staff
Velm | 120 | 340
Oster | 45 | 112
~Share this
The clinic at Velm has more beds than all the others of the county together, a count of them shows.""",
    "table in columns": """~Share this
Clinic      Beds      Staff
Velm        120       340
Oster       45        112
~Download PDF
The clinic at Velm has more beds than all the others of the county together, a count of them shows.""",
    "questions": """Questions about the levy
~Share this
Who pays?
All 3,200 owners of boats.
How much?
Up to €90 for a boat of 12 metres.
~More questions
When does the levy begin and how can it be paid by those who own several boats in several harbours?""",
    "bulletin": """EPIDEMIOLOGICAL BULLETIN
~Page 1 of 4
214 cases
17 deaths
3 districts
~Contact: bulletin 0555 014 771
The outbreak of dengue goes on in the south, while no new cases were seen in the islands last week.""",
    "flood warnings": """Flood warnings
~Updated 2 hours ago
Tarn at Velm 4.2 metres
Oster at Marr 3.1 metres
12 roads closed
~More warnings
People who live beside the Tarn should move what they value to the upper floors and wait for news.""",
    "police log": """Police log
~Share this
3 burglaries in Oster
11 cars stopped
2 arrests
~More news
A quiet week ended with a fire in a barn near Marr, which the police believe was lit by somebody.""",
    "timeline": """How the strike went
~Share this
9,000 walk out
Day 12: talks begin
41 arrests
~Read more
The strike of the dockers was the longest that the harbour has known, and it ended as it had begun.""",
    "key points": """~Share this
Dockers end their strike
9,000 go back to work
Pay up 6 percent
Talks took 19 hours
~Listen
The dockers of Velm voted on Friday to end the strike that had closed the harbour for most of the spring.""",
    "headline in three decks": """~Share this
40 HURT
Panic on the quay
Ferry rams pier at Velm
~Save
The ferry from Oster rammed the pier at Velm on Sunday and threw its passengers from their seats.""",
    "headline that explains nothing": """~Share this
Nine minutes in 1974
What a fisherman saw from the pier at Velm on the day that the ferry sank
~Save
On the pier at Velm, on the day that the ferry sank, stood a fisherman who never spoke of it again.""",
    "listing of a house": """Whitewashed house on the quay
~Save
3 bedrooms
2 baths
140 square metres
€480,000
~Contact: agent 0555 014 771
A whitewashed house right on the quay, with a garden to the south and a boat house of its own.""",
    "job": """Harbour master wanted
~Apply now
€52,000 a year
38 hours a week
30 days of leave
~Share this
The port of Velm is looking for a harbour master who knows the tides and can speak with the crews.""",
    "walk": """Over the ridge to Marr
~Print
12 km
640 m of ascent
4 hours
~Share this
The path climbs from the church at Oster to the ridge and follows it all the way down to Marr.""",
    "product": """~Share this
Oster 40 folding kayak
14 kg
3.9 m long
2 seats
~Buy now
The folding kayak from Oster is light enough for one to carry and stiff enough for the open sea.""",
    "election": """Oster votes
~Share this
Hanne Orlik 4,112
Paul Denk 3,980
Turnout 61 percent
~More results
Hanne Orlik has won the vote in Oster by a narrow margin after a count that went on until dawn.""",
    "poll": """~Share this
What Velm thinks of the bridge
For 61 percent
Against 30 percent
1,004 asked
~Download PDF
Most people in Velm want the bridge, a poll by the Quay Institute has found, and few have no view.""",
    "company": """~Share this
Halden at a glance
Founded 1974
2,600 employees
9 mines
~Contact: press 0555 014 771
Halden Metals digs for nickel and copper in the far north and sells both to makers of batteries.""",
    "animal": """~Share this
The tarn otter
Weight 9 kg
Lives 14 years
340 left
~Read more
The otter of the Tarn is shy and hunts at night, so that hardly anybody who lives there has met it.""",
    "auction": """Autumn auction
~Print
Lot 14, a clock: €3,200
Lot 15, two chairs: €410
112 lots in all
~Contact: saleroom 0555 014 771
The autumn auction brought more than the house had hoped for, though some of the best stayed unsold.""",
    "notice of a death": """~Share this
Lionel Brack
63 years old
41,000 crossings
~Save
Lionel Brack, who owned the ferry, has died at home among his family after a long illness of the lungs.""",
    "school letter": """Tarn School
~Page 1 of 2
19 pupils
2 teachers
~Contact: office 0555 014 771
Dear parents, the school will stay open after all, since the county has found the money for the roof.""",
    "digest": """~Share this
Storm in the north
9,000 homes without power
The storm that came in from the sea on Sunday brought down lines all along the coast of the north.
Strike in the harbour
40 ships waiting
~Share this
The dockers of Velm voted on Friday to go on with the strike that has closed the harbour since spring.""",
    "live page": """~Share this
Fire at the mill
~14:05
40 people brought out
~13:50
6 engines on the scene
~Updated 2 hours ago
The fire at the mill broke out shortly before noon on the upper floor, where the grain is dried.""",
    "prices": """Market day at Oster
~Share this
Lamb €7.20 a kilo
Eggs €3 a dozen
214 stalls
~More news
Market day at Oster was busy despite the rain, and the farmers went home with their carts empty.""",
    "rows of facts": """The ridge walk to Marr
~Share this
12 km | 640 m up | 4 hours
Serves 4 | 20 minutes
~Print
The ridge walk to Marr begins at the church of Oster and follows the old road of the drovers north.""",
    "exam results": """~Share this
Results at Tarn School
Passed 41 of 44
Best mark 98 percent
~Download PDF
Nearly all the pupils of Tarn School have passed, the head teacher said, and one had a mark to frame.""",
    "road works": """~Share this
Closures this week
B4117 for 3 days
Quay Street for 6 nights
~Contact: roads 0555 014 771
Drivers should leave more time for their journeys this week, since several streets are to be closed.""",
    "museum": """The lamp museum
~Tickets
1,140 lamps
51 rooms
Adults €9
~Opening hours
The museum shows how the streets of the old town were lit before there was a power station nearby.""",
}
"""By kind, the documents as text; no line of them is blank."""
