package dev.memoized.cells;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of changes. Others may use the ground, too, and later releases: what cannot be read has taken what was there.
 * Thread-safe.
 */
final class Hearing implements Told {
    private final Names names;
    private final Era era;
    private final Table table;
    private final Sightings sightings;
    private final Holders holders;

    Hearing(Names names, Era era, Table table, Sightings sightings, Holders holders) {
        this.names = names;
        this.era = era;
        this.table = table;
        this.sightings = sightings;
        this.holders = holders;
    }

    @Override
    public void cell(String name, byte[] bytes) {
        if (name.startsWith(names.entries())) {
            heard(name, table.heard(bytes), cell -> holders.changed(name, cell));
        }
    }

    private void heard(String name, @Nullable Cell cell, Consumer<Cell> changed) {
        if (cell == null) {
            holders.endAll(name);
        } else {
            sightings.see(name, cell, 0);
            changed.accept(cell);
        }
    }

    @Override
    public void text(String name, String text) {
        if (name.startsWith(names.marks())) {
            raised(name, Level.of(text));
        } else if (name.equals(names.era())) {
            era.heard(text);
        }
    }

    private void raised(String mark, Level level) {
        holders.raised(mark, Math.max(level.hard(), level.soft()));
    }

    @Override
    public @Nullable Consumer<byte @Nullable []> changed(String name, long version) {
        if (name.startsWith(names.entries())) {
            sightings.heard(name, version);
            return ofCell(name);
        }
        boolean isCaredFor = name.startsWith(names.marks()) && holders.marks().contains(name);
        return isCaredFor ? ofMark(name) : null;
    }

    private @Nullable Consumer<byte @Nullable []> ofCell(String name) {
        Set<CellLease> leases = holders.stirred(name);
        return leases == null
                ? null
                : bytes -> heard(name, table.heard(bytes), cell -> holders.settled(name, cell, leases));
    }

    /** One that is not there may have been lost, and counts as raised: to leases that were out when it was asked for. */
    private Consumer<byte @Nullable []> ofMark(String name) {
        Set<CellLease> asked = holders.under(name);
        return bytes -> {
            if (bytes == null) {
                asked.forEach(holders::end);
            } else {
                raised(name, Level.of(new String(bytes, UTF_8)));
            }
        };
    }

    @Override
    public Map<String, Consumer<byte @Nullable []>> cared() {
        Map<String, Consumer<byte @Nullable []>> all = new HashMap<>();
        for (String mark : holders.marks()) {
            all.put(mark, ofMark(mark));
        }
        for (String name : holders.names()) {
            Consumer<byte @Nullable []> cell = ofCell(name);
            if (cell != null) {
                all.put(name, cell);
            }
        }
        return all;
    }

    @Override
    public void missed() {
        sightings.forget();
    }

    @Override
    public void joined(long number) {
        era.begun(number);
    }
}
