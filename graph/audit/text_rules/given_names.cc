#include "graph/audit/text_rules/given_names.h"

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

constexpr std::string_view kMen =
    "aaron abdul abdullah achille adam adrian ahmad ahmed aimé akira alain alan alastair albert "
    "alejandro aleksander alex alexander alexandre alfred ali alphonse amédée amos anatole "
    "anders andre andreas andrew andré andrzej angus anthony antoine antonio antónio archie "
    "armand arnaud arthur aurélien baptiste barack barnabé barnaby basil basile ben benjamin "
    "benoît bernard bernhard bernie bill björn bjørn blaise bob boris brad brian bruce bruno "
    "bryan carl carlos cecil cédric charles charlie chris christian christophe christopher "
    "clément clive colin conrad corentin cornelius craig cyril cyrus damien dan daniel dave "
    "david denis dennis derek desmond didier diego dmitri dmitry donald doug douglas duncan ed "
    "eddie edgar edmond edward edwin eli elias elisha elliot emmanuel enrique eric erich erik "
    "ernest ernst eugène evan ewan émile éric étienne ezra fabien fabrice federico felix fergus "
    "fernand fernando félix firmin florian francesco francis francisco franck françois frank "
    "franz fred frédéric fritz gabriel garba gareth gary gaspard gaston gauthier geoff geoffrey "
    "georg george georges gerry gianluca gérald gérard gideon gilbert gilles giovanni giuseppe "
    "glenn godfrey gordon graham greg gregory grégory guillaume gustav gustave guy hamid hamza "
    "hans harold harry hassan hector heinrich helmut henri henrik henry herbert hervé hippolyte "
    "honoré horace howard hugh hugo hugues hussein ian ibrahim igor ilya isaac issa ivan jack "
    "jacob jacques jake jakub jamal james jason jasper javier jeff jeffrey jens jeremy jerry "
    "jerzy jesse jérémy jérôme jim jimmy joe joel joël johann johannes john johnny jon jonah "
    "jonas jonathan jorge josef joseph josé josh joshua juan jules julian julien julio justin "
    "jürgen karel karim karl keith ken kenneth kenta kevin khalid klaus knut konrad krzysztof "
    "kurt kwabena larry lars laurent lawrence leo leon leonard leopold lewis luka léo léopold "
    "liam lionel loïc louis luc luca lucas lucien ludwig luis luke magnus mahmoud malcolm "
    "manfred manuel marc marcel marco marcus marek mario marius mark martin mathieu matt "
    "matthew matthias matthieu maurice max maxime mehdi michael michel miguel mikael mike "
    "mikhail miles mitch mitt mohamed mohammad mohammed moussa moustafa moustapha muhammad "
    "mungo musa mustafa mustapha nathan neil niall nicholas nick nico nicolas niels nigel "
    "nikita nikola nils noah norman obinna octave olaf oleg oleksandr oliver olivier omar oscar "
    "otto pablo paolo pascal patrice patrick paul pavel pedro percy pete peter petr phil philip "
    "philippe pierre piotr quentin rachid rainer ralph ramon raoul raphaël raymond reginald "
    "rené rémi rémy ricardo richard rick rob robert roberto rodrigo roger roland rolf romain "
    "roman ron ronald rory ross roy rudolf rudy rufus rupert russell ryan sam samuel scott "
    "seamus sean serge sergei sergey sergio siaka siniša sébastien silas simeon simon stanley "
    "stefan stephan stephen steve steven stewart stéphane stuart sven sylvain sylvestre tadeusz "
    "tanguy ted terrence terry theodore théo théodore thibault thierry thomas tim timothy "
    "tobias toby todd tom tomas tommy tony torsten trevor tristan ulysse uwe valentin victor "
    "viktor vincent vladimir volodymyr walter warren wayne werner wilfred wilfried wilhelm will "
    "william willy wolfgang xavier yahya yann yannick youssef yuri yusuf yvan yves zachary "
    "zakaria";
