#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <sodium.h>

#include "cli/commands.h"
#include "cli/run_outputs.h"
#include "cli/run_reports.h"
#include "cli/run_summary.h"
#include "cli/terminal.h"
#include "files/output.h"
#include "files/problem.h"
#include "files/programme/load_programme.h"
#include "journal/hash.h"
#include "registry/run_programme.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::cli {

namespace {

// A registry with its journal in the folder being written. In this order: the store goes last.
struct LocalRegistry {
  std::unique_ptr<storage::SqliteStore> store;
  std::unique_ptr<registry::Registry> registry;
};

// Demonstration registries sign with keys made from their names, so that a demonstration gives the
// same journals everywhere; they prove nothing about anybody. Others get keys from the system.
journal::Seed seed_for(const registry::Programme& programme,
                       const registry::ProgrammeRegistry& registry) {
  if (programme.demonstration)
    return journal::sha256("openitmo demonstration key " + programme.id + " " + registry.origin);
  journal::Seed seed;
  randombytes_buf(seed.data(), seed.size());
  return seed;
}

LocalRegistry open_registry(const registry::Programme& programme,
                            const registry::ProgrammeRegistry& of, files::OutputFolder& output) {
  journal::SignerKey key(of.origin, journal::KeyType::note, seed_for(programme, of));
  const std::string name = of.registry.to_string();
  const auto path = output.path_of(name + ".itmo");
  storage::SqliteStore::create(path, {of.origin, key.verifier().text()});
  output.write("keys/" + name + ".vkey", key.verifier().text() + "\n");
  output.write("keys/" + name + ".key", key.text() + "\n", files::Readers::owner);
  std::filesystem::permissions(output.path_of("keys/" + name + ".key"),
                               std::filesystem::perms::owner_read);
  LocalRegistry local;
  local.store = std::make_unique<storage::SqliteStore>(storage::SqliteStore::open(path));
  local.registry = std::make_unique<registry::Registry>(*local.store, std::move(key), name);
  return local;
}

// Shows acts as they are carried out: a line for each, with where it was recorded; records of one
// group ("parties/...") share a line.
class ActLines {
 public:
  ActLines(Terminal& terminal, const registry::Programme& programme) : terminal_(terminal) {
    for (const registry::Act& act : programme.acts)
      recorded_on_[act.id] = act.envelope.recorded_at.date();
  }

  void add(const registry::ActOutcome& outcome) {
    if (!outcome.entry) {
      flush();
      return terminal_.line(fmt::format("  ! {} {} ({}){}{}", outcome.registry.view(), outcome.act,
                                        outcome.place, terminal_.colon(),
                                        terminal_.say(outcome.refusal)));
    }
    const std::string group = outcome.act.substr(0, outcome.act.find('/'));
    if (group != group_) flush();
    group_ = group;
    date_ = outcome.effective_date;
    const auto recorded = recorded_on_.find(outcome.act);
    recorded_ = recorded == recorded_on_.end() ? date_ : recorded->second;
    auto [at, added] = entries_.try_emplace(outcome.registry, *outcome.entry, *outcome.entry);
    at->second.second = *outcome.entry;
  }

  void flush() {
    if (!entries_.empty()) {
      std::string text = fmt::format("  {}  {:<28}", date_.to_string(), group_);
      for (const auto& [registry, range] : entries_) {
        const std::string last =
            range.second == range.first ? "" : fmt::format("-{}", range.second);
        text += fmt::format(" {} {}{}", registry.view(), range.first, last);
      }
      if (recorded_ != date_)
        text += fmt::format("  ({} {})", terminal_.say(words::kRecorded), recorded_.to_string());
      terminal_.line(text);
    }
    entries_.clear();
  }

