package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.OnError;
import dev.memoized.Refresh;
import dev.memoized.SingleFlight;
import dev.memoized.VersionSource;
import dev.memoized.WhenCold;
import dev.memoized.impl.config.DurationText;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.freshness.Limits;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills "the annotation comes before configuration", "what is set for all comes before the annotation", "a level is not
 * read", "levels in another order", "a limit for all contradicts a method" and, for each member, "is not set by configuration".
 */
class ConfiguredMembersTest {
    private static final String BEAN = Books.class.getName();
    private static final String OF_METHOD = "memoized.method.\"books\".";

    private final Problems problems = new Problems();
    private final Map<String, String> settings = new LinkedHashMap<>();

    static class Books {
        @Memoized(name = "books")
        String silent(String key) {
            return key;
        }

        @Memoized(name = "books", refreshAfter = "1m", expireAfter = "1h", backend = "redis", isolated = true)
        String told(String key) {
            return key;
        }

        @Memoized(name = "books", refreshAfter = "${books.fresh:2m}")
        String refreshing(String key) {
            return key;
        }

        @Memoized(name = "books", expireAfter = "1h")
        String expiring(String key) {
            return key;
        }

        @Memoized(name = "books", backend = "request")
        String ofRequest(String key) {
            return key;
        }

        @Memoized(name = "books", whenCold = WhenCold.FAIL)
        String failing(String key) {
            return key;
        }
    }

