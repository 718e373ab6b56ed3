package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Memoized;
import dev.memoized.MutatedValueException;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The setting that lets values be watched for changes. */
@Timeout(60)
class DetectMutationTest {
    private static final String SETTING = "memoized.default.detect-mutation";

    static {
        System.setProperty(SETTING, "true");
    }

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A bean whose results can be changed. */
    @ApplicationScoped
    public static class Shelf {
        @Memoized(name = "titles")
        public List<Title> titles(String key) {
            return new ArrayList<>(List.of(new Title(key)));
        }
    }

    /** Of a book. */
    public static class Title {
        private String text;

        Title(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        public void change(String other) {
            text = other;
        }
    }

    @AfterAll
    static void forget() {
        System.clearProperty(SETTING);
    }

    @Test
    void changed_value_is_served_to_nobody() {
        shelf.titles(key).get(0).change("secret");
        assertThatThrownBy(() -> shelf.titles(key))
                .isInstanceOf(MutatedValueException.class)
                .hasMessageContainingAll("MEMO0345 titles:", Title.class.getName())
                .hasMessageNotContaining("secret");
        assertThat(shelf.titles(key).get(0).text()).isEqualTo(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FAILED, COMPUTED);
    }

    @Test
    void unchanged_value_is_served() {
        List<Title> titles = shelf.titles(key);
        assertThat(shelf.titles(key)).isSameAs(titles);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void unreadable_setting_is_refused() {
        System.setProperty(SETTING, "yes");
        try {
            Refused refused = Refused.deploying(Shelf.class);
            assertThat(refused.problems())
                    .as(refused.text())
                    .singleElement()
                    .asString()
                    .startsWith("MEMO0205")
                    .contains("\"yes\"", SETTING);
        } finally {
            System.setProperty(SETTING, "true");
        }
    }
}
