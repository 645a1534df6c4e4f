#pragma once

#include <optional>

#include "files/html/report_page.h"
#include "files/html/svg_chart.h"

// The pictures of the report, each with its data table. Empty where the run has nothing to show.
namespace openitmo::files {

std::optional<Figure> waste_figure(const Page& page);
std::optional<Figure> reductions_figure(const Page& page);
std::optional<Figure> unit_places_figure(const Page& page);
std::optional<Figure> balances_figure(const Page& page);
std::optional<Figure> double_counting_figure(const Page& page);
std::optional<Figure> expected_figure(const Page& page);
// Where the programme reproduces published figures.
std::optional<Figure> published_figure(const Page& page);

// The colour of the n-th component, the same in every picture.
Paint component_paint(std::size_t index);
Filling filling_of(Basis basis);

}  // namespace openitmo::files
