package dev.memoized.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final int LIMIT = 10_000;

    private static final Entry<byte[]> ENTRY =
            new Entry<>(new byte[] {1, 2, 3}, 7, 42, "v", 99, Set.of("a", "caf\u00e9 \ud83d\ude00 \ud800"), true, null);

    private static Entry<byte[]> read(byte[] bytes) {
        Envelope.Content content = Envelope.read(bytes, LIMIT);
        assertThat(content).isInstanceOf(Envelope.Whole.class);
        return ((Envelope.Whole) content).entry();
    }

    private static byte[] with(byte[] bytes, int offset, int value) {
        byte[] other = bytes.clone();
        other[offset] = (byte) value;
        return other;
    }

    @Test
    void entry_comesBackWithTheStoresTime() {
        Entry<byte[]> back = read(Envelope.write(ENTRY, 1_000));
        assertThat(back)
                .usingRecursiveComparison()
                .isEqualTo(new Entry<>(ENTRY.value(), 1_000, 42, "v", 99, ENTRY.tags(), false, null));
    }

    @Test
    void entryWithoutAnything_comesBack() {
        Entry<byte[]> back = read(Envelope.write(Entry.of(null, 5, Set.of()), -1));
        assertThat(back).isEqualTo(Entry.of(null, -1, Set.of()));
    }

    @Test
    void limitsOfItsOwn_comeBack() {
        for (String version : new String[] {null, "v"}) {
            OwnLimits own = new OwnLimits(OwnLimits.OF_METHOD, 5_000_000_000L);
            Entry<byte[]> entry = new Entry<>(null, 5, 1, version, 2, Set.of("a"), false, own);
            assertThat(read(Envelope.write(entry, 5))).isEqualTo(entry);
        }
    }

    @Test
    void withoutLimitsOfItsOwn_nothingIsWrittenOfThem() {
        Entry<byte[]> limited =
                new Entry<>(ENTRY.value(), 7, 42, "v", 99, ENTRY.tags(), true, new OwnLimits(0, OwnLimits.NEVER));
        byte[] bytes = Envelope.write(ENTRY, 1);
        assertThat(bytes[29]).isOne();
        assertThat(Envelope.write(limited, 1)).hasSize(bytes.length + 16);
    }

    @Test
    void limitsBelowZero_areUnreadable() {
        byte[] bytes = Envelope.write(new Entry<>(null, 0, 0, null, 0, Set.of(), false, new OwnLimits(1, 1)), 0);
        assertUnreadable(with(bytes, 30, 0x80));
        assertUnreadable(with(bytes, 38, 0x80));
        assertThatThrownBy(() -> new OwnLimits(-2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OwnLimits(0, -2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scriptOfTheServer_stampsNumberAndTime() {
        byte[] bytes = Envelope.write(ENTRY, 0);
        ByteBuffer.wrap(bytes).putLong(Envelope.AS_OF, 123).putLong(Envelope.COMPUTED_AT, 456);
        assertThat(read(bytes).asOf()).isEqualTo(123);
        assertThat(read(bytes).computedAt()).isEqualTo(456);
    }

    @Test
    void whole_isGivenThisJvmsTime() {
        Envelope.Whole whole = (Envelope.Whole) Envelope.read(Envelope.write(ENTRY, 1), LIMIT);
        assertThat(whole.computedAt(77))
                .usingRecursiveComparison()
                .isEqualTo(new Entry<>(ENTRY.value(), 77, 42, "v", 99, ENTRY.tags(), false, null));
    }

    @Test
    void newerFormat_isTold() {
        byte[] bytes = with(Envelope.write(ENTRY, 0), 4, Envelope.FORMAT + 1);
        assertThat(Envelope.read(bytes, LIMIT)).isEqualTo(new Envelope.Newer(Envelope.FORMAT + 1));
        assertThat(Envelope.read(with(bytes, 4, 255), LIMIT)).isEqualTo(new Envelope.Newer(255));
    }

    @Test
    void oddBytes_areUnreadable() {
        byte[] bytes = Envelope.write(ENTRY, 0);
        assertUnreadable(with(bytes, 0, 'm'));
        assertUnreadable(with(bytes, 4, 0));
        assertUnreadable(with(bytes, 29, 2));
        assertUnreadable(with(bytes, 29, 4));
        assertUnreadable(new byte[36]);
        assertUnreadable(Arrays.copyOf(bytes, bytes.length + 1));
        assertUnreadableWhenCut(bytes);
        assertUnreadableWhenCut(
                Envelope.write(new Entry<>(null, 0, 0, "v", 0, Set.of("a"), false, new OwnLimits(1, 2)), 0));
    }

    private static void assertUnreadableWhenCut(byte[] bytes) {
        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(Arrays.copyOf(bytes, length));
        }
    }

    private static void assertUnreadable(byte[] bytes) {
        assertThat(Envelope.read(bytes, LIMIT)).isEqualTo(new Envelope.Unreadable());
    }

    @Test
    void lengthsBeyondWhatIsThere_areUnreadable() {
        byte[] bytes = Envelope.write(Entry.of(new byte[] {1}, 0, Set.of("t")), 0);
        for (int offset : new int[] {30, 32, bytes.length - 5}) {
            assertUnreadable(with(bytes, offset, 0x7F));
            assertUnreadable(with(bytes, offset, 0xFF));
        }
    }

    @Test
    void bytesBeyondTheLimit_areNotLookedAt() {
        byte[] bytes = Envelope.write(ENTRY, 0);
        assertThat(Envelope.read(bytes, bytes.length)).isInstanceOf(Envelope.Whole.class);
        assertThat(Envelope.read(bytes, bytes.length - 1)).isEqualTo(new Envelope.Unreadable());
    }

    @Test
    void whatNoEntryMayHave_isRefused() {
        Set<String> many = IntStream.rangeClosed(0, Envelope.MOST_TAGS)
                .mapToObj(String::valueOf)
                .collect(Collectors.toSet());
        String longest = "\u20ac".repeat(Envelope.LONGEST_TEXT);
        assertThat(Envelope.takes(Set.of(longest))).isTrue();
        assertThat(read(Envelope.write(Entry.of(null, 0, Set.of("a")), 0)).tags())
                .containsExactly("a");
        assertRefused(Entry.of(null, 0, many));
        assertRefused(Entry.of(null, 0, Set.of(longest + "x")));
        assertRefused(new Entry<>(null, 0, 0, 5, 0, Set.of(), false, null));
        assertRefused(new Entry<>(null, 0, 0, longest + "x", 0, Set.of(), false, null));
    }

    private static void assertRefused(Entry<byte[]> entry) {
        assertThatThrownBy(() -> Envelope.write(entry, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
