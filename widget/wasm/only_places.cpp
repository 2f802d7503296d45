#include <json/mistake.hpp>

const bool petition_box::json::mistakes_say_what = false;
