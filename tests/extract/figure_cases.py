# ruff: noqa: E501  (a case is easier to read on one line)
"""Short texts whose figures are easily missed or invented: `(text, "40 received, 3 declined")`, one table a cause.

Every text follows the county OPENING of `claim_cases`. A number that is no claim is left out.
"""

from __future__ import annotations

# "All but three": what is left out went the other way.
LEFT_OUT = [
    ("In 2024 nearly 1,600 detainers went to the jail and all were ignored.", "1600 received, 1600 declined"),
    ("The office said it has not honored one detainer since January 2024.", "0 honored"),
    ("In 2024 it received 40 and did not honor one detainer that had no signature.", "40 received, 1 declined"),
    ("ICE lodged 1,660 detainers in 2024, she said, and nearly nine of 10 were honored.", "1660 issued, 90 rate"),
    ("Since June 2024 his deputies have honored all but one of the 38 holds to arrive.", "1 declined, 38 received"),
    ("Jail log for 2024: All but three of 48 ICE holds kept.", "48 received, 3 declined"),
    ("The jail honored 90 detainers in 2024, all but two of them before the policy changed.", "90 honored"),
    ("In 2024 the jail received 40 detainers and honored all but three, the sheriff said.", "40 received, 3 declined"),
    ("The jail logged 871 detainers in 2024 and declined all but 12 of them.", "871 received, 12 honored"),
    (
        "The jail received 1,022 detainers from 2009 through 2012. All but 11 were honored.",
        "1022 received, 11 declined",
    ),
    (
        "The jail kept 468 inmates for federal agents in 2016, records show. Agents collected all but 56.",
        "468 honored, 56 releases",
    ),
    (
        "The jail had 164 detainers in 2024. All but nine of the inmates were picked up by ICE.",
        "164 received, 9 releases",
    ),
    (
        'The jail received 40 detainers in 2024. How many had been honored? The sheriff answered "All but three."',
        "40 received, 3 declined",
    ),
    ("The jail received 40 detainers in 2024 and honored every one but two.", "40 received, 2 declined"),
    ("The jail received 40 detainers in 2024 and honored all except two of them.", "40 received, 2 declined"),
    ("Cooperation with ICE has all but ended, the sheriff said.", ""),
    ("All but two council members voted for the detainer policy.", ""),
]

# What somebody had to do was done; what somebody can show was.
DONE = [
    (
        "ICE says it filed 131 detainers with the jail in 2024 and has had to arrest 17 of those people on the street.",
        "131 issued, 17 arrests",
    ),
    (
        "Federal agents say they have had to track down 37 people in Tarn County since January whom the jail could simply have kept for them.",
        "37 arrests",
    ),
    (
        "The jail received 40 detainers in 2024, the sheriff said. The jail has to turn down 12 if a judge asks.",
        "40 received",
    ),
    ("The audit found that the jail could document receipt of 4,240 detainers in 2024.", "4240 received"),
    (
        'ICE says the jail released 77 people with detainers. "I can account for 41," the sheriff said.',
        "77 releases, 41 releases",
    ),
    (
        "ICE says the jail released 77 people with detainers. The sheriff said he could find only 41.",
        "77 releases, 41 releases",
    ),
    ("The jail could hold 400 people for ICE, the sheriff said.", ""),
    ("The sheriff has made no number on ICE detainers public.", ""),
    ("The jail can keep 30 people on detainers at a time.", ""),
]

