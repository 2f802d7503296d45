// What of the C library the module does without. These definitions come before the archive's, which
// would bring in more.

extern "C" {

// The exception classes of the C++ library, and what shared_ptr counts with, bring their type
// information, and with it what a catch clause or a dynamic_cast would ask of it. Built without
// either, nothing ever asks: these take the place of the tables of functions of __class_type_info,
// __si_class_type_info and __vmi_class_type_info.
const void* class_type_info[3] __asm__("_ZTVN10__cxxabiv117__class_type_infoE") = {};
const void* si_class_type_info[3] __asm__("_ZTVN10__cxxabiv120__si_class_type_infoE") = {};
const void* vmi_class_type_info[3] __asm__("_ZTVN10__cxxabiv121__vmi_class_type_infoE") = {};
}
