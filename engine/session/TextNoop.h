#pragma once

/// Marks a string for lupdate, which finds it under this name; the engine itself knows no Qt.
#define TEXT_NOOP(context, text) text
