"""Fetches one page from the web: nothing else in this program does, beside translation packages.

A page is asked for once, without cookies, scripts or what it embeds. The name is resolved here, the answer is
looked at, and the very address that was looked at is connected to: neither a name nor a redirect leads into
a private network unseen.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from generator import __version__
from generator.certificates import MAY_BE_NAMED, trusted_certificates
from generator.errors import InputError

USER_AGENT = f"chronology/{__version__} (one page, asked for by its editor)"
ACCEPTED = "text/html, application/xhtml+xml, text/plain;q=0.8"
REDIRECTS = 5
TIMEOUT = 20.0
"""Seconds until the server must answer, and between two pieces of a page."""
WHOLE_TIMEOUT = 90.0
"""Seconds in which a page must be there."""
PIECE = 64 * 1024
EMBEDDED_IPV4 = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of IPv6 that lead to one of IPv4, their last 32 bits."""
INSIDE = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "5f00::/16", "fec0::/10"),
    )
)
"""Networks that lead nowhere in public, though some versions of Python take them for public."""
BY_HAND = "or save the page in your browser, and run: chronology add FILE"

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Fetched:
    """What a server sent."""

    url: str
    """After redirects."""
    data: bytes
    content_type: str
    """Without parameters, in lower case; empty where the server did not say."""


def fetch_page(
    url: str, max_bytes: int, *, allow_private: bool = False, tell: Callable[[str], None] = lambda _: None
) -> Fetched:
    """Fetch a page.

    Args:
        url: its address, of http or https.
        max_bytes: the largest size that is accepted.
        allow_private: whether addresses of the own machine or network may be asked.
        tell: told each redirect.

    Raises:
        InputError: the address is none, out of reach or private, or the server refuses or sends too much.
    """
    deadline = time.monotonic() + WHOLE_TIMEOUT
    for _ in range(REDIRECTS + 1):
        url = normal_url(url)
        try:
            found = _ask(url, max_bytes, allow_private, deadline)
        except (OSError, http.client.HTTPException, zlib.error) as error:
            is_late = time.monotonic() >= deadline
            cause = f"not there after {WHOLE_TIMEOUT:.0f} seconds" if is_late else _cause(error)
            raise InputError(url, f"can't be fetched ({cause})", f"try again later, {BY_HAND}") from error
        if isinstance(found, Fetched):
            return found
        tell(f"{url} leads to {found}")
        url = found
    raise InputError(url, f"is led on more than {REDIRECTS} times", f"give the last address, {BY_HAND}")


def normal_url(url: str) -> str:
    """Return an address as it is sent: host and path in ASCII, without fragment.

    Raises:
        InputError: it is no address of http or https.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        if ":" in host:
            ipaddress.ip_address(host.partition("%")[0])
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise InputError(repr(url), "is no address", "give one such as https://example.org/page") from error
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        raise InputError(
            repr(url), "is no address of http or https", "give one such as https://example.org/page"
        )
    host = f"[{host}]" if ":" in host else host
    path, query = (quote(part, safe="%/:=&?~+!$,;'@()*[]") for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, host + port, path, query, ""))


def is_public(address: str) -> bool:
    """Tell whether an address is one of the public network, also where it wraps another."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(
        one.is_global and not one.is_multicast and not any(one in network for network in INSIDE)
        for one in (ip, *_wrapped(ip))
    )


def _wrapped(ip: Address) -> Iterator[Address]:
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            yield ip.ipv4_mapped
        if ip.sixtofour:
            yield ip.sixtofour
        if ip.teredo:
            yield from ip.teredo
        if ip in EMBEDDED_IPV4:
            yield ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)


