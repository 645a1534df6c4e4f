#include <algorithm>
#include <fmt/format.h>

#include "activity/finding_words.h"
#include "cli/bench.h"
#include "cli/commands.h"
#include "mrv/reverify.h"
#include "mrv/verification/assessment.h"
#include "mrv/verification/assessment_text.h"
#include "mrv/verification/proposed_finding.h"
#include "mrv/verification/ticket_sample.h"

namespace openitmo::cli {

namespace {

using namespace mrv::verification;

// As a finding of that kind is called once it is raised.
Words kind_words(ProposedKind kind) {
  return activity::words_of(
      parse_enum<openitmo::FindingKind>(name_of(kind)).value_or(openitmo::FindingKind{}));
}

// What the worksheet says of each drawn ticket, by its position in the data.
std::vector<CheckedTicket> checked_tickets(const files::FilledWorksheet& filled,
                                           const Bench& bench) {
  const auto population =
      population_of(bench.data, filled.head.material, bench.result.quantification.period);
  std::vector<CheckedTicket> checked;
  for (const std::uint32_t position :
       draw_tickets(population, filled.head.seed, filled.head.size)) {
    const auto line = std::ranges::find(
        filled.lines, bench.data.tickets[position].id.view(),
        [](const files::FilledLine& one) -> std::string_view { return one.ticket; });
    checked.push_back(
        {.ticket = position, .seen = line == filled.lines.end() ? std::nullopt : line->seen});
  }
  return checked;
}

void show(Terminal& terminal, const Assessment& assessed, const files::SampleHead& head,
          const std::vector<ProposedFinding>& findings) {
  const ErrorEstimate& mass = assessed.mass;
  terminal.line(fmt::format("{}{}{}, {}", head.component, head.report.empty() ? "" : ", ",
                            head.report, terminal.say(files::words_of(head.material))));
  terminal.line(terminal.say(Text({"tickets seen: {} of {}; not seen: {}; wrong: {}",
                                   "tickets vus : {} sur {} ; non vus : {} ; erronés : {}"},
                                  mass.seen, mass.population, mass.unseen, mass.wrong)));
  terminal.line("");
  terminal.table(assessment_rows(assessed, terminal.language()));
  terminal.line("");
  for (const Text& sentence : assessment_sentences(assessed)) terminal.line(terminal.say(sentence));
  if (findings.empty()) return;
  terminal.line("");
  terminal.line(terminal.say(Words("Findings to raise", "Constats à soulever")));
  int number = 0;
  for (const ProposedFinding& finding : findings) {
    terminal.line(fmt::format("  {}. [{}] {}", ++number, terminal.say(kind_words(finding.kind)),
                              terminal.say(finding.what)));
    terminal.line(fmt::format("     {}, {} {}", finding.place,
                              terminal.say(mrv::tonnes_with_sign(finding.error_t_co2eq)),
                              terminal.say(words::kInT)));
  }
}

int refuse(const Terminal& terminal, const files::Problems& problems) {
  fmt::print(stderr, "{}\n", problems.to_text(terminal.language()));
  return kCannot;
}

// The file as it is named on the command line.
files::Read<files::FilledWorksheet> read_filled(const std::string& worksheet) {
  const std::filesystem::path path = std::filesystem::absolute(worksheet);
  auto source = files::read_source(path.parent_path(), path.filename().string());
  if (!source) return std::unexpected(source.error());
  source->path = worksheet;
  return files::read_worksheet(*source);
}

}  // namespace

int assess(const AssessOptions& options) {
  Terminal terminal(options.language);
  const auto filled = read_filled(options.worksheet);
  if (!filled) return refuse(terminal, filled.error());
  const auto programme = read_programme(terminal, options.folder);
  if (!programme) return kCannot;
  const auto bench = open_bench(terminal, *programme, filled->head.component, filled->head.report);
  if (!bench) return kCannot;
  files::SampleHead head = filled->head;
  head.data_sha256 = bench->result.data_sha256;
  const auto drawn = drawn_worksheet(*programme, programme_folder(options.folder), *bench, head);
  if (const auto wrong = differences(*filled, drawn, options.worksheet); !wrong.empty())
    return refuse(terminal, wrong);
  const std::vector<CheckedTicket> checked = checked_tickets(*filled, *bench);
  const auto seen = std::ranges::count_if(
      checked, [](const CheckedTicket& ticket) { return ticket.seen.has_value(); });
  if (seen < 2)
    throw files::FileError(
        options.worksheet,
        Words("fewer than two tickets were seen", "moins de deux tickets ont été vus"),
        Words("nothing can be estimated from it; look at more tickets",
              "rien ne peut en être estimé ; regardez plus de tickets"));
  const Subject subject = bench->subject(head.material);
  const auto assessed = mrv::verification::assess(
      subject, checked,
      options.materiality.percent > 0 ? options.materiality : materiality_of(*programme, *bench));
  if (!assessed) {
    for (const mrv::Finding& finding : assessed.error())
      fmt::print(stderr, "{}\n",
                 terminal.say(text_of(finding, bench->data.files).in_two_languages()));
    return kCannot;
  }
  const auto findings = proposed_findings(subject, *assessed);
  if (options.json) {
    terminal.line(assessment_json({.component = head.component,
                                   .report = head.report,
                                   .data_sha256 = head.data_sha256,
                                   .seed = head.seed,
                                   .demonstration = programme->demonstration},
                                  *assessed, findings, options.language));
  } else {
    if (programme->demonstration) terminal.banner(terminal.say(words::kDemonstration));
    show(terminal, *assessed, head, findings);
  }
  return assessed->verdict == Verdict::below ? kDone : kRefused;
}

}  // namespace openitmo::cli
