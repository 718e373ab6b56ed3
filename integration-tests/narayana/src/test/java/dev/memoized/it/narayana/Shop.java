package dev.memoized.it.narayana;

import dev.memoized.CacheInvalidate;
import dev.memoized.CachePut;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a row by way of the cache, and writes it. */
@ApplicationScoped
public class Shop {
    @Nullable
    @Inject
    Row row;

    @Memoized(name = "row")
    public String read(String key) throws Exception {
        return Objects.requireNonNull(row).read();
    }

    @Transactional
    @CacheInvalidate(name = "row", all = true)
    public void write(String value) throws Exception {
        Objects.requireNonNull(row).write(value);
    }

    @Transactional(TxType.REQUIRES_NEW)
    @CacheInvalidate(name = "row", all = true)
    public void writeApart(String value) throws Exception {
        Objects.requireNonNull(row).write(value);
    }

    @Transactional
    @CachePut(name = "row", key = "0")
    public String put(String key, String value) throws Exception {
        Objects.requireNonNull(row).write(value);
        return value;
    }

    @Transactional
    @CacheInvalidate(name = "row", all = true)
    public void fail(String value) throws Exception {
        Objects.requireNonNull(row).write(value);
        throw new IllegalStateException("rolled back");
    }
}
