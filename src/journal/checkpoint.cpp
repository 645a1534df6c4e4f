#include "journal/checkpoint.h"

#include <fmt/format.h>

#include "journal/decimal_text.h"
#include "quantity/check.h"

namespace openitmo::journal {
namespace {

using enum FailureCode;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t end; (end = text.find('\n')) != std::string_view::npos;) {
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string cosigned_message(std::string_view text, std::uint64_t posix_time_s) {
  return fmt::format("cosignature/v1\ntime {}\n{}", posix_time_s, text);
}

constexpr std::uint64_t kTimeMax = 0x7FFF'FFFF'FFFF'FFFF;

}  // namespace

std::string checkpoint_text(const Checkpoint& checkpoint) {
  std::string text =
      fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.size, to_base64(checkpoint.root));
  for (const std::string& extension : checkpoint.extensions) text += extension + "\n";
  return text;
}

Result<Checkpoint> parse_checkpoint_text(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (lines.empty() || lines[0].empty())
    return fail(origin_malformed,
                {{"the first line is the log's origin and is not empty",
                  "la première ligne est l'origine du journal et n'est pas vide"}},
                1);
  const std::optional<std::uint64_t> size =
      lines.size() > 1 ? parse_decimal(lines[1]) : std::nullopt;
  if (!size)
    return fail(size_malformed,
                {{"the second line is the number of entries: digits only, without leading zeros",
                  "la deuxième ligne est le nombre d'écritures : des chiffres seulement, sans "
                  "zéros en tête"}},
                2);
  const std::optional<Hash> root = lines.size() > 2 ? hash_from_base64(lines[2]) : std::nullopt;
  if (!root)
    return fail(root_malformed,
                {{"the third line is the root hash: 44 characters of base64",
                  "la troisième ligne est l'empreinte de la racine : 44 caractères de base64"}},
                3);
  Checkpoint checkpoint{
      .origin = std::string(lines[0]), .size = *size, .root = *root, .extensions = {}};
  for (std::size_t i = 3; i < lines.size(); ++i) {
    if (lines[i].empty())
      return fail(extension_malformed,
                  {{"an extension line is not empty", "une ligne d'extension n'est pas vide"}},
                  i + 1);
    checkpoint.extensions.emplace_back(lines[i]);
  }
  return checkpoint;
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const SignerKey& signer) {
  check(checkpoint.origin == signer.verifier().name(), "a log's origin is its key's name");
  const std::string text = checkpoint_text(checkpoint);
  const Result<Checkpoint> read_back = parse_checkpoint_text(text);
  check(read_back && *read_back == checkpoint, "a checkpoint that is signed can be read back");
  return sign_note(text, signer);
}

Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& log) {
  const Result<Note> parsed = parse_note(note);
  if (!parsed) return std::unexpected(parsed.error());
  // The signature first: until it holds, nothing in the text means anything.
  if (Result<void> signed_by_log = verify_note(*parsed, log); !signed_by_log)
    return std::unexpected(signed_by_log.error());
  Result<Checkpoint> checkpoint = parse_checkpoint_text(parsed->text);
  if (checkpoint && checkpoint->origin != log.name())
    return fail(origin_differs,
                {{"the origin is '{}', the key signs for '{}'",
                  "l'origine est « {} », la clé signe pour « {} »"},
                 checkpoint->origin,
                 log.name()},
                1);
  return checkpoint;
}

Result<std::string> cosign(std::string_view note, const SignerKey& witness,
                           std::uint64_t posix_time_s) {
  check(witness.verifier().type() == KeyType::cosignature,
        "a witness's key is of type cosignature");
  check(posix_time_s <= kTimeMax, "a cosignature's time is below 2^63 s");
  Result<Note> parsed = parse_note(note);
  if (!parsed) return std::unexpected(parsed.error());
  if (Result<Checkpoint> checkpoint = parse_checkpoint_text(parsed->text); !checkpoint)
    return std::unexpected(checkpoint.error());
  if (signature_of(*parsed, witness.verifier()))
    return fail(signature_repeated, {{"{} has cosigned this checkpoint already",
                                      "{} a déjà cosigné ce point de contrôle"},
                                     witness.verifier().name()});
  NoteSignature signature{
      .name = witness.verifier().name(), .key_id = witness.verifier().id(), .bytes = {}};
  for (int shift = 56; shift >= 0; shift -= 8)
    signature.bytes.push_back(static_cast<std::uint8_t>(posix_time_s >> shift & 0xFF));
  const Ed25519Signature bytes = witness.sign(cosigned_message(parsed->text, posix_time_s));
  signature.bytes.insert(signature.bytes.end(), bytes.begin(), bytes.end());
  parsed->signatures.push_back(std::move(signature));
  return encode_note(*parsed);
}

Result<Cosignature> verify_cosignature(std::string_view note, const VerifierKey& witness) {
  check(witness.type() == KeyType::cosignature, "a witness's key is of type cosignature");
  const Result<Note> parsed = parse_note(note);
  if (!parsed) return std::unexpected(parsed.error());
  const Result<const NoteSignature*> found = signature_of(*parsed, witness);
  if (!found) return std::unexpected(found.error());
  const std::span<const std::uint8_t> bytes = (*found)->bytes;
  if (bytes.size() != 8 + sizeof(Ed25519Signature))
    return fail(signature_invalid,
                {{"a cosignature has {} bytes after its key id, this one {}",
                  "une cosignature a {} octets après son numéro de clé, celle-ci {}"},
                 8 + sizeof(Ed25519Signature),
                 bytes.size()},
                (*found)->line);
  Cosignature cosignature{.name = witness.name(), .posix_time_s = 0};
  for (const std::uint8_t byte : bytes.first(8))
    cosignature.posix_time_s = cosignature.posix_time_s << 8 | byte;
  if (cosignature.posix_time_s > kTimeMax)
    return fail(timestamp_malformed,
                {{"a cosignature's time is below 2^63 s",
                  "l'heure d'une cosignature est inférieure à 2^63 s"}},
                (*found)->line);
  if (!witness.verifies(cosigned_message(parsed->text, cosignature.posix_time_s), bytes.subspan(8)))
    return fail(signature_invalid,
                {{"{} did not cosign this text at this time: one of them was altered",
                  "{} n'a pas cosigné ce texte à cette heure : l'un des deux a été altéré"},
                 witness.name()},
                (*found)->line);
  return cosignature;
}

}  // namespace openitmo::journal
