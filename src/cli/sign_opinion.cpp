#include "registry/sign_opinion.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/read_acts.h"
#include "cli/run_folder.h"
#include "cli/terminal.h"
#include "files/output.h"
#include "files/problem.h"
#include "files/source.h"
#include "journal/hash.h"
#include "registry/decide_act.h"
#include "registry/request_lines.h"

namespace openitmo::cli {

namespace {

Date date_of(const SignOpinionOptions& options) {
  if (options.effective_date.empty()) return recording_time().date();
  if (const auto day = Date::parse(options.effective_date)) return *day;
  throw files::FileError(options.effective_date, Words("this is no day", "ce n'est pas un jour"),
                         Words("write one such as 2026-05-31", "écrivez-en un tel que 2026-05-31"));
}

ConcludeVerification conclusion_of(const SignOpinionOptions& options) {
  const auto equals = options.statement.find('=');
  if (equals == std::string::npos)
    throw files::FileError(options.statement,
                           Words("the document has no reference", "le document n'a pas de code"),
                           Words("write REFERENCE=FILE, such as VERIFICATION-1=statement.pdf",
                                 "écrivez CODE=FICHIER, comme VERIFICATION-1=declaration.pdf"));
  return {.report = options.report,
          .verifier = options.verifier,
          .positive = options.conclusion == "positive",
          .materiality_threshold_percent = options.materiality_threshold,
          .extrapolated_error_percent = options.extrapolated_error,
          .statement = {options.statement.substr(0, equals),
                        files::sha256_hex(read_text(options.statement.substr(equals + 1)))}};
}

void require_report(const ledger::Ledger& ledger, const SignOpinionOptions& options) {
  if (ledger.activities().find_report(options.report)) return;
  throw files::FileError(
      options.journal,
      {{"it has no monitoring report {}", "il n'a pas de rapport de suivi {}"}, options.report},
      Words("give the code of one that was submitted", "donnez le code d'un rapport soumis"));
}

}  // namespace

int sign_opinion(const SignOpinionOptions& options) {
  const ledger::Ledger ledger =
      open_file(options.journal, keys_of_journal(options.journal, options.registry_keys),
                options.language)
          .ledger;
  require_report(ledger, options);
  ConcludeVerification conclusion = conclusion_of(options);
  conclusion.opinion = registry::sign_opinion(ledger, conclusion, signer_key_from(options.key));
  registry::Request request;
  request.envelope.recorded_at = recording_time();
  request.envelope.effective_date = date_of(options);
  request.envelope.command_id = fmt::format("verification-{}-{}", options.report,
                                            files::sha256_hex(conclusion.opinion).substr(0, 12));
  request.command = conclusion;
  const auto answer = registry::decide_act(ledger, request.envelope, request.command);
  if (!answer) {
    Terminal terminal(options.language);
    terminal.line(terminal.say(ledger::message(answer.error())));
    terminal.line(terminal.say(Words("No opinion was written", "Aucun avis n'a été écrit")));
    return kRefused;
  }
  const std::string written =
      options.note ? conclusion.opinion : registry::act_line(request) + "\n";
  if (options.output.empty())
    fmt::print("{}", written);
  else
    files::write_file(options.output, written);
  return kDone;
}

}  // namespace openitmo::cli
