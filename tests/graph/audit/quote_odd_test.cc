#include <string>
#include <vector>

#include <catch2/catch_all.hpp>

#include "graph/audit/audit_text.h"

namespace stemma::testing {
namespace {

using Found = std::vector<std::string>;

Found Odd(const std::string& quote) {
  return FoundIn(CheckOddQuotes, "The mill is sold\n\n" + std::string(kEnglishBody) + "\n“" +
                                     quote + "” Ida Moe told reporters.\n");
}
Found OddInFrench(const std::string& quote) {
  return FoundIn(CheckOddQuotes, "Le moulin est vendu\n\n" + std::string(kFrenchBody) + "\n« " +
                                     quote + " », a déclaré Ida Moe.\n");
}

TEST_CASE("an adverbial said twice in one sentence is odd") {
  CHECK(Odd("We ask the miller to come, as soon as possible, to open as soon as possible,") ==
        Found{"as soon as possible, to open as soon as possible | as soon as possible"});
  CHECK(Odd("We will dredge it in the coming weeks and open it in the coming weeks,").size() == 1);
  CHECK(OddInFrench("Nous viendrons dans les plus brefs délais, et ouvrirons dans les plus brefs "
                    "délais")
            .size() == 1);
}

TEST_CASE("a phrase that runs into itself, or is joined to itself, is odd") {
  CHECK(Odd("We met in the mill of the town in the mill of the town,").size() == 1);
  CHECK(Odd("We miss the wheel of the mill and the wheel of the mill,").size() == 1);
  CHECK(Odd("We opened the doors of the the mill,") == Found{"the the | the"});
  CHECK(OddInFrench("Il est venu avec le le meunier").size() == 1);
}

TEST_CASE("what a speaker repeats for effect is not odd") {
  CHECK(Odd("I have a mill, I have a plan, I have a roof,").empty());
  CHECK(Odd("Never, never again, and no bread, no peace,").empty());
  CHECK(Odd("Bread of the people, by the people, for the people,").empty());
  CHECK(Odd("The more we grind the more we bake, and the more we bake the more we grind,").empty());
  CHECK(Odd("It is at the same time young and at the same time old,").empty());
  CHECK(Odd("Day after day after day we ground story after story after story,").empty());
  CHECK(Odd("It opens as soon as possible. It must open as soon as possible,").empty());
  CHECK(Odd("We did not take care of the mill as we ought to take care of a mill,").empty());
}

TEST_CASE("an explanation in round brackets is noted, one in square brackets is right") {
  const Found brackets = Odd("We ask the miller (Tom Reed) to come back,");
  CHECK(brackets == Found{"(Tom Reed)"});
  CHECK(Odd("We ask the miller [Tom Reed] to come back,").empty());
  CHECK(Odd("We ask the miller (laughs) and the agency (AP) to come back,").empty());
  CHECK(Odd("We ask the miller, who (as I was told) is ill, to come back,").empty());
}

TEST_CASE("a gloss beside the word that it explains is odd, one in its place is noted") {
  const auto severities = [](const std::string& text) {
    std::vector<Severity> found;
    for (const Finding& one : FindingsIn(CheckOddQuotes, ReadText(text))) {
      found.push_back(one.severity);
    }
    return found;
  };
  using Severities = std::vector<Severity>;
  const std::string english = "The mill is sold\n\n" + std::string(kEnglishBody) + "\n“";
  const std::string french = "Le moulin est vendu\n\n" + std::string(kFrenchBody) + "\n« ";
  const std::string said = "” Ida Moe told reporters.\n";
  for (const char* quote : {
           "They (the men who carry the sacks) came at noon,",
           "We asked the foreman (the son of the owner) to come,",
           "We asked him (his brother) to come,",
           "We wait and (the men who carry the sacks) they do not come,",
           "We asked the foreman (Tom Reed) to come,",
           "We will shut it in June (that is, the wheel) and not in May,",
       }) {
    CHECK(severities(english + quote + said) == Severities{Severity::kWarning});
  }
  for (const char* quote : {
           "Ils (c'est-à-dire les meuniers) sont venus à midi",
           "Elle (la femme du meunier) est venue à midi",
           "On l'a dit au patron (à savoir le meunier) hier",
       }) {
    CHECK(severities(french + quote + " », a déclaré Ida Moe.\n") ==
          Severities{Severity::kWarning});
  }
  // As agencies print what stands for a word of the speaker's.
  CHECK(severities(english + "We told (the men of the mill) to go home," + said) ==
        Severities{Severity::kNote});
  CHECK(severities(english + "We asked the TMA (the Town Millers’ association) to come," + said) ==
        Severities{Severity::kNote});
  // Who writes has brackets of his own.
  CHECK(severities(english + "They (the men of the mill) came at noon,” Ida Moe wrote.\n") ==
        Severities{Severity::kNote});
}

TEST_CASE("round brackets that explain nothing are not odd") {
  for (const char* quote : {
           "They (the whole room laughs) came at noon,",
           "They (the men of my father) came at noon,",
           "The flour (a pound a head) is gone,",
           "The flour (the 12 sacks) is gone,",
           "The council (and who else) must pay,",
           "The council (for now) must pay,",
           "The Millers' Bank (MB) must pay and the senator (R-Ohio) as well,",
       }) {
    CHECK(Odd(quote).empty());
  }
  CHECK(OddInFrench("Ils (rires dans la salle) sont venus, et elle (sic) est partie").empty());
}

TEST_CASE("a quoted sentence that ends with a clause that is but begun is odd") {
  CHECK(Odd("It is no fault of the miller if the sacks,") == Found{"if the sacks"});
  CHECK(Odd("We will open the mill when the river. And we will bake.") == Found{"when the river"});
  CHECK(OddInFrench("On ne peut rien vendre quand la farine") == Found{"quand la farine"});
  CHECK(OddInFrench("On ne peut rien vendre parce que les sacs") == Found{"que les sacs"});
  CHECK(Odd("We do not know what it is, if the former,").empty());
  CHECK(Odd("So it was all because the weir?").empty());
  CHECK(Odd("We will open the mill when the river rises,").empty());
  CHECK(OddInFrench("La farine est plus chère que le pain").empty());
}

TEST_CASE("a quote between single marks is looked at where somebody speaks it") {
  const std::string body = "The mill is sold\n\n" + std::string(kEnglishBody) + "\n";
  CHECK(FoundIn(CheckOddQuotes,
                body + "'It is no fault of the miller if the sacks,' said Ida Moe.\n") ==
        Found{"if the sacks"});
  // The mark belongs to the word.
  CHECK(FoundIn(CheckOddQuotes,
                body + "'It is all lost because the millers' bread is dear,' said Ida Moe.\n")
            .empty());
}

TEST_CASE("a quoted sentence that stops before its last word is odd") {
  CHECK(Odd("We will go on working on the.") == Found{"the"});
  CHECK(Odd("We told them that they could keep our,") == Found{"our"});
  CHECK(OddInFrench("Nous irons jusqu'au bout de la.") == Found{"la"});
}

TEST_CASE("a preposition at the end, dots, and a word woven in end a quote well") {
  CHECK(Odd("This is what we are looking for.").empty());
  CHECK(Odd("We will go on working on the …").empty());
  CHECK(Odd("We all wanted more of that.").empty());
  CHECK(FoundIn(CheckOddQuotes, "The mill is sold\n\n" + std::string(kEnglishBody) +
                                    "\nIda Moe called the mill “the last of the” in a joke.\n")
            .empty());
}

TEST_CASE("a clause of four words or more that is said again at once is odd") {
  for (const char* quote : {
           "We settled the price of the roof and of the door, the price of the roof and of the "
           "door,",
           "The bell is as loud as the law allows it, the bell is as loud as the law allows it, "
           "and it rings at noon,",
           "The water came over the wall by the school, the water came over the wall by the "
           "school,",
           "We will open the new ward in March. We will open the new ward in March.",
           "They closed the road to the harbour; they closed the road to the harbour,",
           "We measured the depth of the lake at the depth of the lake at dawn,",
           "Every child in the valley has a bus, every child in the valley has a bus because of "
           "the new road,",
           "I took the keys out of the drawer and I took the keys out of the drawer,",
           "There is a hole in the wall of the dam, there is a hole in the wall of the dam and "
           "nobody looks,",
           "The nurses have asked for beds, the nurses have asked for beds,",
       }) {
    INFO(quote);
    CHECK(Odd(quote).size() == 1);
  }
  for (const char* quote : {
           "Il faudra refaire le toit de la grange, il faudra refaire le toit de la grange",
           "Les enfants reviendront à la rentrée, les enfants reviendront à la rentrée et la "
           "cantine rouvrira",
           "On a tout rangé dans la cave du voisin. On a tout rangé dans la cave du voisin.",
           "Nous avons vendu la barque du père et nous avons vendu la barque du père",
           "Les clés sont restées chez le notaire, les clés sont restées chez le notaire",
       }) {
    INFO(quote);
    CHECK(OddInFrench(quote).size() == 1);
  }
}

TEST_CASE("what is short, said three times, or goes on at its second time is not odd") {
  for (const char* quote : {
           "I did it, I did it, and nobody saw me,",
           "Never, never, never would I sell it,",
           "I just hit it and I hoped but I just hit it,",
           "I told him no, I told him no, and he built it,",
           "We will win, we will win, we will win,",
           "We walked and walked and walked and walked and walked and walked,",
           "Again and again and again and again they came,",
           "We want to see the money, we want to see the money spent in the town,",
           "Not in the town, not in the valley, not in the county,",
           "When the river rises we leave, and when the river falls we return,",
           "It was the best of the mills, it was the worst of the mills,",
           "The more you grind the less you sell, the more you grind the less you sell it for,",
           "We are not leaving. We are not leaving.",
           "What do we do now? What do we do now?",
           "From the mill to the weir and from the weir to the mill I walked,",
           "I love you, I love you, I told the goat,",
           "It was water, water everywhere, water in the cellar and water in the cradle,",
           "They are our children, they are our neighbours, they are our friends,",
           "He fell and he got up, and he fell and he got up, and he won,",
           "No means no and yes means yes,",
           "We asked the mayor. The mayor asked the council, and the council asked the mayor,",
           "If it rains we stay, if it rains we go, if it snows we sing,",
           "Some of it was sold and some of it was lost,",
           "Side by side, day by day, side by side, we walked,",
           "A promise is a promise,",
           "It is what it is, and it will be what it will be,",
       }) {
    INFO(quote);
    CHECK(Odd(quote).empty());
  }
  for (const char* quote : {
           "Jamais, jamais, jamais je ne vendrai",
           "On nous a menti, on nous a menti, et on continue",
           "Plus on moud, plus on gagne, plus on moud, plus on paie",
           "Je veux voir les plans, je veux voir les plans signés",
           "Ni dans la ville, ni dans la vallée, ni dans le canton",
           "C'est fini, c'est fini, on rentre",
           "Petit à petit, l'oiseau fait son nid, petit à petit",
           "Ils ont dit oui, ils ont dit oui, et puis non",
           "Vous savez ce que c'est, vous savez ce que c'est, un moulin",
           "C'est la vie, c'est la vie",
       }) {
    INFO(quote);
    CHECK(OddInFrench(quote).empty());
  }
}

TEST_CASE("what a crowd chants, or somebody is said to repeat, is not odd") {
  const std::string body = "The mill is sold\n\n" + std::string(kEnglishBody);
  for (const char* cue : {"the crowd chanted.", "Ida Moe repeated.", "the children sang."}) {
    INFO(cue);
    CHECK(FoundIn(CheckOddQuotes, body +
                                      "\n“The mill belongs to the town, the mill belongs to the "
                                      "town,” " +
                                      cue + "\n")
              .empty());
  }
}

TEST_CASE(
    "a quote that stops at an article, a preposition or a conjunction is odd, with a period or "
    "without") {
  for (const char* quote : {
           "We asked the county to pay for the. Nobody came before spring,",
           "We are going to put the whole of the,",
           "The road was closed because our",
           "The fence went down and the cows walked into the",
           "We will mend the roof of.",
           "I bought it with my brother and.",
           "We did all of it during.",
           "We have come here because we want to see what the minister is going to do about the.",
       }) {
    INFO(quote);
    CHECK(Odd(quote).size() == 1);
  }
  for (const char* quote : {
           "Nous commencerons par le pont de la",
           "On ira voir les voisins et.",
           "Il faut attendre que les.  Les gens sont las",
           "Les travaux vont durer jusqu'à la fin du",
           "Nous avons parlé avec les gens de.",
           "Je veux que mes enfants sachent que",
           "On ne peut pas vivre dans cette",
       }) {
    INFO(quote);
    CHECK(OddInFrench(quote).size() == 1);
  }
}

TEST_CASE("words that sentences end with, dots and dashes end a quote well") {
  for (const char* quote : {
           "That is the thing we are most proud of.",
           "He was a man you could laugh with.",
           "We will go on working on the …",
           "We will go on working on the—",
           "No ifs. It is a big if.",
           "Why did we do it? Just because.",
           "We know whose it is and what it is for,",
           "They need vitamin C and vitamin a.",
           "This was a thing they made a fool of.",
           "It's the man I took a photo of.",
           "I have seen the roof and what it is made of.",
           "The town is what I come from.",
           "We turned it on.",
           "Who did you sell the mill for?",
           "Come in with us,",
           "I don’t know where he is at.",
           "He knew what he was there for.",
           "We have nothing to sell it with.",
           "The farm is all we live for.",
           "It was the miller I went with.",
           "I have a wife I would die for.",
           "You need somebody to lean on, and a wall to look at.",
           "She had her brother to talk with.",
           "He took the dog he came with.",
       }) {
    INFO(quote);
    CHECK(Odd(quote).empty());
  }
  for (const char* quote : {
           "Voilà, prends-le.",
           "C'est le leur.",
           "Il y a un mais.",
           "Nous irons jusqu'au bout de la …",
           "Nous irons jusqu'au bout de la –",
           "Il faudra bien faire avec.",
           "Je suis tout à fait pour.",
           "Dites-leur que je viens, parlez-leur.",
           "Il est parti en car.",
           "Nous avons fait ce qu'on devait, et c'est ce qu'il en reste. Il n'y en a qu'un.",
           "Je m'en vais, et lui aussi, va-t'en.",
           "Des sous, il n'y en a pas, et des amis, on en a",
       }) {
    INFO(quote);
    CHECK(OddInFrench(quote).empty());
  }
}

TEST_CASE("a quote that its sentence takes up again, or goes on with, does not stop") {
  const std::string body = "The mill is sold\n\n" + std::string(kEnglishBody);
  CHECK(FoundIn(CheckOddQuotes, body + "\n“We took the,” she said, “road to the mill”.\n").empty());
  CHECK(FoundIn(CheckOddQuotes, body + "\n“The last of the” mill was what they called it.\n")
            .empty());
  CHECK(FoundIn(CheckOddQuotes, "Le moulin est vendu\n\n" + std::string(kFrenchBody) +
                                    "\n« Nous passerons par la », a-t-il dit, « rue des Lilas ».\n")
            .empty());
}

TEST_CASE("round brackets with a name and who that is are noted, of several persons they are not") {
  CHECK(Odd("We ask her (the miller, Ida Roe) to come back,").size() == 1);
  CHECK(Odd("We ask her (Professor Roe) to come back,").size() == 1);
  CHECK(OddInFrench("Nous lui demandons (le meunier, Luc Roy) de revenir").size() == 1);
  CHECK(Odd("It is a good day (for Democrats) and for the town,").empty());
}

TEST_CASE("a long sentence again is odd, and what happens thrice is told so") {
  CHECK(Odd("You will get the keys on the day you pay. You will get the keys on the day you pay.")
            .size() == 1);
  CHECK(Odd("It rained and it rained and it rained,").empty());
}

TEST_CASE("what an editor wrote to himself inside a quote is odd, in any brackets") {
  for (const char* note :
       {"(check)", "[check]", "(TK)", "(sp?)", "(name TK)", "(translation?)", "(to be confirmed)",
        "(better: the mill wheel?)", "(or rather: the weir)"}) {
    INFO(note);
    CHECK(Odd("The wheel " + std::string(note) + " is old,") == Found{note});
  }
  for (const char* note : {"(à vérifier : la roue ?)", "(traduction ?)", "(orthographe à vérifier)",
                           "(mieux : la roue)"}) {
    INFO(note);
    CHECK(OddInFrench("Le moulin " + std::string(note) + " est vieux") == Found{note});
  }
}

TEST_CASE("a doubt in brackets is a note, and what somebody may have said is none") {
  const Findings findings = FindingsIn(
      CheckOddQuotes, ReadText("The mill is sold\n\n" + std::string(kEnglishBody) +
                               "\n“The boat (yacht?) is old,” Ida Moe told reporters.\n"));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kNote);
  for (const char* aside : {"(right?)", "(who knows?)", "(and why not?)", "(maybe?)", "(sic)",
                            "(do you remember it?)", "[sic]", "[the town’s]"}) {
    INFO(aside);
    CHECK(Odd("The mill " + std::string(aside) + " is old,").empty());
  }
  for (const char* aside : {"(non ?)", "(rires)", "(NDLR : une roue)", "(vous voyez ?)"}) {
    INFO(aside);
    CHECK(OddInFrench("Le moulin " + std::string(aside) + " est vieux").empty());
  }
}

TEST_CASE("a list that ends with what it has already is odd") {
  CHECK(Odd("We spoke of it with the miller, with the baker, and with the miller,").size() == 1);
  CHECK(OddInFrench("On a parlé du prix du pain, du sel, du vin et du prix du pain").size() == 1);
  CHECK(
      Odd("In the morning we grind, in the evening we bake, and in the morning we sell,").empty());
  CHECK(Odd("We spoke about money, about love, and about money,").empty());
}

TEST_CASE("words said again with their clause turned round are odd") {
  CHECK(Odd("We want bread for the town, bread for the town we want, and salt,").size() == 1);
  CHECK(OddInFrench("Nous voulons des volets qui ferment, des volets qui ferment nous voulons")
            .size() == 1);
  CHECK(Odd("We love you, you we love,").empty());
}

TEST_CASE("a clause begun again that stops short is a note, one that goes on is nothing") {
  const Findings findings = FindingsIn(
      CheckOddQuotes,
      ReadText("The mill is sold\n\n" + std::string(kEnglishBody) +
               "\n“They sell the old wheel of the mill, they sell the old wheel and go,” Ida Moe "
               "told reporters.\n"));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kNote);
  CHECK(Odd("I rowed it to the weir, and I rowed it to the weir only once,").empty());
}

