package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.NotMemoized;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Beans whose memoized method is of the wrong kind, or returns the wrong thing. */
final class WrongMethods {
    private WrongMethods() {}

    @ApplicationScoped
    public static class VoidMethod {
        @Memoized
        public void titles(String key) {
            use(key);
        }
    }

    @ApplicationScoped
    public static class StaticMethod {
        @Memoized
        public static String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class PrivateMethod {
        @Memoized
        private String titles(String key) {
            return key;
        }

        public String all() {
            return titles("all");
        }
    }

    @ApplicationScoped
    public static class ProducerMethod {
        @Memoized
        @Produces
        @Dependent
        public Product titles() {
            return new Product("new");
        }
    }

    @ApplicationScoped
    public static class DisposerMethod {
        @Produces
        @ApplicationScoped
        public OtherProduct make() {
            return new OtherProduct();
        }

        @Memoized
        public String titles(@Disposes OtherProduct product) {
            return "disposed";
        }
    }

    @ApplicationScoped
    public static class ObserverMethod {
        @Memoized
        public String titles(@Observes Product product) {
            return "heard";
        }
    }

    @ApplicationScoped
    public static class AsyncObserverMethod {
        @Memoized
        public String titles(@ObservesAsync Product product) {
            return "heard";
        }
    }

    @ApplicationScoped
    public static class LifecycleMethod {
        @Memoized
        @PostConstruct
        public void titles() {
            use("begun");
        }
    }

    @ApplicationScoped
    public static class BothWays {
        @Memoized
        @NotMemoized
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    @Memoized
    public static class CoversNothing {

        public void titles(String key) {
            use(key);
        }

        @NotMemoized
        public String others(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class StreamResult {
        @Memoized
        public Stream<String> titles(String key) {
            return Stream.of(key);
        }
    }

    @ApplicationScoped
    public static class IteratorResult {
        @Memoized
        public Iterator<String> titles(String key) {
            return List.of(key).iterator();
        }
    }

    @ApplicationScoped
    public static class InputStreamResult {
        @Memoized
        public InputStream titles(String key) {
            return InputStream.nullInputStream();
        }
    }

    @ApplicationScoped
    public static class FutureResult {
        @Memoized
        public Future<String> titles(String key) {
            return CompletableFuture.completedFuture(key);
        }
    }

    /** A bean that is as it should be, among those that are not. */
    @ApplicationScoped
    public static class Blameless {
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String titles(String key) {
            return key;
        }
    }

    /** Something that is produced. */
    public record Product(String name) {}

    /** Something else that is produced. */
    public static class OtherProduct {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OtherProduct;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static void use(String key) {
        assertThat(key).isNotNull();
    }
}
