package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.TwoPartKey;
import dev.memoized.impl.key.Values.Isbn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys of more than arguments: no two of them are one, and their texts are those of all releases. */
class KeyPartsTest {
    private static final Object FR = KeyParts.of("fr");

    private static Object inContext(List<String> names, List<?> values, Object arguments) {
        Object[] parts = values.stream().map(KeyParts::of).toArray();
        return KeyParts.inContext(names.toArray(String[]::new), parts, arguments);
    }

    private static Object field(Object entry, Object field, Class<?> result) {
        return KeyParts.ofField(new TwoPartKey(entry, field), result);
    }

    @Test
    void keysInContext_differByNameValueOrderAndArguments() {
        assertAllDiffer(
                FR,
                inContext(List.of("tenant"), List.of("acme"), FR),
                inContext(List.of("customer"), List.of("acme"), FR),
                inContext(List.of("tenant"), List.of("other"), FR),
                inContext(List.of("tenant"), List.of("acme"), KeyParts.of("en")),
                inContext(List.of("tenant", "user"), List.of("acme", "eve"), FR),
                inContext(List.of("user", "tenant"), List.of("acme", "eve"), FR),
                inContext(List.of("tenant", "user"), List.of("acmee", "ve"), FR),
                inContext(List.of("tenant"), List.of(List.of("acme", "eve")), FR),
                inContext(List.of("tenant"), List.of("acme"), KeyParts.of(List.of("fr"))));
    }

    @Test
    void keysOfFields_differByEntryFieldAndResult() {
        assertAllDiffer(
                KeyParts.of(List.of(7L, "title")),
                field(7L, "title", String.class),
                field(7L, "title", Integer.class),
                field(7, "title", String.class),
                field("7", "title", String.class),
                field(7L, "pages", String.class),
                field(7L, null, String.class),
                field(null, "title", String.class),
                field(7L, "null", String.class));
    }

    private static void assertAllDiffer(Object... keys) {
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(Arrays.stream(keys).map(KeyUnderTest::text)).doesNotHaveDuplicates();
    }

    @Test
    void equalKeys_haveEqualHashesAndTexts() {
        Object one = inContext(List.of("tenant"), List.of(List.of("acme")), field(7L, "title", String.class));
        Object other = inContext(List.of("tenant"), List.of(List.of("acme")), field(7L, "title", String.class));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(KeyUnderTest.text(one)).isEqualTo(KeyUnderTest.text(other));
    }

    @Test
    void texts_areThoseOfAllReleases() {
        Map<Object, String> golden = new LinkedHashMap<>();
        golden.put(inContext(List.of("tenant"), List.of("acme"), FR), "AMrV080B6638pOapBkaNIPPiR-yw2TPaNKgTHdYbcwo");
        golden.put(
                inContext(List.of("tenant", "locale"), List.of("acme", Locale.FRENCH), FR),
                "EbPzBHY5LXt-LvVDPKR7Hh2o4dvNHyYvfLq7hA6-FNg");
        golden.put(field(7L, "title", String.class), "diILDLu193_agdoelBsWca_-EZPjd790CwdWi6AhrTE");
        golden.put(field(null, null, String.class), "Y8-olcFXwhwLAL-KS_DsCk_Wv7It4CmYM2L3hJ1_2Ks");
        golden.forEach(
                (key, digest) -> assertThat(KeyUnderTest.text(key)).isEqualTo("com_acme_Books_topBooks-" + digest));
    }

    @Test
    void partHoldsAnObjectThatChanges_itMayChangeWhereverItIs() {
        Object changing = KeyParts.of(new Holder<>("a"));
        assertThat(Stream.of(
                        changing,
                        KeyUnderTest.OURS.key("a", new Holder<>("a")),
                        KeyUnderTest.OURS.key(new Holder<>("a"), "a"),
                        KeyUnderTest.OURS.key("a", "b", new Holder<>("a")),
                        KeyParts.of(List.of("a", new Holder<>("a"))),
                        KeyParts.of(Set.of(new Holder<>("a"))),
                        KeyParts.of(Map.of("a", new Holder<>("a"))),
                        KeyParts.of(Map.of(new Holder<>("a"), "a")),
                        KeyParts.of(new Object[] {List.of(new Holder<>("a"))}),
                        field(new Holder<>("a"), "title", String.class),
                        field(7L, new Holder<>("a"), String.class),
                        KeyParts.inContext(new String[] {"tenant"}, new Object[] {"acme"}, changing),
                        KeyParts.inContext(new String[] {"tenant"}, new Object[] {changing}, FR)))
                .allMatch(KeyParts::mayChange);
    }

    @Test
    void partHoldsNothingThatChanges_itMayNotChange() {
        assertThat(Stream.of(
                        FR,
                        KeyParts.of(null),
                        KeyParts.of(new Isbn("1")),
                        KeyUnderTest.OURS.key(),
                        KeyUnderTest.OURS.key("a", new Isbn("1")),
                        KeyUnderTest.OURS.key("a", "b", new Isbn("1")),
                        KeyParts.of(List.of("a", new Isbn("1"))),
                        KeyParts.of(Set.of("a")),
                        KeyParts.of(Map.of("a", new Isbn("1"))),
                        KeyParts.of(new int[] {1}),
                        field(7L, "title", String.class),
                        inContext(List.of("tenant"), List.of("acme"), FR)))
                .noneMatch(KeyParts::mayChange);
    }
}