 private:
  Terminal& terminal_;
  std::string group_;
  Date date_;
  Date recorded_;
  std::map<std::string, Date> recorded_on_;  // by act
  std::map<RegistryId, std::pair<std::uint64_t, std::uint64_t>> entries_;
};

Words words_for(registry::RunStage stage) {
  switch (stage) {
    case registry::RunStage::quantify:
      return words::kQuantify;
    case registry::RunStage::acts:
      return words::kActs;
    case registry::RunStage::accounts:
      return words::kAccounts;
    case registry::RunStage::checks:
      return words::kChecks;
  }
  return words::kQuantify;
}

registry::RunObserver observer_on(Terminal& terminal, ActLines& acts) {
  registry::RunObserver observer;
  observer.stage = [&](registry::RunStage stage) {
    acts.flush();
    terminal.stage(words_for(stage));
  };
  observer.progress = [&](std::size_t done, std::size_t total) { terminal.progress(done, total); };
  observer.act = [&](const registry::ActOutcome& outcome) { acts.add(outcome); };
  return observer;
}

int run_with_registries(const registry::Programme& programme, const RunOptions& options,
                        const std::filesystem::path& target, Terminal& terminal) {
  files::OutputFolder output(target);
  std::map<RegistryId, LocalRegistry> locals;
  std::map<RegistryId, registry::Registry*> registries;
  for (const auto& of : programme.registries) {
    locals[of.registry] = open_registry(programme, of, output);
    registries[of.registry] = locals[of.registry].registry.get();
  }
  ActLines acts(terminal, programme);
  auto run = registry::run_programme(programme, registries, observer_on(terminal, acts));
  if (!run) {
    terminal.end_stage();
    fmt::print(stderr, "{}", terminal.say(run.error()));
    return kCannot;
  }
  terminal.stage(words::kWrite);
  registries.clear();
  locals.clear();
  for (const RunDocument& document : run_documents(options.programme, *run)) {
    const auto to = output.path_of(document.named.path);
    if (!write_run_document(document, to.parent_path().parent_path(), options.programme, to))
      throw files::FileError(
          options.programme,
          Words("the statements of a Party cannot be used",
                "les déclarations d'une Partie ne peuvent servir"),
          Words("correct what is said above", "corrigez ce qui est dit ci-dessus"));
    run->documents.push_back(document.named);
  }
  write_outputs(options.programme, programme, *run, output);
  output.commit();
  terminal.end_stage();
  show_summary(terminal, programme, *run, target);
  return run->refused() ? kRefused : kDone;
}

int run_without_registries(const registry::Programme& programme, const RunOptions& options,
                           const std::filesystem::path& target, Terminal& terminal) {
  terminal.stage(words::kQuantify);
  auto results = registry::quantify_all(programme);
  terminal.end_stage();
  if (!results) {
    fmt::print(stderr, "{}", terminal.say(results.error()));
    return kCannot;
  }
  registry::ProgrammeRun run;
  run.results = *std::move(results);
  files::OutputFolder output(target);
  write_evidence(options.programme, output);
  write_results(run.results, output);
  write_reports(programme, run, output);
  output.commit();
  return show_published(terminal, programme, run.results, target) ? kDone : kRefused;
}

bool stands_in(const std::filesystem::path& inner, const std::filesystem::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

// A run copies the programme folder into its own and replaces an earlier one as a whole, so neither
// of the two may stand in the other.
void keep_apart(const std::filesystem::path& programme, const std::filesystem::path& target) {
  const auto plain = [](const std::filesystem::path& path) {
    return (std::filesystem::weakly_canonical(std::filesystem::absolute(path)) / "").parent_path();
  };
  if (!stands_in(plain(target), plain(programme)) && !stands_in(plain(programme), plain(target)))
    return;
  throw files::FileError(
      target.string(),
      Words("the folder to write and the programme folder stand one in the other",
            "le dossier à écrire et le dossier du programme sont l'un dans l'autre"),
      Words("name a folder outside the programme with -o, such as -o ../out",
            "nommez avec -o un dossier hors du programme, tel que -o ../out"));
}

}  // namespace

int run(const RunOptions& options) {
  if (!std::filesystem::is_directory(options.programme))
    throw files::FileError(
        options.programme, Words("there is no such folder", "ce dossier n'existe pas"),
        Words("name a programme folder, such as programmes/senegal-waste",
              "nommez un dossier de programme, tel que programmes/senegal-waste"));
  Terminal terminal(options.language);
  terminal.stage(words::kRead);
  const auto programme = files::load_programme(options.programme);
  if (!programme) {
    terminal.end_stage();
    fmt::print(stderr, "{}{}\n{}\n", options.programme, terminal.say({":", " :"}),
               programme.error().to_text(options.language));
    return kCannot;
  }
  std::size_t tickets = 0;
  for (const auto& component : programme->components) tickets += component.data.tickets.size();
  terminal.line(
      fmt::format("  {} {}, {} {}", programme->evidence.size(), terminal.say(words::kFiles),
                  tonnes_text(static_cast<std::int64_t>(tickets)), terminal.say(words::kRows)));
  if (programme->demonstration) terminal.banner(terminal.say(words::kDemonstration));
  const std::filesystem::path target = options.output.empty()
                                           ? std::filesystem::path("out") / programme->id
                                           : std::filesystem::path(options.output);
  keep_apart(options.programme, target);
  return programme->registries.empty()
             ? run_without_registries(*programme, options, target, terminal)
             : run_with_registries(*programme, options, target, terminal);
}

}  // namespace openitmo::cli
