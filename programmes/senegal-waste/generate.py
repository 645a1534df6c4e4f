#!/usr/bin/env python3
"""Writes the invented part of this programme: monitoring files (data/), documents (documents/), and what a
verifier saw of a sample of tickets (scans/, verification/).

DEMONSTRATION, fictitious data: sites, trucks, samples, meters and documents are all invented. The
figures that are published stand in the TOML files, each with its source.

    generate.py            writes into the folder of this script
    generate.py FOLDER     writes into FOLDER

Every run writes the same bytes on every machine: numbers come from random.Random(seed).random(), which
Python keeps stable, and pass through + - * / only (no sin, exp or gauss, whose last digit may differ);
zip members carry a fixed time and are packed by deflate.py, because zlib's output depends on its version.
"""

import pathlib
import random
import sys

sys.dont_write_bytecode = True  # the folder holds the programme's files and nothing else

import deflate
import documents
import metered
import scans
import workbook

MINUTES_PER_DAY = 1440
SERIAL_OF_1970 = 25569


# --- Calendar (days since 1970-01-01; the proleptic Gregorian calendar of H. Hinnant) ---

def days_of(year, month, day):
    y = year - (month <= 2)
    era = y // 400
    yoe = y - era * 400
    doy = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468


def days_in_month(year, month):
    return days_of(year + month // 12, month % 12 + 1, 1) - days_of(year, month, 1)


def is_sunday(days):
    return (days + 3) % 7 == 6  # 1970-01-01 was a Thursday


# --- Sites ---

# name: (tare kg, least net kg, most net kg)
TRICYCLE = ("tricycle", 420, 240, 660)
TRAILER = ("tractor trailer", 2600, 1300, 3100)
TIPPER = ("tipper", 3400, 1500, 3700)
COMPACTOR = ("compactor", 11800, 4600, 8000)
SKIP = ("skip loader", 9200, 3800, 6200)
LORRY = ("lorry", 8600, 6000, 10000)

# Growth of the yearly intake against 2022, and the months' shares of it (rains from July to October
# bring more waste; in the mango season, May to July, markets throw away more).
INTAKE_GROWTH = {2022: 1.0, 2023: 1.02, 2024: 1.03}
SEASON = [0.95, 0.93, 0.95, 0.97, 1.03, 1.07, 1.09, 1.08, 1.05, 1.00, 0.94, 0.94]

# Composition of the waste that enters the windrows, % of wet mass. Dakar's household waste is about
# 45 % organics and 30 % fines and sand (senegal.md: attributed to the UCG campaign of 2014-16,
# confidence L). Niaye Nord takes source-separated market waste; Cap Est takes household waste, sorts it
# and sends most of the sand, plastics, glass and metal away as residue; Casamance Sud mixes both.
TYPES = ["food", "garden", "paper", "wood", "textiles", "nappies", "plastics", "metal", "glass", "fines",
         "other"]

SITES = {
    "niaye-nord": dict(
        seed=20220101, prefix="NN", intake_t=26000, residue=0.04, compost=0.28,
        trucks=[(TRICYCLE, 0.70), (TIPPER, 0.22), (COMPACTOR, 0.08)],
        mix=[82.0, 10.0, 4.0, 1.0, 0.3, 0.1, 0.8, 0.1, 0.1, 1.4, 0.2],
        kwh_per_t=2.4, litres_per_t=0.55),
    "cap-est": dict(
        seed=20220102, prefix="CE", intake_t=20000, residue=0.36, compost=0.19,
        trucks=[(TRICYCLE, 0.60), (TIPPER, 0.27), (COMPACTOR, 0.13)],
        mix=[50.0, 25.0, 6.0, 3.0, 1.5, 1.5, 2.0, 0.2, 0.3, 10.0, 0.5],
        kwh_per_t=3.6, litres_per_t=0.80),
    "casamance-sud": dict(
        seed=20220103, prefix="CS", intake_t=15000, residue=0.07, compost=0.27,
        trucks=[(TRAILER, 0.55), (TIPPER, 0.35), (COMPACTOR, 0.10)],
        mix=[70.0, 15.0, 5.0, 2.0, 0.7, 0.3, 1.5, 0.2, 0.3, 4.5, 0.5],
        kwh_per_t=2.8, litres_per_t=0.70),
}
YEARS = [2022, 2023, 2024]


class Draw:
    def __init__(self, seed):
        self.uniform = random.Random(seed).random

    def between(self, low, high):
        return low + (high - low) * self.uniform()

    def bell(self):
        """Mean 0, spread 1, without a transcendental function: twelve uniforms added up."""
        total = 0.0
        for _ in range(12):
            total += self.uniform()
        return total - 6.0

    def pick(self, weighted):
        left = self.uniform()
        for value, weight in weighted:
            left -= weight
            if left < 0:
                return value
        return weighted[-1][0]


def in_steps(kilograms, step=20):
    """A vehicle scale shows steps of 20 kg."""
    return int(kilograms / step + 0.5) * step


class Site:
    """One site's three years: tickets by year, samples, electricity by month, diesel deliveries."""

    def __init__(self, plan):
        self.plan = plan
        self.draw = Draw(plan["seed"])
        self.tickets = {year: [] for year in YEARS}  # (id, days, minute, truck, material, gross, tare)
        self.treated_kg = {}  # by (year, month)
        for year in YEARS:
            self.weigh_year(year)
        self.samples = self.sample_all()
        self.electricity = [(year, month, round(self.treated_kg[year, month] / 1000 * plan["kwh_per_t"]
                                                * self.draw.between(0.93, 1.07)))
                            for year in YEARS for month in range(1, 13)]
        self.diesel = self.fill_tank()

    def weigh_year(self, year):
        for month in range(1, 13):
            first = days_of(year, month, 1)
            days = [d for d in range(first, first + days_in_month(year, month)) if not is_sunday(d)]
            month_kg = (self.plan["intake_t"] * 1000 / 12 * SEASON[month - 1] * INTAKE_GROWTH[year]
                        * self.draw.between(0.97, 1.03))
            balance = {"in": 0, "residue": 0, "compost": 0}
            for day in days:
                self.weigh_day(year, day, month_kg / len(days), balance)
            self.treated_kg[year, month] = balance["in"] - balance["residue"]

    def weigh_day(self, year, day, target_kg, balance):
        target_kg = target_kg * self.draw.between(0.85, 1.15)
        loads = []
        arrived = 0
        while arrived < target_kg:
            load = self.load(self.draw.pick(self.plan["trucks"]), "in")
            arrived += load[2] - load[3]
            loads.append(load)
        balance["in"] += arrived
        for material, share, truck in (("residue", self.plan["residue"], SKIP),
                                       ("compost", self.plan["compost"], LORRY)):
            while balance[material] + truck[2] < balance["in"] * share:
                load = self.load(truck, material)
                balance[material] += load[2] - load[3]
                loads.append(load)
        minutes = sorted(int(self.draw.between(390, 1050)) for _ in loads)  # 06:30 to 17:30
        for minute, (truck, material, gross, tare) in zip(minutes, self.shuffled(loads)):
            number = len(self.tickets[year]) + 1
            self.tickets[year].append((number, day, minute, truck, material, gross, tare))

    def load(self, truck, material):
        name, tare, least, most = truck
        empty = in_steps(tare * self.draw.between(0.96, 1.04))
        return (name, material, empty + in_steps(self.draw.between(least, most)), empty)

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = int(self.draw.uniform() * (i + 1))
            items[i], items[j] = items[j], items[i]
        return items

    def sample_all(self):
        """Three samples a quarter (TOOL04), and three in December 2021 for the first months of the
        monthly model. Per mille, so that they sum to 100.0 % exactly."""
        dates = [days_of(2021, 12, day) for day in (6, 13, 20)]
        for year in YEARS:
            for month in range(1, 13):
                dates.append(days_of(year, month, 1) + int(self.draw.between(3, 24)))
        return [(number, date, self.sample()) for number, date in enumerate(dates, 1)]

    def sample(self):
        shares = [max(0.0, share * (1 + 0.07 * self.draw.bell())) for share in self.plan["mix"]]
        total = sum(shares)
        per_mille = [int(share / total * 1000 + 0.5) for share in shares]
        per_mille[0] += 1000 - sum(per_mille)
        return per_mille

    def fill_tank(self):
        """A delivery of whole 10 litres whenever two weeks' use has run down."""
        deliveries = []
        for year in YEARS:
            for month in range(1, 13):
                need = self.treated_kg[year, month] / 1000 * self.plan["litres_per_t"]
                for half in (3, 17):
                    litres = in_steps(need / 2 * self.draw.between(0.94, 1.06), 10)
                    deliveries.append((days_of(year, month, half + int(self.draw.between(0, 6))), litres))
        return deliveries


# --- Writing ---

def civil(days):
    z = days + 719468
    era = z // 146097
    doe = z - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 if mp < 10 else mp - 9
    return yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) // 5 + 1


