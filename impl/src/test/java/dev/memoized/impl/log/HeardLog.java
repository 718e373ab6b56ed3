package dev.memoized.impl.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that our logger says while it is open, at all levels. */
public final class HeardLog extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.memoized");
    private final Level before = logger.getLevel();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    /** Begins to listen. */
    public static HeardLog open() {
        HeardLog heard = new HeardLog();
        heard.setLevel(Level.ALL);
        heard.logger.setLevel(Level.ALL);
        heard.logger.setUseParentHandlers(false);
        heard.logger.addHandler(heard);
        return heard;
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(before);
    }

    /** Texts, with levels. */
    public List<String> texts() {
        return records.stream()
                .map(each -> each.getLevel() + " " + each.getMessage())
                .toList();
    }

    /** Exceptions that were handed to the logger. */
    public List<Throwable> thrown() {
        return records.stream()
                .map(LogRecord::getThrown)
                .filter(each -> each != null)
                .toList();
    }
}
