package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.memoized.impl.key.Values.Book;
import dev.memoized.impl.key.Values.Isbn;
import dev.memoized.impl.key.Values.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** C-48: an object of a foreign class that changes after the call leads to a miss, never to another's value. */
class KeptTest {

    /** An object that changes after it was passed, into one that looks like a new one. */
    private record Changing<T>(String label, Supplier<T> made, Consumer<T> change) {
        boolean isHitAfterwards(KeyUnderTest keys) {
            T argument = made.get();
            Object key = keys.key(argument);
            change.accept(argument);
            return areEqual(key, keys.key(changed())) || areEqual(key, keys.key(argument));
        }

        T changed() {
            T other = made.get();
            change.accept(other);
            return other;
        }
    }

    private static final List<Changing<?>> CHANGING = List.of(
            new Changing<>("field", () -> new Holder<>("a"), holder -> holder.held = "b"),
            new Changing<>("number", () -> new Holder<>(1), holder -> holder.held = 2),
            new Changing<>("null", () -> new Account("a"), account -> account.name = null),
            new Changing<>("inherited field", () -> new Special("a"), special -> special.name = "b"),
            new Changing<>("field of a field", () -> new Holder<>(new Holder<>("a")), holder -> holder.held.held = "b"),
            new Changing<>(
                    "field of one without equality",
                    () -> new Holder<>(new Bare(), bare -> bare.number),
                    holder -> holder.held.number = 2),
            new Changing<>("array", () -> new Fixed(new int[] {1}), fixed -> fixed.numbers[0] = 2),
            new Changing<>(
                    "array of objects",
                    () -> new Holder<>(new Object[] {"a"}, Arrays::asList),
                    holder -> holder.held[0] = "b"),
            new Changing<>(
                    "array of objects without equality",
                    () -> new Holder<>(new Bare[] {new Bare()}, bare -> bare[0].number),
                    holder -> holder.held[0].number = 2),
            new Changing<>("last element", () -> new Holder<>(new ArrayList<>(List.of(1))), holder -> {
                holder.held.set(0, 2);
            }),
            new Changing<>("list", () -> new Holder<>(new ArrayList<>(List.of(1))), holder -> holder.held.add(2)),
            new Changing<>("set", () -> new Holder<>(new HashSet<>(Set.of(1))), holder -> holder.held.add(2)),
            new Changing<>("map", () -> new Holder<>(new HashMap<>(Map.of(1, 1))), holder -> holder.held.put(1, 2)),
            new Changing<>(
                    "element from one list to the next",
                    () -> new Holder<>(List.of(new ArrayList<>(List.of(1)), new ArrayList<>(List.of(2)))),
                    holder -> holder.held.get(0).add(holder.held.get(1).remove(0))),
            new Changing<>(
                    "list in a record",
                    () -> new Holder<>(new Shelf("a", new ArrayList<>())),
                    holder -> holder.held.titles().add("b")),
            new Changing<>(
                    "object in a list",
                    () -> new Holder<>(List.of(new Account("a"))),
                    holder -> holder.held.get(0).name = "b"),
            new Changing<>(
                    "object in a map",
                    () -> new Holder<>(Map.of(new Account("a"), new Account("b"))),
                    holder -> holder.held.values().iterator().next().name = "c"),
            new Changing<>(
                    "list in an optional", () -> new Holder<>(Optional.of(new ArrayList<>(List.of(1)))), holder -> {
                        holder.held.get().add(2);
                    }),
            new Changing<>("date", () -> new Holder<>(new Date(1)), holder -> holder.held.setTime(2)),
            new Changing<>(
                    "calendar",
                    () -> new Holder<>(new GregorianCalendar(2026, 10, 20)),
                    holder -> holder.held.set(2026, 10, 21)),
            new Changing<>("bits", () -> new Holder<>(new BitSet()), holder -> holder.held.set(7)),
            new Changing<>(
                    "atomic number",
                    () -> new Holder<>(new AtomicInteger(1), AtomicInteger::get),
                    holder -> holder.held.set(2)),
            new Changing<>(
                    "atomic long",
                    () -> new Holder<>(new AtomicLong(1), AtomicLong::get),
                    holder -> holder.held.set(2)),
            new Changing<>(
                    "atomic flag",
                    () -> new Holder<>(new AtomicBoolean(), AtomicBoolean::get),
                    holder -> holder.held.set(true)),
            new Changing<>(
                    "atomic reference",
                    () -> new Holder<>(new AtomicReference<>("a"), AtomicReference::get),
                    holder -> holder.held.set("b")),
            new Changing<>(
                    "text buffer",
                    () -> new Holder<>(new StringBuilder("a"), StringBuilder::toString),
                    holder -> holder.held.append("b")),
            new Changing<>("circle", Circle::new, circle -> circle.other.number = 2));

