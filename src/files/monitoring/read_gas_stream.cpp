#include "files/monitoring/read_gas_stream.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "files/gzip.h"
#include "files/monitoring/unit_values.h"

namespace openitmo::files {
namespace {

using mrv::stream::Channel;
using mrv::stream::kChannels;
using mrv::stream::Reading;
using mrv::stream::Reduction;

constexpr Words kWhat{"gas readings", "mesures de gaz"};
constexpr double kZeroCelsius_k = 273.15;
constexpr std::string_view kZip = "PK\x03\x04";

std::size_t column_of(Channel channel) { return 1 + static_cast<std::size_t>(channel); }

bool is_status(Channel channel) {
  return channel == Channel::flame || channel == Channel::engine_running ||
         channel == Channel::boiler_running;
}
bool is_flow(Channel channel) {
  return channel == Channel::flare_flow || channel == Channel::engine_flow ||
         channel == Channel::boiler_flow;
}

std::int64_t floor_divided(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

// In the unit of the channel.
double converted(Decimal number, Unit unit, Channel channel) {
  const double value = nearest_double(number, unit == Unit::percent ? 2 : 0);
  switch (unit) {
    case Unit::celsius:
      return channel == Channel::gas_temperature ? value + kZeroCelsius_k : value;
    case Unit::kelvin:
      return channel == Channel::gas_temperature ? value : value - kZeroCelsius_k;
    case Unit::millibar:
      return value * 100;
    case Unit::kilopascal:
      return value * 1'000;
    case Unit::bar:
      return value * 100'000;
    default:
      return value;
  }
}

// What is left of `bytes` after `first`.
Source whole(const std::string& path, std::string first, ByteSource& bytes) {
  Source source{.path = path, .bytes = std::move(first)};
  std::string block(kRowBlockBytes, '\0');
  while (source.bytes.size() <= kSourceBytesMax) {
    const std::size_t got = bytes.read(block.data(), block.size());
    if (got == 0) break;
    source.bytes.append(block, 0, got);
  }
  return source;
}

Problems damaged(const std::string& path, const Text& what) {
  return Problems(Problem{.path = path,
                          .what = what,
                          .remedy = {{"pack the file again, or give it unpacked",
                                      "compressez le fichier de nouveau, ou donnez-le tel quel"}}});
}

std::string first_bytes(ByteSource& bytes) {
  std::string first(kZip.size(), '\0');
  std::size_t filled = 0;
  while (filled < first.size()) {
    const std::size_t got = bytes.read(first.data() + filled, first.size() - filled);
    if (got == 0) break;
    filled += got;
  }
  first.resize(filled);
  return first;
}

}  // namespace

GasStreamReader::GasStreamReader(GasStream stream) : stream_(std::move(stream)) {}

ReadResult GasStreamReader::read(const std::string& path, ByteSource& bytes,
                                 std::size_t block_bytes) {
  const bool was_good = std::exchange(is_good_, false);
  const std::span<const Column> columns = gas_stream::columns();
  std::string first = first_bytes(bytes);
  files_.push_back({.path = path, .sha256 = {}});
  Sha256 hash;
  if (first == kZip) {
    const Source source = whole(path, std::move(first), bytes);
    hash.add(source.bytes);
    Read<MonitoringTable> table = MonitoringTable::open(source, kWhat, columns);
    if (!table) return std::unexpected(table.error());
    if (ReadResult result = read_table(*table); !result) return result;
  } else if (first.starts_with(kGzip)) {
    GzipBytes unpacked(path, std::move(first), bytes, hash);
    Sha256 unpacked_hash;
    ReadResult result = read_rows(path, {}, unpacked, unpacked_hash, block_bytes);
    if (!unpacked.error().empty()) result = std::unexpected(damaged(path, unpacked.error()));
    if (!result) return result;
  } else if (ReadResult result = read_rows(path, std::move(first), bytes, hash, block_bytes);
             !result) {
    return result;
  }
  files_.back().sha256 = hash.hex();
  is_good_ = was_good;
  return {};
}

ReadResult GasStreamReader::read_rows(const std::string& path, std::string first, ByteSource& bytes,
                                      Sha256& hash, std::size_t block_bytes) {
  const std::span<const Column> columns = gas_stream::columns();
  Read<std::unique_ptr<RowSource>> rows =
      open_long_csv(path, std::move(first), bytes, hash, kWhat, columns, block_bytes);
  if (!rows) return std::unexpected(rows.error());
  Read<MonitoringTable> table = MonitoringTable::open(path, kWhat, columns, std::move(*rows));
  if (!table) return std::unexpected(table.error());
  return read_table(*table);
}

ReadResult GasStreamReader::read_table(MonitoringTable& table) {
  take_columns(table);
  if (table.problems().empty())
    while (table.next())
      if (const std::optional<Reading> reading = reading_of(table)) take(table, *reading);
  Problems problems = table.problems().empty() ? table.finish() : table.problems();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return {};
}

void GasStreamReader::take_columns(MonitoringTable& table) {
  mrv::stream::PerChannel<bool> has;
  for (const Channel channel : kChannels) has[channel] = table.has(column_of(channel));
  std::optional<bool> is_normalised;
  for (const Channel channel : kChannels) {
    if (!has[channel] || !is_flow(channel)) continue;
    const bool normal = table.unit(column_of(channel)) == Unit::normal_m3_per_h;
    if (is_normalised.value_or(normal) != normal)
      table.refuse(
          column_of(channel),
          {{"the flows are in different units", "les débits sont en unités différentes"}},
          {{"give all in m3/h or all in Nm3/h", "donnez-les tous en m3/h ou tous en Nm3/h"}});
    is_normalised = normal;
  }
  if (!is_normalised)
    table.refuse_row({{"no column gives a flow of gas", "aucune colonne ne donne de débit de gaz"}},
                     {{"add the flow to the flare, engine or boiler",
                       "ajoutez le débit vers la torchère, le moteur ou la chaudière"}});
  mrv::stream::Plan& plan = stream_.plan;
  const bool normalised = is_normalised.value_or(false);
  const bool differs = !std::ranges::equal(has, plan.has) || normalised != plan.flow_is_normalised;
  if (reduction_ && differs)
    table.refuse_row({{"the columns are not those of the first file",
                       "les colonnes ne sont pas celles du premier fichier"}},
                     {{"give all files of a stream the same columns",
                       "donnez les mêmes colonnes à tous les fichiers d'un flux"}});
  if (reduction_) return;
  plan.has = has;
  plan.flow_is_normalised = normalised;
  refuse_missing(table);
  if (table.problems().empty()) reduction_ = std::make_unique<Reduction>(plan);
}

void GasStreamReader::refuse_missing(MonitoringTable& table) {
  const mrv::stream::Plan& plan = stream_.plan;
  if (plan.has[Channel::flare_flow] && !plan.flare) {
    table.refuse(column_of(Channel::flare_flow),
                 {{"the component declares no flare", "le composant ne déclare pas de torchère"}},
                 {{"add the table [gas_stream.flare]", "ajoutez la table [gas_stream.flare]"}});
    return;
  }
  for (const auto& [is_shared, flow] :
       {std::pair{plan.flare && plan.flare->shares_meter_with_engine, Channel::engine_flow},
        {plan.flare && plan.flare->shares_meter_with_boiler, Channel::boiler_flow}})
    if (is_shared && plan.has[flow])
      table.refuse(column_of(flow),
                   {{"the device shares the meter of the flare, and has one of its own",
                     "l'appareil partage le compteur de la torchère, et en a un à lui"}},
                   {{"remove the column, or the device from shares_meter_with",
                     "retirez la colonne, ou l'appareil de shares_meter_with"}});
  for (const mrv::stream::Device device : mrv::stream::kDevicesOfPlant)
    for (const Channel channel : needed_channels(plan, device))
      if (!plan.has[channel])
        table.refuse(column_of(channel), {{"the column is missing", "la colonne manque"}},
                     {{"add it: the declared meters and flare need it",
                       "ajoutez-la : les appareils et la torchère déclarés en ont besoin"}});
}

double GasStreamReader::value_of(MonitoringTable& table, Channel channel) {
  constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
  const std::size_t column = column_of(channel);
  if (!table.has(column) || table.is_empty(column)) return kMissing;
  if (is_status(channel)) return table.flag(column).value_or(false) ? 1 : 0;
  const std::optional<Decimal> number = table.signed_number(column);
  if (!number) return kMissing;
  const double value = converted(*number, table.unit(column), channel);
  return channel == Channel::gas_pressure ? value + stream_.gauge_reference_pa : value;
}

std::optional<Reading> GasStreamReader::reading_of(MonitoringTable& table) {
  const std::optional<Instant> shown = table.moment(gas_stream::kTime);
  std::optional<std::int64_t> utc_s;
  if (shown) {
    const std::int64_t shown_s = shown->seconds().time_since_epoch().count();
    utc_s = table.says_utc(gas_stream::kTime) ? shown_s : stream_.clock.utc_s(shown_s, last_s_);
    if (!utc_s)
      table.refuse(gas_stream::kTime,
                   {{"the clock of {} never showed {}", "l'horloge de {} n'a jamais montré {}"},
                    stream_.clock.name(),
                    table.shown(gas_stream::kTime)},
                   {{"check the time zone that the component declares",
                     "vérifiez le fuseau horaire que déclare le composant"}});
  }
  Reading reading;
  for (const Channel channel : kChannels) reading.values[channel] = value_of(table, channel);
  if (!utc_s || !table.row_is_good()) return std::nullopt;
  if (!slot_shift_s_) slot_shift_s_ = stream_.clock.offset_at(*utc_s) % stream_.plan.interval_s;
  reading.slot = floor_divided(*utc_s + *slot_shift_s_, stream_.plan.interval_s);
  reading.day = stream_.clock.day_of(*utc_s);
  reading.place = {.file = static_cast<std::uint32_t>(files_.size() - 1), .row = table.row()};
  reading.is_shown_again = !table.says_utc(gas_stream::kTime) && stream_.clock.shows_again(*utc_s);
  last_s_ = *utc_s;
  return reading;
}

void GasStreamReader::take(MonitoringTable& table, const Reading& reading) {
  mrv::stream::StreamMonth month = stream_.clock.month_of(last_s_);
  month.begin_s += slot_shift_s_.value_or(0);
  month.end_s += slot_shift_s_.value_or(0);
  switch (reduction_->add(reading, month)) {
    case Reduction::Taken::counted:
    case Reduction::Taken::repeated:
      return;
    case Reduction::Taken::differs:
      table.refuse(gas_stream::kTime,
                   {{"the row before it is of the same interval of {} s and differs",
                     "la ligne précédente est du même intervalle de {} s et diffère"},
                    stream_.plan.interval_s},
                   {{"keep the right one, or declare the right interval",
                     "gardez la bonne, ou déclarez le bon intervalle"}});
      return;
    case Reduction::Taken::out_of_order:
      table.refuse(gas_stream::kTime,
                   {{"the row is earlier than the one before it",
                     "la ligne est antérieure à la précédente"}},
                   {{"sort rows and files by time", "triez lignes et fichiers par heure"}});
  }
}

void GasStreamReader::finish(mrv::MonitoringData& data) {
  if (!reduction_ || !is_good_) return;
  const auto first = static_cast<std::uint32_t>(data.files.size());
  const auto moved = [&](mrv::Evidence& rows) {
    rows = rows.with_files([&](std::uint32_t file) { return first + file; });
  };
  for (mrv::GasMonth& month : reduction_->take_months()) {
    moved(month.rows);
    add_gas_month(data, month);
  }
  mrv::StreamRecord record{.time_zone = stream_.clock.name(),
                           .time_zone_data = stream_.clock.data_version(),
                           .interval_s = stream_.plan.interval_s,
                           .settings = stream_.settings,
                           .corrections = reduction_->take_corrections(),
                           .certificates = reduction_->take_certificates()};
  for (mrv::StreamCorrection& correction : record.corrections) moved(correction.rows);
  for (mrv::CertificateCover& cover : record.certificates) moved(cover.rows);
  for (const Channel channel : kChannels)
    if (counts_for_methane(stream_.plan, channel) &&
        std::ranges::find(stream_.plan.calibrations, channel, &mrv::stream::Calibration::channel) ==
            stream_.plan.calibrations.end())
      record.without_certificate.push_back(words_of(channel));
  data.files.insert(data.files.end(), files_.begin(), files_.end());
  data.stream = std::move(record);
}

}  // namespace openitmo::files
