package dev.memoized.impl.memoizer;

import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.WhenCold;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What a program does that has the API, the engine and Caffeine, and nothing else: see {@link WithoutCdiTest}. */
public final class BareProgram implements Callable<String> {
    @Override
    @SuppressWarnings("unchecked") // the class of a generic interface
    public String call() throws Exception {
        AtomicInteger computed = new AtomicInteger();
        MemoizedTerms terms = MemoizedTerms.defaults()
                .refreshAfter(Duration.ofMinutes(1))
                .expireAfter(Duration.ofHours(1))
                .whenCold(WhenCold.WAIT)
                .tags("texts")
                .isolated();
        try (Memoizer memoizer = Memoizer.builder().terms(terms).build()) {
            Function<String, String> numbered =
                    memoizer.function("numbered", text -> text + computed.incrementAndGet());
            Comparator<String> attached =
                    memoizer.attach("comparator", Comparator.class, Comparator.<String>naturalOrder(), "compare");
            numbered.apply("a");
            numbered.apply("a");
            memoizer.invalidateTags("texts");
            String renewed =
                    memoizer.memoized().entry(() -> numbered.apply("b")).refreshNow();
            return numbered.apply("a") + " " + renewed + " " + attached.compare("a", "b") + " "
                    + memoizer.memoized().counts("numbered").calls();
        }
    }
}
