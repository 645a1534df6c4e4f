#include "files/html/testing_run.h"

#include <stdexcept>

#include "mrv/result_json.h"
#include "reporting/aef.h"
#include "reporting/cross_check.h"

namespace openitmo::files::testing_run {

namespace {

using ledger::ItmoRange;

const PartyId kSen = *PartyId::parse("SEN");
const PartyId kChe = *PartyId::parse("CHE");
const RegistryId kSen01 = *RegistryId::parse("SEN01");
const RegistryId kChe01 = *RegistryId::parse("CHE01");
const CooperativeApproachId kApproach = *CooperativeApproachId::parse("CA9999");
constexpr int kFirstYear = 2023;
constexpr int kYears = 3;

KilogramsCo2eq kilotonnes(std::int64_t kt) { return KilogramsCo2eq(kt * 1'000'000); }
ledger::ItmoSeries series(int vintage) { return {kApproach, kSen01, kSen, CalendarYear(vintage)}; }

// One registry's journal, written without asking anyone.
class Journal {
 public:
  explicit Journal(RegistryId registry, PartyId party) : registry_(registry) {
    add(OpenRegistry{registry, {party}});
  }
  void on(Date date) { date_ = date; }
  std::uint64_t add(ledger::Event event) {
    const std::uint64_t number = entries_.size();
    ledger::Envelope envelope;
    envelope.recorded_at = Instant(std::chrono::sys_seconds(date_.days()));
    envelope.effective_date = date_;
    envelope.actor = "actor";
    envelope.command_id = "command-" + std::to_string(number);
    entries_.push_back({number, envelope, std::move(event)});
    ledger_.apply(entries_.back());
    return number;
  }
  ledger::Ledger at_end_of(int year) const {
    ledger::Ledger ledger;
    for (const ledger::Entry& entry : entries_)
      if (entry.envelope.effective_date <= Date(year, 12, 31)) ledger.apply(entry);
    return ledger;
  }
  const ledger::Ledger& ledger() const { return ledger_; }
  registry::RegistryState state() const {
    return {.registry = registry_,
            .origin = "openitmo.example/" + registry_.to_string(),
            .verifier_key = "openitmo.example/" + registry_.to_string() + "+1a2b3c4d+AQIDBA==",
            .entry_count = entries_.size(),
            .root_hash = std::string(64, 'c'),
            .checkpoint = "openitmo.example\n20\nzMzMzMw=\n\n— signature\n",
            .ledger = ledger_};
  }

