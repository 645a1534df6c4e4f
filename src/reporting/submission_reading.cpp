#include "reporting/submission_reading.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

#include "reporting/cell_values.h"
#include "reporting/old_layout.h"
#include "reporting/submission_check.h"

namespace openitmo::reporting {

namespace {

using ledger::ActionType;

constexpr int kActionShift = 3;  // columns of a block stand so much further in Table 3
constexpr int kHoldingShift = 0;
constexpr const char* kItmoExample = "CA0004-VUT01-VUT-1-2024";

// The cells of one row by the number of their field. What the row cannot do without is required.
class RowReading {
 public:
  // `same`: the fields that say what they said in the row before, which was read.
  RowReading(AefTable table, const AefCellRow& cells, std::uint32_t row, FieldSet same,
             std::vector<Finding>& findings)
      : table_(table), cells_(cells), row_(row), same_(same), findings_(findings) {}

  const AefCell& cell(int field) const {
    static const AefCell kEmpty;
    const auto index = static_cast<std::size_t>(field) - 1;
    return index < cells_.size() ? cells_[index] : kEmpty;
  }
  std::string text(int field) const { return text_of(cell(field)); }
  // What the row before had in this field, or what is read now.
  template <class T, class ReadCell>
  T kept(int field, const T& before, ReadCell read_cell) {
    return same_.test(static_cast<std::size_t>(field) - 1) ? before : T(read_cell());
  }
  SharedText shared(int field, const SharedText& before) {
    return kept(field, before, [&] { return text(field); });
  }
  std::optional<TonnesCo2eq> tonnes(int field) const {
    const auto number = number_of(cell(field));
    return number ? std::optional(TonnesCo2eq(*number)) : std::nullopt;
  }
  template <class Id>
  Id id_or(int field, Id otherwise) const {
    return id_of<Id>(cell(field)).value_or(otherwise);
  }
  template <class T>
  T required(int field, std::optional<T> value, const char* example) {
    if (value) return *value;
    add(CheckRule::row_not_read, field,
        {std::string(plain_label(aef_field(table_, field))), cell(field).shown(), example});
    is_good_ = false;
    return T{};
  }
  void add(CheckRule rule, int field, std::vector<std::string> figures) {
    findings_.push_back({.rule = rule,
                         .at = {0, table_, row_, static_cast<std::uint8_t>(field)},
                         .figures = std::move(figures)});
  }
  bool is_good() const { return is_good_; }

