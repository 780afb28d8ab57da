"""The shapes of dates: every wording by which a day or a period is found, as patterns with named parts."""

from __future__ import annotations

from extract.dates import events

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: i for i, name in enumerate(_DAYS.split())}
WEEKDAYS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "thur": 3, "fri": 4, "sat": 5, "sun": 6}
_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: i for i, word in enumerate(_COUNTED.split())} | {
    "a": 1,
    "an": 1,
    "couple of": 2,
    "few": 3,
    "several": 3,
    "dozen": 12,
    "twenty-four": 24,
    "twenty-seven": 27,
    "thirty": 30,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {"opening": 1, "last": -1, "final": -1, "closing": -1}
_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
DAYS_SPELLED = {word: i for i, word in enumerate([*_ONES[1:], *_TEENS.split()], 2)}
DAYS_SPELLED |= {f"twenty-{word}": i for i, word in enumerate(_ONES, 21)}
DAYS_SPELLED |= {"thirtieth": 30, "thirty-first": 31}
"""The days of a month but the first, in letters: "the thirty-first of December"."""
YEARS_SPELLED = {word: n for n, word in enumerate(_COUNTED.split()) if n}
YEARS_SPELLED |= {f"twenty-{word}": 20 + n for n, word in enumerate(_COUNTED.split()[:10]) if n}
"""The years of this century in letters, without the thousands: "two thousand eleven", "twenty twenty-five"."""
_LATE = "|".join(sorted((word for word, n in YEARS_SPELLED.items() if n >= 10), key=len, reverse=True))
_SPELLED_YEAR = (
    rf"(?i:two\s+thousand(?:\s+and)?[\s-]+(?:{'|'.join(sorted(YEARS_SPELLED, key=len, reverse=True))})"
    rf"|twenty[\s-](?:{_LATE}))"
)
_SPELLED = "|".join(sorted(DAYS_SPELLED, key=len, reverse=True))
RULES = (
    r"(?:law|rule|ruling|decision|order|ordinance|act|policy|directive|resolution|vote|opinion|decree|settlement"
    r"|agreement|injunction|memo|statute|amendment|change|switch|election|inauguration|ban|moratorium|measure)"
)
"""What changes how a jail answers, and may be named by its date: "the September 2011 ordinance"."""
HALVES = {"": 0.0, "half": 0.5, "½": 0.5}

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Jun\.|Jul\.|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY|\.)|FEB(?:RUARY|\.)|MARCH|APRIL|JUNE|JULY|AUG(?:UST|\.)|SEPT(?:EMBER|\.)|OCT(?:OBER|\.)|NOV"
    r"(?:EMBER|\.)"
    r"|DEC(?:EMBER|\.))"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_SUFFIX = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_YEAR_END = r"(?![\d%]|[,.]\d|-(?:bed|page|foot|member|mile|[a-z]))"
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tues?|Weds?|Thurs?|Thur?|Fri|Sat|Sun)\.(?=,?\s))"
)
COUNT = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty(?:-four"
    r"|-seven)?|thirty|several|few|couple\s+of)"
)
HALF = r"(?:(?:\s+and\s+a)?\s+half|½)?"
_UNIT = r"(?:day|week|month|quarter|year)"
_FISCAL = r"(?:fiscal(?:\s+years?)?|budget\s+year|FYs?\.?|F\.Y\.|Fiscal(?:\s+[Yy]ears?)?|FISCAL\s+YEAR)"
_OF_YEAR = (
    r"(?:the|its|their|our|this|last)\s+(?:(?:current|present|running|new|last|past|previous)\s+)?"
    r"(?:(?:fiscal|budget|calendar|federal(?:\s+(?:fiscal|budget))?)\s+)?year"
    rf"(?:\s+(?:that\s+|which\s+)?(?:just\s+(?:ended|closed)|(?:ended|ending|closed)\s+(?:on\s+|in\s+)?(?:last\s+)?{MONTH}"
    rf"(?:\s+{_DAY})?))?"
)
_NOT_OF = r"(?:before|prior|after)(?=[^\w\s]|\s+(?:and|but|in|at|it|they|there|ICE)\b|\s*$)"
"""A distance from what was spoken of, not from what follows ("two years before the law")."""

