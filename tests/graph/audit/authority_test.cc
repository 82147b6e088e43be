#include <catch2/catch_all.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "graph/audit/audited_article.h"
#include "graph/audit/authority_data.h"

namespace stemma {
namespace {

using testing::ShippedAuthority;

TEST_CASE("the shipped authority is whole, and large enough to be of use", "[audit]") {
  const Authority& authority = ShippedAuthority();
  CHECK(authority.Size() >= 600);
  std::set<std::string> ids;
  for (uint32_t i = 0; i < authority.Size(); ++i) {
    const KnownAgent& agent = authority.At(i);
    INFO(agent.id);
    CHECK(ids.insert(agent.id).second);
    CHECK_FALSE(agent.name.empty());
    for (const std::string& alias : agent.aliases) {
      CHECK(alias != agent.name);
    }
  }
}

TEST_CASE("one name of several words is one body's", "[audit]") {
  const Authority& authority = ShippedAuthority();
  std::map<std::string, std::string> bearers;
  for (uint32_t i = 0; i < authority.Size(); ++i) {
    const std::string& name = authority.At(i).name;
    if (AgentNameWords(name).size() >= 3) {
      const auto [bearer, is_new] = bearers.emplace(AgentNameKey(name), authority.At(i).id);
      INFO(name << " of " << authority.At(i).id << " and " << bearer->second);
      CHECK(is_new);
    }
  }
}

TEST_CASE("a body is known by its names in several languages", "[audit]") {
  const Authority& authority = ShippedAuthority();
  for (const char* name :
       {"ICIJ", "CIJI", "International Consortium of Investigative Journalists", "OTAN",
        "Organisation du traité de l'Atlantique nord", "the North Atlantic Treaty Organization",
        "FSB", "PKK", "MSF", "Médecins sans frontières", "CPI", "Cour pénale internationale"}) {
    INFO(name);
    CHECK_FALSE(authority.Named(AgentNameKey(name)).empty());
  }
}

TEST_CASE("a file of one's own adds names, and a bad line is named", "[audit]") {
  Authority authority;
  REQUIRE(
      authority
          .Add("{\"node\":\"speaker\",\"id\":\"x\",\"name\":\"Harbour Board\"}\n\n", "own.jsonl")
          .has_value());
  CHECK(authority.Named(AgentNameKey("the Harbour Board")).size() == 1);
  const auto error = [](const std::string& lines) {
    Authority other;
    const Status status = other.Add(lines, "own.jsonl");
    return status.has_value() ? std::string() : status.error().message;
  };
  CHECK(error("{\"node\":\"speaker\"").starts_with("own.jsonl:1: "));
  CHECK(error("\n{\"node\":\"article\",\"id\":\"a\"}\n") ==
        "own.jsonl:2: expected a node of kind outlet or speaker");
  CHECK(error("{\"node\":\"speaker\",\"id\":\"a\"}\n") ==
        "own.jsonl:1: name: expected a text, found none");
}

}  // namespace
}  // namespace stemma
