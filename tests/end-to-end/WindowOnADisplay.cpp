#include "tests/end-to-end/Program.h"
#include "tests/end-to-end/TinyCorpus.h"

#include <QDeadlineTimer>
#include <QScopeGuard>
#include <QTemporaryDir>

// After Qt: X11 has macros for names that Qt uses.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

/// The program as a person starts it on a desktop: on an X display, through Qt's real platform plugin.
class WindowOnADisplay : public QObject {
    Q_OBJECT

    QProcess server_;
    QByteArray display_;
    Display* connection_ = nullptr;

    /// The title of a window below this one that has one, and that window.
    QString titleBelow(Window window, Window& found) const {
        XTextProperty name;
        if (XGetTextProperty(connection_, window, &name, XInternAtom(connection_, "_NET_WM_NAME", 0)) != 0) {
            const auto title = QString::fromUtf8(reinterpret_cast<const char*>(name.value));
            XFree(name.value);
            XWindowAttributes attributes;
            if (XGetWindowAttributes(connection_, window, &attributes) != 0 && attributes.map_state == IsViewable &&
                !title.isEmpty()) {
                found = window;
                return title;
            }
        }
        Window root = 0, parent = 0;
        Window* children = nullptr;
        unsigned int count = 0;
        QString title;
        if (XQueryTree(connection_, window, &root, &parent, &children, &count) != 0) {
            for (unsigned int i = 0; i < count && title.isEmpty(); ++i)
                title = titleBelow(children[i], found);
            XFree(children);
        }
        return title;
    }
    void close(Window window) const {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = window;
        event.xclient.message_type = XInternAtom(connection_, "WM_PROTOCOLS", 0);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(XInternAtom(connection_, "WM_DELETE_WINDOW", 0));
        XSendEvent(connection_, window, 0, NoEventMask, &event);
        XFlush(connection_);
    }

  private Q_SLOTS:
    void initTestCase() {
        server_.start(QStringLiteral("Xvfb"),
                      {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                       QStringLiteral("0"), QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"),
                       QStringLiteral("tcp")});
        if (!server_.waitForStarted())
            QSKIP("NOT TESTED: there is no Xvfb (package xvfb)");
        while (!server_.canReadLine())
            QVERIFY(server_.waitForReadyRead(LimitMs));
        display_ = ":" + server_.readLine().trimmed();
        connection_ = XOpenDisplay(display_.constData());
        QVERIFY(connection_);
        XSetErrorHandler([](Display*, XErrorEvent*) { return 0; }); // windows come and go while they are asked
    }
    void cleanupTestCase() {
        if (connection_)
            XCloseDisplay(connection_);
        server_.terminate();
        server_.waitForFinished();
    }

    void opensNamesTheCorpusThatItWasGivenAndCloses() {
        QTemporaryDir home;
        const auto corpus = home.filePath(QStringLiteral("tiny pairs.tsv"));
        writeFile(corpus, tinyCorpus(200));
        auto environment = bareEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), QString::fromLatin1(display_));
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.remove(QStringLiteral("XDG_CONFIG_HOME"));
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(ZHUYI_PROGRAM), {corpus});
        Window window = 0;
        QString title;
        const QDeadlineTimer deadline(LimitMs);
        while (!title.contains(QStringLiteral("tiny pairs")) && program.state() != QProcess::NotRunning &&
               !deadline.hasExpired()) {
            program.waitForFinished(20);
            title = titleBelow(DefaultRootWindow(connection_), window);
        }
        const auto kill = qScopeGuard([&] { program.kill(), program.waitForFinished(); });
        QVERIFY2(title.contains(QStringLiteral("tiny pairs")), qPrintable(title));
        close(window);
        const auto outcome = outcomeOf(program);
        COMPARE_FINE(outcome);
    }
};

QTEST_GUILESS_MAIN(WindowOnADisplay)
#include "WindowOnADisplay.moc"
