# ruff: noqa: E501  (a case is easier to read on one line)
"""Short texts with what each number counts: `(text, "52 received, 41 declined")`, one table a shape.

Every text follows the county OPENING of `claim_cases`. A number that counts nothing of the dispute is left out.
"""

from __future__ import annotations

# Verbs left to be understood: "26 were not", "the rest did".
UNDERSTOOD = [
    (
        "The jail received 35 detainers in 2024. Nine were honored. Twenty-six were not.",
        "35 received, 9 honored, 26 declined",
    ),
    (
        "Of 60 detainers that ICE lodged in 2024, the jail honored 42. Eighteen it did not.",
        "60 issued, 42 honored, 18 declined",
    ),
    (
        "ICE lodged 44 detainers in 2024, the agency said. Thirty were declined and 14 were not.",
        "44 issued, 30 declined, 14 honored",
    ),
    (
        "The sheriff turned down 12 requests in 2024 and 15 the year before. In 2022 it was four.",
        "12 declined, 15 declined, 4 declined",
    ),
    ("Deputies honored 17 detainers in 2024, but 31 were not.", "17 honored, 31 declined"),
]

# What happened so many times.
TIMES = [
    (
        "The order says that the jail may call ICE before a release. It did so 52 times last year, the records show.",
        "52 notifications",
    ),
    (
        "A lieutenant notifies ICE when such a man is let go. That happened 31 times in 2024, Voll said.",
        "31 notifications",
    ),
    (
        "When a judge signs a warrant, deputies hand the inmate over to ICE. It has happened nine times since January.",
        "9 transfers",
    ),
    ("ICE asks the jail to hold people. It did that 88 times in 2024, Voll said.", "88 received"),
    ("Deputies have refused detainers before. They did so 14 times in 2023, Voll said.", "14 declined"),
    ("How often does ICE ask the jail to hold someone? Twice in the past year, Voll said.", "2 received"),
    ("In 118 cases in 2024, the records show, an ICE officer took custody of the person.", "118 transfers"),
    ("In only 31 cases did ICE write down that a detainer was refused.", "31 declined"),
    ("In nine instances in 2024 the jail honored a detainer, Voll said.", "9 honored"),
    ("The jail turned over an inmate to ICE on 12 occasions in 2024, Voll said.", "12 transfers"),
]

# Agents who come for people.
FETCHED = [
    ("The jail got 300 detainers in 2024. “Most were picked up, probably 250,” Voll said. “A handful were let go when nobody came, I think nine.”", "300 received, 250 transfers, 9 releases"),
    ("Nobody from the agency showed up for 19 of the inmates in 2024. “They came six times,” Voll said.", "19 releases, 6 transfers"),
    ("The jail told ICE of 74 releases in 2024, Voll said, and agents were standing at the door for 52.", "74 notifications, 52 transfers"),
    ("In 2024, 29 inmates had detainers. Deputies handed 25 over. The other four posted bond first.", "29 received, 25 transfers, 4 releases"),
    ("ICE asked for 74 people in 2024 and failed to pick up 43 of them, Voll said.", "74 received, 43 releases"),
    ("ICE lodged 61 detainers in 2024, the agency said. It did not bother to come for 22 of those people, Voll said.", "61 issued, 22 releases"),
    (
        "The jail honored 40 detainers in 2024. ICE only showed up for 31 of them, Voll said.",
        "40 honored, 31 transfers",
    ),
    ("The jail held 40 people for ICE in 2024. Agents came for 33.", "40 honored, 33 transfers"),
    (
        "The jail notified ICE of 57 releases in 2024. Agents arrived in time for 11 of those.",
        "57 notifications, 11 transfers",
    ),
    (
        "The jail called ICE 52 times in 2024. Agents made it to the jail for 38 of those releases, Voll said.",
        "52 notifications, 38 transfers",
    ),
    ("ICE officers got there for 19 of them in 2024.", "19 transfers"),
    ("The jail gave ICE 38 people in 2024, Voll said.", "38 transfers"),
    ("An ICE officer signed for 24 inmates in 2024, the jail's log shows.", "24 transfers"),
    ("The city returned two individuals to ICE in 2024, the agency said.", "2 transfers"),
    ("The jail honored 23 detainers in January. 23 picked up.", "23 honored, 23 transfers"),
]

# Requests upon people.
UPON = [
    ("ICE officers placed detainers on 2,722 people in the jail in 2024.", "2722 issued"),
    ("ICE lodged detainers against 46 inmates in 2024, the agency said.", "46 issued"),
    ("The jail received detainers for 44 inmates in 2024, Voll said.", "44 received"),
    ("The jail honored detainers on 12 people in 2024, Voll said.", "12 honored"),
    ("Voll said the jail ignored detainers for 19 people in 2024.", "19 declined"),
    ("ICE asked for the release dates of 192 inmates in 2024, Voll said.", "192 received"),
    ("ICE had asked about 936 inmates in 2024, Voll said.", "936 received"),
    ("Voll said ICE inquired about 77 inmates in 2024.", "77 received"),
]

