"""A small xlsx writer whose output is the same bytes on every machine."""

import zipfile
from xml.sax.saxutils import escape

import deflate


class Moment(float):
    """A serial shown as a date with time."""


class Day(int):
    """A serial shown as a date."""


STYLES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>\
<numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="14"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
</styleSheet>"""
TITLE, DAY, MOMENT = 1, 2, 3
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Sheet:
    def __init__(self, name, strings):
        self.name = name
        self.strings = strings
        self.rows = []
        self.merges = []

    def title(self, text, width):
        number = len(self.rows) + 1
        self.rows.append('<row r="%d"><c r="A%d" s="%d" t="s"><v>%d</v></c></row>' % (
            number, number, TITLE, self.string(text)))
        self.merges.append("A%d:%s%d" % (number, COLUMNS[width - 1], number))

    def blank(self):
        self.rows.append("")

    def row(self, values):
        number = len(self.rows) + 1
        cells = "".join(self.cell("%s%d" % (COLUMNS[i], number), value) for i, value in enumerate(values))
        self.rows.append('<row r="%d">%s</row>' % (number, cells))

    def cell(self, at, value):
        if isinstance(value, str):
            return '<c r="%s" t="s"><v>%d</v></c>' % (at, self.string(value))
        style = ' s="%d"' % (MOMENT if isinstance(value, Moment) else DAY) \
            if isinstance(value, (Moment, Day)) else ""
        number = float(value) if isinstance(value, Moment) else int(value)
        return '<c r="%s"%s><v>%r</v></c>' % (at, style, number)

    def string(self, text):
        return self.strings.setdefault(text, len(self.strings))

    def xml(self):
        merges = "".join('<mergeCell ref="%s"/>' % ref for ref in self.merges)
        return (HEAD + '<worksheet xmlns="%s"><sheetData>%s</sheetData><mergeCells count="%d">%s'
                '</mergeCells></worksheet>' % (MAIN, "".join(self.rows), len(self.merges), merges))


class Workbook:
    def __init__(self):
        self.sheets = []
        self.strings = {}

    def sheet(self, name):
        self.sheets.append(Sheet(name, self.strings))
        return self.sheets[-1]

    def parts(self):
        numbers = range(1, len(self.sheets) + 1)
        yield "[Content_Types].xml", HEAD + (
            '<Types xmlns="%s/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.sheet.main+xml"/>' % PACKAGE
            + "".join('<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.'
                      'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' % n for n in numbers)
            + '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
            '</Types>')
        yield "_rels/.rels", HEAD + (
            '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>' % (PACKAGE, RELATIONS))
        yield "xl/workbook.xml", HEAD + (
            '<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>' % (
                MAIN, RELATIONS, "".join('<sheet name="%s" sheetId="%d" r:id="rId%d"/>' % (
                    escape(self.sheets[n - 1].name), n, n) for n in numbers)))
        last = len(self.sheets)
        yield "xl/_rels/workbook.xml.rels", HEAD + (
            '<Relationships xmlns="%s/relationships">%s<Relationship Id="rId%d" Type="%s/styles" '
            'Target="styles.xml"/><Relationship Id="rId%d" Type="%s/sharedStrings" '
            'Target="sharedStrings.xml"/></Relationships>' % (
                PACKAGE, "".join('<Relationship Id="rId%d" Type="%s/worksheet" '
                                 'Target="worksheets/sheet%d.xml"/>' % (n, RELATIONS, n) for n in numbers),
                last + 1, RELATIONS, last + 2, RELATIONS))
        yield "xl/styles.xml", STYLES
        for n in numbers:
            yield "xl/worksheets/sheet%d.xml" % n, self.sheets[n - 1].xml()
        yield "xl/sharedStrings.xml", HEAD + '<sst xmlns="%s" uniqueCount="%d">%s</sst>' % (
            MAIN, len(self.strings), "".join("<si><t>%s</t></si>" % escape(s) for s in self.strings))

    def write(self, path):
        members = [(name, text.encode("utf-8")) for name, text in self.parts()]
        path.write_bytes(deflate.zip_file(members))
        with zipfile.ZipFile(path) as archive:  # read back by another implementation
            for name, data in members:
                if archive.read(name) != data:
                    raise SystemExit("%s: %s does not read back" % (path, name))
