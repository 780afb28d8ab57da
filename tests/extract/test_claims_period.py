"""The period of a claim, by shape: from its clause, its sentence, the sentences before, a question, a lead-in."""

from __future__ import annotations

from datetime import date

import pytest

from extract import reader
from extract.model import Claim, Document

PUBLISHED = "2025-06-10"
OPENING = (
    "PELLBROOK, Ohio — Immigration detainers are in dispute in Tarn County, where Sheriff Edna Voll of the Tarn County "
    "Sheriff's Office runs the jail and Chief Omar Reyes leads the Pellbrook Police Department.\n\n"
)

# A text and its numbers, in order, with their periods: "2024" is the year, "a..b" a span, "a.." open, "?" unknown.
OWN_CLAUSE = [
    ("In 2024 the jail received 62 detainers, twice the 31 of 2023, and honored nine; the year before, 81.",
     "62 2024, 31 2023, nine 2024, 81 2023"),
    ("The jail received 52 immigration detainers in 2024.", "52 2024"),
    ("In 2024 the jail received 52 detainers and honored nine.", "52 2024, nine 2024"),
    ("In 2024, ICE lodged 138 detainers with the jail; in 2023 it lodged 91.", "138 2024, 91 2023"),
    ("The jail received 40 detainers in 2023 and 52 in 2024.", "40 2023, 52 2024"),
    ("The jail logged 8 detainers for 2022 and 14 for 2023.", "8 2022, 14 2023"),
    ("The jail received 40 and 52 detainers in 2023 and 2024, respectively.", "40 2023, 52 2024"),
    ("The jail's detainers rose from 40 in 2023 to 52 in 2024.", "40 2023, 52 2024"),
    ("In 2023 the jail received 40 detainers, in 2024 52.", "40 2023, 52 2024"),
    ("Detainers received at the jail: 148 (2023: 117; 2022: 64)", "148 ?, 117 2023, 64 2022"),
    (
        "The department in March listed the jail as one of the worst, and said that it had refused 91 detainers "
        "since the president took office.",
        "91 2025-01-20..",
    ),
    (
        "From January 2023, when Voll took office, through March 31 of this year, ICE sent the jail 618 detainers.",
        "618 2023-01-01..2025-03-31",
    ),
    (
        "In 2024 the jail honored 52 detainers, about half as many as in 2019.",
        "52 2024",
    ),
    (
        "Between Jan. 1 and the end of April it honored none of the detainers, including one sent in March.",
        "none 2025-01-01..2025-04-30",
    ),
    (
        "The jail honored 67 of the detainers that it was sent in 2016, 2017 and 2018.",
        "67 2016-01-01..2018-12-31",
    ),
    (
        "The jail received 21 detainers in the year that ended Sept. 30, 2023, and 33 in the next.",
        "21 2022-10-01..2023-09-30, 33 2023-10-01..2024-09-30",
    ),
    (
        "Between 2022 and 2024 the jail received 212 detainers: 61 in the first year, 70 in the second and 81 in the "
        "last.",
        "212 2022-01-01..2024-12-31, 61 2022, 70 2023, 81 2024",
    ),
    (
        "ICE lodged 78 detainers with the jail during fiscal year 2023 and the first four months of fiscal 2024.",
        "78 2022-10-01..2024-01-31",
    ),
    ("Voll told supervisors last fall that the jail had received 52 detainers.", "52 ?"),
    ("ICE took 73 people into custody this year through March 31.", "73 2025-01-01..2025-03-31"),
    ("In 2023 and 2024 the jail received 40 and 52 detainers.", "40 2023, 52 2024"),
    (
        "In 2023 and 2024 the jail received 92 detainers, including 11 by fax.",
        "92 2023-01-01..2024-12-31, 11 2023-01-01..2024-12-31",
    ),
    (
        "The two have argued since Monday, when ICE wrote that it had lodged 51 detainers with the jail since Jan. 20.",
        "51 2025-01-20..",
    ),
    (
        "ICE said the jail has released 69 people with detainers since Jan. 20. Another 71 people in the jail have "
        "active detainers, it said.",
        "69 2025-01-20.., 71 ?",
    ),
    (
        "ICE said 331 inmates of the jail have active detainers. It said 45 were released between Jan. 20 and May 1.",
        "331 ?, 45 2025-01-20..2025-05-01",
    ),
    ("The jail let 45 people with detainers go between Jan. 20, 2025, and this week.", "45 2025-01-20.."),
    ("The jail received 38 detainers in March of '24.", "38 2024-03-01..2024-03-31"),
    (
        "ICE lodged 52 detainers with the jail in fiscal year 2024. That was up from 41 in 2023 and 30 in 2022.",
        "52 2023-10-01..2024-09-30, 41 2022-10-01..2023-09-30, 30 2021-10-01..2022-09-30",
    ),
    ("ICE said it lodged 1,250 detainers in the 2024 budget year.", "1,250 2023-10-01..2024-09-30"),
    (
        "Warden Lee Moss, who took over the jail in June 2023, stopped the practice. Since then, he testified, the "
        "jail has received 96 detainers.",
        "96 2023-06-01..",
    ),
    (
        "The jail got 12 detainers from October 2023 to September 2024. The chart covered July 1, 2023, through June "
        "30, 2024. During those 12 months, the jail honored nine.",
        "12 2023-10-01..2024-09-30, nine 2023-07-01..2024-06-30",
    ),
    ("The jail declined 29 detainers in 2024, up from 17 the year before.", "29 2024, 17 2023"),
    ("The jail declined 29 detainers in 2024, compared with 17 in all of 2023.", "29 2024, 17 2023"),
    ("So far this year, the jail has received 41 detainers, more than in all of last year.", "41 2025-01-01.."),
    ("So far this year, according to Voll, the jail has received 41 detainers.", "41 2025-01-01.."),
    ("The jail has honored five detainers this year.", "five 2025-01-01.."),
    ("This year, through May, the jail has received 38 detainers.", "38 2025-01-01..2025-05-31"),
    ("Through May, the jail has received 38 detainers.", "38 2025-01-01..2025-05-31"),
    ("The jail received 38 detainers through the end of May.", "38 2025-01-01..2025-05-31"),
    ("The jail received 19 detainers in the first three months of 2025.", "19 2025-01-01..2025-03-31"),
    ("The jail received 27 detainers in the second half of 2023.", "27 2023-07-01..2023-12-31"),
    (
        "In the first half of 2024 the jail received 52 detainers; in the second half it received 61.",
        "52 2024-01-01..2024-06-30, 61 2024-07-01..2024-12-31",
    ),
    ("The jail received 31 detainers in June, July and August of 2024.", "31 2024-06-01..2024-08-31"),
    ("The jail declined 31 detainers between April 1 and May 31.", "31 2025-04-01..2025-05-31"),
    (
        "The jail received 61 detainers between July and December 2024, compared with 58 in the six months before.",
        "61 2024-07-01..2024-12-31, 58 2024-01-01..2024-06-30",
    ),
    (
        "The jail received 30 detainers in the first quarter of 2025, up from 12 in the same period a year earlier.",
        "30 2025-01-01..2025-03-31, 12 2024-01-01..2024-03-31",
    ),
    ("ICE lodged 700 detainers with Ohio jails in fiscal 2024.", "700 2023-10-01..2024-09-30"),
    ("The Pellbrook police received 36 detainers in fiscal 2024.", "36 2023-07-01..2024-06-30"),
    (
        "City police took in 36 federal detainers during the fiscal year that closed on June 30.",
        "36 2023-07-01..2024-06-30",
    ),
    (
        "In the 12 months that ended March 31, the jail received 44 detainers, against 60 in the 12 months before.",
        "44 2024-04-01..2025-03-31, 60 2023-04-01..2024-03-31",
    ),
    ("Since Jan. 20, ICE has lodged 66 detainers with the jail.", "66 2025-01-20.."),
    ("The jail has honored no detainers since 2019.", "no 2019-01-01.."),
    ("Since she took office on Jan. 2, 2023, Voll has declined 88 detainers.", "88 2023-01-02.."),
    ("The jail has turned over 12 people to ICE since the policy took effect in March 2024.", "12 2024-03-01.."),
    ("Between Jan. 20 and May 31, the jail turned over 28 people to ICE.", "28 2025-01-20..2025-05-31"),
    ("As of June 2, the jail had 14 active detainers.", "14 2025-06-02..2025-06-02"),
    ("The jail received 52 detainers over 2023 and 2024.", "52 2023-01-01..2024-12-31"),
    (
        "From 2021 through 2024, the jail received 210 detainers and honored 12.",
        "210 2021-01-01..2024-12-31, 12 2021-01-01..2024-12-31",
    ),
    (
        "Last month the jail received six detainers; in January it received two.",
        "six 2025-05-01..2025-05-31, two 2025-01-01..2025-01-31",
    ),
    ("In 2024 alone, the jail declined 31 of the 40 detainers it received.", "31 2024, 40 2024"),
]

