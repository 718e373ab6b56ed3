package dev.memoized;

/**
 * Something became of a renewal behind the callers: a CDI event, fired under the conditions of {@link CallEnded}.
 *
 * @param name the method's namespace
 * @param event what
 */
public record RefreshEnded(String name, RefreshEvent event) {}
