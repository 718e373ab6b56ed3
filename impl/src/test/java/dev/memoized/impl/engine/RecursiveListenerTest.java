package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheListener;
import dev.memoized.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecursiveListenerTest {
    private final Rig rig = Rig.create();
    private final AtomicReference<Rigged> method = new AtomicReference<>();

    @Test
    void listenerHearsItsOwnCalls_callerDoesNot() throws Exception {
        CacheListener calling = new CacheListener() {
            @Override
            public void called(String name, Outcome outcome, long ageNanos) {
                try {
                    method.get().call("inside");
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }
        };
        Memoization memoization = new Memoization(new Seams(
                rig.clock(), seed -> 0, rig.executor(), rig.gate(), List.of(calling), key -> null, rig.requests()));
        method.set(new Rigged(
                memoization,
                Subject.plans(Subject.Plain.class, Terms.standard(), Terms.NAME),
                rig.backend(),
                arguments -> "value"));
        assertThat(method.get().call("k")).isEqualTo("value");
    }
}