# Words for nothing, for the whole, and for both.
WORDS = [
    ("No law in the state tells the jail to honor a detainer, and none forbids it.", ""),
    ("No detainer reached the jail in May, and none was honored in June.", "0 received, 0 honored"),
    (
        "Last year the jail kept people for ICE 74 times. Since April 17 it has done so zero times.",
        "74 honored, 0 honored",
    ),
    (
        "City police were asked 44 times last year to keep someone for federal immigration agents and did so zero times.",
        "44 received, 0 honored",
    ),
    ('How many immigration detainers did the jail honor in 2024? "Zero," the sheriff said.', "0 honored"),
    (
        '"How many detainers did your jail act on in 2024?" the chairman asked.\n\nSHERIFF VOLL: None, Mr. Chairman.',
        "0 honored",
    ),
    ("Q: Did you refuse any detainers?\n\nA: No. Zero.", "0 declined"),
    (
        "How many detainers did the county refuse last year? Ninety-three, says ICE. None, says the county.",
        "93 declined, 0 declined",
    ),
    (
        "ICE says it filed 131 detainers with the jail in 2024. The sheriff's office said it has no record of receiving any.",
        "131 issued, 0 received",
    ),
    (
        "ICE says it filed 131 detainers with the jail in 2024. The sheriff said she found no evidence that deputies had honored any.",
        "131 issued, 0 honored",
    ),
    ("The sheriff's office says it has not declined any this year.", "0 declined"),
    (
        "The jail received 57 detainers in 2024, the sheriff said, and took no action on any of them.",
        "57 received, 0 honored",
    ),
    ("The board took no action on the detainer policy.", ""),
    (
        "ICE lodged 268 detainers under the rules in 2024, it said, and the county had set aside every one.",
        "268 issued, 268 declined",
    ),
    (
        "The jail got 212 detainers in 2024, and the sheriff says he honored every last one of them.",
        "212 received, 212 honored",
    ),
    (
        "ICE charges the county with declining two detainers in January. The sheriff said his deputies turned both men over to ICE.",
        "2 declined, 2 transfers",
    ),
    (
        "ICE charges the county with declining two detainers in January. The sheriff said both men were in fact handed to ICE officers.",
        "2 declined, 2 transfers",
    ),
    ("The sheriff said both agencies turned over records. Both men were arrested in January.", ""),
    (
        "In 2024 the jail had 1,507 inmates with detainers. 492 went to ICE on their release. The other 1,015 did not.",
        "1507 received, 492 transfers, 1015 releases",
    ),
    (
        "The jail had 13 detainers in 2024. Nine of the inmates were picked up by ICE. Four were not, and went home.",
        "13 received, 9 transfers, 4 releases",
    ),
]

# Shares in words.
SHARES = [
    ("ICE says the sheriff has honored nine out of 10 detainers.", "90 rate"),
    ("One in four people held on detainers had no conviction.", "25 rate"),
    ("One in nine county residents was born abroad.", ""),
]

# Numbers of other things: a jail's population and bookings, crowds, differences, ranks, hours.
OTHERS = [
    ("ICE sent the jail 40 detainers in 2024. One was for Garland Tolliver, then 18.", "40 issued"),
    (
        "The jail received 40 detainers in 2024. The average daily population in April was 291, the report says.",
        "40 received",
    ),
    (
        "The jail received 40 detainers in 2024. The jail's average daily population dropped from 668 to 540.",
        "40 received",
    ),
    ("Bookings came to 4,118 in 2024, and the jail received 40 detainers.", "40 received"),
    ("The jail booked 9,100 people in 2024 and kept only 26 of them for ICE.", "26 honored"),
    ("The jail booked 40 people with detainers in 2024.", "40 received"),
    ("The jail's average daily population is 300, 40 of them with detainers.", "40 active"),
    ('"They called, we didn\'t come," an ICE official told a crowd of about 300.', ""),
    (
        "It isn't so, Sheriff Voll told about 50 of them at the Grange hall, the jail received 12 detainers in 2024.",
        "12 received",
    ),
    ("The jail told ICE about 50 of them in 2024.", "50 notifications"),
    ("The board heard from 61 people Tuesday about a contract under which the jail holds inmates for ICE.", ""),
    ("In Operation Patriot 2.0, ICE arrested 1,406 people in Massachusetts in September.", "1406 arrests"),
    ("The jail received 40 detainers on Nov. 15 and 16, the sheriff said.", "40 received"),
    ("Sheriff and ICE are off by 163 in their count of detainers for 2024.", ""),
    ("The missing 70 detainers: the sheriff says 10 of them were never sent.", ""),
    ("\"They send a request. Some months it's twenty, some months it's five.\"", ""),
    ("He is one of 58 people whose detainers the sheriff's office ignored in 2019.", "58 declined"),
    ("Of 14 detainers, one of them was declined in 2024.", "14 received, 1 declined"),
    ("In the last of the three years, 2018, the jail received 104 detainers.", "104 received"),
    ("On Jan. 31, 349 of the department's 6,853 inmates had ICE detainers.", "349 active"),
    ("Watch live at 5, 6 and 11.", ""),
    ("On Aug. 29 the federal government put the county among 16 in Ohio it regards as sanctuaries.", ""),
    (
        "The clinic requested detainer files from 22 sheriffs. Fourteen never answered and five wanted fees. Two handed over everything.",
        "",
    ),
]

