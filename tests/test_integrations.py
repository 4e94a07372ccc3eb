"""Where people run it: the pre-commit hook, the GitHub action, the GitLab template; their shell is run here, their forms are checked."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HEADER, TEMPLATE = yaml.safe_load_all((ROOT / "templates/factledger.yml").read_text("utf-8"))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
AGREE = "The mayor said that 40 houses were destroyed in Velm on 3 May 2021."
DIFFER = "In Velm 65 houses were destroyed on 3 May 2021, the mayor said."
DATED = '[[source]]\nfile = "{}"\npublished = "2021-05-04"\n'


def schema(name):
    return Draft7Validator(json.loads((ROOT / "tests/published" / name).read_text("utf-8")))


def steps():
    return {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}


@pytest.fixture
def machine(tmp_path):
    """``machine(script, shell, **variables)`` runs a script in a checkout with a ``factledger`` on the path; what it wrote stays there."""
    (tmp_path / "bin").mkdir()
    shim = tmp_path / "bin" / "factledger"
    shim.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m ledger "$@"\n', "utf-8")
    shim.chmod(0o755)
    checkout, temp = tmp_path / "checkout", tmp_path / "temp dir"
    for folder in (checkout, temp):
        folder.mkdir()
    kept = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    github = {"RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_ACTIONS": "true"}

    def run(script, *shell, **variables):
        (tmp_path / "output").write_text("", "utf-8")
        done = subprocess.run([*shell, "-c", script], cwd=checkout, env=kept | github | variables, capture_output=True, timeout=120)
        done.outputs = (tmp_path / "output").read_text("utf-8").splitlines()
        return done

    run.checkout, run.temp = checkout, temp
    return run


BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


def test_the_action_keeps_to_its_schema_and_no_input_stands_in_a_script():
    schema("github-action.json").validate(ACTION)
    assert [name for name, step in steps().items() if "${{" in step["run"]] == []
    assert all(step["shell"] == "bash" for step in steps().values())
    assert [step["uses"].split("@")[0] for step in ACTION["runs"]["steps"] if "uses" in step] == [
        "actions/setup-python", "github/codeql-action/upload-sarif",
    ]  # fmt: skip
    assert all(output["value"] == f"${{{{ steps.check.outputs.{name} }}}}" for name, output in ACTION["outputs"].items())


@pytest.mark.parametrize(("second", "status"), [(DIFFER, 1), (AGREE, 0)])
def test_the_action_checks_annotates_and_hands_on_the_sarif(machine, second, status):
    for name, text in (("a.md", AGREE), ("b.md", second)):
        (machine.checkout / name).write_text(text, "utf-8")
    (machine.checkout / "sources.toml").write_text("".join(map(DATED.format, ("a.md", "b.md"))), "utf-8")
    done = machine(steps()["Check"]["run"], *BASH, PATHS=".\n", AGAINST="", ARGUMENTS="")
    sarif = machine.temp / "factledger.sarif"
    assert (done.returncode, done.outputs) == (0, [f"sarif={sarif}", f"status={status}"])
    assert len(json.loads(sarif.read_text("utf-8"))["runs"][0]["results"]) == status
    assert len(re.findall(rb"^::error file=a\.md,line=1", done.stdout, re.MULTILINE)) == status
    result = machine(steps()["Result"]["run"], *BASH, STATUS=str(status))
    assert result.returncode == status


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"PATHS": "missing.md"}, 2),
        ({"PATHS": ".", "ARGUMENTS": "--no-such-thing"}, 2),
        ({"PATHS": ".", "AGAINST": "broken.json"}, 3),
        ({"PATHS": "$(touch pwned); `touch pwned`; touch pwned"}, 2),
        ({"PATHS": "--help"}, 2),
        ({"PATHS": ".", "AGAINST": "x; touch pwned"}, 2),
    ],
)
def test_the_action_tells_what_cannot_be_used_and_runs_no_input(machine, inputs, status):
    (machine.checkout / "a.md").write_text(AGREE, "utf-8")
    export = '{"format": "factledger verified claims 1"}'
    (machine.checkout / "broken.json").write_text(export, "utf-8")
    done = machine(steps()["Check"]["run"], *BASH, **{"PATHS": "", "AGAINST": "", "ARGUMENTS": ""} | inputs)
    assert done.outputs[-1] == f"status={status}"
    assert not (machine.checkout / "pwned").exists()
    assert b"Traceback" not in done.stdout + done.stderr


FORGED = "::error::owned\n::set-output name=status::0\n##[error]owned\nstatus=0\nsarif<<EOF\n\n"


def test_text_of_documents_forges_no_output_and_no_command(machine):
    for name, text in (("a.md", AGREE), ("status=0\n::error::owned.md", DIFFER), ("##[error]owned.bad", "x")):
        (machine.checkout / name).write_text(FORGED + text, "utf-8")
    said = [{"file": name, "publisher": FORGED, "published": "2021-05-04"} for name in ("a.md", "status=0\n::error::owned.md")]
    tables = ("[[source]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in each.items()) for each in said)
    (machine.checkout / "sources.toml").write_text("".join(tables), "utf-8")
    done = machine(steps()["Check"]["run"], *BASH, PATHS=".\n##[error]owned.bad", AGAINST="", ARGUMENTS="")
    assert done.outputs == [f"sarif={machine.temp / 'factledger.sarif'}", "status=2"]
    commands = [line for line in (done.stdout + done.stderr).decode().splitlines() if line.lstrip().startswith("::") or "##[" in line]
    assert len(commands) == 1
    assert commands[0].startswith("::error file=")
    assert "owned" not in commands[0].split("::")[2]


def test_the_template_keeps_to_its_schema():
    schema("gitlab-ci.json").validate(HEADER)
    schema("gitlab-ci.json").validate(TEMPLATE)
    job = TEMPLATE["factledger"]
    assert not any("$[[" in line for line in job["script"])
    assert set(re.findall(r"inputs\.(\w+)", json.dumps(TEMPLATE))) == set(HEADER["spec"]["inputs"])
    assert set(job["artifacts"]["reports"]) == {"codequality", "junit"}


@pytest.mark.parametrize("shell", [("sh", "-e"), BASH])
@pytest.mark.parametrize(("second", "paths", "status"), [(DIFFER, ".", 1), (AGREE, ".", 0), (AGREE, "missing.md\n$(touch pwned)", 2)])
def test_the_template_checks_and_leaves_its_reports(machine, shell, second, paths, status):
    for name, text in (("a.md", AGREE), ("b c.md", second)):
        (machine.checkout / name).write_text(text, "utf-8")
    (machine.checkout / "sources.toml").write_text("".join(map(DATED.format, ("a.md", "b c.md"))), "utf-8")
    done = machine(TEMPLATE["factledger"]["script"][-1], *shell, FACTLEDGER_PATHS=paths, FACTLEDGER_AGAINST="")
    assert done.returncode == status
    assert len(json.loads((machine.checkout / "gl-code-quality-report.json").read_text("utf-8"))) == (status == 1)
    report = ElementTree.parse(machine.checkout / "factledger-junit.xml").getroot()
    assert report.attrib["failures"] == str(int(status == 1))
    assert not (machine.checkout / "pwned").exists()


def test_the_hook_looks_at_all_texts():
    optional = {"description", "args", "types_or", "pass_filenames", "require_serial", "minimum_pre_commit_version"}
    assert {"id", "name", "entry", "language"} <= set(HOOK) <= {"id", "name", "entry", "language"} | optional
    assert (HOOK["id"], HOOK["language"], HOOK["pass_filenames"]) == ("factledger", "python", False)


def test_the_hook_runs_as_it_is_declared(machine):
    (machine.checkout / "a.md").write_text(AGREE, "utf-8")
    call = shlex.join([*shlex.split(HOOK["entry"]), *HOOK["args"]])
    assert machine(call, *BASH).returncode == 0


def test_the_guide_names_what_is_there():
    guide = (ROOT / "docs/ci.md").read_text("utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)]
    hook, workflow, gitlab = blocks
    assert hook["repos"][0]["hooks"][0]["id"] == HOOK["id"]
    assert set(workflow["jobs"]["figures"]["steps"][1]["with"]) <= set(ACTION["inputs"])
    assert set(gitlab["include"][0]["inputs"]) <= set(HEADER["spec"]["inputs"])
    schema("gitlab-ci.json").validate(gitlab)