    @Test
    void objectChangedAfterTheCall_equalsNoOtherKey() {
        assertThat(CHANGING)
                .filteredOn(changing -> changing.isHitAfterwards(KeyUnderTest.OURS))
                .extracting(Changing::label)
                .isEmpty();
    }

    @Test
    void objectChangedInsideOfAnotherArgument_equalsNoOtherKey() {
        KeyUnderTest inList = arguments -> KeyUnderTest.OURS.key(1, List.of(arguments[0]));
        KeyUnderTest inSet = arguments -> KeyUnderTest.OURS.key(1, 2, Set.of(arguments[0]));
        assertThat(CHANGING)
                .filteredOn(changing -> changing.isHitAfterwards(inList) || changing.isHitAfterwards(inSet))
                .extracting(Changing::label)
                .isEmpty();
    }

    @Test
    void mutantThatKeepsByReference_isFoundEachTime() {
        assertThat(CHANGING)
                .filteredOn(changing -> !changing.isHitAfterwards(KeptByReferenceKey::new))
                .extracting(Changing::label)
                .isEmpty();
    }

    @Test
    void unchangedObject_isHit() {
        for (Changing<?> changing : CHANGING) {
            Object key = KeyUnderTest.OURS.key(changing.made().get());
            for (int i = 0; i < 3; i++) {
                assertThat(areEqual(key, KeyUnderTest.OURS.key(changing.made().get())))
                        .as(changing.label())
                        .isTrue();
            }
            assertThat(areEqual(KeyUnderTest.OURS.key(changing.changed()), KeyUnderTest.OURS.key(changing.changed())))
                    .as(changing.label())
                    .isTrue();
        }
    }

    @Test
    void keyOfChangedObject_equalsItself() {
        Account account = new Account("a");
        Object key = KeyUnderTest.OURS.key(account);
        account.name = "b";
        assertThat(key.equals(KeyUnderTest.OURS.key(account))).isFalse();
        assertThat(Set.of(key)).contains(key);
    }

    @Test
    void objectFoundChanged_isNotHitWhenItIsAsBefore() {
        Account account = new Account("a");
        Object key = KeyUnderTest.OURS.key(account);
        account.name = "b";
        assertThat(key.equals(KeyUnderTest.OURS.key(new Account("a")))).isFalse();
        account.name = "a";
        assertThat(areEqual(key, KeyUnderTest.OURS.key(new Account("a")))).isFalse();
    }

    @Test
    void objectChangedWhileItIsCompared_equalsNoOtherKey() {
        Holder<String> held = new Holder<>("a");
        Runnable[] meanwhile = {() -> {}};
        Holder<Holder<String>> outer = new Holder<>(held, inner -> {
            meanwhile[0].run();
            return inner;
        });
        Object key = KeyUnderTest.OURS.key(outer);
        meanwhile[0] = () -> held.held = "b";
        assertThat(areEqual(key, KeyUnderTest.OURS.key(new Holder<>(new Holder<>("b")))))
                .isFalse();
    }

    @Test
    void hashThatIsCachedLater_isNoChange() {
        Object key = KeyUnderTest.OURS.key(new CachesItsHash("a"));
        for (int i = 0; i < 3; i++) {
            assertThat(areEqual(key, KeyUnderTest.OURS.key(new CachesItsHash("a"))))
                    .isTrue();
        }
        assertThat(State.of(new CachesItsHash("a"))).isNotNull();
    }

    @Test
    void classThatNeverChanges_hasNoState() {
        assertThat(ChangingFields.of(Isbn.class)).isEmpty();
        assertThat(ChangingFields.of(Edition.class)).isEmpty();
        assertThat(State.of(new Edition(new Isbn("1"), new Book("a", 1), null))).isNull();
        assertThat(ChangingFields.of(Account.class)).hasSize(1);
        assertThat(ChangingFields.of(Fixed.class)).hasSize(1);
        assertThat(ChangingFields.of(Special.class)).hasSize(2);
    }