# Messages: whose way they go says what they are.
MESSAGES = [
    ("Deputies wrote at least 203 messages to ICE in 2024, the jail's records show.", "203 notifications"),
    ("The jail's staff made 241 calls to ICE in 2024 about somebody who was to be released.", "241 notifications"),
    ("The jail sent 57 emails to ICE about releases in 2024, Voll said.", "57 notifications"),
    ("ICE sent 88 faxes to the jail in 2024, Voll said.", "88 received"),
    ("Voll said she had passed along release dates for 24 inmates to ICE in 2024.", "24 notifications"),
    ("The jail gave ICE the release dates of 61 inmates in 2024, Voll said.", "61 notifications"),
]

# Of whom, of whose.
OF_WHOSE = [
    ("In 2024 jails in Ohio turned down 156 of ICE's detainers, the agency said.", "156 declined"),
    (
        "ICE lodged 83 detainers in 2024. The jail released 46 of the subjects of those detainers.",
        "83 issued, 46 releases",
    ),
    ("Fewer than three percent of the March 2023 detainers were refused, ICE said.", "3 rate"),
    ("The jail declined 41 of the sheriff's 52 detainers in 2024.", "41 declined, 52 received"),
]

# Fragments: a year or a place and its number.
FRAGMENTS = [
    ("The jail honored 27 detainers in 2024. In 2023 that was 14. In 2022, nine.", "27 honored, 14 honored, 9 honored"),
    ("The jail received 60 detainers in 2024, Voll said. The year before, 44.", "60 received, 44 received"),
    (
        "Statewide, jails turned down 1,940 detainers in 2024, ICE said. Tarn County accounted for more than 1,100.",
        "1940 declined, 1100 declined",
    ),
    (
        "Only the jails in Tarn County (51), Bexley County (38) and Sauk County (13) declined more detainers in 2024.",
        "51 declined, 38 declined, 13 declined",
    ),
    (
        "The clerk asked for the number of detainers in earlier years. The sheriff gave 8 for 2022 and 14 for 2023.",
        "8 received, 14 received",
    ),
    (
        "The jail honored 23 detainers in 2024, Voll said. ICE confirmed the year but counted 24.",
        "23 honored, 24 honored",
    ),
    ("The sheriff first said 85 detainers were honored in 2024; later she said 296.", "85 honored, 296 honored"),
    ("The jail notified ICE of 44 releases in 2024; ICE says it was 39.", "44 notifications, 39 notifications"),
]

# Percentages that go on with a count.
SHARES = [
    (
        "ICE sent 1,084 detainers in 2024. Only 31 were refused, the agency said. That's about 3 percent.",
        "1084 issued, 31 declined, 3 rate",
    ),
    ("The jail honored 20 of 40 detainers in 2024. That is 50 percent.", "20 honored, 40 received, 50 rate"),
    ("The jail declined 62 percent of detainers in 2024, ICE said. Statewide it was 30 percent.", "62 rate, 30 rate"),
]

# Rows and labels.
ROWS = [
    (
        "The numbers, by calendar year:\n\nYear | Sheriff: received | ICE: issued\n2019 | 88 | 141\n2020 | 40 | 97",
        "88 received, 141 issued, 40 received, 97 issued",
    ),
    (
        "Table 1. Facilities receiving the most detainers in 2024\nRank Facility Number\n1 Harris County Jail, TX 1,912\n2 Dallas County Jail, TX 1,377",
        "1912 received, 1377 received",
    ),
    (
        "APPENDIX\nPersons released to ICE custody, by year\n2021: 143\n2022: 158\n2025 (to Aug. 31): 171",
        "143 transfers, 158 transfers, 171 transfers",
    ),
    (
        "The agencies with the most requests in 2024 were:\n\n1. Garnet County Jail, 903\n2. Port Selwyn Police, 411\n3. Brill County Jail, 288",
        "903 received, 411 received, 288 received",
    ),
    ("ICE detainers received by the jail\n2022 ..... 44\n2023 ..... 57", "44 received, 57 received"),
    ("Custody: 198 individuals were taken by ICE directly from the jail in 2024.", "198 transfers"),
    ("DETAINERS 2024\nReceived ..... 57\nHonored ..... 12\nDeclined ..... 45", "57 received, 12 honored, 45 declined"),
    ("Detainers, 2024\nReceived: 57\nHonored: 12", "57 received, 12 honored"),
    ("Detainers honored\n\nYear\tCount\n2022\t14\n2023\t9", "14 honored, 9 honored"),
    ("Detainers lodged with the jail by year: 2022, 41; 2023, 57; 2024, 66.", "41 issued, 57 issued, 66 issued"),
]

