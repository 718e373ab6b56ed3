package dev.memoized.cells;

import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Mark;
import dev.memoized.tck.store.RotatingStoreContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** The contract on a ground that only compares and sets: of three who share it each operation is another one's. */
class MemoryContractTest {

    @Nested
    class WhereValuesAreTold extends Contract {
        WhereValuesAreTold() {
            super(new Memory(false));
        }
    }

    @Nested
    class WhereNamesAreTold extends Contract {
        WhereNamesAreTold() {
            super(new Memory(true));
        }
    }

    abstract static class Contract extends RotatingStoreContract {
        private final Names names = new Names("memory");
        private final Memory memory;

        private Contract(Memory memory) {
            this.memory = memory;
        }

        @Override
        protected List<CellBackend> clients() {
            return Stream.of(1, 2, 3).map(number -> client()).toList();
        }

        private CellBackend client() {
            CellBackend client = new CellBackend(names, memory.source(), time(), Set.of(Capability.SHARED));
            client.era();
            return client;
        }

        @Override
        protected void lose(Mark mark) {
            memory.remove(names.mark(mark));
        }
    }
}
