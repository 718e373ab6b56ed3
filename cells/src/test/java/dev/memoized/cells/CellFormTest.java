package dev.memoized.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.Entry;
import dev.memoized.spi.OwnLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellFormTest {
    private static final Right LEASE = new Right("jvm-1", "node", false, 5, 1_000_000, 2);
    private static final Right CLAIM = new Right("jvm-2", "", true, 6, 7, 0);

    private static Cell cell(Exempt exempt) {
        Entry<byte[]> entry = new Entry<>(
                new byte[] {1, 2, 3}, 77, 42, "version", 9, Set.of("tag"), false, new OwnLimits(5, OwnLimits.NEVER));
        return new Cell(7, 3, new Held(entry, 1_234, exempt), List.of(LEASE, CLAIM));
    }

    private static void assertSame(Cell actual, Cell expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    private static Cell read(byte[] bytes) {
        return Objects.requireNonNull(CellForm.read(bytes));
    }

    @Test
    void cell_isReadAsItWasWritten() {
        for (Cell each : List.of(
                cell(null),
                cell(new Exempt("mark", 8)),
                new Cell(Era.FIRST, 4, null, List.of(CLAIM)),
                Cell.empty(Era.FIRST, 1))) {
            assertSame(read(CellForm.write(each)), each);
        }
    }

    @Test
    void partOfACell_isNone() {
        byte[] whole = CellForm.write(cell(new Exempt("mark", 8)));
        for (int length = 0; length < whole.length; length++) {
            assertThat(CellForm.read(Arrays.copyOf(whole, length))).isNull();
        }
    }

    @Test
    void bytesOfOthers_areNone() {
        assertThat(CellForm.read("someone else's".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isNull();
        assertThat(CellForm.read(new byte[0])).isNull();
    }

    @Test
    void changedByte_isNoOtherFailure() {
        byte[] whole = CellForm.write(cell(new Exempt("mark", 8)));
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] copy = whole.clone();
                copy[at] ^= (byte) (1 << bit);
                assertThat(isReadOrRefused(copy)).isTrue();
            }
        }
    }

    private static boolean isReadOrRefused(byte[] bytes) {
        try {
            CellForm.read(bytes);
            return true;
        } catch (BackendException newer) {
            return true;
        }
    }

    @Test
    void laterFormat_isLeftAlone() {
        byte[] later = CellForm.write(Cell.empty(Era.FIRST, 1));
        later[1]++;
        assertThatThrownBy(() -> CellForm.read(later))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("later release");
    }
}
