package dev.memoized.impl.key;

/** Mutant: an array is compared by identity. */
final class ArrayByReferenceKey extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value != null && value.getClass().isArray() ? new Reference(value) : value;
    }

    /** Stands for an array, and equals only itself. */
    private static final class Reference {
        private final Object array;

        Reference(Object array) {
            this.array = array;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reference that && array == that.array;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(array);
        }
    }
}
