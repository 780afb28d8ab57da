"""Periods that a claim takes from elsewhere: a report, a lead-in, the sentences around it, what it is set against.

Written as in test_claims_period: "2024" is the year, "a..b" a span, "a.." open, "?" unknown.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract import reader
from extract.model import Claim, Document
from tests.extract.test_claims_period import OPENING, PUBLISHED, written

WEEK = "2025-01-28..2025-02-03"

# What a report, a list or a log covers, said once, be it a week.
COVERED = [
    (
        "The county let go 58 people whom ICE wanted held. The releases took place between Jan. 1 and Sept. 30, 2024. "
        "ICE arrested 12 of them again.",
        "58 2024-01-01..2024-09-30, 12 2024-01-01..2024-09-30",
    ),
    (
        "The jail received 14 requests from ICE. The requests came between June 2023 and May 2024.",
        "14 2023-06-01..2024-05-31",
    ),
    (
        "The first of the weekly reports covers Jan. 28 through Feb. 3. ICE issued 83 detainers to the jail. "
        "It declined 31.",
        f"83 {WEEK}, 31 {WEEK}",
    ),
    (
        "The list runs from Jan. 28 to Feb. 3. ICE reported that 83 detainers went to the jail. The jail declined 31.",
        f"83 {WEEK}, 31 {WEEK}",
    ),
    (
        "Jails in the county declined 31 detainers in a single week, ICE reported.\n\nThe report, which an "
        "order calls for "
        "every week, covers Jan. 28 through Feb. 3. ICE issued 83 detainers.",
        f"31 {WEEK}, 83 {WEEK}",
    ),
    (
        "The jail declined 31 detainers, a federal list says. The list spans Jan. 28 through Feb. 3.",
        f"31 {WEEK}",
    ),
    (
        "The jail received 52 detainers, according to the audit. The audit covers July 2023 through June 2024.",
        "52 2023-07-01..2024-06-30",
    ),
    (
        "Under the ordinance I submit the following for the period January 1 through December 31, 2024.\n\nDetainers "
        "received: 52\nDetainers honored: 9",
        "52 2024, 9 2024",
    ),
    (
        "The numbers for July 1, 2023, to June 30, 2024, are as follows.\n\nDetainers received: 52\nDetainers "
        "honored: 9",
        "52 2023-07-01..2024-06-30, 9 2023-07-01..2024-06-30",
    ),
    (
        "From January through March the jail was asked to hold everyone whom ICE wanted. Deputies turned nine "
        "people over "
        "to ICE.",
        "nine 2025-01-01..2025-03-31",
    ),
    (
        "The jail received 52 detainers in 2024. Voll counts them under the sanctuary law of 2021. She honored nine.",
        "52 2024, nine 2024",
    ),
]

# An earlier time told with one number is compared with: what follows in other paragraphs goes on with the later time.
SET_AGAINST = [
    (
        "Since March 1, the jail has sent ICE 96 notices of releases. In all of 2024 it sent 11.\n\nVoll gave "
        "the numbers "
        "on Tuesday. ICE took 61 people into custody at the jail.",
        "96 2025-03-01.., 11 2024, 61 2025-03-01..",
    ),
    (
        "The jail received 52 detainers in 2024. In 2023, before the change, the jail received 40.\n\nVoll "
        "honored nine.",
        "52 2024, 40 2023, nine 2024",
    ),
    (
        "ICE lodged 177 detainers with the jail in fiscal 2024. A year earlier it was 142.\n\nThe jail honored nine.",
        "177 2023-10-01..2024-09-30, 142 2022-10-01..2023-09-30, nine 2023-10-01..2024-09-30",
    ),
    (
        "In 2024 the jail received 52 detainers. In 2023 the jail received 40. It honored three.",
        "52 2024, 40 2023, three 2023",
    ),
    (
        "In 2024 the jail received 52 detainers. In 2023 it received 40 and honored three.\n\nThe jail "
        "notified ICE of two "
        "releases.",
        "52 2024, 40 2023, three 2023, two 2023",
    ),
    (
        "In 2023 the jail received 40 detainers. In 2024 the jail received 52.\n\nThe jail honored nine.",
        "40 2023, 52 2024, nine 2024",
    ),
]

# Arrests by the federal side date detainers where they are told for a year, not where they are those of a sweep.
ARRESTS = [
    (
        "ICE officers made 310 arrests in Ohio in fiscal 2024. They issued 1,220 detainers.",
        "310 2023-10-01..2024-09-30, 1,220 2023-10-01..2024-09-30",
    ),
    (
        "ICE arrested 63 people in the county from May 5 through May 9. The jail has declined 19 detainers, it said.",
        "63 2025-05-05..2025-05-09, 19 ?",
    ),
]

# Phrases that point back to a stretch of time spoken of: by its length, as years, as what it was before or since.
POINTING_BACK = [
    (
        "The jail has honored none since May 9, 2024, when the board changed its policy. Voll says the fax machine has "
        "spat out 164 detainers over those 13 months.",
        "none 2024-05-09.., 164 2024-05-09..",
    ),
    (
        "Since the county joined the program in August 2022, ICE has deported 512 people. It lodged 438 "
        "detainers with the jail in those three years.",
        "512 2022-08-01.., 438 2022-08-01..",
    ),
    (
        "ICE lodged 377 detainers with the jail between Jan. 1 and Oct. 15, 2024. The file has 33 transfers "
        "over its nine and a half months.",
        "377 2024-01-01..2024-10-15, 33 2024-01-01..2024-10-15",
    ),
    (
        "From July 2021 through June 2024 the jail received 92 detainers. In those years it honored nine.",
        "92 2021-07-01..2024-06-30, nine 2021-07-01..2024-06-30",
    ),
    (
        "In the fiscal year that ended June 30, 2024, the jail received 92 detainers. ICE lists 102 for the "
        "jail over the audited year.",
        "92 2023-07-01..2024-06-30, 102 2023-07-01..2024-06-30",
    ),
    (
        "From Jan. 28 through Feb. 3 ICE lodged 83 detainers with the jail. Over those seven days it declined 31.",
        f"83 {WEEK}, 31 {WEEK}",
    ),
    (
        "The jail has honored 8 percent of its detainers since June 2024. Before then, the figure was 97 percent.",
        "8 2024-06-01.., 97 ..2024-05-31",
    ),
    (
        "Since Dec. 1 the jail has honored 128 detainers. Until that point, deputies declined about 50.",
        "128 2024-12-01.., 50 ..2024-11-30",
    ),
    (
        "Since April 17 the jail has honored two detainers. Voll is cautious.\n\n“I've received five detainers "
        "since,” she said Monday.",
        "two 2025-04-17.., five 2025-04-17..",
    ),
    (
        "The Tarn County jail had 214 inmates with detainers on March 1, down from 241 a year earlier.",
        "214 2025-03-01..2025-03-01, 241 2024-03-01..2024-03-01",
    ),
    (
        "As of March 1, the jail had 214 inmates with detainers, up from 141 a year before.",
        "214 2025-03-01..2025-03-01, 141 2024-03-01..2024-03-01",
    ),
]

# Several periods told at once: each number takes that of its place, what is of all of them takes them all.
SEVERAL = [
    (
        "The jail received 57 detainers in 2023 and 112 in 2024. Voll honored 44 and 83 of them, respectively.",
        "57 2023, 112 2024, 44 2023, 83 2024",
    ),
    (
        "The jail received 57 detainers in 2023 and 112 in 2024. It honored five and eight.",
        "57 2023, 112 2024, five 2023, eight 2024",
    ),
    (
        "The jail received 31 detainers in 2024 and 22 in the first two months of this year. ICE came for 40 of those "
        "people.",
        "31 2024, 22 2025-01-01..2025-02-28, 40 2024-01-01..2025-02-28",
    ),
    (
        "The jail received 31 detainers in 2023 and 22 in 2024. Altogether the jail received 53 detainers.",
        "31 2023, 22 2024, 53 2023-01-01..2024-12-31",
    ),
    (
        "The jail received 31 detainers in 2023 and 52 in 2024. ICE came for 40 of those people.",
        "31 2023, 52 2024, 40 2024",
    ),
    (
        "Detainers that the jail honored went from 37 to 188, records show. The records cover 2023 and 2024.",
        "37 2023, 188 2024",
    ),
    (
        "The jail did not get 22 detainers in 2024, as Voll told the board. It got 31, she said.",
        "31 2024",
    ),
    (
        "Those are the sheriff's numbers for 2024. The year before, she says, the jail received 39 detainers, and ICE "
        "took 35 people into custody.",
        "39 2023, 35 2023",
    ),
    (
        "The jail received 85 detainers in the fiscal year that ended June 30, 2024, and honored half. Five have come "
        "in since.",
        "85 2023-07-01..2024-06-30, Five 2024-07-01..",
    ),
    (
        "The jail received 37 detainers in 2016, 122 in 2017 and 141 in 2018. Voll said it honored zero in all three "
        "years.",
        "37 2016, 122 2017, 141 2018, zero 2016-01-01..2018-12-31",
    ),
    (
        "The jail let 85 inmates with detainers go in 2024, and 23 of them have since been arrested.",
        "85 2024, 23 2024",
    ),
    (
        "The jail received 85 detainers in 2024. ICE says it refused nine over a little more than two years.",
        "85 2024, nine ?",
    ),
    (
        "Voll signed a pact in March 2024. The jail got 88 detainers in the nine months after we signed, she said.",
        "88 2024-03-01..2024-11-30",
    ),
    (
        "In the past five years the jail has received seven detainers, two of them since January. All seven were "
        "honored.",
        "seven 2020-06-10..2025-06-10, two 2025-01-01..",
    ),
    (
        "On May 1 the jail held 12 inmates with detainers. A year earlier it was 26.",
        "12 2025-05-01..2025-05-01, 26 2024-05-01..2024-05-01",
    ),
    (
        "From January 2024 through June 2025 deputies logged 60 detainers. In fiscal 2025 they logged 20. ICE said it "
        "lodged 90 in the same year and a half.",
        "60 2024-01-01..2025-06-30, 20 2024-07-01..2025-06-30, 90 2024-01-01..2025-06-30",
    ),
    (
        "The jail received 85 detainers in 2023 and 2024. Tarn Falls logged 43 under a policy that dates to 2014.",
        "85 2023-01-01..2024-12-31, 43 2023-01-01..2024-12-31",
    ),
    (
        "The sheriff's office released its statistics for April on Monday.\n\nDetainers received: 22\nInmates "
        "transferred to ICE: 20",
        "22 2025-04-01..2025-04-30, 20 2025-04-01..2025-04-30",
    ),
    (
        "The department was asked to hold 57 people on detainers in 2024. A year ago the number it gave was 15.",
        "57 2024, 15 2023",
    ),
    (
        "From Jan. 1, 2023, the start of the pact, through May 31 of this year, the jail received 28 detainers. Pell "
        "County, which changed its policy in 2021, honored nine.",
        "28 2023-01-01..2025-05-31, nine 2023-01-01..2025-05-31",
    ),
    (
        "Voll keeps a tally on a board. Detainers received: 113. Called in: 113. Inmates picked up by ICE: 48. Those "
        "are her numbers for 2024.",
        "113 2024, 48 2024",
    ),
    (
        "Deputies gave 312 people over to ICE in the 18 months that ended Dec. 31, 2024. In the 18 months before that "
        "there were 88. ICE says it lodged 530 detainers in the same year and a half.",
        "312 2023-07-01..2024-12-31, 88 2022-01-01..2023-06-30, 530 2023-07-01..2024-12-31",
    ),
    (
        "Voll signed a pact in March 2024. The jail got 88 detainers in the nine months after we signed and turned "
        "none down, she said. In the same span of 2023 it got 31.",
        "88 2024-03-01..2024-11-30, none 2024-03-01..2024-11-30, 31 2023-03-01..2023-11-30",
    ),
    (
        "The list covers detainers lodged from Oct. 1, 2021, the start of federal fiscal year 2022, through March 31 "
        "of this year. The jail declined 28 detainers.",
        "28 2021-10-01..2025-03-31",
    ),
    ("The jail received 188 detainers, records show. The records cover 2023 and 2024.", "188 2023-01-01..2024-12-31"),
]

# Records that someone asked for hold the time that was asked about, and go on until now where it is open.
ASKED_FOR = [
    (
        "In August we asked the county for every detainer its jail had gotten since 2020. Ten were turned down.",
        "Ten 2020-01-01..",
    ),
    (
        "The group requested all detainers since January 2023. Deputies declined nine of them.",
        "nine 2023-01-01..",
    ),
    (
        "In May reporters reviewed every detainer sent from 2021 through 2023. The jail honored nine.",
        "nine 2021-01-01..2023-12-31",
    ),
]

# The first number of a text, dated by what the next sentence says of it.
TOLD_AFTER = [
    (
        "There were 63 detainers. They came in to the jail at all hours of 2024.",
        "63 2024",
    ),
    (
        "The number of detainers that the jail honored is 39. That, Voll has said at every meeting, is how many it "
        "said yes to in 2024.",
        "39 2024",
    ),
    (
        "The jail has honored zero detainers. That's how often it has kept somebody since March 2024, Voll said.",
        "zero 2024-03-01..",
    ),
]

# What comes in a day or a month on average is of no period.
ON_AVERAGE = [
    ("The jail received 52 detainers in 2024. ICE sends Ohio jails about 60 detainers a month.", "52 2024, 60 ?"),
    ("The jail received 52 detainers in 2024. ICE picked up nine of them within a day.", "52 2024, nine 2024"),
]

# An end that is named alone: from where the year, or the open time, begins that was spoken of.
UP_TO = [
    (
        "The jail received 40 detainers in fiscal year 2024, which ended June 30. Through Aug. 31, 14 more came in.",
        "40 2023-07-01..2024-06-30, 14 2024-07-01..2024-08-31",
    ),
    (
        "Since the policy changed last September, ICE has sent the jail 432 detainers. Voll put it at 439 through May.",
        "432 2024-09-01.., 439 2024-09-01..2025-05-31",
    ),
    ("The jail got 80 detainers in calendar 2024. Through May it received 31.", "80 2024, 31 2025-01-01..2025-05-31"),
    (
        "Since December the jail has declined 12 detainers. ICE counts nine detainers over the same months.",
        "12 2024-12-01.., nine 2024-12-01..",
    ),
]

# What a change is measured from, what detainers did in a year, and what came before a day of the year spoken of.
OF_THE_YEAR = [
    (
        "ICE lodged 2,318 detainers in fiscal year 2024, an increase of 61 percent over the year before, and the jail "
        "declined 407 of them.",
        "2,318 2023-10-01..2024-09-30, 407 2023-10-01..2024-09-30",
    ),
    ("The jail received 512 detainers in 2024, and 44 the year before.", "512 2024, 44 2023"),
    ("The number of detainers that reached the jail in 2024 was 46, Voll said.", "46 2024"),
    (
        "In 2024 the jail received 118 detainers. The 14 that it did not honor arrived before June 1, 2024.",
        "118 2024, 14 2024-01-01..2024-05-31",
    ),
    (
        "Before Sheriff Voll took office in January 2023, the jail honored 31 detainers.",
        "31 ..2022-12-31",
    ),
]

# A figure that is spoken of on a day is not counted on it.
SPOKEN_OF = [
    (
        "The jail declined 88 detainers in 2023. A lawyer for the county defended the figure of 91 in March.",
        "88 2023, 91 2023",
    ),
    ("The jail declined 88 detainers in 2023. In May it declined a total of 14.", "88 2023, 14 2025-05-01..2025-05-31"),
]

# A fiscal year that the text lays out by its days, or by the day on which it ended.
LAID_OUT = [
    (
        "The report is on fiscal year 2024 (July 1, 2023 - June 30, 2024). In fiscal year 2024 the jail received 118 "
        "detainers from Immigration and Customs Enforcement.",
        "118 2023-07-01..2024-06-30",
    ),
    (
        "The jail handed over 11 people in fiscal 2024. ICE came for 132 people in that year, which ended June 30.",
        "11 2023-07-01..2024-06-30, 132 2023-07-01..2024-06-30",
    ),
]

# A list's own time, not the one that it is set beside; a question's, not the day on which it was put.
OF_THE_LIST = [
    (
        "In 2024 the jail received 88 detainers.\n\nIn detail, with the 2023 figures in brackets:\n\n"
        "- Detainers received: 88\n- Detainers honored: 41",
        "88 2024, 41 2024",
    ),
    (
        "The jail received 52 detainers in fiscal year 2025, which ended June 30.\n\n"
        "The same again, with last year in parentheses:\n\n- Detainers received: 52\n- Detainers honored: 20",
        "52 2024-07-01..2025-06-30, 20 2024-07-01..2025-06-30",
    ),
    (
        "Twice this year the county was asked how many detainers the jail had declined in 2023. In May the answer was "
        "31.",
        "31 2023",
    ),
    (
        "Students looked at everyone booked into the jail in 2022. They counted 97 people with detainers, and 61 of "
        "them went to ICE.",
        "97 2022, 61 2022",
    ),
]

# What has been said or put right since is not what has been counted since; "that date" may be a "since".
SINCE_SAID = [
    (
        "The jail received 21 detainers in 2024. Sheriff Voll has since raised the number to 26.",
        "21 2024, 26 2024",
    ),
    ("The jail declined 21 detainers in 2024. Her office has since said it was 26.", "21 2024, 26 2024"),
    (
        "Since May 1 the jail has wanted a warrant, and it has declined nine detainers. ICE counts 14 refusals since "
        "that date.",
        "nine 2025-05-01.., 14 2025-05-01..",
    ),
    (
        "Sheriff Voll said last fall that she would look at each request. The jail has declined two detainers since.",
        "two 2024-09-01..",
    ),
]

# The quarter that a text goes on about, and what a number shares with the one beside it.
SHARED = [
    (
        "The jail received 67 detainers in the first quarter, against 24 in the same three months of last year. In the "
        "quarter it honored nine.",
        "67 2025-01-01..2025-03-31, 24 2024-01-01..2024-03-31, nine 2025-01-01..2025-03-31",
    ),
    (
        "The jail received 93 detainers and honored 40 in 2024, against 80 and 31 in 2022.",
        "93 2024, 40 2024, 80 2022, 31 2022",
    ),
    (
        "The jail received 20 detainers from January to March, 31 from April to June.",
        "20 2025-01-01..2025-03-31, 31 2025-04-01..2025-06-30",
    ),
    ("The jail had received 93 detainers as of May 15 and honored 12.", "93 ..2025-05-15, 12 ..2025-05-15"),
    ("The jail honored 60 detainers a year until 2017.", "60 ..2016-12-31"),
]

# Stretches named by what was told: the same months, the period, each of the years, up to the same day.
SAME_STRETCH = [
    (
        "The jail received 318 detainers in fiscal year 2024, which ended June 30, against 274 in fiscal 2023. Over "
        "the same twelve months it honored 19.",
        "318 2023-07-01..2024-06-30, 274 2022-07-01..2023-06-30, 19 2023-07-01..2024-06-30",
    ),
    (
        "From Jan. 20, 2024, through Jan. 31, 2025, the jail received 500 detainers. Deputies honored 90 in 2024. Over "
        "the period it declined 77.",
        "500 2024-01-20..2025-01-31, 90 2024, 77 2024-01-20..2025-01-31",
    ),
    (
        "The jail received 31 detainers in 2022, 40 in 2023 and 62 in 2024. It honored none in each year.",
        "31 2022, 40 2023, 62 2024, none 2022-01-01..2024-12-31",
    ),
    (
        "The jail received 88 detainers in 2023 and 95 in 2024. By ICE's list it received 60 and 52 detainers in the "
        "same two years.",
        "88 2023, 95 2024, 60 2023, 52 2024",
    ),
    (
        "The jail received 44 detainers from July 2023 through February 2024, Sheriff Voll told reporters Monday. In "
        "the eight months before that, it received 17 detainers.",
        "44 2023-07-01..2024-02-29, 17 2022-11-01..2023-06-30",
    ),
    (
        "The jail received 44 detainers in 2023 and 61 in the first quarter of 2024. It honored none in either period.",
        "44 2023, 61 2024-01-01..2024-03-31, none 2023-01-01..2024-03-31",
    ),
    (
        "Her predecessor declined 31 detainers over his last two years in office, 2017 and 2018.",
        "31 2017-01-01..2018-12-31",
    ),
    (
        "The jail's records run through March 31. They list 62 detainers received between Jan. 1, 2024, and that date.",
        "62 2024-01-01..2025-03-31",
    ),
]

# The period of the same number, told where the text tells it again.
TOLD_AGAIN = [
    (
        "Deputies kept 64 people past their release dates, a jury found.\n\nThe jail held those 64 for ICE between "
        "May 2020 and the end of 2022, a deputy testified.",
        "64 2020-05-01..2022-12-31",
    ),
    (
        "ICE says it sent 120 detainers; the jail counts 57.\n\nA spokeswoman said the agency lodged 120 detainers at "
        "the jail in 2024.",
        "120 2024, 57 2024",
    ),
    (
        "The jail received 120 detainers, ICE says.\n\nA spokeswoman said the agency lodged 120 detainers at the jail "
        "in 2024 and 120 in 2023.",
        "120 ?, 120 2024, 120 2023",
    ),
]

# What a sentence says of time in words that point to what was told: the next one, the same years, the whole year.
POINTED = [
    (
        "In the fiscal year that ended Sept. 30, 2024, the jail received 212 detainers. So far in the current one it "
        "has received 77.",
        "212 2023-10-01..2024-09-30, 77 2024-10-01..",
    ),
    (
        "The first quarter of 2024 brought 17 detainers to the jail; the second, 23; the third, 20.",
        "17 2024-01-01..2024-03-31, 23 2024-04-01..2024-06-30, 20 2024-07-01..2024-09-30",
    ),
    (
        "From March 2016 to the end of 2021 it held 417 people for ICE. Sheriff Bea Orr, who took office in 2023, "
        "said her clerks counted 388 detainers in the same years.",
        "417 2016-03-01..2021-12-31, 388 2016-03-01..2021-12-31",
    ),
    (
        "In 2019, the clerk said, the jail was busy. Two hundred detainers came in, and deputies honored 150.",
        "Two hundred 2019, 150 2019",
    ),
    (
        "The council adopted the rule in September. From then through November the jail received 38 detainers.",
        "38 2024-09-01..2024-11-30",
    ),
    ("The jail received 52 detainers in 2024. An ICE spokesman spoke of 80 detainers, without dates.", "52 2024, 80 ?"),
    ("The jail received 52 detainers in 2024. A deputy said he got three detainers in his career.", "52 2024, three ?"),
    (
        "The jail received 96 detainers in 2024 and 58 in 2023.\n\nFigures for the prior year are in parentheses.\n\n"
        "- Detainers honored: 25 (8)\n- Detainers declined: 71 (50)",
        "96 2024, 58 2023, 25 2024, 8 2023, 71 2024, 50 2023",
    ),
]

# What a sentence gives of the one right before it: its line's, its totals', its parts'.
RIGHT_BEFORE = [
    (
        "Facts on the jail:\n\n- In calendar year 2024, ICE sent 57 detainers. The jail honored 18.\n"
        "- In calendar year 2023, ICE sent 33 detainers. The jail honored 30.",
        "57 2024, 18 2024, 33 2023, 30 2023",
    ),
    (
        "From January through June of 2024 the jail received 40 detainers. From July through December it received 51. "
        "That makes 91. Deputies honored 80.",
        "40 2024-01-01..2024-06-30, 51 2024-07-01..2024-12-31, 91 2024, 80 2024",
    ),
    (
        "The jail received nine detainers in 2024 and six in 2023. It honored five of the jail's nine.",
        "nine 2024, six 2023, five 2024",
    ),
]

# What a report, a list or an event told elsewhere gives, and what only looks like one.
OF_REPORTS = [
    (
        "The jail received 96 detainers in 2024 and 58 in 2023, as the table shows with the prior year in parentheses."
        "\n\n- Detainers honored: 25 (8)\n- Detainers declined: 71 (50)",
        "96 2024, 58 2023, 25 2024, 8 2023, 71 2024, 50 2023",
    ),
    (
        "The jail received 64 detainers from 2020 through 2022. The plaintiffs' count is 71, since it includes "
        "seven that were faxed twice. A new policy began in 2023.",
        "64 2020-01-01..2022-12-31, 71 2020-01-01..2022-12-31, seven 2020-01-01..2022-12-31",
    ),
]

# What an event gives that a noun names, told before with its verb.
EVENTS = [
    (
        "The county board voted in June 2024 to end the practice. Since the vote it has held nobody for ICE and has "
        "received 31 detainers.",
        "nobody 2024-06-01.., 31 2024-06-01..",
    ),
    (
        "Voters elected a new sheriff in November 2022. Since the election, the jail has honored 12 detainers.",
        "12 2022-11-01..",
    ),
    ("The deputies testified about 2023. The first said that the jail received 41 detainers.", "41 2023"),
]

# Another party's count of the same, and what a sentence says of the next one.
RIVALS = [
    (
        "The jail received 142 detainers in 2023.\n\nICE counts differently. It says it lodged 168 with the county.",
        "142 2023, 168 2023",
    ),
    (
        "The jail received 142 detainers in 2023.\n\nICE has said that it lodged 168 with the county over the years.",
        "142 2023, 168 ?",
    ),
    (
        '"Last year was worse," the jail\'s captain said. "We had 240 detainers." This year, through Feb. 28, the jail '
        "has received 12.",
        "240 2024, 12 2025-01-01..2025-02-28",
    ),
    (
        "The jail received 700 ICE detainers in 2022 and 500 in 2023. It honored 40 of the 1,200.",
        "700 2022, 500 2023, 40 2022-01-01..2023-12-31, 1,200 2022-01-01..2023-12-31",
    ),
    ("The jail received 91 ICE detainers in 2024. It honored 40 of the 91² detainers.", "91 2024, 40 2024"),
]

CASES = (
    UP_TO + OF_THE_YEAR + SPOKEN_OF + LAID_OUT + COVERED + SET_AGAINST + ARRESTS + POINTING_BACK + SEVERAL + ASKED_FOR
)
CASES += TOLD_AFTER + ON_AVERAGE + OF_THE_LIST + SINCE_SAID + SHARED + SAME_STRETCH
CASES += TOLD_AGAIN + POINTED + RIGHT_BEFORE + RIVALS + OF_REPORTS + EVENTS


@pytest.fixture(scope="module")
def readings() -> dict[str, list[Claim]]:
    documents = [Document(OPENING + text, published=date.fromisoformat(PUBLISHED)) for text, _ in CASES]
    return {text: read.claims for (text, _), read in zip(CASES, reader.read_many(documents), strict=True)}


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[-70:] for text, _ in CASES])
def test_carried(readings: dict[str, list[Claim]], text: str, wanted: str) -> None:
    assert ", ".join(dict.fromkeys(map(written, readings[text]))) == wanted
