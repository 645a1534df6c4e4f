#include <boost/json/src.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "journal/decimal_text.h"
#include "journal/merkle.h"

// tests/vectors/merkle/: proofs made by another implementation, most of them wrong on purpose.
namespace openitmo::journal {
namespace {

boost::json::array read_vectors(const std::string& name) {
  std::ifstream file(std::string(OPENITMO_SOURCE_DIR) + "/tests/vectors/merkle/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return boost::json::parse(text.str()).as_array();
}

std::string text_of(const boost::json::value& row, const char* key) {
  return std::string(row.at(key).as_string());
}
Hash hash_of(const boost::json::value& row, const char* key) {
  return hash_from_hex(text_of(row, key)).value();
}
std::uint64_t number_of(const boost::json::value& row, const char* key) {
  return parse_decimal(text_of(row, key)).value();
}
std::vector<Hash> proof_of(const boost::json::value& row) {
  std::vector<Hash> proof;
  for (const boost::json::value& hash : row.at("proof").as_array())
    proof.push_back(hash_from_hex(std::string(hash.as_string())).value());
  return proof;
}
std::string outcome_of(const Result<void>& verdict) {
  return verdict ? "ok" : std::string(name_of(verdict.error().code));
}

TEST(MerkleVectors, Inclusion) {
  const boost::json::array rows = read_vectors("inclusion.json");
  EXPECT_GE(rows.size(), 200u);
  for (const boost::json::value& row : rows)
    EXPECT_EQ(
        outcome_of(verify_inclusion(hash_of(row, "leaf"), number_of(row, "index"),
                                    number_of(row, "size"), proof_of(row), hash_of(row, "root"))),
        text_of(row, "outcome"))
        << text_of(row, "name");
}

TEST(MerkleVectors, Consistency) {
  const boost::json::array rows = read_vectors("consistency.json");
  EXPECT_GE(rows.size(), 200u);
  for (const boost::json::value& row : rows)
    EXPECT_EQ(outcome_of(verify_consistency(number_of(row, "first"), number_of(row, "second"),
                                            hash_of(row, "first_root"), hash_of(row, "second_root"),
                                            proof_of(row))),
              text_of(row, "outcome"))
        << text_of(row, "name");
}

}  // namespace
}  // namespace openitmo::journal
