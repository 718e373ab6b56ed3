package dev.memoized.impl.codec;

import dev.memoized.impl.codec.Samples.Sample;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import java.util.Arrays;
import java.util.List;

/**
 * Reads arbitrary bytes in each way that the library reads what a store holds: as an envelope, as the value in one, and as
 * what one of the codecs wrote, chosen by the bytes. Anything but a value, a miss or the declared exception escapes.
 */
public final class Decoding {
    static final String KEY = "namespace-0123456789012345678901234567890123456789012";
    private static final int LIMIT = 1 << 16;

    private final List<Reader> readers = Samples.all().stream().map(Reader::of).toList();

    /** A form, and what its payloads begin with. */
    private record Reader(ValueForm form, String codec, long fingerprint) {
        static Reader of(Sample sample) {
            return new Reader(sample.form(LIMIT), sample.codec().id(), Fingerprint.of(sample.type()));
        }

        int decode(byte[] bytes) {
            try {
                form.decode(bytes, KEY);
                return 1;
            } catch (UnreadableException miss) {
                return 0;
            }
        }

        byte[] around(byte[] body) {
            return new Payload(Payload.Kind.VALUE, codec, fingerprint, Payload.endOf(KEY), body).write();
        }
    }

    /** How many values were found. */
    public int read(byte[] bytes) {
        byte[] inside = bytes;
        if (Envelope.read(bytes, LIMIT) instanceof Envelope.Whole whole) {
            Entry<byte[]> entry = whole.entry();
            inside = entry.value() == null ? bytes : entry.value();
        }
        int values = DecimalText.isIn(inside) ? number(inside) : 0;
        for (Reader reader : readers) {
            values += reader.decode(inside);
        }
        Reader one = readers.get(Math.floorMod(Arrays.hashCode(bytes), readers.size()));
        return values + one.decode(one.around(inside));
    }

    private static int number(byte[] bytes) {
        try {
            DecimalText.number(bytes, Object.class);
            return 1;
        } catch (UnreadableException miss) {
            return 0;
        }
    }
}
