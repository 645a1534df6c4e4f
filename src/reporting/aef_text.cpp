#include "reporting/aef_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "quantity/csv_row.h"

namespace openitmo::reporting {

AefCell AefCell::of(std::string_view text) {
  if (text.empty()) return {};
  return {.kind = Kind::text, .text = std::string(text)};
}
AefCell AefCell::of(std::uint64_t number) { return {.kind = Kind::number, .number = number}; }
AefCell AefCell::of(Date date) { return {.kind = Kind::date, .date = date}; }

std::string AefCell::shown() const {
  switch (kind) {
    case Kind::empty:
      return "";
    case Kind::text:
      return text;
    case Kind::number:
      return fmt::format("{}", number);
    case Kind::date:
      return fmt::format("{:02}/{:02}/{:04}", date.day(), date.month(), date.year().value());
  }
  return "";
}

std::string_view column_name(const AefField& field, AefProfile profile) {
  switch (profile) {
    case AefProfile::xlsx_checker:
      return field.label;
    case AefProfile::nomenclature_2026:
      return field.technical_name;
    case AefProfile::cad_trust:
      return field.machine_key;
  }
  return field.label;
}

namespace {

AefCell na_or(std::string_view text) { return AefCell::of(text.empty() ? kNotApplicable : text); }

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

class Rendering {
 public:
  Rendering(const AefSubmission& submission, AefProfile profile)
      : submission_(submission), profile_(profile) {
    for (const AuthorizationRow& row : submission.authorizations)
      purposes_[row.authorization] = row.purpose;
  }

  AefCellRow header() const;
  AefCellRow row(const AuthorizationRow& row) const;
  AefCellRow row(const ActionRow& row) const;
  AefCellRow row(const HoldingRow& row) const;
  AefCellRow row(const EntityRow& row) const;

 private:
  bool checker() const { return profile_ == AefProfile::xlsx_checker; }
  AefCell number(std::uint64_t value) const;
  AefCell year(std::optional<CalendarYear> value) const;
  AefCell date(Date value) const;
  AefCell action_date(Date value) const;
  AefCell itmo(const ledger::ItmoIdentifier& id) const;
  AefCell timeframe(const std::optional<AuthorizedTimeframe>& timeframe) const;
  // Cells 4 to 19 of Table 3, which are those of Table 4.
  void append_block(const BlockColumns& block, AefCellRow& cells) const;
  std::string purpose(const ActionRow& row) const;

