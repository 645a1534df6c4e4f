#include "mrv/uncertainty/uncertainty_rows.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "mrv/parameters.h"
#include "mrv/phrases.h"
#include "mrv/shortest_decimal.h"
#include "mrv/uncertainty/rounded_tonnes.h"

namespace openitmo::mrv {

namespace {

std::string percent(double share_of_100, Language language) {
  if (!std::isfinite(share_of_100)) return "-";
  return Text({"{} %", "{} %"}, decimal_text(fmt::format("{:.1f}", share_of_100))).in(language);
}

std::string share(double share, double error, Language language) {
  return Text({"{} ± {}", "{} ± {}"}, decimal_text(fmt::format("{:.3f}", share)),
              decimal_text(fmt::format("{:.3f}", error)))
      .in(language);
}

std::string said(const Words& words, Language language) { return std::string(words.in(language)); }

class IntervalTable {
 public:
  IntervalTable(const Quantification& result, Language language)
      : result_(result), language_(language) {}

  TextRows rows() const {
    TextRows rows{headings()};
    for (std::size_t y = 0; y < result_.years.size(); ++y) {
      const YearResult& year = result_.years[y];
      rows.push_back(row(std::to_string(year.year.value()), year.errors,
                         result_.sampled ? &result_.sampled->years[y] : nullptr, year.deduction,
                         year.claimed));
    }
    double deduction = 0;
    double claimed = 0;
    for (const YearResult& year : result_.years) {
      deduction += year.deduction;
      claimed += year.claimed;
    }
    rows.push_back(row(said({"all", "total"}, language_), result_.errors,
                       result_.sampled ? &result_.sampled->total : nullptr, deduction, claimed));
    return rows;
  }

 private:
  std::vector<std::string> headings() const {
    std::vector<std::string> row{
        said({"year", "année"}, language_), said({"estimate (t)", "estimation (t)"}, language_),
        said({"95 %, by IPCC approach 1 (t)", "95 %, par l'approche 1 du GIEC (t)"}, language_),
        said({"± %", "± %"}, language_)};
    if (result_.sampled) {
      row.push_back(said({"draws, 95 % (t)", "tirages, 95 % (t)"}, language_));
      row.push_back(said({"their mean (t)", "leur moyenne (t)"}, language_));
    }
    if (result_.deduction_policy) {
      row.push_back(said({"deduction (t)", "déduction (t)"}, language_));
      row.push_back(said({"claimed (t)", "revendiqué (t)"}, language_));
    }
    return row;
  }

  std::vector<std::string> row(std::string name, const ErrorPropagation& errors,
                               const SampleSummary* sampled, double deduction,
                               double claimed) const {
    std::vector<std::string> row{std::move(name), rounded_tonnes(errors.result, language_),
                                 rounded_interval(errors.result - errors.half_width,
                                                  errors.result + errors.half_width, language_),
                                 percent(errors.percent(), language_)};
    if (sampled != nullptr) {
      row.push_back(rounded_interval(sampled->p2_5, sampled->p97_5, language_));
      row.push_back(rounded_tonnes(sampled->mean, language_));
    }
    if (result_.deduction_policy) {
      row.push_back(rounded_tonnes(deduction, language_));
      row.push_back(rounded_tonnes(claimed, language_));
    }
    return row;
  }

  const Quantification& result_;
  Language language_;
};

const VarianceIndex* index_of(const Quantification& result, const std::string& factor) {
  if (!result.sampled) return nullptr;
  const auto found = std::ranges::find(result.sampled->indices, factor, &VarianceIndex::factor);
  return found == result.sampled->indices.end() ? nullptr : &*found;
}

}  // namespace

TextRows interval_rows(const Quantification& result, Language language) {
  return IntervalTable(result, language).rows();
}

TextRows contributor_rows(const Quantification& result, std::size_t rows_max, Language language) {
  const bool has_indices = result.sampled && !result.sampled->indices.empty();
  TextRows rows{{said({"uncertain figure", "chiffre incertain"}, language),
                 said({"± t CO2 eq", "± t éq. CO2"}, language),
                 said({"share of the variance", "part de la variance"}, language)}};
  if (has_indices) {
    rows[0].push_back(said({"index alone", "indice seul"}, language));
    rows[0].push_back(said({"index in total", "indice total"}, language));
  }
  for (const ErrorContribution& contribution : result.errors.contributions) {
    if (rows.size() > rows_max) break;
    std::vector<std::string> row{in_language(language, contribution.factor),
                                 rounded_tonnes(std::fabs(contribution.effect), language),
                                 percent(contribution.share * 100, language)};
    if (has_indices) {
      const VarianceIndex* index = index_of(result, contribution.factor);
      row.push_back(index ? share(index->first_order, index->first_order_error, language) : "-");
      row.push_back(index ? share(index->total, index->total_error, language) : "-");
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Text draws_sentence(const SampledUncertainty& sampled) {
  const std::string count = grouped(static_cast<std::int64_t>(sampled.total.draws));
  const Text tolerance = decimal_text(shortest_decimal(sampled.options.tolerance * 100));
  if (sampled.is_settled)
    return {{"{} draws of {} uncertain figures from seed {}; mean and percentiles are settled "
             "within {} % of half of the interval.",
             "{} tirages de {} chiffres incertains depuis la graine {} ; moyenne et percentiles "
             "sont établis à {} % près de la moitié de l'intervalle."},
            count,
            sampled.factors,
            sampled.options.seed,
            tolerance};
  return {{"{} draws of {} uncertain figures from seed {}; the percentiles are NOT settled within "
           "{} % of half of the interval: make more draws.",
           "{} tirages de {} chiffres incertains depuis la graine {} ; les percentiles ne sont PAS "
           "établis à {} % près de la moitié de l'intervalle : faites plus de tirages."},
          count,
          sampled.factors,
          sampled.options.seed,
          tolerance};
}

Text policy_sentence(const DeductionPolicy& policy) {
  if (policy.rule == DeductionRule::percentile)
    return {{"Deducted down to percentile {} of {} draws from seed {} ({}).",
             "Déduit jusqu'au percentile {} de {} tirages depuis la graine {} ({})."},
            decimal_text(shortest_decimal(policy.percentile)),
            policy.draws,
            policy.seed,
            policy.source};
  return {
      {"Deducted by the band of approach 1 ({}).", "Déduit selon la bande de l'approche 1 ({})."},
      policy.source};
}

Text fixed_parameters_sentence(const Quantification& result) {
  std::set<std::string> fixed;
  for (const YearResult& year : result.years)
    for (const DerivationNode& node : year.derivation.nodes)
      if (node.leaf && find_parameter(node.symbol) != nullptr && node.leaf->contribution != 0 &&
          !node.leaf->uncertainty.is_stated())
        fixed.insert(node.symbol);
  if (fixed.empty()) return {};
  return {{"No uncertainty is stated for {}: these do not vary.",
           "Aucune incertitude n'est donnée pour {} : ils ne varient pas."},
          fmt::join(fixed, ", ")};
}

}  // namespace openitmo::mrv
