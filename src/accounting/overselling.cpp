#include "accounting/overselling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <numeric>

namespace openitmo::accounting {

namespace {

using mrv::Batch;

constexpr double kKgPerTonne = 1000;

double tonnes(KilogramsCo2eq kg) { return static_cast<double>(kg.value()) / kKgPerTonne; }
double tonnes(TonnesCo2eq t) { return static_cast<double>(t.value()); }

// An uncertain term of the margin: coefficient · input, whose draws stay within `ends`.
struct Uncertain {
  std::size_t group = 0;  // of those that move together
  std::size_t stage = 0;
  double coefficient = 0;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

std::size_t index(MarginStage stage) { return static_cast<std::size_t>(stage); }

// Collects the terms of the margin, and what keeps it from being said.
class MarginSum {
 public:
  MarginSum(const PartyAccounts& accounts, const std::vector<OutstandingAuthorization>& outstanding,
            const Outlook& outlook)
      : accounts_(accounts), outstanding_(outstanding), outlook_(outlook) {}

  std::expected<OversellingView, std::vector<Text>> view(const OversellingRequest& request) {
    if (!set_target()) return std::unexpected(std::move(missing_));
    add_emissions();
    add_recorded();
    add_outstanding();
    add_further();
    if (!missing_.empty()) return std::unexpected(std::move(missing_));
    set_estimates();
    run(request);
    return std::move(view_);
  }

 private:
  const RecordNdc& ndc() const { return accounts_.ndc->record; }
  bool is_multi_year() const { return ndc().method == AdjustmentMethod::multi_year_trajectory; }
  double weight() const { return 1.0 / view_.averaged_over_years; }

  bool set_target() {
    if (!accounts_.ndc) {
      missing_.push_back({{"no NDC of {} is recorded; record it with ndc_recorded",
                           "aucune CDN de {} n'est enregistrée ; enregistrez-la par ndc_recorded"},
                          outlook_.party.view()});
      return false;
    }
    view_.party = accounts_.party;
    view_.ndc = ndc().ndc;
    view_.period = {ndc().first_year, ndc().last_year};
    view_.method = ndc().method;
    view_.target_year = ndc().target_year;
    if (ndc().method == AdjustmentMethod::single_year_averaging)
      view_.averaged_over_years = view_.period.years();
    view_.is_budget = is_multi_year();
    const auto level = this->level();
    if (level) {
      view_.level_t_co2eq = *level;
      return true;
    }
    missing_.push_back({{"{} records no level to compare with; record its target level, budget or "
                         "trajectory in a further version",
                         "{} n'enregistre aucun niveau auquel comparer ; enregistrez son niveau "
                         "cible, son budget ou sa trajectoire dans une nouvelle version"},
                        ndc().ndc});
    return false;
  }

  std::optional<double> level() const {
    if (const auto& kg = accounts_.target.level_kg_co2eq)
      return static_cast<double>(kg->numerator()) / static_cast<double>(kg->denominator()) /
             kKgPerTonne;
    if (!is_multi_year() || ndc().trajectory.empty()) return std::nullopt;
    double sum = 0;
    for (const YearAmount& year : ndc().trajectory) sum += tonnes(year.amount_kg_co2eq);
    return sum;
  }

  // The figures whose groups have the same name move together.
  void add_uncertain(MarginTerm term, const std::string& group, const Text& group_name,
                     double value, Uncertain uncertain) {
    const auto known = std::ranges::find(groups_, group);
    uncertain.group = static_cast<std::size_t>(known - groups_.begin());
    if (known == groups_.end()) {
      groups_.push_back(group);
      group_names_.push_back(group_name);
    }
    uncertain.stage = index(term.stage);
    inputs_.push_back({.name = fmt::format("{} {}", group, inputs_.size()),
                       .value = value,
                       .distribution = mrv::Distribution::of(value, term.uncertainty),
                       .group = mrv::CorrelationGroup(fmt::format("g{}", uncertain.group))});
    uncertain_.push_back(uncertain);
    term.estimate_t_co2eq = uncertain.coefficient * value;
    view_.terms.push_back(std::move(term));
  }

  // Net removals vary by a share of their amount too.
  void add_emissions_term(MarginTerm term, const std::string& group, const Text& group_name,
                          KilogramsCo2eq emissions) {
    const double value = tonnes(emissions);
    add_uncertain(std::move(term), group, group_name, std::abs(value),
                  {.coefficient = value < 0 ? 1.0 : -1.0});
  }

