package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.CLASS_FROM_JSON;
import static dev.memoized.impl.proof.Defect.CLASS_FROM_SERIALIZED_BYTES;
import static dev.memoized.impl.proof.Defect.KEY_UNCHECKED;
import static dev.memoized.impl.proof.Defect.LENGTH_BELIEVED;
import static dev.memoized.impl.proof.Defect.NEWER_DELETED;
import static dev.memoized.impl.proof.Defect.ODD_BYTES_FAIL;
import static dev.memoized.impl.proof.Defect.STAGE_ENCODED;
import static dev.memoized.impl.proof.Defect.TYPE_UNCHECKED;
import static dev.memoized.impl.proof.Defect.UNREADABLE_UNCOUNTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.Bytes.Form;
import dev.memoized.impl.proof.Bytes.Gadget;
import dev.memoized.impl.proof.Bytes.OtherPart;
import dev.memoized.impl.proof.Bytes.Part;
import dev.memoized.impl.proof.Memoizing.Stages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

@Rule(
        number = "R10",
        says =
                "What is read from a store of bytes is a value of this key and of the declared type, or a counted miss; the"
                        + " bytes choose no class, and what a later release wrote is left in place.")
class R10EnvelopeOrMissTest extends RuleChecks {

    private static Bytes holding(Memoizing memoizing, Form form) {
        Bytes bytes = memoizing.bytes(Part.class, form);
        assertThat(bytes.put("k", new Part("value"))).isTrue();
        assertThat(bytes.get("k")).isEqualTo(new Part("value"));
        return bytes;
    }

    private static void assertMiss(Bytes bytes, byte[] odd) {
        long before = bytes.unreadable();
        bytes.overwrite("k", odd);
        assertThat(bytes.get("k")).isNull();
        assertThat(bytes.unreadable()).isEqualTo(before + 1);
    }

    @Kills(STAGE_ENCODED)
    void C27_stageOnAStoreOfBytes_whatItBringsIsStored(Memoizing memoizing) throws Exception {
        CompletableFuture<Object> source = new CompletableFuture<>();
        Stages method = memoizing.stagesInBytes(Terms.standard(), Part.class, arguments -> {
            computations.incrementAndGet();
            return source;
        });
        CompletableFuture<Object> first = method.call("k").toCompletableFuture();
        source.complete(new Part("value"));
        assertThat(first).isCompletedWithValue(new Part("value"));
        assertThat(method.call("k").toCompletableFuture()).isCompletedWithValue(new Part("value"));
        assertThat(computations).hasValue(1);
    }

    @Kills(CLASS_FROM_SERIALIZED_BYTES)
    void C57_serializedBytesNameAnotherClass_itIsNotMade(Memoizing memoizing) {
        Bytes bytes = holding(memoizing, Form.SERIALIZED);
        assertMiss(bytes, bytes.around("k", Bytes.serialized(new Gadget())));
        bytes.overwrite("k", bytes.around("k", Bytes.serialized(new Part("another"))));
        assertThat(bytes.get("k")).isEqualTo(new Part("another"));
    }

    @Kills(CLASS_FROM_JSON)
    void C58_jsonNamesAnotherClass_itIsNotMade(Memoizing memoizing) {
        Bytes bytes = holding(memoizing, Form.JSON);
        String json = "[\"" + Gadget.class.getName() + "\",{\"name\":\"value\"}]";
        assertMiss(bytes, bytes.around("k", json.getBytes(StandardCharsets.UTF_8)));
    }

    @Kills({ODD_BYTES_FAIL, UNREADABLE_UNCOUNTED})
    void C59_garbage_isACountedMissAndReplaced(Memoizing memoizing) {
        Bytes bytes = holding(memoizing, Form.JSON);
        for (String odd : new String[] {"", "garbage", "{\"name\":\"value\"}", "Memo", "\u0001\u0000"}) {
            assertMiss(bytes, odd.getBytes(StandardCharsets.UTF_8));
            assertThat(bytes.put("k", new Part("again"))).isTrue();
            assertThat(bytes.get("k")).isEqualTo(new Part("again"));
        }
    }

    @Kills({ODD_BYTES_FAIL, UNREADABLE_UNCOUNTED})
    void C59_cutAnywhere_isACountedMiss(Memoizing memoizing) {
        Bytes bytes = holding(memoizing, Form.JSON);
        byte[] whole = bytes.at("k");
        for (int length = 0; length < whole.length; length++) {
            assertMiss(bytes, Arrays.copyOf(whole, length));
        }
    }

    @Kills(LENGTH_BELIEVED)
    void C59_moreIsAnnouncedThanIsThere_noRoomIsMadeForIt(Memoizing memoizing) {
        Bytes bytes = holding(memoizing, Form.JSON);
        byte[] whole = bytes.at("k");
        for (int i = 0; i <= whole.length - Integer.BYTES; i++) {
            byte[] odd = whole.clone();
            ByteBuffer.wrap(odd).putInt(i, Integer.MAX_VALUE);
            bytes.overwrite("k", odd);
            assertThat(bytes.get("k")).satisfiesAnyOf(none -> assertThat(none).isNull(), some -> assertThat(some)
                    .isInstanceOf(Part.class));
        }
    }

    @Kills(TYPE_UNCHECKED)
    void C59_writtenForAnotherType_isAMiss(Memoizing memoizing) {
        Bytes bytes = holding(memoizing, Form.JSON);
        Bytes another = memoizing.bytes(OtherPart.class, Form.JSON);
        assertMiss(bytes, another.around("k", "{\"name\":\"value\"}".getBytes(StandardCharsets.UTF_8)));
    }

    @Kills(KEY_UNCHECKED)
    void C59_writtenForAnotherKey_isAMiss(Memoizing memoizing) {
        Bytes bytes = holding(memoizing, Form.JSON);
        bytes.put("another", new Part("another"));
        assertMiss(bytes, bytes.at("another"));
    }

    @Kills(NEWER_DELETED)
    void C59_writtenByALaterRelease_isAMissAndLeftInPlace(Memoizing memoizing) {
        Bytes bytes = holding(memoizing, Form.JSON);
        byte[] later = bytes.ofLaterRelease(bytes.at("k"));
        assertMiss(bytes, later);
        assertThat(bytes.at("k")).isEqualTo(later);
    }
}
