package dev.memoized.impl.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import dev.memoized.impl.engine.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How a {@link NaiveMemoizing} writes values as bytes: type, key, length, value. */
final class NaiveBytes implements Bytes {
    private static final int FORMAT = 1;

    private final Map<String, byte[]> map = new HashMap<>();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Defect defect;
    private final Class<?> type;
    private final Form form;
    private long unreadable;

    NaiveBytes(Defect defect, Class<?> type, Form form) {
        this.defect = defect;
        this.type = type;
        this.form = form;
        if (defect == Defect.CLASS_FROM_JSON) {
            mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, DefaultTyping.NON_FINAL);
        }
    }

    @Override
    public boolean put(String key, Object value) {
        try {
            map.put(key, around(key, form == Form.JSON ? json(value) : Bytes.serialized(value)));
            return true;
        } catch (IOException refused) {
            map.remove(key);
            return false;
        }
    }

    private byte[] json(Object value) throws IOException {
        if (!type.isInstance(value)) {
            throw new IOException("of another type");
        }
        return mapper.writerFor(type).writeValueAsBytes(value);
    }

    @Override
    public Object get(String key) {
        byte[] bytes = map.get(key);
        return bytes == null ? null : read(key, bytes);
    }

    private Object read(String key, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() > FORMAT && defect == Defect.NEWER_DELETED) {
                map.remove(key);
            }
            in.reset();
            check(in.readByte() == FORMAT);
            check(in.readUTF().equals(type.getName()) || defect == Defect.TYPE_UNCHECKED);
            check(in.readUTF().equals(key) || defect == Defect.KEY_UNCHECKED);
            int length = in.readInt();
            check(length == in.available() || defect == Defect.LENGTH_BELIEVED);
            byte[] body = new byte[length];
            in.readFully(body);
            return value(body);
        } catch (IOException | ClassNotFoundException | RuntimeException odd) {
            return unreadable(odd);
        }
    }

    private static void check(boolean asItShould) throws IOException {
        if (!asItShould) {
            throw new IOException("odd");
        }
    }

    private Object unreadable(Exception odd) {
        if (defect == Defect.ODD_BYTES_FAIL) {
            throw new IllegalStateException(odd);
        }
        if (defect != Defect.UNREADABLE_UNCOUNTED) {
            unreadable++;
        }
        return null;
    }

    private Object value(byte[] body) throws IOException, ClassNotFoundException {
        if (form == Form.JSON) {
            return mapper.readValue(body, type);
        }
        try (ObjectInputStream in = new Allowing(body)) {
            return in.readObject();
        }
    }

    /** Reads objects of the type only. */
    private final class Allowing extends ObjectInputStream {
        Allowing(byte[] body) throws IOException {
            super(new ByteArrayInputStream(body));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            check(description.getName().equals(type.getName()) || defect == Defect.CLASS_FROM_SERIALIZED_BYTES);
            return super.resolveClass(description);
        }
    }

    @Override
    public byte[] at(String key) {
        return map.getOrDefault(key, new byte[0]);
    }

    @Override
    public void overwrite(String key, byte[] bytes) {
        map.put(key, bytes);
    }

    @Override
    public byte[] around(String key, byte[] value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(type.getName());
            out.writeUTF(key);
            out.writeInt(value.length);
            out.write(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public byte[] ofLaterRelease(byte[] bytes) {
        byte[] later = bytes.clone();
        later[0]++;
        return later;
    }

    @Override
    public long unreadable() {
        return unreadable;
    }

    /** A method that returns stages, on this store; for one thread. */
    Memoizing.Stages stages(Body body) {
        return arguments -> {
            String key = Arrays.toString(arguments);
            Object known = get(key);
            return known == null ? lead(key, body, arguments) : CompletableFuture.completedFuture(known);
        };
    }

    @SuppressWarnings("unchecked") // a body of stages
    private CompletionStage<Object> lead(String key, Body body, Object... arguments) throws Exception {
        var stage = (CompletionStage<Object>) body.compute(arguments);
        return stage.whenComplete((value, failure) -> put(key, defect == Defect.STAGE_ENCODED ? stage : value));
    }
}
