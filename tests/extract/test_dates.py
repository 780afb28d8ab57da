"""Dates: (text, publication date, expected "wording = normalized") pairs."""

from __future__ import annotations

from datetime import date

import pytest

from extract import dates
from extract.model import DateMention, Document

FRIDAY = date(2025, 8, 22)


def read(text: str, published: date | None = FRIDAY) -> list[DateMention]:
    return dates.find(text, Document(text, published=published))


def lines(found: list[DateMention]) -> list[str]:
    return [f"{d.text} = {d.normalized}" for d in found]


POINTS = [
    ("Commissioners meet Tuesday at 9 a.m.", ["Tuesday = 2025-08-26"]),
    ("The hearing picks up again on Monday.", ["Monday = 2025-08-25"]),
    ("Some residents intend to speak on Monday.", ["Monday = 2025-08-25"]),
    ("The council told the chief to come back on Dec. 9 with a list.", ["Dec. 9 = 2025-12-09"]),
    ("The agreement ends May 23.", ["May 23 = 2026-05-23"]),
    ("Starting in January, the jail will send a receipt.", ["Starting in January = 2026-01"]),
    ("Commissioners argued for hours last night.", ["last night = 2025-08-21"]),
    (
        "It got 118 in fiscal year 2025 (July 1, 2024 – June 30, 2025) and 52 in FY 2024.",
        [
            "fiscal year 2025 = 2024-07-01/2025-06-30",
            "July 1, 2024 – June 30, 2025 = 2024-07-01/2025-06-30",
            "FY 2024 = 2023-07-01/2024-06-30",
        ],
    ),
    ("It happened on Feb. 14, 2025, a Friday.", ["Feb. 14, 2025 = 2025-02-14", "Friday = 2025-08-22"]),
    ("On 2025-01-13 the list was filed.", ["2025-01-13 = 2025-01-13"]),
    ("On agenda: 2/14/2017", ["2/14/2017 = 2017-02-14"]),
    ("He wrote on 3 March 2025.", ["3 March 2025 = 2025-03-03"]),
    ("In January 2023 it asked for email.", ["January 2023 = 2023-01"]),
    ("In 2024 the jail got nine.", ["2024 = 2024"]),
    ("Calendar year 2024 brought nine.", ["2024 = 2024"]),
    ("They met Tuesday.", ["Tuesday = 2025-08-19"]),
    ("ICE asked the jails to hold 214 people in February.", ["February = 2025-02"]),
    ("The council plans to hold a hearing in February.", ["February = 2026-02"]),
    (
        "It had 318 as of Aug. 1, compared with 331 at the same time last year.",
        ["as of Aug. 1 = 2025-08-01", "at the same time last year = 2024-08-01"],
    ),
    (
        "It had 780 as of July 1 and 366 on the same date last year.",
        ["as of July 1 = 2025-07-01", "the same date last year = 2024-07-01"],
    ),
    (
        "From 212 on June 30, 2020, to 467 on the same day this year.",
        ["June 30, 2020 = 2020-06-30", "the same day this year = 2025-06-30"],
    ),
    ("By the Fourth of July it had nine.", ["By the Fourth of July = 2025-07-04"]),
    ("The parade passed on Easter.", ["Easter = 2025-04-20"]),
    ("A bill that would have let jails refuse died in committee in October.", ["October = 2024-10"]),
    (
        "ICE lodged 40 in the fiscal year that ended last month.",
        ["the fiscal year that ended last month = 2024-08-01/2025-07-31"],
    ),
    (
        "The city lodged 40 in the fiscal year that just ended.",
        ["the fiscal year that just ended = 2024-07-01/2025-06-30"],
    ),
    (
        "It made 70 arrests in the last quarter of the federal year.",
        ["the last quarter of the federal year = 2025-07-01/2025-09-30"],
    ),
    ("They met last Friday.", ["last Friday = 2025-08-15"]),
    ("They will meet Tuesday.", ["Tuesday = 2025-08-26"]),
    ("They will vote next Wednesday.", ["next Wednesday = 2025-08-27"]),
    ("He spoke yesterday.", ["yesterday = 2025-08-21"]),
    ("On the first of March it held nine.", ["the first of March = 2025-03-01"]),
    ("On the thirty-first of July it held nine.", ["the thirty-first of July = 2025-07-31"]),
    ("By the last day of May it held nine.", ["By the last day of May = 2025-05-31"]),
    ("It began last Sept. 7.", ["last Sept. 7 = 2024-09-07"]),
    ("At the start of the month it had nine.", ["the start of the month = 2025-08-01"]),
    ("On Nov. 15 and 16 people were held.", ["Nov. 15 = 2024-11-15"]),
    ("February, 9. March, 18. April, 16.", ["February = 2025-02", "March = 2025-03", "April = 2025-04"]),
    ("By calendar year\n2018: nine", ["2018 = 2018"]),
    ("In 2016, the last year we held anyone, it was nine.", ["2016 = 2016"]),
    (
        "From April 1 to May 31 it got nine; in the same stretch of last year, two.",
        ["From April 1 to May 31 = 2025-04-01/2025-05-31", "the same stretch of last year = 2024-04-01/2024-05-31"],
    ),
    (
        "From October to January it got nine; in the same months of the previous winter, two.",
        [
            "From October to January = 2024-10-01/2025-01-31",
            "the same months of the previous winter = 2023-10-01/2024-01-31",
        ],
    ),
    (
        "The jail got nine during 2024, most in the first half of the year.",
        ["2024 = 2024", "the first half of the year = 2024-01-01/2024-06-30"],
    ),
    ("The agency announced today.", ["today = 2025-08-22"]),
    ("It began March 3.", ["March 3 = 2025-03-03"]),
    ("It ended Dec. 11.", ["Dec. 11 = 2024-12-11"]),
    ("The hearing is set for Oct. 9.", ["Oct. 9 = 2025-10-09"]),
    ("Trial will begin on Jan. 6.", ["Jan. 6 = 2026-01-06"]),
    ("In a letter dated Nov. 3, he agreed.", ["Nov. 3 = 2024-11-03"]),
    ("In May the count rose.", ["May = 2025-05"]),
    ("In November the count fell.", ["November = 2024-11"]),
    ("The report is due in November.", ["November = 2025-11"]),
    ("He retires June 30, the sheriff-elect said.", ["June 30 = 2026-06-30"]),
    ("The supervisors will hear from Arce on Oct. 21.", ["Oct. 21 = 2025-10-21"]),
    ("Last month it got nine.", ["Last month = 2025-07"]),
    ("Next month it moves.", ["Next month = 2025-09"]),
    ("Last year it got nine.", ["Last year = 2024"]),
    ("He is up for reelection next year.", ["next year = 2026"]),
    ("Earlier this week it said nine.", ["this week = 2025-08-18/2025-08-24"]),
    ("In late July it said nine.", ["late July = 2025-07-21/2025-07-31"]),
    ("Over the summer he was told.", ["the summer = 2025-06-01/2025-08-31"]),
    ("Last fall it sued.", ["Last fall = 2024-09-01/2024-11-30"]),
    ("In the spring of 2012 it began.", ["the spring of 2012 = 2012-03-01/2012-05-31"]),
    ("Two weeks ago it said nine.", ["Two weeks ago = 2025-08-08"]),
    ("On New Year’s Day it began.", ["New Year’s Day = 2025-01-01"]),
    ("After Labor Day the count rose.", ["Labor Day = 2024-09-02"]),
    ("Wednesday night, the post was deleted.", ["Wednesday = 2025-08-20"]),
    ("It got nine the year before last.", ["the year before last = 2023"]),
    ("The bureau got nine final year and refused them.", ["final year = 2024"]),
    ("In 2019 it got nine. The following year it got four.", ["2019 = 2019", "The following year = 2020"]),
    ("In 2019 it got nine. Two years earlier it got four.", ["2019 = 2019", "Two years earlier = 2017"]),
    ("In May it got nine. A month later it got four.", ["May = 2025-05", "A month later = 2025-06"]),
    ("January | 4\nMarch | 9", ["January = 2025-01", "March = 2025-03"]),
    ("Last Friday it got nine.", ["Last Friday = 2025-08-15"]),
    ("At the end of 2024 it held nine.", ["the end of 2024 = 2024-12-31"]),
    ("At the end of May it held nine.", ["the end of May = 2025-05-31"]),
    ("Since New Year’s it got nine.", ["Since New Year’s = 2025-01-01"]),
    ("On April 3 and May 9, 2023, the log was lost.", ["April 3 = 2023-04-03", "May 9, 2023 = 2023-05-09"]),
]

