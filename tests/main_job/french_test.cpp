#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "itmo_process.h"

// `--lang fr` speaks French whatever goes wrong: each kind of trouble, with the real binary.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// English words that no French sentence, id or path of these tests has. What another program says
// (a library, the system) is quoted in « » and may be English.
void expect_french(const std::string& output) {
  static const std::regex quoted("«[^»]*»|--[a-z-]+");
  static const std::regex english(
      R"(\b(the|of|and|is|are|was|were|with|this|that|not|has|have|its|which|there|write|cannot|)"
      R"(missing|than|must|error|line|row|file|folder|given)\b)");
  const std::string said = std::regex_replace(output, quoted, "");
  std::smatch found;
  if (std::regex_search(said, found, english))
    ADD_FAILURE() << "\"" << found.str() << "\" in: " << output;
}

void expect_french(const Finished& finished, int code, const std::vector<std::string>& parts) {
  EXPECT_EQ(finished.code, code) << finished.output;
  expect_french(finished.output);
  for (const std::string& part : parts) EXPECT_THAT(finished.output, HasSubstr(part));
}

Finished french(const std::string& arguments) { return itmo("--lang fr " + arguments); }

// A copy of the programme in which one text of a file stands for another.
class Programme {
 public:
  explicit Programme(const std::string& name) : folder_(copy_of_demo("fr-" + name)) {}

  Programme& replace(const std::string& file, const std::string& old, const std::string& by) {
    const auto path = folder_ / "evidence" / file;
    std::string text = read_file(path);
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << file << " does not have " << old;
    if (at != std::string::npos) write_file(path, text.replace(at, old.size(), by));
    return *this;
  }
  std::filesystem::path path(const std::string& file) const { return folder_ / "evidence" / file; }
  Finished run() const {
    return french(fmt::format("run {}/evidence -o {}/new", folder_.string(), folder_.string()));
  }

 private:
  std::filesystem::path folder_;
};

TEST(French, ProgrammeFile) {
  Programme programme("programme");
  programme.replace("acts.toml", "do = \"open_registry\"", "do = \"open_registri\"")
      .replace("acts.toml", "by = \"che_authority\"", "by = \"che_autority\"")
      .replace("acts.toml", "on = 2021-11-08", "on = \"hier\"")
      .replace("components/niaye-nord.toml", "town =", "ville =")
      .replace("components/niaye-nord.toml", "2023 = 270", "2023 = \"beaucoup\"");
  std::filesystem::remove(programme.path("data/niaye-nord/diesel.csv"));
  expect_french(programme.run(), 2,
                {"acts.toml:11:6 : act[1].do : \"open_registri\" n'est pas connu ici",
                 "vouliez-vous dire che_authority ?", "\"hier\" n'est pas une date",
                 "ville : la clé est inconnue", "town : la clé manque",
                 "écrivez un nombre entier sans guillemets",
                 "data/niaye-nord/diesel.csv : le fichier n'existe pas ; vérifiez son nom"});
}

TEST(French, TextThatIsNoToml) {
  Programme programme("toml");
  programme.replace("acts.toml", "on = 2021-10-04", "on = = 3");
  expect_french(programme.run(), 2, {"acts.toml:13:6 : ce n'est pas du TOML valide : "});
}

TEST(French, MonitoringFile) {
  Programme programme("csv");
  const std::string tickets = "data/niaye-nord/weighbridge_2022.csv";
  programme.replace(tickets, "waste in,7140,3540", "waste in,3540,7140")
      .replace(tickets, "NN22-00003", "NN22-00001")
      .replace(tickets, "waste in,7020", "fromage,7020")
      .replace(tickets, "6200,3520", "-6200,3520")
      .replace("data/niaye-nord/composition.csv", "81.8,", "11.8,")
      .replace("data/niaye-nord/electricity.csv", "2022-03", "mars")
      .replace("data/cap-est/electricite.csv", "kWh", "BTU");
  write_file(programme.path("data/casamance-sud/suivi_2022.xlsx"), "PK\003\004 abîmé");
  write_file(programme.path("data/niaye-nord/diesel.csv"), "");
  expect_french(
      programme.run(), 2,
      {tickets + ":3 : gross (kg) : la masse brute de 3540 kg est inférieure à la tare de 7140 kg",
       tickets + ":4 : ticket : le ticket \"NN22-00001\" se trouve déjà à la ligne 2",
       "n'est pas une matière connue", "\"mars\" n'est pas un mois entre 1990 et 2099",
       "la valeur est négative", "les parts de l'échantillon totalisent 30 %, non 100 %",
       "écrivez l'unité dans le nom de la colonne : kWh ou MWh", "le fichier est vide",
       "suivi_2022.xlsx : le classeur ne peut pas être lu"});
}