NOT_ITS_DATE = [
    (
        "The jail got 14 detainers in the first quarter. It honored none, as its policy since 2014 requires.",
        "14 2025-01-01..2025-03-31, none 2025-01-01..2025-03-31",
    ),
    ("The jail received 52 detainers in 2024, Voll said Thursday.", "52 2024"),
    ("Voll said on Thursday that the jail had received 52 detainers in 2024.", "52 2024"),
    ("The jail received 52 detainers in 2024, Voll told commissioners in March.", "52 2024"),
    ("In a letter dated March 3, Voll wrote that the jail received 52 detainers in 2024.", "52 2024"),
    ("In a February deposition, Voll said that the jail had received 52 detainers.", "52 ?"),
    ("The jail received 52 detainers last year, Voll said in an email on May 2.", "52 2024"),
    ("Under a 2014 law, the jail declined 29 detainers last year.", "29 2024"),
    ("The jail, which opened in 1998, received 52 detainers last year.", "52 2024"),
    ("Voll, who was elected in 2022, has declined 29 detainers.", "29 ?"),
    ("The policy was signed in 2019. The jail has declined 29 detainers under it.", "29 ?"),
    ("The jail received 52 detainers, Voll testified in March.", "52 ?"),
    ("“We received 52 detainers in 2024,” Voll told the council in January 2025.", "52 2024"),
    ("A report released in February 2025 counts 52 detainers received by the jail in 2024.", "52 2024"),
    ("The sheriff, whose term ends in 2026, received 52 detainers last year.", "52 2024"),
]

CARRIED = [
    (
        "In the first quarter of 2024 the jail received 40 detainers and honored 22. In the second it received 61.",
        "40 2024-01-01..2024-03-31, 22 2024-01-01..2024-03-31, 61 2024-04-01..2024-06-30",
    ),
    (
        "Deputies complied with every ICE detainer they got last year, Voll said Tuesday. There were 96.",
        "96 2024",
    ),
    ("The jail logged these detainers by year:\n- 2021: 143\n- 2022: 158", "143 2021, 158 2022"),
    (
        "The jail has had 77 detainers this year, up from 48 in all of 2024. ICE said that 40 of the 77 have since "
        "been arrested.",
        "77 2025-01-01.., 48 2024, 40 2025-01-01..",
    ),
    (
        "ICE lodged eight detainers with the jail from January through May. A year ago, over the same five months, it "
        "lodged 57.",
        "eight 2025-01-01..2025-05-31, 57 2024-01-01..2024-05-31",
    ),
    (
        "Since county commissioners voted in 2011 to ignore detainers, 1,302 people whom ICE wanted have walked out of "
        "the jail, Voll said.",
        "1,302 2011-01-01..",
    ),
    (
        "ICE issued 17,700 detainers in Ohio in fiscal 2024, it said, up 24 percent from 14,235 the year before.",
        "17,700 2023-10-01..2024-09-30, 24 2023-10-01..2024-09-30, 14,235 2022-10-01..2023-09-30",
    ),
    ("The jail received 52 detainers in 2024. It honored nine.", "52 2024, nine 2024"),
    ("The jail received 52 detainers in 2024. Voll said Thursday that she honored nine.", "52 2024, nine 2024"),
    (
        "The jail received 52 detainers in 2024, up from 40 in 2023. It honored nine of them.",
        "52 2024, 40 2023, nine 2024",
    ),
    (
        "In 2024 the jail received 52 detainers. In 2023 it received 40. It honored three that year.",
        "52 2024, 40 2023, three 2023",
    ),
    (
        "The jail received 52 detainers between July 1 and Dec. 31, 2024. ICE counted 77 over the same period.",
        "52 2024-07-01..2024-12-31, 77 2024-07-01..2024-12-31",
    ),
    ("The jail received 52 detainers last year. ICE says it lodged 138 detainers in that time.", "52 2024, 138 2024"),
    (
        "From July 2023 through December 2024, the jail received 52 detainers. ICE lodged 138 in those 18 months.",
        "52 2023-07-01..2024-12-31, 138 2023-07-01..2024-12-31",
    ),
    (
        "The jail received 52 detainers in 2024.\n\nThe law, signed in 2019, bars some holds. Deputies honored nine.",
        "52 2024, nine 2024",
    ),
    (
        "The jail received 52 detainers in 2024. As of Monday, 14 detainers were active.",
        "52 2024, 14 2025-06-09..2025-06-09",
    ),
    (
        "For the period July 1, 2023 to June 30, 2024, the jail received 30 detainers. In the prior reporting "
        "period it received 44.",
        "30 2023-07-01..2024-06-30, 44 2022-07-01..2023-06-30",
    ),
    ("The jail received 52 detainers in 2024. None were honored.", "52 2024, None 2024"),
    ("Voll's report covers 2024. The jail received 52 detainers and honored nine.", "52 2024, nine 2024"),
    ("Detainers in calendar year 2024:\n\n- Received: 52\n- Honored: 9\n- Declined: 43", "52 2024, 9 2024, 43 2024"),
    (
        "A councilman asked how many detainers the jail had received in 2024. Voll answered that there had been 52.",
        "52 2024",
    ),
    ("Asked about 2024, Voll said the jail had received 52 detainers and honored nine.", "52 2024, nine 2024"),
    ("A councilwoman asked about 2024. Voll said that there had been 52 detainers.", "52 2024"),
    ("Then came 2024. The jail received 52 detainers.", "52 2024"),
    (
        "The jail received 63 detainers between Jan. 6 and April 30. Voll has honored eleven.",
        "63 2025-01-06..2025-04-30, eleven 2025-01-06..2025-04-30",
    ),
    ("The policy took effect on Sept. 15, 2024. Since then the jail has received 19 detainers.", "19 2024-09-15.."),
    ("The jail adopted the rule in March 2024. It has since honored two detainers.", "two 2024-03-01.."),
]

