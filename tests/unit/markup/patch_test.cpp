#include <unit/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include <markup/patch.hpp>
#include <unit/markup/dom.hpp>

namespace petition_box {
namespace {

// The tree that the core holds as shown, and the browser's, which hears of it by patches alone.
struct Page {
  ShownTree shown;
  Dom dom;
  std::string patch;  // the last one

  void show(Node next) {
    const std::string expected = outline(next);
    Bytes changes;
    shown.show(std::move(next), changes);
    changes.byte(static_cast<std::uint8_t>(Change::end));
    patch = changes.written();
    ByteReader reader(patch);
    REQUIRE(dom.apply(reader) == "");
    REQUIRE(reader.at_end());
    REQUIRE(dom.root() != nullptr);
    REQUIRE(outline(*dom.root()) == expected);
  }
};

class Trees {
 public:
  explicit Trees(unsigned seed) : random_(seed) {}

  Node tree() {
    Node root(pick({"div", "div", "div", "form"}));
    grow(root, 0);
    return root;
  }

  std::size_t below(std::size_t most) { return random_() % most; }

 private:
  const char* pick(const std::vector<const char*>& words) { return words[below(words.size())]; }

  void grow(Node& node, int depth) {
    for (const char* name : {"class", "value", "checked", "lang"}) {
      if (below(3) == 0) node.set(name, pick({"", "a", "b", "é\n\"<"}));
    }
    const std::size_t children = depth < 4 ? below(6) : 0;
    for (std::size_t i = 0; i < children; ++i) {
      if (below(4) == 0) {
        node.write(pick({"", "one", "two"}));
      } else {
        grow(node.add(pick({"p", "p", "ul", "input"})).keyed(pick({"", "", "a", "b", "c"})),
             depth + 1);
      }
    }
  }

  std::mt19937 random_;
};

TEST_CASE("markup: a patch turns the shown tree into exactly the next one") {
  Trees trees(2024);
  for (int pair = 0; pair < 2000; ++pair) {
    CAPTURE(pair);
    Page page;
    page.show(trees.tree());
    page.show(trees.tree());
  }
}

TEST_CASE("markup: numbers of nodes that are gone are given again, and never twice at once") {
  Trees trees(1789);
  Page page;
  std::size_t largest_two = 0;
  std::size_t before = 0;
  for (int i = 0; i < 2000; ++i) {
    page.show(trees.tree());
    largest_two = std::max(largest_two, before + page.dom.size());
    before = page.dom.size();
  }
  CHECK(page.dom.largest_number() <= largest_two);
}

TEST_CASE("markup: nothing is said where nothing has changed") {
  Page page;
  Trees trees(7);
  for (int i = 0; i < 50; ++i) {
    Trees same = trees;
    page.show(trees.tree());
    page.show(same.tree());
    CHECK(page.patch == std::string(1, '\0'));
  }
}

Node form_of(const std::vector<std::string>& keys) {
  Node form("form");
  for (const std::string& key : keys) form.add("input").keyed(key).set("id", key);
  return form;
}

TEST_CASE("markup: a control that stays is not moved while others come and go around it") {
  Trees choice(1958);
  for (int round = 0; round < 300; ++round) {
    Page page;
    std::vector<std::string> before;
    std::vector<std::string> after;
    std::vector<std::string> stays;
    for (std::size_t key = 0; key < 8; ++key) {
      const std::string id = std::to_string(key);
      const std::size_t fate = choice.below(4);
      if (fate == 0 || fate == 1) before.push_back(id);
      if (fate == 0 || fate == 2) after.push_back(id);
      if (fate == 0) stays.push_back(id);
    }
    page.show(form_of(before));
    std::vector<const Dom::Element*> elements;
    for (const std::string& id : stays) elements.push_back(page.dom.find("id", id));
    page.show(form_of(after));
    for (std::size_t i = 0; i < stays.size(); ++i) {
      CHECK(page.dom.find("id", stays[i]) == elements[i]);
      CHECK(elements[i]->moves == 1);
    }
  }
}

TEST_CASE("markup: a control keeps its number when its siblings change their order") {
  Page page;
  page.show(form_of({"a", "b", "c"}));
  const std::uint32_t number = page.dom.find("id", "c")->number;
  page.show(form_of({"c", "a", "d"}));
  CHECK(page.dom.find("id", "c")->number == number);
}

TEST_CASE("markup: the same key under another tag is another element") {
  Page page;
  Node first("div");
  first.add("input").keyed("country").set("id", "country");
  page.show(std::move(first));
  Node second("div");
  second.add("select").keyed("country").set("id", "country");
  page.show(std::move(second));
  CHECK(page.dom.find("id", "country")->tag == "select");
}

TEST_CASE("markup: a select is given its value after its options") {
  Node select("select");
  select.set("value", "FR");
  select.add("option", "France").set("value", "FR");
  Page page;
  page.show(std::move(select));
  CHECK(page.patch.rfind("value") > page.patch.rfind("option"));
  Node other("select");
  other.set("value", "BE");
  other.add("option", "Belgique").set("value", "BE");
  page.show(std::move(other));
  CHECK(page.patch.rfind("value") > page.patch.rfind("Belgique"));
}

TEST_CASE("markup: numbers and texts cross to the browser and come out as they were") {
  const std::uint64_t numbers[] = {0, 1, 127, 128, 16'383, 16'384, UINT32_MAX, UINT64_MAX};
  Bytes bytes;
  for (const std::uint64_t number : numbers) bytes.number(number);
  const std::size_t sizes[] = {0, 127, 128, 70'000};
  for (const std::size_t size : sizes) bytes.text(std::string(size, 'x'));
  ByteReader reader(bytes.written());
  for (const std::uint64_t number : numbers) CHECK(reader.number() == number);
  for (const std::size_t size : sizes) CHECK(reader.text().size() == size);
  CHECK(reader.at_end());
}

}  // namespace
}  // namespace petition_box