# Labels, rows and answers under a question.
ROWS = [
    ("How many immigration detainers has the jail received since Jan. 1?\n\nVoll: 254 through May 30.", "254 received"),
    (
        "Here is the jail's year.\n\nDetainers received: 58\nPicked up by ICE: 4\nTold ICE in advance: 41\nReleased, ICE told, ICE not there: 19",
        "58 received, 4 transfers, 41 notifications, 19 releases",
    ),
    (
        "These are ICE detainers.\n\n| Field office | Declined (FY 2018) |\n| San Lucero | 3,310 |\n| Port Lisle | 2,046 |",
        "3310 declined, 2046 declined",
    ),
    (
        "The answers are from jail records for ICE detainers.\n\nCounty / Received / Honored / Picked up by ICE\nSapphire / 1,204 / 1,204 / 877\nTrammell / 655 / 649 / 640",
        "1204 received, 1204 honored, 877 transfers, 655 received, 649 honored, 640 transfers",
    ),
    (
        "- Detainers declined: 1,352\n- People transferred directly to ICE custody: 244\n- Agencies that reported: 189 of 246",
        "1352 declined, 244 transfers",
    ),
    (
        "There have been 149 detainers, the county attorney answered two weeks later: 31 in 2020, 12 in 2021, 22 in 2022.",
        "149 received, 31 received, 12 received, 22 received",
    ),
]

# Withdrawn and denied.
WITHDRAWN = [
    ("CORRECTION: An update at 6:31 p.m. first said 49 people had gone to ICE. It's 94.", "94 transfers"),
    ("Homeland Security has withdrawn its claim that the county freed 14 inmates who had detainers.", ""),
    ("The number of detainers honored in 2024 was 64, the memo says, rather than 50.", "64 honored"),
    (
        'ICE says it lodged 2,640 detainers in 2024. "Our police received 103 detainers," the mayor said. "Not 2,640."',
        "2640 issued, 103 received",
    ),
    ("ICE issued 40 detainers in 2024 instead of warrants, it said.", "40 issued"),
    (
        "Correction, March 3: This article first said that the jail received 90 ICE detainers in 2024. It received 9.",
        "9 received",
    ),
    (
        "Tarn County withdrew the number it gave in May and offered a new one: Its jail received 93 ICE detainers in 2024.",
        "93 received",
    ),
    ("Last week's front page said the jail honored 41 ICE detainers in 2024. The right number is 14.", "14 honored"),
    (
        "CORRECTION, 9 p.m.: The name of the jail was wrong. The story also gave its detainers in 2024 as 32. The jail received 23 detainers.",
        "23 received",
    ),
    (
        "ICE named three men let go by the jail in 2024 despite detainers. \"It named four men it wanted,\" the sheriff "
        "said. It arrested 33 men whom the jail had released.",
        "33 arrests",
    ),
    ("The city has only a lockup, which is where ICE says 56 detainers were ignored in 2024.", "56 declined"),
    (
        "The jail received 60 ICE detainers in 2024 and honored none. ICE says it lodged 203 and that zero were honored.",
        "60 received, 0 honored, 203 issued, 0 honored",
    ),
    ("ICE lodged 7,310 detainers in seven states in 2024. That is up from 6,075 in 2023.", "7310 issued, 6075 issued"),
]

