"""The sources are evidence: they stay exactly as received."""

import hashlib

import pytest

from tests.conftest import ROOT

RECEIVED = {
    "000_7ccac468cad1dfe3.txt": "8ca8ac6502060860ece16898085dfba24fc69293ceab7b16f3757050738ccfd5",
    "001_d46b8b9bb079dfb7.txt": "55604a48c4e979f834af15357c4409aaf168ab5898c2e5c18f1941459dbd201d",
    "002_a7580d7afffd993a.txt": "5ca5add3f1fab88f291304ecc38259bdf0b57f1ce8c1243e13f42ce18f484692",
    "003_2d15c040de0b7007.txt": "5f7a218d52339cbd55f0d6e168628edd3ca653131865b1358b894279b0941237",
    "004_463dc4cbf172e28c.txt": "ed7e6970ba9b80557429748ae74925853824388b5563cda79d8147bcb205d5db",
}


@pytest.mark.usefixtures("first_chronology")
@pytest.mark.parametrize("name", RECEIVED)
def test_a_seed_has_the_bytes_it_was_received_with(name):
    data = (ROOT / "seeds" / name).read_bytes()
    assert hashlib.sha256(data).hexdigest() == RECEIVED[name]
