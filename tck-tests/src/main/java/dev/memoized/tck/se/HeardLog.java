package dev.memoized.tck.se;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** What {@code java.util.logging} hears of errors: OpenWebBeans tells only there why it refuses a deployment. */
final class HeardLog extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    HeardLog() {
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            lines.add(new SimpleFormatter().formatMessage(line) + "\n" + messages(line.getThrown()));
        }
    }

    String text() {
        return String.join("\n", lines);
    }

    /** The messages of an exception, its causes and those that it suppresses; no stack trace. */
    static String messages(@Nullable Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            messages.append(each).append('\n');
            for (Throwable suppressed : each.getSuppressed()) {
                messages.append(messages(suppressed));
            }
        }
        return messages.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
