#include "reporting/certificate.h"

#include <gmock/gmock.h>

#include "reporting/report_world_test.h"

namespace openitmo::reporting {
namespace {

using namespace fixture;
using openitmo::testing::World;

const std::string kLeaf(64, 'a');

EntryPlace place(std::uint64_t entry) {
  return {.entry = entry,
          .leaf_sha256 = kLeaf,
          .origin = "registry.example/XXA01",
          .tree_size = entry + 1,
          .root_sha256 = std::string(64, 'b')};
}

template <class Event>
std::uint64_t entry_of(const World& w) {
  for (const ledger::Entry& entry : w.entries())
    if (std::holds_alternative<Event>(entry.event)) return entry.number;
  throw std::out_of_range("entry");
}

TEST(VerificationCode, IsReadAsItIsPrinted) {
  const auto code = VerificationCode::of(*RegistryId::parse("SEN01"), place(88));
  EXPECT_EQ(code.to_string(), "SEN01-88-AAAA-AAAA-AAAA-AAAA");
  EXPECT_EQ(VerificationCode::parse(code.to_string()), code);
  EXPECT_EQ(VerificationCode::parse("SEN01-88-aaaaaaaaaaaaaaaa"), code);
}

TEST(VerificationCode, RefusesWhatIsNone) {
  for (const char* text : {"", "SEN01", "SEN01-", "SEN01-88", "SEN01-88-AAAA-AAAA-AAAA",
                           "SEN01-88-AAAA-AAAA-AAAA-AAAA-A", "SEN01-88-AAAA-AAAA-AAAA-GAAA",
                           "SEN1-88-AAAA-AAAA-AAAA-AAAA", "SEN01-x-AAAA-AAAA-AAAA-AAAA",
                           "SEN01-99999999999999999999-AAAA-AAAA-AAAA-AAAA"})
    EXPECT_FALSE(VerificationCode::parse(text)) << text;
}

TEST(Certificate, SaysWhatWasUsedAndWhereItStands) {
  const World w = host_and_buyer();
  const State state(w, "CHE");
  const auto made = certificate(state.inputs(), place(entry_of<ledger::UnitsUsed>(w)));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->title.en, "Certificate of use");
  const auto* sentence = find_block<Sentence>(made->sections.front());
  EXPECT_THAT(sentence->text.en, ::testing::HasSubstr("represent 120 t CO2 eq"));
  const auto* table = find_block<DataTable>(made->sections.back());
  EXPECT_EQ(table->rows.at(2).at(1).text.en, kLeaf);
}

TEST(Certificate, OfACancellationSaysThatItCountsForNobody) {
  const World w = host_and_buyer();
  const State state(w);
  const auto made = certificate(state.inputs(), place(entry_of<ledger::UnitsCancelled>(w)));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->title.fr, "Certificat d'annulation");
  EXPECT_THAT(find_block<Sentence>(made->sections.front())->text.en,
              ::testing::HasSubstr("count for nobody"));
}

TEST(Certificate, IsOfNothingElse) {
  const World w = host_and_buyer();
  const State sen(w), che(w, "CHE");
  EXPECT_FALSE(certificate(sen.inputs(), place(entry_of<ledger::UnitsTransferred>(w))));
  EXPECT_FALSE(certificate(sen.inputs(), place(entry_of<ledger::UnitsUsed>(w))));  // CHE's
  EXPECT_FALSE(certificate(che.inputs(), place(99'999)));
}

TEST(Certificate, IsNotMadeOfWhatWasTakenBack) {
  World w = host_and_buyer();
  const std::uint64_t used = entry_of<ledger::UnitsUsed>(w);
  ledger::CorrectEntry correction{};
  correction.corrected_entry = used;
  correction.document = openitmo::testing::document("MISTAKE");
  w.must(correction);
  const State che(w, "CHE");
  EXPECT_FALSE(certificate(che.inputs(), place(used)));
}

}  // namespace
}  // namespace openitmo::reporting