    public static class Key implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return 1;
        }
    }

    public static class Version implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return 1;
        }
    }

    private PlanDraft read(String method, Annotation... qualifiers) {
        return PlanDraft.read(Declarations.of(Books.class, method, qualifiers), settings::get, problems);
    }

    private Memoized memoized(String method) {
        Memoized memoized = read(method).declaration().memoized();
        assertThat(problems.texts()).isEmpty();
        return memoized;
    }

    @Test
    void nothingSet_isTheAnnotationItself() {
        assertThat(memoized("silent").annotationType()).isEqualTo(Memoized.class);
        assertThat(read("told").declaration().keys()).isEmpty();
        assertThat(read("silent").limits().expireAfter())
                .isEqualTo(Duration.ofMinutes(5).toNanos());
    }

    @Test
    void levels_comeInTheirOrder() {
        List<String> fromLast = List.of(
                "Memoized/expireAfter",
                "memoized.default.expire-after",
                "memoized.backend.default.expire-after",
                BEAN + "/Memoized/expireAfter",
                BEAN + "/silent/Memoized/expireAfter",
                "memoized.method.\"" + BEAN + "#silent(java.lang.String)\".expire-after",
                OF_METHOD + "expire-after");
        for (int level = 0; level < fromLast.size(); level++) {
            String text = (level + 1) + "h";
            settings.put(fromLast.get(level), text);
            assertThat(memoized("silent").expireAfter()).as(fromLast.get(level)).isEqualTo(text);
        }
    }

    @Test
    void whatIsSetForAMethodOrItsClass_winsOverTheAnnotation() {
        settings.put(BEAN + "/Memoized/refreshAfter", "2m");
        settings.put(OF_METHOD + "expire-after", "2h");
        Limits limits = read("told").limits();
        assertThat(limits.refreshAfter()).isEqualTo(Duration.ofMinutes(2).toNanos());
        assertThat(limits.expireAfter()).isEqualTo(Duration.ofHours(2).toNanos());
    }

    @Test
    void whatIsSetForAllOrABackend_isForThoseWhoSayNothing() {
        settings.put("memoized.default.refresh-after", "3m");
        settings.put("memoized.default.expire-after", "3h");
        settings.put("memoized.backend.redis.expire-after", "4h");
        settings.put("memoized.default.backend", "memory");
        Memoized told = memoized("told");
        assertThat(List.of(told.refreshAfter(), told.expireAfter(), told.backend()))
                .containsExactly("1m", "1h", "redis");
        Memoized silent = memoized("silent");
        assertThat(List.of(silent.refreshAfter(), silent.expireAfter(), silent.backend()))
                .containsExactly("3m", "3h", "memory");
        settings.put("memoized.default.backend", "redis");
        assertThat(memoized("silent").expireAfter()).isEqualTo("4h");
    }

    @Test
    void noneTakesBack_whatTheAnnotationSays() {
        settings.put(OF_METHOD + "refresh-after", "none");
        assertThat(read("told").limits().refreshAfter()).isEqualTo(Limits.NEVER);
        assertThat(problems.texts()).isEmpty();
    }

    @Test
    void isolated_isNotTakenBack() {
        settings.put(OF_METHOD + "isolated", "false");
        assertThat(memoized("told").isolated()).isTrue();
        settings.put(OF_METHOD + "isolated", "true");
        assertThat(memoized("silent").isolated()).isTrue();
    }

    @Test
    void whatIsSetForAll_isPassedOverWhereItMakesNoSense() {
        settings.put("memoized.default.wait-for-refresh", "1s");
        settings.put("memoized.default.wait-after", "2m");
        settings.put("memoized.default.eager-refresh", "0.5");
        settings.put("memoized.default.refresh", "caller");
        settings.put("memoized.default.wait-at-most", "3s");
        assertThat(memoized("silent").waitForRefresh()).isEmpty();
        assertThat(memoized("silent").waitAtMost()).isEqualTo("3s");
        assertThat(memoized("failing").waitAtMost()).isEmpty();
        assertThat(memoized("told").refresh()).isEqualTo(Refresh.CALLER);
        assertThat(memoized("told").waitForRefresh()).isEmpty();
        assertThat(memoized("told").waitAfter()).isEqualTo("2m");
        settings.put("memoized.default.refresh-after", "1m");
        settings.put("memoized.default.expire-after", "1h");
        settings.put("memoized.default.isolated", "true");
        PlanDraft ofRequest = read("ofRequest");
        assertThat(ofRequest.declaration().keys()).isEmpty();
        assertThat(problems.texts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "memoized.default.refresh-after, 1h, expiring, MAX, 1h",
        "memoized.default.refresh-after, 59m, expiring, 59m, 1h",
        "memoized.default.expire-after, 2m, refreshing, 2m, 5m",
        "memoized.default.expire-after, 2500ms, refreshing, 2m, 5m",
        "memoized.backend.default.expire-after, 1m, refreshing, 2m, 5m",
        "Memoized/expireAfter, 3m, refreshing, 2m, 3m",
        "memoized.default.expire-after, forever, refreshing, 2m, MAX",
    })
    void limitForAll_thatContradictsTheOnlyOneOfAMethod_isPassedOver(
            String key, String text, String method, String refreshAfter, String expireAfter) {
        settings.put(key, text);
        Limits limits = read(method).limits();
        assertThat(problems.texts()).isEmpty();
        assertThat(limits.refreshAfter()).isEqualTo(nanos(refreshAfter));
        assertThat(limits.expireAfter()).isEqualTo(nanos(expireAfter));
    }

    @Test
    void limitOfAMethodsSettings_isItsOwn() {
        settings.put("memoized.default.refresh-after", "2h");
        settings.put(OF_METHOD + "expire-after", "1h");
        assertThat(read("silent").limits().refreshAfter()).isEqualTo(Limits.NEVER);
        assertThat(problems.texts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30s, ''", "1m, ''", "2m, 2m", "1h, ''"})
    void waitForAll_outsideOfAMethodsLimits_isPassedOver(String text, String waitAfter) {
        settings.put("memoized.default.wait-after", text);
        assertThat(memoized("told").waitAfter()).isEqualTo(waitAfter);
    }

    @ParameterizedTest
    @CsvSource({"1h, 1h", "10m, 5m", "10m, ''", "forever, ''"})
    void limitsForAll_thatContradictEachOther_areRefused(String refreshAfter, String expireAfter) {
        settings.put("memoized.default.refresh-after", refreshAfter);
        settings.put("memoized.default.expire-after", expireAfter);
        read("silent");
        assertThat(problems.texts()).singleElement().asString().contains("memoized.default.refresh-after");
    }

    @Test
    void refreshForEver_isRefusedBesideEveryLimit() {
        settings.put("memoized.default.refresh-after", "forever");
        read("expiring");
        assertThat(problems.texts()).singleElement().asString().startsWith("MEMO0113 ");
    }

    private static long nanos(String text) {
        return text.equals("MAX")
                ? Limits.NEVER
                : DurationText.read(text).orElseThrow().toNanos();
    }

    @Test
    void whatIsSetForTheMethod_isNot() {
        settings.put(OF_METHOD + "wait-for-refresh", "1s");
        read("silent");
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .startsWith(
                        "MEMO0140 " + BEAN + "#silent(String), waitForRefresh (" + OF_METHOD + "wait-for-refresh): ");
    }

    @Test
    void backendOfConfiguration_comesBeforeAQualifier() {
        Backend.Literal archive = Backend.Literal.of("archive");
        assertThat(read("silent", archive).backend().name()).isEqualTo("archive");
        settings.put("memoized.default.backend", "redis");
        assertThat(read("silent", archive).backend().name()).isEqualTo("archive");
        settings.put(OF_METHOD + "backend", "redis");
        assertThat(read("silent", archive).backend().name()).isEqualTo("redis");
        assertThat(problems.texts()).isEmpty();
    }

    @Test
    void everyMember_canBeSet() throws ReflectiveOperationException {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("refreshAfter", "1m");
        expected.put("expireAfter", "forever");
        expected.put("refresh", Refresh.BACKGROUND);
        expected.put("waitForRefresh", "1s");
        expected.put("waitAfter", "2m");
        expected.put("eagerRefresh", 0.8);
        expected.put("earlyRefresh", 1.5);
        expected.put("singleFlight", SingleFlight.LOCAL);
        expected.put("whenCold", WhenCold.WAIT);
        expected.put("waitAtMost", "9s");
        expected.put("onError", OnError.THROW);
        expected.put("varyBy", new Class<?>[] {dev.memoized.RequestLocale.class});
        expected.put("independentOf", new Class<?>[] {String.class, Integer.class});
        expected.put("isolated", true);
        expected.put("versionedBy", Version.class);
        expected.put("schema", "7");
        expected.put("keyGenerator", Key.class);
        expected.put("cacheIf", CacheIf.Present.class);
        expected.put("tags", new String[] {"books", "all"});
        expected.put("backend", "redis");
        expected.forEach((member, value) ->
                settings.put(OF_METHOD + Property.ofMember(member).orElseThrow().key(), text(value)));
        Memoized memoized = memoized("silent");
        for (Method member : Memoized.class.getDeclaredMethods()) {
            if (!member.getName().equals("name")) {
                assertThat(member.invoke(memoized)).as(member.getName()).isEqualTo(expected.get(member.getName()));
            }
        }
    }

    private static String text(Object value) {
        if (value instanceof Object[] array) {
            return String.join(
                    " , ", Arrays.stream(array).map(ConfiguredMembersTest::text).toList());
        }
        if (value instanceof Class<?> type) {
            return type.getName();
        }
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                : String.valueOf(value);
    }

    @ParameterizedTest
    @CsvSource({
        "when-cold, sometimes, MEMO0205",
        "eager-refresh, much, MEMO0205",
        "isolated, yes, MEMO0205",
        "versioned-by, com.acme.Nowhere, MEMO0232",
        "key-generator, java.lang.String, MEMO0232",
        "'vary-by', 'dev.memoized.RequestLocale,java.lang.String', MEMO0232",
        "cache-if, 'dev.memoized.CacheIf$Present,dev.memoized.CacheIf$Always', MEMO0205",
    })
    void valueThatCannotBeRead_isTold(String property, String text, String id) {
        settings.put(OF_METHOD + property, text);
        read("silent");
        assertThat(problems.texts()).singleElement().asString().startsWith(id).contains(OF_METHOD + property);
    }

    @Test
    void C74_valueOfASettingThatCannotBeRead_isTold() {
        settings.put("memoized.default.jitter", "150%");
        read("silent");
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .isEqualTo("MEMO0205 configuration: \"150%\" is no value for memoized.default.jitter."
                        + " Correct or remove the setting.");
    }

    @Test
    void whatIsSetForAll_isReadWithoutMethods() {
        settings.put("memoized.default.refresh", "never");
        settings.put("memoized.default.maximum-size", "0");
        settings.put("Memoized/whenCold", "now");
        CommonSettings.check(settings::get, problems);
        assertThat(problems.texts())
                .hasSize(3)
                .allMatch(text -> text.startsWith("MEMO0205 configuration: "))
                .anyMatch(text -> text.contains("\"never\" is no value for memoized.default.refresh."))
                .anyMatch(text -> text.contains("\"now\" is no value for Memoized/whenCold."));
    }

    @Test
    void expression_standsForAnotherSetting() {
        settings.put("books.age", "7m");
        settings.put(OF_METHOD + "expire-after", "${books.age}");
        assertThat(memoized("silent").expireAfter()).isEqualTo("7m");
        settings.put(OF_METHOD + "expire-after", "${nothing:8m}");
        assertThat(memoized("silent").expireAfter()).isEqualTo("8m");
        settings.put(OF_METHOD + "expire-after", "${nothing}");
        read("silent");
        assertThat(problems.texts()).singleElement().asString().startsWith("MEMO0110 ");
    }
}
