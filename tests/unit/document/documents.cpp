#include <unit/catch.hpp>
#include <unit/document/documents.hpp>

#include <document/read.hpp>
#include <icu/icu_time_zones.hpp>

namespace petition_box::documents {

const std::string full = R"json({
  "$schema": "petition.schema.json",
  "petition": "clean-water",
  "version": "2026-02-01",
  "languages": ["fr", "en"],
  "title": {"fr": "Pour une eau propre", "en": "For clean water"},
  "introduction": [
    {"fr": "L’eau est à tous.", "en": "Water belongs to everyone."},
    "Elle n’a pas de prix."
  ],
  "demands": [
    {"fr": "Fermer la décharge.", "en": "Close the dump."},
    {"fr": "Publier les analyses."}
  ],
  "timeline": [
    {"date": "2019", "text": {"fr": "La décharge ouvre.", "en": "The dump opens."}},
    {"date": "2023-11", "text": "Premières analyses.", "source": "https://example.org/analyses"},
    {"date": "2023-12-21", "text": {"fr": "Le conseil refuse.", "en": "The council refuses."}}
  ],
  "goal": 20000,
  "closes": "2027-01-31",
  "fields": [
    {"name": "given_name"},
    {"name": "family_name"},
    {"name": "email_address"},
    {"name": "country", "initial": "FR"},
    {"name": "postal_code"},
    {"name": "comment", "optional": true}
  ],
  "controller": {
    "name": {"fr": "Association d’essai", "en": "Test Association"},
    "contact": "mailto:contact@example.org",
    "privacy_policy": "https://example.org/privacy",
    "purpose": {"fr": "Remettre la pétition.", "en": "Handing the petition in."},
    "retention": {"fr": "Deux ans.", "en": "Two years."}
  },
  "consents": [
    {"name": "sign", "statement": {"fr": "Je signe.", "en": "I sign."}},
    {
      "name": "updates",
      "statement": {"fr": "Tenez-moi au courant.", "en": "Keep me informed."},
      "second_question": {
        "question": {"fr": "Voulez-vous des nouvelles ?", "en": "Would you like news?"},
        "reassurance": {"fr": "Votre signature compte dans tous les cas.",
                        "en": "Your signature counts either way."}
      }
    }
  ],
  "x-notes": ["for ourselves", 1e3, null]
})json";

const std::string small = R"json({
  "petition": "bees",
  "version": "1",
  "languages": ["en"],
  "title": "For the bees",
  "demands": ["Plant a meadow."],
  "fields": [{"name": "email_address"}],
  "controller": {
    "name": "Test Association",
    "contact": "https://example.org/contact",
    "purpose": "Handing the petition in.",
    "retention": "Two years."
  }
})json";

const std::string survey = R"json({
  "petition": "night-trains",
  "version": "1",
  "languages": ["en", "fr"],
  "title": {"en": "Night trains for all", "fr": "Des trains de nuit pour tous"},
  "demands": [{"en": "Run them.", "fr": "Qu’ils roulent."}],
  "fields": [
    {"name": "given_name"},
    {"name": "email_address", "optional": true},
    {"name": "phone_number"},
    {"name": "organization", "optional": true},
    {"name": "country"},
    {"name": "postal_code", "optional": true},
    {"name": "profession", "kind": "choice", "label": {"en": "Profession", "fr": "Profession"},
     "options": [
       {"value": "nurse", "label": {"en": "Nurse", "fr": "Infirmier, infirmière"}},
       {"value": "other", "label": {"en": "Another", "fr": "Autre"}}
     ]},
    {"name": "days", "kind": "choices", "label": "When do you travel?", "optional": true,
     "options": [
       {"value": "mon", "label": "Monday"},
       {"value": "tue", "label": "Tuesday"},
       {"value": "sun", "label": "Sunday"}
     ]},
    {"name": "lives_here", "kind": "tick", "label": "I live in the region"},
    {"name": "trips", "kind": "number", "label": "Trips a year"},
    {"name": "birth_date"},
    {"name": "story", "kind": "long_text", "label": "Your story", "optional": true},
    {"name": "nickname", "kind": "line", "label": "Nickname", "optional": true}
  ],
  "controller": {
    "name": "Test Association",
    "contact": "https://example.org/contact",
    "purpose": "Handing the petition in.",
    "retention": "Two years."
  },
  "consents": [
    {"name": "sign"},
    {"name": "updates", "hint": "You can unsubscribe whenever you want."},
    {"name": "updates_partner", "purpose": "updates", "ask": "yes_no",
     "by": {"name": "Sleepers United (fictitious)", "contact": "mailto:us@example.net",
            "privacy_policy": "https://example.net/privacy"},
     "statement": {"en": "Sleepers United may write to me.", "fr": "Sleepers United peut m’écrire."}}
  ]
})json";

std::string changed(const std::string& document, const std::string& from, const std::string& to) {
  const std::size_t at = document.find(from);
  if (at == std::string::npos) FAIL("the document has no " << from);
  std::string other = document;
  return other.replace(at, from.size(), to);
}

Petition read(const std::string& document) {
  const IcuTimeZones zones;
  ReadPetition read = read_petition(document, nullptr, &zones);
  if (!read.petition) FAIL(json::describe(read.mistakes));
  return std::move(*read.petition);
}

}  // namespace petition_box::documents
