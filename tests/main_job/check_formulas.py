"""Calculates every formula of workbooks again and compares it with the stored value.

Knows what the monitoring workbooks use: references, also to other sheets, + and -, and SUM.
Prints how many formulas it calculated; exits with 1 where one differs.
"""
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TOKEN = re.compile(r"SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)|(?:'([^']+)'!)?([A-Z]+\d+)|([+-])")


def sheets_of(path):
    with zipfile.ZipFile(path) as book:
        names = [sheet.get("name") for sheet in ElementTree.fromstring(
            book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        for number, name in enumerate(names, 1):
            yield name, ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))


def cells_of(sheet):
    for cell in sheet.iter(MAIN + "c"):
        formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
        if value is not None and cell.get("t") != "s":
            yield cell.get("r"), float(value.text), None if formula is None else formula.text


def value_of(book, sheet, formula):
    total, sign, rest = 0.0, 1, formula
    while rest:
        token = TOKEN.match(rest)
        if not token:
            raise ValueError(f"{sheet}: what is {rest!r} in {formula!r}?")
        rest = rest[token.end():]
        column, first, last_column, last, other, cell, operator = token.groups()
        if operator:
            sign = 1 if operator == "+" else -1
        elif cell:
            total += sign * calculated(book, other or sheet, cell)
        else:
            assert column == last_column
            total += sign * sum(calculated(book, sheet, f"{column}{row}")
                                for row in range(int(first), int(last) + 1)
                                if f"{column}{row}" in book[sheet])
    return total


def calculated(book, sheet, cell):
    stored, formula = book[sheet][cell]
    return stored if formula is None else value_of(book, sheet, formula)


def check(path):
    book = {name: {cell: (value, formula) for cell, value, formula in cells_of(sheet)}
            for name, sheet in sheets_of(path)}
    count = 0
    for name, cells in book.items():
        for cell, (stored, formula) in cells.items():
            if formula is None:
                continue
            count += 1
            again = calculated(book, name, cell)
            if abs(again - stored) > 1e-9 * max(1.0, abs(stored)):
                sys.exit(f"{path}: {name}!{cell} holds {stored}, and {formula} gives {again}")
    return count


print(sum(check(path) for path in sys.argv[1:]), "formulas agree")
