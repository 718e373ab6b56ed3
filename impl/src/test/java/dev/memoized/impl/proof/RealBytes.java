package dev.memoized.impl.proof;

import dev.memoized.impl.backend.EncodedStore;
import dev.memoized.impl.codec.Codecs;
import dev.memoized.impl.codec.SerializationCodec;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import dev.memoized.spi.ValueCodec;
import dev.memoized.testing.MemoryByteBackend;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The library's codecs before a backend of bytes. */
final class RealBytes implements Bytes, ObjectBackend {
    private static final int LARGEST = 10_000;
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Namespace NAMESPACE = new Namespace("bytes", "", 100, new CanonicalForm("bytes", ""));

    private final TimeSource time;
    private final MemoryByteBackend backend;
    private final Type type;
    private final ValueCodec codec;
    private final Store<Object> store;

    RealBytes(TimeSource time, Type type, Form form) {
        this.time = time;
        this.backend = new MemoryByteBackend(time, LARGEST);
        this.type = type;
        this.codec = form == Form.JSON
                ? new Codecs(List::of).standard()
                : new SerializationCodec(Set.of(Part.class.getName()));
        this.store = open(NAMESPACE);
    }

    @Override
    public Store<Object> open(Namespace namespace) {
        ValueForm form = new ValueForm(type, codec, LARGEST);
        return new EncodedStore(backend.open(namespace), namespace, form, EncodedStore.Numbers.PLAIN, new Log());
    }

    @Override
    public Set<Capability> capabilities() {
        return backend.capabilities();
    }

    @Override
    public boolean put(String key, Object value) {
        return store.put(key, Entry.of(value, time.nanos(), Set.of()), LIFE);
    }

    @Override
    public Object get(String key) {
        Entry<Object> entry = store.read(key, time.nanos());
        return entry == null ? null : entry.value();
    }

    @Override
    public byte[] at(String key) {
        return backend.bytes(NAMESPACE, text(key));
    }

    private static String text(String key) {
        return NAMESPACE.keyForm().text(key);
    }

    @Override
    public void overwrite(String key, byte[] bytes) {
        backend.overwrite(NAMESPACE, text(key), bytes);
    }

    @Override
    public byte[] around(String key, byte[] value) {
        try {
            byte[] payload = new ValueForm(type, new Forged(codec.id()), LARGEST).encode(value, text(key));
            return Envelope.write(Entry.of(payload, 0, Set.of()), time.nanos());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public byte[] ofLaterRelease(byte[] bytes) {
        byte[] later = bytes.clone();
        later[Envelope.AS_OF - 1]++;
        return later;
    }

    @Override
    public long unreadable() {
        return store.stats().unreadable();
    }

    /** Writes what it is given under another codec's id. */
    private record Forged(String id) implements ValueCodec {
        @Override
        public Optional<String> refusal(Type type) {
            return Optional.empty();
        }

        @Override
        public byte[] encode(Object value, Type type) {
            return (byte[]) value;
        }

        @Override
        public Object decode(byte[] bytes, Type type) {
            return bytes;
        }
    }
}