PERIODS = [
    (
        "from July first of 2023 to the end of last year",
        "from July first of 2023 to the end of last year = 2023-07-01/2024-12-31",
    ),
    (
        "between January first and June thirtieth of last year",
        "between January first and June thirtieth of last year = 2024-01-01/2024-06-30",
    ),
    ("In the first month of 2017 it got nine.", "the first month of 2017 = 2017-01-01/2017-01-31"),
    ("From Jan. 1 up to June 30 it got nine.", "From Jan. 1 up to June 30 = 2025-01-01/2025-06-30"),
    (
        "The jail got nine in the first ten months of the present fiscal year.",
        "the first ten months of the present fiscal year = 2025-07-01/2026-04-30",
    ),
    ("from Jan. 20 through Aug. 15", "from Jan. 20 through Aug. 15 = 2025-01-20/2025-08-15"),
    (
        "Between July 1, 2018, and June 30, 2019, it got nine.",
        "Between July 1, 2018, and June 30, 2019 = 2018-07-01/2019-06-30",
    ),
    ("from Jan. 28 to Feb. 3, 2017", "from Jan. 28 to Feb. 3, 2017 = 2017-01-28/2017-02-03"),
    ("from Oct. 1 to Feb. 3", "from Oct. 1 to Feb. 3 = 2024-10-01/2025-02-03"),
    (
        "From the start of the fiscal year through March 31, ICE sent nine.",
        "From the start of the fiscal year through March 31 = 2024-10-01/2025-03-31",
    ),
    ("between Labor Day and New Year’s Eve", "between Labor Day and New Year’s Eve = 2024-09-02/2024-12-31"),
    (
        "In the week that began Aug. 4, 2025, it got nine.",
        "the week that began Aug. 4, 2025 = 2025-08-04/2025-08-10",
    ),
    ("In the year beginning July 1, 2023, it got nine.", "the year beginning July 1, 2023 = 2023-07-01/2024-06-30"),
    (
        "The jail got nine in the first nine months of the fiscal year that just ended.",
        "the first nine months of the fiscal year that just ended = 2024-07-01/2025-03-31",
    ),
    (
        "It got nine in the last three months of the fiscal year that ended June 30.",
        "the last three months of the fiscal year that ended June 30 = 2025-04-01/2025-06-30",
    ),
    (
        "from March 15, 2019, to the end of that year",
        "from March 15, 2019, to the end of that year = 2019-03-15/2019-12-31",
    ),
    ("from 2015 through mid-2017", "from 2015 through mid-2017 = 2015-01-01/2017-06-30"),
    ("from 2018 to 2022", "from 2018 to 2022 = 2018-01-01/2022-12-31"),
    ("between 2018 and 2022", "between 2018 and 2022 = 2018-01-01/2022-12-31"),
    ("the 2018-2022 term", "2018-2022 = 2018-01-01/2022-12-31"),
    ("from March 2021 through December 2023", "from March 2021 through December 2023 = 2021-03-01/2023-12-31"),
    ("from January through March", "from January through March = 2025-01-01/2025-03-31"),
    ("from January 1st through the end of July", "from January 1st through the end of July = 2025-01-01/2025-07-31"),
    ("in April and May of 2023", "April and May of 2023 = 2023-04-01/2023-05-31"),
    ("in June, July and August", "June, July and August = 2025-06-01/2025-08-31"),
    ("the first six months of 2025", "the first six months of 2025 = 2025-01-01/2025-06-30"),
    ("the first half of the year", "the first half of the year = 2025-01-01/2025-06-30"),
    ("the second half of 2024", "the second half of 2024 = 2024-07-01/2024-12-31"),
    ("in the first quarter", "the first quarter = 2025-01-01/2025-03-31"),
    ("in the third quarter of 2024", "the third quarter of 2024 = 2024-07-01/2024-09-30"),
    ("in Q2 2025", "Q2 2025 = 2025-04-01/2025-06-30"),
    ("the last three months of 2024", "the last three months of 2024 = 2024-10-01/2024-12-31"),
    ("the 12 months that ended June 30, 2024", "the 12 months that ended June 30, 2024 = 2023-07-01/2024-06-30"),
    ("the 27 months that ended Dec. 31, 2017", "the 27 months that ended Dec. 31, 2017 = 2015-10-01/2017-12-31"),
    ("a 27-month period ending Dec. 31, 2017", "a 27-month period ending Dec. 31, 2017 = 2015-10-01/2017-12-31"),
    ("the year that ended June 30", "the year that ended June 30 = 2024-07-01/2025-06-30"),
    ("the fiscal year ending Sept. 30, 2024", "the fiscal year ending Sept. 30, 2024 = 2023-10-01/2024-09-30"),
    (
        "the past nine months, through November 2017",
        "the past nine months, through November 2017 = 2017-03-01/2017-11-30",
    ),
    ("over the past two years", "the past two years = 2023-08-22/2025-08-22"),
    ("over the past 2½ years", "the past 2½ years = 2023-02-22/2025-08-22"),
    ("from November 2023 to date", "from November 2023 to date = 2023-11-01"),
    ("from Oct. 1, 2024, to the present", "from Oct. 1, 2024, to the present = 2024-10-01"),
    ("officers arrested 12 men June 3-7", "June 3-7 = 2025-06-03/2025-06-07"),
    ("from May 5 to 9, 2024, it got nine", "from May 5 to 9, 2024 = 2024-05-05/2024-05-09"),
    ("the January-March quarter", "January-March = 2025-01-01/2025-03-31"),
    ("in the year’s first five months", "the year’s first five months = 2025-01-01/2025-05-31"),
    (
        "In the six months after the law took effect on July 1, 2024, it got nine",
        "the six months after the law took effect on July 1, 2024 = 2024-07-01/2024-12-31",
    ),
    ("in the three months before July 1, 2024", "the three months before July 1, 2024 = 2024-04-01/2024-06-30"),
    (
        "between the start of the year and Memorial Day",
        "between the start of the year and Memorial Day = 2025-01-01/2025-05-26",
    ),
    ("in the past year", "the past year = 2024-08-22/2025-08-22"),
    ("in the 18 months ending in December 2024", "the 18 months ending in December 2024 = 2023-07-01/2024-12-31"),
    ("in the 12 months through March", "the 12 months through March = 2024-04-01/2025-03-31"),
    ("in the fourth quarter it got nine", "the fourth quarter = 2024-10-01/2024-12-31"),
    ("in Trump’s first 100 days", "Trump’s first 100 days = 2025-01-20/2025-04-29"),
    ("during the Biden administration", "the Biden administration = 2021-01-20/2025-01-19"),
    ("during the Obama years", "the Obama years = 2009-01-20/2017-01-19"),
    ("nine at this point last year", "at this point last year = 2024-01-01/2024-08-22"),
    ("in the 2024-25 fiscal year the city got nine", "the 2024-25 fiscal year = 2024-07-01/2025-06-30"),
    ("the week of March 3", "the week of March 3 = 2025-03-03/2025-03-09"),
    ("the first week of March", "the first week of March = 2025-03-01/2025-03-07"),
    ("ICE issued nine in fiscal year 2024", "fiscal year 2024 = 2023-10-01/2024-09-30"),
    ("ICE issued nine in FY23", "FY23 = 2022-10-01/2023-09-30"),
    ("the city got nine in fiscal 2024", "fiscal 2024 = 2023-07-01/2024-06-30"),
    ("ICE counts from FY 2012 to FY 2017", "from FY 2012 to FY 2017 = 2011-10-01/2017-09-30"),
    ("ICE issued nine last fiscal year", "last fiscal year = 2023-10-01/2024-09-30"),
    ("so far this year it got nine", "so far this year = 2025-01-01"),
    ("year to date it got nine", "year to date = 2025-01-01"),
    ("in the 12 months through last June", "the 12 months through last June = 2024-07-01/2025-06-30"),
    ("in the 18 months up to June 30", "the 18 months up to June 30 = 2024-01-01/2025-06-30"),
    ("in the 12 months through the end of March", "the 12 months through the end of March = 2024-04-01/2025-03-31"),
    (
        "Over a 50-month stretch that began in October 2007 it got nine",
        "a 50-month stretch that began in October 2007 = 2007-10-01/2011-11-30",
    ),
    ("in the 10 weeks beginning Jan. 20", "the 10 weeks beginning Jan. 20 = 2025-01-20/2025-03-30"),
    ("in the six months that started on Sept. 1", "the six months that started on Sept. 1 = 2024-09-01/2025-02-28"),
    (
        "a five-day sweep of Tarn County that ended Friday",
        "a five-day sweep of Tarn County that ended Friday = 2025-08-18/2025-08-22",
    ),
    (
        "In the two years after the county began to honor them again, in February 2017, it got nine",
        "the two years after the county began to honor them again, in February 2017 = 2017-02-01/2019-01-31",
    ),
    (
        "in the fiscal year through June 2024 the city got nine",
        "the fiscal year through June 2024 = 2023-07-01/2024-06-30",
    ),
    ("in the four quarters that ended March 31", "the four quarters that ended March 31 = 2024-04-01/2025-03-31"),
    ("on Nov. 15 and 16, agents came", "Nov. 15 and 16 = 2024-11-15/2024-11-16"),
    ("the week of March 3 to March 10", "the week of March 3 to March 10 = 2025-03-03/2025-03-10"),
]

