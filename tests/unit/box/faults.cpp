#include <algorithm>
#include <set>
#include <sstream>

#include <unit/box/faults.hpp>

namespace petition_box {
namespace {

std::multiset<std::string> ids_in(const Node& view) {
  std::multiset<std::string> ids;
  each(view, [&](const Node& node) {
    if (node.find("id") != nullptr) ids.insert(value_of(node, "id"));
  });
  return ids;
}

// The ids that the node names, if any.
std::vector<std::string> references_of(const Node& node) {
  std::vector<std::string> ids;
  for (const std::string_view name : {"for", "aria-describedby", "aria-labelledby"}) {
    std::istringstream named(value_of(node, name));
    for (std::string id; named >> id;) ids.push_back(id);
  }
  const std::string press = value_of(node, "data-press");
  if (press.rfind("focus:", 0) == 0) ids.push_back(press.substr(6));
  const std::string href = value_of(node, "href");
  if (href.rfind('#', 0) == 0) ids.push_back(href.substr(1));
  return ids;
}

// "sign", or "error.given_name.missing" beside other words: nobody writes so.
bool holds_a_key(const std::string& text) {
  const auto is_of_key = [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; };
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const bool has_mark = word.find_first_of("_.") < word.size() - 1;
    const bool alone = text.find(' ') == std::string::npos;
    if ((has_mark || alone) && std::all_of(word.begin(), word.end(), is_of_key)) return true;
  }
  return false;
}

}  // namespace

std::string value_of(const Node& node, std::string_view name) {
  const std::string* value = node.find(name);
  return value == nullptr ? std::string() : *value;
}

bool is_control(const Node& node) {
  return node.tag == "select" || node.tag == "textarea" ||
         (node.tag == "input" && value_of(node, "type") != "hidden");
}

Faults repeated_ids(const Node& view) {
  const std::multiset<std::string> ids = ids_in(view);
  Faults faults;
  for (const std::string& id : ids) {
    if (ids.count(id) > 1) faults.push_back("twice: " + id);
  }
  return faults;
}

Faults dangling_references(const Node& view) {
  const std::multiset<std::string> ids = ids_in(view);
  Faults faults;
  each(view, [&](const Node& node) {
    for (const std::string& id : references_of(node)) {
      if (ids.count(id) == 0) faults.push_back("nowhere: " + id);
    }
  });
  return faults;
}

Faults controls_without_label(const Node& view) {
  std::set<std::string> labelled;
  each(view, [&](const Node& node) {
    if (node.tag == "label" && !node.children.empty()) labelled.insert(value_of(node, "for"));
  });
  Faults faults;
  each(view, [&](const Node& node) {
    if (is_control(node) && labelled.count(value_of(node, "id")) == 0) {
      faults.push_back("without label: " + value_of(node, "name"));
    }
  });
  return faults;
}

Faults words_that_are_missing(const Node& view) {
  Faults faults;
  const auto look = [&](const std::string& text) {
    if (holds_a_key(text)) faults.push_back("no words for " + text);
  };
  each(view, [&](const Node& node) {
    look(value_of(node, "aria-label"));
    // What is emphasised is a petition's, which may say a single word there.
    if (node.tag == "em") return;
    // Languages are called by their own names, which some write small.
    if (value_of(node, "data-press").rfind("speak:", 0) == 0) return;
    for (const auto& child : node.children) look(child->text);
  });
  return faults;
}

Faults faults_of(const Node& view) {
  Faults all;
  for (const auto look :
       {repeated_ids, dangling_references, controls_without_label, words_that_are_missing}) {
    const Faults faults = look(view);
    all.insert(all.end(), faults.begin(), faults.end());
  }
  return all;
}

}  // namespace petition_box
