#include "journal/proof_file.h"

#include <fmt/format.h>

#include "journal/decimal_text.h"
#include "journal/merkle.h"

namespace openitmo::journal {
namespace {

using enum FailureCode;

constexpr std::string_view kInclusionHeader = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kConsistencyHeader = "openitmo/consistency-proof@v1";

// Reads the lines before a checkpoint and keeps count of them for messages.
class LineReader {
 public:
  explicit LineReader(std::string_view file) : rest_(file) {}

  std::size_t line() const { return line_; }
  std::string_view rest() const { return rest_; }
  std::string_view peek() const { return rest_.substr(0, rest_.find('\n')); }
  bool at_end() const { return rest_.find('\n') == std::string_view::npos; }
  std::string_view take() {
    const std::string_view line = peek();
    rest_.remove_prefix(line.size() + 1);
    ++line_;
    return line;
  }

 private:
  std::string_view rest_;
  std::size_t line_ = 1;
};

// The lines up to and with the next empty one, without it; then the reader stands behind it.
Result<std::vector<Hash>> take_hashes(LineReader& reader) {
  std::vector<Hash> hashes;
  while (!reader.at_end() && !reader.peek().empty()) {
    const std::optional<Hash> hash = hash_from_base64(reader.peek());
    if (!hash)
      return fail(
          hash_malformed,
          {{"a proof hash is 44 characters of base64 alone on its line",
            "une empreinte de preuve est faite de 44 caractères de base64, seuls sur leur ligne"}},
          reader.line());
    hashes.push_back(*hash);
    reader.take();
  }
  if (reader.at_end())
    return fail(checkpoint_missing,
                {{"an empty line and a signed checkpoint follow the hashes",
                  "une ligne vide et un point de contrôle signé suivent les empreintes"}},
                reader.line());
  reader.take();
  return hashes;
}

Result<void> take_header(LineReader& reader, std::string_view header) {
  if (!reader.at_end() && reader.peek() == header) {
    reader.take();
    return {};
  }
  return fail(header_unknown,
              {{"the first line of this kind of proof is {}",
                "la première ligne de cette sorte de preuve est {}"},
               header},
              1);
}

Result<std::optional<std::string>> take_extra(LineReader& reader) {
  constexpr std::string_view kExtra = "extra ";
  if (reader.at_end() || !reader.peek().starts_with(kExtra)) return std::nullopt;
  std::optional<std::string> bytes = from_base64(reader.peek().substr(kExtra.size()));
  if (!bytes)
    return fail(extra_malformed,
                {{"after 'extra ' stand the entry's bytes in base64",
                  "après « extra » viennent les octets de l'écriture en base64"}},
                reader.line());
  reader.take();
  return bytes;
}

Result<std::uint64_t> take_index(LineReader& reader) {
  constexpr std::string_view kIndex = "index ";
  const std::string_view line = reader.at_end() ? std::string_view{} : reader.peek();
  const std::optional<std::uint64_t> index =
      line.starts_with(kIndex) ? parse_decimal(line.substr(kIndex.size())) : std::nullopt;
  if (!index)
    return fail(index_malformed,
                {{"this line is 'index ' and the entry's number, without leading zeros",
                  "cette ligne est « index » et le numéro de l'écriture, sans zéros en tête"}},
                reader.line());
  reader.take();
  return *index;
}

std::string encode_hashes(std::span<const Hash> hashes) {
  std::string text;
  for (const Hash& hash : hashes) text += to_base64(hash) + "\n";
  return text;
}

std::size_t lines_in(std::string_view text) {
  std::size_t lines = 0;
  for (const char c : text) lines += c == '\n';
  return lines;
}

template <class T>
Result<T> shifted(Result<T> result, std::size_t lines_before) {
  if (!result && result.error().line != 0) result.error().line += lines_before;
  return result;
}

Result<std::vector<Cosignature>> verify_witnesses(std::string_view note,
                                                  std::span<const VerifierKey> witnesses) {
  std::vector<Cosignature> cosignatures;
  for (const VerifierKey& witness : witnesses) {
    Result<Cosignature> cosignature = verify_cosignature(note, witness);
    if (!cosignature) return std::unexpected(cosignature.error());
    cosignatures.push_back(std::move(*cosignature));
  }
  return cosignatures;
}

Result<Hash> proven_leaf(const InclusionProof& proof, const std::optional<Hash>& known_leaf) {
  if (!proof.entry_bytes && !known_leaf)
    return fail(entry_unknown,
                {{"the file does not carry the entry (no 'extra' line); give the entry as well",
                  "le fichier ne porte pas l'écriture (pas de ligne « extra ») ; donnez aussi "
                  "l'écriture"}});
  if (!proof.entry_bytes) return *known_leaf;
  const Hash leaf = leaf_hash(*proof.entry_bytes);
  if (known_leaf && *known_leaf != leaf)
    return fail(entry_differs,
                {{"the entry in the file is not the entry that was given",
                  "l'écriture du fichier n'est pas celle qui a été donnée"}},
                2);
  return leaf;
}

}  // namespace

std::string encode_proof(const InclusionProof& proof) {
  std::string text = fmt::format("{}\n", kInclusionHeader);
  if (proof.entry_bytes) text += fmt::format("extra {}\n", to_base64(*proof.entry_bytes));
  text += fmt::format("index {}\n", proof.index);
  return text + encode_hashes(proof.hashes) + "\n" + proof.checkpoint_note;
}

std::string encode_proof(const ConsistencyProof& proof) {
  return fmt::format("{}\n{}\n{}\n{}", kConsistencyHeader, encode_hashes(proof.hashes),
                     proof.first_checkpoint_note, proof.second_checkpoint_note);
}

Result<ProofKind> kind_of_proof(std::string_view file) {
  const std::string_view header = LineReader(file).peek();
  if (header == kInclusionHeader) return ProofKind::inclusion;
  if (header == kConsistencyHeader) return ProofKind::consistency;
  return fail(header_unknown,
              {{"the first line is neither {} nor {}", "la première ligne n'est ni {} ni {}"},
               kInclusionHeader,
               kConsistencyHeader},
              1);
}

Result<InclusionProof> parse_inclusion_proof(std::string_view file) {
  LineReader reader(file);
  if (Result<void> header = take_header(reader, kInclusionHeader); !header)
    return std::unexpected(header.error());
  Result<std::optional<std::string>> extra = take_extra(reader);
  if (!extra) return std::unexpected(extra.error());
  const Result<std::uint64_t> index = take_index(reader);
  if (!index) return std::unexpected(index.error());
  Result<std::vector<Hash>> hashes = take_hashes(reader);
  if (!hashes) return std::unexpected(hashes.error());
  return InclusionProof{.index = *index,
                        .entry_bytes = std::move(*extra),
                        .hashes = std::move(*hashes),
                        .checkpoint_note = std::string(reader.rest())};
}

Result<ConsistencyProof> parse_consistency_proof(std::string_view file) {
  LineReader reader(file);
  if (Result<void> header = take_header(reader, kConsistencyHeader); !header)
    return std::unexpected(header.error());
  Result<std::vector<Hash>> hashes = take_hashes(reader);
  if (!hashes) return std::unexpected(hashes.error());
  // A checkpoint holds exactly one empty line: between text and signatures.
  const std::string_view notes = reader.rest();
  const std::size_t first_inner = notes.find("\n\n");
  const std::size_t between =
      first_inner == std::string_view::npos ? first_inner : notes.find("\n\n", first_inner + 2);
  if (between == std::string_view::npos)
    return fail(checkpoint_missing,
                {{"two signed checkpoints follow, with an empty line between",
                  "deux points de contrôle signés suivent, séparés par une ligne vide"}},
                reader.line());
  const std::size_t second_inner = notes.find("\n\n", between + 2);
  if (second_inner != std::string_view::npos &&
      notes.find("\n\n", second_inner + 2) != std::string_view::npos)
    return fail(section_unexpected,
                {{"nothing follows the second checkpoint's signatures",
                  "rien ne suit les signatures du second point de contrôle"}},
                reader.line() + lines_in(notes));
  return ConsistencyProof{.hashes = std::move(*hashes),
                          .first_checkpoint_note = std::string(notes.substr(0, between + 1)),
                          .second_checkpoint_note = std::string(notes.substr(between + 2))};
}

Result<ProvenInclusion> check_inclusion(std::string_view file, LogKeys log,
                                        std::span<const VerifierKey> witnesses,
                                        const std::optional<Hash>& known_leaf) {
  Result<InclusionProof> proof = parse_inclusion_proof(file);
  if (!proof) return std::unexpected(proof.error());
  const std::size_t lines_before = lines_in(file) - lines_in(proof->checkpoint_note);
  Result<Checkpoint> checkpoint = shifted(log.open(proof->checkpoint_note), lines_before);
  if (!checkpoint) return std::unexpected(checkpoint.error());
  Result<std::vector<Cosignature>> cosignatures =
      shifted(verify_witnesses(proof->checkpoint_note, witnesses), lines_before);
  if (!cosignatures) return std::unexpected(cosignatures.error());
  const Result<Hash> leaf = proven_leaf(*proof, known_leaf);
  if (!leaf) return std::unexpected(leaf.error());
  if (Result<void> included =
          verify_inclusion(*leaf, proof->index, checkpoint->size, proof->hashes, checkpoint->root);
      !included)
    return std::unexpected(included.error());
  return ProvenInclusion{.index = proof->index,
                         .leaf = *leaf,
                         .entry_bytes = std::move(proof->entry_bytes),
                         .checkpoint = std::move(*checkpoint),
                         .witnesses = std::move(*cosignatures)};
}

Result<ProvenConsistency> check_consistency(std::string_view file, LogKeys log,
                                            std::span<const VerifierKey> witnesses) {
  const Result<ConsistencyProof> proof = parse_consistency_proof(file);
  if (!proof) return std::unexpected(proof.error());
  const std::size_t before_second = lines_in(file) - lines_in(proof->second_checkpoint_note);
  const std::size_t before_first = before_second - lines_in(proof->first_checkpoint_note) - 1;
  Result<Checkpoint> first = shifted(log.open(proof->first_checkpoint_note), before_first);
  if (!first) return std::unexpected(first.error());
  Result<Checkpoint> second = shifted(log.open(proof->second_checkpoint_note), before_second);
  if (!second) return std::unexpected(second.error());
  Result<std::vector<Cosignature>> cosignatures =
      shifted(verify_witnesses(proof->second_checkpoint_note, witnesses), before_second);
  if (!cosignatures) return std::unexpected(cosignatures.error());
  if (Result<void> consistent =
          verify_consistency(first->size, second->size, first->root, second->root, proof->hashes);
      !consistent)
    return std::unexpected(consistent.error());
  return ProvenConsistency{.first = std::move(*first),
                           .second = std::move(*second),
                           .witnesses = std::move(*cosignatures)};
}

}  // namespace openitmo::journal