OPEN = [
    ("since Jan. 20", "since Jan. 20", "2025-01-20", None, "since"),
    ("since Oct. 1", "since Oct. 1", "2024-10-01", None, "since"),
    ("since at least 2019", "since at least 2019", "2019-01-01", None, "since"),
    ("since October 2023", "since October 2023", "2023-10-01", None, "since"),
    ("since 2017", "since 2017", "2017-01-01", None, "since"),
    ("since the inauguration", "since the inauguration", "2025-01-20", None, "since"),
    ("thus far in 2025", "thus far in 2025", "2025-01-01", None, "since"),
    ("since the new year", "since the new year", "2025-01-01", None, "since"),
    (
        "since the day it took effect, July 1, 2021, it got nine",
        "since the day it took effect, July 1, 2021",
        "2021-07-01",
        None,
        "since",
    ),
    (
        "since the fiscal year began last October",
        "since the fiscal year began last October",
        "2024-10-01",
        None,
        "since",
    ),
    (
        "since signing its 287(g) agreement in March",
        "since signing its 287(g) agreement in March",
        "2025-03-01",
        None,
        "since",
    ),
    ("since an operation began on June 8", "since an operation began on June 8", "2025-06-08", None, "since"),
    (
        "since a new state law kicked in on July 1",
        "since a new state law kicked in on July 1",
        "2025-07-01",
        None,
        "since",
    ),
    (
        "since the board rewrote its rules last August",
        "since the board rewrote its rules last August",
        "2024-08-01",
        None,
        "since",
    ),
    ("since President Trump was sworn in", "since President Trump was sworn in", "2025-01-20", None, "since"),
    (
        "since Donald J. Trump’s second term began",
        "since Donald J. Trump’s second term began",
        "2025-01-20",
        None,
        "since",
    ),
    ("Since President Joe Biden took office", "Since President Joe Biden took office", "2021-01-20", None, "since"),
    ("beginning in June 2019", "beginning in June 2019", "2019-06-01", None, "since"),
    ("dating back to 2019", "dating back to 2019", "2019-01-01", None, "since"),
    ("from June 2019 on", "from June 2019 on", "2019-06-01", None, "since"),
    ("in the 11 years since 2014", "the 11 years since 2014", "2014-01-01", None, "since"),
    ("since the start of Trump’s second term", "since the start of Trump’s second term", "2025-01-20", None, "since"),
    ("so far this year", "so far this year", "2025-01-01", None, "since"),
    ("this year", "this year", "2025-01-01", None, "point"),
    ("by Feb. 2", "by Feb. 2", None, "2025-02-02", "through"),
    ("through July", "through July", None, "2025-07-31", "through"),
    ("in 2025 through July 31", "through July 31", "2025-01-01", "2025-07-31", "range"),
    ("as of Monday", "as of Monday", "2025-08-18", "2025-08-18", "point"),
]

