#pragma once

#include "ui/attention/ColourMap.h"

namespace zhuyi {

/// How attention is to be drawn, whatever the view.
struct MapStyle {
    enum class LinkColours { ByWeight, ByWord };

    ColourMap::Scale scale = ColourMap::Scale::Ocean;
    bool values = false;          // written into the cells that are large enough
    bool gold = false;            // mark where the true alignment lies, if it is known
    bool scaledToLargest = false; // the full colour stands for the largest weight of the map rather than for 1
    bool statistics = false;      // entropy beside the rows, coverage below the columns
    LinkColours links = LinkColours::ByWeight; // of ribbons
};

} // namespace zhuyi