def iso(days):
    return "%04d-%02d-%02d" % civil(days)


def day_first(days):
    year, month, day = civil(days)
    return "%02d/%02d/%04d" % (day, month, year)


def comma(number, decimals):
    return ("%.*f" % (decimals, number)).replace(".", ",")


def write_text(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(line + "\n" for line in lines).encode("utf-8"))


def write_plain_csv(folder, site):
    """Niaye Nord: commas, decimal points, ISO dates, English headers, as an export writes them."""
    prefix = site.plan["prefix"]
    words = {"in": "waste in", "residue": "residue out", "compost": "compost out"}
    for year in YEARS:
        rows = ["ticket,date and time,truck category,material,gross (kg),tare (kg)"]
        for number, day, minute, truck, material, gross, tare in site.tickets[year]:
            rows.append("%s%02d-%05d,%s %02d:%02d,%s,%s,%d,%d" % (
                prefix, year % 100, number, iso(day), minute // 60, minute % 60, truck, words[material],
                gross, tare))
        write_text(folder / ("weighbridge_%d.csv" % year), rows)
    header = ("sample,date,food (%),garden (%),paper and cardboard (%),wood (%),textiles (%),"
              "nappies (%),plastics (%),metal (%),glass (%),fines and sand (%),other (%)")
    write_text(folder / "composition.csv", [header] + [
        "%s-%03d,%s,%s" % (prefix, number, iso(day), ",".join("%.1f" % (p / 10) for p in shares))
        for number, day, shares in site.samples])
    write_text(folder / "electricity.csv", ["month,consumption (kWh)"] + [
        "%04d-%02d,%d" % reading for reading in site.electricity])
    write_text(folder / "diesel.csv", ["date,diesel (litres)"] + [
        "%s,%d" % (iso(day), litres) for day, litres in site.diesel])


