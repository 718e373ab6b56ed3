package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.impl.plan.Problems;
import org.junit.jupiter.api.Test;

/** A class that only a descriptor makes a session bean; of annotations {@code WrongSessionBeansTest} of the suite tells. */
class SessionBeansTest {
    private final Problems problems = new Problems();
    private final DeploymentReader reader = new DeploymentReader(key -> null, NamedMethods.NONE, problems);

    static class Books {
        @Memoized
        public String titles(String key) {
            return key;
        }
    }

    @Test
    void class_of_which_the_container_says_so_is_refused() {
        reader.addSessionBean(Books.class);
        reader.read(Books.class, type -> false);
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .startsWith("MEMO0182 " + Books.class.getName() + ": the class is a session bean (by its descriptor)");
    }

    @Test
    void class_of_which_nobody_says_so_is_not() {
        reader.addSessionBean(SessionBeansTest.class);
        reader.read(Books.class, type -> false);
        assertThat(problems.texts()).isEmpty();
    }
}
