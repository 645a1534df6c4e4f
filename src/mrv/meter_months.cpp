#include "mrv/meter_months.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

using Seconds = std::int64_t;
constexpr double kDay_s = 86'400;

Seconds seconds_of(Instant time) { return time.seconds().time_since_epoch().count(); }
Seconds begin_of(Period month) {
  const Date first(month.year, month.month, 1);
  return std::chrono::sys_seconds(first.days()).time_since_epoch().count();
}
Period month_at(Seconds at) {
  const Date day = Instant(std::chrono::sys_seconds(std::chrono::seconds(at))).date();
  return {.year = day.year().value(), .month = day.month()};
}
Period next(Period month) {
  return month.month == 12 ? Period{.year = month.year + 1, .month = 1}
                           : Period{.year = month.year, .month = month.month + 1};
}
ReportText shown(double value) {
  return digits_text(shortest_decimal(std::round(value * 1000) / 1000 + 0.0));
}

class Differences {
 public:
  explicit Differences(const Meter& meter) : meter_(meter), readings_(meter.readings) {
    std::ranges::stable_sort(readings_, [](const MeterReading& a, const MeterReading& b) {
      return a.time != b.time ? a.time < b.time : a.event < b.event;
    });
  }

  MeterSeries run() {
    for (const MeterReading& reading : readings_) check_register(reading);
    for (std::size_t i = 1; i < readings_.size(); ++i) add(readings_[i - 1], readings_[i]);
    note_interpolation();
    keep_whole_months();
    return std::move(series_);
  }

 private:
  void note(Severity severity, Rule rule, const MeterReading& at, ReportText message,
            ReportText remedy, std::map<Period, double> amounts = {}) {
    series_.notes.push_back({.finding = {.severity = severity,
                                         .rule = rule,
                                         .place = at.place,
                                         .message = std::move(message),
                                         .remedy = std::move(remedy)},
                             .day = at.time.date(),
                             .amounts = std::move(amounts)});
  }

  void check_register(const MeterReading& reading) {
    if (reading.shown < meter_.rollover) return;
    note(Severity::error, Rule::meter_beyond_register, reading,
         {{"Meter {}: {} {} is more than the register can show, which starts again at {}.",
           "Compteur {} : {} {} dépasse ce que le registre peut afficher, qui repart à {}.",
           "Contador {}: {} {} supera lo que el registro puede mostrar, que vuelve a empezar en "
           "{}."},
          meter_.id,
          shown(reading.shown),
          meter_.unit,
          shown(meter_.rollover)},
         {{"Correct the reading, or the digits that the component declares.",
           "Corrigez le relevé, ou les chiffres que déclare le composant.",
           "Corrija la lectura, o las cifras que declara el componente."}});
  }

  void add(const MeterReading& before, const MeterReading& after) {
    if (after.event == MeterEvent::installed || before.event == MeterEvent::removed)
      return replace(before, after);
    const double days = days_between(before, after);
    if (days == 0) return refuse_second(after);
    const std::optional<double> difference = difference_of(before, after, days);
    if (!difference) return;
    const double highest = meter_.highest_per_day * days;
    if (*difference > highest) note_jump(before, after, *difference, highest);
    spread(before, after, *difference);
  }

  static double days_between(const MeterReading& before, const MeterReading& after) {
    return static_cast<double>(seconds_of(after.time) - seconds_of(before.time)) / kDay_s;
  }

  void refuse_second(const MeterReading& reading) {
    note(Severity::error, Rule::meter_read_twice, reading,
         {{"Meter {} has two readings of {}.", "Le compteur {} a deux relevés du {}.",
           "El contador {} tiene dos lecturas del {}."},
          meter_.id,
          reading.time.to_string()},
         {{"Keep the right one.", "Gardez le bon.", "Conserve la correcta."}});
  }

