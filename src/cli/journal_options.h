#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/cli11.h"
#include "quantity/language.h"

// The options by which subcommands name journals, keys and checkpoints: one wording for all.
namespace openitmo::cli {

inline constexpr Words kKeysBesideJournal{
    "Verifier key of the registry, or a file with it (default: the one beside the journal); of "
    "several, in their order",
    "Clé de vérification du registre, ou un fichier qui la contient (par défaut : celle qui est à "
    "côté du journal) ; s'il y en a plusieurs, dans leur ordre"};
inline constexpr Words kKeys{
    "Verifier key of the registry, or a file with it; of several, in their order",
    "Clé de vérification du registre, ou un fichier qui la contient ; s'il y en a plusieurs, dans "
    "leur ordre"};

void add_journal(CLI::App& command, std::string& journal, Language language);
void add_journal_or_export(CLI::App& command, std::string& journal, Language language);
// "--key", once for each.
CLI::Option* add_keys(CLI::App& command, std::vector<std::string>& keys, Language language,
                      const Words& described = kKeysBesideJournal);
CLI::Option* add_signer_key(CLI::App& command, std::string& key, Language language);
// "--witness", once for each.
void add_witnesses(CLI::App& command, std::vector<std::string>& witnesses, Language language);
CLI::Option* add_witnessed(CLI::App& command, std::string& checkpoint, Language language);
CLI::Option* add_output(CLI::App& command, std::string& output, Language language,
                        const Words& described);
// "--at-entry" and "--date" of what is drawn from a journal.
void add_at_entry(CLI::App& command, std::uint64_t& entry_count, Language language);
void add_date(CLI::App& command, std::string& date, Language language, const Words& described);
// Where that option says, which is then printed, or on standard output where it was not given.
// Throws files::FileError.
void write_output(const std::string& output, const std::string& text);

}  // namespace openitmo::cli
