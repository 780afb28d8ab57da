"""WARC 1.1 files: every response as it came, with the request that asked for it.

One gzip member a record, request before response, files rolled by size. A record's place (file, offset, length) is what
the archive database keeps; the end of a file that no row points to (a crash between writing and committing) is cut off
when the file is next opened for writing, so file and database always agree.

Bodies are stored after content decoding, as Common Crawl does: the original coding stands in `X-Archive-Orig-
Content-Encoding`. So the digest of a capture is the digest of what the reader reads, however a server packs it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import BufferWARCWriter, WARCWriter

Headers = Sequence[tuple[str, str]]

MAX_SIZE = 512 * 1024 * 1024
"""A file is closed once it is longer than this many bytes."""

SERVER_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_HOP_BY_HOP = {"transfer-encoding", "content-length", "connection", "keep-alive"}


@dataclass(frozen=True)
class Exchange:
    """One request and its answer, ready to be written. `date` is UTC, `YYYY-MM-DDTHH:MM:SS[.ffffff]Z`."""

    url: str
    date: str
    status: int
    headers: Headers
    body: bytes
    request_headers: Headers = ()
    method: str = "GET"
    ip: str | None = None
    refers_to: tuple[str, str] | None = None
    """(URL, date) of the capture that holds this same body: a revisit record is written, without the body."""


@dataclass(frozen=True)
class Place:
    """Where a response record lies: file name within the WARC directory, byte offset, byte length."""

    warc: str
    offset: int
    length: int


def digest(body: bytes) -> str:
    """`sha256:` and the hexadecimal digest: readable by warcio, and by `sha256sum`."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


class WarcStore:
    """The WARC files of one directory: appends records, reads them back.

    `on_begin` is told the name of each new file before it exists, so that the archive knows every file of its own. A
    file that another process is writing to is left alone and a new one begun; so is one that the archive does not know.
    """

    def __init__(
        self,
        directory: Path,
        *,
        prefix: str = "detainer-watch",
        max_size: int = MAX_SIZE,
        on_begin: Callable[[str], None] | None = None,
    ) -> None:
        self.directory = directory
        self.on_begin = on_begin
        self.prefix = prefix
        self.max_size = max_size
        self._file: BinaryIO | None = None
        self._name = ""
        self._records = BufferWARCWriter(gzip=False, warc_version="1.1")

    def open(self, committed: Mapping[str, int]) -> None:
        """Makes the store ready for writing: continues the newest file where the archive left it, or begins one.

        `committed` maps the names of known files to the end of their last committed record, in bytes; what lies
        beyond it is cut off.
        """
        self.directory.mkdir(parents=True, exist_ok=True)
        names = sorted(path.name for path in self.directory.glob(f"{self.prefix}-*.warc.gz"))
        known = names and names[-1] in committed and committed[names[-1]] < self.max_size
        if not (known and self._continue(names[-1], committed[names[-1]])):
            self._begin()

    def append(self, exchanges: Sequence[Exchange]) -> list[Place]:
        """Writes request and response records and hands them to the disk; returns the places of the responses."""
        places = []
        for exchange in exchanges:
            if self._file is None or self._file.tell() >= self.max_size:
                self._begin()
            assert self._file is not None
            self._file.write(_member(self._request(exchange)))
            offset = self._file.tell()
            self._file.write(_member(self._response(exchange)))
            places.append(Place(self._name, offset, self._file.tell() - offset))
        if places:
            self._sync()
        return places

    def read(self, place: Place) -> ArcWarcRecord:
        """The record at a place, its body in memory; ValueError with the reason where it cannot be read."""
        path = self.directory / place.warc
        try:
            with path.open("rb") as file:
                file.seek(place.offset)
                data = file.read(place.length)
            return next(iter(ArchiveIterator(BytesIO(data))))
        except (OSError, StopIteration, ArchiveLoadFailed) as error:
            raise ValueError(f"{path}: no record at offset {place.offset} ({error or 'empty'})") from error

    def body(self, place: Place) -> bytes:
        """The archived body: empty for a revisit record."""
        return self.read(place).content_stream().read()

    def close(self) -> None:
        if self._file is not None:
            self._sync()
            self._file.close()
            self._file = None

    def _continue(self, name: str, end: int) -> bool:
        file = (self.directory / name).open("r+b")
        if not _lock(file):
            file.close()
            return False
        shorter = file.seek(0, os.SEEK_END) < end  # the disk lost what the database kept
        file.truncate(last_complete_record(file) if shorter else end)
        file.seek(0, os.SEEK_END)
        self._file, self._name = file, name
        if file.tell() == 0:
            self._write_info()
        return True

    def _begin(self) -> None:
        self.close()
        number = 1 + max((_number(path.name) for path in self.directory.glob(f"{self.prefix}-*.warc.gz")), default=0)
        while True:
            self._name = f"{self.prefix}-{number:06d}.warc.gz"
            if self.on_begin is not None:
                self.on_begin(self._name)
            try:
                file = (self.directory / self._name).open("xb")
            except FileExistsError:  # another process was quicker
                number += 1
                continue
            break
        _lock(file)
        self._file = file
        self._write_info()

    def _write_info(self) -> None:
        assert self._file is not None
        info = {
            "software": "Detainer Watch (warcio)",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
        }
        self._file.write(_member(self._records.create_warcinfo_record(self._name, info)))
        self._sync()

    def _sync(self) -> None:
        assert self._file is not None
        self._file.flush()
        os.fsync(self._file.fileno())

    def _request(self, exchange: Exchange) -> ArcWarcRecord:
        path = exchange.url.split("://", 1)[-1]
        target = "/" + path.split("/", 1)[1] if "/" in path else "/"
        line = f"{exchange.method} {target} HTTP/1.1"
        head = StatusAndHeaders(line, list(exchange.request_headers), is_http_request=True)
        return self._records.create_warc_record(
            exchange.url, "request", http_headers=head, warc_headers_dict={"WARC-Date": exchange.date}
        )

    def _response(self, exchange: Exchange) -> ArcWarcRecord:
        known = exchange.status in list(HTTPStatus)
        status = f"{exchange.status} {HTTPStatus(exchange.status).phrase if known else 'Unknown'}"
        head = StatusAndHeaders(status, stored_headers(exchange.headers), protocol="HTTP/1.1")
        about = {"WARC-Date": exchange.date}
        if exchange.ip:
            about["WARC-IP-Address"] = exchange.ip
        if exchange.refers_to is not None:
            url, date = exchange.refers_to
            record = self._records.create_revisit_record(
                exchange.url, digest(exchange.body), url, date, http_headers=head, warc_headers_dict=about
            )
            if exchange.status == 304:
                record.rec_headers.replace_header("WARC-Profile", SERVER_NOT_MODIFIED)
                record.rec_headers.remove_header("WARC-Payload-Digest")
            return record
        about["WARC-Payload-Digest"] = digest(exchange.body)
        return self._records.create_warc_record(
            exchange.url, "response", payload=BytesIO(exchange.body), length=len(exchange.body),
            http_headers=head, warc_headers_dict=about,
        )  # fmt: skip


