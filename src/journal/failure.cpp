#include "journal/failure.h"

#include "quantity/check.h"

namespace openitmo::journal {

std::string_view name_of(FailureCode code) {
  using enum FailureCode;
  switch (code) {
    case index_outside_tree:
      return "index_outside_tree";
    case sizes_out_of_order:
      return "sizes_out_of_order";
    case proof_too_short:
      return "proof_too_short";
    case proof_too_long:
      return "proof_too_long";
    case root_differs:
      return "root_differs";
    case first_root_differs:
      return "first_root_differs";
    case second_root_differs:
      return "second_root_differs";
    case same_size_different_root:
      return "same_size_different_root";
    case empty_tree_root_differs:
      return "empty_tree_root_differs";
    case text_malformed:
      return "text_malformed";
    case signatures_missing:
      return "signatures_missing";
    case signature_line_malformed:
      return "signature_line_malformed";
    case too_many_signatures:
      return "too_many_signatures";
    case signature_absent:
      return "signature_absent";
    case signature_repeated:
      return "signature_repeated";
    case signature_invalid:
      return "signature_invalid";
    case key_malformed:
      return "key_malformed";
    case key_name_malformed:
      return "key_name_malformed";
    case key_type_unknown:
      return "key_type_unknown";
    case key_id_differs:
      return "key_id_differs";
    case origin_malformed:
      return "origin_malformed";
    case size_malformed:
      return "size_malformed";
    case root_malformed:
      return "root_malformed";
    case extension_malformed:
      return "extension_malformed";
    case origin_differs:
      return "origin_differs";
    case timestamp_malformed:
      return "timestamp_malformed";
    case next_key_malformed:
      return "next_key_malformed";
    case handover_not_accepted:
      return "handover_not_accepted";
    case header_unknown:
      return "header_unknown";
    case extra_malformed:
      return "extra_malformed";
    case index_malformed:
      return "index_malformed";
    case hash_malformed:
      return "hash_malformed";
    case checkpoint_missing:
      return "checkpoint_missing";
    case section_unexpected:
      return "section_unexpected";
    case entry_unknown:
      return "entry_unknown";
    case entry_differs:
      return "entry_differs";
    case checkpoint_size_differs:
      return "checkpoint_size_differs";
    case checkpoint_beyond_entries:
      return "checkpoint_beyond_entries";
    case entries_not_covered:
      return "entries_not_covered";
    case log_shorter:
      return "log_shorter";
    case history_differs:
      return "history_differs";
    case witness_is_ahead:
      return "witness_is_ahead";
    case export_header_unknown:
      return "export_header_unknown";
    case export_line_malformed:
      return "export_line_malformed";
    case export_end_missing:
      return "export_end_missing";
    case export_end_differs:
      return "export_end_differs";
  }
  check(false, "every failure code has a name");
  return {};
}

Text Failure::message() const {
  if (line == 0) return {{"{}: {}", "{} : {}"}, name_of(code), text};
  return {{"line {}: {}: {}", "ligne {} : {} : {}"}, line, name_of(code), text};
}

std::unexpected<Failure> fail(FailureCode code, Text text, std::size_t line) {
  return std::unexpected(Failure{.code = code, .line = line, .text = std::move(text)});
}

}  // namespace openitmo::journal
