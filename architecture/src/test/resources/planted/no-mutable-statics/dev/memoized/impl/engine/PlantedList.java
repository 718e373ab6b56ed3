package dev.memoized.impl.engine;

class PlantedList {
    static final java.util.ArrayList<Object> ALL = new java.util.ArrayList<>();
}
