#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace openitmo::storage {

class Database;

// A prepared statement. Parameters count from 1, columns from 0, as in SQLite. What is bound must
// outlive the next step.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);

  Statement& bind(int parameter, std::uint64_t number);
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind_text(int parameter, std::string_view text);

  bool step();     // true: there is a row
  int try_step();  // SQLite's result code
  void reset();
  void run();  // steps through to the end and resets, also when it throws

  // A value of another type than the schema's is damage, which these report.
  std::int64_t number(int column) const;
  std::string_view blob(int column) const;  // valid until the next step
  std::string_view text(int column) const;
  bool is_null(int column) const;
  bool is_blob(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void require_type(int column, int type) const;
  void require_ok(int code) const;

  Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace openitmo::storage