NUMBERED_LAW = (
    r"(?:(?:bill|order|act|law|measure|proposition|policy|directive|ordinance|resolution|file|question|chapter|[hsa]\.?[bf]\.?"
    r"|l\.?b\.?)\s+(?:no\.\s+)?\d[\d-]*|287\(g\))"
)
"""A law by its number, within a clause that names a date at its end: "since Executive Order 47 was signed in May"."""

SHAPES: list[tuple[str, str]] = [
    ("iso", rf"\b(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})\b"),
    ("numeric", r"\b(?P<m>0?[1-9]|1[0-2])/(?P<d>[12]\d|3[01]|0?[1-9])/(?P<y>(?:19|20)?\d\d)\b"),
    (
        "ended",
        rf"\b(?:the\s+|a\s+|in\s+a\s+)?(?P<what>(?:(?P<n>{COUNT})(?P<half>{HALF})[-\s]+(?P<unit>{_UNIT})s?(?:\s+"
        rf"(?:period|span|stretch|window))?)"
        rf"|(?:fiscal\s+|budget\s+|calendar\s+)?(?:year|quarter))\s+(?:that\s+|which\s+)?(?:ended|ending|ends|closed|closing)"
        rf"(?:\s+on|\s+in)?"
        rf"\s+(?:last\s+|this\s+past\s+)?(?P<m>{MONTH})(?:\s+(?P<d>{_DAY})(?!\d){_SUFFIX})?"
        rf"(?:,?\s+(?P<y>{_YEAR}){_YEAR_END})?",
    ),
    (
        "ended",
        rf"\b(?:the\s+)?(?P<what>(?P<n>{COUNT})(?P<half>{HALF})[-\s]+(?P<unit>week|month|quarter|year)s?)\s+(?:through|to)"
        rf"\s+(?P<m>{MONTH})(?:\s+(?P<d>{_DAY})(?!\d){_SUFFIX})?(?:,?\s+(?P<y>{_YEAR}){_YEAR_END})?",
    ),
    (
        "ended",
        r"\b(?:the\s+)?(?P<what>(?:fiscal\s+|budget\s+)year)\s+(?:(?:that\s+|which\s+)?(?:just\s+)?(?:ended|closed)"
        r"\s+(?P<rel>last|this|earlier\s+this)\s+(?P<u>week|month)|(?P<just>(?:that\s+)?just\s+(?:ended|closed)))\b",
    ),
    (
        "edge",
        rf"\b(?:the\s+)?(?P<edge>start|beginning|end|first|turn)\s+of\s+(?:(?P<of>the\s+(?:calendar\s+|current\s+)?year"
        rf"|(?:this|last|that)\s+year|(?:the|this|last)\s+(?:current\s+)?(?:fiscal\s+year|month))\b(?!\s+(?:(?:that|which)\s+)?(?:just\s+)?(?:ended|closed))"
        rf"|(?:calendar\s+)?(?P<y>{_YEAR}){_YEAR_END}|{_FISCAL}\s?(?P<fy>\d{{4}}|\d\d)\b)",
    ),
    ("edge", rf"\b(?P<edge>mid-?year)\s+(?:of\s+)?(?P<y>{_YEAR}){_YEAR_END}"),
    (
        "first",
        rf"\b(?:(?:the|its|their|his|her)\s+)?(?P<ord>first|opening|last|final|closing|next)\s+(?P<n>{COUNT})(?P<half>{HALF})[\s-]+"
        rf"(?P<unit>{_UNIT})s?\s+"
        rf"(?:of|in)\s+(?P<of>(?:the\s+)?{_FISCAL}\s?(?:{_YEAR}[-–/](?=\d\d))?(?P<fy>\d{{4}}|\d\d)\b|(?:calendar\s+)?(?:year\s+)?"
        rf"(?P<y>{_YEAR}){_YEAR_END}"
        rf"|this\s+year|last\s+year|that\s+year|{_OF_YEAR}|the\s+previous\s+year)",
    ),
    (
        "first",
        rf"\b(?:the\s+)?(?P<ord>first|opening|last|final|closing)\s+(?P<n>{COUNT})(?P<half>{HALF})[\s-]+(?P<unit>day|week)s?\s+(?:of|in)\s+"
        rf"(?P<m>{MONTH})(?!\w|\s+\d{{1,2}}\b)(?:,?\s+(?:of\s+)?(?P<y>{_YEAR}){_YEAR_END})?",
    ),
    (
        "first",
        rf"\b(?:the\s+)?(?:very\s+)?(?P<ord>first|opening|last|final|closing)\s+(?:full\s+)?(?P<unit>month|week)\s+(?:of|in)\s+(?:(?:calendar\s+)?"
        rf"(?P<y>{_YEAR}){_YEAR_END}|(?P<of>this\s+year|last\s+year|that\s+year|the\s+(?:fiscal\s+|calendar\s+|new\s+)?year"
        rf"|the\s+previous\s+year|(?:the\s+)?{_FISCAL}\s?(?P<fy>\d{{4}}|\d\d)\b))",
    ),
    (
        "first",
        rf"\b(?:(?P<of>[Tt]he\s+(?:fiscal\s+)?year|[Tt]his\s+year|[Ll]ast\s+year)|(?P<y>{_YEAR}))[’']s\s+"
        rf"(?P<ord>first|opening|last|final|closing)\s+(?P<n>{COUNT})(?P<half>{HALF})[\s-]+(?P<unit>{_UNIT})s?\b",
    ),
    (
        "part",
        rf"\b(?:(?P<of>[Tt]he\s+(?:fiscal\s+)?year|[Tt]his\s+year|[Ll]ast\s+year)|(?P<y>{_YEAR}))[’']s\s+"
        r"(?P<ord>first|opening|second|third|fourth|last|final|closing)[\s-]+(?P<unit>quarter|half|third)\b",
    ),
    (
        "part",
        rf"\b(?:the\s+)?(?P<ord>first|opening|second|third|fourth|last|final|closing|1st|2nd|3rd|4th)[\s-]+(?P<unit>quarter|half|third)"
        r"(?:\s+(?:report|figures|numbers|data|totals?|dashboard|filing|update)(?=\s+(?:of|for)\s+(?:20|this|last|fiscal|the\s+year)))?"
        rf"(?:\s+(?:(?:of|for)\s+)?(?P<of>(?:the\s+)?{_FISCAL}\s?(?:{_YEAR}[-–/](?=\d\d))?(?P<fy>\d{{4}}|\d\d)\b|(?:calendar\s+)?(?:year\s+)?"
        rf"(?P<y>{_YEAR}){_YEAR_END}"
        rf"|this\s+year|last\s+year|that\s+year|{_OF_YEAR}|the\s+previous\s+year|(?:the\s+current|this)\s+one\b))?",
    ),
    ("q", rf"\bQ(?P<n>[1-4])\s+(?:of\s+)?(?:(?P<y>{_YEAR}){_YEAR_END}|FY\s?(?P<fy>\d{{2,4}})\b)"),
    (
        "week_of",
        rf"\b(?:the\s+)?(?:(?P<ord>first|opening|second|third|fourth|last|final|closing)\s+)?(?P<edge>week|weekend)(?:\s+covered)?,?\s+(?:of"
        rf"|(?:that|which)\s+ended|ending)\s+"
        rf"(?:(?P<m>{MONTH})(?:\s+(?P<d>{_DAY}){_SUFFIX})?(?:,?\s+(?P<y>{_YEAR}){_YEAR_END})?|(?P<month>the\s+month"
        rf"|this\s+month|last\s+month))",
    ),
    (
        "mdy",
        rf"(?:\b(?P<wd>{_WEEKDAY}),?\s+)?\b(?:(?P<rel>last|this\s+past|this\s+coming|next)\s+)?"
        rf"(?P<m>{MONTH})\s+(?P<d>{_DAY}){_SUFFIX}(?![\d:])(?:,?\s+(?:of\s+)?"
        rf"(?:(?P<y>{_YEAR}){_YEAR_END}|(?P<ry>last|this|next|that|the\s+same)\s+year\b))?",
    ),
    (
        "days",
        rf"\b(?P<m>{MONTH})\s+(?P<d>{_DAY}){_SUFFIX}(?:\s*[-–—]\s*|\s+(?:to|through|until|(?P<and>and))\s+)(?P<d2>{_DAY}){_SUFFIX}"
        rf"(?![\d:,]\d|\d|\s+(?:of\s+)?{MONTH}|\s+(?:a\.m\.|p\.m\.|percent))(?:,?\s+(?:of\s+)?(?P<y>{_YEAR}){_YEAR_END})?",
    ),
    ("dmy", rf"\b(?P<d>{_DAY}){_SUFFIX}\s+(?:of\s+)?(?P<m>{MONTH}),?\s+(?P<y>{_YEAR}){_YEAR_END}"),
    (
        "month_edge",
        rf"\b(?:the\s+)?(?P<edge>first|last|final)(?:\s+day)?\s+of\s+(?:(?P<rel>last|this|next)\s+)?(?P<m>{MONTH})(?!\w|\s+\d{{1,2}}\b)"
        rf"(?:,?\s+(?:of\s+)?(?P<y>{_YEAR}){_YEAR_END})?",
    ),
    (
        "mdy",
        rf"\b(?:the\s+)?(?P<nth>(?i:{_SPELLED}))\s+(?:day\s+)?of\s+(?P<m>{MONTH})(?!\w|\s+\d{{1,2}}\b)"
        rf"(?:,?\s+(?:of\s+)?(?P<y>{_YEAR}){_YEAR_END})?",
    ),
    (
        "mdy",
        rf"\b(?P<m>{MONTH})\s+(?:the\s+)?(?P<nth>(?i:first|{_SPELLED}))(?=[,.;:”\"]|\s+(?:of|to|through|until|and|when|the|we|it|they|he|she|I|ICE|our)\b"
        rf"|\s+{_YEAR}|\s*$)(?:,?\s+(?:of\s+)?(?:(?P<y>{_YEAR}){_YEAR_END}|(?P<ry>last|this|next|that|the\s+same)\s+year\b))?",
    ),
    (
        "month",
        rf"\b(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he\s+)?(?:start|beginning|middle|end)\s+of)[\s-]+)?"
        rf"(?:(?P<rel>last|this|next|that|this\s+past)\s+)?(?P<m>{MONTH})(?!\w)(?:,?\s+(?:of\s+)?(?:"
        rf"(?P<y>{_YEAR}){_YEAR_END}|of\s+['’](?P<yy>[012]\d)\b|(?P<ry>last|this|next|that|the\s+same)\s+year))?",
    ),
    (
        "fiscal",
        rf"\b(?:(?:the\s+)?(?P<y3>{_YEAR})(?:[-–/](?P<y4>\d{{4}}|\d\d))?\s+(?:fiscal|budget)\s+year"
        rf"|{_FISCAL}[\s-]?['’]?(?P<y>\d{{4}}|\d\d)\b(?:(?:[-–/]"
        rf"|\s+to\s+)(?P<y2>\d{{4}}|\d\d)\b)?"
        rf"|(?P<rel>(?i:(?:the\s+|its\s+|their\s+)?(?:current|new|last|previous|prior|past|this|next|most\s+recent|coming"
        rf"|same)))\s+(?:(?:federal|state|county|city|local)\s+)?(?:fiscal|budget)\s+year"
        rf"|(?:the\s+)?(?P<past>past|last|previous)\s+(?P<n>{COUNT})\s+(?:(?:federal|full|state|county|city)\s+)?(?:fiscal|budget)"
        rf"\s+years\b|(?P<the>(?:the|(?:(?<=in\s)|(?<=for\s)|(?<=over\s)|(?<=during\s))our)\s+"
        rf"(?:(?:federal|state|county|city)\s+)?fiscal\s+year))",
    ),
    (
        "ytd",
        r"\b(?:(?:[Ss]o|[Tt]hus)\s+far\s+(?:this|in\s+the)\s+(?:calendar\s+)?year|this\s+(?:calendar\s+)?year\s+(?:so|thus)\s+far|"
        r"(?P<all>[Aa]ll\s+year(?:\s+long)?(?!-|\s+(?:round|in|of)\b))|(?:the\s+)?[Yy]ear[\s-]to[\s-]date|YTD|(?<=[Ss]ince\s)the\s+[Nn]ew\s+[Yy]ear(?![’'\w]))\b",
    ),
    (
        "last_time",
        rf"\b(?:at|by)\s+(?:this|the\s+same)\s+(?:point|time|date|stage)\s+(?:last\s+year|a\s+year\s+(?:ago|earlier)"
        rf"|in\s+(?P<y>{_YEAR}){_YEAR_END})",
    ),
    (
        "season",
        rf"\b(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he|[Tt]his\s+past|[Ee]arly|[Ll]ate|[Mm]id)\s+(?P<s>spring|summer|fall"
        rf"|autumn|winter)(?:\s+of)?(?:,?\s+(?P<y>{_YEAR}){_YEAR_END}|"
        rf"(?P<plain>(?!\s+(?:of|in|from|down|apart|short|behind|into|back|guard|camp|semester|under|on)\b)))",
    ),
    ("season", rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)\s+(?:of\s+)?(?P<y>{_YEAR}){_YEAR_END}"),
    (
        "followed",
        rf"\b(?:[Tt]he\s+)?(?:(?P<n>{COUNT})\s+)(?P<unit>{_UNIT})s?\s+(?:that\s+followed|that\s+(?P<open>ha(?:ve|s|d))\s+followed|afterward|after\s+that"
        rf"|since\s+then)\b",
    ),
    ("followed", r"\b[Tt]he\s+(?P<unit>week|month|quarter|year)\s+that\s+followed(?=\s*[,.;]|\s+(?:it|they|ICE)\b)"),
    (
        "followed",
        rf"\b[Tt]he\s+(?:next|following)\s+(?P<n>{COUNT})\s+(?P<unit>{_UNIT})s?\b",
    ),
    (
        "trailing",
        rf"\b(?:the\s+)?(?:past|last|previous|prior|preceding)\s+(?:(?P<n>{COUNT}|\d)(?P<half>{HALF})[\s-]+"
        rf"(?P<units>{_UNIT})s?|(?P<unit>24\s+hours))\b(?!\s+(?:in\s+office|as\s+(?:sheriff|chief|jailer|warden)|on\s+the\s+job)\b)",
    ),
    (
        "trailing",
        r"(?<!\d{4},\s)\b[Tt]he\s+(?:past|last)\s+(?P<units>year|month|week)\b"
        r"(?!\s+(?:of|in\s+(?:which|office)|for\s+which|that|when|before|we|I|it|they|he|she)\b)",
    ),
    (
        "same",
        rf"\b(?:the\s+|that\s+|those\s+)same\s+(?:(?P<n>{COUNT})[\s-]+)?(?P<unit>spans?|stretch|part|periods?|time(?:\s+"
        rf"(?:period|frame|span))?|timeframe|window|interval"
        rf"|dates?|days?|weeks?|months?|quarters?|year|calendar\s+year|years)\b(?!\s+and\s+a\s+half)"
        rf"(?:(?:\s+(?:of|in|from|during))?\s+(?:(?P<y>{_YEAR}){_YEAR_END}|(?P<now>this\s+year)|(?P<back>last\s+year|(?:a|one)\s+year\s+(?:earlier|ago"
        rf"|before|prior|previously)|the\s+year\s+(?:before|earlier|prior)(?!\s+(?:last|the)\b)|the\s+(?:previous|prior|preceding)"
        rf"\s+(?:calendar\s+|fiscal\s+)?(?:year|spring|summer|fall|autumn|winter|season))))?",
    ),
    (
        "same",
        rf"\b(?:those|these)\s+(?:{COUNT}\s+)?(?P<unit>weeks|months|quarters)\s+(?:(?:of|in)\s+)?(?:(?P<y>{_YEAR}){_YEAR_END}"
        r"|(?P<now>this\s+year)|(?P<back>last\s+year|(?:a|one)\s+year\s+(?:earlier|ago|before)|the\s+(?:year\s+before(?!\s+last)"
        r"|(?:previous|prior)\s+year)))\b",
    ),
    (
        "same",
        r"\b(?:that|this)\s+(?P<unit>span|stretch|period|time\s+(?:period|frame|span)|timeframe"
        r"|12-month\s+period)\b",
    ),
    (
        "year_before",
        r"\b(?:[Tt]he\s+year\s+(?:before(?!\s+(?:the|its|his|her|their)\s|\s+(?:[A-Z]\S*\s+){1,6}(?:\d\S*\s+)?(?:took|became|went"
        r"|was|came|changed|ended|halted|began|started|stopped|passed|signed)\b)|prior|earlier)|(?:[Aa]|[Oo]ne)\s+year\s+(?:before|earlier|prior|previously)|(?:[Tt]he\s+)?(?:previous|prior"
        r"|preceding)\s+(?:calendar\s+)?year)\b",
    ),
    (
        "year_after",
        r"\b(?:[Tt]he\s+(?:following|next)\s+(?:calendar\s+|fiscal\s+)?year|[Tt]he\s+year\s+after(?:\s+that)?"
        r"|(?:[Aa]|[Oo]ne)\s+year\s+later)\b",
    ),
    (
        "apart",
        rf"(?<!\bthe\s)(?<!\bThe\s)\b(?P<n>(?i:{COUNT}))\s+(?:(?:fiscal|budget|calendar)\s+)?(?P<unit>year)s\s+(?P<way>earlier|later|after\s+that|{_NOT_OF})\b",
    ),
    ("apart", rf"\b(?:[Aa]|[Oo]ne|[Tt]he)\s+(?P<unit>month)\s+(?P<way>earlier|later|{_NOT_OF})\b"),
    ("apart", r"\b[Tt]he\s+(?P<way>following|next|previous|prior)\s+(?P<unit>month|week)\b"),
    ("before_last", r"\b[Tt]he\s+(?P<u>week|month|year)\s+before\s+last\b"),
    (
        "relative",
        r"\b(?=[EeLlMmTtNn])(?<!\bhis\s)(?<!\bher\s)(?<!\bmy\s)(?<![’']s\s)(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[\s-]+)?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his\s+past)\s+(?P<u>week"
        r"|month|quarter|year|calendar\s+year|weekend)\b",
    ),
    ("relative", r"\b(?<=[Oo]ver\s)(?P<rel>the)\s+(?P<u>weekend)\b(?!\s+(?:of|that|before|after|ending)\b)"),
    (
        "relative",
        r"\b(?=[Ff])(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\bmy\s)(?<!\btheir\s)(?<!\ba\s)(?<![’']s\s)"
        r"(?P<rel>[Ff]inal)\s+(?P<u>week|month|year)\b(?!\s+(?:of|in)\b)",
    ),
    ("ago", r"\b(?P<n>(?i:a|one))\s+(?P<unit>year)\s+ago\s+(?P<then>(?:this|last)\s+(?:month|week))\b"),
    ("ago", rf"\b(?:(?P<about>about|nearly|almost|roughly)\s+)?(?P<n>(?i:{COUNT}|a|an))\s+(?P<unit>{_UNIT})s?\s+ago\b"),
    (
        "calendar",
        r"\b(?P<u>[Tt]he\s+(?:whole|full|entire)\s+(?:calendar\s+)?year)(?=\s*[,.;:]|\s+(?:it|they|ICE|there|the)\b)",
    ),
    (
        "calendar",
        r"\b(?P<u>[Tt]hat\s+year)(?=\s+(?:the|its|his|her|it|they|she|he)\s+\w)",
    ),
    (
        "calendar",
        r"\b(?P<u>[Tt]he\s+(?:(?:calendar|whole|full|entire)\s+)?year|[Tt]hat\s+(?:calendar\s+)?year|[Tt]he\s+month"
        r"|[Tt]hat\s+month)\b(?!-|\s+(?:of|in\s+which|she|he|it|they|the|his|her|before|after|when|(?:that|which)\s+(?:began|started)|beginning|starting)\b"
        r"|\s+(?!ICE\b)(?:[A-Z][\w.’']*\s+){1,4}(?:was|took|became|won|got|opened|passed|signed|adopted|began)\b)",
    ),
    (
        "holiday",
        r"\b(?P<h>New\s+Year[’']s(?:\s+(?:Day|Eve))?|Christmas(?:\s+(?:Day|Eve))?|Fourth\s+of\s+July|July\s+Fourth"
        r"|July\s+4th|Independence\s+Day"
        r"|Labor\s+Day|Memorial\s+Day|Thanksgiving(?:\s+Day)?|Easter(?:\s+Sunday)?|Election\s+Day|Inauguration\s+Day|Veterans\s+Day"
        r"|Juneteenth|Halloween|Presidents[’']?\s+Day)\b"
        rf"(?:(?:\s+weekend)?(?:\s+of|\s+in)?\s+(?P<y>{_YEAR}){_YEAR_END})?",
    ),
    ("event", events.PATTERN),
    ("term_first", events.first_of_term(COUNT, _UNIT)),
    ("term", events.TERM),
    (
        "weekday",
        rf"\b[Tt]he\s+(?P<wd>{_WEEKDAY})\s+(?P<before>before|prior|earlier)(?=\s*[,.;]|\s+(?:the|its|that)\s+[a-z]+\s*[,.;])",
    ),
    (
        "weekday",
        rf"\b(?:(?P<rel>(?i:last|next|this)(?:\s+past|\s+coming)?|on\s+the\s+previous)\s+)?(?P<wd>{_WEEKDAY})"
        rf"(?=\W|$)(?:\s+of\s+(?P<w>last|this|next)\s+week)?",
    ),
    (
        "today",
        r"\b(?P<t>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast\s+[Nn]ight|[Tt]his\s+(?:morning|afternoon|evening))\b",
    ),
    ("years", rf"(?<![\w$#§€£./:+-])(?P<y>{_YEAR})[–-](?P<y2>{_YEAR}|\d\d)(?![\w%]|-\w)"),
    (
        "year",
        rf"(?<![\w$#§€£./:+])(?<!\d[,–-])(?<!\w-)(?:calendar[^\S\n]+(?:year[^\S\n]+)?|(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-]+)?(?P<y>{_YEAR})"
        rf"{_YEAR_END}(?![/:]\d|\w)",
    ),
    (
        "spelled_year",
        rf"\b(?P<y>{_SPELLED_YEAR})(?=[.;:)”\"]|\s*$|,(?!\s+(?:and|or)\b)"
        r"|\s+(?:was|is|brought|saw|had|it|the|we|they|there|through|to|and|until|alone)\b)",
    ),
    ("short_year", r"(?<=[\s(–-])['’](?P<y>[012]\d)\b(?!s)"),
]
