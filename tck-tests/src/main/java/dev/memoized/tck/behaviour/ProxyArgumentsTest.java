package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bean's proxy as an argument: it stands for another object in each request, and is the same in all of them. */
@Timeout(60)
class ProxyArgumentsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Visitor.class, Member.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** Who asks. */
    public interface Reader {
        String name();

        void enter(String name);
    }

    /** One with an equality of its own. */
    public interface Known extends Reader {}

    /** The reader of a request. */
    @RequestScoped
    public static class Visitor implements Reader {
        private String name = "";

        @Override
        public String name() {
            return name;
        }

        @Override
        public void enter(String name) {
            this.name = name;
        }
    }

    /** Another one, equal by name. */
    @RequestScoped
    public static class Member implements Known {
        private String name = "";

        @Override
        public String name() {
            return name;
        }

        @Override
        public void enter(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Known that && name.equals(that.name());
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String reserved(Reader reader) {
            return body.compute(reader.name());
        }

        @Memoized
        public String listed(List<Reader> readers) {
            return body.compute(readers.get(0).name());
        }
    }

    @Test
    void two_requests_do_not_share_by_a_proxy() {
        Reader reader = app.get(Visitor.class);
        assertThat(ask(reader, key + "a")).isEqualTo(key + "a#1");
        assertThat(ask(reader, key + "b")).isEqualTo(key + "b#1");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void proxy_of_a_bean_with_equality_bypasses_the_cache_too() {
        Reader reader = app.get(Known.class);
        assertThat(ask(reader, key + "a")).isEqualTo(key + "a#1");
        assertThat(ask(reader, key + "a")).isEqualTo(key + "a#2");
        assertThat(ask(reader, key + "b")).isEqualTo(key + "b#1");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED, BYPASSED);
    }

    @Test
    void list_of_a_proxy_bypasses_the_cache_too() {
        Reader reader = app.get(Known.class);
        List<String> answers =
                List.of(app.inRequest(() -> listed(reader, key + "a")), app.inRequest(() -> listed(reader, key + "b")));
        assertThat(answers).containsExactly(key + "a#1", key + "b#1");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    private String ask(Reader reader, String name) {
        return app.inRequest(() -> {
            reader.enter(name);
            return shelf.reserved(reader);
        });
    }

    private String listed(Reader reader, String name) {
        reader.enter(name);
        return shelf.listed(List.of(reader));
    }
}
