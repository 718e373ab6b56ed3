package dev.memoized.cells;

import dev.memoized.BackendException;
import dev.memoized.spi.Envelope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells as bytes: two that say what they are, era and version, an entry if there is one (the end of its life, the mark that does not take it, the
 * length of its {@link Envelope} and that), and the rights.
 */
final class CellForm {
    private static final int OURS = 'M';
    private static final int FORMAT = 1;
    private static final int WITH_ENTRY = 1;
    private static final int WITH_EXEMPT = 2;

    private CellForm() {}

    static byte[] write(Cell cell) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(OURS);
            out.writeByte(FORMAT);
            out.writeLong(cell.era());
            out.writeLong(cell.version());
            writeHeld(cell.held(), out);
            out.writeShort(cell.rights().size());
            for (Right right : cell.rights()) {
                out.writeUTF(right.token());
                out.writeUTF(right.node());
                out.writeBoolean(right.isClaim());
                out.writeLong(right.asOf());
                out.writeLong(right.life());
                out.writeInt(right.renewals());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("longer than a cell may be", e);
        }
        return bytes.toByteArray();
    }

    private static void writeHeld(@Nullable Held held, DataOutputStream out) throws IOException {
        Exempt exempt = held == null ? null : held.exempt();
        out.writeByte((held == null ? 0 : WITH_ENTRY) | (exempt == null ? 0 : WITH_EXEMPT));
        if (held == null) {
            return;
        }
        out.writeLong(held.endsAt());
        if (exempt != null) {
            out.writeUTF(exempt.mark());
            out.writeLong(exempt.number());
        }
        byte[] envelope = Envelope.write(held.entry(), held.entry().computedAt());
        out.writeInt(envelope.length);
        out.write(envelope);
    }

    /**
     * What the bytes are.
     *
     * @return null when they are none of ours, or an entry in them cannot be read
     * @throws BackendException a later release has written them: they are left where they are
     */
    static @Nullable Cell read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readUnsignedByte() != OURS) {
                return null;
            }
            int format = in.readUnsignedByte();
            if (format > FORMAT) {
                throw newer();
            }
            return format == FORMAT ? readCell(in) : null;
        } catch (IOException odd) {
            return null;
        }
    }

    private static BackendException newer() {
        return new BackendException("written by a later release; see who else uses the cache", null);
    }

    private static Cell readCell(DataInputStream in) throws IOException {
        long era = in.readLong();
        long version = in.readLong();
        Held held = readHeld(in);
        int count = in.readUnsignedShort();
        List<Right> rights = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rights.add(new Right(
                    in.readUTF(), in.readUTF(), in.readBoolean(), in.readLong(), in.readLong(), in.readInt()));
        }
        return new Cell(era, version, held, List.copyOf(rights));
    }

    private static @Nullable Held readHeld(DataInputStream in) throws IOException {
        int parts = in.readUnsignedByte();
        if ((parts & WITH_ENTRY) == 0) {
            return null;
        }
        long endsAt = in.readLong();
        Exempt exempt = (parts & WITH_EXEMPT) == 0 ? null : new Exempt(in.readUTF(), in.readLong());
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("longer than what is there");
        }
        Envelope.Content content = Envelope.read(in.readNBytes(length), Integer.MAX_VALUE);
        if (content instanceof Envelope.Newer) {
            throw newer();
        }
        if (content instanceof Envelope.Whole whole) {
            return new Held(whole.entry(), endsAt, exempt);
        }
        throw new IOException("no entry");
    }
}
