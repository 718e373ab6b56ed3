package dev.memoized.it.application;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What this thread can see of a request. It asks by program, which no deployment can check; each kind of runtime has one. */
public interface Witness {
    /** For what is not in sight. */
    String NOTHING = "nothing";

    /** The caller's name and whether he is a reader, a header and a value of the session, in lines of {@link Answer}. */
    Map<String, Object> look();

    /** What a bean answers, if there is one that does. */
    static <T> Object ask(Class<T> type, Function<T, @Nullable Object> question) {
        try {
            Instance<T> found = CDI.current().select(type);
            Object answer = found.isResolvable() ? question.apply(found.get()) : null;
            return answer == null ? NOTHING : answer;
        } catch (RuntimeException none) {
            return NOTHING;
        }
    }
}
