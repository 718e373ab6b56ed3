package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheKeyIgnore;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.impl.log.Log;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of methods that are allowed. */
class AdviceTest {

    /** Rounds what it is given. */
    public static final class Rounding implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return 1;
        }
    }

    static class Books {
        @Memoized(expireAfter = "forever")
        String endless() {
            return "";
        }

        @Memoized(refreshAfter = "0s")
        String always() {
            return "";
        }

        @Memoized(refreshAfter = "58m", expireAfter = "1h")
        String hardlyStale() {
            return "";
        }

        @Memoized(refreshAfter = "57m", expireAfter = "1h")
        String stale() {
            return "";
        }

        @Memoized
        String atInstant(String id, Instant now) {
            return id;
        }

        @Memoized
        String atTimestamp(Timestamp now) {
            return "";
        }

        @Memoized
        String passedOver(String id, @CacheKeyIgnore Instant now) {
            return id;
        }

        @Memoized(keyGenerator = Rounding.class)
        String rounded(Instant now) {
            return "";
        }

        @Memoized(backend = "request")
        String inRequest(Instant now) {
            return "";
        }

        @Memoized
        String onDay(LocalDate day, UUID id, double height) {
            return "";
        }
    }

    private static List<String> told(String method, boolean atShared) {
        try (HeardLog heard = HeardLog.open()) {
            Problems problems = new Problems();
            PlanDraft draft = PlanDraft.read(Declarations.of(Books.class, method), key -> null, problems);
            problems.refuse();
            Advice.tell(draft, atShared, new Log());
            return heard.texts();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "endless, true, WARNING MEMO0380, endless()",
        "always, false, WARNING MEMO0327, always()",
        "hardlyStale, false, WARNING MEMO0382, PT58M",
        "atInstant, false, WARNING MEMO0381, (Instant)",
        "atTimestamp, false, WARNING MEMO0381, (Timestamp)",
    })
    void likelyMistake_isTold(String method, boolean atShared, String id, String word) {
        assertThat(told(method, atShared))
                .singleElement()
                .asString()
                .startsWith(id)
                .contains(Books.class.getName() + "#" + method + "(", word);
    }

    @ParameterizedTest
    @CsvSource({
        "endless, false",
        "stale, true",
        "passedOver, true",
        "rounded, true",
        "inRequest, false",
        "onDay, true",
    })
    void nothingElse_is(String method, boolean atShared) {
        assertThat(told(method, atShared)).isEmpty();
    }
}
