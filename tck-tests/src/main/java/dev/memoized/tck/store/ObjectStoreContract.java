package dev.memoized.tck.store;

import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The contract for stores of objects: say which backend. */
public abstract class ObjectStoreContract extends StoreContract<Object> {

    /** For your test class. */
    protected ObjectStoreContract() {}

    @Override
    protected abstract ObjectBackend backend();

    @Override
    protected Store<Object> open(CacheBackend opener, Namespace namespace) {
        return ((ObjectBackend) opener).open(namespace);
    }

    @Override
    protected Object value(int number) {
        return "value-" + number;
    }

    @Override
    protected List<Object> values() {
        return List.of(true, 5, 5L, "5", 5.0, new byte[] {5}, LocalDate.EPOCH, List.of(5), Map.of("five", 5));
    }

    @Override
    protected Object wholeNumber(long number) {
        return number;
    }

    @Override
    protected Object smallNumber(int number) {
        return number;
    }
}