# Kept by name, so to speak: what a list or a log holds.
ENTRIES = [
    (
        "ICE says it asked the jail to hold 77 people in 2024. The jail's clipboard has 30 names on it.",
        "77 issued, 30 received",
    ),
    (
        "The jail received 77 detainers in 2024, ICE said. The sheriff's ledger has 41 entries.",
        "77 received, 41 received",
    ),
]

# What is none.
NOTHING = [
    ("The jail honored 12 detainers in 2024. I won't keep a man into hour 49 over a van, Voll said.", "12 honored"),
    ("The jail honored 12 detainers in 2024. The board meets in Courtroom 3 on Road 412.", "12 honored"),
    (
        "The jail honored 12 detainers in 2024. One of those who went home was Ramiro T., 44, an orchard foreman.",
        "12 honored",
    ),
    ("The jail honored 12 detainers in 2024. The jail, which holds 980 people, is full.", "12 honored"),
    ("The jail honored 12 detainers in 2024. Of the 12, two had died and one was a citizen.", "12 honored"),
    ("The jail honored 12 detainers in 2024. Her records unit has three clerks. In 2019 it had nine.", "12 honored"),
    ("The jail honored 12 detainers in 2024. Sheriff Voll leaves out half of the story.", "12 honored"),
    ("The jail honored 12 detainers in 2024. Deputies keep those people an extra day or two.", "12 honored"),
    ("Detainers in Tarn County: eight questions, some answers", ""),
    ("Of her eleven workers, four have left since ICE came.", ""),
    ("Deputies notified ICE each time a person born abroad was booked.", ""),
    ("A sheriff who turns loose even one criminal is one too many, he said of detainers.", ""),
    ("ICE arrested 12 people June 3-7 whom the jail had released despite detainers.", "12 arrests"),
    ("“The courthouse has 19 doors and ICE knows all of them,” he said of detainers.", ""),
    ("The jail received 12 detainers in 2024. About 200 people filled the room.", "12 received"),
]

# More verbs of handing over, telling and keeping; whose doing it is.
DOINGS = [
    ("The jail put 88 inmates on hold for immigration agents in 2024, Voll said.", "88 honored"),
    ("The jail told ICE when 398 inmates were about to be released in 2024, Voll said.", "398 notifications"),
    ("The jail contacted ICE 79 times in 2024, against 23 the year before.", "79 notifications, 23 notifications"),
    ("The jail's staff wrote to ICE 57 times in 2024 about people who were to be released.", "57 notifications"),
    ("Agents took 171 people from the jail in 2024, Voll said.", "171 transfers"),
    ("The sheriff says ICE failed to show up for seven people the jail held in 2024.", "7 releases"),
    (
        "Through November, 276 people went straight from the jail to ICE, compared with 168 in 2023.",
        "276 transfers, 168 transfers",
    ),
    ("The jail's inmates with detainers number 14 at the moment, Voll said.", "14 active"),
    ("The state put the count of people with active detainers at 3,179.", "3179 active"),
    ("A federal text says 1,768 is how many detainers the jail ignored.", "1768 declined"),
    ("The jail honored 40 of 52 detainers in 2024. Another 12 it turned down.", "40 honored, 52 received, 12 declined"),
    ("ICE complained about the refusal of 44 requests in 2024.", "44 declined"),
    ("Compliance with 31 detainers in 2024 cost the jail $40,000.", "31 honored"),
    ("The release of 58 inmates with detainers in 2024 angered ICE.", "58 releases"),
    ("Of the 52 detainers the jail received in 2024, a quarter were honored.", "52 received, 25 rate"),
    ("The jail counted 39 detainers for 2016 and, to the end of April 2017, 28.", "39 received, 28 received"),
]

# What looks like a count of the dispute.
LOOKALIKES = [
    ("ICE arrested 40 people in 2024. Troopers made 290 drug arrests.", "40 arrests"),
    ("The jail honored 12 detainers in 2024. Fourteen of the inmates had been deported before.", "12 honored"),
    ("The jail honored 12 detainers in 2024. One in 9 inmates is foreign-born, 1 in 12 in 2023.", "12 honored"),
    ("The jail honored 12 detainers in 2024. The nation's jails held more than 50,000 people a night.", "12 honored"),
    ("The jail honored 12 detainers in 2024. We filed four requests under the Public Records Law.", "12 honored"),
    ("The jail honored 12 detainers in 2024. They rang 36 sheriffs about it. Thirty-four picked up.", "12 honored"),
    ("Voll told the board of 40 detainers in 2024, a sliver of the 120,000 or so inmates booked.", "40 received"),
]

