// What of the C library the module does without. These definitions come before the archive's, which
// would bring in formatted output and 128-bit floating point: a quarter of the module's size.

#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstddef>
#include <cstdlib>
#include <new>

// Without exceptions there is nobody to tell that memory has run out.
void* operator new(std::size_t size) {
  if (void* memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }

extern "C" {

// The exception classes of the C++ library, and what shared_ptr counts with, bring their type
// information, and with it what a catch clause or a dynamic_cast would ask of it. Built without
// either, nothing ever asks: these take the place of the tables of functions of __class_type_info,
// __si_class_type_info and __vmi_class_type_info.
const void* class_type_info[3] __asm__("_ZTVN10__cxxabiv117__class_type_infoE") = {};
const void* si_class_type_info[3] __asm__("_ZTVN10__cxxabiv120__si_class_type_infoE") = {};
const void* vmi_class_type_info[3] __asm__("_ZTVN10__cxxabiv121__vmi_class_type_infoE") = {};

// No number with a fraction has a meaning in any text that the box reads: the parser keeps such a
// number as it is written, and needs to know only where it ends. All three come from one object of
// the archive.
double strtod(const char* text, char** end) {
  const char* rest = text;
  while ((*rest >= '0' && *rest <= '9') || *rest == '-' || *rest == '+' || *rest == '.' ||
         *rest == 'e' || *rest == 'E') {
    ++rest;
  }
  *end = const_cast<char*>(rest);
  return 0;
}
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

// What the parser hands over are digits alone, after a minus for strtoll. All four come from one
// object of the archive.
unsigned long long strtoull(const char* text, char** /*end*/, int /*base*/) {
  unsigned long long number = 0;
  for (; *text != '\0'; ++text) {
    const auto digit = static_cast<unsigned long long>(*text - '0');
    if (number > (ULLONG_MAX - digit) / 10) errno = ERANGE;
    number = number * 10 + digit;
  }
  return number;
}
long long strtoll(const char* text, char** end, int base) {
  const unsigned long long number = strtoull(text + 1, end, base);
  if (number > LLONG_MAX + 1ULL) errno = ERANGE;
  return static_cast<long long>(-number);
}

unsigned long strtoul(const char* text, char** end, int base) {
  return static_cast<unsigned long>(strtoull(text, end, base));
}
long strtol(const char* text, char** end, int base) {
  return static_cast<long>(strtoll(text, end, base));
}

// The parser writes with it only the explanation of a mistake, which json/parse.cpp words itself.
int snprintf(char* buffer, std::size_t size, const char* /*format*/, ...) {
  if (size != 0) *buffer = '\0';
  return 0;
}

int vsnprintf(char* buffer, std::size_t size, const char* /*format*/, va_list /*arguments*/) {
  if (size != 0) *buffer = '\0';
  return 0;
}
}