TEST_CASE("who speaks may stand far behind a quote that stops too early") {
  CHECK(Odd("The men walked toward the.") == Found{"the"});
  CHECK(FoundIn(CheckOddQuotes,
                "The mill is sold\n\n" + std::string(kEnglishBody) +
                    "\n“The mill is shut and we were told to go to the,” the town’s former chief "
                    "miller, Ida Moe, told a meeting of the council.\n") == Found{"the"});
}

TEST_CASE("a clause begun twice at once is odd, also behind but") {
  CHECK(Odd("I like the mill but my wife but my wife does not,").size() == 1);
  CHECK(Odd("We saved the sacks and the wheel and the wheel turns,").size() == 1);
  CHECK(OddInFrench("On a gardé les sacs, mais la roue, mais la roue est perdue").size() == 1);
  CHECK(Odd("We had the rain, and the rain, and the mud,").empty());
  CHECK(Odd("It was but the wind but the wind but the wind in the mill,").empty());
  CHECK(OddInFrench("On a tout gardé, mais la roue, mais la roue !").empty());
}

TEST_CASE("a translator's note is odd whatever it says") {
  for (const char* note : {"(NDT : un proverbe)", "(un proverbe, NDT)", "(N.D.T.)",
                           "(note du traducteur : un proverbe)"}) {
    INFO(note);
    CHECK(OddInFrench("Le moulin " + std::string(note) + " est vieux") == Found{note});
  }
  CHECK(Odd("The mill (translator’s note: a pun) is old,").size() == 1);
  CHECK(Odd("The mill (TN: a pun) is old,").size() == 1);
  CHECK(Odd("The senator (R-TN) is old,").empty());
}

