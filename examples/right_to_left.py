"""A map in Arabic: cards, labels and titles begin at the right.

python examples/right_to_left.py
"""

from __future__ import annotations

from pathlib import Path

import argmap


def right_to_left() -> argmap.ArgumentMap:
    """A map in Arabic, with a label and a speaker."""
    draft = argmap.Draft("هل يجب خفض سن التصويت؟", language="ar")
    vote = draft.claim("يجب خفض سن التصويت إلى ستة عشر عامًا.", id="vote", title="سن التصويت")
    work = draft.claim("هم يعملون ويدفعون الضرائب.", id="work")
    who_pays = draft.claim("من يدفع الضرائب يجب أن يُمثَّل.", id="pays")
    draft.support(vote, by=[work, who_pays], label="لذلك")
    easy = draft.claim("من السهل التأثير عليهم.", id="easy", said_by="سارة")
    draft.rebut(vote, by=easy)
    draft.rebut(easy, by=draft.claim("حيث يصوتون، فإنهم يصوتون مثل غيرهم.", id="alike"))
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    map = right_to_left()
    argmap.write(map, folder / "right_to_left.svg")


if __name__ == "__main__":
    main()
