"""Landfill gas at Mbeubeuss and recycling points: invented monthly figures of 2024, like the rest of generate.py.

The gas wells stand on one closed part of the site; a flare burns most of the gas, an engine the rest. Recycling points
buy plastics from waste pickers and sell them in bales."""

YEAR = 2024
HOURS = [744, 696, 744, 720, 744, 720, 744, 744, 720, 744, 720, 744]


def comma(number, decimals):
    return ("%.*f" % (decimals, number)).replace(".", ",")


def gas_months(draw):
    """(month, Nm3 to the flare, % methane, % efficiency, t methane to the engine, hours, MWh delivered, MWh used)"""
    months = []
    for month in range(12):
        # A maintenance stop of the engine in May; rains thin the gas a little.
        hours = int(HOURS[month] * draw.between(0.86, 0.94)) if month != 4 else 312
        fraction = draw.between(47.0, 50.5) - (1.5 if 6 <= month <= 9 else 0.0)
        methane_t = 0.0245 * hours * draw.between(0.97, 1.03)
        months.append((month + 1, int(draw.between(104000, 116000)), fraction, draw.between(84.0, 88.5), methane_t,
                       hours, methane_t * draw.between(4.85, 5.05), draw.between(23.5, 26.5)))
    return months


# October by the minute, as the loggers wrote it; the other months are their monthly sums. Planted: the analyser
# freezes for ten hours on the 8th, the flare's meter is out of calibration from the 16th to the 21st, the logger
# stops for three hours on the 24th, and its clock, which came set to Zurich, is put back on the 27th.
STREAM_MONTH = 10
MINUTES_PER_DAY = 1440
FROZEN = range(7 * MINUTES_PER_DAY + 300, 7 * MINUTES_PER_DAY + 900)
SILENT = range(23 * MINUTES_PER_DAY + 600, 23 * MINUTES_PER_DAY + 780)
PUT_BACK = 26 * MINUTES_PER_DAY + 180  # 03:00 becomes 02:00


def gas_minutes(draw):
    """Lines of the stream. An analyser shows a new figure every ten minutes, a flow meter every five, the flare's
    thermometer every quarter of an hour in steps of 5 degrees."""
    lines = ["heure;débit torchère (Nm3/h);débit moteur (Nm3/h);CH4 (%);flamme;température des fumées (°C);"
             "moteur en marche"]
    for minute in range(31 * MINUTES_PER_DAY + 60):
        shown = minute if minute < PUT_BACK else minute - 60
        if minute % 10 == 0 and minute not in FROZEN:
            fraction = draw.between(47.3, 49.4)
        if minute % 5 == 0:
            flow, engine = int(draw.between(146, 163)), int(draw.between(61, 69))
        if minute % 15 == 0:
            exhaust = int(draw.between(176, 189)) * 5
        day, clock = shown // MINUTES_PER_DAY + 1, shown % MINUTES_PER_DAY
        burns = not (day == 14 and 480 <= clock < 540)  # an hour of maintenance
        runs = not (day in (3, 14, 22) and 420 <= clock < 1140) and clock >= 15
        if minute not in SILENT:
            lines.append("%d-%02d-%02d %02d:%02d;%d;%d;%s;%d;%d;%d" % (
                YEAR, STREAM_MONTH, day, clock // 60, clock % 60, flow if burns else 0, engine if runs else 0,
                comma(fraction, 1), burns, exhaust if burns else 40, runs))
    return lines


def recycled_months(draw):
    """(month, {material: kg}, MWh used)"""
    plan = {"HDPE": 55000, "LDPE": 40000, "PET": 60000}
    return [(month, {material: int(kg * draw.between(0.85, 1.15) / 20) * 20 for material, kg in plan.items()},
             draw.between(14.5, 17.5)) for month in range(1, 13)]


def gas_files(draw):
    """File name -> lines: semicolons, decimal commas, French headers."""
    months = gas_months(draw)
    return {
        "gaz_2024.csv": ["mois;gaz vers torchère (Nm3);fraction de méthane (%);rendement de la torchère (%);"
                         "méthane vers moteur (t);heures moteur (h)"]
        + ["%d-%02d;%d;%s;%s;%s;%d" % (YEAR, month, volume, comma(fraction, 2), comma(efficiency, 1),
                                       comma(methane, 3), hours)
           for month, volume, fraction, efficiency, methane, hours, _, _ in months if month != STREAM_MONTH],
        "electricite_livree_2024.csv": ["mois;électricité livrée (MWh)"]
        + ["%d-%02d;%s" % (YEAR, row[0], comma(row[6], 3)) for row in months],
        "electricite_2024.csv": ["mois;consommation (MWh)"]
        + ["%d-%02d;%s" % (YEAR, row[0], comma(row[7], 3)) for row in months],
    }


def recycling_files(draw):
    months = recycled_months(draw)
    return {
        "matieres_2024.csv": ["mois;matière;masse (kg)"]
        + ["%d-%02d;%s;%d" % (YEAR, month, material, kg) for month, masses, _ in months
           for material, kg in masses.items()],
        "electricite_2024.csv": ["mois;consommation (MWh)"]
        + ["%d-%02d;%s" % (YEAR, month, comma(mwh, 3)) for month, _, mwh in months],
    }
