package dev.memoized.impl.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** Values of one type in a store of bytes, which others write to as well. */
interface Bytes {
    /** How values are written. */
    enum Form {
        JSON,
        SERIALIZED
    }

    /** Whether it was stored. */
    boolean put(String key, Object value);

    /** Null when there is none. */
    Object get(String key);

    /** All that lies under a key; empty when nothing does. */
    byte[] at(String key);

    /** As whoever may write to the store does. */
    void overwrite(String key, byte[] bytes);

    /** An entry of that key with such a value, and nothing wrong about it. */
    byte[] around(String key, byte[] value);

    /** The same entry in a format of the future. */
    byte[] ofLaterRelease(byte[] bytes);

    /** How often there was something that could not be read. */
    long unreadable();

    /** What methods return. */
    class Part implements Serializable {
        private static final long serialVersionUID = 1L;

        private String name;

        public Part() {}

        Part(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        public void setName(String other) {
            name = other;
        }

        @Override
        public boolean equals(Object other) {
            return other != null
                    && other.getClass() == getClass()
                    && String.valueOf(name).equals(((Part) other).name);
        }

        @Override
        public int hashCode() {
            return String.valueOf(name).hashCode();
        }
    }

    /** Something that nobody returns, and that must not be made. */
    final class Gadget extends Part {
        private static final long serialVersionUID = 1L;
    }

    /** {@link Part} of another release: the same as JSON. */
    final class OtherPart {
        private String name;

        public OtherPart() {}

        public String getName() {
            return name;
        }

        public void setName(String other) {
            name = other;
        }
    }

    static byte[] serialized(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