TEST_CASE("an auxiliary that waits for its participle ends no sentence") {
  CHECK(OddInFrench("Nous verrons ce que le meunier leur a") == Found{"a"});
  CHECK(OddInFrench("Le meunier ne sait pas ce qui s'est") == Found{"est"});
  CHECK(OddInFrench("On a vendu la roue parce que nous") == Found{"nous"});
  CHECK(OddInFrench("Voici ce que le meunier nous a") == Found{"a"});
  CHECK(Odd("We will sell the wheel because they,") == Found{"they"});
  for (const char* whole :
       {"Il donne tout ce qu'il a", "Ce moulin, je les ai", "Voilà où il est",
        "Des sacs, il y en a", "Il est plus vieux que nous", "Encore heureux qu'elle nous a",
        "On vendra ce que lui a", "On vendra ce que nous avons"}) {
    INFO(whole);
    CHECK(OddInFrench(whole).empty());
  }
  for (const char* whole :
       {"Nobody knows where the mill is,", "He works as hard as the miller has,",
        "He is better at it than they,", "It is a thing that we all agreed upon,"}) {
    INFO(whole);
    CHECK(Odd(whole).empty());
  }
}

TEST_CASE("a relative clause that has but its subject ends no sentence") {
  CHECK(Odd("We rowed up to the bend where the weir,") == Found{"where the weir"});
  CHECK(OddInFrench("On a ramé jusqu'au coude où la rivière") == Found{"où la rivière"});
  CHECK(OddInFrench("On n'a plus de sacs pour la farine, d'où la colère").empty());
  const auto ends = [](const std::string& quote) {
    return FoundIn(CheckOddQuotes, "The mill is sold\n\n" + std::string(kEnglishBody) + "\n“" +
                                       quote + "” says Ida Moe, who runs the mill.\n");
  };
  CHECK(ends("We open the gate, and when the water is high at the weir you have to") ==
        Found{"to"});
  CHECK(ends("When nobody else opens the gate, you have to").empty());
  CHECK(ends("When they do not open the gate you have to").empty());
  CHECK(ends("When the water is high at the weir you have to,").empty());
}

