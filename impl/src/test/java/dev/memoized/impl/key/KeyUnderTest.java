package dev.memoized.impl.key;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A way to make keys: ours, its text, or a mutant with one defect. */
interface KeyUnderTest {
    /** Ours, for a method whose parameters leave all open. */
    KeyUnderTest OURS = new Ours(Open.class);

    /** The text of ours. */
    KeyUnderTest OUR_TEXT = arguments -> text(OURS.key(arguments));

    Object key(Object... arguments);

    static String text(Object key) {
        return new CanonicalForm("com.acme.Books.topBooks(java.lang.String)", "1").text(key);
    }

    /** Ours, for the methods of a type that are told apart by their number of parameters. */
    record Ours(Map<Integer, KeyMaker> makers) implements KeyUnderTest {
        Ours(Class<?> methods) {
            this(Stream.of(methods.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .collect(Collectors.toMap(Method::getParameterCount, Ours::maker)));
        }

        private static KeyMaker maker(Method method) {
            return KeyMaker.ofParameters(
                    method, IntStream.range(0, method.getParameterCount()).toArray());
        }

        @Override
        public Object key(Object... arguments) {
            return makers.get(arguments.length).keyOf(arguments);
        }
    }

    /** Methods that declare nothing about their arguments. */
    interface Open {
        void none();

        void one(Object a);

        void two(Object a, Object b);

        void three(Object a, Object b, Object c);

        void four(Object a, Object b, Object c, Object d);

        void five(Object a, Object b, Object c, Object d, Object e);

        void six(Object a, Object b, Object c, Object d, Object e, Object f);
    }
}
