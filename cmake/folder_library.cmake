# openitmo_folder(<name> <path under src> [LINKS <folders above it>...] [USES <outside libraries>...])
#
# Makes one static library of a folder's sources and one GoogleTest program of its *_test.cpp files,
# which sit beside their subject. LINKS names only folders that stand above this one in
# ARCHITECTURE.md; tests/tidy checks that the includes agree. A folder above the ledger takes the
# precompiled headers of the ledger.
function(openitmo_folder name path)
  cmake_parse_arguments(ARG "" "" "LINKS;USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${path}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(TRANSFORM ARG_LINKS PREPEND openitmo_)

  set(kind standard)
  foreach(below accounting reporting registry files cli)
    if(name STREQUAL below)
      set(kind ledger)
    endif()
  endforeach()

  if(sources)
    add_library(openitmo_${name} STATIC ${sources})
    openitmo_compile_as(${kind} openitmo_${name})
    set(scope PUBLIC)
  else()
    add_library(openitmo_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(openitmo_${name} ${scope} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(openitmo_${name} ${scope} ${ARG_LINKS} ${ARG_USES})

  if(tests)
    add_executable(${name}_test ${tests})
    target_include_directories(${name}_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(${name}_test PRIVATE openitmo_${name} GTest::gmock GTest::gtest_main)
    target_compile_definitions(${name}_test PRIVATE OPENITMO_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    openitmo_compile_as(${kind}_test ${name}_test)
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()
