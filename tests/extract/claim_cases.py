# ruff: noqa: E501  (a case is easier to read on one line)
"""Short texts with the claims they hold: the shapes of the field, with invented names, one table a shape.

A case is a text and its claims; a claim is written `value comparator measure / claimant / period` and read by `expected`.
Every text follows an OPENING that says where it is and who is who.
"""

from __future__ import annotations

from typing import NamedTuple

ICE = "U.S. Immigration and Customs Enforcement"
DHS = "U.S. Department of Homeland Security"
JAIL = "Tarn County Sheriff's Office"
POLICE = "Pellbrook Police Department"
COUNTY_PLACE, CITY_PLACE = "Tarn County, OH", "Pellbrook, OH"
OPENING = {
    "county": (
        "PELLBROOK, Ohio — Immigration detainers are in dispute in Tarn County, where Sheriff Edna Voll of the Tarn County "
        "Sheriff's Office runs the jail.\n\n"
    ),
    "city": (
        "PELLBROOK, Ohio — Immigration detainers are in dispute in Pellbrook, where Chief Omar Reyes leads the "
        "Pellbrook Police Department.\n\n"
    ),
}
PLACE = {"county": COUNTY_PLACE, "city": CITY_PLACE}
PUBLISHED = "2025-06-10"


class Expected(NamedTuple):
    """One claim of a case; `period` is (start, end)."""

    value: float
    comparator: str
    measure: str
    claimant: str | None
    period: tuple[str | None, str | None]
    place: str | None
    value_max: float | None = None


WHO = {"ICE": ICE, "DHS": DHS, "JAIL": JAIL, "POLICE": POLICE, "-": None}
SHORT = {
    "issued": "detainers_issued", "received": "detainers_received", "honored": "detainers_honored",
    "declined": "detainers_declined", "active": "detainers_active",
}  # fmt: skip


def expected(line: str, where: str) -> Expected:
    """Reads "52 = received / JAIL / 2024"; a range is "70-80 range ..."; a fourth part is the place."""
    head, who, when, *place = [part.strip() for part in line.split(" / ")]
    value, comparator, measure = head.split()
    low, _, high = value.partition("-")
    return Expected(
        float(low), comparator, SHORT.get(measure, measure), WHO.get(who, who), period(when),
        place[0] if place else PLACE[where], float(high) if high else None,
    )  # fmt: skip


def period(text: str) -> tuple[str | None, str | None]:
    """ "2024" is the whole year, "a..b" a span, "a.." open, "" unknown."""
    if not text or text == "none":
        return None, None
    if ".." in text:
        start, end = text.split("..")
        return start or None, end or None
    return f"{text}-01-01", f"{text}-12-31"