    @Test
    void codeOfTheApplication_isNotRun() {
        assertThatCode(() -> {
                    Object key = KeyUnderTest.OURS.key(new Holder<>(new Hostile(), any -> 1));
                    assertThat(key).isEqualTo(KeyUnderTest.OURS.key(new Holder<>(new HostileList(), any -> 1)));
                    State state =
                            State.of(new Holder<>(List.of(new Hostile(), new HostileList(), new HostileRecord(1))));
                    assertThat(state).isNotNull();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void objectInAnOptional_isNotAskedForItsText() {
        State state = State.of(new Holder<>(Optional.of(new Hostile()), any -> 1));
        assertThat(state).isNotNull();
    }

    @Test
    void classOfTheJdkThatTellsNothing_isTakenAsItIs() {
        Object lock = new ReentrantLock();
        assertThat(KeyUnderTest.OURS.key(new Holder<>(lock))).isEqualTo(KeyUnderTest.OURS.key(new Holder<>(lock)));
        assertThat(KeyUnderTest.OURS.key(new Holder<>(lock)))
                .isNotEqualTo(KeyUnderTest.OURS.key(new Holder<>(new ReentrantLock())));
    }

    @Test
    void manyValues_areSeenToABound() {
        AtomicInteger seen = new AtomicInteger();
        List<Object> many = Collections.nCopies(1_000_000, List.of("a"));
        assertThat(new Walk(value -> seen.incrementAndGet() > 0).through(new Holder<>(List.of(many, many))))
                .isTrue();
        assertThat(seen).hasValueBetween(Walk.MOST, Walk.MOST + 10);
        assertThat(KeyUnderTest.OURS.key(new Holder<>(many))).isEqualTo(KeyUnderTest.OURS.key(new Holder<>(many)));
        assertThat(KeyUnderTest.OURS.key(new Fixed(new int[1_000_000])))
                .isEqualTo(KeyUnderTest.OURS.key(new Fixed(new int[1_000_000])));
    }

    @Test
    void objectsInACircle_areSeenOnce() {
        AtomicInteger seen = new AtomicInteger();
        assertThat(new Walk(value -> seen.incrementAndGet() > 0).through(new Circle()))
                .isTrue();
        assertThat(seen).hasValue(6);
    }

    @Test
    void fieldsThatToolsAdd_areNotLookedAt() {
        class Enhanced {
            Object $$_hibernate_interceptor = KeptTest.this;
            Object _persistence_session;
            Object pcStateManager;
            String name;
        }
        assertThat(ChangingFields.of(Enhanced.class)).extracting(Field::getName).containsExactly("name");
    }

    @Test
    void longChain_isWalkedWithoutDeepStack() {
        Holder<Object> chain = new Holder<>("end", any -> 1);
        Holder<Object> end = chain;
        for (int i = 0; i < 4_000; i++) {
            chain = new Holder<>(chain, any -> 1);
        }
        Object key = KeyUnderTest.OURS.key(chain);
        assertThat(areEqual(key, KeyUnderTest.OURS.key(chain))).isTrue();
        end.held = "other end";
        assertThat(areEqual(key, KeyUnderTest.OURS.key(chain))).isFalse();
    }

    @Test
    void classWithFieldOfMissingClass_isKeptAsItIs() throws Exception {
        Class<?> type = new WithoutBare().loadClass(Lacking.class.getName());
        Object one = type.getDeclaredConstructor().newInstance();
        Object other = type.getDeclaredConstructor().newInstance();
        assertThat(areEqual(KeyUnderTest.OURS.key(one), KeyUnderTest.OURS.key(other)))
                .isTrue();
    }

    private static boolean areEqual(Object one, Object other) {
        return one.equals(other) || other.equals(one);
    }

    private static class Account {
        final int id = 1;
        String name;

        Account(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Account that && id == that.id && Objects.equals(name, that.name);
        }

        @Override
        public int hashCode() {
            return id;
        }
    }

    private static final class Special extends Account {
        @SuppressWarnings("unused")
        private long visits;

        Special(String name) {
            super(name);
        }
    }

    private static final class Bare {
        int number = 1;
    }

    @SuppressWarnings("unused")
    private static final class Edition {
        private final Isbn isbn;
        private final Book book;
        private final Edition before;

        Edition(Isbn isbn, Book book, Edition before) {
            this.isbn = isbn;
            this.book = book;
            this.before = before;
        }
    }

    private static final class Fixed {
        private final int[] numbers;

        Fixed(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Fixed that && Arrays.equals(numbers, that.numbers);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class Circle {
        private final Circle other;
        private int number = 1;

        Circle() {
            this.other = new Circle(this);
        }

        private Circle(Circle other) {
            this.other = other;
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof Circle that && other.number == that.other.number;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class CachesItsHash {
        private final String text;
        private int hash;

        CachesItsHash(String text) {
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof CachesItsHash that && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            if (hash == 0) {
                hash = text.hashCode();
            }
            return hash;
        }
    }

    /** Nobody asked for this. */
    private static final class Hostile {
        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }
    }

    private record HostileRecord(Object value) {
        @Override
        public Object value() {
            throw new IllegalStateException("value");
        }
    }

    private static final class HostileList extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            throw new IllegalStateException("get");
        }

        @Override
        public int size() {
            throw new IllegalStateException("size");
        }
    }

    /** Refers to a class that {@link WithoutBare} does not find. */
    public static final class Lacking {
        Bare bare;

        @Override
        public boolean equals(Object other) {
            return other instanceof Lacking;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class WithoutBare extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(Bare.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            if (!name.equals(Lacking.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream file = KeptTest.class.getResourceAsStream("KeptTest$Lacking.class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