TABLE = "The Sheriff's Office provided this table of its dealings with ICE.\n\n"
OUT_OF_JAIL = [
    ("ICE took 28 inmates into custody in 2024, Voll said.", "28 transfers"),
    ("Agents took 14 people from the county jail into custody in 2024, ICE said.", "14 transfers"),
    ("Agents took 31 people into custody at a warehouse in 2024, ICE said.", "31 arrests"),
]
LABELS = [
    ("Detainers in 2024:\n\n• Detainers received by fax: 33\n• Honored: 25\n• Of those honored, persons transferred to ICE: 22", "33 received, 25 honored, 22 transfers"),
    (
        "We laid ICE's data on detainers beside the jail's log.\n\nYear      Jail log      ICE data\n2023      38            61\n2024*     57            144\n*Through June.",
        "38 received, 61 issued, 57 received, 144 issued",
    ),
    (
        TABLE + "Release notifications to ICE 288 305\nIndividuals taken into ICE custody 214 240",
        "288 notifications, 305 notifications, 214 transfers, 240 transfers",
    ),
    (TABLE + "Inmates booked into ICE custody | 12\nNotices to ICE | 31", "12 transfers, 31 notifications"),
    ("Agents waited at the jail on a detainer, said the group's director, Paloma Reyes, 38.", ""),
    ("ICE lodged 41 detainers with the jail in 2024, said Marta Voll, 62.", "41 issued"),
    ("ICE lodged 41 detainers in Tarn County in 2024 and, in Sauk County, 38.", "41 issued, 38 issued"),
]

# What a verb counts by who does it, and what an adjective says of requests.
BY_DOER = [
    ("The jail got 40 detainers in 2024, of which three came with a warrant and were followed.", "40 received, 3 honored"),
    ("The jail got 91 requests in 2024. For 2023 the figure was 40, out of 120 requests.", "91 received, 40 received, 120 received"),
    ("The jail got 688 requests in 2025 and honored 540. Voll said the figure for 2024 was 219, out of 388 requests.", "688 received, 540 honored, 219 honored, 388 received"),
    ("The jail reported 91 detainers in 2024 against ICE's 94.", "91 received, 94 issued"),
    ("ICE counts 104 detainers in 2024, against the sheriff's 91.", "104 issued, 91 received"),
    ("The list shows 480 detainers received by nine jails in 2024 and 237 declined.", "480 received, 237 declined"),
    ("ICE accused the county of setting 82 people loose in 2024.", "82 releases"),
    ("ICE was there to meet about 80 of the inmates in 2024, Voll said.", "80 transfers"),
    ("Chief count of ICE for 2024: 604 of 1,020 detainers ignored.", "604 declined, 1020 received"),
    ("ICE says the county gave it 28 people in 2024.", "28 transfers"),
    ("ICE collected 34 inmates in 2024 out of 57 on detainers, Voll said.", "34 transfers, 57 received"),
    ("Deputies of Tarn County placed 710 immigration holds in 2024, under a 287(g) agreement. In 2023 the number of holds was 216.", "710 issued, 216 issued"),
    ("The log for 2024 shows 49 detainers and one hold.", "49 received, 1 honored"),
    ("The jail received 40 detainers in 2023 and honored 12. In 2024 there were 26 and three.", "40 received, 12 honored, 26 received, 3 honored"),
    ("ICE asked the county to hand over 75 people in 2024, Voll said.", "75 received"),
    ("ICE put a hold on 38 of the inmates in 2024, Voll said.", "38 received"),
    ("Agents met 44 of the inmates at the jail's door in 2024, Voll said.", "44 transfers"),
    ('ICE complained of 16 "unanswered" detainers in 2024.', "16 declined"),
]

# What changed is what its subject names, whatever else the sentence tells.
CHANGED = [
    ("Detainers followed the same line between 2022 and 2024, rising from 141 to 180 to 256.", "141 received, 180 received, 256 received"),
    ("Officers issued detainers for 151 inmates in 2024. The year before, with 943 interviews, there were 64.", "151 issued, 64 issued"),
    ("ICE says the jail got 41 detainers in 2024 and honored 12. “The number isn't 41,” Voll said. “It's 52.”", "41 received, 12 honored, 52 received"),
    (
        "ICE's report is out. The agency issued 1,497 detainers. Administrative arrests dropped from 1,705 to 1,134 as "
        "officers were sent to the border.",
        "1497 issued, 1705 arrests, 1134 arrests",
    ),
    (
        "ICE's report is out. The agency issued 1,497 detainers. Deportations rose even faster, to 2,714 from 1,425.",
        "1497 issued, 2714 removals, 1425 removals",
    ),
]

