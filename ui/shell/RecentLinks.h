#pragma once

#include "ui/shell/LinkLabel.h"

namespace zhuyi {

/// The files opened before, the newest few as links; hidden while there are none.
class RecentLinks : public LinkLabel {
    Q_OBJECT
  public:
    explicit RecentLinks(QWidget* parent = nullptr);

    /// Newest first; `present` is at hand already.
    void setFiles(const QStringList& paths, const QString& present);

  Q_SIGNALS:
    void chosen(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    QStringList paths_;
};

} // namespace zhuyi