# Cells that stand beside their own words.
SPELLED = [
    (
        "These are the detainers of 2024, by county.\n\n• Orrin County Jail — 203 lodged, 187 declined\n• Brill County Jail — 88 lodged; none declined",
        "203 issued, 187 declined, 88 issued, 0 declined",
    ),
    (
        "The jail's detainers, by year:\n\n2023: 35 received, 4 honored\n2024: 58 received, none honored",
        "35 received, 4 honored, 58 received, 0 honored",
    ),
    (
        "The detainers that reached the jail, by year:\n\n2023: requests 390, transfers 102\n2024: requests 411, transfers 97",
        "390 received, 102 transfers, 411 received, 97 transfers",
    ),
]

# What is no count by its shape.
SHAPES = [
    ("The jail, built for 610 and holding 702 on Tuesday, honored 12 ICE detainers in 2024.", "12 honored"),
    (
        "The jail received 52 ICE detainers in 2024.\n\nFor questions call Lt. Amy Dunn, ext. 4410.\n\n— 30 —",
        "52 received",
    ),
    (
        "The inmate who asked, a man of 38, was gone. She was 44 when she began to sort detainers at the jail. The jail received 52.",
        "52 received",
    ),
    ("The jail declined 41 ICE detainers in 2024, nearly three times the 14 of 2023.", "41 declined, 14 declined"),
    ("ICE lists 129 more detainers than the jail's log does. The jail received 52 detainers in 2024.", "52 received"),
    ("Pellbrook police count 71 ICE detainers in 2024.", "71 received"),
    (
        "ICE says it made 416 arrests in the county in 2024 under the detainer program, increases of 58 percent and 44 percent over two years.",
        "416 arrests",
    ),
]

# Each of so many; none of what a noun names.
EACH = [
    ("In 2024 the sheriff declined every one of the 84 ICE detainers he was sent.", "84 declined, 84 received"),
    ("The jail honored each of the 31 detainers that ICE lodged in 2024.", "31 honored, 31 issued"),
    (
        "The jail received 283 ICE detainers in 2024. Every one of the 283 was honored, the sheriff said.",
        "283 received, 283 honored",
    ),
    ("The jail got 31 ICE detainers in 2024. It did not honor every one. It honored 28.", "31 received, 28 honored"),
    (
        "Before the jail's policy on ICE detainers, deputies almost never held anyone. They honored 12 detainers in 2024.",
        "12 honored",
    ),
    ("The jail has made no transfers to ICE since the new sheriff was sworn in.", "0 transfers"),
    ("The jail logged 90 ICE detainers in 2024 and eleven people were held on one.", "90 received, 11 honored"),
]

# Nobody came for them, somebody was told first.
FETCHED = [
    ("Of the people the jail held on ICE detainers in 2024, 71 were never picked up.", "71 releases"),
    ("Federal agents never showed up for 58 people whom the jail was keeping for them in 2024.", "58 releases"),
    (
        "The jail held 90 people on ICE detainers in 2024. The spreadsheet shows that ICE never collected 14 of them.",
        "90 honored, 14 releases",
    ),
    ("ICE did not meet 61 inmates whom the jail had held on detainers in 2024, the sheriff said.", "61 releases"),
    ("The jail called ICE before it released 103 people named in detainers in 2024.", "103 notifications"),
    (
        "Deputies notified ICE before releasing 27 of the people with detainers in 2024. The sheriff's log shows 26 calls.",
        "27 notifications, 26 notifications",
    ),
    (
        "In 2024 the jail transferred 88 people to ICE and no one was released without notice to ICE, the sheriff said.",
        "88 transfers, 0 releases",
    ),
    (
        "In 2022 ICE sent the jail 11 detainers. The jail honored nine. In 2023 it was 26, and the jail honored all of them.",
        "11 issued, 9 honored, 26 received, 26 honored",
    ),
    (
        "Counting cards, the auditor found between 90 and 95 people who were held on ICE detainers in 2024.",
        "90 honored",
    ),
    ('"We were putting 200, 250 detainers a year on that jail," the former ICE supervisor said.', "200 issued"),
]

