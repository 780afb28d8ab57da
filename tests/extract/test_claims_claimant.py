"""Whose count a number is: a text after an opening, the number, and `claimant / type / speaker / via`."""

from __future__ import annotations

from datetime import date

import pytest

from extract import reader
from extract.claims import ranking
from extract.claims.case import Case
from extract.model import Claim, Document

COUNTY = (
    "WENLOCK, Ohio — Immigration detainers are in dispute in Harbin County, where Sheriff Nell Draper of the Harbin "
    "County Sheriff's Office runs the jail.\n\n"
)
CITY = (
    "WENLOCK, Ohio — Immigration detainers are in dispute in Wenlock, where Chief Otis Vance leads the Wenlock Police "
    "Department.\n\n"
)
JAIL, POLICE = "Harbin County Sheriff's Office", "Wenlock Police Department"
ICE, DHS = "U.S. Immigration and Customs Enforcement", "U.S. Department of Homeland Security"
NAMES = {"JAIL": JAIL, "POLICE": POLICE, "ICE": ICE, "DHS": DHS, "-": None}

# opening; text; number; claimant / type / speaker / via ("-" for none; type, speaker and via only where they are told)
SPEECH = [
    ("", "But an inmate roster shared with the Beacon shows that 19 detainers came in.", "19",
     "inmate roster shared with the Beacon"),
    # her jail is whose who was named before; who books people counts them; a figure before a cue that goes on
    (COUNTY, "Draper, the sheriff, called it unfair. Her jail booked 31 people with detainers in May.", "31", "JAIL"),
    (COUNTY, "ICE took 57 people from the jail, Draper said Wednesday, and in most other cases it had lifted the "
     "detainer.", "57", "JAIL"),
    # a document is not theirs to whom it goes
    (COUNTY, "A report presented to the Wenlock Council shows that the jail honored 19 detainers.", "19", "report"),
    (COUNTY, "The jail honored 19 detainers, according to a memo sent to ICE by the sheriff's office.", "19", "JAIL"),
    # a speech goes on behind its cue with what its figures come to; who is told stands behind "told"
    (COUNTY, "Agents fetched 41 of the inmates, Draper said Friday, which leaves 12 who walked out.", "12", "JAIL"),
    (COUNTY, "Agents fetched 41 inmates, ICE said in a statement, leaving 12 who were released anyway.", "12", "ICE"),
    (COUNTY, "Of those, Draper told the board's safety committee, 33 detainers were turned down.", "33", "JAIL"),
    (COUNTY, "ICE says 430 were ignored. Draper told the same board that jailers had got 88 detainers.", "88", "JAIL"),
    # who has a bare number on a list of his own; auditors are of the office that their title names
    (COUNTY, "A study counted 905 detainers; the jail, which keeps a tally of its own, has 870.", "870", "JAIL"),
    (
        COUNTY,
        "The county auditor took a sample of 120 files. In 31 of them, auditors wrote, a detainer had been ignored.",
        "31",
        "Harbin County Auditor",
    ),
    # whose a count is stands behind it; who speaks for "its jail" is of the jail
    (COUNTY, "Deputies held 37 people for ICE, in the count kept by the Tri-River League.", "37", "Tri-River League"),
    ("", "By a tally from ICE, jails in Polk County, Iowa, ignored nine detainers.", "nine", "ICE"),
    ("", "Polk County, Iowa, gave ICE 20 people, in the estimation of its jail chief.", "20", "Polk County Jail"),
    ("", "By the number of detainers, Polk County, Iowa, is first: its jail honored 12.", "12", "Polk County Jail"),
    # who speaks for a state speaks for its prisons
    (
        "",
        "The Justice Department says New Jersey prisons refused 155 detainers. State lawyers say the number was three.",
        "three",
        "New Jersey Department of Corrections",
    ),
    # a row of a comparison begins with whose count it is; "ICE detainers" name nobody who speaks
    (COUNTY, "The numbers differ. ICE: 88 detainers lodged. The sheriff: 61.", "61", "JAIL"),
    (COUNTY, "The log of the jail is short. Detainers from ICE: 88.", "88", "JAIL"),
    (
        "",
        "The jail in Pike County, Ohio, got 66 ICE detainers. Division Chief Al Dunn said 9 were honored.",
        "9",
        "Pike County Jail",
    ),
    # what somebody does to people is no speech
    (COUNTY, "Did the county release people whom ICE wanted? Draper says it released 9.", "9", "JAIL"),
    # "it" goes on with whom the sentence before is about, "their spokesman" too
    ("", "Lane County Jail told ICE of 31 releases. It says agents came for 14 of the men.", "14", "Lane County Jail"),
    (COUNTY, "Draper disputes it. Her staff logged 90 detainers. In 22 cases, it said, no agent came.", "22", "JAIL"),
    (
        "",
        "Rhode Island's prisons held 66 people for ICE. Their spokesman, Al Dunn, said that 15 others were released.",
        "15",
        "Rhode Island Department of Corrections",
    ),
    # a spokesman goes on with who spoke before; a city's office is a field office
    (COUNTY, "ICE said the jail released 300 people. A spokesman said the right number is 184.", "184", "ICE"),
    ("", "The Bergen County Jail kept 30 of them on detainers. The Newark office said it lodged 77.", "77", "ICE"),
    # who runs a place speaks for it; figures given to an outlet are of who did what they count
    (COUNTY, "The jail honored 45 detainers, the county executive's office said.", "45", "Harbin County"),
    (COUNTY, "The sheriff's office declined 17 detainers, according to figures given to the Post.", "17", "JAIL"),
    # what stands before who speaks is no document; the county's report; what counting comes to
    (COUNTY, "In a letter to the board, ICE said the jail had released 148 people with detainers.", "148", "ICE"),
    (COUNTY, "ICE has its own list. The county's report has 86 releases.", "86", "JAIL"),
    (
        COUNTY,
        "A demographer for the plaintiffs, Alma Dunn, took both lists and came up with 267 detainers.",
        "267",
        "Alma Dunn / person",
    ),
    # a school by its study, not by who teaches there; "the group" is the last named; what heads a person is no body
    (COUNTY, "A Kenyon University study paid for by ICE counted 154 detainers.", "154", "Kenyon University"),
    (COUNTY, "The jail honored 21 detainers, said Ann Lowe, a law professor at Kenyon University.", "21", "JAIL"),
    (
        COUNTY,
        "TRAC shows 96 detainers.\n\nThe Mesa Rights Project sits outside the jail. The group says ICE arrested 31 "
        "people there.",
        "31",
        "Mesa Rights Project",
    ),
    (COUNTY, 'In its complaint, Hudson Valley Defenders counted "at least 37" held.', "37", "Hudson Valley Defenders"),
    # a clause that begins with another place
    (
        "",
        "In Fresno County, deputies told ICE of 340 releases, the sheriff's office said, and in Marin County the jail "
        "declined 41 detainers.",
        "41",
        "Marin County Sheriff's Department",
    ),
    # what hangs on the letter it is said in; a county's sheriff without its word
    (COUNTY, "The sheriff disputes it. An ICE official said in an email that the agency picked up 188.", "188", "ICE"),
    (
        "",
        "LOWELL, Mass. — Police in Lowell received seven detainers. State police had two. The Middlesex sheriff turned "
        "over 43 people to ICE.",
        "43",
        "Middlesex County Sheriff's Office",
    ),
    # a sentence that begins with another place is of who holds people there, whoever speaks in it without a name
    (
        "",
        "KINGSTON, N.Y. — Dutchess County Sheriff Kirk Dane's office honored 40 detainers in 2025, he said. Next door "
        "in Ulster, the jail honored 11, a county spokesman said.",
        "11",
        "Ulster County Sheriff's Office",
    ),
    (
        "",
        "El Paso County Sheriff Lee Dane honored 90. In Boulder County, none of 38 detainers was honored, Sheriff Cal "
        "Roe said.",
        "38",
        "Boulder County Sheriff's Office",
    ),
    (COUNTY, "The jail honored 30 detainers in 2025, the sheriff said. In July, the jail honored two.", "two", "JAIL"),
    # who speaks is called by the place behind him, by who heads his office, by what stands behind a dateline
    ("", "Police in Newton say they received nine detainers last year.", "nine", "Newton Police Department"),
    (
        "",
        "Police in Newton received nine detainers. Deputies in Harvey County say they got 61.",
        "61",
        "Harvey County Sheriff's Office",
    ),
    (
        COUNTY,
        "The jail has let 46 people go, according to the office of Sheriff Nell Draper.",
        "46",
        "JAIL",
    ),
    ("", "TACOMA, Wash. — City officials say they received 12 detainers; ICE says it sent 30.", "12", "City of Tacoma"),
    (
        "",
        "DAYTON, Ohio — ICE sent 48 detainers. Lawyers for the city said none was held.",
        "none",
        "City of Dayton",
    ),
    # "it" goes on with a body that no list knows, "his officers" tell who speaks
    (
        "RICHMOND, Va. — Tye County's sheriff says he got nine detainers. ",
        "The State Crime Commission put out a tally. It says that jails received 2,314 in 2024.",
        "2,314",
        "State Crime Commission",
    ),
    (COUNTY, "The state auditor looked at 12 jails. It found that they received 400 detainers.", "400", "Ohio Auditor"),
    (CITY, "Bo Whitmore said his ICE officers had sent 104 detainers to Wenlock police.", "104", "ICE"),
    # what a group knows of is its count, whoever of its staff tells it
    (
        COUNTY + "The Valley Rights Project has gone through emails, staff attorney Ines Roe said. ",
        "Roe said the project knows of seven people whom deputies called ICE about before their release.",
        "seven",
        "Valley Rights Project",
    ),
    (COUNTY, "By ICE's coding, Draper's jail declined 112 requests in five years.", "112", "ICE"),
    # a round-up's part: its own police, no state's across a blank line
    (
        "Detainer counts differ. Here is a look at two places.\n\nLAMOINE, Vermont\n\n",
        "Police in the city of 9,000 say they got seven detainers last year, and ICE says 64.\n\nGRANT, Idaho\n\n"
        "Sheriff Bo Lane says his jail honored 12 detainers.",
        "seven",
        "Lamoine Police Department",
    ),
    # who says it behind the sentence without a name is whom the sentence is about
    (COUNTY, "ICE is unhappy. Deputies honored none of its requests in 2022, a spokeswoman said.", "none", "JAIL"),
    (COUNTY, "ICE sent the jail 47 detainers in 2022, a spokesman said.", "47", "ICE"),
    (
        "WENLOCK, Ohio — Immigration agents are unhappy. ",
        "Wenlock has complied with two of their detainers since January, a city spokeswoman said.",
        "two",
        "City of Wenlock",
    ),
    (
        COUNTY,
        "The sheriff's office let 90 inmates with detainers go last year without telling ICE, it reported. Of 150 on "
        "whom the agency had lodged detainers, the jail handed over 49, it said.",
        "49",
        "JAIL",
    ),
    # who runs an office speaks for it, and his people are its people
    (
        COUNTY,
        "Luis Farr runs the ICE office in Toledo. He said his officers picked up 34 people at the jail in 2024.",
        "34",
        "ICE / agency / Luis Farr",
    ),
    (
        COUNTY,
        "The jail kept 40 people for ICE in 2023. A field office supervisor named Corinne Tate met me. In 2023 "
        "her officers took 203 people from the jail.",
        "203",
        "ICE",
    ),
    (COUNTY, "The Toledo field office said it lodged 77 detainers with the jail in 2024.", "77", "ICE"),
    (COUNTY, "Sheriff Nell Draper's office testified that it received 190 detainers in 2024.", "190", "JAIL"),
    # another county that the subject names is whose count it is
    (
        COUNTY,
        "Harbin County's sheriff reported 27 detainers in 2024 and honored two; Monroe County's received 85.",
        "85",
        "Monroe County Sheriff's Office",
    ),
    # a state's chapter counts for itself
    (
        COUNTY,
        "The ACLU of Ohio said it counted 93 people held on detainers in 2024.",
        "93",
        "ACLU of Ohio / organization",
    ),
    # an expert, or whose people count
    (
        COUNTY,
        "Mina Sayles, a lawyer in Toledo, sued the county. Her paralegals, going card by card, found at least 175 "
        "people whom the jail had kept on detainers.",
        "175",
        "Mina Sayles / person",
    ),
    # who credits somebody with a number says it
    (
        COUNTY,
        "Draper reported 40 transfers last year. The Ohio Department of Justice, which collects reports, credits the "
        "jail with 51 transfers to ICE.",
        "51",
        "Ohio Department of Justice",
    ),
    # a judge who speaks of a group does not speak for it
    (
        COUNTY,
        "For the majority, Judge Ann Pell noted that the Lake Rights Coalition had waited two years to sue. The "
        "jail, she wrote, received 238 detainers in 2024.",
        "238",
        "JAIL",
    ),
    # a group of those who hold offices speaks for itself, also by a former one of them
    (
        COUNTY,
        "The Ohio Wardens Roundtable says its members honored 31% of detainers last year.",
        "31",
        "Ohio Wardens Roundtable / organization",
    ),
    (
        COUNTY,
        "The Ohio Sheriffs' Council disputed that. Its lobbyist, former Sheriff Bo Hale, said members honored 92% of "
        "detainers last year.",
        "92",
        "Ohio Sheriffs' Council / organization",
    ),
    (
        COUNTY,
        "The state sheriffs' association said its own survey found 640 detainers last year.",
        "640",
        "Ohio Sheriffs' Association / organization",
    ),
    # a verb under the one that decides counts nothing
    (
        COUNTY,
        "On its list, ICE says the Harbin County Jail has let go of at least 45 people with detainers.",
        "45",
        "ICE",
    ),
    (COUNTY, "Draper said her jail received 71 detainers last year.", "71", "JAIL / agency / Nell Draper"),
    (COUNTY, "The sheriff said 71 detainers came in last year.", "71", "JAIL / agency"),
    (COUNTY, "The jail got 71 detainers last year, according to the sheriff's office.", "71", "JAIL / agency"),
    (COUNTY, "ICE officials said they lodged 118 detainers with the jail in 2024.", "118", "ICE / agency"),
    (COUNTY, "The federal government says it sent the jail 118 detainers in 2024.", "118", "ICE"),
    (
        COUNTY,
        "Homeland Security said Friday that the county released 40 people despite detainers.",
        "40",
        "DHS / agency",
    ),
    (COUNTY, "ICE lodged 118 detainers with the jail in 2024, an agency spokesman said.", "118", "ICE / agency"),
    (COUNTY, "“We honored 12 of those detainers,” Draper said.", "12", "JAIL / agency / Nell Draper"),
    (CITY, "Wenlock police say they received 14 detainers in 2023.", "14", "POLICE / agency"),
    (CITY, "Police said they got nine detainers in 2024.", "nine", "POLICE"),
    (
        CITY,
        "Vance told the council that the department honored none of the 14 detainers.",
        "none",
        "POLICE / agency / Otis Vance",
    ),
    (CITY, "The department received 14 detainer requests, said a spokesman, Lt. Paul Crane.", "14", "POLICE / agency"),
    (
        CITY,
        "ICE spokeswoman Dora Lenk said the agency filed 55 detainers with Wenlock police.",
        "55",
        "ICE / agency / Dora Lenk",
    ),
    (
        CITY,
        "In a letter to the mayor, ICE Director Carl Moss wrote that 55 detainers were ignored in Wenlock.",
        "55",
        "ICE",
    ),
    (
        CITY,
        "The Herald reported that ICE had lodged 55 detainers in Wenlock last year.",
        "55",
        "ICE / agency / - / Herald",
    ),
    (CITY, "ICE counted 55 detainers. “I can find 14,” Vance said of the detainers.", "55", "ICE"),
]
NOBODY_SPEAKS = [
    (COUNTY, "The jail received 71 detainers last year.", "71", "JAIL / agency / -"),
    (COUNTY, "The sheriff's office logged 71 detainers in 2024.", "71", "JAIL / agency"),
    (COUNTY, "The jail was sent 71 detainers in 2024.", "71", "JAIL"),
    (COUNTY, "Deputies honored 12 detainers in 2024.", "12", "JAIL"),
    (COUNTY, "In 2024 the jail turned over 33 people to ICE on detainers.", "33", "JAIL"),
    (COUNTY, "ICE lodged 118 detainers at the jail in 2024.", "118", "ICE / agency / -"),
    (COUNTY, "Last year 118 detainers were lodged by ICE against people in the jail.", "118", "ICE"),
    (COUNTY, "Immigration agents filed 118 detainers in Harbin County in 2024.", "118", "ICE"),
    (CITY, "The department received 14 detainers in 2024 and acted on none of them.", "14", "POLICE"),
    (CITY, "In 2024 the police department rejected 14 ICE detainers.", "14", "POLICE"),
    (CITY, "Fourteen detainers reached the police station in 2024.", "Fourteen", "POLICE"),
    (CITY, "Immigration and Customs Enforcement issued 55 detainers to Wenlock in 2024.", "55", "ICE"),
]
CONTRASTS = [
    (COUNTY, "ICE says it lodged 138 detainers; the sheriff counts 52.", "138", "ICE"),
    (COUNTY, "ICE says it lodged 138 detainers; the sheriff counts 52.", "52", "JAIL"),
    (COUNTY, "By the sheriff's count, the jail received 52 detainers. By ICE's, it was 138.", "52", "JAIL"),
    (COUNTY, "By the sheriff's count, the jail received 52 detainers. By ICE's, it was 138.", "138", "ICE"),
    (COUNTY, "By the federal government's ledger, the jail ignored 138 detainers last year.", "138", "ICE"),
    (COUNTY, "The jail received 52 detainers in 2024. ICE lists 138.", "138", "ICE"),
    (COUNTY, "The sheriff's books say 52 detainers were received.", "52", "JAIL"),
    (COUNTY, "By its own tally, ICE lodged 138 detainers in Harbin County.", "138", "ICE"),
    (
        COUNTY,
        "ICE lodged 138 detainers, the agency says. Draper put the number at 52.",
        "52",
        "JAIL / agency / Nell Draper",
    ),
    (COUNTY, "ICE says it lodged 138 detainers. Draper disagrees. Hers is 52.", "52", "JAIL"),
    (CITY, "Police documented 14 detainers in 2024. ICE claims to have filed 55.", "55", "ICE"),
    (CITY, "By the department's count, 14 detainers arrived in 2024.", "14", "POLICE"),
    (CITY, "ICE issued 55 detainers, it said. The police department received 14, Vance said.", "14", "POLICE"),
    (CITY, "While ICE reports 55 detainers in Wenlock, the department has recorded only 14.", "14", "POLICE"),
    (CITY, "While ICE reports 55 detainers in Wenlock, the department has recorded only 14.", "55", "ICE"),
]
DOCUMENTS = [
    (COUNTY, "Jail records show 71 detainers were received in 2024.", "71", "JAIL / agency"),
    (COUNTY, "ICE data show 118 detainers lodged at the jail in 2024.", "118", "ICE / agency"),
    (COUNTY, "Records obtained by the Lantern show the jail was sent 71 detainers in 2024.", "71", "JAIL"),
    (
        COUNTY,
        "Homeland Security published a fact sheet. The fact sheet says 40 detainers were ignored in the county.",
        "40",
        "DHS",
    ),
    (
        COUNTY,
        "State Auditor Hiram Coe found that Ohio jails declined 312 ICE detainers in 2022.",
        "312",
        "Ohio State Auditor",
    ),
    (
        COUNTY,
        "A report by the state attorney general shows that ICE made 1,094 requests of jails in Ohio.",
        "1,094",
        "Ohio Attorney General's Office",
    ),
    (
        COUNTY,
        "The Harbin Immigrant Rights Coalition tallied 118 detainers at the jail.",
        "118",
        "Harbin Immigrant Rights Coalition / organization",
    ),
    (
        COUNTY,
        "Frye's expert, the criminologist Ada Holt of Lowell State, put the number of people held on detainers at 180.",
        "180",
        "Ada Holt / person",
    ),
    (CITY, "The city says it received 14 detainers in 2024.", "14", "City of Wenlock / agency"),
]
BODIES = [
    (
        COUNTY,
        "Friends of the Held, a nonprofit, keeps watch. Ana Ruiz of Friends of the Held said the jail received 71 "
        "detainers in 2024.",
        "71",
        "Friends of the Held",
    ),
    (
        COUNTY,
        "Tully County did less. Its jail received 31 detainers in 2024.",
        "31",
        "Tully County Sheriff's Office",
    ),
    (
        COUNTY,
        "In Tully County, deputies received 31 detainers in 2024.",
        "31",
        "Tully County Sheriff's Office",
    ),
    (
        COUNTY,
        "The Ohio Commission on Jail Standards keeps count. The jails of the state received 4,112 detainers in 2024, "
        "the commission found.",
        "4,112",
        "Ohio Commission on Jail Standards",
    ),
    (
        COUNTY,
        "The Buckeye Records Project sued for the logs. Its report says the jail received 71 detainers in 2024.",
        "71",
        "Buckeye Records Project",
    ),
    (
        COUNTY,
        "The Lakes Legal Center tallied 88 detainers at the jail in 2024.",
        "88",
        "Lakes Legal Center / organization",
    ),
    (
        COUNTY,
        "The sheriff's log, kept by fiscal year, has 98 detainers for 2024.",
        "98",
        "JAIL",
    ),
    (
        COUNTY,
        "The law's first report, which Draper filed in May, came out Friday. The report says the jail received 71 "
        "detainers in 2024.",
        "71",
        "JAIL",
    ),
    (
        CITY,
        "Vance said the department got 14. Nationwide, 149,764 detainers were issued in 2024.",
        "149,764",
        "ICE",
    ),
    (CITY, "ICE claims to have filed 55 detainers with the city in 2024.", "55", "ICE"),
]
CARRIED = [
    # a city is not whom its county's prison speaks for
    (
        CITY,
        "Warden Ida Poe of the Harbin County Prison reported that it had received 77 detainers.\n\nSince the ordinance "
        "took effect, the city has logged 52 detainers.",
        "52",
        "City of Wenlock",
    ),
    (COUNTY, "Draper said the jail received 71 detainers in 2024. It honored 12 of them.", "12", "JAIL"),
    (COUNTY, "ICE said it lodged 118 detainers in 2024. It lodged 96 the year before.", "96", "ICE"),
    (
        COUNTY,
        "Draper said she honored eleven detainers this year. Immigration officers came for eight.",
        "eight",
        "JAIL",
    ),
    (
        COUNTY,
        "Nationally, ICE issued 149,764 detainers in 2024, the agency said. In Harbin County, the jail received 71.",
        "71",
        "JAIL",
    ),
    (
        CITY,
        "Nationally, ICE issued 149,764 detainers in 2024, the agency said. In Wenlock, police said they got six.",
        "six",
        "POLICE",
    ),
    (CITY, "The department received 14 detainers in 2024, up from 11 in 2023.", "11", "POLICE"),
    (
        CITY,
        "ICE says it filed 55 detainers in Wenlock. Vance said the department got 14. None was honored.",
        "None",
        "POLICE",
    ),
    (
        COUNTY,
        "The sheriff gave these figures for 2024:\n- Detainers received: 130\n- Detainers honored: 64",
        "64",
        "JAIL",
    ),
    (COUNTY, "ICE gave these figures for 2024:\n- Detainers lodged: 130\n- Detainers declined: 64", "64", "ICE"),
    (CITY, "“We received 14 detainers in 2024,” Vance said. “We honored zero.”", "zero", "POLICE"),
]
PUBLISHED = [
    # "the office" of a release is the field office that it spoke of; a state's office sums what agencies reported
    (
        ICE,
        "FAIRFAX, Va. - The Dell County Jail let go a man ICE wanted. \"We should do this in a jail,\" said Ron Hale, "
        "the field office director. Since Oct. 1 the jail has refused 340 detainers, the office said.",
        "340",
        "ICE",
    ),
    (
        "New Jersey Office of Custody Oversight",
        "Report of the Office. In the first quarter of 2026, agencies reported 1,190 detainers. Ocean County had 30.",
        "1,190",
        "New Jersey Office of Custody Oversight",
    ),
    # who writes a memo goes on with "we" after a word on others; "we" of a paper is the paper
    (
        "City of Alder, Oregon",
        "MEMORANDUM\nTo: Mayor and City Council\nFrom: Joan Park, Chief of Police\n\nThe Department received 17 "
        "detainers in 2025. The Lane County Sheriff's Office received 203. In 2024 we received nine.",
        "nine",
        "Alder Police Department",
    ),
    (
        "Lowell Sun",
        "Lowell police say they received 12 detainers. ICE says 40. We counted 19 in the logs.",
        "19",
        "Lowell Sun",
    ),
    # the sum of what many answered is the count of whoever asked them
    (
        "Ohio Valley Ledger",
        "Ohio jails hold fewer people on immigration detainers, an Ohio Valley Ledger survey of 14 sheriffs found.\n\n"
        "Sheriffs in those counties held 812 people on detainers in 2024.",
        "812",
        "Ohio Valley Ledger / outlet",
    ),
    (
        "The Ohio Lens",
        "We sent records requests to nine sheriffs about immigration detainers.\n\nThe six jails together received "
        "2,240 detainers in 2024.",
        "2,240",
        "The Ohio Lens",
    ),
    (
        "U.S. Department of Homeland Security",
        "Ohio jails ignore detainers.\n\nThe worst:\n\n• Harbin County Jail: 240 detainers, 41 honored\n"
        "• Wenlock County: 318 detainers, 7 honored\n",
        "41",
        "DHS",
    ),
    (
        "Harbin County Sheriff's Office",
        "WENLOCK, Ohio — In 2024 our jail received 402 immigration detainers.",
        "402",
        "JAIL",
    ),
    (
        "Harbin County Sheriff's Office",
        "WENLOCK, Ohio — In 2024 the jail honored 64 detainers. ICE picked up 22 people.",
        "22",
        "JAIL",
    ),
    (
        "U.S. Immigration and Customs Enforcement",
        "CLEVELAND — Harbin County ignored 118 detainers in 2024.",
        "118",
        "ICE",
    ),
    (
        "Office of the State Auditor of Ohio",
        "The twelve jails received 4,117 detainers. ICE assumed custody of 2,902 people.",
        "2,902",
        "Office of the State Auditor of Ohio",
    ),
]

