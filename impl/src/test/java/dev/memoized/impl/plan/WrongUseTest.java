package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheKey;
import dev.memoized.CacheKeyIgnore;
import dev.memoized.ContextValue;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.Refresh;
import dev.memoized.RequestLocale;
import dev.memoized.SingleFlight;
import dev.memoized.VersionSource;
import dev.memoized.WhenCold;
import dev.memoized.impl.freshness.Limits;
import jakarta.servlet.http.HttpSession;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.security.Principal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of {@link Wrong} ends in the id of the message that refuses it; those of {@link Right} are not refused. */
class WrongUseTest {
    private static final String ISOLATED = "memoized.default.isolated";
    private static final String LONGEST_SCHEMA =
            "12345678901234567890123456789012345678901234567890" + "12345678901234567890123456789012345678901234567890";
    private static final String LONGEST_NAME = LONGEST_SCHEMA + LONGEST_SCHEMA;
    private static final Map<String, String> SETTINGS = Map.of("books.age", "1h", "books.wrong", "soon");

    /** Makes keys. */
    public static final class Keys implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return "key";
        }
    }

    /** Knows of no version. */
    public static final class Versions implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return null;
        }
    }

    /** A value that can be told apart. */
    public static class Tenant implements ContextValue<String> {
        @Override
        public String name() {
            return "tenant";
        }

        @Override
        public String capture() {
            return "tenant";
        }

        @Override
        public void restore(String value) {}
    }

    /** Says what it is through a superclass. */
    public abstract static class Kept<K, V> implements ContextValue<V> {
        @Override
        public String name() {
            return "kept";
        }
    }

    /** A value that cannot be told apart. */
    public static class Task extends Kept<String, List<Thread>> {
        @Override
        public List<Thread> capture() {
            return List.of();
        }

        @Override
        public void restore(List<Thread> value) {}
    }

    /** A source of versions. */
    public static class Latest implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return 1;
        }
    }

    @SuppressWarnings("unused")
    abstract static class Wrong {
        @Memoized(varyBy = {Tenant.class, Tenant.class})
        String twice_0128() {
            return "";
        }

        @Memoized(name = "cache")
        String nameOfTheService_0147() {
            return "";
        }

        @Memoized(name = "cache:books.")
        String nameOfAView_0147() {
            return "";
        }

        @Memoized(varyBy = Task.class)
        String valueWithoutEquality_0129() {
            return "";
        }

        @Memoized(varyBy = Tenant.class, independentOf = Tenant.class)
        String bothWays_0130() {
            return "";
        }

        @Memoized(backend = "request", refreshAfter = "1m")
        String requestRenewed_0134() {
            return "";
        }

        @Memoized(backend = "instance", refresh = Refresh.CALLER)
        String instanceRenewed_0134() {
            return "";
        }

        @Memoized(backend = "instance", singleFlight = SingleFlight.LOCAL)
        String sharedWithNobody_0138() {
            return "";
        }

        @Memoized(backend = "request", isolated = true)
        String requestIsolated_0135() {
            return "";
        }

        @Memoized(backend = "instance", versionedBy = Latest.class)
        String instanceVersioned_0136() {
            return "";
        }

        @Memoized(backend = "request", expireAfter = "forever")
        String requestExpires_0137() {
            return "";
        }

        @Memoized(backend = "instance", expireAfter = "0s")
        String instanceExpiresAtOnce_0111() {
            return "";
        }

        @Memoized(backend = "instance")
        Principal instanceKeepsIdentity_0132() {
            return () -> "";
        }

        @Memoized
        void nothing_0101() {}

        @Memoized
        Void nothingToo_0101() {
            return null;
        }

        @Memoized
        static String fixed_0102() {
            return "";
        }

        @Memoized
        private String hidden_0103() {
            return "";
        }

        @Memoized
        final String last_0104() {
            return "";
        }

        @Memoized
        abstract String later_0105();

        @Memoized(expireAfter = "soon")
        String expire_0109() {
            return "";
        }

        @Memoized(refreshAfter = "-1s")
        String refresh_0109() {
            return "";
        }

        @Memoized(waitAtMost = "1x")
        String wait_0109() {
            return "";
        }

        @Memoized(refreshAfter = "${books.wrong}")
        String expression_0109() {
            return "";
        }

        @Memoized(expireAfter = "${books.none}")
        String unset_0110() {
            return "";
        }

        @Memoized(expireAfter = "0s")
        String atOnce_0111() {
            return "";
        }

        @Memoized(refreshAfter = "5m")
        String defaultLimit_0112() {
            return "";
        }

        @Memoized(refreshAfter = "1h", expireAfter = "${books.age}")
        String asLate_0112() {
            return "";
        }

        @Memoized(refreshAfter = "2h", expireAfter = "${books.age}")
        String tooLate_0112() {
            return "";
        }

        @Memoized(refreshAfter = "forever", expireAfter = "forever")
        String never_0113() {
            return "";
        }

        @Memoized(refresh = Refresh.CALLER)
        String caller_0114() {
            return "";
        }

        @Memoized(waitAtMost = "0s")
        String noWait_0115() {
            return "";
        }

        @Memoized(waitAtMost = "5s", whenCold = WhenCold.FAIL)
        String unused_0116() {
            return "";
        }

        @Memoized
        String thread_0117(Thread parameter) {
            return "";
        }

        @Memoized
        String threads_0117(List<Thread> parameter) {
            return "";
        }

        @Memoized
        String mixed_0118(@CacheKey String a, @CacheKeyIgnore String b) {
            return "";
        }

        @Memoized(keyGenerator = Keys.class)
        String marked_0119(@CacheKey String a) {
            return "";
        }

        @Memoized(name = " books")
        String spaced_0121() {
            return "";
        }

        @Memoized(name = "bo\"oks")
        String quoted_0121() {
            return "";
        }

        @Memoized(name = "bo'oks")
        String quotedOnce_0121() {
            return "";
        }

        @Memoized(name = "\"books")
        String quotedFirst_0121() {
            return "";
        }

        @Memoized(name = "'books")
        String quotedOnceFirst_0121() {
            return "";
        }

        @Memoized(name = "bo\noks")
        String broken_0121() {
            return "";
        }

        @Memoized(name = LONGEST_NAME + "n")
        String long_0121() {
            return "";
        }

        @Memoized(schema = LONGEST_SCHEMA + "s")
        String longSchema_0123() {
            return "";
        }

        @Memoized(schema = "a\u0000")
        String schema_0123() {
            return "";
        }

        @Memoized
        String asked_0131(@CacheKeyIgnore HttpSession session) {
            return "";
        }

        @Memoized
        String anonymous_0131(@CacheKeyIgnore Principal caller) {
            return "";
        }

        @Memoized(keyGenerator = Keys.class)
        String generated_0131(HttpSession session) {
            return "";
        }

        @Memoized
        List<Principal> callers_0132() {
            return List.of();
        }

        @Memoized(independentOf = HttpSession.class)
        HttpSession session_0132() {
            return null;
        }

        @Memoized
        Stream<String> stream_0124() {
            return Stream.of();
        }

        @Memoized
        InputStream input_0124() {
            return InputStream.nullInputStream();
        }

        @Memoized
        Future<String> future_0125() {
            return new CompletableFuture<>();
        }
    }

    @SuppressWarnings("unused")
    static class Right {
        @Memoized(
                varyBy = {Tenant.class, RequestLocale.class},
                independentOf = Thread.class)
        String varied() {
            return "";
        }

        @Memoized(name = "cached")
        String nameThatOnlyBeginsAlike() {
            return "";
        }

        @Memoized
        String plain(String a, int b, List<String> c) {
            return "";
        }

        @Memoized(refreshAfter = "${books.age}", expireAfter = "forever")
        CompletionStage<String> stage() {
            return new CompletableFuture<>();
        }

        @Memoized
        CompletableFuture<String> future() {
            return new CompletableFuture<>();
        }

        @Memoized
        String ignoring(String a, @CacheKeyIgnore Thread b) {
            return "";
        }

        @Memoized(independentOf = HttpSession.class)
        String independent(@CacheKeyIgnore HttpSession session) {
            return "";
        }

        @Memoized(keyGenerator = Keys.class)
        String byIdentity(Principal a) {
            return "";
        }

        @Memoized(independentOf = Principal.class)
        Principal lookedUp(String name) {
            return null;
        }

        @Memoized(keyGenerator = Keys.class)
        String generating(Thread a) {
            return "";
        }

        @Memoized(backend = "request", schema = "2", varyBy = Tenant.class, waitAtMost = "1s")
        Principal callerOf(@CacheKeyIgnore Principal caller) {
            return caller;
        }

        @Memoized(backend = "instance", expireAfter = "1h", whenCold = WhenCold.FAIL)
        String ofInstance() {
            return "";
        }

        @Memoized(name = LONGEST_NAME, schema = LONGEST_SCHEMA)
        String longest() {
            return "";
        }

        @Memoized(refreshAfter = "0s", refresh = Refresh.CALLER, whenCold = WhenCold.COMPUTE)
        Map<String, int[]> always() {
            return Map.of();
        }
    }

    static Stream<Method> wrong() {
        return methodsOf(Wrong.class);
    }

    static Stream<Method> right() {
        return methodsOf(Right.class);
    }

    /** In the same order in each JVM: whoever repeats the third one means the same method. */
    private static Stream<Method> methodsOf(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName));
    }

    private static PlanDraft read(Method method, Problems problems) {
        Memoized memoized = method.getAnnotation(Memoized.class);
        Declaration declaration = new Declaration(method.getDeclaringClass(), method, memoized, false, List.of());
        return PlanDraft.read(declaration, SETTINGS::get, problems);
    }

    @ParameterizedTest
    @MethodSource
    void wrong(Method method) {
        Problems problems = new Problems();
        read(method, problems);
        String id = "MEMO" + method.getName().substring(method.getName().indexOf('_') + 1);
        assertThat(problems.texts()).hasSize(1);
        assertThat(problems.texts().get(0))
                .startsWith(id + " ")
                .contains(method.getDeclaringClass().getName() + "#" + method.getName())
                .matches("(?s).*\\. [A-Z].*\\.");
    }

    @ParameterizedTest
    @MethodSource
    void right(Method method) {
        Problems problems = new Problems();
        read(method, problems);
        assertThat(problems.texts()).isEmpty();
    }

    @Test
    void members_areReadOnce() throws Exception {
        PlanDraft draft = read(Right.class.getDeclaredMethod("stage"), new Problems());
        assertThat(draft.limits().refreshAfter()).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(draft.limits().expireAfter()).isEqualTo(Long.MAX_VALUE);
        assertThat(draft.bounds().waitAtMost()).isEqualTo(Duration.ofSeconds(30));
        assertThat(draft.execution().shape()).isEqualTo(ResultShape.STAGE);
        assertThat(draft.name()).isEqualTo(Right.class.getName() + ".stage()");
        assertThat(draft.schema()).isEmpty();
        PlanDraft ignoring =
                read(Right.class.getDeclaredMethod("ignoring", String.class, Thread.class), new Problems());
        assertThat(ignoring.keyPositions()).containsExactly(0);
        assertThat(ignoring.limits().expireAfter())
                .isEqualTo(Duration.ofMinutes(5).toNanos());
    }

    /** Kills "the default of expireAfter holds for instances too". */
    @Test
    void valuesOfRequestsAndInstances_endWithThemIfNothingElseIsSaid() throws Exception {
        PlanDraft request = read(Right.class.getDeclaredMethod("callerOf", Principal.class), new Problems());
        assertThat(request.limits()).isEqualTo(new Limits(Limits.NEVER, Limits.NEVER));
        PlanDraft instance = read(Right.class.getDeclaredMethod("ofInstance"), new Problems());
        assertThat(instance.limits())
                .isEqualTo(new Limits(Limits.NEVER, Duration.ofHours(1).toNanos()));
    }

    /** Kills "memoized.default.isolated holds for requests too". */
    @Test
    void allMethodsAreIsolated_thoseOfRequestsAreNot() throws Exception {
        Method method = Right.class.getDeclaredMethod("callerOf", Principal.class);
        Declaration declaration =
                new Declaration(Right.class, method, method.getAnnotation(Memoized.class), false, List.of());
        PlanDraft draft = PlanDraft.read(declaration, Map.of(ISOLATED, "true")::get, new Problems());
        assertThat(draft.execution().isolated()).isFalse();
    }

    @Test
    void settingIsolatesAllMethods_exceptWhenItCannotBeRead() throws Exception {
        Method plain = Right.class.getDeclaredMethod("future");
        Problems problems = new Problems();
        assertThat(read(plain, problems).execution().isolated()).isFalse();
        assertThat(readWith("true", plain).execution().isolated()).isTrue();
        assertThat(readWith("false", plain).execution().isolated()).isFalse();
        assertThat(problems.texts()).isEmpty();
        CommonSettings.check(Map.of(ISOLATED, "true")::get, problems);
        assertThat(problems.texts()).isEmpty();
        CommonSettings.check(Map.of(ISOLATED, "yes")::get, problems);
        assertThat(problems.texts()).singleElement().asString().startsWith("MEMO0205 ");
    }

    private static PlanDraft readWith(String isolating, Method method) {
        Declaration declaration = new Declaration(
                method.getDeclaringClass(), method, method.getAnnotation(Memoized.class), false, List.of());
        return PlanDraft.read(declaration, Map.of(ISOLATED, isolating)::get, new Problems());
    }

    @Test
    void nameOnTheClass_isAPrefix() throws Exception {
        Method method = Shared.class.getDeclaredMethod("good", String.class);
        Declaration onClass =
                new Declaration(Shared.class, method, method.getAnnotation(Memoized.class), true, List.of());
        assertThat(PlanDraft.read(onClass, SETTINGS::get, new Problems()).name())
                .isEqualTo("books.good(java.lang.String)");
    }

    @Test
    void malformedName_isToldShortenedAndInOneLine() throws Exception {
        Problems problems = new Problems();
        read(Wrong.class.getDeclaredMethod("long_0121"), problems);
        read(Wrong.class.getDeclaredMethod("broken_0121"), problems);
        assertThat(problems.texts().get(0)).contains("\"" + LONGEST_NAME + "…\"");
        assertThat(problems.texts().get(1)).contains("\"bo?oks\"");
    }

    @Test
    void methodsOfOneName_mustAgree() throws Exception {
        Problems problems = new Problems();
        SharedNames names = new SharedNames(problems);
        for (Method method : Shared.class.getDeclaredMethods()) {
            if (!method.isSynthetic() && method.getName().startsWith("good")) {
                names.check(read(method, problems));
            }
        }
        assertThat(problems.texts()).isEmpty();
        names.check(read(Shared.class.getDeclaredMethod("bad", String.class), problems));
        names.check(read(Shared.class.getDeclaredMethod("worse", int.class), problems));
        assertThat(problems.texts()).hasSize(2).allMatch(text -> text.startsWith("MEMO0122 "));
    }

    /** What no container can intercept. */
    abstract static class NotIntercepted {
        @Memoized
        static String ofNobody() {
            return "";
        }

        @Memoized
        private String own() {
            return "";
        }

        @Memoized
        final String last() {
            return "";
        }

        @Memoized
        abstract String missing();
    }

    @Test
    void C75_methodThatNoContainerIntercepts_isRefused() {
        Problems problems = new Problems();
        Stream.of("ofNobody", "own", "last", "missing")
                .forEach(
                        method -> PlanDraft.read(Declarations.of(NotIntercepted.class, method), key -> null, problems));
        assertThat(problems.texts())
                .extracting(text -> text.substring(0, "MEMO0000".length()))
                .containsExactly("MEMO0102", "MEMO0103", "MEMO0104", "MEMO0105");
    }

    @Test
    void methodsOfOneName_mustAgreeInAllTheyShare() throws Exception {
        for (String method : List.of("tenants", "versions", "stored")) {
            Problems problems = new Problems();
            SharedNames names = new SharedNames(problems);
            names.check(read(Shared.class.getDeclaredMethod("good", String.class), problems));
            names.check(read(Shared.class.getDeclaredMethod(method, String.class), problems));
            assertThat(problems.texts()).as(method).singleElement().asString().startsWith("MEMO0122 ");
        }
    }

    @SuppressWarnings("unused")
    static class Shared {
        @Memoized(name = "books")
        List<String> good(String a) {
            return List.of();
        }

        @Memoized(name = "books")
        List<String> goodToo(String b) {
            return List.of();
        }

        @Memoized(name = "books")
        List<Integer> bad(String a) {
            return List.of();
        }

        @Memoized(name = "books")
        List<String> worse(int a) {
            return List.of();
        }

        @Memoized(name = "books", varyBy = Tenant.class)
        List<String> tenants(String a) {
            return List.of();
        }

        @Memoized(name = "books", versionedBy = Versions.class)
        List<String> versions(String a) {
            return List.of();
        }

        @Memoized(name = "books", backend = "redis")
        List<String> stored(String a) {
            return List.of();
        }
    }
}