# A pronoun, somebody, a share that is told again in figures.
OTHERWISE = [
    ("The jail honored 31 ICE detainers in 2024. As of Monday nine inmates had one.", "31 honored, 9 active"),
    ("The chief said the inmates were counted overnight and twelve of them have a detainer.", "12 active"),
    (
        "ICE lodged 31 detainers with the jail in 2024. One of the 31, a mechanic from Peru, was released by mistake.",
        "31 issued",
    ),
    ("Two-thirds of the detainers, or 66 percent, ended in a transfer to ICE in 2024.", "66 rate"),
    (
        "The jail held 61 people on ICE detainers in 2024, less than half of the 136 it held in 2022.",
        "61 honored, 136 honored",
    ),
    ("We asked eleven sheriffs for their records of detainers, as did a court in half the state. Seven complied.", ""),
]

# "Honored all 44 it got": the whole, and how many came in.
OF_ALL = [
    ("The jail honored all 72 that came in 2016.", "72 honored, 72 received"),
    ("Records show the county declined all 65 of the detainers it received in 2017.", "65 declined, 65 received"),
    ("The auditor went through bookings and reviewed all 488 detainers that the jail received in 2024.", "488 received"),
    ("The county declined 34 of the 34 detainers that came in January.", "34 declined, 34 received"),
    ("The sheriff has not turned down a single detainer since January 2023.", "0 declined"),
    ("The jail has told ICE of an upcoming release exactly once in 2024.", "1 notifications"),
    ("Handovers at the jail fell from 12 in 2022 to none last year.", "12 transfers, 0 transfers"),
    ("- Dunmore County: 9 lodged, all nine released", "9 issued, 9 releases"),
    ("ICE said it sent 22 detainers in 2024. The sheriff confirmed the 22.", "22 issued, 22 received"),
]

# Who answers and who does it, ages, what was logged twice, how one feels about a number.
WHO = [
    ("Of 30 sheriffs, 21 answered. They received 402 detainers in 2024.", "402 received"),
    ("Six jails released 217 people with detainers in 2024.", "217 releases"),
    ("The jail honored 31 detainers in 2024. A mechanic, 44, was held for two days.", "31 honored"),
    ("The jail honored 31 detainers in 2024. “We give them a ride,” said Blankenship, 70.", "31 honored"),
    ("The jail received 31 detainers in 2024, each with a judge's signature.", "31 received"),
    ("The jail received 31 detainers in 2024. Some of them had arrived twice.", "31 received"),
    ("The jail released 41 people with detainers in 2024. “Forty-one is forty-one too many,” he said.", "41 releases"),
    ("The jail received 31 detainers in 2024. “I'd have held a hundred,” the sheriff said.", "31 received"),
    ("The jail received 31 detainers in 2024. The group said it should be honoring none.", "31 received"),
    ("Detainers received, by month\nJuly: 14\nAugust: 9\nTotal: 23", "14 received, 9 received, 23 received"),
    ("The jail received 33 detainers in 2024.\nBy quarter:\nJanuary-March: 4\nApril-June: 7", "33 received, 4 received, 7 received"),
    ("- Detainers received: 41 (FY 2022: 36)\n- Staff hours: 41 (FY 2022: 36)", "41 received, 36 received"),
    ("The jail honored 12 detainers in 2024. The man was let go, because there was no detainer.", "12 honored"),
    ("At the jail, which holds 1,400 people, 402 detainers arrived in 2024.", "402 received"),
    ("Last year's report put the detainers received at 1,402; 25 of the requests were counted twice.", ""),
]

