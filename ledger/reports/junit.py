"""JUnit XML: a test case a finding, failed where it is a conflict; a single passed one where there is nothing to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from ledger.printing import one_line, visible
from ledger.records import Finding
from ledger.reports import Outcome, Report

_NOT_XML = re.compile("[\ufffe\uffff]")


def _lines(outcome: Outcome, width: int) -> Iterator[str]:
    failures = sum(finding.verdict == "conflict" for finding in outcome.findings)
    counts = {"tests": str(len(outcome.findings) or 1), "failures": str(failures), "errors": "0"}
    suites = ElementTree.Element("testsuites", {"name": "factledger", **counts})
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "factledger check", "skipped": "0", **counts})
    for finding in outcome.findings:
        _case(suite, outcome, finding)
    if not outcome.findings:
        ElementTree.SubElement(suite, "testcase", classname="factledger", name=f"{outcome.claims} figures agree")
    ElementTree.indent(suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield ElementTree.tostring(suites, encoding="unicode")


def _case(suite: ElementTree.Element, outcome: Outcome, finding: Finding) -> None:
    first = finding.claims[0]
    message = _text(finding.message)
    case = ElementTree.SubElement(
        suite, "testcase", classname=f"{finding.code} {finding.name}", name=f"{message} [{finding.fingerprint}]",
        file=_NOT_XML.sub("?", visible(first.document)), line=str(outcome.region(first).line),
    )  # fmt: skip
    told = "\n".join(_text(f"{outcome.place(claim)}: {outcome.sentence(claim)}") for claim in finding.claims)
    if finding.verdict == "conflict":
        ElementTree.SubElement(case, "failure", type=finding.severity, message=message).text = told
    else:
        ElementTree.SubElement(case, "system-out").text = f"{finding.verdict}\n{told}"


def _text(text: str) -> str:
    return _NOT_XML.sub("?", one_line(text))


report = Report("junit", "JUnit XML", _lines)
