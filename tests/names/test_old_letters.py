"""A name in letters that are no longer written leads to its record, and is kept as written."""

import pytest

from generator.names.index import NameIndex
from tests import kinds
from tests.builders import record

INDEX = NameIndex({"rast": record("rast", kinds.BODY, "Council of Hesse-Kassel", "Heſſen⸗Kaſſel", "Rastatt")})


@pytest.mark.parametrize("name", ["Hessen-Kassel", "Heſſen⸗Kaſſel", "Raſtatt", "Rastatt"])
def test_a_name_in_old_letters_leads_to_its_record(name):
    text = f"Der Bote aus {name} kam geſtern."
    assert [(found.record, text[found.start : found.end]) for found in INDEX.find(text)] == [("rast", name)]
