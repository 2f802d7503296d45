#include <algorithm>
#include <memory>
#include <utility>

#include <box/campaign_source.hpp>
#include <box/first_shown.hpp>
#include <box/view.hpp>
#include <colour/accent.hpp>
#include <endpoint/accept.hpp>
#include <endpoint/environment.hpp>
#include <endpoint/page.hpp>
#include <endpoint/page_words.hpp>
#include <endpoint/pages.hpp>
#include <endpoint/picture_hosts.hpp>
#include <endpoint/policy.hpp>
#include <language/language.hpp>
#include <language/tag.hpp>
#include <markup/html.hpp>
#include <share/page_address.hpp>
#include <share/view.hpp>
#include <snippet/address.hpp>
#include <snippet/plain_endpoint.hpp>
#include <wire/protocol.hpp>

namespace petition_box::endpoint {
namespace {

constexpr const char* page_style =
#include <page.css.inc>
    ;

constexpr const char* frame_style_sheet =
#include <frame.css.inc>
    ;

// What the page is about at this stage: the key of the box's own words for it.
struct HeadingKey {
  const char* operator()(const Rejected& /*unused*/) const { return "errors_heading"; }
  const char* operator()(const Failed& /*unused*/) const { return "status.failed.heading"; }
  const char* operator()(const Signed& /*unused*/) const { return "status.signed.heading"; }
  const char* operator()(const Closed& /*unused*/) const { return "status.closed.heading"; }

