#pragma once

#include <vector>

#include "accounting/accounts.h"
#include "reporting/entry_index.h"
#include "reporting/official_document.h"
#include "reporting/outline.h"
#include "reporting/statements.h"

// What the ledger and the accounts say under one heading of an outline. Nothing is typed: tonnes,
// dates and names of methodologies come from entries and carry their numbers.
namespace openitmo::reporting {

// What a report is made from. All of one moment.
struct ReportInputs {
  const ledger::Ledger& ledger;
  const accounting::PartyAccounts& accounts;  // of the Party that reports
  const Statements& statements;
  const EntryIndex& entries;
  Date date;                                     // on which the report is drawn
  ReportLanguage language = ReportLanguage::en;  // in which statements must stand
  bool with_confidential = false;                // their texts stand in annex II
  PartyId party() const { return accounts.party; }
};

using Blocks = std::vector<Block>;

struct PartContext {
  const ReportInputs& in;
  const OutlineItem& item;
  CooperativeApproachId approach{};           // of a repeated chapter
  accounting::Period span{};                  // of years that regular information is about
  const OfficialDocument* earlier = nullptr;  // the report that `now` updates
  const OfficialDocument* now = nullptr;      // the same, drawn today
};

Blocks part_blocks(const PartContext& context);

// By subject; called by part_blocks.
Blocks participation_part(const PartContext& context);
Blocks ndc_part(const PartContext& context);
Blocks ndc_description_part(const PartContext& context);
Blocks method_part(const PartContext& context);
Blocks approach_part(const PartContext& context);
Blocks integrity_part(const PartContext& context);
Blocks contribution_part(const PartContext& context);
Blocks authorizations_part(const PartContext& context);
Blocks adjustments_part(const PartContext& context);
Blocks updates_part(const PartContext& context);

// The reporting Party's own authorization of this id; null where it has none.
const ledger::Authorization* own_authorization(const ReportInputs& in, const std::string& id);
// The authorizations of the reporting Party under the approach of the context.
std::vector<const ledger::Authorization*> own_authorizations(const PartContext& context);
// One row a version, with its document; of those that took effect in `years` where given.
DataTable authorization_table(const PartContext& context,
                              const std::optional<accounting::Period>& years = {});

// What stands of a statement in public: its reason or its text, the basis that protects it, or that
// it does not stand in the language of the report. Every document shows statements by it.
Block statement_block(const ReportInputs& in, const PartyStatement& statement,
                      std::string_view paragraph, bool from_earlier = false);

// Nothing but white space, which is no answer.
bool is_blank(const std::string& text);

bool is_cancellation(const ledger::Action& action);
// Use or cancellation, also where it is the first transfer.
bool ends_units(const ledger::Action& action);

// Small makers of blocks and cells.
TableCell words_cell(ReportText text, EntryNumbers entries = {});
TableCell code_cell(std::string_view code, EntryNumbers entries = {});
TableCell tonnes_cell(const accounting::Figure& figure);
TableCell kilotonnes_cell(const std::optional<Rational>& kilograms, EntryNumbers entries = {});
ReportText unknown_text();
// As the Party that reports calls it, else as the ledger does.
ReportText party_text(const ReportInputs& in, PartyId party);
ReportText purpose_text(ledger::Purpose purpose);
ReportText method_text(AdjustmentMethod method);
ReportText basis_text(Basis basis);
ReportText family_text(TargetFamily family);
ReportText assumption_text(const accounting::Assumption& assumption);

}  // namespace openitmo::reporting