  // Nothing where the reading goes back; past the rollover value it may.
  std::optional<double> difference_of(const MeterReading& before, const MeterReading& after,
                                      double days) {
    const double difference = after.shown - before.shown;
    const double past_rollover = difference + meter_.rollover;
    if (difference >= 0) {
      if (past_rollover <= meter_.highest_per_day * days) note_seldom(before, after, days);
      return difference;
    }
    if (past_rollover <= meter_.highest_per_day * days) {
      note(Severity::warning, Rule::meter_rolled_over, after,
           {{"Meter {} passed {} {} and started again at 0: {} {} since {}.",
             "Le compteur {} a passé {} {} et est reparti de 0 : {} {} depuis le {}.",
             "El contador {} pasó de {} {} y volvió a empezar en 0: {} {} desde el {}."},
            meter_.id,
            shown(meter_.rollover),
            meter_.unit,
            shown(past_rollover),
            meter_.unit,
            before.time.date().to_string()},
           {{"Show the verifier both readings.", "Montrez les deux relevés au vérificateur.",
             "Muestre ambas lecturas al verificador."}});
      return past_rollover;
    }
    note(Severity::error, Rule::meter_goes_back, after,
         {{"Meter {} goes back from {} to {} {}; past its rollover it would have counted {} in {} "
           "days, more than the {} a day that it can.",
           "Le compteur {} recule de {} à {} {} ; après retour à zéro il aurait compté {} en {} "
           "jours, plus que les {} par jour possibles.",
           "El contador {} retrocede de {} a {} {}; tras su vuelta a cero habría contado {} en {} "
           "días, más que los {} por día que puede."},
          meter_.id,
          shown(before.shown),
          shown(after.shown),
          meter_.unit,
          shown(past_rollover),
          shown(days),
          shown(meter_.highest_per_day)},
         {{"Correct the reading, or record the replacement of the register with its last and the "
           "next one's first reading.",
           "Corrigez le relevé, ou inscrivez le remplacement du registre avec son dernier relevé "
           "et le premier du suivant.",
           "Corrija la lectura, o registre la sustitución del registro con su última lectura y la "
           "primera del siguiente."}});
    return std::nullopt;
  }

  void note_seldom(const MeterReading& before, const MeterReading& after, double days) {
    note(Severity::warning, Rule::meter_read_too_seldom, after,
         {{"Meter {} was not read for {} days, in which it may have passed {} {} unseen.",
           "Le compteur {} n'a pas été relevé pendant {} jours, où il a pu passer {} {} sans qu'on "
           "le voie.",
           "El contador {} no se leyó durante {} días, en los que pudo pasar de {} {} sin que se "
           "viera."},
          meter_.id,
          shown(days),
          shown(meter_.rollover),
          meter_.unit},
         {{"Read it more often, or confirm by another record that it did not.",
           "Relevez-le plus souvent, ou confirmez par une autre pièce que non.",
           "Léalo más a menudo, o confirme con otro registro que no fue así."}},
         shares(before, after, -meter_.rollover));
  }

  void note_jump(const MeterReading& before, const MeterReading& after, double difference,
                 double highest) {
    note(Severity::warning, Rule::meter_jumped, after,
         {{"Meter {} counted {} {} since {}, more than the {} that it can; counted as read.",
           "Le compteur {} a compté {} {} depuis le {}, plus que les {} possibles ; compté tel que "
           "relevé.",
           "El contador {} contó {} {} desde el {}, más que los {} que puede; se cuenta como se "
           "leyó."},
          meter_.id,
          shown(difference),
          meter_.unit,
          before.time.date().to_string(),
          shown(highest)},
         {{"Confirm both readings, or declare what the meter can count in a day.",
           "Confirmez les deux relevés, ou déclarez ce que le compteur peut compter par jour.",
           "Confirme ambas lecturas, o declare cuánto puede contar el contador en un día."}},
         shares(before, after, difference - highest));
  }

  void replace(const MeterReading& before, const MeterReading& after) {
    if (before.event != MeterEvent::removed || after.event != MeterEvent::installed) {
      note(
          Severity::error, Rule::meter_replacement_incomplete, after,
          {{"Meter {}: a register is replaced by the last reading of the old and the first of the "
            "new one; of {} one is missing.",
            "Compteur {} : un registre se remplace par le dernier relevé de l'ancien et le premier "
            "du nouveau ; le {}, il en manque un.",
            "Contador {}: un registro se sustituye con la última lectura del antiguo y la primera "
            "del nuevo; del {} falta una."},
           meter_.id,
           after.time.date().to_string()},
          {{"Add the row \"removed\" or \"installed\" with its reading.",
            "Ajoutez la ligne « déposé » ou « posé » avec son relevé.",
            "Añada la fila «removed» (retirado) o «installed» (instalado) con su lectura."}});
      return;
    }
    note(Severity::warning, Rule::meter_replaced, after,
         {{"The register of meter {} was replaced at {} {}; the new one started at {}.",
           "Le registre du compteur {} a été remplacé à {} {} ; le nouveau est parti de {}.",
           "El registro del contador {} se sustituyó en {} {}; el nuevo empezó en {}."},
          meter_.id,
          shown(before.shown),
          meter_.unit,
          shown(after.shown)},
         {{"Show the verifier the record of the replacement.",
           "Montrez au vérificateur le procès-verbal du remplacement.",
           "Muestre al verificador el acta de la sustitución."}});
    if (days_between(before, after) > 0) fill_gap(before, after);
  }

