package dev.memoized.tck.behaviour;

import dev.memoized.ContextValue;

/** A context value that is always the same. */
class TextValue implements ContextValue<String> {
    @Override
    public String name() {
        return getClass().getName();
    }

    @Override
    public String capture() {
        return "here";
    }

    @Override
    public void restore(String value) {}
}
