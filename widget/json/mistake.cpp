#include <json/mistake.hpp>

namespace petition_box::json {

// A program may have its own: so it stands alone here, where no compiler takes it for settled.
[[gnu::weak]] const bool mistakes_say_what = true;

}  // namespace petition_box::json
