#pragma once

#include "engine/session/DecodingOptions.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace zhuyi {

class BatchTranslation;
class EngineClient;

/// Asks for a text file and where its translation is to go, and shows how far that is. The window stays usable beside
/// it.
class BatchDialog : public QDialog {
    Q_OBJECT
  public:
    BatchDialog(EngineClient* client, const DecodingOptions& options, QWidget* parent = nullptr);

    void setInput(const QString& path);
    void setOutput(const QString& path);

  public Q_SLOTS:
    void reject() override;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void chooseInput();
    void chooseOutput();
    void startOrCancel();
    void showProgress(int lines, int ofLines, double secondsLeft);
    void updateState();
    void retranslate();

    EngineClient* client_;
    DecodingOptions options_;
    BatchTranslation* work_;
    QLabel *explanation_, *inputLabel_, *outputLabel_, *status_;
    QLineEdit *input_, *output_;
    QPushButton *chooseInput_, *chooseOutput_, *start_, *close_;
    QProgressBar* progress_;
    bool ownOutput_ = false; // chosen by the user, else made from the input's name
    bool isDone_ = false;    // status_ says what came of it
    bool isWritten_ = false; // that being the translation
};

} // namespace zhuyi