# What became of requests and people, said of them behind a verb.
STOOD = [
    ("ICE lodged 200 detainers with the jail in 2024. The jail honored 120. It failed to comply with 80.", "200 issued, 120 honored, 80 declined"),
    ("ICE said that 168 detainers went unheeded at the jail in 2024.", "168 declined"),
    ("As of May 3, 74 detainers placed by the field office remained active.", "74 active"),
    ("The jail received 90 detainers in all of 2024 and still has 11 inmates with one on file.", "90 received, 11 active"),
    ("In 2024, 37 inmates were released from the jail into the custody of ICE, Voll said.", "37 transfers"),
    ("The jail gave ICE word of 71 releases in 2024, Voll said.", "71 notifications"),
    ("The jail gave ICE the release dates of 65 inmates in 2024 and it came for 22 of them.", "65 notifications, 22 transfers"),
    ("ICE said the jail blew off 31 detainers in 2024.", "31 declined"),
]  # fmt: skip
# All of those that came: two counts.
ALL_THAT_CAME = [
    ("The jail honored all 72 detainers it received in 2024, Voll said.", "72 honored, 72 received"),
    ("The jail declined all 31 of the detainers that came in 2024.", "31 declined, 31 received"),
    ("All 44 detainers that the jail got in 2024 were honored.", "44 honored, 44 received"),
    ("Voll said that in 2024 the jail honored all of the 28 requests it was sent.", "28 honored, 28 received"),
    ("All 40 detainers were honored in 2024, Voll said.", "40 honored"),
]  # fmt: skip

# Kept past their release.
KEPT_ON = [
    ("The jail delayed the release of 96 people for ICE in 2024, the suit says.", "96 honored"),
    ("In 2024 the jail prolonged the detention of 44 inmates because of ICE detainers, the audit says.", "44 honored"),
    ("The jail put off the discharge of 17 inmates so that ICE could collect them in 2024.", "17 honored"),
    ("The release of 23 inmates with detainers was postponed for ICE in 2024.", "23 honored"),
    ("The jail ordered the release of 58 inmates with detainers in 2024, ICE said.", "58 releases"),
]  # fmt: skip

# Found again, and who tells ICE of what.
SOUGHT = [
    ("The jail ignored detainers on 268 people in 2024, ICE said, and agents have found only 15 of them.", "268 declined, 15 arrests"),
    ("ICE said 52 inmates with detainers walked out of the jail in 2024 and seven were later found.", "52 releases, 7 arrests"),
    ("ICE said 45 inmates with detainers were let out in 2024 and that officers had since rearrested 12.", "45 releases, 12 arrests"),
    ("The jail gave ICE a release time on 88 people in 2024, Voll said.", "88 notifications"),
    ("Deputies gave immigration officers the discharge time of 29 inmates in 2024.", "29 notifications"),
    ("ICE lodged 60 detainers at the jail in 2024 and received custody of 22 people, the agency said.", "60 issued, 22 transfers"),
    ("The jail got 20 detainers in 2024 and 18 went in the trash, Voll said.", "20 received, 18 declined"),
    ("On Monday the jail had 15 people on ICE holds.", "15 active"),
    ("The jail got 40 detainers in 2024 and turned over 12 people. Another 28 remain in jail on local charges.", "40 received, 12 transfers, 28 active"),
    ("Agents picked up 22 inmates in 2024. Three are still serving local sentences, Voll said.", "22 transfers, 3 active"),
    ("The jail got 48 detainers in 2024. How many of those ended up with ICE? Forty-one.", "48 received, 41 transfers"),
]  # fmt: skip

# What its place says: an answer, one of two figures in order.
PLACED = [
    ('The jail got 40 detainers in 2024. How many did Voll honor? "Eleven," Voll said.', "40 received, 11 honored"),
    ('The jail got 40 detainers in 2024. Asked how many were released anyway, Voll looked it up. "Nine," she said.', "40 received, 9 releases"),
    ('Deputies honored 40 detainers in 2024. "Guess how many they came and got? Three."', "40 honored, 3 transfers"),
    ("Q: How many times did ICE ask you to hold somebody in 2024?\n\nSHERIFF VOLL: A hundred and twelve.", "112 received"),
    ("The jail declined 40 detainers in 2012, Voll said. In 2011 the jail counted 85.", "40 declined, 85 received"),
    ("The jail gave ICE notice of 66 releases in 2024. In 24 instances agents arrived in time.", "66 notifications, 24 transfers"),
    ("In 2024 the jail got 58 detainers and turned over 51 people. In 2023 it was 39 and 35.", "58 received, 51 transfers, 39 received, 35 transfers"),
    ("In 2024 the jail received 90 detainers and declined 40. In 2023 the numbers were 70 and 22.", "90 received, 40 declined, 70 received, 22 declined"),
    ("The jail received 31 detainers in 2024. It was 44 in 2023 and 52 in 2022.", "31 received, 44 received, 52 received"),
]  # fmt: skip
# What two counts before leave over, and what a clause of its own says.
LEFT_OVER = [
    ("The jail received 60 detainers in 2024 and honored 52. The other eight came in too late.", "60 received, 52 honored, 8 declined"),
    ("The jail received 60 detainers in 2024 and declined 52. The remaining eight were for people with murder charges.", "60 received, 52 declined, 8 honored"),
    ("Deputies kept 233 people for ICE in 2024. Agents picked up 96. The remaining 137 are presumed to be at large.", "233 honored, 96 transfers, 137 releases"),
    ("The jail received 50 detainers in 2024 and honored 41. The nine it turned down came without a signature.", "50 received, 41 honored, 9 declined"),
    ("Agents arrested 54 people in the county in 2024, ICE said, 16 of whom the jail had released despite a detainer.", "54 arrests, 16 releases"),
    ("ICE counts 268 people with detainers who were let go in 2024, 15 of whom its agents have caught.", "268 releases, 15 arrests"),
    ("ICE lodged 90 detainers in 2024: 50 were honored, 30 were declined and 10 are still pending.", "90 issued, 50 honored, 30 declined, 10 active"),
]  # fmt: skip

