"""Council records: the Legistar Web API (webapi.legistar.com) with the documents attached to matters and meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from scrapy import Request
from scrapy.http import Response

from spiders.answers import listed
from spiders.base import Found, SourceSpider

DEFAULT_DAYS = 60
"""A hearing order may be filed long before it is heard."""
PAGE = 100


class LegistarSpider(SourceSpider):
    """The matters introduced lately whose title holds a `match` word, with their attachments; and the agendas and
    minutes of the `bodies` named, where there are any."""

    api = "https://webapi.legistar.com/v1"

    @property
    def base(self) -> str:
        return f"{self.source.endpoint or self.api}/{self.source.client}"

    def find(self) -> Iterator[Request]:
        yield self._list("matters", "MatterIntroDate", self.parse_matters, 0)
        if self.source.bodies:
            yield self._list("events", "EventDate", self.parse_events, 0)

    def _list(self, what: str, field: str, parse: Any, skip: int) -> Request:
        since = date.today() - timedelta(days=self.source.days or DEFAULT_DAYS)
        asked = {
            "$filter": f"{field} ge datetime'{since.isoformat()}'", "$orderby": f"{field} desc",
            "$top": str(PAGE), "$skip": str(skip),
        }  # fmt: skip
        # Commas, quotes and dollars stand as they are in OData queries.
        url = f"{self.base}/{what}?{urlencode(asked, quote_via=quote, safe='$,:')}"
        return self.ask(url, parse, headers={"Accept": "application/json"}, skip=skip)

    def parse_matters(self, response: Response) -> Iterator[Found | Request]:
        matters = [matter for matter in listed(response) if isinstance(matter, dict) and matter.get("MatterId")]
        for matter in matters:
            title = " ".join(str(matter.get(key) or "") for key in ("MatterTitle", "MatterName", "MatterFile"))
            found = Found(self._public(matter), title, date=str(matter.get("MatterIntroDate") or "")[:10] or None)
            if self.matches(found, found.url):
                yield found
                yield self.ask(
                    f"{self.base}/matters/{matter['MatterId']}/attachments", self.parse_attachments,
                    headers={"Accept": "application/json"}, matter=title, date=found.date,
                )  # fmt: skip
            else:
                self.tally.found += 1
                self.tally.skipped += 1
        skip = response.meta["skip"] + PAGE
        if len(matters) == PAGE and skip < PAGE * (self.source.pages or 5):
            yield self._list("matters", "MatterIntroDate", self.parse_matters, skip)

    def parse_attachments(self, response: Response) -> Iterator[Found]:
        for attachment in listed(response):
            if isinstance(attachment, dict) and (url := attachment.get("MatterAttachmentHyperlink")):
                name = attachment.get("MatterAttachmentName") or ""
                yield Found(str(url), f"{response.meta['matter']} {name}", date=response.meta["date"])

    def parse_events(self, response: Response) -> Iterator[Found]:
        for event in listed(response):
            if not isinstance(event, dict) or event.get("EventBodyName") not in self.source.bodies:
                continue
            day = str(event.get("EventDate") or "")[:10] or None
            for key in ("EventAgendaFile", "EventMinutesFile"):
                if url := event.get(key):
                    yield Found(str(url), " ".join(self.source.match) or None, date=day)

    def _public(self, matter: dict[str, Any]) -> str:
        """The page of a matter for people; the API's own answer where another server stands in for it."""
        if self.source.endpoint:
            return f"{self.base}/matters/{matter['MatterId']}"
        return f"https://{self.source.client}.legistar.com/gateway.aspx?m=l&id=/matter.aspx?key={matter['MatterId']}"