SERIES = [
    ("The jail honored 9, 4, 4 and 7 detainers from 2021 through 2024.", "9 2021, 4 2022, 4 2023, 7 2024"),
    (
        "From April through September 2024, ICE sent the jail 192 detainers. In the last three of those months alone, "
        "it sent 108.",
        "192 2024-04-01..2024-09-30, 108 2024-07-01..2024-09-30",
    ),
    (
        "ICE lodged 87 detainers with the jail between November 2023 and October 2024, and another 41 between then and "
        "last month.",
        "87 2023-11-01..2024-10-31, 41 2024-11-01..2025-05-31",
    ),
    (
        "The jail received 31 detainers in 2022, 44 in 2023 and 52 in 2024. Over the three years it honored nine.",
        "31 2022, 44 2023, 52 2024, nine 2022-01-01..2024-12-31",
    ),
    ("The jail received 112 detainers in 2022. The following year it received 44.", "112 2022, 44 2023"),
    (
        "The jail received 52 detainers in May. A month later it received 30.",
        "52 2025-05-01..2025-05-31, 30 2025-06-01..2025-06-30",
    ),
]

TO_DATE = [
    ("As of May 31, the jail had logged 47 detainers this year.", "47 2025-01-01..2025-05-31"),
    ("By the end of May, the jail had received 52 detainers this year.", "52 2025-01-01..2025-05-31"),
    ("ICE has lodged 47 detainers with the jail this fiscal year.", "47 2024-10-01.."),
    ("Last Tuesday, agents arrested 12 men whom the jail had released.", "12 2025-06-03..2025-06-03"),
    ("The jail released 12 people with detainers in May.", "12 2025-05-01..2025-05-31"),
    ("The jail honored 40 detainers in 2024, the fewest since 2012, when it honored 12.", "40 2024, 12 2012"),
    (
        "The jail received 12 detainers in 2021 and 15 in 2022. It honored none in either year.",
        "12 2021, 15 2022, none 2021-01-01..2022-12-31",
    ),
]

BESIDE = [
    (
        "ICE lodged 300 detainers in Ohio from January through April, against 210 over the same period last year.",
        "300 2025-01-01..2025-04-30, 210 2024-01-01..2024-04-30",
    ),
    ("The jail released 12 people with detainers on May 14.", "12 2025-05-14..2025-05-14"),
    ("On a single day, May 12, ICE lodged 12 detainers with the jail.", "12 2025-05-12..2025-05-12"),
    ("Under the agreement, which began in July 2019, deputies have placed 880 detainers.", "880 2019-07-01.."),
    (
        "The jail honored 12 detainers between the law's passage in 2014 and the end of last year.",
        "12 2014-01-01..2024-12-31",
    ),
    (
        "Detainers received by the jail, fiscal years 2023-2024\n\nFY23: 44\nFY24: 52",
        "44 2022-07-01..2023-06-30, 52 2023-07-01..2024-06-30",
    ),
    (
        "The letter reports on detainers for the period January 1, 2024, through December 31, 2024. The jail "
        "received 52 detainers.",
        "52 2024",
    ),
    ("Before July 2024, the jail honored 30 detainers.", "30 ..2024-06-30"),
    ("After 2022, the jail honored 30 detainers.", "30 2023-01-01.."),
    (
        "The jail turned over 40 people in 2024, up from 31 in 2023. Detainers rose too, from 88 to 131.",
        "40 2024, 31 2023, 88 2023, 131 2024",
    ),
    (
        "The jail has handed over 100 people to ICE this year, Voll said.\n\nICE lodged 260 detainers with the jail "
        "from Jan. 1 through May 31. It took custody of 109 people.",
        "100 2025-01-01.., 260 2025-01-01..2025-05-31, 109 2025-01-01..2025-05-31",
    ),
    (
        "The jail's figures:\n\n2023: 40 detainers received, 8 honored\n2024: 52 received, 9 honored",
        "40 2023, 8 2023, 52 2024, 9 2024",
    ),
    (
        "The jail refused 186 detainers in 2024. Voll changed her mind after a visit. Since then it has honored nine.",
        "186 2024, nine ?",
    ),
    ("“Since I took office, on January 6, 2025, the jail has had 40 detainers,” Voll said.", "40 2025-01-06.."),
]

SET_BEFORE = [
    (
        "Few of the people whom ICE asked for ever reached a federal van last year, county officials said. "
        "The arithmetic: 260 detainers, 26 of them followed by a pickup.",
        "260 2024, 26 2024",
    ),
    ("Last year was no different. The jail received 52 detainers and honored nine.", "52 2024, nine 2024"),
    ("It was a busy 2024 at the jail. Deputies received 52 detainers.", "52 2024"),
    ("The county published its detainer log for 2024 on Monday. The jail received 52 detainers, it shows.", "52 2024"),
    ("The numbers are from 2024. ICE lodged 138 detainers with the jail.", "138 2024"),
]

COLUMNS = [
    (
        "The jail | 2023 | 2024\nDetainers received | 40 | 52\nDetainers honored | 8 | 9",
        "40 2023, 52 2024, 8 2023, 9 2024",
    ),
    (
        "Detainers received by the jail\n\nQuarter | 2023 | 2024\nQ1 | 10 | 14\nQ2 | 12 | 13",
        "10 2023-01-01..2023-03-31, 14 2024-01-01..2024-03-31, 12 2023-04-01..2023-06-30, 13 2024-04-01..2024-06-30",
    ),
    (
        "Month | Detainers received\nJanuary | 14\nMarch | 9",
        "14 2025-01-01..2025-01-31, 9 2025-03-01..2025-03-31",
    ),
]

OF_THE_NEXT_CLAUSE = [
    (
        "ICE said that the jail held 310 people subject to detainers and that since January 20 it had released 102 of "
        "them.",
        "310 ?, 102 2025-01-20..",
    ),
    (
        "From January to October of last year, the jail turned over 63 people to ICE, the Record reported last month.",
        "63 2024-01-01..2024-10-31",
    ),
    ("The Record reported last month that the jail received 52 detainers.", "52 ?"),
    ("In testimony last month, Voll said the jail had honored 12 detainers.", "12 ?"),
]

SINCE = [
    ("The jail has received 52 detainers since a new Ohio law kicked in on March 1.", "52 2025-03-01.."),
    ("The jail has honored 40 detainers since President Trump was sworn in.", "40 2025-01-20.."),
    (
        "The law took effect on July 1, 2024. Since the new law kicked in, the jail has received 40 detainers.",
        "40 2024-07-01..",
    ),
    (
        "The county joined the program in April 2024. Since the program began, the jail has honored 40 detainers.",
        "40 2024-04-01..",
    ),
    ("Voll took office on Jan. 6, 2025. The jail has honored 40 detainers since she took office.", "40 2025-01-06.."),
    ("Voll was sworn in on Jan. 6, 2025. Since then the jail has honored 40 detainers.", "40 2025-01-06.."),
    (
        "In 2024 the jail got 57 detainers. On January 2, Voll told her jailers to stop honoring them. Since then, the "
        "jail has refused eight detainers.",
        "57 2024, eight 2025-01-02..",
    ),
    ("Under a law that took effect on July 1, 2024, the jail has honored 30 detainers.", "30 2024-07-01.."),
]

FISCAL = [
    (
        "The county's fiscal year runs from July 1 to June 30. ICE said that it lodged 52 detainers with the jail in "
        "fiscal 2024.",
        "52 2023-10-01..2024-09-30",
    ),
    (
        "The county's fiscal year runs from July 1 to June 30. The jail received 52 detainers in fiscal 2024.",
        "52 2023-07-01..2024-06-30",
    ),
]

LOCAL_FISCAL = [
    (
        "The jail received 52 detainers in the fiscal year that ended June 30. Detainers were lifted on seven people "
        "last fiscal year, Voll said, after ICE found that they were citizens; deputies released the seven.",
        "52 2023-07-01..2024-06-30, seven 2023-07-01..2024-06-30",
    ),
]

WRAPPED = [
    (
        "In 2024 the jail received 40 detainers, its own log says. Federal officials told Voll that they had sent 138\n"
        "in 2023; she stood by her count, which was 52\nthat year.",
        "40 2024, 138 2023, 52 2023",
    ),
]