def stored_headers(headers: Headers) -> list[tuple[str, str]]:
    """Headers as archived: those of the connection dropped, the content coding renamed since the body is decoded."""
    out = []
    for name, value in headers:
        low = name.lower()
        if low in _HOP_BY_HOP:
            continue
        if low == "content-encoding":
            name = "X-Archive-Orig-Content-Encoding"
        out.append((name, value.replace("\r", " ").replace("\n", " ")))
    return out


def records(path: Path, max_bytes: int | None = None) -> Iterator[tuple[ArcWarcRecord, bytes, Place]]:
    """Each record of a WARC file with its body (at most `max_bytes` and one byte of it) and its place.

    Ends quietly at an incomplete last record, as a crash or a cut download leaves one.
    """
    with path.open("rb") as file:
        iterator = ArchiveIterator(file)
        try:
            for record in iterator:
                body = record.content_stream().read(*(() if max_bytes is None else (max_bytes + 1,)))
                whole = not getattr(record.raw_stream, "limit", 0)
                if not whole and (max_bytes is None or len(body) <= max_bytes):
                    return  # the file ends within this record
                offset = iterator.get_record_offset()
                yield record, body, Place(path.name, offset, iterator.get_record_length())
        except (ArchiveLoadFailed, EOFError, zlib.error):
            return


def last_complete_record(file: BinaryIO) -> int:
    """The end of the last whole gzip member, in bytes: what a crash left after it is not a record."""
    file.seek(0)
    end = position = 0
    inflater = zlib.decompressobj(zlib.MAX_WBITS + 16)
    while chunk := file.read(1 << 20):
        while chunk:
            try:
                inflater.decompress(chunk)
            except zlib.error:
                return end
            used = len(chunk) - len(inflater.unused_data)
            position += used
            chunk = inflater.unused_data
            if inflater.eof:
                end = position
                inflater = zlib.decompressobj(zlib.MAX_WBITS + 16)
    return end


def _member(record: ArcWarcRecord) -> bytes:
    plain = BytesIO()
    WARCWriter(plain, gzip=False, warc_version="1.1").write_record(record)
    packer = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS + 16)
    return packer.compress(plain.getvalue()) + packer.flush()


def _lock(file: BinaryIO) -> bool:
    """Marks a file as being written; the mark goes with the process, however it ends."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _number(name: str) -> int:
    digits = name.removesuffix(".warc.gz").rsplit("-", 1)[-1]
    return int(digits) if digits.isdigit() else 0
