#include "files/html/sections.h"
#include "files/html/words_charts.h"
#include "files/html/words_proof.h"

namespace openitmo::files {

namespace {

using registry::RegistryState;

Table heads_table(const Page& page) {
  Table table{.caption = {},
              .columns = {page.say(words::proof_registry), page.say(words::proof_root),
                          page.say(words::proof_entries)},
              .text_columns = 2};
  for (const RegistryState& state : page.run.registries)
    table.rows.push_back({state.registry.to_string() + " (" + state.origin + ")", state.root_hash,
                          page.speech.whole(static_cast<std::int64_t>(state.entry_count))});
  return table;
}

void add_registry(Html& html, const Page& page, const RegistryState& state) {
  const std::string name = state.registry.to_string();
  html.element("h3", page.say(words::proof_key, {name})).new_line();
  html.element("pre", state.verifier_key).new_line();
  html.open("details").element("summary", page.say(words::proof_checkpoint, {name}));
  html.element("pre", state.checkpoint).close("details").new_line();
}

void add_exchanged(Html& html, const Page& page) {
  if (page.run.proofs.empty()) return;
  add_paragraph(html, page.say(words::proof_exchanged, {std::to_string(page.run.proofs.size())}));
  html.open("details").element("summary", page.say(words::proof_which));
  std::vector<std::string> names;
  for (const registry::ExchangedProof& proof : page.run.proofs) names.push_back(proof.name);
  add_list(html, names);
  html.close("details").new_line();
}

// A unit that exists, so that the command can be typed as it stands.
std::string example_unit(const Page& page) {
  for (const RegistryState& state : page.run.registries)
    for (const auto& issuance : state.ledger.issuances())
      if (!issuance.record.ranges.empty())
        return issuance.record.ranges.front().first_id.to_string();
  return "<ITMO>";
}

// With the key of the registry that made the proof: its name begins with the registry's.
std::string proof_command(const Page& page) {
  for (const registry::ExchangedProof& proof : page.run.proofs)
    for (const RegistryState& state : page.run.registries)
      if (proof.name.starts_with(state.registry.view()))
        return "itmo check-proof <out>/proofs/" + proof.name + " --key <out>/keys/" +
               state.registry.to_string() + ".vkey";
  return "itmo check-proof <proof> --key <out>/keys/<registry>.vkey";
}

void add_how_to(Html& html, const Page& page) {
  html.element("h3", page.say(words::verify_heading)).new_line();
  add_paragraph(html, page.say(words::verify_all));
  html.element("pre", "itmo verify <out>").new_line();
  add_paragraph(html, page.say(words::verify_trace));
  html.element("pre", "itmo trace " + example_unit(page) + " <out>").new_line();
  add_paragraph(html, page.say(words::verify_one));
  html.element("pre", proof_command(page)).new_line();
}

void add_meaning(Html& html, const Page& page) {
  html.element("h3", page.say(words::shows_heading)).new_line();
  add_list(html, {page.say(words::shows_stands), page.say(words::shows_grew),
                  page.say(words::shows_follows)});
  html.element("h3", page.say(words::shows_not_heading)).new_line();
  add_list(html, {page.say(words::shows_not_true), page.say(words::shows_not_lawful),
                  page.say(words::shows_not_only)});
}

}  // namespace

Html proof_section(const Page& page) {
  Html html;
  if (page.run.registries.empty()) return html;
  html.open("section", {{"id", "proof"}}).new_line();
  html.element("h2", page.say(words::proof_section)).new_line();
  add_paragraph(html, page.say(words::proof_intro));
  html.add(table_html(heads_table(page)));
  for (const RegistryState& state : page.run.registries) add_registry(html, page, state);
  add_exchanged(html, page);
  add_how_to(html, page);
  add_meaning(html, page);
  return std::move(html.close("section").new_line());
}

}  // namespace openitmo::files