COUNTY: list[tuple[str, list[str]]] = [
    # Plain counts, and who they belong to.
    ("The jail received 52 immigration detainers in 2024, Voll said.", ["52 = received / JAIL / 2024"]),
    ("The sheriff's office logged 31 detainer requests last year.", ["31 = received / JAIL / 2024"]),
    ("ICE says it lodged 138 detainers with the jail in 2024.", ["138 = issued / ICE / 2024"]),
    ("ICE issued 119 detainers to the jail in 2023, the agency said.", ["119 = issued / ICE / 2023"]),
    ("Federal immigration officials placed 88 holds on inmates at the jail last year.", ["88 = issued / ICE / 2024"]),
    (
        "The agency's field office sent 40 detainer requests to the jail in 2024, ICE spokeswoman Dara Linn said.",
        ["40 = issued / ICE / 2024"],
    ),
    ("The jail honored 12 detainers in 2024, according to the sheriff.", ["12 = honored / JAIL / 2024"]),
    ("Deputies complied with 17 detainer requests in 2023, Voll said.", ["17 = honored / JAIL / 2023"]),
    ("The sheriff declined 41 detainers last year.", ["41 = declined / JAIL / 2024"]),
    ("The jail turned away 23 ICE detainers in 2024, Voll told reporters.", ["23 = declined / JAIL / 2024"]),
    ("ICE said the sheriff ignored 96 detainers in 2024.", ["96 = declined / ICE / 2024"]),
    ("ICE says the jail failed to honor 64 detainers last year.", ["64 = declined / ICE / 2024"]),
    ("The sheriff's office did not honor 19 detainers in 2024, she said.", ["19 = declined / JAIL / 2024"]),
    ("The jail refused to honor 388 detainers in 2024, ICE announced.", ["388 = declined / ICE / 2024"]),
    ("Deputies handed 29 inmates over to ICE in 2024, the sheriff said.", ["29 = transfers / JAIL / 2024"]),
    ("The sheriff's office transferred 96 people to ICE custody in 2024.", ["96 = transfers / JAIL / 2024"]),
    ("ICE said it took custody of 640 people from the jail in 2024.", ["640 = transfers / ICE / 2024"]),
    (
        "ICE picked up 29 people from the jail last month, Voll said.",
        ["29 = transfers / JAIL / 2025-05-01..2025-05-31"],
    ),
    ("ICE says the jail released 58 people in 2024 despite detainers.", ["58 = releases / ICE / 2024"]),
    (
        "The jail let nearly 60 people go last year although ICE had asked it to hold them, the agency said.",
        ["60 ~ releases / ICE / 2024"],
    ),
    ("ICE said its officers arrested 71 people in Tarn County in 2024.", ["71 = arrests / ICE / 2024"]),
    ("ICE deported 14 people arrested in the county in 2024, the agency said.", ["14 = removals / ICE / 2024"]),
    ("The jail notified ICE of 44 upcoming releases in 2024, the sheriff said.", ["44 = notifications / JAIL / 2024"]),
    ("The sheriff's office sent ICE 57 notices of release in 2024.", ["57 = notifications / JAIL / 2024"]),
    (
        "As of May 1, 945 detainers remained active in the county, ICE said.",
        ["945 = active / ICE / 2025-05-01..2025-05-01"],
    ),
    (
        "The jail was holding 231 people with detainers as of June 2, the sheriff said.",
        ["231 = active / JAIL / 2025-06-02..2025-06-02"],
    ),
    # How exact.
    ("The jail received more than 60 detainers in 2024, Voll said.", ["60 > received / JAIL / 2024"]),
    ("The jail received at least 60 detainers in 2024, Voll said.", ["60 >= received / JAIL / 2024"]),
    ("The jail received fewer than 60 detainers in 2024, Voll said.", ["60 < received / JAIL / 2024"]),
    ("The jail received just under 80 detainers in 2024, Voll said.", ["80 < received / JAIL / 2024"]),
    ("The jail received up to 80 detainers in 2024, Voll said.", ["80 <= received / JAIL / 2024"]),
    ("The jail received about 80 detainers in 2024, Voll said.", ["80 ~ received / JAIL / 2024"]),
    ("The jail received 110 or so detainers in 2024, Voll said.", ["110 ~ received / JAIL / 2024"]),
    ("ICE lodged no fewer than 34 detainers with the jail in 2024, the agency said.", ["34 >= issued / ICE / 2024"]),
    ("ICE lodged 70 or 80 detainers with the jail in 2024, the agency said.", ["70-80 range issued / ICE / 2024"]),
    (
        "ICE lodged between 180 and 195 detainers with the jail in 2024, the agency said.",
        ["180-195 range issued / ICE / 2024"],
    ),
    ("ICE lodged two dozen detainers with the jail in 2024, the agency said.", ["24 = issued / ICE / 2024"]),
    ("Fifty-two detainers reached the jail in 2024, Voll said.", ["52 = received / JAIL / 2024"]),
    ("ICE lodged two hundred and forty detainers with the jail in 2024, it said.", ["240 = issued / ICE / 2024"]),
    ("The jail received roughly 1,200 detainers in 2024, Voll said.", ["1200 ~ received / JAIL / 2024"]),
    ("The sheriff handed over better than 200 people to ICE in 2024, she said.", ["200 > transfers / JAIL / 2024"]),
    ("Deputies turned over 40 people to ICE in 2024, the sheriff said.", ["40 = transfers / JAIL / 2024"]),
    # None and all.
    (
        "The jail received 52 detainers in 2024 and honored none, Voll said.",
        ["52 = received / JAIL / 2024", "0 = honored / JAIL / 2024"],
    ),
    (
        "The jail received 37 detainers in 2024 and honored all of them, Voll said.",
        ["37 = received / JAIL / 2024", "37 = honored / JAIL / 2024"],
    ),
    (
        "The jail received 29 detainers in 2024, up from 16 in 2023. It rejected every one, as it has since 2014.",
        ["29 = received / JAIL / 2024", "16 = received / JAIL / 2023", "29 = declined / JAIL / 2024"],
    ),
    (
        "The jail received 64 detainers this year. It received 97 in 2024. It has honored every one of this year's.",
        ["64 = received / JAIL / 2025-01-01..", "97 = received / JAIL / 2024", "64 = honored / JAIL / 2025-01-01.."],
    ),
    (
        "The jail received 133 detainers in 2013 and honored every one, the sheriff said.",
        ["133 = received / JAIL / 2013", "133 = honored / JAIL / 2013"],
    ),
    (
        "The jail got more than 60 detainers in 2024 and did not act on any of them, Voll said.",
        ["60 > received / JAIL / 2024", "0 = honored / JAIL / 2024"],
    ),
    ("All 31 detainers lodged in 2024 were honored, Voll said.", ["31 = honored / JAIL / 2024"]),
    (
        "The jail logged 88 detainers in 2024. Not one was honored.",
        ["88 = received / JAIL / 2024", "0 = honored / JAIL / 2024"],
    ),
    ("The sheriff honored zero detainers in 2024.", ["0 = honored / JAIL / 2024"]),
    (
        "The jail received 12 detainers in 2024, none of which were honored, Voll said.",
        ["12 = received / JAIL / 2024", "0 = honored / JAIL / 2024"],
    ),
    # Part and whole, two verbs, two numbers.
    (
        "The jail declined 41 of 52 ICE detainers in 2024, Voll said.",
        ["41 = declined / JAIL / 2024", "52 = received / JAIL / 2024"],
    ),
    (
        "The jail honored 398 of the 412 detainers it received in 2024, Voll said.",
        ["398 = honored / JAIL / 2024", "412 = received / JAIL / 2024"],
    ),
    (
        "The jail received and rejected 15 detainers in 2024, Voll said.",
        ["15 = received / JAIL / 2024", "15 = declined / JAIL / 2024"],
    ),
    (
        "The jail received 52 detainers in 2024 and declined 41 of them, Voll said.",
        ["52 = received / JAIL / 2024", "41 = declined / JAIL / 2024"],
    ),
    (
        "The jail received 812 detainers last year and honored 655, Voll said.",
        ["812 = received / JAIL / 2024", "655 = honored / JAIL / 2024"],
    ),
    (
        "ICE says the county declined 142 of 206 requests, or about 69 percent, in 2024.",
        ["142 = declined / ICE / 2024", "206 = issued / ICE / 2024", "69 ~ rate / ICE / 2024"],
    ),
    (
        "ICE lodged 702 detainers with the jail in 2024, of which 35 percent were declined, the agency said.",
        ["702 = issued / ICE / 2024", "35 = rate / ICE / 2024"],
    ),
    (
        "ICE said that 138 detainers were lodged with the jail in 2024 and that just six were honored.",
        ["138 = issued / ICE / 2024", "6 = honored / ICE / 2024"],
    ),
    # Series and comparisons.
    (
        "The jail received 59 detainers in 2024, compared with 56 in 2023 and only 18 in 2022, Voll said.",
        ["59 = received / JAIL / 2024", "56 = received / JAIL / 2023", "18 = received / JAIL / 2022"],
    ),
    (
        "The jail received 44 detainers last year, up from 17 in 2023, Voll said.",
        ["44 = received / JAIL / 2024", "17 = received / JAIL / 2023"],
    ),
    (
        "ICE sent the jail 133 detainers in 2016 and 519 in 2017, the agency said.",
        ["133 = issued / ICE / 2016", "519 = issued / ICE / 2017"],
    ),
    (
        "The requests the jail received numbered 19 in 2023, 12 in 2022 and 2 in 2021, Voll said.",
        ["19 = received / JAIL / 2023", "12 = received / JAIL / 2022", "2 = received / JAIL / 2021"],
    ),
    (
        "The sheriff's office transferred 96 people to ICE in 2024, compared with 71 the year before.",
        ["96 = transfers / JAIL / 2024", "71 = transfers / JAIL / 2023"],
    ),
    (
        "Detainers received by the jail fell from 56 in 2015 to 18 in 2016, Voll said.",
        ["56 = received / JAIL / 2015", "18 = received / JAIL / 2016"],
    ),
    # What leans on the sentence before.
    (
        "The jail received 63 detainers in 2025, Voll said. It was 9 in 2023.",
        ["63 = received / JAIL / 2025", "9 = received / JAIL / 2023"],
    ),
    (
        "The jail received 61 detainers in 2016. There were seven in 2021.",
        ["61 = received / JAIL / 2016", "7 = received / JAIL / 2021"],
    ),
    (
        "The jail received 52 detainers in 2024, Voll said. Nine of those named were handed over to ICE.",
        ["52 = received / JAIL / 2024", "9 = transfers / JAIL / 2024"],
    ),
    (
        "ICE lodged 138 detainers with the jail in 2024, the agency said. It also said that 30 people were released before agents arrived.",
        ["138 = issued / ICE / 2024", "30 = releases / ICE / 2024"],
    ),
    (
        "The commissioners asked how many detainers the jail received in 2024. The answer was 94, Voll said.",
        ["94 = received / JAIL / 2024"],
    ),
    (
        "The number of detainers that ICE lodged with the jail in 2024 is 240, the agency said.",
        ["240 = issued / ICE / 2024"],
    ),
    (
        "Undersheriff Ines Park put the number of requests that reached the jail in 2024 at 99.",
        ["99 = received / JAIL / 2024"],
    ),
    # Periods.
    (
        "“Since Oct. 1 we have lodged 312 detainers with that jail,” said Ada Coyle, acting ICE field office director.",
        ["312 = issued / ICE / 2024-10-01.."],
    ),
    (
        "From Jan. 20 through Apr. 15, ICE lodged 402 detainers with the jail, the agency said.",
        ["402 = issued / ICE / 2025-01-20..2025-04-15"],
    ),
    (
        "Between July 1, 2023, and June 30, 2024, the jail received 291 detainers, Voll said.",
        ["291 = received / JAIL / 2023-07-01..2024-06-30"],
    ),
    (
        "The jail has received 140 detainers so far this year, up from 31 in all of 2024, Voll said.",
        ["140 = received / JAIL / 2025-01-01..", "31 = received / JAIL / 2024"],
    ),
    (
        "In fiscal year 2024, ICE lodged 702 detainers with the jail, the agency said.",
        ["702 = issued / ICE / 2023-10-01..2024-09-30"],
    ),
    (
        "The jail received 391 detainers from March 2021 through December 2023, Voll said.",
        ["391 = received / JAIL / 2021-03-01..2023-12-31"],
    ),
    (
        "The jail took in 48 detainers in the first three months of 2025, Voll said.",
        ["48 = received / JAIL / 2025-01-01..2025-03-31"],
    ),
    (
        "The jail received 97 detainers in 2024, Voll said. ICE counts 311 over the same span.",
        ["97 = received / JAIL / 2024", "311 = issued / ICE / 2024"],
    ),
    (
        "The sheriff's office released its numbers for 2018 on Monday. It handed 717 inmates over to ICE, the office said.",
        ["717 = transfers / JAIL / 2018"],
    ),
    (
        "The law took effect in 2019. The jail received 14 detainers in 2024, Voll said.",
        ["14 = received / JAIL / 2024"],
    ),
    # Speech, documents, third parties.
    ("“We received 97 requests in 2024,” Voll said.", ["97 = received / JAIL / 2024"]),
    ("According to the sheriff's office, the jail honored 21 detainers in 2024.", ["21 = honored / JAIL / 2024"]),
    ("ICE data show that 198 detainers were issued to the jail in 2024.", ["198 = issued / ICE / 2024"]),
    ("By the sheriff's count, the jail received 15 detainers in 2024.", ["15 = received / JAIL / 2024"]),
    (
        "In 2022, according to a state audit, the jail counted 29 detainers and ICE counted 33.",
        ["29 = received / JAIL / 2022", "33 = issued / ICE / 2022"],
    ),
    ("Commissioner Tess Moran said the jail received 14 detainers in 2020.", ["14 = received / JAIL / 2020"]),
    (
        "The Herald reported that ICE said it had lodged 198 detainers with the jail in 2024.",
        ["198 = issued / ICE / 2024"],
    ),
    (
        "A federal judge wrote that the jail's own logs show it received 391 detainers in 2022.",
        ["391 = received / JAIL / 2022"],
    ),
    # Places.
    (
        "Nationwide, local jails declined more than 17,500 detainers in 2024, the Department of Homeland Security said.",
        ["17500 > declined / DHS / 2024 / United States"],
    ),
    ("Statewide, ICE lodged 2,400 detainers in 2024, the agency said.", ["2400 = issued / ICE / 2024 / Ohio"]),
    (
        "ICE lodged 119 detainers in Bexley County in 2024, the agency said.",
        ["119 = issued / ICE / 2024 / Bexley County, OH"],
    ),
    # Lists and tables.
    (
        "ICE gave these figures for 2024, by county:\n\n• Marbury County: 402 detainers lodged, 171 not honored\n• Sauk County: 258 detainers lodged, all honored",
        [
            "402 = issued / ICE / 2024 / Marbury County, OH",
            "171 = declined / ICE / 2024 / Marbury County, OH",
            "258 = issued / ICE / 2024 / Sauk County, OH",
            "258 = honored / ICE / 2024 / Sauk County, OH",
        ],
    ),
    (
        "The sheriff's report for 2024 found:\n\n• Detainers received: 20, down from 26 in 2023\n• Detainers honored: 3\n• People transferred to ICE custody: two\n• Staff hours spent: 118",
        [
            "20 = received / JAIL / 2024",
            "26 = received / JAIL / 2023",
            "3 = honored / JAIL / 2024",
            "2 = transfers / JAIL / 2024",
        ],
    ),
    (
        "ICE detainers lodged with the jail, by year\n\nYear Detainers\n2022 1,204\n2023 1,377",
        ["1204 = issued / ICE / 2022", "1377 = issued / ICE / 2023"],
    ),
]