 private:
  AefTable table_;
  const AefCellRow& cells_;
  std::uint32_t row_;
  FieldSet same_;
  std::vector<Finding>& findings_;
  bool is_good_ = true;
};

Metric metric_of(const AefCell& cell) {
  return listed_value(cell, Metric::non_ghg, [](Metric m) { return spelled(m); })
      .value_or(Metric::ghg);
}

MitigationType mitigation_type_of(const AefCell& cell) {
  return listed_value<MitigationType>(cell, [](MitigationType t) { return spelled(t); })
      .value_or(MitigationType::emission_reductions);
}

std::optional<ledger::Purpose> purpose_of(const AefCell& cell) {
  return listed_value<ledger::Purpose>(cell, [](ledger::Purpose p) { return spelled(p); });
}

// The two lists differ in one word; the ledger's values are the same.
RowSubtype subtype_of(const AefCell& cell) {
  const auto of_checker = listed_value(cell, RowSubtype::not_yet_defined, [](RowSubtype s) {
    return spelled(s, AefProfile::xlsx_checker);
  });
  if (of_checker) return *of_checker;
  return listed_value(cell, RowSubtype::not_yet_defined,
                      [](RowSubtype s) { return spelled(s, AefProfile::nomenclature_2026); })
      .value_or(RowSubtype::none);
}

// "Voluntary cancellation" is an action type of its own in the nomenclature only.
std::optional<ActionType> type_of(const AefCell& cell) {
  if (folded(cell.shown()) == "voluntary cancellation") return ActionType::cancellation;
  return listed_value<ActionType>(cell, [](ActionType t) { return spelled(t); });
}

ledger::ItmoSeries series_beside(const RowReading& row, int shift) {
  const auto first_party = row.id_or<PartyId>(3 + shift, {});
  const auto tracked_in = row.id_or<RegistryId>(4 + shift, {});
  // A serial alone does not say in which registry it originated. That of the first transferring
  // Party is known where the row stands in it; otherwise its first one is meant.
  const bool own = tracked_in.view().substr(0, 3) == first_party.view();
  const auto registry =
      own ? tracked_in : RegistryId::parse(first_party.to_string() + "01").value_or(tracked_in);
  return {row.id_or<CooperativeApproachId>(shift == kActionShift ? 4 : 1, {}), registry,
          first_party, year_of(row.cell(16 + shift)).value_or(Vintage())};
}

ledger::ItmoIdentifier identifier(RowReading& row, int field, int shift, bool serial_is_usual) {
  const AefCell& cell = row.cell(field);
  if (const auto id = id_of<ledger::ItmoIdentifier>(cell)) return *id;
  std::optional<ledger::ItmoIdentifier> read;
  const auto serial = number_of(cell);
  const ledger::ItmoSeries series = series_beside(row, shift);
  if (serial && *serial > 0 && !series.approach.empty() && !series.registry.empty())
    read = ledger::ItmoIdentifier{series, *serial};
  if (read && !serial_is_usual)
    row.add(CheckRule::serial_alone, field,
            {field == 5 + shift ? "First ID" : "Last ID", cell.shown(), read->to_string()});
  return row.required(field, read, kItmoExample);
}

BlockColumns block(RowReading& row, int shift, bool serial_is_usual, const BlockColumns& before) {
  BlockColumns block;
  block.range.first_id = identifier(row, 5 + shift, shift, serial_is_usual);
  block.range.last_id = identifier(row, 6 + shift, shift, serial_is_usual);
  const ledger::ItmoSeries& series = block.range.series();
  block.approach = row.id_or(shift == kActionShift ? 4 : 1, series.approach);
  block.authorization = row.shared(2 + shift, before.authorization);
  block.first_transferring_party = row.id_or(3 + shift, series.party);
  block.registry = row.id_or(4 + shift, series.registry);
  block.underlying = {row.shared(7 + shift, before.underlying.registry),
                      row.shared(8 + shift, before.underlying.first_unit_id),
                      row.shared(9 + shift, before.underlying.last_unit_id)};
  block.metric =
      row.kept(10 + shift, before.metric, [&] { return metric_of(row.cell(10 + shift)); });
  block.gwp_values = row.shared(11 + shift, before.gwp_values);
  block.non_ghg_metric = row.shared(12 + shift, before.non_ghg_metric);
  block.quantity_t_co2eq = row.tonnes(13 + shift);
  if (const auto number = number_of(row.cell(14 + shift)))
    block.quantity_non_ghg = static_cast<std::int64_t>(std::min<std::uint64_t>(*number, INT64_MAX));
  block.mitigation_type = row.kept(15 + shift, before.mitigation_type,
                                   [&] { return mitigation_type_of(row.cell(15 + shift)); });
  block.vintage = year_of(row.cell(16 + shift)).value_or(series.vintage);
  return block;
}

AuthorizationRow authorization_row(RowReading& row) {
  AuthorizationRow read;
  const std::string id = row.text(1);
  read.authorization =
      row.required(1, id.empty() ? std::nullopt : std::optional(id), "[A-Za-z0-9 -]");
  read.date = row.required(2, date_of(row.cell(2)), "31/12/2024");
  read.approach = row.required(3, id_of<CooperativeApproachId>(row.cell(3)), "CA0004");
  read.version = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(number_of(row.cell(4)).value_or(1), UINT32_MAX));
  read.quantity_t_co2eq = row.tonnes(5);
  read.metric = metric_of(row.cell(6));
  read.gwp_values = row.text(7);
  read.non_ghg_metric = row.text(8);
  read.sectors = list_of(row.cell(9));
  read.activity_types = list_of(row.cell(10));
  read.purpose = row.required(11, purpose_of(row.cell(11)), "NDC");
  for (const std::string& code : list_of(row.cell(12)))
    if (const auto party = PartyId::parse(code)) read.authorized_parties.push_back(*party);
  read.authorized_entities = list_of(row.cell(13));
  read.oimp = row.text(14);
  read.timeframe = timeframe_of(row.cell(15));
  read.terms = row.text(16);
  read.first_transfer_definition = listed_value<ledger::FirstTransferDefinition>(
      row.cell(18), [](auto d) { return spelled(d, AefProfile::xlsx_checker); });
  read.additional_information = row.text(19);
  return read;
}

ActionRow action_row(RowReading& row, bool serial_is_usual, const ActionRow& before) {
  const auto party = [&](int field, PartyId known) {
    return row.kept(field, known, [&] { return row.id_or<PartyId>(field, {}); });
  };
  ActionRow read;
  read.date =
      row.kept(1, before.date, [&] { return row.required(1, date_of(row.cell(1)), "31/12/2024"); });
  read.type = row.kept(2, before.type,
                       [&] { return row.required(2, type_of(row.cell(2)), "First transfer"); });
  read.subtype = row.kept(3, before.subtype, [&] { return subtype_of(row.cell(3)); });
  read.block = block(row, kActionShift, serial_is_usual, before.block);
  read.transferring_party = party(20, before.transferring_party);
  read.acquiring_party = party(21, before.acquiring_party);
  read.purpose = row.shared(22, before.purpose);
  read.using_party = party(23, before.using_party);
  read.using_entity = row.shared(24, before.using_entity);
  read.use_year = row.kept(25, before.use_year, [&] { return year_of(row.cell(25)); });
  read.additional_information = row.shared(27, before.additional_information);
  return read;
}

EntityRow entity_row(RowReading& row) {
  EntityRow read;
  read.date = date_of(row.cell(1)).value_or(Date());
  read.name = row.text(2);
  read.country = row.id_or<PartyId>(3, {});
  const std::string number = row.text(4);
  read.identification_number =
      row.required(4, number.empty() ? std::nullopt : std::optional(number), "CHE-999.888.777");
  read.approach = row.required(5, id_of<CooperativeApproachId>(row.cell(5)), "CA0004");
  read.conditions = row.text(6);
  read.change_conditions = row.text(7);
  read.additional_information = row.text(8);
  return read;
}

// True where it can stand beside other submissions.
bool read_header(RowReading& row, AefSubmission& submission) {
  submission.party = row.required(1, id_of<PartyId>(row.cell(1)), "CHE");
  submission.version = row.required(2, version_of(row.cell(2)), "1.0");
  submission.reported_year = row.required(3, year_of(row.cell(3)), "2024");
  submission.submission_date = date_of(row.cell(4)).value_or(Date());
  submission.ndc_first_year = year_of(row.cell(7));
  submission.ndc_last_year = year_of(row.cell(8));
  return row.is_good();
}

// The row that was read last, or an empty one.
template <class Row>
const Row& last_of(const std::vector<Row>& rows) {
  static const Row kNone{};
  return rows.empty() ? kNone : rows.back();
}

FieldSet same_cells(const AefCellRow& cells, const AefCellRow& before) {
  FieldSet same;
  for (std::size_t i = 0; i < cells.size() && i < before.size(); ++i)
    same.set(i, cells[i] == before[i]);
  return same;
}

}  // namespace

