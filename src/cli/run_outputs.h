#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "files/output.h"
#include "registry/run_programme.h"
#include "reporting/aef_text.h"

namespace openitmo::cli {

// Writes everything that a run makes besides the journals: evidence, results, proofs, AEF files,
// balances and the reports in both languages.
void write_outputs(const std::string& programme_folder, const registry::Programme& programme,
                   const registry::ProgrammeRun& run, files::OutputFolder& output);

// The programme folder as it is, and the list of its hashes.
void write_evidence(const std::string& programme_folder, files::OutputFolder& output);

// Results with their manifests alone.
void write_results(const std::vector<registry::ComponentResult>& results,
                   files::OutputFolder& output);

// A submission as a workbook; the same submission gives the same bytes.
void write_workbook(const reporting::AefSubmission& submission, const std::filesystem::path& path);

// The report for decision makers, in both languages.
void write_reports(const registry::Programme& programme, const registry::ProgrammeRun& run,
                   files::OutputFolder& output);

// One line per Party and year: inventory, additions, subtractions, adjustment and balance in kg
// CO2 eq, empty where unknown; averages as exact fractions. Fictitious data say so in a last column
// of every line, so that a line says it also where it is copied to.
std::string balances_csv(const std::vector<accounting::PartyAccounts>& accounts,
                         bool demonstration);

}  // namespace openitmo::cli