  const AefSubmission& submission_;
  AefProfile profile_;
  std::map<std::string_view, ledger::Purpose> purposes_;
};

AefCell Rendering::number(std::uint64_t value) const {
  if (profile_ == AefProfile::cad_trust) return AefCell::of(fmt::format("{}", value));
  return AefCell::of(value);
}

AefCell Rendering::year(std::optional<CalendarYear> value) const {
  if (!value || value->value() == 0) return AefCell::of(kNotApplicable);
  return number(static_cast<std::uint64_t>(value->value()));
}

// A workbook needs a real date cell; the nomenclature writes dd/mm/yyyy.
AefCell Rendering::date(Date value) const {
  if (checker()) return AefCell::of(value);
  if (profile_ == AefProfile::cad_trust) return AefCell::of(value.to_string());
  return AefCell::of(AefCell::of(value).shown());
}

// The nomenclature wants a moment; the ledger knows the day, so it is the day's first.
AefCell Rendering::action_date(Date value) const {
  if (profile_ != AefProfile::nomenclature_2026) return date(value);
  return AefCell::of(value.to_string() + "T00:00:00.000Z");
}

AefCell Rendering::itmo(const ledger::ItmoIdentifier& id) const {
  if (profile_ == AefProfile::nomenclature_2026) return AefCell::of(id.serial);
  return AefCell::of(id.to_string());
}

// The nomenclature knows the years of occurrence only.
AefCell Rendering::timeframe(const std::optional<AuthorizedTimeframe>& timeframe) const {
  if (!timeframe) return AefCell::of(kNotApplicable);
  const auto years = [](const YearWindow& window, std::string_view between) {
    return fmt::format("{}{}{}", window.first.value(), between, window.last.value());
  };
  if (!checker())
    return timeframe->occurred ? AefCell::of(years(*timeframe->occurred, " - "))
                               : AefCell::of(kNotApplicable);
  std::vector<std::string> windows;
  if (timeframe->occurred)
    windows.push_back("Occurred: from " + years(*timeframe->occurred, " to "));
  if (timeframe->use) windows.push_back("Use: from " + years(*timeframe->use, " to "));
  return AefCell::of(fmt::format("{}", fmt::join(windows, ". ")));
}

std::string Rendering::purpose(const ActionRow& row) const {
  if (row.purpose.empty()) return std::string(kNotApplicable);
  const auto authorized = purposes_.find(row.block.authorization);
  if (checker() && row.type == ledger::ActionType::use && authorized != purposes_.end())
    return std::string(spelled(authorized->second));
  return row.purpose;
}

AefCellRow Rendering::header() const {
  const auto carp = [&](std::string_view words) {
    return checker() ? AefCell::of(words) : AefCell{};
  };
  return {AefCell::of(submission_.party.view()),
          AefCell::of(submission_.version.to_string()),
          year(submission_.reported_year),
          date(submission_.submission_date),
          carp(kCarpPlaceholder),
          carp(kCarpPlaceholder),
          year(submission_.ndc_first_year),
          year(submission_.ndc_last_year),
          carp(kCarpLinkPlaceholder)};
}

AefCellRow Rendering::row(const AuthorizationRow& row) const {
  std::vector<std::string> parties;
  for (const PartyId party : row.authorized_parties) parties.push_back(party.to_string());
  const bool oimp = ledger::covers_oimp(row.purpose);
  return {
      AefCell::of(row.authorization),
      date(row.date),
      AefCell::of(row.approach.view()),
      number(row.version),
      row.quantity_t_co2eq ? number(row.quantity_t_co2eq->value()) : AefCell{},
      AefCell::of(spelled(row.metric)),
      AefCell::of(row.gwp_values),
      na_or(row.non_ghg_metric),
      AefCell::of(joined(row.sectors)),
      AefCell::of(joined(row.activity_types)),
      AefCell::of(spelled(row.purpose)),
      na_or(joined(parties)),
      na_or(joined(row.authorized_entities)),
      na_or(oimp ? std::string_view(row.oimp) : std::string_view()),
      timeframe(row.timeframe),
      AefCell::of(row.terms),
      AefCell{},
      na_or(row.first_transfer_definition ? spelled(*row.first_transfer_definition, profile_)
                                          : std::string_view()),
      AefCell::of(row.additional_information),
  };
}

void Rendering::append_block(const BlockColumns& block, AefCellRow& cells) const {
  cells.push_back(AefCell::of(block.approach.view()));
  cells.push_back(AefCell::of(block.authorization));
  cells.push_back(AefCell::of(block.first_transferring_party.view()));
  cells.push_back(AefCell::of(block.registry.view()));
  cells.push_back(itmo(block.range.first_id));
  cells.push_back(itmo(block.range.last_id));
  const AefCell tonnes = block.quantity_t_co2eq ? number(block.quantity_t_co2eq->value())
                                                : AefCell::of(kNotApplicable);
  const AefCell non_ghg = block.quantity_non_ghg && *block.quantity_non_ghg >= 0
                              ? number(static_cast<std::uint64_t>(*block.quantity_non_ghg))
                              : AefCell::of(kNotApplicable);
  cells.push_back(na_or(block.underlying.registry));
  cells.push_back(na_or(block.underlying.first_unit_id));
  cells.push_back(na_or(block.underlying.last_unit_id));
  cells.push_back(AefCell::of(spelled(block.metric)));
  cells.push_back(AefCell::of(block.gwp_values));
  cells.push_back(na_or(block.non_ghg_metric));
  cells.push_back(tonnes);
  cells.push_back(non_ghg);
  cells.push_back(AefCell::of(spelled(block.mitigation_type)));
  cells.push_back(year(block.vintage));
}

AefCellRow Rendering::row(const ActionRow& row) const {
  const BlockColumns& block = row.block;
  AefCellRow cells;
  cells.reserve(aef_fields(AefTable::actions).size());
  cells.push_back(action_date(row.date));
  cells.push_back(AefCell::of(spelled(row.type)));
  cells.push_back(AefCell::of(spelled(row.subtype, profile_)));
  append_block(block, cells);
  cells.push_back(na_or(row.transferring_party.view()));
  cells.push_back(na_or(row.acquiring_party.view()));
  cells.push_back(AefCell::of(purpose(row)));
  cells.push_back(na_or(row.using_party.view()));
  cells.push_back(na_or(row.using_entity));
  cells.push_back(year(row.use_year));
  cells.push_back({});
  cells.push_back(AefCell::of(row.additional_information));
  return cells;
}

AefCellRow Rendering::row(const HoldingRow& row) const {
  AefCellRow cells;
  cells.reserve(aef_fields(AefTable::holdings).size());
  append_block(row.block, cells);
  return cells;
}

AefCellRow Rendering::row(const EntityRow& row) const {
  return {date(row.date),
          AefCell::of(row.name),
          AefCell::of(row.country.view()),
          AefCell::of(row.identification_number),
          AefCell::of(row.approach.view()),
          AefCell::of(row.conditions),
          AefCell::of(row.change_conditions),
          AefCell::of(row.additional_information)};
}

}  // namespace

AefCellRow AefRows::header() const {
  AefCellRow header;
  visit(AefTable::submission, [&](const AefCellRow& row) { header = row; });
  return header;
}

AefRows rows_of(const AefCells& cells) {
  AefRows rows{.demonstration = cells.demonstration, .visit = {}};
  for (std::size_t i = 0; i < kAefTableCount; ++i) rows.counts[i] = cells.tables[i].size();
  rows.visit = [&cells](AefTable table, const AefRows::Visit& visit) {
    for (const AefCellRow& row : cells.of(table)) visit(row);
  };
  return rows;
}

AefRows render_rows(const AefSubmission& submission, AefProfile profile) {
  AefRows rows{.demonstration = submission.demonstration,
               .counts = {1, submission.authorizations.size(), submission.actions.size(),
                          submission.holdings.size(), submission.entities.size()},
               .visit = {}};
  rows.visit = [&submission, rendering = Rendering(submission, profile)](
                   AefTable table, const AefRows::Visit& visit) {
    const auto each = [&](const auto& of_table) {
      for (const auto& row : of_table) visit(rendering.row(row));
    };
    switch (table) {
      case AefTable::submission:
        return visit(rendering.header());
      case AefTable::authorizations:
        return each(submission.authorizations);
      case AefTable::actions:
        return each(submission.actions);
      case AefTable::holdings:
        return each(submission.holdings);
      case AefTable::entities:
        return each(submission.entities);
    }
  };
  return rows;
}

AefCells render(const AefSubmission& submission, AefProfile profile) {
  const AefRows rows = render_rows(submission, profile);
  AefCells cells;
  cells.demonstration = rows.demonstration;
  for (std::size_t i = 0; i < kAefTableCount; ++i) {
    cells.tables[i].reserve(rows.counts[i]);
    rows.visit(static_cast<AefTable>(i),
               [&](const AefCellRow& row) { cells.tables[i].push_back(row); });
  }
  return cells;
}

namespace {

void append_row(std::string& csv, const AefCellRow& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) csv += ',';
    if (row[i].kind == AefCell::Kind::text)
      append_csv_field(csv, row[i].text);
    else
      csv += row[i].shown();
  }
  csv += "\r\n";
}

}  // namespace

