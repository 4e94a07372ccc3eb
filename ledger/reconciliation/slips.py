"""Whether one figure can be a slip of the pen for the other: two digits swapped, one wrong, one lost, the point moved."""

from __future__ import annotations


def slip(one: str, other: str) -> str:
    """What turns the digits of one figure (point left out, zeros at the end kept off) into those of the other, else "".

    Only slips that chance makes seldom: a swap of two unequal digits; one digit wrong, added or lost among three or more;
    the same two or more digits at another scale.
    """
    if one == other:
        return "scale" if len(one) > 1 else ""
    if abs(len(one) - len(other)) > 1:
        return ""
    if len(one) == len(other):
        wrong = [at for at, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]:
            return "swapped digits"
        return "one digit" if len(wrong) == 1 and len(one) > 2 else ""
    short, long = sorted((one, other), key=len)
    if (
        len(short) > 1
        and len(long) == len(short) + 1
        and len(long) > 2
        and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    ):
        return "one digit more"
    return ""