def _ask(url: str, max_bytes: int, allow_private: bool, deadline: float) -> Fetched | str:
    """Ask for one address; return what was sent, or the address it leads to."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    found = dict.fromkeys(
        str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    )
    if not allow_private and (private := [address for address in found if not is_public(address)]):
        raise InputError(
            url,
            f"leads to {private[0]}, an address of this machine or a private network",
            "where that is meant, add --allow-private",
        )
    connection = http.client.HTTPConnection(host, port)
    with closing(connection), closing(_connect(parts.scheme, host, port, list(found), deadline)) as sock:
        connection.sock = sock
        if parts.scheme == "https":
            connection.default_port = http.client.HTTPS_PORT
        target = urlunsplit(("", "", parts.path, parts.query, ""))
        headers = {"User-Agent": USER_AGENT, "Accept": ACCEPTED, "Accept-Encoding": "identity"}
        with _hung_up_at(deadline, sock):
            connection.request("GET", target, headers=headers)
            with closing(connection.getresponse()) as answer:
                return _read(answer, url, max_bytes, deadline)


def _connect(scheme: str, host: str, port: int, addresses: list[str], deadline: float) -> socket.socket:
    """Connect to one of the addresses that were looked at; the certificate must be the host's."""
    context = _trust() if scheme == "https" else None
    for address in addresses:
        try:
            seconds = min(TIMEOUT, max(deadline - time.monotonic(), 0.1))
            sock = socket.create_connection((address, port), seconds)
            break
        except OSError:
            if address == addresses[-1]:
                raise
    if context is None:
        return sock
    secure = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
    with _hung_up_at(deadline, secure):
        secure.do_handshake()
    return secure


def _trust() -> ssl.SSLContext:
    from requests.utils import DEFAULT_CA_BUNDLE_PATH

    trusted = trusted_certificates(InputError) or Path(DEFAULT_CA_BUNDLE_PATH)
    file, folder = (None, trusted) if trusted.is_dir() else (trusted, None)
    return ssl.create_default_context(cafile=file, capath=folder)


@contextmanager
def _hung_up_at(deadline: float, sock: socket.socket) -> Iterator[None]:
    """End what the block waits for: a server that sends a byte now and then is never late by itself."""

    def hang_up() -> None:
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    timer = threading.Timer(max(deadline - time.monotonic(), 0), hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _read(answer: http.client.HTTPResponse, url: str, max_bytes: int, deadline: float) -> Fetched | str:
    if answer.status in (301, 302, 303, 307, 308) and (location := answer.getheader("Location")):
        try:
            return urljoin(url, location)
        except ValueError:  # it says what is wrong with it
            return location
    if answer.status != http.HTTPStatus.OK:
        raise InputError(
            url, f"the server answers {answer.status} {answer.reason}", f"check the address, {BY_HAND}"
        )
    data = b""
    while piece := answer.read1(PIECE):
        data += piece
        if len(data) > max_bytes:
            raise _too_large(url, max_bytes)
    if time.monotonic() >= deadline:
        raise TimeoutError
    if answer.length:
        raise http.client.IncompleteRead(data, answer.length)
    data = _unpacked(data, answer.getheader("Content-Encoding", "").strip().lower(), url, max_bytes)
    content_type = answer.getheader("Content-Type", "").partition(";")[0].strip().lower()
    return Fetched(url, data, content_type)


def _unpacked(data: bytes, packing: str, url: str, max_bytes: int) -> bytes:
    """Unpack what was asked for as it is, and sent packed all the same."""
    if packing in ("", "identity"):
        return data
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise InputError(
            url, f"is packed as {packing[:40]}, which was not asked for", BY_HAND.removeprefix("or ")
        )
    unpacking = zlib.decompressobj(47)
    data = unpacking.decompress(data, max_bytes + 1)
    if len(data) > max_bytes:
        raise _too_large(url, max_bytes)
    if not unpacking.eof:
        raise zlib.error("the packed page is cut off")
    return data


def _too_large(url: str, max_bytes: int) -> InputError:
    return InputError(
        url,
        f"more than the {max_bytes / 1e6:.1f} MB of one document",
        "raise max_seed_bytes in pyproject.toml, [tool.chronology]",
    )


def _cause(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, http.client.IncompleteRead):
        return "the page is cut off"
    if isinstance(error, socket.gaierror):
        return "no such host"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"no secure connection: {error.verify_message}; {MAY_BE_NAMED}"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {error.reason or error}"
    return f"{getattr(error, 'strerror', None) or error or type(error).__name__}"