POINTING_BACK = [
    (
        "From Jan. 20 through Aug. 15 it lodged 40. Over the same period it arrested nine.",
        "the same period",
        "2025-01-20/2025-08-15",
    ),
    ("Since Oct. 1 it lodged 40. His office got nine over the same span.", "the same span", "2024-10-01"),
    ("In 2024 it got nine. ICE counts 40 over the same 12 months.", "the same 12 months", "2024"),
    (
        "Between Jan. 20 and July 15, 2025, it was 40. During the same stretch of 2024, it was 30.",
        "the same stretch of 2024",
        "2024-01-20/2024-07-15",
    ),
    ("It got 63 in 2024, triple the year before.", "the year before", "2023"),
    ("The binder goes back to 2021. That year it got 12.", "That year", "2021"),
    (
        "In fiscal year 2024, which ran from July 1, 2023, to June 30, 2024, it got 20, against 12 the year before.",
        "the year before",
        "2022-07-01/2023-06-30",
    ),
    ("It got nine in 2023. ICE says 40 went there over the year.", "the year", "2023"),
    (
        "In 2014 it quit. In the two years that followed it took in 61.",
        "the two years that followed",
        "2015-01-01/2016-12-31",
    ),
    (
        "The raid was on March 3, 2025. In the ten days that followed the jail got nine.",
        "the ten days that followed",
        "2025-03-03/2025-03-12",
    ),
    (
        "It drew 200 names at random from 2023. That year the jail got 702 in all.",
        "That year",
        "2023",
    ),
    ("In fiscal 2024 it got 40, up from 12 in 2020.", "2020", "2019-10-01/2020-09-30"),
    ("The audit looked at fiscal years 2017 through 2019.", "fiscal years 2017 through 2019", "2016-10-01/2019-09-30"),
    ("It changed course in the fall of 2021. That year it honored 88.", "That year", "2021"),
    (
        "It held nine from Jan. 20 to Oct. 15, 2023, and two over those months in 2022.",
        "those months in 2022",
        "2022-01-20/2022-10-15",
    ),
    ("It got nine from January to the middle of May.", "from January to the middle of May", "2025-01-01/2025-05-15"),
    (
        "In March 2024 she changed the rule. In the 12 months that followed it let nine go.",
        "the 12 months that followed",
        "2024-03-01/2025-02-28",
    ),
    ("It got 30 in fiscal 2019 and 71 two fiscal years later.", "two fiscal years later", "2020-10-01/2021-09-30"),
    (
        "In the first five months of 2025 it got 40, and 22 in the same part of 2024.",
        "the same part of 2024",
        "2024-01-01/2024-05-31",
    ),
    (
        "In July it got nine, four of them in the last week of the month.",
        "the last week of the month",
        "2025-07-25/2025-07-31",
    ),
]