CITY: list[tuple[str, list[str]]] = [
    (
        "City police received 63 detainer requests last year and honored none, Reyes wrote.",
        ["63 = received / POLICE / 2024", "0 = honored / POLICE / 2024"],
    ),
    (
        "The department logged 15 detainer requests in 2024, a police spokesperson said.",
        ["15 = received / POLICE / 2024"],
    ),
    ("An ICE spokesperson said 198 detainers went to Pellbrook police in 2024.", ["198 = issued / ICE / 2024"]),
    (
        "ICE officials said they had requested the custody transfer of 198 individuals arrested by Pellbrook police in 2024.",
        ["198 = issued / ICE / 2024"],
    ),
    (
        "Pellbrook police reported that they had received and rejected 15 civil immigration detainer requests from ICE in 2024.",
        ["15 = received / POLICE / 2024", "15 = declined / POLICE / 2024"],
    ),
    (
        "Pellbrook police did not comply with any of the 31 detainer requests they got from ICE in 2024.",
        ["0 = honored / POLICE / 2024", "31 = received / POLICE / 2024"],
    ),
    (
        "Federal officials say Pellbrook police refused 73 requests to detain immigrants in 2024.",
        ["73 = declined / ICE / 2024"],
    ),
    ("There were 198 immigration detainer requests by ICE in 2024, the agency said.", ["198 = issued / ICE / 2024"]),
    ("ICE asked police 240 times in 2024 to hold someone, the agency said.", ["240 = issued / ICE / 2024"]),
    (
        "“Nineteen requests came in 2024. We acted on zero,” Reyes said.",
        ["19 = received / POLICE / 2024", "0 = honored / POLICE / 2024"],
    ),
    ("The police turned down more than half of the detainers in 2024, Reyes said.", ["50 > rate / POLICE / 2024"]),
    (
        "The department received 20 detainers from ICE in 2024 and declined 17, or 85 percent, Reyes said.",
        ["20 = received / POLICE / 2024", "17 = declined / POLICE / 2024", "85 = rate / POLICE / 2024"],
    ),
    ("Police released 11 people wanted by ICE in 2024, the agency said.", ["11 = releases / ICE / 2024"]),
    ("ICE agents made 19 arrests in Pellbrook in 2024, the agency said.", ["19 = arrests / ICE / 2024"]),
    (
        "The department documented 21 detainer requests in 2023 and 24 in 2024, Reyes told the council.",
        ["21 = received / POLICE / 2023", "24 = received / POLICE / 2024"],
    ),
    (
        "Of the 63 detainers that the department received in 2024, 38 came by fax, Reyes said.",
        ["63 = received / POLICE / 2024", "38 = received / POLICE / 2024"],
    ),
    (
        "Reyes said the department received 19 detainers in 2024, not the 198 that ICE claims.",
        ["19 = received / POLICE / 2024"],
    ),
    (
        "Detainers received from ICE in 2024: 6\n\nDetainers complied with: 1",
        ["6 = received / POLICE / 2024", "1 = honored / POLICE / 2024"],
    ),
    ("Police are on pace to receive about 25 detainers in 2025, Reyes said.", ["25 ~ received / POLICE / 2025"]),
    (
        "CORRECTION: An earlier version of this story said police received 73 detainers in 2024. The number is 37.",
        ["37 = received / POLICE / 2024"],
    ),
]

