#include "journal/continuation.h"

#include <gtest/gtest.h>

namespace openitmo::journal {
namespace {

MerkleTree tree_of(std::uint64_t size, std::uint64_t altered = UINT64_MAX) {
  MerkleTree tree;
  for (std::uint64_t i = 0; i < size; ++i)
    tree.append(leaf_hash(std::to_string(i == altered ? i + 1000 : i)));
  return tree;
}

Checkpoint kept_at(std::uint64_t size) {
  return {.origin = "registry.example/SEN01",
          .size = size,
          .root = tree_of(size).root(),
          .extensions = {}};
}

TEST(Continuation, EveryEarlierCheckpointIsContinued) {
  for (std::uint64_t size = 0; size <= 9; ++size)
    EXPECT_TRUE(verify_continuation(tree_of(9), kept_at(size))) << size;
}

TEST(Continuation, AShorterLogSaysHowManyEntriesAreMissing) {
  const Result<void> grown = verify_continuation(tree_of(6), kept_at(9));
  ASSERT_FALSE(grown);
  EXPECT_EQ(grown.error().code, FailureCode::log_shorter);
  EXPECT_NE(grown.error().message().en.find("3 are missing"), std::string::npos);
}

TEST(Continuation, AnyOtherEntryBeforeTheCheckpointIsARewrittenHistory) {
  for (std::uint64_t altered = 0; altered < 9; ++altered) {
    const Result<void> grown = verify_continuation(tree_of(9, altered), kept_at(5));
    EXPECT_EQ(grown.has_value(), altered >= 5) << altered;
    if (grown) continue;
    EXPECT_EQ(grown.error().code, FailureCode::history_differs);
  }
}

}  // namespace
}  // namespace openitmo::journal
