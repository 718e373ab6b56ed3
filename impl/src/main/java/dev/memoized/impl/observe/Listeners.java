package dev.memoized.impl.observe;

import dev.memoized.CacheListener;
import dev.memoized.CallCounts;
import dev.memoized.impl.log.Log;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Those who hear of each namespace; methods of one name share them. Thread-safe. */
public final class Listeners {
    private final ConcurrentMap<String, MethodListeners> opened = new ConcurrentSkipListMap<>();
    private final CacheListener[] listeners;
    private final Log log;

    public Listeners(List<? extends CacheListener> listeners, Log log) {
        this.listeners = listeners.toArray(CacheListener[]::new);
        this.log = log;
    }

    /** Found once, when a method is opened. */
    public MethodListeners of(String name) {
        MethodListeners made = new MethodListeners(name, listeners, log);
        MethodListeners before = opened.putIfAbsent(name, made);
        return before == null ? made : before;
    }

    /** Of one namespace; all zero when it was never opened. */
    public CallCounts counts(String name) {
        MethodListeners known = opened.get(name);
        return known == null ? new Counters().counts(name) : known.counts();
    }

    /** Of all namespaces, in the order of their names. */
    public List<CallCounts> counts() {
        return opened.values().stream().map(MethodListeners::counts).toList();
    }
}
