#pragma once

#include "ui/shell/MenuButton.h"

#include <QStringList>

namespace zhuyi {

class EngineClient;

/// A menu of sentences to try: of those that the model was not trained on, spread over the corpus, else some of our
/// own.
class ExamplesButton : public MenuButton {
    Q_OBJECT
  public:
    explicit ExamplesButton(EngineClient* client, QWidget* parent = nullptr);
    /// In the language that the model at hand takes; never empty.
    QStringList sentences() const;

  Q_SIGNALS:
    void chosen(const QString& sentence);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void fill();
    void retranslate();

    EngineClient* client_;
};

} // namespace zhuyi
