package dev.memoized.impl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.impl.codec.Shapes.Author;
import dev.memoized.impl.codec.Shapes.Plain;
import dev.memoized.spi.ValueCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import javax.management.BadAttributeValueExpException;
import org.junit.jupiter.api.Test;

class SerializationCodecTest {
    private final ValueCodec codec = Samples.serialization();

    /** Does something when it is read, as those of well-known libraries do. */
    private static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String command = "run";

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            throw new AssertionError("it ran: " + command);
        }
    }

    private static byte[] serialized(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private void assertRefused(Object value) throws IOException {
        byte[] bytes = serialized(value);
        assertThatThrownBy(() -> codec.decode(bytes, Object.class)).isInstanceOf(InvalidClassException.class);
    }

    @Test
    void gadget_isRefusedBeforeItRuns() throws IOException {
        assertRefused(new Gadget());
        assertRefused(List.of(Samples.author(), new Gadget()));
        assertRefused(new HashMap<>(Map.of("key", new Gadget())));
        assertRefused(new Gadget[] {new Gadget()});
    }

    @Test
    void classesThatGadgetsOfTheJdkBeginWith_areRefused() throws IOException {
        assertRefused(new BadAttributeValueExpException("x"));
        assertRefused(new PriorityQueue<>(List.of("a", "b")));
        InvocationHandler handler = (InvocationHandler & Serializable) (proxy, method, arguments) -> null;
        Class<?>[] interfaces = {Runnable.class};
        assertRefused(Proxy.newProxyInstance(getClass().getClassLoader(), interfaces, handler));
    }

    @Test
    void allowedClassesAndValuesOfTheJdk_comeBack() throws Exception {
        Object value = new ArrayList<>(List.of(
                new Plain("a", List.of(1, 2)),
                Samples.author(),
                Map.of("a", Set.of(1L)),
                Shapes.Color.class.getName(),
                new int[0].length,
                java.time.Instant.EPOCH,
                java.util.Arrays.asList("x", "y")));
        assertThat(codec.decode(codec.encode(value, Object.class), Object.class))
                .isEqualTo(value);
    }

    @Test
    void whatWouldNotBeRead_isNotWritten() {
        assertThatThrownBy(() -> codec.encode(new Gadget(), Object.class)).isInstanceOf(InvalidClassException.class);
        assertThatThrownBy(() -> codec.encode(List.of(Shapes.Color.RED), Object.class))
                .isInstanceOf(InvalidClassException.class);
    }

    @Test
    void packages_areAllowedWithWhatIsBelow() throws Exception {
        ValueCodec wide = new SerializationCodec(Set.of("dev.memoized.impl.codec.*"));
        assertThat(wide.decode(wide.encode(Shapes.Color.GREEN, Object.class), Object.class))
                .isEqualTo(Shapes.Color.GREEN);
        ValueCodec other = new SerializationCodec(Set.of("dev.memoized.impl.code.*"));
        byte[] bytes = serialized(new Author("a", null));
        assertThatThrownBy(() -> other.decode(bytes, Author.class)).isInstanceOf(InvalidClassException.class);
    }

    @Test
    void listThatAllowsAnything_isRefused() {
        for (Set<String> all : List.of(Set.<String>of(), Set.of("*"), Set.of(".*"), Set.of(" "), Set.of("java.*"))) {
            assertThatThrownBy(() -> new SerializationCodec(all)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void setsInSets_areReadToADepthOnly() throws IOException {
        Set<Object> inner = new HashSet<>(Set.of("a"));
        for (int level = 0; level < 50; level++) {
            inner = new HashSet<>(List.of(inner));
        }
        assertRefused(inner);
    }

    @Test
    void announcedSizes_areComparedWithTheBytes() throws Exception {
        byte[] bytes = serialized(new long[] {1});
        bytes[bytes.length - 12] = 0x10;
        assertThatThrownBy(() -> codec.decode(bytes, long[].class)).isInstanceOf(InvalidClassException.class);
        byte[] map = serialized(new HashMap<>(Map.of("a", 1)));
        for (int i = 0; i < map.length; i++) {
            byte[] odd = map.clone();
            odd[i] = 0x7F;
            readOrFail(odd);
        }
    }

    private void readOrFail(byte[] bytes) {
        try {
            assertThat(codec.decode(bytes, Object.class)).isNotNull();
        } catch (Exception | LinkageError odd) {
            assertThat(odd).isNotInstanceOf(OutOfMemoryError.class);
        }
    }
}
