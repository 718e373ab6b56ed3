package dev.memoized;

import java.time.Duration;

/**
 * A call of a memoized method has ended: a CDI event, fired on the thread on which it ended, and only while somebody
 * observes this type with {@code @Observes}. Observers are looked for once, when the application opens. What they throw is
 * logged once and otherwise ignored.
 *
 * @param name the method's namespace
 * @param outcome how it ended
 * @param age of the served value; zero when none was served
 */
public record CallEnded(String name, Outcome outcome, Duration age) {}
