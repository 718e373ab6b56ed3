package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.OnError;
import dev.memoized.Refresh;
import dev.memoized.VersionSource;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members that mean nothing for values that live with an owner, and choices of a backend that contradict each other. */
class WrongOwnedTest {
    /** Each has one mistake: the first part of its name is the member, the last its message. */
    static class Wrong {
        @Memoized(backend = "instance", refreshAfter = "1m")
        String refreshAfter_0134() {
            return "";
        }

        @Memoized(backend = "instance", refresh = Refresh.CALLER)
        String refresh_0134() {
            return "";
        }

        @Memoized(backend = "instance", waitForRefresh = "1s")
        String waitForRefresh_0134() {
            return "";
        }

        @Memoized(backend = "instance", waitAfter = "1s")
        String waitAfter_0134() {
            return "";
        }

        @Memoized(backend = "instance", eagerRefresh = 0.5)
        String eagerRefresh_0134() {
            return "";
        }

        @Memoized(backend = "instance", earlyRefresh = 1)
        String earlyRefresh_0134() {
            return "";
        }

        @Memoized(backend = "instance", onError = OnError.THROW)
        String onError_0134() {
            return "";
        }

        @Memoized(backend = "request", isolated = true)
        String isolated_0135() {
            return "";
        }

        @Memoized(backend = "request", versionedBy = Versions.class)
        String versionedBy_0136() {
            return "";
        }

        @Memoized(backend = "request", expireAfter = "1m")
        String expireAfter_0137() {
            return "";
        }
    }

    static class Right {
        @Memoized(backend = "instance", expireAfter = "1m")
        String ofInstance() {
            return "";
        }

        @Memoized(backend = "request")
        String ofRequest() {
            return "";
        }

        @Memoized
        String anywhere() {
            return "";
        }

        @Memoized(backend = "redis")
        String named() {
            return "";
        }
    }

    /** Knows no version. */
    public static final class Versions implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return null;
        }
    }

    private static List<String> problems(Class<?> type, String method, Annotation... qualifiers) {
        Problems problems = new Problems();
        PlanDraft.read(Declarations.of(type, method, qualifiers), key -> null, problems);
        return problems.texts();
    }

    static Stream<String> wrong() {
        return Stream.of(Wrong.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.contains("_"))
                .sorted(Comparator.naturalOrder());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongMember_isRefusedByName(String method) {
        int end = method.indexOf('_');
        assertThat(problems(Wrong.class, method))
                .anyMatch(text -> text.startsWith("MEMO" + method.substring(end + 1))
                        && text.contains("Wrong#" + method + "(), " + method.substring(0, end) + ":"));
    }

    @Test
    void rightMembers_areTaken() {
        assertThat(problems(Right.class, "ofInstance")).isEmpty();
        assertThat(problems(Right.class, "ofRequest")).isEmpty();
        assertThat(problems(Right.class, "anywhere")).isEmpty();
    }

    @Test
    void oneQualifier_chooses() {
        Backend qualifier = Backend.Literal.of("redis");
        assertThat(problems(Right.class, "anywhere", qualifier)).isEmpty();
        assertThat(Declarations.plan(Right.class, "anywhere", qualifier).backend())
                .isEqualTo(new BackendChoice(qualifier))
                .hasToString("@Backend(\"redis\")");
        assertThat(Declarations.plan(Right.class, "anywhere").backend())
                .isEqualTo(new BackendChoice(null))
                .hasToString("the default");
        assertThat(Declarations.plan(Right.class, "named").backend()).isEqualTo(new BackendChoice(qualifier));
    }

    @Test
    void severalQualifiers_areRefused() {
        assertThat(problems(Right.class, "anywhere", Backend.Literal.of("a"), Backend.Literal.of("b")))
                .singleElement()
                .asString()
                .startsWith("MEMO0127")
                .contains("@Backend(\"a\"), @Backend(\"b\")");
    }

    @Test
    void memberAndQualifier_areRefused() {
        assertThat(problems(Right.class, "named", Backend.Literal.of("other")))
                .singleElement()
                .asString()
                .startsWith("MEMO0126")
                .contains("\"redis\"", "@Backend");
    }

    @Test
    void nameOfABackend_isThatOfItsSettings() {
        assertThat(new BackendChoice(null).name()).isEqualTo("default");
        assertThat(new BackendChoice(Backend.Literal.of("redis")).name()).isEqualTo("redis");
        assertThat(new BackendChoice(Own.class.getAnnotation(Deprecated.class)).name())
                .isEqualTo("Deprecated");
    }

    /** Has an annotation to look at. */
    @Deprecated
    private static final class Own {}
}
