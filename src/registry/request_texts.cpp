#include "registry/request_texts.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "journal/utf8.h"
#include "registry/act_shape.h"
#include "registry/request_object.h"

namespace openitmo::registry {

namespace {

using boost::json::value;

// What is wrong with the value of a field; its key is added where it is known.
struct WrongValue {
  Text text;
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(trimmed(text.substr(start, end - start)));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

value whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    throw WrongValue{{{"a whole number is due, in digits alone, not \"{}\"",
                       "il faut un nombre entier, en chiffres seulement, non « {} »"},
                      text}};
  return number;
}

value truth(std::string_view text) {
  if (text != "true" && text != "false")
    throw WrongValue{
        {{"true or false is due, not \"{}\"", "il faut true ou false, non « {} »"}, text}};
  return text == "true";
}

value choice(const FieldShape& field, std::string_view text) {
  if (std::ranges::find(field.choices, text) == field.choices.end())
    throw WrongValue{{{"write one of {}, not \"{}\"", "écrivez l'un de {}, non « {} »"},
                      fmt::format("{}", fmt::join(field.choices, ", ")),
                      text}};
  return boost::json::string(text);
}

class TextReader {
 public:
  explicit TextReader(const HashOfFile& hash_of_file) : hash_of_file_(hash_of_file) {}

  value read(const FieldShape& field, std::string_view text) const {
    const bool json = (field.list && text.starts_with('[')) ||
                      (!field.list && !field.fields.empty() && text.starts_with('{'));
    if (json) return parsed(text);
    if (!field.list) return element(field, text);
    boost::json::array elements;
    for (const auto part : split(text, field.fields.empty() ? ',' : ';'))
      elements.push_back(element(field, part));
    return elements;
  }

 private:
  static value parsed(std::string_view text) {
    boost::json::error_code error;
    auto json = boost::json::parse({text.data(), text.size()}, error);
    if (error)
      throw WrongValue{{{"what starts with [ or {{ is JSON, and this is not: {}",
                         "ce qui commence par [ ou {{ est du JSON, et ceci n'en est pas (« {} »)"},
                        error.message()}};
    return json;
  }

  value element(const FieldShape& field, std::string_view text) const {
    switch (field.form) {
      case FieldForm::truth:
        return truth(text);
      case FieldForm::number:
      case FieldForm::tonnes:
      case FieldForm::kilograms:
      case FieldForm::year:
        return whole_number(text);
      case FieldForm::choice:
        return choice(field, text);
      case FieldForm::document:
        if (const auto equals = text.find('='); equals != std::string_view::npos)
          return hashed(text.substr(0, equals), text.substr(equals + 1));
        [[fallthrough]];
      case FieldForm::record:
        return record(field, text);
      default:
        return boost::json::string(text);
    }
  }

  value hashed(std::string_view reference, std::string_view path) const {
    const auto sha256 = hash_of_file_(path);
    if (!sha256)
      throw WrongValue{{{"the file {} cannot be read; check the path",
                         "le fichier {} ne peut pas être lu ; vérifiez le chemin"},
                        path}};
    return boost::json::object{{"reference", boost::json::string(reference)}, {"sha256", *sha256}};
  }

  value record(const FieldShape& field, std::string_view text) const {
    const auto parts = split(text, '/');
    std::size_t next = 0;
    auto made = taken(field, parts, next);
    if (next != parts.size()) refuse_record(field, text);
    return made;
  }

  // Takes as many of `parts` as the record has fields, those of records within it included.
  value taken(const FieldShape& field, const std::vector<std::string_view>& parts,
              std::size_t& next) const {
    if (field.fields.empty()) {
      if (next < parts.size()) return element(field, parts[next++]);
      ++next;
      return nullptr;
    }
    boost::json::object made;
    for (const FieldShape& part : field.fields) {
      if (part.list) throw WrongValue{{{"write it as JSON", "écrivez-le en JSON"}}};
      made[part.key] = taken(part, parts, next);
    }
    return made;
  }

  [[noreturn]] static void refuse_record(const FieldShape& field, std::string_view text) {
    throw WrongValue{
        {{"\"{}\" has another number of parts than {}",
          "« {} » a un autre nombre de parties que {}"},
         text,
         Text::of(written_form(field, Language::en), written_form(field, Language::fr))}};
  }

  const HashOfFile& hash_of_file_;
};

// The fields that every act has beside its own, all of them texts.
bool is_common(std::string_view key) {
  return key == "act" || key == "command_id" || key == "effective_date" || key == "actor";
}

// A signed note, whose last newline no cell and no option keeps.
constexpr std::string_view kNoteField = "opinion";

const ActShape* act_in(std::span<const GivenText> given) {
  const auto act = std::ranges::find(given, "act", &GivenText::key);
  return act == given.end() ? nullptr : find_act_shape(trimmed(act->text));
}

boost::json::object object_of(std::span<const GivenText> given, const HashOfFile& hash_of_file) {
  const ActShape* act = act_in(given);
  boost::json::object object;
  for (const GivenText& one : given) {
    const std::string_view text = trimmed(one.text);
    if (text.empty()) continue;
    if (!journal::is_utf8(text))
      throw WrongAct{std::string(one.key),
                     {{"{}: the text is not UTF-8", "{} : le texte n'est pas en UTF-8"}, one.key}};
    const FieldShape* field = act && !is_common(one.key) ? find_field(*act, one.key) : nullptr;
    if (one.key == kNoteField) {
      object[one.key] = std::string(text) + "\n";
      continue;
    }
    try {
      object[one.key] =
          field ? TextReader(hash_of_file).read(*field, text) : value(boost::json::string(text));
    } catch (const WrongValue& wrong) {
      throw WrongAct{std::string(one.key), {{"{}: {}", "{} : {}"}, one.key, wrong.text}};
    }
  }
  return object;
}

}  // namespace

std::expected<Request, WrongText> parse_act_texts(std::span<const GivenText> given,
                                                  const HashOfFile& hash_of_file) {
  try {
    return read_request(object_of(given, hash_of_file));
  } catch (const WrongAct& wrong) {
    return std::unexpected(WrongText{wrong.key, wrong.text});
  }
}

}  // namespace openitmo::registry
