#include "journal/note.h"

#include <algorithm>
#include <fmt/format.h>

#include "journal/hash.h"
#include "journal/utf8.h"
#include "quantity/check.h"

namespace openitmo::journal {
namespace {

using enum FailureCode;

constexpr std::string_view kSignaturePrefix = "\u2014 ";
constexpr Words kSignatureForm{
    "a signature line is an em dash (U+2014), a space, the key name, a space and base64",
    "une ligne de signature est un tiret cadratin (U+2014), une espace, le nom de la clé, une "
    "espace et du base64"};

std::size_t line_at(std::string_view text, std::size_t position) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, position), '\n'));
}

Result<void> verify_characters(std::string_view note) {
  if (note.size() > kNoteBytesMax)
    return fail(text_malformed, {{"the note has {} bytes; at most {} are read",
                                  "la note a {} octets ; {} au plus sont lus"},
                                 note.size(),
                                 kNoteBytesMax});
  const auto control = std::ranges::find_if(
      note, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
  if (control != note.end())
    return fail(
        text_malformed,
        {{"control character 0x{:02x}; only newlines are allowed (are these Windows line ends?)",
          "caractère de commande 0x{:02x} ; seules les fins de ligne sont admises (sont-ce des "
          "fins de ligne Windows ?)"},
         static_cast<unsigned>(*control)},
        line_at(note, static_cast<std::size_t>(control - note.begin())));
  if (!is_utf8(note))
    return fail(text_malformed, {{"the note is not UTF-8", "la note n'est pas en UTF-8"}});
  if (!note.ends_with('\n'))
    return fail(text_malformed,
                {{"the last line does not end with a newline: is the text cut off?",
                  "la dernière ligne n'a pas de fin de ligne : le texte est-il coupé ?"}},
                line_at(note, note.size()));
  return {};
}

Result<NoteSignature> parse_signature_line(std::string_view line, std::size_t line_number) {
  const auto malformed = [&](const Words& what) {
    return fail(signature_line_malformed, {{"{}; {}", "{} ; {}"}, what, kSignatureForm},
                line_number);
  };
  if (!line.starts_with(kSignaturePrefix))
    return malformed({"the line does not start with an em dash",
                      "la ligne ne commence pas par un tiret cadratin"});
  line.remove_prefix(kSignaturePrefix.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos)
    return malformed(
        {"there is no space after the key name", "il n'y a pas d'espace après le nom de la clé"});
  const std::string_view name = line.substr(0, space);
  if (!verify_key_name(name))
    return malformed({"the key name is not valid", "le nom de la clé n'est pas valable"});
  const std::optional<std::string> bytes = from_base64(line.substr(space + 1));
  if (!bytes) return malformed({"the signature is not base64", "la signature n'est pas du base64"});
  if (bytes->size() < 5)
    return malformed({"the signature is shorter than its key id and one byte",
                      "la signature est plus courte que son numéro de clé et un octet"});

  NoteSignature signature{.name = std::string(name), .key_id = 0, .bytes = {}, .line = line_number};
  for (std::size_t i = 0; i < 4; ++i)
    signature.key_id = signature.key_id << 8 | static_cast<std::uint8_t>((*bytes)[i]);
  signature.bytes.assign(bytes->begin() + 4, bytes->end());
  return signature;
}

// "openitmo.example/SEN01 (key id 0123abcd)", of each that signed.
Text signers_of(const Note& note) {
  Text signers;
  for (const NoteSignature& signature : note.signatures) {
    if (!signers.empty()) signers += Text::name(", ");
    signers +=
        Text({"{} (key id {:08x})", "{} (numéro de clé {:08x})"}, signature.name, signature.key_id);
  }
  return signers;
}

}  // namespace

Result<Note> parse_note(std::string_view note) {
  if (Result<void> valid = verify_characters(note); !valid) return std::unexpected(valid.error());
  const std::size_t empty_line = note.rfind("\n\n");
  if (empty_line == std::string_view::npos)
    return fail(signatures_missing, {{"no empty line separates the text from its signatures",
                                      "aucune ligne vide ne sépare le texte de ses signatures"}});
  Note parsed{.text = std::string(note.substr(0, empty_line + 1)), .signatures = {}};
  std::string_view rest = note.substr(empty_line + 2);
  std::size_t line_number = line_at(note, empty_line + 2);
  if (rest.empty())
    return fail(signatures_missing,
                {{"the note has no signature line", "la note n'a pas de ligne de signature"}},
                line_number);
  for (; !rest.empty(); ++line_number) {
    const std::size_t end = rest.find('\n');
    Result<NoteSignature> signature = parse_signature_line(rest.substr(0, end), line_number);
    if (!signature) return std::unexpected(signature.error());
    if (parsed.signatures.size() == kNoteSignaturesMax)
      return fail(too_many_signatures,
                  {{"more than {} signatures", "plus de {} signatures"}, kNoteSignaturesMax},
                  line_number);
    parsed.signatures.push_back(std::move(*signature));
    rest.remove_prefix(end + 1);
  }
  return parsed;
}

std::string encode_note(const Note& note) {
  std::string encoded = note.text + "\n";
  for (const NoteSignature& signature : note.signatures) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
      bytes.push_back(static_cast<char>(signature.key_id >> shift & 0xFF));
    bytes.append(signature.bytes.begin(), signature.bytes.end());
    encoded += fmt::format("{}{} {}\n", kSignaturePrefix, signature.name, to_base64(bytes));
  }
  return encoded;
}

Result<const NoteSignature*> signature_of(const Note& note, const VerifierKey& key) {
  const NoteSignature* found = nullptr;
  for (const NoteSignature& signature : note.signatures) {
    if (signature.name != key.name() || signature.key_id != key.id()) continue;
    if (found != nullptr)
      return fail(signature_repeated,
                  {{"{} signed on line {} already; one line would be right",
                    "{} a déjà signé à la ligne {} ; il faut une seule ligne"},
                   key.name(),
                   found->line},
                  signature.line);
    found = &signature;
  }
  if (found == nullptr)
    return fail(signature_absent,
                {{"no signature line of {} with key id {:08x}; it is signed with another key: {}; "
                  "if the key was changed, ask for the new one",
                  "aucune ligne de signature de {} avec le numéro de clé {:08x} ; c'est signé avec "
                  "une autre clé : {} ; si la clé a changé, demandez la nouvelle"},
                 key.name(),
                 key.id(),
                 signers_of(note)});
  return found;
}

Result<void> verify_note(const Note& note, const VerifierKey& key) {
  check(key.type() == KeyType::note, "a note is verified with a key of type note");
  const Result<const NoteSignature*> signature = signature_of(note, key);
  if (!signature) return std::unexpected(signature.error());
  if (!key.verifies(note.text, (*signature)->bytes))
    return fail(signature_invalid,
                {{"{} did not sign this text: text or signature was altered",
                  "{} n'a pas signé ce texte : le texte ou la signature a été altéré"},
                 key.name()},
                (*signature)->line);
  return {};
}

std::string sign_note(std::string_view text, const SignerKey& signer) {
  check(signer.verifier().type() == KeyType::note, "a note is signed with a key of type note");
  check(text.ends_with('\n') && is_utf8(text), "a note's text is UTF-8 and ends with a newline");
  const Ed25519Signature signature = signer.sign(text);
  return encode_note({.text = std::string(text),
                      .signatures = {{.name = signer.verifier().name(),
                                      .key_id = signer.verifier().id(),
                                      .bytes = {signature.begin(), signature.end()}}}});
}

}  // namespace openitmo::journal
