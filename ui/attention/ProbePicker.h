#pragma once

#include "engine/session/CorpusSummary.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace zhuyi {

/// Chooses the sentences to watch: of the dev set, or typed in.
class ProbePicker : public QDialog {
    Q_OBJECT
  public:
    ProbePicker(const std::vector<SentencePair>& offered, const std::vector<SentencePair>& chosen, bool sourceIsChinese,
                QWidget* parent = nullptr);

    std::vector<SentencePair> chosen() const;

  Q_SIGNALS:
    void sentencesChosen(const std::vector<zhuyi::SentencePair>& sentences);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QListWidgetItem* insert(int row, const SentencePair& pair, bool checked);
    void addTyped();
    void filter(const QString& words);
    void update();
    void retranslate();

    bool sourceIsChinese_;
    std::vector<SentencePair> pairs_; // an item's index into them is its Qt::UserRole
    QLineEdit *search_, *source_, *target_;
    QListWidget* list_;
    QLabel *count_, *typeLabel_;
    QPushButton *add_, *accept_;
};

} // namespace zhuyi
