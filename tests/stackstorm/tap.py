# SPDX-License-Identifier: Apache-2.0
"""Counts checks and prints them in the Test Anything Protocol."""


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, good, what, detail=""):
        self.count += 1
        self.failed += not good
        print("%sok %d - %s" % ("" if good else "not ", self.count, what.replace("#", "")))
        if not good:
            for line in str(detail)[:2000].splitlines():
                print("# " + line)

    def clean(self, wrong, what):
        """Runs a check that yields problems. It passes if there are none."""
        self.check(not wrong, what, wrong)

    def done(self):
        print("1..%d" % self.count)
        return 1 if self.failed or not self.count else 0
