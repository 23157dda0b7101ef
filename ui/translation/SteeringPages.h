#pragma once

#include <QObject>

#include <vector>

namespace zhuyi {

class AskingPage;
class AttentionPanel;
class EngineClient;
class TranslationBox;

/// Adds to the attention panel the pages in which one asks the model, rather than watching it: influence, choices,
/// beam, what if, and force it; they decode as the translation box does.
class SteeringPages : public QObject {
    Q_OBJECT
  public:
    SteeringPages(EngineClient* client, AttentionPanel* panel, TranslationBox* box);

  Q_SIGNALS:
    void helpWanted(const QString& anchor);

  private:
    std::vector<AskingPage*> pages_;
};

} // namespace zhuyi