TRUCKS_FR = {"tricycle": "tricycle", "tractor trailer": "tracteur et remorque", "tipper": "benne",
             "compactor": "camion compacteur", "skip loader": "ampliroll", "lorry": "camion plateau"}
MATERIALS_FR = {"in": "déchets entrants", "residue": "refus de tri", "compost": "compost sortant"}
WASTE_FR = ["Déchets alimentaires", "Déchets verts", "Papier et carton", "Bois", "Textiles", "Couches",
            "Plastiques", "Métaux", "Verre", "Fines et sable", "Autres"]


def write_semicolon_csv(folder, site):
    """Cap Est: semicolons, decimal commas, days first, French headers, masses in tonnes."""
    prefix = site.plan["prefix"]
    for year in YEARS:
        rows = ["N° ticket;Date et heure;Catégorie de camion;Matière;Poids brut (t);Tare (t)"]
        for number, day, minute, truck, material, gross, tare in site.tickets[year]:
            rows.append("%s%02d-%05d;%s %02d:%02d;%s;%s;%s;%s" % (
                prefix, year % 100, number, day_first(day), minute // 60, minute % 60, TRUCKS_FR[truck],
                MATERIALS_FR[material], comma(gross / 1000, 2), comma(tare / 1000, 2)))
        write_text(folder / ("pesees_%d.csv" % year), rows)
    write_text(folder / "composition.csv", [
        "N° échantillon;Date de prélèvement;" + ";".join(name + " (%)" for name in WASTE_FR)] + [
        "%s-%03d;%s;%s" % (prefix, number, day_first(day), ";".join(comma(p / 10, 1) for p in shares))
        for number, day, shares in site.samples])
    write_text(folder / "electricite.csv", ["Mois;Consommation (kWh)"] + [
        "%02d/%04d;%s" % (month, year, comma(kwh, 1)) for year, month, kwh in site.electricity])
    write_text(folder / "gasoil.csv", ["Date de livraison;Quantité livrée (l)"] + [
        "%s;%s" % (day_first(day), comma(litres, 1)) for day, litres in site.diesel])


