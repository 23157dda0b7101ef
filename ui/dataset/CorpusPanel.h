#pragma once

#include "engine/session/CorpusSummary.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QFormLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace zhuyi {

class EngineClient;
class RecentLinks;
class LengthHistogram;

/// What the corpus at hand is made of; before there is one, where to bring it.
class CorpusPanel : public QWidget {
    Q_OBJECT
  public:
    explicit CorpusPanel(EngineClient* client, QWidget* parent = nullptr);

    /// To be offered beside the corpus at hand, newest first.
    void setRecentFiles(const QStringList& paths);

  Q_SIGNALS:
    void openRequested();
    void fileRequested(const QString& path);
    void alignmentsRequested();
    void alignmentsDropped();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeStartPage();
    QWidget* makeSummaryPage();
    void retranslate();
    void refresh();
    void addFact(const QString& name, const QString& value, const QString& toolTip = {});
    void addAlignments(const CorpusSummary& corpus);
    void updateButtons();

    EngineClient* client_;
    QStackedWidget* pages_;
    QLabel* invitation_;
    QLabel* format_;
    QLabel* dropHint_;
    QPushButton* open_;
    QLabel* title_;
    QLabel* about_; // what the built-in corpus is
    QPushButton *openOwn_, *giveAlignments_, *dropAlignments_;
    RecentLinks* recent_;
    QStringList recentFiles_;
    QFormLayout* facts_;
    LengthHistogram* histogram_;
    QLabel* examplesTitle_;
    QTreeWidget* examples_;
};

} // namespace zhuyi