void SubmissionReading::add(AefTable table, const AefCellRow& cells) {
  const auto index = static_cast<std::size_t>(table);
  const std::uint32_t number = row_count_[index]++;
  RowBefore& before = before_[index];
  const FieldSet same = same_cells(cells, before.cells);
  std::vector<Finding> unread;
  RowReading row(table, cells, number, before.was_read ? same : FieldSet(), unread);
  const bool serials = profile_ == AefProfile::nomenclature_2026;
  AefSubmission& submission = read_.submission;
  const auto keep = [&](auto& rows, auto&& read) {
    before.was_read = row.is_good();
    if (!row.is_good()) return;
    rows.push_back(std::forward<decltype(read)>(read));
    read_.rows[index].push_back(number);
  };
  switch (table) {
    case AefTable::submission:
      read_.has_key = read_header(row, submission) && number == 0;
      break;
    case AefTable::authorizations:
      keep(submission.authorizations, authorization_row(row));
      break;
    case AefTable::actions:
      keep(submission.actions, action_row(row, serials, last_of(submission.actions)));
      break;
    case AefTable::holdings:
      keep(submission.holdings, HoldingRow{.block = block(row, kHoldingShift, serials,
                                                          last_of(submission.holdings).block)});
      break;
    case AefTable::entities:
      keep(submission.entities, entity_row(row));
      break;
  }
  std::vector<Finding> of_cells;
  check_cells(table, cells, number, profile_, of_cells, same & before.flawless);
  before.cells = cells;
  before.flawless.set();
  for (const Finding& finding : of_cells) before.flawless.reset(finding.at.field - 1U);
  // A cell for which the row is left out is not found wrong twice.
  std::erase_if(of_cells, [&](const Finding& finding) {
    return std::ranges::any_of(unread, [&](const Finding& f) {
      return f.at == finding.at && f.rule == CheckRule::row_not_read;
    });
  });
  read_.findings.insert(read_.findings.end(), of_cells.begin(), of_cells.end());
  read_.findings.insert(read_.findings.end(), unread.begin(), unread.end());
}

ReadSubmission SubmissionReading::finish() {
  const AefSubmission& submission = read_.submission;
  if (submission.layout == AefLayout::cma4) {
    leave_out_later_rules(read_.findings);
    read_.has_key = row_count_[0] == 1 && !submission.party.empty() &&
                    submission.reported_year != CalendarYear();
  }
  read_.submission.actions.shrink_to_fit();
  read_.submission.holdings.shrink_to_fit();
  for (auto& rows : read_.rows) rows.shrink_to_fit();
  return std::move(read_);
}

AefPlace place_in_file(const ReadSubmission& read, const AefPlace& place) {
  const auto& rows = read.rows[static_cast<std::size_t>(place.table)];
  if (place.table == AefTable::submission || place.row >= rows.size()) return place;
  return {place.submission, place.table, rows[place.row], place.field};
}

std::vector<Finding> check_read(const ReadSubmission& read) {
  std::vector<Finding> of_rows = check_rows(read.submission);
  for (Finding& finding : of_rows) {
    finding.at = place_in_file(read, finding.at);
    if (finding.other) finding.other = place_in_file(read, *finding.other);
  }
  std::set<AefPlace> wrong_cells;
  for (const Finding& finding : read.findings) wrong_cells.insert(finding.at);
  std::vector<Finding> findings = read.findings;
  for (Finding& finding : of_rows)
    if (finding.rule != CheckRule::column_missing || !wrong_cells.contains(finding.at))
      findings.push_back(std::move(finding));
  std::ranges::stable_sort(findings, {}, &Finding::at);
  return findings;
}

}  // namespace openitmo::reporting
