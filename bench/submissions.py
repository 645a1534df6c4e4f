#!/usr/bin/env python3
"""Annual information of many Parties with planted errors, and what `itmo check-submissions` finds.

    bench/submissions.py ITMO [PARTIES] [ACTIONS] [--xlsx]

Writes a CSV (or a workbook) for each Party into a temporary folder: each host transfers to the next Party, which
uses some blocks and holds the rest. Into every fourth file it plants one error, of five kinds. Then
times the check as a whole process and compares: every planted error is found under its rule, and
every finding is about units of a planted one. Prints time, memory and rows a second; exits 1 where
something was missed or a finding is about other units.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

YEAR, VINTAGE, BLOCK = 2024, 2023, 100
IDENTIFIER = re.compile(rf"CA[0-9]{{4}}-[A-Z]{{3}}01-([A-Z]{{3}})-([0-9]+)-{VINTAGE}")
GWP = "100-year values from 5th assessment report by the IPCC"
CARP = "{Information in this field is populated by the CARP}"
HEADERS = {
    "Table 1: Submission": "Party,Version,Reported year,Date of submission,Review status of the initial report,Result of the consistency check of this AEF submission,First year of the NDC implementation period,Last year of the NDC implementation period,Reference to the Article 6 technical expert review report of the initial report",
    "Table 2: Authorizations": "Authorization ID,Date of authorization,Cooperative approach ID,Version of the authorization,Authorized quantity,Metric,Applicable GWP value(s),Applicable non-GHG metric,Sector(s),Activity type(s),Purposes for authorization,Authorized Party(ies) ID,Authorized entity(ies) ID,OIMP authorized by the Party,Authorized timeframe,Authorization terms and conditions,Authorization documentation,First transfer definition for OIMP,Additional explanatory information",
    "Table 3: Actions": "Action date,Action type,Action subtype,Cooperative approach ID,Authorization ID,First transferring participating Party ID,Party ITMO registry ID,First ID,Last ID,Underlying unit registry ID,First unit ID,Last unit ID,Metric,Applicable GWP value(s),Applicable non-GHG metric,Quantity (t CO2 eq),Quantity (in non-GHG metric),Mitigation type,Vintage,Transferring participating Party ID,Acquiring participating Party ID,Purpose for which the ITMO has been used towards or cancelled for OIMP,Using/cancelling participating Party ID,Using/cancelling authorized entity ID,Calendar year for which the ITMOs are used towards the Party's NDC,Result of the consistency checks,Additional explanatory information",
    "Table 4: Holdings": "Cooperative approach ID,Authorization ID,First transferring participating Party ID,Party ITMO registry ID,First ID,Last ID,Underlying unit registry ID,First unit ID,Last unit ID,Metric,Applicable GWP value(s),Applicable non-GHG metric,Quantity (t CO2 eq),Quantity (in non-GHG metric),Mitigation type,Vintage",
    "Table 5: Authorized entities": "Date of the authorization,Name,Country of incorporation,Identification number,Cooperative approach ID,Conditions,Change and revocation conditions,Additional explanatory information",
}
# What each kind of planted error must be found under.
KINDS = {"acquisition left out": "TM01", "used twice": "DU01", "quantity wrong": "S10",
         "transferred twice": "FT01", "held after its use": "DU02"}


def code(number):
    """A Party code: AAA, AAB, ..."""
    return "".join(chr(65 + number // 26**place % 26) for place in (2, 1, 0))


class Party:
    """One host, which transfers blocks to the next Party, and is itself the receiver of another."""

    def __init__(self, number, parties, blocks, uses):
        self.code, self.next = code(number), code((number + 1) % parties)
        self.before = code((number - 1) % parties)
        self.approach = f"CA{number + 1:04d}"
        self.approach_before = f"CA{(number - 1) % parties + 1:04d}"
        self.blocks, self.uses, self.error = blocks, uses, None

    def block(self, host, approach, i, length=BLOCK):
        """Identifiers of the i-th block of `host`."""
        first = i * BLOCK + 1
        stem = f"{approach}-{host}01-{host}"
        return f"{stem}-{first}-{VINTAGE}", f"{stem}-{first + length - 1}-{VINTAGE}"

    def columns(self, host, approach, i, quantity=BLOCK, length=BLOCK):
        first, last = self.block(host, approach, i, length)
        return (f"{approach},AUTH-{self.code}-{approach},{host},{self.code}01,{first},{last},NA,NA,NA,GHG,"
                f"{GWP},NA,{quantity},NA,Emission reductions,{VINTAGE}")

    def actions(self):
        mine, theirs = (self.code, self.approach), (self.before, self.approach_before)
        for i in range(self.blocks):
            quantity = BLOCK + (self.error == ("quantity wrong", i))
            row = f"15/06/{YEAR},First transfer,First international transfer," \
                  f"{self.columns(*mine, i, quantity)},NA,{self.next},NA,NA,NA,NA,,"
            yield row
            if self.error == ("transferred twice", i):
                yield row.replace("15/06", "16/06", 1)
        for i in range(self.blocks):
            if self.error != ("acquisition left out", i):
                yield f"16/06/{YEAR},Acquisition,NA,{self.columns(*theirs, i)},{self.before},NA,NA,NA,NA,NA,,"
        for i in range(self.uses):
            row = f"20/11/{YEAR},Use,NA,{self.columns(*theirs, i)},NA,NA,NDC,{self.code},NA,{YEAR},,"
            yield row
            if self.error == ("used twice", i):
                yield row.replace("20/11", "21/11", 1)

    def holdings(self):
        start = self.uses - (self.error is not None and self.error[0] == "held after its use")
        length = (self.blocks - start) * BLOCK
        yield self.columns(self.before, self.approach_before, start, length, length)

    def authorizations(self):
        total = (self.blocks + 2) * BLOCK
        for approach, party in ((self.approach, self.next), (self.approach_before, self.before)):
            yield (f"AUTH-{self.code}-{approach},01/03/2022,{approach},1,{total},GHG,{GWP},NA,Waste management,"
                   f"Waste,NDC,{party},NA,NA,Occurred: from 2021 to 2030. Use: from 2021 to 2030,None,,NA,")

    def write(self, folder):
        rows = {"Table 1: Submission": [f"{self.code},1.0,{YEAR},10/04/{YEAR + 1},{CARP},{CARP},2021,2030,"
                                        "{Link to be produced by the CARP}"],
                "Table 2: Authorizations": self.authorizations(), "Table 3: Actions": self.actions(),
                "Table 4: Holdings": self.holdings(), "Table 5: Authorized entities": []}
        path = folder / f"{self.code}_{YEAR}_1.0.csv"
        with path.open("w", newline="\r\n", encoding="utf-8") as file:
            for title, header in HEADERS.items():
                file.write(f"{title}\n\n{header}\n")
                file.writelines(row + "\n" for row in rows[title])
                file.write("\n")
        return path


def plant(parties):
    """Gives every fourth Party an error; what is expected: (rule, host whose units, block)."""
    expected = []
    for number, party in enumerate(parties[::4]):
        kind = list(KINDS)[number % len(KINDS)]
        i = party.uses - 1 if kind in ("used twice", "held after its use") else party.blocks // 2
        party.error = (kind, i)
        own = kind in ("quantity wrong", "transferred twice")
        expected.append((KINDS[kind], party.code if own else party.before, i))
    return expected


def main():
    arguments = [one for one in sys.argv[1:] if one != "--xlsx"]
    itmo = arguments[0]
    count = int(arguments[1]) if len(arguments) > 1 else 20
    actions = int(arguments[2]) if len(arguments) > 2 else 50_000
    form = "xlsx" if "--xlsx" in sys.argv else "csv"
    uses = actions // 10
    parties = [Party(i, count, (actions - uses) // 2, uses) for i in range(count)]
    expected = plant(parties)
    with tempfile.TemporaryDirectory(prefix="openitmo-submissions-") as name:
        folder = pathlib.Path(name)
        for party in parties:
            path = party.write(folder)
            if form == "xlsx":
                subprocess.run([itmo, "convert-aef", str(path), "-o", str(path.with_suffix(".xlsx"))],
                               capture_output=True, check=True)
                path.unlink()
        size = sum(path.stat().st_size for path in folder.iterdir())
        with tempfile.TemporaryFile() as answer:
            started = time.monotonic()
            check = subprocess.Popen([itmo, "check-submissions", str(folder), "--json"], stdout=answer)
            _, status, usage = os.wait4(check.pid, 0)
            seconds = time.monotonic() - started
            if os.waitstatus_to_exitcode(status) not in (0, 1):
                sys.exit("check-submissions failed")
            answer.seek(0)
            findings = json.load(answer)
    rows = count * actions
    print(f"{count} Parties, {rows} actions, {size / 1e6:.0f} MB of {form}: {seconds:.1f} s wall, "
          f"{usage.ru_utime + usage.ru_stime:.1f} s of processor time, "
          f"{usage.ru_maxrss / 1024:.0f} MB, {rows / seconds / 1e3:.0f} thousand rows a second, "
          f"{os.cpu_count()} cores")
    return compare(findings, expected)


def compare(answer, expected):
    """How many planted errors were missed, and findings about units where nothing was planted."""
    found = [finding for finding in answer["findings"] if finding["effect"] != "warning"]
    planted = {(host, i) for _, host, i in expected}
    missed = [one for one in expected if not any(
        finding["rule"] == one[0] and touches(finding, one[1], one[2]) for finding in found)]
    strange = [finding for finding in found
               if not any(touches(finding, host, i) for host, i in planted)]
    print(f"{len(expected)} errors planted, {len(missed)} missed; {len(found)} findings, "
          f"{len(strange)} about other units")
    for one in missed[:5]:
        print("missed:", one)
    for finding in strange[:5]:
        print("strange:", json.dumps(finding)[:300])
    return 1 if missed or strange else 0


def touches(finding, host, i):
    """Whether the finding is about units of the host's i-th block, by the identifiers it names."""
    serials = [int(serial) for code, serial in IDENTIFIER.findall(finding["what"]) if code == host]
    return bool(serials) and min(serials) <= (i + 1) * BLOCK and max(serials) > i * BLOCK


if __name__ == "__main__":
    sys.exit(main())
