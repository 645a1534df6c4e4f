#include "files/programme/load_programme.h"

#include <fmt/format.h>

#include "files/programme/acts.h"
#include "files/programme/component.h"
#include "files/programme/deduction.h"
#include "files/programme/field_values.h"
#include "files/programme/folder.h"
#include "files/programme/records.h"
#include "files/programme/references.h"
#include "files/programme/verification.h"

namespace openitmo::files {
namespace {

class Loader {
 public:
  // `reads_last_design`: of the last design itself no earlier one is read.
  Loader(const std::filesystem::path& root, bool reads_last_design)
      : root_(root), reads_last_design_(reads_last_design), folder_(root) {
    programme_.id = std::filesystem::weakly_canonical(root).filename().string();
  }

  Read<registry::Programme> load() {
    const std::optional<TomlTable> root = folder_.open_first("programme.toml");
    if (!root) return std::unexpected(folder_.finish());
    read_head(*root);
    read_names(*root);
    read_record_files(*root);
    read_components(*root);
    read_acts_file(*root);
    programme_.materiality = read_materiality(*root, programme_.sources);
    read_last_design(*root);
    for (const Record& record : records_) programme_.records.push_back(record.command);
    if (Problems problems = folder_.finish(); !problems.empty()) return std::unexpected(problems);
    programme_.evidence = folder_.evidence();
    return std::move(programme_);
  }

 private:
  void read_head(const TomlTable& root) {
    programme_.title = read_text(root, "title");
    programme_.summary = read_text(root, "summary");
    programme_.demonstration = root.boolean("demonstration");
    for (const TomlTable& table : root.optional_tables("registry")) {
      const std::string id = table.string("id");
      known_.add(IdKind::registry, id);
      programme_.registries.push_back({.registry = code_of<5, kRegistryPattern>(table, "id", id),
                                       .origin = table.string("origin")});
    }
    for (const TomlTable& table : root.optional_tables("source"))
      programme_.sources.push_back(read_figure_source(table));
  }

  void read_names(const TomlTable& root) {
    if (const auto names = root.optional_table("names"))
      for (const std::string& id : names->keys()) programme_.names[id] = read_text(*names, id);
    const auto actors = root.optional_table("actors");
    if (!actors) return;
    for (const std::string& role : actors->keys()) {
      actor_by_role_[role] = actors->string(role);
      known_.add(IdKind::actor, role);
    }
  }

  void read_record_files(const TomlTable& root) {
    for (const std::string& path : root.optional_strings("records")) {
      known_.add(IdKind::record, path);
      if (const auto table = folder_.open(root, "records", path))
        read_records(*table, path, folder_, records_, programme_.sources);
      else
        known_.mark_incomplete();
    }
  }

  void read_components(const TomlTable& root) {
    const std::optional<mrv::DeductionPolicy> deduction = read_deduction(root, programme_.sources);
    for (const std::string& path : root.strings("components")) {
      known_.add(IdKind::record, path);
      const auto table = folder_.open(root, "components", path);
      if (!table) {
        known_.mark_incomplete();
        continue;
      }
      registry::ProgrammeComponent component =
          read_component(*table, path, folder_, records_, programme_.sources);
      for (const registry::ProgrammeComponent& other : programme_.components)
        if (other.id == component.id && !other.id.empty())
          table->refuse(
              "component",
              {{"the component {} stands already in another file",
                "le composant {} se trouve déjà dans un autre fichier"},
               other.id},
              {{"give each component its own id", "donnez à chaque composant son propre id"}});
      component.demonstration = programme_.demonstration;
      component.plan.deduction = deduction;
      known_.add(IdKind::component, component.id);
      programme_.components.push_back(std::move(component));
    }
    refuse_double_crediting(root, programme_.components);
  }

  void read_acts_file(const TomlTable& root) {
    const std::optional<std::string> path = root.optional_string("acts");
    if (!path) return;
    const auto table = folder_.open(root, "acts", *path);
    if (!table) return;
    programme_.acts = read_acts(
        *table, *path,
        {.folder = folder_, .records = records_, .actor_by_role = actor_by_role_, .known = known_});
  }

  void read_last_design(const TomlTable& root) {
    std::optional<registry::LastDesign> design = read_design(root);
    if (!design || design->path.empty()) return;
    if (!reads_last_design_)
      return root.refuse("design",
                         Words("a last design has no earlier one of its own here",
                               "une dernière conception n'en a pas ici de précédente"),
                         Words("remove [design]", "retirez [design]"));
    if (!read_source(root_, design->path + "/programme.toml"))
      return root.table("design").refuse(
          "last",
          {{"there is no programme.toml in {}", "pas de programme.toml dans {}"},
           in_quotes(design->path)},
          Words("name a folder within this one that holds a programme as it was "
                "validated",
                "nommez un sous-dossier qui contient un programme tel qu'il fut "
                "validé"));
    auto last = Loader(root_ / design->path, false).load();
    if (!last) return folder_.add(within(design->path, last.error()));
    for (const registry::EvidenceFile& file : last->evidence)
      folder_.note_evidence(design->path + "/" + file.path, file.sha256);
    design->programme = std::make_shared<const registry::Programme>(*std::move(last));
    programme_.last_design = *std::move(design);
  }

  std::filesystem::path root_;
  bool reads_last_design_;
  ProgrammeFolder folder_;
  registry::Programme programme_;
  std::vector<Record> records_;
  std::map<std::string, std::string> actor_by_role_;
  KnownIds known_;
};

}  // namespace

Read<registry::Programme> load_programme(const std::filesystem::path& folder) {
  return Loader(folder, true).load();
}

}  // namespace openitmo::files