COMPARED = [
    ("The jail received 318 detainers last year, up from 140.", "318 2024, 140 ?"),
    (
        "The jail received 82 detainers between Feb. 11 and Feb. 17, up from 47 the week before.",
        "82 2025-02-11..2025-02-17, 47 2025-02-04..2025-02-10",
    ),
    (
        "The jail received 82 detainers in March, up from 47 the month before.",
        "82 2025-03-01..2025-03-31, 47 2025-02-01..2025-02-28",
    ),
    (
        "The jail transferred 118 people to ICE in 2019. Transfers fell to 71, 44 and 29 in the next three years.",
        "118 2019, 71 2020, 44 2021, 29 2022",
    ),
]

UNDATED = [
    ("The jail received 52 detainers last year.", "52 ?"),
    ("So far this year, the jail has honored five detainers.", "five ?"),
    ("The jail received 52 detainers in 2023 and 61 the year after.", "52 2023, 61 2024"),
    ("The jail received 52 detainers in 2023.", "52 2023"),
]

# What is set beside an event, a question, the next sentence, an earlier time.
TOLD_BESIDE = [
    (
        "The jail got 31 detainers in fiscal year 2024, Voll said. A year earlier it got 14. ICE said it had lodged 33 "
        "during the period.",
        "31 2023-07-01..2024-06-30, 14 2022-07-01..2023-06-30, 33 2023-07-01..2024-06-30",
    ),
    ("It was the first such transfer since the beginning of 2020, when the jail handed over 43 people.", "43 2020"),
    ("It was the fewest since early 2019, when the jail honored 12 detainers.", "12 2019-01-01..2019-04-30"),
    (
        "In the twelve months before December 2023 the jail refused none of ICE's detainers. In the twelve "
        "months after, it refused 489.",
        "none 2022-12-01..2023-11-30, 489 2023-12-01..2024-11-30",
    ),
    (
        "The jail honored 61 detainers in the six months before the law took effect on July 1, 2024. In the six "
        "months after, it honored nine.",
        "61 2024-01-01..2024-06-30, nine 2024-07-01..2024-12-31",
    ),
    (
        "The jail honored 61 detainers in 2022. In the two years that followed, it honored nine.",
        "61 2022, nine 2023-01-01..2024-12-31",
    ),
    (
        "ICE counted 16,495 refused detainers in fiscal 2015, and 2,008 in the first nine months of fiscal 2016.",
        "16,495 2014-10-01..2015-09-30, 2,008 2015-10-01..2016-06-30",
    ),
    (
        "The jail declined 37 federal detainers in the first three weeks of the sheriff's new policy.\n\nThe "
        "policy, in force since Feb. 1, limits holds.",
        "37 2025-02-01..2025-02-21",
    ),
    (
        "The jail declined 37 detainers in the first three months under the new law, Voll said. The law took "
        "effect March 1.",
        "37 2025-03-01..2025-05-31",
    ),
    (
        "In the first six months of the ordinance the jail honored three detainers. The ordinance took effect on "
        "July 1, 2024.",
        "three 2024-07-01..2024-12-31",
    ),
    (
        "The killing of a man on a pier this month has put one number before everyone: how often do jails say no "
        "to immigration agents?\n\nIn California, 516 detainers were declined, ICE says. The figure covers Jan. "
        "1, 2024, through June 19 of last year, and no other state comes near it.",
        "516 2024-01-01..2024-06-19",
    ),
    (
        "The number of detainers honored this time is nine. That is how many people the jail held on immigration "
        "detainers between July 1 and Dec. 31, Voll said, because of two deputies.",
        "nine 2024-07-01..2024-12-31",
    ),
    ("The jail declined 88 detainers. That number is for 2023, Voll said.", "88 2023"),
    (
        "By Monday afternoon, his office had sent an answer: since he was sworn in on May 1, 2017, the jail has "
        "received 171 detainers.",
        "171 2017-05-01..",
    ),
    ("By the end of May, the jail had received 47 detainers this year.", "47 2025-01-01..2025-05-31"),
    (
        "The jail told ICE about 207 releases in 2024. In 2023, before the law, it was 845.\n\nICE officers took "
        "121 people at its door.",
        "207 2024, 845 2023, 121 2024",
    ),
    (
        "The jail declined 207 detainers in 2024. The year before, the number was 245.\n\nIt honored 12.",
        "207 2024, 245 2023, 12 2024",
    ),
    ("The jail released four inmates to ICE over the weekend.", "four 2025-06-07..2025-06-08"),
]

# Lengths of time beside events, years said elsewhere, labels, dates that lead their numbers.
TOLD_ELSEWHERE = [
    (
        "The jail handed 266 people to ICE in 2023, the sheriff reported this week. In April, the same office gave "
        "the number as 519.",
        "266 2023, 519 2023",
    ),
    (
        "Jails declined 206 detainers from Jan. 28 through Feb. 3, 2024, ICE reported. The sheriff had declined 96 "
        "by Feb. 2, 2024. ICE issued 83 detainers in the same week.",
        "206 2024-01-28..2024-02-03, 96 ..2024-02-02, 83 2024-01-28..2024-02-03",
    ),
    (
        "The county ordinance took effect on July 1, 2023. The jail honored 12 detainers in the six months after "
        "the ordinance took effect.",
        "12 2023-07-01..2023-12-31",
    ),
    (
        "The county ordinance took effect on July 1, 2023. The jail honored 80 detainers in the year before the "
        "ordinance took effect.",
        "80 2022-07-01..2023-06-30",
    ),
    ("The county's reports put the number of detainers for 2023 at 163 and for 2024 at 149.", "163 2023, 149 2024"),
    ("Detainers in 2022 were 51, in 2023 were 63 and in 2024 were 70.", "51 2022, 63 2023, 70 2024"),
    (
        "From July 2020 through November 2024, 99 people were held on ICE detainers in the county's jail. The "
        "busiest year was 2023, with 24.\n\nNeighboring Pitt County held 571 people for ICE over the same "
        "stretch.",
        "99 2020-07-01..2024-11-30, 24 2023, 571 2020-07-01..2024-11-30",
    ),
    (
        "Lawmakers spent the spring of 2023 arguing over a law. The jail transferred 60 people to ICE between "
        "Jan. 20 and May 4 of that year.",
        "60 2023-01-20..2023-05-04",
    ),
    (
        "The sheriff took over in August 2022. In November of that year the jail received 12 detainers.",
        "12 2022-11-01..2022-11-30",
    ),
    (
        "How often did officers help ICE in 2023? Between March 15, when the rules began, and the end of that "
        "year, 113 detainers were refused.",
        "113 2023-03-15..2023-12-31",
    ),
    (
        "Reporting period: February 11 – February 17, 2017\n\nThe report does not include every declined "
        "detainer, only those that ICE learned of.\n\nDuring the period ICE issued 2,825 detainers nationwide. "
        "It recorded 47 as declined.",
        "2,825 2017-02-11..2017-02-17, 47 2017-02-11..2017-02-17",
    ),
    (
        "Up to June 2024, when the county changed course, detainers were honored. Since then the jail has "
        "honored three detainers.",
        "three 2024-07-01..",
    ),
    (
        "Since January 2024, the sheriff has required a judge's signature. Fifteen detainers have come without it.",
        "Fifteen 2024-01-01..",
    ),
    (
        "A December 2022 ordinance limited holds to people with serious records. The jail honored 63 detainers "
        "in its first four months.",
        "63 2022-12-01..2023-03-31",
    ),
    (
        "From April to December 2022 the program issued 611 detainers. In all of 2023 it issued 636.\n\nICE took "
        "1,198 people from the jail since the beginning.",
        "611 2022-04-01..2022-12-31, 636 2023, 1,198 2022-04-01..",
    ),
    (
        "The jail received 702 detainers in 2024; it was 1,560 in 2023 and more than 2,000 in 2022.\n\nIt "
        "honored 118 detainers.",
        "702 2024, 1,560 2023, 2,000 2022, 118 2024",
    ),
    (
        "The auditors sampled the two years to Sept. 30, 2023. The field office lodged 660 detainers.",
        "660 2021-10-01..2023-09-30",
    ),
    (
        "The jail turned over 862 inmates to ICE in the first three quarters of the current fiscal year.\n\nThe "
        "county's fiscal year, like Washington's, starts Oct. 1.",
        "862 2024-10-01..2025-06-30",
    ),
    (
        "The chief gave the number of detainers the police honored: three. That's how many times in the past "
        "fiscal year, which ended June 30, detainers were honored.",
        "three 2023-07-01..2024-06-30",
    ),
]

