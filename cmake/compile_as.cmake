# Headers that nearly every file includes are parsed once for all targets of a kind, so that a build
# from nothing is shorter. Presets that look for mistakes leave it off: there a file without an
# #include that it needs does not compile, and GCC gives all its warnings.
option(OPENITMO_PRECOMPILE "Parse the commonest headers once" OFF)
if(OPENITMO_PRECOMPILE)
  # GCC 12 forgets which headers are the system's when it inlines from precompiled ones, and sees
  # wrong bounds in std::string.
  add_compile_options(-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()

set(standard_headers
  <algorithm> <array> <charconv> <cmath> <cstdint> <expected> <filesystem> <fstream> <functional>
  <limits> <map> <memory> <optional> <set> <span> <sstream> <string> <string_view> <utility>
  <variant> <vector> <fmt/format.h>)
set(test_headers <gmock/gmock.h> <gtest/gtest.h>)
set(ledger_headers "${CMAKE_SOURCE_DIR}/src/ledger/ledger.h")

# What only tests is optimised less: it is compiled more often than it runs for long.
function(openitmo_optimise kind target)
  if(kind MATCHES "_test$")
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
endfunction()

# openitmo_precompiled(<kind> LINKS <outside libraries>... HEADERS <headers>...)
function(openitmo_precompiled kind)
  cmake_parse_arguments(ARG "" "" "LINKS;HEADERS" ${ARGN})
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
  add_library(precompiled_${kind} OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_include_directories(precompiled_${kind} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(precompiled_${kind} PRIVATE ${ARG_LINKS})
  openitmo_optimise(${kind} precompiled_${kind})
  target_precompile_headers(precompiled_${kind} PRIVATE ${ARG_HEADERS})
endfunction()

if(OPENITMO_PRECOMPILE)
  openitmo_precompiled(standard LINKS fmt::fmt HEADERS ${standard_headers})
  openitmo_precompiled(ledger LINKS fmt::fmt Boost::container
    HEADERS ${standard_headers} ${ledger_headers})
  openitmo_precompiled(standard_test LINKS fmt::fmt GTest::gmock
    HEADERS ${standard_headers} ${test_headers})
  openitmo_precompiled(ledger_test LINKS fmt::fmt Boost::container GTest::gmock
    HEADERS ${standard_headers} ${ledger_headers} ${test_headers})
endif()

# openitmo_compile_as(<kind> <target>...): the targets take the headers of that kind.
function(openitmo_compile_as kind)
  foreach(target ${ARGN})
    openitmo_optimise(${kind} ${target})
    if(OPENITMO_PRECOMPILE)
      target_precompile_headers(${target} REUSE_FROM precompiled_${kind})
    endif()
  endforeach()
endfunction()
