package dev.memoized.impl.memoizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.CacheKeyIgnore;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.WrongUseException;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachTest {
    private final Bench bench = Bench.create();
    private final Memoizer memoizer = bench.memoizer();
    private final Library library = new Library("one");

    interface Legacy<T> {
        String load(String title) throws IOException;

        String load(String title, @CacheKeyIgnore Object user);

        T generic(T value);

        void store(String title);

        CompletionStage<String> later(String title);

        default int count() {
            return 40 + 2;
        }

        static int none() {
            return 0;
        }
    }

    interface Narrow extends Legacy<String> {
        @Override
        String generic(String value);

        @Override
        boolean equals(Object other);

        @Override
        int hashCode();

        @Override
        String toString();
    }

    /** An object that nobody may touch. */
    static class Library implements Narrow {
        private final String name;
        private final List<String> calls = new ArrayList<>();

        Library(String name) {
            this.name = name;
        }

        private String called(String what) {
            calls.add(what);
            return name + ":" + what + calls.size();
        }

        @Override
        public String load(String title) throws IOException {
            if (title.isEmpty()) {
                throw new IOException("no title");
            }
            return called(title);
        }

        @Override
        public String load(String title, Object user) {
            return called(title + "+");
        }

        @Override
        public String generic(String value) {
            return called(value);
        }

        @Override
        public void store(String title) {
            called(title);
        }

        @Override
        public CompletionStage<String> later(String title) {
            return CompletableFuture.completedFuture(called(title));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Library that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** One that throws what nobody declares. */
    private static final class Sneaky extends Library {
        private final IOException failure = new IOException("not declared");

        Sneaky() {
            super("sneaky");
        }

        @SuppressWarnings("unchecked") // as compilers do that do not check
        private static <T extends Throwable> T unchecked(Throwable failure) throws T {
            throw (T) failure;
        }

        @Override
        public String generic(String value) {
            throw Sneaky.<RuntimeException>unchecked(failure);
        }

        @Override
        public void store(String title) {
            throw Sneaky.<RuntimeException>unchecked(failure);
        }
    }

    @Test
    void namedMethods_areRememberedAndOthersGoThrough() throws IOException {
        Narrow attached =
                memoizer.attach("library", Narrow.class, library, "load(java.lang.String)", "generic", "later");

        assertThat(attached.load("a")).isEqualTo("one:a1").isEqualTo(attached.load("a"));
        assertThat(attached.generic("b")).isEqualTo("one:b2").isEqualTo(attached.generic("b"));
        assertThat(((Legacy<String>) attached).generic("b")).isEqualTo("one:b2");
        assertThat(attached.later("c").toCompletableFuture().join()).isEqualTo("one:c3");
        assertThat(attached.later("c").toCompletableFuture().join()).isEqualTo("one:c3");
        attached.store("d");
        attached.store("d");
        assertThat(attached.load("e", this)).isEqualTo("one:e+6");
        assertThat(attached.count()).isEqualTo(42);
    }

    @Test
    void marksOnTheInterface_areHeard() {
        Narrow attached = memoizer.attach("library", Narrow.class, library, "load(java.lang.String, java.lang.Object)");

        assertThat(attached.load("a", new Object())).isEqualTo(attached.load("a", new Object()));
    }

    @Test
    void eachMethod_hasItsTerms() throws IOException {
        Narrow attached = memoizer.attach(
                "library",
                Narrow.class,
                library,
                Map.of(
                        "load(java.lang.String)", MemoizedTerms.defaults().expireAfter(Duration.ofSeconds(1)),
                        "generic", MemoizedTerms.defaults()));
        attached.load("a");
        attached.generic("b");
        bench.advance(2);

        assertThat(attached.load("a")).isEqualTo("one:a3");
        assertThat(attached.generic("b")).isEqualTo("one:b2");
        assertThat(memoizer.memoized().methods())
                .extracting(each -> each.name())
                .containsExactly("library.generic(java.lang.String)", "library.load(java.lang.String)");
    }

    @Test
    void tags_areMadeOfArguments() {
        Narrow attached = memoizer.with(MemoizedTerms.defaults().tags("title:{0}"))
                .attach("library", Narrow.class, library, "generic");
        attached.generic("a");
        attached.generic("b");
        memoizer.invalidateTags("title:a");

        assertThat(List.of(attached.generic("a"), attached.generic("b"))).containsExactly("one:a3", "one:b2");
    }

    @Test
    void twoObjects_neverShareEntries() {
        Narrow one = memoizer.attach("one", Narrow.class, library, "generic");
        Narrow two = memoizer.attach("two", Narrow.class, new Library("two"), "generic");

        assertThat(List.of(one.generic("a"), two.generic("a"), one.generic("a")))
                .containsExactly("one:a1", "two:a1", "one:a1");
    }

    @Test
    void exceptions_areTheOriginals() {
        Narrow attached = memoizer.attach("library", Narrow.class, library, "load(java.lang.String)");

        assertThatThrownBy(() -> attached.load("")).isExactlyInstanceOf(IOException.class);
    }

    @Test
    void checkedExceptionThatIsNotDeclared_isTheCauseOfTheJdksOwn() {
        Sneaky sneaky = new Sneaky();
        Narrow attached = memoizer.attach("sneaky", Narrow.class, sneaky, "generic");
        Function<String, String> function = memoizer.function("sneaky function", sneaky::generic);

        assertThatThrownBy(() -> attached.generic("a"))
                .isInstanceOf(UndeclaredThrowableException.class)
                .cause()
                .isSameAs(sneaky.failure);
        assertThatThrownBy(() -> attached.store("a"))
                .isInstanceOf(UndeclaredThrowableException.class)
                .cause()
                .isSameAs(sneaky.failure);
        assertThatThrownBy(() -> function.apply("a")).isSameAs(sneaky.failure);
    }

    @Test
    void equality_isThatOfTheObjects() {
        Narrow attached = memoizer.attach("library", Narrow.class, library, "generic");
        Narrow again = memoizer.attach("other", Narrow.class, new Library("one"), "generic");
        Narrow other = memoizer.attach("third", Narrow.class, new Library("two"), "generic");

        assertThat(attached)
                .isEqualTo(again)
                .hasSameHashCodeAs(again)
                .isNotEqualTo(other)
                .hasToString("one");
        assertThat(attached.equals(null)).isFalse();
    }

    @Test
    void standIn_isReplacedAndNotStacked() {
        Narrow first = memoizer.attach("library", Narrow.class, library, "generic");
        first.generic("a");
        Narrow second = memoizer.attach("library", Narrow.class, first, "generic");

        assertThat(second.generic("a")).isEqualTo("one:a2").isEqualTo(second.generic("a"));
        assertThat(first.generic("a")).isEqualTo("one:a3");
        assertThat(first.generic("a")).isEqualTo("one:a4");
        assertThat(memoizer.memoized().methods()).hasSize(1);
    }

    @Test
    void wrongMethods_areToldTogether() {
        assertThatThrownBy(() -> memoizer.attach("library", Narrow.class, library, "laod", "load", "none"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0163 library (" + Narrow.class.getName() + "): there is no method \"laod\"")
                .hasMessageContaining("the nearest is \"load\"")
                .hasMessageContaining("there is no method \"none\"")
                .hasMessageContaining("MEMO0164")
                .hasMessageContaining("load(java.lang.String,java.lang.Object)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"equals", "hashCode()", "toString"})
    void methodOfEveryObject_isRefused(String name) {
        assertThatThrownBy(() -> memoizer.attach("library", Narrow.class, library, name))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0172 library (")
                .hasMessageContaining(name);
    }

    @Test
    @SuppressWarnings("unchecked") // what callers do who do not look
    void objectWithoutTheInterface_isRefused() {
        Class<Object> type = (Class<Object>) (Class<?>) Narrow.class;
        assertThatThrownBy(() -> memoizer.attach("library", type, "text", "generic"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0173 library (")
                .hasMessageContaining("java.lang.String, and no " + Narrow.class.getName());
        assertThatThrownBy(() -> memoizer.attach("library", Narrow.class, null, "generic", "none"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0173 library (")
                .hasMessageContaining("is null")
                .hasMessageContaining("MEMO0163");
    }

    @Test
    void methodTwice_isRefused() {
        assertThatThrownBy(
                        () -> memoizer.attach("library", Narrow.class, library, "generic", "generic(java.lang.String)"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0165");
    }

    @Test
    void voidMethod_isRefused() {
        assertThatThrownBy(() -> memoizer.attach("library", Narrow.class, library, "store"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0101 library.store(java.lang.String) (")
                .hasMessageContaining("Narrow#store(String))");
    }

    @Test
    void class_isRefused() {
        assertThatThrownBy(() -> memoizer.attach("library", Library.class, library, "generic"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0167");
    }

    @Test
    void noMethods_areRefused() {
        assertThatThrownBy(() -> memoizer.attach("library", Narrow.class, library))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0166");
    }

    @Test
    void refusedAttachment_leavesTheFormerOne() {
        Narrow first = memoizer.attach("library", Narrow.class, library, "generic");
        first.generic("a");
        assertThatThrownBy(() -> memoizer.attach("library", Narrow.class, library, "store"))
                .isInstanceOf(WrongUseException.class);

        assertThat(first.generic("a")).isEqualTo("one:a1");
    }

    @Test
    @SuppressWarnings("unchecked") // the class of a generic interface
    void interfaceOfTheJdk_isAttached() {
        List<String> calls = new ArrayList<>();
        Comparable<String> attached = memoizer.attach(
                "comparable",
                Comparable.class,
                (Comparable<String>) other -> {
                    calls.add(other);
                    return other.length();
                },
                "compareTo");

        assertThat(attached.compareTo("abc") + attached.compareTo("abc")).isEqualTo(6);
        assertThat(calls).containsExactly("abc");
    }
}
