#include "registry/act_words.h"

#include <gtest/gtest.h>
#include <set>

#include "registry/act_shape.h"

namespace openitmo::registry {
namespace {

using Names = std::set<std::pair<std::string_view, std::string_view>>;

void expect_words(std::string_view owner, const std::vector<FieldShape>& fields, Names& keys) {
  for (const FieldShape& field : fields) {
    EXPECT_TRUE(field.words) << owner << ": say in src/registry/field_sentences.h what \""
                             << field.key << "\" means";
    keys.insert({owner, field.key});
    keys.insert({"", field.key});
    expect_words(field.key, field.fields, keys);
  }
}

TEST(ActWords, EveryActAndFieldHasASentence) {
  Names keys;
  for (const ActShape& act : act_shapes()) {
    EXPECT_TRUE(act.words) << "say in src/registry/act_sentences.h what the act \"" << act.act
                           << "\" does";
    expect_words(act.act, act.fields, keys);
  }
  for (const ActWords& words : act_words())
    EXPECT_TRUE(find_act_shape(words.act)) << words.act << " is no act";
  for (const FieldWords& words : field_words())
    EXPECT_TRUE(keys.contains({words.owner, words.field}))
        << words.owner << " has no " << words.field;
  for (const FieldWords& words : shared_field_words()) {
    EXPECT_EQ(words.owner, "") << words.field;
    EXPECT_TRUE(keys.contains({"", words.field})) << "nothing has a field " << words.field;
  }
}

TEST(ActWords, NoneTwice) {
  Names seen;
  for (const ActWords& words : act_words()) EXPECT_TRUE(seen.insert({words.act, ""}).second);
  for (const auto& list : {field_words(), shared_field_words()})
    for (const FieldWords& words : list)
      EXPECT_TRUE(seen.insert({words.owner, words.field}).second) << words.owner << words.field;
}

TEST(ActWords, OwnSentenceComesBeforeTheSharedOne) {
  EXPECT_EQ(find_field_words("move", "to_account")->owner, "move");
  EXPECT_EQ(find_field_words("transfer", "to_account")->owner, "");
  EXPECT_EQ(find_field_words("move", "konto"), nullptr);
  EXPECT_EQ(find_field_words("ranges", "first_id")->owner, "ranges");
  EXPECT_EQ(find_act_words("fly"), nullptr);
}

TEST(ActShape, SaysHowAFieldIsWritten) {
  const ActShape* use = find_act_shape("use");
  ASSERT_TRUE(use);
  EXPECT_EQ(written_form(*find_field(*use, "purpose"), Language::en), "ndc|imp|op");
  EXPECT_EQ(written_form(*find_field(*use, "vintage"), Language::fr), "ANNÉE");
  EXPECT_TRUE(find_field(*use, "entity")->may_be_left_out);
  EXPECT_FALSE(find_field(*use, "party")->may_be_left_out);
  EXPECT_EQ(find_field(*use, "konto"), nullptr);
  const ActShape* hold = find_act_shape("place_hold");
  EXPECT_EQ(written_form(*find_field(*hold, "ranges"), Language::en), "FIRST_ID/LAST_ID;...");
  EXPECT_EQ(written_form(*find_field(*hold, "document"), Language::en),
            "REFERENCE=FILE|REFERENCE/SHA256");
}

}  // namespace
}  // namespace openitmo::registry
