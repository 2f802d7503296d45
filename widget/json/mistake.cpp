#include <json/mistake.hpp>

namespace petition_box::json {

// A program may have its own: so they stand alone here, where no compiler takes them for settled.
[[gnu::weak]] extern const bool mistakes_say_what = true;
[[gnu::weak]] extern const bool mistakes_say_where = true;

}  // namespace petition_box::json
