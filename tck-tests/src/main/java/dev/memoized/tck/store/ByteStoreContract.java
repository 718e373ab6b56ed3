package dev.memoized.tck.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import java.util.List;

/** The contract for stores of bytes, without what encodes values before them: say which backend. */
public abstract class ByteStoreContract extends StoreContract<byte[]> {

    /** For your test class. */
    protected ByteStoreContract() {}

    @Override
    protected abstract ByteBackend backend();

    @Override
    protected Store<byte[]> open(CacheBackend opener, Namespace namespace) {
        return ((ByteBackend) opener).open(namespace);
    }

    @Override
    protected Object key(Object parts) {
        return parts.toString();
    }

    @Override
    protected byte[] value(int number) {
        return ("value-" + number).getBytes(UTF_8);
    }

    /** What encodes values does so with null too: a store of bytes is never given it. */
    @Override
    protected byte[] nullValue() {
        return "null".getBytes(UTF_8);
    }

    @Override
    protected List<byte[]> values() {
        return List.of(new byte[0], new byte[] {0, -1, '\r', '\n', Byte.MIN_VALUE}, value(1), new byte[10_000]);
    }

    @Override
    protected byte[] wholeNumber(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }
}
