package dev.memoized.impl.key;

/** Whether a class has an equality of its own: equals and hashCode from somewhere else than {@link Object}. */
final class OwnEquality {
    // The values are of the JDK's types only: one of ours would tie this library's class loader to the JDK's classes.
    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return declares(type, "equals", Object.class) && declares(type, "hashCode");
        }
    };

    private OwnEquality() {}

    static boolean in(Class<?> type) {
        return KNOWN.get(type);
    }

    private static boolean declares(Class<?> type, String method, Class<?>... parameters) {
        try {
            return type.getMethod(method, parameters).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            return false; // an interface that does not repeat it
        }
    }
}
