#include "doc_rules.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <optional>
#include <regex>
#include <set>

namespace openitmo::tidy {

namespace fs = std::filesystem;

namespace {

struct Link {
  std::size_t line;
  std::string target;
};

// A page's lines outside ``` blocks; the others come as empty ones.
std::vector<std::string> prose_of(const TextFile& page) {
  std::vector<std::string> prose;
  bool in_block = false;
  for (const auto line : lines_of(page.text)) {
    const bool fence = line.starts_with("```");
    prose.emplace_back(in_block || fence ? std::string_view() : line);
    if (fence) in_block = !in_block;
  }
  return prose;
}

std::string without_code(const std::string& line) {
  static const std::regex code("`[^`]*`");
  return std::regex_replace(line, code, "");
}

std::vector<Link> links_of(const TextFile& page) {
  static const std::regex link(R"re(\]\(([^)\s]+)\)|(?:src|href)="([^"]+)")re");
  std::vector<Link> links;
  std::size_t number = 0;
  for (const auto& full : prose_of(page)) {
    ++number;
    const std::string line = without_code(full);
    for (std::sregex_iterator at(line.begin(), line.end(), link), end; at != end; ++at)
      links.push_back({number, (*at)[1].matched ? (*at)[1].str() : (*at)[2].str()});
  }
  return links;
}

bool leads_outside(const std::string& target) {
  return target.find("://") != std::string::npos || target.starts_with("mailto:");
}

// The path that a link of `page` leads to, from the top of the repository, without its heading.
std::string resolved(const TextFile& page, const std::string& target) {
  const std::string path = target.substr(0, target.find('#'));
  if (path.empty()) return page.path;
  std::string full = (fs::path(page.folder()) / path).lexically_normal().generic_string();
  if (full.ends_with('/')) full.pop_back();
  return full;
}

// How a heading is spelled in a link: lower case, spaces as hyphens, punctuation dropped.
std::string anchor_of(std::string_view heading) {
  std::string anchor;
  for (const char c : heading) {
    const auto u = static_cast<unsigned char>(c);
    if (c == ' ' || c == '-')
      anchor += '-';
    else if (std::isalnum(u) || c == '_' || u >= 0x80)
      anchor += static_cast<char>(std::tolower(u));
  }
  return anchor;
}

bool has_heading(const TextFile& page, const std::string& anchor) {
  const auto lines = prose_of(page);
  return std::ranges::any_of(lines, [&](const std::string& line) {
    const auto text = line.find_first_not_of('#');
    return line.starts_with('#') && text != std::string::npos &&
           anchor_of(line.substr(text + 1)) == anchor;
  });
}

std::optional<std::string> what_is_wrong_with(const Repository& repository, const TextFile& page,
                                              const std::string& target) {
  const std::string path = resolved(page, target);
  const TextFile* file = find_file(repository, path);
  if (!file && !has_folder(repository, path)) return fmt::format("there is no {}", path);
  const auto hash = target.find('#');
  if (hash == std::string::npos) return std::nullopt;
  if (!file || !has_heading(*file, target.substr(hash + 1)))
    return fmt::format("{} has no heading {}", path, target.substr(hash));
  return std::nullopt;
}

template <class Visit>
void for_each_page(const Repository& repository, const Visit& visit) {
  for (const TextFile& file : repository)
    if (file.is_page()) visit(file);
}

}  // namespace

Findings broken_links(const Repository& repository) {
  Findings findings;
  for_each_page(repository, [&](const TextFile& page) {
    for (const Link& link : links_of(page)) {
      if (leads_outside(link.target)) continue;
      if (const auto wrong = what_is_wrong_with(repository, page, link.target))
        findings.push_back({page.path, link.line, fmt::format("link {}: {}", link.target, *wrong)});
    }
  });
  return findings;
}

Findings missing_paths(const Repository& repository) {
  static const std::regex path(
      R"(`((?:src|tests|docs|tools|bench|cmake|programmes)/[\w./-]*)(?::\d+)?`)");
  Findings findings;
  for_each_page(repository, [&](const TextFile& page) {
    std::size_t number = 0;
    for (const auto& line : prose_of(page)) {
      ++number;
      for (std::sregex_iterator at(line.begin(), line.end(), path), end; at != end; ++at) {
        const std::string named = (*at)[1].str();
        if (!find_file(repository, named) && !has_folder(repository, named))
          findings.push_back({page.path, number, fmt::format("there is no {}", named)});
      }
    }
  });
  return findings;
}

Findings missing_targets(const Repository& repository) {
  static const std::regex in_text(R"(`make ([a-z][a-z-]*)`)");
  static const std::regex in_block(R"(^\s*(?:\$ )?make ([a-z][a-z-]*)\s*(#.*)?$)");
  const TextFile* makefile = find_file(repository, "Makefile");
  const std::string rules = makefile ? "\n" + makefile->text : "";
  Findings findings;
  for_each_page(repository, [&](const TextFile& page) {
    std::size_t number = 0;
    for (const auto view : lines_of(page.text)) {
      ++number;
      const std::string line(view);
      for (const auto& pattern : {std::cref(in_text), std::cref(in_block)})
        for (std::sregex_iterator at(line.begin(), line.end(), pattern.get()), end; at != end; ++at)
          if (rules.find("\n" + (*at)[1].str() + ":") == std::string::npos)
            findings.push_back(
                {page.path, number, fmt::format("the Makefile has no target {}", (*at)[1].str())});
    }
  });
  return findings;
}

Findings missing_subcommands(const Repository& repository) {
  static const std::regex subcommand("(?:`|/bin/)itmo ([a-z][a-z-]*)");
  Findings findings;
  for_each_page(repository, [&](const TextFile& page) {
    std::size_t number = 0;
    for (const auto view : lines_of(page.text)) {
      ++number;
      const std::string line(view);
      for (std::sregex_iterator at(line.begin(), line.end(), subcommand), end; at != end; ++at) {
        std::string file = (*at)[1].str();
        std::ranges::replace(file, '-', '_');
        if (!find_file(repository, "src/cli/" + file + ".cpp"))
          findings.push_back({page.path, number, fmt::format("itmo has no {}", (*at)[1].str())});
      }
    }
  });
  return findings;
}

Findings unreachable_pages(const Repository& repository) {
  std::set<std::string> reached;
  std::vector<std::string> to_read{"README.md"};
  while (!to_read.empty()) {
    const std::string path = to_read.back();
    to_read.pop_back();
    const TextFile* page = find_file(repository, path);
    if (!page || !page->is_page() || !reached.insert(path).second) continue;
    for (const Link& link : links_of(*page)) {
      if (leads_outside(link.target)) continue;
      to_read.push_back(resolved(*page, link.target));
      to_read.push_back(resolved(*page, link.target) + "/README.md");
    }
  }
  Findings findings;
  for_each_page(repository, [&](const TextFile& page) {
    const bool ours = page.path.starts_with("docs/") || page.folder().empty();
    if (ours && !reached.contains(page.path))
      findings.push_back({page.path, 0, "no way of links leads here from README.md"});
  });
  return findings;
}

Findings unlisted_pages(const Repository& repository) {
  const TextFile* index = find_file(repository, "docs/README.md");
  if (!index) return {{"docs/README.md", 0, "is missing"}};
  std::set<std::string> listed{index->path};
  for (const Link& link : links_of(*index))
    if (!leads_outside(link.target)) listed.insert(resolved(*index, link.target));
  Findings findings;
  for_each_page(repository, [&](const TextFile& page) {
    if (page.path.starts_with("docs/") && !listed.contains(page.path))
      findings.push_back({page.path, 0, "docs/README.md does not list it"});
  });
  return findings;
}

Findings titles(const Repository& repository) {
  Findings findings;
  std::map<std::string, std::string> page_of;
  for_each_page(repository, [&](const TextFile& page) {
    std::size_t count = 0, number = 0;
    for (const auto& line : prose_of(page)) {
      ++number;
      if (!line.starts_with("# ")) continue;
      if (++count > 1) findings.push_back({page.path, number, "a second title"});
      const auto [known, added] = page_of.emplace(line, page.path);
      if (!added)
        findings.push_back(
            {page.path, number, fmt::format("{} has this title too", known->second)});
    }
    if (count == 0) findings.push_back({page.path, 0, "has no title"});
  });
  return findings;
}

namespace {

// What the glossary must define: the terms that types and actions of the domain folders stand for.
constexpr std::array kTypesToDefine{
    "PartyId",
    "CooperativeApproachId",
    "RegistryId",
    "RecordNdc",
    "RecordInventory",
    "RecordActivity",
    "IncludeComponent",
    "MonitoredResult",
    "AuthorizeItmos",
    "RecordEntity",
    "RecordSdgIndicator",
    "ConcludeAdditionality",
    "Purpose",
    "FirstTransferDefinition",
    "ActionType",
    "ActionSubtype",
    "ItmoIdentifier",
    "ItmoRange",
    "ItmoSeries",
    "Block",
    "Vintage",
    "UnitsIssued",
    "FirstTransfer",
    "Transfer",
    "AcquireUnits",
    "MoveUnits",
    "UseUnits",
    "CancelUnits",
    "SubmitAef",
    "RequestRecognition",
    "AdjustmentMethod",
    "Entry",
    "Checkpoint",
    "InclusionProof",
    "ConsistencyProof",
    "Refusal",
};

// The cells of a table row: "| a | b |" -> a, b.
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::size_t start = row.find('|');
  while (start != std::string::npos) {
    const auto end = row.find('|', start + 1);
    if (end == std::string::npos) break;
    std::string cell = row.substr(start + 1, end - start - 1);
    const auto first = cell.find_first_not_of(' ');
    cells.push_back(first == std::string::npos
                        ? ""
                        : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    start = end;
  }
  return cells;
}

constexpr std::size_t kColumns = 5;  // English, French, meaning, in the code, source
constexpr std::size_t kCodeColumn = 3;

bool declared(const Repository& repository, const std::string& name) {
  const std::regex declaration(fmt::format(
      R"(\b(struct|class|enum class|using|concept)\s+{0}\b|^\s*{0}\s*[=,]|\b{0}\()", name));
  return std::ranges::any_of(repository, [&](const TextFile& file) {
    if (file.src_folder().empty() || !file.is_header()) return false;
    const auto lines = lines_of(file.text);
    return std::ranges::any_of(lines, [&](std::string_view line) {
      return line.find(name) != std::string_view::npos &&
             std::regex_search(line.begin(), line.end(), declaration);
    });
  });
}

// Checks one row and notes the code names in it.
void check_row(const Repository& repository, const TextFile& page, std::size_t number,
               const std::vector<std::string>& cells, std::set<std::string>& named,
               Findings& findings) {
  static const std::regex code("`([A-Za-z_]\\w*)`");
  if (cells.size() != kColumns) {
    findings.push_back({page.path, number, fmt::format("a row has {} columns", kColumns)});
    return;
  }
  if (cells[0].empty() || cells[1].empty() || cells[2].empty())
    findings.push_back({page.path, number, "give term, French term and meaning"});
  const std::string& names = cells[kCodeColumn];
  for (std::sregex_iterator at(names.begin(), names.end(), code), end; at != end; ++at) {
    named.insert((*at)[1].str());
    if (!declared(repository, (*at)[1].str()))
      findings.push_back({page.path, number, fmt::format("no header declares {}", (*at)[1].str())});
  }
}

}  // namespace

Findings glossary(const Repository& repository) {
  const TextFile* page = find_file(repository, "docs/glossary.md");
  if (!page) return {{"docs/glossary.md", 0, "is missing"}};
  Findings findings;
  std::set<std::string> named;
  std::map<std::string, std::size_t> line_of;
  std::size_t number = 0;
  for (const auto& line : prose_of(*page)) {
    ++number;
    if (!line.starts_with("| ") || line.starts_with("| term ")) continue;
    const auto cells = cells_of(line);
    check_row(repository, *page, number, cells, named, findings);
    const auto [first, added] = line_of.emplace(cells.empty() ? "" : cells[0], number);
    if (!added)
      findings.push_back(
          {page->path, number, fmt::format("defined in line {} too", first->second)});
  }
  for (const std::string type : kTypesToDefine)
    if (!named.contains(type))
      findings.push_back({page->path, 0, fmt::format("no term names {} in the code column", type)});
  return findings;
}

}  // namespace openitmo::tidy
