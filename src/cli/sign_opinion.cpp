#include "registry/sign_opinion.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/journal_options.h"
#include "cli/read_acts.h"
#include "cli/run_folder.h"
#include "cli/terminal.h"
#include "files/problem.h"
#include "files/source.h"
#include "journal/hash.h"
#include "registry/decide_act.h"
#include "registry/request_lines.h"

namespace openitmo::cli {

namespace {

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
  request.envelope.effective_date = day_or_today(options.effective_date);
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
  write_output(options.output,
               options.note ? conclusion.opinion : registry::act_line(request) + "\n");
  return kDone;
}

}  // namespace openitmo::cli
