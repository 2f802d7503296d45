#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <paste/months.hpp>

// The petition that is in a text which somebody has pasted: as a rule of thumb, for a person to
// look through. Nothing of the text is left out: what is neither title, addressee, demand nor event
// is a paragraph, before them or after them.
namespace petition_box::paste {

struct FoundEvent {
  std::string date;  // as documents have it
  std::string text;
};

struct FoundPetition {
  std::string title;      // a first line that is short and no sentence; empty: there is none
  std::string addressee;  // behind "To:", "A l'attention de" and the like, or the words given
  std::vector<std::string> introduction;
  std::string demands_heading;       // a short line before the demands, that is no sentence
  std::vector<std::string> demands;  // lines with a number, else those with a bullet
  std::string timeline_heading;      // a short line before the events
  std::vector<FoundEvent> timeline;  // lines that begin with a date
  std::vector<std::string> conclusion;
};

// Addressed to: the words that say so in the language of the text, as "Addressed to:"; those of
// English and French are known. Empty: there are no others.
FoundPetition find_petition(std::string_view text, const Months& months,
                            const std::string& addressed_to = {});

// The same as a document in JSON, with what was found and nothing else, in that language, with a
// name in addresses by its title.
std::string document_in(std::string_view text, const std::string& language, const Months& months,
                        const std::string& addressed_to = {});

// The paragraphs of a text, each without the mark of a list.
std::vector<std::string> paragraphs_in(std::string_view text);

}  // namespace petition_box::paste
