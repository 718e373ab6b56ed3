package dev.memoized.impl.engine;

/** A key of a memory. */
record Target(Memory memory, Object key) {
    @Override
    @SuppressWarnings("ReferenceEquality") // of two memories only the same one is meant
    public boolean equals(Object other) {
        return other instanceof Target that && memory == that.memory && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(memory) * 31 + key.hashCode();
    }
}