  void add_emissions_of(const YearAccount& year) {
    MarginTerm term{.stage = MarginStage::emissions_alone,
                    .name = {},
                    .uncertainty = {},
                    .source = {},
                    .entries = {}};
    if (year.inventory) {
      term.name = Text({"emissions {}, inventory", "émissions {}, inventaire"}, year.year.value());
      term.uncertainty = outlook_.inventory_uncertainty;
      term.source = outlook_.inventory_source;
      term.entries = {year.inventory->entry};
      return add_emissions_term(std::move(term), "inventory",
                                Words("inventory recalculated", "inventaire recalculé"),
                                year.inventory->emissions_kg_co2eq);
    }
    for (const Projection& projection : outlook_.projections) {
      if (projection.year != year.year) continue;
      term.name = Text({"emissions {}, projection", "émissions {}, projection"}, year.year.value());
      term.uncertainty = projection.uncertainty;
      term.source = projection.source;
      return add_emissions_term(std::move(term), "projections",
                                Words("projected emissions", "émissions projetées"),
                                projection.emissions_kg_co2eq);
    }
    missing_.push_back({{"{0} has neither an inventory nor a projection; add [[projection]] for "
                         "{0} to the outlook",
                         "{0} n'a ni inventaire ni projection ; ajoutez [[projection]] pour {0} "
                         "aux perspectives"},
                        year.year.value()});
  }

  void add_emissions() {
    for (const YearAccount& year : accounts_.figures.years)
      if (counts(year)) add_emissions_of(year);
    refuse_idle_projections();
  }

  bool counts(const YearAccount& year) const {
    return is_multi_year() || year.year == view_.target_year;
  }

  // A projection that is not needed would be passed over in silence.
  void refuse_idle_projections() {
    for (const Projection& projection : outlook_.projections) {
      const auto needed = [&](const YearAccount& year) {
        return year.year == projection.year && counts(year) && !year.inventory;
      };
      if (std::ranges::none_of(accounts_.figures.years, needed))
        missing_.push_back(
            {{"the projection for {} is not used: the journal has an inventory, or "
              "the target does not count that year; take it out of the outlook",
              "la projection pour {} ne sert pas : le journal a un inventaire, ou la "
              "cible ne compte pas cette année ; retirez-la des perspectives"},
             projection.year.value()});
    }
  }

  // What stands in the journal is certain.
  void add_recorded() {
    const bool all_years = is_multi_year() || view_.averaged_over_years > 1;
    const auto add = [&](const Text& name, double sign, auto figure_of_year) {
      MarginTerm term{.stage = MarginStage::recorded,
                      .name = name,
                      .uncertainty = {},
                      .source = {},
                      .entries = {}};
      for (const YearAccount& year : accounts_.figures.years) {
        if (!all_years && year.year != view_.target_year) continue;
        const Figure& figure = figure_of_year(year);
        term.estimate_t_co2eq += sign * weight() * tonnes(figure.quantity_t_co2eq);
        term.entries.insert(term.entries.end(), figure.entries.begin(), figure.entries.end());
      }
      std::ranges::sort(term.entries);
      const auto repeated = std::ranges::unique(term.entries);
      term.entries.erase(repeated.begin(), repeated.end());
      recorded_ += term.estimate_t_co2eq;
      view_.terms.push_back(std::move(term));
    };
    add(Words("first transferred", "premiers transferts"), -1,
        [](const YearAccount& year) -> const Figure& { return year.first_transferred_ndc; });
    add(Words("first transferred for other purposes", "premiers transferts à d'autres fins"), -1,
        [](const YearAccount& year) -> const Figure& { return year.first_transferred_oimp; });
    add(Words("used towards the NDC", "utilisés pour la CDN"), 1,
        [](const YearAccount& year) -> const Figure& { return year.used; });
  }

  void add_delivery(MarginStage stage, const Text& name, const std::string& group,
                    TonnesCo2eq quantity, double sign, const DeliveredShare& delivered,
                    std::vector<std::uint64_t> entries) {
    add_uncertain({.stage = stage,
                   .name = name,
                   .uncertainty = delivered.uncertainty,
                   .source = delivered.source,
                   .entries = std::move(entries)},
                  group, name, delivered.share,
                  {.coefficient = sign * weight() * tonnes(quantity), .low = 0, .high = 1});
  }