  void fill_gap(const MeterReading& before, const MeterReading& after) {
    const double days = days_between(before, after);
    const double filled = meter_.target.is_consumption() ? meter_.highest_per_day * days : 0;
    note(Severity::warning, Rule::gap_in_meter, after,
         {{"No register stood at meter {} for {} days: {} {} are counted for them.",
           "Aucun registre n'était posé au compteur {} pendant {} jours : {} {} sont comptés.",
           "El contador {} no tuvo registro durante {} días: se cuentan {} {} por ellos."},
          meter_.id,
          shown(days),
          shown(filled),
          meter_.unit},
         {{"Consumption counts at its highest, all else as nothing.",
           "Une consommation compte à son maximum, tout le reste pour rien.",
           "El consumo cuenta al máximo, todo lo demás como nada."}},
         shares(before, after, filled));
    spread(before, after, filled);
  }

  // `amount` of the register's unit by month, evenly over the time, in the unit of the target.
  std::map<Period, double> shares(const MeterReading& before, const MeterReading& after,
                                  double amount) const {
    std::map<Period, double> by_month;
    const Seconds begin = seconds_of(before.time), end = seconds_of(after.time);
    amount *= meter_.per_unit;
    for (Period month = month_at(begin); begin_of(month) < end; month = next(month)) {
      const Seconds within =
          std::min(end, begin_of(next(month))) - std::max(begin, begin_of(month));
      by_month[month] =
          within == end - begin
              ? amount
              : amount * (static_cast<double>(within) / static_cast<double>(end - begin));
    }
    return by_month;
  }

  void spread(const MeterReading& before, const MeterReading& after, double amount) {
    const Seconds begin = seconds_of(before.time), end = seconds_of(after.time);
    for (const auto& [month, share] : shares(before, after, amount)) {
      MeterMonth& sum = series_.months[month];
      sum.amount += share;
      for (const Place& place : {before.place, after.place})
        if (sum.rows.empty() || !is_same(sum.rows.back(), place)) sum.rows.push_back(place);
      covered_s_[month] += std::min(end, begin_of(next(month))) - std::max(begin, begin_of(month));
      if (begin_of(month) > begin) {
        ++edges_;
        farthest_s_ = std::max(farthest_s_, end - begin);
        if (!first_edge_) first_edge_ = after;
      }
    }
  }

  static bool is_same(const Place& a, const Place& b) { return a.file == b.file && a.row == b.row; }

  void note_interpolation() {
    if (edges_ == 0) return;
    note(Severity::warning, Rule::meter_interpolated, *first_edge_,
         {{"Meter {} has no reading at the end of {} months; what it counted between the readings "
           "around it, at most {} days apart, is spread evenly over the days.",
           "Le compteur {} n'a pas de relevé à la fin de {} mois ; ce qu'il a compté entre les "
           "relevés qui l'entourent, distants de {} jours au plus, est réparti également sur les "
           "jours.",
           "El contador {} no tiene lectura al final de {} meses; lo que contó entre las lecturas "
           "contiguas, separadas {} días como máximo, se reparte por igual entre los días."},
          meter_.id,
          edges_,
          shown(static_cast<double>(farthest_s_) / kDay_s)},
         {{"Read it on the first day of each month.", "Relevez-le le premier de chaque mois.",
           "Léalo el primer día de cada mes."}});
  }

  void keep_whole_months() {
    std::erase_if(series_.months, [&](const auto& item) {
      return covered_s_.at(item.first) != begin_of(next(item.first)) - begin_of(item.first);
    });
  }

  const Meter& meter_;
  std::vector<MeterReading> readings_;
  MeterSeries series_;
  std::map<Period, Seconds> covered_s_;
  std::size_t edges_ = 0;
  Seconds farthest_s_ = 0;
  std::optional<MeterReading> first_edge_;
};

}  // namespace

MeterSeries monthly_amounts(const Meter& meter) { return Differences(meter).run(); }

}  // namespace openitmo::mrv
