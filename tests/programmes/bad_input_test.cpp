#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

#include "files/programme/load_programme.h"
#include "files/source.h"
#include "mrv/quantify.h"
#include "temporary_folder.h"

// Every bad/*.case changes one thing in the programme of valid/ and lists every message that
// follows:
//   # what the case shows
//   change records.toml
//   -name = "Senegal"          the text to replace; it stands there once
//   +name = Senegal
//   remove data/tickets.csv
//   expect records.toml:3:8: ...
namespace openitmo::files {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(OPENITMO_SOURCE_DIR) / "tests" / "programmes";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

struct Change {
  std::string file;
  bool removes = false;
  std::vector<std::string> old_lines;
  std::vector<std::string> new_lines;
};

struct Case {
  std::vector<Change> changes;
  std::string expected;  // messages, a line each
};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : "\n") + lines[i];
  return text;
}

Case read_case(const fs::path& path) {
  Case read;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# ")) continue;
    if (line.starts_with("change ")) {
      read.changes.push_back({.file = line.substr(7), .old_lines = {}, .new_lines = {}});
    } else if (line.starts_with("remove ")) {
      read.changes.push_back(
          {.file = line.substr(7), .removes = true, .old_lines = {}, .new_lines = {}});
    } else if (line.starts_with("-") && !read.changes.empty()) {
      read.changes.back().old_lines.push_back(line.substr(1));
    } else if (line.starts_with("+") && !read.changes.empty()) {
      read.changes.back().new_lines.push_back(line.substr(1));
    } else if (line.starts_with("expect ")) {
      read.expected += line.substr(7) + "\n";
    } else {
      ADD_FAILURE() << path << ": this line is none of a case: " << line;
    }
  }
  return read;
}

void carry_out(const Change& change, const fs::path& folder) {
  if (change.removes) {
    ASSERT_TRUE(fs::remove(folder / change.file)) << change.file;
    return;
  }
  const std::string old_text = joined(change.old_lines);
  std::string text = read_file(folder / change.file);
  const std::size_t at = text.find(old_text);
  ASSERT_NE(at, std::string::npos) << change.file << " does not have " << old_text;
  ASSERT_EQ(text.find(old_text, at + 1), std::string::npos) << old_text << " stands there twice";
  text.replace(at, old_text.size(), joined(change.new_lines));
  write_file(folder / change.file, text);
}

// What loading says, and then quantifying the period of the programme's report.
std::string messages_of(const fs::path& folder) {
  const Read<registry::Programme> programme = load_programme(folder);
  if (!programme) return programme.error().to_text(Language::en);
  const registry::ProgrammeComponent& component = programme->components.front();
  const auto result = mrv::quantify(component.plan, component.data,
                                    {.first = Date(2022, 1, 1), .last = Date(2022, 3, 31)});
  std::string text;
  if (!result)
    for (const mrv::Finding& finding : result.error())
      text += mrv::text_of(finding, component.data.files).en + "\n";
  return text;
}

class Copy {
 public:
  explicit Copy(const std::string& name)
      : path_(temporary_folder() / ("openitmo_programme_" + name)) {
    fs::remove_all(path_);
    fs::copy(kFolder / "valid", path_, fs::copy_options::recursive);
  }
  ~Copy() { fs::remove_all(path_); }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

class BadInput : public testing::TestWithParam<std::string> {};

TEST_P(BadInput, IsNamedWithPlaceAndRemedy) {
  const Case read = read_case(kFolder / "bad" / (GetParam() + ".case"));
  ASSERT_FALSE(read.changes.empty());
  ASSERT_FALSE(read.expected.empty()) << "a case without an expected message proves nothing";
  const Copy copy(GetParam());
  for (const Change& change : read.changes) carry_out(change, copy.path());
  EXPECT_EQ(messages_of(copy.path()), read.expected);
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder / "bad"))
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Programmes, BadInput, testing::ValuesIn(case_names()),
                         [](const auto& test) { return test.param; });

TEST(ValidProgramme, LoadsAndQuantifies) { EXPECT_EQ(messages_of(kFolder / "valid"), ""); }