TEST_CASE("a whole clause told again with another after it is odd") {
  CHECK(Odd("I sat on the old wheel and ate, I sat on the old wheel and sang a song,").size() == 1);
  for (const char* quote :
       {"I sat on the old wheel and ate, I sat on the old wheel and sang, I sat on it and slept,",
        "We will sell the wheel to the town and bake, we will sell the wheel to nobody else,",
        "I speak for all men of the mill and the weir, I speak for all men of the mill and our "
        "boats,"}) {
    INFO(quote);
    CHECK(Odd(quote).empty());
  }
}

TEST_CASE("a clause that stands again in the middle of a phrase is odd") {
  CHECK(Odd("I sold the old wheel, we waited for them to I sold the old wheel come,").size() == 1);
  CHECK(OddInFrench("J'ai vendu la vieille roue, elle voulait me j'ai vendu la vieille roue payer")
            .size() == 1);
  CHECK(Odd("I sold the old wheel, and they say I sold the old wheel too cheap,").empty());
  CHECK(Odd("We said yes to it when it was new, and no to it when it was old,").empty());
}

TEST_CASE("what an editor explains in round brackets and signs is odd") {
  for (const char* note : {"(smiles, Ed.)", "(of flour, Ed.)", "(the old one, editor’s note)"}) {
    INFO(note);
    CHECK(Odd("The wheel " + std::string(note) + " is sold,") == Found{note});
  }
  for (const char* note : {"(de la ville, NDLR)", "(en riant, N.D.L.R.)", "(en 1950 – ndlr)",
                           "(de la ville, note de la rédaction)"}) {
    INFO(note);
    CHECK(OddInFrench("La roue " + std::string(note) + " est vendue") == Found{note});
  }
  CHECK(Odd("My son (not Jim, Ed) and I (I got a note from the editor) came,").empty());
  CHECK(OddInFrench("La roue [de la ville, NDLR] est vendue").empty());
}

