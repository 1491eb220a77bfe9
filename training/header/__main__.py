"""`python -m training.header FOLDER…`: learn again what the header's candidates weigh.

What a folder holds, `pages` says. Headline, publisher, author and day of publication are each a choice among
candidates or none of them. A fifth of the pages is set aside by their names and not learned from; the rest is
scored out of fold. Lines of pages that the line model learned from are sorted by others, learned without
their site.
"""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.generate.header import weights as weights_module
from training.header.examples import author_examples, date_examples, publisher_examples, title_examples
from training.header.expected import expected
from training.header.learn import learn_choice
from training.header.pages import read_pages, read_pasted
from training.lines.apart import models_apart

ENOUGH = {"published, lines": 0.65, "published, markup": 0.6, "publisher": 0.5, "author": 0.45}
"""The least probability something is taken with: chosen out of fold, where 95 to 96 of 100 days are right."""
AS_MANY = 3
"""What a document of the project's own weighs, beside 1 for one of a page: they are few."""
MAKERS = {
    "title": title_examples,
    "publisher": publisher_examples,
    "author": author_examples,
    "published": date_examples,
}


def main() -> None:
    """Learn, score, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.header", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--origin", default="", help="what the pages are, for the file")
    parser.add_argument("--only", choices=MAKERS, nargs="+", help="what to learn; the rest stays as it is")
    given = parser.parse_args()
    pages = [page for folder in given.folders for page in read_pages(folder, models_apart(folder))]
    pasted = list(read_pasted())
    path = Path(weights_module.__file__).with_name("weights.json")
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    told = {"origin": given.origin, "learned": datetime.now(UTC).date().isoformat()}
    for about in given.only or MAKERS:
        examples = list(MAKERS[about](pages))
        own = AS_MANY * [one for one in MAKERS[about](pasted) if one.is_learned_from]
        for choice in sorted({one.choice for one in examples}):
            of_choice, also = ([one for one in of if one.choice == choice] for of in (examples, own))
            table[choice] = told | learn_choice(of_choice, expected(choice), ENOUGH.get(choice, 0.0), also)
        path.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        weights_module.weights_for.cache_clear()


if __name__ == "__main__":
    main()
