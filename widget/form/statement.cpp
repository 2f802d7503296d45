#include <digest/sha256.hpp>
#include <form/statement.hpp>

namespace petition_box {

Statement statement_of(const Consent& consent, const Petition& petition, const Language& language,
                       const std::vector<std::string>& ranges) {
  if (!consent.statement.empty()) {
    const Translation& translation = consent.statement.in(ranges);
    return {translation.language, translation.text};
  }
  const std::string& asker = petition.asker(consent).in(ranges).text;
  return {language.tag(), language.say(control_name(consent.purpose), {{"controller", asker}})};
}

void note_evidence(Answers& answers, const Petition& petition, const Language& language,
                   const std::vector<std::string>& ranges) {
  for (const Consent& consent : petition.consents) {
    std::string& hash = answers.consent(consent.name).text_hash;
    if (hash.empty()) hash = sha256(statement_of(consent, petition, language, ranges).text);
  }
}

}  // namespace petition_box
