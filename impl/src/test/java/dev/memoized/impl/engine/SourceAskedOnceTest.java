package dev.memoized.impl.engine;

import static dev.memoized.impl.engine.Versioned.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.VersionSource;
import dev.memoized.impl.engine.Versioned.Counting;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a source is asked where it is easily asked too often: kills "a source that calls its method asks itself". */
@Timeout(60)
class SourceAskedOnceTest {
    private static final VersionSource ONE = version(1);

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final ConcurrentMap<Object, Object> request = TestRequests.begin();
    private final Rigged method =
            rig.plain(Versioned.terms(Terms.standard()), arguments -> "value-" + computations.incrementAndGet());

    @AfterEach
    void nothingIsLeft() {
        rig.gate().close();
        assertThat(method.flights()).isZero();
        assertThat(rig.clock().waiters()).isZero();
    }

    private Object inRequest(String key, VersionSource source) throws Exception {
        return rig.requests().in(request, () -> method.call(key, source));
    }

    @Test
    void keysBeyondTheLimit_areNotKeptAndThoseBeforeStay() throws Exception {
        Counting one = new Counting(ONE);
        inRequest("early", one);
        for (int i = request.size(); i < 10_000; i++) {
            request.put(i, "taken");
        }
        inRequest("late", one);
        inRequest("late", one);
        assertThat(request).hasSize(10_000);
        assertThat(one.times()).isEqualTo(3);
        rig.clock().advance(Duration.ofSeconds(61));
        assertThat(inRequest("early", one)).isEqualTo("value-1");
        assertThat(one.times()).isEqualTo(3);
    }

    @Test
    void twoThreadsOfOneRequestBeginAtOnce_sourceIsAskedOnce() {
        Counting one = new Counting(ONE);
        ConcurrentMap<Object, Object> shared = new ConcurrentHashMap<>() {
            @Override
            public Object get(Object key) {
                Object known = super.get(key);
                rig.gate().reached(Place.FOLLOWING, "request");
                return known;
            }
        };
        rig.gate().hold(Place.FOLLOWING, "request");
        try (Callers<Object> callers =
                Callers.start(2, number -> rig.requests().in(shared, () -> method.call("k", one)))) {
            rig.gate().awaitReached(Place.FOLLOWING, "request", 2);
            rig.gate().open(Place.FOLLOWING, "request");
            assertThat(callers.values()).containsOnly("value-1");
        }
        assertThat(one.times()).isEqualTo(1);
    }

    @Test
    void sourceCallsItsOwnMethod_theInnerCallIsJudgedByLimitsAlone() throws Exception {
        Counting recursive = recursive();
        assertThat(method.call("k", recursive)).isEqualTo("value-2");
        assertThat(recursive.times()).isEqualTo(1);
        assertThat(method.call("k", recursive)).isEqualTo("value-2");
        assertThat(recursive.times()).isEqualTo(2);
    }

    @Test
    void sourceCallsItsOwnMethodInARequest_theInnerCallIsJudgedByLimitsAlone() throws Exception {
        Counting recursive = recursive();
        assertThat(inRequest("k", recursive)).isEqualTo("value-2");
        assertThat(inRequest("k", recursive)).isEqualTo("value-2");
        assertThat(recursive.times()).isEqualTo(1);
    }

    @Test
    void sourcesCallEachOthersMethods_eachIsAskedOnce() throws Exception {
        AtomicReference<Counting> other = new AtomicReference<>();
        Counting first = new Counting(call -> lengthOf("b", other.get()));
        other.set(new Counting(call -> lengthOf("a", first)));
        method.call("a", first);
        assertThat(first.times()).isEqualTo(1);
        assertThat(other.get().times()).isEqualTo(1);
    }

    /** Its version is the same each time, and needs the method that it is the version of. */
    private Counting recursive() {
        AtomicReference<Counting> self = new AtomicReference<>();
        self.set(new Counting(call -> lengthOf("k", self.get())));
        return self.get();
    }

    private int lengthOf(String key, VersionSource source) {
        try {
            return String.valueOf(method.call(key, source)).length();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
