package dev.memoized.impl.backend;

import dev.memoized.impl.codec.UnreadableException;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Mark;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Values that may change as bytes; all else stays what it is. */
final class Copying implements ConvertingStore.Conversion<Object> {
    private final LongAdder unreadable = new LongAdder();
    private final String name;
    private final ValueForm form;
    private final Log log;

    Copying(String name, ValueForm form, Log log) {
        this.name = name;
        this.form = form;
        this.log = log;
    }

    /** What is kept of a value that may change. */
    private static final class Frozen {
        private final byte[] bytes;

        Frozen(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    @Override
    public Object key(Object key) {
        return key;
    }

    @Override
    public Mark mark(Mark mark) {
        return mark;
    }

    @Override
    public @Nullable Entry<Object> in(Object inner, Entry<Object> entry) {
        Object value = entry.value();
        if (value == null || ValueForm.isImmutable(value)) {
            return entry;
        }
        try {
            return entry.withValue(new Frozen(form.encode(value, "")));
        } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
            log.once(StoreMessage.VALUE_UNWRITABLE, name, failure);
            return null;
        }
    }

    @Override
    public ConvertingStore.Converted out(Object inner, Entry<Object> entry) {
        if (!(entry.value() instanceof Frozen frozen)) {
            return new ConvertingStore.Converted(entry, false);
        }
        try {
            return new ConvertingStore.Converted(entry.withValue(form.decode(frozen.bytes, "")), false);
        } catch (UnreadableException odd) {
            unreadable.increment();
            log.once(StoreMessage.ENTRY_UNREADABLE, name, odd);
            return new ConvertingStore.Converted(null, true);
        }
    }

    @Override
    public long unreadable() {
        return unreadable.sum();
    }
}