# What a record is reckoned from, what a title is on, a year back, the period before.
RECORDS = [
    (
        "The jail declined 12 detainers in 2024. It was closer to 2019, the year before the county changed the "
        "policy, when the jail declined 20 detainers.",
        "12 2024, 20 2019",
    ),
    ("In the week covered, which ended Feb. 3, ICE sent the county five detainers.", "five 2025-01-28..2025-02-03"),
    (
        "The jail told ICE about 84 releases in 2023. Deputies gave notice of 731 releases by Dec. 11 of last "
        "year, and they honored 186 detainers in the same time.",
        "84 2023, 731 ..2024-12-11, 186 ..2024-12-11",
    ),
    (
        "The pandemic shaped every measure of the agency's work in fiscal 2024, the report says. ICE issued "
        "122,233 detainers, against 165,487 the year before and 177,147 in fiscal 2022.",
        "122,233 2023-10-01..2024-09-30, 165,487 2022-10-01..2023-09-30, 177,147 2021-10-01..2022-09-30",
    ),
    ("The jail received 721 detainers last year. One year previously it received 1,034.", "721 2024, 1,034 2023"),
    (
        "The jail turned over 50 people to ICE in 2024. In 2023 there were 13; in 2022, eight.\n\nIt received 74 "
        "detainers from ICE.",
        "50 2024, 13 2023, eight 2022, 74 2024",
    ),
    (
        "Police received 57 detainers last year, nearly twice the 15 they recorded for 2023, and once again "
        "honored none of them.",
        "57 2024, 15 2023, none 2024",
    ),
    (
        "The jail has held 154 people for immigration agents, the county says. It received 217 detainers from "
        "Jan. 27 through May 31.",
        "154 2025-01-27..2025-05-31, 217 2025-01-27..2025-05-31",
    ),
    (
        "ICE issued 149,764 detainers in fiscal 2024. Removals reached 271,484, to 192 countries, the most since 2014.",
        "149,764 2023-10-01..2024-09-30, 271,484 2023-10-01..2024-09-30",
    ),
    ("In 2024 the jail declined 90 detainers, the highest number in any year since 2016.", "90 2024"),
    (
        "The detainer law has police report each fall on the twelve months through June. This time they received "
        "1,526 detainers. Last time it was 80.",
        "1,526 2023-07-01..2024-06-30, 80 2022-07-01..2023-06-30",
    ),
    (
        "A nonprofit requested the emails of both jails for the budget year that ended last June 30.\n\nThe jail "
        "received 133 detainers. It kept 97 people for ICE.",
        "133 2023-07-01..2024-06-30, 97 2023-07-01..2024-06-30",
    ),
    (
        "The jail received 88 detainers in the first quarter. Only three of the people were released, a "
        "lieutenant countered on Monday.",
        "88 2025-01-01..2025-03-31, three 2025-01-01..2025-03-31",
    ),
    ("A year ago, from January through March, the jail received 31 detainers.", "31 2024-01-01..2024-03-31"),
]

# Counts up to a day, parts of months, fiscal years in a row, what goes with the number behind it.
UP_TO = [
    ("As of May 31 the jail had received 274 detainers.", "274 ..2025-05-31"),
    (
        "Here are the jail's numbers. All are for the first 13 days of February.\n\nDetainers received: 58\n"
        "Detainers declined: 53",
        "58 2025-02-01..2025-02-13, 53 2025-02-01..2025-02-13",
    ),
    (
        "The jail honored 16 detainers in fiscal 2015. The county's fiscal year runs Oct. 1 to Sept. 30.",
        "16 2014-10-01..2015-09-30",
    ),
    ("Since April 17, when the policy started, the jail has had seven detainers.", "seven 2025-04-17.."),
    (
        "From January to March of 2024 the jail received 58 detainers and in the eight months since, 13.",
        "58 2024-01-01..2024-03-31, 13 2024-04-01..2024-11-30",
    ),
    (
        "For the budget year that closed in June, the director supplied the following account. The jail received "
        "88 detainers.",
        "88 2023-07-01..2024-06-30",
    ),
    (
        "Through May of this year the jail had 47 detainers. Last year, without the pact, there were 14.\n\nIt "
        "honored five detainers.",
        "47 2025-01-01..2025-05-31, 14 2024, five 2025-01-01..2025-05-31",
    ),
    (
        "The jail honored 317 detainers from Jan. 1, 2022, until Aug. 14, 2023. From then until the end of 2024 "
        "it honored 19.",
        "317 2022-01-01..2023-08-14, 19 2023-08-15..2024-12-31",
    ),
    ("The settlement came in August 2023. The jail received 112 detainers after that August.", "112 2023-09-01.."),
    (
        "ICE removed 612 people over the past two federal fiscal years, a review found. The paper looked at 918 "
        "detainers in that time.",
        "612 2022-10-01..2024-09-30, 918 2022-10-01..2024-09-30",
    ),
    ("ICE lodged 40 detainers in the last three fiscal years.", "40 2021-10-01..2024-09-30"),
]

# Untils that are past, halves of months, letters, advertisements, any weekday.
AROUND = [
    ("The jail honored all 310 ICE detainers until April.", "310 ..2025-04-30"),
    ("His staff logged 97 detainers between mid-March and the end of May.", "97 2025-03-15..2025-05-31"),
    (
        "In 2024 the jail received 102 detainers. Its first answer, by email in March, was that it had honored 94.",
        "102 2024, 94 2024",
    ),
    (
        "The ordinance that the board passed on May 7 is a month old. Before it, the jail honored 430 detainers "
        "from January through April.\n\nSince it, he said, the jail has declined 61 detainers.",
        "430 2025-01-01..2025-04-30, 61 2025-05-07..",
    ),
    (
        "In 2024 the jail received 102 detainers.\n\nFurnace tune-ups, licensed since 1958\n\nIt honored 64 of them.",
        "102 2024, 64 2024",
    ),
    (
        "In 2024 the jail received 102 detainers. It released thirteen people wanted by ICE on a Friday or a Saturday.",
        "102 2024, thirteen 2024",
    ),
]

# The range of the sentence before, parts of a fiscal year.
NEAREST_RANGE = [
    (
        "ICE lodged 40 detainers in fiscal 2022. From January 20 to April 30, the jail booked 4,212 people. In "
        "that time it received 287 detainers.",
        "40 2021-10-01..2022-09-30, 287 2025-01-20..2025-04-30",
    ),
    ("The jail has received 164 detainers from ICE since the fiscal year began on July 1.", "164 2024-07-01.."),
    ("ICE lodged 912 detainers in fiscal year 2025 through the end of May.", "912 2024-10-01..2025-05-31"),
]

