#pragma once

#include "ui/attention/MapStyle.h"
#include "ui/attention/ShownSentence.h"

#include <QWidget>

namespace zhuyi {

class AttentionView;

/// One way to see the sentence that the attention panel shows: a tab of it. A new one derives from this class and is
/// given to AttentionPanel::addPage().
class SentencePage : public QWidget {
    Q_OBJECT
  public:
    using QWidget::QWidget;

    // The name on its tab, and its tool tip; asked again when the language changes.
    virtual QString title() const = 0;
    virtual QString explanation() const = 0;

    /// Called whenever something of the sentence has changed, while the page is the one in sight and when it comes into
    /// sight.
    virtual void setSentence(const ShownSentence& sentence) = 0;
    virtual void setMapStyle(const MapStyle&) {}
    /// Lights up a target word (row) and a source word (column) of the map; −1 for none.
    virtual void setPointed(int /*row*/, int /*column*/) {}

    /// Whether it can show earlier moments too: then the timeline stands below it.
    virtual bool hasTimeline() const { return false; }
    /// Whether it says the model's translation itself, as new as the page: else the panel does.
    virtual bool saysTranslation() const { return false; }
    /// What the menus export, copy and zoom; null where that means nothing here.
    virtual AttentionView* view() const { return nullptr; }

  Q_SIGNALS:
    /// The pointer came to these words.
    void pointed(int row, int column);
    /// Such as where something was written.
    void told(const QString& sentence);
};

} // namespace zhuyi
