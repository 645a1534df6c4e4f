#include "reporting/aef_difference.h"

#include <gmock/gmock.h>

#include "reporting/aef_fixture.h"

namespace openitmo::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

AefCells cells(const AefSubmission& submission) {
  return render(submission, AefProfile::xlsx_checker);
}

TEST(AefDifference, NoneWhereOnlyTheOrderDiffers) {
  AefSubmission turned = fixture::acquirer();
  std::swap(turned.actions[0], turned.actions[1]);
  EXPECT_THAT(differences(cells(fixture::acquirer()), cells(turned)), IsEmpty());
}

TEST(AefDifference, NamesRowsAndFields) {
  AefSubmission later = fixture::acquirer();
  later.version = {1, 1};
  later.actions[0].date = Date(2026, 3, 3);
  later.actions[1].block.range = ledger::make_range(fixture::series(), 1, 90);
  const auto found = differences(cells(fixture::acquirer()), cells(later));
  EXPECT_THAT(found, ElementsAre(RowDifference{AefTable::submission, 0, 0, {2}},
                                 RowDifference{AefTable::actions, 0, 0, {1}},
                                 RowDifference{AefTable::actions, std::nullopt, 1, {}},
                                 RowDifference{AefTable::actions, 1, std::nullopt, {}}));
}

}  // namespace
}  // namespace openitmo::reporting
