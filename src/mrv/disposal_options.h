#pragma once

#include <array>
#include <string>
#include <string_view>

#include "mrv/component_case.h"
#include "mrv/finding.h"
#include "mrv/methodology.h"

// The choices of TOOL04 application B, for every methodology with waste diverted from a disposal
// site.
namespace openitmo::mrv {

inline constexpr std::string_view kSimplified = "table_without_composition_unconfirmed";
inline constexpr std::array<std::string_view, 2> kCompositions{"sampled",
                                                               "default_2019_western_africa"};
inline constexpr std::array<std::string_view, 2> kModelCorrections{"default", "option_2"};
inline constexpr std::array<std::string_view, 2> kBaselines{"composition", kSimplified};

inline constexpr OptionDescription kCompositionOption{
    .key = "composition",
    .name = {"where the composition of the waste comes from", "origine de la composition"},
    .words = kCompositions};
inline constexpr OptionDescription kModelCorrectionOption{
    .key = "phi",
    .name = {"model correction factor", "facteur de correction du modèle"},
    .words = kModelCorrections};
inline constexpr OptionDescription kBaselineOption{
    .key = "baseline",
    .name = {"how the methane of the baseline is found", "calcul du méthane de référence"},
    .words = kBaselines};
inline constexpr std::array<OptionDescription, 3> kDisposalOptions{
    kCompositionOption, kModelCorrectionOption, kBaselineOption};

// Whether p_j,x comes from samples.
bool samples_count(const ComponentCase& c);
std::string default_share_symbol(WasteType type);
// Whether the default composition, with the programme's own shares, states one for the type.
bool has_default_share(const ComponentPlan& plan, WasteType type);
std::string simplified_symbol(int age);

// A single homogeneous waste has its own DOC_f, from its methane potential. A water table lies
// within its site, and settlements have none. The table without composition is known for tropical
// dry climate, whole years and ten ages; it is warned of whenever it is used.
Problems check_disposal_options(const ComponentCase& c, const ParameterSet& parameters,
                                const DateRange& period);

}  // namespace openitmo::mrv
