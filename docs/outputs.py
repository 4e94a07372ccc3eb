"""Puts the output of each command into README.md, below the command, and the rules into docs/rules.md."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOLD = re.compile(r"(<!-- output -->\n```console\n\$ (factledger .*)\n)(?:.*\n)*?(```\n)")


def output(command: str) -> str:
    """What ``factledger ...`` prints to a pipe from the checkout's root."""
    program, *arguments = command.split()
    done = subprocess.run([Path(sys.executable).with_name(program), *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
    return done.stdout


def readme(text: str) -> str:
    """``text`` with the outputs as they are now."""
    return TOLD.sub(lambda told: told.group(1) + output(told.group(2)) + told.group(3), text)


def rules() -> str:
    """docs/rules.md as it is now."""
    return "# Rules\n\nEverything that is declared, as `factledger rule --format markdown` prints it.\n\n" + output(
        "factledger rule --format markdown"
    )


def main() -> None:
    page = ROOT / "README.md"
    page.write_text(readme(page.read_text("utf-8")), "utf-8")
    (ROOT / "docs" / "rules.md").write_text(rules(), "utf-8")


if __name__ == "__main__":
    main()
