"""Has one peer judge the files whose paths come on standard input, a line each, and prints one JSON line per file.

flagged: it says that the file is dangerous. weak: it says something that does not make its exit code 1. skipped: the
file is of no kind that it looks into.
"""

import json
import logging
import os
import sys
import time

os.environ.setdefault("PROMPTFOO_DISABLE_TELEMETRY", "1")
os.environ.setdefault("NO_COLOR", "1")
logging.disable(logging.CRITICAL)


def picklescan():
    from picklescan import scanner
    from picklescan.scanner import SafetyLevel, scan_file_path

    # What it takes of a folder, and arrays. Anything else that it is given by name it finds to be no pickle and calls clean.
    kinds = (
        scanner._zip_file_extensions
        | scanner._pickle_file_extensions
        | scanner._pytorch_file_extensions
        | scanner._numpy_file_extensions
    )

    def judge(path):
        result = scan_file_path(path)
        if result.infected_files > 0 or result.issues_count > 0:
            return "flagged"
        if any(found.safety == SafetyLevel.Suspicious for found in result.globals):
            return "weak"
        if result.scan_err:
            return "error"
        return "clean" if result.globals or os.path.splitext(path)[1] in kinds else "skipped"

    return judge


def modelscan():
    from modelscan.modelscan import ModelScan
    from modelscan.settings import DEFAULT_SETTINGS

    def judge(path):
        result = ModelScan(settings=DEFAULT_SETTINGS).scan(path)
        if result["issues"]:
            return "flagged"
        if result["errors"]:
            return "error"
        return "skipped" if result["summary"]["scanned"]["total_scanned"] == 0 else "clean"

    return judge


def fickling():
    from fickling.analysis import Severity, check_safety
    from fickling.fickle import StackedPickle

    def judge(path):
        with open(path, "rb") as file:
            pickles = StackedPickle.load(file)
        worst = max((check_safety(each).severity for each in pickles), default=Severity.LIKELY_SAFE)
        if worst >= Severity.LIKELY_UNSAFE:
            return "flagged"
        return "weak" if worst > Severity.LIKELY_SAFE else "clean"

    return judge


def modelaudit():
    from modelaudit.core import scan_model_directory_or_file

    def judge(path):
        result = scan_model_directory_or_file(path, progress_callback=None, cache_enabled=False)
        severities = {str(getattr(issue.severity, "value", issue.severity)) for issue in result.issues}
        if severities & {"critical", "warning"}:
            return "flagged"
        return "error" if getattr(result, "has_errors", False) else "clean"

    return judge


def main():
    judge = {"picklescan": picklescan, "modelscan": modelscan, "fickling": fickling, "modelaudit": modelaudit}[sys.argv[1]]()
    answers = os.fdopen(os.dup(1), "w")
    # Peers print as they go.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    for line in sys.stdin:
        path = line.rstrip("\n")
        begin = time.perf_counter()
        try:
            verdict = judge(path)
        except BaseException as error:  # noqa: BLE001 - some of them exit
            verdict = "error"
            if isinstance(error, KeyboardInterrupt):
                raise
        answers.write(json.dumps({"path": path, "verdict": verdict, "seconds": time.perf_counter() - begin}) + "\n")
        answers.flush()


main()
