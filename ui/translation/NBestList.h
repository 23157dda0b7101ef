#pragma once

#include "engine/session/Translation.h"

#include <QListWidget>

namespace zhuyi {

/// The best translations of one sentence with their scores, where there are several; the user chooses one to look at.
class NBestList : public QListWidget {
    Q_OBJECT
  public:
    explicit NBestList(QWidget* parent = nullptr);

    /// With the others that come with it. The same text stays chosen.
    void setBest(const TranslationPtr& best);
    const TranslationPtr& best() const { return best_; }
    /// The one that is chosen; null where there is none.
    TranslationPtr chosen() const;

  Q_SIGNALS:
    void chosenChanged(); // by the user

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void add(const Translation& translation);
    void retranslate();

    TranslationPtr best_;
};

} // namespace zhuyi