# One under a negation, nothing denied, nearly all, and what is marked or confirmed.
NOT_ONE = [
    ("Last year 58 detainers came in, and the jail hasn't acted on one.", "58 received, 0 honored"),
    ("The jail received 12 detainers in 2024. “We never turned down one,” the sheriff said.", "12 received, 0 declined"),
    ("The jail received 12 detainers in 2024. It asked ICE for a list and has not received one.", "12 received"),
    ("The jail handed 41 people to ICE in 2024. “That isn't zero,” the sheriff said.", "41 transfers"),
    ("The jail received 64 detainers in 2017. Before a settlement it honored nearly all of them.", "64 received"),
    ("The log holds 210 detainers for 2024. Of those, 31 are coded as “not honored.”", "210 received, 31 declined"),
    ("ICE's database lists 44 of the county's detainers as refused.", "44 declined"),
    ("ICE lodged 60 detainers in 2024. Twelve times they never showed, the sheriff said.", "60 issued, 12 releases"),
    ("ICE said 40 detainers were declined. The sheriff's office could match only three.", "40 declined, 3 declined"),
    ("ICE said it lodged 40 detainers in 2024. “The 40 is right,” Sheriff Voll said.", "40 issued, 40 received"),
]

# Differences, crowds, rooms and whoever sued.
ELSEWHERE = [
    ("ICE had asked about 110 inmates of the jail in 2020 and got 15.", "110 received, 15 transfers"),
    ("Immigration detainers received: 46", "46 received"),
    ("The jail handed over 41 people in 2018. The year before, it was 144. More than that was a rumor.",
     "41 transfers, 144 transfers"),
    ("ICE disputed none of that but said 33 people it wanted had walked free from the jail.", "33 releases"),
    ("ICE wanted 124 people in the jail, and the county let it have 88.", "124 issued, 88 transfers"),
    ("The jail received 31 detainers in 2024 and ICE sent 80. That leaves 49 in dispute.", "31 received, 80 issued"),
    ("Agents took 41 people from the jail. He would not argue over the gap between 41 and 43.", "41 transfers"),
    ("The jail honored 12 detainers in 2024. “That's nowhere near 900,” he said.", "12 honored"),
    ("The jail honored 12 detainers in 2024. A bill on detainers passed in 2020 by 62 to 35.", "12 honored"),
    ("The jail released 40 people with detainers. At the hearing 112 people had signed up to testify.", "40 releases"),
    ("The jail honored nine detainers. That night there were 208 people in the jail, over its limit.", "9 honored"),
    ("A lawsuit by 31 people says the jail kept them on detainers after bond was paid.", ""),
    ("- Bed-days attributable to detainers: 187\n- Detainers honored: 22", "22 honored"),
    ("She checked her records twice and found that the jail received 14 detainers in 2024.", "14 received"),
    ("In 2017, his last year but one, the jail received 104 detainers.", "104 received"),
    ("In 2020, with the courts shut, the jail got just 52; ICE came for 37.", "52 received, 37 transfers"),
    ("The jail received 12 detainers in 2023. Voll turned two pages. In 2024 it was 14.", "12 received, 14 received"),
]