  void add_outstanding() {
    for (const OutstandingAuthorization& one : outstanding_) {
      const auto stated = std::ranges::find(outlook_.deliveries, one.authorization,
                                            &ExpectedDelivery::authorization);
      const bool is_stated = stated != outlook_.deliveries.end();
      auto quantity = one.quantity_t_co2eq;
      if (quantity && is_stated && stated->quantity_t_co2eq)
        missing_.push_back({{"authorization {} states its own quantity; take quantity_t_co2eq out "
                             "of its [[delivery]]",
                             "l'autorisation {} indique sa propre quantité ; retirez "
                             "quantity_t_co2eq de son [[delivery]]"},
                            one.authorization});
      if (!quantity && is_stated) quantity = stated->quantity_t_co2eq;
      if (!quantity) {
        missing_.push_back(
            {{"authorization {0} states no quantity; add [[delivery]] with authorization = \"{0}\" "
              "and quantity_t_co2eq to the outlook",
              "l'autorisation {0} n'indique aucune quantité ; ajoutez [[delivery]] avec "
              "authorization = \"{0}\" et quantity_t_co2eq aux perspectives"},
             one.authorization});
        continue;
      }
      // Nothing stated: all of it, the safe side for the host.
      add_delivery(MarginStage::authorized,
                   {{"outstanding of {}", "restant de {}"}, one.authorization},
                   "authorization " + one.authorization, *quantity, -1,
                   is_stated ? stated->delivered : DeliveredShare{}, {one.entry});
    }
    for (const ExpectedDelivery& stated : outlook_.deliveries)
      if (std::ranges::find(outstanding_, stated.authorization,
                            &OutstandingAuthorization::authorization) == outstanding_.end())
        missing_.push_back(
            {{"authorization {} is not outstanding: it is not in force, used up, or "
              "of another Party; take its [[delivery]] out of the outlook",
              "l'autorisation {} n'a pas de restant : elle n'est pas en vigueur, est "
              "épuisée, ou est d'une autre Partie ; retirez son [[delivery]] des "
              "perspectives"},
             stated.authorization});
  }

  void add_further() {
    for (const ExpectedVolume& volume : outlook_.further_authorizations)
      add_delivery(MarginStage::expected,
                   {{"{}, to be authorized", "{}, à autoriser"}, volume.name},
                   "expected " + volume.name.en, volume.quantity_t_co2eq, -1, volume.delivered, {});
    for (const ExpectedVolume& volume : outlook_.further_uses)
      add_delivery(MarginStage::expected, {{"{}, to be used", "{}, à utiliser"}, volume.name},
                   "use " + volume.name.en, volume.quantity_t_co2eq, 1, volume.delivered, {});
  }

  void set_estimates() {
    double margin = view_.level_t_co2eq;
    for (std::size_t stage = 0; stage < kMarginStages; ++stage) {
      for (const MarginTerm& term : view_.terms)
        if (index(term.stage) == stage) margin += term.estimate_t_co2eq;
      view_.stages[stage].estimate_t_co2eq = margin;
    }
  }

  // Results: the margin of each stage, then the share of what is asked for, then the sum of each
  // group's terms.
  mrv::Model model() const {
    return {.results = kMarginStages + 1 + groups_.size(),
            .evaluate = [this](std::span<const Batch> inputs, std::span<Batch> results) {
              const std::span<Batch> groups = results.subspan(kMarginStages + 1);
              for (Batch& group : groups) group = 0.0;
              std::array<Batch, kMarginStages> of_stage;
              of_stage.fill(0.0);
              of_stage[index(MarginStage::recorded)] = recorded_;
              for (std::size_t i = 0; i < uncertain_.size(); ++i) {
                const Uncertain& term = uncertain_[i];
                const Batch value = term.coefficient * min(max(inputs[i], term.low), term.high);
                of_stage[term.stage] = of_stage[term.stage] + value;
                groups[term.group] = groups[term.group] + value;
              }
              Batch margin = view_.level_t_co2eq;
              for (std::size_t stage = 0; stage < kMarginStages; ++stage)
                results[stage] = margin = margin + of_stage[stage];
              results[kMarginStages] = min(max(inputs.back(), 0.0), 1.0);
            }};
  }

