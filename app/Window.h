#pragma once

#include <string>

/// Opens the window, with a corpus or a model where one is named, and answers the program's exit code once it is
/// closed.
int runWindow(int argc, char** argv, const std::string& file);