// Component, file and row, though the row is one that is not there.
TEST(French, MonitoringFinding) {
  Programme programme("mrv");
  programme.replace("data/niaye-nord/electricity.csv", "2022-05,5028\n", "");
  expect_french(programme.run(), 2,
                {"niaye-nord : data/niaye-nord/electricity.csv:5 : gap_in_electricity : 2022-05 "
                 "n'a aucun relevé d'électricité. Ajoutez le relevé du mois ; "});
}

TEST(French, RefusedAct) {
  Programme programme("refused");
  std::string acts = read_file(programme.path("acts.toml"));
  const auto id = acts.find("id = \"open-CHE01\"");
  const auto start = acts.rfind("[[act]]", id), end = acts.find("[[act]]", id);
  std::string again = acts.substr(start, end - start);
  again.replace(again.find("open-CHE01"), 10, "open-again");
  write_file(programme.path("acts.toml"), acts.insert(end, again));
  expect_french(programme.run(), 1,
                {"! CHE01 open-again (acts.toml:28) : refusé (102 registry_already_open) : le "
                 "registre CHE01 est déjà ouvert ; ",
                 "6/CMA.4 annexe I par. 3", "1 acte a été refusé"});
}

TEST(French, WhatIsNotThere) {
  expect_french(french("run nulle-part"), 2, {"erreur : nulle-part : ce dossier n'existe pas ; "});
  expect_french(french("verify nulle-part"), 2,
                {"erreur : nulle-part : il n'y a ni fichier ni dossier de ce nom"});
  expect_french(french("holdings README.md"), 2, {"README.md : ce n'est pas un journal"});
  expect_french(french("verify programmes --since README.md"), 2, {"nommez un journal, ou son"});
  expect_french(french("prove nulle-part --entry 3"), 2, {"ce fichier n'existe pas ; "});
  expect_french(french("check-proof nulle-part --key nulle-part"), 2,
                {"erreur : nulle-part : key_malformed : la clé n'a pas de signe plus ; "});
  expect_french(french("run programmes/senegal-waste -o /proc/x"), 2, {"création du dossier"});
}

TEST(French, VerifyOfADamagedFolder) {
  const auto folder = copy_of_demo("fr-damaged");
  std::string journal = read_file(folder / "SEN01.itmo");
  const auto entry = journal.find("\"type\":\"units_transferred\",");
  ASSERT_NE(entry, std::string::npos);
  journal[entry + 70] ^= 1;
  write_file(folder / "SEN01.itmo", journal);
  std::filesystem::remove(folder / "balances.csv");
  write_file(folder / "evidence/acts.toml", read_file(folder / "evidence/acts.toml") + "x = = 3");
  for (const auto& proof : std::filesystem::directory_iterator(folder / "proofs"))
    write_file(proof.path(), "n'importe quoi\n");
  expect_french(
      french("verify " + folder.string()), 1,
      {"! SEN01.itmo : le journal ne tient pas : ", "ne correspond pas à son empreinte de feuille",
       "! evidence : illisible, donc rien n'est recalculé : acts.toml:", "le fichier a été altéré",
       "différences ont été trouvées"});
}

TEST(French, VerifyOfWhatIsNoJournal) {
  const auto folder = copy_of_demo("fr-no-journal");
  write_file(folder / "SEN01.itmo", "pas un journal\n");
  expect_french(french("verify " + folder.string()), 2,
                {"erreur : ", "SEN01.itmo : SQLite signale « ", "restaurez le fichier"});
}

TEST(French, ProofThatDoesNotHold) {
  const auto folder = copy_of_demo("fr-proof");
  const std::string file = (folder / "entry.proof").string();
  const std::string demo = demo_folder().string();
  ASSERT_EQ(itmo(fmt::format("prove {}/SEN01.itmo --entry 5 -o {}", demo, file)).code, 0);
  const std::string check = fmt::format("check-proof {} --key {}/keys/", file, demo);
  expect_french(french(check + "CHE01.vkey"), 1,
                {"entry.proof : rien n'est prouvé, signature_absent : aucune ligne de signature "});
  std::string proof = read_file(file);
  const auto index = proof.find("index 5");
  ASSERT_NE(index, std::string::npos);
  write_file(file, proof.replace(index, 7, "index 6"));
  expect_french(french(check + "SEN01.vkey"), 1, {"root_differs : la preuve mène à "});
  write_file(file, proof.replace(index, 7, "index x"));
  expect_french(french(check + "SEN01.vkey"), 1, {"ligne 3 : index_malformed : cette ligne est "});
}

