package dev.memoized.impl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.ValueCodec;
import dev.memoized.testing.Callers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CodecsTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Codecs codecs = new Codecs(() -> {
        asked.incrementAndGet();
        return List.of();
    });

    @Test
    void nobodyAsks_noneIsMade() {
        assertThat(Codecs.scalar().id()).isEqualTo("scalar");
        codecs.close();
        assertThat(asked).hasValue(0);
    }

    @Test
    void someAsk_theyAreMadeOnce() {
        assertThat(codecs.get("bytes")).isSameAs(codecs.get("bytes"));
        assertThat(codecs.standard()).isSameAs(codecs.get("jsonb"));
        codecs.close();
        assertThat(asked).hasValue(1);
    }

    @Test
    void manyAskAtOnce_theyGetTheSame() {
        List<ValueCodec> got = Callers.start(4, number -> codecs.get("jsonb")).values();
        assertThat(got).containsOnly(codecs.get("jsonb"));
        codecs.close();
    }
}
