package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.key.Values.Book;
import dev.memoized.impl.key.Values.Isbn;
import dev.memoized.impl.key.Values.Numbers;
import dev.memoized.impl.key.Values.Shelf;
import java.nio.ByteBuffer;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** C-48: what happens to an argument after the call began does not reach its key. */
class SnapshotTest {

    /** Something that can change after it was passed. */
    private record Changing<T>(String label, Supplier<T> made, Consumer<T> change) {
        boolean changesItsKey(KeyUnderTest keys) {
            T argument = made.get();
            Object key = keys.key(argument);
            change.accept(argument);
            return !key.equals(keys.key(made.get())) || key.equals(keys.key(argument));
        }
    }

    private static final List<Changing<?>> CHANGING = List.of(
            new Changing<>("array", () -> new int[] {1}, array -> array[0] = 2),
            new Changing<>("array of arrays", () -> new int[][] {{1}}, array -> array[0][0] = 2),
            new Changing<>("array of objects", () -> new Object[] {1}, array -> array[0] = 2),
            new Changing<>("list", () -> new ArrayList<>(List.of(1)), list -> list.add(2)),
            new Changing<>("set", () -> new HashSet<>(Set.of(1)), set -> set.add(2)),
            new Changing<>("map", () -> new HashMap<>(Map.of(1, 1)), map -> map.put(1, 2)),
            new Changing<>("entry", () -> new AbstractMap.SimpleEntry<>(1, 1), entry -> entry.setValue(2)),
            new Changing<>("list in a list", () -> List.of(new ArrayList<>(List.of(1))), list -> list.get(0)
                    .add(2)),
            new Changing<>(
                    "list in an optional", () -> Optional.of(new ArrayList<>(List.of(1))), optional -> optional.get()
                            .add(2)),
            new Changing<>("array in a record", () -> new Numbers(new int[] {1}), record -> record.numbers()[0] = 2),
            new Changing<>("list in a record", () -> new Shelf("a", new ArrayList<>()), shelf -> shelf.titles()
                    .add("b")),
            new Changing<>("date", () -> new Date(1), date -> date.setTime(2)),
            new Changing<>("date in a set", () -> Set.of(new Date(1)), set -> set.iterator()
                    .next()
                    .setTime(2)),
            new Changing<>(
                    "calendar", () -> new GregorianCalendar(2026, 10, 20), calendar -> calendar.set(2026, 10, 21)),
            new Changing<>("bits", () -> BitSet.valueOf(new long[] {1}), bits -> bits.set(7)),
            new Changing<>("buffer", () -> ByteBuffer.wrap(new byte[] {1}), buffer -> buffer.put(0, (byte) 2)));

    @Test
    void argumentChangedAfterTheCall_keyStaysAsItWas() {
        assertThat(CHANGING)
                .filteredOn(changing -> changing.changesItsKey(KeyUnderTest.OURS))
                .isEmpty();
    }

    @Test
    void argumentChangedAfterTheCall_textStaysAsItWas() {
        for (Changing<?> changing : CHANGING) {
            assertThat(textAfterChange(changing)).as(changing.label()).isEqualTo(textBeforeChange(changing));
        }
    }

    @Test
    void mutantThatKeepsTheArguments_isFound() {
        assertThat(CHANGING)
                .filteredOn(changing -> changing.changesItsKey(LiveArgumentKey::new))
                .extracting(Changing::label)
                .contains("array", "list", "map", "array in a record", "date");
    }

    @Test
    void arrayOfTheArguments_isNotKept() {
        Object[] arguments = {"a", "b", "c"};
        Object key = KeyUnderTest.OURS.key(arguments);
        arguments[0] = "x";
        assertThat(key).isEqualTo(KeyUnderTest.OURS.key("a", "b", "c"));
    }

    @Test
    void classOfCollection_playsNoPart() {
        assertThat(KeyUnderTest.OURS.key(new ArrayList<>(List.of(1, 2))))
                .isEqualTo(KeyUnderTest.OURS.key(List.of(1, 2)));
        assertThat(KeyUnderTest.OURS.key(new HashSet<>(Set.of(1, 2)))).isEqualTo(KeyUnderTest.OURS.key(Set.of(2, 1)));
    }

    @Test
    void oneStableArgument_isTheKeyItself() {
        for (Object stable : List.of("a", 1, Values.Colour.GREEN, new Book("a", 1), String.class)) {
            assertThat(KeyUnderTest.OURS.key(stable)).isSameAs(stable);
        }
    }

    @Test
    void foreignValue_isJudgedByItsOwnEquality() {
        Object key = KeyUnderTest.OURS.key(new Isbn("1"), List.of(new Isbn("2")));
        assertThat(key)
                .isEqualTo(KeyUnderTest.OURS.key(new Isbn("1"), List.of(new Isbn("2"))))
                .isNotEqualTo(KeyUnderTest.OURS.key(new Isbn("1"), List.of(new Isbn("3"))));
    }

    private static <T> String textAfterChange(Changing<T> changing) {
        T argument = changing.made().get();
        Object key = KeyUnderTest.OURS.key(argument);
        changing.change().accept(argument);
        return KeyUnderTest.text(key);
    }

    private static <T> String textBeforeChange(Changing<T> changing) {
        return KeyUnderTest.text(KeyUnderTest.OURS.key(changing.made().get()));
    }
}
