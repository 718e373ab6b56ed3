package dev.memoized.examples.bookshop;

import java.util.List;

/**
 * What happened since the last news. All times are microseconds since the shop opened.
 *
 * @param calls that have ended
 * @param runs of the slow query that have begun or ended
 * @param states of the shop, the newest last
 */
public record News(List<Call> calls, List<Run> runs, List<State> states) {

    /** Something to tell. */
    sealed interface Item permits Call, Run, State {}

    /**
     * A call that has ended.
     *
     * @param caller the number of who called
     * @param language asked for
     * @param outcome the library's word; {@code NOT_MEMOIZED} for a call past the cache
     * @param begin of the call
     * @param end of it
     */
    public record Call(int caller, String language, String outcome, long begin, long end) implements Item {}

    /**
     * A run of the slow query.
     *
     * @param number the first one is 1
     * @param language asked for
     * @param begin of it
     * @param end of it, -1 while it runs
     * @param failed whether it ended without a list
     */
    public record Run(long number, String language, long begin, long end, boolean failed) implements Item {}

    /**
     * How things are.
     *
     * @param now the moment
     * @param origin how the database is
     * @param runs how many runs of the query have begun
     * @param entries of the two languages that the page shows
     * @param waiting calls that have not ended
     */
    public record State(long now, String origin, long runs, List<Entry> entries, List<Waiting> waiting)
            implements Item {}

    /**
     * What is remembered of a list.
     *
     * @param language of it
     * @param remembered whether it is there
     * @param ageMicros since it was begun
     * @param titles the first ones on it
     */
    public record Entry(String language, boolean remembered, long ageMicros, List<String> titles) {}

    /**
     * A call that has not ended.
     *
     * @param caller the number of who called
     * @param begin of the call
     */
    public record Waiting(int caller, long begin) {}

    static News of(List<Item> items) {
        return new News(all(items, Call.class), all(items, Run.class), all(items, State.class));
    }

    private static <T> List<T> all(List<Item> items, Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
