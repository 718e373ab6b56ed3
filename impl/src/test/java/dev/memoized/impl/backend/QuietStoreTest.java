package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.ManualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QuietStoreTest {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Entry<Object> ENTRY = Entry.of("value", 0, Set.of());

    private final ManualClock clock = new ManualClock();
    private final Store<Object> local = new LocalBackend(clock).open(new Namespace("books", "", 10, Object::toString));
    private boolean broken;
    private final Store<Object> quiet = new QuietStore<>(flaky(), "books", clock, new Log());

    @SuppressWarnings("unchecked")
    private Store<Object> flaky() {
        return (Store<Object>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (broken) {
                        throw new BackendException("down", null);
                    }
                    try {
                        return method.invoke(local, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private Lease lease() {
        return ((LeaseAnswer.Granted<Object>) quiet.lease("k", LIFE, true)).lease();
    }

    @Test
    void whatCallsNeed_doesNotFail() throws Exception {
        Lease before = lease();
        broken = true;
        try (HeardLog heard = HeardLog.open()) {
            assertThat(quiet.read("k", 0)).isNull();
            Lease none = lease();
            assertThat(quiet.publish(none, ENTRY, LIFE)).isFalse();
            assertThat(quiet.publish(before, ENTRY, LIFE)).isFalse();
            assertThat(quiet.renew(none, LIFE)).isFalse();
            assertThat(quiet.claim("k", LIFE)).isNull();
            assertThat(quiet.replace(before, ENTRY, LIFE, null)).isFalse();
            quiet.release(none);
            quiet.release(before);
            assertThat(heard.texts())
                    .isNotEmpty()
                    .filteredOn(text -> text.startsWith("WARNING"))
                    .hasSize(1);
        }
    }

    @Test
    void permissionThatNobodyGave_isNoPermissionWhenTheStoreIsBack() {
        broken = true;
        Lease none = lease();
        assertThat(none.key()).isEqualTo("k");
        broken = false;
        assertThat(quiet.publish(none, ENTRY, LIFE)).isFalse();
        quiet.release(none);
        assertThat(quiet.read("k", 0)).isNull();
    }

    @Test
    void permissionThatNobodyGave_isVoidAfterAnInvalidation() {
        broken = true;
        Lease first = lease();
        assertThat(first.isVoid()).isFalse();
        broken = false;
        quiet.invalidate("k");
        assertThat(first.isVoid()).isTrue();
        broken = true;
        Lease second = lease();
        assertThatThrownBy(() -> quiet.invalidate(Mark.namespace("books"), InvalidationMode.SOFT))
                .isInstanceOf(BackendException.class);
        assertThat(second.isVoid()).isTrue();
    }

    @Test
    void permissionThatNobodyGave_isVoidAfterReplacing() {
        Lease claim = quiet.claim("other", LIFE);
        broken = true;
        Lease none = lease();
        broken = false;
        assertThat(quiet.replace(claim, ENTRY, LIFE, null)).isTrue();
        assertThat(none.isVoid()).isTrue();
    }

    private static Map<String, Consumer<Store<Object>>> changes() {
        return Map.of(
                "put", store -> store.put("k", ENTRY, LIFE),
                "put of many", store -> store.putAll(Map.of("k", ENTRY), LIFE),
                "add", store -> store.add("k", ENTRY, LIFE),
                "increment", store -> store.increment("other", 1),
                "touch without life", store -> store.touch("k", Duration.ZERO),
                "delete", store -> store.invalidate("k"),
                "delete of many", store -> store.invalidateAll(List.of("k")));
    }

    @Test
    void permissionThatNobodyGave_isVoidAfterWhatEndsLeases_whetherOrNotItFails() {
        changes().forEach((name, change) -> {
            broken = true;
            Lease first = lease();
            assertThatThrownBy(() -> change.accept(quiet)).as(name).isInstanceOf(BackendException.class);
            assertThat(first.isVoid()).as(name).isTrue();
            Lease second = lease();
            broken = false;
            change.accept(quiet);
            assertThat(second.isVoid()).as(name).isTrue();
        });
    }

    @Test
    void permissionThatNobodyGave_outlivesATouch() {
        broken = true;
        Lease none = lease();
        assertThatThrownBy(() -> quiet.touch("k", LIFE)).isInstanceOf(BackendException.class);
        broken = false;
        quiet.touch("k", Store.FOREVER);
        assertThat(none.isVoid()).isFalse();
    }

    @Test
    void whatAProgramAskedFor_fails() {
        broken = true;
        assertThatThrownBy(() -> quiet.put("k", ENTRY, LIFE)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> quiet.add("k", ENTRY, LIFE)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> quiet.invalidate("k")).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> quiet.touch("k", LIFE)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> quiet.increment("k", 1)).isInstanceOf(BackendException.class);
        assertThatThrownBy(quiet::stats).isInstanceOf(BackendException.class);
    }

    @Test
    void storeThatWorks_isUsed() {
        assertThat(quiet.publish(lease(), ENTRY, LIFE)).isTrue();
        assertThat(quiet.read("k", clock.nanos())).isNotNull();
        assertThat(quiet.touch("k", LIFE)).isTrue();
        assertThat(quiet.add("k", ENTRY, LIFE)).isFalse();
        assertThat(quiet.put("k", Entry.of(5, 0, Set.of()), LIFE)).isTrue();
        assertThat(quiet.increment("k", 2)).hasValue(7);
        assertThat(quiet.stats().entries()).isEqualTo(1);
        assertThat(quiet.invalidate("k")).isTrue();
        assertThat(quiet.read("k", clock.nanos())).isNull();
    }
}
