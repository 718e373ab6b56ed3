package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names that look like something else. */
class NamesTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final String[] ODD = {
        "",
        " ",
        "a b",
        "a\r\nDEL key\r\n",
        "a\0b",
        "a:b",
        "a:",
        ":a",
        "a%3Ab",
        "{a}",
        "}a{",
        "*",
        "a?[b]",
        "\ud83d\ude00",
        "é"
    };

    private static String slot(String namespace, String schema, String key) {
        return Names.text(Names.slot(namespace, schema, key));
    }

    @Test
    void C56_partsOfANameWithSeparatorsInThem_makeNamesOfTheirOwn() {
        Set<String> all = Stream.of(ODD)
                .flatMap(one -> Stream.of(ODD).flatMap(two -> Stream.of(slot(one, two, "key"), slot("name", one, two))))
                .collect(Collectors.toSet());

        assertThat(all).hasSize(2 * ODD.length * ODD.length);
    }

    @Test
    void C56_oddKeysTagsAndNamespaces_areFoundAgain_andEachByItself() {
        try (Bench bench = new Bench(SERVER, "odd")) {
            for (String odd : ODD) {
                bench.here().put(odd, bench.entry("value of " + odd, "tag " + odd), Bench.LIFE);
            }
            for (String odd : ODD) {
                assertThat(bench.read(bench.there(), odd)).isEqualTo("value of " + odd);
            }
            bench.here().invalidate(Mark.tag("tag *"), InvalidationMode.HARD);
            bench.here().invalidate("a?[b]");
            assertThat(Stream.of(ODD).filter(odd -> bench.read(bench.here(), odd) == null))
                    .containsExactly("*", "a?[b]");
        }
    }

    @Test
    void C72_prefixWithGlobCharacters_dropsNothingOfOthers() {
        try (Bench glob = new Bench(SERVER, "shop*");
                Bench other = new Bench(SERVER, "shopping")) {
            glob.here().put("key", glob.entry("value"), Bench.LIFE);
            other.here().put("key", other.entry("value"), Bench.LIFE);
            Store<byte[]> own = glob.here();

            own.invalidate(Mark.namespace("books"), InvalidationMode.HARD);

            assertThat(glob.read(own, "key")).isNull();
            assertThat(other.read(other.here(), "key")).isEqualTo("value");
        }
    }

    @Test
    void longestNames_areTaken() {
        Namespace books = new Namespace("b".repeat(200), "s".repeat(100), 10, Object::toString);
        try (Bench bench = new Bench(SERVER, "p".repeat(100))) {
            Store<byte[]> store = bench.open(books);
            store.put("k".repeat(10_000), bench.entry("value"), Bench.LIFE);
            assertThat(bench.read(store, "k".repeat(10_000))).isEqualTo("value");
        }
    }
}
