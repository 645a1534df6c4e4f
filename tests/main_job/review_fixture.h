#pragma once

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// The review of the demonstration's host: its own copy of the demonstration, whose log a test may
// change.
namespace openitmo::testing {

inline constexpr const char* kStatements = "evidence/parties/SEN/statements.toml";
inline constexpr const char* kLog = "evidence/parties/SEN/reviews/sen-ter-2026.toml";

class Review : public ::testing::Test {
 protected:
  Review()
      : demo_(copy_of_demo(fmt::format(
            "review-{}", ::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    log_ = read_file(demo_ / kLog);
  }

  void write_log(const std::string& text) const { write_file(demo_ / kLog, text); }
  std::string at(const std::string& name) const { return (demo_ / name).string(); }
  Finished with_journal(const std::string& command, const std::string& more) const {
    return itmo(fmt::format("{} {}/SEN01.itmo --party SEN {}", command, demo_.string(), more));
  }
  Finished with_statements(const std::string& command, const std::string& more) const {
    return with_journal(command, fmt::format("--statements {}/evidence {}", demo_.string(), more));
  }
  // Recorded, with the number of its entry.
  std::uint64_t act(const std::string& word, const std::string& more) const {
    const Finished done = with_journal(
        "act " + word, fmt::format("--key {}/keys/SEN01.key {}", demo_.string(), more));
    EXPECT_EQ(done.code, 0) << done.output;
    const std::string before = "Recorded as entry ";
    const std::size_t found = done.output.find(before);
    return found == std::string::npos ? 0 : std::stoull(done.output.substr(found + before.size()));
  }
  // The host's regular information, drawn on the day on which it is sent.
  Finished draw_regular(const std::string& more = "--language fr") const {
    return with_statements("draw-report regular",
                           fmt::format("--date 2026-04-30 {} -o {}", more, at("regular.html")));
  }
  // Whether any file of a folder has this text.
  bool holds(const char* package, const std::string& text) const {
    return std::ranges::any_of(
        std::filesystem::recursive_directory_iterator(demo_ / package), [&](const auto& one) {
          return one.is_regular_file() && read_file(one.path()).find(text) != std::string::npos;
        });
  }
  // What the host states on one paragraph becomes confidential; its text starts with that word.
  void keep_secret() const {
    std::string stated = read_file(demo_ / kStatements);
    const std::size_t text = stated.find("text = { en = \"", stated.find("paragraph = \"22(a)\""));
    stated.insert(text + 15, "THESECRET ");
    stated.insert(text,
                  "confidential = { en = \"Trade secret\", fr = \"Secret des affaires\", "
                  "es = \"Secreto comercial\" }\n");
    write_file(demo_ / kStatements, stated);
  }
  std::uint64_t send_regular() const {
    return act("submit_regular_information",
               fmt::format("--first-year 2024 --last-year 2025 --effective-date 2026-04-30 "
                           "--report SEN-BTR={}",
                           at("regular.html")));
  }
  Finished check_again(const std::string& more = "") const {
    return itmo(
        fmt::format("check-package {0}/package --journal {0}/SEN01.itmo --statements "
                    "{0}/evidence {1}",
                    demo_.string(), more));
  }
  bool is_for_owner_alone(const std::string& name) const {
    using std::filesystem::perms;
    const perms others = perms::group_all | perms::others_all;
    return (std::filesystem::status(demo_ / name).permissions() & others) == perms::none;
  }

  std::filesystem::path demo_;
  std::string log_;
};

}  // namespace openitmo::testing
