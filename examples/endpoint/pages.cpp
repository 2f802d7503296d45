#include <utility>

#include <endpoint/environment.hpp>
#include <endpoint/pages.hpp>
#include <markup/html.hpp>

namespace petition_box::endpoint {

Reply Pages::sign(const Petition& petition, const std::string& language) const {
  return fail(petition, language, {});
}
Reply Pages::refuse(const Petition& petition, const std::string& language, const Signature& typed,
                    std::vector<FieldError> /*errors*/) const {
  return fail(petition, language, typed);
}
Reply Pages::fail(const Petition& /*petition*/, const std::string& /*language*/,
                  const Signature& /*typed*/) const {
  return problem({501, "later"});
}
Reply Pages::closed(const Petition& petition, const std::string& language) const {
  return fail(petition, language, {});
}
Reply Pages::thanks(const Petition& petition, const std::string& language) const {
  return fail(petition, language, {});
}
Reply Pages::problem(const Problem& problem) {
  return reply(problem.status, "text/html; charset=utf-8", escape_html(problem.detail));
}

}  // namespace petition_box::endpoint
