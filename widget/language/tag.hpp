#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace petition_box {

// Whether the text has the form of a language tag (RFC 5646 section 2.1): subtags of one to eight
// ASCII letters or digits, the first of two or three letters.
bool is_language_tag(std::string_view text);

// Whether both are the same tag: upper and lower case are alike (RFC 5646 section 2.1.1).
bool same_tag(std::string_view a, std::string_view b);

// The tag of what may be the name of a locale, as many pages write it: "fr-FR" for "fr_FR".
std::string as_tag(std::string written);

// The tags of a list that is separated by commas, each written as a tag or as a locale; nothing
// stands for what is empty.
std::vector<std::string> tags_in(std::string_view list);

// RFC 4647 section 3.4 (lookup): the index of the available tag that suits the earliest of the
// ranges, each range shortened from its end until a tag matches; nothing where none does. A
// language that is left of a range is also looked for under the name that stands for it ("no" for
// "nn-NO", "he" for "iw"). "sr-Latn" and "zh-Hant" are not shortened: who reads them may not read
// the other script.
std::optional<std::size_t> lookup(const std::vector<std::string>& ranges,
                                  const std::vector<std::string>& available);

// The first tag under which there may be a catalogue for a range, and is not among those of which
// there are none: that of its language, for all who speak it ("fr" for "fr-CA", "no" for "nn-NO");
// before it, for a range of private use (RFC 5646 section 2.2.7), that of the variant alone
// ("de-x-informal"). Empty where the range is no tag, or of a script that not all of them read.
std::string catalogue_tag(std::string_view range, const std::vector<std::string>& none);

// What the platform is asked in for the words of a catalogue: their tag, but where it would think
// of another country than they are from: "en" are those of Britain, "pt" of Portugal.
std::string_view asked_tag(std::string_view tag);

// Whether a name in the language of the catalogue is its family name first (Unicode CLDR,
// nameOrderLocales).
bool puts_family_name_first(std::string_view tag);

enum class Direction : std::uint8_t { left_to_right, right_to_left };

// The direction in which the language is written, by its script (Unicode CLDR, characterOrder).
Direction direction_of(std::string_view tag);

}  // namespace petition_box