 private:
  RegistryId registry_;
  Date date_ = Date(2022, 1, 10);
  std::vector<ledger::Entry> entries_;
  ledger::Ledger ledger_;
};

void add_ticket(mrv::MonitoringData& data, Date date, mrv::Material material, int net_kg) {
  mrv::WeighbridgeTicket ticket;
  const auto row = static_cast<std::uint32_t>(data.tickets.size() + 2);
  ticket.id = mrv::TicketId("T" + std::to_string(row));
  ticket.time = Instant(std::chrono::sys_seconds(date.days()) + std::chrono::hours(8));
  ticket.material = material;
  ticket.gross_kg = 9000 + net_kg;
  ticket.tare_kg = 9000;
  ticket.place = {.file = 0, .row = row};
  data.tickets.push_back(ticket);
}

void add_sample(mrv::MonitoringData& data, Date date) {
  mrv::CompositionSample sample;
  sample.id = "S" + std::to_string(data.composition.size() + 1);
  sample.date = date;
  sample.fractions = {0.48, 0.12, 0.08, 0.02, 0.03, 0.0, 0.27};
  sample.place = {.file = 1, .row = static_cast<std::uint32_t>(data.composition.size() + 2)};
  data.composition.push_back(sample);
}

// `trucks` of 10 t a day on 24 days a month, a few more every year and fewer in the rains.
mrv::MonitoringData monitoring(const std::string& component, int trucks) {
  mrv::MonitoringData data;
  data.component = component;
  for (const char* name : {"tickets.csv", "samples.csv", "electricity.csv", "diesel.csv"})
    data.files.push_back(
        {.path = "data/" + component + "/" + name, .sha256 = std::string(64, 'a')});
  add_sample(data, Date(kFirstYear - 1, 11, 1));
  add_sample(data, Date(kFirstYear - 1, 12, 1));
  for (int year = kFirstYear; year < kFirstYear + kYears; ++year)
    for (unsigned month = 1; month <= 12; ++month) {
      const int daily = trucks + (year - kFirstYear) - (month >= 7 && month <= 9 ? 1 : 0);
      for (unsigned day = 1; day <= 24; ++day) {
        for (int i = 0; i < daily; ++i)
          add_ticket(data, Date(year, month, day), mrv::Material::waste_in, 10000);
        add_ticket(data, Date(year, month, day), mrv::Material::residue_out, 1000 * trucks);
      }
      add_sample(data, Date(year, month, 1));
      const auto row = static_cast<std::uint32_t>(data.electricity.size() + 2);
      data.electricity.push_back({CalendarYear(year), month, 4.5, {.file = 2, .row = row}});
      data.diesel.push_back({Date(year, month, 15), 900, {.file = 3, .row = row}});
    }
  return data;
}

registry::ProgrammeComponent component(const std::string& id, Text name, mrv::ClimateZone climate,
                                       int trucks) {
  registry::ProgrammeComponent component;
  component.id = id;
  component.name = std::move(name);
  component.plan.component = id;
  component.plan.methodology = {"AMS-III.F", "12.0"};
  component.plan.climate = climate;
  component.plan.model = mrv::DecayModel::monthly;
  component.plan.crediting_period = {Date(kFirstYear, 1, 1), Date(kFirstYear + 9, 12, 31)};
  component.plan.overrides = {
      {"EF_EL.project", "0.60", "dated grid factor, unconfirmed", mrv::Confidence::low}};
  component.data = monitoring(id, trucks);
  return component;
}

registry::ComponentResult quantified(const registry::ProgrammeComponent& component) {
  auto quantification =
      mrv::quantify(component.plan, component.data,
                    {Date(kFirstYear, 1, 1), Date(kFirstYear + kYears - 1, 12, 31)});
  if (!quantification)
    throw std::runtime_error(mrv::text_of(quantification.error().front(), component.data.files).en);
  registry::ComponentResult result;
  result.report = "MR1";
  result.component = component.id;
  result.quantification = *std::move(quantification);
  result.result_sha256 = std::string(64, 'b');
  result.data_sha256 = std::string(64, 'd');
  return result;
}

void record_parties(Journal& journal) {
  journal.add(RecordParty{kSen, "Senegal", true});
  journal.add(RecordParty{kChe, "Switzerland", false});
  RecordCooperativeApproach approach;
  approach.approach = kApproach;
  approach.parties = {kSen, kChe};
  approach.demonstration = true;
  journal.add(approach);
}

RecordNdc ndc(PartyId party, AdjustmentMethod method, std::int64_t target_kt) {
  RecordNdc ndc;
  ndc.party = party;
  ndc.ndc = "NDC1";
  ndc.first_year = CalendarYear(2021);
  ndc.last_year = CalendarYear(2030);
  ndc.target_year = CalendarYear(2030);
  ndc.method = method;
  if (method == AdjustmentMethod::multi_year_trajectory) {
    ndc.kind = NdcKind::multi_year;
    ndc.budget_kg_co2eq = kilotonnes(352'000);
  } else {
    ndc.target_level_kg_co2eq = kilotonnes(target_kt);
    ndc.basis = Basis::assumed;
  }
  return ndc;
}

void inventories(Journal& journal, PartyId party, std::initializer_list<std::int64_t> kt,
                 Basis last) {
  int year = 2021;
  for (const std::int64_t amount : kt) {
    RecordInventory inventory;
    inventory.party = party;
    inventory.year = CalendarYear(year);
    inventory.emissions_kg_co2eq = kilotonnes(amount);
    inventory.gwp_set = "AR5";
    inventory.basis = year >= 2023 ? last : Basis::published;
    journal.add(inventory);
    ++year;
  }
}

ledger::AuthorizeItmos authorization(PartyId party, const std::string& id) {
  ledger::AuthorizeItmos authorize;
  authorize.party = party;
  authorize.authorization = id;
  authorize.approach = kApproach;
  authorize.activity = "COMPOST";
  authorize.authorized_parties = {kSen, kChe};
  authorize.quantity_t_co2eq = TonnesCo2eq(40'000);
  authorize.tracking_registry = kSen01;
  authorize.first_vintage = CalendarYear(2023);
  authorize.last_vintage = CalendarYear(2030);
  authorize.last_use_year = CalendarYear(2030);
  authorize.gwp_set = "AR5";
  return authorize;
}

void record_activity(Journal& journal, const registry::Programme& programme) {
  RecordActivity activity;
  activity.activity = "COMPOST";
  activity.approach = kApproach;
  activity.host = kSen;
  activity.sector = "Waste";
  journal.add(activity);
  for (const registry::ProgrammeComponent& component : programme.components) {
    IncludeComponent include;
    include.component = component.id;
    include.activity = "COMPOST";
    include.crediting_period = component.plan.crediting_period;
    journal.add(include);
  }
}

// Settles every component and vintage in order; serials run on from 1.
void issue_all(Journal& journal, const std::vector<registry::ComponentResult>& results,
               std::map<int, std::vector<ItmoRange>>& issued) {
  std::uint64_t next = 1;
  for (const registry::ComponentResult& result : results) {
    KilogramsCo2eq debt;
    for (const mrv::YearResult& year : result.quantification.years) {
      ledger::UnitsIssued event;
      event.report = "MR1";
      event.component = result.component;
      event.vintage = year.year;
      event.authorization = "SEN-A1";
      event.account = "SEN-HOLDING";
      event.emission_reductions_kg_co2eq = year.reductions;
      event.debt_brought_forward_kg_co2eq = debt;
      const KilogramsCo2eq left = year.reductions - debt;
      if (left.value() >= 1000) {
        event.issued_t_co2eq = TonnesCo2eq(static_cast<std::uint64_t>(left.value() / 1000));
        const ItmoRange range = ledger::make_range(series(year.year.value()), next,
                                                   next + event.issued_t_co2eq.value() - 1);
        event.ranges = {range};
        issued[year.year.value()].push_back(range);
        next += event.issued_t_co2eq.value();
        debt = KilogramsCo2eq();
      } else {
        debt = left.value() < 0 ? -left : KilogramsCo2eq();
      }
      event.debt_carried_kg_co2eq = debt;
      journal.add(event);
    }
  }
}

ItmoRange part(const ItmoRange& range, std::uint64_t from, std::uint64_t count) {
  const std::uint64_t first = range.first_id.serial + from;
  return ledger::make_range(range.series(), first, first + count - 1);
}

std::uint64_t transfer(Journal& journal, const ItmoRange& range) {
  ledger::UnitsTransferred event;
  event.ranges = {range};
  event.authorization = "SEN-A1";
  event.from_account = "SEN-HOLDING";
  event.from_party = kSen;
  event.to_party = kChe;
  event.to_registry = kChe01;
  return journal.add(event);
}

void acquire(Journal& journal, const ItmoRange& range, std::uint64_t transfer_entry) {
  ledger::AcquireUnits event;
  event.ranges = {range};
  event.from_party = kSen;
  event.to_party = kChe;
  event.to_account = "CHE-HOLDING";
  event.authorization = "CHE-A1";
  event.sent.registry = kSen01;
  event.sent.entry = transfer_entry;
  journal.add(event);
}

void trade(Journal& sen, Journal& che, const std::map<int, std::vector<ItmoRange>>& issued) {
  const ItmoRange first = issued.begin()->second.back();
  const ItmoRange last = issued.rbegin()->second.back();
  const std::uint64_t half = first.quantity_t_co2eq().value() / 2;
  sen.on(Date(2026, 5, 4));
  che.on(Date(2026, 5, 20));
  const std::uint64_t sent_first = transfer(sen, part(first, 0, half));
  acquire(che, part(first, 0, half), sent_first);
  const std::uint64_t most = last.quantity_t_co2eq().value() * 3 / 4;
  const std::uint64_t sent_last = transfer(sen, part(last, 0, most));
  acquire(che, part(last, 0, most), sent_last);
  sen.on(Date(2026, 6, 15));
  ledger::UnitsCancelled omge;
  omge.ranges = {part(last, most, last.quantity_t_co2eq().value() / 50)};
  omge.account = "SEN-HOLDING";
  omge.party = kSen;
  omge.kind = ledger::CancellationKind::omge_voluntary;
  omge.action = ledger::ActionType::first_transfer;
  sen.add(omge);
  transfer(sen, part(first, half, half / 2));  // not yet acquired
  che.on(Date(2026, 9, 1));
  ledger::UnitsUsed use;
  use.ranges = {part(first, 0, half), part(last, 0, most / 2)};
  use.account = "CHE-HOLDING";
  use.party = kChe;
  use.year = CalendarYear(2025);
  che.add(use);
}

registry::Submission submission(const Journal& journal, RegistryId registry, PartyId party,
                                std::uint32_t minor) {
  registry::Submission submission;
  submission.registry = registry;
  submission.entry = journal.ledger().entry_count();
  submission.aef = reporting::draw(journal.ledger(), journal.at_end_of(2026), party,
                                   CalendarYear(2026), {1, minor}, Date(2027, 3, 31));
  submission.content_sha256 = std::string(64, 'e');
  return submission;
}

registry::DatabaseCheck checked(std::vector<reporting::AefSubmission> submissions) {
  registry::DatabaseCheck check;
  check.result = reporting::cross_check(submissions);
  check.submissions = std::move(submissions);
  return check;
}

void report(registry::ProgrammeRun& run, const Journal& sen, const Journal& che) {
  const registry::Submission host = submission(sen, kSen01, kSen, 0);
  registry::Submission incomplete = submission(che, kChe01, kChe, 0);
  incomplete.aef.actions.erase(incomplete.aef.actions.begin());
  const registry::Submission mended = submission(che, kChe01, kChe, 1);
  run.submissions = {host, incomplete, mended};
  run.first_check = checked({host.aef, incomplete.aef});
  run.final_check = checked({host.aef, incomplete.aef, mended.aef});
}

}  // namespace

registry::Programme programme() {
  registry::Programme programme;
  programme.id = "invented";
  programme.title = Words{"Urban waste programme Senegal–Switzerland",
                          "Programme de déchets urbains Sénégal–Suisse"};
  programme.summary = Words{"Composting of municipal waste at two sites instead of open dumping.",
                            "Compostage de déchets municipaux sur deux sites au lieu de la mise en "
                            "décharge."};
  programme.demonstration = true;
  programme.registries = {{kSen01, "openitmo.example/SEN01"}, {kChe01, "openitmo.example/CHE01"}};
  programme.components = {
      component("north", Words{"Northern site", "Site du nord"}, mrv::ClimateZone::tropical_dry, 6),
      component("south", Words{"Southern site", "Site du sud"}, mrv::ClimateZone::tropical_wet, 4)};
  for (int year = kFirstYear; year < kFirstYear + 5; ++year) {
    const auto n = static_cast<std::uint64_t>(year - kFirstYear);
    programme.components[0].expected_t_co2eq[CalendarYear(year)] = TonnesCo2eq(n * 900);
    programme.components[1].expected_t_co2eq[CalendarYear(year)] = TonnesCo2eq(1000 + n * 1500);
  }
  programme.names = {{"SEN", Words{"Senegal", "Sénégal"}}, {"CHE", Words{"Switzerland", "Suisse"}}};
  programme.sources = {
      {Text::name("Senegal, emissions 2022: 32.9 Mt CO2 eq"), "Climate Analytics", "M"},
      {Text::name("Agreement signed 6 July 2021"), "swissinfo 2021-07-06", "H"}};
  programme.evidence = {{"acts.toml", std::string(64, 'f')}};
  return programme;
}

registry::ProgrammeRun run(const registry::Programme& programme) {
  registry::ProgrammeRun run;
  for (const registry::ProgrammeComponent& component : programme.components)
    run.results.push_back(quantified(component));
  Journal sen(kSen01, kSen);
  Journal che(kChe01, kChe);
  for (Journal* journal : {&sen, &che}) record_parties(*journal);
  sen.add(ndc(kSen, AdjustmentMethod::single_year_averaging, 35'000));
  che.add(ndc(kChe, AdjustmentMethod::multi_year_trajectory, 0));
  inventories(sen, kSen, {31'200, 32'900, 32'100}, Basis::assumed);
  inventories(che, kChe, {45'100, 41'600, 40'800, 40'100, 39'400}, Basis::fictitious);
  record_activity(sen, programme);
  sen.add(authorization(kSen, "SEN-A1"));
  che.add(authorization(kChe, "CHE-A1"));
  sen.add(ledger::OpenAccount{"SEN-HOLDING", kSen, ""});
  che.add(ledger::OpenAccount{"CHE-HOLDING", kChe, ""});
  sen.on(Date(2026, 4, 2));
  SubmitMonitoringReport monitoring_report;
  monitoring_report.report = "MR1";
  monitoring_report.activity = "COMPOST";
  sen.add(monitoring_report);
  std::map<int, std::vector<ItmoRange>> issued;
  issue_all(sen, run.results, issued);
  trade(sen, che, issued);
  for (const Journal* journal : {&sen, &che}) run.registries.push_back(journal->state());
  run.accounts = {accounting::account(sen.ledger(), kSen), accounting::account(che.ledger(), kChe)};
  report(run, sen, che);
  run.proofs = {{"SEN01-entry-20.proof", "proof"}};
  run.outcomes = {{"issue-1", "acts.toml:10", kSen01, Date(2024, 11, 4), 20, {}},
                  {"oversell", "acts.toml:99", kSen01, Date(2024, 11, 4), std::nullopt,
                   Words{"refused (408 authorized_quantity_exceeded): 60 t; transfer at most 50 t.",
                         "refusé (408 authorized_quantity_exceeded) : 60 t ; transférez au plus "
                         "50 t."}}};
  return run;
}

}  // namespace openitmo::files::testing_run
