#include <algorithm>
#include <fmt/format.h>
#include <functional>

#include "party/iso_3166.h"
#include "quantity/nearest.h"
#include "reporting/submission_check.h"

namespace openitmo::reporting {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

template <class Allowed>
bool all_of(std::string_view text, Allowed allowed) {
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

bool is_number(std::string_view text) { return all_of(text, is_digit); }
bool is_year(std::string_view text) { return text.size() == 4 && is_number(text); }

bool is_version(std::string_view text) {
  const auto dot = text.find('.');
  return dot != std::string_view::npos && text[0] != '0' && is_number(text.substr(0, dot)) &&
         is_number(text.substr(dot + 1));
}

bool is_name(std::string_view text) {
  return !text.empty() && is_capital(text[0]) && text.size() > 1 &&
         all_of(text.substr(1), [](char c) {
           return is_letter(c) || c == ' ' || c == '(' || c == ')' || c == '\'';
         });
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto comma = text.find(',');
    std::string_view part = text.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.push_back(part);
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

// yyyy, mm/yyyy or dd/mm/yyyy.
bool is_period_end(std::string_view text) {
  if (text.size() == 4) return is_year(text);
  if (text.size() == 7)
    return is_number(text.substr(0, 2)) && text[2] == '/' && is_year(text.substr(3));
  return text.size() == 10 && is_number(text.substr(0, 2)) && text[2] == '/' &&
         is_period_end(text.substr(3));
}

bool is_window(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  const auto middle = text.find(" to ");
  return middle != std::string_view::npos && is_period_end(text.substr(0, middle)) &&
         is_period_end(text.substr(middle + 4));
}

bool is_timeframe(std::string_view text, AefProfile profile) {
  if (profile != AefProfile::xlsx_checker)
    return text.size() == 11 && is_year(text.substr(0, 4)) && text.substr(4, 3) == " - " &&
           is_year(text.substr(7));
  const auto joint = text.find(". ");
  if (joint != std::string_view::npos)
    return is_window(text.substr(0, joint), "Occurred: from ") &&
           is_window(text.substr(joint + 2), "Use: from ");
  return is_window(text, "Occurred: from ") || is_window(text, "Use: from ");
}

bool is_date_text(std::string_view text) {
  if (text.size() == 24 && text.ends_with("Z")) return Date::parse(text.substr(0, 10)).has_value();
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return Date::parse(text).has_value();
  return Date::parse(fmt::format("{}-{}-{}", text.substr(6), text.substr(3, 2), text.substr(0, 2)))
      .has_value();
}

// What the form of a field is, and how a right value looks, in no language.
struct Form {
  std::function<bool(std::string_view)> fits;
  std::string_view example;
};

Form form_of(FieldForm form, AefProfile profile) {
  const auto plain = [](char c) { return is_letter(c) || is_digit(c) || c == ' ' || c == '-'; };
  switch (form) {
    case FieldForm::party_or_name:
      return {is_name, "CHE"};
    case FieldForm::party:
      return {[](std::string_view t) { return PartyId::parse(t).has_value(); }, "CHE"};
    case FieldForm::party_list:
      return {[](std::string_view t) {
                const auto parts = split(t);
                return std::all_of(parts.begin(), parts.end(),
                                   [](auto p) { return PartyId::parse(p).has_value(); });
              },
              "CHE, SEN"};
    case FieldForm::entity_list:
      return {[plain](std::string_view t) {
                return all_of(t, [plain](char c) {
                  return plain(c) || c == ',' || c == '.' || c == '(' || c == ')';
                });
              },
              "[A-Za-z0-9 -.(),]"};
    case FieldForm::version:
      return {is_version, "1.0"};
    case FieldForm::year:
      return {is_year, "2024"};
    case FieldForm::approach_id:
      return {[](std::string_view t) { return CooperativeApproachId::parse(t).has_value(); },
              "CA0004"};
    case FieldForm::authorization_id:
      return {[plain](std::string_view t) {
                return all_of(t, [plain](char c) { return plain(c) || c == '/' || c == '.'; });
              },
              "[A-Za-z0-9 -/.]"};
    case FieldForm::holding_authorization_id:
      return {[plain](std::string_view t) { return all_of(t, plain); }, "[A-Za-z0-9 -]"};
    case FieldForm::registry_id:
      return {[](std::string_view t) { return RegistryId::parse(t).has_value(); }, "VUT01"};
    case FieldForm::itmo_id:
      if (profile == AefProfile::nomenclature_2026) return {is_number, "1"};
      return {[](std::string_view t) { return ledger::ItmoIdentifier::parse(t).has_value(); },
              "CA0004-VUT01-VUT-1-2024"};
    case FieldForm::whole_number:
      return {is_number, "1000"};
    case FieldForm::timeframe:
      return {[profile](std::string_view t) { return is_timeframe(t, profile); },
              profile == AefProfile::xlsx_checker
                  ? "Occurred: from 2021 to 2030. Use: from 2021 to 2030"
                  : "2021 - 2030"};
    case FieldForm::date:
      return {is_date_text, "31/12/2024"};
    case FieldForm::unit_id:
    case FieldForm::metric:
    case FieldForm::sectors:
    case FieldForm::activity_types:
    case FieldForm::purpose:
    case FieldForm::first_transfer_definition:
    case FieldForm::action_type:
    case FieldForm::action_subtype:
    case FieldForm::mitigation_type:
    case FieldForm::free_text:
    case FieldForm::carp:
      break;
  }
  return {[](std::string_view) { return true; }, ""};
}

bool is_list_of_values(FieldForm form) {
  return form == FieldForm::sectors || form == FieldForm::activity_types;
}

bool is_of_parties(FieldForm form) {
  return form == FieldForm::party || form == FieldForm::party_or_name ||
         form == FieldForm::party_list;
}

bool is_quantity(const AefField& field) {
  return field.form == FieldForm::whole_number &&
         (field.table == AefTable::actions || field.table == AefTable::holdings);
}

// The code with the same letters in another order, else one that differs in a letter.
std::string_view code_like(std::string_view text) {
  std::vector<std::string_view> codes;
  for (const PartyName& name : party_names()) {
    if (std::ranges::is_permutation(name.code, text)) return name.code;
    codes.push_back(name.code);
  }
  const std::string_view near = nearest(text, codes);
  return near.empty() ? "SEN" : near;
}

class CellCheck {
 public:
  CellCheck(AefProfile profile, std::vector<Finding>& findings)
      : profile_(profile), findings_(findings) {}

  void check(const AefField& field, const AefCell& cell, std::uint32_t row);

 private:
  void add(CheckRule rule, const AefField& field, std::uint32_t row,
           std::vector<std::string> figures) {
    findings_.push_back(
        {.rule = rule, .at = {0, field.table, row, field.number}, .figures = std::move(figures)});
  }
  bool check_kind(const AefField& field, const AefCell& cell, std::uint32_t row);
  void check_value(const AefField& field, const std::string& text, std::uint32_t row);
  void check_carp(const AefField& field, const std::string& text, std::uint32_t row);
  void check_parties(const AefField& field, const std::string& text, std::uint32_t row);

  AefProfile profile_;
  std::vector<Finding>& findings_;
};

// A workbook's dates are date cells; identifiers, versions and unit numbers are texts.
bool CellCheck::check_kind(const AefField& field, const AefCell& cell, std::uint32_t row) {
  if (profile_ != AefProfile::xlsx_checker) return true;
  const std::string label(plain_label(field));
  if (field.form == FieldForm::date && cell.kind != AefCell::Kind::date) {
    add(CheckRule::date_not_a_date_cell, field, row, {label, cell.shown()});
    return false;
  }
  const bool wants_text = field.form == FieldForm::itmo_id || field.form == FieldForm::unit_id ||
                          field.form == FieldForm::version;
  if (wants_text && cell.kind == AefCell::Kind::number) {
    add(CheckRule::identifier_not_text, field, row, {label, cell.shown()});
    return false;
  }
  return true;
}

void CellCheck::check_carp(const AefField& field, const std::string& text, std::uint32_t row) {
  std::string_view printed;
  if (profile_ == AefProfile::xlsx_checker && field.table == AefTable::submission)
    printed = field.number == 9 ? kCarpLinkPlaceholder : kCarpPlaceholder;
  if (text == printed) return;
  add(CheckRule::carp_field_changed, field, row,
      {std::string(plain_label(field)), text, std::string(printed)});
}

// A code with two letters the wrong way round names nobody, and nobody would answer for it.
void CellCheck::check_parties(const AefField& field, const std::string& text, std::uint32_t row) {
  for (const std::string_view part : split(text)) {
    const auto party = PartyId::parse(part);
    if (!party || is_iso_3166(*party)) continue;
    add(CheckRule::party_not_listed, field, row,
        {std::string(plain_label(field)), std::string(part), std::string(code_like(part))});
  }
}

void CellCheck::check_value(const AefField& field, const std::string& text, std::uint32_t row) {
  const std::string label(plain_label(field));
  const Form form = form_of(field.form, profile_);
  if (!form.fits(text)) {
    add(CheckRule::form_not_valid, field, row, {label, text, std::string(form.example)});
    return;
  }
  if (is_of_parties(field.form)) return check_parties(field, text, row);
  const auto list = list_of(field.form);
  if (!list) return;
  const auto parts =
      is_list_of_values(field.form) ? split(text) : std::vector<std::string_view>{text};
  for (const std::string_view part : parts)
    if (!is_listed(*list, profile_, part)) {
      add(CheckRule::value_not_listed, field, row,
          {label, std::string(part),
           fmt::format("{}", fmt::join(values_of(*list, profile_), "; "))});
      return;
    }
  if (profile_ == AefProfile::xlsx_checker && is_list_of_values(field.form) &&
      text.find_first_of(",-/") != std::string::npos)
    add(CheckRule::listed_value_refused_by_checker, field, row, {label, text});
}

void CellCheck::check(const AefField& field, const AefCell& cell, std::uint32_t row) {
  const std::string text = cell.shown();
  if (field.need == FieldNeed::carp) return check_carp(field, text, row);
  if (text.empty() || text == kNotApplicable) {
    if (field.table == AefTable::authorizations && field.form == FieldForm::whole_number &&
        field.need == FieldNeed::optional)
      add(CheckRule::authorized_quantity_blank, field, row, {});
    // Quantities are NA under the other metric; which one is due, the row rules know.
    else if (field.need == FieldNeed::required && !is_quantity(field))
      add(CheckRule::required_field_empty, field, row, {std::string(plain_label(field))});
    return;
  }
  if (check_kind(field, cell, row)) check_value(field, text, row);
}

}  // namespace

void check_cells(AefTable table, const AefCellRow& cells, std::uint32_t row, AefProfile profile,
                 std::vector<Finding>& findings, FieldSet skipped) {
  CellCheck cell_check(profile, findings);
  static const AefCell kEmpty;
  const auto fields = aef_fields(table);
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (!skipped.test(i)) cell_check.check(fields[i], i < cells.size() ? cells[i] : kEmpty, row);
}

std::vector<Finding> check_cells(const AefRows& rows, AefProfile profile) {
  std::vector<Finding> findings;
  for (std::size_t index = 0; index < kAefTableCount; ++index) {
    const auto table = static_cast<AefTable>(index);
    std::uint32_t number = 0;
    rows.visit(table, [&](const AefCellRow& row) {
      check_cells(table, row, number++, profile, findings);
    });
  }
  return findings;
}

std::vector<Finding> check_submission(const AefSubmission& submission, AefProfile profile) {
  std::vector<Finding> findings = check_cells(render_rows(submission, profile), profile);
  const std::vector<Finding> rows = check_rows(submission);
  findings.insert(findings.end(), rows.begin(), rows.end());
  return findings;
}

}  // namespace openitmo::reporting