# What there was in all, after what became of some; figures that are put, and idioms of the dispute's verbs.
IN_ALL = [
    ("The jail got 11 detainers in 2023 and turned over three people. In 2024 there were two.", "11 received, 3 transfers, 2 received"),
    ("The jail received 143 detainers in 2024, and ICE took 102 of the people. In 2023 the number was 70.", "143 received, 102 transfers, 70 received"),
    ("The jail declined 19 detainers in 2022. In 2024 there were 51 and the jail declined 23.", "19 declined, 51 received, 23 declined"),
    ("The prison logged 118 detainers in 2016, and agents picked up 112 people. In 2017: 131 and 125.", "118 received, 112 transfers, 131 received, 125 transfers"),
    ("The jail declined 40 detainers in 2024. A spokesman for ICE put it at 61.", "40 declined, 61 declined"),
    ("The jail does not keep a running count of what ICE sends, but it logged 68 detainers in 2024.", "68 received"),
    ("In 2024 the state's agencies got 150 requests. They declined 144. The other six were honored. In 2023 the total was 42.", "150 received, 144 declined, 6 honored, 42 received"),
    ("The state put the county's detainers at 131 for 2024.", "131 received"),
    ("ICE put arrests at the courthouse at 28 for 2024.", "28 arrests"),
    ("The jail held 50 people for ICE in 2024. Nobody showed up for 12.", "50 honored, 12 releases"),
    ("No agent appeared for 18 of the inmates that the jail held for ICE in 2024.", "18 releases"),
    ("ICE asked 40 times in 2024 and 31 times deputies turned the request down.", "40 issued, 31 declined"),
    ("Notices sent to ICE of an upcoming release in 2024: 104", "104 notifications"),
    ("ICE said it sent the jail 341 detainers in 2024, of which the jail honored 18.", "341 issued, 18 honored"),
    ("ICE said the jail ignored 73 of the 90 detainers it lodged in 2024. The sheriff put the number at 12.", "73 declined, 90 issued, 12 declined"),
    ("ICE arrested 44 people in the county in 2024, 31 of whom the jail had let go despite detainers.", "44 arrests, 31 releases"),
    ("Agents took 51 people from the jail in fiscal 2024. They took 66 in fiscal 2023.", "51 transfers, 66 transfers"),
    ("The parole board granted release to 29 prisoners with detainers in 2024.", "29 releases"),
    ("Deputies let ICE know about 126 people who were about to be released in 2024.", "126 notifications"),
    ("The jail received 118 detainers in 2016, and in 112 cases agents came.", "118 received, 112 transfers"),
    ("Detainers received in 2024: 318\nDetainers honored in 2024: 73\nPending on Dec. 31: 33", "318 received, 73 honored, 33 active"),
    ("Refusals by facility in 2024:\n\n- Polk County Jail: 122 of 180 detainers\n- Linn County Jail: none of 60 detainers", "122 declined, 180 received, 0 declined, 60 received"),
]  # fmt: skip
# What the federal side is told of a release.
TOLD = [
    ("The office told federal agents about the release of 94 inmates with detainers in 2024, Voll said.", "94 notifications"),
    ("The jail got 52 requests in 2024. In 31 of those cases, Voll said, staff phoned the agency an hour ahead; agents came for 12.", "52 received, 31 notifications, 12 transfers"),
    ("The jail got 52 requests in 2024, and in 31 of those instances it says it emailed ICE first.", "52 received, 31 notifications"),
    ("The jail passed on word of a release in nine cases in 2024. It passed on 14 detainers.", "9 notifications, 14 declined"),
    ("The jail called ICE 214 times over two years, Voll said.", "214 notifications"),
    ("Jailers notified the agency of 416 people in 2024, Voll said.", "416 notifications"),
    ("The jail had six requests from ICE in 2024, and agents were told the release dates of all of them. They came four times.", "6 received, 6 notifications, 4 transfers"),
    ("The jail does not honor detainers but calls ICE when somebody is about to leave. It did so 68 times in 2024, Voll said.", "68 notifications"),
    ("The jail received 300 detainers in 2024. Deputies shared release dates in 124 of those cases.", "300 received, 124 notifications"),
    ("The jail received 300 detainers in 2024 and gave ICE a release time 88 times.", "300 received, 88 notifications"),
    ("In 2024 deputies phoned or emailed ICE about 140 upcoming releases.", "140 notifications"),
    ("The jail sent ICE word of 61 releases in 2024.", "61 notifications"),
    ("Jail staff answered 57 requests for notification of release in 2024.", "57 notifications"),
    ("ICE asked the jail to call before it released 44 inmates in 2024, and deputies told ICE about 40.", "44 issued, 40 notifications"),
    ("ICE asked to be told about 170 releases in 2024.", "170 issued"),
    ("ICE wanted release dates for 206 inmates in 2024, and it came for 30.", "206 issued, 30 transfers"),
    ("ICE asked the jail to hold 90 inmates in 2024, and deputies told ICE about the release of 31.", "90 received, 31 notifications"),
    ("ICE officials said the agency issued 426 notices in the county in 2024.", "426 issued"),
    ("Detainers received in 2024: 186\n\n- Release dates given: 52\n- Requests for notification fulfilled: 57", "186 received, 52 notifications, 57 notifications"),
]  # fmt: skip

