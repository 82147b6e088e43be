// Sentences that open with "He said", and whom they leave open
// (graph/audit/text_rules/said_first.h).
#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found English(const std::string& text) {
  return FoundIn(CheckSpeakers, "The mill is sold\n\n" + std::string(kEnglishBody) + "\n" + text);
}
Found French(const std::string& text) {
  return FoundIn(CheckSpeakers, "Le moulin est vendu\n\n" + std::string(kFrenchBody) + "\n" + text);
}

TEST_CASE("who opens a sentence paragraphs below the last man named is unclear") {
  CHECK(English("Paul Hart bought the mill.\n\nThe wheel was built in 1911.\n\nThe weir is run by "
                "a contractor, Weir Street Works.\n\nHe said the weir would be open by May.\n") ==
        Found{"He | Paul Hart"});
  CHECK(English("Mary Hart bought the mill.\n\nThe wheel was built in 1911.\n\nHe said the weir "
                "would be open by May.\n") == Found{"He"});
}

TEST_CASE("who was spoken of in the paragraph before goes on") {
  CHECK(English("Paul Hart bought the mill.\n\nHe said the weir would be open by May.\n").empty());
  CHECK(English("Paul Hart said the mill was his.\n\nThe wheel was built in 1911.\n\nHe said the "
                "weir would be open by May.\n")
            .empty());
  CHECK(French("Paul Hart a racheté le moulin. Il a dit que la roue tournerait en mai.\n").empty());
}

TEST_CASE("of two who have just met none goes on") {
  CHECK(English("Reed met Hart for an hour on Thursday at the mill of Tom Reed and Paul Hart.\n\n"
                "Tom Reed met Paul Hart for an hour on Thursday. He said afterwards that the talks "
                "had been short.\n") == Found{"He | Tom Reed"});
  CHECK(French("Le maire, Bruno Roy, a fait le tour des quais avec le capitaine Loïc Faure. Il a "
               "dit n'avoir rien vu de tel.\n") == Found{"Il | Bruno Roy"});
}

TEST_CASE("one who met nobody that fits is clear") {
  CHECK(English("Tom Reed met Mary Hart for an hour on Thursday. He said afterwards that the talks "
                "had been short.\n")
            .empty());
  CHECK(English("Tom Reed, who once worked with Paul Hart, bought the mill. He said the weir would "
                "be open by May.\n")
            .empty());
  CHECK(French("Le maire a fait le tour des quais avec la préfète. Il a dit n'avoir rien vu de "
               "tel.\n")
            .empty());
}

TEST_CASE("a fund that stands behind what it is speaks as no person") {
  CHECK(French("Le meunier, Paul Hart, a écarté l'offre du fonds danois Nordhav, qui veut le "
               "moulin. « Je garde la roue », a-t-il déclaré.\n\nNordhav n'a pas dit s'il "
               "relèverait son offre.\n")
            .empty());
}

TEST_CASE("a role whose name follows is no other person") {
  CHECK(French("Le président du comité, Bruno Roy, et le maire de la ville, Loïc Faure, ont visité "
               "le moulin. La roue tournera en mai, a-t-il reconnu.\n") == Found{"il | Bruno Roy"});
}

}  // namespace
}  // namespace stemma::testing
