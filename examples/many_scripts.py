"""Claims in many scripts: lines break as each script breaks them, and cards read from their own side.

python examples/many_scripts.py
"""

from __future__ import annotations

from pathlib import Path

import argmap

REASONS = {
    "chinese": "合作社让地方服务对居民更加负责,也更能满足他们的需要。",
    "japanese": "協同組合は地域のサービスの説明責任を高める。",
    "hebrew": "הקואופרטיבים מגבירים את האחריות כלפי התושבים.",
    "greek": "Οι συνεταιρισμοί λογοδοτούν στους κατοίκους.",
}
OBJECTIONS = {
    "hindi": "सहकारी समितियाँ कटौती का बहाना हैं।",
    "thai": "สหกรณ์ไม่สามารถแทนที่รัฐได้ เพราะขาดเงินทุน",
    "german": "Genossenschaftsgründungsvoraussetzungen schrecken die meisten ab.",
}


def everywhere() -> argmap.ArgumentMap:
    """The map of one claim, with reasons and objections from all over the world."""
    draft = argmap.Draft("Co-ops in many scripts")
    main = draft.claim("يجب أن تدير التعاونيات الخدمات المحلية.", id="arabic")
    for id, text in REASONS.items():
        draft.support(main, by=draft.claim(text, id=id))
    for id, text in OBJECTIONS.items():
        draft.rebut(main, by=draft.claim(text, id=id))
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    argmap.write(everywhere(), folder / "many_scripts.svg")


if __name__ == "__main__":
    main()
