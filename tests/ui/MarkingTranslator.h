#pragma once

#include <QTranslator>

namespace zhuyi {

/// "Translates" every text by putting it into brackets, so that a text that missed a change of language shows.
class MarkingTranslator : public QTranslator {
  public:
    QString translate(const char*, const char* source, const char*, int) const override {
        return u'[' + QString::fromUtf8(source) + u']';
    }
    bool isEmpty() const override { return false; }
};

} // namespace zhuyi
