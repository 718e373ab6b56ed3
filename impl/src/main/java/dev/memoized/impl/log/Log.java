package dev.memoized.impl.log;

import dev.memoized.MemoizedException;
import java.lang.System.Logger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The only way to the log. Never given keys or values. {@link System.Logger} needs nothing beside it on any runtime
 * (docs/adr/0006).
 */
public final class Log {
    private static final int SUBJECTS_AT_MOST = 1_000;
    private static final String HOUSE = "dev.memoized.";
    private static final String OURS = HOUSE + "impl";

    private final Logger logger = System.getLogger("dev.memoized");
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** Makes a message once: what is loaded and linked first where the stack is full would be unusable for good. */
    public Log() {
        String subject = subjectOf(StoreMessage.STORE_FAILED, "");
        text(StoreMessage.STORE_FAILED, subject, sayable(new IllegalStateException()));
    }

    public void info(Message message, Object... details) {
        logger.log(Logger.Level.INFO, () -> message.text(details));
    }

    public void warn(Message message, Object... details) {
        logger.log(Logger.Level.WARNING, () -> message.text(details));
    }

    /** Whether {@link #debug} tells anything: ask before you make its details. */
    public boolean isDebug() {
        return logger.isLoggable(Logger.Level.DEBUG);
    }

    public void debug(Message message, Object... details) {
        logger.log(Logger.Level.DEBUG, () -> message.text(details));
    }

    /**
     * Warns the first time that a message concerns a subject, and goes on at level DEBUG. Of a foreign exception only its
     * class and place are told: its message may hold a value; ours never do.
     *
     * @param subject the message's first detail: a method's or a class' name
     */
    public void once(Message message, String subject, Throwable cause) {
        Logger.Level level = levelOf(message, subject);
        if (logger.isLoggable(level)) {
            logger.log(level, text(message, subject, sayable(cause)));
        }
    }

    /**
     * The same without an exception.
     *
     * @param detail the message's second one
     */
    public void once(Message message, String subject, String detail) {
        Logger.Level level = levelOf(message, subject);
        if (logger.isLoggable(level)) {
            logger.log(level, text(message, subject, detail));
        }
    }

    private Logger.Level levelOf(Message message, String subject) {
        boolean first = said.size() < SUBJECTS_AT_MOST && said.add(subjectOf(message, subject));
        return first ? Logger.Level.WARNING : Logger.Level.DEBUG;
    }

    private static String subjectOf(Message message, String subject) {
        return message.id() + subject;
    }

    private static String text(Message message, String subject, String detail) {
        return message.text(subject, detail);
    }

    private static String sayable(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        if (isOurs(cause, trace)) {
            return String.valueOf(cause.getMessage());
        }
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** Of a class that only we have, or made by one of our backends. */
    private static boolean isOurs(Throwable cause, StackTraceElement[] trace) {
        return cause instanceof MemoizedException
                && (cause.getClass().getPackageName().startsWith(OURS)
                        || (trace.length > 0 && trace[0].getClassName().startsWith(HOUSE)));
    }
}