# What a sentence names by what was told, or by an event.
SPOKEN = [
    (
        "The report covers Jan. 28 through Feb. 3. ICE issued 3,083 detainers in those seven days.",
        "3,083 2025-01-28..2025-02-03",
    ),
    (
        "The report covers Jan. 28 through Feb. 3. ICE issued 3,083 detainers in a single week.",
        "3,083 2025-01-28..2025-02-03",
    ),
    (
        "Since the county council passed its ordinance last July, no detainer has been honored. The jail received 164 "
        "detainers over those 11 months.",
        "no 2024-07-01.., 164 2024-07-01..",
    ),
    (
        "From October 2005 to August 2017, the jail received 814 detainers. Deputies turned over 33 people in "
        "those years.",
        "814 2005-10-01..2017-08-31, 33 2005-10-01..2017-08-31",
    ),
    (
        "The jail received 814 detainers from July 2015 through June 2018. In the last of the three years, it "
        "declined 104.",
        "814 2015-07-01..2018-06-30, 104 2017-07-01..2018-06-30",
    ),
    ("The policy changed in June 2024. Before then, the jail honored 97 detainers.", "97 ..2024-05-31"),
    ("The law took effect on Dec. 1. Before that, the jail turned down 50 detainers.", "50 ..2024-11-30"),
    (
        "The Voll policy took effect on Jan. 1. In the four months before it, the jail honored 52 detainers; in the "
        "nearly five months since, it has honored none.",
        "52 2024-09-01..2024-12-31, none 2025-01-01..",
    ),
    (
        "In the first six months under House Bill 10, which took effect Dec. 1, the jail received 1,866 detainers.",
        "1,866 2024-12-01..2025-05-31",
    ),
    (
        "We stopped holding people in January of last year, Voll said. Since we stopped we've had 14 detainers.",
        "14 2024-01-01..",
    ),
    (
        "State law has required sheriffs to honor detainers since December. Since the law kicked in, the jail has held "
        "128 people for the full 48 hours.",
        "128 2024-12-01..",
    ),
    (
        "The county has had the contract since 2012. ICE has lodged 1,020 detainers with the jail since the "
        "contract began.",
        "1,020 2012-01-01..",
    ),
    (
        "The jail held 214 inmates with detainers on March 1, down from 241 a year earlier.",
        "214 2025-03-01..2025-03-01, 241 2024-03-01..2024-03-01",
    ),
]

# Which of several dates is the number's, and which is none's.
WHOSE_DATE = [
    ("The jail took no action on any of the 57 detainers that it was sent last year.", "no 2024, 57 2024"),
    ("The jail got 40 detainers last year. Its own log said six in February.", "40 2024, six 2025-02-01..2025-02-28"),
    (
        "Voll gave the detainers by year: 31 in 2020, 12 in 2021, 22 in 2022, 40 in 2023 and 44 in 2024.",
        "31 2020, 12 2021, 22 2022, 40 2023, 44 2024",
    ),
    (
        "The jail received 149 detainers, Voll said: 31 in 2020, 12 in 2021, 22 in 2022, 40 in 2023 and 44 in 2024.",
        "149 2020-01-01..2024-12-31, 31 2020, 12 2021, 22 2022, 40 2023, 44 2024",
    ),
    (
        "The jail logged 203 detainers during 2023 and honored 96, nearly all of them in the first half of the year.",
        "203 2023, 96 2023",
    ),
    ("The jail honored 96 detainers in 2023, a drop of 30 percent from 2022.", "96 2023"),
    (
        "ICE gives 415 as the number of detainers it issued to the county, but from October 2023 through this March.",
        "415 2023-10-01..2025-03-31",
    ),
    (
        "In 2024 the jail got 52 detainers. It held nobody, since the attorney general's 2018 directive forbids that.",
        "52 2024, nobody 2024",
    ),
    (
        "In 2023 the jail got 105 detainers. All 105 came without the warrant that lawyers have insisted on "
        "since last fall.",
        "105 2023",
    ),
    ("Of 1,507 inmates with detainers who left the jail in 2019, ICE took custody of 492.", "1,507 2019, 492 2019"),
    ("This year the jail had already refused 58 detainers by the end of May.", "58 2025-01-01..2025-05-31"),
    ("Through Sept. 30 the jail received 22 detainers for 2024.", "22 2024-01-01..2024-09-30"),
    (
        "The log lists 164 detainers that the jail received from Dec. 5, 2023, the day the sheriff took office, "
        "through "
        "the end of 2024.",
        "164 2023-12-05..2024-12-31",
    ),
]

# What stands beside a date decides whose it is: a row of years, the quarters of one, an earlier time, another's books.
ROWS_AND_PARTS = [
    (
        "The jail received 50 detainers in 2024: 20 in the first half and 30 in the second. Deputies declined seven.",
        "50 2024, 20 2024-01-01..2024-06-30, 30 2024-07-01..2024-12-31, seven 2024",
        PUBLISHED,
    ),
    (
        "The jails reported 950 detainers in calendar years 2021, 2022 and 2023, of which 700 were honored and 60 "
        "declined.",
        "950 2021-01-01..2023-12-31, 700 2021-01-01..2023-12-31, 60 2021-01-01..2023-12-31",
        PUBLISHED,
    ),
    (
        "The jail's reports add up to 74 detainers in 2024: 10 in the first quarter, 15 in the second, 21 in the third "
        "and 28 in the fourth.",
        "74 2024, 10 2024-01-01..2024-03-31, 15 2024-04-01..2024-06-30, 21 2024-07-01..2024-09-30, "
        "28 2024-10-01..2024-12-31",
        "2025-01-28",
    ),
    (
        "In 2023 the jail received 80 detainers. The next year there were 95, and in 2025, the busiest year so far, "
        "120.",
        "80 2023, 95 2024, 120 2025",
        "2026-02-01",
    ),
    (
        "The jail received 7 detainers in 2024 after it got 0 in each of the three previous years.",
        "7 2024, 0 2021-01-01..2023-12-31",
        PUBLISHED,
    ),
    (
        "The jail received 88 detainers that it logged in 2024, against 105 in the agency's own tally.",
        "88 2024, 105 2024",
        PUBLISHED,
    ),
    (
        "The jail received 40 detainers in 2023 and 52 in 2024. ICE lodged 130 detainers with it in those two calendar "
        "years.",
        "40 2023, 52 2024, 130 2023-01-01..2024-12-31",
        PUBLISHED,
    ),
    (
        "In the first two months of FY 2024-25 the jail received 19 detainers.",
        "19 2024-07-01..2024-08-31",
        PUBLISHED,
    ),
    (
        "It was put to the sheriff in the summer of 2022. He sent an order down the hall, and the captain, who had run "
        "the jail for nine years and had never once been asked, read it aloud to the night shift, twice. In the second "
        "half of that year the jail received 31 detainers.",
        "31 2022-07-01..2022-12-31",
        PUBLISHED,
    ),
]

# A year that runs at publication is open; so is what is reckoned from an event that nothing dates.
RUNNING = [
    (
        "The jail has received 33 detainers in 2025 as of Monday and has honored every one.",
        "33 2025-01-01.., every one 2025-01-01..",
        PUBLISHED,
    ),
    ("The jail has received 33 detainers in 2025.", "33 2025-01-01..", PUBLISHED),
    (
        "The log was begun in 2024. The jail received 33 detainers that year and 12 so far in this one.",
        "33 2024, 12 2025-01-01..",
        PUBLISHED,
    ),
    (
        "In the 17 months since the county tore up its agreement, the jail has received 58 detainers.",
        "58 2024-01-01..",
        PUBLISHED,
    ),
    (
        "The jail has received 58 detainers this year, through the middle of April.",
        "58 2025-01-01..2025-04-15",
        PUBLISHED,
    ),
]