SPOKEN = [*SPEECH, *NOBODY_SPEAKS, *CONTRASTS, *DOCUMENTS, *BODIES, *CARRIED]


def read(text: str, number: str, outlet: str | None = None) -> list[Claim]:
    """The claims on one number of a text."""
    claims = reader.read(Document(text, outlet=outlet, published=date(2025, 6, 10))).claims
    return [claim for claim in claims if claim.value_text == number]


def check(claims: list[Claim], expected: str) -> None:
    claimant, *rest = [NAMES.get(part, part) for part in expected.split(" / ")]
    assert claims, "no claim on the number"
    claim = claims[0]
    got = [claim.claimant_type, claim.speaker, ", ".join(claim.via) or None]
    assert (claim.claimant, got[: len(rest)]) == (claimant, rest), claim.rule


@pytest.mark.parametrize(("opening", "text", "number", "expected"), SPOKEN)
def test_claimant(opening: str, text: str, number: str, expected: str) -> None:
    check(read(opening + text, number), expected)


@pytest.mark.parametrize(("outlet", "text", "number", "expected"), PUBLISHED)
def test_claimant_of_what_a_public_body_publishes(outlet: str, text: str, number: str, expected: str) -> None:
    check(read(text, number, outlet), expected)


def test_a_party_is_weighed_by_all_its_sources() -> None:
    case = Case("federal", [])
    case.add(ICE, "agency", "inner agency", "main federal")
    case.add(JAIL, "agency", "main custody")
    case.add(None, "agency", "possessive")
    found = ranking.best(case)
    assert found is not None
    party, share = found
    assert 0.5 < share < 1
    assert (party.name, ranking.rule(case, party)) == (ICE, "speech")
    assert list(case.parties) == [ICE, JAIL]


def test_the_office_and_the_department_of_a_sheriff_are_one_party() -> None:
    case = Case("custody", [])
    case.add(JAIL, "agency", "home sheriff")
    case.add(JAIL.replace("Office", "Department"), "agency", "main custody")
    case.join({JAIL.replace("Office", "Department")})
    assert {name: party.sources for name, party in case.parties.items()} == {
        "Harbin County Sheriff's Department": ["main custody", "home sheriff"]
    }


def test_who_is_known_to_keep_a_countys_jail_and_its_sheriff_are_one_party() -> None:
    case = Case("custody", [])
    case.add("King County Sheriff's Office", "agency", "home sheriff")
    case.add("King County Department of Adult and Juvenile Detention", "agency", "main custody")
    case.join(set())
    assert list(case.parties) == ["King County Department of Adult and Juvenile Detention"]
    case.add("King County Sheriff's Office", "agency", "acts by patient")
    case.join(set(case.parties))  # the text calls both
    assert len(case.parties) == 2


def test_nobody_is_the_claimant_where_the_text_offers_nobody() -> None:
    assert ranking.best(Case("custody", [])) is None
