#pragma once

#include "engine/session/CorpusSummary.h"

#include <QWidget>

#include <memory>

class QFormLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace zhuyi {

class EngineClient;
class LengthHistogram;

/// What the corpus at hand is made of; before there is one, where to bring it.
class CorpusPanel : public QWidget {
    Q_OBJECT
  public:
    explicit CorpusPanel(EngineClient* client, QWidget* parent = nullptr);

  Q_SIGNALS:
    void openRequested();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeStartPage();
    QWidget* makeSummaryPage();
    void retranslate();
    void refresh();
    void addFact(const QString& name, const QString& value, const QString& toolTip = {});

    EngineClient* client_;
    QStackedWidget* pages_;
    QLabel* invitation_;
    QLabel* format_;
    QLabel* dropHint_;
    QPushButton* open_;
    QLabel* title_;
    QFormLayout* facts_;
    LengthHistogram* histogram_;
    QLabel* examplesTitle_;
    QTreeWidget* examples_;
};

} // namespace zhuyi