POINTING_BACK += [
    ("From Jan. 1 until April it honored 58.", "From Jan. 1 until April", "2025-01-01/2025-04-30"),
    (
        "It got 30 between Labor Day of 2023 and Christmas 2024.",
        "between Labor Day of 2023 and Christmas 2024",
        "2023-09-04/2024-12-25",
    ),
    ("It got 14 on Monday and 34 on the Monday before.", "the Monday before", "2025-08-11"),
    ("It got 19 in the closing quarter of 2024.", "the closing quarter of 2024", "2024-10-01/2024-12-31"),
    (
        "It lodged 1,102 in the final year of the Biden administration.",
        "the final year of the Biden administration",
        "2024-01-20/2025-01-19",
    ),
    ("It let two go a year ago this month.", "a year ago this month", "2024-08"),
    (
        "It got 52 from the week of June 9 to the week of Aug. 4.",
        "from the week of June 9 to the week of Aug. 4",
        "2025-06-09/2025-08-10",
    ),
]

NO_DATES = [
    "In the year before the ordinance, agents took 140.",
    "Denials fell to 2,008 from 10,701.",
    "Eleven sheriffs have signed 287(g) agreements under 8 U.S.C. § 1357(g) and 42 U.S.C. § 1983.",
    "The bail was $2025 and the budget $2024.5 million.",
    "More than 2000 people packed the hall.",
    "They may march on City Hall; an august body will rule.",
    "House Bill 2020 and Form I-2024 are not dates; 20A is not either.",
    "The 48-hour hold is a 12-month-old habit.",
    "“Will you fall in spring?” is no season here.",
]