# What is asked for or measured against is neither to come nor spoken of.
NOT_AHEAD = [
    (
        "The agency says the jail ignored 61 detainers, which are requests to hold a person for immigration officers, "
        "between Jan. 20 and April 15.",
        "61 2025-01-20..2025-04-15",
        "2025-05-04",
    ),
    (
        "ICE lodged 710 detainers in fiscal year 2024, an increase of 40 percent over the year before.\n\n"
        "Results for the fiscal year:\n\n    Tarn County: 118 lodged\n",
        "710 2023-10-01..2024-09-30, 118 2023-10-01..2024-09-30",
        "2024-10-28",
    ),
]


# Dates of what people did, said, wrote or ruled, and stretches that are set beside the count.
OF_ANOTHER = [
    (
        "The jail logged 62 detainers from July 1 through Dec. 31. "
        "The year before, over the same six months, it logged 35.",
        "62 2024-07-01..2024-12-31, 35 2023-07-01..2023-12-31",
    ),
    (
        "The jail: 2022-23, 48 detainers received; 2023-24, 66 received.",
        "48 2022-07-01..2023-06-30, 66 2023-07-01..2024-06-30",
    ),
    ("Voll, who met with ICE officials last week, says the jail honored 61 detainers in 2024.", "61 2024"),
    ("Reyes, who was hired in 2021, says the jail honored 61 detainers.", "61 ?"),
    ("When a union sued in March 2023, it claimed that the jail had held 70 people on detainers.", "70 ?"),
    ("When the jail reopened in 2019, it received 40 detainers.", "40 2019"),
    ("A jury on Thursday ordered the county to pay 83 people whom its jail held on detainers.", "83 ?"),
    ("The jail declined 30 detainers in 2024, though state law has barred such holds since 2019.", "30 2024"),
    ("In 2023 the jail honored 18 detainers. Voll says it has honored 54 in all her time as sheriff.", "18 2023, 54 ?"),
    (
        "The jail received six detainers in 2021, nine the following year and 14 the next.",
        "six 2021, nine 2022, 14 2023",
    ),
    (
        "The jail has handed over 204 people since Jan. 20, more than in the previous three years combined. It got 219 "
        "detainers in that period.",
        "204 2025-01-20.., 219 2025-01-20..",
    ),
    (
        "The jail honored every detainer until Jan. 1, 2017, when the policy changed, and has honored nine since then.",
        "nine 2017-01-01..",
    ),
    ("Through August 2024 the jail had received 63 detainers in fiscal 2025.", "63 2024-07-01..2024-08-31"),
    (
        "Fiscal year 2023-24:\n• Detainers received: 88\n\nFiscal year 2022-23:\n• Detainers received: 61\n\n"
        "The jail honored 50 detainers.",
        "88 2023-07-01..2024-06-30, 61 2022-07-01..2023-06-30, 50 2023-07-01..2024-06-30",
    ),
]

TOLD_WITH_EVENTS = [
    (
        "The jail honored 61 detainers from January 2023 until Voll stopped the practice in late May.",
        "61 2023-01-01..2023-05-31",
    ),
    (
        "ICE lodged 74 detainers with the jail from the day Voll was sworn in, on Jan. 2, 2023, to the end of 2024.",
        "74 2023-01-02..2024-12-31",
    ),
    (
        "The jail honored 44 detainers in the three months before Senate Bill 12 took effect on Jan. 1, 2025, and "
        "four "
        "in the three months after.",
        "44 2024-10-01..2024-12-31, four 2025-01-01..2025-03-31",
    ),
    (
        "The jail held 71 people on detainers in the year before House Bill 19 became law in May 2019. In the year "
        "that "
        "followed, it held none.",
        "71 2018-05-01..2019-04-30, none 2019-05-01..2020-04-30",
    ),
    (
        "The jail released nine people wanted by ICE between the start of the year and May 4, 2024.",
        "nine 2024-01-01..2024-05-04",
    ),
    ("In the six weeks since Voll stopped honoring detainers, the jail has released 18 people.", "18 2025-04-29.."),
    ("In the 12 months that the ordinance has been in force, the jail has declined 61 detainers.", "61 2024-06-01.."),
    (
        '"Since I came in, we have honored 212 detainers," said Voll, who was sworn in on Jan. 2, 2023.',
        "212 2023-01-02..",
    ),
    (
        "The order of Feb. 3 reversed a 2019 rule. Between then and 2023 the jail received 54 detainers.",
        "54 2019-01-01..2023-12-31",
    ),
    (
        "The jail, which adopted the rule in March, logged 96 detainers in 2024 and has let 17 people go since despite "
        "one.",
        "96 2024, 17 2025-03-01..",
    ),
    (
        "The jail honored 204 detainers during 2023, the last year of its contract, and 14 in all the time since.",
        "204 2023, 14 2024-01-01..",
    ),
    ("By the end of the third quarter of 2024 the jail had received 301 detainers.", "301 2024-01-01..2024-09-30"),
]
PARTS_AND_ROWS = [
    (
        "In October ICE lodged 92 detainers at the jail, in November 88 and in December 101. All told in the "
        "quarter, the jail honored 240.",
        "92 2024-10-01..2024-10-31, 88 2024-11-01..2024-11-30, 101 2024-12-01..2024-12-31, 240 2024-10-01..2024-12-31",
    ),
    (
        "The jail declined 51 detainers from Jan. 28 to Feb. 3, 2025. The following week it declined none.",
        "51 2025-01-28..2025-02-03, none 2025-02-04..2025-02-10",
    ),
    ("At midyear 2024, 204 inmates at the jail had detainers.", "204 2024-06-30..2024-06-30"),
    (
        "From 2017 to 2024 the jail transferred 1,150 people to ICE, 140 of them in the agreement's last year.",
        "1,150 2017-01-01..2024-12-31, 140 2017-01-01..2024-12-31",
    ),
    (
        "From Jan. 1, 2023, to June 30, 2024, jails rejected 170 detainers. In the first eight months alone, 81 people "
        "were "
        "released.",
        "170 2023-01-01..2024-06-30, 81 2023-01-01..2023-08-31",
    ),
    (
        "The jail received 104 detainers from January through May of 2024 and 81 over those months this year.",
        "104 2024-01-01..2024-05-31, 81 2025-01-01..2025-05-31",
    ),
    (
        "The jail received 42 detainers: 11 in 2023, 17 in 2024 and 14 to date in 2025.",
        "42 2023-01-01.., 11 2023, 17 2024, 14 2025-01-01..",
    ),
    (
        "The jail received 19 detainers last quarter and seven the quarter before that.",
        "19 2025-01-01..2025-03-31, seven 2024-10-01..2024-12-31",
    ),
    (
        "The jail logged 61 detainers between July and December; in the whole of the previous fiscal year it logged "
        "34.",
        "61 2024-07-01..2024-12-31, 34 2023-07-01..2024-06-30",
    ),
    (
        "The jail honored 97 detainers in fiscal years 2023 and 2024 combined. The two years before that, it honored "
        "61.",
        "97 2022-07-01..2024-06-30, 61 2020-07-01..2022-06-30",
    ),
    (
        "ICE counts 83 releases in Tarn County in fiscal 2024. It counts 40 in Bell County, where Sheriff Ada Poe "
        "ended the agreement after she took office in December.",
        "83 2023-10-01..2024-09-30, 40 2023-10-01..2024-09-30",
    ),
    (
        "In all of 2024 the jail received 110 detainers. The number rose from 21 in January to 66 in December.",
        "110 2024, 21 2024-01-01..2024-01-31, 66 2024-12-01..2024-12-31",
    ),
    (
        "The jail received 58 detainers in the last three weeks of December. For the full year it was 611.",
        "58 2024-12-11..2024-12-31, 611 2024",
    ),
]

