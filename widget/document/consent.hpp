#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <document/text.hpp>

namespace petition_box {

// The names of controls of consents begin so, on the wire and in error pointers: "consent_sign".
constexpr std::string_view consent_prefix = "consent_";

// The purposes of which every catalogue has a statement. To sign is always asked for, and alone is
// required.
namespace purpose {
constexpr std::string_view sign = "sign";
constexpr std::string_view updates = "updates";      // by e-mail
constexpr std::string_view show_name = "show_name";  // among the signers
}  // namespace purpose
constexpr std::array<std::string_view, 3> known_purposes{purpose::sign, purpose::updates,
                                                         purpose::show_name};

// Somebody else than the controller who asks for a consent of their own (GDPR Art. 13(1)(e)).
struct Partner {
  Text name;
  std::string contact;         // a link
  std::string privacy_policy;  // a link
};

// The question to a signer who left the box of this consent untouched.
struct SecondQuestion {
  Text question;     // empty: the catalogue's own wording
  Text reassurance;  // empty: the same
};

// How a consent is asked for. Nothing is ticked or chosen beforehand, whatever a document says
// (GDPR recital 32).
enum class Asking : std::uint8_t { box, yes_no };

constexpr std::array<Asking, 2> all_askings{Asking::box, Asking::yes_no};
const char* name_of(Asking asking);

// One purpose for which one of those who get the data asks leave (GDPR recital 43: each by itself).
struct Consent {
  std::string name;
  std::string purpose;
  std::optional<Partner> by;  // nothing: the controller
  Text statement;             // empty: the catalogue's own wording, of a known purpose
  Text hint;
  Asking asking = Asking::box;
  std::optional<SecondQuestion> second_question;
};

constexpr std::size_t most_consents = 20;

// The name of its control.
std::string control_name(std::string_view consent);

// Whether a document may call a consent so: small letters, digits and low lines, at most 32.
bool is_consent_name(std::string_view name);

// Whether the catalogue has a statement for the purpose.
bool is_known_purpose(std::string_view purpose);

}  // namespace petition_box
