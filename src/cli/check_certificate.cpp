#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/report_commands.h"
#include "cli/run_folder.h"
#include "files/problem.h"
#include "journal/hash.h"
#include "journal/proof_file.h"
#include "reporting/certificate.h"

namespace openitmo::cli {

namespace {

int refused(const CheckCertificateOptions& options, const Text& why) {
  const Text said({"{}: not confirmed, {}\n", "{} : non confirmé, {}\n"}, options.code, why);
  fmt::print("{}", said.in(options.language));
  return kRefused;
}

}  // namespace

int check_certificate(const CheckCertificateOptions& options) {
  const auto code = reporting::VerificationCode::parse(options.code);
  if (!code)
    throw files::FileError(
        options.code, Words("this is no verification code", "ce n'est pas un code de vérification"),
        Words("write it as on the certificate, such as SEN01-88-1A2B-3C4D-5E6F-7081",
              "écrivez-le comme sur le certificat, tel que SEN01-88-1A2B-3C4D-5E6F-7081"));
  const auto proven = journal::check_inclusion(read_text(options.proof), keys_from(options.keys));
  if (!proven) return refused(options, proven.error().message());
  const reporting::EntryPlace place{.entry = proven->index,
                                    .leaf_sha256 = journal::to_hex(proven->leaf),
                                    .origin = proven->checkpoint.origin,
                                    .tree_size = proven->checkpoint.size,
                                    .root_sha256 = journal::to_hex(proven->checkpoint.root)};
  if (!place.origin.ends_with("/" + code->registry.to_string()))
    return refused(options, Text({"the proof is of the journal {}", "la preuve est du journal {}"},
                                 place.origin));
  if (const auto proves = reporting::VerificationCode::of(code->registry, place); proves != *code)
    return refused(options,
                   Text({"the proof is for {}", "la preuve est celle de {}"}, proves.to_string()));
  const Text said({"confirmed: entry {} stands in the journal {} of {} entries (root {})\n",
                   "confirmé : l'écriture {} se trouve dans le journal {} de {} écritures "
                   "(racine {})\n"},
                  place.entry, place.origin, place.tree_size, place.root_sha256);
  fmt::print("{}", said.in(options.language));
  if (proven->entry_bytes) fmt::print("{}\n", *proven->entry_bytes);
  fmt::print("{}\n", Words("Whether a later entry took it back, only the registry can say.",
                           "Seul le registre peut dire si une écriture ultérieure l'a reprise.")
                         .in(options.language));
  return kDone;
}

}  // namespace openitmo::cli
