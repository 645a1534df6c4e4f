#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "files/problem.h"
#include "files/source.h"
#include "files/verification/scan.h"
#include "mrv/monitoring_data.h"
#include "mrv/verification/assessment.h"

// The worksheet of a verifier: drawn tickets with empty columns for what their scans show.
// docs/formats/ticket-sample.md describes it.
namespace openitmo::files {

// What a sample is of, and how it was drawn: enough to draw it again.
struct SampleHead {
  std::string component;
  std::string report;       // empty where the programme has no monitoring reports
  std::string data_sha256;  // of the data set of the report
  mrv::Material material = mrv::Material::waste_in;
  std::uint64_t seed = 1;
  std::size_t size = 0;

  bool operator==(const SampleHead&) const = default;
};

// "waste in", "déchets entrants".
Words words_of(mrv::Material material);

struct WorksheetLine {
  mrv::TicketId ticket;
  std::string file;
  std::uint32_t row = 0;
  Instant time;
  std::int32_t gross_kg = 0;
  std::int32_t tare_kg = 0;
  Scan scan;
  // What the verifier wrote already, in an earlier worksheet.
  std::optional<mrv::verification::Seen> seen = {};
  std::string remark = {};
};

struct Worksheet {
  SampleHead head;
  std::string programme;  // for people; nothing is held against it
  DateRange period;
  std::size_t population = 0;
  Text basis;  // why the sample has this size
  bool demonstration = false;
  std::vector<WorksheetLine> lines;
};

// Items of the head with their values, as both files and the page show them.
struct HeadItem {
  Text item;
  Text value;
};
std::vector<HeadItem> head_items(const Worksheet& worksheet);

// Separated by commas in English, by semicolons in French, as spreadsheet programs there expect.
std::string worksheet_csv(const Worksheet& worksheet, Language language);
void write_worksheet_xlsx(const Worksheet& worksheet, Language language,
                          const std::filesystem::path& path);

// A worksheet as a verifier filled it.
struct FilledLine {
  std::uint32_t row = 0;  // of the worksheet
  std::string ticket = {};
  std::int64_t gross_kg = 0;  // as recorded
  std::int64_t tare_kg = 0;
  std::string scan_sha256 = {};  // empty: was missing
  std::optional<mrv::verification::Seen> seen = {};
  std::string remark = {};
};
struct FilledWorksheet {
  Language language = Language::en;  // of its head
  SampleHead head;
  std::vector<FilledLine> lines;
};

// Whether tickets of which nothing is filled in yet are refused.
enum class Unfilled : std::uint8_t { refused, allowed };

// From CSV or xlsx, in either language. Refused, with row and column: a head without one of its
// items, a ticket that stands twice, a mass that is no whole number of kilograms or above 60 t,
// gross below tare, one of the two masses without the other, and a ticket with neither of them that
// has no remark why nobody could see it.
Read<FilledWorksheet> read_worksheet(const Source& source, Unfilled unfilled = Unfilled::refused);

// Takes over what a verifier filled in of an earlier, smaller sample of the same seed, read from
// `path`, and answers how many tickets that was. Problems where anything would be lost: it is of
// another sample, has tickets that are not in this one, saw another scan, or says other things of a
// ticket than what was taken over before.
Read<std::size_t> take_over(Worksheet& worksheet, const FilledWorksheet& filled,
                            const std::string& path);

// What tells that the filled worksheet is not that of the sample: another data set, seed or size,
// tickets that were not drawn, are missing, or had other masses or another scan when it was
// written.
Problems differences(const FilledWorksheet& filled, const Worksheet& drawn,
                     const std::string& path);

}  // namespace openitmo::files
