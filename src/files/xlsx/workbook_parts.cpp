#include "files/xlsx/workbook_parts.h"

#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <map>

namespace openitmo::files {
namespace {

unsigned to_unsigned(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

struct Relationship {
  std::string type;  // the last word of the type's address: "worksheet", "styles"
  std::string target;
};

// A part that lists, by id, the parts which another part refers to.
class Relationships : public XmlHandler {
 public:
  // `base` is the folder of the part whose relationships these are.
  explicit Relationships(std::string base) : base_(std::move(base)) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes["TargetMode"] == "External") return;
    const std::string_view type = attributes["Type"];
    const std::string target(attributes["Target"]);
    const std::filesystem::path path = target.starts_with('/')
                                           ? std::filesystem::path(target.substr(1))
                                           : std::filesystem::path(base_) / target;
    by_id_[std::string(attributes["Id"])] = {.type = std::string(type.substr(type.rfind('/') + 1)),
                                             .target = path.lexically_normal().generic_string()};
  }
  void end(std::string_view) override {}

  std::string target_of_id(std::string_view id) const {
    const auto found = by_id_.find(std::string(id));
    return found == by_id_.end() ? std::string() : found->second.target;
  }
  std::string target_of_type(std::string_view type) const {
    for (const auto& [id, relationship] : by_id_) {
      if (relationship.type == type) return relationship.target;
    }
    return {};
  }

 private:
  std::string base_;
  std::map<std::string, Relationship> by_id_;
};

class WorkbookHandler : public XmlHandler {
 public:
  WorkbookHandler(XlsxBook::Contents& contents, const Relationships& relationships)
      : contents_(contents), relationships_(relationships) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") {
      const std::string_view from_1904 = attributes["date1904"];
      if (from_1904 == "1" || from_1904 == "true") contents_.date_system = DateSystem::from_1904;
    } else if (name == "sheet") {
      const std::string part = relationships_.target_of_id(attributes["id"]);
      // Chart sheets have no cells.
      if (part.find("chartsheet") != std::string::npos) return;
      const std::string_view state = attributes["state"];
      contents_.sheets.push_back({.name = std::string(attributes["name"]),
                                  .hidden = state == "hidden" || state == "veryHidden",
                                  .part = part});
    }
  }
  void end(std::string_view) override {}

 private:
  XlsxBook::Contents& contents_;
  const Relationships& relationships_;
};

class StylesHandler : public XmlHandler {
 public:
  explicit StylesHandler(XlsxBook::Contents& contents) : contents_(contents) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt") {
      codes_[to_unsigned(attributes["numFmtId"])] = attributes["formatCode"];
    } else if (name == "cellXfs") {
      in_cell_formats_ = true;
    } else if (name == "xf" && in_cell_formats_) {
      const unsigned id = to_unsigned(attributes["numFmtId"]);
      const auto found = codes_.find(id);
      const std::string_view code = found == codes_.end() ? std::string_view() : found->second;
      contents_.style_is_date.push_back(is_date_format(id, code));
      contents_.style_is_percent.push_back(is_percent_format(id, code));
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cell_formats_ = false;
  }

 private:
  XlsxBook::Contents& contents_;
  std::map<unsigned, std::string> codes_;
  bool in_cell_formats_ = false;
};

// Texts that cells share. A text may be cut into runs of different looks; what is said about its
// pronunciation (rPh) is no part of it.
class SharedTextsHandler : public XmlHandler {
 public:
  explicit SharedTextsHandler(XlsxBook::Contents& contents) : contents_(contents) {}
  void set_parser(XmlParser& parser) { parser_ = &parser; }

  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") contents_.shared_texts.emplace_back();
    if (name == "rPh") in_pronunciation_ = true;
    in_text_ = name == "t" && !in_pronunciation_ && !contents_.shared_texts.empty();
    bytes_ += sizeof(std::string);
    stop_when_too_large();
  }
  void end(std::string_view name) override {
    if (name == "rPh") in_pronunciation_ = false;
    in_text_ = false;
  }
  void text(std::string_view text) override {
    if (!in_text_) return;
    bytes_ += text.size();
    contents_.shared_texts.back() += text;
    stop_when_too_large();
  }

 private:
  void stop_when_too_large() {
    if (bytes_ > contents_.package.limits().shared_text_bytes_max) {
      parser_->stop({{"its texts take too much memory", "ses textes prennent trop de mémoire"}});
    }
  }

  XlsxBook::Contents& contents_;
  XmlParser* parser_ = nullptr;
  std::size_t bytes_ = 0;
  bool in_text_ = false;
  bool in_pronunciation_ = false;
};

std::string folder_of(const std::string& part) {
  return std::filesystem::path(part).parent_path().generic_string();
}

std::string relationships_part_of(const std::string& part) {
  const std::filesystem::path path(part);
  return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

Text read_shared_texts(XlsxBook::Contents& contents, const std::string& part) {
  SharedTextsHandler handler(contents);
  XmlParser parser(handler);
  handler.set_parser(parser);
  return contents.package.parse(part, parser);
}

}  // namespace

Text read_workbook_parts(XlsxBook::Contents& contents) {
  Package& package = contents.package;
  Relationships top("");
  Text error = package.parse("_rels/.rels", top);
  if (!error.empty()) return error;
  const std::string workbook = top.target_of_type("officeDocument");
  if (workbook.empty() || !package.has(workbook))
    return {{"it holds no workbook", "il ne contient pas de classeur"}};

  Relationships relationships(folder_of(workbook));
  error = package.parse(relationships_part_of(workbook), relationships);
  if (!error.empty()) return error;
  WorkbookHandler handler(contents, relationships);
  error = package.parse(workbook, handler);
  if (!error.empty()) return error;
  if (contents.sheets.empty()) return {{"it holds no sheet", "il ne contient aucune feuille"}};
  for (const XlsxSheetInfo& sheet : contents.sheets) {
    if (!package.has(sheet.part))
      return {{"its sheet {} is missing", "sa feuille {} manque"}, in_quotes(sheet.name)};
  }

  const std::string styles = relationships.target_of_type("styles");
  StylesHandler styles_handler(contents);
  if (!styles.empty()) error = package.parse(styles, styles_handler);
  if (!error.empty()) return error;
  const std::string texts = relationships.target_of_type("sharedStrings");
  return texts.empty() ? Text() : read_shared_texts(contents, texts);
}

}  // namespace openitmo::files
