"""JUnit XML: a test case a finding, failed where it is a conflict; a single passed one where there is nothing to say.

Elements and attributes are those that Jenkins takes (junit-10.xsd), which knows no file and no line: they stand in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from ledger import patterns as re
from ledger.printing import one_line
from ledger.records import Finding
from ledger.reports import Outcome, Report, sides

_NOT_XML = re.compile("[\ufffe\uffff]")


def _lines(outcome: Outcome, width: int) -> Iterator[str]:
    failures = sum(map(outcome.fails, outcome.findings))
    tests = len(outcome.findings) + len(outcome.excused)
    counts = {"tests": str(tests or 1), "failures": str(failures), "errors": "0"}
    suites = ElementTree.Element("testsuites", {"name": "factledger", **counts})
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "factledger check", "skipped": str(len(outcome.excused)), **counts})
    for finding in outcome.findings:
        _case(suite, outcome, finding)
    for each in outcome.excused:
        told = " ".join(filter(None, (f"{each.by}:", each.reason, each.until and f"(until {each.until})")))
        ElementTree.SubElement(_case(suite, outcome, each.finding, excused=True), "skipped", message=_text(told))
    if not tests:
        ElementTree.SubElement(suite, "testcase", classname="factledger", name=f"{outcome.claims} figures agree")
    ElementTree.indent(suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield ElementTree.tostring(suites, encoding="unicode")


def _case(suite: ElementTree.Element, outcome: Outcome, finding: Finding, excused: bool = False) -> ElementTree.Element:
    message = _text(finding.message)
    named = {"classname": f"{finding.code} {finding.name}", "name": f"{message} [{finding.fingerprint}]"}
    case = ElementTree.SubElement(suite, "testcase", named)
    told = "\n".join(_text(f"{outcome.place(claim)}: {outcome.sentence(claim)}") for claim in sides(finding))
    if excused:
        return case
    if outcome.fails(finding):
        ElementTree.SubElement(case, "failure", type=finding.severity, message=message).text = told
    else:
        kind = finding.severity if finding.verdict == "conflict" else finding.verdict
        ElementTree.SubElement(case, "system-out").text = f"{kind}\n{told}"
    return case


def _text(text: str) -> str:
    return _NOT_XML.sub("?", one_line(text))


report = Report("junit", "JUnit XML", _lines)