  void run(const OversellingRequest& request) {
    const DeliveredShare& asked = outlook_.of_what_is_asked_for;
    std::vector<mrv::RandomInput> inputs = inputs_;
    inputs.push_back({.name = "asked",
                      .value = asked.share,
                      .distribution = mrv::Distribution::of(asked.share, asked.uncertainty)});
    const mrv::MonteCarloRun drawn = mrv::run_monte_carlo(mrv::Sampler(std::move(inputs)), model(),
                                                          {.seed = request.seed,
                                                           .draws_min = request.draws,
                                                           .draws_max = request.draws,
                                                           .tolerance = 0},
                                                          request.for_each);
    for (std::size_t stage = 0; stage < kMarginStages; ++stage) {
      const std::vector<double>& margins = drawn.draws[stage];
      view_.stages[stage].draws = drawn.summaries[stage];
      view_.stages[stage].met_share =
          static_cast<double>(std::ranges::count_if(margins, [](double m) { return m >= 0; })) /
          static_cast<double>(margins.size());
    }
    share_variance(drawn);
    set_uses_up(drawn.draws[kMarginStages - 1], drawn.draws[kMarginStages]);
    for (const int percent : request.confidences_percent)
      view_.authorizable.push_back({percent, authorizable_at(percent)});
  }

  bool varies(std::size_t group) const {
    for (std::size_t i = 0; i < uncertain_.size(); ++i)
      if (uncertain_[i].group == group && !inputs_[i].distribution.is_fixed()) return true;
    return false;
  }

  void share_variance(const mrv::MonteCarloRun& drawn) {
    double whole = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const double sd = varies(i) ? mrv::moments_of(drawn.draws[kMarginStages + 1 + i]).sd : 0;
      view_.variance_shares.push_back({group_names_[i], sd * sd});
      whole += sd * sd;
    }
    if (whole > 0)
      for (VarianceShare& share : view_.variance_shares) share.share /= whole;
    std::erase_if(view_.variance_shares, [](const VarianceShare& s) { return s.share == 0; });
    std::ranges::stable_sort(view_.variance_shares, std::greater{}, &VarianceShare::share);
  }

  void set_uses_up(const std::vector<double>& margins, const std::vector<double>& shares) {
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < margins.size(); ++i) {
      const double a_tonne = weight() * shares[i];
      view_.uses_up_t_co2eq.push_back(a_tonne > 0      ? margins[i] / a_tonne
                                      : margins[i] < 0 ? -kInfinite
                                                       : kInfinite);
    }
    std::ranges::sort(view_.uses_up_t_co2eq);
  }

  // At least so many of a hundred draws must bear the quantity, so it is the draw of that rank from
  // above.
  std::optional<TonnesCo2eq> authorizable_at(int percent) const {
    constexpr double kGreatest = 1e15;  // no draw is used up by any quantity
    const auto count = view_.uses_up_t_co2eq.size();
    const std::size_t needed = (count * static_cast<std::size_t>(percent) + 99) / 100;
    const double quantity =
        view_.uses_up_t_co2eq[count - std::clamp(needed, std::size_t{1}, count)];
    if (quantity < 0) return std::nullopt;
    return TonnesCo2eq(static_cast<std::uint64_t>(std::min(quantity, kGreatest)));
  }

  const PartyAccounts& accounts_;
  const std::vector<OutstandingAuthorization>& outstanding_;
  const Outlook& outlook_;
  OversellingView view_;
  std::vector<Text> missing_;
  std::vector<std::string> groups_;
  std::vector<Text> group_names_;
  std::vector<mrv::RandomInput> inputs_;
  std::vector<Uncertain> uncertain_;  // beside inputs_
  double recorded_ = 0;
};

}  // namespace

double OversellingView::met_share_with(double further_t_co2eq) const {
  const auto first = std::ranges::lower_bound(uses_up_t_co2eq, further_t_co2eq);
  return static_cast<double>(uses_up_t_co2eq.end() - first) /
         static_cast<double>(uses_up_t_co2eq.size());
}

std::expected<OversellingView, std::vector<Text>> overselling_view(
    const PartyAccounts& accounts, const std::vector<OutstandingAuthorization>& outstanding,
    const Outlook& outlook, const OversellingRequest& request) {
  return MarginSum(accounts, outstanding, outlook).view(request);
}

}  // namespace openitmo::accounting
