#pragma once

// CLI11 takes seconds to compile in each file that includes it: only those that define options do.
namespace CLI {

class App;
class Option;

}  // namespace CLI