@pytest.mark.parametrize(("text", "expected"), POINTS)
def test_points(text: str, expected: list[str]) -> None:
    assert lines(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_periods(text: str, expected: str) -> None:
    assert lines(read(text)) == [expected]


@pytest.mark.parametrize(("text", "wording", "start", "end", "kind"), OPEN)
def test_open_ends_stay_open(text: str, wording: str, start: str | None, end: str | None, kind: str) -> None:
    found = read(text)[-1]
    assert (found.text, found.period_start, found.period_end, found.kind) == (wording, start, end, kind)


@pytest.mark.parametrize(("text", "wording", "normalized"), POINTING_BACK)
def test_pointing_back(text: str, wording: str, normalized: str) -> None:
    assert [d.normalized for d in read(text) if d.text == wording] == [normalized]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert lines(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "It got nine last year.",
        "They met Tuesday.",
        "It began March 3.",
        "Since Oct. 1 it got nine.",
        "so far this year",
    ],
)
def test_relative_dates_stay_unresolved_without_a_publication_date(text: str) -> None:
    (found,) = read(text, published=None)
    assert (found.normalized, found.period_start, found.period_end) == (None, None, None)


def test_absolute_dates_need_no_publication_date() -> None:
    assert lines(read("On Feb. 3 and in all of 2024 it was so, 2024 being long.", published=None))[1:] == [
        "2024 = 2024",
        "2024 = 2024",
    ]


