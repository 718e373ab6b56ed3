package dev.memoized.impl.backend;

import dev.memoized.impl.backend.EncodedStore.Numbers;
import dev.memoized.impl.codec.DecimalText;
import dev.memoized.impl.codec.UnreadableException;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.key.StoredVersion;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.TaggedKey;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Entries of objects as entries of bytes, and back. */
final class Encoding implements ConvertingStore.Conversion<byte[]> {
    private final LongAdder unreadable = new LongAdder();
    private final Namespace namespace;
    private final TextKeys keys;
    private final ValueForm form;
    private final Numbers numbers;
    private final Log log;

    Encoding(Namespace namespace, ValueForm form, Numbers numbers, Log log) {
        this.namespace = namespace;
        this.keys = new TextKeys(namespace.keyForm());
        this.form = form;
        this.numbers = numbers;
        this.log = log;
    }

    @Override
    public Object key(Object key) {
        return keys.key(key);
    }

    @Override
    public Mark mark(Mark mark) {
        return TextKeys.mark(mark);
    }

    @Override
    public @Nullable Entry<byte[]> in(Object inner, Entry<Object> entry) {
        try {
            byte[] bytes = bytes(text(inner), entry.value());
            return Envelope.takes(entry.tags()) ? with(entry, bytes, textOf(entry.version())) : null;
        } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
            log.once(StoreMessage.VALUE_UNWRITABLE, namespace.name(), failure);
            return null;
        }
    }

    private byte[] bytes(String key, @Nullable Object value) throws Exception {
        return numbers == Numbers.COUNTED && DecimalText.isWritten(value)
                ? DecimalText.bytes(value)
                : form.encode(value, key);
    }

    private @Nullable String textOf(@Nullable Object version) {
        if (version instanceof StoredVersion stored) {
            return stored.text();
        }
        return version == null ? null : namespace.keyForm().text(version);
    }

    private static String text(Object inner) {
        return inner instanceof TaggedKey tagged ? text(tagged.key()) : (String) inner;
    }

    @Override
    public ConvertingStore.Converted out(Object inner, Entry<byte[]> entry) {
        try {
            Object value = value(text(inner), entry.value());
            return new ConvertingStore.Converted(with(entry, value, versionOf(entry.version())), false);
        } catch (UnreadableException odd) {
            unreadable.increment();
            log.once(StoreMessage.ENTRY_UNREADABLE, namespace.name(), odd);
            return new ConvertingStore.Converted(null, !odd.isNewer());
        }
    }

    private @Nullable Object value(String key, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw DecimalText.nothing();
        }
        return numbers == Numbers.COUNTED && DecimalText.isIn(bytes)
                ? DecimalText.number(bytes, form.type())
                : form.decode(bytes, key);
    }

    private @Nullable Object versionOf(@Nullable Object stored) {
        return stored == null ? null : new StoredVersion(stored.toString(), namespace.keyForm());
    }

    private static <V> Entry<V> with(Entry<?> entry, @Nullable V value, @Nullable Object version) {
        return new Entry<>(
                value,
                entry.computedAt(),
                entry.computationTime(),
                version,
                entry.asOf(),
                entry.tags(),
                entry.softlyInvalidated(),
                entry.ownLimits());
    }

    @Override
    public long unreadable() {
        return unreadable.sum();
    }
}
