package dev.memoized.impl.memoizer;

import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import java.util.List;

/** Where memoizers begin. */
public final class EngineProvider implements Memoizer.Provider {

    /** For the service loader. */
    public EngineProvider() {}

    @Override
    public Memoizer.Builder builder() {
        return new Building(null, null, null, List.of(), List.of(), MemoizedTerms.defaults());
    }
}
