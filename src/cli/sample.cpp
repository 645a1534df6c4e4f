#include <algorithm>
#include <fmt/format.h>

#include "cli/bench.h"
#include "cli/commands.h"
#include "files/html/bench_html.h"
#include "files/monitoring/words.h"
#include "files/output.h"
#include "mrv/verification/sample_size.h"
#include "mrv/verification/ticket_sample.h"

namespace openitmo::cli {

namespace {

using mrv::verification::kSampleMin;

// Nothing, and why on standard error, where the component cannot be quantified with less waste.
std::optional<mrv::verification::SizeChosen> choose_size(const Terminal& terminal,
                                                         const SampleOptions& options,
                                                         const registry::Programme& programme,
                                                         const Bench& bench, mrv::Material material,
                                                         std::size_t population) {
  const auto chosen = mrv::verification::choose_size(options.size, bench.subject(material),
                                                     materiality_of(programme, bench), population);
  if (!chosen) {
    for (const mrv::Finding& finding : chosen.error())
      fmt::print(stderr, "{}\n",
                 terminal.say(text_of(finding, bench.data.files).in_two_languages()));
    return std::nullopt;
  }
  if (chosen->expects_too_many)
    throw files::FileError(
        "--expected-errors",
        Words("as many errors as are tolerated, which no sample can tell apart",
              "autant d'erreurs que toléré, ce qu'aucun échantillon ne distingue"),
        Words("expect fewer, or look at every ticket with --size",
              "attendez-en moins, ou examinez chaque ticket avec --size"));
  return *chosen;
}

std::string default_output(const files::SampleHead& head) {
  return fmt::format("out/sample-{}{}{}", head.component, head.report.empty() ? "" : "-",
                     head.report);
}

constexpr const char* kWorksheets[] = {"worksheet.csv", "worksheet.xlsx"};
constexpr const char* kPage = "bench.html";

// The folder is replaced as a whole, so it may hold nothing but what was written into it.
void refuse_files_of_others(const std::filesystem::path& target) {
  std::error_code not_there;
  for (const auto& file : std::filesystem::directory_iterator(target, not_there)) {
    const std::string name = file.path().filename().string();
    if (name == kPage || name == files::kOutputMarker || std::ranges::count(kWorksheets, name) > 0)
      continue;
    throw files::FileError(
        file.path().string(),
        Words("itmo sample did not write this file, and would remove it",
              "itmo sample n'a pas écrit ce fichier, et le supprimerait"),
        Words("close or move it, or choose another folder with -o",
              "fermez-le ou déplacez-le, ou choisissez un autre dossier avec -o"));
  }
}

// What the verifier filled into an earlier worksheet of the folder goes on in the new one. Nothing,
// and why on standard error, where some of it would be lost.
std::optional<std::size_t> take_over_seen(const Terminal& terminal, files::Worksheet& worksheet,
                                          const std::filesystem::path& target) {
  refuse_files_of_others(target);
  const auto refuse = [&](const files::Problems& problems) {
    fmt::print(stderr, "{}\n", problems.to_text(terminal.language()));
    return std::nullopt;
  };
  for (const char* name : kWorksheets) {
    if (!std::filesystem::exists(target / name)) continue;
    auto source = files::read_source(target, name);
    if (!source) return refuse(source.error());
    source->path = (target / name).string();
    const auto filled = files::read_worksheet(*source, files::Unfilled::allowed);
    if (!filled) return refuse(filled.error());
    if (const auto taken = files::take_over(worksheet, *filled, source->path); !taken)
      return refuse(taken.error());
  }
  return std::ranges::count_if(worksheet.lines, [](const files::WorksheetLine& line) {
    return line.seen || !line.remark.empty();
  });
}

void write(Terminal& terminal, const registry::Programme& programme, const Bench& bench,
           const files::Worksheet& worksheet, const std::filesystem::path& target) {
  files::OutputFolder output(target);
  output.write(kWorksheets[0], files::worksheet_csv(worksheet, terminal.language()));
  files::write_worksheet_xlsx(worksheet, terminal.language(), output.path_of(kWorksheets[1]));
  output.write(kPage, files::bench_html(worksheet, programme.title, bench.component.name,
                                        terminal.language()));
  output.commit();
  for (const char* name : {kWorksheets[0], kWorksheets[1], kPage})
    terminal.line(fmt::format("  {}", (target / name).string()));
}

}  // namespace

int sample(const SampleOptions& options) {
  Terminal terminal(options.language);
  const auto programme = read_programme(terminal, options.folder);
  if (!programme) return kCannot;
  const auto bench = open_bench(terminal, *programme, options.component, options.report);
  if (!bench) return kCannot;
  files::SampleHead head{
      .component = bench->result.component,
      .report = bench->result.report,
      .data_sha256 = bench->result.data_sha256,
      .material = files::find_material(options.material).value_or(mrv::Material::waste_in),
      .seed = options.seed,
      .size = 0};
  const std::size_t population =
      mrv::verification::population_of(bench->data, head.material,
                                       bench->result.quantification.period)
          .size();
  if (population < kSampleMin)
    throw files::FileError(head.component,
                           Text({"{} weighbridge tickets of {} in the period",
                                 "{} tickets de pesée de {} dans la période"},
                                population, files::words_of(head.material)),
                           Words("choose another component, report or --material",
                                 "choisissez un autre composant, rapport ou --material"));
  if (options.size.size > population)
    throw files::FileError(
        "--size",
        Text({"the period has {} tickets of {}", "la période a {} tickets de {}"}, population,
             files::words_of(head.material)),
        Text({"write a whole number from {} to {}", "écrivez un nombre entier de {} à {}"},
             kSampleMin, population));
  const auto chosen = choose_size(terminal, options, *programme, *bench, head.material, population);
  if (!chosen) return kCannot;
  head.size = chosen->size;
  files::Worksheet worksheet =
      drawn_worksheet(*programme, programme_folder(options.folder), *bench, head);
  worksheet.basis = chosen->basis;
  const std::filesystem::path target =
      options.output.empty() ? default_output(head) : options.output;
  const auto taken_over = take_over_seen(terminal, worksheet, target);
  if (!taken_over) return kCannot;
  if (programme->demonstration) terminal.banner(terminal.say(words::kDemonstration));
  const auto missing = std::ranges::count_if(
      worksheet.lines, [](const files::WorksheetLine& line) { return line.scan.sha256.empty(); });
  terminal.line(terminal.say(Text({"{} of {} tickets of {} drawn with seed {}; {} without a scan",
                                   "{} tickets tirés sur {}, {}, avec la graine {} ; {} sans scan"},
                                  worksheet.lines.size(), population,
                                  files::words_of(head.material), head.seed, missing)));
  terminal.line(fmt::format("  {}", terminal.say(worksheet.basis)));
  if (*taken_over > 0)
    terminal.line(terminal.say(Text({"  {} of them were filled in before and stay so",
                                     "  {} d'entre eux étaient déjà remplis et le restent"},
                                    *taken_over)));
  write(terminal, *programme, *bench, worksheet, target);
  return kDone;
}

}  // namespace openitmo::cli
