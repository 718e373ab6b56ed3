package dev.memoized.redis;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the failure catalogue that a server is needed for. Their tests bear their names. */
enum Rows {
    C09("The channel is cut off, or leads nowhere, and what others dropped meanwhile is served for ever."),
    C11("Something is invalidated while the server hangs, and is served when it goes on."),
    C18("Computations on two machines need each other's key, and wait for ever."),
    C40(
            "A life of zero, of less than the server counts, or of more than it has numbers for, is an error or ends at once."),
    C55("A reply that came too late, or not whole, is taken for that of the next command: another key's value."),
    C56(
            "Names with separators, line ends, zeros, braces or glob characters in them meet, or say something to the server."),
    C62(
            "A wrong password, a right that is missing or a certificate of another host ends in silence, or with a secret in the log."),
    C65("A server comes back empty, and everybody computes everything."),
    C66("A server that is full, loads, is a replica, or refuses for another reason fails calls."),
    C67("A JVM is killed while it computes, and all others wait for it."),
    C68("A JVM stands still for longer than its lease, goes on, and stores what is older than what is there."),
    C69("A leader is replaced, and is written to and read from when it comes back."),
    C71("A count whose answer was lost is made again."),
    C72("Dropping all asks the server for all its keys, or drops those of others.");

    private static final List<Class<?>> TESTS = List.of(
            AclContract.class,
            ChannelTest.class,
            ClusterFailoverTest.class,
            CycleTest.class,
            DeafChannelTest.class,
            DepartedNodeTest.class,
            FaultsContract.class,
            FaultsTest.class,
            LeadersTest.class,
            LivesTest.class,
            LostAnswersTest.class,
            ManyJvmsContract.class,
            ManyJvmsTest.class,
            NamesTest.class,
            RedisProviderTest.class,
            RefusalTest.class,
            RestartContract.class,
            RoundTripsTest.class,
            SentinelTest.class,
            TlsTest.class);

    private final String sentence;

    Rows(String sentence) {
        this.sentence = sentence;
    }

    /** Names of tests of all rows. */
    static Stream<String> all() {
        return TESTS.stream()
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .map(Method::getName)
                .filter(name -> name.matches("C\\d\\d_.*"));
    }

    boolean isShownBy(String test) {
        return test.startsWith(name() + "_");
    }

    private String line() {
        String tests = TESTS.stream()
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .filter(method -> isShownBy(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> "`%s.%s`".formatted(method.getDeclaringClass().getSimpleName(), method.getName()))
                .collect(Collectors.joining("<br>"));
        return "| C-%s | %s | %s |\n".formatted(name().substring(1), sentence, tests);
    }

    /** {@code docs/proof/s1-redis.md}. */
    static String page() {
        return """
                # Rows of the failure catalogue that need a server
                Generated from `redis-backend/src/test`; `./mvnw -pl redis-backend -am test -Dtest=RowsTest \
                -Dmemoized.write-docs=true` writes it again. The others: [s1.md](s1.md).

                A test that ends in `_isFound` plants what the row tells of, and sees that it is found out.

                | row | what may go wrong | tests |
                |---|---|---|
                """
                + Stream.of(values()).map(Rows::line).collect(Collectors.joining());
    }
}
