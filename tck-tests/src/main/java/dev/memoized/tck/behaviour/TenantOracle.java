package dev.memoized.tck.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Judges what callers get and what computations away from them see, and collects what should not be. */
@ApplicationScoped
public class TenantOracle {
    private static final int EXAMPLES = 20;

    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
    private final Set<Integer> requests = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lastRequest = new AtomicInteger();
    private final LongAdder looks = new LongAdder();
    private final ConcurrentMap<Leak, LongAdder> violations = new ConcurrentHashMap<>();
    private final Queue<String> examples = new ConcurrentLinkedQueue<>();

    /** What can go wrong. */
    public enum Leak {
        ANSWER,
        HOLDER,
        PRINCIPAL,
        REQUEST,
        PLAIN,
        INHERITABLE,
        INTERCEPTED
    }

    /**
     * What a computation saw.
     *
     * @param declared the tenant by the snapshot, null where none is declared
     * @param holder the tenant by the request-scoped bean
     * @param principal who asks
     * @param request the number of the request-scoped bean
     * @param plain a thread local of callers
     * @param inheritable another one, that new threads inherit
     * @param intercepted one that an interceptor around the call sets from the holder
     */
    record Sight(
            @Nullable String declared,
            @Nullable String holder,
            @Nullable String principal,
            int request,
            @Nullable String plain,
            @Nullable String inheritable,
            @Nullable String intercepted) {}

    /** From now on this thread is a caller's. */
    public void watchCaller() {
        callers.add(Thread.currentThread());
    }

    public boolean isOnCaller() {
        return callers.contains(Thread.currentThread());
    }

    /** Another number at each call; negative for what a caller's thread makes. */
    public int numberRequest() {
        int number = lastRequest.incrementAndGet();
        return isOnCaller() ? -number : number;
    }

    /** What a caller got. */
    public void judge(String tenant, String key, String answer) {
        report(Leak.ANSWER, !answer.startsWith(tenant + "/" + key + "#"), tenant, answer);
    }

    /** What a computation saw that should see the declared tenant only. */
    public void judge(Sight sight) {
        looks.increment();
        String declared = sight.declared();
        report(Leak.HOLDER, !Objects.equals(sight.holder(), declared), declared, sight);
        report(Leak.PRINCIPAL, sight.principal() != null, declared, sight);
        report(Leak.REQUEST, sight.request() < 0 || !requests.add(sight.request()), declared, sight);
        report(Leak.PLAIN, sight.plain() != null, declared, sight);
        report(Leak.INHERITABLE, sight.inheritable() != null, declared, sight);
        boolean ofAnother = sight.intercepted() != null && !sight.intercepted().equals(declared);
        report(Leak.INTERCEPTED, ofAnother, declared, sight);
    }

    private void report(Leak leak, boolean found, @Nullable String tenant, Object what) {
        if (!found) {
            return;
        }
        violations.computeIfAbsent(leak, kind -> new LongAdder()).increment();
        if (examples.size() < EXAMPLES) {
            examples.add(leak + " for " + tenant + ": " + what);
        }
    }

    /** How many computations were judged. */
    public long looks() {
        return looks.sum();
    }

    /** How often each went wrong; nothing else is in it. */
    public Map<Leak, Long> violations() {
        Map<Leak, Long> counts = new EnumMap<>(Leak.class);
        violations.forEach((leak, count) -> counts.put(leak, count.sum()));
        return Collections.unmodifiableMap(counts);
    }

    /** The first of them. */
    public String examples() {
        return String.join("\n", examples);
    }
}
