#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "quantity/date.h"
#include "quantity/report_text.h"

// A document that a Party sends, as data: an initial report, regular information, a letter, a
// certificate. Every block knows the journal entries behind it, and what is missing stands in its
// place by paragraph. Who shows it chooses language and carrier.
namespace openitmo::reporting {

using EntryNumbers = std::vector<std::uint64_t>;  // ascending, each once

// What the ledger or the accounts say.
struct Sentence {
  ReportText text{};
  EntryNumbers entries{};
  bool operator==(const Sentence&) const = default;
};

struct TableCell {
  ReportText text{};
  EntryNumbers entries{};
  bool operator==(const TableCell&) const = default;
};
// The first `text_columns` columns hold words, the others figures. A row of sums is marked.
struct DataTable {
  ReportText caption{};
  std::vector<ReportText> columns{};
  std::vector<std::vector<TableCell>> rows{};
  std::size_t text_columns = 1;
  bool last_row_is_sum = false;
  std::vector<ReportText> notes{};
  bool operator==(const DataTable&) const = default;
};

// What the programme states in its own words (reporting/statements.h).
struct StatedText {
  ReportText text{};
  Basis basis = Basis::published;
  std::string source{};
  Document evidence{};               // empty reference: none
  bool from_earlier_report = false;  // stated for the initial report and not updated since
  bool operator==(const StatedText&) const = default;
};

// Withheld: only the basis on which it is protected stands in public (2/CMA.3 annex para 24).
// The annex for the review finds the statement by its paragraph and approach.
struct ConfidentialPart {
  ReportText basis{};
  std::string paragraph{};
  CooperativeApproachId approach{};
  bool operator==(const ConfidentialPart&) const = default;
};

// Always with its reason.
struct NotApplicable {
  ReportText reason{};
  EntryNumbers entries{};
  bool operator==(const NotApplicable&) const = default;
};

struct MissingPart {
  std::string paragraph{};
  ReportText what{};    // is missing
  ReportText remedy{};  // how it comes there
  bool operator==(const MissingPart&) const = default;
};

using Block =
    std::variant<Sentence, DataTable, StatedText, ConfidentialPart, NotApplicable, MissingPart>;

struct DocumentSection {
  std::string number{};     // as the outline has it: "IV.G.1"; empty: none
  std::string paragraph{};  // "18(h)(i)"; empty: none
  ReportText heading{};
  std::string approach{};  // of a chapter that is repeated for each
  std::vector<Block> blocks{};
  std::vector<DocumentSection> sections{};
  bool operator==(const DocumentSection&) const = default;
};

enum class DocumentKind : std::uint8_t {
  initial_report,
  updated_initial_report,
  regular_information,
  annual_information,
  authorization_letter,
  authorization_statement,
  certificate,
  review_case,
  review_package,
};

// An entry that some block names, for the list at the end.
struct NamedEntry {
  std::uint64_t number = 0;
  Date effective{};
  Date recorded{};
  std::string type{};  // such as units_transferred
  bool operator==(const NamedEntry&) const = default;
};

struct OfficialDocument {
  DocumentKind kind = DocumentKind::initial_report;
  PartyId party{};
  ReportText title{};
  ReportText subtitle{};
  Date date{};  // on which it is drawn
  RegistryId registry{};
  std::uint64_t entry_count = 0;  // known when it was drawn
  bool demonstration = false;     // fictitious data: every output says so
  std::vector<DocumentSection> sections{};
  std::vector<ReportText> assumptions{};  // behind its figures
  std::vector<NamedEntry> entries{};
  bool operator==(const OfficialDocument&) const = default;
};

// One thing that is missing, with the number of its section.
struct MissingItem {
  std::string number{};
  std::string approach{};
  MissingPart part{};
};
// In the order of the document. A document with any is a draft.
std::vector<MissingItem> missing_items(const OfficialDocument& document);
// Sections in order, each before its own sections.
std::vector<const DocumentSection*> all_sections(const OfficialDocument& document);
// The entries that its blocks name.
EntryNumbers named_entries(const OfficialDocument& document);

}  // namespace openitmo::reporting