# A telling, a paper or a visit has a date that no count takes; an event told elsewhere may begin or end a range.
TOLD_AND_BOUNDED = [
    ("The jail got 31 detainers in 2023 and honored two, according to a note Undersheriff Lena Oakes "
     "mailed to the board in April.",
     "31 2023, two 2023"),
    ("ICE lodged 88 detainers with the jail in 2022. A declaration that the agency filed last winter had "
     "put it at 104.",
     "88 2022, 104 2022"),
    ("In 2023 the jail got 61 detainers. The governor criticized the county in March, saying ICE had a "
     "record of 115 detainers.",
     "61 2023, 115 2023"),
    ("The jail got six detainers in 2022. When I visited, in May, it had received 40 since the inauguration.",
     "six 2022, 40 2025-01-20.."),
    ("The jail has received 52 detainers since the complaint was filed in August 2023 and has honored three.",
     "52 2023-08-01.., three 2023-08-01.."),
    ("The commission passed the ban on Nov. 5, 2024. The jail honored 77 detainers between January 2023 and the ban.",
     "77 2023-01-01..2024-11-05"),
    ("The court spoke in July. Between the ruling and the end of last year the jail honored nine detainers.",
     "nine 2024-07-01..2024-12-31"),
    ("The Bar Association, which sued in April, says the jail refused 61 detainers between January 2024 "
     "and the filing.",
     "61 2024-01-01..2025-04-30"),
    ("The jail has gotten 45 detainers since the March 2024 order passed.", "45 2024-03-01.."),
    ("House Bill 7 took effect on Sept. 1, 2024. House Bill 92 began on May 1. The jail has honored 23 detainers since "
     "House Bill 7 took effect.", "23 2024-09-01.."),
    ("Five months after the rule took effect, deputies say they have received 14 detainers. The rule took "
     "effect Jan. 8.",
     "14 2025-01-08.."),
    ("The board adopted its rule in September. From then through November the jail received 38 detainers.",
     "38 2024-09-01..2024-11-30"),
    ("The county loosened its rules in December. It honored three detainers before they were reversed on Feb. 4.",
     "three 2024-12-01..2025-02-04"),
    ("Voll honored 90 of last year's detainers before she fell ill on Oct. 3.", "90 2024-01-01..2024-10-03"),
    ("After a ruling in May 2024 the jail stopped honoring detainers. It has since received 17.", "17 2024-05-01.."),
    ("The jail got 64 detainers in March, 71 in April and 58 in May. A year ago the three months together brought 80.",
     "64 2025-03-01..2025-03-31, 71 2025-04-01..2025-04-30, 58 2025-05-01..2025-05-31, 80 2024-03-01..2024-05-31"),
    ("The jail logged nine detainers in May, and this month there were none as of Monday.",
     "nine 2025-05-01..2025-05-31, none 2025-06-01..2025-06-09"),
    ("The first quarter of 2024 brought 17 detainers to the jail; the second, 23; the third, 20.",
     "17 2024-01-01..2024-03-31, 23 2024-04-01..2024-06-30, 20 2024-07-01..2024-09-30"),
    ("The jail honored 17 detainers, all of them in the spring of 2024.", "17 2024-03-01..2024-05-31"),
    ("In 2023 the jail got 68 detainers. ICE put its refusals at 80, without dates.", "68 2023, 80 ?"),
    ("In 2023 the jail got 68 detainers. ICE says it ignored 41, but would not say over what period.", "68 2023, 41 ?"),
    ("The county fiscal year ended Sept. 30. So far in the current one the jail has received 40 detainers.",
     "40 2024-10-01.."),
    ("The jail has received six detainers all year.", "six 2025-01-01.."),
    ("Two thousand eleven was busy. The jail received 206 detainers and honored every one.",
     "206 2011, every one 2011"),
    ("ICE has sent 48 detainers to Bixby since Feb. 3.", "48 2025-02-03.."),
    ("The jail refused 35 detainers in the quarter that ended March 31.", "35 2025-01-01..2025-03-31"),
    ("The jail got 30 detainers in 2023. ICE, asked in May, said 41.", "30 2023, 41 2023"),
    ("Voll told the council in March 2024 that the jail received 66 detainers the year before.", "66 2023"),
    ("From October 2023 through September 2024, the federal fiscal year, ICE lodged 50 detainers.",
     "50 2023-10-01..2024-09-30"),
    ("Between the 2022 ruling and April 2024 the jail honored 12 detainers.", "12 2022-01-01..2024-04-30"),
    ("A judge barred holds in 2023. The jail has honored all of the 57 detainers it has gotten since a new warden took "
     "over last July.", "all of the 57 2024-07-01.., 57 2024-07-01.."),
    ("The inquiry looked at 2022. The jail got 61 detainers. Since the inquiry ended, it has received 20.",
     "61 2022, 20 ?"),
    ("ICE put it at 52 detainers in 2023. Voll, who took office in 2019, answered in January that it was nine. "
     "The year before, it was 31.", "52 2023, nine 2023, 31 2022"),
    ("ICE lodged 95 detainers in the first half of 2024. It said 45 of the people were let out and that officers had "
     "since arrested 12.", "95 2024-01-01..2024-06-30, 45 2024-01-01..2024-06-30, 12 2024-01-01.."),
    ("The jail has honored 540 detainers since Jan. 6. It had gotten 688 detainers this year. It was 690 as of this "
     "morning.", "540 2025-01-06.., 688 2025-01-01.., 690 2025-01-01..2025-06-10"),
]

CASES = [
    (text, wanted, PUBLISHED)
    for text, wanted in OWN_CLAUSE
    + NOT_ITS_DATE
    + CARRIED
    + SERIES
    + TO_DATE
    + SET_BEFORE
    + COLUMNS
    + OF_THE_NEXT_CLAUSE
    + SINCE
    + FISCAL
    + LOCAL_FISCAL
    + COMPARED
    + WRAPPED
    + TOLD_BESIDE
    + TOLD_ELSEWHERE
    + RECORDS
    + UP_TO
    + AROUND
    + NEAREST_RANGE
    + SPOKEN
    + WHOSE_DATE
    + OF_ANOTHER
    + TOLD_WITH_EVENTS
    + PARTS_AND_ROWS
    + TOLD_AND_BOUNDED
] + [(text, wanted, None) for text, wanted in UNDATED] + ROWS_AND_PARTS + RUNNING + NOT_AHEAD


@pytest.fixture(scope="module")
def readings() -> dict[tuple[str, str | None], list[Claim]]:
    documents = [
        Document(OPENING + text, published=date.fromisoformat(published) if published else None)
        for text, _, published in CASES
    ]
    return {
        (text, published): analysis.claims
        for (text, _, published), analysis in zip(CASES, reader.read_many(documents), strict=True)
    }


def written(claim: Claim) -> str:
    """A claim as the cases write it."""
    start, end = claim.period_start, claim.period_end
    if start is None and end is None:
        return f"{claim.value_text} ?"
    if start and end and start[:4] == end[:4] and start.endswith("-01-01") and end.endswith("-12-31"):
        return f"{claim.value_text} {start[:4]}"
    return f"{claim.value_text} {start or ''}..{end or ''}"


@pytest.mark.parametrize(("text", "wanted", "published"), CASES, ids=[text[-70:] for text, _, _ in CASES])
def test_period(
    readings: dict[tuple[str, str | None], list[Claim]], text: str, wanted: str, published: str | None
) -> None:
    assert ", ".join(dict.fromkeys(map(written, readings[text, published]))) == wanted
