package dev.memoized.impl.memoizer;

import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.spi.MemoizerProvider;
import java.util.List;

/** Where memoizers begin. */
public final class EngineProvider implements MemoizerProvider {

    /** For the service loader. */
    public EngineProvider() {}

    @Override
    public Memoizer.Builder builder() {
        return new Building(null, null, null, List.of(), List.of(), MemoizedTerms.defaults());
    }
}
