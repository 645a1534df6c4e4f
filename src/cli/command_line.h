#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "cli/cli11.h"
#include "quantity/language.h"

// What the parser of the command line says by itself, in the language that is asked for.
namespace openitmo::cli {

// The language that --lang asks for, found before anything is parsed: help and errors of the
// parser need it too. English where it is not given; the environment is not read.
Language language_asked_for(int argc, const char* const* argv);

// Headings, the words for kinds of values, the help flag and the errors of `app` and of the
// subcommands that are added to it afterwards.
void speak(CLI::App& app, Language language);

// "--lang en|fr" of the program or of one of its subcommands.
void add_language(CLI::App& command, Language& language);

// For check(): takes whole numbers in digits alone, from `least` to `most`. The parser itself takes
// "-3" for a number without a sign.
std::function<std::string(const std::string&)> whole_number(std::uint64_t least, std::uint64_t most,
                                                            Language language);

}  // namespace openitmo::cli