def year_of(days):
    return civil(days)[0]


def write_workbooks(folder, site):
    """Casamance Sud: one workbook a year as an officer keeps it, with merged titles above the tables,
    real date cells, and numbers typed as text with a decimal comma."""
    for year in YEARS:
        book = workbook.Workbook()
        notes = book.sheet("Lisez-moi")
        notes.title("DEMONSTRATION, fictitious data / DÉMONSTRATION, données fictives", 6)
        notes.title("Site de compostage Casamance Sud (fictif), suivi %d" % year, 6)
        weighings(book, site, year)
        composition(book, site, year)
        energy(book, site, year)
        folder.mkdir(parents=True, exist_ok=True)
        book.write(folder / ("suivi_%d.xlsx" % year))


def weighings(book, site, year):
    sheet = book.sheet("Pesées")
    sheet.title("Site de compostage Casamance Sud (fictif)", 6)
    sheet.title("Registre du pont-bascule, année %d" % year, 6)
    sheet.blank()
    sheet.row(["N° ticket", "Date et heure", "Catégorie de camion", "Matière", "Poids brut (t)",
               "Tare (kg)"])
    for number, day, minute, truck, material, gross, tare in site.tickets[year]:
        serial = SERIAL_OF_1970 + day + minute / MINUTES_PER_DAY
        sheet.row([year * 100000 + number, workbook.Moment(serial), TRUCKS_FR[truck],
                   MATERIALS_FR[material], comma(gross / 1000, 2), tare])


def composition(book, site, year):
    sheet = book.sheet("Composition")
    sheet.title("Composition des déchets entrant en andain, % de la masse humide", 13)
    sheet.blank()
    sheet.row(["N° échantillon", "Date de prélèvement"] + [name + " (%)" for name in WASTE_FR])
    for number, day, shares in site.samples:
        # December 2021 stands in the first workbook.
        if max(year_of(day), YEARS[0]) == year:
            sheet.row(["CS-%03d" % number, workbook.Day(SERIAL_OF_1970 + day)]
                      + [comma(p / 10, 1) for p in shares])


def energy(book, site, year):
    sheet = book.sheet("Électricité")
    sheet.title("Relevés du compteur électrique", 2)
    sheet.row(["Mois", "Consommation (MWh)"])
    for of_year, month, kwh in site.electricity:
        if of_year == year:
            sheet.row([workbook.Day(SERIAL_OF_1970 + days_of(year, month, 1)), comma(kwh / 1000, 3)])
    sheet = book.sheet("Gasoil")
    sheet.title("Livraisons de gasoil pour les engins", 2)
    sheet.row(["Date de livraison", "Quantité livrée (litres)"])
    for day, litres in site.diesel:
        if year_of(day) == year:
            sheet.row([workbook.Day(SERIAL_OF_1970 + day), litres])


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    write_plain_csv(folder / "data" / "niaye-nord", Site(SITES["niaye-nord"]))
    write_semicolon_csv(folder / "data" / "cap-est", Site(SITES["cap-est"]))
    write_workbooks(folder / "data" / "casamance-sud", Site(SITES["casamance-sud"]))
    for component, files in (("mbeubeuss-gas", metered.gas_files(Draw(20240104))),
                             ("recycling-points", metered.recycling_files(Draw(20240105)))):
        for name, lines in files.items():
            write_text(folder / "data" / component / name, lines)
    minutes = "".join(line + "\n" for line in metered.gas_minutes(Draw(20241001)))
    (folder / "data" / "mbeubeuss-gas" / "minutes_2024-10.csv.gz").write_bytes(deflate.gzip_file(minutes.encode("utf-8")))
    for name, lines in documents.all_documents().items():
        write_text(folder / "documents" / (name + ".md"), lines)
    for name, lines in scans.all_files(folder).items():
        write_text(folder / name, lines)


if __name__ == "__main__":
    main()
