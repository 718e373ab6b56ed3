package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ContextValue;
import dev.memoized.Memoized;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of context values are parts of keys: each is one, and another. */
class ContextNamesTest {
    private static final String LONGEST = "n".repeat(100);

    /** Named by the test. */
    abstract static class Named implements ContextValue<String> {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String capture() {
            return "value";
        }

        @Override
        public void restore(String value) {}
    }

    static final class One extends Named {
        One(String name) {
            super(name);
        }
    }

    static final class Other extends Named {
        Other(String name) {
            super(name);
        }
    }

    @SuppressWarnings("unused")
    static class Books {
        @Memoized(varyBy = {One.class, Other.class})
        String title() {
            return "";
        }
    }

    @Test
    void namesDiffer_areNotRefused() {
        assertThat(refusals("tenant", "customer")).isEmpty();
        assertThat(refusals("tenant", LONGEST)).isEmpty();
    }

    @Test
    void nameIsBlankTooLongOrUnprintable_isRefused() {
        assertThat(refusals("tenant", " ")).singleElement().asString().startsWith("MEMO0209 ");
        assertThat(refusals("tenant", LONGEST + "n"))
                .singleElement()
                .asString()
                .startsWith("MEMO0209 ")
                .contains(Other.class.getName(), "\"" + LONGEST + "…\"");
        assertThat(refusals("ten\nant", "customer"))
                .singleElement()
                .asString()
                .startsWith("MEMO0209 ")
                .contains(One.class.getName(), "\"ten?ant\"");
    }

    @Test
    void nameIsThatOfAnother_bothAreTold() {
        assertThat(refusals(LONGEST, LONGEST))
                .singleElement()
                .asString()
                .startsWith("MEMO0210 ")
                .contains(One.class.getName(), Other.class.getName(), "\"" + LONGEST + "\"");
    }

    @Test
    void valueThatCannotBeMade_isSomebodyElsesToRefuse() {
        assertThat(refusals(Map.of(One.class, new One(" ")))).hasSize(1);
        assertThat(refusals(Map.of())).isEmpty();
    }

    private static List<String> refusals(String one, String other) {
        return refusals(Map.of(One.class, new One(one), Other.class, new Other(other)));
    }

    private static List<String> refusals(Map<Class<?>, ContextValue<?>> values) {
        Problems problems = new Problems();
        ContextReader.checkNames(Declarations.of(Books.class, "title"), found(values), problems);
        return problems.texts();
    }

    private static Instances found(Map<Class<?>, ContextValue<?>> values) {
        return new Instances() {
            @Override
            public <T> T get(Class<T> type) throws ReflectiveOperationException {
                if (!values.containsKey(type)) {
                    throw new InstantiationException(type.getName());
                }
                return type.cast(values.get(type));
            }
        };
    }
}
