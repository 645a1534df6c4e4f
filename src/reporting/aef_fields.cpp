#include "reporting/aef_fields.h"

#include <array>

#include "quantity/check.h"

namespace openitmo::reporting {

namespace {

// Labels, machine keys and technical names are verbatim, typing errors of the sources included.
constexpr AefField kFields[] = {
    {AefTable::submission, 1, "Party", "aefT1SubmissionParty", "ParticipatingParty", false,
     FieldNeed::required, FieldForm::party_or_name, ""},
    {AefTable::submission, 2, "Version", "aefT1SubmissionVersion", "SubmissionVersion", false,
     FieldNeed::required, FieldForm::version, ""},
    {AefTable::submission, 3, "Reported year", "aefT1SubmissionReportYear", "ReportedYear", false,
     FieldNeed::required, FieldForm::year, ""},
    {AefTable::submission, 4, "Date of submission", "aefT1SubmissionSubmissionDate",
     "DateOfSubmission", false, FieldNeed::required, FieldForm::date, ""},
    {AefTable::submission, 5, "Review status of the initial report", "aefT1SubmissionReviewStatus",
     "ReviewStatusOfInitialReport", false, FieldNeed::carp, FieldForm::carp, ""},
    {AefTable::submission, 6, "Result of the consistency check of this AEF submission",
     "aefT1SubmissionResultCheck", "ResultOfConsistencyCheck", false, FieldNeed::carp,
     FieldForm::carp, ""},
    {AefTable::submission, 7, "First year of the NDC implementation period",
     "aefT1SubmissionNdcFirstYear", "FirstYearOfNDCPeriod", false, FieldNeed::required,
     FieldForm::year, ""},
    {AefTable::submission, 8, "Last year of the NDC implementation period",
     "aefT1SubmissionNdcLastYear", "LastYearOfNDCPeriod", false, FieldNeed::required,
     FieldForm::year, ""},
    {AefTable::submission, 9,
     "Reference to the Article 6 technical expert review report of the initial report",
     "aefT1SubmissionReferenceReviewReport", "ReferenceToTerReport", false, FieldNeed::carp,
     FieldForm::carp, ""},
    {AefTable::authorizations, 1, "Authorization ID", "aefT2AuthorizationsId", "AuthorizationID",
     false, FieldNeed::required, FieldForm::authorization_id, ""},
    {AefTable::authorizations, 2, "Date of authorization", "aefT2AuthorizationsDate",
     "DateOfAuthorization", false, FieldNeed::required, FieldForm::date, ""},
    {AefTable::authorizations, 3, "Cooperative approach ID",
     "aefT2AuthorizationsCooperativeApproachId", "CooperativeApproachID", false,
     FieldNeed::required, FieldForm::approach_id, ""},
    {AefTable::authorizations, 4, "Version of the authorization", "aefT2AuthorizationsVersion",
     "AuthorizationVersion", true, FieldNeed::required, FieldForm::whole_number, ""},
    {AefTable::authorizations, 5, "Authorized quantity", "aefT2AuthorizationsQuantity",
     "AuthorizedQuantity", false, FieldNeed::optional, FieldForm::whole_number, "optional"},
    {AefTable::authorizations, 6, "Metric", "aefT2AuthorizationsMetric", "Metric", false,
     FieldNeed::required, FieldForm::metric, ""},
    {AefTable::authorizations, 7, "Applicable GWP value(s)", "aefT2AuthorizationsGwpValue",
     "GWPValues", false, FieldNeed::optional, FieldForm::free_text, "if a non-CO2 gas is involved"},
    {AefTable::authorizations, 8, "Applicable non-GHG metric",
     "aefT2AuthorizationsApplicableNonGhgMetric", "Non-GHGMetric", false, FieldNeed::conditional,
     FieldForm::free_text, "Metric = non-GHG; else NA"},
    {AefTable::authorizations, 9, "Sector(s)", "aefT2AuthorizationsSector", "Sectors", false,
     FieldNeed::required, FieldForm::sectors, ""},
    {AefTable::authorizations, 10, "Activity type(s)", "aefT2AuthorizationsActivityType",
     "ActivityType", false, FieldNeed::optional, FieldForm::activity_types, ""},
    {AefTable::authorizations, 11, "Purposes for authorization",
     "aefT2AuthorizationsPurposesForAuthorization", "PurposeForAuthorization", false,
     FieldNeed::required, FieldForm::purpose, ""},
    {AefTable::authorizations, 12, "Authorized Party(ies) ID",
     "aefT2AuthorizationsAuthorizedPartyId", "AuthorizedPartyIDs", false, FieldNeed::optional,
     FieldForm::party_list, "if specific Parties are named; NA when any Party may use"},
    {AefTable::authorizations, 13, "Authorized entity(ies) ID",
     "aefT2AuthorizationsAuthoziedEntityId", "AuthorizedEntityIDs", false, FieldNeed::optional,
     FieldForm::entity_list, "if applicable"},
    {AefTable::authorizations, 14, "OIMP authorized by the Party",
     "aefT2AuthorizationsOimpAuthorizedParty", "OIMPAuthorized", false, FieldNeed::conditional,
     FieldForm::free_text, "purpose covers OIMP/IMP/OP; else NA"},
    {AefTable::authorizations, 15, "Authorized timeframe", "aefT2AuthorizationsAuthorizedTimeframe",
     "AuthorizedTimeframe", false, FieldNeed::optional, FieldForm::timeframe, "optional"},
    {AefTable::authorizations, 16, "Authorization terms and conditions",
     "aefT2AuthorizationsAuthorizationTerms", "AuthorizationT&Cs", false, FieldNeed::optional,
     FieldForm::free_text, "optional"},
    {AefTable::authorizations, 17, "Authorization documentation",
     "aefT2AuthorizationsAuthorizationDocumentation", "AuthorizationDocumentation", false,
     FieldNeed::carp, FieldForm::carp, ""},
    {AefTable::authorizations, 18, "First transfer definition for OIMP",
     "aefT2AuthorizationsFirstTransferDefinitionOimp", "FirstTransferDefnForOIMP", false,
     FieldNeed::conditional, FieldForm::first_transfer_definition,
     "purpose covers OIMP/IMP/OP; else NA"},
    {AefTable::authorizations, 19, "Additional explanatory information",
     "aefT2AuthorizationsAdditionalInformation", "AdditionalExplanatoryInformation", false,
     FieldNeed::optional, FieldForm::free_text, "optional"},
    {AefTable::actions, 1, "Action date", "aefT3ActionsDate", "ActionDateTime", false,
     FieldNeed::required, FieldForm::date, ""},
    {AefTable::actions, 2, "Action type", "aefT3ActionsType", "ActionType", false,
     FieldNeed::required, FieldForm::action_type, ""},
    {AefTable::actions, 3, "Action subtype", "aefT3ActionsSubtype", "ActionSubtype", false,
     FieldNeed::optional, FieldForm::action_subtype, "depends on type"},
    {AefTable::actions, 4, "Cooperative approach ID", "aefT3ActionsCooperativeApproachId",
     "CooperativeApproachID", false, FieldNeed::required, FieldForm::approach_id, ""},
    {AefTable::actions, 5, "Authorization ID", "aefT3ActionsAuthorizationId", "AuthorizationID",
     false, FieldNeed::required, FieldForm::authorization_id, ""},
    {AefTable::actions, 6, "First transferring participating Party ID",
     "aefT3ActionsFirstTransferringPartyId", "FirstTransferringPartyID", false, FieldNeed::required,
     FieldForm::party, ""},
    {AefTable::actions, 7, "Party ITMO registry ID", "aefT3ActionsPartyItmoRegistryId",
     "PartyITMORegistryID", false, FieldNeed::required, FieldForm::registry_id, ""},
    {AefTable::actions, 8, "First ID", "aefT3ActionsItmoFirstId", "FirstID", false,
     FieldNeed::required, FieldForm::itmo_id, ""},
    {AefTable::actions, 9, "Last ID", "aefT3ActionsItmoLastId", "LastID", true, FieldNeed::required,
     FieldForm::itmo_id, ""},
    {AefTable::actions, 10, "Underlying unit registry ID", "aefT3ActionsUnitRegistryId",
     "UnderlyingUnitRegistryID", false, FieldNeed::conditional, FieldForm::free_text,
     "underlying registry exists; else NA"},
    {AefTable::actions, 11, "First unit ID", "aefT3ActionsUnitFirstId", "UnderlyingUnitFirstUnitID",
     false, FieldNeed::conditional, FieldForm::unit_id, "underlying registry exists; else NA"},
    {AefTable::actions, 12, "Last unit ID", "aefT3ActionsUnitLastId", "UnderlyingUnitLastUnitID",
     true, FieldNeed::conditional, FieldForm::unit_id, "underlying registry exists; else NA"},
    {AefTable::actions, 13, "Metric", "aefT3ActionsMetric", "Metric", false, FieldNeed::required,
     FieldForm::metric, ""},
    {AefTable::actions, 14, "Applicable GWP value(s)", "aefT3ActionsGwpValue", "GWPValues", false,
     FieldNeed::optional, FieldForm::free_text, "if a non-CO2 gas is involved"},
    {AefTable::actions, 15, "Applicable non-GHG metric", "aefT3ActionsApplicableNonGhgMetric",
     "Non-GHGMetric", false, FieldNeed::conditional, FieldForm::free_text,
     "Metric = non-GHG; else NA"},
    {AefTable::actions, 16, "Quantity (t\u00a0CO2\u00a0eq)", "aefT3ActionsQuantityTCo2",
     "QuantityCO2", false, FieldNeed::required, FieldForm::whole_number, ""},
    {AefTable::actions, 17, "Quantity (in non-GHG metric)", "aefT3ActionsQuantityNonGhg",
     "QuantityNon-GHG", true, FieldNeed::conditional, FieldForm::whole_number,
     "Metric = non-GHG; else NA"},
    {AefTable::actions, 18, "Mitigation type", "aefT3ActionsMitigationType", "MitigationType",
     false, FieldNeed::required, FieldForm::mitigation_type, ""},
    {AefTable::actions, 19, "Vintage", "aefT3ActionsVintageYear", "Vintage", true,
     FieldNeed::required, FieldForm::year, ""},
    {AefTable::actions, 20, "Transferring participating Party ID",
     "aefT3ActionsTransferringPartyId", "TransferringPartyID", false, FieldNeed::conditional,
     FieldForm::party, "Action type = Acquisition; else NA"},
    {AefTable::actions, 21, "Acquiring participating Party ID", "aefT3ActionsAcquiringPartyId",
     "AcquiringPartyID", true, FieldNeed::conditional, FieldForm::party,
     "Action type = First transfer or Transfer; else NA"},
    {AefTable::actions, 22,
     "Purpose for which the ITMO has been used towards or cancelled for OIMP",
     "aefT3ActionsPurposeOfUseOimp", "PurposeITMOUsedForOIMP", false, FieldNeed::conditional,
     FieldForm::free_text, "Action type = Use, First transfer or Cancellation; else NA"},
    {AefTable::actions, 23, "Using/cancelling participating Party ID",
     "aefT3ActionsUsingParticipatingPartyId", "Using/cancellingPartyID", false,
     FieldNeed::conditional, FieldForm::party, "use for IMP or cancellation for OP; else NA"},
    {AefTable::actions, 24, "Using/cancelling authorized entity ID",
     "aefT3ActionsUsingAuthorizedEntityId", "Using/cancellingEntityID", false,
     FieldNeed::conditional, FieldForm::free_text,
     "use or cancellation by an authorized entity; else NA"},
    {AefTable::actions, 25, "Calendar year for which the ITMOs are used towards the Party's NDC",
     "aefT3ActionsItmoUsedYear", "YearITMOUsedTowardsNDC", true, FieldNeed::conditional,
     FieldForm::year, "use towards NDC; else NA"},
    {AefTable::actions, 26, "Result of the consistency checks",
     "aefT3ActionsConsistencyCheckResult", "ResultOfConsistencyChecks", false, FieldNeed::carp,
     FieldForm::carp, ""},
    {AefTable::actions, 27, "Additional explanatory information",
     "aefT3ActionsAdditionalInformation", "AdditionalExplanatoryInformation", false,
     FieldNeed::optional, FieldForm::free_text, "optional"},
    {AefTable::holdings, 1, "Cooperative approach ID", "aefT4HoldingsCooperativeApproachId",
     "CooperativeApproachID", false, FieldNeed::required, FieldForm::approach_id, ""},
    {AefTable::holdings, 2, "Authorization ID", "aefT4HoldingsAuthorizationId", "AuthorizationID",
     false, FieldNeed::required, FieldForm::holding_authorization_id, ""},
    {AefTable::holdings, 3, "First transferring participating Party ID",
     "aefT4HoldingsFirstTransferringPartyId", "FirstTransferringPartyID", false,
     FieldNeed::required, FieldForm::party, ""},
    {AefTable::holdings, 4, "Party ITMO registry ID", "aefT4HoldingsPartyItmoRegistryId",
     "PartyITMORegistryID", false, FieldNeed::required, FieldForm::registry_id, ""},
    {AefTable::holdings, 5, "First ID", "aefT4HoldingsItmoFirstId", "FirstID", false,
     FieldNeed::required, FieldForm::itmo_id, ""},
    {AefTable::holdings, 6, "Last ID", "aefT4HoldingsItmoLastId", "LastID", true,
     FieldNeed::required, FieldForm::itmo_id, ""},
    {AefTable::holdings, 7, "Underlying unit registry ID", "aefT4HoldingsUnitRegistryId",
     "UnderlyingUnitRegistryID", false, FieldNeed::conditional, FieldForm::free_text,
     "underlying registry exists; else NA"},
    {AefTable::holdings, 8, "First unit ID", "aefT4HoldingsUnitFirstId",
     "UnderlyingUnitFirstUnitID", false, FieldNeed::conditional, FieldForm::unit_id,
     "underlying registry exists; else NA"},
    {AefTable::holdings, 9, "Last unit ID", "aefT4HoldingsUnitLastId", "UnderlyingUnitLastUnitID",
     true, FieldNeed::conditional, FieldForm::unit_id, "underlying registry exists; else NA"},
    {AefTable::holdings, 10, "Metric", "aefT4HoldingsMetric", "Metric", false, FieldNeed::required,
     FieldForm::metric, ""},
    {AefTable::holdings, 11, "Applicable GWP value(s)", "aefT4HoldingsGwpValue", "GWPValues", false,
     FieldNeed::optional, FieldForm::free_text, "if a non-CO2 gas is involved"},
    {AefTable::holdings, 12, "Applicable non-GHG metric", "aefT4HoldingsApplicableNonGhgMetric",
     "Non-GHGMetric", false, FieldNeed::conditional, FieldForm::free_text,
     "Metric = non-GHG; else NA"},
    {AefTable::holdings, 13, "Quantity (t\u00a0CO2\u00a0eq)", "aefT4HoldingsQuantityTCo2",
     "QuantityCO2", false, FieldNeed::required, FieldForm::whole_number, ""},
    {AefTable::holdings, 14, "Quantity (in non-GHG metric)", "aefT4HoldingsQuantityNonGhg",
     "QuantityNon-GHG", true, FieldNeed::conditional, FieldForm::whole_number,
     "Metric = non-GHG; else NA"},
    {AefTable::holdings, 15, "Mitigation type", "aefT4HoldingsMitigationType", "MitigationType",
     false, FieldNeed::required, FieldForm::mitigation_type, ""},
    {AefTable::holdings, 16, "Vintage", "aefT4HoldingsVintageYear", "Vintage", false,
     FieldNeed::required, FieldForm::year, ""},
    {AefTable::entities, 1, "Date of the authorization", "aefT5AuthorizedEntitiesAuthorizationDate",
     "DateOfAuthorization", false, FieldNeed::required, FieldForm::date, ""},
    {AefTable::entities, 2, "Name", "aefT5AuthorizedEntitiesName", "AuthorizedEntityName", false,
     FieldNeed::required, FieldForm::free_text, ""},
    {AefTable::entities, 3, "Country of incorporation",
     "aefT5AuthorizedEntitiesIncorporationCountry", "AuthorizedEntityCountryOfIncorporation", false,
     FieldNeed::required, FieldForm::party_or_name, ""},
    {AefTable::entities, 4, "Identification number", "aefT5AuthorizedEntitiesId",
     "AuthorizedEntityID", false, FieldNeed::required, FieldForm::free_text, ""},
    {AefTable::entities, 5, "Cooperative approach ID",
     "aefT5AuthorizedEntitiesCooperativeApproachId", "CooperativeApproachID", false,
     FieldNeed::required, FieldForm::approach_id, ""},
    {AefTable::entities, 6, "Conditions", "aefT5AuthorizedEntitiesConditions",
     "AuthorizedEntityConditions", false, FieldNeed::optional, FieldForm::free_text, "optional"},
    {AefTable::entities, 7, "Change and revocation conditions",
     "aefT5AuthorizedEntitiesChangeConditions", "AuthorizedEntityChangeConditions", false,
     FieldNeed::optional, FieldForm::free_text, "optional"},
    {AefTable::entities, 8, "Additional explanatory information",
     "aefT5AuthorizedEntitiesAdditionalInformation", "AdditionalExplanatoryInformation", false,
     FieldNeed::optional, FieldForm::free_text, "optional"},
};

constexpr std::array<std::size_t, kAefTableCount + 1> kFirstField{0, 9, 28, 55, 71, 79};
static_assert(std::size(kFields) == kFirstField.back());

constexpr AefBand kBands[] = {
    {AefTable::authorizations, 1, 1, 4, "Authorization"},
    {AefTable::authorizations, 1, 5, 10, "Authorization details"},
    {AefTable::authorizations, 1, 11, 19, "Authorization details"},
    {AefTable::actions, 1, 1, 3, "Action type and date"},
    {AefTable::actions, 1, 5, 19, "ITMO"},
    {AefTable::actions, 2, 7, 12, "Unique identifiers"},
    {AefTable::actions, 3, 8, 9, "ITMO unique identifier"},
    {AefTable::actions, 3, 10, 12, "Underlying units"},
    {AefTable::actions, 4, 11, 12, "Underlying unit unique identifier"},
    {AefTable::actions, 2, 13, 17, "Metric and quantity"},
    {AefTable::actions, 2, 18, 19, "ITMO details"},
    {AefTable::actions, 1, 20, 25, "Action"},
    {AefTable::actions, 2, 20, 25, "Action details"},
    {AefTable::actions, 3, 20, 21, "Transfer / Acquisition"},
    {AefTable::actions, 3, 22, 25, "Use or cancellation"},
    {AefTable::holdings, 1, 5, 9, "Unique identifiers"},
    {AefTable::holdings, 2, 5, 6, "ITMO unique identifier"},
    {AefTable::holdings, 2, 7, 9, "Underlying units"},
    {AefTable::holdings, 3, 8, 9, "Underlying unit unique identifier"},
    {AefTable::holdings, 1, 10, 14, "Metric and quantity"},
    {AefTable::holdings, 1, 15, 16, "ITMO details"},
    {AefTable::entities, 1, 2, 4, "Authorized entity"},
};

// Table 1 is transposed: its labels stand in B4:B12, so its "header row" is the one above.
constexpr AefTableInfo kTables[] = {
    {AefTable::submission, "Table 1 Submission", "Table 1: Submission", 3},
    {AefTable::authorizations, "Table 2 Authorizations", "Table 2: Authorizations", 7},
    {AefTable::actions, "Table 3 Actions", "Table 3: Actions", 8},
    {AefTable::holdings, "Table 4 Holdings", "Table 4: Holdings", 7},
    {AefTable::entities, "Table 5 Auth. entities", "Table 5: Authorized entities", 10},
};

}  // namespace

std::span<const AefField> aef_fields(AefTable table) {
  const auto index = static_cast<std::size_t>(table);
  return std::span(kFields).subspan(kFirstField[index],
                                    kFirstField[index + 1] - kFirstField[index]);
}

const AefField& aef_field(AefTable table, int number) {
  const auto fields = aef_fields(table);
  check(number >= 1 && static_cast<std::size_t>(number) <= fields.size(),
        "an AEF field has a number of its table");
  return fields[static_cast<std::size_t>(number) - 1];
}

std::span<const AefBand> aef_bands() { return kBands; }

const AefTableInfo& aef_table(AefTable table) { return kTables[static_cast<std::size_t>(table)]; }

std::uint32_t aef_column(AefTable table, int number) {
  std::uint32_t column = 0;
  for (const AefField& field : aef_fields(table)) {
    ++column;
    if (field.number == number) return column;
    if (field.spacer_after) ++column;
  }
  check(false, "an AEF field has a number of its table");
  return 0;
}

std::string_view plain_label(const AefField& field) {
  return field.label == "Quantity (t\u00a0CO2\u00a0eq)" ? "Quantity (t CO2 eq)" : field.label;
}

}  // namespace openitmo::reporting