constexpr std::string_view kWomen =
    "abigail ada adèle adélaïde agatha agathe agnès agnieszka aiko aisha aissatou akiko aylin "
    "aïcha alexandra alice alicia alison alma amanda amelia amélie amina amy ana anaïs angela "
    "angélique anita anja ann anna anne annie annika apolline astrid audrey aurélie aïssatou "
    "barbara beatrice beatriz bernadette beryl beth betty béatrice bérénice birgit blandine "
    "brenda bridget brigitte britta carmen carol carole caroline catherine chiara consuelo "
    "cécile céline chantal charlotte chelsea cheryl christelle christiane christina christine "
    "cindy claire clara clarisse claudia clementine clémence clotilde colette constance coralie "
    "corinne cynthia daisy danielle daphne debbie deborah delphine denise diana diane donna "
    "dora doris dorothy edith edna edwige eleanor elena elisabeth elizabeth elke ella ellen "
    "elsie emily emma enid erica estelle esther ethel eugénie eva eve édith éléonore élisabeth "
    "élise élodie émilie fabienne fatima fatou fatoumata fiona flavie flora florence frances "
    "françoise freda frieda gabrielle geneviève georgia gertrude géraldine gina ginette gisèle "
    "gloria grace greta gudrun gwen gwendoline hanna hannah harriet hazel heather heidi heike "
    "helen helena helga henriette hélène hilda hilde hillary holly honorine ida inès ingeborg "
    "ingrid irene irène iris isabel isabelle ivanka ivy jacqueline jane janet janice jasmine "
    "jeanne jeannette jennifer jenny jessica jill joan joanna jocelyne johanna josephine "
    "joséphine josiane joyce judith judy julia julie juliette justine karen karine katarzyna "
    "kate katherine kathleen kathryn kathy katie katja kayleigh keiko kellyanne kirsten "
    "laetitia larissa laura laure lauren leila leyla leïla lena léa léonie lily linda lisa liz "
    "loretta lorraine louise lucie lucienne lucy ludmila lydia mabel madeleine maeve magali "
    "magdalena maggie maite manon margaret margot marguerite maria mariam marianne marie marina "
    "marine marisol martha marthe martine mary mathilde maud maureen mavis megan melanie "
    "melissa mercedes meryem michiko mélanie mélissa michelle michèle mildred mireille miriam "
    "molly monica monique muriel myriam nadia nadine nancy naomi natalia natalie nathalie nell "
    "ngozi nicole nina noor nour noémie noëlle nora odette odile olena olga olivia ophélie "
    "oumou pamela pascale patricia paula pauline pearl peggy penelope phyllis pilar poppy "
    "rachel raquel rebecca renate rosario régine rita rolande rosa rose roseline rosemary ruth "
    "sabine sabrina sadie sally samantha samia sandra sara sarah siobhán soledad séverine "
    "sharon sheila shirley sigrid simone siobhan solange solène sonia sophia sophie stephanie "
    "stéphanie susan susanne suzanne svetlana sybil sylvie tamara tania tatiana teresa thelma "
    "theresa thérèse tina ulrike una ursula valerie valérie vanessa vera veronica véronique "
    "victoria violet virginia virginie viviane wendy winifred yasmina yoko yolande yuko yvette "
    "yvonne zahra zeynep zélie zoe zoé";
constexpr std::string_view kEither =
    "alexis andrea ashley camille casey claude dana dominique kelly jan jean kim laurence lee "
    "leslie marion morgan robin sacha "
    "sasha sidney sydney tracy";

const WordMap& Names() {
  static const WordMap names{{kMen, static_cast<int>(Gender::kMan)},
                             {kWomen, static_cast<int>(Gender::kWoman)},
                             {kEither, static_cast<int>(Gender::kUnknown)}};
  return names;
}

}  // namespace

std::optional<Gender> GivenNameGender(std::string_view printed) {
  const std::string_view first = printed.substr(0, printed.find('-'));
  if (first.size() < printed.size() && IsSameWord(first, "jean")) {
    return Gender::kMan;  // alone it is a woman's in English
  }
  const auto found = Names().Find(first);
  return found ? std::optional(static_cast<Gender>(*found)) : std::nullopt;
}

}  // namespace stemma