  template <class Other>
  const char* operator()(const Other& /*unused*/) const {
    return "sign_heading";
  }
};

// The way from the folder of the path to the endpoint's own.
std::string root_from(const std::string& path) {
  std::string root;
  for (auto deeper = std::count(path.begin(), path.end(), '/'); deeper > 1; --deeper) root += "../";
  return root;
}

// Of an endpoint that is described and has one.
std::optional<described::PlainForm> plain_form_in(const Model& model, const Platform& platform) {
  return model.description ? plain_form_of(model, platform) : std::nullopt;
}

// The origin that the form goes to, where that is another.
std::vector<std::string> form_hosts_of(const Model& model,
                                       const std::optional<described::PlainForm>& plain) {
  const std::string address =
      model.description ? std::string() : protocol::address_of(model.petition->endpoint, {});
  std::string origin = origin_of(plain ? plain->action : address);
  if (origin.empty()) return {};
  return {std::move(origin)};
}

// The element with the box in it, as declarative shadow DOM; in a frame with a link that leads out
// of it.
Node element_of(const Model& model, const Appearance& appearance) {
  const json::Value& endpoint = model.petition->endpoint;
  Node element("petition-box");
  const std::string& language = model.languages.front();
  element.set("src", document_address("../" + model.petition->id, *model.petition, language));
  // Should its script fail later, its form still has to stay in the frame.
  if (!model.description) {
    const std::string url = protocol::address_of(endpoint, "signatures");
    element.set("endpoint", in_same_frame(url, appearance));
  }
  const std::string protocol(protocol::named_by(endpoint, {}).name);
  if (!protocol.empty()) element.set("protocol", protocol);
  element.set("lang", language);
  if (!appearance.accent.empty()) element.set("accent", appearance.accent);
  return element;
}

// The box of a page of its own, which has no link to offer in its place.
Node whole_page(const Model& model, const Platform& platform) {
  Node box = view(model, platform);
  box.children.resize(1);
  return box;
}

// Its box until its script takes it over. What answers elsewhere may not be shown in a frame.
void add_box(Node& element, const Model& model, const Appearance& appearance,
             const std::optional<described::PlainForm>& plain, const Platform& platform) {
  Node& shadow = element.add("template").set("shadowrootmode", "open");
  shadow.add("link").set("rel", "stylesheet").set("href", "../../embed/petition-box.css");
  shadow.children.push_back(std::make_unique<Node>(view(model, platform)));
  if (plain) {
    send_until_taken_over(*plain, shadow, appearance.framed ? "_blank" : nullptr);
  } else if (model.description) {
    put_for_form(Node("slot"), shadow);
  }
}

}  // namespace

Reply Pages::sign(const ShelvedPetition& shelved, const Appearance& appearance) const {
  const Appearance unframed =
      settled(shelved.petition, {appearance.language, false, {}, appearance.wanted});
  return untouched(shelved, appearance, unframed, [&](const Model& model) {
    const auto plain = plain_form_in(model, platform_);
    if (model.description && !plain) return page_with_box(shelved, model, unframed);
    Node box = whole_page(model, platform_);
    if (plain) send_as(*plain, box);
    Page page = page_around(200, model, std::move(box));
    page.form_hosts = form_hosts_of(model, plain);
    return page;
  });
}

Reply Pages::frame(const ShelvedPetition& shelved, const Appearance& appearance) const {
  const Appearance framed =
      settled(shelved.petition, {appearance.language, true, appearance.accent, appearance.wanted});
  return untouched(shelved, appearance, framed,
                   [&](const Model& model) { return page_with_box(shelved, model, framed); })
      .set("X-Robots-Tag", "noindex");
}

// A form that says nothing of whoever reads it. Appearance: what is asked for, settled.
template <class Write>
Reply Pages::untouched(const ShelvedPetition& shelved, const Appearance& asked,
                       const Appearance& appearance, Write write) const {
  const auto& petition = shelved.petition;
  FormPages::Standing standing{{}, petition->is_closed(now())};
  // Of a petition at another endpoint nothing is known here.
  if (!shelved.destination.description) standing.count = count_.of(petition->id);
  const auto model = [&] {
    Model shown = model_of(shelved, appearance);
    shown.count = standing.count;
    return shown;
  };
  const auto draw = [&] {
    Page page = write(model());
    page.cache = shared_cache;
    return page_reply(std::move(page), appearance);
  };
  // Readers may ask for any language and accent; what is kept must not grow with that.
  const auto& own = petition->languages;
  const bool is_usual = appearance.language.empty() ||
                        std::find(own.begin(), own.end(), appearance.language) != own.end();
  Reply reply;
  if (is_usual && appearance.accent.empty()) {
    reply = untouched_.page({petition, appearance.language, appearance.framed}, standing,
                            {draw, [&] { return figures_of(model()); }});
  } else {
    add_tag(reply = draw());
  }
  if (asked.language.empty()) reply.set("Vary", "Accept-Language");
  return reply;
}

FormPages::Figures Pages::figures_of(const Model& model) const {
  if (!model.count) return {};
  return {" data-count=\"" + std::to_string(*model.count) + '"',
          write_html(progress_of(model, platform_))};
}

Page Pages::page_with_box(const ShelvedPetition& shelved, const Model& model,
                          const Appearance& appearance) const {
  const auto plain = plain_form_in(model, platform_);
  const Language language(*model.catalogue, platform_);
  Node element = element_of(model, appearance);
  add_box(element, model, appearance, plain, platform_);
  Page page;
  if (appearance.framed) {
    // The page that it leads to is none for a frame.
    element.add("a", language.say(Phrase::go_to_form))
        .set("href", in_language("sign", appearance.language))
        .set("target", "_blank")
        .set("rel", "noopener")
        .write(" " + language.say(Phrase::new_window));
    page = {200, language.tag(), model.petition->title.in(model.languages).text,
            std::move(element)};
  } else {
    element.set("loading", "eager");
    const Language words(page_words({language.tag()}), platform_);
    element.add("p", words.say("needs_script")).set("lang", words.tag());
    page = page_around(200, model, std::move(element));
  }
  page.script = PageScript::box;
  page.hosts = shelved.destination.hosts;
  page.form_hosts = form_hosts_of(model, plain);
  page.picture_hosts = picture_hosts_of(*model.petition);
  return page;
}

Reply Pages::refuse(const std::shared_ptr<const Petition>& petition, const Appearance& appearance,
                    const Signature& typed, std::vector<FieldError> errors) const {
  const Appearance same = settled(petition, appearance);
  Model model = model_of(petition, same, Rejected{});
  model.answers = typed.answers;
  note_source(model, typed.source);
  model.submission_id = is_uuid(typed.submission_id) ? typed.submission_id : new_uuid();
  model.checked = true;
  model.errors = std::move(errors);
  return page(422, model, same);
}

Reply Pages::fail(const std::shared_ptr<const Petition>& petition, const Appearance& appearance,
                  const Signature& typed) const {
  const Appearance same = settled(petition, appearance);
  Model model = model_of(petition, same, Failed{});
  model.answers = typed.answers;
  note_source(model, typed.source);
  model.submission_id = typed.submission_id;
  return page(503, model, same);
}

Reply Pages::closed(const std::shared_ptr<const Petition>& petition, const Appearance& appearance,
                    const Signature& typed) const {
  Model model = model_of(petition, settled(petition, appearance), Closed{});
  model.answers = typed.answers;
  return page(410, model, appearance);
}

Reply Pages::thanks(const ShelvedPetition& shelved, const Appearance& appearance,
                    const std::string& token, const std::string& referrer) const {
  const Appearance same = settled(shelved.petition, appearance);
  const Model model = model_of(shelved.petition, same, Signed{});
  std::vector<Node> below;
  if (auto question = question_for(model, same, token)) below.push_back(std::move(*question));
  if (auto share = share_for(shelved, model, referrer)) below.push_back(std::move(*share));
  return page(200, model, appearance, std::move(below)).set("X-Robots-Tag", "noindex");
}

// As after the script's signature, but for what needs one.
std::optional<Node> Pages::share_for(const ShelvedPetition& shelved, const Model& model,
                                     const std::string& referrer) const {
  const std::string& tag = model.catalogue->tag();
  if (!share_words_ || !share_words_->has(tag)) return std::nullopt;
  const auto words = share_words_->in({tag});
  const std::string page = names_a_page(referrer) ? address_to_tell({referrer, {}, {}}) : "";
  Sharing sharing{*words, shelved.share, told(shelved.share, model.languages, page),
                  model.languages};
  Node node = share_view(sharing);
  if (node.children.empty()) return std::nullopt;
  return node;
}

// As the box asks it: two buttons that are alike, and neither answer beforehand (EDPB 03/2022).
std::optional<Node> Pages::question_for(const Model& model, const Appearance& appearance,
                                        const std::string& token) const {
  const auto& consents = model.petition->consents;
  const auto asked = std::find_if(consents.begin(), consents.end(),
                                  [](const Consent& one) { return one.second_question; });
  if (token.empty() || asked == consents.end()) return std::nullopt;
  const Language language(*model.catalogue, platform_);
  const auto add = [&](Node& parent, const char* tag, const Text& own, Phrase phrase) -> Node& {
    const Translation words =
        own.empty() ? Translation{language.tag(), language.say(phrase)} : own.in(model.languages);
    Node& node = parent.add(tag, words.text);
    if (words.language != language.tag()) node.set("lang", words.language);
    return node;
  };
  Node section("section");
  section.set("class", "says question").set("aria-labelledby", "pb-question-heading");
  add(section, "h4", asked->second_question->question, Phrase::second_question)
      .set("id", "pb-question-heading")
      .set("class", "heading");
  add(section, "p", asked->second_question->reassurance, Phrase::second_question_reassurance);
  Node& form = section.add("form").set("method", "post").set("class", "buttons");
  form.set("action", in_same_frame(form_address("second-answer", appearance.language), appearance));
  form.add("input").set("type", "hidden").set("name", "again").set("value", token);
  const auto add_button = [&](Decision decision, Phrase phrase) {
    form.add("button", language.say(phrase)).set("name", "answer").set("value", name_of(decision));
  };
  add_button(Decision::given, Phrase::second_question_accept);
  add_button(Decision::refused, Phrase::second_question_decline);
  return section;
}

Reply Pages::problem(const Problem& problem, const Appearance& appearance,
                     const std::string& path) const {
  std::vector<std::string> ranges = accepted_languages(appearance.wanted);
  if (!appearance.language.empty()) ranges.insert(ranges.begin(), appearance.language);
  const Language language(page_words(ranges), platform_);
  const std::string own = "problem." + std::to_string(problem.status);
  const std::string key = language.has(own) ? own : "problem.other";
  const std::string heading = language.say(key + ".heading");
  Node main("main");
  main.add("h1", heading);
  main.add("p", language.say(key));
  // For whoever set up what does not work.
  main.add("p", std::to_string(problem.status) + ": " + problem.detail).set("lang", "en");
  return page_reply({problem.status, language.tag(), heading, std::move(main), PageScript::none,
                     root_from(path)},
                    appearance)
      .set("Vary", "Accept, Accept-Language, Sec-Fetch-Mode");
}

Reply Pages::style(const Request& request) {
  static const StoredFile file = store_file("page.css", page_style);
  return serve(file, request, "no-cache");
}

Reply Pages::frame_style(const Appearance& appearance) {
  std::string style = frame_style_sheet;
  if (const auto accent = read_colour(appearance.accent)) {
    style += "\n:root {" + accent_style(*accent) + "}\n";
    style += "\n:root {\n  --petition-box-accent: " + appearance.accent + ";\n}\n";
  }
  return reply(200, "text/css; charset=utf-8", std::move(style)).set("Cache-Control", "no-cache");
}

// With the language, where the reader's browser wants one that the petition and the box both have.
Appearance Pages::settled(const std::shared_ptr<const Petition>& petition,
                          Appearance appearance) const {
  if (!appearance.language.empty() || appearance.wanted.empty()) return appearance;
  std::vector<std::string> languages;
  for (const std::string& tag : petition->languages) {
    if (catalogues_.has(tag)) languages.push_back(tag);
  }
  const auto found = lookup(accepted_languages(appearance.wanted), languages);
  if (found) appearance.language = languages[*found];
  return appearance;
}

Model Pages::model_of(const std::shared_ptr<const Petition>& petition,
                      const Appearance& appearance) const {
  std::vector<std::string> ranges = petition->languages;
  ranges.insert(ranges.begin(), appearance.language);
  // The language goes with the form, so that its answer is in it, and the statements are known that
  // were beside the boxes.
  const std::string endpoint =
      in_same_frame(form_address("signatures", appearance.language), appearance);
  return first_shown(petition, catalogues_.in(ranges),
                     {appearance.language, endpoint, {}, count_.of(petition->id), now()});
}

// Of a form nobody has touched, that goes where the document says.
Model Pages::model_of(const ShelvedPetition& shelved, const Appearance& appearance) const {
  const Destination& to = shelved.destination;
  Model model = model_of(shelved.petition, appearance);
  std::string& endpoint = model.configuration.endpoint;
  if (!to.url.empty()) {
    endpoint = in_same_frame(form_address(to.url, appearance.language), appearance);
  }
  if (to.description) {
    endpoint = to.url;
    model.description = to.description;
    // Nothing of it is known here.
    model.count.reset();
  }
  return model;
}

Model Pages::model_of(const std::shared_ptr<const Petition>& petition, const Appearance& appearance,
                      Stage stage) const {
  Model model = model_of(petition, appearance);
  model.stage = stage;
  return model;
}

Page Pages::page_around(unsigned status, const Model& model, Node content) const {
  const Language language(*model.catalogue, platform_);
  const std::string heading = language.say(std::visit(HeadingKey{}, model.stage));
  const std::string& title = model.petition->title.in(model.languages).text;
  Node main("main");
  main.add("h1", heading);
  main.children.push_back(std::make_unique<Node>(std::move(content)));
  Page page{status, language.tag(), heading + " \u2013 " + title, std::move(main),
            PageScript::returning};
  page.picture_hosts = picture_hosts_of(*model.petition);
  return page;
}

Reply Pages::page(unsigned status, const Model& model, const Appearance& appearance,
                  std::vector<Node> below) const {
  Node box = whole_page(model, platform_);
  // It answers what was sent: the same in another language would be another answer.
  stay_in_language(box);
  for (Node& node : below) {
    signing_side(box).children.push_back(std::make_unique<Node>(std::move(node)));
  }
  Page page = page_around(status, model, std::move(box));
  if (std::holds_alternative<Signed>(model.stage)) {
    const Language words(page_words({page.language}), platform_);
    page.content.add("p", words.say("shared_computer"));
    page.shares = true;
  }
  if (appearance.framed) page.script = PageScript::none;
  return page_reply(std::move(page), appearance).set("Vary", "Accept-Language");
}

}  // namespace petition_box::endpoint
