// StartTime [RUNS]: how long a person waits after starting the program, on the display at hand. Starts the window RUNS
// times (5 unless said) as processes of their own, with settings and data that are empty, and prints milliseconds since
// the start of the process, the median and the worst:
//   window   the window is drawn
//   start    Start can be pressed
//   engine   LibTorch is loaded
//   corpus   the built-in corpus is ready to train on
#include "ui/client/EngineClient.h"
#include "ui/client/LateEngine.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/MainWindow.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <map>
#include <vector>

using namespace zhuyi;

namespace {

double now() { // the same clock in all processes
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The window that the program opens, which tells when it has come so far, and goes.
class Start : public QObject {
  public:
    explicit Start(double began) : began_(began) {
        QApplication::instance()->installEventFilter(this);
        QObject::connect(&client_, &EngineClient::ready, this, [this] { tell("engine"); });
        QObject::connect(&client_, &EngineClient::corpusOpened, this, [this] { tell("corpus"); });
        engine_.loadWhenDrawn(&window_);
        window_.show();
        window_.openBuiltIn();
    }

  protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (object == &window_ && event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, [this] { tell("window"); }); // once it is flushed
        if (start_->isVisible() && start_->isEnabled())
            tell("start");
        return false;
    }

  private:
    void tell(const char* what) {
        if (!std::exchange(told_[what], true))
            QTextStream(stdout) << what << ' ' << now() - began_ << Qt::endl;
        if (told_.size() < 4)
            return;
        QApplication::instance()->removeEventFilter(this);
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    }

    double began_;
    std::map<std::string, bool> told_;
    LateEngine engine_;
    EngineClient client_{engine_.factory()};
    MainWindow window_{&client_};
    QToolButton* start_ = window_.findChild<QToolButton*>(QStringLiteral("startButton"));
};

int runOnce(int argc, char** argv) {
    const double began = QString::fromLocal8Bit(argv[2]).toDouble();
    QApplication application(argc, argv);
    QApplication::setFont(Fonts::withChinese(QApplication::font()));
    applyTheme(themeNamed({}));
    applyLanguage({});
    Start start(began);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 2 && qstrcmp(argv[1], "--once") == 0)
        return runOnce(argc, argv);
    QCoreApplication application(argc, argv);
    const int runs = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 5;
    std::map<QString, std::vector<double>> times;
    for (int i = 0; i < runs; ++i) {
        const QTemporaryDir home;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "ZHUYI_DATA"})
            environment.insert(QString::fromLatin1(name), home.path());
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--once"), QString::number(now(), 'f', 3)});
        program.waitForFinished(120000);
        const auto lines = QString::fromUtf8(program.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines)
            times[line.section(u' ', 0, 0)].push_back(line.section(u' ', 1).toDouble());
    }
    QTextStream out(stdout);
    for (const char* what : {"window", "start", "engine", "corpus"}) {
        auto& found = times[QString::fromLatin1(what)];
        std::sort(found.begin(), found.end());
        if (!found.empty())
            out << what << "  median " << qRound(found[found.size() / 2]) << " ms, worst " << qRound(found.back())
                << " ms of " << found.size() << Qt::endl;
    }
    return times.size() == 4 ? 0 : 1;
}