TEST(French, ExportsAndCopies) {
  const auto folder = copy_of_demo("fr-export");
  const std::string path = folder.string();
  const std::string text = path + "/SEN01.ndjson";
  const std::string key = " --key " + path + "/keys/SEN01.vkey";
  ASSERT_EQ(french(fmt::format("export {}/SEN01.itmo -o {}", path, text)).code, 0);
  expect_french(french("verify " + text), 0, {"écritures rejouées", "il faut le dossier"});
  expect_french(french("holdings " + text), 0, {"registre : SEN01", " envoyé CA9999-SEN01-SEN-1-"});
  expect_french(french(fmt::format("backup {0}/SEN01.itmo {0}/copie.itmo", path)), 0,
                {"écritures copiées et vérifiées"});
  expect_french(french(fmt::format("restore {0}/copie.itmo {0}/nouveau.itmo{1}", path, key)), 0,
                {"restauré, et verrouillé", "--witnessed POINT_DE_CONTROLE"});
  expect_french(french(fmt::format("unlock {}/nouveau.itmo --witnessed README.md{}", path, key)), 1,
                {"pas un point de contrôle signé par la clé", "Le journal reste verrouillé"});

  expect_french(french(fmt::format("verify {} --key {}/keys/CHE01.vkey", text, path)), 1,
                {"! SEN01.ndjson : ligne 1 : key_id_differs : le journal est signé avec la clé"});
  std::string altered = read_file(text);
  const auto entry = altered.find("\"type\":\"units_transferred\",");
  ASSERT_NE(entry, std::string::npos);
  altered[entry + 70] ^= 1;
  write_file(text, altered);
  expect_french(french("holdings " + text), 2,
                {"root_differs : cette ligne n'est pas ce qui a été signé : le point de contrôle"});
}

TEST(French, Help) {
  expect_french(french("--help"), 0,
                {"Utilisation : ", "Options :", "Sous-commandes :", "--lang en|fr"});
  for (const std::string command : {"run", "verify", "trace", "prove", "check-proof", "export",
                                    "holdings", "backup", "restore", "unlock"}) {
    const auto help = itmo(command + " --help --lang fr");
    expect_french(help, 0, {"Utilisation : ", "Arguments :", "Afficher cette aide et quitter"});
    EXPECT_THAT(help.output, AllOf(HasSubstr("--lang en|fr"), HasSubstr("TEXTE")));
  }
}

TEST(French, CommandLineThatIsNotUnderstood) {
  for (const auto& [arguments, part] : std::vector<std::pair<std::string, std::string>>{
           {"run", "programme manque"},
           {"run a b", "inattendu"},
           {"trace a b --levels x", "cette valeur ne convient pas : --levels = x"},
           {"prove a --entry 3 --from 3", "exclut"},
           {"quantify a --draws 0", "--draws : écrivez un nombre de 100 à 2000000"},
           {"sample a b --seed 1 --precision 99", "--precision : écrivez un nombre de 0,01 à 50"},
           {"explain a --format x", "« x » n'est pas admis ; valeurs admises : "},
           {"sample a b --seed -1", "--seed : écrivez un nombre entier de 0 à "}}) {
    const auto finished = french(arguments);
    EXPECT_NE(finished.code, 0);
    expect_french(finished.output);
    EXPECT_THAT(finished.output, HasSubstr("erreur : "));
    EXPECT_THAT(finished.output, HasSubstr(part));
  }
}

TEST(French, TheWholeRunVerificationAndTrace) {
  const auto folder = copy_of_demo("fr-whole");
  expect_french(french("run programmes/senegal-waste -o " + folder.string()), 0,
                {"tickets de pesée", "premier transfert"});
  expect_french(french("verify " + folder.string()), 0, {"Tout a été recalculé et concorde"});
  expect_french(french("trace --levels 9 CA9999-SEN01-SEN-100-2023 " + folder.string()), 0,
                {"(tickets de pesée) : lignes ", "confiance élevée", "t éq. CO2",
                 "utilisée par CHE pour sa CDN pour 2024"});
}

}  // namespace
}  // namespace openitmo::testing