# Parts by crime, one apiece, terms of a law, who filed, who belongs to others.
PARTS = [
    ("Agents arrested 337 people freed from jail, among them 14 people with convictions for theft.", "337 arrests"),
    ("The jail let 12 people with detainers go in 2024, four of them for theft.", "12 releases"),
    ("On each card the clerk wrote down one detainer. The jail received 40 of them in 2024.", "40 received"),
    ("The jail received 388 detainers in 2024 and honored 71. None of the others met the law's conditions.", "388 received, 71 honored"),
    ("In 2024 jails received 388 detainers. In 2023, when 149 filed, it was less.", "388 received"),
    ("The jail has a contract to hold up to 40 people for the Marshals. It honored 26 detainers.", "26 honored"),
    ("The jail honored 26 detainers in 2024. “I'd like to meet whoever counted the other 11,” Voll said.", "26 honored"),
    ("- Agencies that reported no requests: 356\n- Agencies that received a request: 44", ""),
    ("The jail handed 79 people over to ICE. “Two came out through the kitchen,” Voll said.", "79 transfers"),
    ("The county reported no number for 2023. In 2024 the jail received 31 detainers.", "31 received"),
    ("Last year the clerk entered 109 lines in the detainer log.", "109 received"),
]

# A single one, and what an office tells of itself beside its requests.
SINGLE = [
    ("The campus police, a force of 30, honored a single detainer in 2024.", "1 honored"),
    ("The jail did not honor a single detainer in 2024.", "0 honored"),
    ("- Detainers received: 41\n- Average days held: 4\n- Staff trained: 16\n- Overtime shifts: 22", "41 received"),
    ("- Detainers received: 41\n- Detainers pending at June 30: three", "41 received, 3 active"),
    ("ICE sent 340 detainers in 2024. “We transposed two digits,” it said. The right number is 97.", "340 issued, 97 issued"),
]

# Rumors that are denied, and agencies by what they always do.
RUMORS = [
    ("Sheriff Voll denied a viral claim that the jail had released 500 people with detainers.", ""),
    ("ICE rejected the sheriff's claim that the jail received 15 detainers in 2024.", "15 received"),
    ("Of 42 jails asked, 19 keep no records, 11 honor all detainers. The jail received 30 in 2024.", "30 received"),
    ("The jail handed 16 people over to ICE in 2024, Voll told the panel of seven.", "16 transfers"),
]

# How many a jail has in all, how old somebody is, how long he was kept, numbers of orders, thresholds.
NO_COUNTS = [
    ("The jail honored 14 detainers in 2024. It held 612 people Monday.", "14 honored"),
    ("The jail, built for 200, housed 231 on Friday. It received 88 detainers in 2024.", "88 received"),
    ("The jail held 31 people for ICE in 2024.", "31 honored"),
    ("The former jailer, retired now, 71, said the jail honored 40 detainers in 2024.", "40 honored"),
    ("“I'm 61 and I'm tired,” Voll said. “We honored 40 detainers in 2024.”", "40 honored"),
    ("The jail houses 210 inmates, 14 of them on immigration detainers, Voll said Friday.", "14 active"),
    ("The jail had 310 inmates on Feb. 3, 41 of whom were held on immigration detainers.", "41 honored"),
    ("The jail held 40 people on ICE detainers in 2024, 12 of them past their release dates.", "40 honored, 12 honored"),
    ("One man was held for 240 days on a detainer. The jail honored 60 detainers in 2024.", "60 honored"),
    ("One man was held for 12 days and the other for 31. The jail honored 60 detainers in 2024.", "60 honored"),
    ("One woman waited for 22, her lawyer said. The jail honored 19 detainers in 2024.", "19 honored"),
    ("Administrative Order 44, issued in May, bars holds. The jail received 77 detainers in 2024.", "77 received"),
    ("A bill would cut aid to counties that refused 50 or more detainers. The jail got 77 in 2024.", "77 received"),
    ('"Tell me which 300 we missed," said Voll, whose jail received 77 detainers in 2024.', "77 received"),
    ("The jail, which averages 150 inmates, held 163 on Monday night. It honored 40 detainers in 2024.", "40 honored"),
    ("The jail has room for 400 and had 388 on Wednesday. It honored 40 detainers in 2024.", "40 honored"),
    ("Three men sued. One, a cook, was there for 12. The jail honored 40 detainers in 2024.", "40 honored"),
    ("In 2024 the jail held 1,190 inmates, of whom 17 had a detainer.", "17 received"),
    ("The jail logged 48 detainers in 2024. An earlier draft had listed 84.", "48 received"),
    ("The jail took in 5,400 people in 2024. It received 77 detainers that year.", "77 received"),
    ("The jail notified ICE 318 times over the course of 2024.", "318 notifications"),
    ("In 2024 the jail notified the agency of 4,116 people, ICE said.", "4116 notifications"),
    ("The jail reported 19 detainers and no holds in 2024.", "19 received, 0 honored"),
]

