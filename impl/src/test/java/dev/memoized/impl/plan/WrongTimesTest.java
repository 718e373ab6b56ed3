package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.OnError;
import dev.memoized.Refresh;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members about time that mean nothing, each refused by its own message; a method's name ends with the message's number. */
class WrongTimesTest {
    /** Each has one mistake. */
    static class Wrong {
        @Memoized(waitForRefresh = "1s")
        String waitForRefresh_0140() {
            return "";
        }

        @Memoized(waitAfter = "1m")
        String waitAfter_0140() {
            return "";
        }

        @Memoized(eagerRefresh = 0.8)
        String eagerRefresh_0140() {
            return "";
        }

        @Memoized(refreshAfter = "1m", waitAfter = "1m")
        String waitAfter_0141() {
            return "";
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", waitAfter = "60m")
        String waitAfter_late_0141() {
            return "";
        }

        @Memoized(refreshAfter = "1m", waitForRefresh = "0s")
        String waitForRefresh_0142() {
            return "";
        }

        @Memoized(refreshAfter = "1m", refresh = Refresh.CALLER, waitForRefresh = "1s")
        String waitForRefresh_0143() {
            return "";
        }

        @Memoized(refreshAfter = "1m", refresh = Refresh.CALLER, eagerRefresh = 0.5)
        String eagerRefresh_0143() {
            return "";
        }

        @Memoized(refreshAfter = "1m", refresh = Refresh.CALLER, earlyRefresh = 1)
        String earlyRefresh_0143() {
            return "";
        }

        @Memoized(refreshAfter = "1m", eagerRefresh = 1)
        String eagerRefresh_0144() {
            return "";
        }

        @Memoized(refreshAfter = "1m", eagerRefresh = -0.1)
        String eagerRefresh_negative_0144() {
            return "";
        }

        @Memoized(refreshAfter = "1m", eagerRefresh = Double.NaN)
        String eagerRefresh_none_0144() {
            return "";
        }

        @Memoized(earlyRefresh = -1)
        String earlyRefresh_0145() {
            return "";
        }

        @Memoized(earlyRefresh = Double.POSITIVE_INFINITY)
        String earlyRefresh_endless_0145() {
            return "";
        }

        @Memoized(expireAfter = "forever", earlyRefresh = 1)
        String earlyRefresh_0146() {
            return "";
        }

        @Memoized(refreshAfter = "1m", waitForRefresh = "soon")
        String waitForRefresh_0109() {
            return "";
        }

        @Memoized(refreshAfter = "1m", waitAfter = "${no.such.key}")
        String waitAfter_0110() {
            return "";
        }
    }

    /** What may be said together. */
    static class Right {
        @Memoized(
                refreshAfter = "1m",
                waitAfter = "2m",
                expireAfter = "3m",
                waitForRefresh = "100ms",
                eagerRefresh = 0.8,
                earlyRefresh = 1,
                onError = OnError.THROW)
        String all() {
            return "";
        }

        @Memoized(refreshAfter = "1m", refresh = Refresh.CALLER, waitAfter = "2m")
        String byCaller() {
            return "";
        }

        @Memoized(earlyRefresh = 0.5)
        String beforeTheEnd() {
            return "";
        }

        @Memoized(refreshAfter = "0s", waitAfter = "1ns", expireAfter = "forever")
        String always() {
            return "";
        }
    }

    static Stream<Method> wrong() {
        return methods(Wrong.class);
    }

    static Stream<Method> right() {
        return methods(Right.class);
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Memoized.class))
                .sorted(Comparator.comparing(Method::getName));
    }

    private static List<String> problemsOf(Method method) {
        Problems problems = new Problems();
        Memoized memoized = method.getAnnotation(Memoized.class);
        PlanDraft.read(
                new Declaration(method.getDeclaringClass(), method, memoized, false, List.of()), key -> null, problems);
        return problems.texts();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrong_isToldOnceWithMethodMemberAndId(Method method) {
        String name = method.getName();
        String id = "MEMO" + name.substring(name.lastIndexOf('_') + 1);
        String member = name.substring(0, name.indexOf('_'));
        assertThat(problemsOf(method))
                .singleElement()
                .asString()
                .startsWith(id + " " + Wrong.class.getName() + "#" + name + "(), " + member + ": ");
    }

    @ParameterizedTest
    @MethodSource("right")
    void right_isTaken(Method method) {
        assertThat(problemsOf(method)).isEmpty();
    }
}
