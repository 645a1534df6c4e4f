#include "mrv/verification/size_choice.h"

#include <algorithm>
#include <fmt/format.h>

#include "mrv/phrases.h"
#include "mrv/verification/sample_size.h"

namespace openitmo::mrv::verification {

namespace {

constexpr double kPercent = 100;

Text percent_text(double percent) { return decimal_text(fmt::format("{:.4g}", percent)); }

SizeChosen by_precision(const SizeRequest& request, std::size_t population) {
  const double expected = request.expected_errors < 0 ? kPercent / 2 : request.expected_errors;
  return {.size = size_for_precision(population, request.confidence / kPercent,
                                     request.precision / kPercent, expected / kPercent),
          .basis = {{"the share of wrong tickets within ±{} percentage points at {} % confidence, "
                     "if {} % are wrong",
                     "la part des tickets erronés à ±{} points de pourcentage près, au niveau de "
                     "confiance de {} %, si {} % sont erronés"},
                    percent_text(request.precision),
                    percent_text(request.confidence),
                    percent_text(expected)}};
}

SizeChosen by_materiality(const SizeRequest& request, const Materiality& materiality,
                          double tolerable, std::size_t population) {
  const double expected = std::max(0.0, request.expected_errors) / kPercent;
  if (expected >= tolerable) return {.basis = {}, .expects_too_many = true};
  const auto size =
      size_for_materiality(population, request.confidence / kPercent, tolerable, expected);
  return {
      .size = size.value_or(population),
      .basis = {{"at {} % confidence fewer than {} % of the tickets wrong, if {} % are: that is "
                 "{} % of the reductions ({})",
                 "au niveau de confiance de {} % moins de {} % de tickets erronés, si {} % le "
                 "sont : soit {} % des réductions ({})"},
                percent_text(request.confidence),
                percent_text(tolerable * kPercent),
                percent_text(expected * kPercent),
                percent_text(materiality.percent),
                Text::of(materiality.source, in_language(Language::fr, materiality.source))}};
}

}  // namespace

std::expected<SizeChosen, Problems> choose_size(const SizeRequest& request, const Subject& subject,
                                                const Materiality& threshold,
                                                std::size_t population) {
  if (request.size > 0)
    return SizeChosen{.size = std::min(population, std::max(kSampleMin, request.size)),
                      .basis = Words("as asked for", "comme demandé")};
  if (request.precision > 0) return by_precision(request, population);
  const Materiality& materiality =
      request.materiality.percent > 0 ? request.materiality : threshold;
  const auto tolerable = tolerable_share(subject, materiality.percent);
  if (!tolerable) return std::unexpected(tolerable.error());
  return by_materiality(request, materiality, *tolerable, population);
}

}  // namespace openitmo::mrv::verification
