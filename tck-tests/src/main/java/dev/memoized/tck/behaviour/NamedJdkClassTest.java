package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.tck.Deployment;
import dev.memoized.tck.Seams;
import dev.memoized.tck.TestContainer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A class of the JDK is memoized by configuration alone. */
@Timeout(60)
class NamedJdkClassTest {

    /** A bean that is given an object of the JDK. */
    @ApplicationScoped
    public static class Counter {
        @Inject
        LongAdder adder;

        public long count() {
            adder.increment();
            return adder.sum();
        }

        public long countAndReset() {
            adder.increment();
            return adder.sumThenReset();
        }
    }

    /** Makes that object itself. */
    @ApplicationScoped
    public static class Maker {
        @Produces
        public LongAdder adder() {
            return new LongAdder();
        }
    }

    private static void set(String method) {
        System.setProperty("memoized.method.\"" + method + "\".expire-after", "forever");
    }

    @AfterEach
    void forget() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("memoized.method."));
    }

    @Test
    void class_of_the_jdk_becomes_a_bean() {
        set("java.util.concurrent.atomic.LongAdder#sum()");
        try (TestContainer.Running app = TestContainer.find().start(Deployment.of(Counter.class, Seams.class))) {
            Counter counter = app.get(Counter.class);
            assertThat(counter.count()).isOne();
            assertThat(counter.count()).isOne();
            assertThat(counter.countAndReset()).isEqualTo(3);
        }
    }

    @Test
    void class_of_the_jdk_that_is_a_bean_already_stays_one() {
        set("java.util.concurrent.atomic.LongAdder#sum()");
        try (TestContainer.Running app =
                TestContainer.find().start(Deployment.of(Counter.class, LongAdder.class, Seams.class))) {
            Counter counter = app.get(Counter.class);
            assertThat(counter.count()).isOne();
            assertThat(counter.count()).isOne();
        }
    }

    @Test
    void class_that_is_produced_is_refused() {
        set("java.util.concurrent.atomic.LongAdder#sum()");
        assertThat(Refused.deploying(Counter.class, Maker.class, Seams.class).problems())
                .singleElement()
                .asString()
                .startsWith("MEMO0171 configuration: java.util.concurrent.atomic.LongAdder can be no bean")
                .contains("made by a producer of " + Maker.class.getName());
    }

    @Test
    void final_class_is_refused() {
        set("java.lang.StringBuilder#length()");
        assertThat(Refused.deploying(Counter.class, Maker.class, Seams.class).problems())
                .singleElement()
                .asString()
                .startsWith("MEMO0171 configuration: java.lang.StringBuilder can be no bean")
                .contains("it is final");
    }
}
