package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Problems;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which methods of a class are memoized, where there is more than one way to them. */
class DeclarationsTest {
    private final Problems problems = new Problems();

    /** Declares it where no container looks. */
    interface Titles {
        @Memoized
        String title(String key);
    }

    static class Implementing implements Titles {
        @Override
        public String title(String key) {
            return key;
        }
    }

    /** Has a bridge, to which the compiler copies the annotation. */
    static class Generic implements Function<String, String> {
        @Override
        @Memoized
        public String apply(String key) {
            return key;
        }
    }

    private List<Declaration> read(Class<?> type) {
        return Declarations.of(type, qualifier -> false, NamedMethods.NONE, problems);
    }

    private static Method apply() {
        return Stream.of(Generic.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("apply") && !method.isBridge())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void C75_annotationOfAnInterface_isRefused() {
        assertThat(read(Implementing.class)).isEmpty();
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .startsWith("MEMO0105 " + Implementing.class.getName() + "#title(String): ")
                .contains(Titles.class.getName());
    }

    @Test
    void C75_bridge_isNoMethodOfItsOwn() {
        assertThat(read(Generic.class)).extracting(Declaration::method).containsExactly(apply());
        assertThat(problems.texts()).isEmpty();
    }
}
