package dev.memoized.impl.engine;

import dev.memoized.OnError;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import java.util.ArrayList;
import java.util.List;

/** One combination of what a method says and what a call of it meets. */
record PolicyCase(There there, Refresh refresh, WhenCold whenCold, OnError onError, Lease lease, Origin origin) {

    /** What lies in the store when the call begins. */
    enum There {
        FRESH,
        STALE,
        MISS
    }

    /** What the store answers to who asks for permission to store. */
    enum Lease {
        /** The permission. */
        FREE,
        /** That another JVM has it, and goes on having it. */
        HELD,
        /** Nothing: it fails. */
        REFUSED
    }

    /** How the computation ends. */
    enum Origin {
        ANSWERS,
        FAILS
    }

    /** Every combination that there is. */
    static List<PolicyCase> all() {
        List<PolicyCase> all = new ArrayList<>();
        for (There there : There.values()) {
            for (Refresh refresh : Refresh.values()) {
                for (WhenCold whenCold : WhenCold.values()) {
                    for (OnError onError : OnError.values()) {
                        for (Lease lease : Lease.values()) {
                            for (Origin origin : Origin.values()) {
                                all.add(new PolicyCase(there, refresh, whenCold, onError, lease, origin));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    Terms terms() {
        return Terms.twoLimits().refresh(refresh).whenCold(whenCold).onError(onError);
    }
}
