"""Scans of the tickets that the verifier of MR-2 drew at Niaye Nord, and the worksheet as filled in.

The sample is drawn here again from seed and size, by the page docs/formats/ticket-sample.md alone: what
`itmo sample` and `itmo assess` make of the same data must agree with it. One ticket was typed with two
digits exchanged; its scan shows what the weighbridge printed.
"""

import hashlib

COMPONENT = "niaye-nord"
REPORT = "MR-2"
YEAR = 2024
SEED = 20250407
SIZE = 120
MISTYPED = "NN24-04877"
BANNER = "DEMONSTRATION, fictitious data / DÉMONSTRATION, données fictives"
MATERIAL = "waste in"

MASK = (1 << 64) - 1


def random_word(seed, number):
    """The first word of Philox 4x64-10 for the counter (number, 0, 0, 0) and the key (seed, 2)."""
    counter, key = [number, 0, 0, 0], [seed, 2]
    for _ in range(10):
        first, third = 0xD2E7470EE14C6C93 * counter[0], 0xCA5A826395121157 * counter[2]
        counter = [(third >> 64) ^ counter[1] ^ key[0], third & MASK,
                   (first >> 64) ^ counter[3] ^ key[1], first & MASK]
        key = [(key[0] + 0x9E3779B97F4A7C15) & MASK, (key[1] + 0xBB67AE8584CAA73B) & MASK]
    return counter[0]


def draw(population, seed, size):
    by_word = sorted(range(len(population)), key=lambda i: (random_word(seed, i), i))
    return [population[i] for i in sorted(by_word[:size])]


def tickets_in(weighbridge_csv):
    """(ticket, row, time, truck, gross, tare) of the waste that came in."""
    for row, line in enumerate(weighbridge_csv.decode("utf-8").splitlines()[1:], 2):
        ticket, time, truck, material, gross, tare = line.split(",")
        if material == MATERIAL:
            yield ticket, row, time, truck, int(gross), int(tare)


def exchange_digits(kilograms):
    """5180 for 5810: the second and third digit in each other's place."""
    digits = list(str(kilograms))
    digits[1], digits[2] = digits[2], digits[1]
    return int("".join(digits))


def scan(ticket, time, truck, gross, tare):
    lines = ["PONT-BASCULE / WEIGHBRIDGE", "Niaye Nord (fictif / fictitious)", "",
             "Ticket  " + ticket, "Date    " + time, "Camion  " + truck, "Matière " + MATERIAL, "",
             "Brut    %6d kg" % gross, "Tare    %6d kg" % tare, "Net     %6d kg" % (gross - tare)]
    text = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 300" font-family="monospace">',
            '<rect width="420" height="300" fill="#f4f1e8"/>',
            '<g transform="rotate(%s 210 150)" font-size="15" fill="#222">' % ("0.6" if gross % 3 else "-0.8"),
            '<rect x="22" y="16" width="376" height="262" fill="#fff" stroke="#888"/>']
    text += ['<text x="40" y="%d" xml:space="preserve">%s</text>' % (44 + 20 * i, line)
             for i, line in enumerate(lines) if line]
    text += ["</g>", '<text x="210" y="294" font-size="10" text-anchor="middle" fill="#7a1f00">%s</text>' % BANNER,
             "</svg>"]
    return text


def data_set_hash(root):
    """Of the list of the component's files by hash, as a monitoring report names it."""
    paths = sorted((root / "data" / COMPONENT).iterdir(), key=lambda path: path.name)
    manifest = "".join("%s  data/%s/%s\n" % (hashlib.sha256(path.read_bytes()).hexdigest(), COMPONENT, path.name)
                       for path in paths)
    return hashlib.sha256(manifest.encode()).hexdigest()


def all_files(root):
    """Lines by path, from the monitoring files that lie in `root` already."""
    name = "data/%s/weighbridge_%d.csv" % (COMPONENT, YEAR)
    population = list(tickets_in((root / name).read_bytes()))
    files, rows = {}, []
    for ticket, row, time, truck, gross, tare in draw(population, SEED, SIZE):
        mistyped = ticket == MISTYPED
        shown = exchange_digits(gross) if mistyped else gross
        path = "scans/%s/%s.svg" % (COMPONENT, ticket)
        files[path] = scan(ticket, time, truck, shown, tare)
        scan_hash = hashlib.sha256("".join(line + "\n" for line in files[path]).encode()).hexdigest()
        remark = "gross mass typed with two digits exchanged" if mistyped else ""
        rows.append("%s,%s,%d,%s,%s,%d,%d,%d,%s,%s,%d,%d,%s" % (
            ticket, name, row, time, MATERIAL, gross, tare, gross - tare, path, scan_hash, shown, tare, remark))
    head = ['"%s"' % BANNER, "item,value", "programme,senegal-waste", "component," + COMPONENT,
            "monitoring report," + REPORT, "period,%d-01-01 to %d-12-31" % (YEAR, YEAR),
            "data set (SHA-256)," + data_set_hash(root), "material," + MATERIAL,
            "tickets in the period,%d" % len(population), "seed,%d" % SEED, "tickets drawn,%d" % SIZE,
            "size of the sample,as asked for",
            'to fill in,"for each ticket both masses as its scan shows them; or neither, and in the remark why '
            'nobody can see them"', "",
            "ticket,file,row,date and time,material,gross (kg),tare (kg),net (kg),scan,scan SHA-256,"
            "gross seen (kg),tare seen (kg),remark"]
    files["verification/%s-%s.csv" % (REPORT, COMPONENT)] = head + rows
    return files
