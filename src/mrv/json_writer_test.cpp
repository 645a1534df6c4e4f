#include "mrv/json_writer.h"

#include <gtest/gtest.h>

namespace openitmo::mrv {
namespace {

TEST(JsonWriter, KeepsTheOrderAndEscapes) {
  JsonWriter json;
  json.begin_object();
  json.key("b");
  json.text("a \"quoted\" \\ line\nand \x01 é");
  json.key("a");
  json.begin_array();
  json.integer(-3);
  json.real(0.1);
  json.begin_array();
  json.end_array();
  json.begin_object();
  json.end_object();
  json.end_array();
  json.key("c");
  json.real(1e21);
  json.end_object();
  EXPECT_EQ(json.take(),
            "{\"b\":\"a \\\"quoted\\\" \\\\ line\\u000aand \\u0001 é\","
            "\"a\":[-3,\"0.1\",[],{}],\"c\":\"1e+21\"}");
}

}  // namespace
}  // namespace openitmo::mrv
