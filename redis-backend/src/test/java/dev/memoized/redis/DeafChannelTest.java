package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.FlawedClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that answer and hear nothing. */
class DeafChannelTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    @RegisterExtension
    static final RedisServer DEAF = RedisServer.embedded();

    @TempDir
    Path folder;

    private static Map<String, Integer> place(int seconds) {
        return Map.of("port", SERVER.port(), "deaf", DEAF.port(), "seconds", seconds);
    }

    @Test
    void C09_connectionThatHearsNothing_isGivenUp_andOneWhoseNewsAreLateIsNot() {
        assertThat(new DeafChannel().apply(place(30))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hearing | doubt.accept(number); | ''",
                "Channel | hearing.begin(); | ''",
                "Channel | hearing.heard(number); | ''",
                "Ear | isAsked(Form.ascii(number)); | cut();",
                "Ear | listener.hasHeard(Long.parseLong(text)) | false",
                "Ear | !listener.hasHeard(Long.parseLong(text)) | false",
            })
    void whatIsHeardWrongly_isFound(String type, String right, String wrong) throws Exception {
        Function<Map<String, Integer>, List<String>> flawed =
                FlawedClass.around(DeafChannel.class, folder, type, right, wrong);

        assertThat(flawed.apply(place(1))).isNotEmpty();
    }
}
