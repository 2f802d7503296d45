#include <string>

#include <builder/answer.hpp>
#include <builder/boundary.hpp>
#include <wasm/browser_platform.hpp>

namespace petition_box {
namespace {

struct Builder {
  BrowserPlatform platform;
  std::string request;
  std::string answer;
};

// It is never taken apart: nothing says when the page will not call again.
Builder& builder() {
  static Builder& the_builder = *new Builder;
  return the_builder;
}

const char* take_request() {
  Builder& builder = petition_box::builder();
  builder.answer = answer_builder(builder.request, builder.platform);
  return builder.answer.data();
}

}  // namespace
}  // namespace petition_box

extern "C" char* petition_builder_message(std::uint32_t size) {
  std::string& request = petition_box::builder().request;
  request.resize(size);
  return request.data();
}

extern "C" const char* petition_builder_answer() { return petition_box::take_request(); }
