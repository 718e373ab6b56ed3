package dev.memoized.impl.engine;

import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.EntryException;
import dev.memoized.MemoizedEntry;
import dev.memoized.Remembered;
import dev.memoized.UndeclaredContextException;
import dev.memoized.VersionSource;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a handle does with the entry of a call. */
@Timeout(60)
class HandleTest {
    private final AtomicInteger computations = new AtomicInteger();
    private final Rig rig = Rig.create();
    private final Rigged method = rig.plain(Terms.twoLimits(), this::compute);
    private final MemoizedEntry<Object> entry = method.memoized().entry(() -> method.call("k"));

    private Object compute(Object... arguments) {
        return arguments[0] + "#" + computations.incrementAndGet();
    }

    @AfterEach
    void letGo() {
        rig.gate().close();
    }

    private Object value() {
        return entry.lookup().map(Remembered::value).orElse(null);
    }

    @Test
    void looking_up_nothing_computes_nothing() {
        assertThat(entry.lookup()).isEmpty();
        assertThat(entry.contains()).isFalse();
        assertThat(computations).hasValue(0);
    }

    @Test
    void looking_up_tells_value_time_and_age_until_it_is_expired() throws Exception {
        Instant began = rig.clock().now();
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(20));
        assertThat(entry.lookup()).contains(new Remembered<>("k#1", began, Duration.ofSeconds(20), null));
        rig.clock().advance(Duration.ofSeconds(41));
        assertThat(entry.lookup()).isEmpty();
        assertThat(rig.executor().size()).isZero();
        assertThat(computations).hasValue(1);
    }

    @Test
    void put_value_is_served_fresh() throws Exception {
        assertThat(entry.put("mine")).isTrue();
        assertThat(method.call("k")).isEqualTo("mine");
        assertThat(rig.listener().outcomes()).containsExactly(FRESH);
    }

    @Test
    void null_is_a_value() {
        assertThat(entry.put(null)).isTrue();
        assertThat(entry.contains()).isTrue();
        assertThat(entry.lookup().orElseThrow().value()).isNull();
    }

    @Test
    void age_of_an_older_value_counts() {
        assertThat(entry.put("older", rig.clock().now().minusSeconds(50))).isTrue();
        assertThat(entry.lookup().orElseThrow().age()).isEqualTo(Duration.ofSeconds(50));
        rig.clock().advance(Duration.ofSeconds(11));
        assertThat(entry.contains()).isFalse();
    }

    @Test
    void expired_value_is_not_stored_and_the_old_one_is_gone() {
        entry.put("old");
        assertThat(entry.put("expired", rig.clock().now().minusSeconds(61))).isFalse();
        assertThat(entry.put("ancient", Instant.MIN)).isFalse();
        assertThat(entry.contains()).isFalse();
    }

    @Test
    void value_of_the_future_is_of_now() {
        assertThat(entry.put("early", Instant.MAX)).isTrue();
        assertThat(entry.lookup().orElseThrow().age()).isZero();
    }

    @Test
    void computation_under_way_does_not_replace_what_is_put() {
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 1);
            entry.put("mine");
            rig.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("k#1");
        }
        assertThat(value()).isEqualTo("mine");
    }

    @Test
    void computation_under_way_does_not_survive_an_invalidation() throws Exception {
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 1);
            entry.invalidate();
            rig.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("k#1");
        }
        assertThat(entry.contains()).isFalse();
        assertThat(method.call("k")).isEqualTo("k#2");
    }

    @Test
    void invalidating_drops_this_entry_only() throws Exception {
        method.call("k");
        method.call("l");
        entry.invalidate();
        assertThat(entry.contains()).isFalse();
        assertThat(method.memoized().entry(() -> method.call("l")).contains()).isTrue();
    }

    @Test
    void handle_of_one_context_does_not_reach_another() throws Exception {
        Rigged ofTenant = ofTenant();
        MemoizedEntry<Object> a = Tenant.as("a", () -> ofTenant.memoized().entry(() -> ofTenant.call("k")));
        MemoizedEntry<Object> b = a.with(Tenant.class, "b");
        assertThat(a.refreshNow()).isEqualTo("k of a");
        assertThat(b.contains()).isFalse();
        assertThat(b.refreshNow()).isEqualTo("k of b");
        b.invalidate();
        assertThat(Tenant.as("a", () -> ofTenant.call("k"))).isEqualTo("k of a");
        assertThat(a.contains()).isTrue();
    }

    @Test
    void value_that_was_not_there_can_be_given() throws Exception {
        Rigged ofTenant = ofTenant();
        MemoizedEntry<Object> nobodys = ofTenant.memoized().entry(() -> ofTenant.call("k"));
        assertThatThrownBy(nobodys::lookup)
                .isInstanceOf(EntryException.class)
                .hasMessageStartingWith("MEMO0364")
                .hasMessageContaining(Tenant.class.getName());
        assertThat(nobodys.with(Tenant.class, "a").refreshNow()).isEqualTo("k of a");
        assertThatThrownBy(nobodys.with(Tenant.class, " ")::contains).hasMessageStartingWith("MEMO0364");
    }

    private Rigged ofTenant() {
        return rig.plain(
                Terms.standard().varyBy(List.of(Tenant.class)), arguments -> arguments[0] + " of " + Tenant.here());
    }

    @Test
    void context_that_the_method_does_not_vary_by_is_refused() {
        assertThatThrownBy(() -> entry.with(Tenant.class, "a"))
                .isInstanceOf(UndeclaredContextException.class)
                .hasMessageStartingWith("MEMO0365");
    }

    @Test
    void request_sees_what_its_handle_has_put_and_dropped() throws Exception {
        Rigged versioned = rig.plain(Versioned.terms(Terms.standard()), this::compute);
        VersionSource one = Versioned.version(1);
        rig.requests().in(() -> {
            MemoizedEntry<Object> ofVersion = versioned.memoized().entry(() -> versioned.call("v", one));
            assertThat(versioned.call("v", one)).isEqualTo("v#1");
            ofVersion.put("mine");
            assertThat(versioned.call("v", one)).isEqualTo("mine");
            assertThat(ofVersion.lookup().orElseThrow().value()).isEqualTo("mine");
            ofVersion.invalidate();
            assertThat(ofVersion.contains()).isFalse();
            ofVersion.refreshNow();
            return assertThat(versioned.call("v", one)).isEqualTo("v#2");
        });
    }

    @Test
    void version_is_asked_when_the_handle_is_used() throws Exception {
        AtomicInteger version = new AtomicInteger(1);
        Rigged versioned = rig.plain(Versioned.terms(Terms.standard()), this::compute);
        MemoizedEntry<Object> ofVersion =
                versioned.memoized().entry(() -> versioned.call("v", (VersionSource) call -> version.get()));
        ofVersion.put("first");
        assertThat(ofVersion.lookup().orElseThrow().version()).isEqualTo(1);
        version.set(2);
        assertThat(ofVersion.contains()).isFalse();
        assertThat(ofVersion.refreshNow()).isEqualTo("v#1");
        assertThat(ofVersion.lookup().orElseThrow().version()).isEqualTo(2);
    }
}
