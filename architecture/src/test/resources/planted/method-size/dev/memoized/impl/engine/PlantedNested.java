package dev.memoized.impl.engine;

class PlantedNested {
    static class Inside {
        Inside() {
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
            hashCode();
        }
    }
}