TEST_CASE("words that link or begin a clause, said twice at once, are odd") {
  CHECK(Odd("We opened the gate to the to the miller,") == Found{"to the to the | to the"});
  CHECK(Odd("You lose, you shake hands, you go you go home on the bus,") ==
        Found{"you go you go | you go"});
  CHECK(Odd("It is, you know you know how it is, a mill,").empty());
}

TEST_CASE("what the source of a page has for a character is odd in a quote") {
  CHECK(Odd("I have seen worse on my daughter&#39;s glasses,") == Found{"&#39;"});
  CHECK(Odd("Reed &amp; Hart ground it,") == Found{"&amp;"});
  CHECK(Odd("R&D; that is what we need,").empty());
}

TEST_CASE("a French paper's note left standing in English is an order") {
  CHECK(Odd("The flour (NDLR: Thursday's) was fine,").size() == 1);
  CHECK(OddInFrench("La farine (NDLR : celle de jeudi) était bonne").empty());
  CHECK(OddInFrench("On a vu la roue, puis (trad. incertaine) le reste").size() == 1);
}

TEST_CASE("an adjective that a clause must follow ends no sentence") {
  CHECK(Odd("Our door is open and we remain confident that,") == Found{"that"});
  CHECK(Odd("Our door is open and we know that,").empty());
}

