#pragma once

#include <QTextBrowser>

namespace zhuyi {

/// What attention is and what each picture shows, in the user's language; the text and its pictures are files under
/// resources/help.
class HelpPanel : public QTextBrowser {
    Q_OBJECT
  public:
    explicit HelpPanel(QWidget* parent = nullptr);

    /// "" is the beginning.
    void showSection(const QString& section);
    QString section() const { return section_; }

  protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void load();
    int spareWidth() const;

    QString section_;
    bool isLoading_ = false;
};

} // namespace zhuyi
