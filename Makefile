# OpenITMO. `make` lists what can be made.
ITMO := build/release/bin/itmo
SECONDS_PER_FUZZER ?= 180
FUZZERS = $(notdir $(basename $(wildcard tests/fuzz/*_fuzz.cpp)))
CXX_FILES = find src tests bench \( -name '*.h' -o -name '*.cpp' \) -print0

.DEFAULT_GOAL := help
.PHONY: help demo build test test-long test-asan test-tsan simulate fuzz bench lint format pages clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'

demo: ## install, build, run both programmes, verify the results
	@tools/install_packages.sh build
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target itmo
	$(ITMO) run programmes/senegal-waste
	$(ITMO) run programmes/soc-son
	$(ITMO) verify out/senegal-waste
	$(ITMO) verify out/soc-son

build: ## everything, optimised, in build/release
	@tools/install_packages.sh build
	@cmake --preset release >/dev/null
	cmake --build --preset release

test: ## what every change must pass
	@tools/install_packages.sh build test
	@cmake --preset ci >/dev/null
	cmake --build --preset ci
	ctest --preset ci --parallel 2 --output-junit $(CURDIR)/build/ci/tests.xml

test-long: test lint test-asan test-tsan simulate fuzz bench ## the rest: sanitizers, simulation, fuzzing, clang-tidy, benchmarks

test-asan: ## the tests with address and undefined-behaviour sanitizers
	@tools/install_packages.sh build test
	@cmake --preset asan >/dev/null
	cmake --build --preset asan
	ctest --preset asan --parallel 2

test-tsan: ## all that runs on threads with the thread sanitizer: writer, checks, draws
	@tools/install_packages.sh build test
	@cmake --preset tsan >/dev/null
	cmake --build --preset tsan --target registry_store_test itmo
	build/tsan/bin/registry_store_test --gtest_filter='GroupCommit*:GroupWriter*:EntryReader*:Snapshot*:Registry.*'
	/usr/bin/python3 bench/submissions.py build/tsan/bin/itmo 20 400
	build/tsan/bin/itmo quantify programmes/senegal-waste --draws 2000 >/dev/null

simulate: ## failing and killed registries by the thousand, deep small worlds, long histories
	@tools/install_packages.sh build test
	@cmake --preset release >/dev/null
	cmake --build --preset release --target registry_store_test model_test
	OPENITMO_SIMULATIONS=1000 build/release/bin/registry_store_test --gtest_filter='Simulation.*'
	OPENITMO_EXHAUSTIVE_DEPTH=11 build/release/bin/model_test --gtest_filter='Exhaustive.*'
	OPENITMO_KILLS=2000 build/release/bin/registry_store_test --gtest_filter='Kill.*'
	RC_PARAMS="max_success=50000 max_size=200" build/release/bin/model_test --gtest_filter='Model.*'

fuzz: ## every parser, SECONDS_PER_FUZZER each
	@tools/install_packages.sh build long
	@cmake --preset fuzz >/dev/null
	cmake --build --preset fuzz --target $(FUZZERS)
	tools/run_fuzzers.sh build/fuzz/bin $(SECONDS_PER_FUZZER)

bench: build ## the benchmarks
	@tools/install_packages.sh long
	@for bench in build/release/bin/*_bench; do $$bench || exit 1; done
	/usr/bin/python3 bench/monte_carlo_numpy.py build/release/bin/monte_carlo_bench
	/usr/bin/python3 bench/submissions.py build/release/bin/itmo

lint: ## clang-tidy 19 over all C++
	@tools/install_packages.sh build long
	@cmake --preset dev >/dev/null
	run-clang-tidy-19 -quiet -extra-arg=-Wno-deprecated-declarations -p build/dev '$(CURDIR)/(src|tests|bench)/.*\.cpp$$'

format: ## write all C++ as .clang-format says
	@tools/install_packages.sh test
	$(CXX_FILES) | xargs -0 clang-format-19 -i

pages: ## rewrite the pages of docs that come from the code
	@tools/install_packages.sh build
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target write_pages
	build/release/bin/write_pages docs

clean: ## remove what was built
	rm -rf build