# Those who sit in jail with a request upon them.
UPON_THEM = [
    ("In 2024 the jail had 46 people whom ICE wanted, Voll said.", "46 received"),
    ("The jail got 80 detainers in 2024. Some are still sitting here on local charges, I think 12, Voll said.", "80 received, 12 active"),
    ("ICE said the county released 90 people with detainers in 2024 and that 12 of them are still at large.", "90 releases, 12 other"),
    ("Fewer than 60 inmates had detainers in 2024, Voll said. Records give 41 such inmates.", "60 received, 41 received"),
    ("Sixteen detainers are pending at the jail, Voll said.", "16 active"),
    ("“As of this morning I've got six in here with a hold,” Voll said.", "6 active"),
    ("How many holds does the jail have right now? “Eleven,” Voll said.", "11 active"),
    ("How many detainers did the jail get in 2024? “Eleven,” Voll said.", "11 received"),
    ("The audit found 212 inmates flagged by ICE in 2024; 144 of those went straight into an ICE van.", "212 received, 144 transfers"),
    ("In 2024, 126 people in the jail were the subject of a detainer, Voll said.", "126 received"),
    ("ICE says 310 people in the jail are subject to detainers.", "310 active"),
    ("ICE said 40 inmates have active detainers and that the jail released 12. “There are 18,” Voll said.", "40 active, 12 releases, 18 active"),
    ("The report lists 73 inmates with detainers, about 3.4 percent of the jail population.", "73 active, 3.4 rate"),
    ("The jail had 47 detainers on file on March 3, Voll said.", "47 active"),
    ("The office has nine holds on its books as of this week, Voll said.", "9 active"),
    ("The jail received 80 detainers in 2024. ICE took 41 and 12 are still locked up, Voll said.", "80 received, 41 transfers, 12 active"),
    ("The jail received 80 detainers in 2024. Eleven of them are still sitting here, Voll said.", "80 received, 11 active"),
    ("On Tuesday 62 of them had a detainer, Voll said of her inmates.", "62 active"),
    ("The jail received 80 detainers in 2024, and 12 stayed 48 hours.", "80 received, 12 honored"),
    ("The prisons had detainers on about 130 inmates at the beginning of March.", "130 active"),
    ("The jail said it had 71 inmates with detainers as of last week.", "71 active"),
    ("On Wednesday morning 37 inmates had holds, Voll said.", "37 active"),
    ("ICE placed detainers on 52 inmates in 2024.", "52 issued"),
    ("Detainers received in 2024: 186\n\n- Detainers still on file on Dec. 31: 33", "186 received, 33 active"),
]  # fmt: skip