void write_aef_csv(const AefRows& rows, AefProfile profile,
                   const std::function<void(std::string_view)>& write) {
  constexpr std::size_t kPiece = 1 << 16;
  std::string csv;
  if (rows.demonstration) append_csv_row(csv, std::array{std::string_view(kDemonstrationLine)});
  for (std::size_t index = 0; index < kAefTableCount; ++index) {
    const auto table = static_cast<AefTable>(index);
    if (index > 0 || rows.demonstration) csv += "\r\n";
    append_csv_row(csv, std::array{std::string_view(aef_table(table).heading)});
    csv += "\r\n";
    std::vector<std::string_view> names;
    for (const AefField& field : aef_fields(table)) names.push_back(column_name(field, profile));
    append_csv_row(csv, names);
    rows.visit(table, [&](const AefCellRow& row) {
      append_row(csv, row);
      if (csv.size() < kPiece) return;
      write(csv);
      csv.clear();
    });
  }
  write(csv);
}

std::string aef_csv(const AefRows& rows, AefProfile profile) {
  std::string csv;
  write_aef_csv(rows, profile, [&](std::string_view piece) { csv += piece; });
  return csv;
}

std::string aef_csv(const AefSubmission& submission, AefProfile profile) {
  return aef_csv(render_rows(submission, profile), profile);
}

}  // namespace openitmo::reporting
