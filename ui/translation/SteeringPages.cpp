#include "ui/translation/SteeringPages.h"

#include "ui/attention/AttentionPanel.h"
#include "ui/shell/HelpSection.h"
#include "ui/translation/BeamPage.h"
#include "ui/translation/ChoicesPage.h"
#include "ui/translation/ForcePage.h"
#include "ui/translation/InfluencePage.h"
#include "ui/translation/TranslationBox.h"
#include "ui/translation/WhatIfPage.h"

namespace zhuyi {

SteeringPages::SteeringPages(EngineClient* client, AttentionPanel* panel, TranslationBox* box) : QObject(panel) {
    auto* influence = new InfluencePage(client);
    pages_ = {influence, new ChoicesPage(client), new BeamPage(client), new WhatIfPage(client), new ForcePage(client)};
    const char* sections[] = {"influence", "choices", "beam", "whatif", "forced"};
    for (std::size_t i = 0; i < pages_.size(); ++i)
        HelpSection::set(pages_[i], QString::fromLatin1(sections[i]));
    connect(influence, &InfluencePage::helpWanted, this, &SteeringPages::helpWanted);
    for (AskingPage* page : pages_) {
        page->setOptions(box->options());
        connect(box, &TranslationBox::optionsChanged, page, &AskingPage::setOptions);
        connect(page, &AskingPage::exampleWanted, box, &TranslationBox::takeExample);
        panel->addPage(page);
    }
}

} // namespace zhuyi
