#include "files/programme/gas_stream.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "files/monitoring/unit_values.h"
#include "mrv/stream/moisture.h"

namespace openitmo::files {
namespace {

using mrv::stream::Basis;
using mrv::stream::Channel;
using mrv::stream::FlareEfficiency;

// The table and what it declared, as text for the result.
class Settings {
 public:
  explicit Settings(std::vector<std::string>& list) : list_(list) {}

  std::string word(const TomlTable& table, std::string_view key,
                   std::span<const std::string_view> words) {
    return note(key, table.choice(key, words));
  }
  // 0 where the value is wrong or missing, which is noted.
  auto real(const TomlTable& table, std::string_view key) {
    const auto value = real_of(note(key, table.decimal(key)));
    if (!value && table.has(key))
      table.refuse(key, {{"the number is too long", "le nombre est trop long"}},
                   {{"write at most 9 decimals", "écrivez au plus 9 décimales"}});
    return value.value_or(0);
  }
  template <class Real>
  void optional_real(const TomlTable& table, std::string_view key, Real& value) {
    if (table.has(key)) value = real(table, key);
  }
  std::string note(std::string_view key, std::string text) {
    list_.push_back(fmt::format("{}{} = {}", prefix_, key, text));
    return text;
  }
  void begin(std::string prefix) { prefix_ = std::move(prefix); }

