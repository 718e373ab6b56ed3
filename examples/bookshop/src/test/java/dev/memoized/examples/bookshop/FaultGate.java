package dev.memoized.examples.bookshop;

import dev.memoized.spi.FaultPoints;
import dev.memoized.testing.Gate;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test hold computations; open unless told otherwise. */
@ApplicationScoped
class FaultGate implements FaultPoints {

    private final Gate gate = new Gate();

    Gate gate() {
        return gate;
    }

    @Override
    public void reached(Place place, String name) {
        gate.reached(place, name);
    }
}
