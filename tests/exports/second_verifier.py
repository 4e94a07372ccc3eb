"""A second verifier of exports, written against their description alone: the standard library, and none of our code.

    python second_verifier.py FILE      prints ok, or what is wrong first, with status 3

It checks the digest, every proof against the root, and that each claim and ruling is what its events say. Ed25519 is
not in the standard library, so that signatures are left to others.
"""

from __future__ import annotations

import hashlib
import json
import sys


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def event_hash(proof):
    event = {name: proof[name] for name in ("at", "body", "by", "kind", "prev", "seq", "subject")}
    return sha(b"factledger event 1\n", canonical(event))


def root_of(leaf, index, size, path):
    """The root that an RFC 6962 audit path leads to, by the recursion of its definition; None when the path has another length."""
    if size == 1:
        return sha(b"\x00", leaf) if not path else None
    if not path:
        return None
    split = 1
    while split * 2 < size:
        split *= 2
    if index < split:
        below = root_of(leaf, index, split, path[:-1])
        return below and sha(b"\x01", below, path[-1])
    below = root_of(leaf, index - split, size - split, path[:-1])
    return below and sha(b"\x01", path[-1], below)


def proof_holds(proof, checkpoint):
    if not 1 <= proof["seq"] <= checkpoint["size"]:
        return False
    path = [bytes.fromhex(each) for each in proof["path"]]
    if [each.hex() for each in path] != proof["path"]:  # fromhex takes blanks
        return False
    return root_of(event_hash(proof), proof["seq"] - 1, checkpoint["size"], path) == bytes.fromhex(checkpoint["root"])


def wrong_with_claim(claim, export):
    """What is wrong with a claim; None when it holds."""
    found, decided = claim["found"], claim["decided"]
    if not (proof_holds(found, export["checkpoint"]) and proof_holds(decided, export["checkpoint"])):
        return "a proof does not lead to the root"
    if (found["kind"], decided["kind"]) != ("claim", "decision"):
        return "the events are of another kind"
    record, said = found["body"]["claim"], decided["body"]
    if (said["of"], said["lineage"]) != ("claim", found["body"].get("lineage", found["seq"])):
        return "the decision is on something else"
    if (claim["status"], said["action"]) not in (("verified", "verify"), ("corrected", "correct")):
        return "the status is not what was decided"
    expected = dict(record)
    if claim["status"] == "corrected":
        expected.update(said["fields"])
    names = ("id", "kind", "low", "high", "bound", "unit", "whole", "counted", "speaker", "modality", "period_low", "period_high")
    for name in (*names, "span", "mention", "sentence"):
        if claim[name] != expected[name]:
            return f"{name} is not what was recorded"
    if claim["document"] != found["body"]["document"] or claim["document"] not in [each["id"] for each in export["documents"]]:
        return "the document is another"
    if not set(claim["conflicts"]) <= {each["fingerprint"] for each in export["conflicts"]}:
        return "a conflict is missing"
    ruling = {"action": said["action"], "reviewer": decided["by"], "at": decided["at"], "note": said["note"], "fields": said["fields"]}
    return None if ruling == claim["ruling"] else "the ruling is not what was recorded"


def wrong_with(export):
    """What is wrong with an export, first; None when it holds."""
    told = {name: value for name, value in export.items() if name not in ("digest", "signature")}
    if sha(b"factledger export 1\n", canonical(told)).hex() != export["digest"]:
        return "the digest is not that of the content"
    for claim in export["claims"]:
        try:
            wrong = wrong_with_claim(claim, export)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            wrong = f"not a claim: {error!r}"
        if wrong:
            return f"claim {claim['id']}: {wrong}"
    return None


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        export = json.load(file)
    try:
        wrong = wrong_with(export)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        wrong = f"not an export: {error!r}"
    print(wrong or "ok")
    sys.exit(3 if wrong else 0)


if __name__ == "__main__":
    main()