TEST_CASE("a note to the desk stands behind what it is about") {
  CHECK(Odd("The wheel (shaft? check with desk) turned all night,").size() == 1);
  CHECK(Odd("The wheel (a date to be checked) turned all night,").size() == 1);
  CHECK(Odd("We walked for six nights (check with Hart, six or nine?) to the mill,").size() == 1);
  CHECK(Odd("The wheel (and the weir, to be sure) turned all night,").empty());
  CHECK(OddInFrench("La roue (verbe à revoir) toute la nuit").size() == 1);
  CHECK(OddInFrench("La roue (ou : la meule) tourne toute la nuit").size() == 1);
}

TEST_CASE("a note that a paper signs is no more than worth asking about") {
  const Reading reading = ReadText("Le moulin est vendu\n\n" + std::string(kFrenchBody) +
                                   "\n« Ils (les meuniers, NDLR) ont gardé la roue et le bief », a "
                                   "dit Ida Moe.\n");
  const Findings findings = FindingsIn(CheckOddQuotes, reading);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::kNote);
}

TEST_CASE("a clause that begins with and, and breaks off before its verb, is said twice") {
  CHECK(Odd("It floods, and each time we and each time we begin again,").size() == 1);
  CHECK(Odd("It rained, and we waited and we waited,").empty());
}

TEST_CASE("a subject behind that wants its verb") {
  CHECK(Odd("I put it in writing and I was told that I").size() == 1);
  CHECK(Odd("The miller is older than I").empty());
  CHECK(OddInFrench("Il nous a dit que si nous étions venus plus tard, il aurait").size() == 1);
  CHECK(OddInFrench("Il nous a dit que si nous étions venus plus tard, il serait mort").empty());
}

}  // namespace
}  // namespace stemma::testing