NOT_CLAIMS: list[str] = [
    "A detainer asks the jail to hold a person for up to 48 hours.",
    "The jail, which has 340 beds, is run by the sheriff.",
    "Voll, 61, is in her third term.",
    "The board voted 8 to 3 to hold a hearing on detainers.",
    "The bill on detainers failed in the Senate, 19-16.",
    "The county paid $95,000 to settle a suit over detainers.",
    "House Bill 10 requires sheriffs to honor detainers.",
    "Form I-247A was changed in 2017.",
    "Detainers fall under 8 C.F.R. § 287.7 and 8 U.S.C. § 1373.",
    "Eleven sheriffs have signed 287(g) agreements.",
    "“If they send us a hundred next month, we will hold a hundred,” Voll said of detainers.",
    "“So if they had sent you 1,000 detainers, would you honor them?” he asked.",
    "“I don't know where 312 comes from,” Voll said of the detainers.",
    "Did the jail receive 52 detainers?",
    "About 70 people packed the meeting on detainers.",
    "The sheriff commands 412 deputies and civilian employees.",
    "ICE will send 200 agents to the county.",
    "Deputies spent 118 hours on detainers.",
    "The two counts of detainers are 86 apart.",
    "Hundreds of detainers were ignored, ICE said.",
    "The people released were charged with 11 homicides and 46 assaults.",
    "ICE lodged three times as many detainers as the year before.",
    "Call the tip line at 555-0142 to report on detainers.",
    "The sheriff's race ended 52 percent to 48 percent.",
    "A 34-year-old man was released on May 30 despite a detainer.",
    "Channel 9 reported on the detainers at 6 p.m.",
    "The law on detainers passed 12 years ago.",
    "Nobody from ICE came to the meeting on detainers.",
    "The Third Circuit ruled on detainers in 2014.",
    "The jail's detainer policy runs to 71 pages.",
    "ICE named three men whom the jail had let go despite detainers.",
    "The senator wants details on four inmates whom the jail released in spite of detainers.",
    "The chairman asked about two inmates who were released despite detainers.",
    "ICE posted the photographs of six men whom the jail released despite detainers.",
    "“The jail honors detainers,” said committee chairwoman Ruth Ann Colby, 58.",
    "The lieutenant, 47, a former Marine, keeps the log of detainers. The median age of a deputy is 34.",
    "The clerk who files the detainers goes home at five. Two of those people were wanted for homicide.",
    "“I'd have told you it was thirty detainers,” Voll said.",
]