TEST(ValidProgramme, IsReadAsItStands) {
  const Read<registry::Programme> programme = load_programme(kFolder / "valid");
  ASSERT_TRUE(programme) << programme.error().to_text(Language::en);
  EXPECT_EQ(programme->id, "valid");
  EXPECT_EQ(programme->title.fr, "Un petit programme");
  EXPECT_TRUE(programme->demonstration);
  ASSERT_EQ(programme->registries.size(), 2U);
  EXPECT_EQ(programme->registries[1].registry.view(), "CHE01");
  EXPECT_EQ(programme->names.at("SITE-A").en, "Site A");

  const registry::ProgrammeComponent& component = programme->components.front();
  EXPECT_EQ(component.data.tickets.size(), 4U);
  EXPECT_EQ(component.plan.overrides.front().value, "0.60");
  EXPECT_EQ(component.expected_t_co2eq.at(CalendarYear(2022)), TonnesCo2eq(120));
}

const registry::Act& act_of(const registry::Programme& programme, const std::string& id) {
  for (const registry::Act& act : programme.acts)
    if (act.id == id) return act;
  throw std::out_of_range(id);
}

TEST(ValidProgramme, ReadsActsOfEveryKind) {
  const Read<registry::Programme> programme = load_programme(kFolder / "valid");
  ASSERT_TRUE(programme) << programme.error().to_text(Language::en);
  // Two records of a file are two entries, a minute apart, in both registries.
  const registry::Act& inventory = act_of(*programme, "records/inventory.2022");
  EXPECT_EQ(inventory.registries.size(), 2U);
  EXPECT_EQ(inventory.place, "acts.toml:10");
  EXPECT_EQ(inventory.envelope.actor, "a-0001");
  EXPECT_EQ(inventory.envelope.command_id, "records/inventory.2022");
  EXPECT_EQ(act_of(*programme, "open").envelope.recorded_at.to_string(), "2022-01-03T10:00:00Z");
  EXPECT_EQ(inventory.envelope.recorded_at.to_string(), "2022-01-03T10:02:00Z");
  const auto& record = std::get<RecordInventory>(std::get<ledger::Command>(inventory.act));
  EXPECT_EQ(record.emissions_kg_co2eq, KilogramsCo2eq(32'900'000'000));
  EXPECT_EQ(record.party.view(), "SEN");  // said by the file's [party]

  const auto& authorize = std::get<ledger::AuthorizeItmos>(
      std::get<ledger::Command>(act_of(*programme, "authorize").act));
  EXPECT_EQ(authorize.quantity_t_co2eq, TonnesCo2eq(500));
  EXPECT_EQ(authorize.document.reference, "PROOF");
  EXPECT_EQ(authorize.document.sha256.size(), 64U);
  EXPECT_EQ(authorize.version, 1U);

  const auto& transfer = std::get<registry::UnitAct>(act_of(*programme, "transfer").act);
  EXPECT_TRUE(std::holds_alternative<registry::AllOfThem>(transfer.quantity));
  const auto& cancel = std::get<registry::UnitAct>(act_of(*programme, "overall-mitigation").act);
  EXPECT_EQ(std::get<Rational>(cancel.quantity), Rational(1, 50));
  EXPECT_EQ(std::get<ledger::CancelUnits>(cancel.command).kind,
            ledger::CancellationKind::omge_voluntary);

  const registry::Act& acquisition = act_of(*programme, "acquisition");
  EXPECT_EQ(std::get<registry::Acquire>(acquisition.act).transfer, "transfer");
  EXPECT_EQ(acquisition.envelope.recorded_at.to_string(), "2023-03-05T09:00:00Z");
  EXPECT_EQ(acquisition.envelope.effective_date, Date(2023, 3, 1));
  const auto& monitor = std::get<registry::Monitor>(act_of(*programme, "monitor").act);
  EXPECT_EQ(monitor.sdg_measurements.front().value, "4");
  EXPECT_EQ(std::get<registry::Submit>(act_of(*programme, "report").act).major, 1U);
}

TEST(ValidProgramme, KnowsEveryFileByItsHash) {
  const Read<registry::Programme> programme = load_programme(kFolder / "valid");
  ASSERT_TRUE(programme) << programme.error().to_text(Language::en);
  std::vector<std::string> paths;
  for (const registry::EvidenceFile& file : programme->evidence) {
    paths.push_back(file.path);
    EXPECT_EQ(file.sha256, sha256_hex(read_file(kFolder / "valid" / file.path))) << file.path;
  }
  EXPECT_THAT(paths,
              testing::ElementsAre("acts.toml", "components/site.toml", "data/diesel.csv",
                                   "data/electricity.csv", "data/samples.csv", "data/tickets.csv",
                                   "documents/proof.md", "programme.toml", "records.toml"));
}

}  // namespace
}  // namespace openitmo::files