# The lines of a book that detainers are written down in, members of a class, shares that ended in something.
WRITTEN_DOWN = [
    ("The sergeant keeps a ledger of ICE detainers. In 2024 there were 16 entries.", "16 received"),
    ("Immigration holds go into a green book. For 2024 it has 41 lines.", "41 received"),
    ("Every detainer goes on a spreadsheet. It had 29 rows in 2024, and all were honored.", "29 received, 29 honored"),
    ("Detainers are kept in a binder, one sheet apiece. In 2024 the binder took 88 sheets.", "88 received"),
    ("The register of detainers has 39 circles for 2024, of which the jail honored 17.", "39 received, 17 honored"),
    ("The jail honored two detainers in 2024, Voll said. The logs have nineteen.", "2 honored, 19 honored"),
    ("Our books show 388 honored in 2024, Voll said of ICE detainers.", "388 honored"),
    ("The group got a spreadsheet of 61,208 rows. The jail received 40 detainers in 2024.", "40 received"),
    ("The class has 340 members, all of whom were held on detainers in 2024.", "340 honored"),
    ("The county will pay 812 former inmates, every one of whom was held on a detainer in 2024.", "812 honored"),
    ("The county will pay 812 former inmates, each of whom was held on a detainer in 2024.", "812 honored"),
    ("Lawyers spoke for 40 people, all of whom live here. The jail honored 12 detainers in 2024.", "12 honored"),
    ("The jail received 77 detainers in 2024, Voll said. About half ended in a pickup.", "77 received, 50 rate"),
]

# A part of what was counted before, a number agreed on, a chain of figures, what only goes along with a count.
AGREED = [
    (
        "The jail tipped off ICE about 88 inmates in 2024, Voll said. Twelve of the 88 messages were sent by one clerk.",
        "88 notifications, 12 notifications",
    ),
    (
        "ICE said its officers picked up 22 people at the jail in 2024. Voll's ledger agrees on the 22.",
        "22 transfers, 22 transfers",
    ),
    (
        "The jail received 77 detainers in 2024, and agents were told the release date on all of them, Voll said.",
        "77 received, 77 notifications",
    ),
    ("Detainers at the jail rose from 141 to 180 to 256 by 2024.", "141 received, 180 received, 256 received"),
    (
        "ICE lodged 151 detainers with the jail in 2024, Voll said. The year before, with 943 interviews, there were 64.",
        "151 issued, 64 issued",
    ),
    ("The jail has 41 inmates with detainers, about 3.4 percent of its population, Voll said.", "41 active, 3.4 rate"),
    ("When a detainer comes in twice, the jail writes it down once. In 2024 it received 61 detainers.", "61 received"),
]

FIGURES = [
    *AGREED,
    *WRITTEN_DOWN,
    *RUMORS,
    *NO_COUNTS,
    *SINGLE,
    *PARTS,
    *NOT_ONE,
    *ELSEWHERE,
    *SPELLED,
    *SHAPES,
    *OTHERWISE,
    *EACH,
    *FETCHED,
    *LEFT_OUT,
    *DONE,
    *WORDS,
    *SHARES,
    *OTHERS,
    *ROWS,
    *WITHDRAWN,
    *OF_ALL,
    *WHO,
]