# Idioms and verbs of what was done with requests.
IDIOMS = [
    ("The county thumbed its nose at 580 detainers in 2024, ICE said.", "580 declined"),
    ("The jail got 60 detainers in 2024. Voll filed 59 of them in a drawer.", "60 received, 59 declined"),
    ("ICE filed 57 detainers in 2024; all were returned unsigned.", "57 issued, 57 declined"),
    ("In 2024 the jail was sent 140 detainers and honored 138; ICE failed to show up for 11.", "140 received, 138 honored, 11 releases"),
    ("ICE asked for 90 people in the jail in 2024, a spokesman for the agency said.", "90 issued"),
    ("ICE lodged 90 detainers in 2024. Of the inmates, 41 were back on the street within a day.", "90 issued, 41 releases"),
    ("The jail got 33 detainers in 2024 and every one ended in a handover to ICE.", "33 received, 33 transfers"),
    ("ICE asked the jail to hold people 57 times in 2024, and Voll turned down every request.", "57 issued, 57 declined"),
    ("Since December 1 the jail has honored every detainer that met the terms of the law, 91 in all.", "91 honored"),
    ("Voll, whose jail received 44 detainers in 2024, would like to see every detainer honored.", "44 received"),
    ("The jail received 90 detainers in 2024. The jail holds 410.", "90 received"),
    ("Declined detainers in 2024, by county:\n\n- Polk County: 391 (of 455 lodged)\n- Linn County: 0 (of 97 lodged)", "391 declined, 455 issued, 0 declined, 97 issued"),
]  # fmt: skip
# The year before in parentheses, and what a figure is set for.
BESIDE = [
    ("Detainers in 2024, with the year before in parentheses:\n\n- Detainers received: 186 (74)\n- People transferred to ICE: 122 (nine)", "186 received, 74 received, 122 transfers, 9 transfers"),
    ("The auditor's report puts the detainers at 129 for 2024 and the releases at 33.", "129 received, 33 releases"),
    ("Of 116 notices that the jail sent in 2024, ICE acted on 47.", "116 notifications, 47 transfers"),
    ("The jail declined 146 of more than 900 detainers in 2024.", "146 declined, 900 received"),
    ("By ICE's figures, 1,600 detainers went to the county in 2024 and all were ignored.", "1600 issued, 1600 declined"),
    ("The jail received 90 detainers in 2024. ICE agents picked up 17 of the people on the street.", "90 received, 17 arrests"),
    ("Police in Pell, a suburb of 41,000, received 17 detainers in 2024. Voll told a town hall of about 120 people so.", "17 received"),
]  # fmt: skip
# What is done so often, never, or behind the number, and whom the federal side gets.
SO_DONE = [
    ("The jail was asked 96 times in 2024 to keep an inmate for ICE. It did so 31 times.", "96 received, 31 honored"),
    ("The jail was asked 96 times in 2024 to keep an inmate for ICE, and not once did it comply.", "96 received, 0 honored"),
    ("The jail received 71 detainers in 2024 and has never once kept a person past release.", "71 received, 0 honored"),
    ("The jail received 71 detainers in 2024 and alerted ICE in every case.", "71 received, 71 notifications"),
    ("The jail received 71 detainers in 2024. A judge must sign in every case.", "71 received"),
    ("The jail honored 12 detainers in 2024, compared with 88 three years before.", "12 honored, 88 honored"),
    ("In 2024 the jail flagged 88 inmates for ICE and pointed out 12 others to immigration agents.", "88 notifications, 12 notifications"),
    ("ICE asked the jail for 88 inmates in 2024 and got nine.", "88 received, 9 transfers"),
    ("ICE wanted 44 inmates in 2024. It got 19.", "44 issued, 19 transfers"),
    ("The jail handed over nine inmates on 61 detainers in 2024.", "9 transfers, 61 received"),
    ("The jail told ICE of 61 releases in 2024. Officers stood ready for 14 of the inmates.", "61 notifications, 14 transfers"),
    ("The jail received 61 detainers in 2024, nine of which arrived signed by a judge and were honored.", "61 received, 9 honored"),
    ("The jail logged 61 detainers in 2024, nine of which came from Texas.", "61 received, 9 received"),
    ("A man, one of 44 people whom the jail released despite detainers in 2024, was charged, ICE said.", "44 releases"),
    ("The jail received 61 detainers in 2024 and nobody stayed an hour longer because of one.", "61 received, 0 honored"),
    ("ICE's list for 2024 had the county refusing one detainer.", "1 declined"),
    ("The jail got 73 detainers in 2024. The log shows nine honored, 64 refused.", "73 received, 9 honored, 64 declined"),
    ("Voll, asked which detainers he had honored, added up the ones he had not: 26 in 2024.", "26 declined"),
    ("The jail got 40 detainers in 2024. In 12 instances it sent a written denial.", "40 received, 12 declined"),
    ("ICE asked the jail for notice of a release 61 times in 2024.", "61 issued"),
    ("Of every ten detainers that came in 2024, nine went unanswered. The jail declined 412.", "412 declined"),
    ("The jail declined 19 detainers in 2024 and honored 204, with 11 pending at the end of the year.", "19 declined, 204 honored, 11 active"),
    ("The jail refused 51 detainers in 2024 and let ICE know of the other seven.", "51 declined, 7 notifications"),
    ("The jail got 900 detainers in 2024. Few were refused.\n\nRefusals, by county\nAlder County 41\nLinn County 12\nPolk County 9", "900 received, 41 declined, 12 declined, 9 declined"),
]  # fmt: skip
MEASURED = [
    *SO_DONE,
    *BESIDE,
    *TOLD,
    *UPON_THEM,
    *IDIOMS,
    *LEFT_OVER,
    *IN_ALL,
    *ALL_THAT_CAME,
    *KEPT_ON,
    *SOUGHT,
    *PLACED,
    *STOOD,
    *CHANGED,
    *LABELS,
    *BY_DOER,
    *OUT_OF_JAIL,
    *UNDERSTOOD,
    *TIMES,
    *FETCHED,
    *UPON,
    *MESSAGES,
    *OF_WHOSE,
    *FRAGMENTS,
    *SHARES,
    *ROWS,
    *ENTRIES,
    *DOINGS,
    *LOOKALIKES,
    *NOTHING,
]
