#pragma once

#include <string>
#include <string_view>

#include "ledger/events.h"
#include "quantity/language.h"

// What entries say, in figures and names, for people.
namespace openitmo::registry {

// A word of the ledger's vocabulary in a sentence; the word itself where it has no other.
std::string words_of(Language language, std::string_view name);

// The entry's type, as the journal writes it.
std::string_view type_of(const ledger::Entry& entry);

// Tells entries to somebody who asks about a unit, or a component and one of its vintages.
// `component` outlives it; it may be filled in later.
class EntryDescriber {
 public:
  EntryDescriber(Language language, Vintage vintage, const std::string& component)
      : language_(language), vintage_(vintage), component_(component) {}

  Language language() const { return language_; }
  Vintage vintage() const { return vintage_; }
  const std::string& component() const { return component_; }

  // Empty where the type of the entry says all.
  std::string operator()(const ledger::Event& event) const;
  // `metric`: what the units are counted in; empty for t CO2 eq.
  std::string range(const ledger::ItmoRange& range, const std::string& metric) const;
  template <class... Figures>
  std::string text(WordsFor<sizeof...(Figures)> words, const Figures&... figures) const {
    return Text(words, figures...).in(language_);
  }

 private:
  Language language_;
  Vintage vintage_;
  const std::string& component_;
};

}  // namespace openitmo::registry
