#include <algorithm>
#include <array>
#include <utility>

#include <trial/form_in_page.hpp>
#include <trial/html_reader.hpp>

namespace petition_box {
namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// HTML standard, #void-elements.
bool is_void(std::string_view element) {
  constexpr std::array<std::string_view, 13> names{"area",   "base",  "br",    "col",  "embed",
                                                   "hr",     "img",   "input", "link", "meta",
                                                   "source", "track", "wbr"};
  return is_one_of(names, element);
}

bool breaks_line(std::string_view element) {
  constexpr std::array<std::string_view, 6> names{"br", "p", "div", "li", "ul", "ol"};
  return is_one_of(names, element);
}

// What sends or clears the form, and what no signature can be.
bool is_no_answer(std::string_view type) {
  constexpr std::array<std::string_view, 5> names{"submit", "button", "image", "reset", "file"};
  return is_one_of(names, type);
}

bool has_class(const HtmlPiece& tag, std::string_view name) {
  if (name.empty()) return false;
  std::string classes = ' ' + std::string(tag.attribute("class")) + ' ';
  for (char& c : classes) {
    if (c == '\t' || c == '\n' || c == '\f' || c == '\r') c = ' ';
  }
  return classes.find(' ' + std::string(name) + ' ') != std::string::npos;
}

// A text as it is seen, with a line feed where a line breaks.
std::string as_seen(std::string_view text) {
  std::string seen;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n';
    const bool follows_blank = seen.empty() || seen.back() == ' ' || seen.back() == '\n';
    if (c == '\n' && !seen.empty() && seen.back() == ' ') seen.back() = '\n';
    if (!is_blank || !follows_blank) seen += c;
  }
  while (!seen.empty() && (seen.back() == ' ' || seen.back() == '\n')) seen.pop_back();
  return seen;
}

class FormsReading {
 public:
  explicit FormsReading(const ConsentClasses& classes) : classes_(classes) {}

  void read(const HtmlPiece& piece) {
    switch (piece.kind) {
      case HtmlPiece::Kind::text:
        return read_text(piece.text);
      case HtmlPiece::Kind::begin:
        return begin(piece);
      case HtmlPiece::Kind::end:
        return end(piece.text);
    }
  }

  std::vector<FormInPage> forms() && {
    if (is_in_form_) end("form");
    return std::move(forms_);
  }

 private:
  // Blanks of the source are no more than that.
  void read_text(std::string_view text) {
    if (around_.empty()) return;
    for (const char c : text) {
      const bool is_blank = c == '\t' || c == '\n' || c == '\f' || c == '\r';
      consent_.statement += is_blank ? ' ' : c;
    }
  }

  void begin(const HtmlPiece& tag) {
    if (tag.text == "form" && !is_in_form_) {
      forms_.emplace_back();
      is_in_form_ = true;
    }
    if (!is_in_form_) return;
    if (around_.empty() && has_class(tag, classes_.consent)) {
      consent_ = {};
      consent_.optional = has_class(tag, classes_.optional);
      consent_.inverted = has_class(tag, classes_.inverted);
      around_.push_back(tag.text);
      return;
    }
    if (tag.text == "input" || tag.text == "select" || tag.text == "textarea") add_control(tag);
    if (around_.empty()) return;
    if (breaks_line(tag.text)) consent_.statement += '\n';
    if (!is_void(tag.text)) around_.push_back(tag.text);
  }

  void end(const std::string& element) {
    if (element == "form") {
      if (!around_.empty()) end_consent();
      is_in_form_ = false;
      return;
    }
    if (breaks_line(element) && !around_.empty()) consent_.statement += '\n';
    const auto last = std::find(around_.rbegin(), around_.rend(), element);
    if (last == around_.rend()) return;
    // What it closes, with what was left open in it.
    around_.erase(last.base() - 1, around_.end());
    if (around_.empty()) end_consent();
  }

  void end_consent() {
    around_.clear();
    consent_.statement = as_seen(consent_.statement);
    if (!consent_.name.empty()) forms_.back().consents.push_back(std::move(consent_));
  }

  void add_control(const HtmlPiece& tag) {
    std::string name(tag.attribute("name"));
    const std::string_view type = tag.attribute("type");
    FormInPage& form = forms_.back();
    if (name.empty() || is_no_answer(type)) return;
    if (!around_.empty() && type == "checkbox" && consent_.name.empty()) {
      consent_.name = std::move(name);
    } else if (type == "hidden") {
      form.hidden.push_back({std::move(name), std::string(tag.attribute("value"))});
    } else if (std::find(form.fields.begin(), form.fields.end(), name) == form.fields.end()) {
      form.fields.push_back(std::move(name));
    }
  }

  const ConsentClasses& classes_;
  std::vector<FormInPage> forms_;
  bool is_in_form_ = false;
  FormConsent consent_;              // that is being read
  std::vector<std::string> around_;  // the elements that are open from that of the consent on
};

}  // namespace

std::vector<FormInPage> forms_in(std::string_view page, const ConsentClasses& classes) {
  FormsReading reading(classes);
  HtmlReader reader(page);
  HtmlPiece piece;
  while (reader.next(piece)) reading.read(piece);
  return std::move(reading).forms();
}

}  // namespace petition_box