 private:
  std::vector<std::string>& list_;
  std::string prefix_;
};

Basis read_basis(const TomlTable& table, std::string_view key, Settings& settings) {
  static constexpr std::array<std::string_view, 2> kWords{"dry", "wet"};
  return settings.word(table, key, kWords) == "wet" ? Basis::wet : Basis::dry;
}

Channel read_channel(const TomlTable& table, Settings& settings) {
  std::vector<std::string_view> names;
  for (const Channel channel : mrv::stream::kChannels) names.push_back(name_of(channel));
  const std::string word = table.choice("channel", names);
  settings.begin(fmt::format("{}.", word));
  for (const Channel channel : mrv::stream::kChannels)
    if (name_of(channel) == word) return channel;
  return Channel::methane_fraction;
}

void require_share(const TomlTable& table, std::string_view key, bool is_share) {
  if (is_share) return;
  table.refuse(key, {{"it is no share", "ce n'est pas une part"}},
               {{"write 0 to 1", "écrivez 0 à 1"}});
}

void read_flare_efficiency(const TomlTable& table, mrv::stream::FlarePlan& flare,
                           Settings& settings) {
  static constexpr std::array<std::string_view, 3> kWords{"default", "campaigns", "minutes"};
  const std::string word = settings.word(table, "efficiency", kWords);
  flare.default_as_backup = table.optional_boolean("default_as_backup").value_or(false);
  settings.note("default_as_backup", flare.default_as_backup ? "true" : "false");
  if (word == "minutes") flare.efficiency = FlareEfficiency::by_minutes;
  if (word != "campaigns") return;
  flare.efficiency = FlareEfficiency::by_campaigns;
  for (const TomlTable& campaign : table.tables("campaign")) {
    const Date day = campaign.date("day");
    settings.begin(fmt::format("flare.campaign {} ", day.to_string()));
    flare.campaigns.push_back(
        {.day = day, .share_not_burnt = settings.real(campaign, "share_not_burnt")});
    const auto& share = flare.campaigns.back().share_not_burnt;
    require_share(campaign, "share_not_burnt", share >= 0 && share <= 1);
  }
}

void read_shared_meter(const TomlTable& table, mrv::stream::FlarePlan& flare, Settings& settings) {
  for (const std::string& device : table.optional_strings("shares_meter_with")) {
    settings.note("shares_meter_with", device);
    if (device == "engine") {
      flare.shares_meter_with_engine = true;
    } else if (device == "boiler") {
      flare.shares_meter_with_boiler = true;
    } else {
      table.refuse("shares_meter_with",
                   {{"{} is no device", "{} n'est pas un appareil"}, in_quotes(device)},
                   {{"write engine or boiler", "écrivez engine ou boiler"}});
    }
  }
}

mrv::stream::FlarePlan read_flare(const TomlTable& table, Settings& settings) {
  static constexpr std::array<std::string_view, 2> kKinds{"open", "enclosed"};
  settings.begin("flare.");
  mrv::stream::FlarePlan flare;
  read_shared_meter(table, flare, settings);
  if (settings.word(table, "kind", kKinds) != "enclosed") return flare;
  flare.kind = mrv::tool06::kind_of(true, settings.real(table, "height_in_diameters"));
  if (flare.kind == mrv::tool06::FlareKind::open) return flare;
  flare.specification = {.T_EG_min_c = settings.real(table, "exhaust_min_c"),
                         .T_EG_max_c = settings.real(table, "exhaust_max_c"),
                         .flow_min_m3_per_h = settings.real(table, "flow_min_nm3_per_h"),
                         .flow_max_m3_per_h = settings.real(table, "flow_max_nm3_per_h")};
  read_flare_efficiency(table, flare, settings);
  return flare;
}

// `limited` are the channels that have their limits already.
void read_limit(const TomlTable& table, mrv::stream::Plan& plan, Settings& settings,
                std::vector<Channel>& limited) {
  const Channel channel = read_channel(table, settings);
  if (std::ranges::find(limited, channel) != limited.end())
    table.refuse("channel",
                 {{"{} has limits already", "il y a déjà des limites pour {}"}, words_of(channel)},
                 {{"keep one table of limits for each channel",
                   "gardez une seule table de limites par grandeur"}});
  limited.push_back(channel);
  mrv::stream::Limits& limits = plan.limits[channel];
  settings.optional_real(table, "lowest", limits.lowest);
  settings.optional_real(table, "highest", limits.highest);
  settings.optional_real(table, "change_per_minute", limits.change_per_minute);
  settings.optional_real(table, "stuck_minutes", limits.stuck_minutes);
  settings.optional_real(table, "substitute", limits.substitute);
  settings.note("source", table.string("source"));
  if (limits.substitute && !may_have_substitute(channel))
    table.refuse("substitute",
                 {{"nothing stands in for {}", "rien ne remplace {}"}, words_of(channel)},
                 {{"leave it out: a minute without it counts as not burnt (TOOL06)",
                   "retirez-le : une minute sans elle compte comme non brûlée (TOOL06)"}});
  constexpr double kWeek_minutes = 7 * 24 * 60;
  if (limits.stuck_minutes < mrv::stream::kNoLimit && limits.stuck_minutes > kWeek_minutes)
    table.refuse("stuck_minutes", {{"it is more than a week", "c'est plus d'une semaine"}},
                 {{"write at most 10080", "écrivez au plus 10080"}});
  if (limits.lowest > limits.highest ||
      (limits.substitute &&
       !(limits.lowest <= *limits.substitute && *limits.substitute <= limits.highest)))
    table.refuse(
        "channel", {{"the limits exclude each other", "les limites s'excluent"}},
        {{"lowest, substitute and highest rise", "lowest, substitute et highest croissent"}});
  using mrv::stream::SaturatedMoisture;
  if (channel == Channel::gas_temperature && (limits.lowest < SaturatedMoisture::kLowest_k ||
                                              limits.highest > SaturatedMoisture::kHighest_k))
    table.refuse("channel", {{"no gas meter works there", "aucun compteur de gaz n'y marche"}},
                 {{"stay within 233.15 to 373.15 K", "restez entre 233,15 et 373,15 K"}});
}

void read_calibration(const TomlTable& table, mrv::stream::Plan& plan, Settings& settings) {
  mrv::stream::Calibration calibration;
  calibration.channel = read_channel(table, settings);
  calibration.done = table.date("done");
  calibration.valid_until = table.date("valid_until");
  calibration.certificate = table.string("certificate");
  settings.note("certificate",
                fmt::format("{}, {} to {}", calibration.certificate, calibration.done.to_string(),
                            calibration.valid_until.to_string()));
  calibration.permissible_error = settings.real(table, "permissible_error");
  settings.optional_real(table, "found_error", calibration.found_error);
  require_share(table, "permissible_error",
                calibration.permissible_error > 0 && calibration.permissible_error <= 1);
  require_share(table, "found_error", calibration.found_error >= 0 && calibration.found_error <= 1);
  if (calibration.valid_until < calibration.done)
    table.refuse("valid_until", {{"it ends before it is done", "il finit avant d'être fait"}},
                 {{"give the last day on which it holds", "donnez le dernier jour de validité"}});
  plan.calibrations.push_back(std::move(calibration));
}

// The parameters of the quality rules, and whether gaps are filled.
void read_quality_rules(const TomlTable& table, const std::vector<mrv::ParameterOverride>& own,
                        mrv::stream::Plan& plan, Settings& settings) {
  static constexpr std::array<std::string_view, 2> kWords{"nothing", "tool08_appendix"};
  const auto made = mrv::ParameterSet::make(own);  // what is wrong with them is told elsewhere
  const mrv::ParameterSet parameters = made ? *made : mrv::ParameterSet();
  plan.limits = mrv::stream::limits_of(parameters);
  plan.stand_in = mrv::stream::stand_in_bounds_of(parameters);
  for (const mrv::ParameterOverride& of : own)
    if (of.symbol.starts_with("quality.") || of.symbol.starts_with("missing."))
      settings.note(of.symbol, fmt::format("{} ({})", of.value, of.source));
  if (!table.has("missing_data")) return;
  if (settings.word(table, "missing_data", kWords) == "tool08_appendix")
    plan.gap_filling = mrv::stream::gap_filling_of(parameters);
}

}  // namespace

std::optional<GasStream> read_gas_stream_plan(const TomlTable& root,
                                              const std::vector<mrv::ParameterOverride>& own) {
  static constexpr std::array<std::string_view, 2> kDryness{"temperature", "moisture"};
  const TomlTable table = root.table("gas_stream");
  const std::string zone = table.string("time_zone");
  std::optional<SiteClock> clock = SiteClock::find(zone);
  if (!clock && !zone.empty())
    table.refuse("time_zone",
                 {{"{} is no time zone", "{} n'est pas un fuseau horaire"}, in_quotes(zone)},
                 {{"write its IANA name, such as Africa/Dakar, or UTC",
                   "écrivez son nom IANA, comme Africa/Dakar, ou UTC"}});
  GasStream stream{.clock = clock ? *clock : *SiteClock::find("UTC"), .plan = {}, .settings = {}};
  Settings settings(stream.settings);
  mrv::stream::Plan& plan = stream.plan;
  constexpr std::int64_t kHour_s = 3'600;
  plan.interval_s = std::max<std::int64_t>(1, table.integer("interval_s", 1, kHour_s));
  plan.flow_basis = read_basis(table, "flow_basis", settings);
  plan.fraction_basis = read_basis(table, "fraction_basis", settings);
  if (plan.flow_basis == Basis::dry)
    plan.is_dry_by_temperature = settings.word(table, "dry_by", kDryness) == "temperature";
  settings.optional_real(table, "gauge_reference_pa", stream.gauge_reference_pa);
  read_quality_rules(table, own, plan, settings);
  if (const auto flare = table.optional_table("flare")) plan.flare = read_flare(*flare, settings);
  std::vector<Channel> limited;
  for (const TomlTable& limit : table.optional_tables("limit"))
    read_limit(limit, plan, settings, limited);
  for (const TomlTable& calibration : table.optional_tables("calibration"))
    read_calibration(calibration, plan, settings);
  if (!clock) return std::nullopt;
  return stream;
}

void read_gas_stream(const TomlTable& root, const TomlTable& monitoring, std::string_view key,
                     const std::vector<std::string>& paths,
                     const std::vector<mrv::ParameterOverride>& own, ProgrammeFolder& folder,
                     mrv::MonitoringData& data) {
  if (paths.empty()) return;
  std::optional<GasStream> stream = read_gas_stream_plan(root, own);
  if (!stream) return;
  GasStreamReader reader(*std::move(stream));
  for (const std::string& path : paths) {
    const auto bytes = folder.open_bytes(monitoring, key, path);
    if (!bytes) continue;
    if (const ReadResult result = reader.read(path, *bytes); !result) folder.add(result.error());
  }
  reader.finish(data);
}

}  // namespace openitmo::files
