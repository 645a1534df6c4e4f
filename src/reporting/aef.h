#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "reporting/controlled_values.h"
#include "reporting/shared_text.h"

// One submission of annual information in the agreed electronic format (2/CMA.3 annex para 20;
// 4/CMA.6 annex II) as data. Our own submissions are drawn from the ledger; other Parties' come
// from their files. An empty text or code means that the field does not apply or is not given.
namespace openitmo::reporting {

// X.Y, compared as two integers: 1.10 follows 1.9.
struct SubmissionVersion {
  std::uint32_t major = 1;
  std::uint32_t minor = 0;
  std::string to_string() const;
  auto operator<=>(const SubmissionVersion&) const = default;
};

struct YearWindow {
  CalendarYear first{};
  CalendarYear last{};
  bool operator==(const YearWindow&) const = default;
};

// When outcomes may occur and when they may be used; optional in Table 2, and each for itself.
struct AuthorizedTimeframe {
  std::optional<YearWindow> occurred{};
  std::optional<YearWindow> use{};
  bool operator==(const AuthorizedTimeframe&) const = default;
};

// Units of another registry that the ITMOs represent, one for one.
struct UnderlyingUnits {
  SharedText registry{};
  SharedText first_unit_id{};
  SharedText last_unit_id{};
  bool operator==(const UnderlyingUnits&) const = default;
};

// Table 2.
struct AuthorizationRow {
  std::string authorization{};
  Date date{};
  CooperativeApproachId approach{};
  std::uint32_t version = 1;
  std::optional<TonnesCo2eq> quantity_t_co2eq{};  // a maximum; optional
  Metric metric = Metric::ghg;
  std::string gwp_values{};
  std::string non_ghg_metric{};
  std::vector<std::string> sectors{};
  std::vector<std::string> activity_types{};
  ledger::Purpose purpose = ledger::Purpose::ndc;
  std::vector<PartyId> authorized_parties{};       // empty: any Party
  std::vector<std::string> authorized_entities{};  // identification numbers, as in Table 5
  std::string oimp{};
  std::optional<AuthorizedTimeframe> timeframe{};
  std::string terms{};
  std::optional<ledger::FirstTransferDefinition> first_transfer_definition{};
  std::string additional_information{};
  std::uint64_t entry = 0;  // of the journal that recorded it; also below
  bool operator==(const AuthorizationRow&) const = default;
};

// What Tables 3 and 4 say about a block of ITMOs.
struct BlockColumns {
  CooperativeApproachId approach{};
  SharedText authorization{};
  PartyId first_transferring_party{};
  RegistryId registry{};  // in which the action was tracked, or where the units are held
  ledger::ItmoRange range{};
  UnderlyingUnits underlying{};
  Metric metric = Metric::ghg;
  SharedText gwp_values{};
  SharedText non_ghg_metric{};
  std::optional<TonnesCo2eq> quantity_t_co2eq{};
  std::optional<std::int64_t> quantity_non_ghg{};
  MitigationType mitigation_type = MitigationType::emission_reductions;
  Vintage vintage{};
  bool operator==(const BlockColumns&) const = default;
};

// Table 3.
struct ActionRow {
  Date date{};
  ledger::ActionType type = ledger::ActionType::first_transfer;
  RowSubtype subtype = RowSubtype::none;
  BlockColumns block{};
  PartyId transferring_party{};  // of an acquisition
  PartyId acquiring_party{};     // of a first international transfer or a transfer
  SharedText purpose{};          // NDC, IMP, OP, OIMP, OMGE, ...: no list exists
  PartyId using_party{};
  SharedText using_entity{};  // identification number
  std::optional<CalendarYear> use_year{};
  SharedText additional_information{};
  std::uint64_t entry = 0;
  bool operator==(const ActionRow&) const = default;
};

// Table 4: held at the end of 31 December of the reported year.
struct HoldingRow {
  BlockColumns block{};
  std::uint64_t entry = 0;  // the last one of this Party that brought a unit of the block
  bool operator==(const HoldingRow&) const = default;
};

// Table 5.
struct EntityRow {
  Date date{};
  std::string name{};
  PartyId country{};
  std::string identification_number{};
  CooperativeApproachId approach{};
  std::string conditions{};
  std::string change_conditions{};
  std::string additional_information{};
  std::uint64_t entry = 0;
  bool operator==(const EntityRow&) const = default;
};

// The columns that its file had: those of 4/CMA.6 annex II, or of the draft before it (6/CMA.4
// annex VII; old_layout.h).
enum class AefLayout : std::uint8_t { cma6, cma4 };

struct AefSubmission {
  PartyId party{};
  SubmissionVersion version{};
  CalendarYear reported_year{};
  Date submission_date{};
  std::optional<CalendarYear> ndc_first_year{};
  std::optional<CalendarYear> ndc_last_year{};
  std::uint64_t frozen_at_entry = 0;  // number of entries known when it was drawn
  bool demonstration = false;         // fictitious data: every output says so
  AefLayout layout = AefLayout::cma6;
  std::vector<AuthorizationRow> authorizations{};
  std::vector<ActionRow> actions{};
  std::vector<HoldingRow> holdings{};
  std::vector<EntityRow> entities{};
  bool operator==(const AefSubmission&) const = default;
};

// The last day for sending the AEF of a reported year: 15 April of the next (2/CMA.3 annex para
// 20).
Date submission_deadline(CalendarYear reported_year);
// AAA_YYYY_X.Y: the known checker reads Party, year and version from these places.
std::string file_stem(const AefSubmission& submission);

// What the sources leave open.
struct DrawSettings {
  // Which units stand in Table 4. 4/CMA.6 does not say when an authorized outcome becomes a
  // holding. first_transferred: only units that had a first transfer, so that holdings roll forward
  // from the rows of Tables 3 and 4 alone. authorized_and_issued: also units that the Party issued
  // and has not first transferred.
  enum class HoldingsScope { first_transferred, authorized_and_issued };
  HoldingsScope holdings_scope = HoldingsScope::first_transferred;
  // Whether Table 2 repeats authorizations of earlier years that Tables 3 and 4 name. Repeating
  // makes a submission complete in itself (4/CMA.6 para 33 counts an omission as an inconsistency);
  // the known checker may answer a key conflict, because it keeps (id, date, version) once for all
  // Parties and years.
  bool repeat_earlier_authorizations = true;
};

// The submission of `party` for `year`. `at_freeze` knows all entries up to the freeze;
// `at_year_end` is replayed from those of them that took effect by 31 December of `year`. Pure: the
// same ledgers give the same submission. The Party is recorded and served by the registry.
//
// - Table 2: the Party's authorization versions that took effect in the year, and those that
//   Tables 3 and 4 name (see DrawSettings). Tables 3 and 4 name the reporting Party's own
//   authorization of the same approach and activity where it has one (notes d and b of the tables),
//   and the first transferring Party's otherwise.
// - Table 3: actions of the Party with effective date in the year, in order of date and entry.
// - Table 4: what its accounts hold; units in transit are nobody's. Adjacent blocks that agree in
//   every column are one row.
// - Table 5: entities authorized by the end of the year, one row per entity and approach.
AefSubmission draw(const ledger::Ledger& at_freeze, const ledger::Ledger& at_year_end,
                   PartyId party, CalendarYear year, SubmissionVersion version,
                   Date submission_date, const DrawSettings& settings = {});

}  // namespace openitmo::reporting
