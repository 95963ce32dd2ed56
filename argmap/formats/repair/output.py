"""What to ask a language model for: a JSON Schema of its output, and the words of a prompt made from it."""

from __future__ import annotations

from typing import Any

from ...model.claim import STANCES
from ...model.link import KINDS

__all__ = ["output_schema", "prompt"]

_LINKS = ("support", "rebuttal", "undercut")
_MEANINGS: dict[str, str] = {
    "title": "what the debate is about",
    "claims": "one entry for each proposition; a full sentence that says one thing",
    "id": "a short readable name in small letters, such as near-to-people; each only once",
    "text": "the proposition as a full sentence that can be read alone",
    "stance": "asserted if its author puts it forward, assumed if it is taken for granted, questioned if it is open",
    "said_by": "who says it; empty if nobody in particular",
    "links": "one entry for each reason or objection",
    "kind": "support speaks for a claim, rebuttal against a claim, undercut says that a link doesn't hold",
    "premises": "ids of the claims that carry it together; several only if none of them suffices alone",
    "target": "the id of the claim, or for an undercut of the link, that it is about",
}


def output_schema() -> dict[str, Any]:
    """The JSON Schema of a map as language models are asked for it: every property required, nothing besides, no references.

    That is what makers of models ask of a schema for structured output. What comes back is read by `argmap.repair`.

    >>> output_schema()["required"]
    ['title', 'claims', 'links']
    """
    claim = _object(
        id=_text("id"),
        text=_text("text"),
        stance=_choice("stance", STANCES),
        said_by=_list("said_by", {"type": "string"}),
    )
    link = _object(
        id=_text("id"),
        kind=_choice("kind", tuple([kind for kind in KINDS if kind in _LINKS])),
        premises=_list("premises", {"type": "string"}),
        target=_text("target"),
    )
    return _object(title=_text("title"), claims=_list("claims", claim), links=_list("links", link))


def prompt(text: str) -> str:
    """The words that ask a language model for the map of a text, made from `output_schema`.

    >>> print(prompt("Co-ops are near, so they are good.").splitlines()[0])
    Write down the argument map of the text below as one JSON object, and nothing else.
    """
    lines = [
        "Write down the argument map of the text below as one JSON object, and nothing else.",
        "",
    ]
    schema = output_schema()
    todo: list[tuple[str, str, dict[str, Any]]] = [
        ("", name, part) for name, part in schema["properties"].items()
    ]
    while todo:
        indent, name, part = todo.pop(0)
        choice = f" (one of {', '.join(part['enum'])})" if "enum" in part else ""
        lines.append(f"{indent}- {name}: {part['description']}{choice}")
        inner = part.get("items", {}).get("properties", {})
        todo[:0] = [(f"{indent}  ", each, held) for each, held in inner.items()]
    return "\n".join([*lines, "", "The text:", "", text, ""])


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(name: str) -> dict[str, Any]:
    return {"type": "string", "description": _MEANINGS[name]}


def _choice(name: str, values: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "string", "enum": list(values), "description": _MEANINGS[name]}


def _list(name: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": _MEANINGS[name]}