def test_the_text_may_name_its_own_publication_date() -> None:
    text = "A headline\n\nPublished Nov. 6, 2025\n\nLast month it got nine."
    assert lines(read(text, published=None)) == ["Nov. 6, 2025 = 2025-11-06", "Last month = 2025-10"]


def test_since_january_20_stays_that_of_2025_in_a_later_copy() -> None:
    assert read("Since Jan. 20 it refused 388.", date(2025, 12, 30))[0].period_start == "2025-01-20"


def test_rows_of_a_table_by_fiscal_year_are_fiscal_years() -> None:
    text = "Detainers by fiscal year\nYear Count\n2012 276,181\n2013 209,208\n"
    assert [d.normalized for d in read(text)] == ["2011-10-01/2012-09-30", "2012-10-01/2013-09-30"]


@pytest.mark.parametrize(
    "text",
    [
        "Feb. 30, 2025",
        "13/45/2025",
        "FY 0000",
        "the 99 months that ended Feb. 31, 2024",
        "2025-02-30",
        "the fifth quarter",
        "999 years earlier",
    ],
)
def test_impossible_dates_do_no_harm(text: str) -> None:
    assert all(d.period_start is None or d.period_start[:4] in ("2025", "2024") for d in read(text))


def test_offsets() -> None:
    text = "Since Jan. 20, and again as of Monday, it was so."
    assert [text[d.start : d.end] for d in read(text)] == [d.text for d in read(text)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The county ignored 300 of them, the agency said, in fiscal 2024.", "2023-10-01"),
        ("Police got 44 in fiscal 2024. That's July to June here. Then: FY 2023: 28 received.", "2022-07-01"),
        ("The budget year runs July through June. FY 2023: 28 handed to ICE.", "2022-07-01"),
        ("Summary, FY 2023-24: ten. Before, in 2022-23, there were nine.", "2022-07-01"),
        ("The county's fiscal 2024 (July 1 to June 30) brought 9. In federal fiscal year 2023: 12.", "2022-10-01"),
        ("ICE lodged nine in fiscal 2024. The share was lower in fiscal 2023.", "2022-10-01"),
    ],
)
def test_whose_fiscal_year_it_is(text: str, start: str) -> None:
    assert read(text)[-1].period_start == start


def test_who_keeps_federal_records_counts_by_federal_years() -> None:
    text = "Table 2. County jails, fiscal year 2018\nTulsa, OK: 946, 771"
    assert [d.period_start for d in dates.find(text, Document(text, outlet="TRAC"))] == ["2017-10-01"]


def test_a_season_that_is_just_over_is_this_one() -> None:
    assert read("Eight came this winter.", date(2026, 3, 17))[0].period_start == "2025-12-01"
    assert read("Council votes this fall.", date(2026, 2, 17))[0].period_start == "2026-09-01"
