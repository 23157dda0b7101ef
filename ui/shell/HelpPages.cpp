#include "ui/shell/HelpPages.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/TextDialog.h"

namespace zhuyi {

HelpPages::HelpPages(EngineClient* client, QWidget* window) : QObject(window), client_(client), window_(window) {}

void HelpPages::showHelp() {
    auto* dialog = new TextDialog(
        [] { return tr("How to begin"); },
        [] {
            return tr(
                "<h2>How to begin</h2>"
                "<ol>"
                "<li>The window begins with a <b>built-in corpus</b>: Chinese–English sentence pairs from a grammar, "
                "of which "
                "it is known which word translates which. <b>Open</b> a file of your own instead whenever you like: "
                "one pair a "
                "line, a tab between the two sides. The Corpus panel shows what is in it.</li>"
                "<li>Choose a <b>preset</b>. <i>small</i> shows its first patterns within about a minute and takes a "
                "few for the whole run; the larger ones translate better and take longer. Every setting is explained "
                "in the settings of the run.</li>"
                "<li>Press <b>Start</b>. The loss falls as the model gets better at guessing the next word; the "
                "validation curve tells how well it does on sentences that it never trained on. Early on it may lie "
                "below "
                "the training curve: dropout silences units only while training, and the running mean lags.</li>"
                "<li>Watch the <b>attention</b>: each row is a word of the translation (the reference, for the "
                "sentences "
                "chosen to watch; the model's own, for the translation box), each column a word of the source. The "
                "stronger the colour of a cell (in the dark theme, the brighter), the more the model looked there; "
                "each row sums to 1. It begins as "
                "noise and sharpens as the model learns which words belong together.</li>"
                "<li>Is the heatmap <b>right</b>? Where the true alignment is known, <i>Gold</i> outlines it, and the "
                "alignment error rate is drawn beneath the losses. For a corpus of your own, <i>Open → Gold "
                "alignments…</i> "
                "reads it from a file.</li>"
                "<li>Attention learns to translate, not to align. <b>Guided attention</b> teaches it to align as well: "
                "press "
                "<i>Keep for comparison</i>, train again with the box checked, and see both heatmaps side by side.</li>"
                "<li>Type a sentence into the <b>translation</b> box, while the model trains or after. It writes the "
                "likeliest word at each step (greedy search).</li>"
                "<li><b>Save</b> the model to open it again later, without the corpus.</li>"
                "</ol>"
                "<p>Pause at any time, or take one step after another. The panels can be moved, enlarged, torn "
                "off and hidden; <i>View → Reset layout</i> brings them back.</p>");
        },
        window_);
    dialog->show();
}

void HelpPages::showAbout() {
    const bool isReady = client_->isReady();
    const EngineInfo info = client_->info();
    auto* dialog = new TextDialog(
        [] { return tr("About Zhuyi"); },
        [isReady, info] {
            QString page = tr("<h2>Zhuyi 注意 %1</h2>"
                              "<p>Watch a translation model learn to pay attention.</p>"
                              "<p>Free software under the GNU General Public License, version 3 or later "
                              "(GPL-3.0-or-later). It comes without any warranty.</p>")
                               .arg(QStringLiteral(ZHUYI_VERSION));
            page += tr("<p>It stands on Qt %1, LibTorch %2 and QCustomPlot.</p>")
                        .arg(QString::fromLatin1(qVersion()),
                             isReady ? QString::fromStdString(info.torchVersion).toHtmlEscaped() : QString());
            if (isReady)
                page += tr("<p>Matrix products: %1<br>Device: %2, threads: %3</p>")
                            .arg(QString::fromStdString(info.blas).toHtmlEscaped(),
                                 QString::fromStdString(info.device).toHtmlEscaped())
                            .arg(info.threads);
            return page;
        },
        window_);
    dialog->resize(480, 340);
    dialog->show();
}

} // namespace zhuyi
