package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In which method a call ends. */
class MostSpecificTest {

    /** Has a bridge. */
    static class Generic implements Function<String, String> {
        @Override
        public String apply(String key) {
            return key;
        }
    }

    private static Method apply(boolean bridge) {
        return Stream.of(Generic.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("apply") && method.isBridge() == bridge)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void C75_callThroughABridge_isThatOfItsMethod() {
        assertThat(MostSpecific.of(Generic.class, apply(true))).isEqualTo(apply(false));
    }

    @Test
    void callOfTheInterface_isThatOfItsMethod() throws NoSuchMethodException {
        Method declared = Function.class.getMethod("apply", Object.class);
        assertThat(MostSpecific.of(Generic.class, declared)).isEqualTo(apply(false));
    }
}
